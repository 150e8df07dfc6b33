/**
 * From a page's nodes to its printed lines: blocks and <br> end them, inline tags do not, rows of data tables are one
 * line each with tabs between the cells. Nothing is judged here but what a browser would not show.
 */

import { Grids, type PlacedRow } from './html-grid.js'
import { drawnNumber } from './html-item-number.js'
import { FILE, isAuthored, isSpace, LINK, PRE, type Shapes, SKIP, STRONG, shapesOf } from './html-shapes.js'
import type { Page, PageNode } from './html-tree.js'
import { isHan } from './normalize.js'
import { Builder, type GridRow, type SourceText } from './source-text.js'

export interface PageLine {
  /** Offsets in the text of all lines. */
  start: number
  end: number
  /** Node of the first character, and the innermost block around it. */
  node: number
  block: number
  /** Blank lines above. */
  gap: number
  /** 1 to 6 in h1 to h6, else 0. */
  heading: number
  strong: boolean
  /** A row of a data table, and where its cells stand if some are merged. */
  row: boolean
  grid: GridRow | null
  /** Visible characters: all, in links, in links to files. */
  size: number
  linked: number
  filed: number
  /** Offsets of the first and behind the last character of a link to a file. */
  fileStart: number
  fileEnd: number
  /** The number that the browser draws before a list item. */
  number: string
}

export interface PageText {
  text: SourceText
  lines: PageLine[]
  files: PageFile[]
  /** Elements whose text is struck out, and none of the lines'. */
  struck: number[]
}

/** A link to a file: its element, and where its text stands in the text of all lines. */
export interface PageFile {
  node: number
  start: number
  end: number
}

/** White space that a browser does not collapse. */
const isBlank = (unit: number) =>
  unit === 0xa0 || unit === 0x3000 || (unit >= 0x2000 && unit <= 0x200f) || unit === 0xfeff
/** A visible character that begins no reference. */
const isPlain = (unit: number) => unit > 0x20 && unit !== 0x26 && !isBlank(unit)
const SENTENCE_END = new Set([...'。；;！!？?：:｡ꎮꎺꎻ'].map((c) => c.charCodeAt(0)))
/** &nbsp; escaped twice or with a slip of the finger: &amp;nbsp; &nsp; &sp; */
const BROKEN_SPACE = /&(?:amp;(?:amp;)?)?[nbsp]{2,5};/y

/** Offset behind a broken &nbsp; at `at`, or 0. */
function brokenSpace(source: string, at: number, end: number): number {
  BROKEN_SPACE.lastIndex = at
  return BROKEN_SPACE.test(source) && BROKEN_SPACE.lastIndex <= end ? BROKEN_SPACE.lastIndex : 0
}

const isColon = (unit: number) => unit === 0x3a || unit === 0xff1a

/** A cell that is longer than this, of several paragraphs, is no cell of data; nor is one of many links. */
const LONG_CELL = 300
const LONGEST_CELL = 800
const MANY_LINKS = 3
/** In a row of two cells, one of so many lines is a column of the page. */
const MANY_BLOCKS = 5
/** A label before a colon; longer lines that end in one introduce what follows. */
const LABEL = 12

/** The longest field of a record, which stands on a line of its own before the markup of its text. */
const FIELD = 60

/** A row with a single cell of its own, beside merged ones, is data when that is short. */
const SHORT_CELL = 60

/** Indices of the cells of a row of data, or null when the table only lays out the page. */
function dataCells(nodes: PageNode[], shapes: Shapes, row: number, placed: PlacedRow): Set<number> | null {
  if (shapes.tables[row]! > 0) return null
  const cells = new Set<number>()
  let filled = 0
  let tall = false
  for (let i = row + 1; i < nodes[row]!.last; i = nodes[i]!.last) {
    const { name } = nodes[i]!
    if (name !== 'td' && name !== 'th') continue
    const size = shapes.size[i]!
    if (size > LONGEST_CELL || (size > LONG_CELL && shapes.blocks[i]! > 3) || shapes.links[i]! > MANY_LINKS) return null
    tall ||= shapes.blocks[i]! > MANY_BLOCKS && size > 60
    cells.add(i)
    if (size > 0) filled++
  }
  if (cells.size === 1 && filled > 0 && placed.count > 1) {
    const [only] = cells
    const short = shapes.size[only!]! <= SHORT_CELL && shapes.blocks[only!]! <= 2 && shapes.links[only!]! === 0
    return short ? cells : null
  }
  return cells.size > (tall ? 2 : 1) && filled > 0 ? cells : null
}

/** White space that waits for the next character to know what it is. */
interface Pending {
  from: number
  to: number
  newlines: number
  /** The text node it is inside of, or -1 where it stands between two. */
  node: number
}

