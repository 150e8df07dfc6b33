/** What must be done by when: dated, within a window, within a term, or again and again. */
import dateRolesGrammar from '../../grammars/date-roles.js'
import windowsGrammar from '../../grammars/deadline-windows.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import ownStepsGrammar from '../../grammars/own-steps.js'
import termsGrammar from '../../grammars/terms.js'
import { compile } from '../grammar.js'
import type { ResolvedDate } from '../knowledge/calendar.js'
import { addDays } from '../knowledge/days.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Deadline } from '../types.js'
import { actOf, type Borders, type Place } from './deadline-act.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { firstFrom, RangeSet } from './ranges.js'
import { findRecurrences } from './recurrence.js'
import { type Classified, headingsAbove, isDraftArticle, sentenceAt } from './role-words.js'
import { classified } from './roles.js'
import { type Term, termsOf } from './terms.js'

const grammar = compile(deadlinesGrammar)
const windows = compile(windowsGrammar)
const roles = compile(dateRolesGrammar)
const ownSteps = compile(ownStepsGrammar)
const relative = compile(termsGrammar)

/** A deadline whose act is yet to be read: where the next one begins must be known first. */
interface Candidate {
  place: Place
  value: Omit<Deadline, 'action'>
  action?: string
  score: number
  rule: string
}

/** `from`: where the window began, if a date before says so. */
function dated(context: Context, c: Classified, from: string | null): Candidate {
  const { resolved } = c
  // 一、登记时间 ↵ 公告之日起至4月10日: where nothing else stands, the heading says what is done.
  const above = headingsAbove(context).get(c.moment.element) || undefined
  return {
    place: { element: c.moment.element, range: c.range, sentence: c.sentence, label: c.label || above },
    value: context.factWith(c.range, {
      due: resolved.end,
      ...(c.window && resolved.start !== resolved.end ? { from: resolved.start } : from ? { from } : {}),
    }),
    score: 1,
    rule: 'deadlines/dated',
  }
}

function counted(context: Context, term: Term): Candidate {
  const { due, from, relative, act, rule } = term
  const label = headingsAbove(context).get(term.element) || undefined
  return {
    place: { element: term.element, range: term.printed, sentence: term.sentence, label },
    value: context.factWith(term.printed, { due, ...(from ? { from } : {}), relative }),
    ...(act === undefined ? {} : { action: act }),
    score: 0.9,
    rule,
  }
}

function* recurring(context: Context, element: NoticeElement, taken: RangeSet, terms: Range[]): Iterable<Candidate> {
  const { value } = element
  const offset = element.range.start
  for (const r of findRecurrences(value)) {
    const bounds = sentenceAt(value, r.start, r.end)
    const range = { start: offset + r.start, end: offset + r.end }
    taken.add(range)
    terms.push(range)
    const lead = value.slice(Math.max(bounds.start, r.start - 30), r.start)
    if (ownSteps.ownStep.test(lead) || grammar.announcedLead.test(lead)) continue
    // 每月25日前在协会网站公告: the issuer's own.
    if (ownSteps.ownBoard.test(value.slice(r.end, bounds.end))) continue
    if (roles.itemNumber.test(value) && grammar.ofWhich.test(value.slice(r.end))) continue
    const fact = context.fact(range)
    yield {
      place: { element, range, sentence: { start: offset + bounds.start, end: offset + bounds.end }, label: undefined },
      value: {
        text: fact.text,
        span: fact.span,
        due: null,
        relative: { text: fact.text, amount: r.amount, unit: r.unit, after: '' },
        ...(r.rule ? { recurrence: r.rule } : {}),
      },
      score: 0.9,
      rule: 'deadlines/recurring',
    }
  }
}

/** All deadlines in the order of the text, no two from the same words; every recurring term goes into `terms`. */
function candidates(context: Context, terms: Range[]): Candidate[] {
  const found: Candidate[] = []
  const taken = new RangeSet()
  const elements = context.elements('paragraph', 'note')
  for (const element of elements) {
    if (!isDraftArticle(context, element)) for (const c of recurring(context, element, taken, terms)) found.push(c)
  }
  const due: Classified[] = []
  const ranges: Classified[] = []
  let before: Classified | null = null
  const all = classified(context)
  for (let i = 0; i < all.length; i++) {
    const c = all[i]!
    const opened = before && isOpening(context, before, c) ? before.resolved.start : null
    before = c
    if (c.role !== 'deadline' || taken.covers(c.range)) continue
    due.push(c)
    if (c.window) ranges.push(c)
    // 登记时间:5月15日、16日: days on end are a window.
    let last = c
    while (isNextDay(context, last, all[i + 1])) last = all[++i]!
    let whole = last === c ? c : spanning(c, last)
    const hour = closingHour(context, whole, all[i + 1])
    if (hour !== null) {
      last = all[++i]!
      whole = until(whole, last, hour)
    }
    found.push(dated(context, whole, opened))
    taken.add({ start: c.range.start, end: last.range.end })
  }
  for (const element of elements)
    for (const term of termsOf(context, element, taken)) {
      // 公示期为5个工作日(3月11日至3月15日): the window says it.
      const at = firstFrom(ranges, term.range.end, (w) => w.range.start)
      const next = ranges[at]
      if (term.act !== undefined && next && isWindowOf(context, next, term)) continue
      // 自3月12日至3月18日公示,公示期5个工作日: likewise.
      if (term.act !== undefined && ranges[at - 1]?.sentence.start === term.sentence.start) continue
      if (isOwnTerm(context, term)) continue
      const day = due[firstFrom(due, term.range.end, (d) => d.range.start)]
      if (day && explains(context, day, term)) continue
      found.push(counted(context, term))
    }
  return found.sort((a, b) => a.place.range.start - b.place.range.start)
}

