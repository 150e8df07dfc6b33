/** Five pages of unlike sites, composed: what a careful reader takes from each, and nothing of what stands around. */
import { describe, expect, it } from 'vitest'
import { type Notice, parseNotice } from '../src/index.js'
import { readHtml } from '../src/read/html.js'
import { badSpans } from './tools/spans.js'

function read(html: string): Notice {
  const notice = parseNotice(html)
  expect(badSpans(notice, html, (slice) => readHtml(slice).raw.text)).toEqual([])
  return notice
}
const dates = (n: Notice, role: string) => n.dates.filter((d) => d.role === role).map((d) => d.start)
const contacts = (n: Notice) =>
  n.contacts.map((c) => [
    c.people.map((p) => p.text).join('、'),
    c.phones.map((p) => p.number).join('、'),
    c.emails.map((e) => e.text).join('、'),
  ])

describe('a university', () => {
  const html = `<!DOCTYPE html><html><head><title>关于开展2024年大学生创新训练计划项目申报工作的通知-青屿大学教务处</title><META Name="pageType" Content="3"><META Name="pageTitle" Content="关于开展2024年大学生创新训练计划项目申报工作的通知"></head>
<body><div class="header"><div class="logo"><a href="../index.htm"><img src="../images/logo.png"></a></div><ul class="nav"><li><a href="../index.htm">首页</a></li><li><a href="../jxyx.htm">教学运行</a></li><li><a href="../sjjx.htm">实践教学</a></li></ul></div>
<div class="local">当前位置: <a href="../index.htm">首页</a> &gt;&gt; <a href="../tzgg.htm">通知公告</a> &gt;&gt; 正文</div>
<form name="_newscontent_fromname"><div class="cont"><h3 align="center">关于开展2024年大学生创新训练计划项目申报工作的通知</h3>
<div class="info"><span>发布时间：2024-03-18</span> <span>点击数：<script>_showDynClicks("wbnews", 1, 2)</script></span></div>
<div id="vsb_content_2"><div class="v_news_content"><p style="text-align: left;">各学院：</p>
<p style="text-indent: 2em;">根据学校工作安排，现启动2024年大学生创新训练计划项目申报工作，有关事项通知如下。</p>
<p style="text-indent: 2em;"><strong><span style="font-size: 16px;">一、申报</span></strong><strong>对象</strong></p><p style="text-indent: 2em;">全日制在校本科生，每个项目不超过5人。</p>
<p style="text-indent: 2em;"><strong>二、时间安排</strong></p><p style="text-indent: 2em;">请各学院于4月12日17:00前将汇总表（附件2）电子版发送至<a href="mailto:cxcy@example.edu.cn"><span>cxcy@</span><span>example.edu.cn</span></a>，纸质版一式两份报送教务处实践教学科（行政楼306室）。</p>
<p style="text-indent: 2em;">联系人：苗青禾&nbsp; 路 远&nbsp;&nbsp; 联系电话：0100-5550131</p><p style="text-align: right;">教务处</p><p style="text-align: right;">2024年3月18日</p></div></div>
<ul style="list-style-type:none;"><li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=11" target="_blank">附件1：项目申报书.docx</a>】已下载<span id="nattach11">23</span>次</li><li>附件【<a href="/system/_content/download.jsp?urltype=news.DownloadAttachUrl&owner=1&wbfileid=12" target="_blank">附件2：项目申报汇总表.xlsx</a>】已下载<span id="nattach12">19</span>次</li></ul>
<p>上一条：<a href="1.htm">关于2024年4月放假安排的通知</a></p><p>下一条：<a href="2.htm">关于公布教材选用结果的通知</a></p></div></form>
<div class="footer"><p>地址：青屿市学苑路1号 邮编：100000 电话：0100-5559001</p><p>Copyright © 青屿大学教务处</p></div></body></html>`
  const notice = read(html)

  it('gives its facts', () => {
    expect(notice.title?.text).toBe('关于开展2024年大学生创新训练计划项目申报工作的通知')
    expect(notice.addressees.map((a) => a.text)).toEqual(['各学院'])
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['教务处'])
    expect([dates(notice, 'signed'), dates(notice, 'published')]).toEqual([['2024-03-18'], ['2024-03-18']])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-04-12T17:00'])
    // Where the paper goes, where the file goes, whom to ask.
    expect(contacts(notice)).toEqual([
      ['', '', ''],
      ['', '', 'cxcy@example.edu.cn'],
      ['苗青禾、路远', '0100-5550131', ''],
    ])
    expect(notice.contacts[0]?.address?.text).toBe('行政楼306室')
    expect(notice.attachments.map((a) => [a.number, a.text, a.href?.slice(-12)])).toEqual([
      [1, '项目申报书', '&wbfileid=11'],
      [2, '项目申报汇总表', '&wbfileid=12'],
    ])
    expect(notice.outline.map((s) => s.heading)).toEqual(['申报对象', '时间安排'])
  })
})

