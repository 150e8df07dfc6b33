/**
 * The year of a date that is printed without one. The order of contexts is that of `Context.reference`: signature, document
 * number, title, text. A full date shortly before in the same section says it better where the others only tell a year, where
 * theirs would lie in the past or far off, or where the title agrees with it and the signature alone does not.
 */
import datesGrammar from '../../grammars/dates.js'
import { compile } from '../grammar.js'
import { type Reference, type ResolvedDate, resolveExpression } from '../knowledge/calendar.js'
import { addDays, addMonths, isoDay } from '../knowledge/days.js'
import type { Context, Moment } from './define.js'

const dates = compile(datesGrammar)

/** The last date in the text whose year is printed, or was supplied by one before it. */
export interface Anchor {
  moment: Moment
  resolved: ResolvedDate
  /** Offset where its sentence ends. */
  sentenceEnd: number
}

/** How far behind its anchor a date may lie: in the same sentence or paragraph, else in the same section. */
const PARAGRAPH_MONTHS = 6
const SECTION_MONTHS = 3

/** A limit so soon after the signature is plausible as it stands. */
const SOON_DAYS = 120

/** What to resolve a date with: the reference of the notice, or the year of the date before it. */
export function referenceFor(context: Context, moment: Moment, anchor: Anchor | null): Reference {
  const own = context.reference()
  const told = lacksYear(moment) ? clauseYear(moment) : null
  if (told !== null && told !== own.year) return { year: told }
  if (!anchor || !lacksYear(moment) || anchor.moment.element.zone !== moment.element.zone) return own
  const from = anchor.resolved.start.slice(0, 10)
  const year = Number(from.slice(0, 4))
  if (year === own.year) return own
  const near: Reference = { year, month: Number(from.slice(5, 7)) }
  const there = resolveExpression(moment.expression, near)
  if (!there || there.start.slice(0, 10) < from) return own
  const same = moment.element === anchor.moment.element
  if (there.start.slice(0, 10) > addMonths(from, same ? PARAGRAPH_MONTHS : SECTION_MONTHS)) return own
  return prefers(context, moment, anchor, own, year) || isWithin(anchor, moment, there) ? near : own
}

/** How much of the words before a date may tell its year. */
const LEAD = 40

function clauseYear({ element, expression }: Moment): number | null {
  const m = dates.clauseYear.find(element.value.slice(Math.max(0, expression.start - LEAD), expression.start))
  return m ? Number(m.groups.y) : null
}

const lacksYear = ({ expression: { first, last, yearBefore } }: Moment): boolean =>
  first.year === undefined &&
  first.yearShift === undefined &&
  yearBefore === undefined &&
  first.month !== undefined &&
  last?.year === undefined &&
  last?.yearShift === undefined

/** (三)总结阶段(2025年4月至5月)。…5月10日前: whether a date lies in the time that the paragraph it stands in is about. */
const isWithin = (anchor: Anchor, moment: Moment, there: ResolvedDate): boolean =>
  anchor.moment.expression.last !== null &&
  anchor.moment.element === moment.element &&
  there.end.slice(0, 10) <= anchor.resolved.end.slice(0, 10)

function prefers(context: Context, moment: Moment, anchor: Anchor, own: Reference, year: number): boolean {
  if (own.year === undefined) return true
  // A title or a number tells a year and no day.
  if (own.month === undefined) return !context.known.documentNumber?.year || sameSection(context, anchor, moment)
  if (year < own.year) return false
  const here = resolveExpression(moment.expression, own)
  if (!here || here.start.slice(0, 4) === String(year)) return true
  if (moment.range.start < anchor.sentenceEnd) return true
  if (!sameSection(context, anchor, moment)) return false
  const signed = isoDay(own.year, own.month, own.day ?? 1)
  const soon = here.end.slice(0, 10) >= signed && here.end.slice(0, 10) <= addDays(signed, SOON_DAYS)
  return !soon || (titleYear(context) === year && context.known.documentNumber?.year !== own.year)
}

/** The year that the title names, or null. */
export function titleYear(context: Context): number | null {
  const m = context.known.title ? dates.year.find(context.known.title.text) : null
  return m ? Number(m.groups.y) : null
}

/** No heading of the first level stands between the two. */
function sameSection(context: Context, anchor: Anchor, moment: Moment): boolean {
  const from = anchor.moment.element
  if (from === moment.element) return true
  const elements = context.elements('paragraph')
  for (let i = elements.indexOf(from) + 1; i < elements.length && elements[i] !== moment.element; i++)
    if (dates.section.test(elements[i]!.value)) return false
  return !dates.section.test(moment.element.value)
}
