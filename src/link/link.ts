/** `linkNotices`: documents, edges between them, and what is doubtful about either. */
import type { Notice } from '../types.js'
import { changesBetween, daysBetween } from './changes.js'
import { circles } from './cycles.js'
import { type Archive, type Document, type Mention, mentionsOf, readArchive } from './documents.js'
import { rank, titleParts } from './names.js'
import { type OutsideNodes, outsideNodes } from './outside.js'
import { type Doubt, resolve } from './resolve.js'
import type { GraphDiagnostic, GraphEdge, GraphNode, Level, NoticeGraph, NoticeNode, Relation } from './types.js'

/** What is being drawn. */
interface Draft {
  archive: Archive
  outside: OutsideNodes
  /** Edges by both their ends. */
  edges: Map<string, GraphEdge>
  diagnostics: GraphDiagnostic[]
  resolved: number
  citations: number
  steps: number
}

/**
 * Resolves what the notices of a set name to each other: by document number, else by title and body.
 *
 * - A node for each document of the set (copies of one are one node) and for each document that is named and not there.
 * - An edge from each document to each that it names, with its relation, the days between the signings, and what changed of
 *   themes, days and deadlines. `carriesOut` marks those that lead from a lower level to a higher one.
 * - Every doubt is a diagnostic (`link/…` in docs/diagnostics.md); where it cannot be told which document is meant, there is
 *   no edge to any of them.
 *
 * Pure and deterministic: the same notices in the same order give the same graph. The work grows linearly with the number of
 * citations. No content makes it throw; what is no list of notices throws `TypeError`.
 */
export function linkNotices(notices: readonly Notice[]): NoticeGraph {
  if (!Array.isArray(notices) || !notices.every((notice) => typeof notice?.source?.text === 'string'))
    throw new TypeError('linkNotices: notices must be a list of notices')
  const diagnostics: GraphDiagnostic[] = []
  const archive = readArchive(notices, (of, index) => diagnostics.push(copyOf(of, notices[index]!, index)))
  const draft: Draft = {
    archive,
    outside: outsideNodes(),
    edges: new Map(),
    diagnostics,
    resolved: 0,
    citations: 0,
    steps: 0,
  }
  for (const document of archive.documents)
    for (const index of document.notices)
      for (const mention of mentionsOf(notices[index]!)) follow(mention, document, index, draft)
  const edges = [...draft.edges.values()]
  tellCircles(archive, edges, diagnostics)
  const nodes: GraphNode[] = [...archive.documents.map((d) => toNode(d, notices)), ...draft.outside.nodes]
  tellCascade(nodes, edges)
  return {
    nodes,
    edges,
    diagnostics,
    counts: {
      notices: notices.length,
      documents: archive.documents.length,
      outside: draft.outside.nodes.length,
      citations: draft.citations,
      resolved: draft.resolved,
      steps: draft.steps,
    },
  }
}

function toNode({ id, notice, notices: indexes, level, signed }: Document, notices: readonly Notice[]): NoticeNode {
  const { title, documentNumber, documentType, issuingBodies } = notice
  const files = indexes.flatMap((i) => notices[i]!.source.filename ?? [])
  return {
    kind: 'notice',
    id,
    notices: indexes,
    files,
    title,
    documentNumber,
    documentType,
    issuingBodies,
    level,
    signed,
    carriesOut: null,
    origin: null,
  }
}

/** Finds what a mention means and draws the edge to it. */
function follow(mention: Mention, from: Document, index: number, draft: Draft): void {
  if (!mention.fromTitle) draft.citations++
  const step = () => {
    draft.steps++
  }
  const answer = resolve(mention, from, draft.archive, step)
  if (answer.found === 'self') return
  if (answer.doubt) draft.diagnostics.push(doubtOf(answer.doubt, mention, from, index))
  if (answer.found === null) {
    if (!isNamed(mention)) return
    const related = answer.doubt?.related ?? []
    const node = draft.outside.add(mention, from.id, related)
    const by = mention.documentNumber ? 'number' : 'title'
    addEdge(draft, edgeTo(node.id, node.level, { by, certainty: 'certain' }, mention, from, index))
    return
  }
  if (!mention.fromTitle) draft.resolved++
  const { found: to, by, certainty } = answer
  if (draft.edges.has(`${from.id}>${to.id}`)) {
    addEdge(draft, edgeTo(to.id, to.level, { by, certainty }, mention, from, index))
    return
  }
  const lag = to.signed && from.signed ? daysBetween(to.signed.start, from.signed.start) : null
  if (lag !== null && lag < 0) draft.diagnostics.push(laterOf(to, mention, from, index))
  const changes = changesBetween(to, from, step)
  addEdge(draft, { ...edgeTo(to.id, to.level, { by, certainty }, mention, from, index), lag, changes })
}

/** A title in 《》 names a document, and so does one with a body; 关于转发示例文件的通知 does not say which. */
const isNamed = ({ fromTitle, relation, readings, title }: Mention) =>
  !fromTitle || (relation !== null && (!readings.length || titleParts(title!.text).issuer !== ''))

