/** Unites what workers of several machines have recorded: a job that two of them recorded is one record. */
import { openSink, type SinkRecord, sinkRecords } from '../batch/index.js'

export interface Merged {
  added: number
  /** In an earlier file, or in `out` before. */
  known: number
}

/** Records that are committed together, and bytes of them. */
const CHUNK = { records: 256, bytes: 16 * 1024 * 1024 }

/**
 * Appends to `out` the records of `files`, in their order, whose jobs it does not hold yet. It may be done again, and while
 * workers go on: what has come since is added.
 */
export async function mergeFiles(files: readonly string[], out: string, stop: AbortSignal): Promise<Merged> {
  const sink = await openSink(out)
  const sum: Merged = { added: 0, known: 0 }
  let chunk: SinkRecord[] = []
  let bytes = 0

  async function flush(): Promise<void> {
    const added = await Promise.all(chunk.map((record) => sink.append(record, record.key)))
    for (const one of added) sum[one ? 'added' : 'known']++
    chunk = []
    bytes = 0
  }

  try {
    for (const file of files)
      for await (const record of sinkRecords(file)) {
        if (stop.aborted) return sum
        chunk.push(record)
        bytes += record.line.byteLength
        if (chunk.length >= CHUNK.records || bytes >= CHUNK.bytes) await flush()
      }
    await flush()
    return sum
  } finally {
    await sink.close()
  }
}
