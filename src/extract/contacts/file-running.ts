/** Contacts in running text: only what is certain by its form, its label or its neighbours is filed. */
import type { Context, Range } from '../define.js'
import { addressRange, fileAddress, filePostcode } from './addresses.js'
import { fileSolidValue, opensOwn } from './file-line.js'
import { withoutNumber } from './file-word.js'
import type { Filer } from './filer.js'
import { fileFaxAside, fileHotline, fileOwned, filePairs, ownerOf } from './owners.js'
import {
  filePerson,
  filePersonWord,
  fileSolid,
  fileSurnameAside,
  isNumberNext,
  isOwnLine,
  isPerson,
  isPersonBefore,
  isUnitBefore,
  isUnitOf,
  leadToNumber,
  personOf,
  withoutBracket,
} from './people.js'
import { grammar, numberRules, peopleRules, placeRules } from './rules.js'
import {
  endsBefore,
  isOthers,
  type LabelToken,
  officeOf,
  opensBracket,
  type PhoneToken,
  type Token,
  textAt,
  unitBehind,
  type WordToken,
} from './token.js'

/** Whether a line is running text that happens to hold a number rather than a contact line. */
export const isRunning = (text: string): boolean => text.length > 60 && text.slice(0, -1).includes('。')

/** The sentences of running text; only those that hold a contact are filed. */
export function sentencesOf(text: string): Range[] {
  const out: Range[] = []
  for (let start = 0; start < text.length; ) {
    const stop = sentenceStop(text, start)
    const end = stop < 0 ? text.length : stop
    const last = out.at(-1)
    // 联系人:张老师。电话:…
    if (last && last.end === start - 1 && numberRules.numberBelow.test(text.slice(start, end))) last.end = end
    else if (end > start) out.push({ start, end })
    start = end + 1
  }
  return out
}

/** The next 。 that is no point of an address: a@example。com */
function sentenceStop(text: string, from: number): number {
  let at = text.indexOf('。', from)
  while (at >= 0 && numberRules.hostBehind.at(text, at)) at = text.indexOf('。', at + 1)
  return at
}

/** Files a sentence as a group of its own. */
export function fileRunning(context: Context, filer: Filer, list: readonly Token[]): void {
  /** The last token that is a person set solid behind a unit, or right before a number. */
  let owner = -2
  /** Where the last label for people ends. */
  let led = 0
  /** Where the bracket behind a name closes in which another label stands: 联系人:李明(党建办,短号6107) 王红(…). */
  let asideEnd = 0
  for (let i = 0; i < list.length; i++) {
    const token = list[i]!
    if (filer.openLabel === 'im' && endsBefore(context, list, i)) filer.restoreLabel(null)
    if (asideEnd && token.range.start > asideEnd) {
      asideEnd = 0
      if (token.type === 'word' && !token.bracket && isPerson(token.text)) {
        filePerson(context, filer, token)
        owner = i
        continue
      }
    }
    if (token.type === 'label' && filer.openLabel === 'person') asideEnd = closingBracket(context, token.range, led)
    if (token.type === 'label' && token.kind === 'person') led = token.range.end
    switch (token.type) {
      case 'label':
        fileRunningLabel(context, filer, list, i, token)
        break
      case 'phone':
        i = fileRunningNumber(context, filer, list, i, token, owner === i - 1)
        break
      case 'email':
        filer.email(context.fact(token.range, token.text), token.range)
        break
      case 'person':
        if (numberRules.apart.test(context.text.slice(list[i - 1]?.range.end ?? token.range.start, token.range.start)))
          filer.nextLine()
        filer.person(personOf(context, token.range, textAt(context, token.range)), token.range)
        owner = i
        break
      case 'samePhone':
        filer.phoneAbove(token.extension, token.range)
        break
      case 'sameFax':
        filer.alsoFax(true)
        break
      case 'word':
        if (fileFaxAside(context, filer, list, i)) break
        if (fileRunningWord(context, filer, list, i, token)) owner = i
    }
  }
  filer.endGroup()
}

/** How far from a label the bracket that it stands in opens and closes. */
const ASIDE = 40

/** Where the bracket closes that a place stands in and that opens behind `from`; 0 where it stands in none. */
function closingBracket({ text }: Context, { start, end }: Range, from: number): number {
  const before = text.slice(Math.max(from, start - ASIDE), start)
  if (before.lastIndexOf('(') <= before.lastIndexOf(')')) return 0
  const at = text.slice(end, end + ASIDE).indexOf(')')
  return at < 0 ? 0 : end + at
}

