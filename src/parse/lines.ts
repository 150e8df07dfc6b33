/**
 * Reflow: printed lines become paragraphs. Hard wraps are undone, page numbers dropped, letter-spaced labels closed up,
 * spaces between Han and digits removed. Every character keeps its source place.
 */

import layoutGrammar from '../../grammars/layout.js'
import { compile } from '../grammar.js'
import { isHan } from '../read/normalize.js'
import { Builder, fromAt, type Mark, type ReadResult, type SourceText, toAt } from '../read/source-text.js'
import { isBody } from './bodies-line.js'
import { type Parting, partEnd, partingOf } from './run-on.js'
import { isDigit, type Line, type Sheet, sheetOf } from './sheet.js'
import { goesOn, hasTab, isBrokenMail } from './wraps.js'

/** A paragraph of the clean text. */
export interface Block {
  /** Offsets in the clean text. */
  start: number
  end: number
  text: string
  /** Columns of white space before the first character of its first line. */
  lead: number
  /** Tabs in that white space: empty cells at the head of a row. */
  tabs: number
  /** Blank lines above it. */
  gap: number
  marks: Mark[]
}

export interface Clean extends SourceText {
  blocks: Block[]
  /** Where the head of a page stands in the source within a paragraph: no fact reaches over it. */
  cuts: readonly number[]
}

const layout = compile(layoutGrammar)
const NEWLINE = 0x0a
const SPACE = 0x20
const TAB = 0x09

/** Reflows folded text. `wrapped` says which line ends may be hard wraps. */
export function reflow(
  folded: SourceText,
  { source, marks, wrapped }: Pick<ReadResult, 'source' | 'marks' | 'wrapped'>,
): Clean {
  const lines = splitLines(folded, marks)
  const sheet: Sheet | null = wrapped ? sheetOf(folded, source.text, lines, wrapped) : null
  const out = new Builder(folded.text.length + 16)
  const cuts: number[] = []
  const shapes: Pick<Block, 'start' | 'lead' | 'tabs' | 'gap' | 'marks'>[] = []
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!
    if (out.length) {
      const from = at(folded, first.start, folded.text.length)
      out.push(NEWLINE, from, from)
    }
    shapes.push({ start: out.length, lead: first.lead, tabs: first.tabs, gap: first.gap, marks: first.marks })
    emitLine(folded, first, out)
    while (sheet && i + 1 < lines.length && goesOn(sheet, lines[i]!, lines[i + 1]!, lines[i] === first)) {
      i++
      const next = lines[i]!
      const from = at(folded, next.start, folded.text.length)
      for (let n = gapBetween(folded.text, lines[i - 1]!, next); n > 0; n--) out.push(SPACE, from, from)
      if (next.headed) cuts.push(out.length)
      emitLine(folded, next, out)
    }
  }
  const clean = out.build()
  const blocks: Block[] = []
  for (let i = 0; i < shapes.length; i++) {
    const { start, lead, tabs, gap, marks: own } = shapes[i]!
    const end = i + 1 < shapes.length ? shapes[i + 1]!.start - 1 : clean.text.length
    if (end > start) blocks.push({ start, end, text: clean.text.slice(start, end), lead, tabs, gap, marks: own })
  }
  return { text: clean.text, places: clean.places, blocks, cuts }
}

/** Source offset of a character; behind the last one, `behind`. */
const at = (folded: SourceText, i: number, behind: number) =>
  folded.places && i >= folded.text.length ? behind : fromAt(folded, i)

const BAR = 0x7c
const isLoneBar = (text: string, start: number, end: number) =>
  isSpace(text.charCodeAt(end - 2)) && text.indexOf('|', start) === end - 1

