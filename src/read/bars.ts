/**
 * Rows whose cells stand between bars (甲 | 乙 | 丙 |), as converters of pages leave tables in plain text. Bars become tabs, one
 * character for one, so that every offset stays; bars of a site's menu are left alone.
 */
import tablesGrammar from '../../grammars/tables.js'
import { compile } from '../grammar.js'

const grammar = compile(tablesGrammar)
const BAR = /[|｜]/g

/** Fewest rows that are a table, of cells side by side, and of one cell each. */
const ROWS = 2
const SINGLES = 3

interface Line {
  start: number
  end: number
  /** How many bars it holds; -1 when it is no row. */
  bars: number
}

/** The text with tabs between the cells of such rows. */
export function withoutBars(text: string): string {
  if (!text.includes('|') && !text.includes('｜')) return text
  const rows: Line[] = []
  let out = ''
  let done = 0
  const close = () => {
    if (isTable(text, rows))
      for (const { start, end } of rows) {
        out += text.slice(done, start) + cellsOf(text.slice(start, end))
        done = end
      }
    rows.length = 0
  }
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = lineOf(text, start, end)
    if (line.bars > 0) rows.push(line)
    else if (line.bars < 0) close()
    start = end + 1
  }
  close()
  return out + text.slice(done)
}

/** A blank line has no bars and parts no rows. */
function lineOf(text: string, start: number, end: number): Line {
  const line = text.slice(start, end)
  const bars = line.match(BAR)?.length ?? 0
  if (bars === 0) return { start, end, bars: line.trim() === '' ? 0 : -1 }
  return { start, end, bars: grammar.barMenu.test(line) ? -1 : bars }
}

/** Several rows of cells side by side, or of one cell each that ends with its bar. */
function isTable(text: string, rows: readonly Line[]): boolean {
  if (rows.filter(({ bars }) => bars > 1).length >= ROWS) return true
  return rows.length >= SINGLES && rows.every(({ start, end }) => /[|｜]\s*$/.test(text.slice(start, end)))
}

/** A row with tabs for the bars between its cells, and blanks for those around it. */
function cellsOf(line: string): string {
  if (grammar.barRule.test(line)) return ' '.repeat(line.length)
  const first = line.search(/\S/)
  const last = line.trimEnd().length - 1
  return line.replace(BAR, (_, at: number) => (at === first || at === last ? ' ' : '\t'))
}
