/** What a node opens: its facts, what it names, who names it, what changed, what is doubtful. */
import type { Contact, Deadline, Notice, NoticeDate } from '../index.js'
import type { Change, Changes, GraphDiagnostic, GraphEdge, GraphNode, NoticeGraph } from '../link/index.js'
import { type Content, html, type Markup, raw } from '../page/html.js'
import { laneOf } from './layout.js'
import { CERTAINTY_NAMES, daysName, LANE_NAMES, relationName, titleOf } from './words.js'

/** How many values of a kind are listed; the rest is counted. */
const MOST = 40

export function factSheets(graph: NoticeGraph, notices: readonly Notice[]): Markup[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const group = <T>(items: readonly T[], key: (item: T) => string) => {
    const groups = new Map<string, T[]>()
    for (const item of items) {
      const list = groups.get(key(item))
      if (list) list.push(item)
      else groups.set(key(item), [item])
    }
    return groups
  }
  const cites = group(graph.edges, ({ from }) => from)
  const cited = group(graph.edges, ({ to }) => to)
  const doubts = group(graph.diagnostics, ({ node }) => node)
  return graph.nodes.map((node) => {
    const facts =
      node.kind === 'notice' ? noticeRows(node, notices[node.notices[0]!]!, nodes) : outsideRows(node, nodes)
    return html`<section class="facts" id="${node.id}" tabindex="-1" aria-labelledby="${node.id}-title">
<a class="close" href="#map" aria-label="关闭 Close">×</a>
<h2 id="${node.id}-title">${titleOf(node)}</h2>
<dl>${facts}</dl>
${linkList('引用 Cites', cites.get(node.id), (edge) => edge.to, nodes)}
${linkList('被引用 Cited by', cited.get(node.id), (edge) => edge.from, nodes)}
${doubtList(doubts.get(node.id), nodes)}
</section>
`
  })
}

const row = (label: string, values: readonly Content[]): Content =>
  values.length
    ? html`<dt>${label}</dt><dd>${values.slice(0, MOST).map((value) => html`<p>${value}</p>`)}${
        values.length > MOST && html`<p class="dim">… ${values.length - MOST}</p>`
      }</dd>`
    : null

const link = (node: GraphNode): Markup => html`<a href="#${node.id}">${titleOf(node)}</a>`

function noticeRows(
  node: Extract<GraphNode, { kind: 'notice' }>,
  notice: Notice,
  nodes: Map<string, GraphNode>,
): Content {
  const { documentNumber, documentType, issuingBodies, signed, files, origin } = node
  const dates = (role: NoticeDate['role']) => notice.dates.filter((date) => date.role === role).map(period)
  return [
    row('发文字号 Number', documentNumber ? [documentNumber.text] : []),
    row(
      '发文机关 Issued by',
      issuingBodies.map(({ text, name }) => (name === text ? text : `${text}（${name}）`)),
    ),
    row('层级 Level', [LANE_NAMES[laneOf(node)]]),
    row('文种 Type', documentType ? [documentType.text] : []),
    row('成文日期 Signed', signed ? [signed.start] : []),
    row('源头 Begins with', origin ? [[link(nodes.get(origin.node)!), lagNote(origin.lag)]] : []),
    row(
      '主题 Themes',
      notice.themes.filter(({ kind }) => kind !== 'keyword').map(({ text }) => text),
    ),
    row('活动日期 Event', dates('event')),
    row('施行日期 Effective', dates('effective')),
    row('失效日期 Expires', dates('expires')),
    row('期限 Deadlines', notice.deadlines.map(deadline)),
    row('联系方式 Contacts', notice.contacts.map(contact)),
    row(
      '附件 Attachments',
      notice.attachments.map(({ text }) => text),
    ),
    row('文件 Files', files),
  ]
}

function outsideRows(node: Extract<GraphNode, { kind: 'outside' }>, nodes: Map<string, GraphNode>): Content {
  return [
    row('库外 Outside', ['集合中没有这份文件 Named, but not in the set']),
    row('发文字号 Number', node.documentNumber ? [node.documentNumber.text] : []),
    row('层级 Level', node.level ? [LANE_NAMES[node.level]] : []),
    row(
      '可能是 Perhaps',
      node.perhaps.map((id) => link(nodes.get(id)!)),
    ),
  ]
}

