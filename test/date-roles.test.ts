/** Days that a notice counts or gives beside its text: coming into force, lapsing, the page's own dates, months of sessions. */
import { describe, expect, it } from 'vitest'
import { type Notice, parseNotice } from '../src/index.js'
import { trace } from '../src/report/trace.js'

interface Frame {
  title?: string
  signed?: string
  /** Above the title. */
  head?: string
  /** Behind the signature. */
  tail?: string
}

const notice = (
  body: string,
  {
    title = '关于印发《示例市停车管理办法》的通知',
    signed = '示例市人民政府\n2024年3月11日',
    head = '',
    tail = '',
  }: Frame = {},
): Notice => parseNotice(`${head}${title}\n\n各区人民政府:\n\n${body}\n\n${signed}\n\n${tail}`)

/** `role text: start – end`, without the signature. */
const said = (n: Notice) =>
  n.dates
    .filter((d) => d.text !== '2024年3月11日')
    .map(({ role, text, start, end }) => `${role} ${text}: ${start === end ? start : `${start} – ${end}`}`)
const rules = (n: Notice) => n.diagnostics.map((d) => d.ruleId)

describe('coming into force and lapsing, counted from the day of the notice', () => {
  it.each<[string, string[]]>([
    [
      '本办法自印发之日起施行,有效期5年。',
      ['effective 自印发之日起施行: 2024-03-11', 'expires 本办法自印发之日起施行，有效期5年: 2029-03-10'],
    ],
    [
      '本办法自2024年4月1日起施行,有效期18个月。',
      ['effective 2024年4月1日: 2024-04-01', 'expires 施行，有效期18个月: 2025-09-30'],
    ],
    // The first of each counts.
    [
      '本办法自印发之日起施行,有效期5年。\n\n本细则自印发之日起施行,有效期3年。',
      ['effective 自印发之日起施行: 2024-03-11', 'expires 本办法自印发之日起施行，有效期5年: 2029-03-10'],
    ],
    ['本办法自2024年4月1日起施行。\n\n前款自印发之日起施行。', ['effective 2024年4月1日: 2024-04-01']],
    // From no day, nothing is counted.
    ['本办法有效期5年。', []],
  ])('%s', (body, expected) => {
    const n = notice(body)
    expect(said(n)).toEqual(expected)
    for (const { role, text, precision, implied } of n.dates)
      if (!text.includes('日,') && (role === 'expires' || !/\d/.test(text)))
        expect([precision, implied]).toEqual(['day', ['year', 'month']])
  })

  it('of another document is none of the notice’s', () => {
    const roles = (body: string, title: string) =>
      said(notice(body, { title })).filter((d) => d.startsWith('effective'))
    const body = '新修订的《示例规范》已于2023年8月批准发布，并将于2024年7月1日起实施。'
    expect(roles(body, '关于召开《示例规范》宣贯会的通知')).toEqual([])
    expect(roles(body, '关于印发《示例规范》的通知')).toHaveLength(1)
    expect(roles('按《示例规范》（GB 50010-2010，2011年7月1日实施）执行。', '关于印发《示例规范》的通知')).toEqual([])
  })

  it('from the day of publication where none is signed', () => {
    const frame = { head: '发布日期:2024-03-12\n', signed: '' }
    expect(said(notice('本办法自发布之日起施行,有效期两年。', frame))).toEqual([
      'published 2024-03-12: 2024-03-12',
      'effective 自发布之日起施行: 2024-03-12',
      'expires 本办法自发布之日起施行，有效期两年: 2026-03-11',
    ])
    expect(said(notice('本办法自发布之日起施行,有效期两年。', { signed: '' }))).toEqual([])
  })

  const annexed = (rule: string) => `附件\n\n示例办法\n\n第一条 ${rule}\n`
  const DRAFT = { title: '关于《示例办法(征求意见稿)》公开征求意见的公告' }

  it('in what the notice issues, but not in what it asks comments on', () => {
    const tail = annexed('本办法自发布之日起施行,有效期5年。')
    expect(said(notice('现将办法印发给你们。\n\n附件:示例办法', { tail }))).toEqual([
      'effective 自发布之日起施行: 2024-03-11',
      'expires 本办法自发布之日起施行，有效期5年: 2029-03-10',
    ])
    expect(said(notice('现公开征求意见。\n\n附件:示例办法', { ...DRAFT, tail }))).toEqual([])
  })

  it('printed days of a draft are mentioned', () => {
    const tail = annexed('本办法自2024年5月1日起施行,有效期至2029年4月30日。')
    expect(said(notice('现将办法印发给你们。\n\n附件:示例办法', { tail }))).toEqual([
      'effective 2024年5月1日: 2024-05-01',
      'expires 2029年4月30日: 2029-04-30',
    ])
    expect(said(notice('现公开征求意见。\n\n附件:示例办法', { ...DRAFT, tail }))).toEqual([
      'mentioned 2024年5月1日: 2024-05-01',
      'mentioned 2029年4月30日: 2029-04-30',
    ])
  })
})

