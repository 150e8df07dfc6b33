/** 主题 of the activity, 主题词 and 主题分类 of the page, and keywords on request. */
import { stopWords } from '../../grammars/lexicon/stop-phrases.js'
import themesGrammar from '../../grammars/themes.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { intlSegmenter } from '../knowledge/segmenter.js'
import type { Theme } from '../types.js'
import { type Context, defineExtractor, type Finding, type PlacedMatch, type Range } from './define.js'
import { metadataValue } from './metadata.js'

const grammar = compile(themesGrammar)
const zones = compile(zonesGrammar)

/** How many keywords are computed at most. */
const KEYWORDS = 10

function slogan(context: Context, m: PlacedMatch): Finding<Theme> | null {
  const range = m.group('theme') ?? m.group('bare')
  if (!range) return null
  const text = (m.groups.theme ?? m.groups.bare)!
  const trimmed = { start: range.start, end: range.start + text.trimEnd().replace(/,$/, '').length }
  if (grammar.notTheme.test(text.trim())) return null
  return { value: { ...context.fact(trimmed), kind: 'slogan' }, range: trimmed, score: 1, rule: m.rule }
}

function* slogans(context: Context): Iterable<Finding<Theme>> {
  const elements = context.elements('paragraph')
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i]!
    if (!element.value.includes('题')) continue
    for (const rule of [grammar.quotedBefore, grammar.is, grammar.label]) {
      for (const m of context.match(rule, element)) {
        const found = slogan(context, m)
        if (found) yield found
      }
    }
    if (element.value.length < 24 && grammar.heading.test(element.value)) {
      const next = elements[i + 1]
      const [m] =
        next && next.zone === element.zone && !grammar.numbered.test(next.value)
          ? context.match(grammar.line, next)
          : []
      const found = m ? slogan(context, m) : null
      if (found) yield found
    }
  }
}

function* terms(context: Context): Iterable<Finding<Theme>> {
  const split = function* (range: Range, kind: Theme['kind'], rule: string): Iterable<Finding<Theme>> {
    for (const m of grammar.term.all(context.text.slice(range.start, range.end))) {
      const place = { start: range.start + m.start, end: range.start + m.end }
      yield { value: { ...context.fact(place), kind }, range: place, score: 1, rule }
    }
  }
  for (const element of context.elements('themeTerms')) {
    const [m] = context.match(zones.themeTerms, element)
    const range = m?.group('value')
    if (range) yield* split(range, 'term', 'themes/term')
  }
  const term = metadataValue(context, '主题词')
  if (term) yield* split(term, 'term', 'themes/metadata')
  const category = metadataValue(context, '主题分类')
  if (category)
    yield { value: { ...context.fact(category), kind: 'category' }, range: category, score: 1, rule: 'themes/category' }
}

/** Words that the notice uses most for their length, without the words that every notice uses. */
function* keywords(context: Context): Iterable<Finding<Theme>> {
  const segmenter = context.options.segmenter ?? intlSegmenter()
  if (!segmenter) {
    context.report('themes/no-segmenter', 'keywords were asked for, but there is no word segmenter here', null, 'info')
    return
  }
  const stop = new Set(stopWords)
  const counts = new Map<string, { count: number; first: Range }>()
  for (const element of context.elements('title', 'paragraph')) {
    let offset = element.range.start
    for (const word of segmenter.words(element.value)) {
      const range = { start: offset, end: offset + word.length }
      offset = range.end
      if (word.length < 2 || stop.has(word) || !/^[\u3400-\u9fff]+$/.test(word)) continue
      const entry = counts.get(word)
      const weight = element.type === 'title' ? 3 : 1
      if (entry) entry.count += weight
      else counts.set(word, { count: weight, first: range })
    }
  }
  const ranked = [...counts]
    .filter(([, e]) => e.count > 1)
    .sort((a, b) => b[1].count * b[0].length - a[1].count * a[0].length || a[1].first.start - b[1].first.start)
  for (const [, { first, count }] of ranked.slice(0, KEYWORDS)) {
    yield {
      value: { ...context.fact(first), kind: 'keyword' },
      range: first,
      score: Math.min(1, count / 10),
      rule: 'themes/keyword',
    }
  }
}

export const themes = defineExtractor({
  name: 'themes',
  many: true,
  *extract(context) {
    const seen = new Set<string>()
    for (const source of [slogans(context), terms(context)]) {
      for (const found of source) {
        const key = `${found.value.kind} ${found.value.text}`
        if (seen.has(key)) continue
        seen.add(key)
        yield found
      }
    }
    if (context.options.keywords) yield* keywords(context)
  },
})
