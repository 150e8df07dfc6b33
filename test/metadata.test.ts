/** What a page states in its own table and its head, against what the notice prints: equal, differing, alone. */
import { describe, expect, it } from 'vitest'
import { type Notice, parseNotice } from '../src/index.js'
import { badSpans } from './tools/spans.js'

const TITLE = '示例市教育局关于做好2024年校园安全工作的通知'
const PRINTED = `<h1>${TITLE}</h1><p>示教发〔2024〕5号</p><div id="zoom"><p>各县（市、区）教育局：</p><p>　　现将2024年校园安全工作有关事项通知如下，请认真贯彻执行。</p>
<p>示例市教育局</p><p>2024年5月6日</p><p>（此件主动公开）</p></div>`

const table = (rows: Record<string, string>) =>
  `<table>${Object.entries(rows)
    .map(([label, value]) => `<tr><td>${label}：</td><td>${value}</td></tr>`)
    .join('')}</table>`

const page = (rows: Record<string, string>, body = PRINTED, head = '') =>
  `<html><head><title>${TITLE}</title>${head}</head><body>${table({ 索引号: 'EX001/2024-00001', ...rows })}${body}</body></html>`

const differing = (notice: Notice) =>
  notice.diagnostics.filter((d) => d.ruleId.endsWith('/metadata-differs')).map((d) => d.ruleId)

const EQUAL = {
  主题分类: '教育/安全',
  发文机关: '市教育局',
  成文日期: '2024年05月06日',
  标题: '关于做好2024年校园安全工作的通知',
  发文字号: '示教发[2024]5号',
  发布日期: '2024-05-07',
  公开方式: '主动公开',
}

describe('a page that agrees', () => {
  it('says nothing, and the print is what is read', () => {
    const html = page(EQUAL)
    const notice = parseNotice(html)
    expect(differing(notice)).toEqual([])
    expect(notice.title?.text).toBe(TITLE)
    expect(html.slice(notice.documentNumber!.span.start, notice.documentNumber!.span.end)).toBe('示教发〔2024〕5号')
    expect(notice.issuingBodies.map((b) => [b.text, b.from])).toEqual([['示例市教育局', 'signature']])
    expect(notice.disclosure!.span.start).toBeGreaterThan(html.indexOf('此件'))
    expect(notice.themes.map((t) => [t.kind, t.text])).toEqual([['category', '教育/安全']])
    expect(notice.dates.map((d) => [d.role, d.start])).toEqual([
      ['signed', '2024-05-06'],
      ['published', '2024-05-07'],
    ])
    expect(badSpans(notice, html)).toEqual([])
  })

  it('a shortened title, a longer list of bodies and 公开 are the same', () => {
    const notice = parseNotice(
      page({
        ...EQUAL,
        标题: '示例市教育局关于做好2024年校园安全...',
        发文机关: '示例市教育局 示例市公安局',
        公开方式: '公开',
      }),
    )
    expect(differing(notice)).toEqual([])
  })
})

describe('a page that differs', () => {
  it.each([
    ['title', { 标题: '关于做好2023年防汛工作的通知' }, '关于做好2023年防汛工作的通知'],
    ['documentNumber', { 发文字号: '示教发〔2024〕6号' }, '示教发〔2024〕6号'],
    ['issuingBodies', { 发文机关: '示例市财政局' }, '示例市财政局'],
    ['disclosure', { 公开方式: '依申请公开' }, '依申请公开'],
    ['dates', { 成文日期: '2024年05月08日' }, '2024年05月08日'],
  ])('%s: the print wins, and the difference is told at its place', (field, row, value) => {
    const html = page({ ...EQUAL, ...(row as Record<string, string>) })
    const notice = parseNotice(html)
    const same = parseNotice(page(EQUAL))
    expect(differing(notice)).toEqual([`${field}/metadata-differs`])
    const { span, severity } = notice.diagnostics.find((d) => d.ruleId === `${field}/metadata-differs`)!
    expect(severity).toBe('warning')
    expect(html.slice(span!.start, span!.end)).toBe(value)
    const facts = (n: Notice) => [
      n.title?.text,
      n.documentNumber?.text,
      n.issuingBodies.map((b) => b.text),
      n.disclosure?.text,
      n.dates.map((d) => [d.role, d.start]),
    ]
    expect(facts(notice)).toEqual(facts(same))
  })

  it('<meta> against what the page shows', () => {
    const head =
      '<meta name="ArticleTitle" content="关于做好防汛工作的通知"><meta name="PubDate" content="2024-05-09 08:00">'
    const html = page({ 发布日期: '2024-05-07', 发文机关: '示例市教育局' }, PRINTED, head)
    const notice = parseNotice(html)
    expect(notice.title?.text).toBe(TITLE)
    expect(notice.dates.find((d) => d.role === 'published')?.start).toBe('2024-05-07')
    expect(
      notice.diagnostics
        .filter((d) => d.ruleId.endsWith('differs'))
        .map((d) => [d.ruleId, html.slice(d.span!.start, d.span!.end)]),
    ).toEqual([
      ['title/metadata-differs', '关于做好防汛工作的通知'],
      ['dates/metadata-differs', '2024-05-09 08:00'],
    ])
    expect(
      differing(parseNotice(html.replaceAll('2024-05-09', '2024-05-07').replace('关于做好防汛', '做好2024年校园安全'))),
    ).toEqual([])
  })
})

describe('what only the page states', () => {
  const BARE = '<div id="zoom"><p>现将2024年校园安全工作有关事项通知如下，请认真贯彻执行。</p><p>特此通知。</p></div>'

  it('its table', () => {
    const html = page({ ...EQUAL, 标题: TITLE }, BARE).replace(/<title>.*?<\/title>/, '')
    const notice = parseNotice(html)
    expect(differing(notice)).toEqual([])
    expect(notice.title?.text).toBe(TITLE)
    expect(notice.documentType?.kind).toBe('notice')
    expect(notice.documentNumber?.text).toBe('示教发〔2024〕5号')
    expect(notice.issuingBodies.map((b) => [b.text, b.from])).toEqual([['市教育局', 'metadata']])
    expect(notice.disclosure?.text).toBe('主动公开')
    expect(notice.dates.map((d) => [d.role, d.start])).toEqual([
      ['signed', '2024-05-06'],
      ['published', '2024-05-07'],
    ])
    expect(badSpans(notice, html)).toEqual([])
  })

  it('its head', () => {
    const html = `<html><head><meta name="ArticleTitle" content="关于做好校园安全工作的通知"><meta name="PubDate" content="2024-05-07 09:00">
      <meta name="ContentSource" content="示例市教育局"></head><body>${BARE}</body></html>`
    const notice = parseNotice(html)
    expect(notice.title?.text).toBe('关于做好校园安全工作的通知')
    expect(notice.issuingBodies.map((b) => [b.text, b.from])).toEqual([['示例市教育局', 'metadata']])
    expect(notice.dates.map((d) => [d.role, d.start.slice(0, 10)])).toEqual([['published', '2024-05-07']])
    expect(badSpans(notice, html)).toEqual([])
  })

  it('a source that is no body names no issuer', () => {
    for (const source of ['本网站', '示例日报', '互联网'])
      expect(
        parseNotice(
          `<html><head><meta name="ContentSource" content="${source}"></head><body><h1>关于做好校园安全工作的通知</h1>${BARE}</body></html>`,
        ).issuingBodies,
      ).toEqual([])
  })
})
