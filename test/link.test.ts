/** The map of an archive: what notices name, found by number, else by title and body. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Notice, parseNotice } from '../src/index.js'
import { linkNotices, type NoticeGraph } from '../src/link/index.js'
import { archiveNotices, slugOf } from './tools/archive.js'

const notices = archiveNotices()
const graph = linkNotices(notices)
const names = new Map(graph.nodes.map((node) => [node.id, slugOf(node)]))
const name = (id: string) => names.get(id)!
const sorted = <T>(rows: T[]): T[] => rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** A composed notice of one line of text. */
function compose(issuer: string, number: string | null, title: string, body: string, day = '2024年5月6日'): Notice {
  const text = `${issuer}文件\n\n${number === null ? '' : `${number}\n\n`}${title}\n\n各有关单位：\n\n${body}\n\n${issuer}\n${day}\n`
  return parseNotice(text, { filename: `${number ?? title}.txt` })
}

const inner = (map: NoticeGraph) =>
  map.edges
    .filter(({ to }) => to.startsWith('n'))
    .map(({ from, to, by, certainty }) => `${from}>${to} ${by} ${certainty}`)
const rules = (map: NoticeGraph) => map.diagnostics.map(({ ruleId }) => ruleId)

describe('numbers', () => {
  const province = (place: string, title = '关于做好示例普查的通知') =>
    compose(`${place}示例局`, '海示发〔2024〕3号', `${place}示例局${title}`, '现就有关事项通知如下。', '2024年3月1日')

  it('that two documents bear are told apart by the title and its body', () => {
    const citing = compose(
      '示例县示例局',
      '县示发〔2024〕1号',
      '示例县示例局关于示例普查的通知',
      '根据《另例省示例局关于做好示例普查的通知》（海示发〔2024〕3号），现通知如下。',
    )
    const map = linkNotices([province('示例省'), province('另例省'), citing])
    expect([inner(map), rules(map)]).toEqual([['n3>n2 number likely'], []])
  })

  it('that two documents bear lead nowhere by themselves', () => {
    const citing = compose(
      '示例县示例局',
      '县示发〔2024〕1号',
      '关于示例普查的通知',
      '根据海示发〔2024〕3号文件要求，现通知如下。',
    )
    const map = linkNotices([province('示例省'), province('另例省'), citing])
    expect([inner(map), rules(map)]).toEqual([[], ['link/ambiguous']])
    expect(map.nodes.at(-1)).toMatchObject({ kind: 'outside', perhaps: ['n1', 'n2'] })
  })

  it('of orders are known under each body that issues them, short or full', () => {
    const order = parseNotice(
      '中华人民共和国科学技术部\n令\n\n第19号\n\n《示例资助办法》已经2024年1月3日部务会议审议通过，现予公布，自2024年3月1日起施行。\n\n部长　张示例\n2024年1月10日\n\n示例资助办法\n\n第一条　为了规范示例资助，制定本办法。\n',
    )
    const known = {
      ...order,
      issuingBodies: [
        {
          text: '科技部',
          name: '科学技术部',
          level: 'central' as const,
          from: 'masthead' as const,
          span: { start: 0, end: 0 },
        },
      ],
    }
    expect(known.documentNumber).toMatchObject({ kind: 'order', sequence: 19 })
    const citing = compose(
      '示例市示例局',
      '示市发〔2024〕4号',
      '关于做好示例资助的通知',
      '按照《示例资助办法》（科学技术部令第19号）规定，现通知如下。',
    )
    expect(inner(linkNotices([known, citing]))).toEqual(['n2>n1 number certain'])
  })

  it('of standards lead nowhere', () => {
    const citing = compose(
      '示例市示例局',
      '示市发〔2024〕4号',
      '关于执行标准的通知',
      '请执行GB/T 9704-2012，现通知如下。',
    )
    const map = linkNotices([compose('示例局', 'GB/T〔2012〕9704号', '示例局关于示例的通知', '现通知如下。'), citing])
    expect(inner(map)).toEqual([])
  })
})

