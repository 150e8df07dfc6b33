/** Which words are people or units, told by the words themselves and by what stands beside them. */
import type { MessengerAccount, Person } from '../../types.js'
import type { Context, Range } from '../define.js'
import { closed } from '../grids.js'
import { shifted } from '../ranges.js'
import type { Filer } from './filer.js'
import { grammar, peopleRules } from './rules.js'
import { type Token, textAt, type WordToken } from './token.js'

/**
 * 李处长 is 李, 处长, and printed so; of 李明处长 the name is 李明. A title in brackets behind the name (`aside`) or the rank apart from it is one too. 科长李明: the rank
 * solid before the name is a title and no part of what is printed for the person.
 */
export function personOf(context: Context, range: Range, text: string, aside = '', rank = ''): Person {
  const before = peopleRules.ranked.at(text, 0)?.groups
  if (before && context.text.startsWith(before.rank!, range.start)) {
    const place = { start: range.start + before.rank!.length, end: range.end }
    return personOf(context, place, before.name!, aside, before.rank)
  }
  const m = peopleRules.courtesy.find(text)
  const title = (rank || m?.groups.title) ?? peopleRules.titleNote.find(aside)?.groups.title
  // 李明站长: the name is whole without the title; 李站长 is called so.
  if (m && !rank && m.groups.name!.length > 1 && !peopleRules.surnameAlone.test(m.groups.name!)) {
    const printed = context.text.slice(range.start, range.end)
    const name = printed.endsWith(m.groups.title!) ? printed.slice(0, -m.groups.title!.length).trimEnd() : ''
    if (name) {
      const place = { start: range.start, end: range.start + name.length }
      return context.factWith(place, { name: m.groups.name!, title: m.groups.title! }, m.groups.name!)
    }
  }
  return context.factWith(range, { name: m?.groups.title ? m.groups.name! : text, ...(title ? { title } : {}) }, text)
}

const MESSENGERS = ['qqGroup', 'qq', 'dingtalk', 'wechat'] as const

/** QQ, 微信 and the like: the kind that the label names, and the account behind it. */
export function messengerOf(context: Context, label: string, range: Range): MessengerAccount | null {
  const place = nameRange(context, range)
  const text = textAt(context, place)
  const m = grammar.messenger.find(label)
  const kind = m && MESSENGERS.find((k) => m.groups[k] !== undefined)
  return kind && grammar.account.test(text) ? context.factWith<MessengerAccount>(place, { kind }, text) : null
}

/** A word without the brackets behind it; one that goes on behind its bracket (某某(集团)公司) as it is. */
export function withoutBracket(text: string): string {
  const open = text.indexOf('(')
  if (open < 0) return text
  const after = text[text.indexOf(')', open) + 1]
  return after === undefined || !text.includes(')', open) || after === '(' || after === ')' ? text.slice(0, open) : text
}

/** Files a person set solid behind the unit: 市科技局李明. */
export function fileSolid(
  context: Context,
  filer: Filer,
  { text, range }: WordToken,
  next: Token | undefined,
): boolean {
  const aside = peopleRules.behindAside.at(text, 0)
  if (aside && range.end - range.start === text.length) {
    const place = shifted(aside.at('person')!, range.start)
    filer.setUnit(shifted(aside.at('unit')!, range.start))
    filer.person(personOf(context, place, aside.groups.person!), place)
    return true
  }
  const bare = withoutBracket(text)
  const m = peopleRules.unitPerson.at(bare, 0) ?? peopleRules.roomPerson.at(bare, 0)
  // 金会计师 is one person, and nobody of a 金会.
  if (!m || peopleRules.notPerson.test(m.groups.person!) || peopleRules.person.test(bare)) return false
  const unit = shifted(m.at('unit')!, range.start)
  unit.start += peopleRules.verbLead.at(m.groups.unit!, 0)?.end ?? 0
  let person = shifted(m.at('person')!, range.start)
  if (range.end - range.start !== text.length) {
    // 一网格(东片)向  琼: only the name is set with blanks.
    if (!m.groups.unit!.endsWith(context.text.slice(unit.start, unit.end))) return false
    person = { start: person.start, end: range.end }
  }
  const led = filer.openLabel !== 'person' || next?.type === 'phone'
  if (grammar.notUnit.test(m.groups.unit!)) {
    if (led) filer.nextHolder()
  } else if (led) filer.setUnit(unit)
  else filer.setUnitOf(unit)
  filer.person(personOf(context, person, m.groups.person!, text.slice(bare.length)), person)
  return true
}

/** Files 顾(女士) behind a label for people; false for what is none. */
export function fileSurnameAside(
  context: Context,
  filer: Filer,
  { text, range }: Pick<WordToken, 'text' | 'range'>,
): boolean {
  const alone = peopleRules.surnameAside.at(text, 0)?.groups
  if (alone) filer.person(context.factWith(range, { name: alone.name!, title: alone.title! }, text), range)
  return alone !== undefined
}

/** Files several people, each with his unit or title in brackets, that only a blank parted: 李明(市委办) 王红霞(市府办); or 宋工林工. */
export function filePersonRow(context: Context, filer: Filer, { text, range }: WordToken): boolean {
  if (range.end - range.start !== text.length) return false
  if (fileSurnameAside(context, filer, { text, range })) return true
  const each = peopleRules.personRow.test(text)
    ? peopleRules.personInRow
    : peopleRules.peopleRow.test(text)
      ? peopleRules.personOfRow
      : null
  if (!each) return false
  for (const m of each.all(text)) {
    const place = shifted(m.at('name')!, range.start)
    filer.person(personOf(context, place, m.groups.name!, m.groups.aside), place)
  }
  return true
}

