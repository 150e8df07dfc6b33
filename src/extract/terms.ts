/**
 * Terms counted from an event (自公布之日起30日内, 公示期5个工作日), and their last day where the notice gives the first. How days are
 * counted: see `Deadline`.
 */
import dateRolesGrammar from '../../grammars/date-roles.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import termsGrammar from '../../grammars/terms.js'
import { type CompiledRule, compile } from '../grammar.js'
import { resolveExpression } from '../knowledge/calendar.js'
import { addDays, addMonths } from '../knowledge/days.js'
import { numeral } from '../knowledge/expressions.js'
import { addWorkingDays, isWorkingDay } from '../knowledge/working-days.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { RelativeTerm } from '../types.js'
import type { Context, PlacedMatch, Range } from './define.js'
import { firstFrom, type RangeSet } from './ranges.js'
import { isDraftArticle, isOfDraft, sentenceAt } from './role-words.js'

const grammar = compile(termsGrammar)
const roles = compile(dateRolesGrammar)
const limits = compile(deadlinesGrammar)

/** A term in its sentence. */
export interface Term {
  element: NoticeElement
  /** All that the rule matched, with the actor before it. */
  range: Range
  /** The printed term from its 自, 在 or 于 on. */
  printed: Range
  sentence: Range
  relative: RelativeTerm
  due: string | null
  from?: string
  /** 公示期: the act is named in the term itself. */
  act?: string
  rule: string
}

const UNITS: Record<string, RelativeTerm['unit']> = {
  工作日: 'workingDay',
  自然日: 'day',
  日历日: 'day',
  日: 'day',
  天: 'day',
  月: 'month',
  个月: 'month',
  年: 'year',
  周: 'day',
  小时: 'hour',
  个小时: 'hour',
  分钟: 'minute',
}

const RULES: CompiledRule[] = [
  grammar.runsFrom,
  grammar.relative,
  grammar.onReceipt,
  grammar.periodIs,
  grammar.termAfterIs,
  grammar.termBefore,
  grammar.termPrior,
  grammar.termOnly,
]

export function* termsOf(context: Context, element: NoticeElement, taken: RangeSet): Iterable<Term> {
  if (!grammar.anyTerm.test(element.value) || isDraftArticle(context, element) || isOfDraft(context, element)) return
  for (const sentence of sentencesOf(element.value)) {
    // The rules look from every character on: they are spared the sentences without a term.
    const value = element.value.slice(sentence.start, sentence.end)
    if (!grammar.anyTerm.test(value) || roles.askedWhether.test(value)) continue
    const range = { start: element.range.start + sentence.start, end: element.range.start + sentence.end }
    const part = { ...element, value, range }
    for (const rule of RULES) {
      for (const m of context.match(rule, part)) {
        const term = (m.group('term') ?? m.group('term2'))!
        if (taken.overlaps({ start: term.start, end: m.range.end })) continue
        const found = readTerm(context, element, m, rule)
        if (!found) continue
        taken.add(m.range)
        yield found
      }
    }
  }
}

/** Sentences of a paragraph, split at full stops and semicolons. */
function sentencesOf(text: string): Range[] {
  const out: Range[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '。' && text[i] !== ';') continue
    if (i > start) out.push({ start, end: i })
    start = i + 1
  }
  return out
}

function readTerm(context: Context, element: NoticeElement, m: PlacedMatch, rule: CompiledRule): Term | null {
  const count = numeral((m.groups.n ?? m.groups.n2)!)
  const word = (m.groups.u ?? m.groups.u2)!
  const unit = UNITS[word]
  if (Number.isNaN(count) || count === 0 || !unit) return null
  const amount = word === '周' ? count * 7 : count
  const offset = element.range.start
  const local = { start: m.range.start - offset, end: m.range.end - offset }
  const bounds = sentenceAt(element.value, local.start, local.end)
  const sentence = { start: offset + bounds.start, end: offset + bounds.end }
  const after = eventOf(m)
  if (!bindsReader(context, element, m, rule, unit, after, local, bounds)) return null
  const backward = rule === grammar.termPrior || (m.groups.side ?? m.groups.side2) === '前'
  const printed = termRange(m, rule)
  const { text } = context.fact(printed)
  const first = backward ? null : firstDay(context, element, sentence, after, m, rule)
  // Hours count from a moment, which no notice prints.
  const due = first && !isClockUnit(unit) ? lastDay(context, first, amount, unit, printed) : null
  return {
    element,
    range: m.range,
    printed,
    sentence,
    relative: { text, amount, unit, ...(backward ? { after: '', before: after } : { after }) },
    due,
    ...(due && first?.counts && first.day !== due ? { from: first.day } : {}),
    ...(rule === grammar.periodIs ? { act: m.groups.after! } : {}),
    rule: rule.id,
  }
}

