/** A pool that is asked for one input at a time: for whoever is told what to read by others, a queue or a folder. */
import { type BatchSource, batchLines } from './batch.js'
import type { BatchInput, BatchOptions, Done } from './types.js'

/** A pool of workers that reads what it is handed. */
export interface Reader {
  /** Resolves with the input's record, an error record where it cannot be read; rejects when the pool has failed or is closed. */
  read(input: BatchInput): Promise<Done>
  /** Ends the workers, after what they have been given. */
  close(): Promise<void>
}

interface Waiting {
  resolve(done: Done): void
  reject(error: unknown): void
}

/** Workers start with the first input. Throws on wrong options with the first input. */
export function openReader(options: Omit<BatchOptions, 'ordered' | 'dedupe'>): Reader {
  const queue: BatchInput[] = []
  const waiting = new Map<string, Waiting>()
  /** The last that was asked for of a path: records are told apart by it, so that two of one path go one after the other. */
  const tails = new Map<string, Promise<unknown>>()
  let wake: (() => void) | undefined
  let ended = false
  let failure: { error: unknown } | undefined
  let running: Promise<void> | undefined

  async function* feed(): AsyncGenerator<BatchInput, void, undefined> {
    for (;;) {
      const next = queue.shift()
      if (next) yield next
      else if (ended) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  }

  async function run(source: BatchSource): Promise<void> {
    try {
      for await (const done of batchLines(source, options)) {
        const path = done.meta.path ?? ''
        const one = waiting.get(path)
        waiting.delete(path)
        one?.resolve(done)
      }
    } catch (error) {
      failure = { error }
      for (const one of waiting.values()) one.reject(error)
      waiting.clear()
    }
  }

  const ask = (input: BatchInput) =>
    new Promise<Done>((resolve, reject) => {
      if (failure) return reject(failure.error)
      if (ended) return reject(new Error('the reader is closed'))
      waiting.set(input.path ?? '', { resolve, reject })
      queue.push(input)
      running ??= run(feed())
      wake?.()
    })

  return {
    read(input) {
      const path = input.path ?? ''
      const before = tails.get(path)
      const asked = before
        ? before.then(
            () => ask(input),
            () => ask(input),
          )
        : ask(input)
      tails.set(path, asked)
      const forget = () => {
        if (tails.get(path) === asked) tails.delete(path)
      }
      asked.then(forget, forget)
      return asked
    },
    async close() {
      ended = true
      wake?.()
      await running
    },
  }
}
