/**
 * What must be done again and again, as an RFC 5545 recurrence rule: 每月5日前 → FREQ=MONTHLY;BYMONTHDAY=5. A rule is only given
 * where it fixes the days by itself, without a first day (DTSTART) and without a calendar of working days.
 */
import recurrenceGrammar from '../../grammars/recurrence.js'
import { type CompiledRule, compile, type Match } from '../grammar.js'
import { daysIn } from '../knowledge/days.js'
import { hourIn, numeral } from '../knowledge/expressions.js'
import type { RelativeTerm } from '../types.js'

const grammar = compile(recurrenceGrammar)

/** A recurring term in a text; offsets into that text. */
export interface Recurrence {
  start: number
  end: number
  /** RRULE value, or null when no rule says it. */
  rule: string | null
  unit: RelativeTerm['unit']
  amount: number
}

type Cycle = 'year' | 'half' | 'quarter' | 'month' | 'tenDays' | 'week' | 'day' | 'workingDay'

/** A piece that was read: where it ends and its rule, null when no rule says it. */
interface Piece {
  end: number
  rule: string | null
  /** Nothing need follow to make it a deadline. */
  closed?: boolean
}

const LENGTH: Record<Cycle, Pick<Recurrence, 'unit' | 'amount'>> = {
  year: { unit: 'year', amount: 1 },
  half: { unit: 'month', amount: 6 },
  quarter: { unit: 'month', amount: 3 },
  month: { unit: 'month', amount: 1 },
  tenDays: { unit: 'day', amount: 10 },
  week: { unit: 'day', amount: 7 },
  day: { unit: 'day', amount: 1 },
  workingDay: { unit: 'workingDay', amount: 1 },
}

/** The months in which the parts of a year begin. */
const FIRST_MONTHS: Partial<Record<Cycle, number[]>> = { year: [1], half: [1, 7], quarter: [1, 4, 7, 10] }

/** Members of one list; more are not read. */
const LIST = 12

const LAST_DAY = -1

/** Every recurring term of a text, left to right. */
export function findRecurrences(text: string): Recurrence[] {
  const out: Recurrence[] = []
  for (let m = grammar.cycle.find(text); m; ) {
    const cycle = cycleOf((m.groups.every ?? m.groups.ended)!)
    const piece = readTerm(text, m.end, cycle, m.groups.ended !== undefined)
    if (piece) out.push({ start: m.start, end: piece.end, rule: piece.rule, ...LENGTH[cycle] })
    m = grammar.cycle.find(text, piece?.end ?? m.end)
  }
  return out
}

const CYCLES: [string, Cycle][] = [
  ['半年', 'half'],
  ['年', 'year'],
  ['季', 'quarter'],
  ['月', 'month'],
  ['旬', 'tenDays'],
  ['周', 'week'],
  ['星期', 'week'],
  ['工作日', 'workingDay'],
]

const cycleOf = (word: string): Cycle => CYCLES.find(([name]) => word.startsWith(name))?.[1] ?? 'day'

/** The day in the cycle, the time of it, and what closes the term. */
function readTerm(text: string, from: number, cycle: Cycle, ended: boolean): Piece | null {
  const after = readEnded(text, from, cycle)
  if (after || ended) return after
  let piece = readDay(text, from, cycle)
  for (let at = from, i = 0; !piece && i < 2; i++) {
    const filler = grammar.filler.at(text, at)
    if (!filler) break
    at = filler.end
    piece = readDay(text, at, cycle)
  }
  if (!piece) return null
  if (piece.closed) return piece
  const aside = grammar.aside.at(text, piece.end)
  const times = readTimes(text, aside?.end ?? piece.end)
  const rule = withTimes(piece.rule, times, cycle)
  const end = times?.end ?? aside?.end ?? piece.end
  const closer = grammar.closer.at(text, end) ?? grammar.closer.at(text, grammar.aside.at(text, end)?.end ?? end)
  return closer ? { end: closer.text.trim() ? closer.end : end, rule } : null
}

