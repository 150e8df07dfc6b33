/** 附件: the titles of the attachment note; without one, those of the annexes themselves. */
import attachmentsGrammar from '../../grammars/attachments.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { numeral } from '../knowledge/calendar.js'
import type { Attachment } from '../types.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'

const grammar = compile(attachmentsGrammar)
const zones = compile(zonesGrammar)

function finding(context: Context, range: Range, number: string | undefined, rule: string): Finding<Attachment> | null {
  let { start, end } = range
  for (let again = true; again; ) {
    again = false
    for (const trim of [grammar.ending, grammar.extension]) {
      const m = trim.find(context.text.slice(start, end))
      if (m) {
        end = start + m.start
        again = true
      }
    }
  }
  while (start < end && /\s/.test(context.text[start]!)) start++
  const whole = grammar.wrapping.at(context.text.slice(start, end), 0)
  if (whole) {
    start++
    end--
  }
  if (end - start < 2) return null
  const n = number === undefined ? Number.NaN : numeral(number)
  const place = { start, end }
  return { value: { ...context.fact(place), ...(Number.isNaN(n) ? {} : { number: n }) }, range: place, score: 1, rule }
}

export const attachments = defineExtractor({
  name: 'attachments',
  many: true,
  *extract(context) {
    let any = false
    for (const element of context.elements('attachmentNote', 'attachmentItem')) {
      if (element.zone !== 'body') continue
      const note = element.type === 'attachmentNote' ? zones.attachmentNote.at(element.value, 0) : null
      const rest = note?.at('rest')
      const offset = element.range.start + (rest ? rest.start : 0)
      const text = element.type === 'attachmentNote' ? (note?.groups.rest ?? '') : element.value
      if (!text.trim()) continue
      const download = zones.download.at(text, 0)
      if (download) {
        const at = download.at('title')!
        const found = finding(
          context,
          { start: offset + at.start, end: offset + at.end },
          download.groups.number || undefined,
          'attachments/download',
        )
        if (found) {
          any = true
          yield found
        }
        continue
      }
      let items = grammar.item.all(text)
      if (!items.length && element.type === 'attachmentItem') items = grammar.spaced.all(text)
      if (!items.length) {
        const found = finding(context, { start: offset, end: offset + text.length }, undefined, 'attachments/note')
        if (found) {
          any = true
          yield found
        }
        continue
      }
      for (const m of items) {
        const at = m.at('title')!
        const found = finding(
          context,
          { start: offset + at.start, end: offset + at.end },
          m.groups.number,
          'attachments/item',
        )
        if (found) {
          any = true
          yield found
        }
      }
    }
    if (any) return
    for (const element of context.elements('appendixTitle')) {
      const titled = zones.appendixTitled.at(element.value, 0)
      const at = titled?.at('title')
      const range = at ? { start: element.range.start + at.start, end: element.range.start + at.end } : element.range
      const found = finding(context, range, titled?.groups.number, 'attachments/annex')
      if (found) yield found
    }
  },
})
