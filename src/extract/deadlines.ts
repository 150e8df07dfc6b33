/** What must be done by when: dated, within a window, within a term, or again and again. */
import deadlinesGrammar from '../../grammars/deadlines.js'
import { compile, type CompiledRule } from '../grammar.js'
import { addDays, addMonths, numeral } from '../knowledge/calendar.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Deadline, RelativeTerm } from '../types.js'
import { type Context, defineExtractor, type Finding, type PlacedMatch, type Range } from './define.js'
import { type Classified, classified, sentenceAt } from './roles.js'

const grammar = compile(deadlinesGrammar)

/** Greatest length of an action; the printed clause is cut at a comma before it. */
const ACTION = 80

/** The act that a deadline asks for: the clause behind the date, else the one before it, else its label. */
function actionOf(context: Context, c: { range: Range; sentence: Range; label?: string }): string {
  const { text } = context
  const right = text.slice(c.range.end, c.sentence.end).replace(/^[\s,:、)]+/, '')
  const left = text.slice(c.sentence.start, c.range.start).replace(/^[(（]?[\d一二三四五六七八九十]{1,3}[)）、.]\s*/, '')
  const label = left.replace(/[\s:(]+$/, '')
  const shorten = (s: string) => {
    const whole = presentText(s).replace(/[，、：；]+$/, '')
    if (whole.length <= ACTION) return whole
    const comma = whole.lastIndexOf('，', ACTION)
    return comma > 8 ? whole.slice(0, comma) : whole.slice(0, ACTION)
  }
  if (right.length >= 2) return shorten(right)
  if (label.length >= 2) return shorten(label)
  return c.label ? shorten(c.label.replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[)）、.]\s*/, '')) : ''
}

function details(context: Context, sentence: Range): Pick<Deadline, 'recipient' | 'deliverables'> {
  const clause = context.text.slice(sentence.start, sentence.end)
  const to = grammar.recipient.find(clause)
  const what = grammar.deliverables.find(clause)
  const recipient = to ? presentText((to.groups.to ?? to.groups.to2)!) : undefined
  const deliverables = what
    ? presentText(what.groups.what!)
        .split(/[、和]|以及/)
        .map((s) => s.trim())
        .filter((s) => s.length > 1)
    : []
  return { ...(recipient ? { recipient } : {}), ...(deliverables.length ? { deliverables } : {}) }
}

function dated(context: Context, c: Classified): Finding<Deadline> {
  const { resolved, moment } = c
  return {
    value: {
      ...context.fact(c.range),
      due: resolved.end,
      ...(c.window && moment.expression.last && resolved.start !== resolved.end ? { from: resolved.start } : {}),
      action: actionOf(context, c),
      ...details(context, c.sentence),
    },
    range: c.range,
    score: 1,
    rule: 'deadlines/dated',
  }
}

const UNITS: Record<string, RelativeTerm['unit']> = { 工作日: 'workingDay', 自然日: 'day', 日历日: 'day', 日: 'day', 天: 'day', 月: 'month', 个月: 'month', 年: 'year', 周: 'day' }

const RELATIVE: CompiledRule[] = [grammar.relative, grammar.periodIs, grammar.termAfterIs, grammar.termBefore, grammar.termPrior, grammar.termOnly]

function* relative(context: Context, element: NoticeElement, taken: Range[]): Iterable<Finding<Deadline>> {
  if (!/[日天月年]/.test(element.value)) return
  for (const rule of RELATIVE) {
    for (const m of context.match(rule, element)) {
      const term = m.group('term')!
      if (taken.some((t) => t.start < m.range.end && term.start < t.end)) continue
      const value = relativeDeadline(context, element, m, rule)
      if (!value) continue
      taken.push(m.range)
      yield { value, range: m.range, score: 0.9, rule: rule.id }
    }
  }
}

function relativeDeadline(context: Context, element: NoticeElement, m: PlacedMatch, rule: CompiledRule): Deadline | null {
  const amount = numeral(m.groups.n!.replace(/两/g, '二'))
  const unit = UNITS[m.groups.u!]
  if (Number.isNaN(amount) || amount === 0 || !unit) return null
  const offset = element.range.start
  const local = { start: m.range.start - offset, end: m.range.end - offset }
  const bounds = sentenceAt(element.value, local.start, local.end)
  const lead = element.value.slice(Math.max(bounds.start, local.start - 24), m.group('term')!.start - offset)
  const after = presentText(m.groups.after ?? '').replace(/^(?:自|从|在|于|应|须|需|请)/, '')
  if (rule === grammar.relative) {
    const anchored = /之日起|之日后|当日起|日起|即日起|后的?$|后$|接到|收到/.test(m.groups.lead!)
    if (grammar.notTerm.test(lead.slice(0, -0 || undefined).replace(m.groups.lead!, ''))) return null
    if (!anchored && !/的$|起$/.test(m.groups.lead!.trim())) return null
    if (!m.groups.within && !/不(?:得)?(?:超过|晚于)/.test(m.groups.term!)) return null
    if (unit === 'year' && !/之日起|施行/.test(m.groups.lead!)) return null
    if (!after && !/即日起/.test(m.groups.lead!)) return null
    if (grammar.notTerm.test(after)) return null
  } else if (rule === grammar.termOnly && /(?:近|最近|过去)$/.test(lead)) return null
  else if (rule === grammar.termBefore && !after) return null
  const sentence = { start: offset + bounds.start, end: offset + bounds.end }
  const amountOf = m.groups.u === '周' ? amount * 7 : amount
  const resolved = anchor(context, after, m, amountOf, unit)
  const span = context.fact(m.range)
  return {
    ...span,
    due: resolved?.due ?? null,
    ...(resolved?.from ? { from: resolved.from } : {}),
    action: actionOf(context, { range: m.range, sentence }),
    ...details(context, sentence),
    ...(resolved ? {} : { relative: { text: span.text, amount: amountOf, unit, after } }),
  }
}

