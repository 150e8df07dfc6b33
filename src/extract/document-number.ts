/** 发文字号 (GB/T 9704-2012, 7.2.5): the notice's own number, and numbers in any text. */
import numberGrammar from '../../grammars/document-number.js'
import { compile, type Match } from '../grammar.js'
import { numeral } from '../knowledge/calendar.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { DocumentNumber } from '../types.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { reportDiffers } from './metadata.js'
import { RangeSet } from './ranges.js'

const grammar = compile(numberGrammar)

/** A number found in a piece of text; offsets are into that text. */
export interface NumberMatch {
  start: number
  end: number
  text: string
  agencyCode: string
  year: number | null
  sequence: number
  kind: DocumentNumber['kind']
}

/** How far before a number its code may begin. */
const CODE_REACH = 30

/** Reads a number at its bracket, 令 or year; the code is the run of characters before it. */
function read(m: Match, kind: DocumentNumber['kind'], text: string, running: boolean): NumberMatch | null {
  const printedYear = m.groups.year ? numeral(m.groups.year) : null
  // 〔96〕: the century was understood.
  const year = printedYear !== null && printedYear < 100 ? 1900 + printedYear : printedYear
  const printed = m.groups.sequence!.replace(/\s/g, '')
  const sequence = numeral(printed)
  if (Number.isNaN(sequence) || sequence === 0) return null
  const from = Math.max(0, m.start - CODE_REACH)
  const own = m.at('code')
  const before = own ? null : grammar.codeBefore.find(text.slice(from, m.start))
  const codeStart = own ? own.start : before ? from + before.at('code')!.start : m.start
  let start = m.start
  let code = m.groups.code ?? before?.groups.code ?? ''
  if (code) {
    const cut = running ? leftEdge(code) : trimOpen(code)
    code = code.slice(cut).trimEnd()
    if (code) start = codeStart + cut
  }
  if (kind !== 'bracketed' && code) {
    // Several bodies issue one order: their names stand before the last, divided by spaces.
    const more = bodiesBefore(text, start)
    code = text.slice(more, start) + code
    start = more
  }
  const shown = presentText(code).replace(/^[、（(“]+|[、）)”]+$/g, '')
  const nth = grammar.ordinal.test(m.text) ? '第' : ''
  const canonical =
    kind === 'bracketed'
      ? `${shown}〔${printedYear}〕${nth}${/^\d/.test(printed) ? printed : sequence}号`
      : kind === 'order'
        ? `${shown}令${year === null ? '' : `〔${year}〕`}第${sequence}号`
        : `${shown}${year === null ? '' : `${year}年`}第${sequence}号`
  return {
    start,
    end: m.end,
    text: canonical,
    agencyCode: shown,
    year,
    sequence,
    kind: kind === 'bracketed' && grammar.orderCode.test(shown) ? 'order' : kind,
  }
}

/** Start of a run of bodies, divided by spaces, that ends at an offset; the offset itself when there is none. */
function bodiesBefore(text: string, end: number): number {
  let at = end
  for (let guard = 0; guard < 20; guard++) {
    const m = grammar.bodyBefore.find(text.slice(Math.max(0, at - 24), at))
    if (!m || !isBody(m.groups.name!)) break
    at = Math.max(0, at - 24) + m.at('name')!.start
  }
  return at
}

/** Characters of `code` that belong to the running text before it. */
function leftEdge(code: string): number {
  let cut = trimOpen(code)
  for (let guard = 0; guard < 8; guard++) {
    const m = grammar.leftEdge.at(code.slice(cut), 0)
    if (!m || m.end === 0) break
    cut += m.end
  }
  return cut
}

/** An opening bracket without its fellow stands outside. */
function trimOpen(code: string): number {
  const open = code.lastIndexOf('(')
  return open >= 0 && code.indexOf(')', open) < 0 ? open + 1 : 0
}

/** Every document number of a text, left to right, the longer reading first. */
export function numbersIn(text: string): NumberMatch[] {
  if (!text.includes('号') && !text.includes('〕')) return []
  const out: NumberMatch[] = []
  const taken = new RangeSet()
  const take = (list: Match[], kind: DocumentNumber['kind']) => {
    for (const m of list) {
      const number = read(m, kind, text, true)
      if (!number || (!number.agencyCode && kind === 'bracketed') || taken.overlaps(number)) continue
      taken.add(number)
      out.push(number)
    }
  }
  take(grammar.order.all(text), 'order')
  take(grammar.bracketed.all(text), 'bracketed')
  take(grammar.announcement.all(text), 'announcement')
  take(grammar.withoutSuffix.all(text), 'bracketed')
  return out.sort((a, b) => a.start - b.start)
}

