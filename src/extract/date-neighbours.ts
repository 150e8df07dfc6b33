/** What dates beside each other say of each other: lists, the two ends of a window, what began and ends, what was put off. */

import dateRolesGrammar from '../../grammars/date-roles.js'
import datesGrammar from '../../grammars/dates.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import eventRolesGrammar from '../../grammars/event-roles.js'
import { compile } from '../grammar.js'
import { placeOf } from '../parse/tables.js'
import { presentText } from '../read/normalize.js'
import type { Context, Moment } from './define.js'
import { type Classified, LEFT, withoutColon } from './role-words.js'

const grammar = compile(dateRolesGrammar)
const limits = compile(deadlinesGrammar)
const eventRoles = compile(eventRolesGrammar)
const dates = compile(datesGrammar)

/** 定于10月14日举办 … 由原定的10月14日调整为…: what a notice says to be put off does not take place then. */
export function dropOld(context: Context, list: Classified[]): void {
  const key = ({ resolved }: Classified) => `${resolved.start.slice(0, 10)}/${resolved.end.slice(0, 10)}`
  const old = new Set<string>()
  for (const one of list) {
    const { start, end } = one.moment.range
    const left = context.text.slice(Math.max(one.sentence.start, start - 8), start)
    const moved = grammar.movedFrom.test(left) && grammar.movedTo.test(context.text.slice(end, end + 12))
    if (moved || grammar.oldDay.test(left)) old.add(key(one))
  }
  if (!old.size) return
  list.forEach((one, i) => {
    if ((one.role === 'event' || one.role === 'deadline') && old.has(key(one))) list[i] = { ...one, role: 'mentioned' }
  })
}

/** 定于2月底召开 … 时间:2月24日—27日: the part of a month stands for the days of it that are told further on. */
export function dropVague(context: Context, list: Classified[]): void {
  list.forEach((one, i) => {
    const { first, last } = one.moment.expression
    if (one.role !== 'event' || !first.part || first.day !== undefined || last) return
    const { start } = one.moment.range
    if (!eventRoles.eventVerbLead.test(context.text.slice(Math.max(one.sentence.start, start - LEFT), start))) return
    const month = one.resolved.start.slice(0, 7)
    const told = list
      .slice(i + 1)
      .some(
        (c) => c.role === 'event' && c.moment.expression.first.day !== undefined && c.resolved.start.startsWith(month),
      )
    if (told) list[i] = { ...one, role: 'mentioned' }
  })
}

/** 提交投标文件截止时间、开标时间:…: the same time is that of the opening, which is an event. */
export function openingOf(context: Context, one: Classified): Classified | null {
  if (one.role !== 'deadline' || one.window) return null
  const { start } = one.moment.range
  const left = context.text.slice(Math.max(one.sentence.start, start - LEFT), start)
  // 投标截止及开标时间:由“…”变更为“…”: the label stands before the old value.
  const amended = limits.amended.test(left) ? left.slice(0, left.indexOf(':') + 1) : ''
  const label = amended || (left.trim() === '' && one.label ? `${one.label}:` : left)
  const name = grammar.opensToo.find(label)?.groups.name
  return name ? { ...one, role: 'event', range: one.moment.range, label: name } : null
}

/** Days listed one after the other without hours (7月17、18日): the place of the last of those that follow `from`. */
export function lastListed(context: Context, moments: readonly Moment[], from: number): number {
  let last = from
  for (; last + 1 < moments.length; last++) {
    const a = moments[last]!
    const b = moments[last + 1]!
    const day = b.expression.first.day
    if (a.element !== b.element || day === undefined || a.expression.last || !isOneDay(b)) break
    if (a.expression.first.hour !== undefined || day !== (a.expression.first.day ?? day) + 1) break
    if (b.expression.first.month !== a.expression.first.month || b.expression.first.year !== a.expression.first.year)
      break
    if (!dates.joined.test(context.text.slice(a.range.end, b.range.start))) break
  }
  return last
}

/** Whether a date is a day, with its hours at most. */
function isOneDay({ expression: { first, last } }: Moment): boolean {
  return !last || (last.month === first.month && last.day === first.day && last.dayShift === undefined)
}

/** Two days and what lies between as one range. */
export function joinedDays(first: Moment, last: Moment): Moment {
  const { start, weekday, open, closing, yearBefore } = first.expression
  const { end } = last.expression
  return {
    element: first.element,
    expression: {
      start,
      end,
      first: first.expression.first,
      last: { ...last.expression.first, hour: undefined, minute: undefined },
      weekday,
      lastWeekday: last.expression.weekday,
      open,
      closing,
      yearBefore,
    },
    range: { start: first.range.start, end: last.range.end },
  }
}

/** 入口6月18日开放,7月16日关闭: what opens on one day and closes on the next is a window. */
export function opened(context: Context, list: Classified[], one: Classified): Classified {
  const previous = list.at(-1)
  if (one.role !== 'deadline' || one.window || !previous || previous.moment.element !== one.moment.element) return one
  if (previous.role === 'deadline' || previous.moment.expression.last || previous.sentence.start !== one.sentence.start)
    return one
  const between = context.text.slice(previous.moment.range.end, one.moment.range.start)
  if (between.length > 30 || !grammar.opens.test(between)) return one
  const start = previous.resolved.start
  if (start >= one.resolved.end) return one
  // 平台3月12日9时开通: nothing to come to.
  if (previous.role === 'event') list[list.length - 1] = { ...previous, role: 'mentioned' }
  return { ...one, window: true, resolved: { ...one.resolved, start } }
}