const isClockUnit = (unit: RelativeTerm['unit']) => unit === 'hour' || unit === 'minute'

/** The event that the term counts from, as printed, without prepositions and the actor. */
function eventOf(m: PlacedMatch): string {
  const printed = presentText(m.groups.after ?? m.groups.after2 ?? '')
  const event = grammar.actorBefore.replace(grammar.preposition.replace(printed, ''), '')
  return grammar.endsInDay.test(event) && m.text.includes(`${event}日`) ? `${event}日` : event
}

/** Whether the match is a term for a reader: not a span of experience, a validity, a payment. */
function bindsReader(
  context: Context,
  element: NoticeElement,
  m: PlacedMatch,
  rule: CompiledRule,
  unit: RelativeTerm['unit'],
  after: string,
  local: Range,
  bounds: Range,
): boolean {
  const { value } = element
  if (grammar.issuerPays.test(value.slice(local.end)) && !grammar.reader.test(value.slice(bounds.start, local.start)))
    return false
  // 考后40个工作日之后: the earliest day.
  if (grammar.lateFloor.test(value.slice(local.end, local.end + 4))) return false
  const term = (m.group('term') ?? m.group('term2'))!.start - element.range.start
  const lead = value.slice(Math.max(bounds.start, local.start - 24), term)
  // 公告期限:1个工作日 says how long the announcement of a tender stands.
  if (grammar.standsFor.test(lead)) return false
  if (rule === grammar.runsFrom)
    return (
      grammar.runsAct.test(m.text) ||
      grammar.runsAct.test(value.slice(Math.max(bounds.start, local.start - 12), local.start))
    )
  if (rule === grammar.termOnly) return !grammar.recent.test(lead)
  if (rule === grammar.termBefore) return after !== '' || m.groups.ahead !== undefined
  // 公示7天, without 期, is a step of the issuer's unless this paper is the publication.
  if (rule === grammar.periodIs && !m.groups.label && !m.groups.base)
    return isOwnPeriod(context, m, { start: element.range.start + bounds.start, end: element.range.start + bounds.end })
  if (rule !== grammar.relative) return true
  const from = m.groups.lead!.trim()
  if (grammar.notTerm.test(lead.replace(m.groups.lead!, '')) || grammar.notTerm.test(after)) return false
  // 符合条件的48小时内放行: hours behind 的 are what an office promises.
  if (!grammar.anchored.test(from) && (isClockUnit(unit) || !grammar.loosely.test(from))) return false
  const before = value.slice(Math.max(bounds.start, local.start - 24), local.start)
  if (!m.groups.within && !grammar.atMost.test(m.groups.term!) && !isLimit(before)) return false
  if (unit === 'year' && !grammar.yearAnchor.test(from)) return false
  return after !== '' || grammar.immediate.test(from)
}

/** 整改时限:自…起15日: the label says that it is a limit. */
const isLimit = (before: string): boolean => limits.dueLead.test(before) && !limits.termOfThing.test(before)

/** The first day of a term, and whether it counts as one of its days. */
interface FirstDay {
  day: string
  counts: boolean
}

/** How much before its sentence is looked at for what is made known on a day of its own. */
const TOLD = 300

/** The day from which a term counts, when the notice itself gives it. */
function firstDay(
  context: Context,
  element: NoticeElement,
  sentence: Range,
  after: string,
  m: PlacedMatch,
  rule: CompiledRule,
): FirstDay | null {
  const printed = printedDay(context, m, rule)
  if (printed) return printed
  const days = ownDays(context)
  if (grammar.commencement.test(after)) {
    return days.effective ? { day: days.effective, counts: false } : null
  }
  // A term in a document carried as an annex counts from that document's day.
  if (element.zone === 'appendix') return null
  const { own } = days
  if (!own) return null
  const lead = context.text.slice(Math.max(sentence.start, m.range.start - 12), m.range.start)
  if (grammar.immediate.test(m.text) || grammar.immediateLead.test(lead)) return { day: own, counts: true }
  if (rule === grammar.periodIs) {
    const base = presentText(m.groups.base ?? m.groups.base2 ?? '')
    if (base) return isPublication(context, grammar.preposition.replace(base, '')) ? { day: own, counts: true } : null
    return isOwnPeriod(context, m, sentence) ? { day: own, counts: true } : null
  }
  // 于2月28日前发布…,并自发布之日起: the readers' own publication, not the notice's.
  const earlier = context.text.slice(sentence.start, m.range.start)
  if (!grammar.ownPaper.test(after) && earlier.includes(after.slice(-2)) && !grammar.nowShown.test(earlier)) return null
  // 录取名单7月5日公布。…于公布之日起3日内: the list's own day.
  const told = context.text.slice(Math.max(element.range.start, sentence.start - TOLD), sentence.start)
  if (!grammar.ownPaper.test(after) && grammar.laterShown.test(told) && !grammar.nowShown.test(told)) return null
  return isPublication(context, after) ? { day: own, counts: false } : null
}

