/** Whether a date limits what a reader must do: by the words left and right of it, its heading and its label. */
import dateRolesGrammar from '../../grammars/date-roles.js'
import deadlineActsGrammar from '../../grammars/deadline-acts.js'
import windowsGrammar from '../../grammars/deadline-windows.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import eventRolesGrammar from '../../grammars/event-roles.js'
import ownStepsGrammar from '../../grammars/own-steps.js'
import { compile } from '../grammar.js'
import { type ResolvedDate, resolveExpression } from '../knowledge/calendar.js'
import { addDays, isoDay } from '../knowledge/days.js'
import { presentText } from '../read/normalize.js'
import type { Context, Range } from './define.js'
import {
  bareHeading,
  type Classified,
  fromSigning,
  headingsAbove,
  isItemLead,
  pastOf,
  scheduledBelow,
  withoutColon,
} from './role-words.js'
import { titleYear } from './years.js'

const grammar = compile(deadlinesGrammar)
const windows = compile(windowsGrammar)
const roles = compile(dateRolesGrammar)
const acts = compile(deadlineActsGrammar)
const eventRoles = compile(eventRolesGrammar)
const ownSteps = compile(ownStepsGrammar)

export function deadlineRole(
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
  // …前建成集中充电点,是否可行: what readers are asked about.
  if (roles.askedWhether.test(right)) return null
  const before = grammar.before.at(text, local.end)
  if (before) {
    const after = text.slice(before.end, base.sentence.end - offset)
    const limits =
      !grammar.obliged.test(left) &&
      grammar.conditionLead.test(roles.bracketed.replace(left, '')) &&
      !grammar.actorLead.test(left)
    // 4月20日前未缴费的,视为放弃: who has not acted by then is the late one.
    const undone = limits ? null : acts.leftUndone.find(after)
    if (undone && (undone.groups.not || acts.notBy.test(left)))
      return pastOf(context, base.resolved) ? null : asDeadline(before.end)
    // 最迟于7月31日前取得: so said, it is a limit whatever it is that must be had.
    const latest = grammar.latest.test(left)
    if (limits || (!latest && grammar.conditionRight.test(after)) || grammar.favour.test(after)) return null
    if (ownSteps.futureStep.test(left) || isOwnStep(left, after) || tellsPast(base, context, after)) return null
    if (ownSteps.entitled.test(left) && ownSteps.sendsOut.test(after)) return null
    if (ownSteps.ownBehind.test(after) || (isItemLead(left) && ownSteps.ownOutcome.test(after))) return null
    // 2025年底前实现…, in an answer to a proposal
    if (left.trim() === '' && answers(context)) return null
    // 填报范围。年底前需要开工建设的项目: it says what is meant.
    if (left.trim() === '' && grammar.scopeLabel.test(base.label || heading) && grammar.scopeRight.test(after))
      return null
    // 资格审查。11月21日前完成。
    const own =
      left.trim() === ''
        ? (base.label ?? '')
        : left.trimEnd().endsWith(':')
          ? withoutColon(left)
          : ownSteps.dayPreposition.replace(left, '')
    if (ownSteps.ownHeading.test(own) && ownSteps.doneOnly.test(after)) return null
    if (ownSteps.goal.test(left) || ownSteps.planned.test(left)) return null
    if (ownSteps.aim.test(left) && !grammar.actRight.test(after.slice(0, 12))) return null
    const limit = asDeadline(before.end, expression.last !== null)
    return windows.fromNow.test(left) && !ownSteps.ownNow.test(left) ? fromSigning(context, limit) : limit
  }
  if (left.trimEnd().endsWith(':') && scheduledBelow(context).has(base.moment.element)) return asDeadline()
  if (grammar.quotedOld.test(roles.bracketed.replace(left, '')) || grammar.termOfThing.test(left)) return null
  if (ownSteps.plannedTime.test(left) || grammar.countedTo.test(left)) return null
  if (!expression.last && roles.startLead.test(left)) return null
  if (grammar.amended.test(left) && grammar.limit.test(text.slice(base.sentence.start - offset, local.start)))
    return asDeadline()
  if (windows.fromNow.test(left)) return ownSteps.ownNow.test(left) ? null : fromSigning(context, asDeadline())
  if (windows.sinceThen.test(left)) return asDeadline()
  // 年会延期至12月13日举行
  if ((eventRoles.movedLead.test(left) && eventRoles.movedHeld.test(right)) || eventRoles.movedNow.test(left))
    return null
  // 认定截至某日 limits what counts; 认定时间截止到某日 limits the reader.
  if (grammar.putOff.test(left)) return null
  if (grammar.dueLead.test(left) && !(grammar.asOf.test(left) && grammar.conditionLead.test(left))) {
    if (ownSteps.history.test(left) && ownSteps.historyRight.test(right) && !grammar.closes.test(right)) return null
    if (
      grammar.asOf.test(left) &&
      !grammar.asOfAct.test(left) &&
      right.trim() !== '' &&
      !grammar.closes.test(right) &&
      !grammar.asOfAct.test(right) &&
      !acts.leftUndone.find(right)?.groups.not
    )
      return null
    return asDeadline()
  }
  // 三、重要日期 ↵ 6月30日:网上投稿截止
  if (isItemLead(left) && grammar.closesBehind.test(right)) return asDeadline()
  const closes = grammar.closes.at(right, 0)
  // A range that closes is a window only when something is done in it: 4月5日起至5月19日止 may be how long a thing goes on.
  // 滨河路于8月18日关闭: no way of handing in.
  const shut = closes && grammar.shuts.at(closes.text, 0)
  const over = closes && grammar.ends.test(closes.text) && grammar.endsOf.test(left) && !grammar.limit.test(left)
  const binds = over
    ? false
    : !shut || grammar.wayLead.test(roles.bracketed.replace(`${left}${shut.groups.before}`, ''))
  if (closes && binds && !expression.last && !grammar.conditionLead.test(left) && !ownSteps.goal.test(left))
    return asDeadline(local.end + closes.end)
  if (expression.last) {
    // 三、校外送审:3月26日至31日,完成论文的送审: an item of a plan that says what is to be finished.
    const item = left.trimEnd().endsWith(':') && !ownSteps.ownHeading.test(withoutColon(left))
    if (item && right.trimStart().startsWith(',') && windows.finishRight.test(right)) return asDeadline()
    // 作品提交截止 ↵ 8月1日—9月10日24:00截止
    if (closes && isItemLead(left) && grammar.saysLast.test(closes.text)) return asDeadline(local.end + closes.end)
    if (windows.yearAside.test(left)) return null
    if (windows.claimed.test(left) && windows.owedRight.test(right)) return null
    if (
      windows.opensFor.test(right) ||
      windows.openedTime.test(left) ||
      windows.opinionTime.test(left) ||
      windows.termThatIs.test(left)
    )
      return asDeadline()
    if (windows.askLead.test(left) || (heading && windows.askLead.test(`${bareHeading(heading)}:`))) return null
    // 名单自…至…在网站公示: whoever it is that shows it, readers may object in that window.
    if (windows.shownRight.test(right) && !grammar.conditionLead.test(left))
      return pastOf(context, base.resolved) ? null : asDeadline()
    if (ownSteps.ownStep.test(left) || ownSteps.officeBehind.test(right) || ownSteps.resultRight.test(right))
      return null
    if (grammar.conditionLead.test(left) || windows.rangeCondition.test(right)) return null
    // 一、暂停业务的时间 ↵ 贷款受理、抵押登记:9月23日至10月8日: what is not done in that time.
    const above = headingsAbove(context).get(base.moment.element) ?? ''
    if (eventRoles.outage.test(above) && left.trimEnd().endsWith(':')) return null
    const aside = windows.termAside.test(left) ? grammar.bracketCloses.at(right, 0) : null
    if (aside && windows.windowAct.test(right.slice(aside.end))) return asDeadline()
    // (二)选民登记阶段(11月21日~12月22日): a stage is named by what goes on in it.
    const stage = eventRoles.stageHeading.find(left)
    if (stage && eventRoles.stageName.test(stage.groups.stage!) && !eventRoles.stageAct.test(stage.groups.stage!))
      return null
    // …平台公告(预展时间|6月10日至12日): the label in the bracket says what goes on.
    const inner = left.slice(left.lastIndexOf('(') + 1)
    if (inner !== left && !inner.includes(')') && eventRoles.eventLead.test(inner) && !windows.windowLead.test(inner))
      return null
    if (windows.windowLead.test(left)) return asDeadline()
    const named =
      heading &&
      !windows.suspended.test(heading) &&
      !windows.outageRight.test(right) &&
      windows.windowLead.test(`${bareHeading(heading)}:`)
    if (expression.closing || named) return asDeadline()
    if (windows.partOfYear.test(left)) return asDeadline()
    // 2024年度企业所得税汇算清缴:1月1日至6月3日
    const term = left.trimEnd().endsWith(':') && windows.termsTitle.test(context.known.title?.text ?? '')
    if (term && !windows.suspended.test(left) && !longerThan(base.resolved, POLICY_DAYS)) return asDeadline()
    // 四、办理时间安排 ↵ 2.国有企业:7月8日—7月19日: whose window it is that the heading above speaks of.
    const grouped = windows.readerColon.test(left) && !windows.suspended.test(above)
    if (grouped && windows.windowLead.test(`${bareHeading(above)}:`)) return asDeadline()
    if (stage) return eventRoles.stageAct.test(stage.groups.stage!) ? asDeadline() : null
    if (grammar.conditionLead.test(left)) return null
    if (!base.label && longerThan(base.resolved, POLICY_DAYS)) return null
    if (base.label && windows.windowLead.test(`${bareHeading(base.label.replace(/（/g, '(').replace(/）/g, ')'))}:`))
      return asDeadline()
    // 9月16日14:00-18:00 报到、领取参赛证: who takes part comes.
    if (windows.suspended.test(right.slice(0, 30)) || eventRoles.comesRight.test(right)) return null
    // (第三届论坛,青屿,4月18—20日)进行注册: the bracket tells of what is registered for.
    const alone =
      isItemLead(left) ||
      windows.readerColon.test(left) ||
      (left.trimEnd().endsWith(',') && !grammar.bracketCloses.test(right))
    if ((alone || windows.alternative.test(left)) && windows.windowAct.test(right.slice(0, 24))) return asDeadline()
    const told = roles.bracketed.replace(right, '').slice(0, 30)
    // 定于5月12日-13日,请家长于5月8日前…: what is asked stands in a clause of its own.
    const apart = eventRoles.eventVerbLead.test(left) && right.trimStart().startsWith(',')
    if (!apart && windows.fixedStart.test(left) && windows.windowAct.test(right) && !eventRoles.hold.test(told))
      return asDeadline()
    if (windows.readerLead.test(left) && windows.handInThere.test(right)) return asDeadline()
    if (grammar.obliged.test(left) && windows.finishRight.test(right)) return asDeadline()
    // 需要补正的于…在系统内完成补正, 被取消岗位的考生可于…改报
    if (windows.whoeverLead.test(left) && windows.mendRight.test(right)) return asDeadline()
    return null
  }
  if (heading && grammar.dueLead.test(`${bareHeading(heading)}:`)) return asDeadline()
  const aside = grammar.beforeAside.test(left) ? grammar.bracketCloses.at(right, 0) : null
  if (aside && grammar.actRight.test(right.slice(aside.end))) return asDeadline()
  // 报名时间:3月5日 … a single day labelled as a limit of handing in.
  if (grammar.dayLead.test(left) && !grammar.beginsRight.test(right)) return asDeadline()
  // 3月10日至12日网上填报,3月13日现场确认
  const alone = isItemLead(left) || grammar.newClause.test(left) || ownSteps.dayPreposition.test(left)
  if (expression.first.day !== undefined && alone && grammar.thatDay.test(right)) return asDeadline()
  // 请于7月15日上报: the day itself is the last.
  // 须在5月19、20两日持…到现场复审: what the days of a list share stands behind the last.
  const told = grammar.listRest.replace(right, '')
  if (
    expression.first.day !== undefined &&
    (grammar.handInRight.test(told) || windows.handInThere.test(told)) &&
    (grammar.onDay.test(left) || isAskedToo(text.slice(base.sentence.start - offset, local.start)))
  )
    return asDeadline()
  return null
}

