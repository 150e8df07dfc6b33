/** The sheet of a notice as OFD: every line, cell and column of it drawn at its place on A4 pages. */
import {
  COLUMNS,
  columnsOf,
  type Line as Drawn,
  PAGE,
  PITCH,
  packageParts,
  packOfd,
  rule,
  SIZE,
  wrap,
} from './ofd-writer.js'
import { type Item, type Line, signatureRows } from './sheet.js'

const BOTTOM = PAGE.height - 35
const SIZES: Record<string, number> = { masthead: 12, title: 7.76, annexTitle: 6.4 }
const CELL = 3.7

/** Bytes of the whole package. */
export function ofdOf(items: readonly Item[]): Uint8Array {
  const pages: Drawn[][] = [[]]
  const borders: string[] = []
  let y = PAGE.top
  const room = (height: number) => {
    if (y + height > BOTTOM) newPage()
  }
  const newPage = () => {
    if (pages.at(-1)!.length === 0) return
    pages.push([])
    y = PAGE.top
  }
  const draw = (line: Omit<Drawn, 'title'>) => pages.at(-1)!.push({ ...line, title: true })
  for (const item of signatureRows(items)) {
    if (item.kind === 'rule') y += PITCH / 2
    else if (item.kind === 'table') drawTable(item.rows)
    else if (item.kind === 'columns') {
      for (const row of item.rows) {
        room(PITCH)
        y += PITCH
        const share = PAGE.type / row.length
        row.forEach((text, i) => {
          const x = PAGE.left + share * i + (share - (columnsOf(text) * SIZE) / 2) / 2
          draw({ pieces: [{ text, column: 0 }], size: SIZE, x, y })
        })
      }
    } else drawLine(item)
  }
  return packOfd(packageParts([pages], { numbers: 'page' }, borders))

  function drawLine(line: Line): void {
    if (line.role === 'annex') newPage()
    else if (pages.at(-1)!.length) y += PITCH * Math.min(line.gap, 2)
    const size = SIZES[line.role] ?? SIZE
    const fits = Math.floor((PAGE.type / size) * 2)
    if (line.pieces.length > 1) {
      room(PITCH)
      y += PITCH
      line.pieces.forEach((text, i) => {
        const last = i === line.pieces.length - 1
        const width = (columnsOf(text) * size) / 2
        const x = last ? PAGE.left + PAGE.type - width : PAGE.left + (PAGE.type * i) / line.pieces.length
        draw({ pieces: [{ text, column: 0 }], size, x, y })
      })
      return
    }
    const flush = line.align !== 'left' || ['flush', 'annex', 'imprint', 'form'].includes(line.role)
    const height = Math.max(PITCH, size * 1.4)
    for (const pieces of wrap(line.pieces[0]!, line.align === 'left' ? COLUMNS : fits, flush ? 0 : 4)) {
      room(height)
      y += height
      const last = pieces.at(-1)
      const width = last ? ((last.column + columnsOf(last.text)) * size) / 2 : 0
      const free = PAGE.type - width
      const x = PAGE.left + (line.align === 'center' ? free / 2 : line.align === 'right' ? free - 2 * size : 0)
      draw({ pieces, size, x, y })
    }
  }

  /** Cells wrap in their columns; what is shorter than its row stands in the middle of it. */
  function drawTable(rows: readonly (readonly string[])[]): void {
    const count = Math.max(...rows.map((row) => row.length))
    const want = Array.from({ length: count }, (_, i) =>
      Math.max(
        4,
        ...rows.filter((row) => row.length === count || i < row.length - 1).map((row) => columnsOf(row[i] ?? '')),
      ),
    )
    const total = want.reduce((a, b) => a + b, 0)
    const edges = [PAGE.left]
    for (const w of want) edges.push(edges.at(-1)! + (PAGE.type * w) / total)
    const pitch = CELL * 1.35
    for (const row of rows) {
      const cells = row.map((text, i) => {
        const right = i === row.length - 1 ? edges[count]! : edges[i + 1]!
        const width = right - edges[i]! - 1.5
        const lines = text === '' ? [] : wrap(text, Math.floor((width / CELL) * 2), 0)
        return { lines, left: edges[i]!, right }
      })
      const most = Math.max(1, ...cells.map((cell) => cell.lines.length))
      const height = most * pitch + 2
      room(height)
      for (const { lines, left, right } of cells) {
        const top = y + (height - lines.length * pitch) / 2
        lines.forEach((pieces, i) => {
          const last = pieces.at(-1)!
          const width = ((last.column + columnsOf(last.text)) * CELL) / 2
          draw({ pieces, size: CELL, x: left + (right - left - width) / 2, y: top + i * pitch + CELL })
        })
      }
      const page = pages.length - 1
      const edge = (x1: number, y1: number, x2: number, y2: number) => {
        borders[page] = (borders[page] ?? '') + rule(x1, y1, x2, y2)
      }
      edge(PAGE.left, y, edges[count]!, y)
      edge(PAGE.left, y + height, edges[count]!, y + height)
      for (const { left } of cells) edge(left, y, left, y + height)
      edge(edges[count]!, y, edges[count]!, y + height)
      y += height
    }
  }
}
