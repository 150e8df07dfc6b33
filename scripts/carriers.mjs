#!/usr/bin/env node
// Writes docs/carriers.md from what the carrier test measures:
//   node scripts/carriers.mjs
// or makes the fixtures of that test anew, which needs LibreOffice:
//   node scripts/carriers.mjs fixtures
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const what = process.argv[2] ?? 'page'
if (!['page', 'fixtures'].includes(what)) {
  console.error('usage: node scripts/carriers.mjs [page|fixtures]')
  process.exit(2)
}
const cwd = fileURLToPath(new URL('..', import.meta.url))
const env = { ...process.env, CARRIERS_WRITE: what }
const { status } = spawnSync('npx', ['vitest', 'run', 'test/carriers.test.ts'], { cwd, env, stdio: 'inherit' })
process.exit(status ?? 1)
