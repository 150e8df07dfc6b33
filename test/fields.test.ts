/** docs/fields.md names every field and every member of the schema, with its type, and nothing else. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extractors } from '../src/index.js'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const page = read('docs/fields.md')

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: string[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  description?: string
}
const schema = JSON.parse(read('schema.json')) as Schema & { $defs: Record<string, Schema> }

/** A schema without the null that it allows beside its type. */
function open(given: Schema): Schema & { orNull: boolean } {
  const node = given.$ref ? schema.$defs[given.$ref.split('/').at(-1)!]! : given
  if (node.anyOf) {
    const [value] = node.anyOf.filter((one) => one.type !== 'null')
    return { ...open(value!), orNull: node.anyOf.length > 1 }
  }
  if (Array.isArray(node.type)) return { ...node, type: node.type.find((t) => t !== 'null')!, orNull: true }
  return { ...node, orNull: false }
}

const names = (node: Schema) =>
  Object.keys(node.properties ?? {})
    .sort()
    .join()

/** The type as the page puts it. */
function typeOf(given: Schema, optional: boolean): string {
  const { orNull, ...node } = open(given)
  const named = bare(node)
  const long = named.includes(' with more') || named.startsWith('list of Fact or')
  return `${named}${orNull ? (long ? ', or null' : ' or null') : ''}${optional ? '?' : ''}`
}

function bare(node: Schema): string {
  if (node.enum) return node.enum.join(', ')
  if (node.type === 'array') {
    const { orNull, ...item } = open(node.items!)
    const of = bare(item)
    if (of === 'fact with more') return 'list of facts with more'
    if (of === 'object') return 'list of objects'
    return item.enum || orNull ? `list of ${of}${orNull ? ' or null' : ''}` : `${of}[]`
  }
  if (node.type !== 'object') return String(node.type)
  const members = names(node)
  if (members === 'span,text') return 'Fact'
  if (members === 'end,start') return 'Span'
  return node.properties?.text && node.properties.span ? 'fact with more' : 'object'
}

/** Members that are told once, where they first stand. */
const ALIKE: Record<string, string> = {
  'citations[].documentNumber': 'documentNumber',
  'contacts[].faxes[]': 'contacts[].phones[]',
}
const shapes: Record<string, string> = {}

/** Path and type of all that stands below a field. */
function* members(given: Schema, path: string, seen: readonly string[] = []): Generator<[string, string]> {
  const { $ref } = given
  if ($ref && seen.includes($ref)) return
  const node = open(given)
  const inside = $ref ? [...seen, $ref] : seen
  if (node.type === 'array') yield* members(node.items!, `${path}[]`, inside)
  if (node.type !== 'object' || bare(node) === 'Fact' || bare(node) === 'Span') return
  shapes[path] = JSON.stringify(node.properties)
  if (path in ALIKE) return
  const isFact = bare(node) === 'fact with more'
  for (const [name, value] of Object.entries(node.properties!)) {
    // What every fact has; the place of what is no fact is told of all of them at once.
    if (
      (name === 'text' && (isFact || path.endsWith('.relative'))) ||
      (name === 'span' && !path.startsWith('diagnostics'))
    )
      continue
    yield [`${path}.${name}`, typeOf(value, !node.required?.includes(name))]
    yield* members(value, `${path}.${name}`, inside)
  }
}

/** Rows of so many columns that begin with a name in code. */
const rows = (columns: number) =>
  page
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
    .filter((cells) => cells.length === columns && /^ `[^`]+` $/.test(cells[0]!))
    .map((cells) => cells.map((cell) => cell.trim().replace(/^`([^`]+)`$/, '$1')))

describe('docs/fields.md', () => {
  const fields = Object.entries(schema.properties!)

  it('names every field of the notice with its type', () => {
    const told = rows(5)
    expect(told.map(([name, , type]) => [name, type])).toEqual(
      fields.map(([name, value]) => [name, typeOf(value, false)]),
    )
    const documented = told.map(([name]) => name)
    for (const [name, term, , holds] of told) expect(term && holds, name).toBeTruthy()
    for (const { name } of extractors) expect(documented).toContain(name)
  })

  it('names every member with its type', () => {
    const expected = fields.flatMap(([name, value]) => [...members(value, name)])
    expect(expected.length).toBeGreaterThan(80)
    const told = rows(3).map(([path, type]) => [path, type])
    expect(told).toEqual(expected)
  })

  it('leaves out only what is told elsewhere', () => {
    for (const [path, as] of Object.entries(ALIKE)) expect(shapes[path], path).toBe(shapes[as])
  })
})
