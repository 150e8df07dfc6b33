/** Date expressions of a text: heads and tails, what hangs on them, further days of a list. What they mean is resolved in calendar.ts. */
import datesGrammar from '../../grammars/dates.js'
import { compile, type Match } from '../grammar.js'
import { daysIn } from './days.js'

const grammar = compile(datesGrammar)

/** One side of an expression, as printed. */
export interface Side {
  year?: number
  /** Years to add to the reference year (明年 1). */
  yearShift?: number
  month?: number
  /** Months to add to the reference month (本月 0). */
  monthShift?: number
  day?: number
  /** 上旬 中旬 下旬 底 初, 上半年, 第一季度 */
  part?: string
  /** Weeks to add to the reference week (下周三 1), and the day in it. */
  weekShift?: number
  weekday?: number
  /** Days to add to the day (次日6时). */
  dayShift?: number
  hour?: number
  minute?: number
}

/** A date expression in a text, not yet resolved. Offsets are into that text. */
export interface DateExpression {
  start: number
  end: number
  first: Side
  last: Side | null
  /** 1 Monday … 7 Sunday, as printed beside the first date. */
  weekday?: number
  /** The same beside the last date. */
  lastWeekday?: number
  /** The end is left open: …至今. */
  open: boolean
  /** The range says that it closes: 4月28日,截止到5月24日. */
  closing: boolean
  /** The year of the date before it in one enumeration: 2023年10月8日、11月5日. */
  yearBefore?: number
}

const ZH_DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  '?': 0,
  元: 1,
  正: 1,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  廿: 20,
  卅: 30,
}

const DIGITS = /^\d+$/

/** Value of a Chinese or Arabic numeral up to 9999 (二〇二四, 二十三, 廿二, 12); NaN when it is none. */
export function numeral(text: string): number {
  const first = text.charCodeAt(0)
  if (first >= 0x30 && first <= 0x39) return DIGITS.test(text) ? Number(text) : Number.NaN
  if (grammar.zhYear.test(text)) return Number([...text].map((c) => ZH_DIGITS[c]).join(''))
  let total = 0
  let digit = 0
  for (const c of text) {
    if (c === '十' || c === '百' || c === '千') {
      total += (digit || 1) * (c === '十' ? 10 : c === '百' ? 100 : 1000)
      digit = 0
    } else if (c === '廿' || c === '卅') total += ZH_DIGITS[c]!
    else if (ZH_DIGITS[c] === undefined) return Number.NaN
    else digit = ZH_DIGITS[c]!
  }
  return total + digit
}

const YEAR_SHIFT: Record<string, number> = { 今: 0, 本: 0, 当: 0, 明: 1, 次: 1, 翌: 1, 去: -1, 上: -1, 下: 1 }

/** Every date expression of a text, left to right. */
export function findExpressions(text: string): DateExpression[] {
  const out: DateExpression[] = []
  if (!grammar.any.test(text)) return out
  for (let head = grammar.head.find(text); head; ) {
    const expression = readExpression(text, head)
    if (expression) {
      inheritYear(text, out.at(-1), expression)
      out.push(expression, ...furtherDays(text, expression))
      carryMonth(text, out)
    }
    head = grammar.head.find(text, expression ? out.at(-1)!.end : head.end)
    if (expression) sameDays(text, out, head?.start ?? text.length)
  }
  return out
}

/** The time that stands behind `end`, on a day that was printed before; null where none does. */
function timeOn(
  text: string,
  { year, month, yearShift, monthShift, day }: Side,
  start: number,
  end: number,
  dayShift?: number,
): DateExpression | null {
  const first: Side = { year, month, yearShift, monthShift, day }
  if (dayShift !== undefined) first.dayShift = dayShift
  const expression: DateExpression = { start, end, first, last: null, open: false, closing: false }
  hang(text, expression, first)
  return first.hour === undefined ? null : expression
}

