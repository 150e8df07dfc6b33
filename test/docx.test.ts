/** DOCX, DOC and RTF: the facts of a notice are those of its text, and broken files end with a clear error. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { extractTree, parseNotice, parseTree } from '../src/notice.js'
import { tablesOf } from '../src/parse/tables.js'
import { elementsOf } from '../src/parse/tree.js'
import { readDoc } from '../src/read/doc.js'
import { readDocx } from '../src/read/docx.js'
import { UnreadableNoticeError } from '../src/read/errors.js'
import { readRtf } from '../src/read/rtf.js'
import type { ReadResult } from '../src/read/source-text.js'
import type { Diagnostic, Notice } from '../src/types.js'
import { docx, MERGED, noticeBody, numbering, p, table, W } from './tools/docx-writer.js'
import { badSpans } from './tools/spans.js'

const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const NAMES = [
  'text-no-signature',
  'notice-with-annex-table',
  'tender-notice',
  'many-bodies-columns',
  'work-plan-issued',
]

/** What must not depend on the carrier. */
const core = (notice: Notice) => ({
  title: notice.title?.text,
  documentType: notice.documentType?.kind,
  documentNumber: notice.documentNumber?.text,
  issuingBodies: notice.issuingBodies.map((b) => b.name),
  addressees: notice.addressees.map((a) => a.text),
  copiedTo: notice.copiedTo.map((a) => a.text),
  printedBy: notice.printedBy?.text,
  disclosure: notice.disclosure?.text,
  dates: notice.dates.map((d) => `${d.role} ${d.start} ${d.end}`),
  deadlines: notice.deadlines.map((d) => `${d.due} ${d.action}`),
  contacts: notice.contacts.map((c) =>
    [
      c.unit?.text,
      ...c.people.map((x) => x.text),
      ...c.phones.map((x) => x.number),
      ...c.emails.map((x) => x.text),
    ].join(' '),
  ),
  attachments: notice.attachments.map((a) => a.text),
  citations: notice.citations.map((c) => c.title?.text ?? c.documentNumber?.text),
  outline: notice.outline.map((s) => `${s.number} ${s.heading} ${s.children.map((c) => c.number).join(' ')}`),
})

/** Rows of the tables by columns, merged cells in each place they cover. */
const columns = (read: ReadResult) =>
  tablesOf(elementsOf(parseTree(read, []))).flatMap(({ above, header, rows }) =>
    [...above, ...(header ? [header] : []), ...rows].map((row) => row.cells.map((c) => c.text).join('|')),
  )

function parse(read: ReadResult): Notice {
  const diagnostics: Diagnostic[] = []
  const notice = extractTree(parseTree(read, diagnostics), {}, diagnostics)
  expect(badSpans(notice, notice.source.text)).toEqual([])
  return notice
}

const bytesOf = (name: string) => new Uint8Array(readFileSync(path(`test/fixtures/${name}`)))
const textOf = async (body: string, extra: Record<string, string> = {}) =>
  (await readDocx(docx(body, extra), 'a.docx', [])).source.text

describe('the carrier law', () => {
  for (const name of NAMES) {
    const text = parseNotice(readFileSync(path(`corpus/${name}.txt`), 'utf8'))
    it(`${name}.docx`, async () => {
      const notice = parse(await readDocx(bytesOf(`docx/${name}.docx`), `${name}.docx`, []))
      expect(notice.source.carrier).toBe('docx')
      expect(core(notice)).toEqual(core(text))
    })
    it(`${name}.docx, written by the tools of this test`, async () => {
      const body = noticeBody(readFileSync(path(`corpus/${name}.txt`), 'utf8'), true)
      expect(core(parse(await readDocx(docx(body), `${name}.docx`, [])))).toEqual(core(text))
    })
    it(`${name}.rtf`, () => {
      expect(core(parse(readRtf(bytesOf(`doc/${name}.rtf`), `${name}.rtf`)))).toEqual(core(text))
    })
    it(`${name}.doc`, async () => {
      const notice = parse(await readDoc(bytesOf(`doc/${name}.doc`), `${name}.doc`, []))
      // Automatic numbers are not in the text of a DOC file.
      const outline = name === 'work-plan-issued' ? [] : core(text).outline
      expect(core(notice)).toEqual({ ...core(text), outline })
    })
  }
})

