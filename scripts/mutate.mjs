#!/usr/bin/env node
/**
 * Mutation testing of the grammars, of the engine that runs them, of resolve and of the deadlines: docs/mutation.md.
 *
 *   npm run mutate                                  every mutant, and what survived
 *   npm run mutate -- --only deadlines              of an area, of grammars/dates.ts, …
 *   npm run mutate -- --sample 200 --seed 7         that many of each file
 *   npm run mutate -- --write                       writes docs/mutation.md
 */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AREAS, allMutants, root, sample } from './mutate/mutants.mjs'
import { pageOf, tableOf } from './mutate/page.mjs'
import { tryMutants } from './mutate/run.mjs'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean' },
  },
})

const shown = ({ file, at, operator, before, after, place = '' }) =>
  `${file} ${at}: ${operator}: ${place && `…${place} `}«${before}» → «${after}»`

const all = (await allMutants()).filter(
  ({ area, file }) => !values.only || values.only.split(',').some((one) => one === area || one === file),
)
if (all.length === 0) throw new Error(`nothing to mutate in ${values.only}: an area (${AREAS.join(', ')}) or a file`)
const count = Number(values.sample ?? Number.POSITIVE_INFINITY)
const counts = new Map()
for (const { file } of all) counts.set(file, (counts.get(file) ?? 0) + 1)
const chosen = [...counts.keys()].flatMap((file) =>
  sample(
    all.filter((mutant) => mutant.file === file),
    count,
    Number(values.seed),
  ),
)
console.log(`${chosen.length} of ${all.length} mutants, seed ${values.seed}`)
const { tests, skipped, results } = await tryMutants(chosen, {
  each(result, n) {
    if (result.status !== 'killed')
      console.log(`${result.status}: ${shown(result)}${result.by ? ` (${result.by})` : ''}`)
    if (n % 100 === 0) console.log(`… ${n}`)
  },
})
console.log(`\nagainst ${tests} tests, without ${skipped.length} slow ones\n\n${tableOf(results, counts)}`)
if (values.write)
  writeFileSync(
    resolve(root, 'docs/mutation.md'),
    pageOf(results, { counts, tests, skipped, sample: count, seed: values.seed }),
  )
if (results.some(({ status }) => status === 'error')) process.exitCode = 1
