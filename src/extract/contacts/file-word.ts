/** Files the words of a contact line: names, units, and the values of labels that have no form of their own. */
import type { Context, Range } from '../define.js'
import { closed } from '../grids.js'
import { shifted } from '../ranges.js'
import { fileAddress, filePostcode } from './addresses.js'
import type { Filer } from './filer.js'
import { fileFaxAside } from './owners.js'
import {
  filePersonRow,
  filePersonWord,
  fileSolid,
  isBetweenUnits,
  isLastName,
  isListed,
  isNameBeside,
  isNumberNext,
  leadsList,
  leadToNumber,
  personOf,
  withoutBracket,
} from './people.js'
import { isHan } from './read-words.js'
import { grammar, type LabelKind, numberRules, peopleRules, placeRules } from './rules.js'
import { endsBefore, type Token, unitBehind, type WordToken } from './token.js'

/** `reachable`: the line holds a number or a mail; then a row of names leads to it. */
export function fileWord(
  context: Context,
  filer: Filer,
  list: readonly Token[],
  at: number,
  token: WordToken,
  reachable: boolean,
): void {
  const { text, range } = token
  const next = list[at + 1]
  const label = filer.openLabel
  if (fileFaxAside(context, filer, list, at)) return
  if (label === 'postcode') {
    if (filePostcode(context, filer, token)) filer.endLine(false)
    return
  }
  if (label === 'unit') {
    fileUnit(context, filer, token)
    return
  }
  const area = numberRules.areaNote.find(text)
  if (area) {
    filer.setArea(area.groups.area!)
    return
  }
  if (label === 'person' && filePersonRow(context, filer, token)) return
  const leads =
    isNumberNext(next, list[at + 2]) ||
    (next?.type === 'word' && isListed(context, range, next.range) && leadToNumber(context, list, at + 1))
  if ((label === 'person' || leads) && fileSolid(context, filer, token, next)) return
  if (fileName(context, filer, list, at, token, reachable)) return
  const handedTo = next && handedIn(context, token)
  if (handedTo) filer.setUnit(handedTo)
  else if (namesUnit(token, label, next) && fileUnitWithRoom(context, filer, token)) return
  else if (namesUnit(token, label, next) || isListedAlike(context, list, at))
    filer.setUnit(at === 0 ? withoutNumber(context, range) : range)
}

/** 示例处(示例楼509B室): the office, and where it is; false where the bracket tells no place. */
function fileUnitWithRoom(context: Context, filer: Filer, { text, range }: WordToken): boolean {
  if (range.end - range.start !== text.length) return false
  const m = placeRules.unitWithRoom.at(text, 0)
  const [unit, address] = [m?.at('unit'), m?.at('address')]
  if (!unit || !address) return false
  filer.setUnit(shifted(unit, range.start))
  fileAddress(context, filer, shifted(address, range.start))
  return true
}

/** No name of a place or an office that is said without its kind is shorter, or longer. */
const ALIKE = { least: 3, most: 12 }

/** 城西站 0100-5550123;港口码头 0100-5550124: whether a word stands in a list as a unit stands before it, each with its number. */
function isListedAlike(context: Context, list: readonly Token[], at: number): boolean {
  const token = list[at]!
  if (token.type !== 'word' || token.bracket) return false
  if (token.text.length < ALIKE.least || token.text.length > ALIKE.most) return false
  if (list[at + 1]?.type !== 'phone' || !endsBefore(context, list, at) || grammar.notUnit.test(token.text)) return false
  return list.some(
    (before, k) => k < at && before.type === 'word' && list[k + 1]?.type === 'phone' && grammar.unit.test(before.text),
  )
}

/** 电子版报送至教务处(…): the office behind the verb; null where there is none, or the bracket behind it says where it is. */
function handedIn({ text: all }: Context, { text, range, bracket }: WordToken): Range | null {
  if (bracket || range.end - range.start !== text.length || all[range.end] === '(') return null
  return unitBehind(withoutBracket(text), range.start)
}

/** 1 海滨卫生院 …: the number of the row is no part of the name. */
export function withoutNumber({ text }: Context, { start, end }: Range): Range {
  const number = grammar.rowNumber.at(text.slice(start, end), 0)
  return { start: start + (number?.end ?? 0), end }
}

/** The value of 单位:…, which is no blank to fill in. */
function fileUnit(context: Context, filer: Filer, token: WordToken): void {
  const { text, bracket, colon, range } = token
  if (text.length < 2 || bracket || !/[^_]/.test(text)) return
  // 招标代理机构:开标时间:…: nothing stands there, and what follows is the next label.
  if (colon && grammar.notUnit.test(text)) {
    filer.endLine(false)
    return
  }
  filer.resetArea()
  if (!fileUnitWithRoom(context, filer, token)) filer.setUnit(range)
  filer.endLine(false)
}

