/** Pages of several sites: what of them is the notice, and where each character of it stands in the raw page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNotice, readNotice } from '../src/index.js'
import { readHtml } from '../src/read/html.js'
import { sniffText } from '../src/read/sniff.js'
import { fromAt, toAt, toSource } from '../src/read/source-text.js'

/** The lines that are read from a page, without their indentation. */
const lines = (html: string) =>
  readHtml(html)
    .raw.text.split('\n')
    .map((line) => line.replace(/[ \u00a0\u3000]+$|^[ \u00a0\u3000]+/g, ''))
    .filter((line) => line !== '')

const BODY = `<p>各县（市、区）示例局：</p>
<p>　　现将2024年示例工作有关事项通知如下，请认真贯彻执行。</p>
<p>　　一、工作要求</p>
<p>　　请于2024年5月20日前将材料报送示例局，联系电话：0100-5550123。</p>
<p style="text-align:right">示例市示例局</p>
<p style="text-align:right">2024年5月6日</p>`
const BODY_LINES = [
  '各县（市、区）示例局：',
  '现将2024年示例工作有关事项通知如下，请认真贯彻执行。',
  '一、工作要求',
  '请于2024年5月20日前将材料报送示例局，联系电话：0100-5550123。',
  '示例市示例局',
  '2024年5月6日',
]
const TITLE = '示例市示例局关于做好2024年示例工作的通知'
const NAV =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">互动交流</a></li></ul></div>'
const LIST =
  '<div><h3>最新公告</h3><ul><li><a href="/1">关于另一工作的通知</a> 2024-05-01</li><li><a href="/2">关于放假的公告</a> 2024-04-30</li><li><a href="/3">示例名单的公示</a> 2024-04-29</li></ul></div>'
const FOOT = '<div class="footer"><p>主办：示例市示例局　电话：0100-5559999</p><p>示例ICP备05550123号</p></div>'

