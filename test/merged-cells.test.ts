/** Merged cells: what stands once in a page's table counts for each row and column it covers, and is one fact. */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'
import { extractTree, parseTree } from '../src/notice.js'
import { tablesOf } from '../src/parse/tables.js'
import { elementsOf } from '../src/parse/tree.js'
import { readHtml } from '../src/read/html.js'
import { badSpans } from './tools/spans.js'

const page = (table: string) => `<html><body><h1>示例市示例局关于做好2024年示例工作的通知</h1><div id="zoom">
<p>各县（市、区）示例局：</p><p>　　现将2024年示例工作有关事项通知如下，请认真贯彻执行。</p>${table}<p>示例市示例局</p><p>2024年4月6日</p></div></body></html>`

const rowsOf = (rows: string) => `<table border="1">${rows}</table>`

/** The tables of a page by columns, merged cells in each place they cover. */
const tables = (table: string) =>
  tablesOf(elementsOf(parseTree(readHtml(page(table)), []))).map(({ header, rows }) =>
    [...(header ? [header] : []), ...rows].map((row) => row.cells.map((c) => c.text).join('|')),
  )

describe('columns', () => {
  it('rowspan', () => {
    expect(
      tables(
        rowsOf(`<tr><td>单位</td><td>姓名</td><td>电话</td></tr>
        <tr><td rowspan="2">综合科</td><td>苗青禾</td><td rowspan=2>0100-5550123</td></tr><tr><td>路远</td></tr>
        <tr><td>业务科</td><td>江一帆</td><td>0100-5550124</td></tr>`),
      ),
    ).toEqual([
      ['单位|姓名|电话', '综合科|苗青禾|0100-5550123', '综合科|路远|0100-5550123', '业务科|江一帆|0100-5550124'],
    ])
  })

  it('colspan, and labels that labels below divide', () => {
    expect(
      tables(
        rowsOf(`<tr><th rowspan=2>单位</th><th colspan=2>联系方式</th></tr><tr><th>电话</th><th>邮箱</th></tr>
        <tr><td>综合科</td><td>0100-5550123</td><td>a@example.gov.cn</td></tr><tr><td>业务科</td><td colspan=2>0100-5550124</td></tr>`),
      ),
    ).toEqual([['单位|电话|邮箱', '综合科|0100-5550123|a@example.gov.cn', '业务科|0100-5550124|0100-5550124']])
  })

  it('empty cells at the head of a row keep their place', () => {
    expect(
      tables(
        rowsOf('<tr><td>单位</td><td>姓名</td><td>电话</td></tr><tr><td></td><td>路远</td><td>0100-5550123</td></tr>'),
      ),
    ).toEqual([['单位|姓名|电话', '|路远|0100-5550123']])
  })

  it('rowspan=0 reaches to the end, foolish values are one', () => {
    expect(
      tables(
        rowsOf(`<tr><td>单位</td><td>姓名</td></tr><tr><td rowspan=0>综合科</td><td>苗青禾</td></tr><tr><td>路远</td></tr>
        <tr><td>江一帆</td></tr>`),
      )[0],
    ).toEqual(['单位|姓名', '综合科|苗青禾', '综合科|路远', '综合科|江一帆'])
    expect(
      tables(rowsOf('<tr><td rowspan=x colspan=-3>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr>'))[0],
    ).toEqual(['甲|乙', '丙|丁'])
  })

  it('spans beyond any sheet cost nothing', () => {
    const row = '<tr><td rowspan=65534 colspan=1000>甲</td><td>乙</td></tr>'
    expect(tables(rowsOf(row.repeat(2000))).length).toBeGreaterThan(0)
    const tall = `<tr><td rowspan=65534>甲</td><td>乙</td></tr>${'<tr><td>丙</td></tr>'.repeat(20_000)}`
    expect(tables(rowsOf(tall))[0]!.at(-1)).toBe('甲|丙')
  })

  it('a table that lays out the page is none', () => {
    const text = (html: string) => readHtml(html).raw.text.split('\n').filter(Boolean)
    const html = page('')
    const framed = `<table><tr><td rowspan="3"><img src="logo.gif"></td><td>示例网</td></tr><tr><td>${html}</td></tr><tr><td>示例</td></tr></table>`
    expect(text(framed)).toEqual(expect.arrayContaining(text(html)))
  })
})

