#!/usr/bin/env node
// Writes docs/noise.md from what the noise test measures:
//   node scripts/noise-table.mjs
// or prints every variant that differs, with what it lacks and adds:
//   node scripts/noise-table.mjs list
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const what = process.argv[2] ?? 'page'
if (!['page', 'list'].includes(what)) {
  console.error('usage: node scripts/noise-table.mjs [page|list]')
  process.exit(2)
}
const cwd = fileURLToPath(new URL('..', import.meta.url))
const env = { ...process.env, NOISE_WRITE: what }
const { status } = spawnSync('npx', ['vitest', 'run', 'test/noise.test.ts'], { cwd, env, stdio: 'inherit' })
process.exit(status ?? 1)
