/**
 * From placed glyph runs to printed lines. A PDF knows no words, lines or columns, only where it draws: lines are runs
 * on one baseline, spaces are gaps in units of half a character.
 */

import type { Turn } from './layout.js'
import { type PrintedLine, type Rule, ruledTables, tabledLines } from './ruled-tables.js'

/** A text item of pdf.js, as far as it is used here. */
export interface TextItem {
  str: string
  /** Text space → page space, font size included. */
  transform: number[]
  width: number
}

/** Characters without a gap among them. */
interface Piece {
  text: string
  left: number
  right: number
  y: number
  /** Font height, and width of a full-width character. */
  size: number
  em: number
  /** Whether pdf.js saw a gap before it. */
  spaced: boolean
}

interface Row {
  pieces: Piece[]
  /** The tallest piece: what others are compared with, so that a line does not creep down the page. */
  anchor: Piece
}

/**
 * Lines of a page from top to bottom. `view` takes page space to upright points, as the viewport of pdf.js does; `rules`
 * are the lines drawn on the page, in page space.
 */
export function printedLines(
  items: readonly TextItem[],
  view: readonly number[],
  rules: readonly Rule[] = [],
): PrintedLine[] {
  const { pieces: all, turn } = uprightPieces(items, view)
  const pieces = withoutOverprint(all)
  const tables = ruledTables(
    rules.map((rule) => uprightRule(rule, view, turn)),
    NEAR,
  )
  return tabledLines(
    pieces,
    tables,
    (p) => [(p.left + p.right) / 2, p.y - p.size * 0.35],
    (some) => linesOf(some, turn),
  )
}

/** Ends of rules that meet are at most so many points apart. */
const NEAR = 2

const linesOf = (pieces: readonly Piece[], turn: Turn): PrintedLine[] =>
  rowsOf(pieces)
    .map((row) => lineOf(row, turn))
    .filter((line) => line.text !== '')

function uprightRule({ x1, y1, x2, y2 }: Rule, view: readonly number[], quarter: Turn): Rule {
  const [a, b] = [place(view, x1, y1), place(view, x2, y2)].map(([x, y]) => turned(x, y, quarter)) as [Place, Place]
  return { x1: a[0], y1: a[1], x2: b[0], y2: b[1] }
}

type Place = [number, number]

const place = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], x: number, y: number): Place => [
  a * x + c * y + e,
  b * x + d * y + f,
]

/** A place on a page whose text runs so many quarter turns clockwise, as if it ran upright. */
const turned = (x: number, y: number, quarter: Turn): Place => [[x, y, -x, -y][quarter]!, [y, -x, -y, x][quarter]!]

const isWide = (unit: number) =>
  unit >= 0x2e80 || (unit >= 0x2014 && unit <= 0x2026) || (unit >= 0x2460 && unit <= 0x25ff)

/** Pieces of the text that runs the way most of the page runs; watermarks and stamps that run otherwise are left out. */
function uprightPieces(items: readonly TextItem[], view: readonly number[]): { pieces: Piece[]; turn: Turn } {
  const placed: { item: TextItem; m: number[]; quarter: Turn; spaced: boolean }[] = []
  const weight = [0, 0, 0, 0]
  let blank = false
  for (const item of items) {
    if (item.str.trim() === '') {
      blank ||= item.str !== ''
      continue
    }
    const m = multiply(view, item.transform)
    const quarter = quarterOf(m)
    if (quarter === null || !m.every(Number.isFinite)) continue
    weight[quarter]! += item.str.length
    placed.push({ item, m, quarter, spaced: blank })
    blank = false
  }
  const main = weight.indexOf(Math.max(...weight)) as Turn
  const out: Piece[] = []
  for (const { item, m, quarter, spaced } of placed) if (quarter === main) splitAtGaps(item, m, quarter, spaced, out)
  return { pieces: out, turn: main }
}

