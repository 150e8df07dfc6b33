/** The map as one self-contained page: the drawing, and a sheet of facts for each document. */
import type { Notice } from '../index.js'
import type { NoticeGraph } from '../link/index.js'
import { html, type Markup } from '../page/html.js'
import { page } from '../page/page.js'
import { doubtText, factSheets } from './facts.js'
import { LANES, layOut } from './layout.js'
import { drawings } from './svg.js'
import { LANE_NAMES, titleOf } from './words.js'

/** `notices`: those that the graph was made of, in the same order. */
export function graphPage(graph: NoticeGraph, notices: readonly Notice[]): string {
  const { documents, outside, notices: read } = graph.counts
  const inside = graph.edges.filter(({ to }) => to.startsWith('n')).length
  return page({
    title: `公文级联图 · ${documents}`,
    lang: 'zh-CN',
    style,
    script,
    body: html`<a class="skip" href="#facts">跳到详情 Skip to facts</a>
<header><h1>公文级联图 <span lang="en">Cascade of notices</span></h1>
<p>${documents} 份公文 documents${read > documents ? `（${read} 个文件 files）` : ''} · ${inside} 条引用 links · ${outside} 份库外 outside · ${graph.diagnostics.length} 条提示 diagnostics</p></header>
<main>
<div id="map" tabindex="-1"><div class="scroll">${drawings(graph)}</div>
${legend}
${lists(graph)}</div>
<aside id="facts" tabindex="-1" aria-label="详情 Facts">${factSheets(graph, notices)}<p class="hint">选择一份公文，查看内容、引用与变化。 Choose a document to see its facts, links and changes.</p></aside>
</main>`,
  })
}

const levels = LANES.map((lane) => html`<span class="tone ${lane}"></span>${LANE_NAMES[lane]} `)

const legend = html`<p class="legend dim">${levels}</p><p class="legend dim">左高右低：每份公文挂在所贯彻的上级公文之下，天数为两者成文日期之差。 Each document hangs from the one it carries out; days are counted between the signings. <span class="key solid"></span>确定 certain <span class="key likely"></span>很可能 likely <span class="key doubtful"></span>存疑 doubtful, 循环 circular</p>`

function lists(graph: NoticeGraph): Markup {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const { alone } = layOut(graph, true)
  const outside = graph.nodes.filter(({ kind }) => kind === 'outside')
  const item = (id: string) =>
    html`<li><a href="#${id}">${titleOf(nodes.get(id)!)}</a> <span class="dim">${nodes.get(id)!.documentNumber?.text}</span></li>`
  const section = (name: string, items: readonly Markup[]) =>
    items.length > 0 &&
    html`<details class="list"><summary>${name} <span class="dim">${items.length}</span></summary><ul>${items}</ul></details>
`
  return html`${section(
    '未画出的公文 Not drawn: no links',
    alone.map(({ id }) => item(id)),
  )}${section(
    '库外文件 Named, not in the set',
    outside.map(({ id }) => item(id)),
  )}${section(
    '提示 Diagnostics',
    graph.diagnostics.map(
      (doubt) =>
        html`<li class="${doubt.severity}"><a href="#${doubt.node}">${titleOf(nodes.get(doubt.node)!)}</a><br>${doubtText(doubt, nodes)}</li>`,
    ),
  )}`
}

