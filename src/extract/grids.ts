/**
 * Rows and columns of a notice, found once: data tables, and the grids of forms, which look alike but hold labels and
 * blanks. Both come as lines with tabs; a table in plain text may also be set with runs of spaces.
 */
import tablesGrammar from '../../grammars/tables.js'
import { type CompiledRule, compile } from '../grammar.js'
import { isBody } from '../parse/bodies-line.js'
import { type Row, tableIndex } from '../parse/tables.js'
import type { NoticeElement } from '../parse/tree.js'
import { isHan } from '../read/normalize.js'
import type { Context, Range } from './define.js'

const grammar = compile(tablesGrammar)

export interface GridCell {
  text: string
  range: Range
}

export interface GridRow {
  element: NoticeElement
  cells: GridCell[]
}

export interface Grid {
  /** `list`: a head with blank rows below it; `form`: labels with blanks or values beside them. */
  kind: 'table' | 'list' | 'form'
  title: Range | null
  header: GridRow | null
  rows: GridRow[]
  /** Indices of its first and last row among `context.elements()`. */
  first: number
  last: number
}

const cache = new WeakMap<Context, Grid[]>()

export function gridsOf(context: Context): Grid[] {
  let grids = cache.get(context)
  if (!grids) {
    grids = findGrids(context)
    cache.set(context, grids)
  }
  return grids
}

const alignedCache = new WeakMap<Context, ReturnType<typeof tableIndex>>()

/** A row of a table that is set with runs of spaces, with the table's header. */
export function alignedRow(context: Context, element: NoticeElement) {
  let index = alignedCache.get(context)
  if (!index) {
    const tables = gridsOf(context).filter(
      (g) => g.kind === 'table' && g.header && splitterOf(g.header.element) === aligned,
    )
    index = tableIndex(tables.map((g) => ({ above: [], header: asRow(g.header!), rows: g.rows.map(asRow) })))
    alignedCache.set(context, index)
  }
  return index.get(element)
}

function asRow({ element, cells }: GridRow): Row {
  const offset = element.range.start
  const own = cells.map((c) => ({ text: c.text, element, start: c.range.start - offset, end: c.range.end - offset }))
  return { element, cells: own, own: own.map((cell, column) => ({ cell, column })) }
}

/** The rows of forms. */
export const rowsOfForms = (context: Context): Set<NoticeElement> =>
  new Set(gridsOf(context).flatMap((grid) => (grid.kind === 'form' ? grid.rows.map((row) => row.element) : [])))

/** White space between Han is layout in a label (姓    名). */
export const closed = (text: string): string => text.replace(/\s+/g, '')

/** Answers by text: the cells of a table are asked several times each, and say the same in many rows. */
function remembered(ask: (text: string) => boolean, longest: number): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return (text) => {
    if (text.length > longest) return false
    let answer = answers.get(text)
    if (answer === undefined) {
      answer = ask(text)
      if (answers.size >= REMEMBERED) answers.clear()
      answers.set(text, answer)
    }
    return answer
  }
}
const REMEMBERED = 1000

export const isLabel = remembered((text) => grammar.label.test(closed(text)), 60)
export const isTemplate = remembered((text) => grammar.template.test(text), 400)
export const isFormTitle = (text: string): boolean => text.length <= 80 && grammar.formTitle.test(text)

function findGrids(context: Context): Grid[] {
  const out: Grid[] = []
  const elements = context.elements()
  const { carrier } = context.tree.read.source
  for (let i = 0; i < elements.length; i++) {
    const split = splitterOf(elements[i]!)
    if (!split) continue
    const rows: GridRow[] = []
    let k = i
    let broken = false
    for (; k < elements.length; k++) {
      const element = elements[k]!
      const row = splitterOf(element) === split ? split(element) : null
      if (!row || (k > i && !goesOn(rows, row, carrier === 'markdown'))) break
      broken = split === aligned && !isInLine(rows[0], row)
      if (broken) break
      rows.push(row)
    }
    // What stands out of line does so for every row above it: none of them begins a table.
    if (broken) i = Math.max(i, k - 1)
    else if (split === tabbed || rows.length >= 3) {
      const grid = toGrid(context, elements, i, rows, carrier)
      if (grid) out.push(grid)
      if (rows.length) i = k - 1
    }
  }
  return out
}

type Splitter = (element: NoticeElement) => GridRow | null