/** The day from which a term counts, when the notice itself gives it. Working days need the yearly arrangement. */
function anchor(context: Context, after: string, m: PlacedMatch, amount: number, unit: RelativeTerm['unit']): { due: string; from?: string } | null {
  if (unit === 'workingDay') return null
  const known = context.known.dates ?? []
  const day = (role: string) => known.find((d) => d.role === role)?.start.slice(0, 10)
  const signed = day('signed') ?? day('published')
  const count = (from: string, inclusive: boolean) =>
    unit === 'day' ? addDays(from, inclusive ? amount - 1 : amount) : addMonths(from, unit === 'month' ? amount : amount * 12)
  if (/施行|实施|生效/.test(after)) {
    const effective = day('effective')
    return effective ? { due: count(effective, false) } : null
  }
  const immediate = /即日起/.test(m.text) || /即日起[^。;]{0,6}$/.test(context.text.slice(Math.max(0, m.range.start - 12), m.range.start))
  if (immediate && signed) return { due: count(signed, true), from: signed }
  if (/^(?:本)?(?:通知|公告|公示|通告|批复|办法|决定|名单)?(?:发布|印发|公布|公示|公告|下发|发文|刊登)$/.test(after) && signed && day('signed')) {
    return { due: count(signed, false) }
  }
  return null
}

function* recurring(context: Context, element: NoticeElement, taken: Range[]): Iterable<Finding<Deadline>> {
  if (!element.value.includes('每')) return
  for (const m of context.match(grammar.recurring, element)) {
    const term = m.group('term')!
    const offset = element.range.start
    const bounds = sentenceAt(element.value, term.start - offset, term.end - offset)
    const lead = element.value.slice(Math.max(bounds.start, m.range.start - offset - 30), m.range.start - offset)
    if (grammar.ownStep.test(lead)) continue
    // 每月25日前在协会网站公告: the issuer's own.
    if (/^[^。;,]{0,4}在(?:协会|本|我|官方)[^。;,]{0,12}(?:公告|公布|发布)/.test(element.value.slice(term.end - offset, bounds.end))) continue
    taken.push(term)
    const sentence = { start: offset + bounds.start, end: offset + bounds.end }
    const fact = context.fact(term)
    const unit: RelativeTerm['unit'] = m.groups.u!.startsWith('年') ? 'year' : m.groups.u === '日' ? 'day' : m.groups.u === '周' ? 'day' : 'month'
    const amount = m.groups.u === '周' ? 7 : m.groups.u === '半年' ? 6 : m.groups.u!.startsWith('季') ? 3 : 1
    yield {
      value: { ...fact, due: null, action: actionOf(context, { range: term, sentence }), ...details(context, sentence), relative: { text: fact.text, amount, unit, after: '' } },
      range: term,
      score: 0.9,
      rule: 'deadlines/recurring',
    }
  }
}

export const deadlines = defineExtractor({
  name: 'deadlines',
  many: true,
  *extract(context) {
    const found: Finding<Deadline>[] = []
    const taken: Range[] = []
    for (const element of context.elements('paragraph', 'note')) {
      for (const f of recurring(context, element, taken)) found.push(f)
    }
    const repeated = taken.slice()
    for (const c of classified(context)) {
      if (c.role !== 'deadline' || repeated.some((t) => t.start <= c.range.start && c.range.end <= t.end)) continue
      found.push(dated(context, c))
      taken.push(c.range)
    }
    for (const element of context.elements('paragraph', 'note')) {
      for (const f of relative(context, element, taken)) found.push(f)
    }
    found.sort((a, b) => a.range.start - b.range.start)
    const seen = new Set<string>()
    for (const f of found) {
      // The same act by the same day, said again under an annex or as a summary.
      const key = `${f.value.from ?? ''}${f.value.due ?? f.value.text}${f.value.action}`
      if (seen.has(key)) continue
      seen.add(key)
      yield f
    }
  },
})
