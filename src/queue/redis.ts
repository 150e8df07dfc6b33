/** The connection to Redis. Its address may hold a password: nothing that is said holds any part of it. */
import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import { peer } from '../batch/index.js'
import type { JobData } from './jobs.js'

/** The queue cannot be reached, or its address is none. */
export class QueueError extends Error {
  override readonly name = 'QueueError'
}

export interface Connection {
  bull: typeof import('bullmq')
  client: Redis
  queue: Queue<JobData>
  /** Makes a message fit to be shown. */
  redact(text: string): string
  /** `now`: without a word to a server that may be away. */
  close(now?: boolean): Promise<void>
}

/** Seconds at most between two attempts to connect again. */
const MAX_RETRY = 5

const PACKAGES = 'bullmq ioredis'

/**
 * Connects to `redis://[user:password@]host[:port][/db]`, with TLS `rediss://`. A server that is not there at first is an
 * error; one that goes away later is waited for, `onTrouble` tells it.
 */
export async function connect(url: string, name: string, onTrouble: (reason: string) => void): Promise<Connection> {
  const redact = redactor(url)
  const bull = await peer(() => import('bullmq'), PACKAGES, 'a queue')
  const { Redis } = await peer(() => import('ioredis'), PACKAGES, 'a queue')
  let connected = false
  const client = new Redis(url, {
    lazyConnect: true,
    // BullMQ asks for it: a worker waits for as long as it takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (connected ? Math.min(times * 200, MAX_RETRY * 1000) : null),
  })
  let last: Error | undefined
  const onError = (error: Error) => {
    last = error
    if (connected) onTrouble(redact(reasonOf(error)))
  }
  client.on('error', onError)
  try {
    await client.connect()
    // A wrong password is only noticed by the first command.
    await client.ping()
  } catch (error) {
    client.disconnect()
    throw new QueueError(`Redis cannot be reached: ${redact(reasonOf(last ?? error))}`)
  }
  connected = true
  const queue = new bull.Queue<JobData>(name, { connection: client })
  queue.on('error', onError)
  return {
    bull,
    client,
    queue,
    redact,
    async close(now = false) {
      connected = false
      if (now) client.disconnect()
      else {
        await queue.close()
        await client.quit()
      }
    },
  }
}

/** Of several addresses that were tried, Node says each on its own. */
function reasonOf(error: unknown): string {
  const { message, errors, code } = error as { message?: string; errors?: Error[]; code?: string }
  return message || errors?.map((one) => one.message).join('; ') || code || String(error)
}

function redactor(url: string): (text: string) => string {
  let address: URL | null = null
  try {
    address = new URL(url)
  } catch {
    // What is wrong with it is not said: it would be said with what is in it.
  }
  if (!address || !/^rediss?:$/.test(address.protocol) || !address.hostname)
    throw new QueueError('the address of Redis must be redis://… or, with TLS, rediss://…')
  const secrets = [url, address.password, decoded(address.password)].filter((secret) => secret !== '')
  return (text) => secrets.reduce((some, secret) => some.split(secret).join('***'), text)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
