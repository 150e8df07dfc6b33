/** White space within a printed line that is mere layout: letter-spacing, and blanks between Han, digits and marks. */
import layoutGrammar from '../../grammars/layout.js'
import { compile } from '../grammar.js'
import { isHan } from '../read/normalize.js'
import { isDigit, type Line } from './sheet.js'

const layout = compile(layoutGrammar)

export const isSpace = (unit: number) => unit === 0x20 || unit === 0x09
export const isLetter = (unit: number) => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

/** Ranges of a line in which letter-spacing is closed up. */
export function closedRanges(line: string): [number, number][] {
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
export function dropSpaces(text: string, before: number, i: number, after: number, j: number, line: Line): boolean {
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

export function phoneLikeAfter(text: string, at: number, line: Line): boolean {
  let k = at
  while (k < line.end && isDigit(text.charCodeAt(k))) k++
  return k - at >= 7 || text[k] === '-' || (k - at >= 3 && text[k] === ' ')
}

function phoneLikeBefore(text: string, at: number, line: Line): boolean {
  let k = at
  while (k > line.start && isDigit(text.charCodeAt(k - 1))) k--
  return at - k >= 7 || text[k - 1] === '-'
}
