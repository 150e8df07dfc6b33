/**
 * Hard wraps: whether a line goes on in the one below it. A sheet has one width; a line that could not have held the first
 * word of the next is full, and goes on unless something says that a paragraph ends or begins there.
 */
import layoutGrammar from '../../grammars/layout.js'
import titleGrammar from '../../grammars/title.js'
import { compile } from '../grammar.js'
import { fromAt, type Mark, type SourceText } from '../read/source-text.js'
import { bodiesOnLine, isBody } from './bodies-line.js'

/** A printed line of the folded text. */
export interface Line {
  start: number
  end: number
  /** Columns of white space before its first character, and how many of them are tabs. */
  lead: number
  tabs: number
  /** Blank lines above it. */
  gap: number
  /** In half-width characters, without the white space before it. */
  width: number
  /** The same without the marks at its end: they may hang over the edge. */
  solid: number
  marks: Mark[]
  /** A page number stood above it. */
  paged: boolean
  /** And below that the head of the page, which is no line of the text. */
  headed?: true
}

/** What the lines of a text have in common. */
export interface Sheet {
  text: string
  /** Tells, for signs that folding gives one spelling, whether each was printed half-width or full. */
  wide: (at: number) => boolean
  /** Width at which its lines are wrapped; 0 where they are not. */
  width: number
  /** Whether many lines say so; else it is only the width that no line exceeds, and a line must tell by its words that it goes on. */
  sure: boolean
  /** Whether blank lines part its paragraphs. */
  spaced: boolean
  /** Blank lines between the lines of a paragraph: some carriers leave one behind every printed line. */
  gap: number
  /** Whether paragraphs begin with an indent. */
  indented: boolean
  /** Whether long lines end with a stop: where many do not, one without is not torn. */
  stopped: boolean
  /** Blanks that the first line of a paragraph has lost. */
  lost: number
  /** Only lines of one paragraph may belong together: blank lines part paragraphs. */
  parted: boolean
}

const layout = compile(layoutGrammar)
const titles = compile(titleGrammar)

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff
/** Signs that folding writes half-width, however they were printed. */
const FOLDED_SIGNS = new Set([...',:;!?()'].map((c) => c.charCodeAt(0)))
/** From here on, all characters of notices are full-width: dashes, quotation marks, numbers in circles, Han. */
const FULL_WIDTH = 0x2010
/** Longest line that is measured character by character. */
const MEASURED = 400

const widthAt = ({ text, wide }: Pick<Sheet, 'text' | 'wide'>, i: number): number => {
  const unit = text.charCodeAt(i)
  return unit >= FULL_WIDTH || (FOLDED_SIGNS.has(unit) && wide(i)) ? 2 : 1
}

function widthOf(sheet: Pick<Sheet, 'text' | 'wide'>, start: number, end: number): number {
  let width = 0
  const stop = Math.min(end, start + MEASURED)
  for (let i = start; i < stop; i++) width += widthAt(sheet, i)
  return width + (end - stop)
}

function measure(sheet: Pick<Sheet, 'text' | 'wide'>, line: Line): void {
  line.width = widthOf(sheet, line.start, line.end)
  let end = line.end
  while (end > line.start && line.end - end < 3 && MAY_NOT_BEGIN.includes(sheet.text[end - 1]!)) end--
  line.solid = line.width - widthOf(sheet, end, line.end)
}

/** No sheet is narrower than this that holds whole paragraphs on a line. */
const NARROW = 84

/** Whether lines that are not full have a blank line below them, as most paragraphs end with one. */
function isSpaced(rows: readonly Line[], width: number): boolean {
  let short = 0
  let parted = 0
  for (let i = 0; i + 1 < rows.length; i++) {
    if (rows[i]!.width > width - RAGGED * 2) continue
    short++
    if (rows[i + 1]!.gap > 0) parted++
  }
  return width > 0 && short >= 3 && parted >= short * 0.6
}

/** As long as a line must be for a sentence to be torn at its end. */
const TORN = 60

function isStopped(text: string, rows: readonly Line[]): boolean {
  const long = rows.filter((line) => line.width >= TORN)
  return long.filter((line) => !isEnded(text, line)).length < Math.max(3, long.length * 0.35)
}

/** As many lines have a blank one above them where a sentence may go on behind it. */
const SPACED_OUT = 0.6

