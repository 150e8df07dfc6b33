/** Days and minutes as they are printed on the page. */
import type { NoticeDate } from '../index.js'
import type { Words } from './words.js'

/** `2024-05-28T09:00` → `2024-05-28 09:00`. */
export const moment = (iso: string): string => iso.replace('T', ' ')

const LENGTH = { year: 4, month: 7, day: 10, minute: 16 }

/** A month or a year is shown as long as it is. */
export function period({ start, end, precision }: Pick<NoticeDate, 'start' | 'end' | 'precision'>): string {
  const from = moment(start).slice(0, LENGTH[precision])
  const to = moment(end).slice(0, LENGTH[precision])
  if (from === to) return from
  const sameDay = precision === 'minute' && from.slice(0, 10) === to.slice(0, 10)
  return sameDay ? `${from}–${to.slice(11)}` : `${from} — ${to}`
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})/

/** Days since 1970, or null where there is no day. */
export function dayNumber(iso: string): number | null {
  const m = DAY.exec(iso)
  return m ? Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])) / 86_400_000 : null
}

/** Day of the week in the page's language. */
export function weekday(iso: string, { weekdays }: Words): string {
  const day = dayNumber(iso)
  return day === null ? '' : weekdays[(((day + 4) % 7) + 7) % 7]!
}
