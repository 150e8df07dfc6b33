/** Golden files: what a person has read from a notice, to measure the parser against. Format: docs/eval.md. */
import type { Notice } from '../index.js'

/** Fields of `Notice` that a golden file may hold. */
export type GoldenField = Exclude<keyof Notice, 'source' | 'diagnostics'>

/** What was read, by field. A field that is missing was not looked at; one that is `null` or `[]` is known to be absent. */
export type Facts = Readonly<Partial<Record<GoldenField, unknown>>>

/** A golden file that cannot be used. The message says where in it the fault is. */
export class GoldenError extends Error {
  override readonly name = 'GoldenError'
}

/** Complete by type. */
const shapes = {
  title: 'one',
  documentType: 'one',
  documentNumber: 'one',
  issuingBodies: 'list',
  addressees: 'list',
  copiedTo: 'list',
  signatories: 'list',
  copyNumber: 'one',
  classification: 'one',
  urgency: 'one',
  disclosure: 'one',
  themes: 'list',
  dates: 'list',
  deadlines: 'list',
  events: 'list',
  contacts: 'list',
  printedBy: 'one',
  attachments: 'list',
  citations: 'list',
  urls: 'list',
  outline: 'list',
  tables: 'list',
  forms: 'list',
} satisfies Record<GoldenField, 'one' | 'list'>

/** In the order of `Notice`. */
export const GOLDEN_FIELDS = Object.keys(shapes) as GoldenField[]

/** Whether the field is a list of facts; else it is one fact or `null`. */
export const isListField = (name: GoldenField): boolean => shapes[name] === 'list'

const isField = (name: string): name is GoldenField => Object.hasOwn(shapes, name)
const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Reads a golden file: an object with `facts`, or the facts themselves (as `gongwen parse --format json` prints them). */
export function readGolden(json: string): Facts {
  let value: unknown
  try {
    value = JSON.parse(json.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new GoldenError('this is no JSON', { cause })
  }
  if (!isObject(value)) throw new GoldenError('this is no object')
  const facts = 'facts' in value ? value.facts : value
  if (!isObject(facts)) throw new GoldenError("'facts' is no object")
  const known = Object.entries(facts).filter(([name]) => name !== 'source' && name !== 'diagnostics')
  if (!known.length) throw new GoldenError('there are no facts in it')
  for (const [name, held] of known) {
    if (!isField(name)) throw new GoldenError(`unknown field '${name}'`)
    if (shapes[name] === 'one') checkFact(held, name)
    else if (!Array.isArray(held)) throw new GoldenError(`'${name}' must be a list`)
    else for (const [i, one] of held.entries()) checkFact(one, `${name}[${i}]`)
  }
  return Object.fromEntries(known)
}

function checkFact(value: unknown, where: string): void {
  const whole = !where.endsWith(']')
  if (typeof value === 'string' || isObject(value) || (whole && value === null)) return
  throw new GoldenError(`'${where}' must be a text or an object${whole ? ' or null' : ''}`)
}
