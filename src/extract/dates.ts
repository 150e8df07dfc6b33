/** Every date with its role, and the days of coming into force and lapsing. */
import dateRolesGrammar from '../../grammars/date-roles.js'
import termsGrammar from '../../grammars/terms.js'
import { compile } from '../grammar.js'
import { resolveExpression } from '../knowledge/calendar.js'
import { addDays, addMonths } from '../knowledge/days.js'
import { findExpressions, numeral } from '../knowledge/expressions.js'
import type { DateRole, NoticeDate } from '../types.js'
import { type Context, defineExtractor, type Finding } from './define.js'
import { metadataValue, reportDiffers, type Stated, stated } from './metadata.js'
import type { Classified } from './role-words.js'
import { classified } from './roles.js'

const grammar = compile(dateRolesGrammar)
const terms = compile(termsGrammar)

function finding(context: Context, c: Classified, role: DateRole): Finding<NoticeDate> {
  const { range } = c.moment
  const { start, end, precision, implied } = c.resolved
  return {
    value: context.factWith(range, { role, start, end, precision, implied, ...(c.label ? { label: c.label } : {}) }),
    range,
    score: 1,
    rule: `dates/${role}`,
  }
}

/** 自发布之日起施行 and 有效期5年, counted from the day the notice itself gives. */
function* counted(context: Context, found: Finding<NoticeDate>[]): Iterable<Finding<NoticeDate>> {
  const firsts = new Map<DateRole, string>()
  for (const f of found) if (!firsts.has(f.value.role)) firsts.set(f.value.role, f.value.start.slice(0, 10))
  const day = (role: DateRole) => firsts.get(role)
  const base = day('signed') ?? day('published')
  const draft = isDraft(context)
  for (const element of context.elements('paragraph')) {
    if (!day('effective')) {
      const [m] = context.match(grammar.effectiveOnIssue, element)
      if (m && base && (element.zone === 'body' || (element.zone === 'appendix' && !draft))) {
        const value: NoticeDate = context.factWith(m.range, {
          role: 'effective',
          start: base,
          end: base,
          precision: 'day',
          implied: ['year', 'month'],
        })
        const effective = { value, range: m.range, score: 0.9, rule: 'dates/effective-on-issue' }
        found.push(effective)
        firsts.set('effective', base)
        yield effective
      }
    }
    if (!day('expires')) {
      const [m] = context.match(grammar.validFor, element)
      const from = day('effective')
      if (m && from && !(draft && element.zone === 'appendix')) {
        const n = numeral(m.groups.n!)
        if (Number.isNaN(n)) continue
        const end = addDays(addMonths(from, m.groups.u === '年' ? n * 12 : n), -1)
        const value: NoticeDate = context.factWith(m.range, {
          role: 'expires',
          start: end,
          end,
          precision: 'day',
          implied: ['year', 'month'],
        })
        const expires = { value, range: m.range, score: 0.8, rule: 'dates/valid-for' }
        found.push(expires)
        firsts.set('expires', end)
        yield expires
      }
    }
  }
}

/** How many sessions are compared with the month that announces them. */
const SESSIONS = 50

export const dates = defineExtractor({
  name: 'dates',
  many: true,
  *extract(context) {
    const found: Finding<NoticeDate>[] = []
    const single = new Set<DateRole>()
    const events = new Set<string>()
    const all = classified(context)
    const sessions = all.filter((o) => o.role === 'event' && o.resolved.precision === 'day').slice(0, SESSIONS)
    const owned = new Map(all.filter((c) => isOfOwn(context, c)).map((c) => [c.role as DateRole, c.resolved.start]))
    for (const c of all) {
      if (c.role === 'deadline') continue
      let role: DateRole = c.role
      // 某政策执行至2027年12月31日 … 本通告2025年12月31日废止: what says so of itself counts.
      if (owned.has(role) && owned.get(role) !== c.resolved.start && !isOfOwn(context, c)) role = 'mentioned'
      // 定于6—7月分两期举办: the sessions say it better.
      if (
        role === 'event' &&
        c.resolved.precision === 'month' &&
        sessions.some((o) => o.resolved.start >= c.resolved.start && o.resolved.end <= c.resolved.end && !c.label)
      )
        role = 'mentioned'
      // What a draft says of its own coming into force is not in force.
      if ((role === 'effective' || role === 'expires') && c.moment.element.zone === 'appendix' && isDraft(context))
        role = 'mentioned'
      // A notice is signed, published, printed once; a month alone signs nothing.
      if (role === 'signed' && c.resolved.precision !== 'day' && c.resolved.precision !== 'minute') role = 'mentioned'
      if (
        role === 'signed' ||
        role === 'published' ||
        role === 'printed' ||
        role === 'effective' ||
        role === 'expires'
      ) {
        if (single.has(role)) role = 'mentioned'
        else single.add(role)
      }
      const key = `${c.resolved.start.slice(0, 10)}/${c.resolved.end.slice(0, 10)}`
      if (role === 'event' && events.has(key) && c.resolved.precision !== 'minute') role = 'mentioned'
      if (role === 'event') events.add(key)
      const one = finding(context, c, role)
      found.push(one)
      yield one
    }
    yield* fromMetadata(context, found)
    yield* counted(context, found)
  },
})

/** Whether a day of coming into force or lapsing is that of the notice, by its own word. */
const isOfOwn = ({ text }: Context, { role, sentence, moment }: Classified): boolean =>
  (role === 'effective' || role === 'expires') && grammar.ofOwn.test(text.slice(sentence.start, moment.range.start))

/** A notice that asks for comments carries a draft. */
const isDraft = (context: Context) => terms.draft.test(context.known.title?.text ?? '')

/** Labels of a page's table by role: those of the second list tell the day only where none of the first does. */
const METADATA: [DateRole, string[], string[]?][] = [
  ['signed', ['成文日期', '生成日期']],
  ['published', ['发布日期', '公开日期', '颁布日期', '颁布时间'], ['发文日期']],
  ['effective', ['生效日期', '实施日期', '施行日期']],
  ['expires', ['失效日期', '失效时间', '废止日期']],
]

/** Whether the page gives another day. */
function differs({ text }: Stated, day: string | undefined): boolean {
  const [expression] = findExpressions(text)
  const resolved = expression ? resolveExpression(expression, {}) : null
  return day !== undefined && resolved !== null && resolved.start.slice(0, 10) !== day.slice(0, 10)
}

function* fromMetadata(context: Context, found: Finding<NoticeDate>[]): Iterable<Finding<NoticeDate>> {
  for (const [role, own, others = []] of METADATA) {
    const printed = found.find((f) => f.value.role === role)
    const first = metadataValue(context, ...own)
    const range = first ?? metadataValue(context, ...others)
    const [expression] = range ? findExpressions(context.text.slice(range.start, range.end)) : []
    const resolved = expression ? resolveExpression(expression, {}) : null
    const labels = first ? own : [...own, ...others]
    const other = stated(context, ...labels).find((s) => differs(s, (printed?.value ?? resolved)?.start))
    if (other) reportDiffers(context, 'dates', other, (printed?.value ?? resolved)!.start)
    if (printed || !range || !expression || !resolved) continue
    const place = { start: range.start + expression.start, end: range.start + expression.end }
    const one: Finding<NoticeDate> = {
      value: context.factWith(place, { role, ...resolved }),
      range: place,
      score: 0.7,
      rule: 'dates/metadata',
    }
    found.push(one)
    yield one
  }
}
