/** Where the documents of a map stand: a column for each level, a cascade below what begins it. */
import type { GraphEdge, GraphNode, Level, NoticeGraph } from '../link/index.js'

export type Lane = Level | 'other'

export const LANES: readonly Lane[] = ['central', 'province', 'prefecture', 'county', 'township', 'other']

export interface Placed {
  node: GraphNode
  lane: Lane
  /** Index among the lanes that are drawn. */
  column: number
  row: number
  /** What it hangs from. */
  parent: Placed | null
  /** The edge to its parent. */
  edge: GraphEdge | null
}

export interface Layout {
  lanes: Lane[]
  rows: number
  /** In the order in which they are read: each behind what it hangs from. */
  placed: Placed[]
  /** Edges between drawn documents that hold nothing up. */
  others: GraphEdge[]
  /** Documents of the set that neither name nor are named by a drawn one. */
  alone: GraphNode[]
}

/**
 * Documents of the set that are linked, and those outside it that stand on a level and are carried out or named more than
 * once. `compact` gives each a row of its own; else the first that hangs from a document stands beside it.
 */
export function layOut(graph: NoticeGraph, compact: boolean): Layout {
  const drawn = drawnNodes(graph)
  const edges = graph.edges.filter(({ from, to }) => drawn.has(from) && drawn.has(to))
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const nodes = graph.nodes.filter(({ id }) => drawn.has(id) && linked.has(id)).sort(byAge)
  const lanes = LANES.filter((lane) => nodes.some((node) => laneOf(node) === lane))
  const holds = new Map<string, GraphEdge>()
  const order = new Map(nodes.map((node, i) => [node.id, i]))
  for (const edge of edges) if (isBetter(edge, holds.get(edge.from), drawn, order)) holds.set(edge.from, edge)
  const children = new Map<string | null, GraphNode[]>()
  for (const node of nodes) {
    const parent = holds.get(node.id)?.to ?? null
    const list = children.get(parent)
    if (list) list.push(node)
    else children.set(parent, [node])
  }
  const placed = place(children, holds, lanes, compact)
  const held = new Set(holds.values())
  return {
    lanes,
    rows: Math.max(0, ...placed.slice(-1).map(({ row }) => row + 1)),
    placed,
    others: edges.filter((edge) => !held.has(edge)),
    alone: graph.nodes.filter(({ id, kind }) => kind === 'notice' && !linked.has(id)),
  }
}

export const laneOf = ({ level }: GraphNode): Lane => level ?? 'other'

const ageOf = (node: GraphNode) => (node.kind === 'notice' ? (node.signed?.start ?? '9999') : '99999')
const numberOf = ({ id }: GraphNode) => Number(id.slice(1))
const byAge = (a: GraphNode, b: GraphNode) =>
  LANES.indexOf(laneOf(a)) - LANES.indexOf(laneOf(b)) ||
  (ageOf(a) < ageOf(b) ? -1 : ageOf(a) > ageOf(b) ? 1 : 0) ||
  numberOf(a) - numberOf(b)

function drawnNodes({ nodes, edges }: NoticeGraph): Map<string, GraphNode> {
  const cited = new Map<string, number>()
  for (const { to } of edges) cited.set(to, (cited.get(to) ?? 0) + 1)
  const carried = new Set(nodes.flatMap((node) => (node.kind === 'notice' && node.carriesOut) || []))
  return new Map(
    nodes
      .filter(({ id, kind, level }) => kind === 'notice' || (level && (carried.has(id) || cited.get(id)! > 1)))
      .map((node) => [node.id, node]),
  )
}

/** A document hangs from what it carries out, else from the first earlier one of its own lane: so no circle arises. */
function isBetter(
  edge: GraphEdge,
  than: GraphEdge | undefined,
  nodes: Map<string, GraphNode>,
  order: Map<string, number>,
): boolean {
  const [from, to] = [nodes.get(edge.from)!, nodes.get(edge.to)!]
  if (from.kind === 'notice' && from.carriesOut === to.id) return true
  if (than) return false
  return order.get(to.id)! < order.get(from.id)!
}

/** Depth first, without recursion. */
function place(
  children: Map<string | null, GraphNode[]>,
  holds: Map<string, GraphEdge>,
  lanes: readonly Lane[],
  compact: boolean,
): Placed[] {
  const out: Placed[] = []
  const open: { node: GraphNode; parent: Placed | null }[] = []
  const push = (parent: Placed | null) => {
    const below = children.get(parent?.node.id ?? null) ?? []
    // What stands in the same column comes last: lower levels are drawn beside what they hang from.
    const isBeside = (node: GraphNode) => parent !== null && laneOf(node) !== parent.lane
    const list = [...below.filter(isBeside), ...below.filter((node) => !isBeside(node))]
    for (let i = list.length - 1; i >= 0; i--) open.push({ node: list[i]!, parent })
  }
  push(null)
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, parent } = next
    const before = out.at(-1)
    const column = lanes.indexOf(laneOf(node))
    const beside = !compact && parent !== null && before === parent && column > parent.column
    const row = before ? before.row + (beside ? 0 : 1) : 0
    const one: Placed = { node, lane: laneOf(node), column, row, parent, edge: holds.get(node.id) ?? null }
    out.push(one)
    push(one)
  }
  return out
}
