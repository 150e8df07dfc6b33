/** Work for many machines, by BullMQ on Redis. Documented in docs/queue.md. */
export type { Added, Counts, DeadJob } from './jobs.js'
export { addJobs, countJobs, deadJobs, retryJobs } from './jobs.js'
export type { Connection } from './redis.js'
export { connect, QueueError } from './redis.js'
export type { WorkTally } from './work.js'
export { workQueue } from './work.js'
