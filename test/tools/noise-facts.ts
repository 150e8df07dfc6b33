/** The facts of a notice as noise must leave them: values without their places. */
import type { Notice } from '../../src/index.js'

export interface NamedFact {
  field: string
  value: string
}

/** What the printed words may differ in, since they are given as printed: white space, the shapes of brackets and quotes,
 * the numerals of a year, a stop at the end. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[\s\u200b]+/g, ''],
  [/[［【〈([（﹝]/g, '〔'],
  [/[］】〉)\]）﹞]/g, '〕'],
  [/[“”「」„〝〞]/g, '"'],
]

/** Ways of writing that are given as printed; names, numbers and days have one spelling and are compared to the letter. */
const PRINTED = new Set([
  'text',
  'heading',
  'action',
  'content',
  'deliverables',
  'recipient',
  'label',
  'after',
  'before',
  'number',
])
const NUMERALS = '〇一二三四五六七八九'
const reading = (words: string) =>
  SHAPES.reduce((out, [shape, one]) => out.replace(shape, one), words)
    .replace(/[〇一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map((c) => NUMERALS.indexOf(c)).join(''))
    .replace(/。$/, '')

const bare = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return PRINTED.has(name) ? reading(value) : value
  if (Array.isArray(value)) return value.map((v) => bare(v, name))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      // Mentions are places only, as spans are.
      .filter(([key]) => key !== 'span' && key !== 'children' && key !== 'mentions')
      .map(([key, v]) => [key, bare(v, key)]),
  )
}

/** Every fact of a notice, in order: one for each value of a list, each contact point, each heading, each row. */
export function factsOf(notice: Notice): NamedFact[] {
  const out: NamedFact[] = []
  const add = (field: string, value: unknown) => out.push({ field, value: JSON.stringify(bare(value)) })
  const sections = (list: Notice['outline']): void => {
    for (const section of list) {
      add('outline', section)
      sections(section.children)
    }
  }
  for (const [field, value] of Object.entries(notice)) {
    if (field === 'source' || field === 'diagnostics' || value === null) continue
    if (field === 'outline') sections(notice.outline)
    else if (Array.isArray(value)) for (const one of value) add(field, one)
    else add(field, value)
  }
  return out
}

export interface Agreement {
  /** Facts that both have, and facts that either has. */
  same: number
  all: number
  missing: NamedFact[]
  extra: NamedFact[]
  /** Equal as a whole: the same facts in the same order. */
  whole: boolean
}

export function agreement(a: readonly NamedFact[], b: readonly NamedFact[]): Agreement {
  const line = ({ field, value }: NamedFact) => `${field} ${value}`
  const extra = [...b]
  const missing: NamedFact[] = []
  for (const fact of a) {
    const i = extra.findIndex((other) => line(other) === line(fact))
    if (i < 0) missing.push(fact)
    else extra.splice(i, 1)
  }
  return {
    same: a.length - missing.length,
    all: a.length + extra.length,
    missing,
    extra,
    whole: a.length === b.length && a.every((fact, i) => line(fact) === line(b[i]!)),
  }
}
