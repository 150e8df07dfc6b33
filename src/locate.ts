/** From offsets back to the sheet: pages and boxes for PDF and OFD, lines and columns for any text. */
import type { Position } from 'unist'
import { lineStarts, point } from './parse/tree.js'
import { ASCENT, DESCENT, type Layout, layoutOf } from './read/layout.js'
import type { Notice, Source, Span } from './types.js'

/** Edges in points (1/72 inch), from the left and the top edge of the page as it is shown. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** A part of a span that stands on one printed line. */
export interface Place {
  /** From 1; the page's text is `source.pages[page - 1]`. */
  page: number
  box: Box
}

/**
 * Where a span of a PDF or OFD notice stands: one place for each printed line that it touches, in reading order. Across, a
 * box ends with the characters; its height is that of the line's largest type. White space at the ends is left out.
 *
 * `[]` for carriers without pages, for an empty span, and for a notice that was copied (by JSON or to another thread):
 * the layout belongs to the `source` object that `readNotice` returned, so ask before storing or sending.
 */
export function locate(notice: Pick<Notice, 'source'>, span: Span): Place[] {
  checkSpan('locate', notice, span)
  const { source } = notice
  const layout = layoutOf(source)
  if (!layout) return []
  const out: Place[] = []
  for (let i = lineAt(layout, span.start); i < layout.starts.length && layout.starts[i]! < span.end; i++) {
    const start = layout.starts[i]!
    let from = Math.max(span.start, start)
    let to = Math.min(span.end, start + lengthOf(layout, i))
    while (from < to && source.text[from]!.trim() === '') from++
    while (to > from && source.text[to - 1]!.trim() === '') to--
    if (to > from) out.push({ page: layout.pages[i]! + 1, box: boxOf(layout, i, from - start, to - start) })
  }
  return out
}

/**
 * Line and column of a span in `source.text`, both from 1, columns in UTF-16 units; with offsets, as unist has them. For
 * messages about text, Markdown and HTML; in a PDF or OFD the lines are those that were read.
 */
export function position(notice: Pick<Notice, 'source'>, span: Span): Position {
  checkSpan('position', notice, span)
  const { source } = notice
  let starts = lines.get(source)
  if (!starts) {
    starts = lineStarts(source.text)
    lines.set(source, starts)
  }
  return { start: point(starts, span.start), end: point(starts, span.end) }
}

const lines = new WeakMap<Source, readonly number[]>()

function checkSpan(name: string, notice: Pick<Notice, 'source'>, span: Span): void {
  if (typeof notice?.source?.text !== 'string') throw new TypeError(`${name}: notice must have a source`)
  const { start, end } = span ?? {}
  if (
    !(
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      start >= 0 &&
      start <= end &&
      end <= notice.source.text.length
    )
  )
    throw new TypeError(`${name}: span must lie in notice.source.text`)
}

const lengthOf = (layout: Layout, line: number) => layout.first[line + 1]! - layout.first[line]! - 1

/** Index of the last line that begins at or before an offset. */
function lineAt({ starts }: Layout, offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (starts[mid]! <= offset) low = mid
    else high = mid - 1
  }
  return low
}

/** Characters `[from, to)` of a line. */
function boxOf(layout: Layout, line: number, from: number, to: number): Box {
  const first = layout.first[line]!
  const a = layout.edges[first + from]!
  const b = layout.edges[first + to]!
  const y = layout.y[line]!
  const size = layout.sizes[line]!
  return turned([Math.min(a, b), y - ASCENT * size, Math.max(a, b), y + DESCENT * size], layout.turns[line]!)
}

/** A box of the page that was turned upright, on the page itself. */
function turned([left, top, right, bottom]: [number, number, number, number], turn: number): Box {
  if (turn === 1) return box(-bottom, left, -top, right)
  if (turn === 2) return box(-right, -bottom, -left, -top)
  if (turn === 3) return box(top, -right, bottom, -left)
  return box(left, top, right, bottom)
}

/** Hundredths of a point are below what any page shows. */
const round = (n: number) => Math.round(n * 100) / 100 + 0
const box = (left: number, top: number, right: number, bottom: number): Box => ({
  left: round(left),
  top: round(top),
  right: round(right),
  bottom: round(bottom),
})
