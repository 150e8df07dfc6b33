/** 份号 密级 紧急程度 签发人 公开属性 (GB/T 9704-2012, 7.2), 主送 (7.3.2), 抄送 印发 (7.4). */

import footGrammar from '../../grammars/foot.js'
import markingsGrammar from '../../grammars/markings.js'
import zonesGrammar from '../../grammars/zones.js'
import { type CompiledRule, compile } from '../grammar.js'
import { addressLine } from '../parse/address-line.js'
import { namesOnLine } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Classification } from '../types.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { metadataValue, reportDiffers, stated } from './metadata.js'

const foot = compile(footGrammar)
const zones = compile(zonesGrammar)
const grammar = compile(markingsGrammar)

/** Splits a range at commas that stand outside brackets. */
function groups(text: string, range: Range): Range[] {
  const out: Range[] = []
  let depth = 0
  let start = range.start
  const push = (end: number) => {
    let a = start
    let b = end
    while (a < b && text[a]!.trim() === '') a++
    while (b > a && text[b - 1]!.trim() === '') b--
    if (b > a) out.push({ start: a, end: b })
  }
  for (const m of grammar.mark.all(text.slice(range.start, range.end))) {
    if (m.groups.open) depth++
    else if (m.groups.close) depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      push(range.start + m.start)
      start = range.start + m.end
    }
  }
  push(range.end)
  return out
}

const factsOf = (context: Context, ranges: Range[], rule: string): Finding<ReturnType<Context['fact']>>[] =>
  ranges.map((range) => ({ value: context.fact(range), range, score: 1, rule }))

export const addressees = defineExtractor({
  name: 'addressees',
  many: true,
  *extract(context) {
    const [element] = context.elements('addressees')
    if (!element) return
    const line = { ...element, value: addressLine(element.value) }
    const [m] = [
      ...context.match(zones.addressedTo, line),
      ...context.match(zones.addressees, line),
      ...context.match(zones.addresseesLead, line),
      ...context.match(zones.mainSend, line),
    ]
    // Whoever is told of a case stands before the colon, and what he is told was cut off behind it.
    const colon = line.value.indexOf(':')
    const names =
      m?.group('names') ??
      m?.group('to') ??
      m?.group('party') ??
      m?.group('listed') ??
      (colon > 0 ? { start: line.range.start, end: line.range.start + colon } : null)
    if (!names) return
    for (const range of groups(context.text, names)) {
      // 某公司(统一社会信用代码:…): which firm it is, no part of its name.
      const code = grammar.codeNote.find(context.text.slice(range.start, range.end))
      if (code && code.start > 0) range.end = range.start + code.start
      const text = presentText(context.text.slice(range.start, range.end).replaceAll('\n', ''))
      yield { value: context.fact(range, text), range, score: 1, rule: 'markings/addressees' }
    }
  },
})

export const copiedTo = defineExtractor({
  name: 'copiedTo',
  many: true,
  *extract(context) {
    for (const element of context.elements('copiedTo')) {
      const [m] = context.match(foot.copiedTo, element)
      yield* factsOf(context, groups(context.text, m?.group('value') ?? element.range), 'markings/copied-to')
    }
  },
})

/** The value group of the first element of a type whose rule matches. */
function* valuesOf(
  context: Context,
  elements: NoticeElement[],
  rule: CompiledRule,
  name: string,
  groups: string[],
): Iterable<Finding<ReturnType<Context['fact']>>> {
  for (const element of elements) {
    for (const m of context.match(rule, element)) {
      for (const group of groups) {
        const range = m.group(group)
        if (range && range.end > range.start)
          yield { value: context.fact(range), range, score: 1 - element.range.start * 1e-9, rule: `markings/${name}` }
      }
    }
  }
}

export const copyNumber = defineExtractor({
  name: 'copyNumber',
  many: false,
  *extract(context) {
    yield* valuesOf(context, context.elements('copyNumber'), zones.copyNumber, 'copyNumber', ['value'])
  },
})

export const classification = defineExtractor({
  name: 'classification',
  many: false,
  *extract(context): Iterable<Finding<Classification>> {
    for (const element of context.elements('classification')) {
      const [m] = context.match(zones.classification, element)
      if (!m) continue
      yield {
        value: context.factWith(m.range, {
          level: m.groups.level as Classification['level'],
          ...(m.groups.period ? { period: m.groups.period } : {}),
        }),
        range: m.range,
        score: 1,
        rule: 'markings/classification',
      }
    }
  },
})

export const urgency = defineExtractor({
  name: 'urgency',
  many: false,
  *extract(context) {
    yield* valuesOf(context, context.elements('urgency'), zones.urgency, 'urgency', ['value'])
    yield* valuesOf(context, context.elements('urgency', 'documentNumber'), zones.telegram, 'telegram', ['value'])
  },
})

const DISCLOSURE = ['公开方式', '公开类型']

/** Whether a page's entry is another degree of openness than the printed one; what is no degree is no entry. */
function differs(stated: string, printed: string): boolean {
  const [a, b] = [grammar.openness.find(stated), grammar.openness.find(printed)]
  return a !== null && b !== null && degreeOf(a.groups) !== degreeOf(b.groups)
}

function degreeOf(groups: Record<string, string | undefined>): string | undefined {
  for (const name in groups) if (groups[name] !== undefined) return name
  return undefined
}

export const disclosure = defineExtractor({
  name: 'disclosure',
  many: false,
  *extract(context) {
    const groups = ['value', 'note', 'bare', 'more']
    const printed = [
      ...valuesOf(context, context.elements('disclosure', 'note'), foot.disclosure, 'disclosure', groups),
    ]
    yield* printed
    const other = printed[0] && stated(context, ...DISCLOSURE).find(({ text }) => differs(text, printed[0]!.value.text))
    if (other) reportDiffers(context, 'disclosure', other, printed[0]!.value.text)
    const row = metadataValue(context, ...DISCLOSURE)
    if (row) yield { value: context.fact(row), range: row, score: 0.6, rule: 'markings/metadata' }
  },
})

export const signatories = defineExtractor({
  name: 'signatories',
  many: true,
  *extract(context) {
    for (const element of context.elements('documentNumber', 'urgency', 'paragraph')) {
      const rules = element.zone === 'header' ? [zones.signer, zones.telegramSigner] : [zones.signerLine]
      for (const m of rules.flatMap((rule) => [...context.match(rule, element)])) {
        const names = m.group('names')!
        for (const piece of namesOnLine(m.groups.names!.replace(/、/g, ' '))) {
          const range = { start: names.start + piece.start, end: names.start + piece.end }
          yield { value: context.fact(range, piece.text), range, score: 1, rule: 'markings/signer' }
        }
      }
    }
    for (const element of context.elements('official')) {
      const [m] = context.match(foot.official, element)
      const range = m?.group('name')
      if (range)
        yield {
          value: context.fact(range, m!.groups.name!.replace(/\s/g, '')),
          range,
          score: 1,
          rule: 'markings/official',
        }
    }
  },
})

export const printedBy = defineExtractor({
  name: 'printedBy',
  many: false,
  *extract(context) {
    for (const element of context.elements('printed')) {
      const [m] = context.match(foot.printed, element)
      const body = m ? m.group('body') : element.range
      if (!body || body.end === body.start) continue
      yield {
        value: context.fact(body, context.fact(body).text.replace(/\s/g, '')),
        range: body,
        score: 1,
        rule: 'markings/printed',
      }
    }
  },
})