/** Files a word as a person where it is like a name and something beside it says so; false where not. */
function fileName(
  context: Context,
  filer: Filer,
  list: readonly Token[],
  at: number,
  token: WordToken,
  reachable: boolean,
): boolean {
  const [previous, next] = [list[at - 1], list[at + 1]]
  const bare = withoutBracket(token.text)
  if (peopleRules.chiefShort.test(bare) && next?.type === 'phone' && previous?.type === 'word') {
    if (!grammar.unit.test(previous.text) || peopleRules.place.test(bare)) return false
    filePersonWord(context, filer, token, previous)
    return true
  }
  const name = closed(bare)
  const nick = peopleRules.nicknamed.at(token.text, 0)
  if (nick && token.range.end - token.range.start === token.text.length) {
    const place = shifted(nick.at('person')!, token.range.start)
    filer.person(personOf(context, place, nick.groups.person!), place)
    return true
  }
  if (!isLikeName(filer, token, bare, name, previous, next)) {
    // 护理部 示青 副主任护师 0100-…: his title may stand between.
    const titled = next?.type === 'word' && peopleRules.courtesyAlone.test(next.text)
    const number = titled ? list[at + 2] : next
    if (number?.type !== 'phone' || !isNameByPlace(context, filer, token, bare, name, previous)) return false
    filePersonWord(context, filer, token, previous, titled ? next : undefined)
    return true
  }
  // 联系人:李明 …;医疗救护:某科 0100-…: what is announced, not who.
  if (token.colon && next?.type === 'word' && !peopleRules.person.test(bare)) return false
  if (token.colon && next?.type === 'phone') filer.nextHolder()
  if (next?.type === 'word' && peopleRules.courtesyAlone.test(next.text)) {
    filePersonWord(context, filer, token, previous, next)
    return true
  }
  // 某科 张三 电话0100-…
  // 技术支持:李工,微信号…
  const led = previous?.type === 'word' && previous.colon
  const labelNext =
    next?.type === 'label' &&
    (next.kind === 'phone' || next.kind === 'fax' || (led && (next.kind === 'im' || next.kind === 'email'))) &&
    !next.prefix
  const numberNext =
    next?.type === 'phone' ||
    next?.type === 'samePhone' ||
    (next?.type === 'address' && list[at + 2]?.type === 'phone') ||
    (next?.type === 'word' && next.bracket) ||
    (next?.type === 'email' && (context.text[token.range.end] === '(' || peopleRules.latinAside.test(token.text))) ||
    isNumberInNextCell(list, at)
  if (
    filer.openLabel !== 'person' &&
    !numberNext &&
    !labelNext &&
    previous?.type !== 'phone' &&
    !(reachable && isNameBeside(next)) &&
    !leadsList(context, list, at) &&
    !(reachable && isBetweenUnits(previous, next))
  )
    return false
  filePersonWord(context, filer, token, previous)
  return true
}

function isLikeName(
  filer: Filer,
  token: WordToken,
  bare: string,
  name: string,
  previous: Token | undefined,
  next: Token | undefined,
): boolean {
  if (peopleRules.latinAside.test(token.text)) return !peopleRules.notPerson.test(name)
  // 境外代表联络:Maria Example(玛丽)
  if (previous?.type === 'word' && previous.colon && peopleRules.labelledLatin.test(bare)) return true
  const looksLikeOffice = filer.openLabel === 'person' && peopleRules.officeNameShort.test(name)
  // 业务员小虞: the name is what stands behind the rank.
  const own = peopleRules.ranked.at(name, 0)?.groups.name ?? name
  if (peopleRules.notPerson.test(own) && !looksLikeOffice && !isLastName(filer, token, next)) return false
  if (filer.isCarried)
    return peopleRules.person.test(bare) && previous?.type === 'word' && grammar.unit.test(previous.text)
  const labelled = filer.openLabel === 'person'
  if (peopleRules.person.test(bare) && (labelled || token.spaced || !peopleRules.place.test(name))) return true
  return labelled && (peopleRules.labelledPerson.test(bare) || peopleRules.longName.test(bare))
}

/** 市科技局 李明 | 0100-5550123: in a table the number of a person stands in the cell behind his. */
const isNumberInNextCell = (list: readonly Token[], at: number): boolean =>
  list[at + 1]?.type === 'cell' && list[at + 2]?.type === 'phone'

/** Whether a word before a number is a name by what stands before it: its unit, or a name and 、. */
function isNameByPlace(
  context: Context,
  filer: Filer,
  { range }: WordToken,
  bare: string,
  name: string,
  previous: Token | undefined,
): boolean {
  return (
    previous?.type === 'word' &&
    peopleRules.nameByPlace.test(bare) &&
    !peopleRules.notPerson.test(name) &&
    !grammar.unit.test(bare) &&
    (grammar.unit.test(previous.text) || (filer.isListing && isListed(context, previous.range, range)))
  )
}

/** Whether a word names the unit of what follows: by its ending, as a place before a number, or with a colon behind it. */
function namesUnit({ text, colon, bracket }: WordToken, label: LabelKind | null, next: Token | undefined): boolean {
  if (label === 'address' || bracket || text.length < 2 || text.length > 48 || grammar.notUnit.test(text)) return false
  if (peopleRules.rankAlone.test(text)) return false
  if (grammar.unit.test(text) || (next?.type === 'phone' && peopleRules.place.test(text))) return true
  // 公示及异议:候选人公示期…: what goes on with words of its own is a matter, no office.
  const told = next?.type === 'word' && !peopleRules.person.test(next.text) && !grammar.unit.test(next.text)
  return colon && !told && text.length >= 4 && isHan(text.slice(0, 2))
}
