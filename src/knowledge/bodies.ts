/**
 * What is known of bodies by name: the full name of a short or former one, the level it stands on, the division it acts for.
 * Central bodies are looked up; a local one is its place and its department, each known by itself.
 */
import { centralBodies, centralPrefix } from '../../grammars/lexicon/central-bodies.js'
import {
  committee,
  departmentLevels,
  innerEndings,
  otherEndings,
  ownWords,
  partyGroups,
  publicEndings,
  relativePlaces,
  townshipBodies,
  townshipEndings,
} from '../../grammars/lexicon/departments.js'
import type { IssuingBody } from '../types.js'
import { type Department, departmentAndUnit, departmentHeads, departmentOf, nameIn } from './departments.js'
import { type Entry, entryIn, unfoldNames, type Years } from './lexicon.js'
import { known, type Place, placeNamed, placeOfKind, placesAt, settle } from './places.js'
import { remembered } from './remember.js'

/** A body by its full name. */
export interface Body {
  /** Canonical full name: 科学技术部, 太原市科学技术局, 中共山西省委宣传部. */
  name: string
  /** Absent where the name does not tell it: an unknown 市 is a prefecture or a county. */
  level?: IssuingBody['level']
  /** GB/T 2260 code of the division that the body acts for. */
  divisionCode?: string
  /** Years of a body that is no more; open where they differ from place to place. */
  years?: Years
  /** Name of what took the place of a former body. */
  successor?: string
}

/** What tells bodies of one name apart. */
export interface FindBodyOptions {
  /** Where the name is used, for 市科协 and names that several places share: a division's name or code, or a body of it. */
  place?: string
  /** Year in which the name is used: 国家计委 was another body in 1997 than in 2000. */
  year?: number
}

/** What resolving a name needs to know, unfolded. */
export interface Whereabouts {
  place?: Place | undefined
  year?: number | undefined
}

let central: Map<string, Entry[]> | undefined
/** Characters of the longest name that is looked at, and readings of its place that are tried. */
const LONGEST = 60
const MOST_READINGS = 120

/**
 * The body that a short, full, former or local name means.
 *
 * ```ts
 * findBody('科技部') // { name: '科学技术部', level: 'central' }
 * findBody('太原市科技局') // { name: '太原市科学技术局', level: 'prefecture', divisionCode: '140100' }
 * findBody('市科协', { place: '太原市' })?.name // 太原市科学技术协会
 * findBody('质检总局')?.years // { from: 2001, to: 2018 }
 * ```
 *
 * Throws `TypeError` on a wrong argument.
 *
 * @returns null where nothing is known of the name, or where it says 市 or 省 without `place`.
 */
export function findBody(name: string, options: FindBodyOptions = {}): Body | null {
  if (typeof name !== 'string') throw new TypeError('findBody: name must be a string')
  if (options === null || typeof options !== 'object') throw new TypeError('findBody: options must be an object')
  if (options.place !== undefined && typeof options.place !== 'string')
    throw new TypeError('findBody: options.place must be a string')
  if (options.year !== undefined && !Number.isInteger(options.year))
    throw new TypeError('findBody: options.year must be a whole number')
  const body = bodyNamed(name, {
    place: options.place === undefined ? undefined : placeIn(options.place),
    year: options.year,
  })
  // What is remembered is nobody's to change.
  return body && copyOf(body)
}

/** A body that may be changed. */
export const copyOf = (body: Body): Body => ({ ...body, ...(body.years ? { years: { ...body.years } } : {}) })

/** The place of a division or body: by code, by name, or at the head of the body's name. */
export const placeIn = remembered((text: string): Place | undefined => placeNamed(text) ?? localParts(text, {})?.place)

/** See `findBody`; the place is unfolded already. */
export const bodyNamed = remembered(
  readBody,
  ({ place, year }: Whereabouts) =>
    `|${year ?? ''}|${place ? `${place.names.join(' ')}|${place.divisions.map((d) => d.code).join(' ')}|${place.level}` : ''}`,
)

