/** Every diagnostic that the code can report is documented. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(join(folder, e.name)) : [join(root, folder, e.name)],
  )

it('docs/diagnostics.md names every rule', () => {
  const page = readFileSync(join(root, 'docs/diagnostics.md'), 'utf8')
  const source = files('src')
    .map((f) => readFileSync(f, 'utf8'))
    .join('\n')
  const rules = new Set([
    ...[...source.matchAll(/report\(\s*'([a-zA-Z]+\/[a-z-]+)'/g)].map((m) => m[1]!),
    ...[...source.matchAll(/ruleId: '([a-zA-Z]+\/[a-z-]+)'/g)].map((m) => m[1]!),
    ...[...source.matchAll(/say\('([a-zA-Z]+\/[a-z-]+)'/g)].map((m) => m[1]!),
  ])
  expect(rules.size).toBeGreaterThan(8)
  expect([...rules].filter((r) => !page.includes(`\`${r}\``))).toEqual([])
})
