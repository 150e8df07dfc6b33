/** Notices to documents: copies of one document become one, and all are indexed by number, title and what they issue. */
import { canonicalBody } from '../knowledge/bodies.js'
import type { Citation, Fact, Notice, NoticeDate, Span } from '../types.js'
import { fold, grammar, keyOf, levelOf, numberKeys, placeOf, type TitleParts, titleParts } from './names.js'
import type { Level, Relation } from './types.js'

export interface Document {
  id: string
  notice: Notice
  notices: number[]
  title: TitleParts | null
  level: Level | null
  signed: NoticeDate | null
  /** Names of the issuing bodies, as printed and in full, and all run together as a title prints them. */
  bodies: Set<string>
  places: { place: string; code: string | undefined }[]
  numbers: string[]
  /** Names of what it issues or puts into force. */
  papers: string[]
  /** The title is only the masthead of an order: it says nothing of what the order is about. */
  unnamed: boolean
}

/** A document that a notice names: a citation, or what its own title forwards or acts on. */
export interface Mention {
  notice: Notice
  title: Fact | null
  documentNumber: Citation['documentNumber']
  issuer: Fact | null
  relation: Relation | null
  span: Span
  /** Readings of the title to try before the printed one. */
  readings: string[]
  /** Behind it is what the notice itself puts into force. */
  own: boolean
  /** Read off the notice's own title. */
  fromTitle: boolean
}

export interface Archive {
  documents: Document[]
  byNumber: Map<string, Document[]>
  byCore: Map<string, Document[]>
  byPaper: Map<string, Document[]>
  /** By core and body, so that a title that many bodies use costs no search. */
  byCoreAndBody: Map<string, Document[]>
}

/** How many candidates under one key are looked at; more leave every search without a result. */
export const MOST_CANDIDATES = 16

export function readArchive(notices: readonly Notice[], onCopy: (of: Document, index: number) => void): Archive {
  const archive: Archive = {
    documents: [],
    byNumber: new Map(),
    byCore: new Map(),
    byPaper: new Map(),
    byCoreAndBody: new Map(),
  }
  const same = new Map<string, Document[]>()
  notices.forEach((notice, index) => {
    const document = toDocument(notice, index, archive.documents.length + 1)
    const keys = identities(document)
    const first = keys.flatMap((key) => same.get(key) ?? []).find((other) => maySame(other, document))
    if (first) {
      first.notices.push(index)
      onCopy(first, index)
      return
    }
    for (const key of keys) remember(same, key, document)
    archive.documents.push(document)
    indexDocument(archive, document)
  })
  return archive
}

function toDocument(notice: Notice, index: number, n: number): Document {
  const bodies = notice.issuingBodies.flatMap(({ text, name }) => [keyOf(text), keyOf(name)])
  bodies.push(notice.issuingBodies.map(({ text }) => keyOf(text)).join(''))
  const title = notice.title ? titleParts(notice.title.text) : null
  const unnamed =
    notice.documentNumber?.kind === 'order' && (title === null || (title.issuer === '' && title.paper === null))
  const papers = title?.paper ? [title.paper] : []
  for (const mention of mentionsOf(notice)) if (mention.own && mention.title) papers.push(keyOf(mention.title.text))
  return {
    id: `n${n}`,
    notice,
    notices: [index],
    title,
    level: levelOf(notice.issuingBodies),
    signed: notice.dates.find(({ role }) => role === 'signed') ?? null,
    bodies: new Set(bodies.filter((name) => name !== '')),
    places: notice.issuingBodies.map(({ name, divisionCode }) => ({ place: placeOf(name).place, code: divisionCode })),
    numbers: notice.documentNumber ? numberKeys(notice.documentNumber, notice.issuingBodies) : [],
    papers: [...new Set(papers)],
    unnamed,
  }
}

/** Under which a second notice is a copy of the first: number and title; without a number title, bodies and day. */
function identities({ numbers, title, signed, bodies }: Document): string[] {
  if (numbers.length) return numbers.map((number) => `${number}#${title?.core ?? ''}`)
  return title && signed && bodies.size ? [`#${title.core}#${signed.start}#${[...bodies].sort().join()}`] : []
}

