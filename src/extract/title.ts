/** 标题 and 文种 (GB/T 9704-2012, 7.3.1). */

import numberGrammar from '../../grammars/document-number.js'
import { documentTypes, typeAlias } from '../../grammars/lexicon/document-types.js'
import titleGrammar from '../../grammars/title.js'
import { compile } from '../grammar.js'
import { titleEnd } from '../parse/zones/title.js'
import { widen } from '../read/normalize.js'
import type { DocumentType } from '../types.js'
import { type Context, defineExtractor, type Range } from './define.js'
import { alike, metadataValue, reportDiffers, stated } from './metadata.js'

const grammar = compile(titleGrammar)
const numbers = compile(numberGrammar)
const kinds = new Map<string, string>(documentTypes)

/** Range of a title without a site's label before it and without what a page or the document number adds behind it. */
function bareTitle(whole: string, start: number): Range {
  const boxed = grammar.boxed.at(whole, 0)?.at('title')
  if (boxed) return { start: start + boxed.start, end: start + boxed.end }
  const text = whole.slice(0, titleEnd(whole))
  // 【提醒】 before a call is part of it.
  const label = grammar.ending.test(text) ? grammar.siteLabel.at(text, 0) : null
  let from = label ? label.end : 0
  let to = text.length
  const tail = /[(](?<inner>[^()]*(?:\([^()]*\)[^()]*)?)[)]\s*$/d.exec(text)
  if (tail && numbers.bracketed.test(tail.groups!.inner!) && !grammar.order.test(text)) to = tail.index
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return { start: start + from, end: start + to }
}

/** Labels of the title in a page's table. */
const LABELS = ['标题', '法规标题', '名称', '信息名称', 'title', 'Title']

export const title = defineExtractor({
  name: 'title',
  many: false,
  *extract(context) {
    const printed: string[] = []
    for (const element of context.elements('title')) {
      const range = bareTitle(element.value, element.range.start)
      const text = joinLines(context.text.slice(range.start, range.end))
      printed.push(text)
      yield { value: context.fact(range, text), range, score: 1, rule: 'title/head' }
    }
    if (printed[0] !== undefined) {
      const other = stated(context, ...LABELS).find((s) => !printed.some((text) => alike(s.text, text)))
      if (other) reportDiffers(context, 'title', other, printed[0])
    }
    const range = metadataValue(context, ...LABELS)
    if (range) yield { value: context.fact(range), range, score: 0.6, rule: 'title/metadata' }
  },
})

/** Lines of a title joined without breaking words; bodies on lines of their own stay apart. */
function joinLines(text: string): string {
  // 科技部 中央宣传部关于…: the space parts names and stays.
  return widen(text.replace(/\n/g, '').replace(/ +/g, ' ').trim())
}

export const documentType = defineExtractor({
  name: 'documentType',
  many: false,
  *extract(context) {
    for (const element of context.elements('title')) {
      const { value } = element
      // The brackets of a title in 【】 are no part of it.
      const { start, end } = grammar.boxed.test(value) ? bareTitle(value, 0) : { start: 0, end: titleEnd(value) }
      const found = typeAt(context, value.slice(start, end), element.range.start + start)
      if (found) yield { value: found.value, range: found.range, score: 1, rule: 'title/ending' }
    }
    for (const label of [...LABELS, '体裁分类']) {
      const range = metadataValue(context, label)
      const found = range ? typeAt(context, context.text.slice(range.start, range.end), range.start) : null
      if (found) yield { value: found.value, range: found.range, score: 0.6, rule: 'title/metadata' }
    }
  },
})

function typeAt(context: Context, text: string, offset: number): { value: DocumentType; range: Range } | null {
  const order = grammar.order.find(text)
  const m = grammar.ending.find(text) ?? grammar.paged.find(text)
  if (order && (!m || m.groups.type === '令') && !grammar.callOnly.test(text)) {
    const at = text.indexOf('令')
    const range = { start: offset + at, end: offset + at + 1 }
    return { range, value: context.factWith(range, { kind: 'order' }) }
  }
  // 志愿者招募令 calls, and orders nothing.
  if (m?.groups.type === '令' && grammar.callOnly.test(text)) return null
  if (!m) return frontedType(context, text, offset)
  const at = (m.at('type') ?? m.at('inner'))!
  const word = (m.groups.type ?? m.groups.inner)!
  const short = typeAlias[word] ?? word
  const start = offset + at.start + word.indexOf(short)
  const range = { start, end: start + short.length }
  return { range, value: context.factWith(range, { kind: kinds.get(word)! }) }
}

/** 评审结果公示:某项目 and 【公示】某名单 have theirs in front. */
function frontedType(context: Context, text: string, offset: number): { value: DocumentType; range: Range } | null {
  const m = grammar.fronted.at(text, 0)
  const at = m?.at('type') ?? m?.at('boxed')
  if (!m || !at) return null
  const range = { start: offset + at.start, end: offset + at.end }
  return { range, value: context.factWith(range, { kind: kinds.get(m.groups.type ?? m.groups.boxed!)! }) }
}