describe('what is said twice', () => {
  it('a month whose sessions are given is mentioned, a labelled one stays', () => {
    const course = { title: '关于举办示例培训班的通知' }
    const sessions = '第一期:5月8日至10日举办;第二期:6月4日至6日举办。'
    expect(said(notice(`定于5月至6月分两期举办培训班。${sessions}`, course))).toEqual([
      'mentioned 5月至6月: 2024-05-01 – 2024-06-30',
      'event 5月8日至10日: 2024-05-08 – 2024-05-10',
      'event 6月4日至6日: 2024-06-04 – 2024-06-06',
    ])
    expect(said(notice(`定于9月举办培训班。${sessions}`, course))[0]).toBe('event 9月: 2024-09-01 – 2024-09-30')
    expect(said(notice('培训时间:5月至6月\n\n第一期培训时间:5月8日至10日', course))[0]).toBe(
      'event 5月至6月: 2024-05-01 – 2024-06-30',
    )
  })

  it('a day of the same event is mentioned, its hour is not', () => {
    const n = notice('会议定于5月8日召开。请于5月8日到会。会议时间:5月8日上午9时', { title: '关于召开示例会议的通知' })
    expect(said(n)).toEqual([
      'event 5月8日: 2024-05-08',
      'mentioned 5月8日: 2024-05-08',
      'event 5月8日上午9时: 2024-05-08T09:00',
    ])
  })

  it('a month alone signs nothing', () => {
    const n = notice('请认真执行。', { signed: '示例市人民政府\n2024年3月' })
    expect(n.dates.filter((d) => d.role === 'signed')).toEqual([])
    expect(rules(n)).toContain('dates/not-signed')
  })
})

describe("the page's own dates", () => {
  const META = '索引号:000014349/2024-00001\n发布机构:示例市人民政府\n'
  const LABELS = {
    signed: ['成文日期', '生成日期'],
    published: ['发布日期', '公开日期', '发文日期'],
    effective: ['生效日期', '实施日期'],
    expires: ['失效日期', '失效时间', '废止日期'],
  }

  it.each(Object.entries(LABELS).flatMap(([role, labels]) => labels.map((label) => [role, label] as const)))(
    '%s from %s',
    (role, label) => {
      const n = notice('请认真执行。', { head: `${META}${label}:2024年06月11日\n\n`, signed: '' })
      expect(said(n)).toEqual([`${role} 2024年06月11日: 2024-06-11`])
      const { span } = n.dates[0]!
      expect(n.source.text.slice(span.start, span.end)).toBe('2024年06月11日')
    },
  )

  it('give way to the text, with a word where they differ', () => {
    const page = (day: string) => notice('请认真执行。', { head: `${META}成文日期:2024年03月${day}日\n\n` })
    expect([said(page('11')), rules(page('11'))]).toEqual([[], []])
    expect([said(page('10')), rules(page('10'))]).toEqual([[], ['dates/metadata-differs']])
    expect(page('10').diagnostics[0]).toMatchObject({ reason: expect.stringMatching(/2024年03月10日.*2024-03-11/) })
  })
})

it('each is traced to the rule that found it', () => {
  const { extractors, evidenceOf } = trace()
  const text =
    '发布日期:2024-03-12\n\n关于印发示例办法的通知\n\n各单位:\n\n本办法自印发之日起施行,有效期5年。\n\n示例市教育局\n2024年3月11日\n'
  const notice = parseNotice(text, { extractors })
  const known = notice.dates.map((d) => [d.role, evidenceOf(d)])
  expect(Object.fromEntries(known)).toEqual({
    published: { rule: 'dates/metadata', score: 0.7 },
    signed: { rule: 'dates/signed', score: 1 },
    effective: { rule: 'dates/effective-on-issue', score: 0.9 },
    expires: { rule: 'dates/valid-for', score: 0.8 },
  })
})