function splitLines(folded: SourceText, marks: readonly Mark[]): Line[] {
  const { text } = folded
  const lines: Line[] = []
  let gap = 0
  let m = 0
  let paged = false
  let pages = 0
  let parted = -1
  let parting: Parting | null = null
  let tabbed = false
  for (let pos = 0; pos <= text.length; ) {
    // The end of a line that is taken apart is looked for once.
    let stop = pos <= parted ? parted : text.indexOf('\n', pos)
    if (stop < 0) stop = text.length
    if (stop !== parted) {
      parting = partingOf(text, pos, stop, parting)
      parted = stop
      tabbed ||= parting === 'tabs'
    }
    if (parting) stop = partEnd(text, pos, stop, parting)
    // Where nothing stands between the parts, the next one begins with the first character behind.
    const joined = parting !== null && stop < parted && !isSpace(text.charCodeAt(stop))
    let start = pos
    let end = stop
    let lead = 0
    let tabs = 0
    while (start < end && isSpace(text.charCodeAt(start))) {
      const tab = text.charCodeAt(start) === TAB
      lead += tab ? 4 : 1
      if (tab) tabs++
      start++
    }
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    // 示发〔2024〕3号 |: what a cell of a page's layout leaves.
    if (end - start > 2 && text.charCodeAt(end - 1) === BAR && isLoneBar(text, start, end)) {
      end--
      while (end > start && isSpace(text.charCodeAt(end - 1))) end--
    }
    const limit = at(folded, stop, Number.MAX_SAFE_INTEGER)
    const own: Mark[] = []
    while (m < marks.length && marks[m]!.at <= limit) own.push(marks[m++]!)
    if (end === start) gap++
    else if (end - start < 40 && !own.length && layout.pageNumber.test(text.slice(start, end))) {
      // A page number is no line: the sentence goes on below it.
      paged = true
      pages++
    } else {
      lines.push({ start, end, lead, tabs, gap, width: 0, solid: 0, marks: own, paged, headed: false })
      gap = 0
      paged = false
    }
    pos = joined ? stop : stop + 1
  }
  if (pages > 1) dropRunningHeads(text, lines)
  // Where tabs part paragraphs there are no rows.
  if (!tabbed && text.includes('\t')) keepEmptyCells(text, lines)
  return lines
}

/** Longer lines at the head of a page are text. */
const HEAD = 80

/** The same line below several page numbers is the head of the pages: the sentence goes on below it. */
function dropRunningHeads(text: string, lines: Line[]): void {
  const times = new Map<string, number>()
  const keys = lines.map((line) => {
    if (!line.paged || line.marks.length || line.end - line.start > HEAD || hasTab(text, line)) return ''
    return text.slice(line.start, line.end).replace(/ +/g, '')
  })
  for (const key of keys) if (key) times.set(key, (times.get(key) ?? 0) + 1)
  let n = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]
    if (next && (times.get(keys[i]!) ?? 0) > 1) {
      next.paged = true
      next.headed = true
    } else lines[n++] = line
  }
  lines.length = n
}

/** How far apart rows of one table may stand: a blank row is a blank line. */
const ROW_GAP = 40

/** The empty cells at the end of a row are part of it; in any other line, white space there is layout. A row has rows beside it. */
function keepEmptyCells(text: string, lines: Line[]): void {
  const ends = lines.map((line) => lastTab(text, line))
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const end = ends[i]!
    const above = line.gap <= ROW_GAP && (ends[i - 1] ?? 0) > 0
    const below = (lines[i + 1]?.gap ?? 0) <= ROW_GAP && (ends[i + 1] ?? 0) > 0
    if (end > line.end && (above || below)) line.end = end
  }
}

/** End of a line with the tabs behind its text; 0 where no tab stands in or behind the text. */
function lastTab(text: string, line: Line): number {
  let { end } = line
  for (let i = end; i < text.length && isSpace(text.charCodeAt(i)); i++) if (text.charCodeAt(i) === TAB) end = i + 1
  return end > line.end || hasTab(text, line) ? end : 0
}

const isSpace = (unit: number) => unit === SPACE || unit === TAB
const isLetter = (unit: number) => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)
/** As many pairs of Han as no words make by chance. */
const DOUBLED = 4

/** Whether every character of a line stands there twice, as some writers of files draw bold type: 关关于于. */
function isDoubled(line: string): boolean {
  if (line.length < DOUBLED * 2 || line[0] !== line[1]) return false
  let pairs = 0
  for (let i = 0; i < line.length; i += 2) {
    while (isSpace(line.charCodeAt(i))) i++
    if (i + 1 >= line.length || line[i] !== line[i + 1]) return false
    if (isHan(line.charCodeAt(i)) && line[i] !== line[i - 1]) pairs++
  }
  return pairs >= DOUBLED
}

/** Copies each pair as one character that stands at both places. */
function emitDoubled(folded: SourceText, line: Line, out: Builder): void {
  const { text } = folded
  for (let i = line.start; i < line.end; i += 2) {
    while (isSpace(text.charCodeAt(i))) i++
    out.push(text.charCodeAt(i), fromAt(folded, i), toAt(folded, i + 1))
  }
}

