/**
 * Full-size pages around the notices of the corpus, in the styles in which sites publish them: menus, scripts, style
 * sheets, tools, lists of other notices and footers as on a real site, 20 to 150 KB each. The same on every run.
 */

/** A small generator of numbers, so that pages differ but runs do not. */
function numbers(seed) {
  let state = seed >>> 0
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % limit
  }
}

const times = (n, make) => Array.from({ length: n }, (_, i) => make(i)).join('\n')
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const COLUMNS = ['政务公开', '办事服务', '互动交流', '数据开放', '走进示例', '机构职能', '政策文件', '新闻中心']
const TOPICS = [
  '春耕生产',
  '安全检查',
  '校园招生',
  '医保缴费',
  '道路养护',
  '科技计划',
  '节能改造',
  '人才培训',
  '防汛值守',
]
const KINDS = ['通知', '公告', '公示', '意见', '通告', '答复']

const sheet = (n) =>
  `<style type="text/css">\n${times(n, (i) => `.mod-${i} .list li a:hover, #box${i} > p{margin:0 auto;padding:${i % 9}px 12px;background:url(/img/b${i}.png) no-repeat 0 -${i}px;font:12px/1.8 "宋体",Arial}`)}\n</style>`
const script = (n) =>
  `<script type="text/javascript">\n${times(n, (i) => `function tab${i}(el){var a=document.getElementById("t${i}");if(a&&a.length<${i}&&el>0){a.innerHTML="<li><a href='/s?p=${i}'>"+el+"</a></li>";}return a;}`)}\n</script>`
const menu = (n, pick) =>
  `<ul class="menu clearfix">\n${times(n, (i) => `  <li class="item item-${i % 7}"><a href="/col/col${1000 + pick(9000)}/index.html" target="_blank" title="${COLUMNS[i % 8]}">${COLUMNS[i % 8]}</a></li>`)}\n</ul>`
const list = (n, pick) =>
  times(n, (i) => {
    const title = `关于做好${2010 + pick(15)}年${TOPICS[pick(9)]}工作的${KINDS[pick(6)]}`
    return `<li><span class="date">2024-0${1 + (i % 9)}-${10 + pick(18)}</span><a href="/art/2024/${1 + pick(12)}/art_${pick(9000)}.html" title="${title}">${title}</a></li>`
  })
const footer = (pick) =>
  `<div class="footer"><p>主办单位：示例市人民政府办公室　承办：示例市大数据中心</p><p>地址：示例市示例路${1 + pick(99)}号　邮编：000000</p><p>网站标识码：0000000000　示例ICP备0555012${pick(9)}号</p></div>`

/** The title of a notice as its page's head states it: its first line of some length. */
const titleOf = (lines) => lines.find((line) => line.trim().length > 8)?.trim() ?? '公告'

/** Text pasted from a word processor: each run of a paragraph in spans with styles of their own. */
function pasted(line, pick) {
  const style = `font-family: 仿宋_GB2312; font-size: ${14 + pick(3)}pt; line-height: 2; color: rgb(0, 0, 0)`
  const cut = Math.max(1, Math.floor(line.length / (2 + pick(3))))
  const runs = []
  for (let i = 0; i < line.length; i += cut)
    runs.push(`<span style="${style}; mso-spacerun: 'yes'">${escaped(line.slice(i, i + cut))}</span>`)
  return `<p class="MsoNormal" style="margin: 0cm 0cm 0pt; text-indent: 2em; text-align: justify; ${style}">${runs.join('')}<span lang="EN-US" style="${style}"><o:p></o:p></span></p>`
}

