#!/usr/bin/env node
// Checks every compiled pattern of the library for super-linear behaviour with recheck and measures those it does not call
// safe. Verdicts are kept by source and flags in scripts/patterns.json, so only new patterns cost time (some seconds each at
// most); the list is docs/patterns.md. Exit code 1: a pattern is neither safe nor bounded nor explained.
//   npm run patterns               # new patterns only
//   npm run patterns -- --again    # all of them
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildSync } from 'esbuild'
import { everyPattern, verdictOf } from './patterns.mjs'
import { listPage, unexplained } from './patterns-page.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const [mode] = process.argv.slice(2)
if (mode !== undefined && mode !== '--again') {
  console.error('usage: node scripts/check-patterns.mjs [--again]')
  process.exit(2)
}

let loads = 0
/** A module of the repository, bundled: Node does not read TypeScript. */
async function load(contents) {
  const outfile = `${root}/.check-patterns.${process.pid}.${loads++}.mjs`
  buildSync({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    outfile,
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile, { force: true })
  }
}

const patterns = await everyPattern(root, load)
const kept = mode === '--again' ? [] : JSON.parse(readFileSync('scripts/patterns.json', 'utf8'))
const known = new Map(kept.filter(({ id }) => patterns.has(id)).map((entry) => [entry.id, entry]))
const queue = [...patterns.values()].filter(({ id }) => !known.has(id))
console.log(`${patterns.size} patterns, ${queue.length} to be checked`)

async function worker() {
  for (let pattern = queue.pop(); pattern; pattern = queue.pop()) known.set(pattern.id, await verdictOf(pattern))
}
await Promise.all([worker(), worker()])

const entries = [...patterns.keys()].sort().map((id) => known.get(id))
writeFileSync('scripts/patterns.json', `[\n${entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`)
writeFileSync('docs/patterns.md', listPage(patterns, entries))
const open = unexplained(entries)
for (const { id, complexity } of open) {
  const { where, source, flags } = patterns.get(id)
  console.error(`${id} ${where.join(', ')}: ${complexity}, not explained: /${source}/${flags}`)
}
// The analyser's own process would keep this one alive.
process.exit(open.length > 0 ? 1 : 0)
