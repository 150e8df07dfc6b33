/**
 * `gongwen/calendar`: deadlines and events of notices as iCalendar (RFC 5545). Documented in docs/calendar.md.
 *
 * @packageDocumentation
 */
import type { Notice } from '../index.js'
import type { NoticeSource } from '../office/notices.js'
import { calendarEntries } from './entries.js'
import { writeCalendar } from './ics.js'
import type { CalendarEntry, CalendarOptions, LeftOut } from './types.js'

export { MissingPeerError } from '../batch/sinks/peer.js'
export type { NoticeSource } from '../office/notices.js'
export { calendarEntries } from './entries.js'
export { writeCalendar } from './ics.js'
export type * from './types.js'

/** The calendar of some notices: its text, its entries, and what is not in it. Needs ical-generator. */
export async function toCalendar(
  sources: Iterable<Notice | NoticeSource>,
  options: CalendarOptions = {},
): Promise<{ ics: string; entries: CalendarEntry[]; left: LeftOut[] }> {
  const { entries, left } = calendarEntries(sources)
  return { ics: await writeCalendar(entries, options), entries, left }
}
