/**
 * Hard wraps: whether a line goes on in the one below it. A sheet has one width; a line that could not have held the first
 * word of the next is full, and goes on unless something says that a paragraph ends or begins there.
 */

import layoutGrammar from '../../grammars/layout.js'
import titleGrammar from '../../grammars/title.js'
import { compile } from '../grammar.js'
import { isHan } from '../read/normalize.js'
import { bodiesOnLine, isBody } from './bodies-line.js'
import {
  firstToken,
  headOf,
  isDigit,
  isEnded,
  isIndent,
  isProse,
  type Line,
  NARROWEST,
  type Sheet,
  TORN,
} from './sheet.js'

const layout = compile(layoutGrammar)
const titles = compile(titleGrammar)

/** Whether `b` goes on with the paragraph of `a`; `first` says that `a` is the first line of its own. */
export function goesOn(sheet: Sheet, a: Line, b: Line, first: boolean): boolean {
  if (b.marks.length || a.marks.some((m) => !(sheet.parted && m.kind === 'item'))) return false
  if (b.gap <= 1 && b.lead < SET_RIGHT && isTornDay(sheet.text, a, b)) return true
  if (b.gap === 0 && isBrokenMail(sheet.text, a, b)) return true
  if (b.gap > 0 && !b.paged && sheet.gap === 0) return false
  if (b.gap <= sheet.gap && isTornSign(sheet.text, a, b)) return true
  if (b.gap === 0 && isTornBracket(sheet.text, a, b)) return true
  return sheet.width > 0 ? isWrapped(sheet, a, b, first) : isTorn(sheet, a, b)
}

const COMMA = 0x2c
const LIST_COMMA = 0x3001
const STOP = 0x3002
const COLON = 0x3a
const CLOSED = 0x29

const endsWithComma = (text: string, line: Line) => {
  const last = text.charCodeAt(line.end - 1)
  return last === COMMA || last === LIST_COMMA
}

/** On a sheet that is not wrapped only a sentence torn by a page break goes on. */
function isTorn({ text, stopped }: Sheet, a: Line, b: Line): boolean {
  if (b.lead > a.lead + 1) return false
  if (b.paged) return isTornByPage(text, a, b)
  // No page number says so: both parts are long.
  if (a.width < TORN || !stopped) return false
  if (text.charCodeAt(a.end - 1) === STOP || isEnded(text, a) || isTabular(text, a) || isTabular(text, b)) return false
  if (isOpen(text, a)) return !layout.itemStart.test(headOf(text, b))
  if (layout.paragraphStart.test(headOf(text, b)) || !/[,。]/.test(text.slice(a.start, a.end))) return false
  if (endsWithComma(text, a)) return isHan(text.charCodeAt(b.start)) && b.width > 20
  return (
    isHan(text.charCodeAt(a.end - 1)) && isHan(text.charCodeAt(b.start)) && /[,。;]/.test(text.slice(b.start, b.end))
  )
}

/** As many characters as tell of an address or a time on either side of a line's end. */
const SIGN = 7

/** https: ↵ //…, 18: ↵ 00: the colon within an address or a time ends nothing. */
function isTornSign(text: string, a: Line, b: Line): boolean {
  if (text.charCodeAt(a.end - 1) !== COLON) return false
  const end = layout.tornSignEnd.find(text.slice(Math.max(a.start, a.end - SIGN), a.end))
  const start = end && layout.tornSignStart.at(text.slice(b.start, Math.min(b.end, b.start + SIGN)), 0)
  return start !== null && (end!.groups.scheme === undefined) === (start.groups.slashes === undefined)
}

/** 地址:某路1号(某中心3号楼 ↵ 502室): the bracket closes near the beginning of the next line. */
function isTornBracket(text: string, a: Line, b: Line): boolean {
  const head = headOf(text, b)
  const close = head.indexOf(')')
  const open = head.indexOf('(')
  return (
    close > 0 &&
    (open < 0 || open > close) &&
    isHan(text.charCodeAt(a.end - 1)) &&
    isOpen(text, a) &&
    !layout.itemStart.test(head) &&
    !isTabular(text, a)
  )
}

