/** Carriers that are no text, told by their first bytes. Each reader is loaded on use: the core stays light. */
import type { Diagnostic } from '../types.js'
import type { ReadResult } from './source-text.js'

type Kind = 'pdf' | 'ofd' | 'docx' | 'doc' | 'rtf'

/** How far into a file the PDF mark may stand (ISO 32000-1, 7.5.2, implementation note). */
const PDF_REACH = 1024
/** How much of either end of a package is searched for the names of its parts. */
const PACKAGE_REACH = 65_536

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

/** Whether a package names a part: names stand in front of each entry and again at the end. */
const holds = (bytes: Uint8Array, name: string) =>
  ascii(bytes.subarray(0, PACKAGE_REACH)).includes(name) || ascii(bytes.subarray(-PACKAGE_REACH)).includes(name)

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
      return (await import('./rtf.js')).readRtf(bytes, filename)
    default:
      return null
  }
}
