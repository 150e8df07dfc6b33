/** From a notice back to its tree: the sheet as it was read, for whoever shows it. */
import { parseTree, readString } from './notice.js'
import type { NoticeTree } from './parse/tree.js'
import { readOf } from './read/kept.js'
import { readText } from './read/text.js'
import type { Notice } from './types.js'

/**
 * The tree of zones and elements from which a notice's fields were read: `tree.read.raw` is the text as read, with the
 * place of each character in the source. Text, Markdown and HTML are read again from `source.text`. What only the file of
 * a PDF, OFD, DOCX or DOC tells (cells, headings) is known to the `source` object that `readNotice` returned; of a notice
 * that was copied (by JSON or to another thread) the tree is that of its text.
 *
 * Linear in the length of the source. Throws `TypeError` when there is no source.
 */
export function treeOf(notice: Pick<Notice, 'source'>): NoticeTree {
  if (typeof notice?.source?.text !== 'string') throw new TypeError('treeOf: notice must have a source')
  const { source } = notice
  const { text, carrier, filename, encoding } = source
  const printed = carrier !== 'text' && carrier !== 'markdown' && carrier !== 'html'
  const read =
    readOf(source) ?? (printed ? { ...readText(text), source } : readString(text, { carrier, filename, encoding }, []))
  return parseTree(read, [])
}