describe('a county', () => {
  const html = `<html><head><meta name="SiteName" content="望江县人民政府"><meta name="ColumnName" content="政策文件"><meta name="ArticleTitle" content="望江县人民政府办公室关于印发望江县节水行动方案的通知"><meta name="PubDate" content="2024-05-08 10:12:00"><meta name="ContentSource" content="望江县人民政府办公室"></head><body>
<div id="top"><a href="/">设为首页</a>|<a href="/">加入收藏</a>|<a href="/wza">无障碍</a></div>
<table class="xxgk_table" cellspacing="0"><tbody><tr><td class="bt">索 引 号：</td><td>WJ0010/2024-00031</td><td class="bt">主题分类：</td><td>水利、水务</td></tr>
<tr><td class="bt">发文机关：</td><td>望江县人民政府办公室</td><td class="bt">成文日期：</td><td>2024-05-06</td></tr>
<tr><td class="bt">标　　题：</td><td colspan="3">望江县人民政府办公室关于印发望江县节水行动方案的通知</td></tr>
<tr><td class="bt">发文字号：</td><td>望政办发〔2024〕12号</td><td class="bt">发布日期：</td><td>2024-05-08</td></tr><tr><td>有 效 性：</td><td>有效</td><td></td><td></td></tr></tbody></table>
<div class="wz_title">望江县人民政府办公室<br>关于印发望江县节水行动方案的通知</div><div class="tools">【字体：<a>大</a> <a>中</a> <a>小</a>】 <a onclick="window.print()">打印</a></div>
<div class="TRS_Editor"><style>.TRS_Editor P{margin:0}</style><p align="center">望政办发〔2024〕12号</p><p>各乡镇人民政府，县直有关部门：</p>
<p>　　《望江县节水行动方案》已经县政府同意，现印发给你们，请认真贯彻执行。</p><p align="right">望江县人民政府办公室　　</p><p align="right">2024年5月6日　　　　</p><p>（此件公开发布）</p>
<p align="center">望江县节水行动方案</p><p>　　一、主要任务</p><p>　　（一）摸清底数。各乡镇于2024年6月30日前完成用水情况调查，并将调查表报县水利局。</p>
<table border="1"><tr><td>序号</td><td>任务</td><td>责任单位</td><td>完成时限</td></tr><tr><td>1</td><td>编制名录</td><td rowspan="2">县水利局</td><td rowspan="2">2024年9月30日前</td></tr><tr><td>2</td><td>核定计划</td></tr></table></div>
<div class="fj"><p>附件下载：<a href="./P020240508.pdf">望江县人民政府办公室关于印发望江县节水行动方案的通知.pdf</a></p></div>
<div class="xgjd"><h4>相关解读</h4><ul><li><a href="jd.html">一图读懂望江县节水行动方案</a></li></ul></div>
<div id="bottom">主办：望江县人民政府办公室　联系电话：0100-5559002　<img src="dzjg.png">网站标识码：0000000002</div></body></html>`
  const notice = read(html)

  it('gives its facts', () => {
    expect(notice.title?.text.replace(/\s/g, '')).toBe('望江县人民政府办公室关于印发望江县节水行动方案的通知')
    expect(notice.documentNumber?.text).toBe('望政办发〔2024〕12号')
    expect(notice.issuingBodies.map((b) => [b.text, b.from])).toEqual([['望江县人民政府办公室', 'signature']])
    expect([dates(notice, 'signed'), dates(notice, 'published')]).toEqual([['2024-05-06'], ['2024-05-08']])
    expect(notice.disclosure?.text).toBe('公开发布')
    expect(notice.themes.map((t) => t.text)).toEqual(['水利、水务'])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-06-30', '2024-09-30'])
    expect(notice.contacts).toEqual([])
    expect(notice.diagnostics.filter((d) => d.severity !== 'info')).toEqual([])
  })
})

