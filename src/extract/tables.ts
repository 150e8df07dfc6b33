/** 表格: the data tables of the notice and its annexes, cell by cell. */
import { presentText } from '../read/normalize.js'
import { fromAt } from '../read/source-text.js'
import type { Fact, Table } from '../types.js'
import { type Context, defineExtractor } from './define.js'
import { type GridCell, type GridRow, gridsOf } from './grids.js'

/** A cell as printed: a code may hold the letter that running text takes for a zero (3O7). */
function factOf(context: Context, { text, range }: GridCell): Fact | null {
  if (text === '') return null
  const { clean } = context.tree
  const source = context.tree.read.source.text
  if (!text.includes('0')) return context.fact(range)
  let printed = ''
  for (let i = range.start; i < range.end; i++) {
    const c = source[fromAt(clean, i)]!
    printed += context.text[i] === '0' && /[Oo]/.test(c) ? c : context.text[i]
  }
  return context.fact(range, presentText(printed))
}

const rowOf = (context: Context, row: GridRow): Table['rows'][number] => ({
  cells: row.cells.map((cell) => factOf(context, cell)),
  span: context.span(row.element.range),
})

export const tables = defineExtractor({
  name: 'tables',
  many: true,
  *extract(context) {
    for (const grid of gridsOf(context)) {
      if (grid.kind !== 'table') continue
      const start = (grid.header ?? grid.rows[0]!).element.range.start
      const range = { start, end: grid.rows.at(-1)!.element.range.end }
      const value: Table = {
        title: grid.title && context.fact(grid.title),
        header: grid.header?.cells.map((cell) => factOf(context, cell)) ?? null,
        rows: grid.rows.filter((row) => row.cells.some((c) => c.text !== '')).map((row) => rowOf(context, row)),
        span: context.span(range),
      }
      yield { value, range, score: 1, rule: 'tables/grid' }
    }
  },
})
