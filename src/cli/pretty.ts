/** A notice for reading: one row a fact, labels in a column of their own. */
import type { Notice } from '../index.js'
import type { FieldName } from './fields.js'
import { type Cell, type Item, ROWS, type Row } from './rows.js'
import { type Piece, pad, paint, width, wrap } from './text.js'

export interface View {
  columns: number
  color: boolean
  /** Empty: all that is there, long values and lists cut. Named fields are shown in full. */
  fields: readonly FieldName[]
}

const LABEL_COLUMN = Math.max(...ROWS.map((row) => width(row.label))) + 2
/** Below this the labels stand on lines of their own. */
const NARROW = 72
const NARROW_MARGIN = 2
const MIN_ROOM = 16
const MAX_LINES = 6
const MAX_ITEMS = 20
const NOTHING: Item = [{ pieces: [{ text: '—', tone: 'dim' }] }]

export function pretty(notice: Notice, view: View): string {
  return `${lines(notice, view)
    .map((line) => paint(line, view.color))
    .join('\n')}\n`
}

/** The line that stands above each of several notices. */
export function heading(file: string, { columns, color }: View): string {
  const [line] = wrap([{ text: `── ${file} `, tone: 'strong' }], columns, 1)
  const rule = '─'.repeat(Math.max(0, columns - width(line!.map(({ text }) => text).join('')) - 1))
  return `${paint([...line!, { text: ` ${rule}`, tone: 'dim' }], color)}\n`
}

function lines(notice: Notice, view: View): Piece[][] {
  const rows = view.fields.length
    ? ROWS.filter((row) => view.fields.includes(row.field))
    : ROWS.filter((row) => !row.named)
  return rows.flatMap((row) => rowLines(row, row.items(notice), view))
}

function rowLines(row: Row, items: Item[], view: View): Piece[][] {
  const named = view.fields.length > 0
  // Dates have several rows, of which the first is a core row: it alone says that there are none.
  if (!items.length)
    return row.core || (named && row.field !== 'dates') ? withLabel(row.label, itemLines(NOTHING, view), view) : []
  const limit = named ? items.length : MAX_ITEMS
  const out = items.slice(0, limit).flatMap((item) => itemLines(item, view))
  if (items.length > limit) out.push(...cellLines({ pieces: [rest(items.length - limit, row)] }, view))
  return withLabel(row.label, out, view)
}

const rest = (count: number, row: Row): Piece => ({
  text: `… ${count} more (--field ${row.field} shows all)`,
  tone: 'dim',
})

const isNarrow = ({ columns }: View) => columns < NARROW
const marginOf = (view: View) => (isNarrow(view) ? NARROW_MARGIN : LABEL_COLUMN)

function withLabel(label: string, values: Piece[][], view: View): Piece[][] {
  const blank: Piece = { text: ' '.repeat(marginOf(view)) }
  if (isNarrow(view)) return [[{ text: label, tone: 'label' }], ...values.map((line) => [blank, ...line])]
  return values.map((line, i) => [i ? blank : { text: pad(label, LABEL_COLUMN), tone: 'label' }, ...line])
}

const itemLines = (item: Item, view: View) => item.flatMap((cell) => cellLines(cell, view))

function cellLines({ lead = '', pieces }: Cell, view: View): Piece[][] {
  const hang = width(lead)
  const room = Math.max(view.columns - marginOf(view) - hang, MIN_ROOM)
  const wrapped = wrap(pieces, room, view.fields.length ? undefined : MAX_LINES)
  return wrapped.map((line, i) => [{ text: i ? ' '.repeat(hang) : lead }, ...line])
}
