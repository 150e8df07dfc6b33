/** `batch` as a link in a chain of streams, in object mode on both sides. */
import { Duplex } from 'node:stream'
import { batch } from './batch.js'
import type { BatchInput, BatchOptions, BatchRecord } from './types.js'

/**
 * A Node stream: inputs (paths, URLs, objects) are written, records are read. It takes no more than it can work on.
 * For a Web stream see `noticeTransform`.
 */
export function noticeStream(options: BatchOptions = {}): Duplex {
  return Duplex.from((source: AsyncIterable<string | URL | BatchInput>) => batch(source, options))
}

/** The same for `ReadableStream.pipeThrough`. */
export function noticeTransform(options: BatchOptions = {}): {
  writable: WritableStream<string | URL | BatchInput>
  readable: ReadableStream<BatchRecord>
} {
  const { writable, readable } = Duplex.toWeb(noticeStream(options))
  return {
    writable: writable as WritableStream<string | URL | BatchInput>,
    readable: readable as ReadableStream<BatchRecord>,
  }
}
