/** A tiny writer of DOCX packages, for tests: lines of text, tables by tabs, automatic numbers where asked for. */
import { strToU8, zipSync } from 'fflate'

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const p = (text: string, pPr = '') =>
  `<w:p>${pPr && `<w:pPr>${pPr}</w:pPr>`}${text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`}</w:p>`

export const table = (rows: readonly (readonly string[])[], line: 'single' | 'none' = 'single') => {
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="${line}" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const columns = Math.max(...rows.map((r) => r.length))
  const grid = '<w:gridCol w:w="1400"/>'.repeat(columns)
  const body = rows
    .map((row) => {
      const cells = row.map((cell, i) => {
        const span = i === row.length - 1 && columns > row.length ? columns - row.length + 1 : 1
        const tcPr = `<w:tcPr><w:tcW w:w="${1400 * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>`
        return `<w:tc>${tcPr}${p(cell)}</w:tc>`
      })
      return `<w:tr>${cells.join('')}</w:tr>`
    })
    .join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`
}

const LEVELS: [string, string][] = [
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
]

const level = ([format, text]: [string, string], i: number) =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`

/** One list of three levels, 一、 （一） 1., used by as many lists as are asked for. */
export const numbering = (lists = 1) =>
  `<w:numbering xmlns:w="${W}">${Array.from({ length: lists }, (_, i) => `<w:abstractNum w:abstractNumId="${i}"><w:multiLevelType w:val="multilevel"/>${LEVELS.map(level).join('')}</w:abstractNum>`).join('')}${Array.from({ length: lists }, (_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`).join('')}</w:numbering>`

const STYLES = `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr></w:style></w:styles>`

const TYPES: (readonly [string, string])[] = [
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
]

/** Parts that a package has where they are given; the first is named by sections as r3. */
const OPTIONAL = [
  ['footer1', 'footer'],
  ['footnotes', 'footnotes'],
  ['endnotes', 'endnotes'],
] as const

/** A whole package around the XML of a body. */
export function docx(body: string, extra: Record<string, string> = {}, level: 0 | 9 = 9): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'
  const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
  const optional = OPTIONAL.filter(([part]) => `word/${part}.xml` in extra)
  const parts = [...TYPES, ...optional]
  const overrides = parts.map(
    ([part, kind]) => `<Override PartName="/word/${part}.xml" ContentType="${type}${kind}+xml"/>`,
  )
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${rel}styles" Target="styles.xml"/><Relationship Id="r2" Type="${rel}numbering" Target="numbering.xml"/>${optional.map(([part, kind], i) => `<Relationship Id="r${i + 3}" Type="${rel}${kind}" Target="${part}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body}</w:body></w:document>`,
    'word/styles.xml': STYLES,
    'word/numbering.xml': numbering(2),
    ...extra,
  }
  const entries = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  // A fixed date, so that the same text gives the same bytes.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2024, 0, 1), level })
}

/** A notice of the corpus as Word users type it: headings numbered automatically when `numbered`. */
export function noticeBody(text: string, numbered = false): string {
  const out: string[] = []
  let rows: string[][] = []
  const flush = () => {
    if (rows.length) out.push(table(rows))
    rows = []
  }
  for (const line of text.split('\n')) {
    if (line.includes('\t') && line.trim() !== '') {
      rows.push(line.split('\t'))
      continue
    }
    flush()
    out.push(textParagraph(line, numbered))
  }
  flush()
  return out.join('')
}

/** Blanks that stood in for alignment become alignment. */
function textParagraph(line: string, numbered: boolean): string {
  const lead = line.length - line.trimStart().length
  const align = lead > 12 ? '<w:jc w:val="right"/>' : ''
  const number = numbered ? /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.exec(line)?.[0] : undefined
  if (number === undefined) return p(align ? line.trim() : line, align)
  const numPr = `<w:numPr><w:ilvl w:val="${number.endsWith('、') ? 0 : 1}"/><w:numId w:val="1"/></w:numPr>`
  return p(line.slice(number.length), numPr)
}

/** A table with merged cells, a note, deleted and hidden text, and what is read of them. */
export const MERGED = (() => {
  const cell = (text: string, tcPr = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${tcPr}</w:tcPr>${p(text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const [begin, goOn] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>']
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('')
  const rows = [
    row(cell('片区'), cell('姓名'), cell('电话')),
    row(cell('东片', begin), cell('张三'), cell('0100-5550123')),
    row(cell('', goOn), cell('李四'), cell('0100-5550124')),
    row(cell('合计', '<w:gridSpan w:val="2"/>'), cell('2人')),
  ]
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
  const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
  const deleted =
    '<w:del w:id="9" w:author="a" w:date="2024-01-01T00:00:00Z"><w:r><w:delText>5月</w:delText></w:r></w:del>'
  const changed = `<w:p><w:r><w:t>请于</w:t></w:r>${deleted}<w:r><w:t>6月报送</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐去</w:t></w:r></w:p>`
  return {
    body: `${p('联系表')}${changed}<w:tbl><w:tblPr><w:tblW w:w="6000" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(3)}</w:tblGrid>${rows.join('')}</w:tbl><w:p><w:r><w:t>名单有变的另行通知</w:t></w:r>${mark}<w:r><w:t>。</w:t></w:r></w:p>`,
    parts: { 'word/footnotes.xml': `<w:footnotes xmlns:w="${W}">${note(2, '以网站为准。')}</w:footnotes>` },
    text: '联系表\n请于6月报送\n片区\t姓名\t电话\n东片\t张三\t0100-5550123\n李四\t0100-5550124\n合计\t2人\n名单有变的另行通知。\n\n以网站为准。',
    columns: ['片区|姓名|电话', '东片|张三|0100-5550123', '东片|李四|0100-5550124', '合计|合计|2人'],
  }
})()
