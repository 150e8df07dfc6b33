/**
 * The XML of office packages as a small tree. Nothing is fetched and no entity is defined: a document type definition
 * is refused. Names carry the usual prefix (`w:p`) whatever prefix the file declares.
 */
import { UnreadableNoticeError } from './errors.js'

export interface XmlNode {
  name: string
  /** The tag's attributes as they stand; read by `attr`. */
  attrs: string
  children: (XmlNode | string)[]
}

const MAX_DEPTH = 400
/** A long annex has some hundred thousand nodes. */
const MAX_NODES = 3_000_000

/** Namespaces of WordprocessingML (transitional, strict) and of its markup compatibility. */
const PREFIXES: [RegExp, string][] = [
  [
    /^https?:\/\/(?:schemas\.openxmlformats|purl\.oclc)\.org\/(?:wordprocessingml\/2006|ooxml\/wordprocessingml)\/main$/,
    'w:',
  ],
  [/^http:\/\/schemas\.openxmlformats\.org\/markup-compatibility\/2006$/, 'mc:'],
]

interface Reader {
  xml: string
  filename: string | undefined
  prefixes: Map<string, string>
  nodes: number
}

/** Root of a part. Throws `UnreadableNoticeError`. */
export function parseXml(bytes: Uint8Array, filename: string | undefined): XmlNode {
  const xml = decodeXml(bytes)
  const reader: Reader = { xml, filename, prefixes: new Map(), nodes: 0 }
  const root: XmlNode = { name: '', attrs: '', children: [] }
  const open: XmlNode[] = [root]
  for (let at = 0; at < xml.length; ) {
    const top = open[open.length - 1]!
    if (xml.charCodeAt(at) !== 0x3c) {
      const stop = xml.indexOf('<', at)
      const end = stop < 0 ? xml.length : stop
      top.children.push(xml.slice(at, end))
      at = end
      continue
    }
    const next = xml.charCodeAt(at + 1)
    if (next === 0x21) at = skipDeclaration(reader, at, top)
    else if (next === 0x3f) at = behind(reader, '?>', at)
    else if (next === 0x2f) {
      const end = behind(reader, '>', at)
      const name = canonical(reader, xml.slice(at + 2, end - 1).trim())
      if (open.length < 2 || open.pop()!.name !== name) fail(reader, 'broken', 'its XML is not well-formed')
      at = end
    } else at = openTag(reader, at, open)
  }
  if (open.length > 1) fail(reader, 'broken', 'its XML is cut off')
  const first = root.children.find((c) => typeof c !== 'string')
  return first === undefined ? fail(reader, 'broken', 'its XML is empty') : (first as XmlNode)
}

function decodeXml(bytes: Uint8Array): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(wide).decode(bytes)
}

function fail(reader: Reader, code: 'broken' | 'too-large', reason: string): never {
  throw new UnreadableNoticeError(code, reason, reader.filename)
}

function behind(reader: Reader, closer: string, at: number): number {
  const stop = reader.xml.indexOf(closer, at)
  return stop < 0 ? fail(reader, 'broken', 'its XML is cut off') : stop + closer.length
}

function skipDeclaration(reader: Reader, at: number, top: XmlNode): number {
  const { xml } = reader
  if (xml.startsWith('<!--', at)) return behind(reader, '-->', at + 4)
  if (!xml.startsWith('<![CDATA[', at)) return fail(reader, 'broken', 'its XML defines a document type')
  const end = behind(reader, ']]>', at)
  // Text is unescaped later on: what stands in CDATA is escaped once more.
  top.children.push(xml.slice(at + 9, end - 3).replaceAll('&', '&amp;'))
  return end
}

function openTag(reader: Reader, at: number, open: XmlNode[]): number {
  const { xml } = reader
  const end = tagEnd(reader, at)
  const closed = xml.charCodeAt(end - 1) === 0x2f
  let nameEnd = at + 1
  while (nameEnd < end && !isBlank(xml.charCodeAt(nameEnd)) && xml.charCodeAt(nameEnd) !== 0x2f) nameEnd++
  const attrs = xml.slice(nameEnd, closed ? end - 1 : end)
  if (attrs.includes('xmlns')) declare(reader, attrs)
  const node: XmlNode = { name: canonical(reader, xml.slice(at + 1, nameEnd)), attrs, children: [] }
  if (++reader.nodes > MAX_NODES) fail(reader, 'too-large', `its XML has more than ${MAX_NODES} elements`)
  open[open.length - 1]!.children.push(node)
  if (!closed) {
    open.push(node)
    if (open.length > MAX_DEPTH) fail(reader, 'too-large', `its XML is nested more than ${MAX_DEPTH} deep`)
  }
  return end + 1
}

/** Offset of the `>` that ends a tag: one in quotes does not. */
function tagEnd(reader: Reader, at: number): number {
  const { xml } = reader
  for (let i = at; i < xml.length; i++) {
    const unit = xml.charCodeAt(i)
    if (unit === 0x3e) return i
    if (unit === 0x22 || unit === 0x27) {
      i = xml.indexOf(xml[i]!, i + 1)
      if (i < 0) break
    }
  }
  return fail(reader, 'broken', 'its XML is cut off')
}

const isBlank = (unit: number) => unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09

function declare(reader: Reader, attrs: string): void {
  for (const [name, value] of attributes(attrs)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    const known = PREFIXES.find(([uri]) => uri.test(value))?.[1]
    const prefix = name === 'xmlns' ? '' : `${name.slice(6)}:`
    if (known !== undefined && known !== prefix) reader.prefixes.set(prefix, known)
  }
}

function canonical(reader: Reader, name: string): string {
  if (reader.prefixes.size === 0) return name
  const colon = name.indexOf(':') + 1
  const prefix = reader.prefixes.get(name.slice(0, colon))
  return prefix === undefined ? name : prefix + name.slice(colon)
}

function* attributes(attrs: string): Generator<[string, string]> {
  for (let at = 0; at < attrs.length; ) {
    const equals = attrs.indexOf('=', at)
    if (equals < 0) return
    let open = equals + 1
    while (isBlank(attrs.charCodeAt(open))) open++
    const close = attrs.indexOf(attrs[open] ?? '"', open + 1)
    if (close < 0) return
    yield [attrs.slice(at, equals).trim(), attrs.slice(open + 1, close)]
    at = close + 1
  }
}

/** An attribute by its local name, unescaped. */
export function attr(node: XmlNode | undefined, local: string): string | undefined {
  if (!node?.attrs.includes(local)) return undefined
  for (const [name, value] of attributes(node.attrs))
    if (name === local || (name.endsWith(`:${local}`) && !name.startsWith('xmlns'))) return unescapeXml(value)
  return undefined
}

export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((c): c is XmlNode => typeof c !== 'string' && c.name === name)
}

export function* childrenOf(node: XmlNode | undefined): Generator<XmlNode> {
  for (const c of node?.children ?? []) if (typeof c !== 'string') yield c
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The five entities of XML and references by number; any other stays as it is written. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (whole, decimal, hex, named) => {
    if (named) return NAMED[named]!
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
