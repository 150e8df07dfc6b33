/**
 * Where the characters of a text stand in the source, kept as runs: characters that follow each other in the source, or
 * several that stand for one range of it. A notice has a run for each line or so, where two numbers for each of its
 * characters would have to be written at every stage.
 */

/** In place of a run's end: each of its characters stands for one of the source. */
const EACH = -1

export class Places {
  /** Offset in the text at which each run begins. */
  private readonly starts: number[] = []
  /** Source offset of each run's first character. */
  private readonly sources: number[] = []
  /** Source offset behind a run that stands for one range as a whole, else `EACH`. */
  private readonly ends: number[] = []
  /** The run that was asked for last: what asks goes through the text. */
  private recent = 0

  /** Source offset of a character. */
  from(i: number): number {
    const run = this.runAt(i)
    return this.ends[run] === EACH ? this.sources[run]! + i - this.starts[run]! : this.sources[run]!
  }

  /** Source offset behind a character. */
  to(i: number): number {
    const run = this.runAt(i)
    const end = this.ends[run]!
    return end === EACH ? this.sources[run]! + i - this.starts[run]! + 1 : end
  }

  /** The character at `i`, behind all others, stands for the source's `[from, to)`. */
  append(i: number, from: number, to: number): void {
    const last = this.starts.length - 1
    const end = to - from === 1 ? EACH : to
    if (last >= 0 && this.ends[last] === end) {
      if (this.sources[last]! + (end === EACH ? i - this.starts[last]! : 0) === from) return
    }
    this.starts.push(i)
    this.sources.push(from)
    this.ends.push(end)
  }

  /** The characters `[start, end)` of another text stand behind all others, from `i` on. */
  appendRange(i: number, other: Places, start: number, end: number): void {
    for (let run = other.runAt(start), at = start; at < end; run++) {
      const begins = other.starts[run]!
      const whole = other.ends[run]!
      const from = other.sources[run]!
      if (whole === EACH) this.append(i + at - start, from + at - begins, from + at - begins + 1)
      else this.append(i + at - start, from, whole)
      at = run + 1 < other.starts.length ? other.starts[run + 1]! : end
    }
  }

  /** Forgets all characters from `length` on. */
  truncate(length: number): void {
    let n = this.starts.length
    while (n > 0 && this.starts[n - 1]! >= length) n--
    this.starts.length = n
    this.sources.length = n
    this.ends.length = n
    this.recent = 0
  }

  private runAt(i: number): number {
    const { starts } = this
    let low = this.recent
    let high = starts.length - 1
    if (low <= high && starts[low]! <= i) {
      if (low === high || i < starts[low + 1]!) return low
      if (low + 1 === high || i < starts[low + 2]!) {
        this.recent = low + 1
        return low + 1
      }
    } else {
      high = low
      low = 0
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= i) low = middle
      else high = middle - 1
    }
    this.recent = low
    return low
  }
}
