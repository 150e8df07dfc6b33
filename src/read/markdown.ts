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
import type { Diagnostic } from '../types.js'
import { withoutBars } from './bars.js'
import { type Entry, frontMatter } from './front-matter.js'
import { type FileLink, fileLink, isFileLink } from './links.js'
import { pieces, tooDeep, tooManyMarkers } from './markdown-depth.js'
import { type MarkKind, type Plain, plainLines } from './markdown-plain.js'
import { Builder, type Mark, makeSource, markAt, type ReadResult } from './source-text.js'
import { struckOut, withoutStruck } from './struck.js'

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
interface State {
  source: string
  out: Builder
  marks: Mark[]
  /** Paragraphs that need no parser, still to be put between the parsed blocks. */
  plain: Plain[]
  nextPlain: number
  links: FileLink[]
}

/** The line that a table of Markdown has below its head; rows without one are left over from a page. */
const TABLE_RULE = /^[ \t>]{0,8}\|?[ \t]{0,40}:?-{1,80}:?[ \t]{0,40}\|/m

export function readMarkdown(
  original: string,
  filename?: string,
  encoding?: string,
  diagnostics: Diagnostic[] = [],
): ReadResult | null {
  if (original.length > MAX_LENGTH || tooManyMarkers(original) || tooDeep(original)) return null
  const front = frontMatter(original)
  const body = front ? ' '.repeat(front.end) + original.slice(front.end) : original
  const { text, struck } = withoutStruck(TABLE_RULE.test(body) ? body : withoutBars(body))
  for (const span of struck) diagnostics.push(struckOut(span))
  const state: State = {
    source: text,
    out: new Builder(text.length + 16),
    marks: [],
    plain: [],
    nextPlain: 0,
    links: [],
  }
  for (const entry of front?.entries ?? []) stateEntry(state, original, entry)
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
    source: makeSource(original, 'markdown', filename, encoding),
    raw: state.out.build(),
    marks: withoutPreface(state.marks, body, front?.end ?? 0),
    wrapped: 'paragraphs',
    links: state.links.sort((a, b) => a.start - b.start),
  }
}

/** Quotations above the first heading of a text, with nothing else before it: what an archive says of the paper. */
const PREFACE = /^[\s\ufeff]{0,2000}(?:>[^\n]{0,2000}\n\s{0,20}){1,20}(?=#{1,6} )/

const QUOTE_LINE = /^>[> \t]{0,20}(?=[^\s>])/gm

/** The same marks, but that each line of such a preface is no part of the notice. */
function withoutPreface(marks: Mark[], text: string, from: number): Mark[] {
  const preface = text.includes('>') ? PREFACE.exec(text.slice(from))?.[0] : undefined
  if (preface === undefined) return marks
  const lines = [...preface.matchAll(QUOTE_LINE)].map((m) => markAt(from + m.index + m[0].length, 'chrome'))
  const isOutside = ({ at }: Mark) => at < from || at >= from + preface.length
  return [...lines, ...marks.filter(isOutside)].sort((x, y) => x.at - y.at)
}

/** A line of the front matter as a row of a page's own table: 文号:…. */
function stateEntry({ out, marks }: State, original: string, { label, at, start, end }: Entry): void {
  newline(out, at)
  marks.push(markAt(at, 'metadata'))
  out.pushText(`${label}:`, at, at)
  out.pushSlice(original, start, end)
  out.push(0x0a, end, end)
  out.push(0x0a, end, end)
}

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
