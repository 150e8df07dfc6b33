/**
 * What each date of a notice is for. The zone decides first (signed, printed, published); in the text the words left
 * and right of the date in its own clause do: in force, deadline, event, else only mentioned.
 */

import dateRolesGrammar from '../../grammars/date-roles.js'
import detailsGrammar from '../../grammars/deadline-details.js'
import windowsGrammar from '../../grammars/deadline-windows.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import eventRolesGrammar from '../../grammars/event-roles.js'
import eventsGrammar from '../../grammars/events.js'
import ownStepsGrammar from '../../grammars/own-steps.js'
import { compile } from '../grammar.js'
import { type Reference, type ResolvedDate, resolveExpression } from '../knowledge/calendar.js'
import { weekdayOf } from '../knowledge/days.js'
import { type CellPlace, placeOf, type Row } from '../parse/tables.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { DateRole } from '../types.js'
import { belowDateLines } from './date-lines.js'
import {
  begun,
  closed,
  dropOld,
  dropVague,
  ended,
  inherit,
  joinedDays,
  lastListed,
  opened,
  openingOf,
  resumed,
  share,
} from './date-neighbours.js'
import { deadlineRole } from './deadline-role.js'
import type { Context, Moment } from './define.js'
import { eventRole } from './event-role.js'
import { closed as solid } from './grids.js'
import { listRows } from './list-rows.js'
import { programmeOf } from './programme.js'
import {
  bareHeading,
  type Classified,
  headingsAbove,
  isAhead,
  isDraftArticle,
  LEFT,
  pastOf,
  runOnHeading,
  sentenceAt,
  withoutColon,
} from './role-words.js'
import { type Anchor, referenceFor } from './years.js'

const grammar = compile(dateRolesGrammar)
const limits = compile(deadlinesGrammar)
const windows = compile(windowsGrammar)
const eventRoles = compile(eventRolesGrammar)
const ownSteps = compile(ownStepsGrammar)
const details = compile(detailsGrammar)
const events = compile(eventsGrammar)

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
      // 10月25、26日在…举行: days that follow each other are one window, or one period of what goes on in them.
      const isWindow = whole?.role === 'deadline' && whole.window
      const alone = isWindow ? null : classify(context, moment, headings, reference)
      const isPeriod = whole?.role === 'event' && (alone?.role === 'event' || alone?.role === 'mentioned')
      const one = isWindow || isPeriod ? whole : alone
      if (!one) continue
      if (one === whole) i = listed
      ended(context, list, one)
      resumed(context, list, one)
      list.push(
        closed(context, list, begun(context, list.at(-1), opened(context, list, inherit(context, list.at(-1), one)))),
      )
      const opening = openingOf(context, list.at(-1)!)
      if (opening) list.push(opening)
      if (one.role === 'deadline' || one.role === 'event') share(context, list, one.role)
      if (isAnchor(one, anchor)) anchor = { moment, resolved: one.resolved, sentenceEnd: one.sentence.end }
    }
    dropOld(context, list)
    dropVague(context, list)
    cache.set(context, list)
  }
  return list
}

