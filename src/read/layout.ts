/**
 * Where printed lines stand on their pages. Kept beside the source in a weak map, not in it: a notice stays plain data,
 * equal to itself after JSON, and no larger for those who never ask. Who stores notices stores the places they need.
 */
import type { Source } from '../types.js'

/** A printed line within its page, in the unit of its reader. */
export interface LineBox {
  /** Left edge of each UTF-16 unit of the line's text, and the right edge of the last. */
  edges: Float32Array
  /** Baseline, downward from the top of the page. */
  y: number
  /** Font size of the tallest type in the line. */
  size: number
  /** Quarter turns clockwise in which the line is read; edges and baseline are those of the page turned upright. */
  turn: Turn
}

export type Turn = 0 | 1 | 2 | 3

/** All lines of a source, in the order of its text: columns of one table, for thousands of pages cost little. */
export interface Layout {
  /** Offset of each line in the text, ascending. */
  starts: Uint32Array
  /** Index of each line's first edge in `edges`. */
  first: Uint32Array
  /** In points: per line its characters' left edges and the last one's right edge. */
  edges: Float32Array
  /** From 0. */
  pages: Uint32Array
  y: Float32Array
  sizes: Float32Array
  turns: Uint8Array
}

/** A line put into the text. */
export interface PlacedLine {
  box: LineBox
  start: number
  /** From 0. */
  page: number
}

/** Packs lines, whose lengths are `scale` points a unit. */
export function packLayout(lines: readonly PlacedLine[], scale: number): Layout {
  const n = lines.length
  const count = lines.reduce((sum, { box }) => sum + box.edges.length, 0)
  const layout: Layout = {
    starts: new Uint32Array(n),
    first: new Uint32Array(n + 1),
    edges: new Float32Array(count),
    pages: new Uint32Array(n),
    y: new Float32Array(n),
    sizes: new Float32Array(n),
    turns: new Uint8Array(n),
  }
  let at = 0
  lines.forEach(({ box, start, page }, i) => {
    layout.starts[i] = start
    layout.first[i] = at
    for (const edge of box.edges) layout.edges[at++] = edge * scale
    layout.pages[i] = page
    layout.y[i] = box.y * scale
    layout.sizes[i] = box.size * scale
    layout.turns[i] = box.turn
  })
  layout.first[n] = at
  return layout
}

/** How far type reaches above and below its baseline, in sizes: the em box of Chinese fonts. */
export const ASCENT = 0.88
export const DESCENT = 0.12

const layouts = new WeakMap<Source, Layout>()

export function keepLayout(source: Source, layout: Layout): void {
  layouts.set(source, layout)
}

export const layoutOf = (source: Source): Layout | undefined => layouts.get(source)
