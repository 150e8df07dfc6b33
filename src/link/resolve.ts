/** Which document of the archive a mention means: by its number, else by title and body. */
import { type Archive, bodyFits, type Document, leadOf, type Mention, MOST_CANDIDATES } from './documents.js'
import { grammar, keyOf, likeness, numberKeys, rank, sameSeries, titleParts } from './names.js'
import type { GraphEdge } from './types.js'

export type Resolution =
  | { found: Document; by: GraphEdge['by']; certainty: GraphEdge['certainty']; doubt?: Doubt }
  /** The notice speaks of itself. */
  | { found: 'self' }
  | { found: null; doubt?: Doubt }

export interface Doubt {
  ruleId: 'link/number-differs' | 'link/title-differs' | 'link/ambiguous'
  reason: string
  related: Document[]
}

/** How alike two titles are that a misprint or an omission parts; titles of other matters share only their frame. */
const ALIKE = 0.6

/** Shortest title of which another may be a part. */
const TELLING = 4

export function resolve(mention: Mention, from: Document, archive: Archive, step: () => void): Resolution {
  if (mention.own) return { found: 'self' }
  const number = mention.documentNumber
  if (!number) return byTitle(mention, from, archive, step)
  const keys = numberKeys(number)
  if (keys.some((key) => from.numbers.includes(key))) return { found: 'self' }
  const hits = [...new Set(keys.flatMap((key) => (archive.byNumber.get(key) ?? []).slice(0, MOST_CANDIDATES + 1)))]
  const agreeing = hits.filter((hit) => {
    step()
    return titleAgrees(mention, hit)
  })
  if (agreeing.length === 1) return { found: agreeing[0]!, by: 'number', certainty: 'certain' }
  if (agreeing.length > 1) return amongSame(mention, from, agreeing)
  return againstNumber(mention, from, archive, hits, step)
}

/** Several documents bear the number: the title in full, the body and the place choose. */
function amongSame(mention: Mention, from: Document, hits: Document[]): Resolution {
  if (hits.length > MOST_CANDIDATES) return ambiguous('many documents bear this number', hits)
  const cited = mention.title ? titleParts(mention.title.text) : null
  const named = cited ? hits.filter(({ title }) => title?.core === cited.core) : []
  const issuer = mention.issuer?.text ?? cited?.issuer ?? ''
  const issued = issuer ? hits.filter((hit) => bodyFits(issuer, hit) > 0) : []
  for (const chosen of [named.filter((hit) => issued.includes(hit)), named, issued, near(hits, from)])
    if (chosen.length === 1) return { found: chosen[0]!, by: 'number', certainty: 'likely' }
  return ambiguous('several documents bear this number', hits)
}

/** The number leads nowhere or to a document of another title: the title is asked, and what is found stays doubtful. */
function againstNumber(
  mention: Mention,
  from: Document,
  archive: Archive,
  hits: Document[],
  step: () => void,
): Resolution {
  const number = mention.documentNumber!
  const titled = number.kind === 'standard' || !mention.title ? null : byTitle(mention, from, archive, step)
  const found = titled && titled.found !== 'self' ? titled.found : null
  const own = found?.notice.documentNumber
  if (found && !own) return { found, by: 'title', certainty: 'likely' }
  if (found && own && sameSeries(own, number)) {
    const reason = `the number ${number.text} is cited with the title of ${own.text}`
    return {
      found,
      by: 'title',
      certainty: 'doubtful',
      doubt: { ruleId: 'link/number-differs', reason, related: [found] },
    }
  }
  if (hits.length) {
    const reason = `${number.text} is cited with a title that is not that of the document of this number`
    return { found: null, doubt: { ruleId: 'link/title-differs', reason, related: hits.slice(0, MOST_CANDIDATES) } }
  }
  if (found && own) {
    const reason = `a document of this title is here, but its number is ${own.text}, not ${number.text}`
    return { found: null, doubt: { ruleId: 'link/number-differs', reason, related: [found] } }
  }
  return titled && titled.found === null && titled.doubt ? titled : { found: null }
}

function titleAgrees({ title }: Mention, document: Document): boolean {
  if (!title || !document.title || document.unnamed) return true
  const cited = titleParts(title.text)
  const own = document.title
  if (cited.core === own.core || document.papers.includes(cited.key)) return true
  if (cited.paper !== null && document.papers.includes(cited.paper)) return true
  const [long, short] = own.key.length >= cited.core.length ? [own.key, cited.core] : [cited.key, own.core]
  if (short.length < TELLING || long.includes(short)) return true
  return likeness(cited.core, own.core) >= ALIKE
}

function byTitle(mention: Mention, from: Document, archive: Archive, step: () => void): Resolution {
  if (!mention.title) return { found: null }
  const readings = mention.readings.length ? mention.readings : [mention.title.text]
  let last: Resolution = { found: null }
  for (const reading of readings) {
    last = byReading(reading, mention, from, archive, step)
    if (last.found) return last
  }
  return last
}

