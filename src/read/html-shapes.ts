/** What each node of a page inherits from above and holds below: hidden, bold, in a link, how much text, which block. */
import { page as data } from '../../grammars/lexicon/page.js'
import type { Page, PageNode } from './html-tree.js'
import { isFileLink } from './links.js'
import { MAX_STRUCK } from './struck.js'

/** Flags of a node. */
export const SKIP = 1
export const LINK = 2
export const FILE = 4
export const STRONG = 8
export const PRE = 16

const HIDDEN_STYLE = 1
const BOLD_STYLE = 2
const PRE_STYLE = 4
const BLOCK_STYLE = 8
const ABSOLUTE_STYLE = 16
const STRUCK_STYLE = 32
const STYLES: readonly (readonly [number, RegExp])[] = [
  [HIDDEN_STYLE, /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-indent\s*:\s*-\d{4}/i],
  [STRUCK_STYLE, /text-decoration(?:-line)?\s*:[^;]{0,60}line-through/i],
  [BOLD_STYLE, /font-weight\s*:\s*(?:bold|[6-9]00)/i],
  [PRE_STYLE, /white-space\s*:\s*pre/i],
  [BLOCK_STYLE, /display\s*:\s*block/i],
  [ABSOLUTE_STYLE, /position\s*:\s*absolute/i],
]
const ROOTS: ReadonlySet<string> = new Set(data.roots)

/** Whether an element bears one of the names that publishing systems give to the text itself. */
export function isNamed(node: PageNode, names: ReadonlySet<string>): boolean {
  const { attributes } = node
  if (!attributes?.id && !attributes?.class) return false
  if (names.has((attributes.id?.value ?? '').trim().toLowerCase())) return true
  const list = attributes.class?.value.slice(0, 300).toLowerCase() ?? ''
  return list !== '' && list.split(/\s+/).some((name) => names.has(name))
}

export interface Shapes {
  flags: Uint8Array
  /** Innermost block around a node (itself, if it is one). */
  block: Uint32Array
  heading: Uint8Array
  /** The link to a file around a node, or 0. */
  file: Uint32Array
  /** Visible characters, line-making elements, tables and links to pages below a node. */
  size: Uint32Array
  blocks: Uint32Array
  tables: Uint32Array
  links: Uint32Array
  /** By block: line ends of the source between characters, and how many of them end a sentence. */
  wraps: Uint32Array
  ended: Uint32Array
  /** No page, only a text with its markup, as a store keeps it. */
  fragment: boolean
  /** Text nodes whose line ends are their author's: text of a store, set into one element as it was. */
  printed: Set<number>
  /** Elements whose text is struck out. */
  struck: number[]
}

/** What each node inherits from above and holds below: one pass down, one up. */
export function shapesOf(page: Page): Shapes {
  const { nodes, source } = page
  const n = nodes.length
  const shapes: Shapes = {
    flags: new Uint8Array(n),
    block: new Uint32Array(n),
    heading: new Uint8Array(n),
    file: new Uint32Array(n),
    size: new Uint32Array(n),
    blocks: new Uint32Array(n),
    tables: new Uint32Array(n),
    links: new Uint32Array(n),
    wraps: new Uint32Array(n),
    ended: new Uint32Array(n),
    fragment: true,
    printed: new Set(),
    struck: [],
  }
  const { flags, block, heading, file, size, blocks, tables, links } = shapes
  const count = wrapCounter(source, shapes)
  const styleOf = styles()
  for (let i = 1; i < n; i++) {
    const node = nodes[i]!
    const { parent, name, tag } = node
    const above = flags[parent]!
    flags[i] = above
    heading[i] = heading[parent]!
    block[i] = block[parent]!
    file[i] = file[parent]!
    if (name === '') {
      if (!(above & SKIP)) size[i] = count(node, block[i]!, i)
      continue
    }
    if (name === 'html' || name === 'head' || name === 'body') shapes.fragment = false
    const style = styleOf(node)
    let own = flagsOf(page, i, style)
    if ((tag.struck || style & STRUCK_STYLE) && !((above | own) & SKIP) && isShort(page, i)) {
      own = SKIP
      shapes.struck.push(i)
    }
    flags[i] = above | own
    if (own & FILE) file[i] = i
    if (tag.inline ? style & BLOCK_STYLE : name !== 'br') {
      block[i] = i
      blocks[i] = 1
    } else if (name === 'br') blocks[i] = 1
    if (tag.role === 'table') tables[i] = 1
    if (own & LINK && (flags[i]! & (LINK | FILE)) === LINK) links[i] = 1
    if (tag.heading) heading[i] = tag.heading
  }
  for (let i = n - 1; i > 0; i--) {
    const { parent } = nodes[i]!
    size[parent]! += size[i]!
    blocks[parent]! += blocks[i]!
    tables[parent]! += tables[i]!
    links[parent]! += links[i]!
  }
  return shapes
}

