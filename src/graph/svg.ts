/** The cascade as a drawing: cards in columns of levels, lines from each document to what it names. */
import type { GraphEdge, NoticeGraph } from '../link/index.js'
import { type Content, html, type Markup } from '../page/html.js'
import { type Layout, layOut, type Placed } from './layout.js'
import { daysName, issuersOf, LANE_NAMES, matterOf, relationName, titleOf } from './words.js'

/** Measures in CSS pixels. */
interface Measures {
  name: 'wide' | 'narrow'
  /** From one column to the next. */
  step: number
  /** Right edge of every card where it is the same; else all cards are as wide as `card`. */
  width: number | null
  card: number
  rowStep: number
  head: number
}

const CARD_HEIGHT = 80
const WIDE: Measures = { name: 'wide', step: 252, width: null, card: 214, rowStep: 96, head: 36 }
const NARROW: Measures = { name: 'narrow', step: 16, width: 336, card: 0, rowStep: 94, head: 4 }
const MARGIN = 6
/** Room on the right for lines that bend out. */
const BEND = 34

/** The drawing for wide windows and the one for narrow ones; the style sheet shows one of them. */
export const drawings = (graph: NoticeGraph): Markup =>
  html`${draw(layOut(graph, false), WIDE)}${draw(layOut(graph, true), NARROW)}`

interface Box {
  left: number
  right: number
  top: number
  middle: number
}

function boxOf({ column, row }: Placed, m: Measures): Box {
  const left = MARGIN + 12 + column * m.step
  const top = m.head + row * m.rowStep
  return { left, right: m.width === null ? left + m.card : m.width - BEND, top, middle: top + CARD_HEIGHT / 2 }
}

function draw(layout: Layout, m: Measures): Markup {
  const boxes = new Map(layout.placed.map((one) => [one.node.id, boxOf(one, m)]))
  const width = m.width ?? MARGIN + 12 + Math.max(1, layout.lanes.length) * m.step - (m.step - m.card) + BEND
  const height = m.head + layout.rows * m.rowStep + MARGIN
  return html`<svg class="${m.name}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-label="级联图 Cascade">
${m.name === 'wide' ? layout.lanes.map((lane, i) => laneHead(LANE_NAMES[lane], lane, MARGIN + 12 + i * m.step)) : null}
<g class="lines">${layout.others.map((edge) => bend(edge, boxes, m))}${layout.placed.map((one) => trunk(one, boxes, m))}</g>
${layout.placed.map((one) => card(one, boxes.get(one.node.id)!))}
</svg>
`
}

const laneHead = (name: string, lane: string, left: number) =>
  html`<text class="lane ${lane}" x="${left}" y="20">${name}</text>`

const ends = ({ from, to, certainty, circular }: GraphEdge): Content =>
  html`class="line ${certainty}${circular ? ' circular' : ''}" data-from="${from}" data-to="${to}"`

const told = (edge: GraphEdge): Markup =>
  html`<title>${relationName(edge)}${edge.lag === null ? '' : ` ${daysName(edge.lag)}`}</title>`

/** The line by which a card hangs from another: along the row, or down beside the column. */
function trunk({ node, parent, edge }: Placed, boxes: Map<string, Box>, m: Measures): Content {
  if (!parent || !edge) return null
  const [a, b] = [boxes.get(parent.node.id)!, boxes.get(node.id)!]
  const beside = m.width === null && b.left > a.right
  const x = beside ? b.left - 20 : Math.min(a.left, b.left) - 10
  const path = beside
    ? `M${a.right} ${a.middle}H${x}V${b.middle}H${b.left}`
    : b.left > a.left
      ? `M${a.left + 6} ${a.top + CARD_HEIGHT}V${b.middle}H${b.left}`
      : `M${a.left} ${a.middle}H${x}V${b.middle}H${b.left}`
  return html`<path ${ends(edge)} d="${path}">${told(edge)}</path>`
}

/** A line that holds nothing up: from the left edge to the right edge of what stands further left, else around the right. */
function bend(edge: GraphEdge, boxes: Map<string, Box>, m: Measures): Content {
  const [a, b] = [boxes.get(edge.from)!, boxes.get(edge.to)!]
  const path =
    m.width === null && b.right < a.left
      ? `M${a.left} ${a.middle + 14}C${a.left - 36} ${a.middle + 14} ${b.right + 36} ${b.middle + 14} ${b.right} ${b.middle + 14}`
      : `M${a.right} ${a.middle}C${a.right + BEND} ${a.middle} ${b.right + BEND} ${b.middle} ${b.right} ${b.middle}`
  return html`<path ${ends(edge)} d="${path}">${told(edge)}</path>`
}

const FONT = 13

function card({ node, lane, edge }: Placed, { left, right, top }: Box): Markup {
  const width = right - left
  const room = Math.floor((width - 20) / FONT)
  const who = issuersOf(node) || (node.kind === 'outside' ? '库外 not in the set' : '（无署名 unsigned）')
  const when = node.kind === 'notice' ? (node.signed?.start ?? '') : (node.documentNumber?.text ?? '')
  const lag = edge?.lag === null || edge?.lag === undefined ? '' : daysName(edge.lag)
  const [first, second] = lines(matterOf(node), room)
  const label = [titleOf(node), when, lag].filter((text) => text).join('，')
  return html`<a class="node ${lane} ${node.kind}" href="#${node.id}" data-node="${node.id}" aria-label="${label}">
<rect x="${left}" y="${top}" width="${width}" height="${CARD_HEIGHT}" rx="6"/><rect class="edge" x="${left}" y="${top}" width="5" height="${CARD_HEIGHT}" rx="2"/>
<text class="who" x="${left + 12}" y="${top + 19}">${clip(who, room)}</text>
<text x="${left + 12}" y="${top + 37}">${first}</text><text x="${left + 12}" y="${top + 53}">${second}</text>
<text class="when" x="${left + 12}" y="${top + 71}">${clip(when, lag ? Math.max(8, room - 5) : room)}</text><text class="lag" x="${right - 8}" y="${top + 71}" text-anchor="end">${lag}</text>
<title>${titleOf(node)}</title></a>
`
}

/** Width in ems: Han and full-width forms 1, others a little over a half. */
const ems = (char: string) =>
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffe6]|[^\0-\uffff]/.test(char) ? 1 : 0.58

function fitting(chars: readonly string[], room: number): number {
  let used = 0
  for (let i = 0; i < chars.length; i++) {
    used += ems(chars[i]!)
    if (used > room) return i
  }
  return chars.length
}

/** Longest stretch of a title that is looked at for a card. */
const MOST = 200

function clip(text: string, room: number): string {
  const chars = Array.from(text.slice(0, MOST))
  const fit = fitting(chars, room)
  return fit === chars.length ? text : `${chars.slice(0, Math.max(1, fit - 1)).join('')}…`
}

function lines(text: string, room: number): [string, string] {
  const chars = Array.from(text.slice(0, MOST))
  let fit = fitting(chars, room)
  if (fit > 1 && /[》〉）」』”，、。]/.test(chars[fit] ?? '')) fit--
  return [chars.slice(0, fit).join(''), clip(chars.slice(fit).join(''), room)]
}