const period = ({ start, end }: Pick<NoticeDate, 'start' | 'end'>): string =>
  (end === start ? start : `${start} — ${end}`).replaceAll('T', ' ')

const deadline = ({ due, text, action, recipient }: Deadline): Content => [
  html`<b>${due?.replace('T', ' ') ?? text}</b> ${action}`,
  recipient && !action.includes(recipient) ? ` → ${recipient}` : null,
]

const contact = ({ unit, people, phones, emails }: Contact): string =>
  [
    unit?.text,
    ...people.map(({ text }) => text),
    ...phones.map(({ number }) => number),
    ...emails.map(({ text }) => text),
  ]
    .filter((text) => text)
    .join(' ')

const lagNote = (lag: number | null): Content => lag !== null && html` <span class="lag">${daysName(lag)}</span>`

function linkList(
  heading: string,
  edges: readonly GraphEdge[] | undefined,
  other: (edge: GraphEdge) => string,
  nodes: Map<string, GraphNode>,
): Content {
  if (!edges) return null
  return html`<h3>${heading} <span class="dim">${edges.length}</span></h3><ul>${edges
    .slice(0, MOST)
    .map((edge) => linkItem(edge, nodes.get(other(edge))!))}</ul>${
    edges.length > MOST && html`<p class="dim">… ${edges.length - MOST}</p>`
  }`
}

function linkItem(edge: GraphEdge, node: GraphNode): Markup {
  const notes = [
    relationName(edge),
    edge.by === 'number' ? '按文号 by number' : '按标题 by title',
    edge.certainty !== 'certain' && CERTAINTY_NAMES[edge.certainty],
    edge.circular && '循环 circular',
    node.kind === 'outside' && '库外 outside',
  ].filter((note) => note !== false)
  return html`<li>${link(node)}${lagNote(edge.lag)}<br><span class="dim">${notes.join(' · ')}</span>${changeTable(edge.changes, node.id === edge.to)}</li>`
}

function changeTable(changes: Changes | null, open: boolean): Content {
  if (!changes) return null
  const rows = [
    ...changes.themes.map((change) => changeRow('主题', change, ({ text }) => text)),
    ...changes.dates.map((change) => changeRow('日期', change, period)),
    ...changes.deadlines.map((change) =>
      changeRow('期限', change, ({ due, text, action }) => `${due?.replace('T', ' ') ?? text} ${action}`),
    ),
  ]
  if (!rows.length) return null
  return html`<details${raw(open ? ' open' : '')}><summary>变化 Changes</summary><table><thead><tr><th scope="col"></th><th scope="col">被引 cited</th><th scope="col">引用 citing</th></tr></thead><tbody>${rows}</tbody></table>${
    changes.partial && html`<p class="dim">只比较了前一部分 only the first were compared</p>`
  }</details>`
}

function changeRow<T>(label: string, { cited, citing, days }: Change<T>, show: (value: T) => string): Markup {
  const same = cited !== null && citing !== null && (days === 0 || (days === null && show(cited) === show(citing)))
  return html`<tr class="${same ? 'same' : 'changed'}"><th scope="row">${label}${days ? html`<br><span class="lag">${daysName(days)}</span>` : null}</th><td>${
    cited === null ? '—' : show(cited)
  }</td><td>${citing === null ? '—' : show(citing)}</td></tr>`
}

function doubtList(doubts: readonly GraphDiagnostic[] | undefined, nodes: Map<string, GraphNode>): Content {
  if (!doubts) return null
  return html`<h3>提示 Diagnostics</h3><ul>${doubts
    .slice(0, MOST)
    .map((doubt) => html`<li class="${doubt.severity}">${doubtText(doubt, nodes)}</li>`)}</ul>`
}

export const doubtText = ({ ruleId, reason, related }: GraphDiagnostic, nodes: Map<string, GraphNode>): Content => [
  html`<code>${ruleId}</code> ${reason}`,
  related.map((id, i) => [i ? '、' : ' → ', link(nodes.get(id)!)]),
]
