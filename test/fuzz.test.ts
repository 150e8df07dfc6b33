/** What the fuzzer found stays mended, and a fixed number of its inputs is read in every run. scripts/fuzz.mjs makes the long ones. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Crasher, inputOf, toCrasher } from './fuzz/crasher.js'
import { judge } from './fuzz/judge.js'
import { dice } from './fuzz/random.js'
import { TARGETS } from './fuzz/targets.js'

const folder = new URL('fuzz-corpus/', import.meta.url)
const crashers = readdirSync(folder).sort()

describe('what was found', () => {
  it.each(crashers)('%s', async (file) => {
    const crasher = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Crasher
    expect(await judge(crasher.target, inputOf(crasher))).toEqual([])
  })
})

describe('mutated inputs', () => {
  /** Inputs for each target. The seed is fixed: a red run stays red. */
  const RUNS = 40
  const SEED = 9704
  /** Milliseconds. Nothing is claimed about speed here: a busy machine needs some. */
  const PATIENCE = 600_000

  it.each(TARGETS)('$name', { timeout: PATIENCE }, async ({ name, seeds, mutate }) => {
    const d = dice(SEED)
    const start = seeds()
    for (let n = 0; n < RUNS; n++) {
      const input = mutate(d.pick(start), d.pick(start), d)
      const faults = await judge(name, input, n % 4 === 0)
      // The input itself, to be put with the others: see `toCrasher`.
      expect(faults, faults.length ? JSON.stringify(toCrasher(name, '', input)).slice(0, 20_000) : '').toEqual([])
    }
  })
})
