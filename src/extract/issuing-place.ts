/** Where and when a notice's bodies stand: what 市科协 is said of, and the year that tells a former body from one of today. */
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { bodyOfCode } from '../knowledge/agency-codes.js'
import { isPlaceless, placeIn, relativeKind, type Whereabouts } from '../knowledge/bodies.js'
import { divisionsWithin } from '../knowledge/divisions.js'
import { type Place, placeNamed, placeOfKind, placesAt } from '../knowledge/places.js'
import { bodiesOnLine } from '../parse/bodies-line.js'
import { presentText } from '../read/normalize.js'
import type { Context } from './define.js'
import { stated } from './metadata.js'

const titles = compile(titleGrammar)
const zones = compile(zonesGrammar)

/** Whereabouts of the bodies of a notice, by their printed names. */
export function whereabouts(context: Context, names: readonly string[]): Whereabouts {
  const year = context.known.documentNumber?.year ?? context.reference().year
  const places = names.flatMap((name) => placeIn(name) ?? [])
  const [own] = places
  // All that is said of no place, or of one that several share, waits for what else the notice tells.
  if (!names.some(isPlaceless) && !places.some((p) => p.divisions.length > 1)) return { place: own, year }
  const kinds = names.flatMap((name) => relativeKind(name) ?? [])
  const fits = (place: Place) => place.divisions.length < 2 && kinds.every((kind) => placeOfKind(place, kind))
  const place = own && fits(own) ? own : elsewhere(context).find(fits)
  return { place: place ?? own, year }
}

/** Places that the rest of the notice names, the surest first. */
function elsewhere(context: Context): Place[] {
  const out: Place[] = []
  const lines = [
    ...context.elements('masthead').map((e) => zones.fileWord.replace(e.value, '  ')),
    ...context.elements('title').map((e) => titles.issuer.at(e.value, 0)?.groups.bodies ?? ''),
    ...stated(context, '发文机关', '发布机构', '公开机构', '内容来源').map((row) => row.text),
    ...context.elements('printed').map((e) => e.value.split(' ')[0]!),
  ]
  for (const line of lines) {
    const pieces = bodiesOnLine(line) ?? [{ text: line }]
    out.push(...pieces.flatMap((piece) => placeIn(presentText(piece.text)) ?? []))
  }
  const { documentNumber: number, title } = context.known
  const [start] = title ? [...placesAt(title.text, 0)].filter((p) => p.whole && p.divisions.length) : []
  if (start) out.push(start)
  const code = number && bodyOfCode(number.agencyCode, number.year === null ? {} : { year: number.year })?.divisionCode
  out.push(...(code ? [placeNamed(code)!] : []))
  // The one division that the title and those addressed speak of.
  const named = divisionsWithin(
    `${title?.text ?? ''}\n${context
      .elements('addressees')
      .map((e) => e.value)
      .join('\n')}`,
  )
  if (named.length === 1) out.push(placeNamed(named[0]!.code)!)
  return out
}
