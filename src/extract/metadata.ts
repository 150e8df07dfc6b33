/** Rows of a page's own table (索引号, 发文机关, 成文日期 …): label and value with its place. */
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import type { Context, Range } from './define.js'

const zones = compile(zonesGrammar)

/** Range of the value of the first row with one of the labels, or null when it is absent or empty. */
export function metadataValue(context: Context, ...labels: string[]): Range | null {
  for (const element of context.elements('metadata')) {
    const [m] = context.match(zones.metadata, element)
    const value = m?.group('value')
    if (m && value && value.end > value.start && labels.includes(m.groups.label!) && m.groups.value!.trim())
      return value
  }
  return null
}