/** A line without any punctuation that is longer than a heading. */
const LONG = 48

/** Above a page number a line that is no heading and does not end a sentence goes on below it. */
function isTornByPage(text: string, a: Line, b: Line): boolean {
  if (isEnded(text, a) || isTabular(text, a) || isTabular(text, b)) return false
  if (isOpen(text, a)) return true
  const head = headOf(text, b)
  if (layout.itemStart.test(head)) return false
  if (isProse(text, a)) return true
  return a.width >= LONG && !layout.paragraphStart.test(head)
}

/** How far short of the width a full line may fall: a sign that may not begin a line, a word that may not be broken. */
const SHORT = 4
/** Lines wider than the sheet by more than this are none of its rows. */
const OVER = 6
/** A line that begins so much farther to the right than the one above it stands there on purpose. */
const SET_RIGHT = 8

function isWrapped(sheet: Sheet, a: Line, b: Line, first: boolean): boolean {
  const { text, width, sure } = sheet
  if (isTabular(text, a) || isTabular(text, b)) return false
  // Two labels with the same indent: each begins a paragraph.
  if (
    isIndent(b.lead) &&
    b.lead === a.lead &&
    isLabelled(text, a) &&
    (beginsWithLabel(text, b) || (first && sheet.indented))
  )
    return false
  if (b.lead >= SET_RIGHT && b.lead > a.lead + 1 && !b.paged) return false
  const comma = endsWithComma(text, a)
  const starts = layout.paragraphStart.test(headOf(text, b))
  const prose = isProse(text, a)
  // A line set far to the right is full by its place, not by its text.
  const open = isOpen(text, a)
  const own = a.width + (a.lead <= SET_RIGHT || open || (b.lead === 0 && hasColon(text, a)) ? a.lead : 0)
  const token = firstToken(sheet, b)
  const tight = own + token > width
  const reach = own + (first ? sheet.lost : 0)
  if (a.solid > width + OVER || !(tight || reach >= width - SHORT || reach + token > width))
    return comma && a.width > width * 0.7 && !starts
  if (sheet.indented && isIndent(b.lead) && !b.paged && !isIndent(a.lead)) return false
  if (
    !sure &&
    !(
      (tight || comma) &&
      (prose || open || (isProse(text, b) && !isLabelled(text, a))) &&
      b.gap <= sheet.gap &&
      // The longest line of a short text without a stop, with the signature below it: 电话:0100-5550123 李明;…
      (comma || open || !(isLabelled(text, a) && isBodies(text, b)))
    )
  )
    return b.paged && isTornByPage(text, a, b)
  // A value that did not fit on the line of its label.
  const colon = text.charCodeAt(a.end - 1) === COLON
  const label =
    colon &&
    (layout.openLabel.test(text.slice(Math.max(a.start, a.end - 6), a.end)) ||
      (tight && layout.value.test(headOf(text, b))))
  if (isEnded(text, a) && !label) {
    const within = (sheet.indented && b.lead === 0) || (b.gap === 0 && sheet.spaced)
    return within && tight && !starts && !colon
  }
  if (comma || open) return true
  if (starts) return tight && prose && !layout.itemStart.test(headOf(text, b))
  // Addressees below a note in brackets: a sentence does not end with a bracket at the edge.
  if (prose) return !(text.charCodeAt(a.end - 1) === CLOSED && isBodies(text, b))
  // A wider gap is one between paragraphs.
  if (b.gap > sheet.gap && !b.paged) return false
  // Full with the indent that the carrier lost, and the next line is prose.
  const filled = reach + token > width - 1 && isProse(text, b) && !beginsWithLabel(text, b)
  const row = tight || filled || b.paged || text.slice(a.start, a.end).includes('、')
  return row && !standsAlone(text, a, b)
}

/** Whether the edge breaks a date: no line of its own begins within one. */
const isTornDay = (text: string, a: Line, b: Line): boolean =>
  a.width >= NARROWEST &&
  (isDigit(text.charCodeAt(b.start)) || isDigit(text.charCodeAt(a.end - 1))) &&
  isTornNumber(
    `${text.slice(Math.max(a.start, a.end - 10), a.end)}\n${text.slice(b.start, Math.min(b.end, b.start + 8))}`,
  )

