/**
 * What each date of a notice is for. The zone decides first (signed, printed, published); in the text the words left
 * and right of the date in its own clause do: in force, deadline, event, else only mentioned.
 */
import datesGrammar from '../../grammars/dates.js'
import detailsGrammar from '../../grammars/deadline-details.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import eventsGrammar from '../../grammars/events.js'
import { compile } from '../grammar.js'
import {
  addDays,
  isoDay,
  type Reference,
  type ResolvedDate,
  resolveExpression,
  weekdayOf,
} from '../knowledge/calendar.js'
import { type CellPlace, placeOf, type Row } from '../parse/tables.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { DateRole } from '../types.js'
import type { Context, Moment, Range } from './define.js'
import { programmeOf } from './programme.js'
import { type Anchor, referenceFor } from './years.js'

const grammar = compile(deadlinesGrammar)
const details = compile(detailsGrammar)
const dates = compile(datesGrammar)
const events = compile(eventsGrammar)

export interface Classified {
  moment: Moment
  resolved: ResolvedDate
  role: DateRole | 'deadline'
  /** Whether the deadline is a window with a start. */
  window: boolean
  /** The whole time expression, with 前 or 止. */
  range: Range
  /** The sentence it stands in. */
  sentence: Range
  /** Always a member, so that all have one shape. */
  label: string | undefined
}

const cache = new WeakMap<Context, Classified[]>()

/** All dates of a notice with their roles; computed once. */
export function classified(context: Context): Classified[] {
  let list = cache.get(context)
  if (!list) {
    list = []
    const headings = headingsAbove(context)
    const moments = context.moments()
    let anchor: Anchor | null = null
    for (let i = 0; i < moments.length; i++) {
      const moment = moments[i]!
      const listed = lastListed(context, moments, i)
      const reference = referenceFor(context, moment, anchor)
      const whole: Classified | null =
        listed > i ? classify(context, joinedDays(moment, moments[listed]!), headings, reference) : null
      const one = whole?.role === 'deadline' && whole.window ? whole : classify(context, moment, headings, reference)
      if (!one) continue
      if (one === whole) i = listed
      ended(context, list, one)
      list.push(closed(context, list, opened(context, list.at(-1), inherit(context, list.at(-1), one))))
      const opening = openingOf(context, list.at(-1)!)
      if (opening) list.push(opening)
      if (one.role === 'deadline' || one.role === 'event') share(context, list, one.role)
      if (isAnchor(one, anchor)) anchor = { moment, resolved: one.resolved, sentenceEnd: one.sentence.end }
    }
    dropOld(context, list)
    cache.set(context, list)
  }
  return list
}

/** 定于10月14日举办 … 由原定的10月14日调整为…: what a notice says to be put off does not take place then. */
function dropOld(context: Context, list: Classified[]): void {
  const key = ({ resolved }: Classified) => `${resolved.start.slice(0, 10)}/${resolved.end.slice(0, 10)}`
  const old = new Set<string>()
  for (const one of list) {
    const { start } = one.moment.range
    if (grammar.oldDay.test(context.text.slice(Math.max(one.sentence.start, start - 8), start))) old.add(key(one))
  }
  if (!old.size) return
  list.forEach((one, i) => {
    if ((one.role === 'event' || one.role === 'deadline') && old.has(key(one))) list[i] = { ...one, role: 'mentioned' }
  })
}

/** 提交投标文件截止时间、开标时间:…: the same time is that of the opening, which is an event. */
function openingOf(context: Context, one: Classified): Classified | null {
  if (one.role !== 'deadline' || one.window) return null
  const { start } = one.moment.range
  const left = context.text.slice(Math.max(one.sentence.start, start - LEFT), start)
  const label = left.trim() === '' && one.label ? `${one.label}:` : left
  const name = grammar.opensToo.find(label)?.groups.name
  return name ? { ...one, role: 'event', range: one.moment.range, label: name } : null
}

