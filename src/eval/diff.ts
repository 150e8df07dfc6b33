/** What has changed since an earlier run. */
import type { Evaluation, Miss } from './score.js'

interface Change {
  name: string
  /** Facts that were missed or invented before and are not any more, and the other way round: `field: fact`. */
  mended: string[]
  broken: string[]
}

export interface Difference {
  version: string
  /** Whether there is less right than before: F1 over all facts, or the number of notices that are all right. */
  worse: boolean
  micro: { before: number; after: number }
  allRight: { before: number; after: number }
  /** F1 of the fields in which it differs; null where a run did not measure the field. */
  fields: Record<string, { before: number | null; after: number | null }>
  changes: Change[]
  /** Notices that only one of the runs has: such runs can be compared only in part. */
  added: string[]
  gone: string[]
}

/** A file that is no result of an earlier run. */
export class BaselineError extends Error {
  override readonly name = 'BaselineError'
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'
const numbers = (value: unknown, names: readonly string[]) =>
  isObject(value) && names.every((name) => typeof value[name] === 'number')
const texts = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string')
const isMiss = (value: unknown) =>
  isObject(value) && typeof value.field === 'string' && texts(value.missing) && texts(value.extra)
const isNotice = (value: unknown) =>
  isObject(value) && typeof value.name === 'string' && Array.isArray(value.misses) && value.misses.every(isMiss)

/** Reads what `--format json` wrote. */
export function readBaseline(json: string): Evaluation {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (cause) {
    throw new BaselineError('this is no JSON', { cause })
  }
  const isOne =
    isObject(value) &&
    value.eval === 1 &&
    typeof value.version === 'string' &&
    numbers(value, ['allRight']) &&
    numbers(value.micro, ['f1']) &&
    isObject(value.fields) &&
    Object.values(value.fields).every((field) => numbers(field, ['f1'])) &&
    Array.isArray(value.each) &&
    value.each.every(isNotice)
  if (!isOne) throw new BaselineError("this was not written by 'gongwen eval --format json'")
  return value as unknown as Evaluation
}

export function difference(before: Evaluation, after: Evaluation): Difference {
  const names = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])]
  const f1 = (run: Evaluation, name: string) => run.fields[name]?.f1 ?? null
  const changed = names.filter((name) => f1(before, name) !== f1(after, name))
  const was = new Map(before.each.map((one) => [one.name, one]))
  const is = new Set(after.each.map(({ name }) => name))
  return {
    version: before.version,
    worse: after.micro.f1 < before.micro.f1 || after.allRight < before.allRight,
    micro: { before: before.micro.f1, after: after.micro.f1 },
    allRight: { before: before.allRight, after: after.allRight },
    fields: Object.fromEntries(
      changed.map((name) => [name, { before: f1(before, name), after: f1(after, name) }] as const),
    ),
    changes: after.each.flatMap(({ name, misses }) => {
      const earlier = was.get(name)
      if (!earlier) return []
      const change = { name, mended: beyond(earlier.misses, misses), broken: beyond(misses, earlier.misses) }
      return change.mended.length || change.broken.length ? [change] : []
    }),
    added: after.each.filter(({ name }) => !was.has(name)).map(({ name }) => name),
    gone: before.each.filter(({ name }) => !is.has(name)).map(({ name }) => name),
  }
}

const facts = (misses: readonly Miss[]) =>
  misses.flatMap(({ field, missing, extra }) => [
    ...missing.map((key) => `${field}: - ${key}`),
    ...extra.map((key) => `${field}: + ${key}`),
  ])

/** Misses of the first that the second does not have. */
function beyond(some: readonly Miss[], others: readonly Miss[]): string[] {
  const rest = facts(others)
  return facts(some).filter((fact) => {
    const i = rest.indexOf(fact)
    if (i >= 0) rest.splice(i, 1)
    return i < 0
  })
}