interface OwnDays {
  /** Day of signing, else of publication on the site. */
  own?: string
  effective?: string
}

const daysOf = new WeakMap<object, OwnDays>()

/** The days that the notice gives of itself. */
function ownDays(context: Context): OwnDays {
  const known = context.known.dates
  if (!known) return {}
  let days = daysOf.get(known)
  if (!days) {
    const day = (role: string) => known.find((d) => d.role === role)?.start.slice(0, 10)
    const own = day('signed') ?? day('published')
    const effective = day('effective')
    days = { ...(own ? { own } : {}), ...(effective ? { effective } : {}) }
    daysOf.set(known, days)
  }
  return days
}

/** 自3月1日起30日内, 公示期7天,自3月1日起: the day is printed at the term. Behind 起 it counts, behind 后 it does not. */
function printedDay(context: Context, m: PlacedMatch, rule: CompiledRule): FirstDay | null {
  const { text } = context
  const moments = context.moments()
  const moment = moments[firstFrom(moments, m.range.start, (o) => o.range.start)]
  if (!moment || moment.expression.last || moment.expression.first.day === undefined) return null
  const counts = grammar.setsOut.test(text.slice(moment.range.end, moment.range.end + 4))
  const inside = moment.range.end <= m.range.end
  const behind =
    rule === grammar.periodIs &&
    counts &&
    moment.range.start - m.range.end < 12 &&
    grammar.startsAt.test(text.slice(m.range.end, moment.range.start))
  if (!inside && !behind) return null
  const day = resolveExpression(moment.expression, context.reference())?.start.slice(0, 10)
  return day ? { day, counts } : null
}

/** 公布, 本通知印发, 本批复: the notice's own publication. 公告发布之日 in a rule means any announcement, in one it means this. */
function isPublication(context: Context, after: string): boolean {
  const m = grammar.publication.find(after)
  if (!m) return false
  const type = context.known.documentType?.text ?? ''
  const { kind, own } = m.groups
  if (own !== undefined) return true
  if (grammar.ruleKind.test(type)) return false
  return !kind || kind === type || grammar.anyPaper.test(kind)
}

/** Whether 公示期, 征求意见期 is that of the notice itself, and no later one's. */
function isOwnPeriod(context: Context, m: PlacedMatch, sentence: Range): boolean {
  const heading = `${context.known.title?.text ?? ''} ${context.known.documentType?.text ?? ''}`
  const act = m.groups.after!
  const now = grammar.nowShown.test(context.text.slice(sentence.start, m.range.start))
  if (grammar.publicity.test(act)) return now || grammar.publicity.test(heading)
  if (grammar.comments.test(act)) return now || grammar.draft.test(heading)
  return act === '公告' && context.known.documentType?.text === act
}

/** The last day; a working-day term may run beyond the years that are known. */
function lastDay(
  context: Context,
  first: FirstDay,
  amount: number,
  unit: RelativeTerm['unit'],
  printed: Range,
): string | null {
  const { day, counts } = first
  if (unit === 'workingDay') {
    const due = addWorkingDays(day, amount, { inclusive: counts })
    if (!due)
      context.report(
        'deadlines/working-days-unknown',
        `the working days from ${day} on are not known: the term is not counted`,
        printed,
        'info',
      )
    return due
  }
  const end = unit === 'day' ? addDays(day, amount) : addMonths(day, unit === 'month' ? amount : amount * 12)
  const due = counts ? addDays(end, -1) : end
  if (isWorkingDay(due) === false)
    context.report('deadlines/ends-on-day-off', `${due}, the last day of the term, is a day off`, printed, 'info')
  return due
}

/** The printed term from its 自, 在 or 于 on, without the actor before it. */
function termRange(m: PlacedMatch, rule: CompiledRule): Range {
  const term = (m.group('term') ?? m.group('term2'))!
  const lead = m.text.slice(0, term.start - m.range.start)
  const at = grammar.termStart.all(lead).at(-1)
  const label = (rule === grammar.periodIs ? null : grammar.labelBefore.at(lead, 0)) ?? roles.itemNumber.at(lead, 0)
  return { start: m.range.start + (at?.start ?? label?.end ?? 0), end: m.range.end }
}
