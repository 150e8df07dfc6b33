#!/usr/bin/env node
// Accepts the facts of ONE corpus case after a person has read the difference:
//   npm run accept -- <slug>           shows what would change
//   npm run accept -- <slug> --write   writes corpus/<slug>.json
// Cases change one by one; there is no way to rewrite them all.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseNotice } from '../dist/index.js'
import { goldenDiagnostics, goldenFacts } from './facts.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
})
if (positionals.length !== 1) {
  console.error('usage: npm run accept -- <slug> [--write]')
  process.exit(2)
}
const dir = new URL('../corpus/', import.meta.url)
const slug = positionals[0]
const file = readdirSync(dir).find((f) => f === `${slug}.txt` || f === `${slug}.md`)
if (!file) {
  console.error(`no case ${slug} in corpus/`)
  process.exit(2)
}
const golden = new URL(`${slug}.json`, dir)
const before = existsSync(golden)
  ? JSON.parse(readFileSync(golden, 'utf8'))
  : { truth: 'human', provenance: 'composed', tags: [] }
const notice = parseNotice(readFileSync(new URL(file, dir), 'utf8'), { filename: file })
const after = { ...before, facts: goldenFacts(notice), diagnostics: goldenDiagnostics(notice) }
for (const key of Object.keys(after.facts)) {
  const a = JSON.stringify(before.facts?.[key])
  const b = JSON.stringify(after.facts[key])
  if (a !== b) console.log(`${key}\n  - ${a ?? 'absent'}\n  + ${b}`)
}
if (JSON.stringify(before.diagnostics) !== JSON.stringify(after.diagnostics))
  console.log(`diagnostics\n  - ${before.diagnostics}\n  + ${after.diagnostics}`)
if (values.write) {
  writeFileSync(golden, `${JSON.stringify(after, null, 1)}\n`)
  console.log(`written: corpus/${slug}.json`)
}
