/** The numbers that a browser draws before the items of a list. */
import { page as data } from '../../grammars/lexicon/page.js'
import type { PageNode } from './html-tree.js'

/** The number that a list draws before its item. */
export function drawnNumber(nodes: PageNode[], item: number, counters: Map<number, number>): string {
  const { parent, attributes } = nodes[item]!
  const list = nodes[parent]!
  if (list.name !== 'ol') return ''
  const first = Number(list.attributes?.start?.value ?? 1)
  const given = Number(attributes?.value?.value ?? Number.NaN)
  const n = Number.isInteger(given) ? given : (counters.get(parent) ?? (Number.isInteger(first) ? first : 1))
  counters.set(parent, n + 1)
  const styles = `${list.attributes?.style?.value ?? ''};${attributes?.style?.value ?? ''}`
  if (/list-style(?:-type)?\s{0,20}:[^;]{0,60}none/i.test(styles)) return ''
  const classes = list.attributes?.class?.value.toLowerCase().split(/\s+/) ?? []
  for (const [name, before, after, style] of data.listClasses) {
    if (classes.includes(name)) return before + (style === 'chinese' ? chinese(n) : n) + after
  }
  if (/cjk-ideographic|simp-chinese|trad-chinese/i.test(styles)) return `${chinese(n)}、`
  const type = list.attributes?.type?.value
  if ((type === 'a' || type === 'A' || /(?:lower|upper)-(?:alpha|latin)/i.test(styles)) && n > 0 && n <= 26) {
    return `${String.fromCharCode((type === 'A' || /upper/i.test(styles) ? 64 : 96) + n)}.`
  }
  return `${n}.`
}

/** 1 to 99 in Chinese numerals. */
function chinese(n: number): string {
  const digits = '零一二三四五六七八九'
  if (n < 1 || n > 99) return String(n)
  const tens = Math.floor(n / 10)
  return (tens > 1 ? digits[tens]! : '') + (tens ? '十' : '') + (n % 10 ? digits[n % 10]! : '')
}
