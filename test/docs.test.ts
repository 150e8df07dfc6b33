/** The guide: its examples run as printed, its links lead somewhere, and its index names every page. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOf, partsOf, readPage } from './tools/doc-examples.js'
import { buildPrograms, type Programs, root } from './tools/programs.js'

const PAGES = ['docs/extending.md', 'docs/pipelines.md']
const docs = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'))

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
  writeFileSync(join(programs.folder, 'gongwen'), `#!/bin/sh\nexec "${process.execPath}" "${programs.cli}" "$@"\n`)
  chmodSync(join(programs.folder, 'gongwen'), 0o755)
}, 120_000)
afterAll(() => programs.remove())

/** `gongwen` is what was built; files of the page's own are left to be found beside. */
const compile = (folder: string, names: readonly string[]) =>
  build({
    entryPoints: names.map((name) => join(folder, name)),
    outdir: folder,
    format: 'esm',
    platform: 'node',
    bundle: true,
    packages: 'external',
    plugins: [
      {
        name: 'built',
        setup(bundler) {
          bundler.onResolve({ filter: /^gongwen(?:\/batch)?$/ }, ({ path }) => ({
            path: `../${path === 'gongwen' ? 'index' : 'batch'}.js`,
            external: true,
          }))
        },
      },
    ],
    logLevel: 'silent',
  })

describe.each(PAGES)('%s', (path) => {
  const page = readPage(path)
  const examples = blocksOf(page, 'ts').map((block, n) => ({
    ...partsOf(block),
    name: /^\/\/ (\S+\.ts)\n/.exec(block)?.[1] ?? `example${n}.ts`,
  }))
  let folder: string
  beforeAll(async () => {
    folder = join(programs.folder, path.replace(/\W/g, '-'))
    mkdirSync(join(folder, 'archive'), { recursive: true })
    for (const { name, code } of examples) writeFileSync(join(folder, name), code)
    await compile(
      folder,
      examples.map(({ name }) => name),
    )
    for (const name of ['training-class.txt', 'tender-notice.txt', 'hearing.txt'])
      writeFileSync(join(folder, 'archive', name), readFileSync(join(root, 'corpus', name)))
  })

  it('has examples', () => expect(examples.length).toBeGreaterThan(2))

  it.each(examples)('$name', ({ name, said }) => {
    const ran = spawnSync(process.execPath, [name.replace(/ts$/, 'js')], { cwd: folder, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.split('\n').filter(Boolean)).toEqual(said)
  })

  it.each(blocksOf(page, 'sh').map((block, n) => [n, block] as const))('shell example %i', (_, block) => {
    const { code, said } = partsOf(block)
    const env = { ...process.env, PATH: `${programs.folder}:${process.env.PATH}` }
    const ran = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', code], { cwd: folder, env, encoding: 'utf8' })
    expect(ran.stderr).toBe('')
    expect(ran.stdout.split('\n').filter(Boolean)).toEqual(said)
  })
})

describe('the guide', () => {
  it('names every page of docs/, and no other', () => {
    const named = [...readPage('docs/README.md').matchAll(/\]\(([\w-]+\.md)\)/g)].map((m) => m[1]!)
    expect([...new Set(named)].sort()).toEqual(docs.filter((name) => name !== 'README.md').sort())
  })

  it('counts the corpus', () => {
    const cases = readdirSync(join(root, 'corpus')).filter((name) => name.endsWith('.json'))
    expect(readPage('docs/accuracy.md')).toContain(`composed | ${cases.length} | 1 | ${cases.length} |`)
  })

  it.each([...docs.map((name) => `docs/${name}`), 'README.md', 'SECURITY.md', 'examples/README.md'])(
    'links of %s lead to files',
    (path) => {
      const links = [...readPage(path).matchAll(/\]\((?!https?:|#)([^)\s#]+)(?:#[^)]*)?\)/g)].map((m) => m[1]!)
      expect(links.filter((link) => !existsSync(resolve(root, dirname(path), link)))).toEqual([])
    },
  )
})
