/**
 * Markdown, as archives and converters write it. The one importer of remark-parse. Indented code and setext headings
 * are off (Chinese paragraphs are indented; rules of dashes stand under text); tables are on. Text is always sliced
 * from the source by offset, because node values are decoded and lose their places.
 */

import type { Nodes, Parents, Root } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { type FileLink, fileLink, isFileLink } from './links.js'
import { Builder, type Mark, makeSource, markAt, type ReadResult } from './source-text.js'

/** Beyond this depth of nesting, or this size, Markdown is read as plain lines: its cost is not linear there. */
const MAX_MARKERS = 1000
/** Lists and quotes within each other: each line costs any parser their number, and each level a call. */
const MAX_DEPTH = 50
/** Depth that costs little, and how much all lines together may go beyond it. */
const USUAL_DEPTH = 4
const MAX_BEYOND = 600
const MAX_LENGTH = 2_000_000

let plain: Processor<Root> | undefined
let tables: Processor<Root> | undefined

const DISABLED = { disable: { null: ['codeIndented', 'setextUnderline'] } }

/** The table extension looks at every line: it is used only where a line can be a row. */
function parser(withTables: boolean): Processor<Root> {
  if (!withTables) {
    plain ??= unified().use(remarkParse).data('micromarkExtensions', [DISABLED]) as unknown as Processor<Root>
    return plain
  }
  tables ??= unified()
    .use(remarkParse)
    .data('micromarkExtensions', [DISABLED, gfmTable()])
    .data('fromMarkdownExtensions', [gfmTableFromMarkdown()]) as unknown as Processor<Root>
  return tables
}

