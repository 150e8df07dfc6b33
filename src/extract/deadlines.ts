/** What must be done by when: dated, within a window, within a term, or again and again. */
import deadlinesGrammar from '../../grammars/deadlines.js'
import { type CompiledRule, compile } from '../grammar.js'
import { addDays, addMonths, numeral } from '../knowledge/calendar.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Deadline, RelativeTerm } from '../types.js'
import { type Context, defineExtractor, type Finding, type PlacedMatch, type Range } from './define.js'
import { firstFrom, RangeSet } from './ranges.js'
import { type Classified, classified, sentenceAt } from './roles.js'

const grammar = compile(deadlinesGrammar)

/** Greatest length of an action; the printed clause is cut at a comma before it. */
const ACTION = 80

/** What a deadline is read from: its expression, its sentence, and what it stands under. */
interface Place {
  range: Range
  sentence: Range
  label?: string
}

/** The clause behind a time expression, up to the next one in the sentence. */
function clauseBehind(context: Context, place: Place): Range {
  let { end } = place.sentence
  const moments = context.moments()
  const next = moments[firstFrom(moments, place.range.end + 1, (m) => m.range.start)]
  if (next && next.range.start < end) {
    const comma = context.text.slice(place.range.end, next.range.start).lastIndexOf(',')
    end = comma > 0 ? place.range.end + comma : next.range.start
  }
  const text = context.text.slice(place.range.end, end)
  const aside = grammar.aside.at(text, 0)
  return { start: place.range.end + (aside?.end ?? 0), end }
}

/** The act that a deadline asks for: the clause behind the date, else the one before it, else its label. */
function actionOf(context: Context, place: Place): string {
  const { text } = context
  const behind = clauseBehind(context, place)
  const right = text.slice(behind.start, behind.end).replace(/^[\s,:、)]+/, '')
  const left = grammar.itemNumber
    .replace(text.slice(place.sentence.start, place.range.start), '')
    .replace(/[\s:(]+$/, '')
  const label = place.label ? grammar.itemNumber.replace(place.label.replace(/（/g, '(').replace(/）/g, ')'), '') : ''
  if (right.length >= 2 && !grammar.noAct.test(right)) return shorten(right)
  if (left.length >= 2 && !grammar.leadOnly.test(left)) return shorten(left)
  return shorten(label || right || left)
}

function shorten(text: string): string {
  const whole = presentText(text).replace(/[，、：；]+$/, '')
  if (whole.length <= ACTION) return whole
  const comma = whole.lastIndexOf('，', ACTION)
  return comma > 8 ? whole.slice(0, comma) : whole.slice(0, ACTION)
}

function details(context: Context, place: Place): Pick<Deadline, 'recipient' | 'deliverables'> {
  const behind = clauseBehind(context, place)
  const clause = context.text.slice(behind.start, behind.end)
  const before = context.text.slice(place.sentence.start, place.range.start)
  const to = grammar.recipient.find(clause)
  const what = grammar.handedIn.find(clause) ?? grammar.handedIn.find(before) ?? grammar.filledIn.find(clause)
  const recipient = to ? presentText((to.groups.to ?? to.groups.to2)!) : undefined
  // 报送某局 names the recipient, not the paper.
  const deliverables = what && !isBody(what.groups.what!) ? listOf(what.groups.what!) : []
  return { ...(recipient ? { recipient } : {}), ...(deliverables.length ? { deliverables } : {}) }
}

/** Members of an enumeration, commas in brackets respected, notes in brackets left out. */
function listOf(text: string): string[] {
  const flat = grammar.bracketed.replace(text, '')
  return grammar.conjunction
    .replace(flat, '\n')
    .split('\n')
    .map((s) => presentText(s))
    .filter((s) => s.length > 1)
}

function dated(context: Context, c: Classified): Finding<Deadline> {
  const { resolved } = c
  return {
    value: {
      ...context.fact(c.range),
      due: resolved.end,
      ...(c.window && resolved.start !== resolved.end ? { from: resolved.start } : {}),
      action: actionOf(context, c),
      ...details(context, c),
    },
    range: c.range,
    score: 1,
    rule: 'deadlines/dated',
  }
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
}

