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

export const pad = (n: number, width = 2) => (width === 2 && n >= 10 && n < 100 ? String(n) : String(n).padStart(width, '0'))
export const isoDay = (year: number, month: number, day: number): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`

/** Adds days to an ISO day. */
export function addDays(iso: string, days: number): string {
  // Most are few, and of one month.
  const day = Number(iso.slice(8, 10)) + days
  if (day >= 1 && day <= 28) return iso.slice(0, 8) + pad(day)
  return new Date(dayNumber(iso) * DAY_MS + days * DAY_MS).toISOString().slice(0, 10)
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
