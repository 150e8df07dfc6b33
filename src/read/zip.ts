/**
 * ZIP packages (DOCX, OFD), bounded. Declared sizes are checked before anything is inflated; what an entry really yields
 * is counted while it inflates, because declared sizes may lie. The one importer of fflate.
 */
import { Inflate } from 'fflate'
import { UnreadableNoticeError } from './errors.js'

export interface UnzipOptions {
  /** Greatest number of entries in the package, wanted or not. Default 4096. */
  maxEntries?: number
  /** Greatest number of bytes of all wanted entries together. Default 64 MiB. */
  maxBytes?: number
  /** Greatest ratio of inflated to deflated bytes of an entry larger than a mebibyte. Default 250. */
  maxRatio?: number
  /** Which entries are wanted, by their normalised name. Default all. */
  filter?: (name: string) => boolean
  /** Named in errors. */
  filename?: string | undefined
}

interface Entry {
  name: string
  method: number
  packed: number
  size: number
  offset: number
}

const END = 0x06054b50
const END64 = 0x06064b50
const LOCATOR64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const WIDE = 0xffffffff

/** Ratios of small entries mean nothing: a page of blanks packs very well. */
const RATIO_FLOOR = 1024 * 1024
/** Deflated bytes given to the inflater at once: a step yields at most a thousand times as many. */
const STEP = 4096

/** Entries by normalised name; directories are left out. Throws `UnreadableNoticeError` ('broken' or 'too-large'). */
export function unzipBounded(bytes: Uint8Array, options: UnzipOptions = {}): Map<string, Uint8Array> {
  const { maxEntries = 4096, maxBytes = 64 * 1024 * 1024, maxRatio = 250, filter, filename } = options
  const fail = (code: 'broken' | 'too-large', reason: string): never => {
    throw new UnreadableNoticeError(code, reason, filename)
  }
  let entries: Entry[]
  try {
    entries = readDirectory(bytes, maxEntries, fail)
  } catch (cause) {
    if (cause instanceof UnreadableNoticeError) throw cause
    throw new UnreadableNoticeError('broken', 'the ZIP directory is cut off', filename, { cause })
  }
  const wanted = entries.filter((e) => !e.name.endsWith('/') && (!filter || filter(e.name)))
  let declared = 0
  for (const entry of wanted) {
    declared += entry.size
    if (declared > maxBytes) fail('too-large', `the package holds more than ${maxBytes} bytes`)
    if (entry.size > RATIO_FLOOR && entry.size > entry.packed * maxRatio)
      fail('too-large', `${entry.name} inflates more than ${maxRatio} times`)
  }
  const out = new Map<string, Uint8Array>()
  // Counted again as it comes out: several entries may share the same packed bytes.
  for (const entry of wanted) if (!out.has(entry.name)) out.set(entry.name, unpack(bytes, entry, fail))
  return out
}

type Fail = (code: 'broken' | 'too-large', reason: string) => never

function readDirectory(bytes: Uint8Array, maxEntries: number, fail: Fail): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return fail('broken', 'this is no ZIP package, or its end is cut off')
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR64) {
    const wide = uint64(view, end - 12)
    if (view.getUint32(wide, true) !== END64) return fail('broken', 'the ZIP directory is broken')
    count = uint64(view, wide + 32)
    at = uint64(view, wide + 48)
  }
  if (count > maxEntries) return fail('too-large', `the package has more than ${maxEntries} entries`)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) return fail('broken', 'the ZIP directory is broken')
    const flags = view.getUint16(at + 8, true)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const nameEnd = at + 46 + nameLength
    const name = normalise(decodeName(bytes.subarray(at + 46, nameEnd)), fail)
    if (flags & 1) return fail('broken', `${name} is encrypted`)
    entries.push({ name, method: view.getUint16(at + 10, true), ...sizes(view, at, nameEnd, extraLength) })
    at = nameEnd + extraLength + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record stands last, behind it only a comment of at most 65535 bytes. */
function findEnd(view: DataView): number {
  const stop = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= stop; at--) if (view.getUint32(at, true) === END) return at
  return -1
}

/** Sizes and offset of an entry; ZIP64 moves those that do not fit to an extra field, in this order. */
function sizes(view: DataView, at: number, extra: number, extraLength: number) {
  let packed = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let offset = view.getUint32(at + 42, true)
  for (let k = extra; k + 4 <= extra + extraLength; k += 4 + view.getUint16(k + 2, true)) {
    if (view.getUint16(k, true) !== 1) continue
    let field = k + 4
    const next = () => {
      field += 8
      return uint64(view, field - 8)
    }
    if (size === WIDE) size = next()
    if (packed === WIDE) packed = next()
    if (offset === WIDE) offset = next()
    break
  }
  return { packed, size, offset }
}

const uint64 = (view: DataView, at: number) => view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32

/** Names are UTF-8 or, from old Chinese packers, GBK whether the flag says so or not. */
function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('gb18030').decode(raw)
  }
}

function normalise(raw: string, fail: Fail): string {
  const name = raw.replaceAll('\\', '/')
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('\0'))
    return fail('broken', 'an entry of the package has an absolute path')
  const parts = name.split('/').filter((part, i, all) => part !== '.' && (part !== '' || i === all.length - 1))
  if (parts.includes('..')) return fail('broken', 'an entry of the package points out of it')
  return parts.join('/')
}

function unpack(bytes: Uint8Array, entry: Entry, fail: Fail): Uint8Array {
  const { name, method, packed, size, offset } = entry
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return fail('broken', `${name} is cut off`)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packed > bytes.length) return fail('broken', `${name} is cut off`)
  const data = bytes.subarray(start, start + packed)
  if (method === 0) return packed === size ? data : fail('broken', `${name} is not as long as declared`)
  if (method !== 8) return fail('broken', `${name} is packed by a method that is not known (${method})`)
  return inflate(data, size, name, fail)
}

function inflate(data: Uint8Array, size: number, name: string, fail: Fail): Uint8Array {
  const out = new Uint8Array(size)
  let length = 0
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > size) fail('too-large', `${name} is longer than it declares`)
    out.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at < data.length || at === 0; at += STEP)
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length)
  } catch (cause) {
    if (cause instanceof UnreadableNoticeError) throw cause
    return fail('broken', `${name} cannot be inflated`)
  }
  return length === size ? out : fail('broken', `${name} is shorter than it declares`)
}