const RELATIVE: CompiledRule[] = [
  grammar.relative,
  grammar.periodIs,
  grammar.termAfterIs,
  grammar.termBefore,
  grammar.termPrior,
  grammar.termOnly,
]

function* relative(context: Context, element: NoticeElement, taken: RangeSet): Iterable<Finding<Deadline>> {
  if (!grammar.anyTerm.test(element.value)) return
  for (const sentence of sentencesOf(element.value)) {
    // The rules look from every character on: they are spared the sentences without a term.
    const value = element.value.slice(sentence.start, sentence.end)
    if (!grammar.anyTerm.test(value)) continue
    const range = { start: element.range.start + sentence.start, end: element.range.start + sentence.end }
    for (const rule of RELATIVE) {
      for (const m of context.match(rule, { ...element, value, range })) {
        const term = (m.group('term') ?? m.group('term2'))!
        if (taken.overlaps({ start: term.start, end: m.range.end })) continue
        const deadline = relativeDeadline(context, element, m, rule)
        if (!deadline) continue
        taken.add(m.range)
        yield { value: deadline, range: m.range, score: 0.9, rule: rule.id }
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

function relativeDeadline(
  context: Context,
  element: NoticeElement,
  m: PlacedMatch,
  rule: CompiledRule,
): Deadline | null {
  const amount = numeral((m.groups.n ?? m.groups.n2)!)
  const unit = UNITS[(m.groups.u ?? m.groups.u2)!]
  if (Number.isNaN(amount) || amount === 0 || !unit) return null
  const offset = element.range.start
  const local = { start: m.range.start - offset, end: m.range.end - offset }
  const bounds = sentenceAt(element.value, local.start, local.end)
  const lead = element.value.slice(
    Math.max(bounds.start, local.start - 24),
    (m.group('term') ?? m.group('term2'))!.start - offset,
  )
  const after = grammar.actorBefore.replace(
    grammar.preposition.replace(presentText(m.groups.after ?? m.groups.after2 ?? ''), ''),
    '',
  )
  if (rule === grammar.relative) {
    const anchored = grammar.anchored.test(m.groups.lead!.trim())
    if (grammar.notTerm.test(lead.replace(m.groups.lead!, ''))) return null
    if (!anchored && !grammar.loosely.test(m.groups.lead!.trim())) return null
    if (!m.groups.within && !grammar.atMost.test(m.groups.term!)) return null
    if (unit === 'year' && !grammar.yearAnchor.test(m.groups.lead!)) return null
    if (!after && !grammar.immediate.test(m.groups.lead!)) return null
    if (grammar.notTerm.test(after)) return null
  } else if (rule === grammar.termOnly && grammar.recent.test(lead)) return null
  else if (rule === grammar.termBefore && !after) return null
  if (grammar.issuerPays.test(element.value.slice(m.range.end - offset))) return null
  const sentence = { start: offset + bounds.start, end: offset + bounds.end }
  const amountOf = m.groups.u === '周' ? amount * 7 : amount
  // A term in a document carried as an annex counts from that document's day.
  const resolved =
    element.zone === 'appendix' && !grammar.commencement.test(after)
      ? null
      : anchor(context, sentence, after, m, amountOf, unit)
  const place = termRange(context, m)
  const backward = rule === grammar.termPrior || (m.groups.side ?? m.groups.side2) === '前'
  const span = context.fact(place)
  return {
    ...span,
    due: resolved?.due ?? null,
    ...(resolved?.from ? { from: resolved.from } : {}),
    action: rule === grammar.periodIs ? after : actionOf(context, { range: m.range, sentence }),
    ...details(context, { range: m.range, sentence }),
    ...(resolved
      ? {}
      : {
          relative: {
            text: span.text,
            amount: amountOf,
            unit,
            ...(backward ? { after: '', before: after } : { after }),
          },
        }),
  }
}

/** The day from which a term counts, when the notice itself gives it. Working days need the yearly arrangement. */
function anchor(
  context: Context,
  sentence: Range,
  after: string,
  m: PlacedMatch,
  amount: number,
  unit: RelativeTerm['unit'],
): { due: string; from?: string } | null {
  if (unit === 'workingDay') return null
  const known = context.known.dates ?? []
  const day = (role: string) => known.find((d) => d.role === role)?.start.slice(0, 10)
  const signed = day('signed') ?? day('published')
  const count = (from: string, inclusive: boolean) =>
    unit === 'day'
      ? addDays(from, inclusive ? amount - 1 : amount)
      : addMonths(from, unit === 'month' ? amount : amount * 12)
  if (grammar.commencement.test(after)) {
    const effective = day('effective')
    return effective ? { due: count(effective, false) } : null
  }
  const immediate =
    grammar.immediate.test(m.text) ||
    grammar.immediateLead.test(context.text.slice(Math.max(0, m.range.start - 12), m.range.start))
  if (immediate && signed) return { due: count(signed, true), from: signed }
  // 于2月28日前发布…,并自发布之日起: the readers' own publication, not the notice's.
  const earlier = context.text.slice(sentence.start, m.range.start)
  const published = grammar.publication.find(after)
  // 公告发布之日 in a rule means any such announcement; in an announcement it means this one.
  const own =
    published &&
    (!published.groups.kind || after.startsWith('本') || published.groups.kind === context.known.documentType?.text)
  if (own && signed && day('signed') && !earlier.includes(after.slice(-2))) {
    return { due: count(signed, false) }
  }
  return null
}

/** The printed term from its 自, 在 or 于 on, without the actor before it. */
function termRange(context: Context, m: PlacedMatch): Range {
  const term = (m.group('term') ?? m.group('term2'))!
  const lead = context.text.slice(m.range.start, term.start)
  const at = grammar.termStart.all(lead).at(-1)
  return { start: m.range.start + (at ? at.start : (grammar.itemNumber.at(lead, 0)?.end ?? 0)), end: m.range.end }
}

function* recurring(context: Context, element: NoticeElement, taken: RangeSet): Iterable<Finding<Deadline>> {
  if (!element.value.includes('每')) return
  for (const m of context.match(grammar.recurring, element)) {
    const term = m.group('term')!
    const offset = element.range.start
    const bounds = sentenceAt(element.value, term.start - offset, term.end - offset)
    const lead = element.value.slice(Math.max(bounds.start, m.range.start - offset - 30), m.range.start - offset)
    if (grammar.ownStep.test(lead)) continue
    // 每月25日前在协会网站公告: the issuer's own.
    if (grammar.ownBoard.test(element.value.slice(term.end - offset, bounds.end))) continue
    taken.add(term)
    const sentence = { start: offset + bounds.start, end: offset + bounds.end }
    const fact = context.fact(term)
    const unit: RelativeTerm['unit'] = m.groups.u!.startsWith('年')
      ? 'year'
      : m.groups.u === '日'
        ? 'day'
        : m.groups.u === '周'
          ? 'day'
          : 'month'
    const amount = m.groups.u === '周' ? 7 : m.groups.u === '半年' ? 6 : m.groups.u!.startsWith('季') ? 3 : 1
    yield {
      value: {
        ...fact,
        due: null,
        action: actionOf(context, { range: term, sentence }),
        ...details(context, { range: m.range, sentence }),
        relative: { text: fact.text, amount, unit, after: '' },
      },
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
    const taken = new RangeSet()
    const repeated = new RangeSet()
    for (const element of context.elements('paragraph', 'note')) {
      for (const f of recurring(context, element, taken)) {
        found.push(f)
        repeated.add(f.range)
      }
    }
    for (const c of classified(context)) {
      if (c.role !== 'deadline' || repeated.covers(c.range)) continue
      found.push(dated(context, c))
      taken.add(c.range)
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
