/** Documents that the notice names, each once, in order of first mention. */
import citationsGrammar from '../../grammars/citations.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { squeeze } from '../parse/zones.js'
import type { Citation, DocumentNumber } from '../types.js'
import { type Context, defineExtractor, type Range } from './define.js'
import { type NumberMatch, numberKey, numbersIn, toDocumentNumber } from './numbers.js'
import { firstFrom } from './ranges.js'

const grammar = compile(citationsGrammar)

interface Quoted {
  /** Range of the title, without 《》, in the element's text. */
  start: number
  end: number
}

/** Titles in 《》, outermost; nesting is respected, an unclosed mark ends with the paragraph. */
export function quotedTitles(text: string): Quoted[] {
  const out: Quoted[] = []
  for (let open = text.indexOf('《'); open >= 0; ) {
    let depth = 1
    let i = open + 1
    const limit = Math.min(text.length, open + 400)
    while (i < limit && depth > 0) {
      if (text[i] === '《') depth++
      else if (text[i] === '》') depth--
      i++
    }
    if (depth === 0) {
      out.push({ start: open + 1, end: i - 1 })
      open = text.indexOf('《', i)
    } else open = text.indexOf('《', open + 1)
  }
  return out
}

export const citations = defineExtractor({
  name: 'citations',
  many: true,
  *extract(context) {
    const own = ownNames(context)
    /** Endings of the titles named so far and of the notice's own papers: a short one in 《》 stands for the whole. */
    const tails = new Set<string>()
    for (const name of own) addTails(tails, name)
    const shortNames = new Set<string>()
    const seenTitles = new Map<string, Citation>()
    const seenNumbers = new Set<string>()
    if (context.known.documentNumber) seenNumbers.add(numberKey(context.known.documentNumber))
    for (const element of context.elements('paragraph', 'note', 'attachmentItem')) {
      const { value: text } = element
      if (element.type !== 'attachmentItem') {
        for (const m of grammar.shortName.all(text)) shortNames.add(squeeze(m.groups.name!))
        // A line that ends in a file's name lists an annex.
        const numbers = grammar.fileLine.test(text) ? [] : numbersIn(text)
        const used = new Set<NumberMatch>()
        for (const quoted of quotedTitles(text)) {
          const number = numberBehind(text, quoted, numbers)
          if (number) used.add(number)
          const citation = citationOf(context, element, quoted, number)
          const key = squeeze(text.slice(quoted.start, quoted.end))
          if (grammar.mediumBehind.test(text.slice(quoted.end, quoted.end + 6))) continue
          if (
            !keep(
              key,
              text.slice(quoted.start, quoted.end),
              text.slice(Math.max(0, quoted.start - 10), quoted.start - 1),
              number !== null,
              own,
              shortNames,
              tails,
            )
          )
            continue
          const before = seenTitles.get(key)
          if (before) continue
          if (number) {
            if (seenNumbers.has(numberKey(number))) continue
            seenNumbers.add(numberKey(number))
          }
          seenTitles.set(key, citation)
          addTails(tails, key)
          const range = {
            start: element.range.start + quoted.start - 1,
            end: element.range.start + Math.max(quoted.end + 1, number?.end ?? 0),
          }
          yield { value: citation, range, score: 1, rule: 'citations/title' }
        }
        for (const { value, range } of standardsIn(context, element, text)) {
          if (seenNumbers.has(numberKey(value.documentNumber!))) continue
          seenNumbers.add(numberKey(value.documentNumber!))
          const title = value.title
          if (title) {
            const earlier = seenTitles.get(squeeze(title.text))
            if (earlier) {
              earlier.documentNumber = value.documentNumber
              continue
            }
          }
          yield { value, range, score: 1, rule: 'citations/standard' }
        }
        for (const number of numbers) {
          if (used.has(number) || !number.agencyCode || seenNumbers.has(numberKey(number))) continue
          seenNumbers.add(numberKey(number))
          const { value, range } = toDocumentNumber(context, number, element.range.start)
          yield {
            value: { title: null, documentNumber: value, span: value.span },
            range,
            score: 1,
            rule: 'citations/number',
          }
        }
      }
    }
  },
})

/** How far before a standard's code its title may begin. */
const TITLE_REACH = 120

/** Standards by their code; the title in 《》 right before the code goes with it. */
function* standardsIn(
  context: Context,
  element: NoticeElement,
  text: string,
): Iterable<{ value: Citation; range: Range }> {
  if (!text.includes('-') && !text.includes('—')) return
  const offset = element.range.start
  for (const m of grammar.standard.all(text)) {
    const range = { start: offset + m.start, end: offset + m.end }
    const documentNumber: DocumentNumber = {
      ...context.fact(range),
      agencyCode: m.groups.series!,
      year: m.groups.year ? Number(m.groups.year) : null,
      sequence: Number(m.groups.sequence),
      kind: 'standard',
    }
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

function numberBehind(text: string, quoted: Quoted, numbers: NumberMatch[]): NumberMatch | null {
  const from = quoted.end + 1
  const next = numbers[firstFrom(numbers, from, (n) => n.start)]
  if (!next || next.start - from > 24) return null
  const m = grammar.numberBehind.at(text.slice(from, from + 200), 0)
  return m && next.start < from + m.end ? next : null
}

function citationOf(context: Context, element: NoticeElement, quoted: Quoted, number: NumberMatch | null): Citation {
  const offset = element.range.start
  const range: Range = { start: offset + quoted.start, end: offset + quoted.end }
  const documentNumber = number ? toDocumentNumber(context, number, offset).value : null
  const title = context.fact(range)
  return { title, documentNumber, span: { start: title.span.start, end: documentNumber?.span.end ?? title.span.end } }
}

/** Names that are the notice itself or its own annexes and what it issues. */
function ownNames(context: Context): Set<string> {
  const own = new Set<string>()
  for (const a of context.known.attachments ?? []) own.add(squeeze(a.text))
  for (const element of context.elements('appendixTitle')) own.add(squeeze(element.value))
  for (const element of context.elements('title')) {
    own.add(squeeze(element.value))
    for (const q of quotedTitles(element.value)) own.add(squeeze(element.value.slice(q.start, q.end)))
  }
  return own
}

/** Longest short name. */
const SHORT = 8

function addTails(tails: Set<string>, key: string): void {
  for (let n = 2; n <= SHORT && n < key.length; n++) tails.add(key.slice(-n))
}

function keep(
  key: string,
  title: string,
  lead: string,
  numbered: boolean,
  own: Set<string>,
  shortNames: Set<string>,
  tails: Set<string>,
): boolean {
  if (key.length < 2 || shortNames.has(key)) return false
  if (numbered) return true
  if (own.has(key) || grammar.bareName.test(title) || grammar.medium.test(title)) return false
  if (grammar.form.test(title) && !grammar.law.test(title)) return false
  if (grammar.lawLead.test(lead.slice(-8))) return false
  // A shorter form of a title named before, or of one of the notice's own papers.
  if (key.length <= SHORT && tails.has(key)) return false
  return true
}
