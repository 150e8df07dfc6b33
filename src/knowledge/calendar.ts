/**
 * Dates as official documents write them, and what they mean: ranges with parts left out, months and years supplied
 * from context, times. Chinese numerals. What official prose leaves over (下周三上午9时) is read by chrono-node.
 */
import datesGrammar from '../../grammars/dates.js'
import { compile } from '../grammar.js'
import { addDays, daysIn, isoDay, pad, weekdayOf } from './days.js'
import type { DateExpression, Side } from './expressions.js'
import { spokenDays } from './spoken-days.js'

const grammar = compile(datesGrammar)

/** What is known of the time at which a notice speaks. */
export interface Reference {
  year?: number
  month?: number
  day?: number
}

/** ISO dates of an expression. */
export interface ResolvedDate {
  start: string
  end: string
  precision: 'minute' | 'day' | 'month' | 'year'
  implied: ('year' | 'month')[]
}

/** Half a year, roughly: how far a date without a year may lie before the day of signing. */
const BACKWARD_MONTHS = 6

/** Hours that run backwards reach over midnight only from an evening to a morning. */
const EVENING = 17
const NOON = 12

/** Turns an expression into ISO dates; null when no year can be had for it. The end lies before the start where it is printed so. */
export function resolveExpression(expression: DateExpression, reference: Reference): ResolvedDate | null {
  const { first, last } = expression
  if (first.weekday !== undefined) return resolveWeekday(expression, reference)
  const implied = new Set<'year' | 'month'>()
  let year =
    first.year ??
    expression.yearBefore ??
    (first.yearShift !== undefined && reference.year !== undefined ? reference.year + first.yearShift : undefined)
  let month = first.month
  if (month === undefined && first.monthShift !== undefined && reference.month !== undefined) {
    month = reference.month + first.monthShift
    year ??= reference.year
    if (year !== undefined && month > 12) {
      year++
      month -= 12
    } else if (year !== undefined && month < 1) {
      year--
      month += 12
    }
    // 5日前, said on the 20th, is next month's.
    if (
      first.day !== undefined &&
      reference.day !== undefined &&
      first.monthShift === 0 &&
      first.day < reference.day &&
      year !== undefined
    ) {
      month = month === 12 ? 1 : month + 1
      if (month === 1) year++
    }
    implied.add('month')
  }
  // A day whose month nobody tells (21日前) is not guessed.
  if (month === undefined && first.day !== undefined) return null
  if (year === undefined && last?.year !== undefined) {
    year = month !== undefined && last.month !== undefined && month > last.month ? last.year - 1 : last.year
    implied.add('year')
  }
  if (year === undefined) {
    if (reference.year === undefined) return null
    year = reference.year
    // A January that follows a signature in December is next year's.
    if (month !== undefined && reference.month !== undefined && month < reference.month - BACKWARD_MONTHS) year++
    implied.add('year')
  }
  if (first.year === undefined) implied.add('year')
  const a = bounds(year, month, first)
  if (!a) return null
  let b = a
  if (last) {
    let lastYear =
      last.year ??
      (last.yearShift !== undefined && reference.year !== undefined ? reference.year + last.yearShift : year)
    const lastMonth = last.month ?? month
    if (last.year === undefined && lastMonth !== undefined && month !== undefined && lastMonth < month)
      lastYear = year + 1
    const resolved = bounds(lastYear, lastMonth, last)
    if (!resolved) return null
    b = resolved
  }
  const timed = first.hour !== undefined || last?.hour !== undefined
  const start = withTime(a.start, first)
  let end = last ? withTime(b.end, last) : first.hour !== undefined ? start : b.end
  if (end < start) {
    // 20日22时至6时: the next morning. Else a slip of the pen, given as printed where both sides say their day.
    const overnight = a.start === b.end && (first.hour ?? 0) >= EVENING && (last?.hour ?? 24) <= NOON
    if (overnight && last) end = withTime(addDays(b.end, 1), last)
    else if (first.day === undefined || (last?.day === undefined && last?.hour === undefined)) return null
  }
  return {
    start,
    end,
    precision: timed
      ? 'minute'
      : first.day !== undefined || last?.day !== undefined
        ? 'day'
        : month !== undefined
          ? 'month'
          : 'year',
    implied: [...implied],
  }
}

