/** Streams of bytes: unpacked where they are gzipped, decoded by the encoding they turn out to have. */
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** By the first bytes, not by the name. Several gzip members on end (as WARC files have them) are read as one. */
export async function* gunzipped(stream: Readable): AsyncGenerator<Uint8Array, void, undefined> {
  const chunks = (stream as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const [a, b] = first.value
  async function* all() {
    try {
      yield first.value as Uint8Array
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    } finally {
      stream.destroy()
    }
  }
  if (a !== 0x1f || b !== 0x8b) {
    yield* all()
    return
  }
  const gunzip = createGunzip()
  // The iterator below rejects with what the pipeline fails with.
  pipeline(all(), gunzip, () => {})
  yield* gunzip as AsyncIterable<Uint8Array>
}

const SAMPLE = 64 * 1024

/** UTF-8, UTF-16 with its mark, or, where the beginning is no UTF-8, GB 18030: what spreadsheets in China save. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  let decoder: TextDecoder | undefined
  let head: Uint8Array = new Uint8Array()
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.byteLength < SAMPLE) continue
    decoder = new TextDecoder(encodingOf(head))
    yield decoder.decode(head, { stream: true })
  }
  decoder ? yield decoder.decode() : yield new TextDecoder(encodingOf(head)).decode(head)
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}