/** How long ago a limit may lie that a notice still names: it may be put on the web weeks after its last day. */
const STALE_DAYS = 60

/** How many days after a limit the notice that sets it may be signed. */
const LATE_DAYS = 14

/** A limit without a year that would lie far before the signature is next year's: 6月15日, signed in December. */
function yetToCome(context: Context, { resolved, moment }: Classified): ResolvedDate {
  const reference = context.reference()
  const { year, month, day } = reference
  const { first, last } = moment.expression
  if (!year || !month || !day || first.year !== undefined || last?.year !== undefined || first.yearShift !== undefined)
    return resolved
  // 2025年度…期限的通告, signed in December 2024: its 10月27日 is no day of the autumn before.
  const stale = titleYear(context) === year + 1 ? 0 : STALE_DAYS
  if (moment.expression.yearBefore !== undefined || addDays(resolved.end, stale) >= isoDay(year, month, day))
    return resolved
  return resolveExpression(moment.expression, { ...reference, year: year + 1 }) ?? resolved
}

/** 请…前报送初稿,并于16日: the request that the sentence began with holds for the day, too. */
const isAskedToo = (before: string): boolean => grammar.alsoOnDay.test(before) && grammar.asked.test(before)

/** 审查结果于…前公布, 并于…前书面通知本人, 中心于…前完成初审: what the issuer does, which binds no reader. */
const isOwnStep = (left: string, after: string): boolean =>
  (ownSteps.madeKnown.test(roles.bracketed.replace(after, '')) &&
    (ownSteps.ownResult.test(left) || ownSteps.ownAnswers.test(left))) ||
  (ownSteps.ownFuture.test(left) && ownSteps.officeStep.test(after) && !ownSteps.handsUp.test(after)) ||
  (ownSteps.tellsApplicant.test(after) && !ownSteps.ordered.test(left)) ||
  (ownSteps.ownOffice.test(left) && ownSteps.officeStep.test(after) && !ownSteps.handsUp.test(after))

/** What was to be done before the notice was signed, in a year that is printed, or is said to have been done. */
function tellsPast(base: Classified, context: Context, after: string): boolean {
  if (!pastOf(context, base.resolved)) return false
  // A notice may be signed some days after the first of its limits: …于10月16日前报送.
  const { end } = base.resolved
  const late = !pastOf(context, { ...base.resolved, end: addDays(end.slice(0, 10), LATE_DAYS) })
  if (late && ownSteps.handsUp.test(after) && !ownSteps.toldPast.test(after)) return false
  const { year, yearShift } = base.moment.expression.first
  return year !== undefined || yearShift !== undefined || ownSteps.toldPast.test(after)
}

/** Whether the notice answers somebody: the days it sets are its writer's. */
const answers = (context: Context): boolean => ownSteps.replyTitle.test(context.known.title?.text ?? '')

/** A window without a label that is longer than this is the term of a policy. */
const POLICY_DAYS = 200

const longerThan = (r: ResolvedDate, days: number) => addDays(r.start, days) < r.end.slice(0, 10)
