/** Date expressions: every line of the table, and the page made from it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { page, readTable, written } from '../scripts/date-table.mjs'
import { findDates } from '../src/index.js'

const rows = readTable()

describe('date expressions', () => {
  it('the table is long enough to mean something', () => expect(rows.length).toBeGreaterThan(300))

  for (const { text, reference, expected } of rows)
    it(`${text}${reference ? ` on ${reference}` : ''}`, () =>
      expect(written(findDates(text, reference ? { referenceDate: reference } : {}))).toBe(expected))

  it('docs/dates.md shows the table as it is', () => {
    const committed = readFileSync(new URL('../docs/dates.md', import.meta.url), 'utf8')
    expect(committed).toBe(page(findDates))
  })
})