function splitterOf(element: NoticeElement): Splitter | null {
  if (element.type !== 'paragraph' && element.type !== 'note') return null
  if (element.value.includes('\t') || placesOf(element)) return tabbed
  return element.value.length <= 240 && element.value.includes('  ') ? aligned : null
}

/** Most cells of a row that are looked at. */
const CELLS = 200

/** Where the reader says that the printed cells of a row stand, in a table with merged cells. */
const placesOf = (element: NoticeElement) => element.block?.marks.find((m) => m.grid)?.grid?.cells

function tabbed(element: NoticeElement): GridRow {
  const { value } = element
  const places = placesOf(element)
  const cells: GridCell[] = []
  const none = () => cell(element, 0, 0)
  // Empty cells at the head of the row were read as indentation.
  for (let i = element.block?.tabs ?? 0; i > 0 && cells.length < CELLS; i--) cells.push(none())
  for (let start = 0; start <= value.length && cells.length < CELLS; ) {
    let end = value.indexOf('\t', start)
    if (end < 0) end = value.length
    cells.push(cell(element, start, end))
    start = end + 1
  }
  if (!places) return { element, cells }
  const placed: GridCell[] = []
  cells.forEach((one, i) => {
    placed[places[i]?.column ?? placed.length] = one
  })
  return { element, cells: Array.from(placed, (one) => one ?? none()) }
}

/** A line that parts at wide gaps into at least three pieces. */
function aligned(element: NoticeElement): GridRow | null {
  const cells: GridCell[] = []
  for (const { start, end } of grammar.column.all(element.value)) {
    const last = cells.at(-1)
    const from = last ? last.range.start - element.range.start : start
    // A label of two letters may be set as wide as its column: 地            址.
    if (last?.text.length === 1 && end - start === 1 && isLabel(element.value.slice(from, end)))
      cells[cells.length - 1] = cell(element, from, end)
    else cells.push(cell(element, start, end))
  }
  return cells.length >= 3 ? { element, cells } : null
}

function cell(element: NoticeElement, start: number, end: number): GridCell {
  const raw = element.value.slice(start, end)
  const text = raw.trim()
  const from = element.range.start + start + (raw.length - raw.trimStart().length)
  return { text, range: { start: from, end: from + text.length } }
}

/** Whether a row belongs to the rows above it. */
function goesOn(rows: readonly GridRow[], row: GridRow, markdown: boolean): boolean {
  const first = rows[0]!
  const gap = row.element.block?.gap ?? 0
  if (row.element.zone !== first.element.zone) return false
  if (gap > 0 && (markdown || (rows.length > 1 && row.cells.length !== first.cells.length && isHead(row)))) return false
  // The same head again begins the next table.
  return !(rows.length > 1 && isHead(row) && row.element.value === first.element.value)
}

/**
 * Whether a row can be the first of a table in columns of spaces (of labels), or one below its first. Such columns are a
 * table only when that is plain: three rows at least, equally many cells, one head of labels.
 */
function isInLine(first: GridRow | undefined, row: GridRow): boolean {
  if (row.cells.some((c) => grammar.labelled.test(c.text))) return false
  if (!first) {
    const known = row.cells.map((c) => isLabel(c.text) || grammar.columnName.test(c.text))
    // What the rows are about may have any name (办税服务厅 地址 电话).
    return known.slice(1).every(Boolean) && (known[0]! || (known.length >= 3 && isSubject(row.cells[0]!.text)))
  }
  return row.cells.length === first.cells.length && !isHead(row)
}

/** A short name of Han alone, one part of it perhaps in brackets: 村(居). */
const isSubject = (text: string) =>
  text.length <= 8 && [...closed(text)].every((c) => isHan(c.charCodeAt(0)) || c === '(' || c === ')')

const filledCells = (row: GridRow) => row.cells.filter((c) => c.text !== '')
const isFigure = remembered((text) => grammar.figure.test(text) || grammar.number.test(text), 1000)

/** A row of short names of columns, of which most are known to be such. */
function isHead(row: GridRow): boolean {
  const cells = filledCells(row)
  const isValue = (text: string) =>
    isTemplate(text) || (isFigure(text) && isFigure(grammar.labelTime.replace(text, '')))
  if (cells.length < 2 || cells.some((c) => c.text.length > 30 || isValue(c.text))) return false
  const known = cells.filter((c) => isLabel(c.text) || grammar.columnName.test(closed(c.text))).length
  return known * 2 >= cells.length
}

