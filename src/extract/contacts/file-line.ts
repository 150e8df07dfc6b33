/** Files a line that is about contacts: what has a form or a label, and the words beside it. */
import type { Context, Range } from '../define.js'
import { shifted } from '../ranges.js'
import { addressRange, fileAddress } from './addresses.js'
import { fileWord } from './file-word.js'
import type { Filer } from './filer.js'
import { fileHotline, fileOwned, filePairs } from './owners.js'
import { isPerson, messengerOf, personOf, withoutBracket } from './people.js'
import { grammar, type LabelKind, numberRules, peopleRules, placeRules } from './rules.js'
import {
  endsBefore,
  isOthers,
  isReachable,
  type LabelToken,
  lastBefore,
  officeOf,
  opensBracket,
  type PhoneToken,
  type Token,
  textAt,
  unitBehind,
} from './token.js'

/** Runs one line (or the part of a sentence that speaks of contacts) through the machine. */
export function fileLine(context: Context, filer: Filer, list: readonly Token[]): void {
  const reachable = isReachable(list)
  const places = placesOf(list)
  if (isHolderLine(list)) {
    filer.nextHolder()
    // 材料受理 李明 0100-…: what he is there for, and no body.
    const [first] = list
    if (first?.type === 'word' && !first.colon && grammar.matter.test(first.text)) filer.setUnit(first.range)
  } else if (isNumberOfHis(list)) filer.nextPair()
  else if (isReceiverLine(list) || isMatterLine(list)) filer.nextLine()
  else if (isPeopleLine(list)) filer.nextHolder()
  let messengerLabel = ''
  let messengerEnd = 0
  let lastNumber: Range | null = null
  /** Where the bracket closes that the open label for a fax stands in; behind it the label before holds again. */
  let asideEnd = 0
  let asideLabel: LabelKind | null = null
  for (let i = 0; i < list.length; i++) {
    const token = list[i]!
    if (asideEnd && token.range.start > asideEnd) {
      filer.restoreLabel(asideLabel)
      asideEnd = 0
    }
    if (token.type === 'cell') {
      // A label's value stands in the next cell, no further; the label may be said again in English.
      if (list[i - 1]?.type !== 'label' && !isGloss(list, i - 1)) filer.endLine(false)
      continue
    }
    if (token.type === 'label') {
      if (token.kind === 'im') {
        messengerLabel = context.text.slice(token.range.start, token.range.end)
        messengerEnd = token.range.end
      } else if (token.kind === 'fax') {
        asideEnd = bracketEnd(context, token.range)
        asideLabel = filer.openLabel
      }
      i = fileLabel(context, filer, list, i, token)
      continue
    }
    if (filer.openLabel === 'account') continue
    if (filer.openLabel === 'im' && (endsBefore(context, list, i) || isNextPerson(context, list, i, messengerEnd)))
      filer.restoreLabel(null)
    // 传真 0100-5550123;值班 0100-5550124: what the next number is for stands before it.
    if (
      filer.openLabel === 'fax' &&
      token.type === 'word' &&
      list[i + 1]?.type === 'phone' &&
      endsBefore(context, list, i)
    )
      filer.restoreLabel(null)
    if (filer.openLabel === 'im' && token.type !== 'url') {
      fileMessenger(context, filer, messengerLabel, token.range)
      continue
    }
    switch (token.type) {
      case 'phone':
        lastNumber = token.range
        i = fileNumber(context, filer, list, i, token)
        break
      case 'person':
        // Who answers at a place follows the number of an office: 咨询电话:某科 0100-5550123;现场负责人李明,139…
        if (lastNumber && numberRules.apart.test(context.text.slice(lastNumber.end, token.range.start)))
          filer.nextLine()
        lastNumber = null
        filer.person(personOf(context, token.range, textAt(context, token.range)), token.range)
        break
      case 'address':
        filePlainAddress(context, filer, token, reachable)
        break
      case 'email':
        filer.email(context.fact(token.range, token.text), token.range, isHis(context, list, i))
        break
      case 'url':
        filer.url(context.fact(token.range, token.text), token.range)
        break
      case 'samePhone':
        filer.phoneAbove(token.extension, token.range)
        break
      case 'sameFax':
        filer.alsoFax(true)
        break
      case 'word':
        if (places.has(i)) filer.setUnit(token.range)
        else fileWord(context, filer, list, i, token, reachable)
    }
  }
}