const isOneDay = ({ start, end }: ResolvedDate) => start.slice(0, 10) === end.slice(0, 10)

/** Whether a date is the day right after another, listed with it, and no deadline of its own. */
function isNextDay({ text }: Context, day: Classified, next: Classified | undefined): boolean {
  if (!next || next.role === 'event' || next.moment.element !== day.moment.element) return false
  if (!isOneDay(day.resolved) || !isOneDay(next.resolved)) return false
  if (addDays(day.resolved.start.slice(0, 10), 1) !== next.resolved.start.slice(0, 10)) return false
  return grammar.listed.test(text.slice(day.range.end, next.range.start))
}

/** One window from a day to another. */
const spanning = (first: Classified, last: Classified): Classified => ({
  ...first,
  window: true,
  range: { start: first.range.start, end: last.range.end },
  resolved: { ...first.resolved, end: last.resolved.end },
})

/** 7月26日至28日(28日下午4:30截止): the hour at which the last day of a window closes, told in the bracket behind it. */
function closingHour({ text }: Context, { resolved, range }: Classified, next: Classified | undefined): string | null {
  if (!next || resolved.end.includes('T') || !grammar.bracketOpens.test(text.slice(range.end, next.range.start)))
    return null
  const [day, hour] = next.resolved.end.split('T')
  // The bracket leaves the year out.
  return hour !== undefined && day!.slice(5) === resolved.end.slice(5) ? hour : null
}

/** The same up to an hour of its last day. */
const until = (window: Classified, last: Classified, hour: string): Classified => ({
  ...window,
  range: { start: window.range.start, end: last.range.end },
  resolved: { ...window.resolved, end: `${window.resolved.end}T${hour}` },
})

/** 自11月10日起填报,系统于11月30日关闭: the first day begins the window that the second ends. */
const isOpening = ({ text }: Context, first: Classified, last: Classified): boolean =>
  first.role === 'mentioned' &&
  !first.moment.expression.last &&
  first.sentence.start === last.sentence.start &&
  first.resolved.start < last.resolved.end &&
  windows.sinceDay.test(text.slice(first.sentence.start, first.range.start)) &&
  windows.opensWindow.test(text.slice(first.range.end, last.range.start))

/** 招标人自收到异议之日起3日内作出答复, 保证金在5个工作日内退还: the issuer's own step. */
function isOwnTerm({ text }: Context, { sentence, printed }: Term): boolean {
  const before = text.slice(sentence.start, printed.start)
  const behind = text.slice(printed.end, sentence.end)
  if (ownSteps.neverDone.test(behind) || ownSteps.opensAside.test(behind)) return true
  if ((ownSteps.ownOffice.test(before) || ownSteps.ownWill.test(before)) && ownSteps.officeStep.test(behind))
    return true
  if (ownSteps.futureStep.test(before) && ownSteps.officeGives.test(behind)) return true
  if (
    ownSteps.contractLead.test(text.slice(printed.start, printed.end)) &&
    (behind.trim() === '' || ownSteps.performs.test(behind))
  )
    return true
  return ownSteps.refundLead.test(before) && ownSteps.refundRight.test(behind)
}

/** 会前三日(即10月17日前), 于三日内(10月17日前): the day stands for the term. */
function explains({ text }: Context, day: Classified, term: Term): boolean {
  const between = text.slice(term.range.end, day.range.start)
  if (grammar.thatIs.test(between)) return true
  return grammar.bracketOpens.test(between) && grammar.bracketCloses.test(text.slice(day.range.end, day.range.end + 4))
}

const isWindowOf = (context: Context, window: Classified, term: Term): boolean =>
  window.range.start < term.sentence.end &&
  relative.startsAt.test(context.text.slice(term.range.end, window.range.start))

/** Where clauses end: at every deadline, every event, and every date that begins a clause. */
function bordersOf(context: Context, found: readonly Candidate[], terms: readonly Range[]): Borders {
  const taken = new RangeSet()
  const borders = [...found.map((c) => c.place.range), ...terms]
  for (const range of borders) taken.add(range)
  for (const c of classified(context)) {
    if (taken.overlaps(c.range)) continue
    if (
      c.role === 'mentioned' &&
      !grammar.newClause.test(context.text.slice(Math.max(0, c.range.start - 4), c.range.start))
    )
      continue
    borders.push(c.range)
  }
  return borders.sort((a, b) => a.start - b.start)
}

export const deadlines = defineExtractor({
  name: 'deadlines',
  many: true,
  *extract(context): Iterable<Finding<Deadline>> {
    const terms: Range[] = []
    const found = candidates(context, terms)
    const borders = bordersOf(context, found, terms)
    const seen = new Set<string>()
    for (const { place, value, action, score, rule } of found) {
      const act = actOf(context, place, borders)
      const { text, span, due, from, relative, recurrence } = value
      const whole: Deadline = {
        text,
        span,
        due,
        ...(from ? { from } : {}),
        // 公示期: the act is the issuer's, on its own board.
        ...(action === undefined ? act : { action, ...(act.consequence ? { consequence: act.consequence } : {}) }),
        ...(relative ? { relative } : {}),
        ...(recurrence ? { recurrence } : {}),
      }
      // The same act by the same day, said again under an annex or as a summary.
      const key = `${from ?? ''}${due ?? text}${action ?? act.action}`
      if (seen.has(key)) continue
      seen.add(key)
      yield { value: whole, range: place.range, score, rule }
    }
  },
})