function byReading(text: string, mention: Mention, from: Document, archive: Archive, step: () => void): Resolution {
  const cited = titleParts(text)
  if (cited.core.length < TELLING) return { found: null }
  if (from.papers.includes(cited.key) || (cited.key === from.title?.key && cited.issuer)) return { found: 'self' }
  const body = bodyOf(mention, cited.issuer, from)
  const fits = (document: Document): 0 | 1 | 2 => {
    step()
    if (document === from || isLater(document, from)) return 0
    return body.fits(document)
  }
  const keys = [cited.core, ...(cited.key === cited.core ? [] : [cited.key]), ...(cited.paper ? [cited.paper] : [])]
  const exact = body.name ? keys.flatMap((key) => archive.byCoreAndBody.get(`${key}#${body.name}`) ?? []) : []
  const listed = keys.flatMap((key) => [...under(archive.byCore, key), ...under(archive.byPaper, key)])
  const pool = [...new Set(exact.length && exact.length <= MOST_CANDIDATES ? exact : listed)]
  if (pool.length > MOST_CANDIDATES) return ambiguous('many documents bear this title', [])
  const rated = pool.map((document) => ({ document, fit: fits(document) }))
  const best = Math.max(0, ...rated.map(({ fit }) => fit))
  const candidates = rated.filter(({ fit }) => fit > 0 && fit === best).map(({ document }) => document)
  return choose(candidates, body.name !== '', from)
}

const under = (map: Map<string, Document[]>, key: string) => (map.get(key) ?? []).slice(0, MOST_CANDIDATES + 1)

function choose(candidates: Document[], named: boolean, from: Document): Resolution {
  if (!named) candidates = candidates.filter((document) => !isBelow(document, from))
  const [only, second] = candidates
  if (!only) return { found: null }
  if (!second) {
    // A body that fits in full leaves no doubt; a bare title may be anybody's.
    return { found: only, by: 'title', certainty: named ? 'certain' : 'likely' }
  }
  const [nearest, next] = near(candidates, from)
  if (nearest && !next) return { found: nearest, by: 'title', certainty: 'likely' }
  return ambiguous('several documents bear this title', candidates)
}

interface NamedBody {
  /** Key of the full name; empty where none is named, or only in part. */
  name: string
  fits(document: Document): 0 | 1 | 2
}

/** The body that a mention names: in the title, as its issuer, or right before the opening mark. */
function bodyOf(mention: Mention, inTitle: string, from: Document): NamedBody {
  const lead = leadOf(mention)
  const before = grammar.bodyBefore.test(lead) ? lead.slice(0, grammar.behindBody.find(lead)?.start ?? lead.length) : ''
  const printed = inTitle || mention.issuer?.text || before
  if (grammar.ownBody.test(lead) || (mention.issuer && grammar.ownBody.test(mention.issuer.text)))
    return { name: [...from.bodies][0] ?? '', fits: (document) => (sharesBody(document, from) ? 2 : 0) }
  if (!printed) return { name: '', fits: () => 2 }
  const relative = grammar.relativeBody.find(printed)?.groups.body
  if (relative) return { name: '?', fits: (document) => (endsLike(document, relative) ? 2 : 0) }
  const key = keyOf(printed)
  // The left edge of what stands before a title is not known.
  if (printed === before) return { name: '?', fits: (document) => (endsWithBody(key, document) ? 2 : 0) }
  return { name: key, fits: (document) => bodyFits(printed, document) }
}

const sharesBody = (a: Document, b: Document) =>
  [...b.bodies].slice(0, MOST_CANDIDATES).some((body) => a.bodies.has(body))
const endsWithBody = (text: string, { bodies }: Document) =>
  [...bodies].slice(0, MOST_CANDIDATES).some((body) => body.length > 2 && text.endsWith(body))
const endsLike = ({ bodies }: Document, name: string) =>
  [...bodies].slice(0, MOST_CANDIDATES).some((body) => body.endsWith(keyOf(name)))

/** Candidates whose place holds that of the citing body: by division codes, else by names. */
function near(candidates: Document[], from: Document): Document[] {
  return candidates.filter((document) =>
    document.places.some(({ place, code }) =>
      from.places.some((own) => {
        if (code && own.code) return own.code.startsWith(code.replace(/(?:00){1,3}$/, ''))
        return place !== '' && own.place.startsWith(place)
      }),
    ),
  )
}

function isBelow(document: Document, from: Document): boolean {
  const [theirs, ours] = [rank(document.level), rank(from.level)]
  return theirs !== null && ours !== null && theirs > ours
}

const isLater = (document: Document, from: Document) =>
  document.signed !== null && from.signed !== null && document.signed.start > from.signed.start

const ambiguous = (reason: string, related: Document[]): Resolution => ({
  found: null,
  doubt: { ruleId: 'link/ambiguous', reason, related: related.slice(0, MOST_CANDIDATES) },
})
