/**
 * Tables in which each label has its value in the next cell or behind its colon, two contact points side by side or one
 * after the other: 招标人 | 某局 | 招标代理机构 | 某公司 ↵ 联系人 | 李明 | 联系人 | 王工. So tenders print whom to ask.
 */
import type { NoticeElement } from '../../parse/tree.js'
import type { Context } from '../define.js'
import { closed } from '../grids.js'
import type { Filer } from './filer.js'
import { grammar, kindOf, type LabelKind } from './rules.js'
import { type Cell, fileCell } from './tables.js'

/** How many rows such a table has at most. */
const ROWS = 16

interface Pair {
  kind: LabelKind
  /** Whose detail it is, where its label says so (采购人|联系人); empty where not. */
  party: string
  value: Cell
}

/** Files a table of labels and values that begins at an element; how many elements it takes, 0 where there is none. */
export function filePairedCells(
  context: Context,
  filer: Filer,
  elements: readonly NoticeElement[],
  from: number,
): number {
  const rows: Pair[][] = []
  for (let k = from; k < elements.length && k < from + ROWS; k++) {
    const pairs = pairsOfRow(elements[k]!)
    if (!pairs.length) break
    rows.push(pairs)
  }
  if (!isContacts(rows)) return 0
  for (const group of areColumns(rows) ? columnsOf(rows) : partiesOf(rows)) {
    filer.endGroup()
    if (!group.some(({ party }) => grammar.otherParty.test(party)))
      for (const { kind, value } of group.sort((a, b) => Number(b.kind === 'unit') - Number(a.kind === 'unit')))
        fileCell(context, filer, kind, value)
  }
  filer.endGroup()
  return rows.length
}

/** Rows of several pairs, somewhere a number, and the name of a party, or else whom or where to ask of one that is not named. */
function isContacts(rows: readonly Pair[][]): boolean {
  const pairs = rows.flat()
  if (rows.length > 1 && rows.every((row) => row.length === 1)) return isVertical(pairs)
  if (rows.filter((row) => row.length > 1).length < 2) return false
  if (!pairs.some(isNumber)) return false
  if (pairs.some(({ kind, party, value }) => kind === 'unit' && party && value.text)) return true
  return pairs.every(({ kind, party, value }) => kind !== 'account' && !party && value.text) && isReached(pairs)
}

const isNumber = ({ kind, value }: Pair): boolean => kind === 'phone' && /\d{5}/.test(value.text)

/** 名称 | 某医院 ↵ 地址 | … ↵ 联系方式 | 李明 0100-…: one label a row, a number, and whose it is. */
const isVertical = (pairs: readonly Pair[]): boolean =>
  pairs.some(isNumber) &&
  pairs.some(({ kind, value }) => (kind === 'unit' || kind === 'person' || kind === 'address') && value.text !== '') &&
  pairs.every(({ kind, value }) => kind !== 'account' && value.text !== '')

const isReached = (pairs: readonly Pair[]): boolean =>
  pairs.some(({ kind }) => kind === 'person') && pairs.some(({ kind }) => kind === 'email' || kind === 'address')

/** The pairs of a row; none where a cell is neither label nor value. */
function pairsOfRow(element: NoticeElement): Pair[] {
  if (!element.value.includes('\t')) return []
  const cells = cellsOf(element)
  const out: Pair[] = []
  /** 1.采购人信息 | 名称 | 某局: what the rows beside a merged cell are about. */
  let section = ''
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!
    const colon = cell.text.indexOf(':')
    const head = headOf(cell.text)
    if (!head) {
      if (i === 0 && cells.length > 2 && grammar.sectionCell.test(cell.text)) section = cell.text
      else if (cell.text) return []
      continue
    }
    const inside =
      colon < 0 ? null : part(element, cell.start + element.value.slice(cell.start).indexOf(':') + 1, cell.end)
    const beside = inside?.text || headOf(cells[i + 1]?.text ?? '') ? null : cells[i + 1]
    if (!inside?.text && beside) i++
    const value = inside?.text ? inside : (beside ?? part(element, cell.end, cell.end))
    out.push({ kind: head.kind, party: head.party || section, value })
  }
  return out
}

function cellsOf(element: NoticeElement): Cell[] {
  const out: Cell[] = []
  for (let start = 0; start <= element.value.length; start = out.at(-1)!.end + 1) {
    const tab = element.value.indexOf('\t', start)
    out.push(part(element, start, tab < 0 ? element.value.length : tab))
  }
  return out
}

const part = (element: NoticeElement, start: number, end: number): Cell => ({
  text: element.value.slice(start, end).trim(),
  element,
  start,
  end,
})

/** What the label of a cell says that its value is, and whose. */
function headOf(cell: string): Pick<Pair, 'kind' | 'party'> | null {
  const colon = cell.indexOf(':')
  const text = colon < 0 ? cell : cell.slice(0, colon)
  if (!text || text.length > 24) return null
  const m = grammar.pairHead.at(closed(text), 0)
  if (!m) return null
  const party = m.groups.party ?? ''
  return { kind: kindOf(m) ?? 'unit', party }
}

/** Whether the rows say the same of one party in each column. */
function areColumns(rows: readonly Pair[][]): boolean {
  const wide = rows.filter((row) => row.length > 1)
  return wide.filter(([one, other]) => one!.kind === other!.kind).length * 2 > wide.length
}

function columnsOf(rows: readonly Pair[][]): Pair[][] {
  const columns: Pair[][] = []
  for (const row of rows)
    for (const [i, pair] of row.entries()) {
      const column = columns[i]
      if (column) column.push(pair)
      else columns.push([pair])
    }
  return columns
}

/** What is said of each party, whose label names it or who was named last. */
function partiesOf(rows: readonly Pair[][]): Pair[][] {
  const groups = new Map<string, Pair[]>()
  let last = ''
  for (const pair of rows.flat()) {
    last = pair.party || last
    const group = groups.get(last)
    if (group) group.push(pair)
    else groups.set(last, [pair])
  }
  return [...groups.values()]
}