describe('facts', () => {
  it('a unit and a telephone of several people', () => {
    const html = page(
      rowsOf(`<tr><td>单位</td><td>联系人</td><td>联系电话</td></tr>
      <tr><td rowspan=2>市示例局综合科</td><td>苗青禾</td><td rowspan=2>0100-5550123</td></tr><tr><td>路远</td></tr>
      <tr><td>市示例局业务科</td><td>江一帆</td><td>0100-5550124</td></tr>`),
    )
    const notice = parseNotice(html)
    expect(
      notice.contacts.map((c) => [
        c.unit?.text,
        c.people.map((p) => p.text).join(),
        c.phones.map((p) => p.number).join(),
      ]),
    ).toEqual([
      ['市示例局综合科', '苗青禾', '0100-5550123'],
      ['市示例局综合科', '路远', '0100-5550123'],
      ['市示例局业务科', '江一帆', '0100-5550124'],
    ])
    // The one printed cell.
    const [first, second] = notice.contacts
    expect(second!.phones[0]!.span).toEqual(first!.phones[0]!.span)
    expect(html.slice(first!.phones[0]!.span.start, first!.phones[0]!.span.end)).toBe('0100-5550123')
    expect(badSpans(notice, html)).toEqual([])
  })

  it('one contact beside several stages is one contact', () => {
    const notice = parseNotice(
      page(
        rowsOf(`<tr><td>阶段</td><td>时间</td><td>联系人</td><td>联系电话</td></tr>
        <tr><td>动员</td><td>4月</td><td rowspan=3>苗青禾</td><td rowspan=3>0100-5550123</td></tr>
        <tr><td>实施</td><td>5月</td></tr><tr><td>总结</td><td>6月</td></tr>`),
      ),
    )
    expect(notice.contacts.map((c) => [c.people.length, c.phones.length])).toEqual([[1, 1]])
  })

  it('a closing day of several stages is one deadline', () => {
    const notice = parseNotice(
      page(
        rowsOf(`<tr><td>项目</td><td>报送材料</td><td>截止时间</td></tr>
        <tr><td>甲类</td><td>申报书</td><td rowspan=3>5月20日</td></tr><tr><td>乙类</td><td>汇总表</td></tr><tr><td>丙类</td><td>总结</td></tr>`),
      ),
    )
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-05-20'])
  })

  it('a day below a label that follows merged cells is read by its own label', () => {
    const notice = parseNotice(
      page(
        rowsOf(`<tr><td>项目</td><td>材料</td><td>活动时间</td><td>截止时间</td></tr>
        <tr><td rowspan=2>甲类</td><td>申报书</td><td>6月1日</td><td>5月20日</td></tr>
        <tr><td>汇总表</td><td>6月2日</td><td>5月21日</td></tr>`),
      ),
    )
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-05-20', '2024-05-21'])
    expect(notice.dates.filter((d) => d.role === 'event').map((d) => d.start)).toEqual(['2024-06-01', '2024-06-02'])
  })

  it('a page whose own table has merged values', () => {
    const html = `<table><tr><td>索引号</td><td>EX001/2024-00001</td><td>主题分类</td><td>示例</td></tr>
      <tr><td>标题</td><td colspan=3>示例市示例局关于做好2024年示例工作的通知</td></tr><tr><td>发文字号</td><td colspan=3>示例发〔2024〕5号</td></tr></table>`
    const notice = parseNotice(page('').replace('<h1>', `${html}<h1>`))
    expect(notice.documentNumber?.text).toBe('示例发〔2024〕5号')
    expect(notice.title?.text).toBe('示例市示例局关于做好2024年示例工作的通知')
  })

  it('spans hold', () => {
    const diagnostics = [] as never[]
    const html = page(
      rowsOf(
        '<tr><td>甲</td><td>乙</td></tr><tr><td rowspan=9>2024年5月6日</td><td>丙</td></tr><tr><td>5月7日</td></tr>',
      ),
    )
    const notice = extractTree(parseTree(readHtml(html), diagnostics), {}, diagnostics)
    expect(badSpans(notice, html)).toEqual([])
  })
})