describe('styles of sites', () => {
  it('a publishing system with a root of its own', () => {
    const html = `<html><head><title>${TITLE}_示例市人民政府</title></head><body>${NAV}
      <div class="crumbs">当前位置：<a href="/">首页</a> &gt; 通知</div>
      <h1>${TITLE}</h1><div class="info">发布时间：2024-05-07 10:00 来源：示例网 【字体：大 中 小】</div>
      <div class="TRS_Editor">${BODY}</div><div class="share">分享到：<a href="#">微信</a></div>
      <div>上一篇：<a href="/0">关于旧事的通知</a></div>${LIST}${FOOT}</body></html>`
    expect(lines(html)).toEqual([TITLE, '发布时间：2024-05-07 10:00 来源：示例网 【字体：大 中 小】', ...BODY_LINES])
    const notice = parseNotice(html)
    expect(notice.source.carrier).toBe('html')
    expect(notice.title?.text).toBe(TITLE)
    expect(notice.dates.filter((d) => d.role === 'published').map((d) => d.start.slice(0, 10))).toEqual(['2024-05-07'])
    expect(notice.dates.find((d) => d.role === 'signed')?.start).toBe('2024-05-06')
    expect(notice.contacts.flatMap((c) => c.phones.map((p) => p.number))).toEqual(['0100-5550123'])
  })

  it('tables for layout, lines by <br>, no names at all', () => {
    const body = BODY_LINES.map((line, i) => (i ? `&nbsp;&nbsp;${line}` : line)).join('<br>\n')
    const html = `<TABLE width=778><TR><TD colspan=2><IMG src=top.gif></TD></TR><TR><TD width=180><A href=1>机构设置</A><BR><A href=2>政策法规</A><BR><A href=3>网上办事</A><BR>
      <A href=4>下载中心</A><BR>联系电话：0100-5559998</TD><TD><TABLE><TR><TD align=center><FONT size=5><B>示例市示例局关于做好<BR>2024年示例工作的通知</B></FONT></TD></TR>
      <TR><TD align=center>发布日期：2024-5-7　点击数：3</TD></TR><TR><TD>${body}</TD></TR>
      <TR><TD>【<A href="javascript:window.print()">打印</A>】【<A href=#>关闭</A>】</TD></TR></TABLE></TD></TR>
      <TR><TD colspan=2>示例市示例局版权所有<BR>电话：0100-5559999</TD></TR></TABLE>`
    expect(lines(html)).toEqual([
      '示例市示例局关于做好',
      '2024年示例工作的通知',
      '发布日期：2024-5-7　点击数：3',
      ...BODY_LINES,
    ])
    expect(parseNotice(html).title?.text).toBe(TITLE)
  })

  it('a site nobody has heard of, with teasers, a disclaimer and a bare date', () => {
    const html = `<body><div><a href=1>首页</a> <a href=2>新闻</a></div><div><dl><dt><a href=n>全市召开示例会议</a></dt><dd>会议强调，要加快进度，确保质量。</dd></dl></div>
      <div><div><div>${TITLE}</div><div>2024-05-07 10:00</div><div>${BODY}</div></div></div>
      <div><p>免责声明：本网站部分内容来源于网络，如有侵权，请联系我们删除。</p><p>地址：示例路1号，电话：0100-5559999</p></div></body>`
    expect(lines(html)).toEqual([TITLE, '发布日期:2024-05-07', ...BODY_LINES])
  })

  it('parts of the notice in elements beside the text', () => {
    const page = (parts: string) => `<html><body>${NAV}<div class="w"><h2>示例学院关于校园安全自查的通知</h2>
      <div class="t1"><p>各系部：</p><p>定于近期开展安全自查，请各系部认真准备。</p><p>请于2024年5月10日前报送自查报告。</p></div>${parts}</div>
      <div class="z"><a href="/1">示例页面一览表</a></div><div class="z2"><p>电话：0100-5559999</p></div></body></html>`
    const notice = parseNotice(
      page(`<div class="t2"><p>联系人：张示例</p><p>电　话：0100-5550123</p></div>
        <ul><li><span>附件一：</span><a href="/d?type=1">自查报告表.doc</a></li></ul><p>保卫处</p><p>2024年5月2日</p>`),
    )
    expect(notice.contacts.map((c) => [c.people[0]?.text, c.phones[0]?.number])).toEqual([['张示例', '0100-5550123']])
    expect(notice.attachments.map((a) => a.text)).toEqual(['自查报告表'])
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['保卫处'])
    // What leads to other pages, the page's tools and the site's foot are none of them.
    const foot = page(
      '<p>2024-05-01 关于放假的通知</p><p><a href="javascript:print()">打印本页</a></p><p>版权所有 示例学院</p>',
    )
    expect(lines(foot).slice(-2)).toEqual([
      '定于近期开展安全自查，请各系部认真准备。',
      '请于2024年5月10日前报送自查报告。',
    ])
  })

  it('a text of one paragraph', () => {
    const head = '<h3>关于印发《示例学院考勤办法》的通知</h3><p>各系部：</p>'
    const text = '<p>《示例学院考勤办法》已经院长办公会通过，现印发给你们，请遵照执行。</p>'
    for (const html of [
      `${head}${text}<p>2024年5月2日</p>`,
      `<table><tr><td>${head}</td></tr><tr><td>${text}</td></tr><tr><td>2024年5月2日</td></tr></table>`,
      `<html><body>${NAV}<div class="a">${head}<div class="b">${text}</div><p>2024年5月2日</p></div>${LIST}${FOOT}</body></html>`,
    ]) {
      const notice = parseNotice(html)
      expect(notice.title?.text).toBe('关于印发《示例学院考勤办法》的通知')
      expect(notice.addressees.map((a) => a.text)).toEqual(['各系部'])
      expect(notice.dates.find((d) => d.role === 'signed')?.start).toBe('2024-05-02')
    }
  })

  it('what a publishing system sets beside its own root, but for whom to ask, is the page', () => {
    const html = `<body>${NAV}<div class="art"><h1>${TITLE}</h1><div id="zoom">${BODY}</div>
      <div class="k">联系电话：0100-5550124</div><div class="j">本页已阅读完毕</div></div>${LIST}</body>`
    expect(lines(html)).toEqual([TITLE, ...BODY_LINES, '联系电话：0100-5550124'])
  })

  it('a body without anything around it', () => {
    expect(lines(`<div class="view TRS_UEDITOR trs_web">${BODY}</div>`)).toEqual(BODY_LINES)
    expect(lines(BODY)).toEqual(BODY_LINES)
  })

  it('a cover and its annex in blocks of their own', () => {
    const annex = `<p>示例方案</p>${'<p>为做好示例工作，制定本方案，并请各地遵照执行。</p>'.repeat(20)}`
    expect(lines(`<body>${NAV}<div><div>${BODY}</div><div>${annex}</div></div>${FOOT}</body>`)).toHaveLength(27)
  })

  it('attachments and a signature below the text', () => {
    const html = `<div><p class="titleT">示例成交公告</p><div class="contT"><p>受示例学院委托，现将成交结果公告如下。</p></div>
      <div class="footT"><p>示例学院</p><p>2024-05-06</p></div><p>附件【<a href="/download.jsp?wbfileid=1">成交明细.doc</a>】已下载<span>12</span>次</p>
      <p><a href="x.pdf">附件2：响应文件.pdf</a></p></div>${LIST}`
    expect(lines(html)).toEqual([
      '示例成交公告',
      '受示例学院委托，现将成交结果公告如下。',
      '示例学院',
      '2024-05-06',
      '附件:成交明细.doc',
      '附件2：响应文件.pdf',
    ])
  })

  it('a list of other notices is none', () => {
    const notice = parseNotice(`<html><body>${NAV}${LIST}${FOOT}</body></html>`)
    expect(notice.title).toBeNull()
    expect(notice.diagnostics.map((d) => d.ruleId)).toContain('notice/not-recognized')
  })
})

