/** What a deadline says beside its day: the act, who does it, what is handed in, to whom and how, and what becomes of the late. */
import { describe, expect, it } from 'vitest'
import { type Deadline, parseNotice } from '../src/index.js'
import { trace } from '../src/report/trace.js'

const read = (body: string, { title = '关于开展示例工作的通知', signed = '示例市教育局\n2024年3月11日' } = {}) =>
  parseNotice(`${title}\n\n各有关单位:\n\n${body}\n\n${signed}\n`).deadlines

/** `text (from – due, or the term): [actor] act → recipient {deliverables} <channels> !consequence`. */
function said({ text, from, due, relative, actor, action, ...more }: Deadline): string {
  const days = due ? (from ? `${from} – ${due}` : due) : `${relative!.amount} ${relative!.unit}`
  const parts = [
    `${text} (${days}):`,
    actor && `[${actor.text}]`,
    action,
    more.recipient && `→ ${more.recipient}`,
    more.deliverables && `{${more.deliverables.join('|')}}`,
    more.channels && `<${more.channels.map((c) => `${c.kind} ${c.text}`).join('|')}>`,
    more.consequence && `!${more.consequence.text}`,
  ]
  return parts.filter(Boolean).join(' ')
}

describe('the act and its day', () => {
  it.each<[string, ...string[]]>([
    ['请于4月1日至4月10日报名。', '4月1日至4月10日 (2024-04-01 – 2024-04-10): 报名'],
    ['根据3月1日会议要求,请于4月1日前报名。', '4月1日前 (2024-04-01): 报名'],
    ['报名截止时间:4月1日', '4月1日 (2024-04-01): 报名截止时间'],
    ['(一)报名截止时间:4月1日17:00', '4月1日17:00 (2024-04-01T17:00): 报名截止时间'],
    // The clause of the date before it is another's.
    ['请于4月1日前报名,4月1日前缴费。', '4月1日前 (2024-04-01): 报名', '4月1日前 (2024-04-01): 缴费'],
    ['5月8日举行比赛,4月1日前报名,4月10日前缴费。', '4月1日前 (2024-04-01): 报名', '4月10日前 (2024-04-10): 缴费'],
    // The same act by the same day is one.
    ['请于4月1日前报名。请于4月1日前报名。', '4月1日前 (2024-04-01): 报名'],
    ['请自收到通知之日起5日内报名。请自收到通知之日起5日内报名。', '自收到通知之日起5日内 (5 day): 报名'],
    ['请于4月1日前报名。4月1日之前报名。', '4月1日前 (2024-04-01): 报名'],
    [
      '报名时间:3月12日至4月1日。报名时间:3月20日至4月1日。',
      '3月12日至4月1日 (2024-03-12 – 2024-04-01): 报名时间',
      '3月20日至4月1日 (2024-03-20 – 2024-04-01): 报名时间',
    ],
    [
      '请自收到通知之日起5日内报名,自收到材料之日起5日内报名。',
      '自收到通知之日起5日内 (5 day): 报名',
      '自收到材料之日起5日内 (5 day): 报名',
    ],
    // A day that is mentioned ends the clause only where it begins one.
    ['请于3月20日前报送材料,3月25日公布名单。', '3月20日前 (2024-03-20): 报送材料 {材料}'],
    ['请于3月20日前根据3月15日文件要求报送材料。', '3月20日前 (2024-03-20): 根据3月15日文件要求报送材料 {材料}'],
    ['请于4月1日至4月1日报名。', '4月1日至4月1日 (2024-04-01): 报名'],
    // The day says it better than the term before it.
    ['请在会前三日(即4月17日17时前)报送回执。', '4月17日17时前 (2024-04-17T17:00): 报送回执 {回执}'],
  ])('%s', (body, ...expected) => {
    expect(read(body).map(said)).toEqual(expected)
  })

  it('an act of more than eighty characters ends at a comma, or is cut where there is none behind the first words', () => {
    const act = (words: string) => read(`请于4月1日前${words}。`)[0]!.action
    const [long, longest] = ['示例'.repeat(38), '示例'.repeat(45)]
    expect(act(`认真填写${long}`)).toBe(`认真填写${long}`)
    expect(act(`认真填写${long}示`)).toBe(`认真填写${long}`)
    expect(act(`认真对照方案逐项开展自查,${long}`)).toBe('认真对照方案逐项开展自查')
    expect(act(`认真对照方案开展,${long}示例`)).toBe(`认真对照方案开展，${long}`.slice(0, 80))
    expect(act(`认真对照方案开展了,${long}示例`)).toBe('认真对照方案开展了')
    expect(act(`填写${longest}`)).toBe(`填写${longest}`.slice(0, 80))
  })
})

