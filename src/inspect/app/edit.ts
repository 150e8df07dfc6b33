/** Golden facts as they are edited: an entry as named texts, and back. Pure. */
import type { Facts, GoldenField } from '../../eval/index.js'
import type { Span } from '../../index.js'

/**
 * `text`: a string of the entry; `fact`: a fact by its text; `facts`: several, parted by 、; `self`: the entry's own text;
 * `role`: one of the roles of dates.
 */
export interface Part {
  name: string
  kind: 'self' | 'text' | 'fact' | 'facts' | 'role'
}

const SELF: Part = { name: 'text', kind: 'self' }
const text = (name: string): Part => ({ name, kind: 'text' })
const fact = (name: string): Part => ({ name, kind: 'fact' })
const facts = (name: string): Part => ({ name, kind: 'facts' })

const STRUCTURED: Partial<Record<GoldenField, readonly Part[]>> = {
  dates: [{ name: 'role', kind: 'role' }, text('start'), text('end'), SELF],
  deadlines: [text('due'), text('from'), SELF, text('action'), fact('actor'), text('recipient')],
  events: [text('start'), text('end'), SELF, fact('title'), fact('venue')],
  contacts: [fact('unit'), facts('people'), facts('phones'), facts('faxes'), facts('emails'), fact('address')],
  citations: [fact('title'), fact('documentNumber')],
}

/** Nested fields are edited as JSON. */
const NESTED: ReadonlySet<GoldenField> = new Set(['outline', 'tables', 'forms'])

export const partsOf = (field: GoldenField): readonly Part[] | null =>
  NESTED.has(field) ? null : (STRUCTURED[field] ?? [SELF])

type Some = Record<string, unknown>
const some = (value: unknown): Some => (value !== null && typeof value === 'object' ? (value as Some) : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const string = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
export const textOf = (value: unknown): string => string(value) || string(some(value).text)

/** A telephone by its canonical number, a person as printed. */
function short(value: unknown): string {
  const { number, extension } = some(value)
  return string(number) ? `${string(number)}${string(extension) && `转${string(extension)}`}` : textOf(value)
}

const SEPARATOR = '、'

export function readPart(entry: unknown, { name, kind }: Part): string {
  if (kind === 'self') return textOf(entry)
  const value = some(entry)[name]
  if (kind === 'facts') return list(value).map(short).join(SEPARATOR)
  return kind === 'fact' ? textOf(value) : string(value)
}

/**
 * The entry with what was changed. What stays as it was keeps everything that is known of it; a new text is found in the
 * source, nearest to where the old one stands, and has no span where it is not printed so.
 */
export function writeParts(
  entry: unknown,
  parts: readonly Part[],
  written: Readonly<Record<string, string>>,
  source: string,
): unknown {
  const changed = parts.filter((part) => (written[part.name] ?? '').trim() !== readPart(entry, part))
  if (!changed.length) return entry
  const near = spanOf(entry)?.start ?? 0
  const self = changed.find(({ kind }) => kind === 'self')
  // What was worked out from a text (name, year, kind) does not hold for another.
  if (self && parts.length === 1) return located(written[self.name]!.trim(), source, near)
  const next: Some = typeof entry === 'string' ? { text: entry } : { ...some(entry) }
  for (const { name, kind } of changed) {
    const value = (written[name] ?? '').trim()
    if (kind === 'self') {
      delete next.span
      Object.assign(next, value ? located(value, source, near) : { text: '' })
    } else if (kind === 'facts') next[name] = several(list(some(entry)[name]), value, source, near)
    else if (kind === 'fact') next[name] = value ? located(value, source, near) : null
    else if (value) next[name] = value
    else if (name === 'due') next[name] = null
    else delete next[name]
  }
  return next
}

function several(before: readonly unknown[], value: string, source: string, near: number): unknown[] {
  const left = [...before]
  return value
    .split(/[、,，;；\n]/)
    .map((one) => one.trim())
    .filter((one) => one)
    .map((one) => {
      const i = left.findIndex((old) => short(old) === one)
      return i < 0 ? located(one, source, near) : left.splice(i, 1)[0]
    })
}

const spanOf = (entry: unknown): Span | undefined => {
  const span = some(some(entry).span)
  return typeof span.start === 'number' && typeof span.end === 'number'
    ? { start: span.start, end: span.end }
    : undefined
}

/** So many places are looked at. */
const MAX_PLACES = 1000

function located(value: string, source: string, near: number): { text: string; span?: Span } {
  let best = -1
  let places = 0
  for (let at = source.indexOf(value); value && at >= 0 && places < MAX_PLACES; at = source.indexOf(value, at + 1)) {
    places++
    if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) best = at
    else break
  }
  return best < 0 ? { text: value } : { text: value, span: { start: best, end: best + value.length } }
}

const without = (values: readonly unknown[], at: number) => values.filter((_, i) => i !== at)

/** Golden facts with one entry of a field put in place of another, taken away (`undefined`), or added (`at` absent). */
export function withEntry(
  golden: Facts,
  field: GoldenField,
  single: boolean,
  at: number | undefined,
  entry: unknown,
): Facts {
  if (single) return { ...golden, [field]: entry ?? null }
  const before = list(golden[field])
  if (entry === undefined) return { ...golden, [field]: at === undefined ? before : without(before, at) }
  return {
    ...golden,
    [field]: at === undefined ? [...before, entry] : before.map((one, i) => (i === at ? entry : one)),
  }
}

export function withoutField(golden: Facts, field: GoldenField): Facts {
  const { [field]: _, ...rest } = golden
  return rest
}