/** A name without the gaps between its characters; those between words of Latin script stay. */
const nameOf = (text: string): string => (/[A-Za-z]/.test(text) ? text.replace(/\s+/g, ' ') : closed(text))

/** Files a word that is a person's name as a whole. */
export const filePerson = (context: Context, filer: Filer, { text, range }: WordToken): void =>
  filer.person(personOf(context, range, nameOf(text)), range)

/** Files a name with the title in brackets, or the rank before (`previous`) or form of address behind it (`next`). */
export function filePersonWord(
  context: Context,
  filer: Filer,
  { text, range }: WordToken,
  previous?: Token,
  next?: Token,
): void {
  const bare = withoutBracket(text)
  const place = nameRange(context, range)
  const rank = previous?.type === 'word' && peopleRules.rankAlone.test(previous.text) ? previous.text : ''
  const person = personOf(context, place, nameOf(bare), text.slice(bare.length), rank)
  const apart = next?.type === 'word' && peopleRules.courtesyAlone.test(next.text)
  filer.person(apart ? { ...person, title: next.text } : person, place)
}

/** The place of a name without the bracket behind it. The word may be closed up (葛  岩); its place is not. */
function nameRange({ text }: Context, { start, end }: Range): Range {
  const printed = text.slice(start, end).split('(')[0]!.trimEnd()
  return { start, end: start + printed.length }
}

export const isPerson = (text: string): boolean =>
  peopleRules.person.test(text) && !peopleRules.notPerson.test(text) && !peopleRules.place.test(text)

/** 市科技局李明,电话0100-…: whether a number follows, or its label and the number. */
export const isNumberNext = (next: Token | undefined, after: Token | undefined): boolean =>
  next?.type === 'phone' ||
  (next?.type === 'label' &&
    (next.kind === 'phone' || (next.kind === 'fax' && next.both)) &&
    !next.prefix &&
    after?.type === 'phone')

export const isNameBeside = (next: Token | undefined): boolean => next?.type === 'word' && isPerson(next.text)

/** 系统技术支持:0100-5550123: in a sentence too, what a number is for parts it from the one before. */
export const isOwnLine = (token: WordToken, next: Token | undefined): boolean =>
  token.colon && next?.type === 'phone' && isUnit(token.text)

/** 咨询:指挥中心5550101;市体育局 李明 5550102: a unit before its number or its person and his, behind a label for numbers. */
export const isUnitBefore = (token: WordToken, next: Token | undefined, after: Token | undefined): boolean =>
  !token.bracket && isUnit(token.text) && (next?.type === 'phone' || (after?.type === 'phone' && isNameBeside(next)))

/** 联系人:农业处 李明 */
export const isUnitOf = (token: WordToken, next: Token | undefined): boolean =>
  !token.bracket && isUnit(token.text) && isNameBeside(next)

const isUnit = (text: string): boolean => grammar.unit.test(text) && !grammar.notUnit.test(text)

/** 朱老师,电话5550062: a name right before the telephone in a sentence. */
export function isPersonBefore(token: WordToken, next: Token | undefined, after: Token | undefined): boolean {
  if (!peopleRules.person.test(token.text) || peopleRules.notPerson.test(token.text)) return false
  return next?.type === 'phone' || (next?.type === 'label' && next.kind === 'phone' && after?.type === 'phone')
}

/** Most names that one number is for. */
const NAMES = 12

/** 某站 李明、王红 0100-5550123: whether names beside each other from a word on lead to a number. */
export function leadToNumber(context: Context, list: readonly Token[], from: number): boolean {
  for (let i = from; i < list.length && i < from + NAMES; i++) {
    const [word, next] = [list[i]!, list[i + 1]]
    if (word.type !== 'word' || word.bracket || !isPerson(word.text)) return false
    if (isNumberNext(next, list[i + 2])) return true
    if (!next || !isListed(context, word.range, next.range)) return false
  }
  return false
}

/** 联系人:钱示例 赵示科: the last of several names may end like an office. */
export const isLastName = (filer: Filer, token: WordToken, next: Token | undefined): boolean =>
  filer.openLabel === 'person' &&
  filer.isListing &&
  !token.bracket &&
  (!next || next.type === 'label') &&
  peopleRules.officeName.test(token.text)

/** Whether only 、 stands between two words. */
export const isListed = (context: Context, one: Range, other: Range): boolean =>
  context.text.slice(one.end, other.start).trim() === '、'

/** 县河长办:王宇、字文丽 0100-5550123: the first of two names behind their unit, whatever the second is like. */
export function leadsList(context: Context, list: readonly Token[], at: number): boolean {
  const unit = list[at - 1]
  const other = list[at + 1]
  return (
    unit?.type === 'word' &&
    grammar.unit.test(unit.text) &&
    other?.type === 'word' &&
    (list[at + 2]?.type === 'phone' || (list[at + 2]?.type === 'cell' && list[at + 3]?.type === 'phone')) &&
    isListed(context, list[at]!.range, other.range) &&
    peopleRules.nameByPlace.test(other.text) &&
    !peopleRules.notPerson.test(other.text)
  )
}

/** 东村 李明   西村 王红 139…: in a row of units and people one may lack a number. */
export const isBetweenUnits = (previous: Token | undefined, next: Token | undefined): boolean =>
  previous?.type === 'word' && next?.type === 'word' && grammar.unit.test(previous.text) && grammar.unit.test(next.text)