describe('who, what, to whom and how', () => {
  it.each<[string, ...string[]]>([
    [
      '请于4月1日前将报名表、汇总表(盖章)和承诺书报送市教育局,逾期视为放弃。',
      '4月1日前 (2024-04-01): 将报名表、汇总表（盖章）和承诺书报送市教育局 → 市教育局 {报名表|汇总表|承诺书} !逾期视为放弃',
    ],
    [
      '请将报名表及电子版于4月1日前寄至示例路1号,并发送至demo@example.gov.cn,逾期不予受理。',
      '4月1日前 (2024-04-01): 寄至示例路1号，并发送至demo@example.gov.cn <address 示例路1号|email demo@example.gov.cn> !逾期不予受理',
    ],
    [
      '请于4月1日前通过示例系统(https://example.gov.cn/report)填报。',
      '4月1日前 (2024-04-01): 通过示例系统（https://example.gov.cn/report）填报 <system 示例系统|url https://example.gov.cn/report>',
    ],
    [
      '4月1日前,各县教育局组织学校完成自查并报送自查报告。',
      '4月1日前 (2024-04-01): [各县教育局] 组织学校完成自查并报送自查报告 {自查报告}',
    ],
    ['各县教育局应于4月1日前完成自查。', '4月1日前 (2024-04-01): [各县教育局] 完成自查'],
    [
      '4月1日前,各校应当报送名单;5月1日前,各县教育局汇总后报送总结。',
      '4月1日前 (2024-04-01): [各校] 报送名单 {名单}',
      '5月1日前 (2024-05-01): [各县教育局] 汇总后报送总结 {总结}',
    ],
    ['比赛定于5月8日举行,请各队于4月1日前报名。', '4月1日前 (2024-04-01): [各队] 报名'],
    ['4月1日17:00前(休息日除外),将材料送我局。', '4月1日17:00前 (2024-04-01T17:00): 将材料送我局 → 我局 {材料}'],
    ['请于收到通知后3日内答复,逾期视为同意。', '于收到通知后3日内 (3 day): 答复 !逾期视为同意'],
    // A single character is no paper; two addresses of one kind are two ways.
    ['请于4月1日前将名单、表和总结报送我局。', '4月1日前 (2024-04-01): 将名单、表和总结报送我局 → 我局 {名单|总结}'],
    [
      '请于4月1日前将名单发送至demo@example.gov.cn,照片发送至photo@example.gov.cn。',
      '4月1日前 (2024-04-01): 将名单发送至demo@example.gov.cn，照片发送至photo@example.gov.cn {名单} <email demo@example.gov.cn|email photo@example.gov.cn>',
    ],
    [
      '请于4月1日前在https://example.gov.cn/report.填报。',
      '4月1日前 (2024-04-01): 在https://example.gov.cn/report.填报 <url https://example.gov.cn/report>',
    ],
    [
      '请于4月1日前登录“示例平台”填报,并发送至demo@example.gov.cn,或demo@example.gov.cn。',
      '4月1日前 (2024-04-01): 登录“示例平台”填报，并发送至demo@example.gov.cn，或demo@example.gov.cn <system “示例平台”|email demo@example.gov.cn>',
    ],
    // The consequence belongs to the date before it.
    [
      '请于4月1日前报名,逾期不予受理。请于4月10日前缴费。',
      '4月1日前 (2024-04-01): 报名 !逾期不予受理',
      '4月10日前 (2024-04-10): 缴费',
    ],
  ])('%s', (body, ...expected) => {
    expect(read(body).map(said)).toEqual(expected)
  })

  it('in a table of stages, what the columns say', () => {
    const table = (...rows: string[]) =>
      read(`进度安排如下:\n\n${rows.map((row) => `| ${row} |`).join('\n')}\n`).map(said)
    expect(
      table(
        '阶段 | 工作内容 | 完成时间 | 责任单位',
        '--- | --- | --- | ---',
        '第一阶段 | 报送自查报告 | 4月1日前 | 各县教育局',
        '第二阶段 | | 5月1日前 | 市教育局',
      ),
    ).toEqual([
      '4月1日前 (2024-04-01): [各县教育局] 报送自查报告 {自查报告}',
      '5月1日前 (2024-05-01): [市教育局] 第二阶段',
    ])
    expect(
      table(
        '阶段 | 完成时间 | 责任单位',
        '--- | --- | ---',
        '自查阶段 | 4月1日前 | 各县教育局',
        '整改阶段 | 5月1日前 | ',
      ),
    ).toEqual(['4月1日前 (2024-04-01): [各县教育局] 自查阶段', '5月1日前 (2024-05-01): 整改阶段'])
    expect(table('完成时间 | 责任单位', '--- | ---', '4月1日前报送总结 | 各县教育局')).toEqual([
      '4月1日前 (2024-04-01): [各县教育局] 完成时间',
    ])
  })

  it("a recurring term of the issuer's own board is none", () => {
    expect(read('各会员每月25日前在协会网站公告名单。')).toEqual([])
    expect(read('各会员每月25日前报送名单。').map(said)).toEqual(['每月25日前 (1 month): [各会员] 报送名单 {名单}'])
    expect(read('各县每月5日前报送情况,我局每月10日前通报。').map(said)).toEqual([
      '每月5日前 (1 month): [各县] 报送情况 {情况}',
      '每月10日前 (1 month): [我局] 通报',
    ])
  })
})