describe("the page's own table", () => {
  const rows = [
    '索引号:EX001/2024-00001',
    '发文机关:示例市示例局',
    '成文日期:2024年05月06日',
    '发文字号:示例发〔2024〕5号',
    '发布日期:2024年05月07日',
  ]

  it.each([
    [
      'cells',
      `<table><tr><td><b>索 引 号：</b></td><td>EX001/2024-00001</td><td><b>发文机关：</b></td><td>示例市示例局</td></tr>
       <tr><td>成文日期：</td><td>2024年05月06日</td><td>发文字号：</td><td>示例发〔2024〕5号</td></tr><tr><td>发布日期：</td><td>2024年05月07日</td><td>主 题 词：</td><td></td></tr></table>`,
    ],
    [
      'header cells without colons',
      `<table><tr><th>索引号</th><td>EX001/2024-00001</td><th>发文机关</th><td>示例市示例局</td></tr>
       <tr><th>成文日期</th><td>2024年05月06日</td><th>文件编号</th><td>示例发〔2024〕5号</td></tr><tr><th>发布时间</th><td>2024年05月07日</td></tr></table>`,
    ],
    [
      'items in brackets',
      `<ul><li>[索引号] <span>EX001/2024-00001</span></li><li>[发文机构] 示例市示例局</li><li>[成文日期] 2024年05月06日</li><li>[失效日期]</li>
       <li>[发文字号] 示例发〔2024〕5号</li><li>[发布日期] 2024年05月07日</li></ul>`,
    ],
    [
      'labels above their values',
      `<dl><dt>索引号：</dt><dd>EX001/2024-00001</dd><dt>发文机关：</dt><dd>示例市示例局</dd><dt>成文日期：</dt><dd>2024年05月06日</dd>
       <dt>发文字号：</dt><dd>示例发〔2024〕5号</dd><dt>发布日期：</dt><dd>2024年05月07日</dd></dl>`,
    ],
  ])('%s', (_, table) => {
    const html = `<body>${NAV}<div>${table}</div><h1>${TITLE}</h1><div id="zoom">${BODY}</div>${FOOT}</body>`
    expect(lines(html)).toEqual([...rows, TITLE, ...BODY_LINES])
    const notice = parseNotice(html)
    expect(notice.documentNumber?.text).toBe('示例发〔2024〕5号')
    expect(notice.documentNumber && html.slice(notice.documentNumber.span.start, notice.documentNumber.span.end)).toBe(
      '示例发〔2024〕5号',
    )
    expect(notice.dates.find((d) => d.role === 'published')?.start).toBe('2024-05-07')
    expect(readHtml(html).marks.filter((m) => m.kind === 'metadata')).toHaveLength(5)
  })

  it('what only <meta> says stands in for what the page does not show', () => {
    const html = `<html><head><title>公告</title><meta name="PubDate" content="2024-05-07 09:00"><meta content="关于&quot;示例&quot;的公告" name="ArticleTitle"></head>
      <body><div id="Zoom"><p>现将示例事项公告如下，请遵照执行。</p></div></body></html>`
    expect(lines(html)).toEqual(['发布日期:2024-05-07 09:00', '关于"示例"的公告', '现将示例事项公告如下，请遵照执行。'])
    const published = parseNotice(html).dates.find((d) => d.role === 'published')
    expect(published && html.slice(published.span.start, published.span.end)).toMatch(/^2024-05-07/)
  })
})

