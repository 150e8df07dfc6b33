/** One entry of a calendar. Times are ISO 8601 days or minutes of China Standard Time, as in a notice; 24:00 occurs. */
export interface CalendarEntry {
  /** The same on every run for the same deadline or event of the same notice. */
  uid: string
  kind: 'deadline' | 'event'
  summary: string
  /** Lines of what else the notice says. */
  description: string
  /** Begin of an event or of a deadline's window; absent for a deadline that has none. */
  start?: string
  /** Last day or minute: until when a deadline can be kept, when an event ends. With `rule`: of the first time. */
  end: string
  /** RFC 5545 recurrence rule (value of `RRULE`). */
  rule?: string
  location?: string
  /** http or https. */
  url?: string
  /** Whether the notice bears a classification (密级). */
  confidential: boolean
  /** The day of the notice: 1970-01-01 where it tells none. */
  stamp: string
}

/**
 * Why something is not in the calendar.
 *
 * - `relative`: its day cannot be counted from the notice (收到通知之日起…) and no rule says when it recurs;
 * - `no-first-day`: it recurs, but the notice has no day from which on;
 * - `too-coarse`: no more than its year is known;
 * - `repeated`: another notice or another place of the same notice says the same.
 */
export type LeftReason = 'relative' | 'no-first-day' | 'too-coarse' | 'repeated'

/** A deadline or event that is not in the calendar, and why. */
export interface LeftOut {
  kind: CalendarEntry['kind']
  reason: LeftReason
  /** As printed. */
  text: string
  /** What was to be done, or what happens. */
  what: string
  /** Index of the notice among those given. */
  notice: number
}

/** What `toCalendar` can be told. */
export interface CalendarOptions {
  /** Deadlines as events (VEVENT, default) or as tasks (VTODO). */
  as?: 'event' | 'todo'
  /** Minutes before the end of a deadline or the begin of an event at which to remind. Default a day and two hours. */
  alarms?: readonly number[]
  /** `SEQUENCE` of all entries (RFC 5545, 3.8.7.4). Default 0. */
  sequence?: number
  /** `DTSTAMP` of all entries. Default: the day of each notice. */
  stamp?: Date
}