/** Blocks that reach over blank lines or refer to each other: then the whole is parsed at once. */
const LONG_BLOCKS =
  /^ {0,3}(?:```|~~~|\[[^\]\n]{1,200}\]:|<(?:pre|script|style|textarea)\b)|<!--(?:(?!-->)[^\n]){0,400}$/m

/** A mark whose place is yet to be known. */
type MarkKind = Pick<Mark, 'kind'> & { depth?: number }

/** A line put out without a parser: the parts of the source it is made of. A cell goes on the line of the one before it. */
interface Plain {
  parts: [number, number][]
  mark: MarkKind | null
  links: FileLink[]
  cell?: boolean
}

interface State {
  source: string
  out: Builder
  marks: Mark[]
  /** Paragraphs that need no parser, still to be put between the parsed blocks. */
  plain: Plain[]
  nextPlain: number
  links: FileLink[]
}

export function readMarkdown(text: string, filename?: string, encoding?: string): ReadResult | null {
  if (text.length > MAX_LENGTH || tooManyMarkers(text) || tooDeep(text)) return null
  const state: State = {
    source: text,
    out: new Builder(text.length + 16),
    marks: [],
    plain: [],
    nextPlain: 0,
    links: [],
  }
  // The parser leaves out a byte-order mark and counts its offsets without it.
  let parsed = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text
  if (!LONG_BLOCKS.test(text)) {
    // A paragraph without a mark is what it is: the parser sees blanks in its place, which cost it little and keep offsets.
    let masked = ''
    let at = 0
    for (const [from, to] of pieces(text)) {
      const lines = plainLines(text, from, to)
      if (!lines) continue
      for (const line of lines) state.plain.push(line)
      masked += parsed.slice(at, from) + ' '.repeat(to - from)
      at = to
    }
    parsed = masked + parsed.slice(at)
  }
  if (parsed.trim() !== '') blocks(state, parser(parsed.includes('|')).parse(parsed), null)
  flushPlain(state, text.length + 1)
  return {
    source: makeSource(text, 'markdown', filename, encoding),
    raw: state.out.build(),
    marks: state.marks,
    wrapped: 'paragraphs',
    links: state.links.sort((a, b) => a.start - b.start),
  }
}

/**
 * Lines that need no parser: a paragraph, heading, bullet list or table whose only marks are bold text and links. They are
 * most of what notices hold, and bold that closes behind a full stop is bold here, which CommonMark does not see
 * (`**（一）要求。**各单位`). Null when the parser must look.
 */
function plainLines(text: string, from: number, to: number): Plain[] | null {
  const piece = text.slice(from, to)
  const heading = HEADING.exec(piece)
  if (heading) {
    const line = inlineParts(text, from + heading[0].length, to)
    return line && !piece.includes('\n') ? [{ ...line, mark: { kind: 'heading', depth: heading[1]!.length } }] : null
  }
  if (LIST.test(piece)) return linesOf(piece, from, (a, b) => itemLine(text, a, b))
  if (TABLE.test(piece)) {
    const rows = linesOf(piece, from, (a, b) => tableRow(text, a, b))
    rows?.splice(
      rows.findIndex((r) => r.parts[0]![0] >= from + piece.indexOf('\n')),
      columnsOf(piece),
    )
    return rows
  }
  if (SILENT.test(piece)) return []
  if (BLOCK.test(piece)) return null
  const line = inlineParts(text, from, to)
  return line ? [line] : null
}

const HEADING = /^(#{1,6})[ \t]+/
/** Lines that begin a block of another kind. */
const BLOCK = /^[ \t]{0,3}(?:#{1,6}[ \t]|>|[-+][ \t]|\||-{3,}[ \t]*$|={3,}[ \t]*$)/m
/** A rule between parts, or a comment on one line: nothing of the notice. */
const SILENT = /^(?: {0,3}-{3,}[ \t]*|<!--(?:(?!-->)[^\n]){0,400}-->[ \t]*)\n?$/
const LIST = /^-[ \t]+[^\s>#+-][^\n]*(?:\n-[ \t]+[^\s>#+-][^\n]*)*\n?$/
const TABLE = /^\|[^\n]*\|[ \t]*\n\|[ :|-]+\|[ \t]*(?:\n\|[^\n]*\|[ \t]*)+\n?$/
/**
 * Text (a lone `!`, `&` or `~` is text), bold text (group 1), a link with its text and target (2, 3), or a bare address
 * in angle brackets (4). Groups by number: an object of names for every match is dear.
 */
const INLINE =
  /(?:[^*_[\]<`!|\\&]|!(?!\[)|&(?![#\w]))+|\*\*([^\s*_[\]<>`|\\&](?:[^*_[\]<>`|\\&\n]*[^\s*_[\]<>`|\\&])?)\*\*|\[([^*_[\]<>`|\\&\n]*)\]\(([^()\s<>\\]*)\)|<(https?:\/\/[^\s<>]*)>/y

const REFERENCE = /&#?\w{1,40};/

function inlineParts(text: string, from: number, to: number): Plain | null {
  const parts: [number, number][] = []
  const files: FileLink[] = []
  let links = 0
  let linked = 0
  let strong = 0
  let plain = 0
  // Of the piece alone: a run of text would else be followed to the end of the source, for each piece again.
  const piece = text.slice(from, to)
  for (INLINE.lastIndex = 0; INLINE.lastIndex < piece.length; ) {
    const m = INLINE.exec(piece)
    if (!m) return null
    const [whole, bold, link, href = '', address] = m
    const words = bold ?? link ?? address ?? whole
    // Behind ** or the one bracket.
    const start = from + m.index + (bold !== undefined ? 2 : words === whole ? 0 : 1)
    const end = start + words.length
    if (bold !== undefined) strong++
    else if (link !== undefined || address !== undefined) {
      links++
      linked += whole.length
      // What a reference in an address means is for the parser to say.
      if (href.includes('&') && REFERENCE.test(href)) return null
      const label = text.slice(start, end)
      if (label.trim() !== '' && isFileLink(href, label)) files.push(fileLink(href, label, start, end))
    } else if (text.slice(start, end).trim() !== '') plain++
    if (end > start) parts.push([start, end])
  }
  if (!parts.length) return null
  const mark: Plain['mark'] =
    strong > 0 && plain + links === 0
      ? { kind: 'strong' }
      : links - files.length > 1 && linked > (to - from) * 0.7
        ? { kind: 'chrome' }
        : null
  return { parts, mark, links: files }
}

/** Runs a reader over each line; null as soon as one of them needs the parser. */
function linesOf(piece: string, from: number, read: (from: number, to: number) => Plain[] | null): Plain[] | null {
  const out: Plain[] = []
  let at = from
  for (const line of piece.split('\n')) {
    const end = at + line.trimEnd().length
    const lines = end > at ? read(at, end) : []
    if (!lines) return null
    for (const one of lines) out.push(one)
    at += line.length + 1
  }
  return out
}

function itemLine(text: string, from: number, to: number): Plain[] | null {
  const start = from + text.slice(from, to).search(/[^-\s]/)
  const line = inlineParts(text, start, to)
  return line ? [{ ...line, mark: { kind: 'item' } }] : null
}

/** Cells of a row; an empty one keeps its place. */
function tableRow(text: string, from: number, to: number): Plain[] | null {
  const out: Plain[] = []
  let start = from + 1
  for (let i = start; i < to; i++) {
    if (text[i] !== '|') continue
    const cell = text.slice(start, i)
    const lead = cell.length - cell.trimStart().length
    const line =
      cell.trim() === ''
        ? { parts: [[start, start]] as [number, number][], links: [] }
        : inlineParts(text, start + lead, start + lead + cell.trim().length)
    if (!line) return null
    out.push({ parts: line.parts, mark: null, links: line.links, cell: out.length > 0 })
    start = i + 1
  }
  return out
}

/** How many cells the rule below a table's head has. */
const columnsOf = (piece: string) => (piece.split('\n')[1] ?? '').split('|').length - 2

/** Puts out the plain lines that stand before an offset. */
function flushPlain(state: State, before: number): void {
  const { source, out, plain, marks } = state
  /** The row begins with an empty cell: its line has no end yet to be taken back. */
  let bare = false
  for (let next = plain[state.nextPlain]; next && next.parts[0]![0] < before; next = plain[state.nextPlain]) {
    state.nextPlain++
    const from = next.parts[0]![0]
    const to = next.parts.at(-1)![1]
    if (next.cell) {
      // A cell takes back the line end behind the one before it.
      while (!bare && out.last() === 0x0a) out.pop()
      out.push(0x09, from, from)
    } else newline(out, from)
    bare = from === to && next.mark === null && (bare || !next.cell)
    if (bare) continue
    if (next.mark) marks.push(markAt(from, next.mark.kind, next.mark.depth))
    for (const link of next.links) state.links.push(link)
    for (const [a, b] of next.parts) out.pushSlice(source, a, b)
    out.push(0x0a, to, to)
    if (next.mark?.kind !== 'item' && !next.cell) out.push(0x0a, to, to)
  }
}

/** Ranges between blank lines. */
function pieces(text: string): [number, number][] {
  const out: [number, number][] = []
  let from = 0
  for (const m of text.matchAll(/\n[ \t\r]*\n/g)) {
    if (m.index > from) out.push([from, m.index])
    from = m.index + m[0].length
  }
  if (from < text.length) out.push([from, text.length])
  return out
}

const CONTAINER = /[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t\n]|$)/y

/** Whether lists and quotes stand within each other deeper, or oftener deep, than anyone writes them. */
function tooDeep(text: string): boolean {
  /** Columns at which the open lists began. */
  const open: number[] = []
  let beyond = 0
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf('\n', at) + 1 || -1) {
    let first = at
    while (text.charCodeAt(first) === 0x20 || text.charCodeAt(first) === 0x09) first++
    const c = text.charCodeAt(first)
    if (c === 0x0a || c === 0x0d) continue
    while (open.length && open[open.length - 1]! > first - at) open.pop()
    // Most lines begin with no such mark.
    if (c > 0x3f) continue
    let marks = 0
    CONTAINER.lastIndex = first
    while (marks <= MAX_DEPTH && CONTAINER.test(text)) marks++
    if (marks && open[open.length - 1] !== first - at) open.push(first - at)
    const depth = open.length + marks
    beyond += Math.max(0, depth - USUAL_DEPTH)
    if (depth > MAX_DEPTH || beyond > MAX_BEYOND) return true
  }
  return false
}

/** Long runs of brackets and quote signs make any CommonMark parser quadratic. */
function tooManyMarkers(text: string): boolean {
  let run = 0
  /** Marks of emphasis and links since the last blank line: their resolution is quadratic in them. */
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x0a && text.charCodeAt(i + 1) === 0x0a) open = 0
    const marker =
      c === 0x5b ||
      c === 0x5d ||
      c === 0x2a ||
      c === 0x5f ||
      c === 0x3e ||
      c === 0x60 ||
      c === 0x3c ||
      c === 0x21 ||
      c === 0x28 ||
      c === 0x5c
    if (!marker) {
      if (c !== 0x20) run = 0
    } else if (++run > MAX_MARKERS || ++open > MAX_MARKERS) return true
  }
  return false
}

