/** Work for many machines, by BullMQ on Redis or PostgreSQL. Documented in docs/queue.md. */
export type { Connection } from './connection.js'
export { connect, QueueError } from './connection.js'
export type { Added, Counts, DeadJob } from './jobs.js'
export { addJobs, countJobs, deadJobs, retryJobs } from './jobs.js'
export type { ServerName } from './names.js'
export { SERVER_NAMES } from './names.js'
export type { WorkTally } from './work.js'
export { workQueue } from './work.js'
