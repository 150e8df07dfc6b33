/** What is said of a cited document around its name: what is done with it, its articles, its issuer. */
import wordsGrammar from '../../grammars/citation-words.js'
import { compile, type Match } from '../grammar.js'
import { isBody } from '../parse/bodies-line.js'
import type { CitationRelation } from '../types.js'
import type { Range } from './define.js'

export const words = compile(wordsGrammar)

/** How far before and behind a name its verb is looked for. */
const REACH = 90

/** A document's name in a text: 《title》 with what stands in brackets behind it, or a number. */
export interface Place extends Range {
  /** Whether 《》 stand around the name. */
  quoted: boolean
}

/** Documents that one verb governs: 根据《甲》、《乙》和《丙》. */
export interface Group extends Range {
  places: Place[]
}

/** Joins the names of a text that are listed together; places are in order and do not overlap. */
export function groupsOf(text: string, places: readonly Place[]): Group[] {
  const out: Group[] = []
  for (const place of places) {
    const last = out.at(-1)
    const between = last ? text.slice(last.end, place.start) : ''
    if (last && between.length <= 40 && words.join.test(between) && !verbsOf(between).length) {
      last.places.push(place)
      last.end = Math.max(last.end, place.end)
    } else out.push({ start: place.start, end: place.end, places: [place] })
  }
  return out
}

const RELATIONS: readonly CitationRelation[] = [
  'basis',
  'implements',
  'forwards',
  'issues',
  'repeals',
  'amends',
  'supersedes',
  'corrects',
]

interface Verb {
  relation: CitationRelation | null
  /** Behind 的 or 了: done by others, before. */
  past: boolean
  start: number
  end: number
}

function verbsOf(text: string): Verb[] {
  return words.verb.all(text).map((m: Match) => ({
    relation: RELATIONS.find((r) => m.groups[r] !== undefined) ?? null,
    past: m.groups.past !== undefined,
    start: m.start,
    end: m.end,
  }))
}

/** What the text says that the notice does with the documents of a group; null where it says nothing. */
export function relationOf(text: string, group: Group): CitationRelation | null {
  const before = text.slice(Math.max(0, group.start - REACH), group.start)
  const lead = before.slice(words.clauseEnd.all(before).at(-1)?.end ?? 0)
  const tail = text.slice(group.end, group.end + REACH)
  // 将“依照《…》”修改为: words that are quoted are not said by the notice.
  if (lead.lastIndexOf('“') > lead.lastIndexOf('”')) return null
  const governing = governs(lead)
  if (governing === 'basis' || governing === 'implements') return amended(lead, tail) ?? governing
  return effectBehind(lead, tail) ?? governing
}

/** 根据工作需要,对《…》作如下修改: the nearer words tell. */
const amended = (lead: string, tail: string): CitationRelation | null =>
  words.object.test(lead) && words.amendsBehind.test(tail) ? 'amends' : null

/** The verb before the documents. */
function governs(lead: string): CitationRelation | null {
  const verbs = verbsOf(lead)
  for (const verb of verbs.reverse()) {
    // 省厅印发的《…》, 制定的《…》 say whose the document is: the verb before them governs.
    if (verb.past) continue
    if (words.break.test(lead.slice(verb.end))) return null
    const { relation } = verb
    if (relation === 'basis' || relation === 'implements' || relation === null) return relation
    const prior = lead.slice(0, verb.start)
    if (words.already.test(prior) || !words.startsClause.test(prior)) return null
    return relation
  }
  return null
}

/** The verb behind the documents: 《…》同时废止, 将《…》转发给你们. */
function effectBehind(lead: string, tail: string): CitationRelation | null {
  const ends = words.endsBehind.at(tail, 0)
  if (ends && !words.already.test(ends.groups.between ?? '') && verbsOf(ends.groups.between ?? '').length === 0)
    return 'repeals'
  if (words.object.test(lead)) {
    if (words.amendsBehind.test(tail)) return 'amends'
    if (words.forwardsBehind.test(tail)) return 'forwards'
    if (words.issuesBehind.test(tail)) return 'issues'
    if (words.correctsBehind.test(tail)) return 'corrects'
  }
  if (words.repliesBehind.test(tail)) return 'replies'
  if (words.issuesNow.test(tail)) return 'issues'
  if (words.forwardsNow.test(tail)) return 'forwards'
  if (words.supersededBehind.test(tail)) return 'supersedes'
  if (words.implementsBehind.test(tail)) return 'implements'
  return null
}

/** What the notice's own title says of a document in it. */
export function titleRelation(before: string, after: string): CitationRelation | null {
  if (words.correctTitle.test(after)) return 'corrects'
  if (words.implementTitle.test(after)) return 'implements'
  const lead = before.slice(before.lastIndexOf('》') + 1)
  const verb = verbsOf(lead).findLast((v) => !v.past)
  if (verb) return verb.relation
  return words.replyLead.test(lead) && words.replyTitle.test(after) ? 'replies' : null
}

/** Articles named right behind a document: 第十二条、第十三条第二款. Offsets are into the text. */
export function articlesBehind(text: string, from: number): Range[] {
  const tail = text.slice(from, from + 400)
  const first = words.articles.at(tail, 0)?.at('first')
  if (!first) return []
  const out = [{ start: from + first.start, end: from + first.end }]
  for (let end = first.end; out.length < 40; ) {
    const next = words.moreArticles.find(tail.slice(end))?.at('next')
    if (!next) break
    out.push({ start: from + end + next.start, end: from + end + next.end })
    end += next.end
  }
  return out
}

/** The body named directly before a title as its issuer. Offsets are into the text. */
export function issuerBefore(text: string, open: number): Range | null {
  if (!words.bodyEnd.test(text.slice(Math.max(0, open - 1), open))) return null
  const from = Math.max(0, open - 44)
  const run = words.runBefore.find(text.slice(from, open))?.at('run')
  if (!run) return null
  const slice = text.slice(from + run.start, from + run.end)
  const cut = words.issuerLead.all(slice).at(-1)?.end ?? 0
  const name = slice.slice(cut)
  if (name.length < 2 || words.noBody.test(name) || !name.split('、').every(isBody)) return null
  return { start: from + run.start + cut, end: from + run.end }
}
