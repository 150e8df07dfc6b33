/** The queue on Redis, by ioredis. */
import { peer } from '../batch/index.js'
import type { OpenQueue } from './connection.js'
import type { JobData } from './data.js'

/** Seconds at most between two attempts to connect again. */
const MAX_RETRY = 5

const PACKAGES = 'bullmq ioredis'

/** `redis://[user:password@]host[:port][/db]`, with TLS `rediss://`. */
export async function openRedis(url: string, name: string, onTrouble: (error: Error) => void): Promise<OpenQueue> {
  const bull = await peer(() => import('bullmq'), PACKAGES, 'a queue on Redis')
  const { Redis } = await peer(() => import('ioredis'), PACKAGES, 'a queue on Redis')
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
    if (connected) onTrouble(error)
  }
  client.on('error', onError)
  try {
    await client.connect()
    // A wrong password is only noticed by the first command.
    await client.ping()
  } catch (error) {
    client.disconnect()
    throw last ?? error
  }
  connected = true
  const queue = new bull.Queue<JobData>(name, { connection: client })
  queue.on('error', onError)
  return {
    queue,
    startWorker: (run, settings) => new bull.Worker<JobData>(name, run, { connection: client, ...settings }),
    async close(now) {
      connected = false
      if (now) client.disconnect()
      else {
        await queue.close()
        await client.quit()
      }
    },
  }
}
