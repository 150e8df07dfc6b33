/** From entries to iCalendar (RFC 5545). The one importer of ical-generator, an optional peer. */
import type { ICalCalendar, ICalEventData } from 'ical-generator'
import { peer } from '../batch/sinks/peer.js'
import { dayAfter, isTimed, later, ruleEarlier, wall } from './time.js'
import type { CalendarEntry, CalendarOptions } from './types.js'

const ZONE = 'Asia/Shanghai'

/** One offset since 1991: what a calendar program needs to know of the zone. */
const VTIMEZONE = `BEGIN:VTIMEZONE
TZID:${ZONE}
BEGIN:STANDARD
DTSTART:19910915T000000
TZOFFSETFROM:+0800
TZOFFSETTO:+0800
TZNAME:CST
END:STANDARD
END:VTIMEZONE`

/** Minutes that the event of a moment takes up, ending at it: 24:00 stays on its day. */
const MOMENT = 30

/** A deadline without an hour counts as one of 17:00, the begin of an event without an hour as one of 9:00. */
const OFFICE_CLOSES = 17 * 60
const OFFICE_OPENS = 9 * 60

const ALARMS: readonly number[] = [24 * 60, 2 * 60]

/**
 * Writes entries as one calendar: lines end in CR LF, no line is longer than 75 octets. Without `options.stamp` the same
 * entries give the same bytes.
 *
 * Rejects with `MissingPeerError` where ical-generator is not installed, with `TypeError` on a wrong argument.
 */
export async function writeCalendar(entries: readonly CalendarEntry[], options: CalendarOptions = {}): Promise<string> {
  check(entries, options)
  const ical = await peer(() => import('ical-generator'), 'ical-generator', 'a calendar')
  const calendar = ical.default({
    prodId: { company: 'gongwen', product: 'gongwen', language: 'ZH' },
    timezone: { name: null, generator: () => VTIMEZONE },
  })
  for (const entry of entries) addEntry(calendar, entry, options)
  const todos = new Set(options.as === 'todo' ? entries.filter(isDeadline).map(({ uid }) => uid) : [])
  return `${toTodos(calendar.toString(), todos, new Set(entries.filter(needsStart).map(({ uid }) => uid)))}\r\n`
}

function check(entries: unknown, options: unknown): void {
  const fail = (what: string): never => {
    throw new TypeError(`writeCalendar: ${what}`)
  }
  if (!Array.isArray(entries) || !entries.every((entry: CalendarEntry | null) => typeof entry?.uid === 'string'))
    fail('entries must be a list of entries')
  if (options === null || typeof options !== 'object') fail('options must be an object')
  const { as, alarms, sequence, stamp } = options as Record<keyof CalendarOptions, unknown>
  const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0
  if (as !== undefined && as !== 'event' && as !== 'todo') fail('options.as must be event or todo')
  if (alarms !== undefined && !(Array.isArray(alarms) && alarms.every(isCount)))
    fail('options.alarms must be a list of minutes')
  if (sequence !== undefined && !isCount(sequence)) fail('options.sequence must be a whole number from 0')
  if (stamp !== undefined && !(stamp instanceof Date && !Number.isNaN(stamp.getTime())))
    fail('options.stamp must be a date')
}

const isDeadline = ({ kind }: CalendarEntry) => kind === 'deadline'
const needsStart = ({ start, rule }: CalendarEntry) => start !== undefined || rule !== undefined

