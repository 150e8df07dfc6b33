/**
 * Hard wraps undone by geometry: a line that reaches the right edge of the column goes on in the next. Reflow counts
 * characters, which is inexact where digits are narrow and lines justified; what is not certain here is left to it.
 */
import layoutGrammar from '../../grammars/layout.js'
import { compile } from '../grammar.js'
import { fold } from './normalize.js'
import type { PrintedLine } from './ruled-tables.js'
import { asSource } from './source-text.js'

const layout = compile(layoutGrammar)
const folded = (text: string) => fold(asSource(text)).text

/** Lines of tables and signatures, whose parts stand apart. */
const COLUMNS = /\S {3,}\S|\t/
const LISTED =
  /^(?:[\ue000-\uf8ff•●■◆○□▪*·-]|[(（]?[\d一二三四五六七八九十]{1,3}[)）.．、，,](?:(?!\d)|(?=(?:19|20)\d\d\s?年)))/
const NUMBERED = /^[\d(①-⑳一二三四五六七八九十百第—]/
const ADDRESS = /$(?<=(?:https?:\/\/|www\.|@)[\w.@:/?#&=%+~-]*)/

/** A number broken behind its hyphen (0100-↵5550123), wherever on the line that is. */
const AREA_CODE = /(?:^|\D)0\d{2,3}-$/
const LOCAL_NUMBER = /^\d{7,8}(?!\d)/
const BLANK = /_{3}$/

/** Marks hang over the edge and ragged lines stop before it, in em. */
const SLACK = 0.75

/** As many marks may hang over the right edge. */
const HANGING = 2
const MARK_AT_END = /[，。、；：）》”！？〕]$/

/** How far a line reaches but for a mark that may hang over the edge. */
export const reach = (line: PrintedLine) => line.right - (MARK_AT_END.test(line.text) ? line.size : 0)

/** The width of the column of text, from the left margin: the widest that several lines share. */
export function columnWidth(widths: readonly number[], em: number): number {
  const shared = new Map<number, number>()
  for (const width of widths) {
    const bucket = Math.floor(width / em)
    shared.set(bucket, (shared.get(bucket) ?? 0) + 1)
  }
  const least = Math.max(3, widths.length * 0.1)
  let widest = 0
  for (const [bucket, n] of shared) {
    // A justified edge may lie on the border of two buckets.
    if (n + (shared.get(bucket - 1) ?? 0) >= least && n > 1) widest = Math.max(widest, bucket)
  }
  if (!widest) return 0
  return widths.reduce((most, width) => (Math.floor(width / em) === widest ? Math.max(most, width) : most), 0)
}

/** Left edges of two lines' pages, the width of the column, and whether paragraphs begin indented. */
export interface Margins {
  a: number
  b: number
  width: number
  indented: boolean
}

/** An indent of two characters, in em. */
const isIndent = (em: number) => em > 1.2 && em < 2.8

/** Whether paragraphs begin with an indent: many lines do, and more begin at the margin than are alone there. */
export function isIndented(indents: readonly number[]): boolean {
  const first = indents.filter(isIndent).length
  const flush = indents.filter((em) => Math.abs(em) < 0.6).length
  return first >= 3 && first >= indents.length * 0.15 && flush >= 3
}

/** What stands between two lines of one paragraph: nothing or a space; null where a line ends for good. */
export function glue(a: PrintedLine, b: PrintedLine, margins: Margins): string | null {
  const { size } = a
  const { width } = margins
  if (!width || Math.abs(a.size - b.size) > size * 0.08 || COLUMNS.test(a.text)) return null
  if (AREA_CODE.test(a.text) && LOCAL_NUMBER.test(b.text)) return ''
  const room = margins.a + width - a.right
  const from = a.left - margins.a
  const to = b.left - margins.b
  // A blank to be filled in ends its line, and one set far to the right is full by its place only.
  if (
    room < -size * HANGING ||
    room > firstToken(b.text, size) + size * SLACK ||
    BLANK.test(a.text) ||
    from > width * 0.4
  )
    return null
  const atMargin = to < size * 0.6
  const flush = margins.indented && atMargin && room < firstToken(b.text, size)
  if (COLUMNS.test(b.text) && !flush) return null
  const centred =
    !atMargin &&
    from < to &&
    Math.abs((a.left + a.right - margins.a * 2 - width) / 2) < size &&
    Math.abs((b.left + b.right - margins.b * 2 - width) / 2) < size
  if (!atMargin && !centred) {
    if (Math.abs(to - from) > size * 0.6 && !(LISTED.test(a.text) && to > from && to - from < size * 2.6)) return null
    if (margins.indented && isIndent(to / size)) return null
  }
  const head = folded(b.text.slice(0, 32))
  const tail = folded(a.text.slice(-4))
  // A sentence may end where its line does: what tells a new paragraph then is its indent.
  if (layout.sentenceEnd.test(tail) && (!flush || layout.paragraphStart.test(head))) return null
  if (starts(b.text, head, room > size * (1 + SLACK)) && !/[,、]$/.test(tail)) return null
  if (layout.labelStart.test(head)) return ' '
  if (!/[\w)]$/.test(a.text) || !/^[\w(]/.test(b.text)) return ''
  return (ADDRESS.test(a.text) && /^[\w-]/.test(b.text)) || !/[A-Za-z]$/.test(a.text) ? '' : ' '
}

/** Whether a line looks like the first of a paragraph. Words alone (联系…, 地址:) say so only below a line with room. */
function starts(text: string, head: string, room: boolean): boolean {
  return LISTED.test(text) || (layout.paragraphStart.test(head) && (room || NUMBERED.test(head)))
}

/** Width of what cannot be broken off a line: a word or a character, with the brackets and marks that cling to it. */
function firstToken(text: string, size: number): number {
  const token = /^[（(《“〔]?(?:[!-~]{1,80}|.)[，。、；：！？）》”〕,;:!?)]{0,2}/u.exec(text)?.[0] ?? ''
  let width = 0
  for (const c of token) width += c.charCodeAt(0) < 0x2000 ? 0.5 : 1
  return width * size
}
