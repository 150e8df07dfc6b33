/** The sheet of a notice as pages of three kinds of site. The furniture is that of such sites: it belongs to no notice. */
import { type Item, type Line, signatureRows } from './sheet.js'

/** What a site's own table and info line say beside the notice. */
export interface SiteFacts {
  title: string
  number: string
  issuer: string
  /** YYYY-MM-DD. */
  signed: string
  published: string
  category: string
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Runs of blanks that a browser would collapse. */
const kept = (text: string) => escaped(text).replace(/ {2,}/g, (run) => '&nbsp;'.repeat(run.length))

const long = (day: string) => day.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$1年$2月$3日')

const zoneName: Record<string, string> = { center: 'text-align:center', right: 'text-align:right', left: '' }

function rows(cells: readonly (readonly string[])[], cell: (text: string, span: number) => string): string {
  const width = Math.max(...cells.map((row) => row.length))
  return cells
    .map((row) => `<tr>${row.map((text, i) => cell(text, i === row.length - 1 ? width - i : 1)).join('')}</tr>`)
    .join('\n')
}

const spanOf = (n: number) => (n > 1 ? ` colspan="${n}"` : '')

/** A national portal: metadata table, <h1>, info line, a content root of paragraphs. */
export function portalPage(items: readonly Item[], site: SiteFacts): string {
  const paragraph = (line: Line) => {
    const text = line.pieces.map(kept).join('&emsp;'.repeat(6))
    if (line.align !== 'left') return `<p style="${zoneName[line.align]}">${strong(line, text)}</p>`
    if (line.role === 'flush' || line.role === 'annex') return `<p>${text}</p>`
    return `<p style="text-indent: 2em;">${strong(line, text)}</p>`
  }
  const strong = (line: Line, text: string) =>
    /title|heading1/i.test(line.role) ? `<strong>${text}</strong>` : line.role === 'masthead' ? red(text) : text
  const red = (text: string) => `<span style="color: rgb(255, 0, 0); font-size: 29px;">${text}</span>`
  const body = signatureRows(items).map((item) => {
    if (item.kind === 'rule') return '<hr/>'
    if (item.kind === 'table')
      return `<table border="1" cellspacing="0" style="width:100%"><tbody>${rows(item.rows, (text, n) => `<td${spanOf(n)}><p>${kept(text) || '&nbsp;'}</p></td>`)}</tbody></table>`
    if (item.kind === 'columns')
      return item.rows
        .map((row) => `<p style="text-align:right">${row.map(kept).join('&emsp;'.repeat(4))}</p>`)
        .join('\n')
    return paragraph(item)
  })
  const label = (name: string, value: string) => `<td class="zwgk_bt"><b>${name}：</b></td><td>${escaped(value)}</td>`
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(site.title)}_示例政务网</title>
<meta name="keywords" content="政务,通知"><meta name="description" content="示例政务网政策文件库">
<style>.bd1 td{border:1px solid #ccc}</style><script>var column='政策文件';</script></head>
<body><div class="header"><a href="/">首页</a><a href="/zwgk/">政务公开</a><a href="/hd/">互动</a><form><input type="text" value="请输入关键词"><input type="submit" value="搜索"></form></div>
<div class="BreadcrumbNav">您当前所在位置：<a href="/">首页</a> &gt; <a href="/zc/">政策</a> &gt; 正文</div>
<div class="content"><table class="bd1"><tbody>
<tr>${label('索 引 号', '000014349/2025-00031')}${label('主题分类', site.category)}</tr>
<tr>${label('发文机关', site.issuer)}${label('成文日期', long(site.signed))}</tr>
<tr><td><b>标&nbsp;&nbsp;&nbsp;&nbsp;题：</b></td><td colspan="3">${escaped(site.title)}</td></tr>
<tr>${label('发文字号', site.number)}${label('发布日期', long(site.published))}</tr>
</tbody></table>
<h1>${escaped(site.title)}</h1>
<div class="pages-date">${site.published} 10:20　来源：示例政务网　<span class="font">字体：<a>大</a> <a>中</a> <a>小</a></span> <a href="javascript:print()">打印</a></div>
<div id="UCAP-CONTENT" class="pages_content trs_editor_view">
${body.join('\n')}
</div>
<div class="editor">【我要纠错】责任编辑：示例</div>
<div class="share">分享到：<a>微信</a><a>微博</a></div>
<div class="related"><h3>相关稿件</h3><ul><li><a href="/1.htm">关于另一项工作的通知</a></li><li><a href="/2.htm">示例事项政策解读</a></li></ul></div></div>
<div class="footer"><p>主办单位：示例政务网运行中心　联系电话：0100-5559900　邮箱：webmaster@portal.example.gov.cn</p><p>网站标识码bm05550001　示例ICP备05550001号</p></div>
</body></html>`
}

/** A county's CMS: tables within tables, one cell of text broken by <br>, indents of &nbsp;, furniture on all sides. */
export function countyPage(items: readonly Item[], site: SiteFacts): string {
  const indent = '&nbsp;'.repeat(4)
  const out = signatureRows(items).map((item) => {
    if (item.kind === 'rule') return '<hr size=1>'
    if (item.kind === 'table')
      return `<table border=1 cellpadding=3 width="100%">${rows(item.rows, (text, n) => `<td${spanOf(n)} align=center>${kept(text)}</td>`)}</table>`
    if (item.kind === 'columns')
      return item.rows.map((row) => `${'&nbsp;'.repeat(20)}${row.map(kept).join('&nbsp;'.repeat(8))}<br>`).join('\n')
    const gap = item.gap > 0 ? '<br>\n' : ''
    const text = item.pieces.map(kept).join('&nbsp;'.repeat(16))
    if (item.role === 'masthead') return `${gap}<center><font color=red size=6>${text}</font></center>`
    if (item.align === 'center') return `${gap}<center><b>${text}</b></center>`
    if (item.align === 'right') return `${gap}${'&nbsp;'.repeat(40)}${text}<br>`
    if (item.role === 'flush' || item.role === 'annex') return `${gap}${text}<br>`
    return `${gap}${indent}${text}<br>`
  })
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${escaped(site.title)}-示例县人民政府网</title></head>
<body topmargin=0><table width=1000 align=center border=0><tr><td colspan=2><img src=/images/top.jpg width=1000></td></tr>
<tr><td colspan=2 bgcolor=#cc0000><a href=/>网站首页</a> | <a href=/a>走进示例</a> | <a href=/b>政务公开</a> | <a href=/c>办事服务</a> | <a href=/d>政民互动</a></td></tr>
<tr><td width=220 valign=top><table width="100%"><tr><td><b>信息公开</b></td></tr><tr><td><a href=/1>机构职能</a></td></tr><tr><td><a href=/2>政策文件</a></td></tr><tr><td><a href=/3>财政预决算</a></td></tr>
<tr><td><b>联系我们</b><br>电话：0100-5559911<br>邮箱：xxgk@county.example.gov.cn<br>地址：示例县人民路1号</td></tr></table></td>
<td valign=top><table width="100%"><tr><td>您的位置：<a href=/>首页</a>&gt;&gt;<a href=/2>政策文件</a>&gt;&gt;浏览文章</td></tr>
<tr><td align=center><font size=5><b>${escaped(site.title)}</b></font></td></tr>
<tr><td align=center>发布时间：${site.published}&nbsp;&nbsp;来源：示例县政府办&nbsp;&nbsp;作者：管理员&nbsp;&nbsp;点击数：352&nbsp;&nbsp;【字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】</td></tr>
<tr><td><table width="98%" align=center><tr><td class=zw>
${out.join('\n')}
</td></tr></table></td></tr>
<tr><td>【<a href="javascript:window.print()">打印本页</a>】【<a href="javascript:window.close()">关闭窗口</a>】</td></tr>
<tr><td>上一篇：<a href=/9>关于放假的通知</a><br>下一篇：<a href=/10>示例工程招标公告</a></td></tr></table></td></tr>
<tr><td colspan=2 align=center>版权所有：示例县人民政府办公室　电话：0100-5559912<br>地址：示例县人民路1号　邮编：055500　示例ICP备05550002号</td></tr></table></body></html>`
}

/** A page pasted from Word into divs without names: no site around it, source lines wrapped, Latin runs in spans. */
export function pastedPage(items: readonly Item[], site: SiteFacts): string {
  const runs = (text: string, style: string) =>
    text
      .split(/([A-Za-z\d][\w.:@/-]*)/)
      .map((part, i) =>
        part === '' ? '' : `<span${i % 2 ? ' lang=EN-US' : ''}\nstyle='${style}'>${kept(part)}</span>`,
      )
      .join('')
  const big = 'font-size:22.0pt;\nfont-family:方正小标宋简体'
  const normal = 'font-size:16.0pt;font-family:\n仿宋_GB2312'
  const out = signatureRows(items).map((item) => {
    if (item.kind === 'rule') return "<div style='border-bottom:solid red 1.5pt'></div>"
    if (item.kind === 'table')
      return `<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0\n style='border-collapse:collapse'>${rows(item.rows, (text, n) => `<td${n > 1 ? ` colspan=${n}` : ''} valign=top style='border:solid windowtext 1.0pt'>\n  <p class=MsoNormal>${text ? runs(text, normal) : '<span lang=EN-US><o:p>&nbsp;</o:p></span>'}</p>\n  </td>`)}</table>`
    if (item.kind === 'columns')
      return `<table border=0 cellspacing=0>${rows(item.rows, (text, n) => `<td${n > 1 ? ` colspan=${n} align=center` : ''} width=283 style='width:212pt'><p>${runs(text, normal)}</p></td>`)}</table>`
    const style = /masthead|title/i.test(item.role) ? big : normal
    const text = item.pieces
      .map((piece) => runs(piece, style))
      .join(`<span style='mso-spacerun:yes'>${'&nbsp;'.repeat(12)}</span>`)
    const place =
      item.align === 'left'
        ? item.role === 'flush' || item.role === 'annex'
          ? ''
          : " style='text-indent:32.0pt'"
        : ` align=${item.align} style='text-align:${item.align}'`
    return `<p class=MsoNormal${place}>${text}<span\nlang=EN-US><o:p></o:p></span></p>`
  })
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>${escaped(site.title)}</title>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
<body lang=ZH-CN><div><div><div><div></div><div class=WordSection1 style='layout-grid:15.6pt'>
${out.join('\n\n')}
</div></div></div></div></body></html>`
}
