/**
 * A page as a flat tree: nodes in document order, each with the index behind its last descendant. Every step is constant
 * in the depth of nesting, and every character reference keeps its place.
 */
import { type Tag, tagAt, tagOf } from './html-tags.js'
import { tokenize } from './html-tokens.js'

export interface PageNode {
  /** Lower-case name of an element; empty for text. */
  name: string
  /** What the name says; of text, that it stays within a line. */
  tag: Tag
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

type Attributes = Partial<Record<string, Attribute>>

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

const TEXT = tagOf('')
const ROOT = tagOf('#root')
const BREAK = tagOf('br')
const PARAGRAPH = tagOf('p')

export function parsePage(input: string): Page {
  const source = blankServerCode(input)
  const nodes: PageNode[] = [{ name: ROOT.name, tag: ROOT, start: 0, end: 0, parent: -1, last: 0, attributes: null }]
  const entities: Page['entities'] = []
  const frames: Frame[] = [
    { node: 0, name: ROOT.name, table: -1, row: -1, cell: -1, list: -1, item: -1, paragraph: -1, block: 0 },
  ]
  /** Places on the stack by name. */
  const open = new Map<string, number[]>()
  const current = { tag: ROOT, start: 0, attributes: null as Attributes | null }
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

  const push = ({ name, role, inline }: Tag, node: number) => {
    const place = frames.length
    // Written out: a spread copies key by key, once for each element.
    let { table, row, cell, list, item, paragraph, block } = top()
    if (role === 'paragraph') paragraph = place
    else if (!inline) {
      block = place
      if (role === 'table') table = list = place
      else if (role === 'row') row = place
      else if (role === 'cell') cell = list = place
      else if (role === 'list') list = place
      else if (role === 'item') item = place
    }
    frames.push({ node, name, table, row, cell, list, item, paragraph, block })
    const places = open.get(name)
    if (places) places.push(place)
    else open.set(name, [place])
  }

  /** Ends what the start of an element ends without saying so. */
  const closeImplied = ({ name, role, inline, head: inHead }: Tag) => {
    const { table, row, cell, list, item, paragraph, block } = top()
    const head = placeOf('head')
    if (head > 0 && !inHead) popTo(head)
    else if (inline) {
      const place = name === 'a' ? placeOf('a') : -1
      if (place > block && place > paragraph) popTo(place)
    } else if (role === 'row' || role === 'section') {
      const first = row > table ? row : cell > table ? cell : -1
      if (first > 0) popTo(first)
    } else if (role === 'cell') {
      if (cell > table) popTo(cell)
    } else if (role === 'item') {
      if (item > list) popTo(item)
      else if (paragraph > block) popTo(paragraph)
    } else if (paragraph > block && name !== 'br' && !inHead) popTo(paragraph)
  }

  const startElement = (tag: Tag, start: number, end: number, attributes: Attributes | null, leaf: boolean) => {
    if (tag.transparent) {
      if (tag.name === 'body' && placeOf('head') > 0) popTo(placeOf('head'))
      return
    }
    closeImplied(tag)
    const index = nodes.length
    nodes.push({ name: tag.name, tag, start, end, parent: top().node, last: index + 1, attributes })
    if (!leaf) push(tag, index)
  }

  const endElement = (tag: Tag, start: number, end: number) => {
    if (tag.transparent) return
    if (tag === BREAK) return startElement(BREAK, start, end, null, true)
    const { role } = tag
    const place = placeOf(tag.name)
    const { table, cell, list, paragraph, block } = top()
    let bar = Math.max(table, cell)
    if (tag.phrasing) bar = Math.max(block, paragraph)
    else if (role === 'table') bar = -1
    else if (role === 'row' || role === 'cell' || role === 'section') bar = table
    else if (role === 'item') bar = list
    if (place > bar) popTo(place)
    // A stray </p> is an empty paragraph: it ends the line.
    else if (tag === PARAGRAPH) startElement(PARAGRAPH, start, end, null, true)
  }

  const addText = (start: number, end: number) => {
    const last = nodes[nodes.length - 1]!
    const parent = top().node
    if (last.name === '' && last.parent === parent && last.end === start) last.end = end
    else nodes.push({ name: '', tag: TEXT, start, end, parent, last: nodes.length + 1, attributes: null })
  }

  tokenize(source, {
    text: addText,
    reference(start, end, codes) {
      for (const code of codes) entities.push({ start, end, code })
      addText(start, end)
    },
    openTag(start, end) {
      current.tag = tagAt(source, start, end)
      current.start = start - 1
      current.attributes = null
    },
    attribute(start, end) {
      const name = keptName(source, start, end)
      if (name === null) return false
      attribute.name = name
      attribute.value = ''
      attribute.start = attribute.end = end
      return true
    },
    value(start, end) {
      const piece = source.slice(start, Math.min(end, start + 2000))
      if (attribute.value === '') {
        attribute.start = start
        attribute.value = piece
      } else attribute.value += piece
      attribute.end = end
    },
    valueReference(codes) {
      attribute.value += String.fromCodePoint(...codes)
    },
    attributeEnd() {
      const { name, value, start, end } = attribute
      current.attributes ??= {}
      current.attributes[name] ??= { value, start, end }
    },
    openTagEnd(end, selfClosing) {
      const { tag, start, attributes } = current
      // Only names with a prefix (o:p, jsp:include) mean the slash; browsers ignore it otherwise.
      startElement(tag, start, end, attributes, tag.empty || (selfClosing && tag.prefixed))
    },
    closeTag(start, end) {
      endElement(tagAt(source, start, end), start - 2, end + 1)
    },
  })
  popTo(1)
  nodes[0]!.last = nodes.length
  return { input, source, nodes, entities }
}

/** Names of kept attributes by their length and first letter: most others are told from these without a look at the rest. */
const candidates: (readonly string[])[] = []
const LONGEST_NAME = Math.max(...[...KEPT].map((name) => name.length))
const sketch = (length: number, first: number) => (length << 5) | (first & 0x1f)
for (let key = sketch(LONGEST_NAME, 0x1f); key >= 0; key--)
  candidates[key] = [...KEPT].filter((name) => sketch(name.length, name.charCodeAt(0)) === key)

/** The attribute's name, if its value is kept. */
function keptName(source: string, start: number, end: number): string | null {
  if (end - start > LONGEST_NAME) return null
  const list = candidates[sketch(end - start, source.charCodeAt(start))]!
  if (list.length === 0) return null
  for (const name of list) if (source.startsWith(name, start)) return name
  const lower = source.slice(start, end).toLowerCase()
  return list.includes(lower) ? lower : null
}

/** `<% … %>` and `<?php … ?>` hold any character, angle brackets too, so they are blanked before the page is read. */
function blankServerCode(source: string): string {
  let out = source
  // Its ends are looked for, because a page is full of the angle brackets that begin it.
  if (source.includes('%>')) out = blanked(out, '<%', '%>')
  if (source.includes('?>')) out = blanked(blanked(out, '<?php', '?>'), '<?=', '?>')
  return out
}

function blanked(text: string, from: string, to: string): string {
  let out = ''
  let done = 0
  for (let start = text.indexOf(from); start >= 0; start = text.indexOf(from, done)) {
    const end = text.indexOf(to, start)
    if (end < 0) break
    out += text.slice(done, start) + '\f'.repeat(end + to.length - start)
    done = end + to.length
  }
  return done ? out + text.slice(done) : text
}
