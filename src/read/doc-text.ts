/**
 * Text of Word 97–2003 documents (MS-DOC): the pieces of text by the piece table, and of the properties of paragraphs and
 * runs those that say what is on the sheet: table rows and merged cells, deleted and hidden text.
 */

/** A paragraph, or the end of a table's row. */
export interface DocParagraph {
  text: string
  /** The mark that ends it is that of a cell. */
  cell: boolean
  /** It ends a row; its text is empty then. */
  row: DocRow | null
  inTable: boolean
}

/** What a row's end says of its cells. */
export interface DocRow {
  /** Edges of the cells, in twentieths of a point; empty where they are not known. */
  edges: number[]
  /** Cells that only continue the cell above, or the one to their left. */
  below: boolean[]
  beside: boolean[]
}

export interface DocStories {
  body: DocParagraph[]
  footnotes: DocParagraph[]
  headers: DocParagraph[]
  endnotes: DocParagraph[]
  boxes: DocParagraph[]
  /** Whether deleted text was left out. */
  changed: boolean
  /** Whether text is struck out, which is left out. */
  struck: boolean
}

/** What a file says that is not so. */
export class DocProblem extends Error {
  readonly code: 'broken' | 'unsupported'

  constructor(code: 'broken' | 'unsupported', message: string) {
    super(message)
    this.code = code
  }
}

const MAGIC = 0xa5ec
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
/** The oldest version whose header is laid out as here: Word 97. */
const WORD_97 = 0x00c1

/** Character positions of the text in the file. */
interface Piece {
  start: number
  end: number
  /** Offset of the first character in the stream. */
  at: number
  /** Bytes of a character. */
  width: 1 | 2
}

interface Run {
  from: number
  to: number
  properties: Uint8Array
}

/** Reads the stories of a document. `table` and `data` by the names of their streams. */
export function docStories(document: Uint8Array, streamOf: (name: string) => Uint8Array | null): DocStories {
  const view = viewOf(document)
  if (document.length < 0x200 || view.getUint16(0, true) !== MAGIC) {
    throw new DocProblem('unsupported', 'it is older than Word 97, or none of Word')
  }
  if (view.getUint16(2, true) < WORD_97) throw new DocProblem('unsupported', 'it is older than Word 97')
  const flags = view.getUint16(0x0a, true)
  if (flags & ENCRYPTED) throw new DocProblem('unsupported', 'it is protected by a password')
  const table = streamOf(flags & SECOND_TABLE ? '1Table' : '0Table')
  if (!table) throw new DocProblem('broken', 'its table stream is missing')
  const part = (field: number) => {
    const at = view.getUint32(field, true)
    return table.subarray(at, at + view.getUint32(field + 4, true))
  }
  const reader: Reader = {
    document,
    pieces: piecesOf(part(0x01a2), document.length),
    paragraphs: runsOf(document, part(0x0102), paragraphProperties),
    hidden: [],
    data: streamOf('Data'),
    lists: new Map(),
    changed: false,
    struck: false,
  }
  markHidden(reader, runsOf(document, part(0x00fa), characterProperties))
  const lengths = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64].map((field) => Math.max(0, view.getInt32(field, true)))
  let at = 0
  const [body, footnotes, headers, , endnotes, boxes] = lengths.map((length) => {
    const story = readStory(reader, at, at + length)
    at += length
    return story
  }) as [DocParagraph[], DocParagraph[], DocParagraph[], DocParagraph[], DocParagraph[], DocParagraph[]]
  return { body, footnotes, headers, endnotes, boxes, changed: reader.changed, struck: reader.struck }
}

interface Reader {
  document: Uint8Array
  pieces: Piece[]
  paragraphs: Run[]
  /** Ranges of the stream whose text is not on the sheet, in order. */
  hidden: { from: number; to: number }[]
  data: Uint8Array | null
  /** Long lists of modifiers by their place in the data stream: rows of a table share them. */
  lists: Map<number, Modifier[]>
  changed: boolean
  struck: boolean
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** The piece table (MS-DOC, 2.8.35): property modifiers first, which are skipped. */
function piecesOf(clx: Uint8Array, length: number): Piece[] {
  const view = viewOf(clx)
  let at = 0
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true)
  if (at + 5 > clx.length || clx[at] !== 2) throw new DocProblem('broken', 'its piece table is missing')
  const size = view.getUint32(at + 1, true)
  const from = at + 5
  const count = Math.floor((Math.min(size, clx.length - from) - 4) / 12)
  const pieces: Piece[] = []
  for (let i = 0; i < count; i++) {
    const start = view.getUint32(from + i * 4, true)
    const end = view.getUint32(from + (i + 1) * 4, true)
    const place = view.getUint32(from + (count + 1) * 4 + i * 8 + 2, true)
    const narrow = (place & 0x40000000) !== 0
    const at = place & 0x3fffffff
    if (end < start || start < (pieces.at(-1)?.end ?? 0)) throw new DocProblem('broken', 'its piece table is broken')
    pieces.push({ start, end, at: narrow ? at >>> 1 : at, width: narrow ? 1 : 2 })
  }
  // Each character is stored once: pieces that share theirs would make a small file a long text.
  const stored = pieces.reduce((sum, piece) => sum + (piece.end - piece.start) * piece.width, 0)
  if (stored > length) throw new DocProblem('broken', 'its text is longer than the file')
  return pieces
}

