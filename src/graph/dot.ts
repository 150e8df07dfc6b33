/** The map in DOT, the language of Graphviz. */
import type { GraphNode, NoticeGraph } from '../link/index.js'
import { LANES, laneOf } from './layout.js'
import { daysName, issuersOf, LANE_NAMES, matterOf, relationName } from './words.js'

/** Levels are clusters from left to right; an arrow leads from who cites to what is cited. */
export function graphDot(graph: NoticeGraph): string {
  const lanes = LANES.flatMap((lane) => {
    const nodes = graph.nodes.filter((node) => laneOf(node) === lane)
    return nodes.length
      ? [
          `  subgraph ${quote(`cluster_${lane}`)} {`,
          `    label=${quote(LANE_NAMES[lane])}`,
          ...nodes.map(nodeLine),
          '  }',
        ]
      : []
  })
  const edges = graph.edges.map((edge) => {
    const label = [relationName(edge), edge.lag === null ? '' : daysName(edge.lag)].filter((text) => text).join(' ')
    const style = { certain: 'solid', likely: 'dashed', doubtful: 'dotted' }[edge.certainty]
    const color = edge.circular ? ', color=red' : ''
    return `  ${edge.from} -> ${edge.to} [label=${quote(label)}, style=${style}${color}]`
  })
  return [
    'digraph gongwen {',
    '  rankdir=RL',
    '  node [shape=box, fontname="Noto Sans CJK SC"]',
    '  edge [fontname="Noto Sans CJK SC"]',
    ...lanes,
    ...edges,
    '}',
    '',
  ].join('\n')
}

function nodeLine(node: GraphNode): string {
  const signed = node.kind === 'notice' ? node.signed?.start : undefined
  const text = [issuersOf(node), matterOf(node), [node.documentNumber?.text, signed].filter((t) => t).join(' ')]
  const label = text.filter((line) => line).map(inLine)
  return `    ${node.id} [label="${label.join('\\n')}"${node.kind === 'outside' ? ', style=dashed' : ''}]`
}

/** A quoted string of DOT: quotes and backslashes are content, and no control gets through. */
const inLine = (text: string): string =>
  text
    .replace(/[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
const quote = (text: string): string => `"${inLine(text)}"`
