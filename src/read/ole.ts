/**
 * OLE compound files (MS-CFB): streams in chains of sectors. Chains and directory are checked before anything is read:
 * one that runs in a circle would never end.
 */
import { UnreadableNoticeError } from './errors.js'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER = 512
const ENTRY = 128
const SHORT = 64
const ROOT = 0
const STREAM = 2
const MAX_ENTRIES = 10_000

interface Entry {
  type: number
  start: number
  size: number
}

/** A compound file whose structure is sound. */
export interface Compound {
  has(name: string): boolean
  /** Bytes of a stream; `null` where there is none of that name. Throws `UnreadableNoticeError` ('broken'). */
  stream(name: string): Uint8Array | null
}

/** Opens a compound file. Throws `UnreadableNoticeError` ('broken'). */
export function openCompound(bytes: Uint8Array, filename: string | undefined): Compound {
  const broken = (): never => {
    throw new UnreadableNoticeError('broken', 'this OLE file is broken', filename)
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || !SIGNATURE.every((b, i) => bytes[i] === b)) broken()
  const shift = view.getUint16(30, true)
  const size = 2 ** shift
  // Sectors of short streams are 64 bytes in every file.
  if ((shift !== 9 && shift !== 12) || view.getUint16(32, true) !== 6) broken()
  const sectors = Math.ceil((bytes.length - HEADER) / size)
  const count = view.getInt32(44, true)
  const extra = view.getInt32(72, true)
  if (count < 0 || count > sectors || extra < 0 || extra > sectors || view.getInt32(64, true) > sectors) broken()
  // The last sector may be cut off where the file ends.
  const sectorAt = (id: number) => (id >= 0 && (id + 1) * size < bytes.length ? (id + 1) * size : broken())
  const table = readTable(view, count, extra, size, sectorAt)
  if (hasCircle(table)) broken()
  const shortTable = chainOf(table, view.getInt32(60, true)).flatMap((id) => words(view, sectorAt(id), size / 4))
  if (hasCircle(shortTable)) broken()
  const entries = readDirectory(view, chainOf(table, view.getInt32(48, true)).map(sectorAt), size, filename)
  const least = view.getUint32(56, true)
  const whole = (start: number, length: number): Uint8Array => {
    const out = new Uint8Array(Math.min(length, bytes.length))
    let at = 0
    for (const id of chainOf(table, start)) {
      if (at >= out.length) break
      const from = sectorAt(id)
      const part = bytes.subarray(from, from + Math.min(size, out.length - at))
      out.set(part, at)
      at += size
    }
    return at >= out.length ? out : broken()
  }
  let shorts: Uint8Array | undefined
  const short = (start: number, length: number): Uint8Array => {
    const root = entries.get('Root Entry') ?? broken()
    shorts ??= whole(root.start, root.size)
    const out = new Uint8Array(length)
    let at = 0
    for (const id of chainOf(shortTable, start)) {
      if (at >= length) break
      out.set(shorts.subarray(id * SHORT, id * SHORT + Math.min(SHORT, length - at)), at)
      at += SHORT
    }
    return at >= length ? out : broken()
  }
  return {
    has: (name) => entries.has(name),
    stream(name) {
      const entry = entries.get(name)
      if (entry?.type !== STREAM) return null
      return entry.size < least ? short(entry.start, entry.size) : whole(entry.start, entry.size)
    },
  }
}

function words(view: DataView, at: number, count: number): number[] {
  const held = Math.max(0, Math.min(count, Math.floor((view.byteLength - at) / 4)))
  return Array.from({ length: held }, (_, i) => view.getInt32(at + i * 4, true))
}

/** The allocation table: for each sector the next of its chain. The header names its first 109 sectors. */
function readTable(
  view: DataView,
  count: number,
  extra: number,
  size: number,
  sectorAt: (id: number) => number,
): number[] {
  const ids = words(view, 76, Math.min(count, 109))
  let next = view.getInt32(68, true)
  for (let i = 0; i < extra && ids.length < count; i++) {
    const list = words(view, sectorAt(next), size / 4)
    ids.push(...list.slice(0, Math.min(size / 4 - 1, count - ids.length)))
    next = list[size / 4 - 1] ?? -1
  }
  return ids.flatMap((id) => words(view, sectorAt(id), size / 4))
}

/** Whether any chain of the table comes back to itself. Each sector is looked at twice at most. */
function hasCircle(table: readonly number[]): boolean {
  const seen = new Int32Array(table.length)
  for (let i = 0; i < table.length; i++) {
    let at = i
    while (at >= 0 && at < table.length && seen[at] === 0) {
      seen[at] = i + 1
      at = table[at]!
    }
    if (at >= 0 && at < table.length && seen[at] === i + 1) return true
  }
  return false
}

/** A chain known to end. */
function chainOf(table: readonly number[], start: number): number[] {
  const out: number[] = []
  for (let id = start; id >= 0 && id < table.length; id = table[id]!) out.push(id)
  return out
}

/** Entries by name. Of two of one name the first met from the root counts. */
function readDirectory(
  view: DataView,
  places: readonly number[],
  size: number,
  filename: string | undefined,
): Map<string, Entry> {
  const per = size / ENTRY
  const total = places.length * per
  const entries = new Map<string, Entry>()
  const seen = new Set<number>()
  const open = [ROOT]
  while (open.length) {
    const id = open.pop()!
    const at = id >= 0 && id < total ? places[Math.floor(id / per)]! + (id % per) * ENTRY : -1
    if (at < 0 || at + ENTRY > view.byteLength || seen.has(id) || seen.size > MAX_ENTRIES)
      throw new UnreadableNoticeError('broken', 'the directory of this OLE file is broken', filename)
    seen.add(id)
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
    const name = new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at, length))
    const type = view.getUint8(at + 66)
    const key = id === ROOT ? 'Root Entry' : name
    if (!entries.has(key))
      entries.set(key, { type, start: view.getInt32(at + 116, true), size: view.getUint32(at + 120, true) })
    for (const field of [68, 72, 76]) {
      const next = view.getInt32(at + field, true)
      // Streams have no children, whatever stands in the field.
      if (next !== -1 && (field !== 76 || type !== STREAM)) open.push(next)
    }
  }
  return entries
}