/** Relations that do not carry out what they name. */
const NOT_CARRYING: ReadonlySet<Relation | null> = new Set<Relation>([
  'repeals',
  'amends',
  'supersedes',
  'replies',
  'corrects',
])

function edgeTo(
  to: string,
  level: Level | null,
  { by, certainty }: Pick<GraphEdge, 'by' | 'certainty'>,
  { relation, span }: Mention,
  from: Document,
  notice: number,
): GraphEdge {
  const [above, below] = [rank(level), rank(from.level)]
  return {
    from: from.id,
    to,
    relation,
    by,
    certainty,
    lag: null,
    carriesOut: above !== null && below !== null && above < below && !NOT_CARRYING.has(relation),
    circular: false,
    changes: null,
    notice,
    span,
  }
}

const CERTAINTIES: readonly GraphEdge['certainty'][] = ['certain', 'likely', 'doubtful']

/** The second mention of a pair adds what the first does not say. */
function addEdge({ edges }: Draft, edge: GraphEdge): void {
  const key = `${edge.from}>${edge.to}`
  const known = edges.get(key)
  if (!known) {
    edges.set(key, edge)
    return
  }
  if (known.relation === null && edge.relation !== null) {
    known.relation = edge.relation
    known.carriesOut = edge.carriesOut
  }
  if (edge.by === 'number' && known.by === 'title') {
    Object.assign(known, { by: edge.by, notice: edge.notice, span: edge.span })
  }
  if (CERTAINTIES.indexOf(edge.certainty) < CERTAINTIES.indexOf(known.certainty)) known.certainty = edge.certainty
}

/** Marks the edges of every circle and tells of it once. */
function tellCircles({ documents }: Archive, edges: GraphEdge[], diagnostics: GraphDiagnostic[]): void {
  const place = new Map(documents.map(({ id }, i) => [id, i]))
  const targets: number[][] = documents.map(() => [])
  for (const { from, to } of edges) if (place.has(to)) targets[place.get(from)!]!.push(place.get(to)!)
  const group = new Map<string, number>()
  circles(documents.length, targets).forEach((members, n) => {
    for (const member of members) group.set(documents[member]!.id, n)
    const [first, ...others] = members.map((member) => documents[member]!)
    diagnostics.push({
      ruleId: 'link/circular',
      reason: `${members.length} documents lead to each other by their citations`,
      span: null,
      severity: 'warning',
      node: first!.id,
      notice: first!.notices[0]!,
      related: others.map(({ id }) => id),
    })
  })
  for (const edge of edges) edge.circular = group.has(edge.from) && group.get(edge.from) === group.get(edge.to)
}

/** What each document carries out first of all, and where its cascade begins. Levels fall from step to step: no circle. */
function tellCascade(nodes: GraphNode[], edges: readonly GraphEdge[]): void {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const levelAt = (id: string) => rank(byId.get(id)!.level) ?? -1
  const signed = (node: GraphNode) => (node.kind === 'notice' ? (node.signed?.start ?? null) : null)
  for (const { from, to, carriesOut } of edges) {
    const node = byId.get(from)
    if (!carriesOut || node?.kind !== 'notice') continue
    const isNotice = byId.get(to)!.kind === 'notice'
    const known = node.carriesOut === null ? null : byId.get(node.carriesOut)!
    const better = !known || (isNotice && known.kind !== 'notice') || levelAt(to) > levelAt(known.id)
    if (better && (isNotice || known?.kind !== 'notice')) node.carriesOut = to
  }
  for (const node of nodes) {
    if (node.kind !== 'notice' || node.carriesOut === null) continue
    let top = byId.get(node.carriesOut)!
    while (top.kind === 'notice' && top.carriesOut !== null) top = byId.get(top.carriesOut)!
    const [begun, own] = [signed(top), signed(node)]
    node.origin = { node: top.id, lag: begun && own ? daysBetween(begun, own) : null }
  }
}

const copyOf = (of: Document, notice: Notice, index: number): GraphDiagnostic => ({
  ruleId: 'link/copy',
  reason: `the set holds this document more than once${notice.source.filename ? `: ${notice.source.filename}` : ''}`,
  span: notice.documentNumber?.span ?? notice.title?.span ?? null,
  severity: 'info',
  node: of.id,
  notice: index,
  related: [],
})

const doubtOf = (doubt: Doubt, { span }: Mention, from: Document, notice: number): GraphDiagnostic => ({
  ruleId: doubt.ruleId,
  reason: doubt.reason,
  span,
  severity: 'warning',
  node: from.id,
  notice,
  related: doubt.related.map(({ id }) => id),
})

const laterOf = (to: Document, { span }: Mention, from: Document, notice: number): GraphDiagnostic => ({
  ruleId: 'link/cites-later',
  reason: `the cited document was signed on ${to.signed!.start}, after the citing one`,
  span,
  severity: 'warning',
  node: from.id,
  notice,
  related: [to.id],
})