const start = (node: Nodes) => node.position!.start.offset!
const end = (node: Nodes) => node.position!.end.offset!

function newline(out: Builder, at: number): void {
  if (out.length && out.last() !== 0x0a) out.push(0x0a, at, at)
}

function blocks(state: State, node: Parents, inherited: MarkKind | null): void {
  const { source, out } = state
  for (const child of node.children as Nodes[]) {
    flushPlain(state, start(child))
    switch (child.type) {
      case 'heading':
        line(state, child, { kind: 'heading', depth: child.depth })
        break
      case 'paragraph':
        line(state, child, inherited)
        break
      case 'blockquote':
        blocks(state, child, { kind: 'quote' })
        break
      case 'list':
        for (const item of child.children) {
          flushPlain(state, start(item))
          newline(out, start(item))
          const first = item.children[0]
          const marker = source.slice(start(item), first ? start(first) : end(item))
          if (child.ordered) out.pushSlice(source, start(item), start(item) + marker.trimEnd().length)
          blocks(state, item, child.ordered ? inherited : { kind: 'item' })
        }
        break
      case 'table':
        for (const row of child.children) {
          newline(out, start(row))
          row.children.forEach((cell, k) => {
            if (k) out.push(0x09, start(cell), start(cell))
            inline(state, cell)
          })
          newline(out, end(row))
        }
        break
      case 'code':
        newline(out, start(child))
        out.pushSlice(source, start(child), end(child))
        newline(out, end(child))
        break
      case 'html':
        htmlText(source, start(child), end(child), out)
        break
      case 'definition':
      case 'thematicBreak':
        break
      default:
        if ('children' in child) blocks(state, child as Parents, inherited)
    }
  }
}

