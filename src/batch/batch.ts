/** `batch`: inputs to records, as an async iterator over a pool of workers. */
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { deduplicate } from './dedupe.js'
import { DEDUPE_KEYS } from './names.js'
import { runPool } from './pool.js'
import { type BatchInput, type BatchOptions, type BatchRecord, type Done, MAX_BYTES } from './types.js'

/** What `batch` takes: paths, URLs of files or inputs, from anything that yields them. */
export type BatchSource =
  | Iterable<string | URL | BatchInput>
  | AsyncIterable<string | URL | BatchInput>
  | ReadableStream<string | URL | BatchInput>

/**
 * Reads notices in worker threads. Each input gives exactly one record; what an input holds never makes the iterator throw.
 * It rejects on wrong options (`TypeError`), when the source throws, when no worker can start, and with the reason of
 * `options.signal`. Leaving the loop ends the workers.
 */
export async function* batch(
  source: BatchSource,
  options: BatchOptions = {},
): AsyncGenerator<BatchRecord, void, undefined> {
  const decoder = new TextDecoder()
  for await (const { line } of batchLines(source, options)) yield JSON.parse(decoder.decode(line)) as BatchRecord
}

/** The same as lines of NDJSON with what the book-keeping needs: for writers, which need no objects. */
export async function* batchLines(
  source: BatchSource,
  options: BatchOptions = {},
): AsyncGenerator<Done, void, undefined> {
  check(source, options)
  const { dedupe = [] } = options
  const workers = options.workers ?? availableParallelism()
  const ordered = (options.ordered ?? false) || dedupe.length > 0
  const done = runPool(inputs(source), {
    workers,
    timeout: options.timeout ?? 30_000,
    ordered,
    workerMemory: options.workerMemory ?? 1024,
    // In order, all wait for the slowest: more is taken ahead, so that the other workers go on.
    ahead: options.ahead ?? Math.max(workers * 64, ordered ? 512 : 0),
    signal: options.signal,
    settings: {
      fields: options.fields ?? [],
      referenceDate: options.referenceDate,
      maxBytes: options.maxBytes ?? MAX_BYTES,
      extractors: options.extractors instanceof URL ? options.extractors.href : options.extractors,
      files: options.files ?? true,
    },
  })
  yield* dedupe.length ? deduplicate(done, dedupe) : done
}

async function* inputs(source: BatchSource): AsyncGenerator<BatchInput, void, undefined> {
  for await (const one of source as AsyncIterable<string | URL | BatchInput>) yield toInput(one)
}

function toInput(one: string | URL | BatchInput): BatchInput {
  if (typeof one === 'string') return { path: one }
  if (one instanceof URL) return { path: one.protocol === 'file:' ? fileURLToPath(one) : one.href }
  if (one !== null && typeof one === 'object') return one
  throw new TypeError('batch: an input must be a path, a URL or an object')
}

function check(source: unknown, options: BatchOptions): void {
  const fail = (what: string): never => {
    throw new TypeError(`batch: ${what}`)
  }
  const iterable = source as { [Symbol.iterator]?: unknown; [Symbol.asyncIterator]?: unknown } | null
  if (typeof source === 'string' || !(iterable?.[Symbol.asyncIterator] ?? iterable?.[Symbol.iterator]))
    fail('the source must yield inputs: a list, an iterator or a stream (for a folder or an archive use `sources`)')
  if (options === null || typeof options !== 'object') fail('options must be an object')
  const { dedupe = [] } = options
  if (!Array.isArray(dedupe) || !dedupe.every((key) => DEDUPE_KEYS.includes(key)))
    fail(`options.dedupe must be a list of ${DEDUPE_KEYS.join(', ')}`)
  for (const name of ['workers', 'timeout', 'maxBytes', 'workerMemory', 'ahead'] as const) {
    const value: unknown = options[name]
    if (value !== undefined && !(typeof value === 'number' && value > 0))
      fail(`options.${name} must be a number above 0`)
  }
  if (options.workers !== undefined && !Number.isInteger(options.workers))
    fail('options.workers must be a whole number')
  if (options.referenceDate !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(String(options.referenceDate)))
    fail('options.referenceDate must be an ISO day (YYYY-MM-DD)')
}
