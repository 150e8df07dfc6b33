/** One field on its own, for any text: no zones, no judgement whether it is a notice. Spans point into that text. */

import { contacts } from './extract/contacts/index.js'
import { createContext } from './extract/context.js'
import { dates } from './extract/dates.js'
import { deadlines } from './extract/deadlines.js'
import type { Context, ExtractOptions } from './extract/define.js'
import { numbersIn, toDocumentNumber } from './extract/numbers.js'
import { RangeSet } from './extract/ranges.js'
import { findRelativeDays } from './knowledge/calendar.js'
import { checkOptions } from './notice.js'
import { reflow } from './parse/lines.js'
import { lineStarts, type NoticeElement, type NoticeTree, point, spanOf } from './parse/tree.js'
import { fold } from './read/normalize.js'
import { inOneScript, restoreScript } from './read/script.js'
import { readText } from './read/text.js'
import type { Contact, Deadline, DocumentNumber, NoticeDate } from './types.js'

/** What `findDates` and `findDeadlines` can be told. */
export interface FindOptions {
  /** ISO day that supplies what a date leaves out. */
  referenceDate?: string
}

/** A tree in which every line is a paragraph of the body. */
function flatContext(text: string, name: string, options: ExtractOptions): Context {
  if (typeof text !== 'string') throw new TypeError(`${name}: text must be a string`)
  checkOptions(options, name)
  const read = inOneScript(readText(text))
  const clean = reflow(fold(read.raw), read)
  const tree: NoticeTree = { type: 'notice', children: [], read, clean, recognized: true }
  const starts = lineStarts(text)
  const children = clean.blocks.map((block): NoticeElement => {
    const span = spanOf(tree, block.start, block.end)
    return {
      type: 'paragraph',
      value: block.text,
      zone: 'body',
      range: { start: block.start, end: block.end },
      block,
      position: { start: point(starts, span.start), end: point(starts, span.end) },
    }
  })
  tree.children.push({ type: 'body', children })
  return createContext(tree, options, [])
}

/** What was found, in the characters of the text. */
function asPrinted<Value extends object>({ tree }: Context, values: Value[]): Value[] {
  if (tree.read.isSimplified) restoreScript(values, tree.read.source.text)
  return values
}

/** Document numbers (发文字号) of any text, left to right. */
export function findDocumentNumbers(text: string): DocumentNumber[] {
  const context = flatContext(text, 'findDocumentNumbers', {})
  const numbers = context
    .elements('paragraph')
    .flatMap((e) => numbersIn(e.value).map((n) => toDocumentNumber(context, n, e.range.start).value))
  return asPrinted(context, numbers)
}

/** Dates of any text; role `mentioned` unless the words say more. 下周三 and the like only against `referenceDate`. */
export function findDates(text: string, options: FindOptions = {}): NoticeDate[] {
  const context = flatContext(text, 'findDates', options)
  const found = [...dates.extract(context)]
  const moments = new Map(context.moments().map((m) => [m.range.start, m]))
  for (const d of deadlines.extract(context)) {
    const at = moments.get(d.range.start)
    // A counted last day is no printed date.
    if (!at || !d.value.due || d.value.relative) continue
    const timed = d.value.due.includes('T')
    found.push({
      value: context.factWith(at.range, {
        role: 'mentioned',
        start: d.value.from ?? d.value.due,
        end: d.value.due,
        precision: timed ? 'minute' : 'day',
        implied: at.expression.first.year === undefined ? ['year'] : [],
      }),
      range: at.range,
      score: 1,
      rule: 'dates/mentioned',
    })
  }
  if (options.referenceDate) {
    const known = new RangeSet()
    for (const f of found) known.add(f.range)
    for (const e of context.elements('paragraph')) {
      for (const r of findRelativeDays(e.value, options.referenceDate.slice(0, 10))) {
        const range = { start: e.range.start + r.start, end: e.range.start + r.end }
        if (known.overlaps(range)) continue
        found.push({
          value: context.factWith(range, {
            role: 'mentioned',
            start: r.iso,
            end: r.iso,
            precision: r.timed ? 'minute' : 'day',
            implied: ['year', 'month'],
          }),
          range,
          score: 0.5,
          rule: 'dates/relative',
        })
      }
    }
  }
  found.sort((a, b) => a.range.start - b.range.start)
  return asPrinted(
    context,
    found.map((f) => f.value),
  )
}

/** Deadlines of any text. */
export function findDeadlines(text: string, options: FindOptions = {}): Deadline[] {
  const context = flatContext(text, 'findDeadlines', options)
  return asPrinted(
    context,
    [...deadlines.extract(context)].map((f) => f.value),
  )
}

/** Contact points of any text. */
export function findContacts(text: string): Contact[] {
  const context = flatContext(text, 'findContacts', {})
  return asPrinted(
    context,
    [...contacts.extract(context)].map((f) => f.value),
  )
}
