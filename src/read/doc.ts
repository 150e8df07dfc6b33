/**
 * DOC and WPS (MS-DOC): the text of Word 97–2003 documents. Tabs stand in for the borders of table cells, as in DOCX.
 */
import type { Diagnostic } from '../types.js'
import { type DocParagraph, DocProblem, type DocRow, type DocStories, docStories } from './doc-text.js'
import { UnreadableNoticeError } from './errors.js'
import { withNotes } from './notes.js'
import { openCompound } from './ole.js'
import { asSource, type GridRow, type Mark, makeSource, markAt, type ReadResult } from './source-text.js'
import { struckOut } from './struck.js'
import { type SpannedCell, tableRows } from './table-rows.js'

/** Reads an OLE file. Rejects with `UnreadableNoticeError` ('broken', 'unsupported'). */
export async function readDoc(
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
): Promise<ReadResult> {
  const stories = open(bytes, filename)
  const tables = { count: 0 }
  const linesOf = (paragraphs: readonly DocParagraph[]) => readLines(paragraphs, tables)
  const boxes = linesOf(stories.boxes).filter(isPrinted)
  const body = linesOf(stories.body)
  // Where a box stands is not known: the box of a notice is its masthead.
  let lines = [...boxes, ...body]
  if (!lines.some(isPrinted)) lines = linesOf(stories.headers)
  diagnostics.push({
    ruleId: 'read/doc-numbers',
    reason: 'automatic numbers of a DOC file are not in its text: they were not read',
    span: null,
    severity: 'info',
  })
  if (stories.struck) diagnostics.push(struckOut(null))
  if (stories.changed)
    diagnostics.push({
      ruleId: 'read/tracked-changes',
      reason: 'the document holds tracked changes: it was read as if all were accepted',
      span: null,
      severity: 'info',
    })
  const notes = [...linesOf(stories.footnotes), ...linesOf(stories.endnotes)]
  const { text, marks } = withNotes(
    lines.map((line) => line.text),
    notes.map((line) => line.text),
  )
  return {
    source: makeSource(text, 'doc', filename),
    raw: asSource(text),
    marks: [...rowMarks(lines), ...marks],
    wrapped: false,
  }
}

function open(bytes: Uint8Array, filename: string | undefined): DocStories {
  const compound = openCompound(bytes, filename)
  if (compound.has('EncryptedPackage'))
    throw new UnreadableNoticeError('unsupported', 'this document is protected by a password', filename)
  const document = compound.stream('WordDocument')
  if (!document) throw new UnreadableNoticeError('unsupported', 'this OLE file is no Word document', filename)
  try {
    return docStories(document, compound.stream)
  } catch (cause) {
    if (cause instanceof UnreadableNoticeError) throw cause
    if (cause instanceof DocProblem)
      throw new UnreadableNoticeError(cause.code, `this DOC file cannot be read: ${cause.message}`, filename, { cause })
    // A place out of the file: the views refuse to read there.
    if (cause instanceof RangeError)
      throw new UnreadableNoticeError('broken', 'this DOC file cannot be read: it points out of itself', filename, {
        cause,
      })
    throw cause
  }
}

/** A line, and for a row of a table with merged cells where they stand. */
interface Line {
  text: string
  grid?: GridRow | null
}

const isPrinted = ({ text }: Line) => text.trim() !== ''

function rowMarks(lines: readonly Line[]): Mark[] {
  const marks: Mark[] = []
  let at = 0
  for (const { text, grid } of lines) {
    if (grid) marks.push(markAt(at, 'cell', undefined, grid))
    at += text.length + 1
  }
  return marks
}

/** Cells of a row, each of lines. */
interface Row {
  cells: string[][]
  shape: DocRow
}

function readLines(paragraphs: readonly DocParagraph[], tables: { count: number }): Line[] {
  const out: Line[] = []
  let rows: Row[] = []
  let cells: string[][] = []
  let cell: string[] = []
  const put = (texts: readonly string[]) => {
    for (const text of texts) out.push({ text })
  }
  const flush = () => {
    for (const line of rowLines(rows, tables.count++)) out.push(line)
    // A row that does not end is read as text.
    for (const lines of [...cells, cell]) put(lines)
    rows = []
    cells = []
    cell = []
  }
  for (const { text, cell: ends, row, inTable } of paragraphs) {
    if (row) {
      rows.push({ cells, shape: row })
      cells = []
      cell = []
    } else if (inTable) {
      cell.push(...text.split('\n'))
      if (ends) {
        cells.push(cell)
        cell = []
      }
    } else {
      if (rows.length || cells.length || cell.length) flush()
      put(text.split('\n').map((line) => line.replaceAll('\t', ' '.repeat(8))))
    }
  }
  flush()
  return out
}

const joined = (lines: readonly string[]) =>
  lines
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter(Boolean)
    .join(' ')

/** Wider tables are no sheet's. */
const MAX_COLUMNS = 64

/** Edges of cells that differ by so many twentieths of a point are one column's. */
const NEAR = 40

/** Index of the last known edge at or before an edge; edges that are near each other are known by the first. */
function columnAt(edges: readonly number[], edge: number): number {
  let low = 0
  let high = edges.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (edges[middle]! <= edge) low = middle
    else high = middle - 1
  }
  return low
}

function rowLines(rows: readonly Row[], table: number): Line[] {
  const edges: number[] = []
  for (const edge of rows.flatMap(({ shape }) => shape.edges).sort((a, b) => a - b))
    if (!edges.length || edge - edges.at(-1)! > NEAR) edges.push(edge)
  const columnOf = (edge: number) => columnAt(edges, edge)
  const cells: (SpannedCell & { lines: string[] })[] = []
  /** The cell that reaches down to the row above, by column. */
  let above = new Map<number, SpannedCell>()
  rows.forEach((row, r) => {
    const next: typeof above = new Map()
    const known = row.shape.edges.length > row.cells.length
    row.cells.forEach((lines, i) => {
      const column = known ? columnOf(row.shape.edges[i]!) : i
      const columnSpan = known ? Math.min(MAX_COLUMNS, Math.max(1, columnOf(row.shape.edges[i + 1]!) - column)) : 1
      const before = cells.at(-1)
      if (row.shape.beside[i] && before?.row === r) {
        before.columnSpan += columnSpan
        return
      }
      const upper = row.shape.below[i] ? above.get(column) : undefined
      if (upper) {
        upper.rowSpan = r - upper.row + 1
        next.set(column, upper)
        return
      }
      const cell = { row: r, column, rowSpan: 1, columnSpan, lines }
      cells.push(cell)
      next.set(column, cell)
    })
    above = next
  })
  return tableRows(rows.length, cells, table).flatMap(({ cells: own, count, grid }): Line[] =>
    // A row of one cell is layout: a frame around the text, or a remark across the table.
    count === 1
      ? own.flatMap(({ lines }) => lines.map((text) => ({ text })))
      : [{ text: own.map(({ lines }) => joined(lines)).join('\t'), grid }],
  )
}
