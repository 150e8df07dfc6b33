/** Changes of files: bits and numbers of any file, the parts of a package, the objects of a PDF. */
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { mutateMarkup } from './mutate-markup.js'
import type { Dice } from './random.js'
import { KEYS, NUMBERS } from './words.js'

const join = (...parts: Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

const EDGES = [
  0, 1, 2, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
]

type ByteChange = (bytes: Uint8Array, d: Dice, other: Uint8Array) => Uint8Array

/** A place that holds something: in containers most bytes are zero. */
function place(bytes: Uint8Array, d: Dice): number {
  let at = d.below(bytes.length)
  for (let n = 0; n < 8 && bytes[at] === 0; n++) at = d.below(bytes.length)
  return at
}

const BYTE_CHANGES: ByteChange[] = [
  (bytes, d) => {
    bytes[place(bytes, d)]! ^= 1 << d.below(8)
    return bytes
  },
  (bytes, d) => {
    bytes[place(bytes, d)] = d.below(256)
    return bytes
  },
  (bytes, d) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const value = d.pick(EDGES)
    // Fields of containers are aligned.
    if (d.once(2) && bytes.length >= 4)
      view.setUint32(Math.min(place(bytes, d) & ~3, bytes.length - 4), value, !d.once(4))
    else if (bytes.length >= 2)
      view.setUint16(Math.min(place(bytes, d) & ~1, bytes.length - 2), value & 0xffff, !d.once(4))
    return bytes
  },
  (bytes, d) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (bytes.length < 4) return bytes
    const at = Math.min(place(bytes, d) & ~3, bytes.length - 4)
    view.setUint32(at, (view.getUint32(at, true) + d.below(17) - 8) >>> 0, true)
    return bytes
  },
  (bytes, d) => bytes.slice(0, d.below(bytes.length)),
  (bytes, d) => {
    const at = d.below(bytes.length)
    return join(bytes.subarray(0, at), bytes.subarray(at + 1 + d.below(600)))
  },
  (bytes, d) => {
    const at = d.below(bytes.length)
    const chunk = bytes.subarray(at, at + 1 + d.below(2000))
    return join(bytes.subarray(0, at), chunk, bytes.subarray(at))
  },
  (bytes, d) => {
    const from = d.below(bytes.length)
    bytes.copyWithin(d.below(bytes.length), from, from + d.below(2000))
    return bytes
  },
  (bytes, d, other) => {
    const from = d.below(other.length)
    const chunk = other.subarray(from, from + d.below(2000))
    const at = d.below(bytes.length)
    bytes.set(chunk.subarray(0, bytes.length - at), at)
    return bytes
  },
  (bytes, d) => {
    const at = d.below(bytes.length)
    bytes.fill(d.pick([0, 0xff, 0x20, 0x41]), at, at + d.below(1000))
    return bytes
  },
]

/** Any file: it knows nothing of the format. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, d: Dice): Uint8Array {
  let out: Uint8Array = bytes.slice()
  for (let n = d.few(); n > 0 && out.length > 0; n--) out = d.pick(BYTE_CHANGES)(out, d, other)
  return out
}

const utf8 = new TextDecoder('utf-8')
const encoder = new TextEncoder()

/** Parts grow no further: what is packed well would otherwise grow with every change, and fill the memory of the fuzzer. */
const PART = 1_000_000

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    // Without a prototype: a part may be called constructor.
    return Object.assign(Object.create(null), unzipSync(bytes, { filter: ({ originalSize }) => originalSize <= PART }))
  } catch {
    // Spoilt as a package by an earlier change: its bytes are changed instead.
    return null
  }
}

/** DOCX and OFD: the parts are changed and packed again, rarely the package itself. */
export function mutatePackage(bytes: Uint8Array, other: Uint8Array, d: Dice): Uint8Array {
  const parts = d.once(8) ? null : unzipped(bytes)
  if (!parts || !Object.keys(parts).length) return mutateBytes(bytes, other, d)
  const read = unzipped(other)
  // A package can be empty.
  const theirs = read && Object.keys(read).length ? read : parts
  for (let n = 1 + d.below(3); n > 0; n--) {
    const names = Object.keys(parts)
    if (!names.length) break
    // The parts that are read are few among those that are packed.
    const known = names.filter((name) =>
      /document\.xml$|styles|numbering|footnotes|OFD\.xml|Content\.xml|Document\.xml|Res\.xml/i.test(name),
    )
    const name = known.length && !d.once(5) ? d.pick(known) : d.pick(names)
    const change = d.below(12)
    if (change === 0) delete parts[name]
    else if (change === 1)
      parts[d.pick([...names, ...KEYS, `${name}/`, `./${name}`, name.toUpperCase()])] = parts[name]!
    else if (change === 2) parts[name] = theirs[name] ?? d.pick(Object.values(theirs))
    else if (change === 3) parts[name] = mutateBytes(parts[name]!, d.pick(Object.values(theirs)), d)
    else if (/\.(?:xml|rels)$/i.test(name)) {
      const spoilt = mutateMarkup(utf8.decode(parts[name]), utf8.decode(theirs[name] ?? parts[name]), d, PART)
      parts[name] = encoder.encode(spoilt)
    } else parts[name] = mutateBytes(parts[name]!, d.pick(Object.values(theirs)), d)
    if ((parts[name]?.length ?? 0) > PART) parts[name] = parts[name]!.subarray(0, PART)
  }
  const named = Object.entries(parts).filter(([name]) => name && name !== '__proto__')
  const packed = zipSync(Object.fromEntries(named) as Zippable, { level: 1 })
  return d.once(12) ? mutateBytes(packed, other, d) : packed
}

const OPERATORS =
  ' Tj TJ Tm Td TD T* Tf Tc Tw Tz TL Ts Tr BT ET q Q cm Do BI ID EI re l m c S f W n BMC BDC EMC gs sh rg \' "'.split(
    ' ',
  )

/** PDF: numbers, names and operators of what is not packed, else bytes. */
export function mutatePdf(bytes: Uint8Array, other: Uint8Array, d: Dice): Uint8Array {
  if (d.once(3) || !bytes.length) return mutateBytes(bytes, other, d)
  let text = Buffer.from(bytes).toString('latin1')
  for (let n = d.few(); n > 0; n--) {
    const at = d.below(text.length)
    const head = text.slice(0, at)
    const tail = text.slice(at)
    const change = d.below(6)
    if (change === 0)
      text = head + tail.replace(/-?\d+(?:\.\d+)?/, () => d.pick(NUMBERS.filter((x) => /^[\d.e-]+$/.test(x))))
    else if (change === 1) {
      const names = [...new Set(text.match(/\/[A-Za-z][A-Za-z0-9]{0,20}/g) ?? ['/Page'])]
      text = head + tail.replace(/\/[A-Za-z][A-Za-z0-9]{0,20}/, () => d.pick(names))
    } else if (change === 2) {
      const objects = text.match(/\d+ 0 obj[\s\S]{0,2000}?endobj/g) ?? ['']
      text = head + d.pick(objects) + tail
    } else if (change === 3) text = head + tail.replace(/\b(?:Tj|TJ|Tm|Td|Tf|cm|re|BT|ET)\b/, () => d.pick(OPERATORS))
    else if (change === 4) text = head + tail.replace(/\d+ 0 R/, () => `${d.below(20)} 0 R`)
    else
      text = head + tail.replace(/<<|>>|\[|\]|\(|\)|<|>/, () => d.pick(['<<', '>>', '[', ']', '(', ')', '', '<', '>']))
  }
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
