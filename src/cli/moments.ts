/** Days, periods and terms as a clerk reads them. */
import type { Deadline, NoticeDate, RelativeTerm } from '../index.js'
import type { Piece } from './text.js'

const LENGTH = { year: 4, month: 7, day: 16, minute: 16 }

const moment = (iso: string) => iso.replace('T', ' ')

/** `2024-05-11 → 2024-06-10`; a month or a year is shown as long as it is. */
export function period({ start, end, precision }: Pick<NoticeDate, 'start' | 'end' | 'precision'>): string {
  const from = moment(start).slice(0, LENGTH[precision])
  const to = moment(end).slice(0, LENGTH[precision])
  return from === to ? from : `${from} → ${to}`
}

export function impliedMark(implied: readonly string[]): Piece[] {
  return implied.length ? [{ text: ` (${implied.join(' and ')} implied)`, tone: 'warning' }] : []
}

/** The words as they are printed. */
export const quoted = (text: string): Piece => ({ text: `「${text}」`, tone: 'dim' })

/** A deadline does not say what was implied; its words do: a month without a year, or no month at all. */
function dueMark({ text, due }: Deadline): Piece[] {
  if (!due || /年|\d{4}/.test(text)) return []
  if (/[\d元一二三四五六七八九十]月|\d[./-]\d/.test(text)) return impliedMark(['year'])
  return [{ text: ' (computed)', tone: 'warning' }]
}

const UNITS: Record<RelativeTerm['unit'], string> = {
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  workingDay: 'working day',
  month: 'month',
  year: 'year',
}

/** `within 5 working days after 收到通知`, `30 days before 启运`, `7 days of 公示`, `every quarter`. */
function term({ text, amount, unit, after }: RelativeTerm): string {
  const name = UNITS[unit]
  const some = amount === 1 ? `1 ${name}` : `${amount} ${name}s`
  if (after && /期限?[为是]/.test(text)) return `${some} of ${after}`
  if (after) return /前$/.test(text) ? `${some} before ${after}` : `within ${some} after ${after}`
  if (!text.includes('每')) return `within ${some}`
  if (unit === 'month' && amount === 3) return 'every quarter'
  return amount === 1 ? `every ${name}` : `every ${some}`
}

function when({ due, from, relative }: Deadline): string {
  if (due) return from ? `${moment(from)} → ${moment(due)}` : `by ${moment(due)}`
  if (relative) return term(relative)
  return from ? `from ${moment(from)}` : 'no fixed day'
}

/** When a deadline falls: the day, the window or the relative term, and the words it was read from. */
export function due(deadline: Deadline): Piece[] {
  const counted: Piece[] =
    deadline.due && deadline.relative ? [{ text: ` = ${term(deadline.relative)}` }] : dueMark(deadline)
  return [{ text: when(deadline), tone: 'strong' }, ...counted, { text: ' ' }, quoted(deadline.text)]
}