/** 开始时间 | 结束时间 ↵ 5月10日 | 5月20日: the last day of a row closes the window that its first day opens. */
export function begun(context: Context, previous: Classified | undefined, one: Classified): Classified {
  const { element } = one.moment
  if (one.role !== 'deadline' || one.window || previous?.role !== 'mentioned' || previous.moment.element !== element)
    return one
  const row = context.tableRow(element)
  const columnOf = (c: Classified) => (row && placeOf(row, c.moment.expression.start)?.column) ?? ''
  if (!grammar.endColumn.test(columnOf(one)) || !grammar.startColumn.test(columnOf(previous))) return one
  const { start } = previous.resolved
  return start < one.resolved.end ? { ...one, window: true, resolved: { ...one.resolved, start } } : one
}

/** How far apart the labels of the two ends of a window stand at most. */
const ENDS = 60

/** 报名开始时间:5月8日 报名截止时间:5月14日, on one line or two: one window. */
export function closed(context: Context, list: readonly Classified[], one: Classified): Classified {
  const first = list.at(-1)
  if (one.role !== 'deadline' || one.window || !first || first.role !== 'mentioned') return one
  if (first.moment.expression.last || first.resolved.start >= one.resolved.end) return one
  const { text } = context
  const between = text.slice(first.moment.range.end, one.moment.range.start)
  if (between.length > ENDS || !grammar.endLead.test(between)) return one
  if (!grammar.startLead.test(text.slice(Math.max(0, first.moment.range.start - LEFT), first.moment.range.start)))
    return one
  const label = one.label || presentText(withoutColon(between.trim().split(/[\s,]/).at(-1) ?? ''))
  return { ...one, window: true, resolved: { ...one.resolved, start: first.resolved.start }, label }
}

/** What parts the last days of two halves of one thing is no longer. */
const OTHER_HALF = 20

/** 9月14日起分批进行,预计9月25日结束: the day on which it ends is that of what began. */
export function ended(context: Context, list: Classified[], one: Classified): void {
  const first = list.at(-1)
  if (one.role !== 'mentioned' || first?.role !== 'event' || first.moment.expression.last) return
  if (first.sentence.start !== one.sentence.start || first.resolved.start >= one.resolved.end) return
  const { text } = context
  if (!grammar.endsRight.test(text.slice(one.moment.range.end, one.sentence.end))) return
  if (!grammar.beganLeft.test(text.slice(first.moment.range.end, one.moment.range.start))) return
  list[list.length - 1] = { ...first, resolved: { ...first.resolved, end: one.resolved.end } }
}

/** How far behind the day on which something rests the day is told on which it goes on. */
const REST = 300

/** 二、4月28日17:00起暂停办理…。 ↵ 三、5月2日9:00起恢复: what rests does so from the one day to the other. */
export function resumed(context: Context, list: Classified[], one: Classified): void {
  const first = list.at(-1)
  if (one.role !== 'mentioned' || !first || first.moment.expression.last || first.resolved.start >= one.resolved.start)
    return
  if (first.role !== 'mentioned' && first.role !== 'event') return
  const { text } = context
  if (one.moment.range.start - first.moment.range.end > REST) return
  if (!grammar.resumes.test(text.slice(one.moment.range.end, one.sentence.end))) return
  if (!grammar.suspends.test(text.slice(first.moment.range.end, first.sentence.end))) return
  list[list.length - 1] = { ...first, role: 'event', resolved: { ...first.resolved, end: one.resolved.start } }
}

/** How far behind a day is looked for what must be reached by then. */
const FURTHER = 12

/** A date that goes on an enumeration (10月19日、20日) is what the one before it is. */
export function inherit(context: Context, previous: Classified | undefined, one: Classified): Classified {
  if (one.role !== 'mentioned' || previous?.moment.element !== one.moment.element) return one
  // 上半年截止日期为4月15日,下半年为9月15日
  if (previous.role === 'deadline' && !one.window) {
    const between = context.text.slice(previous.range.end, one.moment.range.start)
    const { end } = one.moment.range
    const further = previous.sentence.start === one.sentence.start && between.endsWith(',')
    const before = further ? limits.before.at(context.text, end) : null
    if (before && grammar.furtherGoal.test(context.text.slice(end, end + FURTHER)))
      return { ...one, role: 'deadline', range: { start: one.range.start, end: before.end } }
    return between.length <= OTHER_HALF && grammar.otherHalf.test(between) ? { ...one, role: 'deadline' } : one
  }
  if (previous.role !== 'event') return one
  const between = context.text.slice(previous.moment.range.end, one.moment.range.start)
  const part =
    eventRoles.nextPart.test(between) &&
    eventRoles.partOfExam.test(
      context.text.slice(Math.max(0, previous.moment.range.start - LEFT), previous.moment.range.start),
    )
  return part || dates.joined.test(between) ? { ...one, role: previous.role, label: previous.label || one.label } : one
}

/** 3月20日、4月20日、5月20日前: the dates listed before the last are what it is. */
export function share(context: Context, list: Classified[], role: 'deadline' | 'event'): void {
  for (let i = list.length - 2; i >= 0; i--) {
    const one = list[i]!
    const next = list[i + 1]!
    if (one.role !== 'mentioned' || one.moment.element !== next.moment.element || one.window) return
    if (!limits.listed.test(context.text.slice(one.range.end, next.range.start))) return
    list[i] = { ...one, role, label: next.label || one.label }
  }
}
