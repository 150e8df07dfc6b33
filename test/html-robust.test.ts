/** Habits of pages that have spoilt readings elsewhere: each keeps the facts of the same plain page. */
import { describe, expect, it, test } from 'vitest'
import { type Notice, parseNotice } from '../src/index.js'
import { readHtml } from '../src/read/html.js'
import { badSpans } from './tools/spans.js'

const TITLE = '示例市教育局关于做好2024年校园安全工作的通知'

interface Parts {
  title?: string
  opening?: string
  due?: string
  contact?: string
  signature?: string
  before?: string
  behind?: string
  root?: string
}

const page = (
  p: Parts = {},
) => `<!DOCTYPE html><html><head><title>${TITLE}-示例市教育局</title></head><body>${p.before ?? ''}
${p.title ?? `<h1>${TITLE}</h1>`}<div id="${p.root ?? 'zoom'}">
<p>各县（市、区）教育局：</p>${p.opening ?? '<p>　　现将2024年校园安全工作有关事项通知如下，请认真贯彻执行。</p>'}
${p.due ?? '<p>　　请于2024年5月20日前将总结报送市教育局安全科。</p>'}
${p.contact ?? '<p>　　联系人：苗青禾，电话：0100-5550123，邮箱：aqk@example.gov.cn。</p>'}
${p.signature ?? '<p>示例市教育局</p><p>2024年5月6日</p>'}</div>${p.behind ?? ''}</body></html>`

const facts = (n: Notice) => ({
  title: n.title?.text,
  addressees: n.addressees.map((a) => a.text),
  bodies: n.issuingBodies.map((b) => b.text),
  signed: n.dates.find((d) => d.role === 'signed')?.start,
  deadlines: n.deadlines.map((d) => [d.due, d.recipient]),
  people: n.contacts.flatMap((c) => c.people.map((p) => p.text)),
  phones: n.contacts.flatMap((c) => c.phones.map((p) => p.number)),
  emails: n.contacts.flatMap((c) => c.emails.map((e) => e.text)),
})

const WANTED = {
  title: TITLE,
  addressees: ['各县（市、区）教育局'],
  bodies: ['示例市教育局'],
  signed: '2024-05-06',
  deadlines: [['2024-05-20', '市教育局安全科']],
  people: ['苗青禾'],
  phones: ['0100-5550123'],
  emails: ['aqk@example.gov.cn'],
}

const holds = (html: string) => {
  const notice = parseNotice(html)
  expect(facts(notice)).toEqual(WANTED)
  expect(badSpans(notice, html, (slice) => readHtml(slice).raw.text)).toEqual([])
}

describe('the same notice', () => {
  it('plain', () => holds(page()))

  it.each<[string, Parts]>([
    [
      'paragraphs by <br>, with &nbsp; before them',
      {
        opening: '<div>&nbsp;&nbsp;&nbsp; 现将2024年校园安全工作有关事项通知如下，请认真贯彻执行。<br/>&nbsp; &nbsp;',
        due: '请于2024年5月20日前将总结报送市教育局安全科。<br><br>',
        contact: '&emsp;&emsp;联系人：苗青禾，电话：0100-5550123，邮箱：aqk@example.gov.cn。</div>',
      },
    ],
    [
      'a title over several tags',
      {
        title: '<h1><span>示例市教育局</span><span>关于做好<b>2024</b>年</span><font>校园安全工作的通知</font></h1>',
      },
    ],
    [
      'a title over several blocks',
      { title: '<div class="title"><p><b>示例市教育局</b></p><p><b>关于做好2024年校园安全工作的通知</b></p></div>' },
    ],
    [
      'a title broken by <br> in the middle of a word',
      { title: '<h1>示例市教育局关于做好2024年校园安<br>全工作的通知</h1>' },
    ],
    ['bold by overlay', { title: `<h1><span style="position:absolute">${TITLE}</span><span>${TITLE}</span></h1>` }],
    [
      'references within numbers and mails',
      {
        due: '<p>请于2&#48;24年&#53;月20日前将总结报送市教育局安全科。</p>',
        contact: '<p>联系人：苗青禾，电话：&#48;1&#x30;0-555&#48;123，邮箱：aqk&#64;example&#46;gov.cn。</p>',
      },
    ],
    [
      '<wbr>, soft hyphens and zero-width spaces',
      {
        due: '<p>请于2024年5月<wbr>20日前将总&shy;结报送市教育局&#8203;安全科。</p>',
        contact: '<p>联系人：苗青禾，电话：0100-555<wbr>0123，邮箱：aqk@<wbr>example.&shy;gov.cn。</p>',
      },
    ],
    [
      'links around numbers and mails',
      {
        contact:
          '<p>联系人：苗青禾，电话：<a href="tel:01005550123">0100-5550123</a>，邮箱：<a href="mailto:aqk@example.gov.cn">aqk@example.gov.cn</a>。</p>',
      },
    ],
    [
      'each digit in a tag of its own',
      {
        due: '<p>请于<span>2</span><span>0</span><span>2</span><span>4</span>年<span>5</span>月<span>2</span><span>0</span>日前将总结报送市教育局安全科。</p>',
      },
    ],
    [
      'hidden text, scripts and templates',
      {
        before:
          '<template><p>各单位：请于2023年1月1日前报送，电话：0100-5559990。</p></template><noscript>请打开脚本，电话：0100-5559991。</noscript>',
        due: '<p>请于2024年5月20日<span style="display:none">（原为2024年4月20日）</span>前将总结报送市教育局安全科。</p><script>document.write("电话：0100-5559992")</script>',
        behind:
          '<iframe srcdoc="<p>联系电话：0100-5559993</p>"></iframe><div style="DISPLAY: none"><p>联系人：路远，电话：0100-5559994。</p></div>',
      },
    ],
    [
      'server-side tags',
      {
        due: '<% if (a > 1) { %><p>请于2024年5月20日前将总结报送市教育局安全科。</p><% } %><%-- 电话：0100-5559995 --%>',
      },
    ],
    [
      'a footer with the site’s own telephone and address',
      {
        behind: `<div class="bottom"><p>主办单位：示例市教育局　承办：示例市教育信息中心</p><p>地址：示例市示例路9号　邮编：100000　电话：0100-5559996　邮箱：web@example.gov.cn</p>
          <p>网站标识码：0000000001　示例ICP备05550123号-1</p></div>`,
      },
    ],
    [
      'a footer without a name',
      {
        behind: `<table width="100%"><tr><td>版权所有：示例市教育局<br>地址：示例市示例路9号　电话：0100-5559996<br>传真：0100-5559997　邮箱：web@example.gov.cn</td></tr></table>`,
      },
    ],
    [
      'who reposts it tells of himself',
      {
        behind: `<div><p>【温馨提示】示例招标网（www.example.com）提供会员服务，客服热线：0100-5559998，微信：shili，联系人：路经理。</p>
          <p>免责声明：本网站转载以上内容，如有侵权，请联系0100-5559998。</p></div>`,
      },
    ],
    [
      'previous, next and related pages',
      {
        behind: `<div><span>上一篇：<a href="1.html">示例市教育局关于放假的通知</a></span><span>下一篇：<a href="2.html">示例市财政局关于报送决算的通知</a></span></div>
          <div><h4>相关阅读</h4><ul><li><a href="3.html">示例市教育局2023年5月1日前报送材料的通知</a></li><li><a href="4.html">关于公布名单的公告</a></li></ul></div>`,
      },
    ],
    [
      'a layout table around it',
      {
        before:
          '<table width=980 align=center><tr><td width=200 valign=top><ul><li><a href=a>机构</a><li><a href=b>政策</a><li><a href=c>服务</a></ul><p>值班电话：0100-5559999</p></td><td valign=top>',
        behind: '</td></tr></table>',
      },
    ],
    ['an unknown root', { root: 'nr-2024-x' }],
  ])('%s', (_, parts) => holds(page(parts)))
})