/** 本周五, 下周三上午9时: counted in weeks from Monday on, from the day at which the notice speaks. */
function resolveWeekday({ first, last }: DateExpression, { year, month, day }: Reference): ResolvedDate | null {
  if (year === undefined || month === undefined || day === undefined) return null
  const today = isoDay(year, month, day)
  const base = addDays(today, 1 - weekdayOf(today) + first.weekShift! * 7 + first.weekday! - 1)
  const start = withTime(base, first)
  return {
    start,
    end: last ? withTime(base, last) : start,
    precision: first.hour === undefined ? 'day' : 'minute',
    implied: ['year', 'month'],
  }
}

function withTime(day: string, side: Side): string {
  const shifted = side.dayShift ? addDays(day, side.dayShift) : day
  return side.hour === undefined ? shifted : `${shifted}T${pad(side.hour)}:${pad(side.minute ?? 0)}`
}

const QUARTERS: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 1: 1, 2: 2, 3: 3, 4: 4 }

/** First and last day of what one side names. */
function bounds(year: number, month: number | undefined, side: Side): { start: string; end: string } | null {
  const part = side.part
  if (month === undefined) {
    if (!part) return { start: isoDay(year, 1, 1), end: isoDay(year, 12, 31) }
    const quarter = grammar.quarter.find(part)
    if (quarter) {
      const q = QUARTERS[quarter.groups.q!]!
      const end = isoDay(year, q * 3, daysIn(year, q * 3))
      return { start: quarter.groups.last ? end : isoDay(year, q * 3 - 2, 1), end }
    }
    if (part.includes('上半年')) return { start: isoDay(year, 1, 1), end: isoDay(year, 6, 30) }
    if (part.includes('下半年')) return { start: isoDay(year, 7, 1), end: isoDay(year, 12, 31) }
    if (part.includes('初')) return { start: isoDay(year, 1, 1), end: isoDay(year, 1, 31) }
    return { start: isoDay(year, 12, 31), end: isoDay(year, 12, 31) }
  }
  const length = daysIn(year, month)
  if (side.day !== undefined)
    return side.day <= length ? { start: isoDay(year, month, side.day), end: isoDay(year, month, side.day) } : null
  if (part === '上旬' || part === '初') return { start: isoDay(year, month, 1), end: isoDay(year, month, 10) }
  if (part === '上中旬') return { start: isoDay(year, month, 1), end: isoDay(year, month, 20) }
  if (part === '中下旬') return { start: isoDay(year, month, 11), end: isoDay(year, month, length) }
  if (part === '中旬') return { start: isoDay(year, month, 11), end: isoDay(year, month, 20) }
  if (part === '下旬') return { start: isoDay(year, month, 21), end: isoDay(year, month, length) }
  if (part) return { start: isoDay(year, month, length), end: isoDay(year, month, length) }
  return { start: isoDay(year, month, 1), end: isoDay(year, month, length) }
}

/** Days named from the day of speaking (下周三上午9时, 本周五), read against an explicit reference day. */
export function findRelativeDays(
  text: string,
  referenceDay: string,
): { start: number; end: number; iso: string; timed: boolean }[] {
  if (!grammar.spoken.test(text)) return []
  return (
    spokenDays(text, referenceDay)
      // Terms and bare times (30日内, 3:2) are no days.
      .filter((found) => grammar.spoken.test(found.text))
      .map(({ start, text: printed, year, month, day, hour, minute }) => {
        const iso = isoDay(year, month, day)
        const timed = hour !== null
        return {
          start,
          end: start + printed.length,
          iso: timed ? `${iso}T${pad(hour)}:${pad(minute ?? 0)}` : iso,
          timed,
        }
      })
  )
}
