/** Tokens: what a line that speaks of contacts is made of. Their ranges are places in the clean text. */

import type { Phone } from '../../types.js'
import type { Context, Range } from '../define.js'
import { closed } from '../grids.js'
import { RangeSet, shifted } from '../ranges.js'
import { isHan } from './read-words.js'
import { grammar, type LabelKind } from './rules.js'

export interface LabelToken {
  type: 'label'
  kind: LabelKind
  /** 联系人及电话, 电话/传真: the label of two kinds. */
  both: boolean
  /** The Han run before it, which may name its unit. */
  prefix: Range | null
  range: Range
}

export interface PhoneToken {
  type: 'phone'
  /** With the area code where it is printed, without the extension. */
  number: string
  kind: Phone['kind']
  /** The digits behind the area code; empty where none may be set before them. */
  local: string
  area: string
  extension: string
  /** Printed with digits left out. */
  masked: boolean
  /** Behind a label for numbers, but like none of the numbering plan. */
  doubtful: boolean
  range: Range
}

export interface WordToken {
  type: 'word'
  text: string
  range: Range
  /** A colon stands behind it. */
  colon: boolean
  /** A bracket opens before it. */
  bracket: boolean
  /** Its first character was printed apart from the others, as names of two are. */
  spaced: boolean
}

export type Token =
  | LabelToken
  | PhoneToken
  | WordToken
  | { type: 'email'; text: string; range: Range }
  | { type: 'url'; text: string; range: Range }
  /** 传真同号: the number before takes faxes too. */
  | { type: 'sameFax'; range: Range }
  /** 电话同上: the number of the one before, with an extension of its own or without. */
  | { type: 'samePhone'; extension: string; range: Range }
  /** Someone whom the sentence says to ask: 请与李明联系. */
  | { type: 'person'; range: Range }
  /** An address that no label announces, with the postcode behind it. */
  | { type: 'address'; range: Range; code: Range | null }
  /** The number of a badge or a warrant; it says nothing of a contact and is left out. */
  | { type: 'badge'; range: Range }
  /** The end of a cell in a row of a table. */
  | { type: 'cell'; range: Range }

/** What is found in a line so far, apart from its words; no two tokens share a character. */
export interface Found {
  text: string
  /** Where the line begins in the clean text. */
  base: number
  tokens: Token[]
  taken: RangeSet
}

export const nothingFound = (text: string, base: number): Found => ({ text, base, tokens: [], taken: new RangeSet() })

export function keep(found: Found, token: Token): void {
  found.tokens.push(token)
  found.taken.add(token.range)
}

/** Whether a list of tokens holds a number or a mail. */
export const isReachable = (list: readonly Token[]): boolean =>
  list.some((t) => t.type === 'phone' || t.type === 'email')

/** Whether a list of tokens holds the label of an address. */
export const isAddressed = (list: readonly Token[]): boolean =>
  list.some((t) => t.type === 'label' && t.kind === 'address')

/** (…电话:5550101);某局(联系人:…: whether a label opens a bracket behind the one that the last number stands in. */
export function opensBracket({ text }: Context, list: readonly Token[], at: number): boolean {
  let number = at - 1
  while (number >= 0 && list[number]!.type !== 'phone') number--
  const { start } = list[at]!.range
  return (
    number >= 0 && text[start - 1] === '(' && /^ {0,4}\) {0,4}[;,、。]/.test(text.slice(list[number]!.range.end, start))
  )
}

/** How much before a bracket is looked at for whose it is. */
const OFFICE = 48

/** 报送市科技局高新科(联系电话:…): the office right before the bracket that a label opens. */
export function officeOf({ text }: Context, { start }: Range): Range | null {
  if (text[start - 1] !== '(') return null
  const end = start - 1
  const from = Math.max(0, end - OFFICE)
  const before = text.slice(from, end)
  const line = before.lastIndexOf('\n') + 1
  const unit = grammar.bracketUnit.find(before.slice(line))
  if (!unit || grammar.notUnit.test(unit.groups.unit!)) return null
  return shifted(unit.at('unit')!, from + line)
}

/** 有事请拨打值班室|电话: the office behind the verb, in the words before a label; null where there is no verb. */
export function unitBehind(words: string, start: number): Range | null {
  const unit = grammar.bracketUnit.find(words)?.at('unit')
  return unit && unit.start > 0 && isHan(words[unit.start - 1]!) ? shifted(unit, start) : null
}

/** Index of the last token from `at` on that begins before an offset of the clean text; `at` where none behind it does. */
export function lastBefore(list: readonly Token[], at: number, offset: number): number {
  let last = at
  while (last + 1 < list.length && list[last + 1]!.range.start < offset) last++
  return last
}

/** The clean text of a range without the white space in it. */
export const textAt = (context: Context, { start, end }: Range): string => closed(context.text.slice(start, end))

/** How much before a label is looked at for whose number it announces. */
const OTHERS = 60

/** Whether a label announces a number that no reader calls: of a bank where money goes, of who held something before. */
export const isOthers = ({ text }: Context, { start }: Range): boolean =>
  grammar.othersPhone.test(
    text
      .slice(Math.max(0, start - OTHERS), start)
      .split('\n')
      .at(-1)!,
  )

/** QQ 402919718;旅游投诉 0100-…: whether a semicolon parts a token from the one before, so that no account's label reaches it. */
export const endsBefore = ({ text }: Context, list: readonly Token[], at: number): boolean =>
  at > 0 && text.slice(list[at - 1]!.range.end, list[at]!.range.start).includes(';')