describe('a court', () => {
  const html = `<HTML><BODY bgcolor=#ffffff><CENTER><TABLE border=0 width=960><TR><TD colspan=2><IMG src="banner.jpg"></TD></TR>
<TR><TD width=180 valign=top bgcolor=#eeeeee><A href="a.asp">法院概况</A><BR><A href="b.asp">开庭公告</A><BR><A href="c.asp">诉讼指南</A><BR><A href="d.asp">执行信息</A><BR><BR>立案咨询：0100-5559003</TD>
<TD valign=top><P align=center><FONT size=5 color=red><B>岚川市中级人民法院</B></FONT></P><P align=center><FONT size=4><B>关于选任人民陪审员的公告</B></FONT></P><P align=center>（2024年第3号）</P>
<P>&nbsp;&nbsp;&nbsp;&nbsp;根据有关法律规定，现就选任人民陪审员有关事项公告如下：<BR>&nbsp;&nbsp;&nbsp;&nbsp;一、名额：40名。<BR>&nbsp;&nbsp;&nbsp;&nbsp;二、报名时间：自2024年6月3日至6月21日（工作日上午9:00—12:00，下午14:00—17:00）。<BR>
&nbsp;&nbsp;&nbsp;&nbsp;三、报名地点：岚川市法苑路8号诉讼服务中心。<BR>&nbsp;&nbsp;&nbsp;&nbsp;四、咨询电话：０１００—５５５０１３２，联系人：江法官。<BR>&nbsp;&nbsp;&nbsp;&nbsp;特此公告。</P>
<P align=right>岚川市中级人民法院<BR>二〇二四年五月二十日</P><HR><P align=center>【<A href="javascript:window.close()">关闭窗口</A>】【<A href="javascript:print()">打印</A>】</P></TD></TR>
<TR><TD colspan=2 align=center>岚川市中级人民法院 版权所有 地址：岚川市法苑路8号 电话：0100-5559004</TD></TR></TABLE></CENTER></BODY></HTML>`
  const notice = read(html)

  it('gives its facts', () => {
    expect(notice.title?.text.replace(/\s/g, '')).toMatch(/关于选任人民陪审员的公告$/)
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['岚川市中级人民法院'])
    expect(dates(notice, 'signed')).toEqual(['2024-05-20'])
    expect(notice.deadlines.map((d) => [d.from?.slice(0, 10), d.due?.slice(0, 10)])).toEqual([
      ['2024-06-03', '2024-06-21'],
    ])
    expect(notice.contacts.flatMap((c) => c.phones.map((p) => p.number))).toEqual(['0100-5550132'])
  })
})