/** Times of a day that lines above tell: 面试当天上午8:15前. `dayOf` gives the day of what is named, if one is known. */
export function findEventDayTimes(text: string, dayOf: (what: string) => Side | null): DateExpression[] {
  const out: DateExpression[] = []
  for (const m of grammar.eventDay.all(text)) {
    const day = dayOf(m.groups.what!)
    const expression = day && timeOn(text, day, m.start, m.end)
    if (expression) out.push(expression)
  }
  return out
}

/** How far behind a date 当日 still means it. */
const SAME_DAY = 100

/** 考试定于4月12日9:00开始,考生须于当日8:30前入场: the day of the date before, up to the next one. */
function sameDays(text: string, out: DateExpression[], until: number): void {
  const { end, first, last, yearBefore } = out.at(-1)!
  if (first.day === undefined || (last && last.day !== first.day)) return
  const stop = Math.min(until, end + SAME_DAY)
  const near = text.slice(end, stop + TIME)
  const at = (start: number, behind: number, dayShift?: number) => {
    if (start >= stop || start < out.at(-1)!.end) return
    const expression = timeOn(text, first, start, behind, dayShift)
    if (!expression) return
    if (yearBefore !== undefined) expression.yearBefore = yearBefore
    out.push(expression)
  }
  for (const m of grammar.sameDay.all(near))
    at(end + m.start, end + m.end, m.text[0] === '次' || m.text[0] === '翌' ? 1 : undefined)
  // Without 当日 it is said of the same sentence alone.
  const by = last === null || last.hour !== undefined ? grammar.sameDayBy.find(near) : null
  if (by && !/[。;!?\n]/.test(near.slice(0, by.start))) at(end + by.start, end + by.start)
}

/** As long as a time is. */
const TIME = 12

/** A date that goes on an enumeration is of the year that was printed before it. */
function inheritYear(text: string, before: DateExpression | undefined, expression: DateExpression): void {
  const { first } = expression
  const side = before ? (before.last ?? before.first) : undefined
  const year = side?.year ?? before?.first.year ?? before?.yearBefore
  if (year === undefined || first.year !== undefined || first.yearShift !== undefined || first.month === undefined)
    return
  if (!grammar.joined.test(text.slice(before!.end, expression.start))) return
  expression.yearBefore = side?.month !== undefined && first.month < side.month ? year + 1 : year
}

/** Days that go on with the month of the date before them. */
function furtherDays(text: string, first: DateExpression): DateExpression[] {
  const out: DateExpression[] = []
  if (first.first.day === undefined || first.last) return out
  let at = first.end
  for (let guard = 0; guard < 10; guard++) {
    const m = grammar.nextDay.at(text, at)
    if (!m) break
    const day = m.at('d')!
    const { year, month, yearShift, monthShift } = first.first
    const side: Side = {
      day: numeral(m.groups.d!),
      ...(year === undefined ? {} : { year }),
      ...(month === undefined ? {} : { month }),
      ...(yearShift === undefined ? {} : { yearShift }),
      ...(monthShift === undefined ? {} : { monthShift }),
    }
    const expression: DateExpression = {
      start: day.start,
      end: m.end,
      first: side,
      last: null,
      open: false,
      closing: false,
    }
    hang(text, expression, side)
    const tail = readTail(text, expression)
    if (tail) return out
    out.push(expression)
    at = expression.end
  }
  return out
}

/** Days and ranges in later clauses of the sentence that leave the month out: 5月14日报到,15—17日上课. */
function carryMonth(text: string, out: DateExpression[]): void {
  for (let guard = 0; guard < 10; guard++) {
    const before = out.at(-1)!
    const side = before.last ?? before.first
    if (before.open || side.day === undefined || (side.month ?? before.first.month) === undefined) return
    const m = grammar.carried.at(text, before.end)
    if (!m) return
    const from = numeral(m.groups.d!)
    const to = m.groups.d2 === undefined ? from : numeral(m.groups.d2)
    // A programme goes on; what goes back is of another month, but for the days within a range.
    const least = m.groups.within === undefined ? side.day : (before.first.day ?? side.day)
    if (from < least || to < from) return
    const month = side.month ?? before.first.month
    const year = side.year ?? before.first.year
    const yearShift = side.yearShift ?? before.first.yearShift
    const first: Side = { year, month, yearShift, day: from }
    const last: Side | null = m.groups.d2 === undefined ? null : { year, month, yearShift, day: to }
    if (!validSide(first) || (last && !validSide(last))) return
    const expression: DateExpression = {
      start: m.at('first')!.start,
      end: m.end,
      first,
      last,
      open: false,
      closing: false,
    }
    if (year === undefined && before.yearBefore !== undefined) expression.yearBefore = before.yearBefore
    hang(text, expression, last ?? first)
    out.push(expression, ...furtherDays(text, expression))
  }
}

