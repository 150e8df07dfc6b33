/** Rows of a page's own table (索引号, 发文机关, 成文日期 …): label and value with its place. */
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import type { Context, Range } from './define.js'

const zones = compile(zonesGrammar)

/** Range of the value of the first of the labels that has one, or null when all are absent or empty. */
export function metadataValue(context: Context, ...labels: string[]): Range | null {
  const values = new Map<string, Range>()
  for (const element of context.elements('metadata')) {
    const [m] = context.match(zones.metadata, element)
    const value = m?.group('value')
    const label = m?.groups.label ?? ''
    if (value && value.end > value.start && m?.groups.value?.trim() && !values.has(label)) values.set(label, value)
  }
  const first = labels.find((label) => values.has(label))
  return first === undefined ? null : values.get(first)!
}