function readBody(printed: string, where: Whereabouts): Body | null {
  const text = printed.replace(/\s/g, '')
  if (text.length < 2 || text.length > LONGEST) return null
  const found = centralBody(text, where)
  if (found) return found
  const parts = relativeParts(text, where) ?? localParts(text, where) ?? bareParts(text, where)
  if (parts) return localBody(parts)
  return centralUnit(text, where.year) ?? partyGroup(text, where) ?? township(text) ?? otherLocal(text, where)
}

/** Full name and, where it is known, the level; the name as printed where nothing is known of it. */
export const canonicalBody = (printed: string): Pick<Body, 'name' | 'level'> =>
  bodyNamed(printed, {}) ?? { name: printed }

/** The kind of place that a name says without saying which (市科协: 市), where the rest of it is a department. */
export const relativeKind = remembered(
  (printed: string): string | null => relativeSplit(printed.replace(/\s/g, ''), undefined)?.kind ?? null,
)

/** Whether a name is said of a place that it does not print: 市科协, 教育局. */
export const isPlaceless = remembered((printed: string): boolean => {
  const text = printed.replace(/\s/g, '')
  return departmentOf('', text)?.regular === true || relativeKind(text) !== null
})

function withYears<T extends Body>(body: T, { years, successor }: Entry): T {
  if (years) body.years = years
  if (successor) body.successor = successor
  return body
}

function centralEntry(text: string, year?: number): Entry | undefined {
  central ??= unfoldNames(centralBodies)
  const entry = entryIn(central.get(text), year)
  if (entry || !text.startsWith(centralPrefix)) return entry
  return entryIn(central.get(text.slice(centralPrefix.length)), year)
}

function centralBody(text: string, { place, year }: Whereabouts): Body | null {
  const entry = centralEntry(text, year)
  // 国资委, 卫生健康委 among bodies of a place are that place's.
  if (!entry || (place && entry.name !== text && departmentOf('', text))) return null
  return withYears({ name: entry.name, level: 'central' }, entry)
}

/** 教育部办公厅, 国家发展改革委价格司: a central body and a unit within it. */
function centralUnit(text: string, year?: number): Body | null {
  for (let at = text.length - 2; at >= 3; at--) {
    const entry = centralEntry(text.slice(0, at), year)
    if (!entry) continue
    const unit = text.slice(at)
    if (!innerEndings.some((e) => unit.endsWith(e))) return null
    // A unit that is named after a place (中国证监会山西监管局) acts there.
    const [place] = placesAt(unit, 0)
    const name = entry.name + unit
    if (!place?.divisions.length) return { name, level: 'central' }
    return { name, ...standing(place) }
  }
  return null
}

/** 中共示例市教育局党组: the Party's group in a body. */
function partyGroup(text: string, where: Whereabouts): Body | null {
  const [head, tails] = partyGroups
  const tail = text.startsWith(head) ? tails.find((t) => text.endsWith(t)) : undefined
  const body = tail && bodyNamed(text.slice(head.length, -tail.length), where)
  return body ? { ...body, name: head + body.name + tail } : null
}

/** Level and code of a place. */
function standing(place: Place): Pick<Body, 'level' | 'divisionCode'> {
  const [division] = place.divisions.length === 1 ? place.divisions : []
  return {
    ...(place.level ? { level: place.level } : {}),
    ...(division ? { divisionCode: division.code } : {}),
  }
}

interface Parts {
  place: Place
  department: Department
  /** Unit within the department; empty where none is named. */
  unit: string
}

function localBody({ place, department, unit }: Parts): Body {
  const body = withYears<Body>({ name: nameIn(place.names.join(''), department, unit), ...standing(place) }, department)
  if (body.successor) body.successor = place.names.join('') + body.successor
  // 示例市公安局示例分局 of a district that is known acts there.
  const [inner] = unit ? placesAt(unit, 0, place) : []
  return inner?.divisions.length ? { ...body, ...standing(settle(inner, place)) } : body
}

