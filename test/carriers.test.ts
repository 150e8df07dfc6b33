/**
 * The carrier law: one notice, made into every carrier as sites, word processors and publishers make it, gives the facts
 * of its text. What differs by field and carrier is counted, and docs/carriers.md holds the count.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { readNotice } from '../src/index.js'
import { readHtml } from '../src/read/html.js'
import { writeFixtures } from './tools/carrier-fixtures.js'
import { CARRIERS, CASES, type CarrierKind, CORE, caseOf, expectedOn, type Facts, FIELDS } from './tools/carriers.js'
import { carriersPage, Tally } from './tools/carriers-page.js'
import { badSpans } from './tools/spans.js'

const PAGE = new URL('../docs/carriers.md', import.meta.url)

// `node scripts/carriers.mjs fixtures` asks for it.
if (process.env.CARRIERS_WRITE === 'fixtures') writeFixtures()

/** A slice of a page as a browser shows it. */
const shown = (slice: string) => readHtml(slice).raw.text

const cases = CASES.map(caseOf)
const tally = new Tally()

async function read(kind: CarrierKind, c: (typeof cases)[number]) {
  const notice = await readNotice(kind.make(c), { filename: `notice.${kind.extension}` })
  const expected = expectedOn(kind, c)
  const differing: string[] = []
  for (const [field, of] of Object.entries(FIELDS)) {
    const [wanted, found] = [of(expected), of(notice as Facts)]
    const same = JSON.stringify(wanted) === JSON.stringify(found)
    if (!same) differing.push(field)
    // Where neither has anything, there is nothing to be equal.
    if (wanted.length || found.length) tally.add(kind.name, c.slug, field, same)
  }
  return { notice, expected, differing }
}

describe('the carrier law', () => {
  for (const kind of CARRIERS) {
    describe(kind.name, () => {
      for (const c of cases) {
        it(c.slug, async () => {
          const { notice, expected, differing } = await read(kind, c)
          expect(badSpans(notice, notice.source.text, notice.source.carrier === 'html' ? shown : undefined)).toEqual([])
          for (const field of CORE)
            if (differing.includes(field))
              expect(FIELDS[field]!(notice as Facts), field).toEqual(FIELDS[field]!(expected))
        })
      }
    })
  }

  it('holds for every field in 99 of 100 cases, and in all for core fields', () => {
    expect(tally.share()).toBeGreaterThanOrEqual(0.99)
    for (const field of CORE)
      for (const { name } of CARRIERS) expect(tally.share(name, field), `${name} ${field}`).toBe(1)
  })

  it('is what docs/carriers.md says', () => {
    const page = carriersPage(tally, cases)
    // `node scripts/carriers.mjs` asks for it.
    if (process.env.CARRIERS_WRITE === 'page') writeFileSync(PAGE, page)
    expect(readFileSync(PAGE, 'utf8')).toBe(page)
  })

  afterAll(() => {
    if (process.env.CARRIERS_PRINT) console.log(carriersPage(tally, cases))
  })
})

describe('a form that is no notice', () => {
  const form = caseOf('empty-form.txt')
  for (const kind of CARRIERS.filter(({ adds, committed }) => !adds && !committed)) {
    it(`is none as ${kind.name}`, async () => {
      const notice = await readNotice(kind.make(form), { filename: `form.${kind.extension}` })
      for (const [field, of] of Object.entries(FIELDS)) expect(of(notice as Facts), field).toEqual([])
    })
  }
})