/** A publishing system: menus in lists, the text pasted from a word processor in a root with a name. */
function portal(lines, pick) {
  const title = titleOf(lines)
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}_示例市人民政府</title>\n${sheet(60 + pick(60))}\n${script(40 + pick(160))}</head>
<body><div class="header"><div class="w1200">${menu(40, pick)}</div></div><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zc">政策文件</a></div>
<div class="main"><div class="article"><div class="tools">【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 浏览次数：<span id="hits">0</span></div>
<div class="TRS_Editor" id="zoom">${lines.map((line) => pasted(line, pick)).join('\n')}</div>
<div class="share">分享到：<a class="wx" href="#">微信</a><a class="wb" href="#">微博</a></div></div>
<div class="side"><h3>相关文件</h3><ul>${list(20 + pick(20), pick)}</ul></div></div>${footer(pick)}\n${script(30)}</body></html>`
}

/** An old site: tables for the layout, FONT tags, upper case, lines by <BR>. */
function oldTables(lines, pick) {
  const body = lines.map((line) => `&nbsp;&nbsp;&nbsp;&nbsp;${escaped(line).replace(/ /g, '&nbsp;')}<BR>`).join('\r\n')
  const cell = (i) =>
    `<TR><TD height="24" background="images/l${i}.gif"><IMG src="images/dot.gif" width="9" height="9">&nbsp;<A href="list.asp?id=${i}" class="nav">${COLUMNS[i % 8]}</A></TD></TR>`
  return `<HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=utf-8"><TITLE>${escaped(titleOf(lines))}</TITLE>${script(25 + pick(30))}</HEAD>
<BODY bgcolor="#FFFFFF" topmargin="0"><TABLE width="778" border="0" cellspacing="0" cellpadding="0" align="center"><TR><TD colspan="2"><IMG src="images/top.jpg" width="778" height="120"></TD></TR>
<TR><TD width="180" valign="top"><TABLE width="100%" border="0">${times(45, cell)}</TABLE></TD>
<TD valign="top"><TABLE width="590" border="0" align="center"><TR><TD><FONT size="3" face="宋体">${body}</FONT></TD></TR><TR><TD align="right">【<A href="javascript:window.print()">打印本页</A>】【<A href="javascript:window.close()">关闭窗口</A>】</TD></TR></TABLE>
<TABLE width="590" class="more">${times(30, (i) => `<TR><TD width="20"><FONT color="#cc0000">·</FONT></TD><TD><A href="show.asp?id=${pick(9000)}">${TOPICS[i % 9]}工作${KINDS[pick(6)]}</A></TD><TD width="90">2024-03-${10 + (i % 18)}</TD></TR>`)}</TABLE></TD></TR></TABLE>
<TABLE width="778" align="center"><TR><TD align="center">示例市示例局版权所有<BR>电话：0100-5559999</TD></TR></TABLE></BODY></HTML>`
}

/** An app's page: sections in sections, long styles on each, the content hidden until a script runs. */
function sections(lines, pick) {
  const style =
    'margin: 0px; padding: 0px; outline: 0px; max-width: 100%; box-sizing: border-box !important; overflow-wrap: break-word !important;'
  const block = (line) =>
    `<section style="${style} clear: both; min-height: 1em;"><section style="${style}"><p style="${style} text-align: justify; letter-spacing: 0.5px;"><span style="${style} font-size: ${15 + pick(2)}px; font-family: PingFangSC-light;"><span style="${style}">${escaped(line)}</span></span></p></section></section>`
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><meta property="og:title" content="${escaped(titleOf(lines)).replace(/"/g, '&quot;')}"><title>${escaped(titleOf(lines))}</title>${sheet(80)}${script(60)}</head>
<body id="activity-detail" class="zh_CN"><div id="js_article" class="rich_media"><div class="rich_media_inner"><div id="img-content"><div class="rich_media_content" id="js_content" style="visibility: hidden;">
${lines.map(block).join('\n')}
</div></div></div></div>${script(80)}</body></html>`
}

/** A new site: clean paragraphs, but a menu of hundreds of links and a list of other notices around them. */
function megaMenu(lines, pick) {
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(titleOf(lines))} - 示例市示例局</title><link rel="stylesheet" href="/a.css">${sheet(20)}</head>
<body><nav class="navbar">${times(8, (i) => `<div class="drop drop-${i}"><h4>${COLUMNS[i]}</h4>${menu(20 + pick(20), pick)}</div>`)}</nav>
<main><article class="content">${lines.map((line) => `<p>　　${escaped(line)}</p>`).join('\n')}</article></main>
<aside><h3>最新公告</h3><ul>${list(60, pick)}</ul></aside><footer>${footer(pick)}</footer>${script(10)}</body></html>`
}

const STYLES = [portal, oldTables, sections, megaMenu]

/** One page for each text notice: `{name, style, html}`, the styles in turn. */
export function composePages(corpus) {
  return corpus
    .filter((c) => c.name.endsWith('.txt'))
    .map(({ name, text }, i) => {
      const style = STYLES[i % STYLES.length]
      const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
      return { name, style: style.name, html: style(lines, numbers(i + 1)) }
    })
}