/** Days listed one after the other without hours (7月17、18日): the place of the last of those that follow `from`. */
function lastListed(context: Context, moments: readonly Moment[], from: number): number {
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
function joinedDays(first: Moment, last: Moment): Moment {
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

/** What a date without a year further on may take it from: a day that readers must keep, its year printed or supplied so. */
function isAnchor({ role, resolved, moment }: Classified, anchor: Anchor | null): boolean {
  if (role !== 'deadline' && role !== 'event') return false
  const { first, last, yearBefore } = moment.expression
  if (first.day === undefined) return false
  if (first.year !== undefined || last?.year !== undefined || yearBefore !== undefined) return true
  return anchor !== null && resolved.start.slice(0, 4) === anchor.resolved.start.slice(0, 4)
}

/** 入口6月18日开放,7月16日关闭: what opens on one day and closes on the next is a window. */
function opened(context: Context, previous: Classified | undefined, one: Classified): Classified {
  if (one.role !== 'deadline' || one.window || !previous || previous.moment.element !== one.moment.element) return one
  if (previous.role === 'deadline' || previous.moment.expression.last || previous.sentence.start !== one.sentence.start)
    return one
  const between = context.text.slice(previous.moment.range.end, one.moment.range.start)
  if (between.length > 30 || !grammar.opens.test(between)) return one
  const start = previous.resolved.start
  return start < one.resolved.end ? { ...one, window: true, resolved: { ...one.resolved, start } } : one
}

/** How far apart the labels of the two ends of a window stand at most. */
const ENDS = 60

/** 报名开始时间:5月8日 报名截止时间:5月14日, on one line or two: one window. */
function closed(context: Context, list: readonly Classified[], one: Classified): Classified {
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
function ended(context: Context, list: Classified[], one: Classified): void {
  const first = list.at(-1)
  if (one.role !== 'mentioned' || first?.role !== 'event' || first.moment.expression.last) return
  if (first.sentence.start !== one.sentence.start || first.resolved.start >= one.resolved.end) return
  const { text } = context
  if (!grammar.endsRight.test(text.slice(one.moment.range.end, one.sentence.end))) return
  if (!grammar.beganLeft.test(text.slice(first.moment.range.end, one.moment.range.start))) return
  list[list.length - 1] = { ...first, resolved: { ...first.resolved, end: one.resolved.end } }
}

/** A date that goes on an enumeration (10月19日、20日) is what the one before it is. */
function inherit(context: Context, previous: Classified | undefined, one: Classified): Classified {
  if (one.role !== 'mentioned' || previous?.moment.element !== one.moment.element) return one
  // 上半年截止日期为4月15日,下半年为9月15日
  if (previous.role === 'deadline' && !one.window) {
    const between = context.text.slice(previous.range.end, one.moment.range.start)
    return between.length <= OTHER_HALF && grammar.otherHalf.test(between) ? { ...one, role: 'deadline' } : one
  }
  if (previous.role !== 'event') return one
  return dates.joined.test(context.text.slice(previous.moment.range.end, one.moment.range.start))
    ? { ...one, role: previous.role, label: previous.label || one.label }
    : one
}

/** 3月20日、4月20日、5月20日前: the dates listed before the last are what it is. */
function share(context: Context, list: Classified[], role: 'deadline' | 'event'): void {
  for (let i = list.length - 2; i >= 0; i--) {
    const one = list[i]!
    const next = list[i + 1]!
    if (one.role !== 'mentioned' || one.moment.element !== next.moment.element || one.window) return
    if (!grammar.listed.test(context.text.slice(one.range.end, next.range.start))) return
    list[i] = { ...one, role, label: next.label || one.label }
  }
}

const headingCache = new WeakMap<Context, Map<NoticeElement, string>>()

/** The numbered, labelled or marked line that stands last above each element; computed once. */
export function headingsAbove(context: Context): Map<NoticeElement, string> {
  const known = headingCache.get(context)
  if (known) return known
  const out = new Map<NoticeElement, string>()
  headingCache.set(context, out)
  const firsts = new Map<NoticeElement, number>()
  for (const { element, expression } of context.moments())
    if (!firsts.has(element)) firsts.set(element, expression.start)
  let last = ''
  for (const element of context.elements('paragraph')) {
    out.set(element, last)
    const { value } = element
    if (value.length > 40 || value.includes('\t')) continue
    if (!grammar.headingLine.test(value) && !element.block?.marks.some((m) => m.kind === 'heading')) continue
    // (一)城东点:5月4日… is one of the things that the heading above speaks of, and heads nothing.
    const colon = value.indexOf(':')
    // 7月14日上午9:00-11:30  1-80号: one of the times that the heading above speaks of.
    const first = firsts.get(element)
    if (
      first !== undefined &&
      isItemLead(value.slice(0, first)) &&
      (first > 0 ? colon < 0 || colon > first : colon > 0)
    )
      continue
    if (colon < 0 || colon > (firsts.get(element) ?? -1)) last = value
  }
  return out
}

/** Bounds of the sentence around an offset of a text: between full stops and semicolons. */
/** Longest reach of a sentence to either side of what is looked at; prose keeps far below it. */
const SENTENCE = 400

/** 。 ; ! ? and the ends of lines and cells: asked for every character around a date. */
const isStop = (unit: number) =>
  unit === 0x3002 || unit === 0x3b || unit === 0x21 || unit === 0x3f || unit === 0x0a || unit === 0x09

export function sentenceAt(text: string, start: number, end: number): Range {
  let a = start
  const first = Math.max(0, start - SENTENCE)
  const last = Math.min(text.length, end + SENTENCE)
  while (a > first && !isStop(text.charCodeAt(a - 1))) a--
  let b = end
  while (b < last && !isStop(text.charCodeAt(b))) b++
  return { start: a, end: b }
}

/** 报名时间: without what leads to its value; one look at the run's begin, not one for each of its characters. */
const withoutColon = (label: string) => label.replace(/(?<![:\s])[:\s]+$/, '')

/** The heading that runs on with its text before a sentence: (二)报名时间。自… */
function runOnHeading(text: string, sentenceStart: number): string {
  const before = text.slice(Math.max(0, sentenceStart - 40), sentenceStart)
  if (sentenceStart > 40 || !grammar.itemNumber.test(before)) return ''
  const heading = before.replace(/(?<![。;:\s])[。;:\s]+$/, '')
  // 一、时间安排:申报6月1日起;审核…: sentences before this one are no heading.
  return /[。;]/.test(heading) ? '' : heading
}

/** How much of the clause left of a date is looked at. */
const LEFT = 40

function classify(
  context: Context,
  moment: Moment,
  headings: Map<NoticeElement, string>,
  reference: Reference,
): Classified | null {
  const { element, expression, range } = moment
  const resolved = resolveExpression(expression, reference)
  if (!resolved) {
    context.report(
      'dates/no-year',
      `no year or month can be supplied for ${context.text.slice(range.start, range.end)}`,
      range,
      'info',
    )
    return null
  }
  checkWeekdays(context, moment, resolved)
  if (resolved.end < resolved.start)
    context.report(
      'dates/ends-before-start',
      `${context.text.slice(range.start, range.end)} ends before it starts: it is given as printed`,
      range,
    )
  const text = element.value
  const local = { start: expression.start, end: expression.end }
  const bounds = sentenceAt(text, local.start, local.end)
  const offset = element.range.start
  const sentence = { start: offset + bounds.start, end: offset + bounds.end }
  const above = runOnHeading(text, bounds.start)
  const base: Classified = {
    moment,
    resolved,
    role: 'mentioned',
    window: false,
    range,
    sentence,
    label: above ? presentText(above) : undefined,
  }
  if (isDraftArticle(context, element)) return base
  const zoned = roleByZone(element)
  if (zoned) return { ...base, role: zoned }
  if (element.type !== 'paragraph' && element.type !== 'note' && element.type !== 'caption') return base
  let right = text.slice(local.end, bounds.end)
  let left = text.slice(Math.max(bounds.start, local.start - LEFT), local.start)
  // 【面试】12月23日: a label in a box.
  const boxed = left.startsWith('【') ? grammar.boxedLabel.at(left, 0) : null
  if (boxed) left = `${boxed.groups.label}:${left.slice(boxed.end)}`
  // 1、5月23日9时: the number of an item leaves a day to its heading.
  const bare = expression.first.day === undefined ? left : grammar.itemNumber.replace(left, '')
  let heading = grammar.bareLead.test(bare) || left.trim() === '(' ? (headings.get(element) ?? '') : ''
  const row = context.tableRow(element)
  if (row) {
    // In a table the labels stand above and at the head of the row.
    const place = placeOf(row, local.start)
    if (!place || grammar.superseded.test(place.column)) return base
    // Cells that are set with spaces end within the sentence.
    const cell = { start: Math.max(bounds.start, place.cell.start), end: Math.min(bounds.end, place.cell.end) }
    left = text.slice(Math.max(cell.start, local.start - left.length), local.start)
    right = text.slice(local.end, Math.max(local.end, cell.end))
    base.sentence = { start: offset + Math.min(cell.start, local.start), end: offset + Math.max(cell.end, local.end) }
    if (left.trim() === '' || grammar.changeLead.test(left)) left = besideLabel(text, cell.start) ?? tableLabel(place)
    heading = ''
    base.label = withoutColon(left)
    // 形式审查(基金办) | 1月底前完成: what the office does with what was handed in.
    const before = grammar.before.at(text, local.end)
    if (before && grammar.ownHeading.test(grammar.bracketed.replace(place.row, '').trim())) {
      if (grammar.doneOnly.test(text.slice(before.end, Math.max(before.end, cell.end)))) return base
    }
    if (row.header?.cells.some((cell) => details.columnRoster.test(cell.text))) return base
    if (expression.last && row.header && isDutyTable(row.header))
      return isHappening(row.row) ? { ...base, role: 'event' } : { ...base, role: 'deadline', window: true }
  } else if (left.trim() === '' && bounds.start > 0 && text[bounds.start - 1] === '\t') {
    const beside = besideLabel(text, bounds.start)
    if (beside) {
      left = beside
      heading = ''
      base.label = presentText(withoutColon(beside))
    }
  }
  if (grammar.bareLabel.test(left)) {
    const above = (headings.get(element) ?? '').replace(/[。:]$/, '')
    if (above && (grammar.windowLead.test(`${above}:`) || grammar.dueLead.test(`${above}:`))) {
      left = `${above}:`
      base.label = presentText(above)
    }
  }

  if (element.type === 'caption' && !grammar.effective.test(right)) return base
  if (expression.open || (left.includes('(') && grammar.restRight.test(right)) || grammar.validPaper.test(left))
    return base
  if (
    grammar.expiresLead.test(left) ||
    (grammar.lapsesLead.test(left) && !expression.last && !grammar.before.at(text, local.end))
  )
    return { ...base, role: 'expires' }
  if (grammar.effective.test(right) && !grammar.effectivePart.test(left))
    return tellsOther(context, text.slice(bounds.start, local.start)) ? base : { ...base, role: 'effective' }
  // 开标日期:…, 投标截止时间:… in a paper that tells who won: it is over.
  if (grammar.bidsOpened.test(left) && tellsResult(context) && !isAhead(context, resolved)) return base
  return (
    deadlineRole(base, context, left, right, heading, local, text) ??
    eventRole(base, context, left, right, heading, headings.get(element) ?? '') ??
    (programmeOf(context).days.has(moment) && !pastOf(context, resolved) ? { ...base, role: 'event' } : base)
  )
}

/** 《某规范》GB 50010,将于…起实施, in a paper that calls to a meeting about it: another document comes into force. */
const tellsOther = (context: Context, before: string): boolean =>
  grammar.standardNote.test(before) ||
  (grammar.otherPaper.test(before) && grammar.activityTitle.test(context.known.title?.text ?? ''))

/** The weekdays printed beside the first and the last day. */
function checkWeekdays(context: Context, { expression, range }: Moment, resolved: ResolvedDate): void {
  const { first, last, weekday, lastWeekday } = expression
  const differs = (iso: string, printed: number | undefined) => printed !== undefined && weekdayOf(iso) !== printed
  const wrong =
    first.day !== undefined && differs(resolved.start, weekday)
      ? resolved.start
      : last?.day !== undefined && differs(resolved.end, lastWeekday)
        ? resolved.end
        : null
  if (wrong)
    context.report('dates/weekday-differs', `${wrong.slice(0, 10)} is not the weekday that is printed beside it`, range)
}

/** Whether a paragraph is an article of the draft that readers are asked for their opinion of: nothing in it holds yet. */
export const isDraftArticle = (context: Context, { value }: NoticeElement): boolean =>
  grammar.article.test(value) && grammar.draftTitle.test(context.known.title?.text ?? '')

/** A table of who must do what in which time, not of events. */
const isDutyTable = (header: Row): boolean =>
  header.cells.some((cell) => details.columnDuty.test(cell.text)) &&
  !header.cells.some((cell) => details.columnPlace.test(cell.text))

/** 论文答辩 | 5月9日至5月17日 | 学院: a row whose task is to be there. */
const isHappening = (row: Row): boolean => row.cells.some((cell) => grammar.happens.test(cell.text))

function roleByZone(element: NoticeElement): DateRole | null {
  if (element.type === 'signedDate') return element.zone === 'appendix' ? 'mentioned' : 'signed'
  if (element.type === 'printed') return 'printed'
  if (element.type === 'published') return 'published'
  return null
}

function deadlineRole(
  base: Classified,
  context: Context,
  left: string,
  right: string,
  heading: string,
  local: Range,
  text: string,
): Classified | null {
  const { expression } = base.moment
  const offset = base.moment.element.range.start
  const asDeadline = (end = local.end, window = expression.last !== null): Classified => ({
    ...base,
    role: 'deadline',
    window,
    resolved: yetToCome(context, base),
    range: { start: base.range.start, end: offset + end },
    label: base.label || heading ? presentText(base.label || heading) : base.label,
  })
  const before = grammar.before.at(text, local.end)
  if (before) {
    const after = text.slice(before.end, base.sentence.end - offset)
    const limits = !grammar.obliged.test(left) && grammar.conditionLead.test(left) && !grammar.actorLead.test(left)
    // 4月20日前未缴费的,视为放弃: who has not acted by then is the late one.
    if (!limits && grammar.leftUndone.find(after)?.groups.not)
      return pastOf(context, base.resolved) ? null : asDeadline(before.end)
    // 最迟于7月31日前取得: so said, it is a limit whatever it is that must be had.
    const latest = grammar.latest.test(left)
    if (limits || (!latest && grammar.conditionRight.test(after)) || grammar.favour.test(after)) return null
    if (grammar.futureStep.test(left) || isOwnStep(left, after) || tellsPast(base, context, after)) return null
    if (grammar.ownBehind.test(after)) return null
    // 2025年底前实现…, in an answer to a proposal
    if (left.trim() === '' && answers(context)) return null
    // 资格审查。11月21日前完成。
    const own = left.trim() === '' ? (base.label ?? '') : left.trimEnd().endsWith(':') ? withoutColon(left) : ''
    if (grammar.ownHeading.test(own) && grammar.doneOnly.test(after)) return null
    if (grammar.goal.test(left) || grammar.planned.test(left)) return null
    if (grammar.aim.test(left) && !grammar.actRight.test(after.slice(0, 12))) return null
    return asDeadline(before.end, expression.last !== null)
  }
  if (grammar.quotedOld.test(grammar.bracketed.replace(left, '')) || grammar.termOfThing.test(left)) return null
  if (grammar.plannedTime.test(left)) return null
  if (!expression.last && grammar.startLead.test(left)) return null
  if (grammar.amended.test(left) && grammar.limit.test(text.slice(base.sentence.start - offset, local.start)))
    return asDeadline()
  if (grammar.fromNow.test(left)) return grammar.ownNow.test(left) ? null : fromSigning(context, asDeadline())
  if (grammar.sinceThen.test(left)) return asDeadline()
  // 认定截至某日 limits what counts; 认定时间截止到某日 limits the reader.
  if (grammar.dueLead.test(left) && !(grammar.asOf.test(left) && grammar.conditionLead.test(left))) {
    if (grammar.history.test(left) && grammar.historyRight.test(right) && !grammar.closes.test(right)) return null
    if (
      grammar.asOf.test(left) &&
      !grammar.asOfAct.test(left) &&
      right.trim() !== '' &&
      !grammar.closes.test(right) &&
      !grammar.asOfAct.test(right) &&
      !grammar.leftUndone.find(right)?.groups.not
    )
      return null
    return asDeadline()
  }
  // 三、重要日期 ↵ 6月30日:网上投稿截止
  if (isItemLead(left) && grammar.closesBehind.test(right)) return asDeadline()
  const closes = grammar.closes.at(right, 0)
  // A range that closes is a window only when something is done in it: 4月5日起至5月19日止 may be how long a thing goes on.
  if (closes && !expression.last && !grammar.conditionLead.test(left) && !grammar.goal.test(left))
    return asDeadline(local.end + closes.end)
  if (expression.last) {
    if (grammar.opensFor.test(right)) return asDeadline()
    if (grammar.askLead.test(left) || (heading && grammar.askLead.test(`${bareHeading(heading)}:`))) return null
    // 名单自…至…在网站公示: whoever it is that shows it, readers may object in that window.
    if (grammar.shownRight.test(right) && !grammar.conditionLead.test(left))
      return pastOf(context, base.resolved) ? null : asDeadline()
    if (grammar.ownStep.test(left) || grammar.officeBehind.test(right) || grammar.resultRight.test(right)) return null
    if (grammar.conditionLead.test(left) || grammar.rangeCondition.test(right)) return null
    // 一、暂停业务的时间 ↵ 贷款受理、抵押登记:9月23日至10月8日: what is not done in that time.
    const above = headingsAbove(context).get(base.moment.element) ?? ''
    if (grammar.outage.test(above) && left.trimEnd().endsWith(':')) return null
    // (二)选民登记阶段(11月21日~12月22日): a stage is named by what goes on in it.
    const stage = grammar.stageHeading.find(left)
    if (stage && grammar.stageName.test(stage.groups.stage!) && !grammar.stageAct.test(stage.groups.stage!)) return null
    if (grammar.windowLead.test(left)) return asDeadline()
    const named = heading && !grammar.suspended.test(heading) && grammar.windowLead.test(`${bareHeading(heading)}:`)
    if (expression.closing || named) return asDeadline()
    if (stage) return grammar.stageAct.test(stage.groups.stage!) ? asDeadline() : null
    if (grammar.conditionLead.test(left)) return null
    if (!base.label && longerThan(base.resolved, POLICY_DAYS)) return null
    if (base.label && grammar.windowLead.test(`${bareHeading(base.label.replace(/（/g, '(').replace(/）/g, ')'))}:`))
      return asDeadline()
    if (grammar.suspended.test(right.slice(0, 30))) return null
    // (第三届论坛,青屿,4月18—20日)进行注册: the bracket tells of what is registered for.
    const alone = isItemLead(left) || (left.trimEnd().endsWith(',') && !grammar.bracketCloses.test(right))
    if (alone && grammar.windowAct.test(right.slice(0, 24))) return asDeadline()
    const told = grammar.bracketed.replace(right, '').slice(0, 30)
    if (grammar.fixedStart.test(left) && grammar.windowAct.test(right) && !grammar.hold.test(told)) return asDeadline()
    if (grammar.readerLead.test(left) && grammar.handInThere.test(right)) return asDeadline()
    return null
  }
  if (heading && grammar.dueLead.test(`${bareHeading(heading)}:`)) return asDeadline()
  // 报名时间:3月5日 … a single day labelled as a limit of handing in.
  if (grammar.dayLead.test(left)) return asDeadline()
  // 请于7月15日上报: the day itself is the last.
  // 须在5月19、20两日持…到现场复审: what the days of a list share stands behind the last.
  const told = grammar.listRest.replace(right, '')
  if (
    expression.first.day !== undefined &&
    (grammar.handInRight.test(told) || grammar.handInThere.test(told)) &&
    (grammar.onDay.test(left) || isAskedToo(text.slice(base.sentence.start - offset, local.start)))
  )
    return asDeadline()
  return null
}

/** How long ago a limit may lie that a notice still names: it may be put on the web weeks after its last day. */
const STALE_DAYS = 60

/** A limit without a year that would lie far before the signature is next year's: 6月15日, signed in December. */
function yetToCome(context: Context, { resolved, moment }: Classified): ResolvedDate {
  const reference = context.reference()
  const { year, month, day } = reference
  const { first, last } = moment.expression
  if (!year || !month || !day || first.year !== undefined || last?.year !== undefined || first.yearShift !== undefined)
    return resolved
  if (moment.expression.yearBefore !== undefined || addDays(resolved.end, STALE_DAYS) >= isoDay(year, month, day))
    return resolved
  return resolveExpression(moment.expression, { ...reference, year: year + 1 }) ?? resolved
}

/** 请…前报送初稿,并于16日: the request that the sentence began with holds for the day, too. */
const isAskedToo = (before: string): boolean => grammar.alsoOnDay.test(before) && grammar.asked.test(before)

/** 审查结果于…前公布, 并于…前书面通知本人, 中心于…前完成初审: what the issuer does, which binds no reader. */
const isOwnStep = (left: string, after: string): boolean =>
  (grammar.madeKnown.test(after) && (grammar.ownResult.test(left) || grammar.ownAnswers.test(left))) ||
  (grammar.ownFuture.test(left) && grammar.officeStep.test(after) && !grammar.handsUp.test(after)) ||
  (grammar.tellsApplicant.test(after) && !grammar.ordered.test(left)) ||
  (grammar.ownOffice.test(left) && grammar.officeStep.test(after) && !grammar.handsUp.test(after))

/** What was to be done before the notice was signed, in a year that is printed, or is said to have been done. */
function tellsPast(base: Classified, context: Context, after: string): boolean {
  if (!pastOf(context, base.resolved)) return false
  const { year, yearShift } = base.moment.expression.first
  return year !== undefined || yearShift !== undefined || grammar.toldPast.test(after)
}

/** Whether the notice answers somebody: the days it sets are its writer's. */
const answers = (context: Context): boolean => grammar.replyTitle.test(context.known.title?.text ?? '')

/** A heading without its second half and its stop, to be looked at like a label. */
const bareHeading = (heading: string) => grammar.placeSuffix.replace(heading, '')

/** A window without a label that is longer than this is the term of a policy. */
const POLICY_DAYS = 200

const longerThan = (r: ResolvedDate, days: number) => addDays(r.start, days) < r.end.slice(0, 10)

/** 即日起至…: the window opens on the day of signing. */
function fromSigning(context: Context, deadline: Classified): Classified {
  const { year, month, day } = context.reference()
  if (!year || !month || !day) return deadline
  const start = isoDay(year, month, day)
  if (start >= deadline.resolved.end.slice(0, 10)) return deadline
  return { ...deadline, window: true, resolved: { ...deadline.resolved, start } }
}

/** Nothing but the number of its item stands before the date. */
const isItemLead = (left: string) => grammar.itemNumber.replace(left, '').trim() === ''

/** Longest label that stands in the cell before its value. */
const BESIDE = 24

/** 报名开始时间 | 6月1日 | 报名截止时间 | 6月18日: the label in the cell before. */
function besideLabel(text: string, cell: number): string | null {
  const end = text.lastIndexOf('\t', cell - 1)
  if (end < 0 || text.slice(end + 1, cell).trim() !== '') return null
  const label = text.slice(text.lastIndexOf('\t', end - 1) + 1, end).trim()
  return label && label.length <= BESIDE && grammar.timeLabel.test(label) ? `${withoutColon(label)}:` : null
}

/** The label that a cell's date stands under: the row's when that names a time, else the column's. */
function tableLabel(place: CellPlace): string {
  for (const label of [place.row, place.column]) {
    if (
      label &&
      (grammar.dueLead.test(`${label}:`) || grammar.windowLead.test(`${label}:`) || grammar.eventLead.test(`${label}:`))
    )
      return `${label}:`
    // 酒店预订回执 | 10月8日: what is handed in, with its day beside it.
    if (label && label === place.row && grammar.rowHandedIn.test(label)) return `${label}时间:`
    if (label && label === place.row && grammar.rowHappens.test(label)) return `${label}时间:`
  }
  return place.column ? `${place.column}:` : ''
}

function eventRole(
  base: Classified,
  context: Context,
  left: string,
  right: string,
  heading: string,
  above: string,
): Classified | null {
  const { resolved } = base
  const asEvent = (label?: string): Classified => ({
    ...base,
    role: 'event',
    label: label ? presentText(label) : base.label,
  })
  if (resolved.precision === 'year' || grammar.termFollows.test(right)) return null
  if (base.moment.expression.last && grammar.rangeCondition.test(right)) return null
  const session = grammar.session.find(left)
  if (session)
    return grammar.windowLead.test(`${bareHeading(above)}:`)
      ? { ...base, role: 'deadline', window: base.moment.expression.last !== null, label: presentText(above) }
      : asEvent(withoutColon(session.text))
  if (grammar.eventLabel.test(left)) return asEvent(withoutColon(left))
  if (grammar.eventNoun.test(left) && base.moment.expression.first.day !== undefined)
    return asEvent(grammar.itemNumber.replace(left, '').replace(/(?<![:,\s])[:,\s]+$/, ''))
  // (四)笔试:暂定4月4日
  const stop = left.lastIndexOf(':')
  if (grammar.eventArranged.test(left)) return stop > 0 ? asEvent(left.slice(0, stop)) : asEvent()
  if (
    isItemLead(left) &&
    base.moment.expression.first.day !== undefined &&
    grammar.eventBehind.test(right) &&
    isAhead(context, resolved)
  )
    return asEvent()
  // 一、暂停业务的时间 ↵ 抵押登记:9月23日0时至10月8日9时
  if (base.moment.expression.last && left.trimEnd().endsWith(':') && grammar.outage.test(above))
    return asEvent(withoutColon(left))
  const labelled = grammar.eventLead.find(left)
  if (labelled && !grammar.notEvent.test(left.slice(-24))) {
    const label = withoutColon(left)
    // Inside a sentence that is not a label line, 时间 alone names nothing.
    return asEvent(label)
  }
  // 看房时间:7月9日至11日: whatever it is that happens, a label of its own gives its days.
  if (
    grammar.namedTime.test(left) &&
    !grammar.notEvent.test(left.slice(-24)) &&
    base.moment.expression.first.day !== undefined &&
    isAhead(context, resolved)
  )
    return asEvent(withoutColon(left))
  if (
    heading &&
    grammar.eventHeading.test(heading) &&
    !grammar.notEvent.test(heading) &&
    !grammar.worksOn.test(right) &&
    !grammar.madeKnownBehind.test(right)
  )
    return asEvent(heading.replace(/[。:]$/, ''))
  // 一、放假时间 ↵ 高三年级:1月20日至2月5日: the heading says what, the label for whom.
  if (
    base.moment.expression.first.day !== undefined &&
    (grammar.partLabel.test(left) || grammar.partPlace.test(left) || grammar.partClass.test(left)) &&
    (grammar.eventHeading.test(above) || grammar.banHeading.test(above)) &&
    !grammar.notEvent.test(above)
  )
    // 二、年检时间 ↵ 社会团体:3月1日至5月31日
    return grammar.windowLead.test(`${bareHeading(above)}:`)
      ? { ...base, role: 'deadline', window: base.moment.expression.last !== null, label: presentText(above) }
      : asEvent(withoutColon(left))
  if (
    base.moment.expression.first.day !== undefined &&
    grammar.comesRight.test(right) &&
    grammar.eventHeading.test(above) &&
    !grammar.notEvent.test(above) &&
    !grammar.obliged.test(left)
  )
    return asEvent()
  // 三、大会内容 ↵ 11月5日:全天报到、布展
  if (
    left.trim() === '' &&
    base.moment.expression.first.day !== undefined &&
    grammar.agendaHeading.test(above) &&
    grammar.agendaRight.test(right) &&
    isAhead(context, resolved)
  )
    return asEvent()
  const stage = grammar.stageHeading.find(left)
  if (
    stage &&
    (base.moment.expression.last || grammar.dayCloses.test(right)) &&
    left.length < 30 &&
    !(grammar.lastTime.test(left) && pastOf(context, resolved)) &&
    !grammar.stageAct.test(stage.groups.stage!)
  )
    return asEvent(stage.groups.stage)
  if (grammar.everyYear.test(left.slice(-8))) return null
  // 定于1月23日公开审理, put on the web some days after: it was announced all the same.
  const arranged = grammar.eventVerbLead.test(left) && grammar.eventVerbRight.test(right)
  if (arranged && pastOf(context, resolved) && !pastBy(context, resolved, LATE)) return asEvent()
  const past = pastOf(context, resolved)
  if (past || grammar.pastMark.test(left.slice(-6)) || grammar.heldPast.test(right)) return null
  // 将于7月上旬开展暗访 announces no activity to its readers.
  if (
    base.moment.expression.first.part &&
    !base.moment.expression.last &&
    !grammar.hold.test(right) &&
    !grammar.heldAt.test(right)
  )
    return null
  // 我中心将在11月陆续对申请进行初审: a step of the office, which announces nothing to come to.
  if (grammar.ownStep.test(left) && grammar.officeStep.test(right)) return null
  if (grammar.ownNow.test(left) && grammar.eventVerbRight.test(right)) return fromSigning(context, asEvent())
  if (arranged) return asEvent()
  const happens =
    grammar.eventVerbRight.test(right) || grammar.eventVerbRight.test(grammar.bracketed.replace(right, ''))
  // 将于9月14日开始,至9月19日结束: the verb stands within the range.
  const begins = () => grammar.beginsWithin.test(context.text.slice(base.range.start, base.range.end))
  if (base.moment.expression.last && (happens || begins())) return asEvent()
  if (grammar.heldAt.test(right) || grammar.begins.test(right) || grammar.willHold.test(right)) return asEvent()
  // (二)宣讲会 ↵ 1.3月12日14:30,某大学就业中心
  if (heading && base.moment.expression.first.day !== undefined && isAhead(context, resolved)) {
    const name = grammar.itemNumber.replace(heading, '').replace(/[。:]$/, '')
    if (grammar.happens.test(name) || events.happening.test(name)) return asEvent()
  }
  return null
}

const resultCache = new WeakMap<Context, boolean>()

/** How many elements are looked at for the name of who won. */
const RESULT = 60

/** Whether the notice tells how a tender ended: by its title, or in a line of its own where it has none. */
function tellsResult(context: Context): boolean {
  let told = resultCache.get(context)
  if (told === undefined) {
    const title = context.known.title?.text
    told = title
      ? grammar.resultTitle.test(title)
      : context
          .elements('paragraph', 'note')
          .slice(0, RESULT)
          .some((e) => grammar.resultLine.test(e.value))
    resultCache.set(context, told)
  }
  return told
}

/** Whether the date is known to lie behind the day of signing. */
const isAhead = (context: Context, resolved: ResolvedDate): boolean =>
  context.reference().day !== undefined && !pastOf(context, resolved)

/** How many days before its signing what a notice announces may have taken place. */
const LATE = 14

/** Whether a date lies so many days before the day of signing, or more. */
function pastBy(context: Context, resolved: ResolvedDate, days: number): boolean {
  return pastOf(context, { ...resolved, end: addDays(resolved.end.slice(0, 10), days) })
}

/** Whether the date lies before the day of signing, that is, tells history. */
function pastOf(context: Context, resolved: ResolvedDate): boolean {
  const { year, month, day } = context.reference()
  if (!year || !month) return false
  const signed = `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`
  return resolved.end.slice(0, 10) < signed
}