describe('lines', () => {
  const text = (html: string) => lines(`<div id="zoom"><div><p>现将示例事项通知如下。</p>${html}</div></div>`).slice(1)

  it('inline tags do not break words, blocks and <br> do', () => {
    expect(text('<p>一、<b>总</b><span>体<font>要</font></span>求</p><p>甲<br>乙</p><div>丙<p>丁</p>戊</div>')).toEqual(
      ['一、总体要求', '甲', '乙', '丙', '丁', '戊'],
    )
  })

  it('unclosed and misnested tags', () => {
    expect(text('<p>甲<p><b>乙<p>丙</b>丁</p><li>戊<li>己</span></div><p>庚')).toEqual([
      '甲',
      '乙',
      '丙丁',
      '戊',
      '己',
      '庚',
    ])
    expect(text('<table><tr><td>甲<td>乙<tr><td>丙<td>丁</table>')).toEqual(['甲\t乙', '丙\t丁'])
  })

  it('a source wrapped by its editor is no break; one after a full stop is', () => {
    expect(text('<p>请各单位于规定\n    时间前报送。</p>')).toEqual(['请各单位于规定时间前报送。'])
    expect(
      text(
        '<div>各有关部门、各直属单位和各县区：\n请报送材料。\n<b>一、时间</b>\n五月。\n<b>二、地点</b>\n示例楼。</div>',
      ),
    ).toEqual(['各有关部门、各直属单位和各县区：', '请报送材料。', '一、时间', '五月。', '二、地点', '示例楼。'])
    expect(text('<p><span>发布时间：\n\n\n  2024-05-06</span></p>')).toEqual(['发布时间： 2024-05-06'])
  })

  it('a text whose only tags are inline keeps its lines', () => {
    expect(lines('<strong>关于示例的通知</strong>\n各有关单位：\n请报送材料\n特此通知')).toEqual([
      '关于示例的通知',
      '各有关单位：',
      '请报送材料',
      '特此通知',
    ])
  })

  it('rows of data are one line each', () => {
    expect(
      text(
        '<table><tr><td><p>序号</p></td><td><p>姓</p><p>名</p></td></tr><tr><td>1</td><td></td><td>张某</td></tr></table>',
      ),
    ).toEqual(['序号\t姓 名', '1\t\t张某'])
  })

  it('tables that only lay out the page are not', () => {
    const long = '<p>为做好示例工作，请各地遵照执行。</p>'.repeat(30)
    expect(text(`<table><tr><td>甲</td><td>${long}</td></tr></table>`)).toHaveLength(31)
    expect(text('<table><tr><td>示例局<br>2024年5月6日</td></tr></table>')).toEqual(['示例局', '2024年5月6日'])
  })

  it('numbers that a list draws are read, printed ones are not doubled', () => {
    expect(
      text(
        '<ol><li><p>时间</p></li><li>地点</li></ol><ol start=3 class="custom_cn2"><li>要求</li></ol><ol><li>1．甲</li></ol><ol style="list-style:none"><li>乙</li></ol><ul><li>丙</li></ul>',
      ),
    ).toEqual(['1.时间', '2.地点', '（三）要求', '1．甲', '乙', '丙'])
  })

  it('what a browser does not show is not read', () => {
    expect(
      text(
        '<p style="display: none">甲</p><p style="visibility:hidden">乙</p><p hidden>丙</p><input type=hidden value=丁><script>戊</script><style>己</style><!-- 庚 --><noscript>辛</noscript><select><option>壬</select><p>癸</p>',
      ),
    ).toEqual(['癸'])
    expect(lines('<div id="js_content" style="visibility: hidden"><p>现将示例事项通知如下。</p></div>')).toEqual([
      '现将示例事项通知如下。',
    ])
    expect(text('<p><span style="position:absolute">示例</span><span>示例</span></p>')).toEqual(['示例'])
  })

  it('server-side code is not read', () => {
    expect(
      text(
        '<%@ page import="a.b" %><p>甲<%=count > 3 ? "<b>" : "" %>乙</p><?php if ($a->b) { ?><p>丙</p><?php } ?><jsp:include page="x.jsp"/><p>丁</p>',
      ),
    ).toEqual(['甲乙', '丙', '丁'])
  })
})

