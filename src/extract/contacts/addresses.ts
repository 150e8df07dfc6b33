/** Addresses and postcodes: where an address ends, and those that no label announces. */
import type { NoticeElement } from '../../parse/tree.js'
import type { Context, Range } from '../define.js'
import { shifted } from '../ranges.js'
import type { Filer } from './filer.js'
import { placeRules } from './rules.js'
import { type Token, textAt, type WordToken } from './token.js'

/** How long an address is at most. */
const LONGEST = 120

/** What is left of an address where something ends it is longer. */
const SHORTEST = 8

/** How much behind an address is looked at for what its owner did. */
const TOLD = 6

/** How much before an address is looked at for what it is the place of. */
const LEAD = 30

/** How far behind an address its postcode ends. */
const CODE = 60

/** Files an address with the postcode in brackets behind it. */
export function fileAddress(context: Context, filer: Filer, range: Range): void {
  filer.address(context.fact(range), range)
  const ahead = placeRules.codeBefore.find(context.text.slice(Math.max(0, range.start - 10), range.start))?.at('code')
  if (ahead) {
    const place = shifted(ahead, Math.max(0, range.start - 10))
    filer.postcode(context.fact(place), place)
    return
  }
  const note = placeRules.codeNote.at(context.text.slice(range.end, range.end + CODE), 0)
  const code = note?.at('code') ?? note?.at('plain')
  if (!code) return
  const place = shifted(code, range.end)
  filer.postcode(context.fact(place, textAt(context, place)), place)
}

/** Files the postcode that a word holds; false when it holds none. */
export function filePostcode(context: Context, filer: Filer, { text, range }: WordToken): boolean {
  const m = placeRules.postcode.at(text, 0)
  if (m) filer.postcode(context.fact({ start: range.start, end: range.start + m.end }, m.text), range)
  return m !== null
}

/** Files what 邮寄至… in a sentence, or the room in brackets behind whom to hand it in to, gives without a label. */
export function fileMailAddress(context: Context, filer: Filer, element: NoticeElement, within: Range): void {
  const text = element.value.slice(within.start, within.end)
  const base = element.range.start + within.start
  for (const rule of [placeRules.mailTo, placeRules.deskNote]) {
    for (const m of rule.all(text)) {
      const at = m.at('address')
      if (!at || placeRules.bidPlace.test(text.slice(Math.max(0, at.start - LEAD), at.start))) continue
      const stop = placeRules.addressEnd.find(text.slice(at.start, at.end))
      const end = stop && stop.start > SHORTEST ? at.start + stop.start : at.end
      // …中心质管科 尹示例收: who takes it in.
      const taken = placeRules.takenBy.find(text.slice(at.start, end))
      const person = taken && shifted(taken.at('person')!, base + at.start)
      fileAddress(context, filer, shifted({ start: at.start, end: taken ? at.start + taken.start : end }, base))
      if (person) filer.person(context.factWith(person, { name: taken!.groups.person! }), person)
      // The code of mailTo stands before the address.
      const code = rule === placeRules.mailTo ? m.at('code') : null
      if (code) filer.postcode(context.fact(shifted(code, base)), shifted(code, base))
    }
  }
}

/**
 * The range of an address that begins at `from`, behind its label, up to a postcode, another label or the sentence's end.
 * `behind`: index of the first token that may end it; `venue`: its label may as well say where an event is.
 */
export function addressRange(
  context: Context,
  from: number,
  list: readonly Token[],
  behind: number,
  venue: boolean,
): Range | null {
  const { text } = context
  // …609室某部2024年5月6日: who signs stands on the same line.
  const signed = context.elements('signature').find((e) => e.range.start > from)?.range.start ?? text.length
  const limit = Math.min(addressLimit(from, list, behind), signed)
  // 如需更改地址,请…: a word of the sentence and no label.
  if (/^[ )]{0,4}[,、。]/.test(text.slice(from, from + 8))) return null
  if (placeRules.bidPlace.test(text.slice(Math.max(0, from - LEAD), from))) return null
  let start = from
  while (start < limit && ' :\t'.includes(text[start]!)) start++
  // 来信:100000 某市某路2号: the postcode stands in front.
  start += placeRules.codeAhead.at(text.slice(start, start + CODE), 0)?.end ?? 0
  const full = trimmedEnd(text, start, limit)
  const end = placeRules.takenIn.test(text.slice(start, full)) ? full - 1 : full
  // 信函:将意见邮寄至…: the address begins behind the verb.
  const value = text.slice(start, end)
  const mailed = placeRules.mailTo.find(value)
  if (mailed) return shifted(mailed.at('address')!, start)
  if (placeRules.innerAddress.test(text.slice(end, end + 12))) return null
  if (value.length < 4 || !placeRules.addressLike.test(value)) return null
  // 某公司(地址:某路8号)生产的某物: told of, not to be asked.
  if (placeRules.toldOf.test(text.slice(end, end + TOLD))) return null
  // A bare 地点 is where an event is, unless it is as exact as an address.
  return venue && !placeRules.exactAddress.test(value) ? null : { start, end }
}

/** Where the next label, number or cell stands that an address cannot reach over. */
function addressLimit(from: number, list: readonly Token[], behind: number): number {
  const limit = from + LONGEST
  for (let k = behind; k < list.length; k++) {
    const { type, range } = list[k]!
    if (range.start > limit) break
    if (type === 'label' || type === 'cell' || type === 'phone' || type === 'email') return range.start
  }
  return limit
}

/** Offset of the first bracket that closes what was opened before the text; -1 where none does. */
function unmatched(text: string): number {
  let open = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open++
    else if (text[i] === ')' && --open < 0) return i
  }
  return -1
}

/** Where an address ends by its own words, without the punctuation behind it. */
function trimmedEnd(text: string, start: number, limit: number): number {
  const newline = text.slice(start, limit).indexOf('\n')
  let end = newline < 0 ? limit : start + newline
  const stop = placeRules.addressEnd.find(text.slice(start, end))
  if (stop) end = start + stop.start
  // A bracket that closes behind the postcode only explains where the letter goes.
  const printed = text.slice(start, end)
  const open = printed.lastIndexOf('(')
  if (open > 0 && printed.lastIndexOf(')') < open) end = start + open
  // (地址:某路8号)生产的某物: the bracket closes that the label stands in.
  const closed = unmatched(text.slice(start, end))
  if (closed >= 0) end = start + closed
  while (end > start && ' ,;。(、:'.includes(text[end - 1]!)) end--
  return text[end] === ')' && text.slice(start, end).includes('(') ? end + 1 : end
}
