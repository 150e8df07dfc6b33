/** The notice as read: its text, cut into blocks of the sheet, and where a span of the source stands in it. */
import { type ElementType, type Notice, type NoticeElement, type Span, treeOf, type ZoneType } from '../index.js'

/** A stretch of the text as read. The blocks of a reading follow each other without a gap. */
export interface Block extends Span {
  /** `gap`: white space between two blocks; `rest`: what the structure left out, as page numbers. */
  type: ElementType | 'gap' | 'rest'
  zone?: ZoneType
  /** Row of a table, with its cells where they stand; tabs part them and belong to the cell before. */
  cells?: Cell[]
  /** Depth of a heading that the carrier itself marks. */
  heading?: number
}

export interface Cell extends Span {
  columns: number
  rows: number
}

export interface Reading {
  text: string
  blocks: Block[]
  /** Where a span of the source stands in `text`, in reading order; `[]` where nothing of it was read. */
  places(span: Span): Span[]
}

export function readingOf(notice: Notice): Reading {
  const tree = treeOf(notice)
  const { raw } = tree.read
  const places = placesIn(raw)
  const blocks: Block[] = []
  for (const element of tree.children.flatMap((zone) => zone.children)) {
    const { start, end } = element.position!
    for (const place of places({ start: start.offset!, end: end.offset! }))
      blocks.push({ ...place, ...shapeOf(element, place, raw.text) })
  }
  return { text: raw.text, blocks: tile(blocks, raw.text), places }
}

function shapeOf({ type, zone, block }: NoticeElement, place: Span, text: string): Omit<Block, 'start' | 'end'> {
  const cell = block?.marks.find(({ kind }) => kind === 'cell')
  const heading = block?.marks.find(({ kind }) => kind === 'heading')
  const tab = text.indexOf('\t', place.start)
  // A tab within a line parts cells; in text of one column it stands nowhere.
  const row = cell !== undefined || (tab >= 0 && tab < place.end && !text.slice(place.start, place.end).includes('\n'))
  return {
    type,
    zone,
    ...(row ? { cells: cellsOf(text, place, cell?.grid?.cells) } : {}),
    ...(heading?.depth ? { heading: heading.depth } : {}),
  }
}

function cellsOf(text: string, { start, end }: Span, grid: readonly { columns: number; rows: number }[] = []): Cell[] {
  const cells: Cell[] = []
  for (let at = start; at < end || !cells.length; ) {
    const tab = text.indexOf('\t', at)
    const stop = tab < 0 || tab >= end ? end : tab + 1
    cells.push({ start: at, end: stop, columns: 1, rows: 1 })
    at = stop
  }
  if (text[end - 1] === '\t') cells.push({ start: end, end, columns: 1, rows: 1 })
  if (grid.length !== cells.length) return cells
  return cells.map((cell, i) => ({ ...cell, columns: grid[i]!.columns, rows: grid[i]!.rows }))
}

/** Sorted, cut where they overlap, with the text between them. */
function tile(blocks: Block[], text: string): Block[] {
  const out: Block[] = []
  let at = 0
  const fill = (end: number) => {
    if (end > at) out.push({ type: text.slice(at, end).trim() === '' ? 'gap' : 'rest', start: at, end })
    at = Math.max(at, end)
  }
  for (const block of blocks.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (block.end <= at) continue
    fill(block.start)
    out.push(block.start < at ? { ...block, start: at, cells: undefined } : block)
    at = block.end
  }
  fill(text.length)
  return out
}

/**
 * The way back from the source. Characters of the text that stand for nothing in the source (line ends, numbers that a
 * browser would draw) lie within a span where what is before and behind them does.
 */
function placesIn({ text: { length }, places }: ReturnType<typeof treeOf>['read']['raw']): Reading['places'] {
  if (!places) return ({ start, end }) => (end > start ? [{ start, end }] : [])
  const from = Uint32Array.from({ length }, (_, i) => places.from(i))
  const to = Uint32Array.from({ length }, (_, i) => places.to(i))
  const order: number[] = []
  let sorted = true
  for (let i = 0; i < from.length; i++) {
    if (to[i]! <= from[i]!) continue
    if (order.length && from[i]! < from[order[order.length - 1]!]!) sorted = false
    order.push(i)
  }
  // What a page says of itself is read first, wherever it stands.
  if (!sorted) order.sort((a, b) => from[a]! - from[b]! || a - b)
  /** First index of each run of characters that stand in the text as in the source. */
  const runs: number[] = []
  for (let k = 0; k < order.length; k++) {
    const before = k ? order[k - 1]! : -1
    if (!k || order[k]! <= before || hasPrinted(from, to, before + 1, order[k]!)) runs.push(k)
  }
  return ({ start, end }) => {
    const first = lowest(order.length, (k) => to[order[k]!]! > start)
    const behind = lowest(order.length, (k) => from[order[k]!]! >= end)
    const out: Span[] = []
    for (let r = lowest(runs.length, (k) => runs[k]! > first) - 1, k = first; k < behind; r++) {
      const stop = Math.min(behind, runs[r + 1] ?? order.length)
      out.push({ start: order[k]!, end: order[stop - 1]! + 1 })
      k = stop
    }
    return out.sort((a, b) => a.start - b.start)
  }
}

function hasPrinted(from: Uint32Array, to: Uint32Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (to[i]! > from[i]!) return true
  return false
}

/** The least number below `length` for which a rising condition holds, else `length`. */
function lowest(length: number, holds: (n: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const mid = (low + high) >> 1
    if (holds(mid)) high = mid
    else low = mid + 1
  }
  return low
}
