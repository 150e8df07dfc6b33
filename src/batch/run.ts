/** A run over an archive: sources, workers, log, output. Goes on where an earlier one stopped. */
import { availableParallelism } from 'node:os'
import { batchLines } from './batch.js'
import { createMemory, deduplicate } from './dedupe.js'
import { openLog, type RecordLog, type Tally } from './log.js'
import { convert, logPath, type Output, outputFiles, prepare } from './sinks/index.js'
import type { BatchInput, BatchOptions } from './types.js'

/** How a run over an archive reads and where it writes. */
export interface RunOptions extends BatchOptions {
  output: Output
  /** Goes into the journal: a run goes on only with the version it began with. */
  version: string
  resume?: boolean
  force?: boolean
  /** Stop when more inputs than this have failed. */
  maxErrors?: number
  /** What shapes the records beyond the options: the column of a table. */
  conditions?: Record<string, string | null>
  /** Asks for an end: what the workers have been given is finished first. */
  stop?: AbortSignal
  /** Told of every record: the tally so far, and how many were there before. */
  onRecord?: (tally: Readonly<Tally>, earlier: number) => void
}

/** What a run has done. */
export interface RunResult extends Tally {
  /** Records that were there from earlier runs. */
  earlier: number
  /** `finished`: the output is in place. Else the journal is kept, and `--resume` goes on. */
  end: 'finished' | 'stopped' | 'max-errors'
}

/**
 * Reads a source into a file or a folder of tables, each input once; what an earlier run left is gone on with if `resume` is set.
 * Rejects with `JournalError`, `LockedError` or what the disk says; records made until then are kept.
 */
export async function runBatch(source: AsyncIterable<BatchInput>, options: RunOptions): Promise<RunResult> {
  const { output } = options
  await prepare(output)
  const log = await openLog(logPath(output), {
    conditions: conditionsOf(options),
    resume: options.resume ?? false,
    force: options.force ?? false,
    remember: (options.dedupe?.length ?? 0) > 0,
  })
  const earlier = total(log.tally)
  try {
    const end = log.ended ? 'finished' : await fill(log, source, options, earlier)
    if (end === 'finished') await finish(log, output)
    return { ...log.tally, earlier, end }
  } finally {
    await log.close()
  }
}

const total = ({ notices, errors, duplicates }: Tally) => notices + errors + duplicates

function conditionsOf({ version, output, conditions, ...options }: RunOptions) {
  return {
    gongwen: version,
    fields: options.fields?.join(',') ?? null,
    referenceDate: options.referenceDate ?? null,
    dedupe: options.dedupe?.join(',') ?? null,
    maxBytes: options.maxBytes ?? null,
    extractors: options.extractors === undefined ? null : String(options.extractors),
    ordered: options.ordered ?? false,
    ...conditions,
  }
}

async function fill(
  log: RecordLog,
  source: AsyncIterable<BatchInput>,
  options: RunOptions,
  earlier: number,
): Promise<RunResult['end']> {
  const { maxErrors = Number.POSITIVE_INFINITY, dedupe = [], onRecord } = options
  let end: RunResult['end'] = 'finished'
  const enough = new AbortController()
  const stop = (why: RunResult['end']) => {
    if (end === 'finished') end = why
    enough.abort()
  }
  const onStop = () => stop('stopped')
  options.stop?.addEventListener('abort', onStop)
  if (options.stop?.aborted) onStop()

  const inFlight = new Set<string>()
  async function* fresh(): AsyncGenerator<BatchInput, void, undefined> {
    for await (const input of until(enough.signal, source)) {
      const key = input.path ?? ''
      // Read by an earlier run, or named twice.
      if (log.has(key) || inFlight.has(key)) continue
      inFlight.add(key)
      yield input
    }
  }

  try {
    const ordered = (options.ordered ?? false) || dedupe.length > 0
    const lines = batchLines(fresh(), {
      ...options,
      workers: options.workers ?? availableParallelism(),
      ordered,
      dedupe: [],
    })
    const memory = createMemory(dedupe)
    for (const meta of log.earlier) memory.add(meta)
    for await (const done of dedupe.length ? deduplicate(lines, dedupe, memory) : lines) {
      const key = done.meta.path ?? ''
      await log.append(done, key)
      inFlight.delete(key)
      onRecord?.(log.tally, earlier)
      if (log.tally.errors > maxErrors) stop('max-errors')
    }
  } catch (error) {
    // What was done is kept, whatever went wrong; if the disk is full, this fails as well, for the same reason.
    await log.commit().catch(() => {})
    throw error
  } finally {
    options.stop?.removeEventListener('abort', onStop)
  }
  await log.commit()
  return end
}

async function finish(log: RecordLog, output: Output): Promise<void> {
  await log.end()
  if (!log.placed) {
    if (output.format === 'ndjson') await log.moveTo(outputFiles(output)[0]!.file)
    else await convert(log.path, output)
  }
  await log.clear()
}

/** Ends with the signal, even while the source is waited for (a list that is still typed, a slow disk). */
async function* until<T>(signal: AbortSignal, source: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]()
  // One promise a step: all that ever waited for a promise that lasts would be kept with it.
  let wake: (() => void) | undefined
  const onAbort = () => wake?.()
  signal.addEventListener('abort', onAbort)
  let whole = false
  try {
    while (!signal.aborted) {
      const next = await new Promise<IteratorResult<T> | undefined>((resolve, reject) => {
        wake = () => resolve(undefined)
        iterator.next().then(resolve, reject)
      })
      whole = next?.done ?? false
      if (!next || next.done) return
      yield next.value
    }
  } finally {
    signal.removeEventListener('abort', onAbort)
    // Not waited for: it may be behind a step that never ends.
    if (!whole) void iterator.return?.(undefined)?.catch(() => {})
  }
}
