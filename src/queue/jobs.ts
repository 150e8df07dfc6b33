/** Jobs: what goes into the queue, by what it is known, what is there, what is tried again. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Job } from 'bullmq'
import { type BatchInput, idOf } from '../batch/index.js'
import type { Connection } from './connection.js'
import { hasContent, type JobData, type JobInput, pack, unpack } from './data.js'

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
  data: JobInput
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
        data: pack(data),
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
    const page = await connection.queue.getJobs('failed', start, Math.min(start + PAGE, limit) - 1, false)
    for (const job of page) yield toDead(job)
    if (page.length < PAGE) return
  }
}

const toDead = ({ id, data, attemptsMade, failedReason }: Job<JobData>): DeadJob => ({
  id: id ?? '',
  path: unpack(data).path ?? '',
  attempts: attemptsMade,
  reason: failedReason ?? '',
})

export interface Retried {
  retried: number
  /** Names that are no dead jobs. */
  unknown: string[]
}

/** Puts dead jobs back, all or those named, with all their attempts before them. */
export async function retryJobs(connection: Connection, ids: readonly string[]): Promise<Retried> {
  return ids.length ? retryNamed(connection, ids) : { retried: await retryAll(connection), unknown: [] }
}

async function retryNamed({ queue }: Connection, ids: readonly string[]): Promise<Retried> {
  const unknown: string[] = []
  for (const id of ids) {
    const job = await queue.getJob(id)
    if (!job || !(await putBack(job))) unknown.push(id)
  }
  return { retried: ids.length - unknown.length, unknown }
}

/** The one that died first comes first. As many as there are now: those that die again meanwhile are not put back without end. */
async function retryAll(connection: Connection): Promise<number> {
  let retried = 0
  for (let left = (await countJobs(connection)).dead; left > 0; ) {
    const page = await connection.queue.getJobs('failed', 0, Math.min(PAGE, left) - 1, true)
    if (!page.length) break
    const back = await Promise.all(page.map(putBack))
    retried += back.filter((one) => one).length
    left -= page.length
  }
  return retried
}

/** False when it is not dead (any more). */
async function putBack(job: Job<JobData>): Promise<boolean> {
  try {
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true })
    return true
  } catch (error) {
    if ((await job.getState()) === 'failed') throw error
    return false
  }
}
