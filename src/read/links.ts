/** Links to files: what of a page or a Markdown text leads to an attachment. */
import attachmentsGrammar from '../../grammars/attachments.js'
import { page as data } from '../../grammars/lexicon/page.js'
import { compile } from '../grammar.js'

const rules = compile(attachmentsGrammar)
const FILE_LINK = new RegExp(data.fileLink, 'i')

/** A link to a file, with its text as printed; offsets are those of the text in the source. */
export interface FileLink {
  /** As printed, references decoded; absent where only a script knows the way. */
  href?: string
  text: string
  start: number
  end: number
}

/** Addresses longer than this are cut by the readers, so they lead nowhere. */
const MAX_HREF = 2000

/** Whether a link leads to a file: its address says so, or its text is a file's name. */
export const isFileLink = (href: string, text: string): boolean =>
  FILE_LINK.test(href) || rules.extension.test(text.slice(-40).trimEnd())

/** The link of an address as printed. Addresses that run a script, or lead to the author's own disk, are none. */
export function fileLink(href: string, text: string, start: number, end: number): FileLink {
  const address = href.trim()
  const scheme = /^([a-z][a-z\d+.-]{0,20}):/i.exec(address)?.[1]?.toLowerCase()
  const leads =
    address !== '' &&
    address.length < MAX_HREF &&
    !address.startsWith('#') &&
    (scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'ftp')
  return { ...(leads ? { href: address } : {}), text, start, end }
}
