/** Masks in the bytes of a file, in the encoding that it has: every other byte stays as it is. */
import { UnreadableNoticeError } from '../read/errors.js'
import { type ReadOptions, readNotice } from '../read-notice.js'
import type { Notice } from '../types.js'
import type { RedactPolicy } from './policy.js'
import { checkCarrier, RedactError, redactNotice, refusal } from './redact.js'
import type { Edit, Redaction } from './types.js'

const BINARY: [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['DOCX and OFD', [0x50, 0x4b, 0x03, 0x04]],
  ['DOC', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

const CHUNK = 4096

/** The result for a file: its bytes, and the notice that was read from the ones given. */
export interface RedactedFile extends Redaction {
  bytes: Uint8Array
  notice: Notice
}

/**
 * Reads a notice from bytes of plain text, Markdown or HTML in any encoding and masks in them. Rejects with `RedactError` for
 * other carriers, with `UnreadableNoticeError` where the bytes cannot be read or not be written back, with `TypeError` on a
 * wrong argument.
 */
export async function redactBytes(
  bytes: Uint8Array,
  policy: RedactPolicy = {},
  options: ReadOptions = {},
): Promise<RedactedFile> {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('redactBytes: bytes must be a Uint8Array')
  // Known by their first bytes: they need not be read to be refused.
  for (const [name, mark] of BINARY)
    if (mark.every((byte, i) => bytes[i] === byte)) throw new RedactError(refusal(name))
  const notice = await readNotice(bytes, options)
  checkCarrier(notice.source.carrier)
  const redaction = redactNotice(notice, policy)
  const encoding = notice.source.encoding ?? 'utf-8'
  const out = editBytes(bytes, encoding, redaction.edits)
  if (new TextDecoder(encoding).decode(out) !== redaction.text)
    throw new UnreadableNoticeError('broken', `the masks cannot be written in ${encoding}`, options.filename)
  return { ...redaction, bytes: out, notice }
}

/** Replaces ranges of the decoded text in the bytes. The masks are ASCII. */
function editBytes(bytes: Uint8Array, encoding: string, edits: readonly Edit[]): Uint8Array {
  const wanted = edits.flatMap(({ start, end }) => [start, end])
  const places = bytePlaces(bytes, encoding, wanted)
  const parts: Uint8Array[] = []
  let done = 0
  edits.forEach(({ by }, i) => {
    parts.push(bytes.subarray(done, places[i * 2]!), ascii(by, encoding))
    done = places[i * 2 + 1]!
  })
  parts.push(bytes.subarray(done))
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

function ascii(text: string, encoding: string): Uint8Array {
  const codes = Uint8Array.from(text, (char) => char.charCodeAt(0))
  if (!encoding.startsWith('utf-16')) return codes
  return Uint8Array.from([...codes].flatMap((code) => (encoding === 'utf-16le' ? [code, 0] : [0, code])))
}

/**
 * Offsets in bytes of rising offsets in the decoded text, for every encoding that can be decoded as a stream: where no place
 * is looked for a chunk is decoded at once, elsewhere byte by byte.
 */
function bytePlaces(bytes: Uint8Array, encoding: string, wanted: readonly number[]): number[] {
  const ahead = new TextDecoder(encoding)
  const exact = new TextDecoder(encoding)
  const places: number[] = []
  const mark = markOf(bytes, encoding)
  let units = 0
  for (let from = 0; from < bytes.length && places.length < wanted.length; from += CHUNK) {
    const chunk = bytes.subarray(from, from + CHUNK)
    const more = ahead.decode(chunk, { stream: true }).length
    if (wanted[places.length]! > units + more) {
      exact.decode(chunk, { stream: true })
      units += more
      continue
    }
    for (let i = 0; i < chunk.length; i++) {
      while (wanted[places.length]! <= units) places.push(Math.max(from + i, mark))
      units += exact.decode(chunk.subarray(i, i + 1), { stream: true }).length
    }
  }
  while (places.length < wanted.length) places.push(bytes.length)
  return places
}

/** Length of a byte-order mark: no part of the text, and to be kept. */
function markOf(bytes: Uint8Array, encoding: string): number {
  if (encoding === 'utf-8') return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (!encoding.startsWith('utf-16')) return 0
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 2 : 0
}
