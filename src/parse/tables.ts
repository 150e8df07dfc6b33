/**
 * Data tables as the structure stage leaves them: runs of lines whose cells are separated by tabs. A cell that reaches
 * over several rows or columns is printed once; here it stands in each place that it covers.
 */
import type { GridRow } from '../read/source-text.js'
import type { NoticeElement } from './tree.js'

export interface Cell {
  text: string
  /** The row in which it is printed, and offsets in that element's text. */
  element: NoticeElement
  start: number
  end: number
}

/** A row of a data table. */
export interface Row {
  element: NoticeElement
  /** By column. A merged cell is the same object in every column and row it covers. */
  cells: Cell[]
  /** The cells that are printed in this row, in order. */
  own: { cell: Cell; column: number }[]
}

export interface Table {
  /** Labels over those of the head that they group. */
  above: Row[]
  /** The first row, when it is made of short labels; null for a table without a head. */
  header: Row | null
  rows: Row[]
}

/** Where a cell stands: its column's label and the first cell of its row. */
export interface CellPlace {
  column: string
  row: string
  cell: Cell
}

/** Among how many cells the head of a row is looked for. */
const HEAD = 4

/** Longest label of a column. */
const LABEL = 16

/** Rows that labels of columns may take. */
const HEAD_ROWS = 3

const gridOf = (element: NoticeElement): GridRow | undefined => element.block?.marks.find((m) => m.grid)?.grid

/** Whether an element is a row of a table. */
const isRow = (element: NoticeElement) => element.value.includes('\t') || gridOf(element) !== undefined

function printedCells(element: NoticeElement): Cell[] {
  const cells: Cell[] = []
  // Empty cells at the head of the row were read as indentation.
  for (let i = element.block?.tabs ?? 0; i > 0; i--) cells.push({ text: '', element, start: 0, end: 0 })
  let start = 0
  const { value } = element
  for (let i = 0; i <= value.length; i++) {
    if (i < value.length && value[i] !== '\t') continue
    cells.push({ text: value.slice(start, i).trim(), element, start, end: i })
    start = i + 1
  }
  return cells
}

/** Cells of the rows above that still reach down, by column. */
interface Hanging {
  table: number
  cells: { cell: Cell; until: number }[]
}

function rowOf(element: NoticeElement, hanging: Hanging): Row {
  const printed = printedCells(element)
  const grid = gridOf(element)
  if (!grid) return { element, cells: printed, own: printed.map((cell, column) => ({ cell, column })) }
  if (hanging.table !== grid.table) {
    hanging.table = grid.table
    hanging.cells = []
  }
  const cells: Cell[] = []
  hanging.cells.forEach(({ cell, until }, column) => {
    if (until > grid.row) cells[column] = cell
  })
  const own: Row['own'] = []
  printed.forEach((cell, i) => {
    const { column, columns, rows } = grid.cells[i] ?? { column: cells.length, columns: 1, rows: 1 }
    own.push({ cell, column })
    for (let c = column; c < column + columns; c++) {
      cells[c] = cell
      hanging.cells[c] = { cell, until: grid.row + rows }
    }
  })
  // Cells that nothing fills are empty.
  for (let c = 0; c < cells.length; c++) cells[c] ??= { text: '', element, start: 0, end: 0 }
  return { element, cells, own }
}

/** A time of day in brackets is part of a label: 上午(8:45签到). */
const TIME = /\([^()\d]{0,8}\d{1,2}:\d{2}[^()]{0,16}\)$/

const isLabels = ({ cells }: Row) =>
  new Set(cells.filter((c) => c.text)).size > 1 &&
  cells.every((c) => c.text.length <= LABEL && !/\d{2}/.test(c.text.replace(TIME, '')))

/** Whether the labels of a row divide those above it: each stands below one that covers several columns. */
function divides(row: Row, above: Row): boolean {
  const covers = (column: number) => {
    const cell = above.cells[column]
    return cell !== undefined && (cell === above.cells[column - 1] || cell === above.cells[column + 1])
  }
  return isLabels(row) && row.own.every(({ cell, column }) => cell.text === '' || covers(column))
}

/** How many rows at the beginning label the columns. */
function headRows(run: readonly Row[]): number {
  if (!run[0] || !isLabels(run[0])) return 0
  let n = 1
  while (n < HEAD_ROWS && n < run.length - 1 && divides(run[n]!, run[n - 1]!)) n++
  return n
}

/** Tables among elements that follow each other. */
export function tablesOf(elements: readonly NoticeElement[]): Table[] {
  const out: Table[] = []
  let run: Row[] = []
  const hanging: Hanging = { table: -1, cells: [] }
  const flush = () => {
    const n = headRows(run)
    if (n > 0) out.push({ above: run.slice(0, n - 1), header: run[n - 1]!, rows: run.slice(n) })
    else if (run.length > 1) out.push({ above: [], header: null, rows: run })
    run = []
  }
  for (const element of elements) {
    if (!isRow(element)) {
      flush()
      continue
    }
    const row = rowOf(element, hanging)
    if (run.length && Math.abs(run[0]!.cells.length - row.cells.length) > 1) flush()
    run.push(row)
  }
  flush()
  return out
}

/** Index from element to its row, with the table's header. */
export function tableIndex(tables: readonly Table[]): Map<NoticeElement, { row: Row; header: Row | null }> {
  const index = new Map<NoticeElement, { row: Row; header: Row | null }>()
  for (const { above, header, rows } of tables) {
    for (const row of header ? [...above, header] : []) index.set(row.element, { row, header: null })
    for (const row of rows) index.set(row.element, { row, header })
  }
  return index
}

/** Blanks between the letters of a label: 时    间. */
const LETTER_SPACE = /(?<=[\u4e00-\u9fff])\s{1,8}(?=[\u4e00-\u9fff])/g

/** The place of an offset in its table. */
export function placeOf(entry: { row: Row; header: Row | null }, offset: number): CellPlace | null {
  const { cells, own } = entry.row
  let low = 0
  let high = own.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (own[mid]!.cell.start <= offset) low = mid
    else high = mid - 1
  }
  if (!own[low]) return null
  const { cell, column } = own[low]!
  const head = cells.slice(0, HEAD).find((c) => c.text && !/^\d{1,3}$/.test(c.text))
  const label = entry.header?.cells[column]?.text ?? ''
  return { column: label.replace(LETTER_SPACE, ''), row: head && head !== cell ? head.text : '', cell }
}
