/**
 * Tables by their rules. Carriers with fixed layout (PDF, OFD) draw the borders of cells: what stands between four of
 * them is one cell, however its lines are broken and wherever in the cell they stand.
 */

import type { LineBox } from './layout.js'
import type { GridRow } from './source-text.js'
import { type SpannedCell, tableRows } from './table-rows.js'

/** A drawn line, horizontal or vertical. `y` grows downward. */
export interface Rule {
  x1: number
  y1: number
  x2: number
  y2: number
}

interface RuledCell extends SpannedCell {
  left: number
  right: number
  top: number
  bottom: number
}

export interface RuledTable {
  left: number
  right: number
  top: number
  bottom: number
  rows: number
  columns: number
  cells: RuledCell[]
  /** Edges of columns and rows, and the cell of each place between them, row by row. */
  xs: number[]
  ys: number[]
  owners: RuledCell[]
}

/** A rule along one axis: at `at` on the other, from `from` to `to`. */
interface Segment {
  at: number
  from: number
  to: number
}

/** More drawn lines than these are a picture. */
const MAX_RULES = 20_000
const MAX_SEGMENTS = 800
const MAX_CELLS = 10_000

/** Tables of a page. `near`: how far apart, in units of the page, the ends of rules that meet may be. */
export function ruledTables(rules: readonly Rule[], near: number): RuledTable[] {
  if (rules.length < 4 || rules.length > MAX_RULES) return []
  const level: Segment[] = []
  const upright: Segment[] = []
  for (const { x1, y1, x2, y2 } of rules) {
    if (Math.abs(y1 - y2) <= near && Math.abs(x1 - x2) > near)
      level.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })
    else if (Math.abs(x1 - x2) <= near && Math.abs(y1 - y2) > near)
      upright.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })
  }
  const across = merged(level, near)
  const down = merged(upright, near)
  if (across.length + down.length > MAX_SEGMENTS) return []
  return components(across, down, near)
    .map(([h, v]) => tableOf(h, v, near))
    .filter((table): table is RuledTable => table !== null)
    .sort((a, b) => a.top - b.top)
}

/** Collinear pieces as one: borders are drawn cell by cell. */
function merged(segments: Segment[], near: number): Segment[] {
  const lines: Segment[][] = []
  for (const segment of segments.sort((a, b) => a.at - b.at)) {
    const line = lines.at(-1)
    if (line && segment.at - line[0]!.at <= near) line.push(segment)
    else lines.push([segment])
  }
  const out: Segment[] = []
  for (const line of lines) {
    const { at } = line[0]!
    let open: Segment | undefined
    for (const { from, to } of line.sort((a, b) => a.from - b.from)) {
      if (open && from - open.to <= near) open.to = Math.max(open.to, to)
      else {
        open = { at, from, to }
        out.push(open)
      }
    }
  }
  return out
}

/** Sets of rules that meet. */
function components(across: Segment[], down: Segment[], near: number): [Segment[], Segment[]][] {
  const all = across.length + down.length
  const sets = new DisjointSets(all)
  across.forEach((h, i) => {
    down.forEach((v, k) => {
      const meet = v.at >= h.from - near && v.at <= h.to + near && h.at >= v.from - near && h.at <= v.to + near
      if (meet) sets.join(i, across.length + k)
    })
  })
  const groups = new Map<number, [Segment[], Segment[]]>()
  for (let i = 0; i < all; i++) {
    const root = sets.find(i)
    const group = groups.get(root) ?? [[], []]
    groups.set(root, group)
    if (i < across.length) group[0].push(across[i]!)
    else group[1].push(down[i - across.length]!)
  }
  return [...groups.values()]
}

class DisjointSets {
  private readonly parent: number[]

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i)
  }

  find(i: number): number {
    let root = i
    while (this.parent[root] !== root) root = this.parent[root]!
    for (let k = i; k !== root; ) {
      const next = this.parent[k]!
      this.parent[k] = root
      k = next
    }
    return root
  }

  join(a: number, b: number): void {
    this.parent[this.find(b)] = this.find(a)
  }
}

/** The cells between rules that meet; null where they make no table of two columns. */
function tableOf(across: readonly Segment[], down: readonly Segment[], near: number): RuledTable | null {
  const ys = places(across, near)
  const xs = places(down, near)
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 1 || columns < 2 || rows * columns > MAX_CELLS) return null
  const onEdges = (edges: readonly number[], rules: readonly Segment[]) =>
    edges.map((at) => rules.filter((s) => Math.abs(s.at - at) <= near))
  const downAt = onEdges(xs, down)
  const acrossAt = onEdges(ys, across)
  const drawn = (rules: readonly Segment[], middle: number) => rules.some((s) => s.from <= middle && s.to >= middle)
  const sets = new DisjointSets(rows * columns)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (c > 0 && !drawn(downAt[c]!, (ys[r]! + ys[r + 1]!) / 2)) sets.join(r * columns + c - 1, r * columns + c)
      if (r > 0 && !drawn(acrossAt[r]!, (xs[c]! + xs[c + 1]!) / 2)) sets.join((r - 1) * columns + c, r * columns + c)
    }
  }
  const cells = new Map<number, RuledCell>()
  const owners: RuledCell[] = []
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const root = sets.find(r * columns + c)
      const cell = cells.get(root) ?? {
        left: xs[c]!,
        right: 0,
        top: ys[r]!,
        bottom: 0,
        row: r,
        column: c,
        rowSpan: 0,
        columnSpan: 0,
      }
      cells.set(root, cell)
      owners.push(cell)
      cell.column = Math.min(cell.column, c)
      cell.left = xs[cell.column]!
      cell.right = Math.max(cell.right, xs[c + 1]!)
      cell.bottom = Math.max(cell.bottom, ys[r + 1]!)
      cell.rowSpan = Math.max(cell.rowSpan, r - cell.row + 1)
      cell.columnSpan = Math.max(cell.columnSpan, c - cell.column + 1)
    }
  }
  if (cells.size < 2) return null
  const edges = { left: xs[0]!, right: xs[columns]!, top: ys[0]!, bottom: ys[rows]! }
  return { ...edges, rows, columns, cells: [...cells.values()], xs, ys, owners }
}