describe('a hospital', () => {
  const html = `<!doctype html><html lang="zh"><head><title>招聘公告 | 示例市第二人民医院</title></head><body><div id="app"><header class="site-header"><nav><a href="/">首页</a><a href="/doctors">专家</a><a href="/jobs">招聘</a></nav><div class="hotline">24小时急诊：0100-5559005</div></header>
<main><article><header><h1 class="article-title">示例市第二人民医院<wbr>2024年公开招聘护理人员公告</h1><time datetime="2024-07-01">2024/07/01 08:30</time></header><section class="rich-text">
<p>因工作需要，我院面向社会公开招聘护理人员，现将有关事项公告如下：</p><h2>一、岗位与联系</h2>
<figure class="table"><table><thead><tr><th rowspan="2">岗位</th><th rowspan="2">人数</th><th colspan="3">联系方式</th></tr><tr><th>联系人</th><th>电话</th><th>邮箱</th></tr></thead><tbody>
<tr><td>重症护理</td><td>6</td><td>苗青禾</td><td rowspan="2">0100-5550133</td><td rowspan="2">rsk@example.org</td></tr><tr><td>急诊护理</td><td>4</td><td>路远</td></tr></tbody></table></figure>
<h2>二、报名</h2><ol><li>报名截止时间：2024年7月20日24时。</li><li>请将<a href="https://static.example.org/f/2024/reg.docx">《报名登记表》</a>发送至上述邮箱，逾期不予受理。</li></ol>
<p>示例市第二人民医院</p><p>2024年7月1日</p></section></article><aside><h3>相关推荐</h3><a href="/n/1">2023年招聘公告（2023年6月30日截止）</a></aside></main>
<footer><p>预约挂号：0100-5559006</p><p>示例ICP备05550124号</p></footer></div><script>window.__DATA__={"phone":"0100-5559007"}</script></body></html>`
  const notice = read(html)

  it('gives its facts', () => {
    expect(notice.title?.text).toBe('示例市第二人民医院2024年公开招聘护理人员公告')
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['示例市第二人民医院'])
    expect([dates(notice, 'signed'), dates(notice, 'published')]).toEqual([['2024-07-01'], ['2024-07-01']])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-07-20T24:00'])
    expect(contacts(notice)).toEqual([
      ['苗青禾', '0100-5550133', 'rsk@example.org'],
      ['路远', '0100-5550133', 'rsk@example.org'],
    ])
  })
})

describe('an association', () => {
  const html = `<div class="rich_media"><h1 class="rich_media_title" id="activity-name">
关于召开第三届示例行业年会的通知
</h1><div id="meta_content"><span>示例行业协会</span> <em id="publish_time">2024-08-01 18:00</em></div><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><section><section><p><span>各会员单位：</span></p></section>
<section style="display:flex"><section><p><span leaf="">经研究，定于</span><strong><span leaf="">2024年9月12日至13日</span></strong><span leaf="">在青屿市召开第三届示例行业年会。现将有关事项通知如下。</span></p></section></section>
<section><p>一、年会主题：同心同行 向新而进</p></section><section><p>二、请于<span style="color:red">8月25日</span>前扫码报名。</p><p><img data-src="qr.png"></p></section>
<section><p>三、联系方式</p><p>会务组：苗青禾 0100-5550134</p><p>财务组：路远 0100-5550135 &nbsp;传真：0100-5550136</p></section>
<section><p style="text-align:right">示例行业协会</p><p style="text-align:right">2024年8月1日</p></section></section><p style="display:none"><mp-style-type></mp-style-type></p></div>
<div class="reward">喜欢此内容的人还喜欢</div><div><a href="#">示例行业协会关于缴纳2023年度会费的通知</a></div><div class="qr_code_pc"><p>微信扫一扫关注该公众号</p></div></div>`
  const notice = read(html)

  it('gives its facts', () => {
    expect(notice.title?.text).toBe('关于召开第三届示例行业年会的通知')
    expect(notice.addressees.map((a) => a.text)).toEqual(['各会员单位'])
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['示例行业协会'])
    expect([dates(notice, 'signed'), dates(notice, 'published').map((d) => d.slice(0, 10))]).toEqual([
      ['2024-08-01'],
      ['2024-08-01'],
    ])
    expect(notice.dates.filter((d) => d.role === 'event').map((d) => [d.start, d.end])).toEqual([
      ['2024-09-12', '2024-09-13'],
    ])
    expect(notice.themes.map((t) => t.text.replace(/\s/g, ''))).toEqual(['同心同行向新而进'])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-08-25'])
    expect(contacts(notice).map(([, phones]) => phones)).toEqual(['0100-5550134', '0100-5550135'])
    expect(notice.contacts.flatMap((c) => c.faxes.map((f) => f.number))).toEqual(['0100-5550136'])
  })
})

