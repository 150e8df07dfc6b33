/** The queue on PostgreSQL, by pg. BullMQ keeps it in the schema `bullmq`, which is made on first use. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { PgPool } from 'bullmq'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { peer } from '../batch/index.js'
import type { OpenQueue } from './connection.js'
import type { JobData } from './data.js'

const PACKAGES = 'bullmq pg'

/** Connections of one process; a worker keeps one of them to be told of new jobs. */
const CONNECTIONS = 10
/** Milliseconds. */
const CONNECT_TIMEOUT = 10_000
const RETRY = { first: 200, most: 5000 }

/** `postgres://[user:password@]host[:port][/database][?sslmode=verify-full]`. */
export async function openPostgres(url: string, name: string, onTrouble: (error: Error) => void): Promise<OpenQueue> {
  const bull = await peer(() => import('bullmq'), PACKAGES, 'a queue on PostgreSQL')
  const { default: pg } = await peer(() => import('pg'), PACKAGES, 'a queue on PostgreSQL')
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    keepAlive: true,
    application_name: 'gongwen',
    // Before anything else is asked; an address may have `options` of its own, so that it is not one of them.
    onConnect: (client) => client.query(`SET search_path TO ${bull.DEFAULT_SCHEMA}`),
  })
  const clients = new Set<PoolClient>()
  pool.on('error', onTrouble)
  pool.on('connect', (client) => clients.add(client))
  pool.on('remove', (client) => clients.delete(client))
  /** Not asked to end: pg would wait for answers of a server that may be away. */
  const cut = () => {
    for (const client of clients) void client.end().catch(() => {})
  }
  try {
    await prepare(bull, pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const patient = waitingPool(pool, onTrouble)
  const { Queue, Worker } = bull.withBackend(bull.createPostgresBackend)
  const queue = new Queue<JobData>(name, { connection: patient.pool })
  queue.on('error', onTrouble)
  return {
    queue,
    startWorker: (run, settings) => new Worker<JobData>(name, run, { connection: patient.pool, ...settings }),
    async close(now) {
      if (now) {
        patient.giveUp()
        cut()
      } else {
        await queue.close()
        await pool.end()
      }
    },
  }
}

/** Who may use the tables need not be allowed to make them: they are only made where they are missing or older. */
async function prepare(bull: typeof import('bullmq'), pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    const version = await bull.assertSchemaCompatibility(client).catch((error) => {
      if (error instanceof bull.SchemaMigrationRequiredError) return 0
      throw error
    })
    if (version < bull.LATEST_SCHEMA_VERSION) await bull.runMigrations(client)
  } finally {
    client.release()
  }
}

/**
 * A pool whose queries wait for a server that is away, as those of ioredis do. Each of BullMQ's queries is a transaction of its
 * own and may be asked twice: what it had done already it finds done, or the job's lock runs out and the job is begun again.
 */
function waitingPool(pool: Pool, onTrouble: (error: Error) => void): { pool: PgPool; giveUp(): void } {
  const end = new AbortController()
  async function patiently<T>(step: () => Promise<T>): Promise<T> {
    for (let wait = RETRY.first; ; wait = Math.min(wait * 2, RETRY.most)) {
      try {
        return await step()
      } catch (error) {
        if (end.signal.aborted || !(error instanceof Error) || !isPassing(error)) throw error
        if (!isConflict(error)) onTrouble(error)
      }
      await sleep(wait, undefined, { signal: end.signal })
    }
  }
  const waiting: PgPool = {
    query: <R>(text: string, params?: readonly unknown[]) =>
      patiently(() => pool.query<R & QueryResultRow>(text, params as unknown[])),
    connect: () => patiently(() => pool.connect()),
    end: () => pool.end(),
    on(event: 'error' | 'connect', listener: (of: never) => void) {
      pool.on(event as 'error', listener as () => void)
      return waiting
    },
    removeAllListeners(event) {
      pool.removeAllListeners(event)
      return waiting
    },
  }
  return { pool: waiting, giveUp: () => end.abort() }
}

/** Of Node; of PostgreSQL: it shuts down, starts, crashes, has no connection left, or two transactions stood in each other's way. */
const PASSING = new Set(
  'ECONNREFUSED ECONNRESET EPIPE ETIMEDOUT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH ENOENT 57P01 57P02 57P03 53300'.split(
    ' ',
  ),
)
const CONFLICT = new Set(['40001', '40P01'])
/** pg's own have no code. */
const LOST =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

const codeOf = (error: Error): string => (error as { code?: string }).code ?? ''
const isConflict = (error: Error): boolean => CONFLICT.has(codeOf(error))
const isPassing = (error: Error): boolean =>
  PASSING.has(codeOf(error)) || codeOf(error).startsWith('08') || isConflict(error) || LOST.test(error.message)