/** A row to be filled in: nothing but its number, or hints. */
const isBlankRow = (row: GridRow) =>
  filledCells(row).every((c) => grammar.number.test(c.text) || isTemplate(c.text) || c.text.startsWith('…'))

function toGrid(
  context: Context,
  elements: readonly NoticeElement[],
  at: number,
  found: GridRow[],
  carrier: string,
): Grid | null {
  const width = found.reduce((most, row) => Math.max(most, lastFilled(row)), -1) + 1
  if (width < 2 && found.every((r) => r.cells.length < 2)) return null
  const rows = found.map((row, i) => fitted(row, width, i > 0 && PAGED.has(carrier) && !placesOf(row.element)))
  const grid: Grid = {
    kind: 'table',
    title: titleAbove(elements, at),
    header: null,
    rows,
    first: at,
    last: at + rows.length - 1,
  }
  let [first, ...below] = rows as [GridRow, ...GridRow[]]
  const titled = grid.title !== null && isFormTitle(context.text.slice(grid.title.start, grid.title.end))
  const headed =
    isHead(first) && (isWhole(first, PAGED.has(carrier) ? lastFilled(found[0]!) + 1 : width) || isCorner(first))
  if (headed && below.every(isBlankRow)) {
    if (!titled && filledCells(first).length < 3 && !below.length) return null
    return { ...grid, kind: 'list', header: first, rows: below }
  }
  if (isForm(found, titled, headed)) return { ...grid, kind: 'form', rows: found }
  if (isLayout(rows)) return null
  const named = headed || (carrier === 'markdown' && filledCells(first).every((c) => !isFigure(c.text)))
  if (named || headedByFigures(first, below)) {
    const labels = divided(found, width)
    if (labels) {
      first = { ...first, cells: labels }
      below = below.slice(1)
    }
    const data = below.filter((r) => filledCells(r).length > 0)
    return data.length ? { ...grid, header: first, rows: data } : null
  }
  return rows.length > 1 ? grid : null
}

/** Carriers whose rows come with all their cells, so that a short row is one under a merged cell. */
const PAGED = new Set(['html', 'docx', 'doc', 'rtf'])

const lastFilled = (row: GridRow) => row.cells.findLastIndex((c) => c.text !== '')

/** The row with as many cells as the table has columns. */
function fitted(row: GridRow, width: number, merged: boolean): GridRow {
  const missing = width - row.cells.length
  if (missing <= 0) return { ...row, cells: row.cells.slice(0, width) }
  const { start, end } = row.element.range
  const empty = (offset: number) =>
    Array.from({ length: missing }, () => ({ text: '', range: { start: offset, end: offset } }))
  return { ...row, cells: merged ? [...empty(start), ...row.cells] : [...row.cells, ...empty(end)] }
}

/** Whether every column up to one has its label, or stands under one that covers it. */
function isWhole(row: GridRow, width: number): boolean {
  const places = placesOf(row.element) ?? []
  const covered = (i: number) => places.some((p) => i > p.column && i < p.column + p.columns)
  return row.cells.slice(0, width).every((c, i) => c.text !== '' || covered(i))
}

/** The labels of the columns when the second row divides labels of the first: 地区 人数 [分年度任务: 2024年 2025年]. */
function divided([first, second]: readonly GridRow[], width: number): GridCell[] | null {
  if (!first || !second) return null
  const words = second.cells.filter((c) => c.text !== '')
  if (
    !words.length ||
    words.some((c) => c.text.length > 16 || (isFigure(c.text) && !grammar.columnName.test(closed(c.text))))
  )
    return null
  const groups = placesOf(first.element)?.filter((p) => p.columns > 1)
  if (groups?.length) {
    const below = (i: number) => groups.some((p) => i >= p.column && i < p.column + p.columns)
    if (second.cells.some((c, i) => c.text !== '' && !below(i))) return null
    return Array.from({ length: width }, (_, i) =>
      below(i) && second.cells[i]?.text ? second.cells[i]! : (first.cells[i] ?? cell(first.element, 0, 0)),
    )
  }
  // Without places: the second row is as long as what the last label covers.
  const over = first.cells.length - 1
  if (over + 1 >= width || second.cells.length !== width - over || words.length < second.cells.length) return null
  return words.every((c) => grammar.columnName.test(closed(c.text)))
    ? [...first.cells.slice(0, over), ...second.cells]
    : null
}

