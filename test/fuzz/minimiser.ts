/** Worker thread of `scripts/fuzz.mjs`: makes an input smaller while the same fault stays. */
import { parentPort, workerData } from 'node:worker_threads'
import { causeOf, judge } from './judge.js'
import type { Input } from './targets.js'

export interface MinimiserTask {
  target: string
  input: Input
  /** The fault that has to stay. Without one the input is only judged. */
  cause: string | null
  /** How long it may go on. */
  milliseconds: number
}

function without(input: Input, start: number, end: number): Input {
  if (typeof input === 'string') return input.slice(0, start) + input.slice(end)
  const out = new Uint8Array(input.length - (end - start))
  out.set(input.subarray(0, start))
  out.set(input.subarray(end), start)
  return out
}

async function minimise({ target, input, cause, milliseconds }: MinimiserTask): Promise<void> {
  const begun = performance.now()
  if (cause === null) {
    const faults = await judge(target, input)
    return parentPort!.postMessage({ faults, milliseconds: performance.now() - begun })
  }
  const holds = async (one: Input) => (await judge(target, one)).some((fault) => causeOf(fault) === cause)
  let least = input
  let steps = 0
  for (let size = Math.ceil(input.length / 2); size >= 1 && performance.now() - begun < milliseconds; ) {
    let smaller = false
    for (let at = 0; at < least.length && performance.now() - begun < milliseconds; ) {
      const one = without(least, at, Math.min(least.length, at + size))
      steps++
      if (await holds(one)) {
        least = one
        smaller = true
      } else at += size
    }
    if (size === 1 && !smaller) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  const faults = (await judge(target, least)).filter((fault) => causeOf(fault) === cause)
  parentPort!.postMessage({ input: least, faults, steps })
}

await minimise(workerData as MinimiserTask)
