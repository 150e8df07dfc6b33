/**
 * What a page states about the notice: rows of its own table (索引号, 发文机关, 成文日期 …) and its head (`<meta>`). They stand
 * in for what the notice does not print, and are compared with what it does: the print counts, the difference is told.
 */
import siteLinesGrammar from '../../grammars/site-lines.js'
import { compile } from '../grammar.js'
import { fold } from '../read/normalize.js'
import { asSource } from '../read/source-text.js'
import { squeeze } from '../read/squeeze.js'
import type { Notice, Span } from '../types.js'
import type { Context, Range } from './define.js'

const siteLines = compile(siteLinesGrammar)

/** Range of the value of the first row with one of the labels, or null when it is absent or empty. */
export function metadataValue(context: Context, ...labels: string[]): Range | null {
  return rows(context, labels).next().value ?? null
}

function* rows(context: Context, labels: readonly string[]): Generator<Range, undefined> {
  for (const element of context.elements('metadata')) {
    const [m] = context.match(siteLines.metadata, element)
    const value = m?.group('value')
    if (m && value && value.end > value.start && labels.includes(squeeze(m.groups.label!)) && m.groups.value!.trim())
      yield value
  }
}

/** A value that the page states, folded. */
export interface Stated {
  text: string
  span: Span
}

/** All that the page states under the labels: its rows, then its head. */
export function stated(context: Context, ...labels: string[]): Stated[] {
  const out: Stated[] = []
  for (const range of rows(context, labels))
    out.push({ text: context.text.slice(range.start, range.end), span: context.span(range) })
  for (const { label, text, span } of context.tree.read.head ?? [])
    if (labels.includes(label)) out.push({ text: fold(asSource(text)).text.trim(), span })
  return out
}

/** Tells that the page states something else than the notice prints. */
export function reportDiffers(context: Context, field: keyof Notice, { text, span }: Stated, printed: string): void {
  context.report(`${field}/metadata-differs`, `the page gives ${text} as ${field}, the text ${printed}`, { span })
}

/** Whether two writings say the same but for punctuation, or one is the other shortened. */
export function alike(a: string, b: string): boolean {
  const [x, y] = [squeeze(a), squeeze(b)]
  return x === '' || y === '' || x.includes(y) || y.includes(x)
}