/** 李明(0100-5550123,li@example.cn)、王红(…): whether a mail stands in the bracket right behind a name. */
function isHis({ text }: Context, list: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k < 4; k--) {
    const { type, range } = list[k]!
    if (text.slice(range.end, list[at]!.range.start).includes(')')) return false
    if (type === 'word' && text[range.end] === '(') return true
  }
  return false
}

/** 办案秘书:李明 0100-5550123: a line that gives a person with a number of his own; those above are not his. */
function isHolderLine(list: readonly Token[]): boolean {
  const [first, name, number] = list
  if (name?.type !== 'word' || number?.type !== 'phone') return false
  // 材料受理 李明 0100-…: what he does need not be told by a colon.
  const titled = first?.type === 'label' ? first.kind === 'person' : first?.type === 'word' && !isPerson(first.text)
  return titled && peopleRules.person.test(name.text)
}

/** 0100-5550123 李明, a line of its own below one that gave another his number so. */
function isNumberOfHis(list: readonly Token[]): boolean {
  const [number, name, ...rest] = list
  return (
    number?.type === 'phone' &&
    name?.type === 'word' &&
    peopleRules.person.test(withoutBracket(name.text)) &&
    rest.every((t) => t.type === 'word')
  )
}

/** Where the first number of a line stands, behind something else but no label; -1 where there is none. */
function unlabelledNumber(list: readonly Token[]): number {
  const first = list.findIndex((t) => t.type === 'phone' || t.type === 'label')
  return list[first]?.type === 'phone' ? first : -1
}

/** 门卫室 0100-5550100 ↵ 李明、王红 0100-5550101: the number above is for none of those who have one of their own. */
const isPeopleLine = (list: readonly Token[]): boolean =>
  list.slice(0, Math.max(0, unlabelledNumber(list))).some((t) => t.type === 'word' && isPerson(withoutBracket(t.text)))

/** 采购商邀请:… 0100-5550102: what a line is about in words of its own is not whom the line above names. */
const isMatterLine = (list: readonly Token[]): boolean =>
  unlabelledNumber(list) > 0 && list[0]!.type === 'word' && list[0]!.colon

/** 邮寄地址:…,收件人李明: where letters go and who takes them in is a contact of its own. */
const isReceiverLine = (list: readonly Token[]): boolean =>
  list[0]?.type === 'label' &&
  list[0].kind === 'address' &&
  list.some((t) => t.type === 'person' || (t.type === 'label' && t.kind === 'person'))

/** A directory has no fewer entries, and no longer names of places. */
const PLACES = 3
const PLACE = 5
const NOWHERE: ReadonlySet<number> = new Set()

/** Indices of the words of 市南5550101、市北5550102、李沧5550103: places or offices, whichever of them is like a name. */
function placesOf(list: readonly Token[]): ReadonlySet<number> {
  if (list.length < PLACES * 2) return NOWHERE
  const found = new Set<number>()
  for (let i = 0; i + 1 < list.length; ) {
    const run: number[] = []
    let named = 0
    for (let token = list[i]; token?.type === 'word' && list[i + 1]?.type === 'phone'; token = list[i]) {
      if (token.bracket || token.text.length > PLACE) break
      if (peopleRules.person.test(token.text)) named++
      run.push(i)
      i += 2
    }
    if (run.length >= PLACES && named * 2 < run.length) for (const at of run) found.add(at)
    if (!run.length) i++
  }
  return found
}

/** How far behind its label the bracket round a fax number closes. */
const FAX_ASIDE = 40

/** Where the bracket closes that opens right before a label: (传真5550113); 0 where none does. */
function bracketEnd({ text }: Context, { start, end }: Range): number {
  if (text[start - 1] !== '(') return 0
  const at = text.slice(end, end + FAX_ASIDE).indexOf(')')
  return at < 0 ? 0 : end + at
}