/** Writes the lines; holds what is open while the nodes are walked. */
class Writer {
  readonly lines: PageLine[] = []
  readonly files: PageFile[] = []
  readonly out: Builder
  private line: PageLine | null = null
  private strong = 0
  private gap = 0
  private pending: Pending | null = null
  private lastNode = -1
  /** Source offset behind the last character that was put. */
  private reached = 0
  private rowDepth = 0
  private number = ''
  private grid: GridRow | null = null

  constructor(
    private readonly page: Page,
    private readonly shapes: Shapes,
  ) {
    // Most of a page is markup.
    this.out = new Builder(Math.min(page.source.length >> 3, 1 << 20))
  }

  /** Ends the line; in a row of data a block within a cell is only white space. */
  break(at: number): void {
    if (this.rowDepth > 0) {
      // The end of an element is known by where it began: what it ends stands behind its text.
      const behind = Math.max(at, this.reached)
      this.pending = { from: behind, to: behind, newlines: 0, node: -1 }
    } else this.close()
  }

  /** A <br>, or a paragraph with nothing in it: on an empty line it is a blank one. */
  blank(at: number): void {
    if (!this.line && this.rowDepth === 0) this.gap++
    this.break(at)
  }

  /** Changes whenever something is written or skipped. */
  state(): number {
    return this.out.length + this.lines.length + this.gap
  }

  startRow(at: number, grid: GridRow | null): void {
    this.break(at)
    this.grid = grid
    this.rowDepth++
  }

  endRow(): void {
    this.rowDepth--
    if (this.rowDepth === 0) this.close()
  }

  nextCell(node: number, at: number): void {
    this.pending = null
    this.open(node)
    this.out.push(0x09, at, at)
  }

  /** The number drawn before the next character. */
  setNumber(number: string): void {
    this.number = number
  }

  text(index: number, entity: number): void {
    const { input, source, entities, nodes } = this.page
    const node = nodes[index]!
    const pre = (this.shapes.flags[index]! & PRE) !== 0
    let e = entity
    for (let i = node.start; i < node.end; ) {
      const slip = source.charCodeAt(i) === 0x26 ? brokenSpace(source, i, node.end) : 0
      if (slip) {
        this.put(index, 0xa0, i, slip)
        while (e < entities.length && entities[e]!.start < slip) e++
        i = slip
        continue
      }
      const reference = entities[e]
      if (reference && reference.start === i) {
        const unit = String.fromCodePoint(reference.code)
        this.put(index, unit.charCodeAt(0), i, reference.end)
        if (unit.length > 1) this.put(index, unit.charCodeAt(1), i, reference.end)
        e++
        // A few references stand for two code points.
        if (entities[e]?.start !== i) i = reference.end
        continue
      }
      const unit = source.charCodeAt(i)
      if (isPlain(unit)) {
        const stop = Math.min(node.end, reference?.start ?? node.end)
        const start = i++
        while (i < stop && isPlain(source.charCodeAt(i))) i++
        this.putRun(index, start, i)
        continue
      }
      if (!isSpace(unit)) this.put(index, unit, i, i + 1)
      else if (input.charCodeAt(i) !== unit) {
        // Server-side code: not even a space.
      } else if (pre && unit === 0x0a && this.rowDepth === 0) this.blank(i)
      else this.space(index, unit, i)
      i++
    }
    if (this.pending) this.pending.node = -1
  }

  close(): void {
    const { line } = this
    this.pending = null
    if (!line) return
    this.line = null
    if (line.size === 0) {
      this.out.truncate(line.start)
      this.gap = line.gap + 1
      return
    }
    line.end = this.out.length
    line.strong = this.strong === line.size
    this.lines.push(line)
    this.gap = 0
  }

  private space(index: number, unit: number, at: number): void {
    const newline = unit === 0x0a ? 1 : 0
    const { pending } = this
    if (pending) {
      pending.to = at + 1
      pending.newlines += newline
    } else this.pending = { from: at, to: at + 1, newlines: newline, node: this.lastNode === index ? index : -1 }
  }

  private put(index: number, unit: number, from: number, to: number): void {
    if (this.pending) this.resolve(index, unit)
    const line = this.open(index)
    this.out.push(unit, from, to)
    this.lastNode = index
    this.reached = to
    if (!isBlank(unit)) this.count(line, index, 1)
  }

  /** Puts `source[from, to)`, visible characters all. */
  private putRun(index: number, from: number, to: number): void {
    const { source } = this.page
    if (this.pending) this.resolve(index, source.charCodeAt(from))
    const line = this.open(index)
    this.out.pushSlice(source, from, to)
    this.lastNode = index
    this.reached = to
    this.count(line, index, to - from)
  }

