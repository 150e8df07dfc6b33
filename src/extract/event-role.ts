/** Whether something takes place on a date: by its label, what stands above it and what is said behind it. */
import dateRolesGrammar from '../../grammars/date-roles.js'
import windowsGrammar from '../../grammars/deadline-windows.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import eventRolesGrammar from '../../grammars/event-roles.js'
import eventsGrammar from '../../grammars/events.js'
import ownStepsGrammar from '../../grammars/own-steps.js'
import { compile } from '../grammar.js'
import type { ResolvedDate } from '../knowledge/calendar.js'
import { addDays } from '../knowledge/days.js'
import { presentText } from '../read/normalize.js'
import type { Context } from './define.js'
import { bareHeading, type Classified, fromSigning, isAhead, isItemLead, pastOf, withoutColon } from './role-words.js'

const grammar = compile(eventRolesGrammar)
const roles = compile(dateRolesGrammar)
const limits = compile(deadlinesGrammar)
const windows = compile(windowsGrammar)
const ownSteps = compile(ownStepsGrammar)
const events = compile(eventsGrammar)

export function eventRole(
  base: Classified,
  context: Context,
  left: string,
  right: string,
  heading: string,
  above: string,
): Classified | null {
  const { resolved } = base
  const isDay = base.moment.expression.first.day !== undefined
  const asEvent = (label?: string): Classified => ({
    ...base,
    role: 'event',
    label: label ? presentText(label) : base.label,
  })
  if (resolved.precision === 'year' || grammar.termFollows.test(right) || grammar.afterDay.test(right)) return null
  if (limits.countedTo.test(left)) return null
  if (base.moment.expression.last && (windows.rangeCondition.test(right) || limits.termOfThing.test(left))) return null
  // 因…期间某学会将召开…: what others hold is the reason for what is told.
  if (grammar.causeLead.test(left) || grammar.clashRight.test(right) || grammar.shiftedRight.test(right)) return null
  if (grammar.exceptRight.test(right)) return null
  if (grammar.heldLead.test(left) && grammar.movedHeld.test(right) && isAhead(context, resolved)) return asEvent()
  // 原定3月14日的停电检修…,现调整为|18日7:30-17:30,影响…
  const moved = grammar.movedNow.find(left)?.groups
  if (moved && isAhead(context, resolved)) return asEvent(moved.what ?? moved.other)
  /** What readers do under a label is a window, and no event. */
  const windowUnder = (label: string): Classified | null =>
    windows.windowLead.test(`${bareHeading(withoutColon(label))}:`)
      ? {
          ...base,
          role: 'deadline',
          window: base.moment.expression.last !== null,
          label: presentText(withoutColon(label)),
        }
      : null
  const session = grammar.session.find(left)
  // 其中第二批于2024年11月20日公布: told of what was.
  const told = session && grammar.sessionTold.test(session.text) && pastOf(context, resolved)
  if (session && !told)
    // 选课时间:第一轮8月20日至22日
    return (
      windowUnder(left.slice(0, left.indexOf(':') < 0 ? session.start : left.indexOf(':'))) ??
      windowUnder(above) ??
      asEvent(withoutColon(session.text))
    )
  if (grammar.eventLabel.test(left)) return asEvent(withoutColon(left))
  if (grammar.eventNoun.test(left) && isDay)
    return asEvent(roles.itemNumber.replace(left, '').replace(/(?<![:,\s])[:,\s]+$/, ''))
  // (四)笔试:暂定4月4日
  const stop = left.lastIndexOf(':')
  if (grammar.eventArranged.test(left)) return stop > 0 ? asEvent(left.slice(0, stop)) : asEvent()
  if (isDay && grammar.partOfExam.test(left)) return asEvent(roles.itemNumber.replace(left, ''))
  if (isDay && grammar.setFor.test(left) && grammar.clauseEnds.test(right) && isAhead(context, resolved))
    return asEvent()
  // 三、假期活动 ↵ “示例”诗会  10月6日19:00,总馆一楼
  if (isDay && grammar.activityLine.test(left) && grammar.activitiesHeading.test(above) && isAhead(context, resolved))
    return asEvent(roles.itemNumber.replace(left, '').trim())
  if (isItemLead(left) && isDay && grammar.eventBehind.test(right) && isAhead(context, resolved)) return asEvent()
  // 一、暂停业务的时间 ↵ 抵押登记:9月23日0时至10月8日9时
  if (base.moment.expression.last && left.trimEnd().endsWith(':') && grammar.outage.test(above))
    return asEvent(withoutColon(left))
  const ofOutage = base.moment.expression.last && isDay && grammar.outageStage.test(left)
  if (ofOutage && grammar.outageTitle.test(context.known.title?.text ?? '') && isAhead(context, resolved))
    return asEvent(withoutColon(left))
  const labelled = grammar.eventLead.find(left)
  if (labelled && !grammar.notEvent.test(left.slice(-24))) {
    const label = withoutColon(left)
    // Inside a sentence that is not a label line, 时间 alone names nothing.
    return asEvent(label)
  }
  const happening = resolved.precision === 'minute' ? grammar.happeningLabel.at(left, 0)?.groups.name : undefined
  if (happening !== undefined && isAhead(context, resolved)) return asEvent(happening)
  const what = grammar.startLabel.test(left) ? roles.itemNumber.replace(above, '').replace(/[。:]$/, '') : ''
  if (what !== '' && grammar.happens.test(what)) return asEvent(what)
  // 看房时间:7月9日至11日: whatever it is that happens, a label of its own gives its days.
  if (grammar.namedTime.test(left) && !grammar.notEvent.test(left.slice(-24)) && isDay && isAhead(context, resolved))
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
    isDay &&
    (grammar.partLabel.test(left) ||
      grammar.partPlace.test(left) ||
      grammar.partClass.test(left) ||
      grammar.partLot.test(left)) &&
    (grammar.eventHeading.test(above) || grammar.banHeading.test(above)) &&
    !grammar.notEvent.test(above) &&
    (grammar.outage.test(above) || !windows.outageRight.test(right))
  )
    // 二、年检时间 ↵ 社会团体:3月1日至5月31日
    return windowUnder(above) ?? asEvent(withoutColon(left))
  if (
    isDay &&
    grammar.comesRight.test(right) &&
    grammar.eventHeading.test(above) &&
    !grammar.notEvent.test(above) &&
    !limits.obliged.test(left)
  )
    return asEvent()
  // 三、大会内容 ↵ 11月5日:全天报到、布展
  if (
    left.trim() === '' &&
    isDay &&
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
    !limits.termOfThing.test(left) &&
    !windows.termAside.test(left) &&
    !pastBy(context, resolved, grammar.lastTime.test(left) ? 0 : LONG_AGO) &&
    !grammar.stageAct.test(stage.groups.stage!)
  )
    return asEvent(stage.groups.stage)
  if (grammar.everyYear.test(left.slice(-8))) return null
  // (三)复赛阶段。4月26日举行: the heading that runs on says what.
  const stageAbove = left.trim() === '' && isDay && base.label !== undefined && grammar.stageOf.test(base.label)
  if (stageAbove && grammar.heldAlone.test(right) && isAhead(context, resolved)) return asEvent()
  if (left.trimEnd().endsWith(',') && grammar.heldNext.test(right) && isAhead(context, resolved)) return asEvent()
  if (grammar.activityLead.test(left) && grammar.goesOnRight.test(right) && isAhead(context, resolved)) return asEvent()
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
  if (ownSteps.ownStep.test(left) && ownSteps.officeStep.test(right)) return null
  if (ownSteps.ownNow.test(left) && grammar.eventVerbRight.test(right)) return fromSigning(context, asEvent())
  if (arranged) return asEvent()
  const happens = grammar.eventVerbRight.test(right) || grammar.eventVerbRight.test(roles.bracketed.replace(right, ''))
  // 将于9月14日开始,至9月19日结束: the verb stands within the range.
  const begins = () => grammar.beginsWithin.test(context.text.slice(base.range.start, base.range.end))
  if (base.moment.expression.last && (happens || begins())) return asEvent()
  if (grammar.heldAt.test(right) || grammar.begins.test(right) || grammar.willHold.test(right)) return asEvent()
  // (二)宣讲会 ↵ 1.3月12日14:30,某大学就业中心
  if (heading && isDay && isAhead(context, resolved)) {
    const name = roles.itemNumber.replace(heading, '').replace(/[。:]$/, '')
    if (grammar.happens.test(name) || events.happening.test(name)) return asEvent()
  }
  return null
}

/** How many days before its signing what a notice announces may have taken place. */
const LATE = 14

/** A stage that ended so many days before is none of what is announced: 上一自然年度(2023年1月1日至12月31日). */
const LONG_AGO = 60

/** Whether a date lies so many days before the day of signing, or more. */
function pastBy(context: Context, resolved: ResolvedDate, days: number): boolean {
  return pastOf(context, { ...resolved, end: addDays(resolved.end.slice(0, 10), days) })
}