function readDay(text: string, at: number, cycle: Cycle): Piece | null {
  if (cycle === 'week') return readWeekdays(text, at)
  if (cycle === 'day' || cycle === 'workingDay') {
    const rule = cycle === 'day' ? 'FREQ=DAILY' : null
    return readTimes(text, at) || grammar.dayEnd.at(text, at) ? { end: at, rule } : null
  }
  if (cycle === 'tenDays') {
    const end = grammar.endOf.at(text, at)
    return end && { end: end.end, rule: 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1' }
  }
  return readWorkingDay(text, at) ?? (cycle === 'month' ? readOfMonth(text, at) : readOfYear(text, at, cycle))
}

/** 前5个工作日, 第3个工作日: no rule knows the working days. */
function readWorkingDay(text: string, at: number): Piece | null {
  const nth = grammar.nthWorkingDay.at(text, at)
  if (nth) return { end: nth.end, rule: null }
  const first = grammar.firstDays.at(text, at)
  return first?.groups.u === '工作日' ? { end: first.end, rule: null, closed: true } : null
}

function readOfMonth(text: string, at: number): Piece | null {
  const first = grammar.firstDays.at(text, at)
  if (first) {
    const days = numeral(first.groups.n!)
    return { end: first.end, rule: monthly([days]), closed: true }
  }
  const weekday = grammar.nthWeekday.at(text, at)
  if (weekday) {
    const n = weekday.groups.last ? -1 : numeral(weekday.groups.n!)
    return { end: weekday.end, rule: `FREQ=MONTHLY;BYDAY=${n}${WEEKDAYS[weekday.groups.wd!]}` }
  }
  const end = grammar.endOf.at(text, at)
  if (end) return { end: end.end, rule: monthly([LAST_DAY]) }
  const days = readDays(text, at)
  return days && { end: days.end, rule: monthly(days.values) }
}

/** 5日、20日; 1日至5日 is due on its last day. */
function readDays(text: string, from: number): { end: number; values: number[] } | null {
  const values: number[] = []
  let end = from
  for (let m = grammar.dayItem.at(text, from); m && values.length < LIST; ) {
    const to = grammar.rangeTo.at(text, m.end)
    if (!m.groups.d && !to) break
    values.push(to ? lastOf(to) : numeral(m.groups.d!))
    end = (to ?? m).end
    const joint = grammar.joint.at(text, end)
    m = joint && grammar.dayItem.at(text, joint.end)
  }
  return values.length ? { end, values } : null
}

const lastOf = (m: Match): number => (m.groups.d ? numeral(m.groups.d) : LAST_DAY)

/** A day that short months lack falls on their last day: BYSETPOS takes the later of those that are there (RFC 5545, 3.3.10). */
function monthly(days: number[]): string | null {
  const rule = 'FREQ=MONTHLY;BYMONTHDAY='
  if (days.every((d) => d <= 28)) return `${rule}${days.join()}`
  if (days.length > 1) return null
  const [day] = days as [number]
  if (day === 31) return `${rule}${LAST_DAY}`
  return day < 31 ? `${rule}${[28, 29, 30].filter((d) => d <= day).join()};BYSETPOS=-1` : null
}

/** Days of a year, a half or a quarter. */
function readOfYear(text: string, at: number, cycle: Cycle): Piece | null {
  const firsts = FIRST_MONTHS[cycle]!
  const length = 12 / firsts.length
  const ordinal = cycle === 'year' ? null : grammar.ordinalMonth.at(text, at)
  if (ordinal) {
    const { first, second, third, next } = ordinal.groups
    const offset = first || next ? 0 : second ? 1 : third ? 2 : length - 1
    const months = firsts.map((m) => m + offset)
    const end = grammar.endOf.at(text, ordinal.end)
    if (end) return { end: end.end, rule: yearly(months.map((month) => ({ month, day: LAST_DAY }))) }
    const days = readDays(text, ordinal.end)
    return days && { end: days.end, rule: yearly(pairs(months, days.values)) }
  }
  const part = cycle === 'year' ? (grammar.quarter.at(text, at) ?? grammar.half.at(text, at)) : null
  if (part) {
    const month = part.groups.h ? (part.groups.h === '上' ? 6 : 12) : numeral(part.groups.q!) * 3
    return { end: part.end, rule: yearly([{ month, day: LAST_DAY }]) }
  }
  const end = grammar.endOf.at(text, at)
  if (end) return { end: end.end, rule: yearly(firsts.map((m) => ({ month: m + length - 1, day: LAST_DAY }))) }
  if (cycle !== 'year') {
    // 每季度10日前: of which month is left open.
    const days = readDays(text, at)
    return days && { end: days.end, rule: null }
  }
  return readMonths(text, at)
}

interface MonthDay {
  month: number
  day: number
}

const pairs = (months: number[], days: number[]): MonthDay[] =>
  months.flatMap((month) => days.map((day) => ({ month, day })))

const PARTS: Record<string, number> = { 上旬: 10, 中旬: 20 }

/** 1月15日、7月15日; 6月、12月底; 1、4、7、10月的10日: a month without a day takes that of the next with one. */
function readMonths(text: string, from: number): Piece | null {
  const open: number[] = []
  const found: MonthDay[] = []
  let end = from
  let items = 0
  for (let m = grammar.monthItem.at(text, from); m && items++ < LIST; ) {
    const to = m.groups.bare ? null : grammar.rangeTo.at(text, m.end)
    open.push(to?.groups.m ? numeral(to.groups.m) : numeral((m.groups.bare ?? m.groups.m)!))
    const day = to
      ? lastOf(to)
      : m.groups.d
        ? numeral(m.groups.d)
        : m.groups.part
          ? (PARTS[m.groups.part] ?? LAST_DAY)
          : 0
    if (day) found.push(...pairs(open.splice(0), [day]))
    end = (to ?? m).end
    const joint = grammar.joint.at(text, end)
    m = joint && grammar.monthItem.at(text, joint.end)
  }
  if (!items) return null
  // 6月5日、20日: further days of the last month.
  const joint = found.length && !open.length ? grammar.joint.at(text, end) : null
  const more = joint && readDays(text, joint.end)
  if (more) found.push(...pairs([found.at(-1)!.month], more.values))
  found.push(...pairs(open, [LAST_DAY]))
  return { end: more?.end ?? end, rule: yearly(found) }
}

/** Days of the year as one rule: the same days of every month, or nothing. */
function yearly(days: MonthDay[]): string | null {
  const months = [...new Set(days.map((d) => d.month))].sort((a, b) => a - b)
  // The last day of every month, however printed: 3月31日、6月30日.
  const last = days.every((d) => d.day === LAST_DAY || (d.month !== 2 && d.day === daysIn(2023, d.month)))
  const of = (month: number) => days.filter((d) => d.month === month).map((d) => d.day)
  const monthDays = last && (months.length > 1 || of(months[0]!)[0] === LAST_DAY) ? [LAST_DAY] : of(months[0]!)
  if (!last && months.some((m) => of(m).join() !== monthDays.join())) return null
  if (months.some((m) => m > 12 || monthDays.some((d) => d > (m === 2 ? 28 : daysIn(2023, m))))) return null
  return `FREQ=YEARLY;BYMONTH=${months.join()};BYMONTHDAY=${monthDays.join()}`
}

/** 每季度结束后10日内: the tenth of the month after. Working days have no rule. */
function readEnded(text: string, at: number, cycle: Cycle): Piece | null {
  const m = grammar.ended.at(text, at)
  if (!m) return null
  const n = numeral(m.groups.n!)
  const firsts = FIRST_MONTHS[cycle]
  const piece = (rule: string | null): Piece => ({ end: m.end, rule, closed: true })
  if (m.groups.u === '工作日' || !n) return piece(null)
  if (cycle === 'month')
    return piece(m.groups.u === '月' ? (n === 1 ? monthly([LAST_DAY]) : null) : n <= 28 ? monthly([n]) : null)
  if (!firsts) return piece(null)
  if (m.groups.u !== '月') return piece(yearly(firsts.map((month) => ({ month, day: n }))))
  return piece(n <= 12 / firsts.length ? yearly(firsts.map((f) => ({ month: f + n - 1, day: LAST_DAY }))) : null)
}

const WEEKDAYS: Record<string, string> = {
  一: 'MO',
  二: 'TU',
  三: 'WE',
  四: 'TH',
  五: 'FR',
  六: 'SA',
  日: 'SU',
  天: 'SU',
}

function readWeekdays(text: string, from: number): Piece | null {
  const days: string[] = []
  let end = from
  for (let m = grammar.weekdayItem.at(text, from); m && days.length < 7; ) {
    days.push(WEEKDAYS[m.groups.wd!]!)
    end = m.end
    const joint = grammar.joint.at(text, end)
    m = joint && grammar.weekdayItem.at(text, joint.end)
  }
  return days.length ? { end, rule: `FREQ=WEEKLY;BYDAY=${days.join()}` } : null
}

interface Times {
  end: number
  hours: number[]
  minutes: number[]
}

function readTimes(text: string, from: number): Times | null {
  const out: Times = { end: from, hours: [], minutes: [] }
  for (let m = timeAt(text, from); m && out.hours.length < LIST; ) {
    const hour = numeral(m.groups.h!)
    out.hours.push(m.groups.ap ? hourIn(m.groups.ap, hour) % 24 : hour)
    out.minutes.push(m.groups.half ? 30 : numeral(m.groups.mi ?? m.groups.mi2 ?? '0'))
    out.end = m.end
    const joint = grammar.joint.at(text, m.end)
    m = joint && timeAt(text, joint.end)
  }
  return out.hours.length ? out : null
}

const timeAt = (text: string, at: number): Match | null => {
  const rule: CompiledRule = grammar.timeItem
  const m = rule.at(text, at)
  return m && numeral(m.groups.h!) <= 24 ? m : null
}

/** Hours are multiplied by minutes in a rule: only times with the same minute can be said. 24时 is the day's end. */
function withTimes(rule: string | null, times: Times | null, cycle: Cycle): string | null {
  if (!rule || !times) return rule
  const { hours, minutes } = times
  if (minutes.some((m) => m !== minutes[0])) return null
  const midnight = hours.includes(24)
  if (midnight && cycle !== 'day') return hours.length === 1 && !minutes[0] ? rule : null
  return `${rule};BYHOUR=${hours.map((h) => h % 24).join()};BYMINUTE=${minutes[0]}`
}
