/** Ranges that are taken, and the first item behind an offset. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstFrom, RangeSet } from '../src/extract/ranges.js'

const range = (start: number, end: number) => ({ start, end })
const setOf = (...ranges: [number, number][]) => {
  const set = new RangeSet()
  for (const [start, end] of ranges) set.add(range(start, end))
  return set
}

describe('a set of ranges', () => {
  it('overlaps what shares a character with one of them', () => {
    const set = setOf([10, 20])
    expect([5, 9, 10, 19, 20].map((start) => set.overlaps(range(start, start + 1)))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ])
    expect(set.overlaps(range(0, 10))).toBe(false)
    expect(set.overlaps(range(0, 11))).toBe(true)
    expect(set.overlaps(range(0, 300))).toBe(true)
  })

  it('covers what one of them holds whole', () => {
    const set = setOf([10, 20])
    expect(
      [
        [10, 20],
        [11, 19],
        [9, 20],
        [10, 21],
        [0, 5],
      ].map(([start, end]) => set.covers(range(start!, end!))),
    ).toEqual([true, true, false, false, false])
  })

  it('knows neighbours that stand in one place of its table, and ranges that span several', () => {
    const set = setOf([0, 2], [4, 6], [120, 400])
    expect(set.overlaps(range(2, 4))).toBe(false)
    expect(set.overlaps(range(5, 6))).toBe(true)
    for (const at of [120, 127, 128, 255, 256, 383, 384, 399])
      expect(set.overlaps(range(at, at + 1)), `${at}`).toBe(true)
    for (const at of [119, 400, 500]) expect(set.overlaps(range(at, at + 1)), `${at}`).toBe(false)
    expect(set.covers(range(130, 390))).toBe(true)
  })

  it('says the same as a look at every range', () => {
    const ranges = fc.array(
      fc.tuple(fc.nat(600), fc.nat(300)).map(([start, length]) => range(start, start + 1 + length)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(ranges, fc.nat(900), fc.nat(300), (list, start, length) => {
        const set = new RangeSet()
        for (const one of list) set.add(one)
        const asked = range(start, start + 1 + length)
        expect(set.overlaps(asked)).toBe(list.some((r) => r.start < asked.end && asked.start < r.end))
        expect(set.covers(asked)).toBe(list.some((r) => r.start <= asked.start && asked.end <= r.end))
      }),
    )
  })
})

describe('the first item at or behind an offset', () => {
  it('is found by its index', () => {
    const starts = [1, 4, 4, 9]
    expect([0, 1, 2, 4, 5, 9, 10].map((offset) => firstFrom(starts, offset, (n) => n))).toEqual([0, 0, 1, 1, 3, 3, 4])
    expect(firstFrom([], 3, (n: number) => n)).toBe(0)
  })

  it('says the same as a look at every item', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), fc.nat(41), (list, offset) => {
        const starts = [...list].sort((a, b) => a - b)
        const first = starts.findIndex((n) => n >= offset)
        expect(firstFrom(starts, offset, (n) => n)).toBe(first < 0 ? starts.length : first)
      }),
    )
  })
})