function multiply(p: readonly number[], q: readonly number[]): number[] {
  const [a, b, c, d, e, f] = p as [number, number, number, number, number, number]
  const [g, h, i, j, k, l] = q as [number, number, number, number, number, number]
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Turn turns clockwise of the writing direction; null where it is oblique. */
function quarterOf([a = 0, b = 0]: readonly number[]): Turn | null {
  if (Math.abs(b) <= Math.abs(a) * 0.05) return a > 0 ? 0 : a < 0 ? 2 : null
  if (Math.abs(a) <= Math.abs(b) * 0.05) return b > 0 ? 1 : 3
  return null
}

/**
 * pdf.js writes one space for a gap of 0.1 to 0.6 em within an item, whatever its width: the width is what the item
 * has more than its characters need.
 */
function splitAtGaps(item: TextItem, m: readonly number[], quarter: Turn, spaced: boolean, out: Piece[]): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m
  const [x, y] = turned(e, f, quarter)
  const em = Math.hypot(a, b)
  const size = Math.hypot(c, d) || em
  const words = item.str.trim().split(/\s+/)
  const need = words.map((word) => widthOf(word, em))
  const sum = need.reduce((s, w) => s + w, 0)
  const gaps = words.length - 1
  const gap = gaps ? Math.min(0.6, Math.max(0.1, (item.width - sum) / gaps / em)) * em : 0
  const scale = sum > 0 ? Math.max(0, item.width - gaps * gap) / sum : 1
  let left = x
  words.forEach((text, i) => {
    const right = left + need[i]! * scale
    out.push({ text, left, right, y, size, em, spaced: i > 0 || spaced })
    left = right + gap
  })
}

/** Widths of narrow characters in a common Latin face, in em; all else is about half an em. */
const NARROW: [number, RegExp][] = [
  [0.28, /[iljtfrI.,:;!'|()[\]/]/],
  [0.72, /[A-HJ-Zmw@%]/],
]

function widthOf(text: string, em: number): number {
  let sum = 0
  for (const c of text) sum += advanceOf(c)
  return sum * em
}

const advanceOf = (c: string) =>
  isWide(c.charCodeAt(0)) ? 1 : (NARROW.find(([, pattern]) => pattern.test(c))?.[0] ?? 0.48)

/** Bold by striking twice, and shadows: the same text nearly at the same place counts once. */
function withoutOverprint(pieces: readonly Piece[]): Piece[] {
  const seen = new Map<string, Piece[]>()
  return pieces.filter((piece) => {
    const cell = Math.max(1, piece.em)
    const column = Math.round(piece.left / cell)
    const row = Math.round(piece.y / cell)
    const reach = Math.min(piece.em * 0.2, (piece.right - piece.left) * 0.5)
    const same = (other: Piece) =>
      Math.abs(other.left - piece.left) < reach && Math.abs(other.y - piece.y) < piece.em * 0.2
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        if (seen.get(`${column + dx} ${row + dy} ${piece.text}`)?.some(same)) return false
      }
    }
    const key = `${column} ${row} ${piece.text}`
    const list = seen.get(key)
    // A cell holds few that differ by more than `reach`; the bound keeps hostile pages linear.
    if (!list) seen.set(key, [piece])
    else if (list.length < 8) list.push(piece)
    return true
  })
}

/** Rows that a new piece may still belong to. */
const OPEN_ROWS = 6

function rowsOf(pieces: readonly Piece[]): Row[] {
  const rows: Row[] = []
  for (const piece of [...pieces].sort((p, q) => p.y - q.y)) {
    let best: Row | null = null
    let most = 0.5
    for (let i = rows.length - 1; i >= Math.max(0, rows.length - OPEN_ROWS); i--) {
      const share = overlap(rows[i]!.anchor, piece)
      if (share > most) {
        best = rows[i]!
        most = share
      }
    }
    if (!best) rows.push({ pieces: [piece], anchor: piece })
    else {
      best.pieces.push(piece)
      if (piece.size > best.anchor.size) best.anchor = piece
    }
  }
  return rows.sort((p, q) => p.anchor.y - q.anchor.y)
}

/** Vertical overlap as a share of the lower piece: superscripts overlap their line by more than half. */
function overlap(p: Piece, q: Piece): number {
  const top = Math.max(p.y - p.size * 0.85, q.y - q.size * 0.85)
  const bottom = Math.min(p.y + p.size * 0.15, q.y + q.size * 0.15)
  return (bottom - top) / Math.max(0.1, Math.min(p.size, q.size))
}

