/**
 * A page as a flat tree: nodes in document order, each with the index behind its last descendant. Every step is constant
 * in the depth of nesting, and every character reference keeps its place.
 */
import { tokenize } from './html-tokens.js'

export interface PageNode {
  /** Lower-case name of an element; empty for text. */
  name: string
  /** Whether the element stays within a line; true of text. */
  inline: boolean
  /** Source range of the text, or of the start tag. */
  start: number
  end: number
  parent: number
  /** Index behind the last descendant. */
  last: number
  attributes: Attributes | null
}

export interface Attribute {
  value: string
  start: number
  end: number
}

export type Attributes = Partial<Record<string, Attribute>>

export interface Page {
  input: string
  /** The input with server-side code blanked, a form feed for each character. */
  source: string
  nodes: PageNode[]
  /** Character references outside of tags, in order: source range and code point. */
  entities: { start: number; end: number; code: number }[]
}

const KEPT = new Set([
  'id',
  'class',
  'style',
  'href',
  'hidden',
  'type',
  'name',
  'property',
  'content',
  'start',
  'value',
  'align',
  'colspan',
  'rowspan',
])
const VOID = new Set([
  'area',
  'base',
  'basefont',
  'br',
  'col',
  'embed',
  'frame',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const HEAD = new Set(['title', 'meta', 'link', 'script', 'style', 'base', 'noscript', 'template'])
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  'rt',
  'rp',
  'ruby',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
])
const LISTS = new Set(['ul', 'ol', 'dl', 'menu', 'dir'])
const ITEMS = new Set(['li', 'dt', 'dd'])
const CELLS = new Set(['td', 'th'])
const SECTIONS = new Set(['tbody', 'thead', 'tfoot', 'caption', 'colgroup'])
/** Tags that pages misnest so often that they frame nothing. */
const TRANSPARENT = new Set(['form', 'html', 'body'])

/** Whether an element of this name stays within a line. */
const isInline = (name: string): boolean =>
  INLINE.has(name) || name.includes(':') || name === 'img' || name === 'input' || name === 'wbr'

/** An open element, with the places on the stack of what surrounds it. */
interface Frame {
  node: number
  name: string
  table: number
  row: number
  cell: number
  /** Nearest list, or what bars the way to one. */
  list: number
  item: number
  paragraph: number
  /** Nearest block that is no paragraph. */
  block: number
}

