/** The sheet that lines were printed on: its width, and how its lines end. */
import layoutGrammar from '../../grammars/layout.js'
import { compile } from '../grammar.js'
import { fromAt, type Mark, type SourceText } from '../read/source-text.js'

const layout = compile(layoutGrammar)

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
  headed: boolean
}

/** What the lines of a text have in common. */
export interface Sheet {
  text: string
  /** Tells, for signs that folding gives one spelling, whether each was printed half-width or full. */
  wide: (at: number) => boolean
  /** Whether figures and letters are printed full-width too. */
  typed: boolean
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

/** What a width is measured with. */
type Ruler = Pick<Sheet, 'text' | 'wide' | 'typed'>

export const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
/** From here on, all characters of notices are full-width: dashes, quotation marks, numbers in circles, Han. */
const FULL_WIDTH = 0x2010
/** Signs that folding writes half-width, however they were printed. */
const FOLDED_SIGNS = new Uint8Array(FULL_WIDTH)
for (const c of ',:;!?()') FOLDED_SIGNS[c.charCodeAt(0)] = 1
/** Figures and letters as wide as Han, some of them side by side. */
const TYPED = /[０-９Ａ-Ｚａ-ｚ]{2}/
/** Longest line that is measured character by character. */
const MEASURED = 400

const widthAt = ({ text, wide, typed }: Ruler, i: number): number => {
  const unit = text.charCodeAt(i)
  return unit >= FULL_WIDTH || ((typed ? unit > 0x20 : FOLDED_SIGNS[unit] === 1) && wide(i)) ? 2 : 1
}

function widthOf(sheet: Ruler, start: number, end: number): number {
  const { text, typed } = sheet
  const stop = Math.min(end, start + MEASURED)
  let width = end - start
  for (let i = start; i < stop; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= FULL_WIDTH) width++
    else if ((typed ? unit > 0x20 : FOLDED_SIGNS[unit] === 1) && sheet.wide(i)) width++
  }
  return width
}

function measure(sheet: Ruler, line: Line): void {
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
export const TORN = 60

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
  const typed = TYPED.test(source) && isTyped({ text, wide }, lines)
  for (const line of lines) measure({ text, wide, typed }, line)
  const gaps = lines.filter((l) => l.gap > 0).length
  const first = lines.filter((l) => isIndent(l.lead)).length
  const flush = lines.filter((l) => l.lead === 0 && l.width >= NARROWEST).length
  const rows = lines.filter((line) => !line.marks.length && !isSetApart(text, line))
  const width = wrapWidth({ text, wide, typed }, lines, rows)
  const greatest = rows.reduce((most, line) => Math.max(most, line.solid), 0)
  return {
    text,
    wide,
    typed,
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

/**
 * Whether figures that are full-width take two places: then more of the lines that hold some are full, than if each took one.
 * A sheet may have been wrapped before they were typed so.
 */
function isTyped(sheet: Pick<Ruler, 'text' | 'wide'>, lines: readonly Line[]): boolean {
  const measured = [false, true].map((typed) => {
    for (const line of lines) measure({ ...sheet, typed }, line)
    const widths = lines.map(({ solid, lead }) => solid + (isIndent(lead) ? lead : 0))
    const width = commonWidth(widths)
    return widths.map((own) => ({ own, full: own <= width && own > width - 3 }))
  })
  let held = 0
  let more = 0
  for (let i = 0; i < lines.length; i++) {
    const [one, two] = [measured[0]![i]!, measured[1]![i]!]
    if (one.own === two.own || two.own < NARROWEST) continue
    held++
    more += Number(two.full) - Number(one.full)
  }
  return more > 2 && more * 3 > held
}

/** The width that most have, or nearly. */
function commonWidth(widths: readonly number[]): number {
  const counts = new Uint32Array(WIDEST + 1)
  for (const width of widths) if (width >= NARROWEST && width <= WIDEST) counts[width]!++
  let common = NARROWEST
  let most = 0
  for (let width = NARROWEST; width <= WIDEST; width++) {
    const n = counts[width]! + counts[width - 1]! + counts[width - 2]!
    if (n >= most) {
      most = n
      common = width
    }
  }
  return common
}

/** The indent of a paragraph, in half-width characters. */
export const isIndent = (lead: number) => lead >= 2 && lead <= 6
/** Widths between which a sheet wraps, in half-width characters; how far full lines fall short of the widest. */
export const NARROWEST = 24
const WIDEST = 140
const RAGGED = 6

/**
 * The width at which the sheet wraps its lines, or 0. Wrapped text has many lines of nearly the greatest width that do
 * not end a sentence; unwrapped paragraphs have all lengths.
 */
function wrapWidth(sheet: Ruler, lines: readonly Line[], rows: readonly Line[]): number {
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
function torn(sheet: Ruler, lines: readonly Line[], width: number): number {
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

export const isEnded = (text: string, line: Line) =>
  layout.sentenceEnd.test(text.slice(Math.max(line.start, line.end - 4), line.end))
export const isProse = (text: string, line: Line) => /[,。;]/.test(text.slice(line.start, line.end))
export const headOf = (text: string, line: Line) => text.slice(line.start, Math.min(line.end, line.start + 24))

const OPENING = '(《“〔'
/** Longest word that is not broken. */
const WORD = 60
const MAY_NOT_BEGIN = ',。、;:!?)》”〕'

/** Width of the part of a line that cannot be broken off it: a word, or a character with the signs that cling to it. */
export function firstToken(sheet: Ruler, line: Line): number {
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
