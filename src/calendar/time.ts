/** Days and minutes of China Standard Time, as the fields of a notice give them: `2024-05-06`, `2024-05-06T24:00`. */

const DAY = 86_400_000
const MINUTE = 60_000

/** Milliseconds of the wall clock, counted as if it were UTC. 24:00 is the next day's 0:00; a day counts from 0:00. */
export const wall = (iso: string): number => {
  const [year, month, day, hour = 0, minute = 0] = iso.split(/[-T:]/).map(Number) as [number, number, number]
  return Date.UTC(year, month - 1, day, hour, minute)
}

export const isTimed = (iso: string): boolean => iso.length > 10

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export const dayAfter = (iso: string): string => day(wall(iso.slice(0, 10)) + DAY)

/** An ISO minute some minutes later. */
export const later = (iso: string, minutes: number): string =>
  new Date(wall(iso) + minutes * MINUTE).toISOString().slice(0, 16)

type Parts = Readonly<Record<string, string[] | undefined>>

const partsOf = (rule: string): Parts =>
  Object.fromEntries(
    rule.split(';').map((part) => {
      const [name, values = ''] = part.split('=')
      return [name, values.split(',')]
    }),
  )

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** More days than between two 29 February. */
const HORIZON = 366 * 9

/**
 * The first day on or after `from` on which a rule falls, with its hour where the rule has one; null where there is none.
 * Of RFC 5545 (3.3.10) it knows what `Deadline.recurrence` holds.
 */
export function firstOf(rule: string, from: string): string | null {
  const parts = partsOf(rule)
  const start = wall(from.slice(0, 10))
  for (let n = 0; n < HORIZON; n++) {
    const ms = start + n * DAY
    if (!fallsOn(parts, new Date(ms))) continue
    const hour = parts.BYHOUR?.map(Number).sort((a, b) => a - b)[0]
    if (hour === undefined) return day(ms)
    return later(day(ms), hour * 60 + Number(parts.BYMINUTE?.[0] ?? 0))
  }
  return null
}

function fallsOn({ BYMONTH, BYMONTHDAY, BYDAY, BYSETPOS }: Parts, date: Date): boolean {
  if (BYMONTH && !BYMONTH.includes(String(date.getUTCMonth() + 1))) return false
  const monthDay = date.getUTCDate()
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  if (BYMONTHDAY) {
    const days = BYMONTHDAY.map(Number).map((d) => (d < 0 ? length + 1 + d : d))
    // BYSETPOS=-1: of the days that the month has, the last.
    const due = BYSETPOS ? [Math.max(...days.filter((d) => d <= length))] : days
    if (!due.includes(monthDay)) return false
  }
  if (!BYDAY) return true
  return BYDAY.some((item) => {
    if (WEEKDAYS[date.getUTCDay()] !== item.slice(-2)) return false
    const nth = Number(item.slice(0, -2))
    return nth === 0 || (nth > 0 ? Math.ceil(monthDay / 7) === nth : Math.ceil((length - monthDay + 1) / 7) === -nth)
  })
}

/**
 * The rule for entries that begin some minutes (less than an hour) before it, or null where the day would change and the
 * rule could not say so.
 */
export function ruleEarlier(rule: string, minutes: number): string | null {
  const { BYHOUR, BYMINUTE, FREQ } = partsOf(rule)
  if (!BYHOUR) return rule
  const minute = Number(BYMINUTE?.[0] ?? 0) - minutes
  const hours = BYHOUR.map((hour) => Number(hour) - (minute < 0 ? 1 : 0))
  if (hours.some((hour) => hour < 0) && FREQ?.[0] !== 'DAILY') return null
  const rest = rule.split(';').filter((part) => !/^BY(?:HOUR|MINUTE)=/.test(part))
  const earlier = hours.map((hour) => (hour + 24) % 24).sort((a, b) => a - b)
  return [...rest, `BYHOUR=${earlier.join()}`, `BYMINUTE=${(minute + 60) % 60}`].join(';')
}