/** Blanks that the end of a line stands for: one between words of Latin script and between names of bodies, two before a telephone number. */
function gapBetween(text: string, above: Line, below: Line): number {
  const a = text.charCodeAt(above.end - 1)
  const b = text.charCodeAt(below.start)
  if (isLetter(a) && isLetter(b)) return isBrokenMail(text, above, below) ? 0 : 1
  if (isDigit(a) && isDigit(b)) return isNumberEnd(text, above) && phoneLikeAfter(text, below.start, below) ? 2 : 0
  if (!isHan(a)) return 0
  if (isDigit(b)) return phoneLikeAfter(text, below.start, below) ? 2 : 0
  const words = text.slice(above.start, above.end)
  const cut = words.lastIndexOf(' ')
  if (cut < 0 || !isHan(b)) return 0
  const [next] = text.slice(below.start, Math.min(below.end, below.start + 40)).split(' ')
  return isBody(words.slice(cut + 1)) && isBody(next!) ? 1 : 0
}

/** The digits of a telephone, which are no more. */
const PHONE = 7

/** Whether a line ends in a whole telephone number: one that is torn goes on in the next. */
function isNumberEnd(text: string, { start, end }: Line): boolean {
  let at = end
  while (at > start && isDigit(text.charCodeAt(at - 1))) at--
  return end - at >= PHONE
}

/** Copies a line, closing up what layout spread out. */
function emitLine(folded: SourceText, line: Line, out: Builder): void {
  const { text } = folded
  const printed = text.slice(line.start, line.end)
  if (isDoubled(printed)) {
    emitDoubled(folded, line, out)
    return
  }
  if (!printed.includes(' ') && !printed.includes('\t')) {
    out.pushRange(folded, line.start, line.end)
    return
  }
  const closed = closedRanges(printed)
  let c = 0
  for (let i = line.start; i < line.end; i++) {
    const run = i
    while (i < line.end && !isSpace(text.charCodeAt(i))) i++
    out.pushRange(folded, run, i)
    if (i === line.end) break
    let j = i
    let tab = false
    while (j < line.end && isSpace(text.charCodeAt(j))) {
      if (text.charCodeAt(j) === TAB) tab = true
      j++
    }
    while (c < closed.length && closed[c]![1] + line.start <= i) c++
    const inClosed = c < closed.length && closed[c]![0] + line.start <= i
    const before = out.last()
    const after = text.charCodeAt(j)
    if (tab) {
      // Cells: each tab is a boundary (two in a row hold an empty cell), padding is nothing.
      for (let k = i; k < j; k++) if (text.charCodeAt(k) === TAB) out.pushRange(folded, k, k + 1)
    } else if (!inClosed && !dropSpaces(text, before, i, after, j, line)) {
      out.pushRange(folded, i, Math.min(j, i + 16))
    }
    i = j - 1
  }
}

/** Ranges of a line in which letter-spacing is closed up. */
function closedRanges(line: string): [number, number][] {
  if (!line.includes(' ')) return []
  const out: [number, number][] = []
  if (hasSpacedHan(line)) {
    if (line.length < 80 && layout.spacedLine.test(line)) return evenRuns(line)
    for (const rule of [layout.spacedLabel, layout.spacedKnown, layout.spacedName]) {
      for (const m of rule.all(line)) out.push([m.start, m.end])
    }
  }
  // Each of its letters stands alone, so four blanks are the least.
  if (line.length < 100) for (const m of layout.spacedRun.all(line)) out.push([m.start, m.end])
  return out.sort((x, y) => x[0] - y[0])
}

/** The least of Han, which begin with 〇. */
const LEAST_HAN = 0x3007

/** Whether white space parts two Han somewhere: without it no label, name or line of them is letter-spaced. */
function hasSpacedHan(line: string): boolean {
  for (let i = 1; i < line.length; i++) {
    if (!isSpace(line.charCodeAt(i))) continue
    const before = line.charCodeAt(i - 1)
    while (isSpace(line.charCodeAt(i))) i++
    if (before >= LEAST_HAN && line.charCodeAt(i) >= LEAST_HAN) return true
  }
  return false
}

/** Runs of a letter-spaced line: a gap of more than twice the usual one parts two names. */
function evenRuns(line: string): [number, number][] {
  const gaps = [...line.matchAll(/ {1,80}/g)]
  const most = Math.min(...gaps.map((m) => m[0].length)) * 2
  const out: [number, number][] = []
  let from = 0
  for (const { 0: gap, index } of gaps) {
    if (gap.length <= most) continue
    out.push([from, index])
    from = index + gap.length
  }
  return [...out, [from, line.length]]
}

