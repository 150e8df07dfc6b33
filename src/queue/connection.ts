/**
 * What the queue needs of a server, and which servers there are: BullMQ speaks to each, here it is only told where. An address
 * may hold a password: nothing that is said holds any part of it.
 */
import type { Job, JobsOptions, WorkerOptions } from 'bullmq'
import { MissingPeerError } from '../batch/index.js'
import { type Address, readAddress } from './address.js'
import type { JobData } from './data.js'
import type { ServerName } from './names.js'
import { openPostgres } from './postgres.js'
import { openRedis } from './redis.js'

/** The queue cannot be reached, or its address is none. */
class QueueError extends Error {
  override readonly name = 'QueueError'
}

/** The part of BullMQ's `Queue` that is used, whatever it stands on. */
interface JobQueue {
  readonly name: string
  addBulk(jobs: { name: string; data: JobData; opts: JobsOptions }[]): Promise<unknown>
  getJobState(id: string): Promise<string>
  getJob(id: string): Promise<Job<JobData> | undefined>
  getJobs(type: 'failed', start: number, end: number, ascending: boolean): Promise<Job<JobData>[]>
  getJobCounts(...types: CountedState[]): Promise<Record<string, number>>
}
type CountedState = 'waiting' | 'prioritized' | 'active' | 'delayed' | 'completed' | 'failed'

/** The part of BullMQ's `Worker` that is used. */
interface JobWorker {
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'completed', listener: () => void): unknown
  on(event: 'failed', listener: (job: Job<JobData> | undefined) => void): unknown
  close(force?: boolean): Promise<void>
}
type WorkerSettings = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'>

/** What a kind of server gives. */
export interface OpenQueue {
  queue: JobQueue
  startWorker(run: (job: Job<JobData>) => Promise<void>, settings: WorkerSettings): JobWorker
  /** `now`: without a word to a server that may be away. */
  close(now: boolean): Promise<void>
}

interface ServerKind {
  /** As its messages name it. */
  title: string
  /** What its addresses look like. */
  scheme: RegExp
  form: string
  /** Whether an address may leave the host to the environment or to a socket. */
  hostless: boolean
  open(url: string, name: string, onTrouble: (error: Error) => void): Promise<OpenQueue>
}

const SERVERS: Record<ServerName, ServerKind> = {
  redis: {
    title: 'Redis',
    scheme: /^rediss?:$/,
    form: 'redis://… or, with TLS, rediss://…',
    hostless: false,
    open: openRedis,
  },
  postgres: {
    title: 'PostgreSQL',
    scheme: /^postgres(?:ql)?:$/,
    form: 'postgres://…',
    hostless: true,
    open: openPostgres,
  },
}

export interface Connection extends Omit<OpenQueue, 'close'> {
  /** Makes a message fit to be shown. */
  redact(text: string): string
  close(now?: boolean): Promise<void>
}

/**
 * Connects to a server. One that is not there at first is an error; one that goes away later is waited for, `onTrouble` tells
 * it.
 */
export async function connect(
  server: ServerName,
  url: string,
  name: string,
  onTrouble: (reason: string) => void,
): Promise<Connection> {
  const kind = SERVERS[server]
  const { redact } = checked(kind, url)
  const open = await kind
    .open(url, name, (error) => onTrouble(redact(reasonOf(error))))
    .catch((error) => {
      // A missing package says itself what is to be done.
      if (error instanceof MissingPeerError) throw error
      throw new QueueError(`${kind.title} cannot be reached: ${redact(reasonOf(error))}`)
    })
  return { ...open, redact, close: (now = false) => open.close(now) }
}

function checked({ title, scheme, form, hostless }: ServerKind, url: string): Address {
  const address = readAddress(url)
  // What is wrong with it is not said: it would be said with what is in it.
  if (!address || !scheme.test(address.protocol) || (!address.hostname && !hostless))
    throw new QueueError(`the address of ${title} must be ${form}`)
  return address
}

/** Of several addresses that were tried, Node says each on its own. */
function reasonOf(error: unknown): string {
  const { message, errors, code } = error as { message?: string; errors?: Error[]; code?: string }
  return message || errors?.map((one) => one.message).join('; ') || code || String(error)
}