/** Whether a range begins here: then the day is a head of its own. */
const readTail = (text: string, expression: DateExpression) => grammar.tail.at(text, expression.end) !== null

function readExpression(text: string, head: Match): DateExpression | null {
  const g = head.groups
  const first: Side = {}
  if (g.y || g.y2) first.year = numeral((g.y ?? g.y2)!)
  const ry = g.ry ?? g.ry2
  if (ry) first.yearShift = YEAR_SHIFT[ry[0]!] ?? 0
  if (g.m) first.month = numeral(g.m)
  if (g.rm) first.monthShift = YEAR_SHIFT[g.rm[0]!] ?? 0
  if (g.d) first.day = numeral(g.d)
  if (g.mp) first.part = g.mp
  if (g.yp) first.part = g.yp.startsWith('年') ? g.yp : `年${g.yp}`
  if (g.ye) first.part = '年底'
  if (g.qe) Object.assign(first, { part: `${g.qe}末`, yearShift: 0 })
  if (g.wk) {
    first.weekShift = g.wk === '上' ? -1 : g.wk === '下' ? 1 : g.wk === '下下' ? 2 : 0
    first.weekday = weekdayNumber(g.wkd!)
  }
  const bare = g.od ?? g.td
  if (g.me || bare) first.monthShift = 0
  if (g.me) first.part = '月底'
  if (bare) first.day = numeral(bare)
  const iso = g.iy ?? g.cy
  if (g.dm) Object.assign(first, { month: Number(g.dm), day: Number(g.dd) })
  if (iso) {
    first.year = Number(iso)
    first.month = Number(g.im ?? g.im2 ?? g.im3 ?? g.cm)
    first.day = Number(g.id ?? g.id2 ?? g.id3 ?? g.cd)
  }
  if (!validSide(first)) return null
  // 上月 and 本月 alone qualify a noun (上月进展情况).
  if (first.monthShift !== undefined && first.day === undefined && !first.part) return null
  // 附件1.3月份: an item number and a month cannot be told apart; without a day it is not read as a date.
  if (
    first.day === undefined &&
    first.year === undefined &&
    !first.part &&
    /\d[.、]$/.test(text.slice(Math.max(0, head.start - 2), head.start))
  )
    return null
  const expression: DateExpression = {
    start: head.start,
    end: head.end,
    first,
    last: null,
    open: false,
    closing: false,
  }
  hang(text, expression, first)
  const tail = grammar.tail.at(text, expression.end)
  if (tail) {
    const t = tail.groups
    if (t.open) {
      expression.open = true
      expression.end = tail.end
      return expression
    }
    // A bare month and day in figures only goes on a day written so.
    if (t.sm && !g.iy && !g.dm) return expression
    const last: Side = {}
    if (t.sm) Object.assign(last, { month: Number(t.sm), day: Number(t.sd) })
    if (t.y ?? t.y2 ?? t.iy) last.year = numeral((t.y ?? t.y2 ?? t.iy)!)
    const shift = t.ry ?? t.ry2
    if (shift) last.yearShift = YEAR_SHIFT[shift[0]!] ?? 0
    if (t.m ?? t.m2 ?? t.im) last.month = numeral((t.m ?? t.m2 ?? t.im)!)
    if (t.rm) last.monthShift = YEAR_SHIFT[t.rm[0]!] ?? 0
    if (t.d ?? t.id) last.day = numeral((t.d ?? t.id)!)
    if (t.mp) last.part = t.mp
    expression.closing = tail.text.includes('截')
    if (
      validSide(last) &&
      (last.day === undefined || first.day !== undefined || first.part !== undefined || last.month !== undefined)
    ) {
      expression.last = last
      expression.end = tail.end
      hang(text, expression, last)
    }
  }
  return expression
}

