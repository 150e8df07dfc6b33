/** What the readers of a date's role share: the classified date, the words around it, and whether it lies ahead. */
import dateRolesGrammar from '../../grammars/date-roles.js'
import windowsGrammar from '../../grammars/deadline-windows.js'
import { compile } from '../grammar.js'
import type { ResolvedDate } from '../knowledge/calendar.js'
import { isoDay } from '../knowledge/days.js'
import type { DateExpression } from '../knowledge/expressions.js'
import type { NoticeElement } from '../parse/tree.js'
import type { DateRole } from '../types.js'
import type { Context, Moment, Range } from './define.js'

const grammar = compile(dateRolesGrammar)
const windows = compile(windowsGrammar)

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

const headingCache = new WeakMap<Context, Map<NoticeElement, string>>()

/** The numbered, labelled or marked line that stands last above each element; computed once. */
export function headingsAbove(context: Context): Map<NoticeElement, string> {
  const known = headingCache.get(context)
  if (known) return known
  const out = new Map<NoticeElement, string>()
  headingCache.set(context, out)
  const firsts = new Map<NoticeElement, DateExpression>()
  for (const { element, expression } of context.moments()) if (!firsts.has(element)) firsts.set(element, expression)
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
    const at = first?.start ?? -1
    const timed = first?.first.hour !== undefined
    if (at >= 0 && isItemLead(value.slice(0, at)) && (at > 0 ? colon < 0 || colon > at : colon > 0 || timed)) continue
    // 为避免拥堵,分批进行: a sentence that leads over to what the heading is about.
    if (last !== '' && value.includes(',') && !grammar.itemNumber.test(value) && grammar.itemNumber.test(last)) continue
    if (colon < 0 || colon > at) last = value
  }
  return out
}

const scheduleCache = new WeakMap<Context, Set<NoticeElement>>()

/** The lines 某组:5月29日上午 below one that asks for something in turn: each says when its group must; computed once. */
export function scheduledBelow(context: Context): Set<NoticeElement> {
  const known = scheduleCache.get(context)
  if (known) return known
  const out = new Set<NoticeElement>()
  scheduleCache.set(context, out)
  let asked = false
  for (const element of context.elements('paragraph')) {
    if (windows.bySchedule.test(element.value)) asked = true
    else if (asked && grammar.groupLine.test(element.value)) out.add(element)
    else asked = false
  }
  return out
}

/** Longest reach of a sentence to either side of what is looked at; prose keeps far below it. */
const SENTENCE = 400

/** 。 ; ! ? and the ends of lines and cells: asked for every character around a date. */
const isStop = (unit: number) =>
  unit === 0x3002 || unit === 0x3b || unit === 0x21 || unit === 0x3f || unit === 0x0a || unit === 0x09

/** Bounds of the sentence around an offset of a text: between full stops and semicolons. */
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
export const withoutColon = (label: string) => label.replace(/(?<![:\s])[:\s]+$/, '')

/** The heading that runs on with its text before a sentence: (二)报名时间。自… */
export function runOnHeading(text: string, sentenceStart: number): string {
  const before = text.slice(Math.max(0, sentenceStart - 40), sentenceStart)
  if (sentenceStart > 40 || !grammar.itemNumber.test(before)) return ''
  const heading = before.replace(/(?<![。;:\s])[。;:\s]+$/, '')
  // 一、时间安排:申报6月1日起;审核…: sentences before this one are no heading.
  return /[。;]/.test(heading) ? '' : heading
}

/** How much of the clause left of a date is looked at. */
export const LEFT = 40

/** A heading without its second half and its stop, to be looked at like a label. */
export const bareHeading = (heading: string) => grammar.placeSuffix.replace(heading, '')

/** Nothing but the number of its item stands before the date. */
export const isItemLead = (left: string) => grammar.itemNumber.replace(left, '').trim() === ''

/** 即日起至…: the window opens on the day of signing. */
export function fromSigning(context: Context, deadline: Classified): Classified {
  const { year, month, day } = context.reference()
  if (!year || !month || !day) return deadline
  const start = isoDay(year, month, day)
  if (start >= deadline.resolved.end.slice(0, 10)) return deadline
  return { ...deadline, window: true, resolved: { ...deadline.resolved, start } }
}

/** Whether the date is known to lie behind the day of signing. */
export const isAhead = (context: Context, resolved: ResolvedDate): boolean =>
  context.reference().day !== undefined && !pastOf(context, resolved)

/** Whether the date lies before the day of signing, that is, tells history. */
export function pastOf(context: Context, resolved: ResolvedDate): boolean {
  const { year, month, day } = context.reference()
  if (!year || !month) return false
  const signed = `${year}-${String(month).padStart(2, '0')}-${String(day ?? 1).padStart(2, '0')}`
  return resolved.end.slice(0, 10) < signed
}

/** Whether an element stands in an annex to a notice that asks for opinions: the terms of a draft and of what explains it bind nobody. */
export const isOfDraft = (context: Context, { zone }: NoticeElement): boolean =>
  zone === 'appendix' && grammar.draftTitle.test(context.known.title?.text ?? '')

/** Whether a paragraph is an article of the draft that readers are asked for their opinion of: nothing in it holds yet. */
export const isDraftArticle = (context: Context, { value }: NoticeElement): boolean =>
  grammar.article.test(value) && grammar.draftTitle.test(context.known.title?.text ?? '')
