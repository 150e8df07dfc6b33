/** The README's examples run as printed, and print what their comments say. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { inspect } from 'node:util'
import { buildSync } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const folder = mkdtempSync(join(root, 'node_modules', '.readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const examples = [...readme.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map((m) => m[1]!)

/** Runs an example with `gongwen` meaning this checkout; gives the lines it printed. */
async function run(code: string, n: number): Promise<string[]> {
  const source = join(folder, `example-${n}.ts`)
  const bundle = join(folder, `example-${n}.mjs`)
  writeFileSync(source, code)
  buildSync({
    entryPoints: [source],
    outfile: bundle,
    bundle: true,
    format: 'esm',
    platform: 'node',
    alias: { 'gongwen/link': join(root, 'src/link/index.ts'), gongwen: join(root, 'src/index.ts') },
    absWorkingDir: root,
    logLevel: 'silent',
  })
  const lines: string[] = []
  const log = console.log
  console.log = (...values: unknown[]) => {
    lines.push(
      values.map((v) => (typeof v === 'string' ? v : inspect(v, { breakLength: Number.POSITIVE_INFINITY }))).join(' '),
    )
  }
  try {
    await import(/* @vite-ignore */ pathToFileURL(bundle).href)
  } finally {
    console.log = log
  }
  return lines
}

describe('README', () => {
  it('has examples', () => expect(examples.length).toBeGreaterThanOrEqual(5))

  it.each(examples.map((code, n) => [n, code] as const))('example %i prints what it says', async (n, code) => {
    const said = [...code.matchAll(/console\.log\(.*\) \/\/ (.*)$/gm)].map((m) => m[1]!)
    expect(said.length).toBeGreaterThan(0)
    expect(await run(code, n)).toEqual(said)
  })

  it('names scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>
    }
    for (const m of readme.matchAll(/npm run (\w+)/g)) expect(scripts).toHaveProperty(m[1]!)
  })
})
