/** Days of the calendar: ISO strings, adding, weekdays. */

/** Days of a month. */
export const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : month === 4 || month === 6 || month === 9 || month === 11
      ? 30
      : 31

export const pad = (n: number, width = 2) =>
  width === 2 && n >= 10 && n < 100 ? String(n) : String(n).padStart(width, '0')
export const isoDay = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`

/** Adds days to an ISO day. */
export function addDays(iso: string, days: number): string {
  // Most are few, and of one month.
  const day = Number(iso.slice(8, 10)) + days
  if (day >= 1 && day <= 28) return iso.slice(0, 8) + pad(day)
  return isoOf(dayNumber(iso) + days)
}

/** Days of four hundred years, of a hundred and of four, of which the last year alone has a leap day. */
const DAYS_400 = 146_097
const DAYS_100 = 36_524
const DAYS_4 = 1461
/** From 1 March of the year 0 to 1 January 1970. */
const EPOCH = 719_468

/** The ISO day that lies so many days after 1 January 1970. Years are counted from March on, so that a leap day is their last. */
function isoOf(number: number): string {
  const from = number + EPOCH
  const era = Math.floor(from / DAYS_400)
  const inEra = from - era * DAYS_400
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / (DAYS_4 - 1)) + Math.floor(inEra / DAYS_100) - Math.floor(inEra / (DAYS_400 - 1))) /
      365,
  )
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * inYear + 2) / 153)
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return isoDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}

/** Adds months to an ISO day; a day that the month lacks becomes its last. */
export function addMonths(iso: string, months: number): string {
  const [y, m, d] = iso.slice(0, 10).split('-').map(Number) as [number, number, number]
  const index = y * 12 + (m - 1) + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  return isoDay(year, month, Math.min(d, daysIn(year, month)))
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (iso: string): number => ((((dayNumber(iso) + 3) % 7) + 7) % 7) + 1

const DAY_MS = 86_400_000
/** Days since 1 January 1970, a Thursday. */
const dayNumber = (iso: string): number =>
  Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / DAY_MS