describe('places', () => {
  /** Every character is the one at its place in the page, or stands for a reference there. */
  function checkPlaces(html: string): void {
    const { raw } = readHtml(html)
    for (let i = 0; i < raw.text.length; i++) {
      const from = fromAt(raw, i)
      const to = toAt(raw, i)
      expect(to).toBeGreaterThanOrEqual(from)
      expect(to).toBeLessThanOrEqual(html.length)
      const slice = html.slice(from, to)
      if (slice === '' || slice[0] === '&' || raw.text[i] === ' ' || raw.text[i] === '\n' || raw.text[i] === '\ufffd')
        continue
      // A label of the page's table is one range as a whole.
      expect(slice.replace(/\s/g, '')).toContain(raw.text[i])
    }
  }

  it('references are one range each', () => {
    const html = '<p>&ldquo;示例&rdquo;&nbsp;&#12288;&#x4e00;、A&amp;B &lt;5 &amp;nbsp;&bsp;&copy2024 & x</p>'
    const { raw } = readHtml(html)
    expect(raw.text).toBe('“示例”\u00a0\u3000一、A&B <5 \u00a0\u00a0©2024 & x')
    const at = (c: string) => {
      const i = raw.text.indexOf(c)
      return html.slice(fromAt(raw, i), toAt(raw, i))
    }
    expect([at('“'), at('\u3000'), at('一'), at('&'), at('<'), at('©'), at('示')]).toEqual([
      '&ldquo;',
      '&#12288;',
      '&#x4e00;',
      '&amp;',
      '&lt;',
      '&copy',
      '示',
    ])
    checkPlaces(html)
  })

  it('spans of facts are slices of the raw page', () => {
    const html = `<h1>${TITLE}</h1><p>各<b>有关</b>单位：</p><p>请于<span>2024</span>年<span>5</span>月20日前报送，电话：0100&#45;5550123。</p><p>示例市示例局</p><p>2024年5月6日</p>`
    const notice = parseNotice(html)
    const slice = (span: { start: number; end: number }) => html.slice(span.start, span.end)
    expect(notice.title && slice(notice.title.span)).toBe(TITLE)
    expect(notice.addressees.map((a) => slice(a.span))).toEqual(['各<b>有关</b>单位'])
    expect(notice.contacts.flatMap((c) => c.phones.map((p) => slice(p.span)))).toEqual(['0100&#45;5550123'])
    expect(notice.source.text).toBe(html)
  })

  it('an empty range is a place', () => {
    const { raw } = readHtml('<ol><li>时间</ol>')
    expect(raw.text).toBe('1.时间')
    expect(toSource(raw, 0, 2)).toEqual({ start: 8, end: 8 })
  })

  it('hold on any markup', () => {
    const part = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<ol>',
      '<li>',
      '</ol>',
      '<a href=x>',
      '</a>',
      '<br>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<%',
      '%>',
      '&nbsp;',
      '&amp;nbsp;',
      '&#',
      '&lt',
      '<',
      '>',
      '"',
      '=',
      ' ',
      '\n',
      '关于',
      '的通知',
      '索引号：',
      '发布日期：2024-05-06',
      '成文日期',
      '2024年5月6日',
      '附件',
      '。',
      '，',
      '示例局',
      '<h1>',
      '</h1>',
      '<p class="nav" style="display:none">',
      '\ud842',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => checkPlaces(parts.join(''))),
      { numRuns: 400, seed: 9704 },
    )
  })
})

