/**
 * Rows whose cells stand between bars (甲 | 乙 | 丙 |), as converters of pages leave tables in plain text. Bars become tabs, one
 * character for one, so that every offset stays; bars of a site's menu are left alone. Where rows end with a bar, one that was
 * wrapped is known by the bar that it lacks.
 */
import tablesGrammar from '../../grammars/tables.js'
import { compile } from '../grammar.js'

const grammar = compile(tablesGrammar)
const BAR = /[|｜]/g
/** The end of a line within a row, with the number of the page that ends there. */
const WRAP = /[^\S\n]{0,40}\n\s{0,80}(?:[-—]{1,2} ?\d{1,3} ?[-—]{1,2}\s{1,80})?/g
const VISIBLE = /[^\s\u200b-\u200f\ufeff]/
const UNSEEN_END = /(?<![\s\u200b-\u200f\ufeff])[\s\u200b-\u200f\ufeff]+$/
/** Invisible, and dropped where the text is folded. */
const NOTHING = '\u200b'

/** Fewest rows that are a table, of cells side by side, and of one cell each. */
const ROWS = 2
const SINGLES = 3

interface Line {
  start: number
  end: number
  /** How many bars it holds; -1 when it is no row. */
  bars: number
  /** Whether a bar is the first of it, and the last. */
  opened: boolean
  closed: boolean
}

/** The text with tabs between the cells of such rows. */
export function withoutBars(text: string): string {
  if (!text.includes('|') && !text.includes('｜')) return text
  const rows: Line[] = []
  let out = ''
  let done = 0
  const close = () => {
    if (isTable(rows))
      for (const { start, end } of rows) {
        out += text.slice(done, start) + cellsOf(text.slice(start, end))
        done = end
      }
    rows.length = 0
  }
  for (let start = 0; start < text.length; ) {
    const line = lineOf(text, start, lineEnd(text, start))
    const end = line.bars > 0 ? wrappedEnd(text, rows[0], line) : line.end
    // The line that it was wrapped to closes it.
    if (line.bars > 0) rows.push(end === line.end ? line : { ...line, end, closed: true })
    else if (line.bars < 0) close()
    start = end + 1
  }
  close()
  return out + text.slice(done)
}

/** Most lines that a row is wrapped over. */
const WRAPPED = 6
const PAGE = /^\s*(?:[-—]{1,2} ?\d{1,3} ?[-—]{1,2}\s*)?$/

/** Where a row ends that lacks the bar at its end which the first row has: behind the line that brings it, if no row comes before. */
function wrappedEnd(text: string, first: Line | undefined, row: Line): number {
  if (!first?.closed) return row.end
  // Where every row begins with a bar, one that lacks cells goes on below as well.
  if (row.closed && !(first.opened && row.bars < first.bars)) return row.end
  let { bars } = row
  let end = row.end
  for (let lines = 0; lines < WRAPPED && end < text.length; ) {
    const start = end + 1
    end = lineEnd(text, start)
    if (PAGE.test(text.slice(start, end))) continue
    const next = lineOf(text, start, end)
    bars += Math.max(0, next.bars)
    if (bars > first.bars || next.opened) break
    if (next.closed) return end
    lines++
  }
  return row.end
}

function lineEnd(text: string, start: number): number {
  const stop = text.indexOf('\n', start)
  return stop < 0 ? text.length : stop
}

/** A blank line has no bars and parts no rows. */
function lineOf(text: string, start: number, end: number): Line {
  const line = text.slice(start, end)
  const bars = line.match(BAR)?.length ?? 0
  if (bars === 0) return { start, end, bars: line.trim() === '' ? 0 : -1, opened: false, closed: false }
  return {
    start,
    end,
    bars: grammar.barMenu.test(line) ? -1 : bars,
    opened: isBar(line[line.search(VISIBLE)]),
    closed: isBar(line.replace(UNSEEN_END, '').at(-1)),
  }
}

const isBar = (c: string | undefined) => c === '|' || c === '｜'

/** Several rows of cells side by side, or of one cell each that ends with its bar. */
function isTable(rows: readonly Line[]): boolean {
  if (rows.filter(({ bars }) => bars > 1).length >= ROWS) return true
  return rows.length >= SINGLES && rows.every(({ closed }) => closed)
}

/** A row with tabs for the bars between its cells, and blanks for those around it. */
function cellsOf(line: string): string {
  if (grammar.barRule.test(line)) return ' '.repeat(line.length)
  const first = line.search(VISIBLE)
  const last = line.replace(UNSEEN_END, '').length - 1
  return line
    .replace(BAR, (_, at: number) => (at === first || at === last ? ' ' : '\t'))
    .replace(WRAP, (wrap) => NOTHING.repeat(wrap.length))
}
