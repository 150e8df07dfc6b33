/** A worker of the queue: a job is done when its record is on disk. Whoever dies before is followed by another. */
import type { Done, Reader, Sink } from '../batch/index.js'
import type { Connection } from './connection.js'
import { hasContent, pack, storable, unpack } from './data.js'
import { countJobs } from './jobs.js'

export interface WorkQueueOptions {
  reader: Reader
  sink: Sink
  /** Jobs at the same time. */
  concurrency: number
  /** End when there is nothing left to do. */
  once: boolean
  /** Asks for an end: what was begun is finished first. */
  stop: AbortSignal
  /** Ends at once: it rejects. */
  signal: AbortSignal
  onJob?: (tally: Readonly<WorkTally>) => void
  onTrouble: (reason: string) => void
}

export interface WorkTally {
  notices: number
  errors: number
  /** Done before by a worker that did not come to say so. */
  repeated: number
  /** Attempts that failed; the job is tried again, or dead. */
  failed: number
  dead: number
}

/**
 * Errors of the machine or the moment: another attempt may do better. All others would be the same again, and are recorded.
 */
const WORTH_RETRYING: ReadonlySet<string> = new Set([
  'not-found',
  'not-a-file',
  'permission',
  'missing-peer',
  'timeout',
  'worker-died',
  'out-of-memory',
])

/**
 * Milliseconds: a job whose worker has not been heard of for so long goes to another. Reading happens in threads, so that a
 * worker is heard of however long a notice takes.
 */
const LOCK = 15_000
const STALLED_CHECK = 5_000
/** A job whose workers have been lost so often may be the cause. */
const MAX_STALLED = 5
/** Counting takes longer the more jobs there are: less often the longer there is nothing to do, not at all while there is. */
const IDLE_CHECK = { first: 250, most: 2000 }

export async function workQueue(connection: Connection, options: WorkQueueOptions): Promise<WorkTally> {
  const { reader, sink, concurrency, once, stop, signal, onJob, onTrouble } = options
  const tally: WorkTally = { notices: 0, errors: 0, repeated: 0, failed: 0, dead: 0 }
  /** What no job is at fault for: a full disk, workers that do not start. */
  let failure: { error: unknown } | undefined
  const end = createEnd(stop, signal)
  const fatal = <T>(step: Promise<T>): Promise<T> =>
    step.catch((error) => {
      failure ??= { error }
      end.now()
      throw error
    })

  const worker = connection.startWorker(
    async (job) => {
      const key = job.id!
      const input = unpack(job.data)
      if (sink.has(key)) tally.repeated++
      else {
        const done = await fatal(reader.read(input))
        const { outcome, code } = done.meta
        // What could not be read when it was added is recorded as it was then.
        if (code !== undefined && !input.error && WORTH_RETRYING.has(code)) throw new Error(reasonOf(done))
        if (!(await fatal(sink.append(done, key)))) tally.repeated++
        else if (outcome === 'error') tally.errors++
        else tally.notices++
      }
      // The job stays, so that adding it again is known; what it brought along is not needed any more.
      if (hasContent(input)) await job.updateData(input.path === undefined ? {} : pack({ path: input.path }))
    },
    {
      concurrency,
      lockDuration: LOCK,
      stalledInterval: STALLED_CHECK,
      maxStalledCount: MAX_STALLED,
    },
  )
  worker.on('error', (error) => onTrouble(connection.redact(error.message)))
  let ended = 0
  worker.on('completed', () => {
    ended++
    onJob?.(tally)
  })
  worker.on('failed', (job) => {
    ended++
    tally.failed++
    if (!job || job.attemptsMade >= (job.opts.attempts ?? 1)) tally.dead++
    onJob?.(tally)
  })

  const idle = once ? watchIdle(connection, end, () => ended) : undefined
  await end.wait
  await idle
  if (signal.aborted) {
    void worker.close(true).catch(() => {})
    throw signal.reason
  }
  await untilAborted(worker.close(), signal)
  if (failure) throw failure.error
  return tally
}

/** The server may be away: what waits for it ends with the signal. */
export const untilAborted = <T>(step: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    step.then(resolve, reject)
    const end = () => reject(signal.reason)
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })

function reasonOf({ line }: Done): string {
  const { error } = JSON.parse(new TextDecoder().decode(line)) as { error: { code: string; message: string } }
  return storable(`${error.code}: ${error.message}`)
}

interface End {
  readonly ended: boolean
  wait: Promise<void>
  now(): void
}

function createEnd(...signals: AbortSignal[]): End {
  let ended = false
  let resolve = () => {}
  const wait = new Promise<void>((done) => (resolve = done))
  const now = () => {
    ended = true
    resolve()
  }
  for (const signal of signals) {
    signal.addEventListener('abort', now, { once: true })
    if (signal.aborted) now()
  }
  return {
    get ended() {
      return ended
    },
    wait,
    now,
  }
}

/** Also what others have begun is waited for: they may be gone. `jobs`: how many have ended here. */
async function watchIdle(connection: Connection, end: End, jobs: () => number): Promise<void> {
  let seen = -1
  for (let wait = IDLE_CHECK.first; !end.ended; wait = Math.min(wait * 2, IDLE_CHECK.most)) {
    if (jobs() === seen || seen < 0) {
      const { waiting, active, delayed } = await Promise.race([
        countJobs(connection),
        end.wait.then(() => ({ waiting: 0, active: 0, delayed: 0 })),
      ])
      if (waiting + active + delayed === 0) return end.now()
    } else wait = IDLE_CHECK.first
    seen = jobs()
    await Promise.race([end.wait, new Promise((resolve) => setTimeout(resolve, wait))])
  }
}
