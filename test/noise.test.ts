/**
 * The noise law: full-width and half-width, spaces in names and numbers, hard wraps, page numbers, glyph noise, radicals,
 * brackets, letter-spacing and dropped stops change no fact. What differs all the same is explained one by one in
 * test/tables/noise.txt, and docs/noise.md holds the count.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { basesOf } from './tools/noise-bases.js'
import { CLASSES, NoiseTally, nameOf, noisePage, readExplained } from './tools/noise-page.js'
import { ALL_KINDS, variantsOf } from './tools/noise-run.js'

const PAGE = new URL('../docs/noise.md', import.meta.url)
const explained = readExplained(readFileSync(new URL('tables/noise.txt', import.meta.url), 'utf8'))

const bases = basesOf()
const tally = new NoiseTally()
const printed: string[] = []

describe('the noise law', () => {
  describe('changes are explained', () => {
    it.each(ALL_KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
      const unexplained: string[] = []
      let variants = 0
      for (const variant of variantsOf(kind, bases)) {
        variants++
        tally.add(variant)
        if (variant.result.whole) continue
        const name = nameOf(variant)
        if (!explained.has(name)) unexplained.push(name)
        // `node scripts/noise-table.mjs list` asks for it.
        if (process.env.NOISE_WRITE === 'list')
          printed.push(
            `${explained.get(name) ?? '?'} | ${name}`,
            ...variant.result.missing.map((f) => `  - ${f.field} ${f.value}`),
            ...variant.result.extra.map((f) => `  + ${f.field} ${f.value}`),
          )
      }
      expect(variants).toBeGreaterThan(0)
      expect(unexplained).toEqual([])
    })
  })

  it('holds for 99.5 of 100 facts over at least 5,000 variants', () => {
    expect(tally.total.variants).toBeGreaterThanOrEqual(5000)
    expect(tally.total.same / tally.total.all).toBeGreaterThanOrEqual(0.995)
  })

  it('has no explanation for what is equal, and none without words', () => {
    const differing = new Set(tally.differing)
    expect([...explained.keys()].filter((name) => !differing.has(name))).toEqual([])
    expect([...new Set(explained.values())].filter((why) => !(why in CLASSES))).toEqual([])
  })

  it('is what docs/noise.md says', () => {
    const page = noisePage(tally, explained)
    // `node scripts/noise-table.mjs` asks for it.
    if (process.env.NOISE_WRITE === 'page') writeFileSync(PAGE, page)
    expect(readFileSync(PAGE, 'utf8')).toBe(page)
  })

  afterAll(() => {
    if (printed.length) console.log(printed.join('\n'))
  })
})