/** Pages of properties (MS-DOC, 2.9.33 and 2.9.175): 512 bytes each, runs by their places in the stream. */
function runsOf(
  document: Uint8Array,
  table: Uint8Array,
  propertiesOf: (page: Uint8Array, index: number, count: number) => Uint8Array,
): Run[] {
  const view = viewOf(table)
  const pages = Math.floor((table.length - 4) / 8)
  const out: Run[] = []
  for (let i = 0; i < pages; i++) {
    const at = view.getUint32((pages + 1) * 4 + i * 4, true) * 512
    const page = document.subarray(at, at + 512)
    if (page.length < 512) continue
    const places = viewOf(page)
    const count = Math.min(page[511]!, MAX_RUNS)
    for (let k = 0; k < count; k++) {
      const from = places.getUint32(k * 4, true)
      const to = places.getUint32((k + 1) * 4, true)
      if (to > from) out.push({ from, to, properties: propertiesOf(page, k, count) })
    }
  }
  return out.sort((a, b) => a.from - b.from)
}

/** As many runs as a page of character properties holds. */
const MAX_RUNS = 101

const NONE = new Uint8Array(0)

function paragraphProperties(page: Uint8Array, index: number, count: number): Uint8Array {
  const at = (page[(count + 1) * 4 + index * 13] ?? 0) * 2
  if (at === 0) return NONE
  const words = page[at]!
  // The style's number comes first.
  return words ? page.subarray(at + 3, at + words * 2) : page.subarray(at + 4, at + 2 + (page[at + 1] ?? 0) * 2)
}

function characterProperties(page: Uint8Array, index: number, count: number): Uint8Array {
  const at = (page[(count + 1) * 4 + index] ?? 0) * 2
  return at ? page.subarray(at + 1, at + 1 + page[at]!) : NONE
}

/** Bytes of the operand by the top three bits of a modifier; variable ones say their own. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3]
const DEFINE_TABLE = 0xd608
const MAX_MODIFIERS = 2000

interface Modifier {
  code: number
  operand: Uint8Array
}

/** Single property modifiers (MS-DOC, 2.2.5). */
function* modifiers(properties: Uint8Array): Generator<Modifier> {
  const view = viewOf(properties)
  let at = 0
  for (let n = 0; at + 2 < properties.length && n < MAX_MODIFIERS; n++) {
    const code = view.getUint16(at, true)
    at += 2
    let size = OPERANDS[code >>> 13]!
    if (size === 0) {
      // The length of a table's definition takes two bytes, and counts one of them.
      const wide = code === DEFINE_TABLE && at + 2 <= properties.length
      size = wide ? view.getUint16(at, true) - 1 : properties[at]!
      at += wide ? 2 : 1
    }
    yield { code, operand: properties.subarray(at, at + size) }
    at += size
  }
}

const DELETED = 0x0800
const VANISHED = 0x083c
const STRUCK = 0x0837
const STRUCK_TWICE = 0x2a53

/** What makes a run no text of the sheet. */
const UNSAID: ReadonlySet<number> = new Set([DELETED, VANISHED, STRUCK, STRUCK_TWICE])

function markHidden(reader: Reader, runs: readonly Run[]): void {
  for (const { from, to, properties } of runs) {
    for (const { code, operand } of modifiers(properties)) {
      if (!UNSAID.has(code) || operand[0] !== 1) continue
      if (code === DELETED) reader.changed = true
      else if (code !== VANISHED) reader.struck = true
      const last = reader.hidden.at(-1)
      if (last && from <= last.to) last.to = Math.max(last.to, to)
      else reader.hidden.push({ from, to })
      break
    }
  }
}

/** Index of the last range that begins at or before a place, or -1. */
function lastAt(ranges: readonly { from: number }[], at: number): number {
  let low = -1
  let high = ranges.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ranges[middle]!.from <= at) low = middle
    else high = middle - 1
  }
  return low
}

function within<Range extends { from: number; to: number }>(ranges: readonly Range[], at: number): Range | undefined {
  const range = ranges[lastAt(ranges, at)]
  return range && at < range.to ? range : undefined
}

const CELL = 0x07
const LINE = 0x0b
const PAGE = 0x0c
const PARAGRAPH = 0x0d
const COLUMN = 0x0e
const FIELD = 0x13
const RESULT = 0x14
const FIELD_END = 0x15
const HYPHEN = 0x1e

/** The upper half of Windows-1252 where it differs from Latin 1 is what narrow text has beside ASCII. */
const NARROW = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 128 }, (_, i) => 0x80 + i))

