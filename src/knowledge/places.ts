/** The place at the head of a body's name: known divisions (山西省太原市), or what has the shape of one (示例市示例区). */
import { notPlaces, placeEndings } from '../../grammars/lexicon/departments.js'
import type { IssuingBody } from '../types.js'
import { chainOf, type Division, divisionOf, divisionsAt, divisionsNamed, isWithin } from './divisions.js'

export interface Place {
  /** From the highest to the place itself, as printed, short names in full. */
  names: string[]
  /** What the last of the names can mean; empty where it is not known. */
  divisions: readonly Division[]
  level?: IssuingBody['level']
  /** Where it ends in the text. */
  end: number
  /** Whether its last name is printed with its ending: 太原市, not 太原. */
  whole: boolean
}

/** Longest name of a division that the table does not know. */
const UNKNOWN = 10
const DEPTH = 4

/** The level of a kind of place; none for 市, which may be any. */
export const placeLevel = (kind: string): Place['level'] => placeEndings.find(([e]) => e === kind)?.[1]

/** Readings of the place that begins at an offset, those that take more of the text first. */
export function* placesAt(text: string, at: number, above?: Place): Generator<Place, undefined> {
  if ((above?.names.length ?? 0) >= DEPTH) return
  for (const { name: printed, divisions } of divisionsAt(text, at)) {
    const end = at + printed.length
    const found = divisions.filter((d) => mayFollow(d, printed, above))
    if (!found.length) continue
    const full = found.every((d) => d.name === found[0]!.name) ? found[0]!.name : printed
    const level = found.every((d) => d.level === found[0]!.level) ? found[0]!.level : undefined
    const place: Place = {
      names: [...(above?.names ?? []), full],
      divisions: found,
      ...(level ? { level } : {}),
      end,
      whole: found.some((d) => d.name === printed),
    }
    yield* placesAt(text, end, place)
    yield place
  }
  yield* unknownAt(text, at, above)
}

/** Whether a division may stand behind a place: within it, and not shortened where the place is not known. */
function mayFollow(d: Division, printed: string, above?: Place): boolean {
  if (!above) return true
  if (!above.divisions.length) return d.name === printed
  return above.divisions.some((a) => a.code !== d.code && isWithin(d, a))
}

/** Readings of a place that no table knows, by its ending. */
function* unknownAt(text: string, at: number, above?: Place): Generator<Place, undefined> {
  if (at >= text.length || notPlaces.includes(text[at]!) || above?.whole === false) return
  const window = Math.min(text.length, at + UNKNOWN)
  for (let end = at + 2; end <= window; end++) {
    const printed = text.slice(at, end)
    const kind = endingOf(printed)
    if (!kind || divisionsNamed(printed).length) continue
    const place: Place = {
      names: [...(above?.names ?? []), printed],
      divisions: [],
      ...(kind[1] ? { level: kind[1] } : {}),
      end,
      whole: true,
    }
    yield* placesAt(text, end, place)
    yield place
  }
}

/** A place by the name or code of its division. */
export function placeNamed(name: string): Place | undefined {
  const division = divisionOf(name)
  if (division)
    return { names: [division.name], divisions: [division], level: division.level, end: name.length, whole: true }
  for (const place of placesAt(name, 0)) if (place.end === name.length) return place
  return undefined
}

/** The place that is meant where its name alone can mean several, by another that is known. */
export function settle(place: Place, other?: Place): Place {
  if (place.divisions.length < 2 || !other?.divisions.length) return place
  // The province that the other lies in, then its prefecture, then itself.
  let left = place.divisions
  for (const outer of chainOf(other.divisions[0]!)) {
    const within = left.filter((d) => isWithin(d, outer))
    if (within.length) left = within
  }
  return left.length === 1 ? known(place, left[0]!) : place
}

export function known(place: Place, division: Division): Place {
  return { ...place, names: [...place.names.slice(0, -1), division.name], divisions: [division], level: division.level }
}

/**
 * The place of a kind (市, 县, 省 …) that another lies in or is: 市 for 太原市小店区 is 太原市. A district is named with its city.
 */
export function placeOfKind(place: Place, kind: string): Place | undefined {
  const [division] = place.divisions.length === 1 ? place.divisions : []
  if (division) {
    const chain = chainOf(division)
    const at = chain.findLastIndex((d) => hasKind(d.name, kind))
    if (at < 0) return undefined
    const found = chain[at]!
    const city = hasKind(found.name, '区') && found.level === 'county' ? chain[at - 1] : undefined
    return {
      names: [...(city ? [city.name] : []), found.name],
      divisions: [found],
      level: found.level,
      end: 0,
      whole: true,
    }
  }
  const at = place.names.findLastIndex((name) => hasKind(name, kind))
  if (at < 0) return undefined
  const names = place.names.slice(hasKind(place.names[at]!, '区') && at > 0 ? at - 1 : at, at + 1)
  const level = at === place.names.length - 1 ? place.level : endingOf(names.at(-1)!)?.[1]
  return { names, divisions: [], ...(level ? { level } : {}), end: 0, whole: true }
}

const endingOf = (name: string) => placeEndings.find(([e]) => name.endsWith(e) && name.length > e.length)

/** Whether a name ends as a kind of division does: 自治区 is no 区, 自治州 is a 州. */
function hasKind(name: string, kind: string): boolean {
  if (!name.endsWith(kind)) return false
  return kind !== '区' || !placeEndings.some(([e, level]) => level !== 'county' && e.length > 1 && name.endsWith(e))
}
