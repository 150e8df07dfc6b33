/** Pages of a web archive (WARC, ISO 28500), by warcio, an optional peer. */
import { createReadStream } from 'node:fs'
import { peer } from '../sinks/peer.js'
import type { BatchInput } from '../types.js'
import type { Reading } from './index.js'

/** What may be a notice. Style sheets, scripts, pictures and data of a page are none. */
const DOCUMENT =
  /^(?:text\/(?:html|plain|markdown|rtf)|application\/(?:xhtml\+xml|pdf|rtf|msword|ofd|octet-stream|zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.ofd|wps-office\.\w{1,8}))\b/i

/** One input a response (2xx) or resource that may be a notice; `ref` is its address. */
export async function* readWarc(path: string, { maxBytes }: Reading): AsyncGenerator<BatchInput, void, undefined> {
  const { WARCParser } = await peer(() => import('warcio'), 'warcio', 'WARC')
  let number = 0
  for await (const record of new WARCParser(createReadStream(path))) {
    number++
    const { warcType, httpHeaders, warcTargetURI } = record
    if (warcType !== 'response' && warcType !== 'resource') continue
    const type = httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? ''
    if (!DOCUMENT.test(type.trim()) || (httpHeaders && !/^2/.test(String(httpHeaders.statusCode)))) continue
    const address = warcTargetURI?.replace(/^<|>$/g, '')
    const input: BatchInput = { path: `${path}#${number}`, ...(address ? { ref: address } : {}) }
    const bytes = await collect(record, maxBytes)
    if (!bytes) yield { ...input, error: { code: 'too-large', message: `more than the limit of ${maxBytes} bytes` } }
    else yield { ...input, bytes, ...(address && URL.canParse(address) ? { baseUrl: address } : {}) }
  }
}

/** The payload, transfer and content encodings undone; null when it is longer than allowed. */
async function collect(record: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record) {
    size += chunk.byteLength
    if (size <= maxBytes) chunks.push(chunk)
  }
  return size > maxBytes ? null : Buffer.concat(chunks)
}
