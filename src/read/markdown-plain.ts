/** Markdown that needs no parser: headings, paragraphs, lists and tables without any markup within their lines. */
import { type FileLink, fileLink, isFileLink } from './links.js'
import type { Mark } from './source-text.js'

export type MarkKind = Pick<Mark, 'kind'> & { depth?: number }

/** A line put out without a parser: the parts of the source it is made of. A cell goes on the line of the one before it. */
export interface Plain {
  parts: [number, number][]
  mark: MarkKind | null
  links: FileLink[]
  cell?: boolean
}

/**
 * Lines that need no parser: a paragraph, heading, bullet list or table whose only marks are bold text and links. They are
 * most of what notices hold, and bold that closes behind a full stop is bold here, which CommonMark does not see
 * (`**（一）要求。**各单位`). Null when the parser must look.
 */
export function plainLines(text: string, from: number, to: number): Plain[] | null {
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
