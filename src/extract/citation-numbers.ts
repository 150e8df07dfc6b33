/** Numbers of documents and codes of standards beside the titles in 《》 that they belong to. */
import citationsGrammar from '../../grammars/citations.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Citation, DocumentNumber } from '../types.js'
import { type Quoted, quotedTitles } from './citation-state.js'
import type { Context, Range } from './define.js'
import type { NumberMatch } from './numbers.js'
import { firstFrom } from './ranges.js'

const grammar = compile(citationsGrammar)

/** How far before a standard's code its title may begin. */
const TITLE_REACH = 120
/** Standards by their code; the title in 《》 right before the code goes with it. */
export function* standardsIn(
  context: Context,
  element: NoticeElement,
  text: string,
): Iterable<{ value: Citation; range: Range }> {
  if (!text.includes('-') && !text.includes('—')) return
  const offset = element.range.start
  for (const m of grammar.standard.all(text)) {
    const range = { start: offset + m.start, end: offset + m.end }
    const documentNumber: DocumentNumber = context.factWith(range, {
      agencyCode: m.groups.series!,
      year: m.groups.year ? Number(m.groups.year) : null,
      sequence: Number(m.groups.sequence),
      kind: 'standard',
    })
    const from = Math.max(0, m.start - TITLE_REACH)
    const near = quotedTitles(text.slice(from, m.start)).at(-1)
    const quoted = near ? { start: near.start + from, end: near.end + from } : null
    const before = quoted && grammar.codeBehind.test(text.slice(quoted.end, m.start)) ? quoted : null
    // GB/T 23776-2018《…》: the title behind the code.
    const after = text[m.end] === '《' ? quotedTitles(text.slice(m.end, m.end + TITLE_REACH))[0] : undefined
    const named = before ?? (after ? { start: after.start + m.end, end: after.end + m.end } : null)
    const title = named ? context.fact({ start: offset + named.start, end: offset + named.end }) : null
    const spans = [documentNumber.span, ...(title ? [title.span] : [])]
    yield {
      value: {
        title,
        documentNumber,
        span: { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) },
      },
      range,
    }
  }
}

/** 《示例办法(示发〔2024〕3号)》: a number that closes the title stands for the document as one behind it does. */
export function numberInside(text: string, quoted: Quoted, numbers: readonly NumberMatch[]): NumberMatch | null {
  const last = numbers[firstFrom(numbers, quoted.end, (n) => n.start) - 1]
  if (!last || last.start <= quoted.start || last.end > quoted.end) return null
  if (!CLOSING.test(text.slice(last.end, quoted.end)) || !OPENING.test(text.slice(quoted.start, last.start)))
    return null
  return openBefore(text, last.start) - quoted.start >= 4 ? last : null
}

/** 《示发〔2024〕3号》: the number stands in for the title. */
export function isNumberAlone(text: string, quoted: Quoted, numbers: readonly NumberMatch[]): boolean {
  const last = numbers[firstFrom(numbers, quoted.end, (n) => n.start) - 1]
  return last !== undefined && last.start === quoted.start && text.slice(last.end, quoted.end).trim() === ''
}

/** 示发〔2024〕3号文件《…》: the number before a title, unless it is that of the title before. */
export function numberAhead(
  text: string,
  quoted: Quoted,
  numbers: readonly NumberMatch[],
  used: ReadonlySet<NumberMatch>,
): NumberMatch | null {
  const last = numbers[firstFrom(numbers, quoted.start, (n) => n.start) - 1]
  if (!last || used.has(last) || !last.agencyCode || quoted.start - last.end > AHEAD) return null
  return grammar.numberAhead.test(text.slice(last.end, quoted.start - 1)) ? last : null
}
/** The most that stands between a number and the title behind it. */
const AHEAD = 6

const OPENING = /[([【]\s{0,4}$/
const CLOSING = /^\s{0,4}[)\]】]\s{0,4}$/

/** Offset of the bracket right before an offset. */
export function openBefore(text: string, at: number): number {
  while (at > 0 && !OPENING.test(text[at - 1]!)) at--
  return at - 1
}

export function numberBehind(text: string, quoted: Quoted, numbers: NumberMatch[]): NumberMatch | null {
  const from = quoted.end + 1
  const next = numbers[firstFrom(numbers, from, (n) => n.start)]
  if (!next || next.start - from > 24) return null
  if (text.slice(from, next.start).trim() === '') return next
  const m = grammar.numberBehind.at(text.slice(from, from + 200), 0)
  return m && next.start < from + m.end ? next : null
}