describe('titles', () => {
  const title = '关于开展示例评选的通知'
  const yearly = (year: number) =>
    compose('示例省示例局', `示示发〔${year}〕3号`, `示例省示例局${title}`, '现就有关事项通知如下。', `${year}年3月1日`)

  it('that come back every year lead to none without a number', () => {
    const citing = compose(
      '示例市示例局',
      '示市发〔2024〕9号',
      '关于评选的通知',
      `根据示例省示例局《${title}》要求，现通知如下。`,
    )
    const map = linkNotices([yearly(2023), yearly(2024), citing])
    expect([inner(map), rules(map)]).toEqual([[], ['link/ambiguous']])
  })

  it('do not lead to what was signed later', () => {
    const citing = compose(
      '示例市示例局',
      '示市发〔2023〕9号',
      '关于评选的通知',
      `根据示例省示例局《${title}》要求，现通知如下。`,
      '2023年9月1日',
    )
    expect(inner(linkNotices([yearly(2023), yearly(2024), citing]))).toEqual(['n3>n1 title certain'])
  })

  it('do not lead to another body', () => {
    const citing = compose(
      '示例市示例局',
      '示市发〔2024〕9号',
      '关于评选的通知',
      `根据另例省示例局《${title}》要求，现通知如下。`,
    )
    expect(inner(linkNotices([yearly(2024), citing]))).toEqual([])
  })

  it('without a body do not lead from above to below', () => {
    const citing = compose(
      '国家示例局',
      '国示发〔2024〕9号',
      '国家示例局关于评选的通知',
      `根据《${title}》要求，现通知如下。`,
    )
    expect(inner(linkNotices([yearly(2024), citing]))).toEqual([])
    const below = compose('示例市示例局', '示市发〔2024〕9号', '关于评选的通知', `根据《${title}》要求，现通知如下。`)
    expect(inner(linkNotices([yearly(2024), below]))).toEqual(['n2>n1 title likely'])
  })

  it('of one name in many places are told apart by the place of who cites', () => {
    const city = (place: string) =>
      compose(`${place}示例局`, null, `${place}示例局${title}`, '现就有关事项通知如下。', '2024年3月1日')
    const citing = compose(
      '样例市东样区示例局',
      '东样发〔2024〕2号',
      '关于评选的通知',
      `根据市示例局《${title}》要求，现通知如下。`,
    )
    expect(inner(linkNotices([city('示例市'), city('样例市'), city('另例市'), citing]))).toEqual(['n4>n2 title likely'])
  })
})

describe('relations', () => {
  const upper = compose(
    '国家示例局',
    '国示发〔2024〕1号',
    '国家示例局关于示例工作的通知',
    '现通知如下。',
    '2024年1月5日',
  )
  const lower = compose(
    '示例省示例局',
    '示示发〔2024〕2号',
    '示例省示例局关于示例工作的通知',
    '根据国示发〔2024〕1号文件，现通知如下。',
  )
  const as = (relation: 'basis' | 'repeals' | undefined): Notice => ({
    ...lower,
    citations: lower.citations.map((citation) => ({ ...citation, relation })),
  })

  it('are those that the notice states; what repeals does not carry out', () => {
    expect(linkNotices([upper, as('basis')]).edges[0]).toMatchObject({ relation: 'basis', carriesOut: true, lag: 122 })
    expect(linkNotices([upper, as('repeals')]).edges[0]).toMatchObject({ relation: 'repeals', carriesOut: false })
    expect(linkNotices([upper, as(undefined)]).edges[0]).toMatchObject({ relation: null, carriesOut: true })
  })

  it('to what the notice itself issues are no citation, but a name of the notice', () => {
    const issuing: Notice = {
      ...upper,
      citations: [
        {
          title: { text: '示例工作规程', span: { start: 0, end: 1 } },
          documentNumber: null,
          span: { start: 0, end: 1 },
          relation: 'issues',
        },
      ],
    }
    const citing = compose(
      '示例省示例局',
      '示示发〔2024〕2号',
      '关于示例工作的通知',
      '根据《示例工作规程》，现通知如下。',
    )
    const map = linkNotices([issuing, citing])
    expect([inner(map), map.counts.outside]).toEqual([['n2>n1 title likely'], 0])
  })

  it('begin where the cascade begins', () => {
    const third = compose(
      '示例市示例局',
      '示市发〔2024〕3号',
      '关于示例工作的通知',
      '根据示示发〔2024〕2号文件，现通知如下。',
      '2024年5月16日',
    )
    const map = linkNotices([third, lower, upper])
    expect(map.nodes[0]).toMatchObject({ carriesOut: 'n2', origin: { node: 'n3', lag: 132 } })
  })
})

