/** What goes in and what comes out: one input, exactly one record. */
import type { Notice, UnreadableCode } from '../index.js'
import type { DedupeKey } from './names.js'

/**
 * One input. With `text`, `html`, `bytes` or `base64` that is what is read and `path` only names it; with `path` alone the
 * file is read. With `error` it is known not to be readable: it passes through as an error record.
 */
export interface BatchInput {
  /** Names the input in its record. Within one run each path should stand for one input. */
  path?: string
  /** Kept as the record's id, in place of the content hash. */
  id?: string | number
  /** Carried over to the record as it is: a key of the caller's own, the address of a page. */
  ref?: string | number
  /** Plain text, Markdown or HTML, sniffed. */
  text?: string
  html?: string
  bytes?: Uint8Array
  base64?: string
  /** Address of the page, against which links to attachments are resolved. */
  baseUrl?: string
  error?: Failure
}

/** Why an input has no notice: a stable code and a sentence for people. */
export interface Failure {
  code: ErrorCode
  message: string
}

/**
 * Why an input has no notice: what `readNotice` says, and what only a batch can meet.
 *
 * - `timeout`: took longer than `timeout`; `worker-died`: its worker ended twice while reading it; `out-of-memory`: likewise,
 *   by the limit of memory.
 * - `bad-row`: a line or row that is not what its format asks for; `no-column`: it lacks the column.
 * - `internal`: a fault of the program or of an extractor of one's own.
 */
export type ErrorCode =
  | UnreadableCode
  | 'timeout'
  | 'worker-died'
  | 'out-of-memory'
  | 'bad-row'
  | 'no-column'
  | 'internal'

interface RecordBase {
  /** First 32 hex digits of the SHA-256 of the content (of the UTF-8 of a text); `path:` and that of the path where there is no content. */
  id: string | number
  path?: string
  ref?: string | number
}

/** An input that was read. */
export interface NoticeRecord extends RecordBase {
  /** All of the notice, or the fields that were asked for. */
  notice: Partial<Notice>
}

/** An input that could not be read. */
export interface ErrorRecord extends RecordBase {
  error: Failure
}

/** An input that says what an earlier one said: only with `dedupe`. */
export interface DuplicateRecord extends RecordBase {
  duplicateOf: { id: string | number; path?: string }
  by: DedupeKey
}

/** What becomes of one input: exactly one record, of one of three kinds. */
export type BatchRecord = NoticeRecord | ErrorRecord | DuplicateRecord

/** What the book-keeping needs of a record without reading it. */
export interface Meta {
  id: string | number
  path?: string
  ref?: string | number
  outcome: 'notice' | 'error' | 'duplicate'
  code?: ErrorCode
  /** Whether the notice has a warning or an error among its diagnostics. */
  warned?: boolean
  /** Its document number, where it prints one. */
  number?: string
  /** The content hash, where the id is another. */
  content?: string
}

/** A record as it leaves a worker: one line of NDJSON in UTF-8, line feed included. */
export interface Done {
  meta: Meta
  line: Uint8Array
}

/** How a batch reads. */
export interface BatchOptions {
  /** Worker threads. Default: as many as the machine has processors. */
  workers?: number
  /** Milliseconds that one input may take. Default 30 000. */
  timeout?: number
  /** Records in the order of the inputs. Default false: as they are done. */
  ordered?: boolean
  /** Inputs that repeat an earlier one become `DuplicateRecord`s: by content, by document number, or both. Implies `ordered`. */
  dedupe?: readonly DedupeKey[]
  /** Fields of the notice that are kept. Default: all. */
  fields?: readonly (keyof Notice)[]
  /** ISO day that supplies a year where the notice has none. */
  referenceDate?: string
  /** Greatest size of an input in bytes (of a text in characters). Default 64 MiB. */
  maxBytes?: number
  /** Mebibytes of JavaScript heap that one worker may have. Default 1024. */
  workerMemory?: number
  /** Path or `file:` URL of a module whose `extractors` are used in place of the built-in ones. It is loaded in each worker. */
  extractors?: string | URL
  /** Whether inputs that only have a path are read from disk. Default true. */
  files?: boolean
  /** Inputs that are taken ahead of what was handed out. Default 64 for each worker, at least 512 where the order is kept. */
  ahead?: number
  /** Ends the batch at once; the iterator rejects with its reason. */
  signal?: AbortSignal
}

/** What workers are told once. Plain data. */
export interface Settings {
  fields: readonly string[]
  referenceDate: string | undefined
  maxBytes: number
  extractors: string | undefined
  files: boolean
}

/** Greatest size of an input in bytes where none is given: 64 MiB. */
export const MAX_BYTES = 64 * 1024 * 1024
