/** Documents that the notice names, each once, in order of first mention, with what it says of them. */
import citationsGrammar from '../../grammars/citations.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { squeeze } from '../read/squeeze.js'
import type { Citation, CitationRelation, DocumentNumber, Span } from '../types.js'
import {
  articlesBehind,
  groupsOf,
  issuerBefore,
  type Place,
  relationOf,
  titleRelation,
  words,
} from './citation-words.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { type NumberMatch, numberKey, numbersIn, toDocumentNumber } from './numbers.js'
import { firstFrom } from './ranges.js'

const grammar = compile(citationsGrammar)

interface Quoted {
  /** Range of the title, without 《》, in the element's text. */
  start: number
  end: number
}

/** Titles in 《》, outermost; nesting is respected, an unclosed mark ends with the paragraph. */
function quotedTitles(text: string): Quoted[] {
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

/** How much a relation weighs against another that is said of the same document. */
const WEIGHT: Partial<Record<CitationRelation, number>> = { basis: 1, implements: 1 }
const weigh = (relation: CitationRelation | undefined) => (relation ? (WEIGHT[relation] ?? 2) : 0)

/** A list of documents to which one thing happens: what a decision or its annex repeals. */
type ListRelation = Extract<CitationRelation, 'repeals' | 'amends'> | null

/** What has been found so far in one notice. */
interface State {
  context: Context
  own: Set<string>
  /**
   * Endings of the titles named so far and of the notice's own papers, a short one in 《》 stands for the whole: the
   * document that each stands for; null where it is none, or could be several.
   */
  byTail: Map<string, Citation | null>
  shortNames: Set<string>
  byShortName: Map<string, Citation>
  byTitle: Map<string, Citation>
  byNumber: Map<string, Citation | null>
  /** Documents in the order in which they were named, for 上述通知. */
  recent: { citation: Citation; element: number }[]
  /** Where in the source documents are named. */
  places: Set<number>
  articles: Map<Citation, Set<string>>
  findings: Finding<Citation>[]
  list: ListRelation
  /** Whether anything is repealed or amended at all: without, there is no such list. */
  lists: boolean
}

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

function begin(context: Context): State {
  const own = ownNames(context)
  const state: State = {
    context,
    own,
    byTail: new Map(),
    shortNames: new Set(),
    byShortName: new Map(),
    byTitle: new Map(),
    byNumber: new Map(),
    recent: [],
    places: new Set(),
    articles: new Map(),
    findings: [],
    list: null,
    lists: words.repealsOrAmends.test(context.text),
  }
  for (const name of own) addTails(state, name, null)
  if (context.known.documentNumber) state.byNumber.set(numberKey(context.known.documentNumber), null)
  return state
}

// ---- the title ----

/** Documents in 《》 in the notice's own title: what it forwards, issues, repeals. */
function readTitle(state: State, element: NoticeElement): void {
  const { context } = state
  const { value: text, range } = element
  for (const quoted of quotedTitles(text)) {
    const relation = titleRelation(text.slice(0, quoted.start - 1), text.slice(quoted.end + 1))
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

/** A document's name in an element, and which document it is. */
interface Named {
  citation: Citation
  place: Place
}

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

/** Notes a document by its title, its number and the endings of its title. */
function record(state: State, citation: Citation, key: string, range: Range, rule: string): void {
  state.byTitle.set(key, citation)
  printed(state, citation)
  if (citation.documentNumber) state.byNumber.set(numberKey(citation.documentNumber), citation)
  addTails(state, key, citation)
  state.findings.push({ value: citation, range, score: 1, rule })
}

/** The title that a later mention gives a document named by its number. */
function addTitle(state: State, citation: Citation, key: string, named: Citation): Citation {
  if (citation.title) return citation
  citation.title = named.title
  state.byTitle.set(key, citation)
  addTails(state, key, citation)
  return citation
}

/** The number that a later mention gives a document. */
function addNumber(state: State, citation: Citation, element: NoticeElement, number: NumberMatch | null): void {
  if (!number || citation.documentNumber || state.byNumber.has(numberKey(number))) return
  citation.documentNumber = toDocumentNumber(state.context, number, element.range.start).value
  state.byNumber.set(numberKey(number), citation)
  printed(state, citation)
}

function addIssuer(state: State, citation: Citation, element: NoticeElement, quoted: Quoted): void {
  const issuer = issuerBefore(element.value, quoted.start - 1)
  if (!issuer) return
  const { start } = element.range
  citation.issuer = state.context.fact({ start: start + issuer.start, end: start + issuer.end })
}

function mention(state: State, citation: Citation, span: Span): void {
  if (state.places.has(span.start)) return
  state.places.add(span.start)
  citation.mentions ??= []
  citation.mentions.push(span)
}

/** Notes where a document's title and number are printed: these places are no further mentions. */
function printed(state: State, citation: Citation): void {
  if (citation.title) state.places.add(citation.title.span.start)
  if (citation.documentNumber) state.places.add(citation.documentNumber.span.start)
}

function addArticles(state: State, citation: Citation, element: NoticeElement, from: number): void {
  for (const { start, end } of articlesBehind(element.value, from)) {
    const fact = state.context.fact({ start: element.range.start + start, end: element.range.start + end })
    const known = state.articles.get(citation) ?? new Set()
    if (known.has(fact.text)) continue
    state.articles.set(citation, known.add(fact.text))
    citation.articles ??= []
    citation.articles.push(fact)
  }
}

function relate(citation: Citation, relation: CitationRelation | null): void {
  if (relation && weigh(relation) > weigh(citation.relation)) citation.relation = relation
}

// ---- what is said of them ----

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

/** 上述通知, 3号文, “short name”: places that mean a document named before. */
function readBackward(state: State, element: NoticeElement, named: readonly Named[], index: number): void {
  const { context } = state
  const { value: text, range } = element
  const note = (citation: Citation, start: number, end: number) => {
    const last = named[firstFrom(named, end, (n) => n.place.start) - 1]
    if (last && start < last.place.end) return
    mention(state, citation, context.span({ start: range.start + start, end: range.start + end }))
    const quoted = text[end] === '》' || text[end] === '”'
    const place = quoted ? { start: start - 1, end: end + 1, quoted } : { start, end, quoted }
    addArticles(state, citation, element, place.end)
    // 上述通知同时废止: what it loses is said of it by whatever name; a basis was named as such before.
    const relation = relationOf(text, { start: place.start, end: place.end, places: [place] })
    if (relation === 'repeals' || relation === 'amends') relate(citation, relation)
  }
  if (state.recent.length || named.length) {
    for (const m of words.above.all(text)) {
      const meant = aboveMeant(state, m.groups.type!, index, m, named)
      if (meant) note(meant, m.start, m.end)
    }
    for (const m of words.shortNumber.all(text)) {
      const meant = numberMeant(state, Number(m.groups.sequence), m.groups.year ? Number(m.groups.year) : null)
      if (meant) note(meant, m.start, m.end)
    }
  }
  if (state.byShortName.size) {
    for (const m of words.quotedName.all(text)) {
      const meant = state.byShortName.get(squeeze(m.groups.name!))
      const at = m.at('name')!
      const span = context.span({ start: range.start + at.start, end: range.start + at.end })
      if (meant && meant.shortName?.span.start !== span.start) note(meant, at.start, at.end)
    }
  }
}

/** Paragraphs, and names in them, back to which 上述 reaches. */
const ABOVE = { paragraphs: 2, names: 64 }

/** The document last named of the kind that 上述… says. */
function aboveMeant(state: State, type: string, index: number, at: Range, named: readonly Named[]): Citation | null {
  const fits = ({ title }: Citation) => grammar.anyFile.test(type) || (title?.text ?? '').endsWith(type)
  const here = named
    .slice(
      0,
      firstFrom(named, at.start, (n) => n.place.start),
    )
    .slice(-ABOVE.names)
  const before = state.recent.slice(-ABOVE.names).filter((r) => index - r.element <= ABOVE.paragraphs)
  return [...before, ...here].findLast((r) => fits(r.citation))?.citation ?? null
}

/** The one document with this sequence, for 3号文. */
function numberMeant(state: State, sequence: number, year: number | null): Citation | null {
  const fitting = new Set<Citation>()
  for (const { citation } of state.recent.slice(-ABOVE.names)) {
    const n = citation.documentNumber
    if (n && n.kind !== 'standard' && n.sequence === sequence && (year === null || n.year === year))
      fitting.add(citation)
  }
  return fitting.size === 1 ? [...fitting][0]! : null
}

// ---- lists of documents ----

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
function numberInside(text: string, quoted: Quoted, numbers: readonly NumberMatch[]): NumberMatch | null {
  const last = numbers[firstFrom(numbers, quoted.end, (n) => n.start) - 1]
  if (!last || last.start <= quoted.start || last.end > quoted.end) return null
  if (!CLOSING.test(text.slice(last.end, quoted.end)) || !OPENING.test(text.slice(quoted.start, last.start)))
    return null
  return openBefore(text, last.start) - quoted.start >= 4 ? last : null
}

/** 《示发〔2024〕3号》: the number stands in for the title. */
function isNumberAlone(text: string, quoted: Quoted, numbers: readonly NumberMatch[]): boolean {
  const last = numbers[firstFrom(numbers, quoted.end, (n) => n.start) - 1]
  return last !== undefined && last.start === quoted.start && text.slice(last.end, quoted.end).trim() === ''
}

/** 示发〔2024〕3号文件《…》: the number before a title, unless it is that of the title before. */
function numberAhead(
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
function openBefore(text: string, at: number): number {
  while (at > 0 && !OPENING.test(text[at - 1]!)) at--
  return at - 1
}

function numberBehind(text: string, quoted: Quoted, numbers: NumberMatch[]): NumberMatch | null {
  const from = quoted.end + 1
  const next = numbers[firstFrom(numbers, from, (n) => n.start)]
  if (!next || next.start - from > 24) return null
  if (text.slice(from, next.start).trim() === '') return next
  const m = grammar.numberBehind.at(text.slice(from, from + 200), 0)
  return m && next.start < from + m.end ? next : null
}

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

/** Names that are the notice itself or its own annexes, and what its title names without doing anything with it. */
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

function addTails({ byTail }: State, key: string, citation: Citation | null): void {
  for (let n = Math.min(SHORT, key.length - 1); n >= 2; n--) {
    const tail = key.slice(-n)
    const other = byTail.get(tail)
    byTail.set(tail, other === undefined || other === citation ? citation : null)
  }
}

function keep(key: string, title: string, lead: string, numbered: boolean, state: State): boolean {
  if (key.length < 2 || state.shortNames.has(key)) return false
  if (numbered) return true
  if (state.own.has(key) || grammar.bareName.test(title) || grammar.medium.test(title)) return false
  if (grammar.form.test(title) && !grammar.law.test(title)) return false
  if (grammar.lawLead.test(lead.slice(-8))) return false
  // A shorter form of a title named before, or of one of the notice's own papers.
  if (key.length <= SHORT && state.byTail.has(key)) return false
  return true
}