function readStory(reader: Reader, start: number, end: number): DocParagraph[] {
  const out: DocParagraph[] = []
  let text = ''
  /** Fields that are open; text counts only in the result of each. */
  const fields: boolean[] = []
  let inCodes = 0
  const close = (unit: number, place: number) => {
    out.push(paragraphAt(reader, text, unit, place))
    text = ''
  }
  for (const { unit, place, character } of units(reader, start, end)) {
    if (unit === FIELD) {
      fields.push(false)
      inCodes++
    } else if (unit === RESULT && fields[fields.length - 1] === false) {
      fields[fields.length - 1] = true
      inCodes--
    } else if (unit === FIELD_END) {
      if (fields.pop() === false) inCodes--
    } else if (unit === PARAGRAPH || unit === CELL || unit === PAGE) close(unit, place)
    else if (inCodes > 0) continue
    else if (unit === LINE || unit === COLUMN) text += '\n'
    else if (unit === HYPHEN) text += '-'
    else if (unit >= 0x20 || unit === 0x09) text += character
  }
  if (text !== '') close(PARAGRAPH, -1)
  return out
}

/** Characters of a story that are on the sheet, with their places in the stream. */
function* units(
  { document, pieces, hidden }: Reader,
  start: number,
  end: number,
): Generator<{ unit: number; place: number; character: string }> {
  for (const piece of pieces) {
    if (piece.end <= start || piece.start >= end) continue
    const from = Math.max(piece.start, start)
    const to = Math.min(piece.end, end)
    for (let cp = from; cp < to; cp++) {
      const place = piece.at + (cp - piece.start) * piece.width
      if (place + piece.width > document.length) throw new DocProblem('broken', 'its text is cut off')
      if (within(hidden, place)) continue
      const unit = piece.width === 1 ? document[place]! : document[place]! | (document[place + 1]! << 8)
      const character = piece.width === 1 && unit >= 0x80 ? NARROW[unit - 0x80]! : String.fromCharCode(unit)
      yield { unit, place, character }
    }
  }
}

const IN_TABLE = 0x2416
const ROW_END = 0x2417
const INNER_ROW_END = 0x244c
const HUGE = [0x6645, 0x6646]
const VERTICAL_MERGE = 0xd62b
const ROW_CODES = new Set([IN_TABLE, ROW_END, INNER_ROW_END, DEFINE_TABLE, VERTICAL_MERGE])
const MAX_ROW_CODES = 80

function paragraphAt(reader: Reader, text: string, unit: number, place: number): DocParagraph {
  const paragraph: DocParagraph = { text, cell: unit === CELL, row: null, inTable: unit === CELL }
  const properties = place < 0 ? NONE : (within(reader.paragraphs, place)?.properties ?? NONE)
  const row: DocRow = { edges: [], below: [], beside: [] }
  let ends = false
  for (const { code, operand } of allModifiers(reader, properties)) {
    if (code === IN_TABLE && operand[0] === 1) paragraph.inTable = true
    else if ((code === ROW_END || code === INNER_ROW_END) && operand[0] === 1) ends = true
    else if (code === DEFINE_TABLE) defineRow(operand, row)
    else if (code === VERTICAL_MERGE && operand.length >= 2) row.below[operand[0]!] = operand[1] === 1
  }
  if (ends) paragraph.row = row
  return paragraph
}

/** Modifiers of a paragraph, and those that a long list keeps in the data stream. */
function* allModifiers(reader: Reader, properties: Uint8Array): Generator<Modifier> {
  for (const modifier of modifiers(properties)) {
    yield modifier
    if (HUGE.includes(modifier.code) && modifier.operand.length >= 4)
      yield* listAt(reader, viewOf(modifier.operand).getUint32(0, true))
  }
}

/** Of a long list those modifiers that say something here. */
function listAt({ data, lists }: Reader, at: number): readonly Modifier[] {
  const known = lists.get(at)
  if (known || !data || at + 2 > data.length) return known ?? []
  const list = data.subarray(at + 2, at + 2 + viewOf(data).getUint16(at, true))
  const read = [...modifiers(list)].filter(({ code }) => ROW_CODES.has(code)).slice(0, MAX_ROW_CODES)
  lists.set(at, read)
  return read
}

/** Edges and merged cells of a row (MS-DOC, 2.9.326 and 2.9.313). */
function defineRow(operand: Uint8Array, row: DocRow): void {
  const view = viewOf(operand)
  const count = Math.min(operand[0] ?? 0, 63)
  if (1 + (count + 1) * 2 > operand.length) return
  row.edges = Array.from({ length: count + 1 }, (_, i) => view.getInt16(1 + i * 2, true))
  for (let i = 0; i < count; i++) {
    const at = 1 + (count + 1) * 2 + i * 20
    if (at + 2 > operand.length) return
    const bits = view.getUint16(at, true)
    row.beside[i] = (bits & 3) === 1
    row.below[i] = ((bits >> 5) & 3) === 1
  }
}
