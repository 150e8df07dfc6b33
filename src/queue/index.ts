/** Work for many machines, by BullMQ on Redis or PostgreSQL. Documented in docs/queue.md. */
export type { Connection } from './connection.js'
export { connect } from './connection.js'
export { addJobs, countJobs, deadJobs, retryJobs } from './jobs.js'
export { mergeFiles } from './merge.js'
export type { ServerName } from './names.js'
export { SERVER_NAMES } from './names.js'
export { untilAborted, workQueue } from './work.js'