describe('size', () => {
  const time = (html: string) => {
    const start = performance.now()
    readHtml(html)
    return performance.now() - start
  }

  it.each([
    ['<div>', '各有关单位：请报送材料。'],
    ['<b>', '示例'],
    ['<p><span>示例', ''],
    ['<table><tr><td>', '示例'],
    ['<i><div></i>', ''],
    ['<ol><li>', '示例'],
    ['<%', ''],
    ['&', ''],
    ['<', ''],
  ])('100,000 × %s', (pump, end) => {
    expect(time(pump.repeat(100_000) + end)).toBeLessThan(5000)
  })

  it('a page of 10 MB', () => {
    expect(
      time('<p>请于<span>2024</span>年5月20日前将材料报送示例局，逾期不予受理。</p>'.repeat(160_000)),
    ).toBeLessThan(15_000)
  })
})

describe('sniffing', () => {
  it.each([
    ['html', '<!DOCTYPE html><html><body>示例</body></html>', undefined],
    ['html', '<%@ page language="java" %>\n<html><body>示例</body></html>', 'a.jsp'],
    ['html', '<html xmlns:o="urn:x"><body><p>示例</p></body></html>', 'a.doc'],
    ['html', '示例<br>示例<br>示例<br>示例', 'a.txt'],
    ['html', '示例&nbsp;示例', 'a.shtml'],
    ['html', '<!DOCTYPE html><html><body># 示例</body></html>', 'a.md'],
    ['markdown', '# 示例\n\n<div align="center">示例</div>', 'a.md'],
    ['markdown', '# 示例\n\n**一、示例**\n', undefined],
    ['markdown', '# 示例\n\n<table><tr><td>1</td></tr></table>', undefined],
    ['text', '关于示例的通知\n\n各单位：\n', 'a.html'],
    ['text', '当 a<b 时', undefined],
  ] as const)('%s: %j', (carrier, text, filename) => {
    expect(sniffText(text, filename)).toBe(carrier)
  })

  it('bytes by content', async () => {
    const notice = await readNotice(new TextEncoder().encode(`<h1>${TITLE}</h1>${BODY}`), { filename: 'x.doc' })
    expect(notice.source).toMatchObject({ carrier: 'html', encoding: 'utf-8' })
    expect(notice.title?.text).toBe(TITLE)
  })
})