describe('what stands on the sheet', () => {
  it('counts automatic numbers by list and level', async () => {
    const numbered = (text: string, level: number, list = 1) =>
      p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
    const body =
      numbered('目标', 0) +
      numbered('任务', 0) +
      numbered('甲', 1) +
      numbered('乙', 1) +
      numbered('丙', 2) +
      numbered('保障', 0) +
      numbered('丁', 1) +
      numbered('另', 0, 2) +
      numbered('无', 0, 0)
    expect(await textOf(body, { 'word/numbering.xml': numbering(2) })).toBe(
      '一、目标\n二、任务\n（一）甲\n（二）乙\n1.丙\n三、保障\n（一）丁\n一、另\n无',
    )
  })

  it('takes numbers from styles and restarts a list where asked for', async () => {
    const styles = `<w:styles xmlns:w="${W}"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`
    const list = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:pStyle w:val="1"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
    const styled = (text: string) => p(text, '<w:pStyle w:val="1"/>')
    const again = p('丙', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')
    const parts = { 'word/styles.xml': styles, 'word/numbering.xml': list }
    expect(await textOf(styled('甲') + styled('乙') + again, parts)).toBe('①甲\n②乙\n①丙')
  })

  it('reads tracked changes as accepted and says so', async () => {
    const diagnostics: Diagnostic[] = []
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('请于')}<w:del><w:r><w:delText>5月</w:delText></w:r></w:del><w:ins>${run('6月')}</w:ins><w:moveFrom>${run('旧')}</w:moveFrom>${run('3日前')}</w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('报')}</w:p>${p('送')}`
    const read = await readDocx(docx(body), 'a.docx', diagnostics)
    expect(read.source.text).toBe('请于6月3日前\n报送')
    expect(diagnostics.map((d) => d.ruleId)).toEqual(['read/tracked-changes'])
  })

  it('leaves out struck-out text and says so', async () => {
    const diagnostics: Diagnostic[] = []
    const run = (text: string, rPr = '') => `<w:r><w:rPr>${rPr}</w:rPr><w:t>${text}</w:t></w:r>`
    const body = `<w:p>${run('请于')}${run('5月', '<w:strike/>')}${run('6月', '<w:strike w:val="0"/>')}${run('2日', '<w:dstrike/>')}${run('3日前')}</w:p>`
    const read = await readDocx(docx(body), 'a.docx', diagnostics)
    expect(read.source.text).toBe('请于6月3日前')
    expect(diagnostics.map((d) => d.ruleId)).toEqual(['read/struck-out'])
  })

  it('reads a text box once, results of fields, no hidden text', async () => {
    const content = `<w:txbxContent>${p('示例市教育局文件')}</w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${content}</w:drawing></mc:Choice><mc:Fallback><w:pict>${content}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>甲</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:t>X</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:tab/><w:t>丙&amp;&#x4E01;</w:t><w:br/><w:t>戊</w:t></w:r></w:p>`
    expect(await textOf(body)).toBe('示例市教育局文件\n甲乙        丙&丁\n戊')
  })

  it('makes rows of tables, and lines of frames of one column', async () => {
    const grid = '<w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>'
    const nested = `<w:tbl>${grid}<w:tr><w:tc>${p('第一段')}${p('第二段')}</w:tc><w:tc>${p('')}</w:tc><w:tc>${table([['内', '里']])}</w:tc></w:tr></w:tbl>`
    expect(await textOf(nested + table([['抄送：各局。']]))).toBe('第一段 第二段\t\t内 里\n抄送：各局。')
    // Columns without rules are those of a signature.
    expect(await textOf(table([['甲局', '乙局']], 'none'))).toBe('甲局        乙局')
  })

  it('keeps columns aligned where cells are merged', async () => {
    const cell = (text: string, tcPr = '') => `<w:tc><w:tcPr>${tcPr}</w:tcPr>${p(text)}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const begin = '<w:vMerge w:val="restart"/>'
    const goOn = '<w:vMerge/>'
    const ruled = (...rows: string[]) =>
      `<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single"/></w:tblBorders></w:tblPr>${rows.join('')}</w:tbl>`
    const body = ruled(
      row(cell('片区'), cell('姓名'), cell('电话')),
      row(cell('东片', begin), cell('张三'), cell('0100-5550123')),
      row(cell('', goOn), cell('李四'), cell('0100-5550124')),
      row(cell('合计', '<w:gridSpan w:val="2"/>'), cell('2')),
      row(cell('西片', begin), cell('无', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>')),
      row(cell('', goOn), cell('王五'), cell('0100-5550125')),
      '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>'.concat(cell('赵六'), cell('0100-5550126'), '</w:tr>'),
    )
    const read = await readDocx(docx(body), 'a.docx', [])
    expect(read.source.text).toBe(
      '片区\t姓名\t电话\n东片\t张三\t0100-5550123\n李四\t0100-5550124\n合计\t2\n西片\t无\n王五\t0100-5550125\n\t赵六\t0100-5550126',
    )
    // Within a notice, so that no row is taken for its title.
    const notice = docx(p('各单位：') + p('现将名单印发给你们，请遵照执行。') + body)
    expect(columns(await readDocx(notice, 'a.docx', []))).toEqual([
      '片区|姓名|电话',
      '东片|张三|0100-5550123',
      '东片|李四|0100-5550124',
      '合计|合计|2',
      '西片|无|无',
      '西片|王五|0100-5550125',
      '|赵六|0100-5550126',
    ])
  })

  it('reads merged cells and notes of a DOC file as those of DOCX', async () => {
    expect(await textOf(MERGED.body, MERGED.parts)).toBe(MERGED.text)
    const { source } = await readDoc(bytesOf('doc/merged-cells.doc'), 'a.doc', [])
    expect(source.text).toBe(MERGED.text)
    expect(columns(await readDoc(bytesOf('doc/merged-cells.doc'), 'a.doc', []))).toEqual(MERGED.columns)
    expect(columns(await readDocx(docx(MERGED.body, MERGED.parts), 'a.docx', []))).toEqual(MERGED.columns)
  })

  it('reads notes behind the text, where they close no zone', async () => {
    const note = (id: number, text: string, type = '') =>
      `<w:footnote w:id="${id}"${type && ` w:type="${type}"`}>${p(text)}</w:footnote>`
    const mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    const body = `${p('示例市教育局关于示例工作的通知', '<w:pStyle w:val="Title"/>')}${p('各学校：')}<w:p><w:r><w:t>请于5月20日前报送材料</w:t></w:r>${mark}<w:r><w:t>。</w:t></w:r></w:p>${p('示例市教育局')}${p('2024年5月6日')}`
    const parts = {
      'word/footnotes.xml': `<w:footnotes xmlns:w="${W}">${note(0, '——', 'separator')}${note(1, '材料寄至示例路1号，电话：0100-5550123。')}</w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes xmlns:w="${W}"><w:endnote w:id="1">${p('依据《示例办法》。')}</w:endnote></w:endnotes>`,
    }
    const read = await readDocx(docx(body, parts), 'a.docx', [])
    const lines = read.source.text.split('\n')
    expect(lines.slice(-2)).toEqual(['材料寄至示例路1号，电话：0100-5550123。', '依据《示例办法》。'])
    expect(lines).toContain('请于5月20日前报送材料。')
    const notice = parse(read)
    const without = parse(await readDocx(docx(body), 'a.docx', []))
    expect(notice.issuingBodies).toEqual(without.issuingBodies)
    expect(notice.dates).toEqual(without.dates)
    expect(notice.deadlines).toEqual(without.deadlines)
    expect(notice.contacts.flatMap((c) => c.phones.map((x) => x.number))).toEqual(['0100-5550123'])
    expect(notice.citations.map((c) => c.title?.text)).toEqual(['示例办法'])
  })

  it('reads the bodies of a joint signature set in columns', async () => {
    const lines = readFileSync(path('corpus/many-bodies-columns.txt'), 'utf8').split('\n')
    const from = lines.findIndex((line) => line.startsWith('国家生境保护局   '))
    const rows = lines.slice(from, from + 6).map((line) => line.trim().split(/ {4,}/))
    const bodies = parseNotice(lines.join('\n')).issuingBodies.map((b) => b.name)
    expect(bodies).toHaveLength(11)
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const byTabs = rows.map((row) => `<w:p>${row.map(run).join('<w:r><w:tab/></w:r>')}</w:p>`).join('')
    for (const signature of [byTabs, table(rows, 'none')]) {
      const body = noticeBody(lines.slice(0, from).join('\n')) + signature + p('2023年7月20日', '<w:jc w:val="right"/>')
      const notice = parse(await readDocx(docx(body), 'a.docx', []))
      expect(notice.issuingBodies.map((b) => b.name)).toEqual(bodies)
    }
  })

  it('keeps alignment as indentation and marks the title', async () => {
    const read = await readDocx(
      docx(p('通知', '<w:pStyle w:val="Title"/>') + p('某局', '<w:jc w:val="right"/>')),
      '',
      [],
    )
    expect(read.source.text).toBe(`${' '.repeat(8)}通知\n${' '.repeat(20)}某局`)
    expect(read.marks).toEqual([{ at: 0, kind: 'heading', depth: 1 }])
  })

  it('reads headers only where the sheet is empty', async () => {
    const header = `<w:hdr xmlns:w="${W}">${p('页眉')}</w:hdr>`
    expect(await textOf(p('正文'), { 'word/header1.xml': header })).toBe('正文')
    expect((await textOf(p(''), { 'word/header1.xml': header })).trim()).toBe('页眉')
  })

  it('knows the namespace by its name, not by its prefix', async () => {
    const xml = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>通知</x:t></x:r></x:p></x:body></x:document>`
    expect(await textOf('', { 'word/document.xml': xml })).toBe('通知')
  })
})

describe('what cannot be read', () => {
  const codeOf = async (read: () => unknown) => {
    try {
      await read()
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableNoticeError)
      return (error as UnreadableNoticeError).code
    }
    return 'read'
  }
  const documentCode = (xml: string) => codeOf(() => readDocx(docx('', { 'word/document.xml': xml }), 'a.docx', []))
  const open = `<w:document xmlns:w="${W}"><w:body>`

  it('refuses entities, depth, and XML that is cut off', async () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;">]>${open}<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
    expect(await documentCode(laughs)).toBe('broken')
    expect(await documentCode(open + '<w:p>'.repeat(100_000))).toBe('too-large')
    for (const tail of ['<w:p>', '<w:p', '<w:p a="', '<!--', '<![CDATA[', '</w:p>', '<?x'])
      expect(await documentCode(open + tail)).toBe('broken')
    expect(await documentCode('')).toBe('broken')
  })

  it('refuses other packages and files', async () => {
    const bytes = docx(p('通知'))
    expect(await codeOf(() => readDocx(bytes.subarray(0, 900), 'a.docx', []))).toBe('broken')
    expect(await documentCode('<workbook/>')).toBe('unsupported')
    expect(await codeOf(() => readDoc(bytes, 'a.doc', []))).toBe('broken')
  })

  it('ends on damaged OLE files with a result or its own error', async () => {
    const whole = bytesOf('doc/tender-notice.doc')
    for (const length of [0, 100, 512, 4000, whole.length - 600])
      expect(await codeOf(() => readDoc(whole.subarray(0, length), 'a.doc', []))).toBe('broken')
    for (let seed = 1; seed < 120; seed++) {
      const damaged = whole.slice()
      const at = seed % 2 ? seed * 4 : (seed * 2654435761) % damaged.length
      damaged[at] = (damaged[at]! + seed) & 255
      expect(['read', 'broken', 'unsupported']).toContain(await codeOf(() => readDoc(damaged, 'a.doc', [])))
    }
  })

  it('refuses chains of sectors that run in circles', async () => {
    const whole = bytesOf('doc/tender-notice.doc')
    const view = new DataView(whole.buffer)
    const table = (view.getInt32(76, true) + 1) * 512
    const first = view.getInt32(48, true)
    view.setInt32(table + first * 4, first + 1, true)
    view.setInt32(table + (first + 1) * 4, first, true)
    expect(await codeOf(() => readDoc(whole, 'a.doc', []))).toBe('broken')
  })
})

describe('DOC: struck-out text', () => {
  const HIDDEN = [0x3c, 0x08, 0x01]

  it.each([
    ['once', [0x37, 0x08, 0x01]],
    ['twice', [0x53, 0x2a, 0x01]],
  ])('%s is left out and reported, as hidden text is left out', async (_, struck) => {
    const whole = bytesOf('doc/merged-cells.doc')
    const plain: Diagnostic[] = []
    const hidden = await readDoc(whole, 'a.doc', plain)
    expect(plain.map((d) => d.ruleId)).not.toContain('read/struck-out')
    // The same run, with the modifier of a struck one in place of that of a hidden one.
    const bytes = Uint8Array.from(whole)
    let changed = 0
    for (let i = 0; i + 2 < bytes.length; i++)
      if (HIDDEN.every((b, k) => bytes[i + k] === b)) {
        bytes.set(struck, i)
        changed++
      }
    expect(changed).toBeGreaterThan(0)
    const diagnostics: Diagnostic[] = []
    const read = await readDoc(bytes, 'a.doc', diagnostics)
    expect(read.source.text).toBe(hidden.source.text)
    expect(diagnostics.map((d) => d.ruleId)).toContain('read/struck-out')
  })
})

describe('RTF', () => {
  const read = (rtf: string) => readRtf(Uint8Array.from(rtf, (c) => c.charCodeAt(0))).source.text

  it('decodes by the code page of the document and of the font', () => {
    expect(read("{\\rtf1\\ansi\\ansicpg936 \\'cd\\'a8\\'d6\\'aa\\par}").trim()).toBe('通知')
    const font =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset134 SimSun;}}\\f1\\'cd\\'a8\\'d6\\'aa \\f0\\'93a}"
    expect(read(font)).toBe('通知 “a')
    expect(read("{\\rtf1\\ansi\\ansicpg936\\uc2\\u-28646\\'cd\\'a8\\uc1\\u30693?x}")).toBe('通知x')
  })

  it('makes rows of cells and leaves destinations out', () => {
    const rows =
      '{\\rtf1{\\info{\\title no}}{\\*\\generator no;}\\trowd\\intbl a\\cell b\\par c\\cell\\row\\pard d\\tab e{\\field{\\*\\fldinst no}{\\fldrslt f}}\\par}'
    expect(read(rows).trim()).toBe('a\tb c\nd        ef')
  })

  it('is total and linear', () => {
    for (const rtf of ['', '{', '}', '\\', "\\'", "\\'x", '{\\rtf1\\u', '{\\rtf1\\bin99 a', '\\cell', '\\row', '{\\*'])
      expect(() => read(rtf)).not.toThrow()
    const before = performance.now()
    read('{'.repeat(500_000))
    read('}'.repeat(500_000))
    read("\\'c4".repeat(200_000))
    read('\\a'.repeat(300_000))
    expect(performance.now() - before).toBeLessThan(3000)
  })
})