function lineOf(row: Row, turn: Turn): PrintedLine {
  const pieces = row.pieces.sort((p, q) => p.left - q.left)
  const main = mainPiece(pieces)
  const tracking = trackingOf(pieces, main.em)
  const gaps: number[] = []
  let right = pieces[0]!.right
  for (const piece of pieces.slice(1)) {
    gaps.push((piece.left - right) / main.em)
    right = Math.max(right, piece.right)
  }
  const column = columnGap(gaps)
  let text = ''
  const edges: number[] = []
  pieces.forEach((next, i) => {
    if (i > 0) {
      const before = pieces[i - 1]!
      const gap = spaces(text, next, gaps[i - 1]!, tracking / main.em, column)
      for (let k = 0; k < gap.length; k++) edges.push(before.right + ((next.left - before.right) * k) / gap.length)
      text += gap
    }
    pushEdges(next, edges)
    text += next.text
  })
  edges.push(pieces.at(-1)!.right)
  const { y, size } = row.anchor
  const box = { edges: Float32Array.from(edges), y, size, turn }
  return { text, left: pieces[0]!.left, right, y, size: main.size, boxes: [{ at: 0, box }] }
}

/** Left edges of a piece's characters: its width, shared out as fonts usually do. */
function pushEdges({ text, left, right }: Piece, edges: number[]): void {
  const scale = (right - left) / widthOf(text, 1)
  let x = left
  for (const c of text) {
    const width = advanceOf(c) * scale
    for (let k = 0; k < c.length; k++) edges.push(x + (width * k) / c.length)
    x += width
  }
}

/** Reflow closes letter-spacing up to this many spaces. */
const LETTER_SPACING = 5

/** The gap, in em, from which on words stand in columns of a line whose words are letter-spaced. */
function columnGap(gaps: readonly number[]): number {
  const open = gaps.filter((gap) => gap > 0.1).sort((p, q) => p - q)
  return open.length < 3 ? Number.POSITIVE_INFINITY : Math.max(1.4, open[open.length >> 1]! * 3)
}

/** A piece in the size that most characters of the line have. */
function mainPiece(pieces: readonly Piece[]): Piece {
  const count = new Map<number, number>()
  let best = pieces[0]!
  let most = 0
  for (const piece of pieces) {
    const size = Math.round(piece.size * 2)
    const n = (count.get(size) ?? 0) + piece.text.length
    count.set(size, n)
    if (n > most) {
      best = piece
      most = n
    }
  }
  return best
}

/** Below this many full-width characters, even gaps are letter-spacing, which reflow closes by its own rules. */
const JUSTIFIED = 12

/** The gap that a justified line has between all its characters; 0 for any other line. */
function trackingOf(pieces: readonly Piece[], em: number): number {
  const gaps: number[] = []
  for (let i = 0; i < pieces.length; i++) {
    const { text, left } = pieces[i]!
    const before = pieces[i - 1]
    if (before && isWide(text.charCodeAt(0)) && isWide(before.text.charCodeAt(before.text.length - 1)))
      gaps.push(left - before.right)
    for (let k = 1; k < text.length; k++) if (isWide(text.charCodeAt(k))) gaps.push(0)
  }
  if (gaps.length < JUSTIFIED - 1) return 0
  const median = gaps.sort((p, q) => p - q)[gaps.length >> 1]!
  return median > em * 0.05 ? Math.min(median, em * 1.5) : 0
}

/** Short figures and addresses: word processors set them apart from Han, a typist need not. */
const SET_APART = /^(?:\d{1,4}|(?=[!-~]*(?:@|:\/\/))[!-~]+)$/
const ITEM = /^\d{1,2}[.)]$/
const FIRST_WORD = /^[!-~]{1,80}/
const LAST_WORD = /[!-~]{1,80}$/

/** Spaces for a gap of so many em. Between Han and Latin a quarter is typography; less than that is kerning. */
function spaces(before: string, next: Piece, printed: number, tracking: number, column: number): string {
  const wideBefore = isWide(before.charCodeAt(before.length - 1))
  const wide = Number(wideBefore) + Number(isWide(next.text.charCodeAt(0)))
  // Behind the number of an item no word processor adds room.
  if (next.spaced && (wide === 0 || (wide === 1 && ITEM.test(before)))) return ' '
  const gap = wide ? printed - tracking : printed
  // A space that pdf.js saw in a line that is not justified was typed, however narrow the font makes it.
  const typed = next.spaced && tracking === 0
  const word =
    wide !== 1 ? '' : ((wideBefore ? FIRST_WORD.exec(next.text) : LAST_WORD.exec(before.slice(-80)))?.[0] ?? '')
  const least = wide === 2 ? (typed ? 0.16 : 0.22) : wide === 1 ? (SET_APART.test(word) ? 0.65 : 0.35) : 0.14
  if (!(gap >= least)) return ''
  const count = Math.min(120, Math.max(1, Math.round(gap * 2)))
  return ' '.repeat(printed >= column ? Math.max(LETTER_SPACING + 1, count) : count)
}
