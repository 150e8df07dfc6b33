/** Entries of a ZIP archive of any size, by yauzl: it reads the directory and then entry by entry, never the whole file. */
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { BatchInput, Failure } from '../types.js'
import type { Reading } from './index.js'
import { entryNames, isHidden } from './names.js'

/** Greatest ratio of inflated to deflated bytes of an entry that is larger than a mebibyte, as for DOCX and OFD. */
const MAX_RATIO = 250
const RATIO_FLOOR = 1024 * 1024
const ENCRYPTED = 1
const UTF8 = 0x800

export async function* readZip(path: string, { maxBytes }: Reading): AsyncGenerator<BatchInput, void, undefined> {
  // Names are decoded here: yauzl takes them for CP437 where they are not marked as UTF-8; Chinese packers write GBK.
  const zip = await yauzl.openPromise(path, { decodeStrings: false })
  const nameOf = entryNames(path)
  try {
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry.fileName as unknown as Uint8Array, entry.generalPurposeBitFlag)
      if (name.endsWith('/') || isHidden(name)) continue
      const input = { path: nameOf(name) }
      const error = refuse(entry, maxBytes) ?? null
      yield error ? { ...input, error } : await read(zip, entry, input)
    }
  } finally {
    zip.close()
  }
}

/**
 * UTF-8 where the entry says so. Else it may be UTF-8 all the same, or GBK: some pairs of GBK are valid UTF-8 as well (通知
 * reads `֪ͨ`), but then letters of two bytes, which names here do not have.
 */
function decodeName(raw: Uint8Array, flags: number): string {
  const decode = (encoding: string, fatal: boolean) => new TextDecoder(encoding, { fatal }).decode(raw)
  try {
    const name = decode('utf-8', true)
    if (flags & UTF8 || !/[\x80-\u07ff]/.test(name)) return name
  } catch {
    // GBK, or nothing that is known.
  }
  return decode('gb18030', false)
}

/** Sizes are the declared ones; yauzl ends an entry that yields more than it declares. */
function refuse(entry: Entry, maxBytes: number): Failure | undefined {
  const { generalPurposeBitFlag, compressedSize: packed, uncompressedSize: size } = entry
  if (generalPurposeBitFlag & ENCRYPTED) return { code: 'unsupported', message: 'the entry is encrypted' }
  if (size > maxBytes) return { code: 'too-large', message: `${size} bytes, more than the limit of ${maxBytes}` }
  if (size > RATIO_FLOOR && size > packed * MAX_RATIO)
    return { code: 'too-large', message: `the entry inflates more than ${MAX_RATIO} times` }
  return undefined
}

async function read(zip: ZipFile, entry: Entry, input: { path: string }): Promise<BatchInput> {
  try {
    const chunks: Uint8Array[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    return { ...input, bytes: Buffer.concat(chunks) }
  } catch (error) {
    return { ...input, error: { code: 'broken', message: error instanceof Error ? error.message : String(error) } }
  }
}