/** Opens a label, with the unit before it and the address behind it; index of the last token that they take. */
function fileLabel(context: Context, filer: Filer, list: readonly Token[], at: number, token: LabelToken): number {
  const { kind, prefix, range } = token
  if (kind === 'phone' && isOthers(context, range)) {
    filer.setLabel('account', false)
    return at
  }
  const party = kind === 'account' ? null : partyOf(textAt(context, prefix ?? range))
  if (party) filer.nextParty(party)
  const office = kind === 'phone' || kind === 'person' ? officeOf(context, range) : null
  if (office) filer.setUnit(office)
  else if (prefix && fileSolidValue(context, filer, list[at - 1], prefix)) {
    // 招标人:某局地址:…: what stands before the label is the value of the one before it.
  } else if (prefix && kind !== 'address' && kind !== 'account' && !(party && filer.isOpen)) {
    const name = context.text.slice(prefix.start, prefix.end)
    if (kind === 'person' && grammar.purpose.test(name)) {
      if (!isAsideOf(context, list[at - 1], prefix)) filer.nextAsked()
    } else {
      const behind = unitBehind(name, prefix.start)
      const unit = behind ?? (grammar.notUnit.test(name) ? askedUnit(name, prefix.start) : prefix)
      if (unit && grammar.unit.test(context.text.slice(unit.start, unit.end))) filer.setUnit(unit)
    }
  }
  const words = context.text.slice((prefix ?? range).start, range.end)
  if (kind === 'phone' && grammar.inquiry.test(words)) filer.setUnit({ start: (prefix ?? range).start, end: range.end })
  if (kind === 'phone' && numberRules.otherLine.test(words)) filer.nextLine()
  if (kind === 'person' && opensBracket(context, list, at)) filer.nextLine()
  // 举报电话:0100-5550123;承办人:李明 139…
  const before = list[at - 1]
  if (kind === 'person' && filer.apart && before?.type === 'phone') {
    if (context.text.slice(before.range.end, range.start).includes(';')) filer.nextHolder()
  }
  if (kind === 'person' && opensOwn(context, list, at)) filer.nextHolder()
  filer.setLabel(kind, token.both, kind === 'phone' && numberRules.apartLine.test(textAt(context, range)))
  if (kind !== 'address') return at
  // A line of its own that says 地点 tells where an event is.
  const venue = placeRules.venue.test(words)
  if (venue && !placeRules.counter.test(words)) return at
  const address = addressRange(context, range.end, list, at + 1, venue)
  if (!address) return at
  fileAddress(context, filer, address)
  return lastBefore(list, at, address.end)
}

/** QQ群 731220845,陈工 139…: whether a name with a number stands behind an account: the number is a telephone's. */
function isNextPerson({ text }: Context, list: readonly Token[], at: number, label: number): boolean {
  const token = list[at]!
  if (token.type !== 'word' || list[at + 1]?.type !== 'phone' || !isPerson(token.text)) return false
  return numberRules.anyDigit.test(text.slice(label, token.range.start))
}

/** 值班电话:0100-5550123;联系人:李明(139…): whether who follows has a number of his own in brackets, apart from the one before. */
export function opensOwn({ text }: Context, list: readonly Token[], at: number): boolean {
  const [before, label, name, number] = [list[at - 1], list[at]!, list[at + 1], list[at + 2]]
  return (
    (before?.type === 'phone' || before?.type === 'email') &&
    name?.type === 'word' &&
    number?.type === 'phone' &&
    text.slice(before.range.end, label.range.start).includes(';') &&
    numberRules.opensAside.test(text.slice(name.range.end, number.range.start))
  )
}

/** 0100-5550123(项目联系人:…): whether a label opens the bracket right behind a number. */
const isAsideOf = ({ text }: Context, before: Token | undefined, label: Range): boolean =>
  before?.type === 'phone' && numberRules.opensAside.test(text.slice(before.range.end, label.start))

/** Which of the parties to a tender a label speaks of: the principal, who acts for him, who watches; null for none. */
function partyOf(words: string): string | null {
  const groups = grammar.party.at(words, 0)?.groups
  return groups ? (groups.agent ? 'agent' : groups.watch ? 'watch' : 'principal') : null
}

