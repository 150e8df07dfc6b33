#!/usr/bin/env node
// Loads every entry of the built package as a user's program would, by import and by require.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const { name, exports: entries } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
let failures = 0
for (const [path, target] of Object.entries(entries)) {
  if (typeof target === 'string') continue
  const specifier = name + path.slice(1)
  const loaded = {}
  for (const [way, load] of [
    ['import', () => import(specifier)],
    ['require', () => require(specifier)],
  ]) {
    try {
      loaded[way] = Object.keys(await load()).filter((key) => key !== 'default')
      if (!loaded[way].length) throw new Error('it exports nothing')
    } catch (error) {
      failures++
      console.error(`${way} ${specifier}: ${error}`)
    }
  }
  if (loaded.import && loaded.require && loaded.import.sort().join() !== loaded.require.sort().join()) {
    failures++
    console.error(`${specifier}: import and require give different names`)
  }
}
console.log(failures ? `${failures} entries do not load` : 'every entry loads, by import and by require')
if (failures) process.exitCode = 1
