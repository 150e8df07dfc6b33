/**
 * Hard wraps undone by geometry: a line that reaches the right edge of the column goes on in the next. Reflow counts
 * characters, which is inexact where digits are narrow and lines justified; what is not certain here is left to it.
 */
import layoutGrammar from '../../grammars/layout.js'
import { compile } from '../grammar.js'
import { fold } from './normalize.js'
import type { PrintedLine } from './pdf-lines.js'

const layout = compile(layoutGrammar)
const folded = (text: string) => fold({ text, from: null, to: null }).text

/** Lines of tables and signatures, whose parts stand apart. */
const COLUMNS = /\S {3,}\S|\t/
const LISTED = /^(?:[\ue000-\uf8ff•●■◆○□▪*·-]|[(（]?[\d一二三四五六七八九十]{1,3}[)）.．、，,](?!\d))/
const NUMBERED = /^[\d(①-⑳一二三四五六七八九十百第—]/
const ADDRESS = /(?:https?:\/\/|www\.|@)[\w.@:/?#&=%+~-]*$/

/** Marks hang over the edge and ragged lines stop before it, in em. */
const SLACK = 0.75

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

/** What stands between two lines of one paragraph: nothing or a space; null where a line ends for good. */
export function glue(a: PrintedLine, b: PrintedLine, margins: { a: number; b: number; width: number }): string | null {
  const { size } = a
  if (!margins.width || Math.abs(a.size - b.size) > size * 0.08 || COLUMNS.test(a.text) || COLUMNS.test(b.text))
    return null
  const room = margins.a + margins.width - a.right
  if (room < -size || room > firstToken(b.text, size) + size * SLACK) return null
  const indent = b.left - margins.b - (a.left - margins.a)
  const atMargin = b.left - margins.b < size * 0.6
  if (!atMargin && Math.abs(indent) > size * 0.6 && !(LISTED.test(a.text) && indent > 0 && indent < size * 2.6))
    return null
  const head = folded(b.text.slice(0, 32))
  const tail = folded(a.text.slice(-4))
  if (layout.sentenceEnd.test(tail)) return null
  if (starts(b.text, head, room > size * (1 + SLACK)) && !/[,、]$/.test(tail)) return null
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
