/** Documents that the notice names, each once, in order of first mention, with what it says of them. */
import citationsGrammar from '../../grammars/citations.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { squeeze } from '../read/squeeze.js'
import type { Citation, CitationRelation } from '../types.js'
import { readBackward } from './citation-backward.js'
import { isNumberAlone, numberAhead, numberBehind, numberInside, openBefore, standardsIn } from './citation-numbers.js'
import {
  addArticles,
  addIssuer,
  addNumber,
  addTitle,
  begin,
  keep,
  type ListRelation,
  mention,
  type Named,
  printed,
  type Quoted,
  quotedTitles,
  record,
  relate,
  SHORT,
  type State,
} from './citation-state.js'
import { groupsOf, type Place, relationOf, titleRelation, words } from './citation-words.js'
import { type Context, defineExtractor, type Range } from './define.js'
import { type NumberMatch, numberKey, numbersIn, toDocumentNumber } from './numbers.js'

const grammar = compile(citationsGrammar)

export const citations = defineExtractor({
  name: 'citations',
  many: true,
  *extract(context) {
    const state = begin(context)
    for (const element of context.elements('title')) readTitle(state, element)
    let index = 0
    for (const element of context.elements('paragraph', 'note', 'appendixTitle', 'appendixMark')) {
      if (element.type === 'appendixMark') state.list = null
      else if (element.type === 'appendixTitle') state.list = listAt(element.value) ?? null
      else readElement(state, element, index++)
    }
    for (const element of context.elements('title')) readForwarded(state, element)
    for (const { value } of state.findings) value.mentions?.sort((a, b) => a.start - b.start)
    yield* state.findings
  },
})

/** What may stand between two titles of a list. */
const LISTED = new Set(['', '、', '和', '及', '与', ','])

/** Documents in 《》 in the notice's own title: what it forwards, issues, repeals. */
function readTitle(state: State, element: NoticeElement): void {
  const { context } = state
  const { value: text, range } = element
  let last: { end: number; relation: CitationRelation | null } | null = null
  for (const quoted of quotedTitles(text)) {
    // 转发《甲》《乙》的通知: what is done with the first is done with those that are listed with it.
    const listed: boolean = last !== null && LISTED.has(text.slice(last.end + 1, quoted.start - 1).trim())
    const relation: CitationRelation | null =
      titleRelation(text.slice(0, quoted.start - 1), text.slice(quoted.end + 1)) ?? (listed ? last!.relation : null)
    last = { end: quoted.end, relation }
    const key = squeeze(text.slice(quoted.start, quoted.end))
    if (!relation || key.length < 4 || state.byTitle.has(key)) continue
    const citation = citationOf(context, element, quoted, null)
    citation.relation = relation
    addIssuer(state, citation, element, quoted)
    const { start, end } = quoted
    record(state, citation, key, { start: range.start + start - 1, end: range.start + end + 1 }, 'citations/own-title')
  }
}

/** A forwarded document whose title stands without 《》: 转发示例厅关于…的通知. */
function readForwarded(state: State, element: NoticeElement): void {
  const { context } = state
  const { value: text, range } = element
  const m = words.forwarding.find(text)
  const named = m && words.forwardedTitle.at(text.slice(m.end), 0)?.at('title')
  if (!m || !named) return
  const title = { start: range.start + m.end + named.start, end: range.start + m.end + named.end }
  const key = squeeze(text.slice(m.end + named.start, m.end + named.end))
  const known = state.findings.find((f) => f.value.title && squeeze(f.value.title.text).endsWith(key))
  if (known) {
    relate(known.value, 'forwards')
    mention(state, known.value, context.span(title))
    return
  }
  // 国家示例局《关于示例的报告》已经同意,现转发: the text names it better than a title can.
  if (state.findings.some((f) => f.value.relation === 'forwards')) return
  const fact = context.fact(title)
  const citation: Citation = { title: fact, documentNumber: null, span: fact.span, relation: 'forwards' }
  const issuer = m.at('issuer')!
  if (issuer.end > issuer.start)
    citation.issuer = context.fact({ start: range.start + issuer.start, end: range.start + issuer.end })
  state.findings.unshift({ value: citation, range: title, score: 1, rule: 'citations/own-title' })
}

// ---- the text ----