/** The number that a line of the head consists of. */
function numberOfLine(text: string): NumberMatch | null {
  const label = grammar.label.at(text, 0)
  const offset = label?.end ?? 0
  const rest = text.slice(offset)
  const shift = (n: NumberMatch | null) => (n ? { ...n, start: n.start + offset, end: n.end + offset } : null)
  const order = grammar.order.find(rest)
  if (order) return shift(read(order, 'order', rest, false))
  const bracketed = grammar.bracketed.find(rest)
  if (bracketed) return shift(read(bracketed, 'bracketed', rest, false))
  const announcement = grammar.announcement.find(rest)
  if (announcement) return shift(read(announcement, 'announcement', rest, false))
  const bare = rest.replace(/^[\s([【]+|[\s)\]】]+$/g, '')
  const whole = grammar.serial.test(rest.trim()) ? rest.trim() : bare
  const serial = grammar.serial.find(whole)
  if (serial) {
    const at = rest.indexOf(whole)
    const n = read(serial, 'order', whole, false)
    if (!n) return null
    return shift({
      ...n,
      text: presentText(whole.replace(/\s+/g, '')),
      kind: grammar.announcementCode.test(whole) ? 'announcement' : 'order',
      start: n.start + at,
      end: n.end + at,
    })
  }
  return null
}

export function toDocumentNumber(
  context: Context,
  n: NumberMatch,
  offset: number,
): { value: DocumentNumber; range: Range } {
  const range = { start: offset + n.start, end: offset + n.end }
  return {
    range,
    value: {
      ...context.fact(range, n.text),
      agencyCode: n.agencyCode,
      year: n.year,
      sequence: n.sequence,
      kind: n.kind,
    },
  }
}

type NumberFinding = Finding<DocumentNumber>

/** Numbers that the notice prints as its own, by where they stand. */
function* printedNumbers(context: Context): Iterable<NumberFinding> {
  const found = (n: NumberMatch, element: NoticeElement, score: number, rule: string): NumberFinding => ({
    ...toDocumentNumber(context, n, element.range.start),
    score,
    rule: `document-number/${rule}`,
  })
  for (const element of context.elements('documentNumber')) {
    const n = numberOfLine(element.value)
    if (n) yield found(n, element, 1 - element.range.start * 1e-9, 'line')
    else if (grammar.unfinished.test(element.value)) {
      context.report('documentNumber/unfinished', 'the document number has no sequence', element.range)
    }
  }
  for (const element of context.elements('title')) {
    // …的通知(某发〔2024〕1号): behind the title; or the head of an order.
    const n = numberAtEnd(element.value)
    if (n) yield found(n, element, 0.8, 'title')
  }
  for (const element of context.elements('urgency')) {
    const [n] = numbersIn(element.value)
    if (n) yield found(n, element, 0.9, 'telegram')
  }
  for (const element of context.elements('caption')) {
    // 题注 of a judicial interpretation: …施行 法释〔2024〕13号
    const [n] = numbersIn(element.value)
    if (n) yield found(n, element, 0.75, 'caption')
  }
}

export const documentNumber = defineExtractor({
  name: 'documentNumber',
  many: false,
  *extract(context) {
    const printed = [...printedNumbers(context)]
    yield* printed
    const [best] = [...printed].sort((a, b) => b.score - a.score)
    for (const element of context.elements('metadata')) {
      if (!grammar.label.test(element.value)) continue
      const n = numberOfLine(element.value)
      if (!n) continue
      const row = toDocumentNumber(context, n, element.range.start)
      yield { ...row, score: 0.6, rule: 'document-number/metadata' }
      if (best && best.value.text !== row.value.text)
        reportDiffers(context, 'documentNumber', row.value, best.value.text)
    }
  },
})

function numberAtEnd(title: string): NumberMatch | null {
  const order = grammar.order.find(title)
  if (order && !/《/.test(title)) return read(order, 'order', title, false)
  const open = title.lastIndexOf('(')
  if (open < 0) return null
  const inner = title.slice(open)
  const n = grammar.bracketed.find(inner) ?? grammar.announcement.find(inner)
  if (!n || inner.slice(n.end).replace(/[)\s]/g, '') !== '') return null
  const number = read(n, grammar.bracketed.find(inner) ? 'bracketed' : 'announcement', inner, false)
  return number ? { ...number, start: number.start + open, end: number.end + open } : null
}
