/** 主题 of the activity, 主题词 and 主题分类 of the page, and keywords on request. */

import footGrammar from '../../grammars/foot.js'
import { stopWords } from '../../grammars/lexicon/stop-phrases.js'
import themesGrammar from '../../grammars/themes.js'
import { compile } from '../grammar.js'
import { intlSegmenter } from '../knowledge/segmenter.js'
import type { Theme } from '../types.js'
import { type Context, defineExtractor, type Finding, type PlacedMatch, type Range, type Segmenter } from './define.js'
import { metadataValue } from './metadata.js'

const grammar = compile(themesGrammar)
const foot = compile(footGrammar)

/** How many keywords are computed at most. */
const KEYWORDS = 10

const RULES = [grammar.quotedBefore, grammar.around, grammar.named, grammar.is, grammar.label]

/** The one theme that a wording states, or the two of 以“…”“…”为主题. */
function* slogansOf(context: Context, m: PlacedMatch): Iterable<Finding<Theme>> {
  for (const group of ['theme', 'bare', 'also']) {
    const range = m.group(group)
    if (!range) continue
    const text = m.groups[group]!
    const trimmed = { start: range.start, end: range.start + text.trimEnd().replace(/,$/, '').length }
    if (grammar.notTheme.test(text.trim())) continue
    yield { value: context.factWith(trimmed, { kind: 'slogan' }), range: trimmed, score: 1, rule: m.rule }
  }
}

function* slogans(context: Context): Iterable<Finding<Theme>> {
  const elements = context.elements('paragraph')
  for (let i = 0; i < elements.length; i++) {
    const element = elements[i]!
    if (!element.value.includes('题') && !element.value.includes('口号')) continue
    const found: Finding<Theme>[] = []
    for (const rule of RULES) for (const m of context.match(rule, element)) found.push(...slogansOf(context, m))
    yield* found.sort((a, b) => a.range.start - b.range.start)
    if (element.value.length < 24 && grammar.heading.test(element.value)) {
      const next = elements[i + 1]
      const [m] =
        next && next.zone === element.zone && !grammar.numbered.test(next.value) && !grammar.label.test(next.value)
          ? context.match(grammar.line, next)
          : []
      if (m) yield* slogansOf(context, m)
    }
  }
}

function* terms(context: Context): Iterable<Finding<Theme>> {
  const split = function* (range: Range, kind: Theme['kind'], rule: string): Iterable<Finding<Theme>> {
    for (const m of grammar.term.all(context.text.slice(range.start, range.end))) {
      const place = { start: range.start + m.start, end: range.start + m.end }
      yield { value: context.factWith(place, { kind }), range: place, score: 1, rule }
    }
  }
  for (const element of context.elements('themeTerms')) {
    const [m] = context.match(foot.themeTerms, element)
    const range = m?.group('value')
    if (range) yield* split(range, 'term', 'themes/term')
  }
  const term = metadataValue(context, '主题词')
  if (term) yield* split(term, 'term', 'themes/metadata')
  const category = metadataValue(context, '主题分类')
  if (category)
    yield {
      value: context.factWith(category, { kind: 'category' }),
      range: category,
      score: 1,
      rule: 'themes/category',
    }
}

/** What makes a word a keyword: Han, two characters or more, none that every notice uses. */
const isTelling = (word: string, stop: ReadonlySet<string>) =>
  word.length >= 2 && !stop.has(word) && /^[\u3400-\u9fff]+$/.test(word)

/** How many words a segmenter is asked for: half of them are official phrases. */
const ASKED = KEYWORDS * 4

/** Words of the notice by weight: TF-IDF where the segmenter has it, else how often they are used for their length. */
function* keywords(context: Context): Iterable<Finding<Theme>> {
  const segmenter = context.options.segmenter ?? intlSegmenter()
  if (!segmenter) {
    context.report('themes/no-segmenter', 'keywords were asked for, but there is no word segmenter here', null, 'info')
    return
  }
  let ranked: Ranked[]
  try {
    ranked = segmenter.keywords ? weighted(context, segmenter.keywords) : counted(context, segmenter)
  } catch (error) {
    // An optional segmenter may be missing on this machine: all other fields stand without it.
    const reason = error instanceof Error ? error.message : String(error)
    context.report('themes/segmenter-failed', `keywords were asked for, but the segmenter failed: ${reason}`, null)
    return
  }
  for (const { range, score } of ranked)
    yield { value: context.factWith(range, { kind: 'keyword' }), range, score, rule: 'themes/keyword' }
}

interface Ranked {
  range: Range
  score: number
}

function weighted(context: Context, rank: (text: string, count: number) => string[]): Ranked[] {
  const stop = new Set(stopWords)
  const elements = context.elements('title', 'paragraph')
  // What the title says is said three times.
  const text = elements.map((e) => (e.type === 'title' ? `${e.value}\n`.repeat(3) : e.value)).join('\n')
  const out: Ranked[] = []
  for (const word of rank(text, ASKED)) {
    if (out.length >= KEYWORDS) break
    const element = isTelling(word, stop) ? elements.find((e) => e.value.includes(word)) : undefined
    if (!element) continue
    const start = element.range.start + element.value.indexOf(word)
    out.push({ range: { start, end: start + word.length }, score: 1 - out.length / KEYWORDS })
  }
  return out
}

function counted(context: Context, segmenter: Segmenter): Ranked[] {
  const stop = new Set(stopWords)
  const counts = new Map<string, { count: number; first: Range }>()
  for (const element of context.elements('title', 'paragraph')) {
    let offset = element.range.start
    for (const word of segmenter.words(element.value)) {
      const range = { start: offset, end: offset + word.length }
      offset = range.end
      if (!isTelling(word, stop)) continue
      const entry = counts.get(word)
      const weight = element.type === 'title' ? 3 : 1
      if (entry) entry.count += weight
      else counts.set(word, { count: weight, first: range })
    }
  }
  return [...counts]
    .filter(([, e]) => e.count > 1)
    .sort((a, b) => b[1].count * b[0].length - a[1].count * a[0].length || a[1].first.start - b[1].first.start)
    .slice(0, KEYWORDS)
    .map(([, { first, count }]) => ({ range: first, score: Math.min(1, count / 10) }))
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
