/** The map of the composed archive against what a clerk wrote down before: every edge, doubt and change, and no other. */
import { describe, expect, it } from 'vitest'
import { linkNotices } from '../src/link/index.js'
import { archiveNotices, slugOf, table } from './tools/archive.js'

const notices = archiveNotices()
const graph = linkNotices(notices)
const names = new Map(graph.nodes.map((node) => [node.id, slugOf(node)]))
const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]))
const name = (id: string) => names.get(id)!
const sorted = <T>(rows: T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

describe('the composed archive', () => {
  const inside = graph.edges.filter(({ to }) => kinds.get(to) === 'notice')

  it('holds more than forty documents on four levels', () => {
    const levels = graph.nodes.filter((n) => n.kind === 'notice').map(({ level }) => level)
    expect(levels.length).toBeGreaterThanOrEqual(40)
    expect(new Set(levels)).toEqual(new Set(['central', 'province', 'prefecture', 'county']))
  })

  it('has all the edges that a clerk draws and no others', () => {
    const read = inside.map((e) => [name(e.from), name(e.to), e.by, e.lag === null ? null : String(e.lag), e.certainty])
    const expected = table('edges').map(([from, to, by, , lag, certainty]) => [from, to, by, lag, certainty])
    expect(sorted(read)).toEqual(sorted(expected))
  })

  it('says nothing else of their relation than the clerk does', () => {
    const expected = new Map(table('edges').map(([from, to, , relation]) => [`${from} ${to}`, relation]))
    const said = inside.filter(({ relation }) => relation !== null)
    expect(said.length).toBeGreaterThan(0)
    for (const edge of said)
      expect([edge, edge.relation]).toEqual([edge, expected.get(`${name(edge.from)} ${name(edge.to)}`)])
  })

  it('names what is cited and not there', () => {
    const read = graph.edges
      .filter(({ to }) => kinds.get(to) === 'outside')
      .map(({ from, to }) => {
        const node = graph.nodes.find(({ id }) => id === to)!
        return [name(from), node.documentNumber?.text ?? null, node.title?.text ?? null]
      })
    expect(sorted(read)).toEqual(sorted(table('outside')))
  })

  it('tells every doubt, and no other', () => {
    const read = graph.diagnostics.map(({ ruleId, node, related, notice }) =>
      ruleId === 'link/copy'
        ? [ruleId, name(node), notices[notice]!.source.filename!.replace(/\.\w+$/, '')]
        : [ruleId, name(node), related.map(name).sort().join(' ')],
    )
    const expected = table('doubts').map(([rule, at, others]) => [rule, at, others!.split(' ').sort().join(' ')])
    expect(sorted(read)).toEqual(sorted(expected))
  })

  it('tells what changed on the way down', () => {
    const rows = table('changes')
    const pairs = new Set(rows.map(([from, to]) => `${from} ${to}`))
    const day = (n: number | null) => (n === null ? null : String(n))
    const read = inside
      .filter((e) => pairs.has(`${name(e.from)} ${name(e.to)}`))
      .flatMap(({ from, to, changes }) =>
        [
          ...changes!.themes.map((c) => ['theme', c.cited?.text ?? null, c.citing?.text ?? null, day(c.days)]),
          ...changes!.dates.map((c) => [
            c.cited?.role ?? c.citing!.role,
            c.cited?.start ?? null,
            c.citing?.start ?? null,
            day(c.days),
          ]),
          ...changes!.deadlines.map((c) => ['deadline', c.cited?.due ?? null, c.citing?.due ?? null, day(c.days)]),
        ].map((row) => [name(from), name(to), ...row]),
      )
    expect(sorted(read)).toEqual(sorted(rows))
  })
})