/** Files what a label has between its colon and the next label, set solid: 联系人:李明电话:…; false where nothing stands so. */
export function fileSolidValue(context: Context, filer: Filer, before: Token | undefined, value: Range): boolean {
  if (before?.type !== 'label' || !/^ {0,4}: {0,4}$/.test(context.text.slice(before.range.end, value.start)))
    return false
  const text = textAt(context, value)
  if (before.kind === 'person' && peopleRules.labelledPerson.test(text) && !peopleRules.notPerson.test(text)) {
    filer.person(personOf(context, value, text), value)
    return true
  }
  if (before.kind !== 'unit' || text.length < 4) return false
  filer.setUnit(value)
  return true
}

/** 请与市科技局联系(0100-…): the unit in the words before a label. */
function askedUnit(words: string, start: number): Range | null {
  const unit = grammar.askedUnit.find(words)?.at('unit')
  return unit ? shifted(unit, start) : null
}

/** Files a number with what stands in brackets behind it; index of the last token that they take. */
function fileNumber(context: Context, filer: Filer, list: readonly Token[], at: number, token: PhoneToken): number {
  const before = list[at - 1]
  // 24小时值守:0669-…: a line that names what its number is for.
  if (at === 1 && before?.type === 'word' && before.colon) filer.nextLine()
  // 如有疑问,请致电市教育局基教科(0578-5550123): the office in the words before the bracket.
  const office = before?.type === 'word' && !filer.openLabel ? officeOf(context, token.range) : null
  if (office && office.start > before!.range.start) {
    filer.nextLine()
    filer.setUnit(office)
  }
  const last =
    fileOwned(context, filer, list, at) ?? fileHotline(context, filer, list, at) ?? filePairs(context, filer, list, at)
  if (last !== null) return last
  const next = list[at + 1]
  const aside = next?.type === 'word' && next.bracket ? next.text : null
  // 监督电话:0100-5550123(纪检监察室)、5550124(医务科): the office behind a number of nobody's.
  if (next?.type === 'word' && aside !== null && filer.lacksOwner && isOffice(aside)) {
    filer.nextOwner(next.range, false)
    filer.phone(token)
    filer.closeOwner()
    return at + 1
  }
  if (aside !== null && isPerson(aside)) filer.nextPair()
  if (filer.openLabel !== 'postcode') filer.phone(token)
  if (aside !== null && numberRules.sameNumber.test(aside)) fileMessenger(context, filer, aside, token.range)
  return at
}

const isOffice = (text: string): boolean => !isPerson(text) && grammar.unit.test(text) && !grammar.notUnit.test(text)

function fileMessenger(context: Context, filer: Filer, label: string, range: Range): void {
  const account = messengerOf(context, label, range)
  if (account) filer.messenger(account, range)
}

function filePlainAddress(
  context: Context,
  filer: Filer,
  { range, code }: Extract<Token, { type: 'address' }>,
  reachable: boolean,
): void {
  const text = textAt(context, range)
  // 材料寄…: the address behind the verb is filed already.
  if ((reachable || filer.isOpen || code) && !filer.endsAddress(text)) filer.address(context.fact(range, text), range)
  if (code) filer.postcode(context.fact(code, textAt(context, code)), code)
}

/** Whether the value of a label alone on its line is looked for below it; below 地点 stands where an event is. */
export function isValueBelow(context: Context, token: Token): boolean {
  if (token.type !== 'label') return false
  const start = (token.prefix ?? token.range).start
  return token.kind !== 'address' || !placeRules.venue.test(textAt(context, { start, end: token.range.end }))
}

/** 联系人 Contact Person:|林悦 */
const isGloss = (list: readonly Token[], at: number): boolean => {
  const [label, word] = [list[at - 1], list[at]]
  return label?.type === 'label' && word?.type === 'word' && word.colon && grammar.gloss.test(word.text)
}

/** Files a value on the line below its label. */
export function fileBelow(context: Context, filer: Filer, list: readonly Token[]): void {
  const first = list[0]
  const range = filer.openLabel === 'address' && first ? addressRange(context, first.range.start, list, 0, true) : null
  if (range) fileAddress(context, filer, range)
  fileLine(context, filer, range ? list.filter((t) => t.range.start >= range.end) : list)
}
