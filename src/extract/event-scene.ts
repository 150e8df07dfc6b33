/** What the readers of events share: the elements with their places, and how a title, a name and a place are told. */
import eventsGrammar from '../../grammars/events.js'
import { compile } from '../grammar.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Context, Range } from './define.js'
import { gridsOf } from './grids.js'
import type { RowPlace } from './programme.js'

const grammar = compile(eventsGrammar)

/** What is known of an event besides its time. Ranges of clean text. */
export interface About {
  title: Range | null
  venue: Range | null
  organizers: Range[]
  content: Range | null
}

export const nothing = (): About => ({ title: null, venue: null, organizers: [], content: null })

/** What the readers share: the elements in order with their places, and what the notice itself announces. */
export interface Scene {
  context: Context
  elements: NoticeElement[]
  index: Map<NoticeElement, number>
  rows: Map<NoticeElement, RowPlace>
  notice: Range | null
  /** Elements that begin with a date, and those with the number of an item before it. */
  dated: ReadonlySet<NoticeElement>
  listed: ReadonlySet<NoticeElement>
}

export function sceneOf(context: Context): Scene {
  const elements = context.elements('paragraph')
  const rows = new Map<NoticeElement, RowPlace>()
  for (const grid of gridsOf(context)) for (const row of grid.rows) rows.set(row.element, { grid, row })
  const index = new Map(elements.map((e, i) => [e, i]))
  const dated = new Set<NoticeElement>()
  const listed = new Set<NoticeElement>()
  for (const { element, expression } of context.moments()) {
    if (expression.start === 0) dated.add(element)
    else if (expression.start <= LEAD && grammar.dayLead.test(element.value.slice(0, expression.start)))
      listed.add(element)
  }
  return { context, elements, index, rows, notice: noticeName(context), dated, listed }
}

/** 关于举办…的通知: what the title announces. */
function noticeName(context: Context): Range | null {
  const [element] = context.elements('title')
  const m = element ? grammar.notice.find(element.value) : null
  const at = m?.at('name')
  return element && at ? trimmed(context, at.start + element.range.start, at.end + element.range.start) : null
}

/** What a name or a sentence can begin with. */
const OPENS = /[\p{L}\p{N}“‘《〈「『【"(□☑]/u

/** Range without white space, stops and quotes that were left at its ends. */
export function trimmed(context: Context, start: number, end: number): Range | null {
  const { text } = context
  let a = start
  let b = end
  while (a < b && !OPENS.test(text[a]!)) a++
  while (b > a && /[\s,、:;。]/.test(text[b - 1]!)) b--
  if (text[b - 1] === ')' && !text.slice(a, b).includes('(')) b--
  return b > a ? { start: a, end: b } : null
}

export const shift = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by })

/** Names beside each other: 甲局、乙局和丙大学. */
export function names(context: Context, range: Range): Range[] {
  const out: Range[] = []
  const text = context.text.slice(range.start, range.end)
  let start = 0
  const add = (end: number) => {
    const one = trimmed(context, range.start + start, range.start + end)
    if (one && one.end - one.start >= 2) out.push(one)
  }
  for (const m of grammar.and.all(text)) {
    // 和 joins two bodies; else it is part of a name.
    if (m.groups.word && !(isBody(text.slice(start, m.start)) && isBody(text.slice(m.end)))) continue
    add(m.start)
    start = m.end
  }
  add(text.length)
  return out
}

/** The last word of a venue is looked for among so many characters. */
const VENUE_END = 4

export const isPlace = (text: string) =>
  text.length >= 2 && !grammar.noVenue.test(text) && !grammar.noVenueEnd.test(text.slice(-VENUE_END))

/** The cells of a row, by what their columns are called. */
export function fromRow(scene: Scene, place: RowPlace, time: Range): About {
  const { context } = scene
  const { header } = place.grid
  const about = nothing()
  const { cells } = place.row
  const own = cells.findIndex((c) => c.range.start <= time.start && time.start < c.range.end)
  const column = (i: number) => (header?.cells[i]?.text ?? '').replace(/\s+/g, '')
  let head: Range | null = null
  for (let i = 0; i < cells.length; i++) {
    const { text, range } = cells[i]!
    if (text === '' || i === own) continue
    const name = column(i)
    if (grammar.venueColumn.test(name)) about.venue ??= isPlace(text) ? range : null
    else if (grammar.organizerColumn.test(name)) about.organizers.push(...names(context, range))
    else if (grammar.timeColumn.test(name)) continue
    else if (grammar.titleColumn.test(name) && !about.title) about.title = namedBy(context, range) ?? range
    else if (grammar.contentColumn.test(name)) about.content ??= range
    else if (i < (own < 0 ? cells.length : own) && !/^\d{1,3}$/.test(text)) head ??= range
  }
  if (!about.title && about.content && about.content.end - about.content.start <= 40) {
    about.title = about.content
    about.content = null
  }
  about.title ??= head && namedBy(context, head)
  return about
}

/** The label or heading as a title, when it says what happens: 开标时间 → 开标. */
export function namedBy(context: Context, label: Range): Range | null {
  const { text: whole } = context
  // 【行前培训】
  const boxed = whole[label.start] === '【' && whole[label.end - 1] === '】'
  const range = boxed ? { start: label.start + 1, end: label.end - 1 } : label
  const text = whole.slice(range.start, range.end)
  if (grammar.generic.test(text)) return null
  const at = grammar.named.at(text, 0)?.at('name')
  if (!at) return null
  const verb = grammar.heldFirst.at(text.slice(at.start, at.end), 0)?.end ?? 0
  return trimmed(context, range.start + at.start + verb, range.start + at.end)
}

export const isHeading = (element: NoticeElement) =>
  grammar.heading.test(element.value) || element.block?.marks.some((m) => m.kind === 'heading') === true

/** Whether a title says by its last word that something takes place. */
export const isHappening = ({ text }: Context, { start, end }: Range): boolean =>
  grammar.happening.test(text.slice(start, end))

/** Longest indent before a date that begins its paragraph. */
export const LEAD = 16