/** What a date without a year further on may take it from: a day that readers must keep, its year printed or supplied so. */
function isAnchor({ role, resolved, moment }: Classified, anchor: Anchor | null): boolean {
  if (role !== 'deadline' && role !== 'event') return false
  const { first, last, yearBefore } = moment.expression
  // (三)总结阶段(2025年4月至5月)
  if (first.day === undefined) return role === 'event' && last !== null && first.year !== undefined
  if (first.year !== undefined || last?.year !== undefined || yearBefore !== undefined) return true
  return anchor !== null && resolved.start.slice(0, 4) === anchor.resolved.start.slice(0, 4)
}

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
  const below = belowDateLines(context).get(element)
  const text = below ? `${withoutColon(element.value)},${below.text}` : element.value
  const local = { start: expression.start, end: expression.end }
  const bounds = sentenceAt(text, local.start, local.end)
  const offset = element.range.start
  const sentence = { start: offset + bounds.start, end: below ? below.range.end : offset + bounds.end }
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
  if (grammar.restatedNext.test(right)) return base
  const restated = grammar.restated.find(left)
  if (restated) {
    left = restated.groups.label!
    base.label = presentText(withoutColon(left))
  }
  // 1.投标截止时间 ↵ 现改为:7月16日9时30分: what is changed stands above.
  const changed = grammar.newValue.test(left) ? headings.get(element) : undefined
  if (changed) left = `${bareHeading(grammar.itemNumber.replace(changed, ''))}:`
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
    const lead =
      left.trim() === '' || grammar.changeLead.test(left)
        ? (besideLead(text, cell.start) ??
          (expression.last ? matterLead(row, place) : null) ??
          tableLead(place, expression.last === null))
        : { left, label: withoutColon(left) }
    left = lead.left
    heading = ''
    base.label = lead.label
    // 形式审查(基金办) | 1月底前完成: what the office does with what was handed in.
    const before = limits.before.at(text, local.end)
    if (before && ownSteps.ownHeading.test(grammar.bracketed.replace(place.row, '').trim())) {
      if (ownSteps.doneOnly.test(text.slice(before.end, Math.max(before.end, cell.end)))) return base
    }
    if (row.header?.cells.some((cell) => details.columnRoster.test(cell.text))) return base
    // 体格检查 | 8月5日—15日; 辅导专场 ↵ 3月5日14:30: the label of the row or the column is what takes place.
    const { day } = expression.first
    const named = [
      expression.last || grammar.dayColumn.test(place.column) ? place.row : '',
      expression.last ? '' : place.column,
    ].find((label) => label !== '' && eventRoles.happens.test(solid(label)))
    if (row.header && day !== undefined && named) return { ...base, role: 'event', label: presentText(named) }
    const isOutage = eventRoles.outage.test(place.column)
    // 暂停时间 | 信用卡额度调整:7月30日03:00至04:30
    if (isOutage && expression.last && row.header) return { ...base, role: 'event' }
    if (expression.last && row.header && isDutyTable(row.header) && !isOutage)
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
    if (above && (windows.windowLead.test(`${above}:`) || limits.dueLead.test(`${above}:`))) {
      left = `${above}:`
      base.label = presentText(above)
    }
  }

  if (element.type === 'caption' && !grammar.effective.test(right)) return base
  if (expression.open || (left.includes('(') && grammar.restRight.test(right)) || grammar.validPaper.test(left))
    return base
  if (grammar.ofCited.test(left)) return base
  // 第一轮 | 有效期至 | 9月26日: until when a thing in a table is good.
  if (row && grammar.expiresLead.test(left)) return base
  if (
    grammar.expiresLead.test(left) ||
    (grammar.lapsesLead.test(left) && !expression.last && !limits.before.at(text, local.end))
  )
    return { ...base, role: 'expires' }
  if (grammar.lapsesRight.test(right) && grammar.ofOwn.test(left)) return { ...base, role: 'expires' }
  if (grammar.effective.test(right) && grammar.effectivePlanned.test(left)) return base
  if (grammar.effective.test(right) && !grammar.effectivePart.test(left))
    return tellsOther(context, text.slice(bounds.start, local.start)) ? base : { ...base, role: 'effective' }
  // 开标日期:…, 投标截止时间:… in a paper that tells who won: it is over.
  if (grammar.bidsOpened.test(left) && tellsResult(context) && !isAhead(context, resolved)) return base
  // 项目  日期  地点 ↵ 田径  4月25日-27日  市体育场
  if (listRows(context).get(element)?.moment === moment && !pastOf(context, resolved)) return { ...base, role: 'event' }
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

/** A table of who must do what in which time, not of events. */
const isDutyTable = (header: Row): boolean =>
  header.cells.some((cell) => details.columnDuty.test(cell.text)) &&
  !header.cells.some((cell) => details.columnPlace.test(cell.text))