/** Measures the lines and what they have in common. */
export function sheetOf(
  folded: SourceText,
  source: string,
  lines: readonly Line[],
  wrapped: true | 'paragraphs',
): Sheet {
  const { text } = folded
  const wide = (i: number) => source.charCodeAt(fromAt(folded, i)) >= 0x80
  for (const line of lines) measure({ text, wide }, line)
  const gaps = lines.filter((l) => l.gap > 0).length
  const first = lines.filter((l) => isIndent(l.lead)).length
  const flush = lines.filter((l) => l.lead === 0 && l.width >= NARROWEST).length
  const rows = lines.filter((line) => !line.marks.length && !isSetApart(text, line))
  const width = wrapWidth({ text, wide }, lines, rows)
  const greatest = rows.reduce((most, line) => Math.max(most, line.solid), 0)
  return {
    text,
    wide,
    width: width || (greatest <= NARROW ? greatest : 0),
    sure: width > 0,
    spaced: isSpaced(rows, width),
    stopped: isStopped(text, rows),
    gap: wrapped === true && gaps > lines.length * SPACED_OUT ? 1 : 0,
    indented: first >= 3 && first >= lines.length * 0.1 && flush >= 3,
    lost: lines.filter((l) => l.lead > 0).length < lines.length * 0.1 ? 4 : 0,
    parted: wrapped === 'paragraphs',
  }
}

/** The indent of a paragraph, in half-width characters. */
const isIndent = (lead: number) => lead >= 2 && lead <= 6
/** Widths between which a sheet wraps, in half-width characters; how far full lines fall short of the widest. */
const NARROWEST = 24
const WIDEST = 140
const RAGGED = 6

/**
 * The width at which the sheet wraps its lines, or 0. Wrapped text has many lines of nearly the greatest width that do
 * not end a sentence; unwrapped paragraphs have all lengths.
 */
function wrapWidth(sheet: Pick<Sheet, 'text' | 'wide'>, lines: readonly Line[], rows: readonly Line[]): number {
  const { text } = sheet
  if (rows.length < 4) return 0
  const widths = rows.map((l) => l.solid).sort((a, b) => b - a)
  // A few lines may be wider than the sheet: addresses, rules.
  const spared = Math.floor(rows.length * 0.04)
  for (let i = 0; i <= spared; i++) {
    const width = widths[i]!
    if (width < NARROWEST || (i > 0 && width === widths[i - 1])) continue
    if (width > WIDEST) continue
    const { full, open } = linesBetween(text, rows, width - RAGGED, width + 4)
    if (full < 3 || open < full * 0.5) continue
    const long = rows.filter((l) => l.width >= NARROWEST).length
    if (full >= rows.length * 0.2 || torn(sheet, lines, width) >= Math.max(3, long * 0.2))
      return edgeOf(widths, width - RAGGED)
  }
  return usualWidth(text, rows)
}

/** Where full lines end: few of them are wider, which a justified line or a word may make it. `widths` fall. */
function edgeOf(widths: readonly number[], least: number): number {
  const full = widths.filter((w) => w >= least && w <= WIDEST)
  let at = Math.floor(full.length * 0.07)
  // One line that stands out says nothing of the others.
  if (at + 3 < full.length && full[at]! - full[at + 1]! > STANDS_OUT) at++
  return full[at]!
}

/** By how much more than any other a line is wide that is none of the sheet's full ones. */
const STANDS_OUT = 2

/** Rows, forms and columns: their width says nothing. */
const isSetApart = (text: string, { start, end }: Line) => /\t| {3}|_{3}|…{3}|[-—]{6}/.test(text.slice(start, end))

/** How many lines stop within a sentence because the next word did not fit on them. */
function torn(sheet: Pick<Sheet, 'text' | 'wide'>, lines: readonly Line[], width: number): number {
  const { text } = sheet
  let n = 0
  for (let i = 0; i + 1 < lines.length; i++) {
    const a = lines[i]!
    const b = lines[i + 1]!
    if (a.solid > width || a.width < width - RAGGED * 2 || isEnded(text, a) || isSetApart(text, a)) continue
    if (a.width + firstToken(sheet, b) <= width || layout.paragraphStart.test(headOf(text, b))) continue
    if (isProse(text, a) || isProse(text, b)) n++
  }
  return n
}

