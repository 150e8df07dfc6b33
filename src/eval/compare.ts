/** Facts beside golden facts, one by one: for whoever looks at them. What is the same is what `gongwen eval` counts as the same. */
import type { Notice } from '../index.js'
import { type Facts, GOLDEN_FIELDS, type GoldenField, isListField } from './golden.js'
import { type Measure, measuresOf } from './measures.js'
import { missesOf } from './score.js'

/** `different`: both have it, and some part of it differs. */
export type Mark = 'right' | 'missing' | 'extra' | 'different'

export interface Compared {
  mark: Mark
  /** The entry of the golden file, and its place in the field's list (absent in nested fields: sections, rows, form fields). */
  golden?: unknown
  at?: number
  found?: unknown
  /** Names of the measures in which they differ (`deadlines.action`). */
  differs: string[]
}

export interface FieldComparison {
  field: GoldenField
  /** Whether the golden file says anything of the field. Where it does not, all that was found is `extra` to look at. */
  measured: boolean
  items: Compared[]
}

interface Entry {
  value: unknown
  at: number | undefined
  /** Comparison keys, one list a measure. */
  keys: string[][]
  /** What two entries have in common that tell of the same thing: a contact's unit, a deadline's action. */
  kin: string
}

/** More entries are not compared by likeness, which costs the product of both. */
const MAX_LIKE = 200
/** From which share of common pairs of characters on two entries are taken for the same thing told differently. */
const ALIKE = 0.5

/** Every field, in the order of `Notice`. */
export function compareFacts(golden: Facts, notice: Notice): FieldComparison[] {
  const measures = measuresOf(golden)
  return GOLDEN_FIELDS.map((field) => {
    const own = measures.filter(({ of }) => of === field)
    const measured = field in golden
    const found = entries(field, notice[field], own, !measured)
    if (!measured)
      return { field, measured, items: found.map(({ value }) => ({ mark: 'extra', found: value, differs: [] })) }
    const items = pair(entries(field, golden[field], own), found, own, !isListField(field))
    // Parts are measured over all entries of a field: how they are shared out may differ and nothing be wrong.
    const fine = missesOf(golden, notice, own).length === 0
    return { field, measured, items: fine ? items.filter(({ mark }) => mark !== 'extra').map(right) : items }
  })
}

const right = (item: Compared): Compared => ({ ...item, mark: 'right', differs: [] })

function entries(field: GoldenField, value: unknown, measures: readonly Measure[], all = false): Entry[] {
  if (value === null || value === undefined) return []
  const whole = isListField(field) ? (value as unknown[]) : [value]
  const atoms = whole.flatMap((one, at) => atomsOf(field, one, at))
  return (
    atoms
      .map(({ value: one, at, wrapped }) => ({
        value: one,
        at,
        kin: kinOf(field, one),
        keys: measures.map(({ keys }) => keys(isListField(field) ? [wrapped ?? one] : one)),
      }))
      // What has no key is not counted: dates that are only mentioned.
      .filter(({ value: one, keys }) => (all ? !isMentioned(one) : keys.some((list) => list.length > 0)))
  )
}

const KIN: Readonly<Partial<Record<GoldenField, string>>> = {
  dates: 'role',
  deadlines: 'action',
  events: 'title',
  contacts: 'unit',
}

function kinOf(field: GoldenField, value: unknown): string {
  const part = (value as Record<string, unknown> | null)?.[KIN[field] ?? '']
  return typeof part === 'string' ? part : ((part as { text?: string } | null | undefined)?.text ?? '')
}

const isMentioned = (value: unknown) => (value as { role?: unknown } | null)?.role === 'mentioned'

interface Atom {
  value: unknown
  at: number | undefined
  /** The atom as an entry of the field by itself, so that its measure reads it. */
  wrapped?: unknown
}

/** Sections, rows and form fields are compared each on its own, as they are measured. */
function atomsOf(field: GoldenField, value: unknown, at: number): Atom[] {
  const { children, header, rows, fields } = (value ?? {}) as Record<string, unknown>
  const list = (of: unknown) => (Array.isArray(of) ? (of as unknown[]) : [])
  if (field === 'outline') {
    const section: Atom = {
      value,
      at: undefined,
      wrapped: typeof value === 'string' ? value : { ...(value as object), children: [] },
    }
    return [section, ...list(children).flatMap((child) => atomsOf(field, child, at))]
  }
  if (field === 'tables')
    return [...(header ? [{ cells: header }] : []), ...list(rows)].map((row) => ({
      value: row,
      at: undefined,
      wrapped: { rows: [row] },
    }))
  if (field === 'forms') return list(fields).map((one) => ({ value: one, at: undefined, wrapped: { fields: [one] } }))
  return [{ value, at }]
}

function pair(golden: Entry[], found: Entry[], measures: readonly Measure[], single: boolean): Compared[] {
  const partner = new Map<Entry, Entry>()
  const free = new Set(found)
  const join = (same: (a: Entry, b: Entry) => boolean) => {
    for (const one of golden) {
      if (partner.has(one)) continue
      for (const other of free) {
        if (!same(one, other)) continue
        partner.set(one, other)
        free.delete(other)
        break
      }
    }
  }
  joinEqual(golden, free, partner, ({ keys }) => JSON.stringify(keys))
  joinEqual(golden, free, partner, ({ keys }) => (keys[0]?.length ? keys[0].join('\n') : undefined))
  joinEqual(golden, free, partner, ({ kin }) => kin || undefined)
  if (single) join(() => true)
  else if (golden.length - partner.size <= MAX_LIKE && free.size <= MAX_LIKE) join((a, b) => likeness(a, b) >= ALIKE)
  return [
    ...golden.map((one): Compared => {
      const other = partner.get(one)
      if (!other) return { mark: 'missing', golden: one.value, at: one.at, differs: [] }
      const differs = measures.filter((_, i) => one.keys[i]!.join('\n') !== other.keys[i]!.join('\n'))
      const mark = differs.length ? 'different' : 'right'
      return { mark, golden: one.value, at: one.at, found: other.value, differs: differs.map(({ name }) => name) }
    }),
    ...[...free].map(({ value }): Compared => ({ mark: 'extra', found: value, differs: [] })),
  ]
}

/** In linear time, as often as a key stands on either side. */
function joinEqual(
  golden: readonly Entry[],
  free: Set<Entry>,
  partner: Map<Entry, Entry>,
  key: (entry: Entry) => string | undefined,
): void {
  const waiting = new Map<string, Entry[]>()
  for (const entry of free) {
    const own = key(entry)
    if (own === undefined) continue
    const same = waiting.get(own)
    if (same) same.push(entry)
    else waiting.set(own, [entry])
  }
  for (const same of waiting.values()) same.reverse()
  for (const one of golden) {
    if (partner.has(one)) continue
    const own = key(one)
    const other = own === undefined ? undefined : waiting.get(own)?.pop()
    if (!other) continue
    partner.set(one, other)
    free.delete(other)
  }
}

/** Sørensen–Dice over pairs of characters. */
function likeness(a: Entry, b: Entry): number {
  const [one, other] = [pairsOf(a), pairsOf(b)]
  if (!one.size || !other.size) return 0
  let common = 0
  for (const two of one) if (other.has(two)) common++
  return (2 * common) / (one.size + other.size)
}

function pairsOf({ keys }: Entry): Set<string> {
  const text = keys.flat().join(' ').slice(0, 200)
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)))
}
