/** The page's own table of metadata (索引号, 发文机关, 发布日期 …): labels and values, in rows or printed as if they were. */
import { page as data } from '../../grammars/lexicon/page.js'
import type { PageLine } from './html-lines.js'
import { around, type Seen } from './html-seen.js'
import type { PageNode } from './html-tree.js'
import { pageLabels } from './page-labels.js'

/** One row of a page's own table, or what is printed as if it were one. The label is as others print it. */
export interface Pair {
  label: string
  labelStart: number
  labelEnd: number
  valueStart: number
  valueEnd: number
}

const tableLabels: ReadonlySet<string> = new Set(data.tableLabels)
/** Labels, each character possibly spaced out. */
const LABEL = new RegExp(
  `(?<=^|[\\s|;；,，\\[【(（>])(${[...pageLabels.keys()]
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].join('[^\\S\\t\\n]{0,8}'))
    .join('|')})(?:[\\]】]?[^\\S\\t\\n]{0,4}[：:]|(?<=[\\[【][^\\[【\\]】]{2,20})[\\]】])`,
  'g',
)
/** What every label ends in; most lines hold none. */
const LABEL_END = /[：:\]】]/
const MAX_ROW = 1200
const bare = (text: string) => text.replace(/[\s\u200b\ufeff]/g, '')

/** Where the notice's text stands among the lines: [first, last), and its first line of running text. */
export interface TextLines {
  readonly first: number
  readonly last: number
  readonly opening: number
}

/** The rows of the page's own table by line, and the lines that are values of labels above them. */
export interface PageTable {
  pairs: Map<number, Pair[]>
  values: Set<number>
}

/** The page's own table; empty when there are too few labels to make one. */
export function pageTable(nodes: readonly PageNode[], all: string, seen: readonly Seen[], text: TextLines): PageTable {
  return new TableReader(nodes, all, seen, text).read()
}

class TableReader {
  private readonly values = new Set<number>()

  constructor(
    private readonly nodes: readonly PageNode[],
    private readonly all: string,
    private readonly seen: readonly Seen[],
    private readonly text: TextLines,
  ) {}

  read(): PageTable {
    const found = new Map<number, Pair[]>()
    const names = new Set<string>()
    const strong = new Set<string>()
    for (let i = 0; i < this.seen.length; i++) {
      // Within the text such labels are its own.
      if (i >= this.text.opening && i < this.text.last) continue
      const { line, chrome, linky } = this.seen[i]!
      if (chrome || (linky && line.size < 20) || line.size > MAX_ROW) continue
      const pairs = this.pairsOf(i).filter((pair) => {
        const empty = pair.valueEnd <= pair.valueStart
        if (tableLabels.has(pair.label)) strong.add(pair.label)
        if (empty || names.has(pair.label)) return false
        names.add(pair.label)
        return true
      })
      if (pairs.length) found.set(i, pairs)
    }
    return strong.size >= 2 ? { pairs: found, values: this.values } : { pairs: new Map(), values: new Set() }
  }

  private pairsOf(i: number): Pair[] {
    const { line } = this.seen[i]!
    const text = this.all.slice(line.start, line.end)
    const inline = LABEL_END.test(text) ? [...text.matchAll(LABEL)] : []
    if (inline.length) return inline.map((m, k) => this.inlinePair(i, text, m, inline[k + 1]?.index))
    return line.row ? cellPairs(text, line.start) : []
  }

  private isLabel({ start, end }: PageLine): boolean {
    return this.all.slice(start, Math.min(end, start + MAX_ROW)).search(LABEL) >= 0
  }

  private inlinePair(i: number, text: string, m: RegExpMatchArray, next: number | undefined): Pair {
    const { line } = this.seen[i]!
    const at = m.index!
    const start = at + m[0].length
    const stop = next ?? text.length
    let value = trimmed(text, start, stop)
    // A cell behind the value is another thing.
    const tab = text.indexOf('\t', value.start)
    if (tab >= 0 && tab < value.end) value = trimmed(text, value.start, tab)
    const pair = {
      label: pageLabels.get(bare(m[1]!))!,
      labelStart: line.start + at,
      labelEnd: line.start + at + m[1]!.length,
      valueStart: line.start + value.start,
      valueEnd: line.start + value.end,
    }
    const below = this.seen[i + 1]
    if (value.end > value.start || line.row || next !== undefined || !below || i + 1 === this.text.first) return pair
    // Label and value in blocks of their own.
    const parent = around(this.nodes, line.block)
    if (
      below.line.size > 200 ||
      below.line.node >= this.nodes[parent]!.last ||
      /[：:]/.test(below.head) ||
      this.isLabel(below.line)
    )
      return pair
    this.values.add(i + 1)
    return { ...pair, valueStart: below.line.start, valueEnd: below.line.end }
  }
}

/** Label and value in turn in the cells of a row. */
function cellPairs(text: string, offset: number): Pair[] {
  const out: Pair[] = []
  let at = 0
  const cells = text.split('\t').map((cell) => {
    const start = at
    at += cell.length + 1
    return { start, end: start + cell.length, label: pageLabels.get(bare(cell).replace(/[[\]【】：:]/g, '')) }
  })
  for (let k = 0; k + 1 < cells.length; k++) {
    const { label, start, end } = cells[k]!
    const next = cells[k + 1]!
    if (!label || next.label) continue
    const value = trimmed(text, next.start, next.end)
    out.push({
      label,
      labelStart: offset + start,
      labelEnd: offset + end,
      valueStart: offset + value.start,
      valueEnd: offset + value.end,
    })
    k++
  }
  return out
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && /[\s\u200b\ufeff]/.test(text[from]!)) from++
  while (to > from && /[\s\u200b\ufeff|;；]/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}