  /** Counts the last `n` characters, which are visible. */
  private count(line: PageLine, index: number, n: number): void {
    const flags = this.shapes.flags[index]!
    line.size += n
    if (flags & LINK) line.linked += n
    if (flags & FILE) {
      if (line.filed === 0) line.fileStart = this.out.length - n
      line.filed += n
      line.fileEnd = this.out.length
      this.addFile(this.shapes.file[index]!, n)
    }
    if (flags & STRONG) this.strong += n
  }

  private addFile(node: number, n: number): void {
    const last = this.files.at(-1)
    if (last?.node === node) last.end = this.out.length
    else this.files.push({ node, start: this.out.length - n, end: this.out.length })
  }

  private open(index: number): PageLine {
    if (this.line) return this.line
    const { block, heading } = this.shapes
    this.strong = 0
    this.line = {
      start: this.out.length,
      end: this.out.length,
      node: index,
      block: block[index]!,
      gap: this.gap,
      heading: heading[index]!,
      strong: false,
      row: this.rowDepth > 0,
      grid: this.rowDepth > 0 ? this.grid : null,
      size: 0,
      linked: 0,
      filed: 0,
      fileStart: 0,
      fileEnd: 0,
      number: this.number,
    }
    this.number = ''
    return this.line
  }

  /** Decides what the white space before `next` is: nothing, a space, or a line end that only the author knew. */
  private resolve(index: number, next: number): void {
    const { pending, line } = this
    this.pending = null
    if (!pending || !line) return
    const last = this.out.last()
    if (last === 0x09) return
    if (this.rowDepth === 0 && pending.newlines > 0) {
      // Without any block the page has no other way to end a line.
      const plain = this.shapes.blocks[0] === 0
      const label = !plain && isColon(last) && this.out.length - line.start < LABEL
      const inside = pending.node === index
      const meant =
        plain ||
        (this.shapes.fragment && this.shapes.block[index] === 0 && this.out.length - line.start <= FIELD) ||
        isAuthored(this.shapes, this.shapes.block[index]!) ||
        (inside && this.shapes.printed.has(index))
      if (!label && (meant || (inside && (pending.newlines > 1 || SENTENCE_END.has(last))))) {
        this.close()
        return
      }
      // Wrapped by whoever wrote the page.
      if (inside && isHan(last) && isHan(next)) return
    }
    this.out.push(0x20, pending.from, pending.to)
  }
}

/** All lines that the page shows, in order. */
export function linesOf(page: Page): PageText {
  const { nodes, entities } = page
  const shapes = shapesOf(page)
  const writer = new Writer(page, shapes)
  const closing: Closing[] = []
  const counters = new Map<number, number>()
  const grids = new Grids(nodes, shapes.size)
  let rowCells: Set<number> | null = null
  let e = 0
  for (let i = 1; i < nodes.length; i++) {
    while (closing.length && closing.at(-1)!.last <= i) rowCells = leave(closing.pop()!, writer, rowCells)
    const node = nodes[i]!
    if (shapes.flags[i]! & SKIP) {
      i = node.last - 1
      continue
    }
    if (node.name === '') {
      while (e < entities.length && entities[e]!.start < node.start) e++
      writer.text(i, e)
      continue
    }
    if (node.name === 'br') {
      writer.blank(node.start)
      continue
    }
    if (rowCells?.has(i)) {
      if (!isFirst(nodes, i)) writer.nextCell(i, node.start)
      continue
    }
    if (shapes.block[i] !== i) continue
    const placed: PlacedRow | null = node.name === 'tr' && !rowCells ? grids.place(i) : null
    const cells: Set<number> | null = placed ? dataCells(nodes, shapes, i, placed) : null
    if (cells) {
      writer.startRow(node.start, placed!.grid)
      rowCells = cells
    } else writer.break(node.start)
    if (node.name === 'li') writer.setNumber(drawnNumber(nodes, i, counters))
    closing.push({ last: node.last, name: node.name, row: cells !== null, state: writer.state(), at: node.end })
  }
  while (closing.length) rowCells = leave(closing.pop()!, writer, rowCells)
  writer.close()
  return { text: writer.out.build(), lines: writer.lines, files: writer.files, struck: shapes.struck }
}

interface Closing {
  last: number
  name: string
  row: boolean
  /** The writer's state when it began. */
  state: number
  at: number
}

function leave(block: Closing, writer: Writer, rowCells: Set<number> | null): Set<number> | null {
  if (block.row) {
    writer.endRow()
    return null
  }
  if (block.name === 'p' && writer.state() === block.state) writer.blank(block.at)
  else writer.break(block.at)
  if (block.name === 'li') writer.setNumber('')
  return rowCells
}

/** Whether a cell is the first of its row. */
function isFirst(nodes: PageNode[], cell: number): boolean {
  for (let i = nodes[cell]!.parent + 1; i < cell; i = nodes[i]!.last) {
    if (nodes[i]!.name !== '') return false
  }
  return true
}
