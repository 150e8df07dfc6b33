/**
 * Rows of a table whose cells span rows and columns. The text holds each cell once, in the row where it begins; where
 * cells are merged, a grid says which places each takes.
 */
import type { GridRow } from './source-text.js'

export interface SpannedCell {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
}

export interface TableRow<Cell> {
  /** Cells that begin in this row, from left to right. */
  cells: Cell[]
  /** Cells that stand in it, those that reach down from above included. */
  count: number
  /** Null in a table without merged cells. */
  grid: GridRow | null
}

/** The rows of a table; `table` tells it apart from others. */
export function tableRows<Cell extends SpannedCell>(rows: number, cells: readonly Cell[], table = 0): TableRow<Cell>[] {
  const merged = cells.some((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
  const out = Array.from({ length: rows }, (): TableRow<Cell> => ({ cells: [], count: 0, grid: null }))
  for (const cell of cells) {
    out[cell.row]?.cells.push(cell)
    for (let r = cell.row; r < cell.row + cell.rowSpan && r < rows; r++) out[r]!.count++
  }
  out.forEach((row, r) => {
    row.cells.sort((a, b) => a.column - b.column)
    if (merged)
      row.grid = {
        table,
        row: r,
        cells: row.cells.map(({ column, columnSpan, rowSpan }) => ({ column, columns: columnSpan, rows: rowSpan })),
      }
  })
  return out
}