/** 论文答辩 | 5月9日至5月17日 | 学院: a row whose task is to be there. */
const isHappening = (row: Row): boolean => row.cells.some((cell) => eventRoles.happens.test(cell.text))

function roleByZone(element: NoticeElement): DateRole | null {
  if (element.type === 'signedDate') return element.zone === 'appendix' ? 'mentioned' : 'signed'
  if (element.type === 'printed') return 'printed'
  if (element.type === 'published') return 'published'
  return null
}

/** Longest label that stands in the cell before its value. */
const BESIDE = 24

/** 报名开始时间 | 6月1日 | 报名截止时间 | 6月18日: the label in the cell before. */
function besideLabel(text: string, cell: number): string | null {
  const end = text.lastIndexOf('\t', cell - 1)
  if (end < 0 || text.slice(end + 1, cell).trim() !== '') return null
  const label = text.slice(text.lastIndexOf('\t', end - 1) + 1, end).trim()
  return label && label.length <= BESIDE && grammar.timeLabel.test(label) ? `${withoutColon(label)}:` : null
}

/** What stands for the words left of a date in a table, and what is printed of it. */
interface Lead {
  left: string
  label: string
}

/** A printed label, with the word that makes it one of a time. */
const leadOf = (label: string, word = ''): Lead => ({ left: `${label}${word}:`, label })

function besideLead(text: string, cell: number): Lead | null {
  const left = besideLabel(text, cell)
  return left === null ? null : { left, label: withoutColon(left) }
}

/** 时间 | 事项 ↵ 6月10日—16日 | 网上报名: under a bare time, what it is the time of stands in the cell for that. */
function matterLead({ row, header }: { row: Row; header: Row | null }, place: CellPlace): Lead | null {
  if (!header || !events.timeColumn.test(place.column) || events.notEventColumn.test(place.column)) return null
  // 第一阶段 | 填报志愿 | 4月8日—9日: what is done in the stage, which labels nothing.
  if (place.row && !grammar.stageRow.test(solid(place.row))) return null
  for (const [rule, act] of [
    [events.titleColumn, null],
    [events.matterColumn, grammar.matterAct],
  ] as const)
    for (const { cell, column } of row.own) {
      const head = header.cells[column]
      if (!head || !rule.test(solid(head.text)) || cell.text.length > BESIDE) continue
      if (act && !act.test(cell.text)) continue
      const lead = leadOf(cell.text, '时间')
      if (windows.windowLead.test(lead.left)) return lead
    }
  return null
}

/** The label that a cell's date stands under: the row's when that names a time, else the column's. */
function tableLead(place: CellPlace, single: boolean): Lead {
  const row = withoutColon(place.row)
  const column = withoutColon(place.column)
  const acts = row !== '' && windows.windowLead.test(`${row}:`)
  // 网上报名 | 开始时间 ↵ 5月10日 | 结束时间 ↵ 5月20日
  if (acts && grammar.startColumn.test(column)) return leadOf(row, '开始时间')
  if (acts && grammar.endColumn.test(column)) return leadOf(row, '截止时间')
  // 提交初稿 | 时间节点 ↵ 5月20日
  if (acts && single && grammar.matterAct.test(row) && grammar.dayColumn.test(column)) return leadOf(row, '时间')
  const labels = [row, column].filter((label) => label !== '')
  // 报名 | 截止时间 ↵ 5月25日: what is done names a time less well than the last of it does.
  const last = labels.find((label) => limits.dueLead.test(`${label}:`))
  if (last !== undefined) return leadOf(last)
  for (const label of labels) {
    if (single && label === row && grammar.rowHandedIn.test(row)) return leadOf(row, '时间')
    if (windows.windowLead.test(`${label}:`) || eventRoles.eventLead.test(`${label}:`)) return leadOf(label)
    // 酒店预订回执 | 10月8日: what is handed in, or takes place, with its day beside it.
    if (label === row && (grammar.rowHandedIn.test(row) || grammar.rowHappens.test(row))) return leadOf(row, '时间')
  }
  return column ? leadOf(column) : { left: '', label: '' }
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