/** A name that says its place: 太原市科技局, 中共太原市委, 共青团示例市委. */
function localParts(text: string, { place: other, year }: Whereabouts): Parts | null {
  if (text.length > LONGEST) return null
  let readings = 0
  for (const head of departmentHeads()) {
    if (!text.startsWith(head)) continue
    for (const reading of placesAt(text, head.length)) {
      if (++readings > MOST_READINGS) return null
      const rest = text.slice(reading.end)
      const again = rest.startsWith(text[reading.end - 1] + committee) ? 1 : 0
      const found = departmentAndUnit(head, rest.slice(again), year)
      if (found) return { place: settle(byDepartment(reading, found.department), other), ...found }
    }
  }
  return null
}

/** What the department tells of its place: a 厅 is a province's (吉林教育厅: the province, not the city). */
function byDepartment(place: Place, { name }: Department): Place {
  const level = departmentLevels.find(([ending]) => name.endsWith(ending))?.[1]
  if (!level || place.level) return place
  const [division, ...more] = place.divisions.filter((d) => d.level === level)
  return division && !more.length ? known(place, division) : { ...place, level }
}

function relativeSplit(text: string, year?: number): { kind: string; department: Department; unit: string } | null {
  for (const head of departmentHeads()) {
    if (!text.startsWith(head)) continue
    const own = ownWords.some((w) => text.startsWith(w, head.length)) ? head.length + 1 : head.length
    const kind = relativePlaces.find((k) => text.startsWith(k, own))
    const found = kind && departmentAndUnit(head, text.slice(own + kind.length), year)
    if (found) return { kind, ...found }
  }
  return null
}

/** 市科协, 省委宣传部, 团市委: the place is the other's. */
function relativeParts(text: string, { place: other, year }: Whereabouts): Parts | null {
  const split = other ? relativeSplit(text, year) : null
  const place = split && placeOfKind(other!, split.kind)
  return place ? { place, department: split.department, unit: split.unit } : null
}

/** A department alone (财政厅 beside 示例省教育厅): a 厅 is the province's, another the place's own. */
function bareParts(text: string, { place: other, year }: Whereabouts): Parts | null {
  if (!other) return null
  const department = departmentOf('', text, year)
  // 国资委 is no 厅 or 局, but stands alone as central bodies do.
  if (!department || !(department.regular || centralEntry(text, year))) return null
  const place = department.name.endsWith('厅') ? provinceOf(other) : other
  return place && place.divisions.length < 2 ? { place, department, unit: '' } : null
}

function provinceOf(place: Place): Place | undefined {
  if (place.level === 'province') return place
  return ['省', '自治区'].map((kind) => placeOfKind(place, kind)).find((p) => p !== undefined)
}

/** 示例镇人民政府, 示例街道办事处: the township has no code in GB/T 2260. */
function township(text: string): Body | null {
  for (const [short, full] of townshipBodies) {
    if (!text.endsWith(short)) continue
    const place = text.slice(0, -short.length)
    if (townshipEndings.some((e) => place.endsWith(e) && place.length > e.length))
      return { name: place + full, level: 'township' }
  }
  return null
}

/** A body of a place under a name of its own: 太原市能源发展局, or 市能源发展局 there. */
function otherLocal(text: string, { place: other }: Whereabouts): Body | null {
  if (!isPublic(text)) return null
  let readings = 0
  for (const reading of placesAt(text, 0)) {
    if (++readings > MOST_READINGS) break
    if (!reading.whole || !reading.divisions.length || text.length - reading.end < 2) continue
    return { name: reading.names.join('') + text.slice(reading.end), ...standing(settle(reading, other)) }
  }
  const kind = other && relativePlaces.find((k) => text.startsWith(k))
  const place = kind ? placeOfKind(other, kind) : undefined
  return place ? { name: place.names.join('') + text.slice(kind!.length), ...standing(place) } : null
}

/** Whether a name ends as that of a body which acts for a place, or of a unit within one (示例市能源发展局规划处). */
function isPublic(text: string): boolean {
  if (otherEndings.some((e) => text.endsWith(e))) return false
  const isBody = (name: string) => publicEndings.some((e) => name.endsWith(e) && name.length > e.length)
  if (isBody(text)) return true
  for (let at = text.length - 2; at > 2 && innerEndings.some((e) => text.endsWith(e)); at--)
    if (isBody(text.slice(0, at))) return true
  return false
}
