/** Data tables as the structure stage leaves them: runs of lines whose cells are separated by tabs. */
import type { NoticeElement } from './tree.js'

export interface Cell {
  text: string
  /** Offsets in the element's text. */
  start: number
  end: number
}

export interface Row {
  element: NoticeElement
  cells: Cell[]
}

export interface Table {
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

function cellsOf(element: NoticeElement): Cell[] {
  const cells: Cell[] = []
  let start = 0
  const { value } = element
  for (let i = 0; i <= value.length; i++) {
    if (i < value.length && value[i] !== '\t') continue
    cells.push({ text: value.slice(start, i).trim(), start, end: i })
    start = i + 1
  }
  return cells
}

/** Tables among elements that follow each other. */
export function tablesOf(elements: readonly NoticeElement[]): Table[] {
  const out: Table[] = []
  let run: Row[] = []
  const flush = () => {
    const first = run[0]
    if (first) {
      const header =
        first.cells.filter((c) => c.text).length > 1 &&
        first.cells.every((c) => c.text.length <= LABEL && !/\d{2}/.test(c.text))
      out.push({ header: header ? first : null, rows: header ? run.slice(1) : run.length > 1 ? run : [] })
    }
    run = []
  }
  for (const element of elements) {
    if (!element.value.includes('\t')) {
      flush()
      continue
    }
    const cells = cellsOf(element)
    if (run.length && Math.abs(run[0]!.cells.length - cells.length) > 1) flush()
    run.push({ element, cells })
  }
  flush()
  return out
}

/** Index from element to its row, with the table's header. */
export function tableIndex(tables: readonly Table[]): Map<NoticeElement, { row: Row; header: Row | null }> {
  const index = new Map<NoticeElement, { row: Row; header: Row | null }>()
  for (const table of tables) {
    if (table.header) index.set(table.header.element, { row: table.header, header: null })
    for (const row of table.rows) index.set(row.element, { row, header: table.header })
  }
  return index
}

/** The place of an offset in its table. */
export function placeOf(entry: { row: Row; header: Row | null }, offset: number): CellPlace | null {
  const { cells } = entry.row
  let low = 0
  let high = cells.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (cells[mid]!.start <= offset) low = mid
    else high = mid - 1
  }
  const i = low
  const cell = entry.row.cells[i]
  if (!cell) return null
  const head = cells.slice(0, HEAD).find((c) => c.text && !/^\d{1,3}$/.test(c.text))
  return { column: entry.header?.cells[i]?.text ?? '', row: head && head !== cell ? head.text : '', cell }
}
