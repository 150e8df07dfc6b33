/**
 * Merged cells: in which columns the printed cells of a row stand, when cells above or before them reach over several
 * (HTML, 4.9.12: forming a table). Bounded: a table wider than any sheet has no grid, and rows are counted, never made.
 */
import type { PageNode } from './html-tree.js'
import type { GridRow } from './source-text.js'

/** Wider tables are not aligned. */
const MAX_COLUMNS = 64
/** The greatest rowspan that browsers know. */
const MAX_ROWS = 65_534

interface Grid {
  row: number
  /** By column: the row before which it is taken from above, and whether what takes it shows text. */
  until: number[]
  filled: boolean[]
  /** Whether some cell so far reached over more than its place. */
  merged: boolean
  wide: boolean
}

/** A row with its cells placed. */
export interface PlacedRow {
  /** Cells of the row and of rows above that stand in it and show text. */
  count: number
  /** Null in a table without merged cells so far: there, cells stand in order. */
  grid: GridRow | null
}

/** Places the rows of a page's tables. Each row must be given once, in order. */
export class Grids {
  private readonly byTable = new Map<number, Grid>()

  constructor(
    private readonly nodes: readonly PageNode[],
    private readonly sizes: Uint32Array,
  ) {}

  place(tr: number): PlacedRow {
    const table = this.tableOf(tr)
    let grid = this.byTable.get(table)
    if (!grid) {
      grid = { row: 0, until: [], filled: [], merged: false, wide: false }
      this.byTable.set(table, grid)
    }
    const row = grid.row++
    const cells: GridRow['cells'] = []
    let count = 0
    for (let c = 0; c < grid.until.length; c++) if (grid.until[c]! > row && grid.filled[c]) count++
    let column = 0
    for (let i = tr + 1; i < this.nodes[tr]!.last && !grid.wide; i = this.nodes[i]!.last) {
      const { name, attributes } = this.nodes[i]!
      if (name !== 'td' && name !== 'th') continue
      while ((grid.until[column] ?? 0) > row) column++
      const columns = spanOf(attributes?.colspan?.value, MAX_COLUMNS)
      // 0 reaches to the end of the table.
      const rows = spanOf(attributes?.rowspan?.value, MAX_ROWS) || MAX_ROWS
      const filled = this.sizes[i]! > 0
      cells.push({ column, columns, rows })
      if (filled) count++
      grid.merged ||= columns > 1 || rows > 1
      for (let k = 0; k < columns; k++, column++) {
        grid.until[column] = row + rows
        grid.filled[column] = filled
      }
      grid.wide = column > MAX_COLUMNS
    }
    return { count, grid: grid.merged && !grid.wide ? { table, row, cells } : null }
  }

  private tableOf(tr: number): number {
    const { parent } = this.nodes[tr]!
    const { name } = this.nodes[parent] ?? {}
    return name === 'tbody' || name === 'thead' || name === 'tfoot' ? this.nodes[parent]!.parent : parent
  }
}

function spanOf(value: string | undefined, most: number): number {
  const n = value === undefined ? 1 : Number.parseInt(value, 10)
  return Number.isNaN(n) || n < 0 ? 1 : most === MAX_COLUMNS ? Math.min(Math.max(n, 1), most) : Math.min(n, most)
}
