/** One line on a terminal that says how far a run is. */
import type { Tally } from '../batch/index.js'
import type { Output } from './io.js'
import { clean } from './text.js'

export interface Progress {
  update(tally: Readonly<Tally>, earlier: number): void
  /** Clears the line. */
  end(): void
}

/** Redrawn at most this often, in milliseconds. */
const INTERVAL = 250

const total = ({ notices, errors, duplicates }: Tally) => notices + errors + duplicates
const grouped = (n: number) => n.toLocaleString('en')
const times = (n: number, word: string) => `${grouped(n)} ${word}${n === 1 ? '' : 's'}`

/** `h:mm:ss`. */
export function duration(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
}

/** Files, per second, what is left, warnings, errors. `expected` null: it is not known how many there are. */
export function progressLine(
  tally: Readonly<Tally>,
  earlier: number,
  seconds: number,
  expected: number | null,
): string {
  const done = total(tally)
  const rate = seconds > 0 ? (done - earlier) / seconds : 0
  const files = expected === null ? times(done, 'file') : `${grouped(done)}/${grouped(Math.max(expected, done))} files`
  const left = expected === null || rate === 0 ? '–' : duration((expected - done) / rate)
  const warned = times(tally.warned, 'warning')
  return `${files}  ${rate.toFixed(1)}/s  ETA ${left}  ${warned}  ${times(tally.errors, 'error')}`
}

/** The sentence at the end. */
export function summary(tally: Readonly<Tally>, earlier: number, seconds: number, out: string): string {
  const { notices, warned, errors, duplicates } = tally
  const some = [
    times(notices, 'notice') + (warned ? ` (${grouped(warned)} with warnings)` : ''),
    times(errors, 'error'),
    ...(duplicates ? [times(duplicates, 'duplicate')] : []),
  ].join(', ')
  const before = earlier ? `, ${grouped(earlier)} of them before` : ''
  return `${times(total(tally), 'file')}: ${some}${before}; ${duration(seconds)} → ${clean(out)}`
}

export function createProgress(output: Output, expected: Promise<number | null>, now = Date.now): Progress {
  const start = now()
  let drawn = 0
  let count: number | null = null
  // Not known is no fault: the run itself says what cannot be read.
  expected.then(
    (n) => {
      count = n
    },
    () => {},
  )
  const draw = (text: string) => void output.write(`\r${text.slice(0, (output.columns || 80) - 1)}\x1b[K`, () => {})
  return {
    update(tally, earlier) {
      if (now() - drawn < INTERVAL) return
      drawn = now()
      draw(progressLine(tally, earlier, (now() - start) / 1000, count))
    },
    end: () => draw(''),
  }
}
