/** Entries of a TAR archive, plain or gzipped, by node-tar's parser; nothing is unpacked to disk. */
import { createReadStream } from 'node:fs'
import { Parser } from 'tar'
import type { BatchInput } from '../types.js'
import { gunzipped } from './bytes.js'
import type { Reading } from './index.js'
import { entryNames, isHidden } from './names.js'

const FILES = new Set(['File', 'OldFile', 'ContiguousFile'])

export async function* readTar(path: string, { maxBytes }: Reading): AsyncGenerator<BatchInput, void, undefined> {
  const nameOf = entryNames(path)
  /** Entries whose last byte has been seen: a few at most for each piece that is written. */
  const whole: BatchInput[] = []
  let failure: Error | undefined
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      const name = entry.path.replace(/^\.\//, '')
      if (!FILES.has(entry.type) || isHidden(name)) return void entry.resume()
      const input = { path: nameOf(name) }
      if (entry.size > maxBytes) {
        const message = `${entry.size} bytes, more than the limit of ${maxBytes}`
        whole.push({ ...input, error: { code: 'too-large', message } })
        return void entry.resume()
      }
      const chunks: Uint8Array[] = []
      entry.on('data', (chunk) => chunks.push(chunk))
      entry.on('end', () => whole.push({ ...input, bytes: Buffer.concat(chunks) }))
    },
  })
  parser.on('error', (error) => {
    failure ??= error as Error
  })
  for await (const chunk of gunzipped(createReadStream(path))) {
    parser.write(Buffer.from(chunk))
    yield* whole.splice(0)
    if (failure) throw failure
  }
  parser.end()
  yield* whole.splice(0)
  if (failure) throw failure
}
