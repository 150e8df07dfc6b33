/** Carriers that are no text, told by their first bytes. Each reader is loaded on use: the core stays light. */
import type { Diagnostic } from '../types.js'
import type { ReadResult } from './source-text.js'

type Kind = 'pdf' | 'ofd' | 'docx' | 'doc' | 'rtf'

/** How far into a file the PDF mark may stand (ISO 32000-1, 7.5.2, implementation note). */
const PDF_REACH = 1024
/** How much of either end of a package is searched for the names of its parts, and how much of its own list of them. */
const PACKAGE_REACH = 65_536
const LIST_REACH = 4_194_304

/** What the bytes are, or null when they are text. */
function binaryKind(bytes: Uint8Array): Kind | null {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'doc'
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04))
    return holds(bytes, 'OFD.xml') ? 'ofd' : holds(bytes, 'word/') ? 'docx' : null
  const head = ascii(bytes.subarray(0, PDF_REACH))
  if (head.includes('%PDF-')) return 'pdf'
  return head.trimStart().startsWith('{\\rtf') ? 'rtf' : null
}

const begins = (bytes: Uint8Array, ...magic: number[]) => magic.every((b, i) => bytes[i] === b)

const ascii = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

/** Whether a package names a part: names stand in front of each entry and again in the list at the end. */
const holds = (bytes: Uint8Array, name: string) =>
  ascii(bytes.subarray(0, PACKAGE_REACH)).includes(name) ||
  ascii(bytes.subarray(-PACKAGE_REACH)).includes(name) ||
  ascii(partList(bytes)).includes(name)

/** A package's own list of its parts (APPNOTE 6.3.10, 4.3.12 and 4.3.16): long where a file has many pages. */
function partList(bytes: Uint8Array): Uint8Array {
  const end = bytes.subarray(-PACKAGE_REACH)
  const view = new DataView(end.buffer, end.byteOffset, end.byteLength)
  for (let i = end.length - 22; i >= 0; i--) {
    if (view.getUint32(i, true) !== 0x06054b50) continue
    const size = Math.min(view.getUint32(i + 12, true), LIST_REACH)
    const start = view.getUint32(i + 16, true)
    return bytes.subarray(start, start + size)
  }
  return bytes.subarray(0, 0)
}

/** Limits of a read, from the caller's options. */
export interface Limits {
  /** Greatest number of pages that are read of a PDF or OFD file; `read/truncated` says when there are more. */
  maxPages?: number
}

/** Reads a binary carrier; null when the bytes are text. Rejects with `UnreadableNoticeError`. */
export async function readBinary(
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
  limits: Limits = {},
): Promise<ReadResult | null> {
  switch (binaryKind(bytes)) {
    case 'pdf':
      return (await import('./pdf.js')).readPdf(bytes, filename, diagnostics, limits)
    case 'ofd':
      return (await import('./ofd.js')).readOfd(bytes, filename, diagnostics, limits)
    case 'docx':
      return (await import('./docx.js')).readDocx(bytes, filename, diagnostics)
    case 'doc':
      return (await import('./doc.js')).readDoc(bytes, filename, diagnostics)
    case 'rtf':
      return (await import('./rtf.js')).readRtf(bytes, filename, diagnostics)
    default:
      return null
  }
}
