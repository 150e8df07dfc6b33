/** Tables of contacts: a row is one contact point, and the heads of the columns tell what its cells hold. */
import type { Row } from '../../parse/tables.js'
import type { Context, Range } from '../define.js'
import { closed } from '../grids.js'
import { shifted } from '../ranges.js'
import { fileAddress } from './addresses.js'
import { fileLine } from './file-line.js'
import type { Filer } from './filer.js'
import { filePerson, isPerson, personOf, withoutBracket } from './people.js'
import { readLine } from './read-line.js'
import { grammar, kindOf, type LabelKind, peopleRules, placeRules } from './rules.js'

export type Cell = Row['cells'][number]

/** What a column of a table of contacts holds, told by its head. */
const columnKind = (head: string): LabelKind | null => kindOf(grammar.columnHead.at(bareHead(head), 0))

const bareHead = (head: string): string => head.replace(/\s|:$/g, '')

/** What the columns hold: `role` is people if the cells are names (秘书, 社区民警), where no other head says 联系人. */
function columnKinds(header: Row): (LabelKind | 'role' | null)[] {
  const kinds = header.cells.map((c) => columnKind(c.text))
  // What the rows are about, called by what it is: 管理部, 地址, 电话.
  const subject = bareHead(header.cells[0]?.text ?? '')
  if (!kinds[0] && !kinds.includes('unit') && grammar.unitColumn.test(subject)) kinds[0] = 'unit'
  if (kinds.includes('person')) return kinds
  return kinds.map((kind, i) => kind ?? (grammar.roleHead.test(bareHead(header.cells[i]!.text)) ? 'role' : null))
}

/** A row of labels alone: the head of a table or a blank form. */
export const isHeadRow = (row: Row): boolean =>
  row.cells.filter((c) => c.text).length >= 3 && !row.cells.some((c) => /\d{5}|@/.test(c.text))

/** Files a row of a table whose columns are labelled 联系人, 联系电话 … */
export function fileRow(context: Context, filer: Filer, row: Row, header: Row): void {
  if (!header.cells.some((c) => grammar.contactColumn.test(closed(c.text)))) {
    fileWhoCells(context, filer, row, header)
    return
  }
  const kinds = columnKinds(header)
  // A contact point printed once beside several rows is said again only for another unit or person.
  if (!row.own.some(({ cell, column }) => cell.text && kinds[column])) return
  filer.endRow()
  // The unit first: what stands in the other columns is its own.
  for (const unit of [true, false]) {
    for (let i = 0; i < kinds.length; i++) {
      const cell = row.cells[i]
      const kind = kinds[i] ?? kindByCell(header.cells[i], cell, i === 0 && !kinds.includes('unit'))
      if (!kind || (kind === 'unit') !== unit || !cell?.text || cell === row.cells[i - 1]) continue
      if (kind !== 'role') fileCell(context, filer, kind, cell)
      else if (holdsNames(cell)) fileCell(context, filer, 'person', cell)
    }
  }
  filer.endRow()
}

/** 责任单位及联系人 ↵ 某供电所 李明 0359-5550101: cells that name unit, person and number under one head. */
function fileWhoCells(context: Context, filer: Filer, row: Row, header: Row): void {
  for (const { cell, column } of row.own) {
    if (!/\d{7}/.test(cell.text) || !grammar.whoColumn.test(bareHead(header.cells[column]?.text ?? ''))) continue
    filer.endRow()
    fileLine(context, filer, readLine(cell.element, cell.start, cell.end))
    filer.endRow()
  }
}

/** What a cell tells of its column where the head does not: numbers, and in the first one who they are of. */
function kindByCell(head: Cell | undefined, cell: Cell | undefined, isFirst: boolean): LabelKind | null {
  if (isNumbers(head, cell)) return 'phone'
  const names = isFirst && cell !== undefined && cell.text.length <= NAME && grammar.unitColumn.test(closed(cell.text))
  return names && !grammar.notUnit.test(cell.text) ? 'unit' : null
}

/** No name of an office is longer. */
const NAME = 24

/** Whether a cell holds a number below a head that speaks of numbers in words of its own. */
const isNumbers = (head: Cell | undefined, cell: Cell | undefined): boolean =>
  head !== undefined &&
  cell !== undefined &&
  /\d{5}/.test(closed(cell.text)) &&
  grammar.numberColumn.test(bareHead(head.text))

/** Whether a cell holds names, with their numbers or not, and nothing else. */
function holdsNames({ element, start, end }: Cell): boolean {
  const list = readLine(element, start, end)
  return (
    list.some((t) => t.type === 'word') &&
    list.every(
      (t) =>
        t.type === 'phone' ||
        (t.type === 'word' && (isPerson(withoutBracket(t.text)) || peopleRules.courtesyAlone.test(t.text))),
    )
  )
}

/** Files a cell of which its row or column tells what it holds. */
export function fileCell(context: Context, filer: Filer, kind: LabelKind, cell: Cell): void {
  const range = cellRange(cell)
  filer.nextCell()
  if (kind === 'unit') fileUnitCell(context, filer, cell, range)
  else if (kind === 'address') {
    if (!placeRules.addressLike.test(cell.text)) return
    const end = placeRules.addressEnd.find(cell.text)?.start ?? cell.text.length
    fileAddress(context, filer, end > 3 ? { start: range.start, end: range.start + end } : range)
  } else {
    filer.setLabel(kind, false)
    fileLine(context, filer, readLine(cell.element, cell.start, cell.end, kind === 'phone'))
  }
}

/** Files a cell for units, in which their address or their people may stand behind them: 某分局(示例路22号), 示例市招生办 李老师. */
function fileUnitCell(context: Context, filer: Filer, cell: Cell, range: Range): void {
  const placed = placeRules.unitAddress.at(cell.text, 0)
  if (placed) {
    const [unit, address] = [placed.at('unit')!, placed.at('address')!]
    filer.setUnit(shifted(unit, range.start))
    fileAddress(context, filer, shifted(address, range.start))
    return
  }
  const aside = peopleRules.unitAside.at(cell.text, 0)
  if (aside) {
    const person = shifted((aside.at('person') ?? aside.at('alone'))!, range.start)
    filer.setUnit(shifted(aside.at('unit')!, range.start))
    filer.person(personOf(context, person, (aside.groups.person ?? aside.groups.alone)!), person)
    return
  }
  const list = cell.text.includes(' ') ? readLine(cell.element, cell.start, cell.end) : []
  const [unit, ...people] = list
  const named = unit?.type === 'word' && grammar.unit.test(unit.text) && people.length > 0
  if (!named || !people.every((t) => t.type === 'word' && !t.bracket && isPerson(t.text))) {
    filer.setUnit(range)
    return
  }
  filer.setUnit(unit.range)
  for (const token of people) if (token.type === 'word') filePerson(context, filer, token)
}

/** The printed text of a cell without the white space around it. */
function cellRange(cell: Cell): Range {
  const printed = cell.element.value.slice(cell.start, cell.end)
  const start = cell.element.range.start + cell.start + printed.indexOf(cell.text)
  return { start, end: start + cell.text.length }
}
