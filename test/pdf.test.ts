/** PDF: printed lines come back as lines, facts are those of the text, and what cannot be read says so. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { extractTree, parseNotice, parseTree } from '../src/notice.js'
import { UnreadableNoticeError } from '../src/read/errors.js'
import { readPdf } from '../src/read/pdf.js'
import type { Diagnostic, Notice } from '../src/types.js'
import { makePdf, type Placed } from './tools/pdf.js'
import { badSpans, key } from './tools/spans.js'

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/pdf/${name}`, import.meta.url)))
const corpus = (name: string) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8')

async function textOf(pages: readonly (readonly Placed[])[], options: { rotate?: number } = {}): Promise<string> {
  const diagnostics: Diagnostic[] = []
  const { source } = await readPdf(makePdf(pages, options), 'made.pdf', diagnostics, {})
  expect(diagnostics).toEqual([])
  return source.text
}

const core = (notice: Notice) => ({
  title: key(notice.title?.text ?? ''),
  documentNumber: key(notice.documentNumber?.text ?? ''),
  issuingBodies: notice.issuingBodies.map((body) => key(body.text)),
  dates: notice.dates.map(({ role, start, end }) => [role, start, end]),
  deadlines: notice.deadlines.map(({ due }) => due),
  people: notice.contacts.flatMap((contact) => contact.people.map((person) => key(person.text))),
  phones: notice.contacts.flatMap((contact) => contact.phones.map((phone) => phone.number)),
  emails: notice.contacts.flatMap((contact) => contact.emails.map((mail) => key(mail.text))),
})

describe('printed notices', () => {
  for (const name of ['text-no-signature', 'many-bodies-columns', 'tender-notice', 'letter-format']) {
    it(`reads ${name} as its text`, async () => {
      const diagnostics: Diagnostic[] = []
      const read = await readPdf(fixture(`${name}.pdf`), `${name}.pdf`, diagnostics, {})
      expect(diagnostics).toEqual([])
      const notice = extractTree(parseTree(read, diagnostics), {}, diagnostics)
      expect(core(notice)).toEqual(core(parseNotice(corpus(`${name}.txt`))))
      expect(badSpans(notice, notice.source.text)).toEqual([])
      expect(notice.source.carrier).toBe('pdf')
      expect(notice.source.pages!.length).toBeGreaterThan(1)
      for (const page of notice.source.pages!) expect(page.end).toBeGreaterThan(page.start)
    })
  }

  it('leaves the bytes to the caller', async () => {
    const bytes = Buffer.from(fixture('letter-format.pdf'))
    await readPdf(bytes, undefined, [], {})
    expect(bytes.byteLength).toBeGreaterThan(1000)
  })
})

describe('lines', () => {
  const paragraph = (y: number) => ({ text: '各县区农业农村局，各有关单位。', x: 72, y })

  it('keeps indents, column gaps, letter-spacing and wider line gaps', async () => {
    const text = await textOf([
      [
        { text: '各单位：', x: 72, y: 100 },
        { text: '为做好工作，', x: 104, y: 125 },
        { text: '现通知如下。', x: 200, y: 125 },
        { text: '某市教育局', x: 72, y: 200 },
        { text: '某市财政局', x: 312, y: 200 },
        { text: '联系人', x: 72, y: 225, tracking: 8 },
        { text: '：张三', x: 144, y: 225 },
      ],
    ])
    expect(text).toBe(
      `各单位：\n    为做好工作，现通知如下。\n\n某市教育局${' '.repeat(20)}某市财政局\n联 系 人 ：张三`,
    )
  })

  it('closes the gaps of a justified line', async () => {
    const text = await textOf([
      [{ text: '各县区要加强组织领导落实责任分工', x: 72, y: 100, tracking: 6 }, paragraph(130)],
    ])
    expect(text).toBe('各县区要加强组织领导落实责任分工\n各县区农业农村局，各有关单位。')
  })

  it('reads a line in the order of the sheet, not of the file', async () => {
    const pieces = [
      { text: '通知', x: 136, y: 101 },
      paragraph(130),
      { text: '关于节水的', x: 56, y: 100 },
      { text: '①', x: 170, y: 94, size: 9 },
    ]
    expect((await textOf([pieces])).split('\n')[0]).toMatch(/^关于节水的通知①$/)
  })

  it('counts text that is struck twice once', async () => {
    const strike = (dx: number) => ({ text: '关于节水的通知', x: 72 + dx, y: 100 })
    expect(await textOf([[strike(0), strike(0.4), strike(0.8), paragraph(130)]])).toBe(
      '关于节水的通知\n各县区农业农村局，各有关单位。',
    )
  })

  it('leaves out oblique watermarks, and turns what is turned as a whole', async () => {
    const oblique = { text: '内部资料', x: 200, y: 400, size: 60, turn: 0.5 }
    expect(await textOf([[paragraph(100), oblique]])).toBe('各县区农业农村局，各有关单位。')
    const turned = [
      { text: '第一行文字在这里', x: 100, y: 700, turn: 1 },
      { text: '第二行', x: 125, y: 700, turn: 1 },
    ]
    expect(await textOf([turned], { rotate: 90 })).toBe('第一行文字在这里\n第二行')
    expect(await textOf([turned])).toBe('第一行文字在这里\n第二行')
  })

  it('drops running heads and page numbers, and keeps annex labels', async () => {
    const page = (n: number): Placed[] => [
      { text: '某市人民政府公报', x: 72, y: 40 },
      { text: `第${n}期`, x: 480, y: 60 },
      { text: `附件${n}`, x: 72, y: 90 },
      paragraph(130),
      { text: `${n}`, x: 300, y: 800 },
    ]
    const text = await textOf([page(1), page(2), page(3)])
    expect(text.replace(/各县区农业农村局，各有关单位。/g, '…')).toBe('附件1\n…\n附件2\n…\n附件3\n…')
  })

  it('undoes wraps at the right edge, within addresses too, and leaves short and listed lines', async () => {
    const rows = [
      '各单位要加强组织领导落实责任分工做好',
      '宣传工作并按时报送材料至以下邮箱并抄',
      '送本局综合科邮箱为综合科zhkx@exam',
      'ple.gov.cn。',
      '一、加强领导各单位要明确责任细化分工',
      '二、报送材料',
      '某市教育局',
    ]
    const text = await textOf([rows.map((row, i) => ({ text: row, x: 72, y: 100 + i * 25 }))])
    expect(text.split('\n')).toEqual([rows.slice(0, 4).join(''), ...rows.slice(4)])
  })

  it('tells paragraphs by their indents where the sheet has them', async () => {
    const full = (text: string) => text.padEnd(20, '示例')
    const rows: [string, number][] = [
      [full('一是加强领导，明确责任，').slice(0, 18), 104],
      [full('细化分工。').slice(0, 19).concat('。'), 72],
      ['本句在行首接上一段。', 72],
      [full('报到时间：按通知所定的').slice(0, 18), 104],
      ['培训时间：另行通知。', 104],
      [full('三是报送材料，联系').slice(0, 18), 104],
      ['处室的电话在此：0100-', 72],
      ['5550123，请按时报送。', 72],
      ['四是及时总结。', 104],
      ['示例市农业农村局', 264],
      ['示例市乡村振兴局', 264],
      ['2024年5月6日', 290],
      ['附件', 72],
    ]
    const text = await textOf([rows.map(([row, x], i) => ({ text: row, x, y: 100 + i * 25 }))])
    const lines = text.split('\n').map((line) => line.trim())
    expect(lines).toEqual([
      rows
        .slice(0, 3)
        .map(([row]) => row)
        .join(''),
      rows[3]![0],
      rows[4]![0],
      rows
        .slice(5, 8)
        .map(([row]) => row)
        .join(''),
      ...rows.slice(8).map(([row]) => row),
    ])
  })

  it('joins a sentence over a page break', async () => {
    const { source } = await readPdf(makePdf([[paragraph(700)], [], [paragraph(100)]]), undefined, [], {})
    expect(source.pages).toEqual([
      { start: 0, end: 15 },
      { start: 15, end: 15 },
      { start: 16, end: 31 },
    ])
    expect(source.text[15]).toBe('\n')
  })
})

describe('what cannot be read', () => {
  const line = { text: '通知', x: 72, y: 100 }
  const reading = (bytes: Uint8Array, name = 'x.pdf') => readPdf(bytes, name, [], {})

  it('says so with code and name', async () => {
    const whole = fixture('letter-format.pdf')
    const cases: [Uint8Array, string][] = [
      [new Uint8Array(0), 'broken'],
      [new TextEncoder().encode('%PDF-1.7\nnothing'), 'broken'],
      [whole.subarray(0, whole.length >> 1), 'broken'],
      [crypto.getRandomValues(new Uint8Array(2000)), 'broken'],
      [fixture('encrypted.pdf'), 'unsupported'],
    ]
    for (const [bytes, code] of cases) {
      const error = await reading(bytes).catch((cause: unknown) => cause)
      expect(error).toBeInstanceOf(UnreadableNoticeError)
      expect(error).toMatchObject({ code, filename: 'x.pdf', message: expect.stringMatching(/^x\.pdf: this PDF /) })
    }
  })

  it('reports a PDF without text', async () => {
    const diagnostics: Diagnostic[] = []
    const { source } = await readPdf(makePdf([[], []]), undefined, diagnostics, {})
    expect(source.text).toBe('')
    expect(diagnostics).toMatchObject([{ ruleId: 'read/no-text-layer', severity: 'error', span: null }])
  })

  it('stops at the greatest number of pages', async () => {
    const diagnostics: Diagnostic[] = []
    const { source } = await readPdf(makePdf([[line], [line], [line]]), undefined, diagnostics, { maxPages: 2 })
    expect(source.pages).toHaveLength(2)
    expect(diagnostics).toMatchObject([{ ruleId: 'read/truncated' }])
  })

  describe('without pdfjs-dist', () => {
    afterEach(() => {
      vi.doUnmock('pdfjs-dist/legacy/build/pdf.worker.mjs')
      vi.resetModules()
    })

    it('names the package to install', async () => {
      vi.resetModules()
      vi.doMock('pdfjs-dist/legacy/build/pdf.worker.mjs', () => {
        throw Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' })
      })
      const { readPdf: fresh } = await import('../src/read/pdf.js')
      await expect(fresh(makePdf([[line]]), 'x.pdf', [], {})).rejects.toMatchObject({
        code: 'missing-peer',
        message: 'x.pdf: reading PDF needs pdfjs-dist: npm i pdfjs-dist',
      })
    })
  })
})
