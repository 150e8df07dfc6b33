/** Web addresses printed in the body or the contacts, not the page's own. */
import urlsGrammar from '../../grammars/urls.js'
import { compile } from '../grammar.js'
import { defineExtractor } from './define.js'

const grammar = compile(urlsGrammar)

export interface UrlMatch {
  start: number
  end: number
}

/** Web addresses of a text without the punctuation behind them. */
export function urlsIn(text: string): UrlMatch[] {
  if (!text.includes('.')) return []
  return grammar.url.all(text).map((m) => {
    const trailing = grammar.trailing.find(m.text)
    return { start: m.start, end: trailing ? m.start + trailing.start : m.end }
  })
}

export const urls = defineExtractor({
  name: 'urls',
  many: true,
  *extract(context) {
    const seen = new Set<string>()
    for (const element of context.elements('paragraph', 'note', 'attachmentNote', 'attachmentItem')) {
      for (const { start, end } of urlsIn(element.value)) {
        const range = { start: element.range.start + start, end: element.range.start + end }
        const fact = context.fact(range, element.value.slice(start, end).replaceAll(' ', ''))
        const key = fact.text.replace(/^https?:\/\//, '').replace(/(?<!\/)\/+$/, '')
        if (seen.has(key)) continue
        seen.add(key)
        yield { value: fact, range, score: 1, rule: 'urls/url' }
      }
    }
  },
})
