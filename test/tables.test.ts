/** Tables by the rules drawn around their cells, and rows of cells that span others. */
import { describe, expect, it } from 'vitest'
import { rulesOf } from '../src/read/pdf-rules.js'
import { type PrintedLine, type Rule, ruledTables, tabledLines } from '../src/read/ruled-tables.js'
import { tableRows } from '../src/read/table-rows.js'

const level = (y: number, x1: number, x2: number): Rule => ({ x1, y1: y, x2, y2: y })
const upright = (x: number, y1: number, y2: number): Rule => ({ x1: x, y1, x2: x, y2 })

interface Piece {
  text: string
  x: number
  y: number
}

/** Every piece is a line of ten units a character. */
const linesOf = (pieces: readonly Piece[]): PrintedLine[] =>
  [...pieces]
    .sort((a, b) => a.y - b.y)
    .map(({ text, x, y }) => ({ text, left: x, right: x + text.length * 10, y, size: 10, boxes: [] }))
const read = (pieces: Piece[], rules: Rule[]) =>
  tabledLines(pieces, ruledTables(rules, 1), (p) => [p.x + 5, p.y - 3], linesOf).map((line) => line.text)

describe('ruled tables', () => {
  const grid = [...[0, 40, 80].map((y) => level(y, 0, 300)), ...[0, 100, 200, 300].map((x) => upright(x, 0, 80))]

  it('make a row of what stands between rules, wherever it stands in its cell', () => {
    const pieces = [
      { text: '上文', x: 0, y: -20 },
      { text: '姓名', x: 20, y: 25 },
      { text: '地址', x: 120, y: 25 },
      { text: '张三', x: 20, y: 65 },
      { text: '示例市示例路一号', x: 105, y: 55 },
      { text: '二楼', x: 105, y: 75 },
      { text: '0100-', x: 205, y: 55 },
      { text: '5550123', x: 205, y: 75 },
      { text: '下文', x: 0, y: 120 },
    ]
    expect(read(pieces, grid)).toEqual(['上文', '姓名\t地址\t', '张三\t示例市示例路一号二楼\t0100-5550123', '下文'])
  })

  it('know borders that are drawn cell by cell, and cells that are merged', () => {
    const rules = [
      ...[0, 100, 200].flatMap((x) => [level(0, x, x + 100), level(80, x, x + 100)]),
      level(40, 100, 200),
      level(40, 200, 300),
      upright(0, 0, 80),
      upright(100, 0, 40),
      upright(100.5, 40.5, 80),
      upright(200, 40, 80),
      upright(300, 0, 80),
    ]
    const [table] = ruledTables(rules, 1)
    expect(table!.cells.map(({ row, column, rowSpan, columnSpan }) => [row, column, rowSpan, columnSpan])).toEqual([
      [0, 0, 2, 1],
      [0, 1, 1, 2],
      [1, 1, 1, 1],
      [1, 2, 1, 1],
    ])
    const pieces = [
      { text: '东片', x: 20, y: 45 },
      { text: '甲', x: 120, y: 25 },
      { text: '乙', x: 120, y: 65 },
      { text: '丙', x: 220, y: 65 },
    ]
    expect(read(pieces, rules)).toEqual(['东片\t甲', '乙\t丙'])
  })

  it('are none around one cell, without uprights, or where rules do not meet', () => {
    expect(ruledTables([level(0, 0, 300), level(80, 0, 300), upright(0, 0, 80), upright(300, 0, 80)], 1)).toEqual([])
    expect(
      ruledTables(
        [0, 20, 40, 60].map((y) => level(y, 0, 300)),
        1,
      ),
    ).toEqual([])
    expect(ruledTables([level(0, 0, 50), level(80, 0, 50), upright(100, 0, 80), upright(200, 0, 80)], 1)).toEqual([])
  })

  it('are bounded', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => level(i, 0, 100))
    expect(ruledTables(many, 1)).toEqual([])
    const dense = Array.from({ length: 399 }, (_, i) => [level(i * 3, 0, 1200), upright(i * 3, 0, 1200)]).flat()
    expect(ruledTables(dense, 1)).toEqual([])
    expect(ruledTables([level(Number.NaN, 0, 1), ...grid], 1)).toHaveLength(1)
  })
})

describe('rules of a PDF page', () => {
  const codes = {
    save: 10,
    restore: 11,
    transform: 12,
    paintFormXObjectBegin: 74,
    paintFormXObjectEnd: 75,
    constructPath: 91,
    stroke: 20,
    closeStroke: 21,
    fill: 22,
    eoFill: 23,
    fillStroke: 24,
    eoFillStroke: 25,
    closeFillStroke: 26,
    closeEOFillStroke: 27,
  }
  const path = (paint: number, ...data: number[]): [number, unknown] => [91, [paint, [Float32Array.from(data)], null]]
  const rules = (...operators: [number, unknown][]) =>
    rulesOf({ fnArray: operators.map(([code]) => code), argsArray: operators.map(([, args]) => args) }, codes)

  it('are strokes and thin filled boxes, by the matrix they are drawn in', () => {
    expect(rules(path(20, 0, 10, 20, 1, 110, 20))).toEqual([level(20, 10, 110)])
    expect(
      rules([10, null], [12, [1, 0, 0, 1, 5, 5]], path(20, 0, 0, 0, 1, 0, 50), [11, null], path(20, 0, 0, 0, 1, 9, 0)),
    ).toEqual([upright(5, 5, 55), level(0, 0, 9)])
    expect(rules(path(22, 0, 10, 20, 1, 110, 20, 1, 110, 21, 1, 10, 21, 4))).toEqual([level(20.5, 10, 110)])
    // A shaded box, a slanted stroke, a clip and unknown data are none.
    expect(rules(path(22, 0, 0, 0, 1, 90, 0, 1, 90, 40, 1, 0, 40, 4))).toEqual([])
    expect(rules(path(20, 0, 0, 0, 1, 90, 40), path(28, 0, 0, 0, 1, 90, 0), path(20, 9, 0, 0), [91, 'x'])).toEqual([])
  })
})

describe('rows of cells that span others', () => {
  const cell = (text: string, row: number, column: number, rowSpan = 1, columnSpan = 1) => ({
    text,
    row,
    column,
    rowSpan,
    columnSpan,
  })

  it('hold each cell once, and say where it stands', () => {
    const cells = [
      cell('甲', 0, 0),
      cell('乙', 0, 1),
      cell('丙', 0, 2),
      cell('一', 1, 0, 2),
      cell('合并', 1, 1, 1, 2),
      cell('三', 2, 2),
      cell('二', 2, 1),
    ]
    const rows = tableRows(3, cells, 7)
    expect(rows.map((row) => row.cells.map((c) => c.text))).toEqual([
      ['甲', '乙', '丙'],
      ['一', '合并'],
      ['二', '三'],
    ])
    expect(rows.map((row) => row.count)).toEqual([3, 2, 3])
    expect(rows[1]!.grid).toEqual({
      table: 7,
      row: 1,
      cells: [
        { column: 0, columns: 1, rows: 2 },
        { column: 1, columns: 2, rows: 1 },
      ],
    })
    expect(tableRows(1, cells.slice(0, 3))[0]!.grid).toBeNull()
  })
})
