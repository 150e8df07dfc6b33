/** The sheet of a notice as a DOCX body, set as GB/T 9704-2012 asks: sizes, colours, alignment, tables, page numbers. */
import { docx, escapeXml, W } from './docx-writer.js'
import { columns, type Item, type Line, signatureRows } from './sheet.js'

/** Width of the type area, in twentieths of a point. */
const TYPE = 8845
const FONT = 'Noto Sans CJK SC'

interface Look {
  size: number
  colour?: string
}

const LOOKS: Record<string, Look> = {
  masthead: { size: 72, colour: 'FF0000' },
  title: { size: 44 },
  annexTitle: { size: 36 },
}

const rPr = ({ size, colour }: Look) =>
  `<w:rPr><w:rFonts w:ascii="${FONT}" w:hAnsi="${FONT}" w:eastAsia="${FONT}"/>${colour ? `<w:color w:val="${colour}"/>` : ''}<w:sz w:val="${size}"/></w:rPr>`

const run = (text: string, look: Look) =>
  text === '' ? '' : `<w:r>${rPr(look)}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`

/** Properties in the order that the schema asks for: `before` the spacing, then what comes `behind` it. */
const paragraph = (content: string, { before = '', behind = '', line = 560 }) =>
  `<w:p><w:pPr>${before}<w:spacing w:line="${line}" w:lineRule="atLeast"/>${behind}</w:pPr>${content}</w:p>`

/** Bytes of the whole document. */
export function docxOf(items: readonly Item[]): Uint8Array {
  const body = signatureRows(items).map((item, i, all) => {
    if (item.kind === 'rule')
      return '<w:p><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="FF0000"/></w:pBdr></w:pPr></w:p>'
    if (item.kind === 'table') return grid(item.rows, true) + (all[i + 1]?.kind === 'table' ? '<w:p/>' : '')
    if (item.kind === 'columns') return grid(item.rows, false)
    return lineXml(item, all[i - 1])
  })
  const footer = `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('— ', { size: 28 })}<w:r>${rPr({ size: 28 })}<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1', { size: 28 })}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' —', { size: 28 })}</w:p></w:ftr>`
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="r3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1587" w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>'
  return docx(body.join('') + section, { 'word/footer1.xml': footer })
}

function lineXml(line: Line, above: { kind: string } | undefined): string {
  const look = LOOKS[line.role] ?? { size: 32 }
  const blank = above === undefined || line.role === 'annex' ? '' : '<w:p/>'.repeat(Math.min(line.gap, 2))
  const jc = line.align === 'left' ? '' : `<w:jc w:val="${line.align}"/>`
  if (line.pieces.length > 1) {
    const stops = line.pieces.slice(1).map((_, i) => {
      const last = i === line.pieces.length - 2
      return `<w:tab w:val="${last ? 'right' : 'left'}" w:pos="${last ? TYPE : Math.round((TYPE * (i + 1)) / line.pieces.length)}"/>`
    })
    const runs = line.pieces.map((piece) => run(piece, look)).join('<w:r><w:tab/></w:r>')
    return blank + paragraph(runs, { before: `<w:tabs>${stops.join('')}</w:tabs>` })
  }
  const content = run(line.pieces[0]!, look)
  if (line.align !== 'left')
    return blank + paragraph(content, { behind: jc, line: line.role === 'masthead' ? 900 : 560 })
  if (line.role === 'annex') return blank + paragraph(content, { before: '<w:pageBreakBefore/>' })
  if (line.role === 'flush' || line.role === 'imprint' || line.role === 'form') return blank + paragraph(content, {})
  return blank + paragraph(content, { behind: '<w:ind w:firstLineChars="200" w:firstLine="640"/>' })
}

/** A table with rules, or the columns of a signature without. Columns are as wide as what stands in them asks. */
function grid(rows: readonly (readonly string[])[], ruled: boolean): string {
  const count = Math.max(...rows.map((row) => row.length))
  const want = Array.from({ length: count }, (_, i) =>
    Math.max(
      3,
      ...rows.filter((row) => row.length === count || i < row.length - 1).map((row) => columns(row[i] ?? '')),
    ),
  )
  const total = want.reduce((a, b) => a + b, 0)
  const widths = want.map((w) => Math.round((TYPE * w) / total))
  const side = (name: string) => `<w:${name} w:val="${ruled ? 'single' : 'none'}" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const look = { size: ruled ? 21 : 32 }
  const body = rows.map((row) => {
    const cells = row.map((text, i) => {
      const span = i === row.length - 1 ? count - i : 1
      const width = widths.slice(i, i + span).reduce((a, b) => a + b, 0)
      const tcPr = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}<w:vAlign w:val="center"/></w:tcPr>`
      return `<w:tc>${tcPr}${paragraph(run(text, look), { behind: '<w:jc w:val="center"/>', line: ruled ? 300 : 560 })}</w:tc>`
    })
    return `<w:tr>${cells.join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="${TYPE}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((w) => `<w:gridCol w:w="${w}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>`
}