function places(segments: readonly Segment[], near: number): number[] {
  const out: number[] = []
  for (const at of segments.map((s) => s.at).sort((a, b) => a - b))
    if (!out.length || at - out.at(-1)! > near) out.push(at)
  return out
}

/** The cell at a place, or undefined. */
function cellAt(table: RuledTable, [x, y]: readonly [number, number]): RuledCell | undefined {
  const column = lastAtMost(table.xs, x)
  const row = lastAtMost(table.ys, y)
  if (column < 0 || row < 0 || column >= table.columns || row >= table.rows) return undefined
  return table.owners[row * table.columns + column]
}

/** Index of the last edge that is not behind a place, or -1. */
function lastAtMost(edges: readonly number[], at: number): number {
  let low = -1
  let high = edges.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (edges[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

/** A printed line, as the readers of fixed layout have it. `y` is the baseline, from the top down. */
export interface PrintedLine {
  text: string
  left: number
  right: number
  y: number
  /** Font size of most of the line. */
  size: number
  /** Where its characters stand: one box, or one for each printed line of the cells of a row. In the reader's unit. */
  boxes: { at: number; box: LineBox }[]
  /** A row of a ruled table, its cells separated by tabs. */
  row?: { grid: GridRow | null }
}

/**
 * What a page draws as lines, the rows of its tables among them. `centre` says where the middle of a piece of text is,
 * `linesOf` makes lines of pieces.
 */
export function tabledLines<Piece>(
  pieces: readonly Piece[],
  tables: readonly RuledTable[],
  centre: (piece: Piece) => readonly [number, number],
  linesOf: (pieces: readonly Piece[]) => PrintedLine[],
): PrintedLine[] {
  if (tables.length === 0) return linesOf(pieces)
  const inside = tables.map(() => new Map<RuledCell, Piece[]>())
  const outside = pieces.filter((piece) => {
    const at = centre(piece)
    for (const [t, table] of tables.entries()) {
      const cell = cellAt(table, at)
      if (!cell) continue
      const held = inside[t]!.get(cell)
      if (held) held.push(piece)
      else inside[t]!.set(cell, [piece])
      return false
    }
    return true
  })
  const lines = linesOf(outside)
  tables.forEach((table, t) => {
    lines.push(...rowLines(table, (cell) => linesOf(inside[t]!.get(cell) ?? [])))
  })
  return lines.sort((p, q) => p.y - q.y)
}

function rowLines(table: RuledTable, linesOf: (cell: RuledCell) => PrintedLine[]): PrintedLine[] {
  const filled = table.cells.map((cell) => ({ ...cell, lines: linesOf(cell) }))
  const size = filled.flatMap((cell) => cell.lines)[0]?.size ?? 0
  const out: PrintedLine[] = []
  tableRows(table.rows, filled).forEach(({ cells, count, grid }, r) => {
    // A row of one cell is a frame around text.
    if (count < 2) {
      out.push(...cells.flatMap((cell) => cell.lines))
      return
    }
    const { left, right } = table
    const line: PrintedLine = { text: '', left, right, y: table.ys[r]! + size, size, boxes: [], row: { grid } }
    cells.forEach((cell, i) => {
      if (i > 0) line.text += '\t'
      addCell(line, cell.lines, cell)
    })
    out.push(line)
  })
  return out
}

/** Adds the lines of a cell to its row. A line that fills the cell goes on in the next. */
function addCell(row: PrintedLine, lines: readonly PrintedLine[], cell: RuledCell): void {
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before) {
      const free = cell.right - cell.left - (before.right - before.left)
      const full = free < Math.max(2.2 * before.size, firstWord(line.text) * line.size + before.size)
      const words = /[A-Za-z]$/.test(row.text) && /^[A-Za-z]/.test(line.text) && !/[@./]/.test(row.text.slice(-40))
      const number = /\d-$/.test(row.text) && /^\d/.test(line.text)
      if ((!full && !number) || words) row.text += ' '
    }
    for (const { at, box } of line.boxes) row.boxes.push({ at: row.text.length + at, box })
    row.text += line.text.replace(/\t/g, ' ')
  })
}

/** Width of what cannot be broken off a line, in full-width characters. */
const firstWord = (text: string) => (/^[!-~]{1,60}/.exec(text)?.[0].length ?? 2) / 2