/** 一 1 … 日 and 天 7. */
const weekdayNumber = (printed: string) => '一二三四五六日'.indexOf(printed === '天' ? '日' : printed) + 1

/** Reads the weekday, 含, and time behind a side; a time range fills both sides. */
function hang(text: string, expression: DateExpression, side: Side): void {
  for (let i = 0; i < 3; i++) {
    const weekday = grammar.weekday.at(text, expression.end)
    if (weekday) {
      expression.end = weekday.end
      const day = weekdayNumber(weekday.groups.wd!)
      if (side === expression.first) expression.weekday = day
      else expression.lastWeekday = day
      continue
    }
    const inclusive = grammar.inclusive.at(text, expression.end)
    if (inclusive) {
      expression.end = inclusive.end
      continue
    }
    break
  }
  // 赛前3日(5月8日)18:00: the date is an aside, its time stands behind the bracket.
  const aside =
    text[expression.end] === ')' && text.slice(Math.max(0, expression.start - 2), expression.start).includes('(')
  const time =
    side.day === undefined && side.weekday === undefined
      ? null
      : (grammar.time.at(text, expression.end) ?? (aside ? grammar.time.at(text, expression.end + 1) : null))
  if (!time) {
    const half = side.day === undefined ? null : grammar.halfDay.at(text, expression.end)
    if (half && side === expression.first) expression.end = half.end
    return
  }
  const until = grammar.timeTail.at(text, time.end)
  // 7月11日至18日,上午9:00至11:30: hours of every day in between, and not when the last one ends.
  if (until && side !== expression.first && expression.first.hour === undefined) return
  if (!setTime(side, time)) return
  expression.end = time.end
  if (until && side === expression.first && !grammar.tail.at(text, expression.end)) {
    const last: Side = { ...side }
    if (until.groups.next) last.dayShift = 1
    const half = last.dayShift || time.groups.ap !== '下午' ? undefined : '下午'
    if (setTime(last, until, half)) {
      expression.last = last
      expression.end = until.end
      // 上午9:00-11:30,下午2:00-4:30
      let more = grammar.moreHours.at(text, expression.end)
      for (; more && setTime(last, more, more.groups.ap1); more = grammar.moreHours.at(text, expression.end))
        expression.end = more.end
    }
  }
}

/** Sets the time of a side; `half` is the half of the day that the words before it say, where it says none. */
function setTime(side: Side, m: Match, half?: string): boolean {
  let hour = numeral(m.groups.h!)
  const { half: isHalf, quarter, mi, mi2, mi3 } = m.groups
  const minute = isHalf ? 30 : quarter ? numeral(quarter) * 15 : numeral(mi ?? mi2 ?? mi3 ?? '0')
  const ap = m.groups.ap || half
  if (ap) hour = hourIn(ap, hour)
  if (!(hour <= 24) || !(minute <= 59) || (hour === 24 && minute > 0)) return false
  side.hour = hour
  side.minute = minute
  return true
}

/** The hour of the day that `hour` of a half of it is: 下午 3 is 15, 晚上 12 is 24. */
export function hourIn(half: string, hour: number): number {
  const late = grammar.late.test(half)
  if (late && hour === 12) return 24
  if (hour < 12 && (grammar.afternoon.test(half) || (late && hour >= NIGHT))) return hour + 12
  return grammar.midday.test(half) && hour < 3 ? hour + 12 : hour
}

/** Of the hours of a night, those before midnight are no less. */
const NIGHT = 6

const validSide = (s: Side) =>
  (s.month === undefined || (s.month >= 1 && s.month <= 12)) &&
  (s.day === undefined || (s.day >= 1 && s.day <= daysIn(s.year ?? 2024, s.month ?? 1)))