function fileRunningLabel(
  context: Context,
  filer: Filer,
  list: readonly Token[],
  at: number,
  { kind, both, prefix, range }: LabelToken,
): void {
  if (kind === 'phone' && isOthers(context, range)) {
    filer.setLabel('account', false)
    return
  }
  if (kind === 'person' && opensBracket(context, list, at)) filer.nextLine()
  if (kind === 'person' && opensOwn(context, list, at)) filer.nextHolder()
  const office = kind === 'phone' || kind === 'person' ? officeOf(context, range) : null
  const behind = prefix && kind === 'phone' ? unitBehind(textAt(context, prefix), prefix.start) : null
  if (office ?? behind) filer.setUnit((office ?? behind)!)
  else if (prefix && !fileSolidValue(context, filer, list[at - 1], prefix) && kind === 'phone') {
    // 拨打村监委会主任李明电话:…
    const holder = grammar.holderBefore.find(textAt(context, prefix))?.at('person')
    if (holder) {
      const place = { start: prefix.start + holder.start, end: prefix.start + holder.end }
      filer.person(personOf(context, place, textAt(context, place)), place)
    }
  }
  if (kind === 'phone' && numberRules.apartLine.test(context.text.slice(range.start, range.end))) filer.nextPair()
  filer.setLabel(kind, both)
  if (kind !== 'address') return
  const words = textAt(context, { start: (prefix ?? range).start, end: range.end })
  const venue = placeRules.venue.test(words)
  if (venue && !placeRules.counter.test(words) && context.text[range.start - 1] !== '(') return
  const address = addressRange(context, range.end, list, at + 1, venue)
  if (address) fileAddress(context, filer, address)
}

/** Files a number of a sentence; index of the last token that it takes. `solid`: a person set solid stands before it. */
function fileRunningNumber(
  context: Context,
  filer: Filer,
  list: readonly Token[],
  at: number,
  token: PhoneToken,
  solid: boolean,
): number {
  const label = filer.openLabel
  if (label === 'account' || label === 'im') return at
  const labelled = label === 'phone' || label === 'fax' || label === 'person'
  const certain = token.kind === 'mobile' || token.kind === 'hotline' || token.area !== ''
  // A number right behind a person, or with one in brackets behind it, is his whatever it looks like.
  // …报示例处文秘科(5550101、5550102)和示例办公室(5550103)
  const office = labelled || solid ? null : officeOf(context, token.range)
  const own = office !== null || ownerOf(context, token.range) !== null || isBeside(context, list, at)
  if (!labelled && !certain && !solid && !own) return at
  if (office) {
    filer.nextLine()
    filer.setUnit(office)
  }
  const last =
    fileOwned(context, filer, list, at) ?? fileHotline(context, filer, list, at) ?? filePairs(context, filer, list, at)
  if (last !== null) return last
  filer.phone(token)
  return at
}

/** 0100-5550123(白天)、5550124: a number of as many digits beside another. */
function isBeside({ text }: Context, list: readonly Token[], at: number): boolean {
  const number = list[at] as PhoneToken
  const before = list[at - 1]?.type === 'phone' ? list[at - 1] : list[at - 2]
  if (before?.type !== 'phone' || before.local.length !== number.local.length) return false
  return numberRules.betweenNumbers.test(text.slice(before.range.end, number.range.start))
}

/** Files a word of a sentence; whether it is a person set solid behind a unit, or right before a number. */
function fileRunningWord(
  context: Context,
  filer: Filer,
  list: readonly Token[],
  at: number,
  token: WordToken,
): boolean {
  const [next, after] = [list[at + 1], list[at + 2]]
  const label = filer.openLabel
  const labelled = label === 'person'
  if (isOwnLine(token, next)) filer.setUnit(withoutNumber(context, token.range))
  else if (isUnitBefore(token, next, after) && (label === 'phone' || (next?.type === 'phone' && next.area !== '')))
    filer.setUnit(token.range)
  else if (!labelled && isUnitOf(token, next) && leadToNumber(context, list, at + 1)) filer.setUnit(token.range)
  else if (labelled && isUnitOf(token, next)) filer.setUnitOf(token.range)
  else if ((labelled || isNumberNext(next, after)) && fileSolid(context, filer, token, next)) return true
  else if (labelled) {
    if (fileSurnameAside(context, filer, token)) return false
    const bare = withoutBracket(token.text)
    if ((peopleRules.labelledPerson.test(bare) || peopleRules.ranked.test(bare)) && !peopleRules.notPerson.test(bare))
      filePersonWord(context, filer, token)
  } else if (isPersonBefore(token, next, after) || leadToNumber(context, list, at)) {
    filePerson(context, filer, token)
    return next?.type === 'phone'
  } else if (label === 'postcode') filePostcode(context, filer, token)
  return false
}
