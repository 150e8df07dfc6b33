/** What has been found of the documents that a notice names, and how a further mention adds to it. */
import citationsGrammar from '../../grammars/citations.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { squeeze } from '../read/squeeze.js'
import type { Citation, CitationRelation, Span } from '../types.js'
import { articlesBehind, issuerBefore, type Place, words } from './citation-words.js'
import type { Context, Finding, Range } from './define.js'
import { type NumberMatch, numberKey, toDocumentNumber } from './numbers.js'

const grammar = compile(citationsGrammar)

export interface Quoted {
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

/** How much a relation weighs against another that is said of the same document. */
const WEIGHT: Partial<Record<CitationRelation, number>> = { basis: 1, implements: 1 }
const weigh = (relation: CitationRelation | undefined) => (relation ? (WEIGHT[relation] ?? 2) : 0)

/** A list of documents to which one thing happens: what a decision or its annex repeals. */
export type ListRelation = Extract<CitationRelation, 'repeals' | 'amends'> | null

/** What has been found so far in one notice. */
export interface State {
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

export function begin(context: Context): State {
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

/** A document's name in an element, and which document it is. */
export interface Named {
  citation: Citation
  place: Place
}

/** Notes a document by its title, its number and the endings of its title. */
export function record(state: State, citation: Citation, key: string, range: Range, rule: string): void {
  state.byTitle.set(key, citation)
  printed(state, citation)
  if (citation.documentNumber) state.byNumber.set(numberKey(citation.documentNumber), citation)
  addTails(state, key, citation)
  state.findings.push({ value: citation, range, score: 1, rule })
}

/** The title that a later mention gives a document named by its number. */
export function addTitle(state: State, citation: Citation, key: string, named: Citation): Citation {
  if (citation.title) return citation
  citation.title = named.title
  state.byTitle.set(key, citation)
  addTails(state, key, citation)
  return citation
}

/** The number that a later mention gives a document. */
export function addNumber(state: State, citation: Citation, element: NoticeElement, number: NumberMatch | null): void {
  if (!number || citation.documentNumber || state.byNumber.has(numberKey(number))) return
  citation.documentNumber = toDocumentNumber(state.context, number, element.range.start).value
  state.byNumber.set(numberKey(number), citation)
  printed(state, citation)
}

export function addIssuer(state: State, citation: Citation, element: NoticeElement, quoted: Quoted): void {
  const issuer = issuerBefore(element.value, quoted.start - 1)
  if (!issuer) return
  const { start } = element.range
  citation.issuer = state.context.fact({ start: start + issuer.start, end: start + issuer.end })
}

export function mention(state: State, citation: Citation, span: Span): void {
  if (state.places.has(span.start)) return
  state.places.add(span.start)
  citation.mentions ??= []
  citation.mentions.push(span)
}

/** Notes where a document's title and number are printed: these places are no further mentions. */
export function printed(state: State, citation: Citation): void {
  if (citation.title) state.places.add(citation.title.span.start)
  if (citation.documentNumber) state.places.add(citation.documentNumber.span.start)
}

export function addArticles(state: State, citation: Citation, element: NoticeElement, from: number): void {
  for (const { start, end } of articlesBehind(element.value, from)) {
    const fact = state.context.fact({ start: element.range.start + start, end: element.range.start + end })
    const known = state.articles.get(citation) ?? new Set()
    if (known.has(fact.text)) continue
    state.articles.set(citation, known.add(fact.text))
    citation.articles ??= []
    citation.articles.push(fact)
  }
}

export function relate(citation: Citation, relation: CitationRelation | null): void {
  if (relation && weigh(relation) > weigh(citation.relation)) citation.relation = relation
}

// ---- what is said of them ----

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
export const SHORT = 8

function addTails({ byTail }: State, key: string, citation: Citation | null): void {
  for (let n = Math.min(SHORT, key.length - 1); n >= 2; n--) {
    const tail = key.slice(-n)
    const other = byTail.get(tail)
    byTail.set(tail, other === undefined || other === citation ? citation : null)
  }
}

export function keep(key: string, title: string, lead: string, numbered: boolean, state: State): boolean {
  if (key.length < 2 || state.shortNames.has(key)) return false
  if (numbered) return true
  if (state.own.has(key) || grammar.bareName.test(title) || grammar.medium.test(title)) return false
  if (grammar.form.test(title) && !grammar.law.test(title)) return false
  if (grammar.lawLead.test(lead.slice(-8))) return false
  // A shorter form of a title named before, or of one of the notice's own papers.
  if (key.length <= SHORT && state.byTail.has(key)) return false
  return true
}