describe('an account whose place stands beside the day', () => {
  const html = `<div class="rich_media"><h1 class="rich_media_title" id="activity-name">周知！这几条公交线路有调整</h1>
<div id="meta_content"><span>小禾</span><span><a href="javascript:void(0);" id="js_name">青屿公交</a></span>
<em id="publish_time">2026年08月26日 17:30</em> <span>青屿</span></div><div class="rich_media_content" id="js_content">
<section><p>点击上方“蓝字”关注我们</p></section><section><strong>关于调整21路公交线路的公告</strong></section>
<section><p>尊敬的缴费人、乘客朋友：</p><p>自2026年9月2日首班车起，21路经湖东路至会展中心。如有疑问，请拨打0579-5550188。</p>
<p>青屿市公共交通有限公司</p><p>2026年8月27日</p></section></div></div>`
  const notice = read(html)

  it('was published on the day in the element that is kept for it', () => {
    expect(dates(notice, 'published').map((d) => d.slice(0, 10))).toEqual(['2026-08-26'])
    expect(dates(notice, 'signed')).toEqual(['2026-08-27'])
    expect(notice.addressees.map((a) => a.text)).toEqual(['尊敬的缴费人、乘客朋友'])
  })
})

describe('a notice of short lines', () => {
  const menu = '<div class="nav"><a href="/a">首页</a><a href="/b">新闻中心栏目</a><a href="/c">通知公告栏目</a></div>'
  const foot = '<div class="foot">版权所有 青屿市示例协会</div>'
  const page = (body: string) => `<html><body>${menu}<div class="main">${body}</div>${foot}</body></html>`
  const sign = '<p>青屿市示例协会</p><p>2024年3月23日</p>'

  it('begins at its first heading, not at its first whole sentence', () => {
    const notice = read(
      page(
        `<h1>关于召开青屿市示例工作会议的通知</h1><h4>一、会议时间</h4><p>2024年5月11日9:00</p><h4>二、会议地点</h4><p>青屿市体育馆</p><h4>三、报名时间</h4><p>2024年4月20日至4月25日</p><h4>四、联系人</h4><p>徐青禾 0100-5550131</p><h4>五、其他</h4><p>请各队按时报名。</p>${sign}`,
      ),
    )
    expect(notice.title?.text).toBe('关于召开青屿市示例工作会议的通知')
    expect(notice.outline.map((s) => s.heading)).toEqual(['会议时间', '会议地点', '报名时间', '联系人', '其他'])
    expect(notice.events.map((e) => e.start)).toEqual(['2024-05-11T09:00'])
    expect(notice.deadlines.map((d) => [d.from, d.due])).toEqual([['2024-04-20', '2024-04-25']])
    expect(contacts(notice)).toEqual([['徐青禾', '0100-5550131', '']])
    expect(dates(notice, 'published')).toEqual([])
  })

  it('holds the labelled lines between its title and its first sentence', () => {
    const notice = read(
      page(
        `<h2>青屿市示例中心采购更正公告</h2><p>项目编号：QY-24-01</p><p>首次公告日期：2024年3月19日</p><div><p>开标时间改为2024年4月2日9时30分，其他内容不变。</p></div>${sign}`,
      ),
    )
    expect(dates(notice, 'published')).toEqual([])
    expect(notice.dates.some((d) => d.start === '2024-03-19')).toBe(true)
  })

  it('takes the day of a site below the title as that of publication', () => {
    const notice = read(
      page(`<h2>关于示例事项的通知</h2><p>发布：2024-03-19</p><div><p>请各单位认真做好示例工作。</p></div>${sign}`),
    )
    expect(dates(notice, 'published')).toEqual(['2024-03-19'])
  })

  it('joins a heading begun in one block and ended in the next', () => {
    const notice = read(
      page(
        `<div><h3>关于组织申报2024年示例级</h3><h4>大学生创新项目的通知</h4></div><div><p>各学院：</p><p>请于2024年4月12日前报送申报书。</p></div>${sign}`,
      ),
    )
    expect(notice.title?.text).toBe('关于组织申报2024年示例级大学生创新项目的通知')
  })
})
