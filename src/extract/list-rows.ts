/**
 * Lists of what takes place, set with blanks that stand in no line: 项目  日期  地点 ↵ 田径  4月25日-27日  市体育场. A line of heads
 * tells what the pieces of the lines below it are.
 */
import eventsGrammar from '../../grammars/events.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Context, Moment, Range } from './define.js'
import { trimmed } from './event-scene.js'
import { closed } from './grids.js'

const grammar = compile(eventsGrammar)

/** What a line of a list says: when, what and where. */
export interface ListRow {
  moment: Moment
  title: Range | null
  venue: Range | null
}

const cache = new WeakMap<Context, Map<NoticeElement, ListRow>>()

/** Longest list that is read. */
const ROWS = 200

/** The lines of lists, each with what it says; computed once. */
export function listRows(context: Context): ReadonlyMap<NoticeElement, ListRow> {
  let rows = cache.get(context)
  if (!rows) {
    rows = new Map()
    cache.set(context, rows)
    const firsts = new Map<NoticeElement, Moment>()
    for (const moment of context.moments()) if (!firsts.has(moment.element)) firsts.set(moment.element, moment)
    const elements = context.elements('paragraph')
    for (let i = 0; firsts.size && i + 1 < elements.length; i++)
      if (grammar.listHead.test(elements[i]!.value)) readList(context, elements, i, firsts, rows)
  }
  return rows
}

type Column = 'time' | 'place' | 'title' | null

function readList(
  context: Context,
  elements: readonly NoticeElement[],
  head: number,
  firsts: ReadonlyMap<NoticeElement, Moment>,
  rows: Map<NoticeElement, ListRow>,
): void {
  const columns = columnsOf(elements[head]!.value)
  const time = columns.indexOf('time')
  if (time < 0) return
  for (let i = head + 1; i < elements.length && i - head <= ROWS; i++) {
    const element = elements[i]!
    const moment = firsts.get(element)
    if (!moment && (!element.value.includes('  ') || grammar.listHead.test(element.value))) return
    const row = moment && rowOf(context, element, moment, columns, time)
    if (moment && !row) return
    if (row) rows.set(element, row)
  }
}

/** What each head says that stands below it; the first that is neither a time nor a place tells what takes place. */
function columnsOf(head: string): Column[] {
  let titled = false
  return head
    .trim()
    .split(/ {2,}/)
    .map((label) => {
      const text = closed(label)
      if (grammar.timeColumn.test(text)) return 'time'
      if (grammar.placeHead.test(text)) return 'place'
      if (titled || grammar.notTitleHead.test(text)) return null
      titled = true
      return 'title'
    })
}

/** Longest piece before the day: a longer one is a sentence. */
const PIECE = 40

function rowOf(
  context: Context,
  element: NoticeElement,
  moment: Moment,
  columns: readonly Column[],
  time: number,
): ListRow | null {
  const { value, range } = element
  const { start, end } = moment.expression
  const before = value.slice(0, start)
  if (before.length > PIECE || /[。;:]/.test(before)) return null
  const row: ListRow = { moment, title: null, venue: null }
  const piece = (from: number, to: number) => trimmed(context, range.start + from, range.start + to)
  if (columns.slice(0, time).includes('title')) row.title = piece(0, start)
  // What stands in brackets behind the day is said of it.
  let at = end + (grammar.aside.at(value, end)?.text.length ?? 0)
  for (const column of columns.slice(time + 1)) {
    while (value[at] === ' ') at++
    if (at >= value.length) break
    const gap = value.indexOf('  ', at)
    const stop = gap < 0 ? value.length : gap
    if (column === 'title') row.title = piece(at, stop)
    else if (column === 'place') row.venue = piece(at, stop)
    at = stop
  }
  return row
}