/** A copy may have lost its date or its signature; agency codes and titles recur in other places. */
const maySame = (a: Document, b: Document) =>
  (!a.signed || !b.signed || a.signed.start === b.signed.start) &&
  (!a.bodies.size || !b.bodies.size || [...b.bodies].slice(0, MOST_CANDIDATES).some((body) => a.bodies.has(body)))

function remember(same: Map<string, Document[]>, key: string, document: Document): void {
  const list = same.get(key)
  if (!list) same.set(key, [document])
  else if (list.length < MOST_CANDIDATES) list.push(document)
}

function indexDocument(archive: Archive, document: Document): void {
  const put = (map: Map<string, Document[]>, key: string) => {
    const list = map.get(key)
    if (list) list.push(document)
    else map.set(key, [document])
  }
  for (const key of document.numbers) put(archive.byNumber, key)
  if (document.title) {
    put(archive.byCore, document.title.core)
    const bodies = new Set([...document.bodies, document.title.issuer])
    for (const body of bodies) put(archive.byCoreAndBody, `${document.title.core}#${body}`)
  }
  for (const paper of document.papers) {
    put(archive.byPaper, paper)
    for (const body of document.bodies) put(archive.byCoreAndBody, `${paper}#${body}`)
  }
}

/** How far before and behind a title its surroundings are read. */
const REACH = 60

/** All documents that a notice names: what its own title says first, then its citations. */
export function mentionsOf(notice: Notice): Mention[] {
  const out: Mention[] = []
  if (notice.title) out.push(...mentionsInTitle(notice, notice.title))
  const order = notice.documentNumber?.kind === 'order'
  for (const citation of notice.citations) {
    const behind = fold(
      notice.source.text.slice(citation.title?.span.end ?? 0, (citation.title?.span.end ?? 0) + REACH),
    )
    const own = citation.title !== null && order && grammar.adopted.at(behind, 0) !== null
    out.push({
      notice,
      title: citation.title,
      documentNumber: citation.documentNumber,
      issuer: citation.issuer ?? null,
      relation: citation.relation ?? null,
      span: citation.span,
      readings: [],
      own: own || (citation.relation === 'issues' && (order || !citation.documentNumber)),
      fromTitle: false,
    })
  }
  return out
}

const RELATIONS = ['forwards', 'repeals', 'amends', 'issues', 'implements'] as const

/** What the notice's own title forwards, amends, repeals or carries out: citations leave it out. */
function mentionsInTitle(notice: Notice, title: Fact): Mention[] {
  const bare = { notice, documentNumber: null, issuer: null, span: title.span, own: false, fromTitle: true }
  const open = title.text.indexOf('《')
  const close = title.text.lastIndexOf('》')
  const quoted = open >= 0 && close > open ? title.text.slice(open + 1, close) : null
  const { forwarded } = titleParts(title.text)
  if (forwarded.length) {
    const text = quoted ?? forwarded[0]!
    return [{ ...bare, title: { text, span: title.span }, relation: 'forwards', readings: forwarded }]
  }
  if (quoted === null) return []
  const before = fold(title.text.slice(0, open))
  const relation = RELATIONS.find((name) => grammar[name].test(before)) ?? null
  if (relation === 'issues') return []
  return [{ ...bare, title: { text: quoted, span: title.span }, relation, readings: [] }]
}

/** Text right before the opening mark of a cited title. */
export function leadOf({ notice, title, fromTitle }: Mention): string {
  if (!title || fromTitle) return ''
  const before = fold(notice.source.text.slice(Math.max(0, title.span.start - REACH), title.span.start))
  return before.endsWith('《') ? before.slice(0, -1).replace(/\s+/g, '') : ''
}

/** How well a body that is named before a title fits a document: 2 in full, 1 shortened or an office of it, 0 not. */
export function bodyFits(name: string, { bodies }: Document): 0 | 1 | 2 {
  const key = keyOf(name)
  const canonical = keyOf(canonicalBody(name).name)
  if (bodies.has(key) || bodies.has(canonical)) return 2
  let looked = 0
  for (const body of bodies) {
    if (looked++ === MOST_CANDIDATES) break
    if (body.length > 3 && (key.startsWith(body) || body.startsWith(key))) return 1
  }
  return 0
}