/** A head whose first cell is empty stands above a column of names. */
const isCorner = (row: GridRow) => row.cells[0]!.text === '' && row.cells.slice(1).every((c) => c.text !== '')

/** Words above figures: a head though its words are no usual ones. */
function headedByFigures(first: GridRow, below: readonly GridRow[]): boolean {
  const cells = filledCells(first)
  if (!below.length || cells.length < first.cells.length || cells.some((c) => c.text.length > 24 || isFigure(c.text)))
    return false
  return first.cells.some((_, i) => below.every((r) => isFigure(r.cells[i]?.text ?? '')))
}

/** Labels with blanks or, under the name of a form, with values beside them. */
function isForm(rows: readonly GridRow[], titled: boolean, headed: boolean): boolean {
  if (headed && !titled && filledCells(rows[1] ?? rows[0]!).some((c) => isFigure(c.text))) return false
  let blanks = 0
  let values = 0
  let led = 0
  for (const row of rows) {
    const pairs = pairsOf(row)
    if (pairs.length && row.cells[0]!.text !== '' && pairs[0]!.label === row.cells[0]) led++
    blanks += pairs.filter((p) => p.value === null).length
    values += pairs.filter((p) => p.value !== null).length
  }
  if (led * 10 < rows.length * 6) return false
  return blanks >= 2 ? blanks >= values || titled : titled && blanks + values >= 2
}

/** Label and value in every cell, or nothing but bodies: columns of contacts or signatures. */
function isLayout(rows: readonly GridRow[]): boolean {
  const cells = rows.flatMap(filledCells)
  const count = (test: (c: GridCell) => boolean) => cells.filter(test).length
  return (
    count((c) => grammar.labelled.test(c.text)) * 2 > cells.length ||
    (rows[0]!.element.zone === 'body' && cells.length > 1 && count((c) => isBody(c.text)) === cells.length)
  )
}

export interface Pair {
  label: GridCell
  value: GridCell | null
}

/** The labels of a row of a form with their values. */
export function pairsOf(row: GridRow): Pair[] {
  const { cells } = row
  const filled = filledCells(row)
  const onlyLabels = filled.length > 2 && filled.every((c) => isLabel(c.text))
  const out: Pair[] = []
  for (let i = 0; i < cells.length; i++) {
    const one = cells[i]!
    const next = cells[i + 1]
    if (one.text === '' || isTemplate(one.text)) continue
    const blank = !next || next.text === '' || isTemplate(next.text)
    if (!isLabel(one.text) && !(blank && next && isName(one.text))) continue
    if (onlyLabels || blank) out.push({ label: one, value: null })
    else if (isLabel(next.text) && !isLabel(cells[i + 2]?.text ?? '')) out.push({ label: one, value: null })
    else {
      out.push({ label: one, value: next })
      i++
    }
  }
  return out
}

/** A short word beside a blank names what is to be filled in, though it is no usual label. */
const isName = (text: string) => text.length <= 16 && /^[\u4e00-\u9fff]/.test(text) && !isFigure(text)

/** How far above a table its title may stand: unit lines and notes come between. */
const ABOVE = 3

/** The line that names the table: the title of its annex or a line like one, directly above. */
function titleAbove(elements: readonly NoticeElement[], at: number): Range | null {
  for (let k = at - 1; k >= 0 && at - k <= ABOVE; k--) {
    const element = elements[k]!
    const { value } = element
    if (element.zone !== elements[at]!.zone || value.includes('\t')) return null
    if (element.type === 'appendixTitle') return titleRange(element, grammar.headingNumber)
    if (element.type !== 'paragraph' && element.type !== 'caption') return null
    if (value.length > 100) return null
    const number = grammar.headingNumber.at(value, 0)?.end ?? 0
    const rest = value.slice(number)
    if (grammar.tableTitle.test(rest) || isFormTitle(rest)) return titleRange(element, grammar.headingNumber)
    if (!grammar.unitLine.test(value) && !isFieldLine(value)) return null
  }
  return null
}

/** A line of a form above its table: 填报单位:…  联系人:… */
const isFieldLine = (value: string) => value.length <= 80 && value.includes(':') && !value.includes('。')

function titleRange(element: NoticeElement, number: CompiledRule): Range {
  const text = element.value.trimEnd()
  const behind = number.at(element.value, 0)?.end ?? 0
  // An annex that is only numbered has its number for a title.
  const start = behind < text.length ? behind : 0
  return { start: element.range.start + start, end: element.range.start + text.length }
}