const CLOSERS = new Set([...',;。、)》”〕:!?'].map((c) => c.charCodeAt(0)))
const OPENERS = new Set([...'(《“〔:,;。、!?〕》)'].map((c) => c.charCodeAt(0)))
const DATE_UNITS = new Set([...'年月日号时分'].map((c) => c.charCodeAt(0)))

/** Whether white space between two characters is mere layout. */
function dropSpaces(text: string, before: number, i: number, after: number, j: number, line: Line): boolean {
  const length = j - i
  const hanOrDigit = (unit: number) => isHan(unit) || isDigit(unit) || unit === 0x3007
  if (CLOSERS.has(after) && !isLetter(before)) return true
  if (OPENERS.has(before) && (isLetter(after) ? before !== 0x2c && before !== 0x3b : true)) {
    // Behind ） and 》 a wide gap is a column.
    return !(length > 1 && (before === 0x29 || before === 0x300b))
  }
  if ((after === 0x28 || after === 0x300a || after === 0x3014 || after === 0x201c) && length === 1)
    return hanOrDigit(before)
  if (isDigit(before) && DATE_UNITS.has(after)) return !phoneLikeBefore(text, i, line)
  if (before === NUMBER && isDayAhead(text, j)) return false
  if (DATE_UNITS.has(before) && isDigit(after))
    return length === 1 || !(phoneLikeAfter(text, j, line) || isNextDate(text, before, j))
  if (length > 1) return false
  // 10日 内: a term is one word.
  if (after === WITHIN && TERM_UNITS.has(before)) return true
  // 2 0 2 4: digits each on their own
  if (isDigit(before) && isDigit(after)) {
    if (isDigit(text.charCodeAt(i - 2)) || isDigit(text.charCodeAt(j + 1))) return false
    // 2025-12-1 9:00
    return !(text.charCodeAt(j + 1) === COLON && DAY_MARKS.includes(text.charAt(i - 2)))
  }
  if (isHan(before) && isDigit(after)) return !phoneLikeAfter(text, j, line) && !isNextAnnex(text, i, j, line)
  if (isDigit(before) && isHan(after))
    return !phoneLikeBefore(text, i, line) || (text[j] === '转' && isDigit(text.charCodeAt(j + 1)))
  return false
}

const WITHIN = 0x5185
const TERM_UNITS = new Set([...'日天月年周时钟'].map((c) => c.charCodeAt(0)))
const NUMBER = 0x53f7
const COLON = 0x3a
const DAY_MARKS = '年-/.'

/** 示发〔2024〕3号 2024/5/6: behind a number a day begins, and no part of it goes on. */
function isDayAhead(text: string, at: number): boolean {
  for (let i = at; i < at + 4; i++) if (!isDigit(text.charCodeAt(i))) return false
  return DAY_MARKS.includes(text.charAt(at + 4)) && isDigit(text.charCodeAt(at + 5))
}

const YEAR = 0x5e74
const MONTH = 0x6708

/** 1月     1月15日: behind a month or a day, figures with a month of their own stand in the next column. */
function isNextDate(text: string, before: number, at: number): boolean {
  if (before === YEAR) return false
  let i = at
  while (isDigit(text.charCodeAt(i)) && i - at < 4) i++
  while (isSpace(text.charCodeAt(i)) && i - at < 8) i++
  const unit = text.charCodeAt(i)
  return unit === MONTH || (unit === YEAR && before !== MONTH)
}

/** How far behind 附件 on one line the next of them may stand. */
const ANNEXES = 300

/** 附件:1.某表 2.某表: the gap before a number in a list of annexes parts them. */
function isNextAnnex(text: string, gap: number, at: number, line: Line): boolean {
  const stop = isDigit(text.charCodeAt(at + 1)) ? at + 2 : at + 1
  return (
    (text[stop] === '.' || text[stop] === '、') &&
    !isDigit(text.charCodeAt(stop + 1)) &&
    layout.annexes.test(text.slice(Math.max(line.start, gap - ANNEXES), gap))
  )
}

function phoneLikeAfter(text: string, at: number, line: Line): boolean {
  let k = at
  while (k < line.end && isDigit(text.charCodeAt(k))) k++
  return k - at >= 7 || text[k] === '-' || (k - at >= 3 && text[k] === ' ')
}

function phoneLikeBefore(text: string, at: number, line: Line): boolean {
  let k = at
  while (k > line.start && isDigit(text.charCodeAt(k - 1))) k--
  return at - k >= 7 || text[k - 1] === '-'
}
