/**
 * Front matter: what an archive of Markdown states of a paper above it, between two lines of dashes (标题: …, 文号: …), as pages
 * do in a table of their own. Flat lines of a name and a value are read, and only names that are known; the block is no text.
 */
import { page as data } from '../../grammars/lexicon/page.js'
import { commonNames, pageLabels } from './page-labels.js'

/** One line of it: the label by which the field is known, and where the line and its value stand. */
export interface Entry {
  label: string
  at: number
  start: number
  end: number
}

/** Most lines that are looked through for its end. */
const MAX_LINES = 80
const OPENING = /^\ufeff?---[ \t]{0,20}\r?\n/
const CLOSING = /^(?:---|\.\.\.)[ \t]{0,20}\r?$/
/** A name and what stands behind its colon; http://… has none. */
const LINE = /^(?<name>[\p{L}_][\p{L}\d _-]{0,30})[:：](?!\/)(?<rest>[^\n]*)$/u
/** What belongs to the line above: items of a list, lines set in; and comments. */
const MORE = /^(?:\s|-\s|#)|^\r?$/
const QUOTED = /^(["'])(?<inner>.*)\1$/

/** Names that programs give; people write the labels of a page's table. */
const names = commonNames(data.frontMatter)

/** The entries of the front matter at the beginning of a text and where the text itself begins, or null. */
export function frontMatter(text: string): { entries: Entry[]; end: number } | null {
  const opening = OPENING.exec(text)
  if (!opening) return null
  const entries: Entry[] = []
  let lines = 0
  for (let at = opening[0].length, count = 0; at < text.length && count < MAX_LINES; count++) {
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(at, end)
    if (CLOSING.test(line)) return lines > 0 ? { entries, end } : null
    const m = LINE.exec(line)
    if (m) {
      lines++
      const entry = entryOf(m, line, at)
      if (entry) entries.push(entry)
    } else if (!MORE.test(line)) return null
    at = end + 1
  }
  return null
}

function entryOf({ groups }: RegExpExecArray, line: string, at: number): Entry | null {
  const name = groups!.name!.trimEnd()
  const label = pageLabels.get(name) ?? names.get(name.toLowerCase())
  const printed = groups!.rest!.trim()
  const value = QUOTED.exec(printed)?.groups?.inner ?? printed
  if (label === undefined || value === '' || value === 'null') return null
  const start = at + line.lastIndexOf(value)
  return { label, at, start, end: start + value.length }
}
