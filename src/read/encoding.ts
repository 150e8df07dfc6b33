/** From bytes to text: byte-order mark, declared label, strict UTF-8, else GB 18030 (of which GB 2312 and GBK are parts). */
import type { Diagnostic } from '../types.js'
import { UnreadableNoticeError } from './errors.js'

export interface Decoded {
  text: string
  encoding: string
}

/** Leading bytes of formats that are no text. */
const MAGIC: [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP (DOCX, OFD)', [0x50, 0x4b, 0x03, 0x04]],
  ['OLE (DOC, WPS)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['GZIP', [0x1f, 0x8b]],
]

export function decode(
  bytes: Uint8Array,
  filename: string | undefined,
  label: string | undefined,
  diagnostics: Diagnostic[],
): Decoded {
  for (const [name, magic] of MAGIC) {
    if (magic.every((b, i) => bytes[i] === b))
      throw new UnreadableNoticeError('unsupported', `this is ${name}, not text`, filename)
  }
  if (label !== undefined) {
    try {
      return { text: new TextDecoder(canonical(label)).decode(bytes), encoding: canonical(label) }
    } catch (cause) {
      throw new UnreadableNoticeError('unsupported', `unknown encoding ${label}`, filename, { cause })
    }
  }
  const mark = markOf(bytes)
  if (mark) return { text: new TextDecoder(mark).decode(bytes), encoding: mark }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    const text = new TextDecoder('gb18030').decode(bytes)
    const bad = count(text, '\ufffd')
    if (bad > 0) {
      diagnostics.push({
        ruleId: 'read/undecodable',
        reason: `${bad} byte sequences are neither UTF-8 nor GB 18030`,
        span: null,
        severity: 'warning',
      })
    }
    return { text, encoding: 'gb18030' }
  }
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** gb2312 and gbk pages hold characters that only GB 18030 has. */
const canonical = (label: string) =>
  /^(?:gb_?2312(?:-80)?|gbk|x-gbk|cp936|gb18030)$/i.test(label.trim()) ? 'gb18030' : label.trim().toLowerCase()

function count(text: string, c: string): number {
  let n = 0
  for (let i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) n++
  return n
}
