/**
 * Programmes: days as headings with times of day below them, in lines or in the rows of a table. A time of day alone is
 * no date; here it gets its day.
 */
import eventsGrammar from '../../grammars/events.js'
import { compile, type Match } from '../grammar.js'
import { hourIn, numeral } from '../knowledge/expressions.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Context, Moment, Range } from './define.js'
import { type Grid, type GridRow, gridsOf } from './grids.js'

const grammar = compile(eventsGrammar)

/** One time of day under its day. */
export interface Session {
  day: Moment
  element: NoticeElement
  /** The printed time, and what stands behind it on its line. */
  range: Range
  rest: Range
  /** HH:mm */
  start: string
  end: string
  place: RowPlace | null
}

/** A row of a table with a head. */
export interface RowPlace {
  grid: Grid
  row: GridRow
}

export interface Programme {
  sessions: Session[]
  /** Days that head sessions or are one of several days of a programme. */
  days: Set<Moment>
}

const cache = new WeakMap<Context, Programme>()

export function programmeOf(context: Context): Programme {
  let programme = cache.get(context)
  if (!programme) {
    programme = { sessions: [], days: new Set() }
    const byElement = momentsByElement(context)
    if (byElement.size) {
      inLines(context, byElement, programme)
      inTables(context, byElement, programme)
    }
    cache.set(context, programme)
  }
  return programme
}

function momentsByElement(context: Context): Map<NoticeElement, Moment[]> {
  const out = new Map<NoticeElement, Moment[]>()
  for (const moment of context.moments()) {
    const list = out.get(moment.element)
    if (list) list.push(moment)
    else out.set(moment.element, [moment])
  }
  return out
}

/** How many lines below its day a time is looked for. */
const REACH = 40

const isDay = ({ expression }: Moment) => expression.first.day !== undefined && !expression.open

/** The day that a line consists of, but for its number, weekday and half; or the `several` days from one to another. */
function headingDay(element: NoticeElement, moments: readonly Moment[] | undefined, several = false): Moment | null {
  const { value } = element
  if (!moments || element.type !== 'paragraph' || value.length > 40 || value.includes('\t')) return null
  const [moment] = moments
  if (!moment || moments.length > 1 || !isDay(moment) || (moment.expression.last !== null) !== several) return null
  if (moment.expression.first.hour !== undefined) return null
  const { start, end } = moment.expression
  return grammar.dayLead.test(value.slice(0, start)) && grammar.dayRest.test(value.slice(end)) ? moment : null
}

function inLines(context: Context, byElement: Map<NoticeElement, Moment[]>, out: Programme): void {
  const elements = context.elements()
  for (let i = 0; i < elements.length; i++) {
    const day = headingDay(elements[i]!, byElement.get(elements[i]!))
    const days = day ?? headingDay(elements[i]!, byElement.get(elements[i]!), true)
    const next = elements[i + 1]
    if (days && next && !byElement.has(next) && grammar.allDay.test(next.value)) out.days.add(days)
    if (!day) continue
    const tail = elements[i]!.value.slice(day.expression.start)
    let half = tail.includes('下午') ? '下午' : tail.includes('晚') ? '晚' : ''
    for (let k = i + 1; k < elements.length && k - i < REACH; k++) {
      const element = elements[k]!
      if (element.zone !== elements[i]!.zone || element.type !== 'paragraph') break
      // 15:00 集市开市(至11月10日): a day that the line of an hour tells of heads nothing.
      if (byElement.has(element) && !grammar.clock.at(element.value, 0)) break
      const apart = grammar.half.find(element.value)
      if (apart) {
        half = apart.groups.ap!
        continue
      }
      const clock =
        element.value.length <= 200 && !element.value.includes('\t') ? grammar.clock.at(element.value, 0) : null
      if (!clock) {
        if (grammar.topHeading.test(element.value)) break
        continue
      }
      const session = sessionOf(day, element, 0, clock, half, element.value.length, null)
      if (session) {
        out.sessions.push(session)
        out.days.add(day)
      }
    }
  }
}

/** Rows whose day stands in one cell, their own or one above, and whose time in another. */
function inTables(context: Context, byElement: Map<NoticeElement, Moment[]>, out: Programme): void {
  for (const grid of gridsOf(context)) {
    if (grid.kind !== 'table' || !grid.header) continue
    const columns = grid.header.cells.map(
      (c) => grammar.timeColumn.test(c.text) && !grammar.notEventColumn.test(c.text),
    )
    if (!columns.includes(true)) continue
    const programmed = grid.header.cells.some((c) => grammar.venueColumn.test(c.text))
    let day: Moment | null = dayAbove(context, grid, byElement)
    for (const row of grid.rows) {
      const own = byElement.get(row.element)?.filter((m) => isDay(m) && inColumn(row, m.range.start, columns))
      if (own?.length) {
        day = own[0]!
        if (programmed) for (const m of own) out.days.add(m)
      }
      if (!day || own?.some((m) => m.expression.first.hour !== undefined)) continue
      const at = row.cells.findIndex((c, i) => (columns[i] || i === 0) && grammar.clock.at(c.text, 0) !== null)
      const cell = row.cells[at]
      const clock = cell ? grammar.clock.at(cell.text, 0) : null
      if (!cell || !clock) continue
      // Hours beside several days (5月13日—17日 | 8:00—11:30) are those of every one of them.
      const spans = (own ?? [day]).filter((m) => m.expression.last)
      for (const m of spans) out.days.add(m)
      if (spans.length) continue
      const offset = cell.range.start - row.element.range.start
      const session = sessionOf(day, row.element, offset, clock, '', offset + cell.text.length, { grid, row })
      if (session) {
        out.sessions.push(session)
        out.days.add(day)
      }
    }
  }
}

function inColumn(row: GridRow, offset: number, columns: readonly boolean[]): boolean {
  const i = row.cells.findIndex((c) => c.text !== '' && c.range.start <= offset && offset < c.range.end)
  return i === 0 || columns[i] === true
}

/** How far above a table the day that it is for may stand. */
const ABOVE = 3

function dayAbove(context: Context, grid: Grid, byElement: Map<NoticeElement, Moment[]>): Moment | null {
  const elements = context.elements()
  for (let k = grid.first - 1; k >= 0 && grid.first - k <= ABOVE; k--) {
    const element = elements[k]!
    if (element.zone !== elements[grid.first]!.zone || element.value.includes('\t') || element.value.length > 80)
      return null
    const moments = byElement.get(element)
    if (!moments) continue
    const [moment] = moments
    return moment && moments.length === 1 && isDay(moment) && !moment.expression.last ? moment : null
  }
  return null
}

function sessionOf(
  day: Moment,
  element: NoticeElement,
  offset: number,
  clock: Match,
  half: string,
  until: number,
  place: RowPlace | null,
): Session | null {
  const g = clock.groups
  const start = timeOf(g.ap ?? half, g.h!, g.mi ?? g.mi2, g.half)
  const end = g.h2 ? timeOf(g.ap2 ?? g.ap ?? half, g.h2, g.mi3 ?? g.mi4, g.half2) : start
  if (!start || !end || end < start) return null
  const base = element.range.start + offset
  const at = clock.at('expression')!
  return {
    day,
    element,
    range: { start: base + at.start, end: base + at.end },
    rest: { start: base + clock.end, end: element.range.start + until },
    start,
    end,
    place,
  }
}

function timeOf(part: string, hours: string, minutes: string | undefined, half: string | undefined): string | null {
  const hour = hourIn(part, numeral(hours))
  const minute = half ? 30 : numeral(minutes ?? '0')
  if (!(hour <= 24) || minute > 59) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