describe('a publicity', () => {
  const shown = (body: string) => read(body, { title: '关于示例项目的公示' }).map(said)

  it('is its window, where one stands beside it', () => {
    expect(shown('公示期为5个工作日(3月12日至3月18日)。')).toEqual([
      '3月12日至3月18日 (2024-03-12 – 2024-03-18): 公示期',
    ])
    const term = '公示期为5个工作日 (2024-03-11 – 2024-03-15): 公示'
    expect(shown('公示期为5个工作日,异议受理时间为3月12日至3月18日。')).toEqual([
      term,
      '3月12日至3月18日 (2024-03-12 – 2024-03-18): 异议受理时间',
    ])
    expect(shown('公示期为5个工作日。公示时间:3月12日至3月18日。')[0]).toBe(term)
    expect(shown('公示期为5个工作日,逾期不予受理。')).toEqual([`${term} !逾期不予受理`])
  })
})

it('each is traced to the rule that found it', () => {
  const { extractors, evidenceOf } = trace()
  const body = '请于4月1日前报名,每月5日前报送情况。请自收到通知之日起5日内答复。'
  const notice = parseNotice(`关于开展示例工作的通知\n\n各单位:\n\n${body}\n\n示例市教育局\n2024年3月11日\n`, {
    extractors,
  })
  expect(notice.deadlines.map((d) => evidenceOf(d))).toEqual([
    { rule: 'deadlines/dated', score: 1 },
    { rule: 'deadlines/recurring', score: 0.9 },
    { rule: 'relative', score: 0.9 },
  ])
})

describe('terms', () => {
  /** `text (from – due): amount unit after|before`. */
  const term = ({ text, from, due, relative: r }: Deadline) =>
    `${text} (${[from, due].filter(Boolean).join(' – ')}): ${r!.amount} ${r!.unit} ${r!.before ? `before ${r!.before}` : r!.after}`.trim()

  it.each<[string, ...string[]]>([
    ['请自本通知印发之日起24小时内上报。', '自本通知印发之日起24小时内 (): 24 hour 本通知印发'],
    ['请在30分钟内到达现场。', '在30分钟内 (): 30 minute'],
    ['发现问题的,应在2小时内报告。', '在2小时内 (): 2 hour'],
    ['请自本通知印发之日起1年内完成。', '自本通知印发之日起1年内 (2025-03-11): 1 year 本通知印发'],
    ['请自本通知印发之日起两个月内完成。', '自本通知印发之日起两个月内 (2024-05-11): 2 month 本通知印发'],
    ['请自发布之日起十五日内报送。', '自发布之日起十五日内 (2024-03-26): 15 day 发布'],
    ['请自本通知发布之日起两周内反馈。', '自本通知发布之日起两周内 (2024-03-25): 14 day 本通知发布'],
    ['整改时限:自收到通知书之日起15日内。', '自收到通知书之日起15日内 (): 15 day 收到通知书'],
    ['企业应自领取营业执照之日起30日内备案。', '自领取营业执照之日起30日内 (): 30 day 领取营业执照'],
    ['请在会议召开3个工作日前报送回执。', '在会议召开3个工作日前 (): 3 workingDay before 会议召开'],
    ['请于开标5日前报名。', '于开标5日前 (): 5 day before 开标'],
    ['自即日起7日内提出意见。', '自即日起7日内 (2024-03-11 – 2024-03-17): 7 day'],
    [
      '自通知印发之日起5日内报名;自收到通知之日起10日内缴费。',
      '自通知印发之日起5日内 (2024-03-16): 5 day 通知印发',
      '自收到通知之日起10日内 (): 10 day 收到通知',
    ],
    ['请自本办法施行之日起30日内备案。', '自本办法施行之日起30日内 (): 30 day 本办法施行'],
    [
      '本办法自2024年4月1日起施行。各单位自本办法施行之日起30日内备案。',
      '自本办法施行之日起30日内 (2024-05-01): 30 day 本办法施行',
    ],
    // No terms for a reader.
    ['考后40个工作日之后可查成绩。'],
    ['近5日内到过的人员报告。'],
    ['请自发布之日起0日内报送。'],
    ['办理期限为20个工作日。'],
  ])('%s', (body, ...expected) => {
    expect(read(body).map(term)).toEqual(expected)
  })

  it("the readers' own publication is not the notice's", () => {
    const [printed, own] = read('各县应于2月28日前发布公告,并自发布之日起10日内报送。')
    expect([printed!.due, own!.due]).toEqual(['2024-02-28', null])
  })

  it('count from the day of publication where none is signed', () => {
    const body = '请自本通知发布之日起5日内反馈。'
    expect(read(body, { signed: '' })[0]!.due).toBeNull()
    expect(read(`${body}\n\n发布日期:2024-03-12`, { signed: '' })[0]!.due).toBe('2024-03-17')
  })
})
