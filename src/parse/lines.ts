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
import { closedRanges, dropSpaces, isLetter, isSpace, phoneLikeAfter } from './spaces.js'
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
