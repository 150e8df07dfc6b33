/** What documents, relations and levels are called on the page and in DOT. */
import type { GraphEdge, GraphNode } from '../link/index.js'
import type { Lane } from './layout.js'

export const LANE_NAMES: Readonly<Record<Lane, string>> = {
  central: '中央 Central',
  province: '省级 Province',
  prefecture: '市级 City',
  county: '县级 County',
  township: '乡级 Township',
  other: '其他 Other',
}

const RELATIONS: Readonly<Record<NonNullable<GraphEdge['relation']>, string>> = {
  basis: '依据 basis',
  implements: '贯彻 implements',
  forwards: '转发 forwards',
  issues: '印发 issues',
  repeals: '废止 repeals',
  amends: '修改 amends',
  supersedes: '代替 supersedes',
  replies: '答复 replies',
  corrects: '更正 corrects',
}

export const relationName = ({ relation }: GraphEdge): string => (relation ? RELATIONS[relation] : '引用 cites')

export const CERTAINTY_NAMES: Readonly<Record<GraphEdge['certainty'], string>> = {
  certain: '确定 certain',
  likely: '很可能 likely',
  doubtful: '存疑 doubtful',
}

/** `+14 天`: days later; a minus sign where it is earlier. */
export const daysName = (days: number): string => `${days > 0 ? '+' : days < 0 ? '−' : '±'}${Math.abs(days)} 天`

export function titleOf(node: GraphNode): string {
  return node.title?.text ?? node.documentNumber?.text ?? '（无标题 untitled）'
}

export const issuersOf = (node: GraphNode): string =>
  node.kind === 'notice' ? node.issuingBodies.map(({ text }) => text).join('、') : ''

/** The title without the bodies that stand beside it. */
export function matterOf(node: GraphNode): string {
  const title = titleOf(node)
  const bare = title.replace(/\s+/g, '')
  const issuers = issuersOf(node).replace(/[、\s]/g, '')
  return issuers && bare.startsWith(issuers) && bare.length > issuers.length + 3 ? bare.slice(issuers.length) : title
}
