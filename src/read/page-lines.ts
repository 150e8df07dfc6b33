/**
 * From what a page draws to the lines a reader sees. Carriers with fixed layout (OFD, PDF) say where glyphs stand, not
 * which of them make a line: baselines are grouped, gaps become spaces, wide vertical gaps become blank lines.
 */
import type { LineBox, Turn } from './layout.js'

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

/** A printed line: its text without indentation, and where it stands. */
export interface PageLine {
  text: string
  x: number
  y: number
  size: number
  box: LineBox
}

/** Baselines nearer than this part of the greater size are one line: small figures and shifted labels belong to it. */
const SAME_LINE = 0.45
/** A copy this near (in sizes) is bold or shadow made by drawing twice; `ll` in a narrow font stands wider apart. */
const SAME_GLYPH = 0.12
/** Gaps under these parts of the size are kerning and justification. */
const LATIN_GAP = 0.3
const WIDE_GAP = 0.4
/** A gap between lines this many times the usual one is a blank line. */
const BLANK_LINE = 1.55
/** More spaces or blank lines than these say nothing more. */
const MAX_SPACES = 80
const MAX_BLANK = 3

/**
 * Lines of a page from top to bottom; `turn` says how the page was turned. Empty runs are ignored; runs of white space
 * only tell words apart.
 */
export function pageLines(runs: readonly GlyphRun[], turn: Turn = 0): PageLine[] {
  const usable = runs.filter((r) => r.text !== '' && isPlace(r))
  const lines: PageLine[] = []
  for (const row of rows(usable)) {
    const line = printRow(row, turn)
    if (line) lines.push(line)
  }
  return lines
}

/**
 * The text of lines: indentation from `left` as spaces, blank lines where the page leaves room. `place` is told where in
 * it each line begins.
 */
export function printLines(
  lines: readonly PageLine[],
  left: number = leftMargin(lines),
  place: (line: PageLine, start: number) => void = () => {},
): string {
  const pitch = usualPitch(lines)
  let out = ''
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (i > 0) out += '\n'.repeat(1 + blankLines(lines[i - 1]!, line, pitch))
    out += ' '.repeat(clamp(Math.round(((line.x - left) * 2) / line.size), MAX_SPACES))
    place(line, out.length)
    out += line.text
  }
  return out
}

/** The left edge of the type area: the leftmost place at which two lines begin, else where the leftmost one does. */
export function leftMargin(lines: readonly PageLine[]): number {
  const sorted = lines.map((l) => l.x).sort((a, b) => a - b)
  const near = Math.min(...lines.slice(0, 100).map((l) => l.size)) * 0.25
  for (let i = 1; i < sorted.length; i++) if (sorted[i]! - sorted[i - 1]! <= near) return sorted[i - 1]!
  return sorted[0] ?? 0
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

function printRow(row: GlyphRun[], turn: Turn): PageLine | null {
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
  return { text, x: first.x, y: heaviest.y, size: heaviest.size, box }
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

/** The usual distance of baselines: the lower median, because room between parts only makes distances greater. */
function usualPitch(lines: readonly PageLine[]): number {
  const steps: number[] = []
  for (let i = 1; i < lines.length; i++) {
    const step = lines[i]!.y - lines[i - 1]!.y
    if (step > 0 && step < 4 * Math.max(lines[i]!.size, lines[i - 1]!.size)) steps.push(step)
  }
  steps.sort((a, b) => a - b)
  return steps[Math.floor((steps.length - 1) * 0.4)] ?? 0
}

function blankLines(above: PageLine, below: PageLine, pitch: number): number {
  const step = below.y - above.y
  const usual = Math.max(pitch, 1.2 * Math.min(above.size, below.size))
  // A line of large type needs room of its own without being a blank line away.
  const extra = Math.max(0, Math.max(above.size, below.size) - Math.min(above.size, below.size))
  return step - extra > BLANK_LINE * usual ? clamp(Math.round((step - extra) / usual) - 1, MAX_BLANK) : 0
}