function readElement(state: State, element: NoticeElement, index: number): void {
  const { context } = state
  const { value: text } = element
  const quotes = text.includes('《') ? quotedTitles(text) : []
  for (const m of grammar.shortName.all(text)) state.shortNames.add(squeeze(m.groups.name!))
  // A line that ends in a file's name lists an annex.
  const numbers = grammar.fileLine.test(text) ? [] : numbersIn(text)
  if (state.lists) followList(state, text, quotes.length + numbers.length > 0)
  const named: Named[] = []
  const used = new Set<NumberMatch>()
  let group = 0
  for (const [i, quoted] of quotes.entries()) {
    // 《…》和《…》: what is said before the first is said of all.
    const before = quotes[i - 1]
    if (!before || !grammar.listed.test(text.slice(before.end + 1, quoted.start - 1))) group = quoted.start - 1
    if (isNumberAlone(text, quoted, numbers)) continue
    const inside = numberInside(text, quoted, numbers)
    const number = inside ?? numberBehind(text, quoted, numbers) ?? numberAhead(text, quoted, numbers, used)
    if (number) used.add(number)
    const title = inside ? { start: quoted.start, end: openBefore(text, inside.start) } : quoted
    const citation = readQuoted(state, element, title, number, group)
    // A short name in the brackets behind a title is no name of its own.
    const outer = named.at(-1)
    if (citation && !(outer && quoted.start < outer.place.end)) named.push({ citation, place: placeOf(text, quoted) })
  }
  for (const { value, range } of standardsIn(context, element, text)) readStandard(state, value, range)
  for (const number of numbers) {
    if (used.has(number) || !number.agencyCode) continue
    const citation = readNumber(state, element, number)
    if (citation) named.push({ citation, place: { start: number.start, end: number.end, quoted: false } })
  }
  if (state.list) readListed(state, element, named)
  named.sort((a, b) => a.place.start - b.place.start)
  describe(state, element, named)
  readBackward(state, element, named, index)
  for (const { citation } of named) state.recent.push({ citation, element: index })
}

function placeOf(text: string, quoted: Quoted): Place {
  const behind = words.bracketBehind.at(text.slice(quoted.end, quoted.end + 160), 0)
  return { start: quoted.start - 1, end: behind ? quoted.end + behind.end : quoted.end + 1, quoted: true }
}

/** A title in 《》: a document named for the first time, or one named before; null for what is none. */
function readQuoted(
  state: State,
  element: NoticeElement,
  quoted: Quoted,
  number: NumberMatch | null,
  group: number,
): Citation | null {
  const { context } = state
  const { value: text, range } = element
  const title = text.slice(quoted.start, quoted.end)
  const key = squeeze(title)
  if (grammar.mediumBehind.test(text.slice(quoted.end, quoted.end + 6))) return null
  const before = state.byTitle.get(key)
  if (before) {
    addNumber(state, before, element, number)
    mention(state, before, context.span({ start: range.start + quoted.start, end: range.start + quoted.end }))
    return before
  }
  if (!number && grammar.annexPaper.test(text.slice(Math.max(quoted.start, quoted.end - 8), quoted.end + 12)))
    return null
  const lead = text.slice(Math.max(0, group - 9), group)
  if (!keep(key, title, lead, number !== null, state)) {
    const meant = state.byShortName.get(key) ?? (key.length <= SHORT ? state.byTail.get(key) : null) ?? null
    if (meant) mention(state, meant, context.span({ start: range.start + quoted.start, end: range.start + quoted.end }))
    return meant
  }
  if (number) {
    const same = state.byNumber.get(numberKey(number))
    if (same !== undefined) return same && addTitle(state, same, key, citationOf(context, element, quoted, null))
  }
  const citation = citationOf(context, element, quoted, number)
  addIssuer(state, citation, element, quoted)
  const whole = {
    start: range.start + quoted.start - 1,
    end: range.start + Math.max(quoted.end + 1, number?.end ?? 0),
  }
  record(state, citation, key, whole, 'citations/title')
  return citation
}

/** A number that stands alone. */
function readNumber(state: State, element: NoticeElement, number: NumberMatch): Citation | null {
  const key = numberKey(number)
  const { value, range } = toDocumentNumber(state.context, number, element.range.start)
  const same = state.byNumber.get(key)
  if (same !== undefined) {
    if (same) mention(state, same, value.span)
    return same
  }
  const citation: Citation = { title: null, documentNumber: value, span: value.span }
  state.byNumber.set(key, citation)
  printed(state, citation)
  state.findings.push({ value: citation, range, score: 1, rule: 'citations/number' })
  return citation
}

function readStandard(state: State, value: Citation, range: Range): void {
  const key = numberKey(value.documentNumber!)
  if (state.byNumber.has(key)) return
  const earlier = value.title && state.byTitle.get(squeeze(value.title.text))
  state.byNumber.set(key, earlier ?? value)
  if (earlier) earlier.documentNumber = value.documentNumber
  else state.findings.push({ value, range, score: 1, rule: 'citations/standard' })
}