const isTornNumber = (edge: string): boolean => layout.tornDay.test(edge) || layout.tornUnit.test(edge)

/** a@exam ↵ ple.cn: the host of a mail on two lines. */
export function isBrokenMail(text: string, above: Line, below: Line): boolean {
  const head = text.slice(Math.max(above.start, above.end - MAIL), above.end)
  const rest = text.slice(below.start, Math.min(below.end, below.start + MAIL))
  return (
    (layout.mailTail.test(head) && layout.mailRest.test(rest)) ||
    (layout.mailHead.test(head) && layout.mailEnd.test(rest))
  )
}
const MAIL = 60

/** Whether a line without punctuation says that it ends, or the one below it that it begins something. */
function standsAlone(text: string, a: Line, b: Line): boolean {
  const above = text.slice(a.start, a.end)
  const head = headOf(text, b)
  // An address alone on its line goes on with nothing but itself.
  if (!layout.han.test(above) && isHan(text.charCodeAt(b.start))) return true
  if (layout.timeStart.test(head)) return !layout.dayEnd.test(above.slice(-1))
  if (titles.ending.test(above)) return !layout.typeStart.test(head)
  if (isTornName(above)) return false
  const listed =
    isHan(text.charCodeAt(a.end - 1)) &&
    (above.includes('、') || (above.includes(':') && !layout.itemStart.test(above.slice(0, 24))))
  return !listed && isBodies(text, b)
}

/** Names of bodies, the last of them broken off. */
function isTornName(line: string): boolean {
  const cut = line.lastIndexOf(' ')
  return cut > 0 && bodiesOnLine(line.slice(0, cut).trim()) !== null && !isBody(line.slice(cut + 1))
}

/** A line of names of bodies: a signature, a masthead, addressees. */
function isBodies(text: string, { start, end }: Line): boolean {
  const words = text.slice(start, text.charCodeAt(end - 1) === COLON ? end - 1 : end)
  return words.length > 3 && words.length <= NAMES && bodiesOnLine(words) !== null
}
const NAMES = 60

/** A label and its value, on one line. */
const isLabelled = (text: string, { start, end }: Line) =>
  /^[^\d:]{2,12}:/.test(text.slice(start, Math.min(end, start + 16)))

const beginsWithLabel = (text: string, { start, end }: Line) =>
  /^[^\d:,]{2,12}:/.test(text.slice(start, Math.min(end, start + 16)))

const hasColon = (text: string, line: Line) => text.slice(line.start, line.end).includes(':')

/** Whether a bracket is opened in a line and not closed. Quotation marks are too often of two kinds. */
function isOpen(text: string, { start, end }: Line): boolean {
  let depth = 0
  for (let i = start; i < end; i++) {
    const c = text[i]!
    if (c === '(' || c === '《' || c === '〔') depth++
    else if (depth > 0 && (c === ')' || c === '》' || c === '〕')) depth--
  }
  return depth > 0
}

/** Rows of cells, names in columns, rules. */
const isTabular = (text: string, line: Line) => hasTab(text, line) || isColumns(text, line) || isRule(text, line)

const isRule = (text: string, { start, end }: Line) => end - start > 2 && /^[-—_]+$/.test(text.slice(start, end))

/** Words side by side at wide gaps, without any punctuation: names in columns, not prose. */
function isColumns(text: string, line: Line): boolean {
  const printed = text.slice(line.start, line.end)
  if (!printed.includes('   ')) return false
  return (
    layout.columns.test(printed) ||
    layout.timedRow.test(printed) ||
    (!printed.includes('。') && printed.split(/ {3,}/).length >= CELLS)
  )
}
/** As many cells at wide gaps no line of prose has, whatever its punctuation. */
const CELLS = 4

export function hasTab(text: string, line: Line): boolean {
  // Within the line only: a search of the whole text for each line is quadratic.
  return text.slice(line.start, line.end).includes('\t')
}