/** Text of an HTML block: tags and comments left out, <br> and blocks as line ends. */
function htmlText(source: string, from: number, to: number, out: Builder): void {
  newline(out, from)
  for (let i = from; i < to; ) {
    if (source[i] !== '<') {
      out.push(source.charCodeAt(i), i, i + 1)
      i++
      continue
    }
    const close = source.startsWith('<!--', i) ? source.indexOf('-->', i) + 2 : source.indexOf('>', i)
    if (close < i || close >= to) break
    newline(out, i)
    i = close + 1
  }
  newline(out, to)
}

/** One block of inline content on lines of its own. */
function line(state: State, node: Parents, mark: MarkKind | null): void {
  const { source, out, marks } = state
  // Behind a list marker the text goes on its line.
  const last = out.last()
  const behindMarker = last === 0x2e || last === 0x29
  if (
    !(
      behindMarker &&
      node.type === 'paragraph' &&
      source.slice(Math.max(0, start(node as Nodes) - 6), start(node as Nodes)).match(/\d[.)]\s*$/)
    )
  )
    newline(out, start(node as Nodes))
  const children = node.children as Nodes[]
  const from = start(node as Nodes)
  if (mark) marks.push(markAt(from, mark.kind, mark.depth))
  else if (
    children.length > 0 &&
    children.every((c) => c.type === 'strong' || (c.type === 'text' && c.value.trim() === '')) &&
    children.some((c) => c.type === 'strong')
  ) {
    marks.push(markAt(from, 'strong'))
  } else if (children.filter(leadsToPage).length >= 2 && linkShare(children) > 0.7) marks.push(markAt(from, 'chrome'))
  inline(state, node)
  newline(out, end(node as Nodes))
  // Blank lines between paragraphs are kept as a gap.
  out.push(0x0a, end(node as Nodes), end(node as Nodes))
}

const leadsToPage = (node: Nodes) => node.type === 'link' && !isFileLink(node.url, '')

/** Share of a paragraph's characters that stand in links. */
function linkShare(children: Nodes[]): number {
  let linked = 0
  let all = 0
  for (const child of children) {
    const length = end(child) - start(child)
    all += length
    if (child.type === 'link') linked += length
  }
  return all ? linked / all : 0
}

function inline(state: State, node: Parents): void {
  const { source, out } = state
  for (const child of node.children as Nodes[]) {
    switch (child.type) {
      case 'text':
        slice(child.value, source, start(child), end(child), out)
        break
      case 'inlineCode':
        out.pushSlice(source, start(child) + 1, end(child) - 1)
        break
      case 'break':
        out.push(0x0a, start(child), end(child))
        break
      case 'html':
      case 'image':
      case 'imageReference':
        break
      case 'link': {
        const from = out.length
        inline(state, child)
        const words = out.slice(from)
        const first = child.children[0]
        const last = child.children.at(-1)
        if (first && last && words.trim() !== '' && isFileLink(child.url, words))
          state.links.push(fileLink(child.url, words, start(first), end(last)))
        break
      }
      default:
        if ('children' in child) inline(state, child as Parents)
    }
  }
}

/** Copies a text node from its source, leaving out escapes; an entity is one range. */
function slice(value: string, source: string, from: number, to: number, out: Builder): void {
  if (to - from === value.length) {
    out.pushSlice(source, from, to)
    return
  }
  let i = from
  for (let k = 0; k < value.length && i < to; k++) {
    const unit = value.charCodeAt(k)
    if (source.charCodeAt(i) === unit && source[i] !== '&') {
      out.push(unit, i, i + 1)
      i++
    } else if (source[i] === '\\' && source.charCodeAt(i + 1) === unit) {
      out.push(unit, i, i + 2)
      i += 2
    } else if (source[i] === '&') {
      const stop = source.indexOf(';', i)
      const behind = stop >= 0 && stop < to && stop - i < 34 ? stop + 1 : i + 1
      out.push(unit, i, behind)
      i = behind
    } else {
      // Indentation that the parser took away.
      while (i < to && source.charCodeAt(i) !== unit) i++
      if (i < to) {
        out.push(unit, i, i + 1)
        i++
      }
    }
  }
}