export function parsePage(input: string): Page {
  const source = blankServerCode(input)
  const nodes: PageNode[] = [{ name: '#root', inline: false, start: 0, end: 0, parent: -1, last: 0, attributes: null }]
  const entities: Page['entities'] = []
  const frames: Frame[] = [
    { node: 0, name: '#root', table: -1, row: -1, cell: -1, list: -1, item: -1, paragraph: -1, block: 0 },
  ]
  /** Places on the stack by name. */
  const open = new Map<string, number[]>()
  const tag = { name: '', start: 0, attributes: null as Attributes | null }
  /** The attribute that is being read. */
  const attribute = { name: '', value: '', start: -1, end: -1 }

  const top = () => frames[frames.length - 1]!
  const placeOf = (name: string) => {
    const places = open.get(name)
    return places?.length ? places[places.length - 1]! : -1
  }

  const popTo = (place: number) => {
    while (frames.length > place && frames.length > 1) {
      const frame = frames.pop()!
      nodes[frame.node]!.last = nodes.length
      open.get(frame.name)!.pop()
    }
  }

  const push = (name: string, node: number, inline: boolean) => {
    const place = frames.length
    // Written out: a spread copies key by key, once for each element.
    let { table, row, cell, list, item, paragraph, block } = top()
    if (name === 'p') paragraph = place
    else if (!inline) {
      block = place
      if (name === 'table') table = list = place
      else if (name === 'tr') row = place
      else if (CELLS.has(name)) cell = list = place
      else if (LISTS.has(name)) list = place
      else if (ITEMS.has(name)) item = place
    }
    frames.push({ node, name, table, row, cell, list, item, paragraph, block })
    const places = open.get(name)
    if (places) places.push(place)
    else open.set(name, [place])
  }

  /** Ends what the start of `name` ends without saying so. */
  const closeImplied = (name: string, inline: boolean) => {
    const { table, row, cell, list, item, paragraph, block } = top()
    const head = placeOf('head')
    if (head > 0 && !HEAD.has(name)) popTo(head)
    else if (inline) {
      const place = name === 'a' ? placeOf('a') : -1
      if (place > block && place > paragraph) popTo(place)
    } else if (name === 'tr' || SECTIONS.has(name)) {
      const first = row > table ? row : cell > table ? cell : -1
      if (first > 0) popTo(first)
    } else if (CELLS.has(name)) {
      if (cell > table) popTo(cell)
    } else if (ITEMS.has(name)) {
      if (item > list) popTo(item)
      else if (paragraph > block) popTo(paragraph)
    } else if (paragraph > block && name !== 'br' && !HEAD.has(name)) popTo(paragraph)
  }

  const startElement = (name: string, start: number, end: number, attributes: Attributes | null, leaf: boolean) => {
    if (TRANSPARENT.has(name)) {
      if (name === 'body' && placeOf('head') > 0) popTo(placeOf('head'))
      return
    }
    const inline = isInline(name)
    closeImplied(name, inline)
    const index = nodes.length
    nodes.push({ name, inline, start, end, parent: top().node, last: index + 1, attributes })
    if (!leaf) push(name, index, inline)
  }

  const endElement = (name: string, start: number, end: number) => {
    if (TRANSPARENT.has(name)) return
    if (name === 'br') return startElement('br', start, end, null, true)
    const place = placeOf(name)
    const { table, cell, list, paragraph, block } = top()
    let bar = Math.max(table, cell)
    if (INLINE.has(name)) bar = Math.max(block, paragraph)
    else if (name === 'table') bar = -1
    else if (name === 'tr' || CELLS.has(name) || SECTIONS.has(name)) bar = table
    else if (ITEMS.has(name)) bar = list
    if (place > bar) popTo(place)
    // A stray </p> is an empty paragraph: it ends the line.
    else if (name === 'p') startElement('p', start, end, null, true)
  }

  const addText = (start: number, end: number) => {
    const last = nodes[nodes.length - 1]!
    const parent = top().node
    if (last.name === '' && last.parent === parent && last.end === start) last.end = end
    else nodes.push({ name: '', inline: true, start, end, parent, last: nodes.length + 1, attributes: null })
  }

  const endTag = (end: number, selfClosing: boolean) => {
    // Only names with a prefix (o:p, jsp:include) mean the slash; browsers ignore it otherwise.
    startElement(
      tag.name,
      tag.start,
      end,
      tag.attributes,
      VOID.has(tag.name) || (selfClosing && tag.name.includes(':')),
    )
  }

  tokenize(source, {
    text: addText,
    reference(start, end, codes) {
      for (const code of codes) entities.push({ start, end, code })
      addText(start, end)
    },
    openTag(start, end) {
      tag.name = source.slice(start, Math.min(end, start + 40)).toLowerCase()
      tag.start = start - 1
      tag.attributes = null
    },
    attribute(start, end) {
      const name = end - start < 10 ? source.slice(start, end).toLowerCase() : ''
      if (!KEPT.has(name)) return false
      attribute.name = name
      attribute.value = ''
      attribute.start = attribute.end = end
      return true
    },
    value(start, end) {
      if (attribute.value === '') attribute.start = start
      attribute.value += source.slice(start, Math.min(end, start + 2000))
      attribute.end = end
    },
    valueReference(codes) {
      attribute.value += String.fromCodePoint(...codes)
    },
    attributeEnd() {
      const { name, value, start, end } = attribute
      tag.attributes ??= {}
      tag.attributes[name] ??= { value, start, end }
    },
    openTagEnd: endTag,
    closeTag(start, end) {
      endElement(source.slice(start, Math.min(end, start + 40)).toLowerCase(), start - 2, end + 1)
    },
  })
  popTo(1)
  nodes[0]!.last = nodes.length
  return { input, source, nodes, entities }
}

/** `<% … %>` and `<?php … ?>` hold any character, angle brackets too, so they are blanked before the page is read. */
function blankServerCode(source: string): string {
  let out = ''
  let done = 0
  for (const [from, to] of [
    ['<%', '%>'],
    ['<?php', '?>'],
    ['<?=', '?>'],
  ] as const) {
    const text = out || source
    let result = ''
    done = 0
    for (let start = text.indexOf(from); start >= 0; start = text.indexOf(from, done)) {
      const end = text.indexOf(to, start)
      if (end < 0) break
      result += text.slice(done, start) + '\f'.repeat(end + to.length - start)
      done = end + to.length
    }
    if (done) out = result + text.slice(done)
  }
  return out || source
}
