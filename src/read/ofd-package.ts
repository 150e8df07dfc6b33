/** The parts of an OFD package: names resolved inside the package, XML read once, work counted. */
import type { Diagnostic } from '../types.js'
import { UnreadableNoticeError } from './errors.js'
import { parseXml, type XmlElement, XmlProblem } from './ofd-xml.js'
import { unzipBounded } from './zip.js'

export interface OfdPackage {
  parts: Map<string, Uint8Array>
  /** Names in lower case: packages made on Windows mix cases. */
  lower: Map<string, string>
  filename: string | undefined
  diagnostics: Diagnostic[]
  /** Glyphs and objects that may still be read. */
  budget: number
}

/** More glyphs and objects than these are no notice: a package of some kilobytes could ask for billions. */
const BUDGET = 2_000_000

/** Opens the package. Only XML is inflated: images and fonts hold no text. */
export function openPackage(bytes: Uint8Array, filename: string | undefined, diagnostics: Diagnostic[]): OfdPackage {
  let encrypted = false
  const parts = unzipBounded(bytes, {
    maxEntries: 20_000,
    maxBytes: 64 * 1024 * 1024,
    maxRatio: 400,
    filename,
    filter: (name) => {
      // GM/T 0099-2020: an encrypted package lists its encrypted parts and carries the wrapped key.
      if (/(?:^|\/)(?:encryptions?\.xml|decryptseed\.dat)$/i.test(name)) encrypted = true
      return /\.xml$/i.test(name) && !/(?:^|\/)(?:signs?|annots?|attachs?|attachments)\//i.test(name)
    },
  })
  if (encrypted) throw new UnreadableNoticeError('unsupported', 'the OFD package is encrypted', filename)
  const lower = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]))
  return { parts, lower, filename, diagnostics, budget: BUDGET }
}

/** Counts work; throws when there is too much of it. */
export function spend(pack: OfdPackage, count: number): void {
  pack.budget -= count
  if (pack.budget < 0)
    throw new UnreadableNoticeError('too-large', `the OFD package draws more than ${BUDGET} objects`, pack.filename)
}

/** Name of the part that `reference` in the part `from` means; `/` begins at the package's root, `..` never leaves it. */
export function resolvePart(from: string, reference: string): string {
  const path = reference.trim().replaceAll('\\', '/')
  const base = path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '..') base.pop()
    else if (step !== '' && step !== '.') base.push(step)
  }
  return base.join('/')
}

/** The root element of a part. Throws `XmlProblem`, whose message names the part. */
export function readPart(pack: OfdPackage, name: string): XmlElement {
  const bytes = pack.parts.get(name) ?? pack.parts.get(pack.lower.get(name.toLowerCase()) ?? '')
  if (!bytes) throw new XmlProblem(`${name || 'a part without a name'} is missing`)
  spend(pack, tagCount(bytes))
  try {
    return parseXml(bytes)
  } catch (cause) {
    if (cause instanceof XmlProblem) throw new XmlProblem(`${name} ${cause.message}`, { cause })
    throw cause
  }
}

/** Elements cost far more than their bytes, so they are counted before they are parsed. */
function tagCount(bytes: Uint8Array): number {
  let count = 0
  // What is no end tag begins an element, whether it ends itself or not.
  for (let i = 0; i < bytes.length; i++) if (bytes[i] === 0x3c && bytes[i + 1] !== 0x2f) count++
  return count
}

/** As `readPart`; a part that cannot be read is reported and `null`. */
export function tryPart(pack: OfdPackage, name: string, severity: Diagnostic['severity']): XmlElement | null {
  try {
    return readPart(pack, name)
  } catch (cause) {
    if (!(cause instanceof XmlProblem)) throw cause
    // A package with thousands of broken parts says so a few times only.
    if (pack.diagnostics.filter((d) => d.ruleId === 'read/broken-part').length < 20)
      pack.diagnostics.push({ ruleId: 'read/broken-part', reason: cause.message, span: null, severity })
    return null
  }
}
