/** Jobs: what goes into the queue, by what it is known, what is there, what is tried again. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Job } from 'bullmq'
import { type BatchInput, idOf } from '../batch/index.js'
import type { Connection } from './redis.js'

/** An input as JSON: bytes are base64. Of a plain file only its path, unless it is taken along. */
export type JobData = Omit<BatchInput, 'id' | 'bytes'>

export interface AddOptions {
  /** Part of a job's id: another version reads all again. */
  version: string
  attempts: number
  /** Whether files are taken along into the queue, for workers that do not see them. */
  inline: boolean
  maxBytes: number
}

export interface Added {
  added: number
  /** Known already: waiting, done or dead. */
  known: number
  /** Of the known: dead, so that adding does not bring them back. */
  dead: number
  /** Inputs that cannot be read; their jobs become error records. */
  errors: number
}

/** Jobs that are handed over at once, and bytes of them. */
const CHUNK = { jobs: 200, bytes: 4 * 1024 * 1024 }
/** The first retry waits this long in milliseconds, each further one twice as long. */
const BACKOFF = 2000

interface NewJob {
  id: string
  data: JobData
}

/** Content hash and version. BullMQ keeps colons for itself. */
export const jobId = (id: string | number, version: string): string => `${id}-${version}`.replace(/:/g, '_')

export async function addJobs(
  { queue }: Connection,
  inputs: AsyncIterable<BatchInput>,
  options: AddOptions,
  told: { onError(input: BatchInput): void; stop: AbortSignal },
): Promise<Added> {
  const sum: Added = { added: 0, known: 0, dead: 0, errors: 0 }
  let chunk = new Map<string, NewJob>()
  let bytes = 0

  async function flush(): Promise<void> {
    const jobs = [...chunk.values()]
    chunk = new Map()
    bytes = 0
    const states = await Promise.all(jobs.map(({ id }) => queue.getJobState(id)))
    const fresh = jobs.filter((_, i) => states[i] === 'unknown')
    sum.added += fresh.length
    sum.known += jobs.length - fresh.length
    sum.dead += states.filter((state) => state === 'failed').length
    // Where another adds the same meanwhile, the second changes nothing.
    await queue.addBulk(
      fresh.map(({ id, data }) => ({
        name: 'notice',
        data,
        opts: { jobId: id, attempts: options.attempts, backoff: { type: 'exponential', delay: BACKOFF } },
      })),
    )
  }

  for await (const input of inputs) {
    if (told.stop.aborted) break
    if (input.error) {
      sum.errors++
      told.onError(input)
    }
    const job = await toJob(input, options)
    if (chunk.has(job.id)) sum.known++
    chunk.set(job.id, job)
    bytes += (job.data.base64 ?? job.data.text ?? job.data.html ?? '').length
    if (chunk.size >= CHUNK.jobs || bytes >= CHUNK.bytes) await flush()
  }
  if (chunk.size) await flush()
  return sum
}

async function toJob(input: BatchInput, { version, inline, maxBytes }: AddOptions): Promise<NewJob> {
  const id = jobId(await idOf(input, maxBytes), version)
  const { id: _, bytes, ...data } = input
  if (bytes) return { id, data: { ...data, base64: Buffer.from(bytes).toString('base64') } }
  if (data.error || hasContent(data)) return { id, data }
  const path = data.path ?? ''
  if (!inline) return { id, data: { ...data, path: resolve(path) } }
  const size = await stat(path).then(
    (info) => info.size,
    () => Number.POSITIVE_INFINITY,
  )
  // One that cannot be taken along: the worker says why.
  if (size > maxBytes) return { id, data }
  const content = await readFile(path)
  return {
    id: jobId(await idOf({ bytes: content }, maxBytes), version),
    data: { ...data, base64: content.toString('base64') },
  }
}

export const hasContent = ({ text, html, base64 }: JobData): boolean => (text ?? html ?? base64) !== undefined

export interface Counts {
  waiting: number
  active: number
  /** Waiting to be tried again. */
  delayed: number
  done: number
  dead: number
}

export async function countJobs({ queue }: Connection): Promise<Counts> {
  const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'completed', 'failed')
  const of = (...names: string[]) => names.reduce((sum, name) => sum + (counts[name] ?? 0), 0)
  return {
    waiting: of('waiting', 'prioritized'),
    active: of('active'),
    delayed: of('delayed'),
    done: of('completed'),
    dead: of('failed'),
  }
}

export interface DeadJob {
  id: string
  path: string
  attempts: number
  reason: string
}

const PAGE = 100

/** Dead jobs, the one that died last first; at most `limit`. */
export async function* deadJobs(connection: Connection, limit: number): AsyncGenerator<DeadJob, void, undefined> {
  for (let start = 0; start < limit; start += PAGE) {
    const page = await connection.queue.getFailed(start, Math.min(start + PAGE, limit) - 1)
    for (const job of page) yield toDead(job as Job<JobData>)
    if (page.length < PAGE) return
  }
}

const toDead = ({ id, data, attemptsMade, failedReason }: Job<JobData>): DeadJob => ({
  id: id ?? '',
  path: data.path ?? '',
  attempts: attemptsMade,
  reason: failedReason ?? '',
})

/** Puts dead jobs back, all or those named, with all their attempts before them. Names that are no dead jobs are returned. */
export async function retryJobs(
  connection: Connection,
  ids: readonly string[],
): Promise<{ retried: number; unknown: string[] }> {
  const { queue } = connection
  const wanted = [...ids]
  // All first: those that die again meanwhile are not put back without end.
  if (!ids.length) for await (const { id } of deadJobs(connection, Number.MAX_SAFE_INTEGER)) wanted.push(id)
  const unknown: string[] = []
  let retried = 0
  for (const id of wanted) {
    if ((await queue.getJobState(id)) !== 'failed') {
      unknown.push(id)
      continue
    }
    const job = await queue.getJob(id)
    await job?.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    retried++
  }
  return { retried, unknown: ids.length ? unknown : [] }
}
