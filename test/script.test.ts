import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { traditional } from '../grammars/lexicon/traditional.js'
import {
  defineExtractor,
  extractors,
  findContacts,
  findDates,
  findDeadlines,
  findDocumentNumbers,
  type Notice,
  parseNotice,
  readNotice,
  type Span,
} from '../src/index.js'
import { isTraditional, simplified } from '../src/read/script.js'
import { redactNotice } from '../src/redact/index.js'
import { docx, noticeBody } from './tools/docx-writer.js'
import { encode } from './tools/encoders.js'
import { badSpans } from './tools/spans.js'

/** Simplified → the first traditional character of it: the inverse of what is read. */
const BACK = new Map([...traditional.to].map((c, i) => [c, traditional.from[i]!] as const).reverse())
const inTraditional = (text: string) => [...text].map((c) => BACK.get(c) ?? c).join('')

const CORPUS = new URL('../corpus/', import.meta.url)
const NOTICES = readdirSync(CORPUS).filter(
  (name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md' && !name.startsWith('traditional-'),
)

/** Everything read, in simplified characters: reasons of diagnostics name what they are about as it was read. */
const facts = ({ source: _, ...fields }: Notice) => JSON.parse(simplified(JSON.stringify(fields)))

describe('the table', () => {
  it('holds each character once, and no two that lead to each other', () => {
    const { from, to } = traditional
    expect(from).toHaveLength(to.length)
    expect(new Set(from).size).toBe(from.length)
    expect([...from].filter((c) => to.includes(c))).toEqual([])
    expect([...from].every((c) => c.length === 1)).toBe(true)
  })
})

describe('telling', () => {
  it.each([
    ['各有關單位：請於5月20日前報送。', true],
    ['各有关单位：请于5月20日前报送。', false],
    // A name, or a title that is quoted, does not change the script.
    ['联系人：張國華，电话：0100-5550123，请于5月20日前报送有关材料。', false],
    ['', false],
    ['請', false],
    // Characters that both have.
    ['皇后大道中六十里台', false],
  ])('%s', (text, expected) => expect(isTraditional(text)).toBe(expected))

  it('looks at the beginning only, so that it costs the same on a long text', () => {
    expect(isTraditional(`${'甲'.repeat(30_000)}請於關報`)).toBe(false)
  })

  it('no other notice of the corpus is in traditional characters', () => {
    for (const name of NOTICES) expect(isTraditional(readFileSync(new URL(name, CORPUS), 'utf8')), name).toBe(false)
  })
})

describe('a notice in traditional characters', () => {
  it.each(NOTICES)('says what its simplified text says: %s', (name) => {
    const carrier = name.endsWith('.md') ? 'markdown' : 'text'
    const text = readFileSync(new URL(name, CORPUS), 'utf8')
    const own = inTraditional(text)
    expect(simplified(own)).toBe(text)
    const notice = parseNotice(own, { carrier })
    expect(notice.source.text).toBe(own)
    expect(facts(notice)).toEqual(facts(parseNotice(text, { carrier })))
    // As printed, not as read.
    expect(badSpans(notice, own)).toEqual([])
    if (notice.title) expect(notice.title.text).toBe(inTraditional(notice.title.text))
  })

  const TEXT = `示例市教育局關於開展讀書活動的通知
示教函〔2024〕12號
各縣區教育局：
請於2024年5月20日前將報名表送至示例市教育局辦公室。
聯繫人：張麗華、陳老師，電話：0100-5550123。
附件：1.報名表
示例市教育局
2024年5月6日
`

  it('gives values as they are printed', () => {
    const notice = parseNotice(TEXT)
    expect(notice.title?.text).toBe('示例市教育局關於開展讀書活動的通知')
    expect(notice.documentType).toMatchObject({ text: '通知', kind: 'notice' })
    expect(notice.documentNumber).toMatchObject({ text: '示教函〔2024〕12號', agencyCode: '示教函', year: 2024 })
    expect(notice.issuingBodies).toMatchObject([{ text: '示例市教育局' }])
    expect(notice.addressees.map((a) => a.text)).toEqual(['各縣區教育局'])
    expect(notice.deadlines).toMatchObject([
      { due: '2024-05-20', action: '將報名表送至示例市教育局辦公室', recipient: '示例市教育局辦公室' },
    ])
    expect(notice.contacts[0]!.people).toMatchObject([{ name: '張麗華' }, { name: '陳', text: '陳老師' }])
    expect(notice.attachments.map((a) => a.text)).toEqual(['報名表'])
  })

  it('a body that is known keeps the name by which it is known', () => {
    const [body] = parseNotice(TEXT.replaceAll('示例市教育局', '教育部').replace('各縣區', '各省')).issuingBodies
    expect(body).toMatchObject({ text: '教育部', name: '教育部' })
    const [finance] = parseNotice(TEXT.replaceAll('示例市教育局', '財政部').replace('各縣區', '各省')).issuingBodies
    expect(finance).toMatchObject({ text: '財政部', name: '财政部' })
  })

  it('as a page in Big5, labels of the page as well', async () => {
    const lines = TEXT.trim().split('\n')
    const page = `<html><head><meta charset="big5"><title>${lines[0]}</title></head><body><div><a href="/">首頁</a> &gt; 通知公告</div><h1>${lines[0]}</h1><p>發布日期：2024-05-07　瀏覽次數：12</p>${lines
      .slice(1)
      .map((line) => `<p>${line.replace('聯繫人', '聯<b>繫</b>&nbsp;人')}</p>`)
      .join('')}<p>上一篇：關於放假的通知</p></body></html>`
    const notice = await readNotice(encode(page, 'big5'), { filename: 'notice.html' })
    expect(notice.source).toMatchObject({ encoding: 'big5', text: page })
    expect(notice.title?.text).toBe(lines[0])
    expect(notice.dates.map((d) => `${d.role} ${d.start}`)).toEqual(['signed 2024-05-06', 'published 2024-05-07'])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-05-20'])
    expect(notice.contacts[0]!.people.map((p) => p.text)).toEqual(['張麗華', '陳老師'])
  })

  it('as a file', async () => {
    const notice = await readNotice(docx(noticeBody(TEXT)), { filename: 'notice.docx' })
    expect(notice.title?.text).toBe('示例市教育局關於開展讀書活動的通知')
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-05-20'])
    expect(notice.contacts[0]!.people.map((p) => p.text)).toEqual(['張麗華', '陳老師'])
  })

  it('leaves alone what an extractor of somebody’s own has frozen, and ends where its value holds itself', () => {
    const shared = Object.freeze({ text: '报名表', span: { start: 0, end: 200 } })
    const own: { text: string; span: Span; self?: unknown } = { text: '报名表', span: { start: 0, end: 200 } }
    own.self = own
    const mine = defineExtractor({
      name: 'mine',
      many: true,
      *extract() {
        for (const value of [shared, own]) yield { value, range: value.span, score: 1, rule: 'mine/value' }
      },
    })
    const notice = parseNotice(TEXT, { extractors: [...extractors, mine] })
    expect(notice.mine.map((value) => (value as { text: string }).text)).toEqual(['报名表', '報名表'])
  })

  it('is masked as it is printed', () => {
    const { text } = redactNotice(parseNotice(TEXT))
    for (const value of ['張麗華', '5550123']) expect(text).not.toContain(value)
    expect(text).toContain('請於2024年5月20日前')
  })

  it('in the fields that are read on their own', () => {
    expect(findDates('活動於2024年5月20日舉辦，請準時參加。')).toMatchObject([{ start: '2024-05-20' }])
    expect(findDeadlines(TEXT)).toMatchObject([{ due: '2024-05-20', deliverables: ['報名表'] }])
    expect(findDocumentNumbers(TEXT)).toMatchObject([{ text: '示教函〔2024〕12號' }])
    expect(findContacts(TEXT)[0]!.people.map((p) => p.text)).toEqual(['張麗華', '陳老師'])
  })
})
