/**
 * Contact points side by side: columns set with wide gaps, and tables whose columns are parties and whose rows tell what
 * each is called and where it is reached.
 */
import type { Row } from '../../parse/tables.js'
import type { NoticeElement } from '../../parse/tree.js'
import type { Context, Range } from '../define.js'
import { closed } from '../grids.js'
import { fileLine } from './file-line.js'
import type { Filer } from './filer.js'
import { readLine } from './read-line.js'
import { grammar, kindOf, type LabelKind } from './rules.js'
import { type Cell, fileCell } from './tables.js'

/** How far down columns are followed at most, in lines. */
const LINES = 8

interface Part extends Range {
  element: NoticeElement
}

/** Files columns that begin at an element, each as a group; how many elements they take, 0 where there are none. */
export function fileColumns(context: Context, filer: Filer, elements: readonly NoticeElement[], from: number): number {
  const rows = columnRows(elements, from)
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    filer.endGroup()
    for (const row of rows) {
      const part = row[column]!
      fileLine(context, filer, readLine(part.element, part.start, part.end))
      filer.endLine(false)
    }
  }
  return rows.length
}

/** Lines that part at wide gaps into as many pieces, each beginning with a label; those of the first with 联系人 or 招标人. */
function columnRows(elements: readonly NoticeElement[], from: number): Part[][] {
  const first = elements[from]!
  if (!first.value.includes('   ')) return []
  const head = partsOf(first)
  if (head.length < 2) return []
  const kind = labelOf(head[0]!)
  if ((kind !== 'person' && kind !== 'unit') || !head.every((part) => labelOf(part) === kind)) return []
  const rows = [head]
  for (let k = from + 1; k < elements.length && k < from + LINES; k++) {
    const parts = partsOf(elements[k]!)
    if (parts.length !== head.length || !parts.every(labelOf)) break
    rows.push(parts)
  }
  return rows.length > 1 ? rows : []
}

function partsOf(element: NoticeElement): Part[] {
  if (element.value.length > 240) return []
  return grammar.column.all(element.value).map(({ start, end }) => ({ element, start, end }))
}

const labelOf = ({ element, start, end }: Part): LabelKind | null =>
  kindOf(grammar.label.at(element.value.slice(start, end), 0))

interface Labelled {
  kind: LabelKind
  cell: Cell
}

/** Files a table of parties that begins at an element, each party as a group; how many elements it takes, 0 for none. */
export function fileParties(context: Context, filer: Filer, elements: readonly NoticeElement[], from: number): number {
  const rows = partyRows(context, elements, from)
  const parties = partiesOf(rows)
  if (!parties) return 0
  for (const party of parties) {
    filer.endGroup()
    for (const { kind, cell } of party) fileCell(context, filer, kind, cell)
  }
  filer.endGroup()
  return rows.length
}

/** The rows of a table that begins at an element and may be one of parties: three columns at least, the first of heads. */
function partyRows(context: Context, elements: readonly NoticeElement[], from: number): Row[] {
  const first = context.tableRow(elements[from]!)
  const before = from > 0 ? context.tableRow(elements[from - 1]!) : undefined
  if (!first || (before && (first.header || !before.header))) return []
  if (first.row.cells.length < 3 || saysKind(first.row)) return []
  const rows: Row[] = []
  for (let k = from; k < elements.length; k++) {
    const found = context.tableRow(elements[k]!)
    if (!found || (k > from && !found.header && rows.length > 1 && context.tableRow(elements[k - 1]!)?.header)) break
    rows.push(found.row)
  }
  return rows
}

/** What the cells of each party hold, its name first; null where the heads of the rows are not of that sort. */
function partiesOf(rows: readonly Row[]): Labelled[][] | null {
  const kinds = rows.map((row) => sideKind(row.cells[0]?.text ?? ''))
  const known = new Set(kinds.filter((kind) => kind))
  const foreign = kinds.slice(1).filter((kind) => !kind).length
  if (known.size < 3 || foreign > known.size || !(known.has('phone') || known.has('email'))) return null
  if (rows.some((row, r) => kinds[r] && saysKind(row))) return null
  const parties: Labelled[][] = []
  for (let column = 1; column < rows[0]!.cells.length; column++) {
    const party: Labelled[] = []
    rows.forEach((row, r) => {
      const cell = row.cells[column]
      // The head names the party where no row does.
      const kind = kinds[r] ?? (r === 0 && !known.has('unit') ? 'unit' : null)
      if (cell?.text && kind) party.push({ kind, cell })
    })
    parties.push(party.sort((a, b) => Number(b.kind === 'unit') - Number(a.kind === 'unit')))
  }
  return parties
}

/** What a row of a table of parties holds, told by its first cell. */
const sideKind = (text: string): LabelKind | null => kindOf(grammar.sideHead.at(closed(text), 0))

/** Whether a cell behind the first is a head too. */
const saysKind = (row: Row): boolean => row.cells.slice(1).some((cell) => sideKind(cell.text))
