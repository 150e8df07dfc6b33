/** The context that extractors share: one pass over the elements, one search for dates. */
import datesGrammar from '../../grammars/dates.js'
import { compile } from '../grammar.js'
import type { Reference } from '../knowledge/calendar.js'
import { findEventDayTimes, findExpressions, type Side } from '../knowledge/expressions.js'
import { tableIndex, tablesOf } from '../parse/tables.js'
import { type ElementType, elementsOf, type NoticeElement, type NoticeTree, spanOf } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Diagnostic, Notice } from '../types.js'
import type { Context, ExtractOptions, Moment, Range } from './define.js'
import { alignedRow } from './grids.js'
import { emptyFields } from './resolve.js'

const dates = compile(datesGrammar)

export function createContext(tree: NoticeTree, options: ExtractOptions, diagnostics: Diagnostic[]): Context {
  const all = elementsOf(tree)
  const byType = new Map<string, NoticeElement[]>()
  const own = new Map<ElementType, NoticeElement[]>()
  for (const element of all) {
    const list = own.get(element.type)
    if (list) list.push(element)
    else own.set(element.type, [element])
  }
  let moments: Moment[] | undefined
  let rows: ReturnType<typeof tableIndex> | undefined
  let reference:
    | { number: Notice['documentNumber'] | undefined; title: Notice['title'] | undefined; value: Reference }
    | undefined
  const { text, cuts } = tree.clean
  const known: Partial<Notice> = { ...UNKNOWN }
  const context: Context = {
    tree,
    text,
    options,
    known,
    elements(...types: ElementType[]) {
      if (types.length === 1) return own.get(types[0]!) ?? []
      const key = types.join()
      let list = byType.get(key)
      if (!list) {
        list = types.length ? all.filter((e) => types.includes(e.type)) : all.filter((e) => e.type !== 'chrome')
        byType.set(key, list)
      }
      return list
    },
    match(rule, element) {
      const found = rule.all(element.value)
      if (found.length === 0) return []
      const offset = element.range.start
      return found.map((m) => ({
        rule: m.rule,
        text: m.text,
        range: { start: offset + m.start, end: offset + m.end },
        groups: m.groups,
        group(name: string) {
          const at = m.at(name)
          return at ? { start: offset + at.start, end: offset + at.end } : null
        },
      }))
    },
    fact(whole, value) {
      const range = cuts.length ? longerPart(whole, cuts) : whole
      return {
        text: range === whole && value !== undefined ? value : presentText(text.slice(range.start, range.end)),
        span: spanOf(tree, range.start, range.end),
      }
    },
    factWith: (range, more, value) => Object.assign(context.fact(range, value), more) as never,
    span: (range) => spanOf(tree, range.start, range.end),
    moments() {
      if (!moments) {
        moments = []
        for (const element of context.elements()) {
          if (element.type === 'metadata' || element.type === 'documentNumber') continue
          const offset = element.range.start
          let found = findExpressions(element.value)
          if (!found.length) found = findEventDayTimes(element.value, (what) => dayAbove(moments!, element, what))
          for (const expression of found)
            moments.push({
              element,
              expression,
              range: { start: offset + expression.start, end: offset + expression.end },
            })
        }
      }
      return moments
    },
    tableRow(element) {
      rows ??= tableIndex(tablesOf(context.elements()))
      return rows.get(element) ?? alignedRow(context, element)
    },
    reference() {
      const { documentNumber: number, title } = known
      if (reference === undefined || reference.number !== number || reference.title !== title)
        reference = { number, title, value: findReference(context) }
      return reference.value
    },
    report(ruleId, reason, place, severity = 'warning') {
      const span = place && ('span' in place ? place.span : spanOf(tree, place.start, place.end))
      diagnostics.push({ ruleId, reason, span, severity })
    },
  }
  return context
}

/** A place for each field: to make them one by one costs more than to fill them. */
const UNKNOWN = Object.fromEntries(Object.keys(emptyFields()).map((name) => [name, undefined])) as Partial<Notice>

/** How far above a line the day of what it names may stand, in characters. */
const DAY_ABOVE = 300

/** The one day that the last date above a line gives, if it is of what is named: 面试时间:8月3日9:00 ↵ … ↵ 面试当天8:15前. */
function dayAbove(moments: readonly Moment[], { range }: NoticeElement, what: string): Side | null {
  const above = moments.at(-1)
  if (!above || above.range.end + DAY_ABOVE < range.start || !above.element.value.includes(what)) return null
  const { first, last } = above.expression
  return first.day === undefined || (last && last.day !== first.day) ? null : first
}

/** Of a range that the head of a page parts, the longer half: its text must be read again at its span. */
function longerPart(whole: Range, cuts: readonly number[]): Range {
  const { start, end } = whole
  const cut = cuts.find((at) => start < at && at < end)
  if (cut === undefined) return whole
  return cut - start > end - cut ? { start, end: cut } : longerPart({ start: cut, end }, cuts)
}

/** The month in which the first term of a school year begins. */
const FIRST_TERM = 9

/** Signing date, document number, title, publication, then the first full date of the text; last the caller's reference. */
function findReference(context: Context): Reference {
  for (const type of ['signedDate', 'printed'] as const) {
    for (const moment of context.moments()) {
      if (moment.element.type !== type || moment.element.zone === 'appendix') continue
      const { year, month, day } = moment.expression.first
      if (year !== undefined)
        return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) }
    }
  }
  const number = context.known.documentNumber
  if (number?.year) return { year: number.year }
  const title = context.known.title?.text ?? ''
  const term = dates.term.find(title)
  if (term?.groups.spring) return { year: Number(term.groups.y) + 1 }
  // Its January and February are of the next year.
  if (term?.groups.autumn) return { year: Number(term.groups.y), month: FIRST_TERM }
  const inTitle = term ? null : dates.year.find(title)
  if (inTitle) return { year: Number(inTitle.groups.y) }
  for (const moment of context.moments()) {
    if (moment.element.type === 'published' && moment.expression.first.year) {
      const { year, month } = moment.expression.first
      return { year, ...(month === undefined ? {} : { month }) }
    }
  }
  for (const element of context.elements('paragraph')) {
    const m = element.zone === 'body' ? dates.year.find(element.value) : null
    if (m) return { year: Number(m.groups.y) }
  }
  // A school year without its term, or a cohort, tells less than any date of the text.
  const loose = term ?? dates.cohort.find(title)
  if (loose) return { year: Number(loose.groups.y) }
  let cited = 0
  for (const element of context.elements('paragraph')) {
    for (const m of dates.numberYear.all(element.value)) cited = Math.max(cited, Number(m.groups.y))
  }
  if (cited) return { year: cited }
  const given = context.options.referenceDate
  if (given)
    return {
      year: Number(given.slice(0, 4)),
      month: Number(given.slice(5, 7)) || undefined,
      day: Number(given.slice(8, 10)) || undefined,
    } as Reference
  return {}
}
