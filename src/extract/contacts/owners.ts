/**
 * Numbers with their people behind them: the unit and the people in brackets, 0100-5550123(市科技局 李明、王红), or set
 * beside, 0100-5550123 李明、0100-5550124 王红.
 */
import type { Context, Range } from '../define.js'
import { shifted } from '../ranges.js'
import type { Filer } from './filer.js'
import { filePersonWord, isPerson, personOf, withoutBracket } from './people.js'
import { numberRules, peopleRules } from './rules.js'
import { lastBefore, type PhoneToken, type Token, textAt, type WordToken } from './token.js'

/** How far behind a number its owner's bracket may reach. */
const ASIDE = 80

interface Owner {
  unit: Range | null
  people: { range: Range; rank: string }[]
  /** Where the bracket ends in the clean text. */
  end: number
}

/** Files a number with its unit and people in brackets behind it; the last token of it, or null when there are none. */
export function fileOwned(context: Context, filer: Filer, list: readonly Token[], at: number): number | null {
  const token = list[at]
  if (token?.type !== 'phone') return null
  const owner = ownerOf(context, token.range)
  if (!owner) return null
  // Behind a name and its number stands what he is asked for: 李明 13955500112(宣传).
  if (!owner.unit && filer.isListing && list[at - 1]?.type === 'word') filer.phone(token)
  else {
    filer.nextOwner(owner.unit, list[at - 1]?.type === 'phone')
    for (const { range, rank } of owner.people)
      filer.person(personOf(context, range, textAt(context, range), '', rank), range)
    filer.phone(token)
    filer.closeOwner()
  }
  return lastBefore(list, at, owner.end)
}

/** Files the number of a service that its name is set solid behind: 12366纳税服务热线; the last token, or null for others. */
export function fileHotline(context: Context, filer: Filer, list: readonly Token[], at: number): number | null {
  const [token, next] = [list[at], list[at + 1]]
  if (token?.type !== 'phone' || token.kind !== 'hotline' || token.area || list[at - 1]?.type === 'phone') return null
  if (next?.type !== 'word' && next?.type !== 'label') return null
  const start = next.type === 'label' ? (next.prefix ?? next.range).start : next.range.start
  const name =
    start === token.range.end ? numberRules.hotlineName.at(context.text.slice(start, next.range.end), 0) : null
  if (!name) return null
  filer.nextLine()
  filer.setUnit(shifted(name, start))
  filer.phone(token)
  return at + 1
}

/** The unit and the people in brackets behind a number. */
export function ownerOf(context: Context, phone: Range): Owner | null {
  const behind = context.text.slice(phone.end, phone.end + ASIDE)
  const m = behind.trimStart().startsWith('(') ? numberRules.phoneAside.at(behind, 0) : null
  const group = m?.at('people')
  if (!m || !group) return null
  const people: Owner['people'] = []
  let rank = ''
  for (const { 0: name, index } of m.groups.people!.matchAll(/[^ 、,/]+/g)) {
    if (peopleRules.rankAlone.test(name)) {
      rank = name
      continue
    }
    if (peopleRules.notPerson.test(name) || peopleRules.place.test(name)) return null
    people.push({ range: shifted({ start: index, end: index + name.length }, phone.end + group.start), rank })
    rank = ''
  }
  if (!people.length) return null
  const unit = m.at('unit')
  return { unit: unit && shifted(unit, phone.end), people, end: phone.end + m.end }
}

/** Numbers and the people behind them, up to the token with index `end`. */
interface Pair {
  phones: PhoneToken[]
  people: number[]
  end: number
}

/**
 * Files numbers that each have their people behind them, without brackets: 0100-5550123,李明;0100-5550124,王红. The last
 * token of them, or null where there are none or the people may as well go before their numbers.
 */
export function filePairs(context: Context, filer: Filer, list: readonly Token[], at: number): number | null {
  const before = list[at - 1]
  if (before?.type === 'phone' || before?.type === 'person') return null
  if (before?.type === 'word' && isPerson(withoutBracket(before.text))) return null
  if (filer.openLabel === 'fax' || filer.openLabel === 'postcode') return null
  const pairs = pairsFrom(context, list, at)
  for (const { phones, people } of pairs) {
    if (pairs.length > 1) filer.nextInRow()
    for (const token of phones) filer.phone(token)
    for (const k of people) filePersonWord(context, filer, list[k] as WordToken, list[k - 1], list[k + 1])
  }
  if (pairs.length > 1) filer.closeOwner()
  return pairs.length ? pairs.at(-1)!.end - 1 : null
}

function pairsFrom(context: Context, list: readonly Token[], from: number): Pair[] {
  const pairs: Pair[] = []
  for (let at = from; list[at]?.type === 'phone'; at = pairs.at(-1)!.end) {
    const pair = pairAt(context, list, at)
    if (pair.people.length) pairs.push(pair)
    // 0100-5550123 李明 0100-5550124: whose the second is remains open, unless a semicolon parts it from the name.
    else return /[;。]/.test(between(context, list, at)) ? pairs : []
  }
  return pairs
}

/** The numbers that begin at a token, and the names behind them. */
function pairAt(context: Context, list: readonly Token[], from: number): Pair {
  const pair: Pair = { phones: [], people: [], end: from }
  for (; pair.end < list.length; pair.end++) {
    const token = list[pair.end]!
    if (pair.end > from && !/^[ ,、/]*$/.test(between(context, list, pair.end))) break
    if (token.type === 'phone' && !pair.people.length) pair.phones.push(token)
    else if (token.type !== 'word' || token.bracket || token.colon) break
    else if (isPerson(withoutBracket(token.text))) pair.people.push(pair.end)
    else if (!pair.people.length || !peopleRules.courtesyAlone.test(token.text)) break
  }
  return pair
}

/** What stands before a token, from the end of the one before it. */
const between = ({ text }: Context, list: readonly Token[], at: number): string =>
  at > 0 ? text.slice(list[at - 1]!.range.end, list[at]!.range.start) : ''

/** Files 传真 in brackets behind a number; false where the word is another. Between two numbers it is the label of the next. */
export function fileFaxAside(context: Context, filer: Filer, list: readonly Token[], at: number): boolean {
  const [before, token, next, after] = list.slice(at - 1, at + 3)
  if (token?.type !== 'word' || !token.bracket || before?.type !== 'phone') return false
  const fax = numberRules.alsoFax.at(token.text, 0)
  if (!fax) return false
  const only = fax.groups.only !== undefined
  const leads = next?.type === 'phone' && /^\) *$/.test(between(context, list, at + 1))
  if (only && leads && !(after?.type === 'word' && after.bracket)) filer.setLabel('fax', false)
  else filer.alsoFax(!only)
  return true
}
