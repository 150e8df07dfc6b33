/**
 * Schedules in which each date has a line of its own and what is done by then the next (8月19日—21日 ↵ 学区生到校报名), as
 * tables come out of a page without their borders.
 */
import dateRolesGrammar from '../../grammars/date-roles.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Context, Range } from './define.js'
import { sentenceAt } from './role-words.js'

const grammar = compile(dateRolesGrammar)

/** What stands below a line that is a date: the words of its first sentence, and their place. */
export interface Below {
  text: string
  range: Range
}

/** Fewest lines of a date alone that are a schedule. */
const LINES = 2

const cache = new WeakMap<Context, Map<NoticeElement, Below>>()

/** Of each line that is nothing but a date what stands below it, where there are several; computed once. */
export function belowDateLines(context: Context): Map<NoticeElement, Below> {
  let out = cache.get(context)
  if (!out) {
    out = new Map()
    const dated = dateLines(context)
    if (dated.size >= LINES) {
      const elements = context.elements('paragraph')
      for (let i = 0; i + 1 < elements.length; i++) {
        const [line, next] = [elements[i]!, elements[i + 1]!]
        if (!dated.has(line) || dated.has(next) || line.zone !== next.zone) continue
        if (grammar.itemNumber.test(next.value) || grammar.bulletLine.test(next.value) || next.value.includes('\t'))
          continue
        const { end } = sentenceAt(next.value, 0, 0)
        const { start } = next.range
        out.set(line, { text: next.value.slice(0, end), range: { start, end: start + end } })
      }
    }
    cache.set(context, out)
  }
  return out
}

/** Lines that hold one date and nothing else but 前 or 起. */
function dateLines(context: Context): Set<NoticeElement> {
  const out = new Set<NoticeElement>()
  const several = new Set<NoticeElement>()
  for (const { element, expression } of context.moments()) {
    if (element.type !== 'paragraph' || several.has(element)) continue
    const rest = element.value.slice(0, expression.start) + element.value.slice(expression.end)
    if (out.delete(element)) several.add(element)
    else if (grammar.restOfDateLine.test(rest)) out.add(element)
  }
  return out
}
