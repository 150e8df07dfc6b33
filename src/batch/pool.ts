/**
 * Worker threads that read inputs in batches. A worker that takes too long or dies is replaced; the input it was at ends as
 * an error, those behind it go to another. Holds a bounded number of inputs and results, in count and in bytes: it takes
 * no more from its source until what is done has been taken from it.
 */
import { Worker } from 'node:worker_threads'
import { contentOf, errorDone, idOf } from './record.js'
import type { BatchInput, Done, ErrorCode, Settings } from './types.js'

export interface PoolOptions {
  workers: number
  timeout: number
  ordered: boolean
  workerMemory: number
  ahead: number
  signal: AbortSignal | undefined
  settings: Settings
}

/** Inputs that a worker is given at once: fewer messages, while little is left to redo when it dies. */
const BATCH = 8
/** Bytes of inputs and results that are held at most (one more input may come on top). */
const MAX_HELD = 64 * 1024 * 1024
/** Milliseconds in which a worker must have loaded the library. */
const START_TIMEOUT = 60_000

interface Job {
  seq: number
  input: BatchInput
  size: number
  /** Its worker died while reading it: it is tried once more, with nothing before it that could have been the cause. */
  retried: boolean
}

interface Slot {
  worker: Worker
  ready: boolean
  /** What it was given and has not answered; the first is what it is at. */
  jobs: Job[]
  timer: NodeJS.Timeout | undefined
  /** What took so long that it was ended. */
  late: Job | 'start' | undefined
  /** What it threw, where it died of that. */
  cause: (Error & { code?: string }) | undefined
}

/** A worker could not start: the fault is not in any input. */
export class WorkerStartError extends Error {
  override readonly name = 'WorkerStartError'
}

export async function* runPool(
  source: AsyncIterable<BatchInput> | Iterable<BatchInput>,
  options: PoolOptions,
): AsyncGenerator<Done, void, undefined> {
  const pool = createPool(options)
  const abort = () => pool.fail(options.signal!.reason)
  options.signal?.addEventListener('abort', abort, { once: true })
  try {
    if (options.signal?.aborted) throw options.signal.reason
    pool.feed(source)
    for (let done = await pool.next(); done; done = await pool.next()) yield done
  } finally {
    options.signal?.removeEventListener('abort', abort)
    await pool.close()
  }
}

