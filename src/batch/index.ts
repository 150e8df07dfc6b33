/**
 * `gongwen/batch`: many notices at once, in worker threads, for Node. Documented in docs/batch.md.
 *
 * @packageDocumentation
 */
export type { BatchSource } from './batch.js'
export { batch, batchLines } from './batch.js'
export { LockedError, lock } from './files.js'
export type { Conditions, LogOptions, RecordLog, Tally } from './log.js'
export { isUnfinished, JournalError, openLog } from './log.js'
export type { DedupeKey, OutFormat, TableName } from './names.js'
export { DEDUPE_KEYS, OUT_FORMATS, TABLES } from './names.js'
export { pipeLines } from './pipe.js'
export { WorkerStartError } from './pool.js'
export type { Reader } from './reader.js'
export { openReader } from './reader.js'
export { idOf } from './record.js'
export type { RunOptions, RunResult } from './run.js'
export { runBatch } from './run.js'
export type { Sink } from './sinks/append.js'
export { openSink, SinkError, sinkFiles } from './sinks/append.js'
export type { Output } from './sinks/index.js'
export { logPath, outputFiles } from './sinks/index.js'
export { MissingPeerError, peer } from './sinks/peer.js'
export type { SourceOptions } from './sources/index.js'
export { countInputs, sources } from './sources/index.js'
export { noticeStream, noticeTransform } from './stream.js'
export type * from './types.js'