/** How many lines have a width between the two, and how many of them end within a sentence. */
function linesBetween(text: string, lines: readonly Line[], least: number, most: number) {
  let full = 0
  let open = 0
  for (const line of lines) {
    if (line.solid < least || line.solid > most) continue
    full++
    if (!layout.sentenceEnd.test(text.slice(Math.max(line.start, line.end - 4), line.end))) open++
  }
  return { full, open }
}

/** The width at which most lines end within a sentence, where a few others (titles, tables, addresses) are wider. */
function usualWidth(text: string, lines: readonly Line[]): number {
  const counts = new Uint32Array(WIDEST + 1)
  let long = 0
  for (const { solid } of lines) {
    if (solid >= NARROWEST) long++
    if (solid >= NARROWEST && solid <= WIDEST) counts[solid]!++
  }
  let best = 0
  let most = 0
  for (let width = NARROWEST; width <= WIDEST; width++) {
    let n = 0
    for (let w = Math.max(NARROWEST, width - RAGGED); w <= width; w++) n += counts[w]!
    if (counts[width] && n >= most) {
      best = width
      most = n
    }
  }
  const wider = lines.filter((l) => l.solid > best + 1).length
  const { full, open } = linesBetween(text, lines, best - RAGGED, best + 1)
  return full >= 8 && full >= long * 0.4 && open >= full * 0.6 && wider <= full * 0.2 ? best : 0
}

/** Whether `b` goes on with the paragraph of `a`; `first` says that `a` is the first line of its own. */
export function goesOn(sheet: Sheet, a: Line, b: Line, first: boolean): boolean {
  if (b.marks.length || a.marks.some((m) => !(sheet.parted && m.kind === 'item'))) return false
  if (b.gap <= 1 && b.lead < SET_RIGHT && isTornDay(sheet.text, a, b)) return true
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

const isEnded = (text: string, line: Line) =>
  layout.sentenceEnd.test(text.slice(Math.max(line.start, line.end - 4), line.end))
const endsWithComma = (text: string, line: Line) => {
  const last = text.charCodeAt(line.end - 1)
  return last === COMMA || last === LIST_COMMA
}
const isProse = (text: string, line: Line) => /[,。;]/.test(text.slice(line.start, line.end))
const headOf = (text: string, line: Line) => text.slice(line.start, Math.min(line.end, line.start + 24))

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
  const filled = reach + token > width - 1 && isProse(text, b) && !isLabelled(text, b)
  const row = tight || filled || b.paged || text.slice(a.start, a.end).includes('、')
  return row && !standsAlone(text, a, b)
}

/** Whether the edge breaks a date: no line of its own begins within one. */
const isTornDay = (text: string, a: Line, b: Line): boolean =>
  a.width >= NARROWEST &&
  isDigit(text.charCodeAt(b.start)) &&
  layout.tornDay.test(
    `${text.slice(Math.max(a.start, a.end - 10), a.end)}\n${text.slice(b.start, Math.min(b.end, b.start + 8))}`,
  )

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

const hasColon = (text: string, line: Line) => text.slice(line.start, line.end).includes(':')

const OPENING = '(《“〔'

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
  return printed.includes('   ') && layout.columns.test(printed)
}

export function hasTab(text: string, line: Line): boolean {
  // Within the line only: a search of the whole text for each line is quadratic.
  return text.slice(line.start, line.end).includes('\t')
}

/** Longest word that is not broken. */
const WORD = 60
const MAY_NOT_BEGIN = ',。、;:!?)》”〕'

/** Width of the part of a line that cannot be broken off it: a word, or a character with the signs that cling to it. */
function firstToken(sheet: Pick<Sheet, 'text' | 'wide'>, line: Line): number {
  const { text } = sheet
  const narrow = (i: number) => i < line.end && text.charCodeAt(i) > 0x20 && widthAt(sheet, i) === 1
  let i = line.start
  let width = 0
  // An opening bracket goes down with what it opens.
  while (i < line.end && OPENING.includes(text[i]!) && i - line.start < 3) width += widthAt(sheet, i++)
  const from = i
  // Words, and what stands together as one: addresses, times, numbers.
  while (narrow(i) && i - from < WORD) {
    i++
    width++
  }
  if (i === from && i < line.end) width += widthAt(sheet, i++)
  for (let signs = 0; signs < 2 && i < line.end && MAY_NOT_BEGIN.includes(text[i]!); signs++)
    width += widthAt(sheet, i++)
  return width
}