/** Relations, articles and short names around the names of an element. */
function describe(state: State, element: NoticeElement, named: readonly Named[]): void {
  if (!named.length) return
  const { value: text } = element
  const byPlace = new Map(named.map((n) => [n.place, n.citation]))
  for (const group of groupsOf(text, [...byPlace.keys()])) {
    const listed = state.list && words.listLead.test(text.slice(0, Math.min(group.start, 200))) ? state.list : null
    const relation = listed ?? relationOf(text, group)
    for (const place of group.places) {
      const citation = byPlace.get(place)!
      relate(citation, relation)
      addArticles(state, citation, element, place.end)
      nameShort(state, citation, element, place)
    }
  }
}

/** （以下简称《…》） in the brackets behind a document. */
function nameShort(state: State, citation: Citation, element: NoticeElement, place: Place): void {
  if (citation.shortName) return
  const { value: text, range } = element
  const inside = text.slice(place.start, place.end)
  const behind = text.slice(place.end, place.end + 60)
  const open = text.slice(place.end - 1, place.end) === ')' ? null : words.bracketBehind.at(behind, 0)
  const whole = open ? inside + behind.slice(0, open.end) : inside
  const m = grammar.shortName.find(whole) ?? words.called.find(whole)
  const name = m?.at('name')
  // The name must be that of this document, not of one inside its brackets.
  if (!name || !m) return
  const start = range.start + place.start
  citation.shortName = state.context.fact({ start: start + name.start, end: start + name.end })
  citation.mentions = citation.mentions?.filter((s) => s.start !== citation.shortName?.span.start)
  if (!citation.mentions?.length) delete citation.mentions
  state.byShortName.set(squeeze(m.groups.name!), citation)
  state.shortNames.add(squeeze(m.groups.name!))
}

/** What a line or the title of an annex says of the documents below it; undefined where it says nothing of a list. */
function listAt(text: string): ListRelation | undefined {
  if (text.length > 300) return undefined
  if (words.listRepeals.test(text)) return words.listKeeps.test(text) ? null : 'repeals'
  if (words.listAmends.test(text)) return 'amends'
  return words.listKeeps.test(text) ? null : undefined
}

/** Keeps track of the list that a paragraph begins, continues or ends. */
function followList(state: State, text: string, names: boolean): void {
  const begun = !names || text.endsWith(':') ? listAt(text) : undefined
  if (begun !== undefined) state.list = begun
  else if (state.list && !words.listItem.test(text) && !words.columnHead.test(text)) state.list = null
}

/** A title without 《》 in a list: its own document, or the title of the number beside it. */
function readListed(state: State, element: NoticeElement, named: Named[]): void {
  const { context } = state
  const { value: text, range } = element
  if (named.some((n) => n.place.quoted) || words.columnHead.test(text)) return
  const m = words.listTitle.find(text)
  const at = m?.at('title')
  if (!m || !at) return
  const key = squeeze(m.groups.title!)
  if (key.length < 5 || state.own.has(key) || state.byTitle.has(key)) return
  const title = context.fact({ start: range.start + at.start, end: range.start + at.end })
  const entry = named.find((n) => n.citation.documentNumber && !n.citation.title)
  const numbered = entry?.citation
  if (entry && numbered) {
    entry.place.start = Math.min(entry.place.start, at.start)
    numbered.title = title
    numbered.span = {
      start: Math.min(title.span.start, numbered.span.start),
      end: Math.max(title.span.end, numbered.span.end),
    }
    state.byTitle.set(key, numbered)
    return
  }
  const citation: Citation = { title, documentNumber: null, span: title.span }
  record(state, citation, key, { start: range.start + at.start, end: range.start + at.end }, 'citations/listed')
  named.push({ citation, place: { start: at.start, end: at.end, quoted: false } })
}

// ---- names ----

function citationOf(context: Context, element: NoticeElement, quoted: Quoted, number: NumberMatch | null): Citation {
  const offset = element.range.start
  const range: Range = { start: offset + quoted.start, end: offset + quoted.end }
  const documentNumber = number ? toDocumentNumber(context, number, offset).value : null
  const title = context.fact(range)
  const spans = documentNumber ? [title.span, documentNumber.span] : [title.span]
  return {
    title,
    documentNumber,
    span: { start: Math.min(...spans.map((s) => s.start)), end: Math.max(...spans.map((s) => s.end)) },
  }
}
