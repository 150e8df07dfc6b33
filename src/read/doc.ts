/**
 * DOC and WPS: OLE compound files, by word-extractor. It trusts the file's chains of sectors, so they are walked here
 * first: one that runs in a circle would never end. The one importer of word-extractor.
 */
import type { Diagnostic } from '../types.js'
import { UnreadableNoticeError } from './errors.js'
import { makeSource, type ReadResult } from './source-text.js'

interface Extracted {
  getBody(options: { filterUnicode: boolean }): string
  getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string
  getHeaders(options: { filterUnicode: boolean }): string
}
type WordExtractor = new () => { extract(source: unknown): Promise<Extracted> }

/** Longest row of a table, in lines: a line that closes no row this far on is no cell. */
const MAX_ROW = 40

/** Reads an OLE file. Rejects with `UnreadableNoticeError` ('broken', 'unsupported', 'missing-peer'). */
export async function readDoc(
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
): Promise<ReadResult> {
  checkCompound(bytes, filename)
  const Extractor = await load(filename)
  const { Buffer } = globalThis as unknown as { Buffer: { from(b: ArrayBufferLike, at: number, n: number): unknown } }
  let extracted: Extracted
  try {
    extracted = await new Extractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (cause) {
    throw new UnreadableNoticeError('broken', 'this DOC file cannot be read', filename, { cause })
  }
  const asIs = { filterUnicode: false }
  let text = tidy(extracted.getBody(asIs))
  const boxes = tidy(extracted.getTextboxes({ ...asIs, includeHeadersAndFooters: false }))
  // Where a box stands is not known: the box of a notice is its masthead.
  if (boxes.trim() !== '') text = `${boxes.trimEnd()}\n${text}`
  if (text.trim() === '') text = tidy(extracted.getHeaders(asIs))
  diagnostics.push({
    ruleId: 'read/doc-numbers',
    reason: 'automatic numbers of a DOC file are not in its text: they were not read',
    span: null,
    severity: 'info',
  })
  return {
    source: makeSource(text, 'doc', filename),
    raw: { text, from: null, to: null },
    marks: [],
    wrapped: false,
  }
}

async function load(filename: string | undefined): Promise<WordExtractor> {
  try {
    // @ts-expect-error -- the package has no types
    const loaded = (await import('word-extractor')) as { default?: WordExtractor }
    return loaded.default ?? (loaded as unknown as WordExtractor)
  } catch (cause) {
    const reason = 'reading DOC needs word-extractor: npm i word-extractor'
    throw new UnreadableNoticeError('missing-peer', reason, filename, { cause })
  }
}

/** Rows end with a tab; a cell of several paragraphs is torn over lines. A tab in any other line is a gap. */
function tidy(body: string): string {
  const lines = body.replace(/[\x00-\x08\x0e-\x1f]/g, '').split('\n')
  const out: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (!line.includes('\t')) {
      out.push(line)
      continue
    }
    const run = rowsInOne(line)
    if (run) {
      out.push(...run)
      continue
    }
    const end = rowEnd(lines, i)
    if (end < 0) {
      out.push(line.replaceAll('\t', ' '.repeat(8)))
      continue
    }
    const row = lines
      .slice(i, end + 1)
      .join(' ')
      .slice(0, -1)
    // A row of one cell is a frame around text.
    out.push(
      row
        .split('\t')
        .map((cell) => cell.trim())
        .join('\t'),
    )
    i = end
  }
  return out.join('\n')
}

/**
 * The rows of a wide table: word-extractor does not see where they end, because Word keeps the properties of such rows
 * elsewhere, and gives them as one line. Each end is an empty cell then, at the same distance.
 */
function rowsInOne(line: string): string[] | null {
  const cells = line.split('\t').map((cell) => cell.trim())
  const behind = cells.pop()!
  for (let n = Math.max(2, cells.indexOf('')); n < 64 && (n + 1) * 2 <= cells.length; n++) {
    if (cells.length % (n + 1) !== 0) continue
    const rows = Array.from({ length: cells.length / (n + 1) }, (_, i) => cells.slice(i * (n + 1), (i + 1) * (n + 1)))
    if (rows.every((row) => row[n] === '')) return [...rows.map((row) => row.slice(0, n).join('\t')), behind]
  }
  return null
}

/** Index of the line that closes the row of line `i`, or -1. */
function rowEnd(lines: readonly string[], i: number): number {
  for (let k = i; k < lines.length && k - i < MAX_ROW; k++) if (lines[k]!.endsWith('\t')) return k
  return -1
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const HEADER = 512
const ENTRY = 128

/** Refuses files whose sectors or directory entries run in circles or out of the file. */
function checkCompound(bytes: Uint8Array, filename: string | undefined): void {
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
  const sectorAt = (id: number) => (id >= 0 && (id + 2) * size <= bytes.length ? (id + 1) * size : broken())
  const table = readTable(view, count, extra, size, sectorAt)
  if (hasCircle(table)) broken()
  const shortTable = chainOf(table, view.getInt32(60, true)).flatMap((id) => words(view, sectorAt(id), size / 4))
  if (hasCircle(shortTable)) broken()
  checkDirectory(view, chainOf(table, view.getInt32(48, true)).map(sectorAt), size, filename)
}

function words(view: DataView, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => view.getInt32(at + i * 4, true))
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
    const at = sectorAt(next)
    ids.push(...words(view, at, Math.min(size / 4 - 1, count - ids.length)))
    next = view.getInt32(at + size - 4, true)
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

function checkDirectory(view: DataView, places: readonly number[], size: number, filename: string | undefined): void {
  const per = size / ENTRY
  const total = places.length * per
  const place = (id: number) => places[Math.floor(id / per)]! + (id % per) * ENTRY
  const names = new Set<string>()
  const seen = new Set<number>()
  const open = [0]
  while (open.length) {
    const id = open.pop()!
    if (id < 0 || id >= total || seen.has(id) || seen.size > 10_000)
      throw new UnreadableNoticeError('broken', 'the directory of this OLE file is broken', filename)
    seen.add(id)
    const at = place(id)
    const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2)
    names.add(new TextDecoder('utf-16le').decode(new Uint8Array(view.buffer, view.byteOffset + at, length)))
    for (const field of [68, 72, 76]) {
      const next = view.getInt32(at + field, true)
      // Streams have no children, whatever stands in the field.
      if (next !== -1 && (field !== 76 || view.getUint8(at + 66) !== 2)) open.push(next)
    }
  }
  if (names.has('EncryptedPackage'))
    throw new UnreadableNoticeError('unsupported', 'this document is protected by a password', filename)
  if (!names.has('WordDocument'))
    throw new UnreadableNoticeError('unsupported', 'this OLE file is no Word document', filename)
}