function addEntry(calendar: ICalCalendar, entry: CalendarEntry, options: CalendarOptions): void {
  const todo = options.as === 'todo' && isDeadline(entry)
  const when = todo ? todoTimes(entry) : eventTimes(entry)
  const { start, end, rule } = when
  const timed = isTimed(start)
  const event = calendar.createEvent({
    id: entry.uid,
    sequence: options.sequence ?? 0,
    stamp: options.stamp ?? new Date(`${entry.stamp}T00:00:00Z`),
    start: zoned(start),
    ...(end === null ? {} : { end: zoned(end) }),
    allDay: !timed,
    ...(timed ? { timezone: ZONE } : {}),
    summary: entry.summary,
    description: entry.description,
    ...(rule === undefined ? {} : { repeating: rule }),
    ...(entry.location === undefined ? {} : { location: entry.location }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
    categories: [{ name: isDeadline(entry) ? '截止' : '活动' }],
    ...statusOf(entry, todo, timed),
    ...(entry.confidential ? { class: 'CONFIDENTIAL' as ICalEventData['class'] & string } : {}),
  } as ICalEventData)
  for (const minutes of options.alarms ?? ALARMS) {
    const alarm = event.createAlarm({ type: 'display', trigger: triggerOf(entry, timed, minutes, todo) } as never)
    alarm.relatesTo(isDeadline(entry) ? 'END' : 'START')
  }
}

/** A deadline takes no time of the day away. */
const statusOf = (entry: CalendarEntry, todo: boolean, timed: boolean) =>
  todo || (!isDeadline(entry) && timed) ? {} : { transparency: 'TRANSPARENT', busystatus: 'FREE' }

interface Times {
  start: string
  /** Exclusive; null for a moment of which no end is known. */
  end: string | null
  rule?: string
}

function eventTimes({ start, end, rule, kind }: CalendarEntry): Times {
  if (kind === 'event') {
    if (start === end) return isTimed(end) ? { start, end: null } : { start, end: dayAfter(end) }
    return span(start!, end)
  }
  if (start !== undefined) return span(start, end)
  if (!isTimed(end)) return { start: end, end: dayAfter(end), ...(rule === undefined ? {} : { rule }) }
  const earlier = rule === undefined ? undefined : ruleEarlier(rule, MOMENT)
  // It cannot be said earlier: the entry begins at the moment itself.
  if (earlier === null) return { start: end, end: null, rule: rule! }
  return { start: later(end, -MOMENT), end: later(end, 0), ...(earlier === undefined ? {} : { rule: earlier }) }
}

/** Both days, or both minutes: the two ends must be of one kind (RFC 5545, 3.8.2.2). */
function span(start: string, end: string): Times {
  if (!isTimed(start) && !isTimed(end)) return { start, end: dayAfter(end) }
  return {
    start: later(isTimed(start) ? start : `${start}T00:00`, 0),
    end: later(isTimed(end) ? end : `${end}T24:00`, 0),
  }
}

/** `DUE` is the day or the minute itself; `DTSTART` only for a window or a first time. */
function todoTimes({ start, end, rule }: CalendarEntry): Times {
  if (start === undefined) {
    const due = isTimed(end) ? later(end, 0) : end
    return { start: due, end: due, ...(rule === undefined ? {} : { rule }) }
  }
  return isTimed(start) || isTimed(end) ? span(start, end) : { start, end }
}

/** Seconds before (or, below zero, after) the end of a deadline, the begin of an event. */
function triggerOf(entry: CalendarEntry, timed: boolean, minutes: number, todo: boolean): number {
  if (timed) return minutes * 60
  // A whole day ends with its last minute, as a task with its first.
  const back = isDeadline(entry) ? (todo ? -OFFICE_CLOSES : 24 * 60 - OFFICE_CLOSES) : -OFFICE_OPENS
  return (back + minutes) * 60
}

/**
 * A time of the zone's own clock, in the shape that ical-generator takes from Temporal. Of a `Date` it would take the hours
 * of the zone of the machine.
 */
function zoned(iso: string) {
  const date = new Date(wall(iso))
  const plain = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: 0,
    toPlainDate: () => plain,
    toPlainDateTime: () => plain,
    toZonedDateTime: (timeZoneId: string) => ({
      ...plain,
      timeZoneId,
      toInstant: () => ({ epochMilliseconds: date.getTime() }),
      toPlainDateTime: () => plain,
      withTimeZone: () => plain.toZonedDateTime(timeZoneId),
      toJSON: () => iso,
    }),
    toJSON: () => iso,
    toString: () => iso,
  }
  return plain as unknown as NonNullable<ICalEventData['end']>
}

/** What a task has not, or under another name (RFC 5545, 3.6.2). */
const NOT_OF_TODOS = /^(?:X-MICROSOFT-|TRANSP:)/

/**
 * Makes tasks of some events: ical-generator writes none. Its lines are whole properties, their content is escaped, and
 * what is folded begins with a space: no content can look like the lines that are changed here.
 */
function toTodos(text: string, todos: ReadonlySet<string>, withStart: ReadonlySet<string>): string {
  if (!todos.size) return text
  return text.replace(/BEGIN:VEVENT\r\nUID:(.*)\r\n[\s\S]*?\r\nEND:VEVENT/g, (block, uid: string) => {
    if (!todos.has(uid)) return block
    const kept = block.split('\r\n').filter((row) => {
      if (NOT_OF_TODOS.test(row)) return false
      return withStart.has(uid) || !/^DTSTART[;:]/.test(row)
    })
    return kept
      .map((row) => row.replace(/^(BEGIN|END):VEVENT$/, '$1:VTODO').replace(/^DTEND(?=[;:])/, 'DUE'))
      .join('\r\n')
      .replace(/(\r\nSEQUENCE:\d+)/, '$1\r\nSTATUS:NEEDS-ACTION')
  })
}