describe('any set', () => {
  it('gives the same graph every time, and leaves the notices as they are', () => {
    const before = JSON.stringify(notices)
    expect(JSON.stringify(linkNotices(notices))).toBe(JSON.stringify(graph))
    expect(JSON.stringify(notices)).toBe(before)
  })

  it('has the same edges in any order', () => {
    const back = linkNotices(notices.toReversed())
    const slugs = new Map(back.nodes.map((node) => [node.id, slugOf(node).replace('m1-page', 'm1-month')]))
    const read = (edges: NoticeGraph['edges'], of: (id: string) => string) =>
      sorted(edges.map((e) => [of(e.from), of(e.to), e.by, e.lag, e.certainty]))
    expect(read(back.edges, (id) => slugs.get(id)!)).toEqual(read(graph.edges, name))
  })

  it('keeps its spans in the text of who says it', () => {
    for (const { notice, span, by } of graph.edges) {
      const { source, citations } = notices[notice]!
      // A list of what is repealed may print the number apart from the title.
      const apart = citations.find((c) => c.span.start === span.start)?.documentNumber?.span
      const said = [span, ...(apart ? [apart] : [])].map(({ start, end }) => source.text.slice(start, end)).join()
      expect(said).toMatch(by === 'number' ? /\d+号|\d{4}/ : /通知|方案|法/)
    }
  })

  it('of nothing is empty', () => {
    expect(linkNotices([])).toMatchObject({ nodes: [], edges: [], diagnostics: [] })
  })

  /** Renamed copies of the archive, so that each cites within itself. */
  const archives = (count: number): Notice[] =>
    Array.from({ length: count }, (_, i) => {
      const rename = (key: string, value: unknown) =>
        key === 'agencyCode' || key === 'name'
          ? `第${i}${value}`
          : key === 'text' && typeof value === 'string' && value.length < 400
            ? value.replace(/示例|样例|另例/g, (m) => `${m}${i}`)
            : value
      return notices.map((notice) => ({
        ...(JSON.parse(JSON.stringify({ ...notice, source: null }), rename) as Notice),
        source: notice.source,
      }))
    }).flat()

  const at = { start: 0, end: 1 }

  /** Notices that all bear one title, or one number, each citing that. */
  const crowd = (count: number, by: 'title' | 'number'): Notice[] => {
    const one = compose('示例市示例局', '示市发〔2024〕1号', '示例市示例局关于示例的通知', '现通知如下。')
    const number = one.documentNumber!
    const cited = { title: { text: '关于示例的通知', span: at }, documentNumber: null, span: at }
    return Array.from({ length: count }, (_, i) => ({
      ...one,
      documentNumber: { ...number, sequence: by === 'title' || i === 0 ? i + 2 : 1 },
      title: { ...one.title!, text: `示例市示例局关于${by === 'title' ? '' : `第${i}项`}示例的通知` },
      citations: [by === 'title' ? cited : { title: null, documentNumber: { ...number, sequence: 1 }, span: at }],
    }))
  }

  it('of any content gives a graph', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(
          fc.constantFrom(
            '关于',
            '转发',
            '印发',
            '《',
            '》',
            '的通知',
            '示例市',
            '省',
            '县',
            '局',
            '令',
            '（',
            '\0',
            '\ud800',
            'a'.repeat(500),
          ),
          { maxLength: 12 },
        )
        .map((parts) => parts.join('')),
    )
    const fact = text.map((t) => ({ text: t, span: at }))
    const number = fc.record({
      text,
      span: fc.constant(at),
      agencyCode: text,
      year: fc.option(fc.integer()),
      sequence: fc.integer(),
      kind: fc.constantFrom('bracketed' as const, 'order' as const, 'announcement' as const, 'standard' as const),
    })
    const day = fc.record({
      text,
      span: fc.constant(at),
      role: fc.constantFrom('signed' as const, 'event' as const),
      start: text,
      end: text,
      precision: fc.constant('day' as const),
      implied: fc.constant<('year' | 'month')[]>([]),
    })
    const citation = fc.record(
      {
        title: fc.option(fact),
        documentNumber: fc.option(number),
        span: fc.constant({ start: -5, end: 1e9 }),
        issuer: fact,
      },
      { requiredKeys: ['title', 'documentNumber', 'span'] },
    )
    const body = fc.record({ text, name: text, span: fc.constant(at), from: fc.constant('title' as const) })
    const any = fc.record({
      title: fc.option(fact),
      documentNumber: fc.option(number),
      issuingBodies: fc.array(body, { maxLength: 3 }),
      dates: fc.array(day, { maxLength: 3 }),
      citations: fc.array(citation, { maxLength: 4 }),
    })
    const empty = parseNotice('')
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (set) => {
        const made = set.map((fields): Notice => ({ ...empty, ...fields }))
        const { nodes, edges, counts } = linkNotices(made)
        const ids = new Set(nodes.map(({ id }) => id))
        expect(ids.size).toBe(nodes.length)
        expect(nodes.flatMap((node) => (node.kind === 'notice' ? node.notices : [])).toSorted((a, b) => a - b)).toEqual(
          made.map((_, i) => i),
        )
        for (const { from, to } of edges) expect([ids.has(from), ids.has(to), from === to]).toEqual([true, true, false])
        expect(counts.resolved).toBeLessThanOrEqual(counts.citations)
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['archives side by side', (n: number) => archives(Math.ceil(n / 10))],
    ['one title for all', (n: number) => crowd(n, 'title')],
    ['one number for all', (n: number) => crowd(n, 'number')],
  ])('takes work that grows with the citations, not with their square: %s', (_, make) => {
    const [once, fourfold] = [make(10), make(40)].map((set) => linkNotices(set).counts)
    expect(fourfold!.citations).toBe(once!.citations * 4)
    // Lists of candidates end at a fixed length: the smaller set may not reach it.
    expect(fourfold!.steps).toBeLessThanOrEqual(once!.steps * 4 + fourfold!.citations * 64)
    const [big, bigger] = [make(60), make(120)].map((set) => linkNotices(set).counts)
    expect(bigger!.steps).toBeLessThanOrEqual(big!.steps * 2 + 64)
  })
})
