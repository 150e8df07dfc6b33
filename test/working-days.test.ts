/** Working days: the arrangements as announced, the table against the package it is written from, and the count. */
import { describe, expect, it } from 'vitest'
import { arrangement } from '../scripts/write-working-days.mjs'
import { addWorkingDays, isWorkingDay } from '../src/index.js'
import { addDays, weekdayOf } from '../src/knowledge/days.js'
import { ARRANGEMENT } from '../src/knowledge/working-days.data.js'

const days = (from: string, to: string): string[] => (from > to ? [] : [from, ...days(addDays(from, 1), to)])
const YEARS = Object.keys(ARRANGEMENT).map(Number)

it('the table is what the script writes', () => {
  expect(ARRANGEMENT).toEqual(arrangement())
})

describe('arrangements as announced', () => {
  // 国办发明电: first and last day off, and the weekend days worked for them.
  it.each([
    ['Spring Festival 2004', '2004-01-22', '2004-01-28', ['2004-01-17', '2004-01-18']],
    ['National Day 2007', '2007-10-01', '2007-10-07', ['2007-09-29', '2007-09-30']],
    ['Spring Festival 2008', '2008-02-06', '2008-02-12', ['2008-02-02', '2008-02-03']],
    ['National Day and Mid-autumn 2012', '2012-09-30', '2012-10-07', ['2012-09-29']],
    ['anniversary of the victory, 2015', '2015-09-03', '2015-09-05', ['2015-09-06']],
    ['Spring Festival 2020, prolonged', '2020-01-24', '2020-02-02', ['2020-01-19']],
    ['National Day 2023', '2023-09-29', '2023-10-06', ['2023-10-07', '2023-10-08']],
    ['Spring Festival 2024', '2024-02-10', '2024-02-17', ['2024-02-04', '2024-02-18']],
    ['National Day 2024', '2024-10-01', '2024-10-07', ['2024-09-29', '2024-10-12']],
    ['Spring Festival 2025', '2025-01-28', '2025-02-04', ['2025-01-26', '2025-02-08']],
    ['Spring Festival 2026', '2026-02-15', '2026-02-23', ['2026-02-14', '2026-02-28']],
  ])('%s', (_name, from, to, worked) => {
    for (const day of days(from, to)) expect(isWorkingDay(day), day).toBe(false)
    for (const day of worked) {
      expect(weekdayOf(day), day).toBeGreaterThanOrEqual(6)
      expect(isWorkingDay(day), day).toBe(true)
    }
  })
})

describe('every year of the table', () => {
  it('is there, without a gap', () => {
    expect(YEARS).toEqual(Array.from({ length: YEARS.length }, (_, i) => 2004 + i))
    expect(YEARS.at(-1)).toBeGreaterThanOrEqual(2026)
  })
  it.each(YEARS)('%i: 247 to 252 working days, holidays on their days, exceptions on the right kind of day', (year) => {
    const all = days(`${year}-01-01`, `${year}-12-31`)
    const working = all.filter((d) => isWorkingDay(d))
    expect(working.length).toBeGreaterThanOrEqual(247)
    expect(working.length).toBeLessThanOrEqual(252)
    for (const d of ['01-01', '05-01', '10-01', '10-02', '10-03']) expect(isWorkingDay(`${year}-${d}`), d).toBe(false)
    const { off, worked } = ARRANGEMENT[year]!
    const iso = (d: string) => `${year}-${d.slice(0, 2)}-${d.slice(2)}`
    expect(off.split(' ').filter((d) => weekdayOf(iso(d)) >= 6)).toEqual([])
    expect(worked.split(' ').filter((d) => weekdayOf(iso(d)) < 6)).toEqual([])
    // Nobody works for more than ten days on end, nor has more than ten off.
    const runs = all.map((d) => (isWorkingDay(d) ? '1' : '0')).join('')
    expect(runs).not.toMatch(/1{11}|0{11}/)
  })
})

describe('counting', () => {
  it.each([
    ['2024-03-11', 5, false, '2024-03-18'],
    ['2024-03-11', 5, true, '2024-03-15'],
    // From a day off, the first counted day is the next working day either way.
    ['2024-03-09', 1, false, '2024-03-11'],
    ['2024-03-09', 1, true, '2024-03-11'],
    ['2024-09-27', 5, false, '2024-10-10'],
    ['2024-02-02', 7, false, '2024-02-18'],
    ['2024-12-30', 2, false, '2025-01-02'],
    ['2024-10-08', -3, false, '2024-09-27'],
    ['2024-10-08', -1, true, '2024-10-08'],
    ['2024-10-05', 0, false, '2024-10-05'],
  ])('%s and %i working days, inclusive %s: %s', (from, count, inclusive, to) => {
    expect(addWorkingDays(from, count, { inclusive })).toBe(to)
  })
  it('each further working day is the next one', () => {
    let last = '2012-12-20'
    for (let n = 1; n < 400; n++) {
      const day = addWorkingDays('2012-12-20', n)!
      expect(isWorkingDay(day)).toBe(true)
      expect(days(addDays(last, 1), addDays(day, -1)).filter((d) => isWorkingDay(d))).toEqual([])
      last = day
    }
  })
  it('knows what it does not know', () => {
    expect(isWorkingDay('2003-12-31')).toBe(null)
    expect(addWorkingDays('2003-12-31', 1)).toBe('2004-01-02')
    expect(addWorkingDays('2003-12-31', 1, { inclusive: true })).toBe(null)
    expect(addWorkingDays('2004-01-02', -2)).toBe(null)
    const end = `${YEARS.at(-1)}-12-31`
    expect(addWorkingDays(end, 1)).toBe(null)
    expect(addWorkingDays('2024-01-02', 100_000)).toBe(null)
  })
  it.each(['2024-2-1', '2024-02-30', '2024-13-01', '', '2024-02-01T00:00'])('refuses %s', (day) => {
    expect(() => isWorkingDay(day)).toThrow(TypeError)
    expect(() => addWorkingDays(day, 1)).toThrow(TypeError)
  })
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a count of %d', (count) => {
    expect(() => addWorkingDays('2024-02-01', count)).toThrow(TypeError)
  })
})