function createPool({ workers, timeout, ordered, workerMemory, ahead, settings }: PoolOptions) {
  const slots = new Set<Slot>()
  const waiting: Job[] = []
  /** Results by the number of their input, or only piled up where order does not matter. */
  const ready = new Map<number, Done>()
  let taken = 0
  let given = 0
  let held = 0
  let sourceEnded = false
  let closed = false
  let failure: { error: unknown } | undefined
  let sourceFailure: { error: unknown } | undefined
  const results = createGate()
  const room = createGate()

  function fail(error: unknown): void {
    failure ??= { error }
    results.open()
    room.open()
  }

  async function feed(source: AsyncIterable<BatchInput> | Iterable<BatchInput>): Promise<void> {
    try {
      for await (const input of source) {
        if (closed || failure) return
        const content = input.base64 ?? contentOf(input)
        const job = { seq: taken++, input, size: content?.length ?? 0, retried: false }
        held += job.size
        // It needs no worker; one would only be waited for.
        if (input.error) finish(job, errorDone({ ...input, id: await idOf(input, settings.maxBytes) }, input.error))
        else {
          waiting.push(job)
          dispatch()
        }
        while (!closed && !failure && (taken - given >= ahead || held >= MAX_HELD)) await room.wait()
        if (closed || failure) return
      }
      sourceEnded = true
      results.open()
    } catch (error) {
      // What was taken before is still handed out.
      sourceEnded = true
      sourceFailure = { error }
      results.open()
    }
  }

  function dispatch(): void {
    if (closed || failure) return
    for (const slot of slots) if (slot.ready && !slot.jobs.length) give(slot)
    if (waiting.length && slots.size < workers) start()
  }

  function give(slot: Slot): void {
    if (!waiting.length) return
    const share = Math.min(BATCH, Math.ceil(waiting.length / workers))
    // One that is tried again comes first, or with the next: nothing before it may be the cause.
    const again = waiting.slice(0, share).findIndex(({ retried }) => retried)
    const jobs = waiting.splice(0, again < 0 ? share : Math.max(1, again))
    slot.jobs = jobs
    slot.worker.postMessage(jobs.map(({ input }) => compact(input)))
    watch(slot, timeout)
  }

  function watch(slot: Slot, milliseconds: number): void {
    clearTimeout(slot.timer)
    slot.timer = setTimeout(() => {
      slot.late = slot.jobs[0] ?? 'start'
      void slot.worker.terminate()
    }, milliseconds)
  }

  function start(): void {
    const worker = new Worker(workerUrl(), {
      workerData: settings,
      resourceLimits: { maxOldGenerationSizeMb: workerMemory },
      // A worker's console is not the program's: NDJSON goes out on stdout.
      stdout: true,
    })
    worker.stdout.resume()
    const slot: Slot = { worker, ready: false, jobs: [], timer: undefined, late: undefined, cause: undefined }
    slots.add(slot)
    watch(slot, START_TIMEOUT)
    worker.on('message', (message: 'ready' | Done) => {
      clearTimeout(slot.timer)
      if (message === 'ready') slot.ready = true
      // Where it was ended while the answer was under way, the answer counts.
      else finish(slot.jobs.shift()!, message)
      if (slot.late) return
      if (slot.jobs.length) watch(slot, timeout)
      else dispatch()
    })
    worker.on('error', (error) => {
      slot.cause = error as Slot['cause']
    })
    worker.on('exit', (code) => void gone(slot, code))
  }

  async function gone(slot: Slot, exitCode: number): Promise<void> {
    clearTimeout(slot.timer)
    slots.delete(slot)
    if (closed || failure) return
    if (!slot.ready) return fail(startError(slot))
    // The one that was late answered after all: those behind it are not at fault.
    const innocent = slot.late !== undefined && slot.late !== slot.jobs[0]
    const at = innocent ? undefined : slot.jobs.shift()
    waiting.unshift(...slot.jobs)
    if (at && !slot.late && !at.retried) waiting.unshift({ ...at, retried: true })
    dispatch()
    if (!at || (!slot.late && !at.retried)) return
    const error = whyGone(slot, exitCode, timeout)
    finish(at, errorDone({ ...at.input, id: await idOf(at.input, settings.maxBytes) }, error))
  }

  function finish(job: Job, done: Done): void {
    held += done.line.byteLength - job.size
    ready.set(job.seq, done)
    results.open()
  }

  /** The next result; undefined when all are handed out. */
  async function next(): Promise<Done | undefined> {
    for (;;) {
      if (failure) throw failure.error
      const seq = ordered ? given : ready.keys().next().value
      const done = seq === undefined ? undefined : ready.get(seq)
      if (done) {
        ready.delete(seq!)
        given++
        held -= done.line.byteLength
        room.open()
        return done
      }
      if (sourceEnded && given === taken) {
        if (sourceFailure) throw sourceFailure.error
        return undefined
      }
      await results.wait()
    }
  }

  async function close(): Promise<void> {
    closed = true
    room.open()
    await Promise.all(
      [...slots].map(({ worker, timer }) => {
        clearTimeout(timer)
        return worker.terminate()
      }),
    )
  }

  return { feed, next, close, fail }
}

/** A view is sent with all of the memory that it looks into. */
function compact(input: BatchInput): BatchInput {
  const { bytes } = input
  return bytes && bytes.byteLength < bytes.buffer.byteLength ? { ...input, bytes: new Uint8Array(bytes) } : input
}

/** Bundled, the worker stands beside the module that starts it. */
const workerUrl = () => new URL('./batch-worker.js', import.meta.url)

function startError({ cause, late }: Slot): WorkerStartError {
  const reason = late ? 'it took too long' : (cause?.message ?? 'it ended')
  return new WorkerStartError(`a worker could not start: ${reason}`, { cause })
}

/** The same words on every run: records must not depend on chance. */
function whyGone(slot: Slot, exitCode: number, timeout: number): { code: ErrorCode; message: string } {
  if (slot.late) return { code: 'timeout', message: `took longer than ${timeout / 1000} s` }
  if (slot.cause?.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { code: 'out-of-memory', message: 'reading it needs more memory than a worker may have' }
  const reason = slot.cause ? slot.cause.message : `exit code ${exitCode}`
  return { code: 'worker-died', message: `the worker ended twice while reading it (${reason})` }
}

/** Something to wait at until it is opened; it stays open until someone has gone through. */
function createGate() {
  let opened = false
  let pass: (() => void) | undefined
  return {
    open() {
      opened = true
      pass?.()
    },
    async wait(): Promise<void> {
      if (!opened) await new Promise<void>((resolve) => (pass = resolve))
      opened = false
      pass = undefined
    },
  }
}
