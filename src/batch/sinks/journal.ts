/** The journal of a file that is appended to: an entry a record, with its key and its length in bytes, in the order of the file. */
import { type FileHandle, open } from 'node:fs/promises'

/** The file and its journal do not belong together. */
export class SinkError extends Error {
  override readonly name = 'SinkError'
}

/** Bytes of the journal that one commit may have left half there. */
export const TORN = 64 * 1024

/** A record as it was appended: its key, and its line with the line feed. */
export interface SinkRecord {
  key: string
  line: Uint8Array
}

/**
 * The records that are in a file of `openSink` now, in its order; what a commit that is under way, or was cut off, left half
 * there is no record. It may be appended to meanwhile. Throws `SinkError` where the journal is not there or does not fit.
 */
export async function* sinkRecords(path: string): AsyncGenerator<SinkRecord, void, undefined> {
  const log = await open(path, 'r')
  let journal: FileHandle | undefined
  try {
    journal = await open(`${path}.journal`, 'r').catch((error) => {
      if ((error as { code?: string }).code !== 'ENOENT') throw error
      throw new SinkError(`without ${path}.journal the records of ${path} are not known`)
    })
    const { size } = await journal.stat()
    let [at, known] = [0, 0]
    for await (const { entry, bytes } of entriesFrom(journal, 0, size)) {
      known += bytes
      if (!entry) continue
      const line = Buffer.alloc(entry.length)
      if (!(await readWhole(log, line, at))) throw new SinkError(`${path} is shorter than ${path}.journal says`)
      at += entry.length
      yield { key: entry.key, line }
    }
    if (size - known > TORN) throw new SinkError(`${path}.journal is damaged at byte ${known}`)
  } finally {
    await Promise.all([log.close(), journal?.close()])
  }
}

async function readWhole(file: FileHandle, into: Buffer, at: number): Promise<boolean> {
  for (let done = 0; done < into.byteLength; ) {
    const { bytesRead } = await file.read(into, done, into.byteLength - done, at + done)
    if (!bytesRead) return false
    done += bytesRead
  }
  return true
}

interface Entry {
  key: string
  length: number
}

/** Entries of the journal up to the first line that is not whole; the header is a line without one. */
export async function* entriesFrom(
  file: FileHandle,
  from: number,
  to: number,
): AsyncGenerator<{ entry: Entry | null; bytes: number }, void, undefined> {
  let rest = Buffer.alloc(0)
  for (let at = from; at < to; ) {
    const chunk = Buffer.alloc(Math.min(1024 * 1024, to - at))
    const { bytesRead } = await file.read(chunk, 0, chunk.byteLength, at)
    if (!bytesRead) return
    at += bytesRead
    rest = Buffer.concat([rest, chunk.subarray(0, bytesRead)])
    let start = 0
    for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a, start)) {
      const line = parse(rest.toString('utf8', start, end))
      if (!line) return
      yield { entry: 'key' in line ? (line as unknown as Entry) : null, bytes: end + 1 - start }
      start = end + 1
    }
    rest = rest.subarray(start)
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    // After a power cut a line may be anything: what follows is not known.
    return null
  }
}
