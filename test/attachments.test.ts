/** 附件: names in the note, links to files, and which of them belong together. */
import { describe, expect, it } from 'vitest'
import { noticeSchema, parseNotice } from '../src/index.js'
import { readHtml } from '../src/read/html.js'
import { badSpans } from './tools/spans.js'

const TITLE = '示例市示例局关于报送2024年示例材料的通知'
const page = (note: string, below = '', head = '') =>
  `<html><head><title>${TITLE}</title>${head}</head><body><div class="nav"><a href="/">首页</a> <a href="/xz/index.doc.html">下载中心</a></div><h1>${TITLE}</h1><div id="zoom">
<p>各有关单位：</p><p>　　请按《示例材料管理办法》（<a href="/zc/glbf.pdf">查看</a>）的要求，于2024年5月20日前报送材料。</p>${note}
<p>示例市示例局</p><p>2024年5月6日</p></div>${below}<div class="footer"><a href="/app.zip">客户端下载</a></div></body></html>`

const attachments = (html: string, options = {}) =>
  parseNotice(html, options).attachments.map(({ text, number, href }) => [number ?? 0, text, href ?? ''])

describe('pages', () => {
  it('links in the note', () => {
    expect(
      attachments(
        page(
          '<p>附件：<a href="./W020240506.docx">1.示例材料报送表</a></p><p>　　　<a href="./W020240507.xls">2.示例单位名单.xls</a></p>',
        ),
      ),
    ).toEqual([
      [1, '示例材料报送表', './W020240506.docx'],
      [2, '示例单位名单', './W020240507.xls'],
    ])
  })

  it('links below the text, named as in the note', () => {
    const note = '<p>附件：1.示例材料报送表</p><p>2.示例单位名单（2024年版）</p>'
    const below = (list: string) => page(note, `<div><ul>${list}</ul></div>`)
    const both = [
      [1, '示例材料报送表', 'a.doc'],
      [2, '示例单位名单（2024年版）', 'b.xlsx?t=1&v=2'],
    ]
    for (const list of [
      '<li><a href="a.doc">1.示例材料报送表.doc</a></li><li><a href="b.xlsx?t=1&amp;v=2">2.示例单位名单（2024年版）.xlsx</a></li>',
      '<li><a href="a.doc">附件1：《示例材料报送表》</a></li><li><a href="b.xlsx?t=1&v=2">附件2：示例单位名单(2024年版)</a></li>',
      '<li><a href="a.doc">附件1.doc</a></li><li><a href="b.xlsx?t=1&v=2">附件2.xlsx</a></li>',
      '<li><a href="b.xlsx?t=1&v=2">示例单位名单</a></li><li><a href="a.doc">示例材料报送表</a></li>',
    ])
      expect(attachments(below(list))).toEqual(both)
  })

  it('a link that only says 下载, behind the name', () => {
    expect(
      attachments(
        page(
          '<p>附件：1.示例材料报送表（<a href="a.doc">点击下载</a>）</p><p>2.示例单位名单 <a href="b.doc">下载</a></p>',
        ),
      ),
    ).toEqual([
      [1, '示例材料报送表', 'a.doc'],
      [2, '示例单位名单', 'b.doc'],
    ])
    expect(attachments(page('<p>附件：示例材料报送表</p>', '<p><a href="a.doc">附件下载</a></p>'))).toEqual([
      [0, '示例材料报送表', 'a.doc'],
    ])
  })

  it('what is only a link is an attachment too', () => {
    expect(
      attachments(
        page('', '<p><a href="/u/x.wps">示例材料报送表.wps</a></p><p><a href="y.ofd">附件2：示例名单</a></p>'),
      ),
    ).toEqual([
      [0, '示例材料报送表', '/u/x.wps'],
      [2, '示例名单', 'y.ofd'],
    ])
    expect(attachments(page('', '<p>示例材料报送表：<a href="/u/x.doc">点击下载</a></p>'))).toEqual([
      [0, '示例材料报送表', '/u/x.doc'],
    ])
    expect(
      attachments(
        page(
          '',
          '<p>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2">示例报送表.doc</a>】已下载<span>12</span>次</p>',
        ),
      ),
    ).toEqual([[0, '示例报送表', '/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=2']])
  })

  it('an address without suffix, told by the name', () => {
    expect(attachments(page('', '<p><a href="/api/file/3f9c">附件1.示例材料报送表.docx</a></p>'))).toEqual([
      [1, '示例材料报送表', '/api/file/3f9c'],
    ])
  })

  it('neither what a sentence cites, nor the site, nor the notice itself as a file', () => {
    expect(attachments(page('', `<p><a href="t.pdf">${TITLE}.pdf</a></p>`))).toEqual([])
  })

  it('the same file linked twice is one', () => {
    const link = '<p><a href="a.doc">附件：示例材料报送表.doc</a></p>'
    expect(attachments(page(link, link))).toEqual([[0, '示例材料报送表', 'a.doc']])
    expect(attachments(page('', `${link}${link}`))).toEqual([[0, '示例材料报送表', 'a.doc']])
  })

  it('links that run a script or lead to a disk give no address', () => {
    for (const href of [
      'javascript:down(1)',
      '#',
      'file:///C:/a.doc',
      " JavaScript:x('a.doc')",
      `a${'b'.repeat(3000)}.doc`,
    ])
      expect(attachments(page('', `<p><a href="${href}">附件：示例材料报送表.doc</a></p>`))).toEqual([
        [0, '示例材料报送表', ''],
      ])
  })

  it('addresses are as printed, or resolved against baseUrl and <base>', () => {
    const html = page('<p>附件：<a href="../a%20b.doc">示例材料报送表</a></p>')
    const baseUrl = 'http://www.example.gov.cn/zwgk/202405/t1.html'
    expect(attachments(html)[0]?.[2]).toBe('../a%20b.doc')
    expect(attachments(html, { baseUrl })[0]?.[2]).toBe('http://www.example.gov.cn/zwgk/a%20b.doc')
    const based = page('<p>附件：<a href="a.doc">示例材料报送表</a></p>', '', '<base href="/files/">')
    expect(attachments(based, { baseUrl })[0]?.[2]).toBe('http://www.example.gov.cn/files/a.doc')
    expect(attachments(based)[0]?.[2]).toBe('a.doc')
    expect(attachments(page('<p>附件：<a href="http://[x/a.doc">示例材料报送表</a></p>'), { baseUrl })[0]?.[2]).toBe(
      'http://[x/a.doc',
    )
    for (const wrong of ['/a', '', 1]) expect(() => parseNotice(html, { baseUrl: wrong as string })).toThrow(TypeError)
  })

  it('spans are the printed names, and the schema knows the field', () => {
    const html = page(
      '<p>附件：<a href="a.doc">1.示例<b>材料</b>报送表.doc</a></p>',
      '<p><a href="b.doc">示例名单&#46;doc</a></p>',
    )
    const notice = parseNotice(html)
    expect(notice.attachments.map((a) => html.slice(a.span.start, a.span.end))).toEqual([
      '示例<b>材料</b>报送表',
      '示例名单',
    ])
    expect(badSpans(notice, html)).toEqual([])
    expect(noticeSchema.parse(notice)).toEqual(notice)
  })

  it('very many links cost little and end', () => {
    const html = page('', '<p><a href="a.doc">附件1.doc</a></p>'.repeat(5000))
    expect(attachments(html)).toEqual([[1, '附件1', 'a.doc']])
    expect(readHtml(html).links!.length).toBeLessThan(5001)
  })
})

