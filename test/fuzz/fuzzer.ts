/** Worker thread of `scripts/fuzz.mjs`: makes inputs for one target, reads them, tells of what does not hold. */
import { parentPort, workerData } from 'node:worker_threads'
import { startCoverage } from './coverage.js'
import type { Fault } from './judge.js'
import { allowed } from './limits.js'
import type { Input } from './targets.js'

export interface Task {
  target: string
  seed: number
  /** How long, in milliseconds of this thread. */
  milliseconds: number
  /** Shared with the watcher: number of inputs begun, length of the input, 1 for text and 2 for bytes; behind them the input. */
  shared: SharedArrayBuffer
  /** Inputs that were worth keeping in an earlier run. */
  pool: Input[]
}

export type Told =
  | { type: 'fault'; faults: Fault[]; input: Input; run: number }
  | { type: 'slow'; milliseconds: number; input: Input; run: number }
  | { type: 'done'; runs: number; pool: Input[]; reached: number; cpu: number }

const HEAD = 16
/** Inputs read between two looks at the coverage, which costs as much as reading one. */
const GROUP = 6
const POOL = 1500

const sizeOf = (input: Input) => input.length

async function run({ target: name, seed, milliseconds, shared, pool: earlier }: Task): Promise<void> {
  const coverage = startCoverage((url) => url.includes('/.fuzz/'))
  // Counted is only what is compiled from here on.
  const { judge } = await import('./judge.js')
  const { targetOf } = await import('./targets.js')
  const { dice } = await import('./random.js')
  const target = targetOf(name)
  const d = dice(seed)
  const seeds = target.seeds()
  const pool = [...seeds, ...earlier]
  const head = new Int32Array(shared, 0, 4)
  const body = new Uint8Array(shared, HEAD)
  const show = (input: Input) => {
    const bytes = typeof input === 'string' ? new Uint8Array(Buffer.from(input, 'utf16le')) : input
    body.set(bytes.subarray(0, body.length))
    head[1] = Math.min(bytes.length, body.length)
    head[2] = typeof input === 'string' ? 1 : 2
    Atomics.add(head, 0, 1)
  }
  const tell = (told: Told) => parentPort!.postMessage(told)
  const cpu = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  }
  const begun = performance.now()
  const spent = cpu()
  let runs = 0
  let group: Input[] = []
  while (performance.now() - begun < milliseconds) {
    const from = runs < seeds.length && !earlier.length ? seeds[runs]! : d.pick(pool)
    const input = runs < seeds.length && !earlier.length ? from : target.mutate(from, d.pick(pool), d)
    runs++
    show(input)
    const start = cpu()
    const faults = await judge(name, input, runs % 3 === 0)
    const took = cpu() - start
    if (faults.length) tell({ type: 'fault', faults, input, run: runs })
    // The first ones pay for compiling.
    if (took > allowed(sizeOf(input)) && runs > 20) tell({ type: 'slow', milliseconds: took, input, run: runs })
    group.push(input)
    if (group.length < GROUP) continue
    if (coverage.grown()) for (const one of group) if (sizeOf(one) < 300_000) pool.push(one)
    group = []
    while (pool.length > seeds.length + POOL) pool.splice(seeds.length + d.below(pool.length - seeds.length), 1)
  }
  tell({ type: 'done', runs, pool: pool.slice(seeds.length), reached: coverage.reached(), cpu: cpu() - spent })
}

await run(workerData as Task)
