/** A set of ranges that tells whether a new one overlaps any, in constant time for ranges of bounded length. */
import type { Range } from './define.js'

const BUCKET = 128

export class RangeSet {
  private readonly buckets = new Map<number, Range[]>()

  add(range: Range): void {
    for (
      let b = Math.floor(range.start / BUCKET);
      b <= Math.floor(Math.max(range.start, range.end - 1) / BUCKET);
      b++
    ) {
      const list = this.buckets.get(b)
      if (list) list.push(range)
      else this.buckets.set(b, [range])
    }
  }

  /** Whether a range in the set shares a character with this one. */
  overlaps(range: Range): boolean {
    return this.some(range, (r) => r.start < range.end && range.start < r.end)
  }

  /** Whether a range in the set holds all of this one. */
  covers(range: Range): boolean {
    return this.some(range, (r) => r.start <= range.start && range.end <= r.end)
  }

  private some(range: Range, test: (r: Range) => boolean): boolean {
    for (
      let b = Math.floor(range.start / BUCKET);
      b <= Math.floor(Math.max(range.start, range.end - 1) / BUCKET);
      b++
    ) {
      if (this.buckets.get(b)?.some(test)) return true
    }
    return false
  }
}

/** The range that lies `by` characters further on: a match in a part of a text as a place in the whole. */
export const shifted = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })

/** Index of the first item whose start is at or behind an offset, in a list sorted by start. */
export function firstFrom<T>(list: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (startOf(list[mid]!) < offset) low = mid + 1
    else high = mid
  }
  return low
}