describe('Markdown', () => {
  const text = (note: string) =>
    `# ${TITLE}\n\n各有关单位：\n\n请按[《示例办法》](/glbf.pdf)的要求，于2024年5月20日前报送材料。\n\n${note}\n\n示例市示例局\n\n2024年5月6日\n`

  it.each([
    ['plain', '附件：[1.示例材料报送表](a.doc)'],
    ['with a title, which the parser reads', '附件：[1.示例材料报送表](a.doc "下载")'],
    ['in a list', '附件：\n\n- [1.示例材料报送表.doc](a.doc)'],
    ['alone', '[附件1：示例材料报送表](a.doc)'],
  ])('%s', (_, note) => {
    expect(attachments(text(note), { carrier: 'markdown' })).toEqual([[1, '示例材料报送表', 'a.doc']])
  })

  it('several on one line are no menu', () => {
    expect(attachments(text('[附件1.示例表.doc](a.doc) [附件2.示例单.doc](b.doc)'), { carrier: 'markdown' })).toEqual([
      [1, '示例表', 'a.doc'],
      [2, '示例单', 'b.doc'],
    ])
  })
})

describe('what sites leave of their lists of files', () => {
  const text = (note: string, below = '') =>
    parseNotice(
      `${TITLE}\n\n各有关单位：\n\n    请于2024年5月20日前报送材料。\n\n${note}\n\n示例市示例局\n2024年5月6日\n${below}`,
    )
  const names = (note: string, below = '') => text(note, below).attachments.map((a) => a.text)

  it.each([
    ['附件1.示例表.doc  附件2.示例名单.xls', ['示例表', '示例名单']],
    ['附件：示例表.doc示例名单.xls', ['示例表', '示例名单']],
    ['附件下载：示例表.doc', ['示例表']],
    ['附件：示例表.doc 下载次数：12', ['示例表']],
    ['附件：示例表.docx [24.5KB]', ['示例表']],
    ['附件：\n1.示例表\n2.示例名单\n附件.rar', ['示例表', '示例名单']],
    ['请将示例表.doc发至示例邮箱。', []],
  ])('%s', (note, expected) => {
    expect(names(note)).toEqual(expected)
  })

  it('names of files alone on their lines, where no annex is named otherwise', () => {
    expect(names('', '\n1.示例表.doc\n2.示例名单.xls\n')).toEqual(['示例表', '示例名单'])
    expect(names('附件：示例表', '\n示例表.doc\n')).toEqual(['示例表'])
  })

  it('several links on a line of Markdown, and one to all of them', () => {
    const md = (note: string) =>
      parseNotice(
        `# ${TITLE}\n\n各有关单位：\n\n请于2024年5月20日前报送材料。\n\n${note}\n\n示例市示例局\n\n2024年5月6日\n`,
        {
          filename: 'a.md',
        },
      )
    expect(md('附件：[示例表](a.doc)、[示例名单](b.xls)').attachments.map((a) => [a.text, a.href])).toEqual([
      ['示例表', 'a.doc'],
      ['示例名单', 'b.xls'],
    ])
    expect(md('附件：1.[示例表](a.doc)；2.[示例名单](b.xls)').attachments.map((a) => a.text)).toEqual([
      '示例表',
      '示例名单',
    ])
    const all = md('附件：\n\n1. 示例表\n2. 示例名单\n\n[附件.rar](a.rar)')
    expect(all.attachments.map((a) => a.text)).toEqual(['示例表', '示例名单'])
    expect(md('[附件](a.rar)').issuingBodies.map((b) => b.text)).toEqual(['示例市示例局'])
  })
})
