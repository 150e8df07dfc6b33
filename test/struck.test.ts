/** Struck-out text gives no fact, whatever the carrier, and is reported; a tag that was never closed loses nothing. */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'
import { readRtf } from '../src/read/rtf.js'
import { MAX_STRUCK, withoutStruck } from '../src/read/struck.js'
import type { Diagnostic } from '../src/types.js'

const page = (body: string) =>
  `<html><head><title>关于报名工作的通知</title></head><body><div class="article-content"><h1>示例市教育局关于报名工作的通知</h1><p>各学校：</p>${body}<p>示例市教育局</p><p>2026年5月1日</p></div></body></html>`
const markdown = (body: string) =>
  `# 示例市教育局关于报名工作的通知\n\n各学校：\n\n${body}\n\n示例市教育局\n\n2026年5月1日\n`

function facts(source: string) {
  const { deadlines, contacts, diagnostics } = parseNotice(source)
  const struck = diagnostics.filter((d) => d.ruleId === 'read/struck-out')
  return {
    due: deadlines.map((d) => d.due),
    numbers: contacts.flatMap((c) => c.phones.map((p) => p.number)),
    struck: struck.map((d) => source.slice(d.span!.start, d.span!.end)),
  }
}

describe('pages', () => {
  it.each([
    ['<del>', '</del>'],
    ['<s>', '</s>'],
    ['<strike>', '</strike>'],
    ['<span style="color:red;text-decoration: line-through">', '</span>'],
    ['<b style="text-decoration-line:underline line-through">', '</b>'],
  ])('%s…%s', (open, close) => {
    const body = `<p>请于${open}5月20日前${close}5月25日前报送名单。</p><p>联系电话：${open}0578-5550101${close}0578-5550102</p>`
    expect(facts(page(body))).toEqual({
      due: ['2026-05-25'],
      numbers: ['0578-5550102'],
      struck: [`${open}5月20日前`, `${open}0578-5550101`],
    })
  })

  it('keeps what an element without end, or without text, holds', () => {
    const long = `<p>${'本次报名工作由各学校自行组织，按时完成。'.repeat(Math.ceil(MAX_STRUCK / 20) + 1)}</p>`
    const open = facts(page(`<s>${long}<p>请于5月25日前报送名单，联系电话：0578-5550102。</p>`))
    expect(open).toEqual({ due: ['2026-05-25'], numbers: ['0578-5550102'], struck: [] })
    expect(facts(page('<p>请于<s></s>5月25日前报送名单。</p>')).struck).toEqual([])
  })

  it('looks at each element once, however deep they nest', () => {
    const deep = `${'<s>'.repeat(20_000)}请于5月25日前报送名单。${'</s>'.repeat(20_000)}`
    expect(facts(page(`<p>${deep}</p><p>请于5月26日前报送名单。</p>`)).due).toEqual(['2026-05-26'])
  })
})

describe('Markdown', () => {
  it('leaves out ~~ ~~ in text, tables and headings', () => {
    expect(
      facts(markdown('请于~~5月20日前~~**5月25日前**报送名单，联系电话：~~0578-5550101~~ 0578-5550102。')),
    ).toEqual({
      due: ['2026-05-25'],
      numbers: ['0578-5550102'],
      struck: ['~~5月20日前~~', '~~0578-5550101~~'],
    })
    const table = '| 事项 | 截止时间 |\n|---|---|\n| 报名 | ~~5月20日~~ 5月25日 |'
    expect(facts(markdown(table)).due).toEqual(['2026-05-25'])
  })

  it.each([
    '5月1日~~5月3日',
    '9:00~~11:30,14:00~~17:00',
    '5月1日~~3日、6月1日~~3日',
    '~~~\n代码\n~~~',
    '温度~~ 20 ~~度',
    '\\~~甲~~',
    '~~甲\n乙~~',
  ])('keeps %j', (text) => {
    expect(withoutStruck(text)).toEqual({ text, struck: [] })
  })

  it('keeps every offset', () => {
    const { text, struck } = withoutStruck('甲~~乙丙~~丁~~戊~~')
    expect(text).toHaveLength(13)
    expect(text.replaceAll('\u200b', '')).toBe('甲丁')
    expect(struck).toEqual([
      { start: 1, end: 7 },
      { start: 8, end: 13 },
    ])
  })
})

it('RTF: struck-out runs are left out until they end', () => {
  const diagnostics: Diagnostic[] = []
  const rtf = '{\\rtf1\\ansi a{\\strike b}c\\strike d\\strike0 e\\striked1 f\\plain g}'
  const { source } = readRtf(
    Uint8Array.from(rtf, (c) => c.charCodeAt(0)),
    'a.rtf',
    diagnostics,
  )
  expect(source.text.trim()).toBe('aceg')
  expect(diagnostics.map((d) => d.ruleId)).toEqual(['read/struck-out'])
})