/** What the `style` of an element says, as bits; a page repeats the same few, so each is read once. */
function styles(): (node: PageNode) => number {
  const known = new Map<string, number>()
  return ({ attributes }) => {
    const text = attributes?.style?.value
    if (!text) return 0
    let bits = known.get(text)
    if (bits === undefined) {
      bits = 0
      for (const [bit, pattern] of STYLES) if (pattern.test(text)) bits |= bit
      known.set(text, bits)
    }
    return bits
  }
}

function flagsOf(page: Page, i: number, style: number): number {
  const node = page.nodes[i]!
  const { name, tag, attributes } = node
  if (tag.skipped) return SKIP
  let flags = tag.bold ? STRONG : 0
  if (name === 'pre') flags |= PRE
  if (!attributes) return flags
  const { href } = attributes
  if (name === 'a' && href)
    flags |=
      LINK | (isFileLink(href.value, innerText(page.nodes, page.source, i + 1, Math.min(node.last, i + 9))) ? FILE : 0)
  // WeChat hides its text until a script runs.
  if (attributes.hidden && !isNamed(node, ROOTS)) return SKIP
  if (style) {
    if (style & HIDDEN_STYLE && !isNamed(node, ROOTS)) return SKIP
    if (style & BOLD_STYLE) flags |= STRONG
    if (style & PRE_STYLE) flags |= PRE
    if (style & ABSOLUTE_STYLE && tag.inline && isOverlay(page, i)) return SKIP
  }
  return flags
}

/** Whether an element that strikes out its text holds no more than a correction does; one that was never closed holds the page. */
function isShort({ nodes, source }: Page, i: number): boolean {
  const { end, last } = nodes[i]!
  if (nodes[last - 1]!.end - end > MAX_STRUCK * 10) return false
  const { length } = innerText(nodes, source, i + 1, last)
  return length > 0 && length <= MAX_STRUCK
}

/** Whether an element is laid over the next one with the same text, to make it bold. */
function isOverlay(page: Page, i: number): boolean {
  const { nodes, source } = page
  const node = nodes[i]!
  if (node.last - i > 8 || node.last >= nodes.length) return false
  const next = nodes[node.last]!
  if (next.parent !== node.parent) return false
  const own = innerText(nodes, source, i + 1, node.last)
  return (
    own !== '' &&
    own ===
      (next.name === ''
        ? source.slice(next.start, next.end)
        : innerText(nodes, source, node.last + 1, Math.min(next.last, node.last + 9))
      ).trim()
  )
}

function innerText(nodes: PageNode[], source: string, from: number, to: number): string {
  let out = ''
  for (let i = from; i < to; i++) {
    const { name, start, end } = nodes[i]!
    if (name === '') out += source.slice(start, end)
  }
  return out.trim()
}

export const isSpace = (unit: number) => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
const FULL_STOP = new Set([...'。；;！？｡ꎮꎻ'].map((c) => c.charCodeAt(0)))
/** No editor wraps at fewer characters. */
const SHORT_LINE = 24
/** Fewer line ends are a matter of layout. */
const FEW_LINES = 4

/** Counts visible characters of text nodes, and on the way the line ends of each block's own text. */
function wrapCounter(
  source: string,
  { wraps, ended, printed }: Shapes,
): (node: PageNode, block: number, index: number) => number {
  let block = -1
  let last = 0
  let newline = false
  return (node, of, index) => {
    if (of !== block) {
      block = of
      last = 0
      newline = false
    }
    let n = 0
    /** Characters before the present line of the node, its line ends, and how many of them are no wraps. */
    let before = 0
    let breaks = 0
    let meant = 0
    for (let i = node.start; i < node.end; i++) {
      const unit = source.charCodeAt(i)
      if (unit === 0x0a) {
        newline = true
        if (n > before) {
          breaks++
          if (n - before < SHORT_LINE || FULL_STOP.has(last)) meant++
          before = n
        }
      }
      if (isSpace(unit)) continue
      n++
      if (newline && last) {
        wraps[of]!++
        if (FULL_STOP.has(last)) ended[of]!++
      }
      last = unit
      newline = false
    }
    if (breaks >= FEW_LINES && meant >= breaks * 0.7) printed.add(index)
    return n
  }
}

/** Whether a block's line ends are its author's: most of them stand behind full stops. */
export const isAuthored = ({ wraps, ended }: Shapes, block: number) =>
  wraps[block]! > 1 && ended[block]! >= wraps[block]! * 0.4