describe('characters doubled to look bold', () => {
  const text = '示例市教育局关于做好校园安全工作的通知'
  const doubled = [...text].map((c) => c + c).join('')
  it('are one each where a whole title is written so', () => {
    const html = page({ title: `<h1>${doubled}</h1>` }).replace(/<title>.*?<\/title>/, '')
    const notice = parseNotice(html)
    expect(notice.title?.text).toBe(text)
    const { start, end } = notice.title!.span
    expect(html.slice(start, end)).toBe(doubled)
  })
  it('and words that double a character stay', () => {
    const title = '关于天天向上活动的通知'
    expect(parseNotice(page({ title: `<h1>${title}</h1>` })).title?.text).toBe(title)
  })
})

describe('links whose text is no address', () => {
  it('give no mail and no number that is not printed', () => {
    const notice = parseNotice(
      page({
        contact:
          '<p>　　联系人：苗青禾，<a href="mailto:aqk@example.gov.cn">写信</a>，<a href="tel:01005550123">拨打电话</a>。</p>',
      }),
    )
    expect(notice.contacts.flatMap((c) => [...c.emails, ...c.phones])).toEqual([])
  })
})

describe('lists numbered by style sheets', () => {
  it('are read with the numbers that they draw', () => {
    const notice = parseNotice(
      page({
        opening: `<p>　　现将有关事项通知如下，请认真贯彻执行。</p><ol style="list-style-type: simp-chinese-informal"><li>报送内容</li></ol><p>　　报送校园安全工作总结，并附统计数据。</p>
          <ol start="2" style="list-style-type:cjk-ideographic"><li>报送要求</li></ol>`,
      }),
    )
    expect(notice.outline.map((s) => [s.number, s.heading])).toEqual([
      ['一、', '报送内容'],
      ['二、', '报送要求'],
    ])
  })
})

test('line ends are kept where a store set its text into one element as it was', () => {
  const lines = [
    '关于做好示例工作的通知',
    '各有关单位：',
    '一、报名时间',
    '2026年5月10日至5月20日',
    '青屿市示例局',
    '2026年5月6日',
  ]
  const notice = parseNotice(`<div>${lines.join('\n')}</div>`)
  expect(notice.title?.text).toBe(lines[0])
  expect(notice.addressees.map(({ text }) => text)).toEqual(['各有关单位'])
  expect(notice.issuingBodies.map(({ name }) => name)).toEqual([lines[4]])
})

test('lines that an editor wrapped are joined', () => {
  const wrapped =
    '为规范示例服务，保障各方权益，根据有关规定，结合本市实际，现就示例服务的\n有关事项通知如下，请各单位结合实际认真贯彻执行，并将执行情况于二〇二六年\n五月二十日以前书面报送市示例局办公室，逾期未报的予以通报，请各单位遵照执\n行。执行中有什么问题，请及时向市示例局反映，市示例局将会同有关部门研究解\n决，并视情况适时修订完善本通知的有关规定。'
  const notice = parseNotice(`<h1>关于示例的通知</h1><p>${wrapped}</p>`)
  expect(notice.deadlines.map(({ due }) => due)).toEqual(['2026-05-20'])
})
