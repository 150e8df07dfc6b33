/**
 * From what a page draws to the lines a reader sees. Carriers with fixed layout (OFD, PDF) say where glyphs stand, not
 * which of them make a line: baselines are grouped, gaps become spaces.
 */
import type { LineBox, Turn } from './layout.js'

import type { PrintedLine } from './ruled-tables.js'

/** A piece of text drawn on one baseline, upright. All lengths in one unit; `y` grows downward. */
export interface GlyphRun {
  text: string
  /** Left edge. */
  x: number
  /** Baseline. */
  y: number
  /** Font size: the width of a full-width character. */
  size: number
  /** Advance width of the whole run. */
  width: number
}

/** Baselines nearer than this part of the greater size are one line: small figures and shifted labels belong to it. */
const SAME_LINE = 0.45
/** A copy this near (in sizes) is bold or shadow made by drawing twice; `ll` in a narrow font stands wider apart. */
const SAME_GLYPH = 0.12
/** Gaps under these parts of the size are kerning and justification. */
const LATIN_GAP = 0.3
const WIDE_GAP = 0.4
/** More spaces than these say nothing more. */
const MAX_SPACES = 80

/**
 * Lines of a page from top to bottom; `turn` says how the page was turned. Empty runs are ignored; runs of white space
 * only tell words apart.
 */
export function pageLines(runs: readonly GlyphRun[], turn: Turn = 0): PrintedLine[] {
  const usable = runs.filter((r) => r.text !== '' && isPlace(r))
  const lines: PrintedLine[] = []
  for (const row of rows(usable)) {
    const line = printRow(row, turn)
    if (line) lines.push(line)
  }
  return lines
}

const isPlace = (r: GlyphRun) =>
  Number.isFinite(r.x) && Number.isFinite(r.y) && Number.isFinite(r.width) && Number.isFinite(r.size) && r.size > 0

const clamp = (n: number, most: number) => Math.max(0, Math.min(n, most))

/** Runs by baseline, from top to bottom. A row hangs on its largest glyph, so baselines cannot drift down the page. */
function rows(runs: readonly GlyphRun[]): GlyphRun[][] {
  const sorted = [...runs].sort((a, b) => a.y - b.y)
  const out: GlyphRun[][] = []
  let anchor: GlyphRun | undefined
  for (const run of sorted) {
    const row = out[out.length - 1]
    if (anchor && row && run.y - anchor.y <= SAME_LINE * Math.max(anchor.size, run.size) && fits(anchor, run)) {
      row.push(run)
      if (run.size > anchor.size) anchor = run
    } else {
      out.push([run])
      anchor = run
    }
  }
  return out
}

/** A much larger glyph (文件 beside the names of a joint masthead) takes in small lines only at its own baseline. */
function fits(anchor: GlyphRun, run: GlyphRun): boolean {
  const small = Math.min(anchor.size, run.size)
  return Math.max(anchor.size, run.size) <= small * 1.8 || Math.abs(run.y - anchor.y) <= SAME_LINE * small
}

function printRow(row: GlyphRun[], turn: Turn): PrintedLine | null {
  row.sort((a, b) => a.x - b.x)
  const kept = singles(row)
  const first = kept.find((r) => r.text.trim() !== '')
  if (!first) return null
  let out = ''
  let end = first.x
  let spaced = false
  let before: GlyphRun | undefined
  let heaviest = first
  let tallest = first
  const edges: number[] = []
  for (const run of kept) {
    if (run.text.trim() === '') {
      spaced = true
      continue
    }
    const room = before ? gap(before, end, run, spaced) : ''
    for (let k = 0; k < room.length; k++) edges.push(end + ((run.x - end) * k) / room.length)
    for (let k = 0; k < run.text.length; k++) edges.push(run.x + (run.width * k) / run.text.length)
    out += room + run.text
    end = Math.max(before ? end : run.x, run.x + run.width)
    spaced = false
    if (run.text.length > heaviest.text.length) heaviest = run
    if (run.size > tallest.size) tallest = run
    before = run
  }
  edges.push(end)
  const text = out.trim()
  const lead = out.length - out.trimStart().length
  const box: LineBox = {
    edges: Float32Array.from(edges.slice(lead, lead + text.length + 1)),
    y: tallest.y,
    size: tallest.size,
    turn,
  }
  return { text, left: first.x, right: end, y: heaviest.y, size: heaviest.size, boxes: [{ at: 0, box }] }
}

/** What stands between two runs; a space character is kept at least as one space. */
function gap(before: GlyphRun, end: number, run: GlyphRun, spaced: boolean): string {
  const size = Math.min(before.size, run.size)
  const room = (run.x - end) / size
  const narrow = isNarrow(before.text.charCodeAt(before.text.length - 1)) && isNarrow(run.text.charCodeAt(0))
  const spaces = room >= (narrow ? LATIN_GAP : WIDE_GAP) ? Math.max(1, Math.round(room * 2)) : 0
  return ' '.repeat(clamp(Math.max(spaces, spaced ? 1 : 0), MAX_SPACES))
}

const isNarrow = (unit: number) => unit < 0x2e80

/** Text struck twice, once. A short look back keeps a heap of glyphs on one spot linear. */
function singles(row: readonly GlyphRun[]): GlyphRun[] {
  const out: GlyphRun[] = []
  for (const run of row) {
    let twin = false
    for (let i = out.length - 1; i >= 0 && i >= out.length - 8 && !twin; i--) {
      const near = SAME_GLYPH * run.size
      if (run.x - out[i]!.x > near) break
      twin = out[i]!.text === run.text && Math.abs(out[i]!.y - run.y) <= near && run.text.trim() !== ''
    }
    if (!twin) out.push(run)
  }
  return out
}
