/** docs/diagnostics.md tells of every diagnostic that the code reports, with its severity, and of no other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const SEVERITIES = ['info', 'warning', 'error']
/** What `report` says where it is told no severity. */
const USUAL = 'warning'

/** Severities by rule; an empty set where the code says it elsewhere. */
type Found = Map<string, Set<string>>

const add = (found: Found, rule: string, severities: readonly string[]) =>
  found.set(rule, new Set([...(found.get(rule) ?? []), ...severities]))

/** The rules that a node names, `<field>` for what stands in for a field; none where it names none. */
function rulesIn(node: ts.Node | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return /^[a-zA-Z]+\/[a-z-]+$/.test(node.text) ? [node.text] : []
  if (ts.isConditionalExpression(node)) return [...rulesIn(node.whenTrue), ...rulesIn(node.whenFalse)]
  if (ts.isTemplateExpression(node) && node.head.text === '') {
    const tail = node.templateSpans[0]!.literal.text
    return /^\/[a-z-]+$/.test(tail) ? [`<field>${tail}`] : []
  }
  return []
}

/** Severities that are written in a node, however it chooses between them. */
function severitiesIn(node: ts.Node | undefined): string[] {
  if (!node) return []
  if (ts.isStringLiteralLike(node)) return SEVERITIES.filter((one) => one === node.text)
  if (ts.isConditionalExpression(node)) return [...severitiesIn(node.whenTrue), ...severitiesIn(node.whenFalse)]
  return []
}

const nameOf = (node: ts.Expression) =>
  ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : ''

function readCall({ expression, arguments: args }: ts.CallExpression, found: Found): void {
  const name = nameOf(expression)
  if (name === 'reportDiffers') {
    const [, field] = args
    if (field && ts.isStringLiteral(field)) add(found, `${field.text}/metadata-differs`, [USUAL])
  } else if (name === 'say') for (const rule of rulesIn(args[0])) add(found, rule, ['info'])
  else if (name === 'report') {
    const at = args.findIndex((one) => rulesIn(one).length)
    const told = args.slice(at + 1).flatMap(severitiesIn)
    for (const rule of rulesIn(args[at])) add(found, rule, told.length ? told : [USUAL])
  }
}

function readObject({ properties }: ts.ObjectLiteralExpression, found: Found): void {
  const value = (name: string) =>
    properties.find((p): p is ts.PropertyAssignment => ts.isPropertyAssignment(p) && p.name.getText() === name)
      ?.initializer
  for (const rule of rulesIn(value('ruleId'))) add(found, rule, severitiesIn(value('severity')))
}

function inCode(): Found {
  const found: Found = new Map()
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) readCall(node, found)
      else if (ts.isObjectLiteralExpression(node)) readObject(node, found)
      ts.forEachChild(node, visit)
    }
    const text = readFileSync(join(root, 'src', file), 'utf8')
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true))
  }
  return found
}

const page = readFileSync(join(root, 'docs/diagnostics.md'), 'utf8')
const documented = new Map(
  [...page.matchAll(/^\| `([^`]+)` \| ([a-z, ]+) \| .+ \|$/gm)].map((m) => [m[1]!, m[2]!.split(', ').sort()]),
)

describe('docs/diagnostics.md', () => {
  const found = inCode()
  // Told apart by field: the page has a line for each.
  found.delete('<field>/metadata-differs')
  // Reports of the masking, not of a notice: named below the tables.
  const masking = [...found.keys()].filter((rule) => rule.startsWith('redact/'))
  for (const rule of masking) found.delete(rule)

  it('has a line for every rule, and for no other', () => {
    expect(found.size).toBeGreaterThan(35)
    expect([...documented.keys()].sort()).toEqual([...found.keys()].sort())
    expect(masking.length).toBeGreaterThan(2)
    for (const rule of masking) expect(page).toContain(`\`${rule}\``)
  })

  it('gives the severities that the code gives', () => {
    const known = [...found].filter(([, severities]) => severities.size > 0)
    expect(known.length).toBeGreaterThan(30)
    expect(known.map(([rule]) => [rule, documented.get(rule)])).toEqual(
      known.map(([rule, severities]) => [rule, [...severities].sort()]),
    )
  })
})
