/**
 * Working days by the yearly arrangement of the State Council (国务院办公厅关于部分节假日安排的通知): weekends and holidays are
 * off, weekend days that make up for a bridge are worked (调休). Known for the years of the table, and for no other.
 */
import { addDays, daysIn, weekdayOf } from './days.js'
import { ARRANGEMENT } from './working-days.data.js'

/** Days of a year that are not what their weekday says. */
interface Exceptions {
  off: ReadonlySet<string>
  worked: ReadonlySet<string>
}

const years = new Map<number, Exceptions | null>()

function exceptionsOf(year: number): Exceptions | null {
  let found = years.get(year)
  if (found === undefined) {
    const entry = ARRANGEMENT[year]
    found = entry ? { off: new Set(entry.off.split(' ')), worked: new Set(entry.worked.split(' ')) } : null
    years.set(year, found)
  }
  return found
}

function checkDay(iso: string, name: string): void {
  const m = typeof iso === 'string' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) : null
  const [year, month, day] = m ? m.slice(1).map(Number) : []
  if (!year || !month || !day || month > 12 || day > daysIn(year, month))
    throw new TypeError(`${name}: the day must be an ISO day (YYYY-MM-DD)`)
}

/**
 * Whether a day is a working day in mainland China: 调休 included, holidays of one's own trade, province or sex left out.
 *
 * @param iso - ISO day, `YYYY-MM-DD`; anything else throws `TypeError`.
 * @returns `null` for years whose arrangement is not known (before 2004, and those not yet announced).
 */
export function isWorkingDay(iso: string): boolean | null {
  checkDay(iso, 'isWorkingDay')
  const exceptions = exceptionsOf(Number(iso.slice(0, 4)))
  if (!exceptions) return null
  const day = iso.slice(5, 7) + iso.slice(8)
  return weekdayOf(iso) >= 6 ? exceptions.worked.has(day) : !exceptions.off.has(day)
}

/** How working days are counted. */
export interface WorkingDayOptions {
  /** The first day counts too, when it is a working day. By default counting starts on the day after it (民法典, art. 201). */
  inclusive?: boolean
}

/** Terms longer than this are not counted day by day. */
const LONGEST = 2600

/**
 * The last day of a term of `count` working days; a negative `count` counts back.
 *
 * ```ts
 * addWorkingDays('2024-09-27', 5) // '2024-10-10': Sunday 29 September is worked, 1–7 October are off
 * addWorkingDays('2024-03-11', 5, { inclusive: true }) // '2024-03-15'
 * ```
 *
 * @param iso - ISO day from which the term counts; anything else throws `TypeError`.
 * @param count - Working days, a whole number; `0` gives the day itself, as `inclusive` does with `1` on a working day.
 * @returns ISO day, or `null` when the term runs into a year whose arrangement is not known.
 */
export function addWorkingDays(iso: string, count: number, options: WorkingDayOptions = {}): string | null {
  checkDay(iso, 'addWorkingDays')
  if (!Number.isInteger(count)) throw new TypeError('addWorkingDays: count must be a whole number')
  if (Math.abs(count) > LONGEST) return null
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  let day = iso
  if (options.inclusive && left > 0) {
    const first = isWorkingDay(day)
    if (first === null) return null
    if (first) left--
  }
  while (left > 0) {
    day = addDays(day, step)
    const working = isWorkingDay(day)
    if (working === null) return null
    if (working) left--
  }
  return day
}
