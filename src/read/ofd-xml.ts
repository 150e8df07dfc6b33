/** XML of an OFD package, bounded: no document types, no entities but XML's own five, no deep nesting. */
import { XMLParser } from 'fast-xml-parser'

export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  /** The element's own characters, in order, untrimmed. */
  text: string
}

/** The reason why a part cannot be used; the reader names the part. */
export class XmlProblem extends Error {}

/** Greatest size of one part and greatest depth of its elements: sheets in use stay far below both. */
const MAX_PART = 16 * 1024 * 1024
const MAX_DEPTH = 96

type Node = Record<string, unknown>

/** The root element of a part. Throws `XmlProblem`. */
export function parseXml(bytes: Uint8Array): XmlElement {
  if (bytes.length > MAX_PART) throw new XmlProblem('is too large')
  const text = decodePart(bytes)
  if (!/^\s*</.test(text.slice(0, 1000))) throw new XmlProblem('is no XML')
  if (/<!DOCTYPE/i.test(text)) throw new XmlProblem('declares a document type, which OFD does not allow')
  const root = parseNodes(text)
  // The parser forgives a file cut off in the middle; half a page must not pass for a whole one.
  if (!endsWith(text, root.name)) throw new XmlProblem('is cut off')
  return root
}

/** Whether the text ends with the end of its root element, but for comments and white space. */
function endsWith(text: string, root: string): boolean {
  let end = text.trimEnd()
  for (let i = 0; i < 8 && end.endsWith('-->'); i++) end = end.slice(0, end.lastIndexOf('<!--')).trimEnd()
  if (end.endsWith('/>')) return true
  const tag = end.slice(end.lastIndexOf('</') + 2, -1).trimEnd()
  return end.endsWith('>') && tag.slice(tag.indexOf(':') + 1) === root
}

function parseNodes(text: string): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    removeNSPrefix: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    cdataPropName: '#cdata',
    maxNestedTags: MAX_DEPTH,
    jPath: false,
  })
  let nodes: unknown
  try {
    nodes = parser.parse(text)
  } catch (cause) {
    throw new XmlProblem(/nested/.test(String(cause)) ? 'is nested too deeply' : 'is broken XML', { cause })
  }
  const root = Array.isArray(nodes) ? nodes.map((n) => toElement(n as Node)).find((e) => e !== null) : undefined
  if (!root) throw new XmlProblem('holds no element')
  return root
}

/** The parser's node as an element; `null` for text. Depth is bounded by the parser. */
function toElement(node: Node): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== ':@')
  if (name === undefined || name.startsWith('#')) return null
  const element: XmlElement = { name, attributes: readAttributes(node[':@']), children: [], text: '' }
  const content = node[name]
  if (!Array.isArray(content)) return element
  for (const child of content as Node[]) {
    if ('#text' in child) element.text += decodeEntities(String(child['#text']))
    else if ('#cdata' in child) element.text += cdata(child['#cdata'])
    else {
      const inner = toElement(child)
      if (inner) element.children.push(inner)
    }
  }
  return element
}

function readAttributes(raw: unknown): Record<string, string> {
  const out: Record<string, string> = Object.create(null)
  if (raw && typeof raw === 'object')
    for (const [key, value] of Object.entries(raw)) out[key] = decodeEntities(String(value))
  return out
}

function cdata(content: unknown): string {
  const first = Array.isArray(content) ? (content[0] as Node | undefined) : undefined
  return first === undefined ? '' : String(first['#text'] ?? '')
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** XML's own references; any other stays as it is printed. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (all, decimal, hex, named) => {
    if (named) return NAMED[String(named).toLowerCase()] ?? all
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : all
  })
}

/** UTF-8 unless the byte-order mark or the declaration says otherwise. */
function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const label = /^[^<]{0,3}<\?xml[^>]{0,120}encoding\s?=\s?["']([\w-]{1,20})["']/.exec(head)?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label).decode(bytes)
  } catch {
    return new TextDecoder('utf-8').decode(bytes)
  }
}

export const childrenNamed = (element: XmlElement, name: string): XmlElement[] =>
  element.children.filter((child) => child.name === name)

export const childNamed = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

/** Numbers of an attribute or a text (`ST_Array`), at most `most`. */
export function numbers(text: string | undefined, most = 16): number[] {
  return (text ?? '')
    .trim()
    .split(/[\s,]+/, most)
    .filter(Boolean)
    .map(Number)
}