const style = `
.skip{position:absolute;left:-99rem}.skip:focus{left:.5rem;top:.5rem;background:var(--sheet);padding:.25rem .75rem;z-index:3}
header{padding:1rem 1.25rem .5rem}h1{font-size:1.25rem;margin:0}h1 span{font-weight:400;color:var(--dim)}header p{margin:.25rem 0 0;color:var(--dim)}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(20rem,26rem);gap:1rem;padding:0 1.25rem 2rem;align-items:start}
.scroll{overflow:auto;border:1px solid var(--line);border-radius:8px;background:var(--sheet)}
svg{display:block}svg.narrow{display:none}
svg text{font-size:13px;fill:var(--ink)}svg text.who{font-weight:600}svg text.when,svg text.lag{font-size:12px;fill:var(--dim)}svg text.lag{fill:var(--accent);font-weight:600}
svg text.lane{font-weight:600;fill:var(--tone)}
.central{--tone:var(--central)}.province{--tone:var(--province)}.prefecture{--tone:var(--prefecture)}.county{--tone:var(--county)}.township{--tone:var(--township)}.other{--tone:var(--other)}
.node rect{fill:var(--sheet);stroke:var(--line)}.node rect.edge{fill:var(--tone);stroke:none}
.node.outside rect:first-of-type{stroke-dasharray:5 4}
.node:hover rect:first-of-type{stroke:var(--accent)}
.node:focus{outline:none}.node:focus-visible rect:first-of-type{stroke:var(--focus);stroke-width:3}
.node.current rect:first-of-type{stroke:var(--accent);stroke-width:3}
.line{fill:none;stroke:var(--dim);stroke-width:1.5}.line.likely{stroke-dasharray:7 4}.line.doubtful,.line.circular{stroke:var(--warn);stroke-dasharray:2 4;stroke-width:2}
.lines:has(.current) .line:not(.current){opacity:.25}.line.current{stroke:var(--accent);stroke-width:2.5}
.legend{font-size:.85rem}.key{display:inline-block;width:1.75rem;border-top:2px solid var(--dim);vertical-align:middle;margin:0 .25rem 0 .5rem}
.key.likely{border-top-style:dashed}.key.doubtful{border-top:2px dotted var(--warn)}
.tone{display:inline-block;width:.7rem;height:.7rem;border-radius:2px;background:var(--tone);margin:0 .25rem 0 .5rem}.tone:first-child{margin-left:0}
.dim{color:var(--dim)}.list{margin:.5rem 0}summary{cursor:pointer}ul{padding-left:1.25rem;margin:.25rem 0}li{margin:.35rem 0}
aside{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow:auto;background:var(--sheet);border:1px solid var(--line);border-radius:8px}
.facts{display:none;padding:.75rem 1rem 1rem}.facts:target{display:block}.facts:target~.hint{display:none}.facts:focus{outline:none}
.hint{padding:.75rem 1rem;margin:0;color:var(--dim)}
.close{float:right;font-size:1.4rem;line-height:1;padding:.25rem .5rem;text-decoration:none}
h2{font-size:1.05rem;margin:0 0 .5rem}h3{font-size:.95rem;margin:1rem 0 .25rem}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.15rem .75rem;margin:0;font-size:.92rem}dt{color:var(--dim)}dd{margin:0}dd p{margin:0}
.lag{color:var(--accent);font-weight:600;white-space:nowrap}.warning code{color:var(--warn)}code{font-size:.85em}
table{border-collapse:collapse;width:100%;font-size:.85rem}th,td{border:1px solid var(--line);padding:.2rem .4rem;text-align:left;vertical-align:top}th{font-weight:600}
tr.same td,tr.same th{color:var(--dim)}
@media (max-width:60rem){
main{display:block;padding:0 .5rem 2rem}header{padding:.75rem}
svg.wide{display:none}svg.narrow{display:block}
.scroll{border:none;background:none}
aside{position:static;max-height:none;border:none}
aside:has(.facts:target){position:fixed;inset:auto 0 0 0;max-height:65vh;border:1px solid var(--line);border-radius:12px 12px 0 0;box-shadow:0 -4px 24px #0006;z-index:2}
}
@media print{aside{display:none}main{display:block}}
`

/** Marks the open document and its lines, closes with Escape, walks with the arrow keys. Without it the page still opens. */
const script = `
(() => {
  const shown = () => [...document.querySelectorAll('a.node')].filter((a) => a.getClientRects().length > 0)
  const nodeOf = (id) => shown().find((a) => a.dataset.node === id)
  const open = () => decodeURIComponent(location.hash.slice(1))
  const mark = () => {
    const id = open()
    for (const a of document.querySelectorAll('a.node')) a.classList.toggle('current', a.dataset.node === id)
    for (const line of document.querySelectorAll('.line'))
      line.classList.toggle('current', line.dataset.from === id || line.dataset.to === id)
    const sheet = document.getElementById(id)
    if (sheet && sheet.classList.contains('facts')) {
      sheet.parentElement.scrollTop = 0
      nodeOf(id)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
  }
  const close = () => {
    const id = open()
    location.hash = 'map'
    nodeOf(id)?.focus()
  }
  addEventListener('hashchange', mark)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.querySelector('.facts:target')) return close()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const at = document.activeElement
    if (!step || !at || !at.classList.contains('node')) return
    const nodes = shown()
    nodes[nodes.indexOf(at) + step]?.focus()
    event.preventDefault()
  })
  addEventListener('click', (event) => {
    if (!event.target.closest?.('.close')) return
    event.preventDefault()
    close()
  })
  mark()
})()
`
