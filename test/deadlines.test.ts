/** Deadlines as notices word them: how terms are counted, what is read beside the day, and what is none. */
import { describe, expect, it } from 'vitest'
import { type Deadline, findDates, type Notice, parseNotice } from '../src/index.js'

const notice = (body: string, title = '关于开展示例工作的通知', signed = '2024年3月11日'): Notice =>
  parseNotice(`${title}\n\n各有关单位：\n\n${body}\n\n青屿市教育局\n${signed}\n`)

const PUBLICITY = '关于2024年拟立项目的公示'
const DRAFT = '关于《青屿市示例办法（征求意见稿）》公开征求意见的公告'

/** `from → due`, or `due`, or the relative term. */
const when = ({ from, due, text }: Deadline) => (due ? (from ? `${from} → ${due}` : due) : `~ ${text}`)
const days = (n: Notice) => n.deadlines.map(when)
const rules = (n: Notice) => n.diagnostics.map((d) => d.ruleId).filter((r) => /^deadlines\/|weekday/.test(r))

describe('terms are counted from the first day that the notice gives', () => {
  // Signed on Monday 11 March 2024. 民法典, art. 201: the day itself does not count.
  it.each([
    ['各单位自本通知印发之日起10个工作日内完成自查。', '2024-03-25'],
    ['各单位应于本通知下发后5日内报送名单。', '2024-03-16'],
    ['请自本文印发之日起一个月内完成整改。', '2024-04-11'],
    ['请自通知发布之日起两周内反馈。', '2024-03-25'],
    ['请自本通知印发次日起3个工作日内反馈。', '2024-03-14'],
    // A period that runs from a day: that day counts.
    ['请自4月1日起30日内办理登记。', '2024-04-01 → 2024-04-30'],
    ['请于2024年3月11日起5个工作日内将材料送我局。', '2024-03-11 → 2024-03-15'],
    ['请在3月25日后10日内完成备案。', '2024-04-04'],
    ['请自即日起7日内提出意见。', '2024-03-11 → 2024-03-17'],
    // What each reader has to know stays relative.
    ['请自收到通知之日起5个工作日内书面答复。', '~ 自收到通知之日起5个工作日内'],
    ['项目单位应在验收合格后15日内报送决算。', '~ 在验收合格后15日内'],
    ['请在会议召开3个工作日前报送回执。', '~ 在会议召开3个工作日前'],
  ])('%s', (body, expected) => {
    const n = notice(body)
    expect(days(n)).toEqual([expected])
    expect(n.deadlines[0]!.relative).toBeDefined()
  })

  it.each([
    [PUBLICITY, '现予以公示，公示期5个工作日。', '2024-03-11 → 2024-03-15'],
    [PUBLICITY, '公示期7天（自2024年3月12日起）。', '2024-03-12 → 2024-03-18'],
    [PUBLICITY, '公示时间：2024年3月12日起，共7天。', '2024-03-12 → 2024-03-18'],
    [PUBLICITY, '自即日起公示7天。', '2024-03-11 → 2024-03-17'],
    [PUBLICITY, '对名单有异议的，可自公示之日起7日内向我局反映。', '2024-03-18'],
    [PUBLICITY, '公示期为5个工作日（2024年3月12日至3月18日）。', '2024-03-12 → 2024-03-18'],
    [DRAFT, '征求意见期限为30日，请将意见寄送我局。', '2024-03-11 → 2024-04-09'],
    // A later publicity is not this paper's.
    ['关于招聘示例人员的通知', '拟聘人员名单进行公示，公示期为7个工作日。', '~ 公示期为7个工作日'],
  ])('%s: %s', (title, body, expected) => {
    expect(days(notice(body, title))).toEqual([expected])
  })

  it('works weekends and rests on holidays as arranged', () => {
    expect(days(notice('请自本通知印发之日起5个工作日内反馈。', undefined, '2024年9月27日'))).toEqual(['2024-10-10'])
    expect(days(notice('请自本通知印发之日起5个工作日内反馈。', undefined, '2024年2月2日'))).toEqual(['2024-02-08'])
  })

  it('says when the working days of a year are not known, and stays relative', () => {
    const n = notice('请自本通知印发之日起5个工作日内反馈。', undefined, '2047年3月11日')
    expect(days(n)).toEqual(['~ 自本通知印发之日起5个工作日内'])
    expect(rules(n)).toEqual(['deadlines/working-days-unknown'])
    expect(n.diagnostics.find((d) => d.ruleId === 'deadlines/working-days-unknown')!.span).toEqual(n.deadlines[0]!.span)
  })

  it('says when a last day is a day off, and does not move it', () => {
    const n = notice('请自本通知印发之日起5日内反馈。')
    expect(days(n)).toEqual(['2024-03-16'])
    expect(rules(n)).toEqual(['deadlines/ends-on-day-off'])
    expect(rules(notice('请自本通知印发之日起7日内反馈。'))).toEqual([])
  })

  it('a term in an annexed document counts from that document', () => {
    const n = parseNotice(
      '关于转发示例方案的通知\n\n各县教育局：\n\n现将方案转发给你们，请认真执行。\n\n附件：示例方案\n\n青屿市教育局\n2024年3月11日\n\n附件\n\n示例方案\n\n各校自本通知印发之日起10日内上报名单。\n',
    )
    expect(days(n)).toEqual(['~ 自本通知印发之日起10日内'])
  })

  it('a counted day is no printed date', () => {
    const found = findDates('2024年4月1日起30日内办理登记。')
    expect(found.map((d) => [d.text, d.end])).toEqual([['2024年4月1日', '2024-04-01']])
  })
})

describe('beside the day', () => {
  const one = (body: string): Deadline => {
    const [deadline, ...more] = notice(body).deadlines
    expect(more).toEqual([])
    return deadline!
  }

  it.each([
    ['请各市科协于5月10日前报送总结。', '各市科协', '报送总结'],
    ['申报单位应在5月10日前完成填报。', '申报单位', '完成填报'],
    ['5月10日前，各推荐单位要完成网上审核。', '各推荐单位', '完成网上审核'],
    ['5月10日前由各县（市、区）财政局汇总后上报。', '各县（市、区）财政局', '汇总后上报'],
    ['拟参加培训的人员请于5月10日前报名。', '拟参加培训的人员', '报名'],
    ['各单位要高度重视，认真组织，于5月10日前报送方案。', '各单位', '报送方案'],
    ['（三）申请单位须在5月10日前提交材料。', '申请单位', '提交材料'],
    ['有关单位和个人可于5月10日前提出申请。', '有关单位和个人', '提出申请'],
    ['请于5月10日前报送总结。', undefined, '报送总结'],
    ['将推荐表于5月10日前报送各市科协。', undefined, '报送各市科协'],
    ['经各县局审核后，于5月10日前报送。', undefined, '报送'],
  ])('actor of %s', (body, actor, action) => {
    const d = one(body)
    expect(d.actor?.text).toBe(actor)
    expect(d.action).toBe(action)
  })

  it.each([
    ['请于5月10日前报名，逾期不予受理。', '逾期不予受理'],
    ['请于5月10日前报名。逾期未报名的，视为自动放弃。', '逾期未报名的，视为自动放弃'],
    ['请于5月10日前缴费，未在规定时间内缴费者，视为放弃报名。', '未在规定时间内缴费者，视为放弃报名'],
    ['请于5月10日前补正，否则不予受理。', '否则不予受理'],
    ['请于5月10日前报送，对不按时报送的单位予以通报批评。', '对不按时报送的单位予以通报批评'],
    ['请于5月10日前报送，过期不候。', '过期不候'],
    ['请于5月10日前报送总结。', undefined],
    ['请于5月10日前报送，不受理个人报送。', undefined],
  ])('consequence of %s', (body, consequence) => {
    expect(one(body).consequence?.text).toBe(consequence)
  })

  it.each([
    ['请于5月10日前将回执发送至jiaoyu@example.gov.cn。', ['email:jiaoyu@example.gov.cn']],
    [
      '请于5月10日前登录市科技计划管理平台（https://kj.example.gov.cn）填报。',
      ['system:市科技计划管理平台', 'url:https://kj.example.gov.cn'],
    ],
    ['请登录“青屿通”APP，于5月10日前完成认证。', ['system:“青屿通”APP']],
    [
      '请于5月10日前将纸质材料邮寄至青屿市海棠路12号市教育局201室，电子版发至a@example.cn。',
      ['address:青屿市海棠路12号市教育局201室', 'email:a@example.cn'],
    ],
    ['请于5月10日前将回执传真至0100-5550123。', ['fax:0100-5550123']],
    ['请于5月10日前报市教育局办公室。', undefined],
  ])('channels of %s', (body, channels) => {
    expect(one(body).channels?.map(({ kind, text }) => `${kind}:${text}`)).toEqual(channels)
  })

  it('several deadlines in one sentence have each their own act', () => {
    const n = notice(
      '请各单位于3月15日前将名单报市局，4月1日前登录申报系统填报，每月5日前报送月报，自本通知印发之日起3个工作日内明确联络员。',
    )
    expect(n.deadlines.map((d) => [when(d), d.action, d.actor?.text, d.recipient, d.channels?.[0]?.text])).toEqual([
      ['2024-03-15', '将名单报市局', '各单位', '市局', undefined],
      ['2024-04-01', '登录申报系统填报', '各单位', undefined, '申报系统'],
      ['~ 每月5日前', '报送月报', '各单位', undefined, undefined],
      ['2024-03-14', '明确联络员', '各单位', undefined, undefined],
    ])
  })

  it('dates listed before one act share it', () => {
    const n = notice('请各镇于3月20日、4月20日、5月20日前分别报送名单。')
    expect(days(n)).toEqual(['2024-03-20', '2024-04-20', '2024-05-20'])
    expect(new Set(n.deadlines.map((d) => d.action))).toEqual(new Set(['分别报送名单']))
  })

  it('a table of stages says who does what', () => {
    const n = notice(
      [
        '序号\t事项\t截止时间\t责任单位',
        '1\t报送实施方案\t4月10日前\t各县科协',
        '2\t中期检查\t2024年6月30日\t市科协普及部',
        '3\t活动总结\t11月30日前\t各县科协、市科协',
      ].join('\n'),
    )
    expect(n.deadlines.map((d) => [d.due, d.action, d.actor?.text])).toEqual([
      ['2024-04-10', '报送实施方案', '各县科协'],
      ['2024-06-30', '中期检查', '市科协普及部'],
      ['2024-11-30', '活动总结', '各县科协、市科协'],
    ])
    const stages = notice(
      [
        '阶段\t时间\t任务\t责任部门',
        '动员部署\t3月15日前\t制定方案并报送市局\t各县局',
        '自查自纠\t3月16日至4月15日\t开展自查，提交自查报告\t各企业',
      ].join('\n'),
    )
    expect(stages.deadlines.map((d) => [when(d), d.action, d.actor?.text, d.recipient])).toEqual([
      ['2024-03-15', '制定方案并报送市局', '各县局', '市局'],
      ['2024-03-16 → 2024-04-15', '开展自查，提交自查报告', '各企业', undefined],
    ])
    const events = notice('活动名称\t时间\t地点\t责任单位\n开幕式\t3月16日至3月17日\t市科技馆\t市科协')
    expect(events.deadlines).toEqual([])
  })

  it('every place reads as its text', () => {
    const body = '请各单位于5月10日前登录申报系统填报，逾期不予受理。'
    const n = notice(body)
    const [d] = n.deadlines
    for (const fact of [d!, d!.actor!, d!.consequence!, ...d!.channels!])
      expect(n.source.text.slice(fact.span.start, fact.span.end)).toBe(fact.text)
  })
})

describe('weekdays, 含, 当日, 次日', () => {
  it.each([
    ['请于5月10日（星期五）前报送。', []],
    ['请于5月10日（星期一）前报送。', ['dates/weekday-differs']],
    ['报名时间：3月18日（周一）—3月22日（周五）。', []],
    ['报名时间：3月18日（周一）—3月22日（周四）。', ['dates/weekday-differs']],
  ])('%s', (body, expected) => {
    expect(rules(notice(body))).toEqual(expected)
  })

  it.each([
    ['请于5月10日（含）前报送。', '2024-05-10'],
    ['请于5月10日（含当日）前报送。', '2024-05-10'],
    ['请于5月10日前（含5月10日）报送。', '2024-05-10'],
    ['请于5月10日当日17时前送达。', '2024-05-10T17:00'],
    ['报名时间：3月18日8:00至次日18:00。', '2024-03-18T08:00 → 2024-03-19T18:00'],
  ])('%s', (body, expected) => {
    expect(days(notice(body))).toEqual([expected])
  })
})

describe('wordings', () => {
  it.each([
    ['参赛作品务必赶在4月18日零时前投递到组委会邮箱saishi@example.cn。', '2024-04-18T00:00'],
    ['材料提交的最后期限是2024年4月12日下午5点。', '2024-04-12T17:00'],
    ['意向单位请在4月8日下班以前把回执传真至0578-5550199。', '2024-04-08'],
    ['本次征求意见的时间自2024年3月11日起至4月10日止，公众可通过下列方式反馈意见。', '2024-03-11 → 2024-04-10'],
    ['各学校请抓紧组织，务于清明节前（4月3日前）将名册交至区教研室。', '2024-04-03'],
    ['竞买人须在2024年4月15日16时前交纳保证金，未按时到账的，取消竞买资格。', '2024-04-15T16:00'],
    ['请有意参会的会员单位3月22日前扫码填写参会信息。', '2024-03-22'],
    ['逾期未提出书面意见的，视为同意；意见请在接到本函后7日内函复我局。', '~ 在接到本函后7日内'],
    ['报名从即日起开始，到4月5日24时结束。', '2024-03-11 → 2024-04-05T24:00'],
    ['自本公告发布之日起15日内，相关权利人可持有效证件到市不动产登记中心提出书面异议。', '2024-03-26'],
    ['公示期：2024年3月12日—3月18日（5个工作日）。', '2024-03-12 → 2024-03-18'],
    ['公示期5天（从3月12日起至3月16日止）。', '2024-03-12 → 2024-03-16'],
    ['请于本周五（3月15日）中午12点前反馈。', '2024-03-15T12:00'],
    ['投标截止及开标时间：2024年4月2日9时30分（北京时间）。', '2024-04-02T09:30'],
    ['征订期限：3月11日至25日，过期不予补订。', '2024-03-11 → 2024-03-25'],
    ['请你单位自收到本决定书之日起十五日内将罚款缴至指定银行。', '~ 自收到本决定书之日起十五日内'],
    ['申请人应于公告之日起三十日内向我委申报登记，逾期未申报的，依法处理。', '2024-04-10'],
    ['学员须在开班前一周完成线上注册。', '~ 在开班前一周'],
    ['各有关单位请尽早准备，材料须在不迟于2024年4月30日的时间内送达。', '2024-04-30'],
    ['自4月1日起10个工作日内，各参展商可登录展会官网选择展位。', '2024-04-01 → 2024-04-15'],
    ['活动结束后一周内，各承办单位须提交总结。', '~ 活动结束后一周内'],
    ['每年3月1日至4月30日，用人单位应当向登记管理机关报送上一年度年度报告。', '~ 每年3月1日至4月30日'],
    ['各单位于每月最后一个工作日17时前报送当月用能数据。', '~ 每月最后一个工作日17时前'],
    ['参加评选的作品截稿于2024年5月31日。', '2024-05-31'],
    ['请于4月10号（周三）前确认出席。', '2024-04-10'],
    ['提出听证申请的期限为自本告知书送达之日起5日内。', '~ 自本告知书送达之日起5日内'],
    ['公示期满后次日起3个工作日内领取证书。', '~ 公示期满后次日起3个工作日内'],
    ['请各区教育局务必在4月15日前组织所属学校完成信息核对。', '2024-04-15'],
    ['截止日期以邮戳为准，最晚为2024年4月30日。', '2024-04-30'],
    [
      '凡需办理补贴的企业，请携带材料于4月1日至4月30日（工作日）到区政务服务中心3楼12号窗口申请。',
      '2024-04-01 → 2024-04-30',
    ],
    ['报名者须于4月20日（周六）16:00以前将作品上传到大赛官网。', '2024-04-20T16:00'],
    ['各县区须在接到本通知3日内完成部署。', '~ 在接到本通知3日内'],
    ['缴费时间为录取通知书发放后7天内。', '~ 录取通知书发放后7天内'],
    [
      '请相关企业在收到补正通知之日起10个工作日内补齐材料，未补齐的视为撤回申请。',
      '~ 在收到补正通知之日起10个工作日内',
    ],
    ['整改时限：自本通知下发之日起15个工作日。', '2024-04-01'],
    ['作品提交：即日起至2024年5月20日24:00。', '2024-03-11 → 2024-05-20T24:00'],
    ['责令你单位于2024年4月1日前改正上述违法行为。', '2024-04-01'],
    ['申报书须经单位盖章，于4月末以前寄达（以寄达日为准）。', '2024-04-30'],
    // An actor whose name is a word of condition
    ['招生计划由毕业学校于4月10日前上报。', '2024-04-10'],
    ['注册地税务机关应在4月20日前完成核对。', '2024-04-20'],
    ['就业服务中心于5月15日前汇总上报用工需求。', '2024-05-15'],
    ['参保单位于4月25日前申报缴费基数。', '2024-04-25'],
    // Days listed one after the other are one window
    ['学生4月17、18日到校务大厅登记。', '2024-04-17 → 2024-04-18'],
    ['住户请于4月11、12两日携带身份证到居委会办理开户手续。', '2024-04-11 → 2024-04-12'],
    ['资格复核时间为2024年5月28日、29日（9:00-12:00）。', '2024-05-28 → 2024-05-29'],
    ['中标人请于4月9日和10日到交易中心领取合同。', '2024-04-09 → 2024-04-10'],
    // Windows whose act is a noun
    ['学籍信息采集　4月7日至11日。', '2024-04-07 → 2024-04-11'],
    ['医保缴纳时间：4月1日至6月30日。', '2024-04-01 → 2024-06-30'],
    ['投标样品送样时间：4月20日至22日。', '2024-04-20 → 2024-04-22'],
    ['执业证书换发：4月1日—4月20日。', '2024-04-01 → 2024-04-20'],
    ['请在4月12日至4月25日期间向院医务科送交材料。', '2024-04-12 → 2024-04-25'],
    ['参赛者请于4月17日到市体育馆确认资格。', '2024-04-17'],
    // One label for two times
    ['提交响应文件截止时间、开启时间：2024年4月28日9时30分', '2024-04-28T09:30'],
    ['首次响应文件提交截止时间和磋商时间、地点：2024年4月28日9时30分', '2024-04-28T09:30'],
    // The day explains the term
    ['债权人应在会前三日（即4月17日17时前）提交授权委托书。', '2024-04-17T17:00'],
  ])('%s', (body, expected) => {
    expect(days(notice(body))).toEqual([expected])
  })

  it.each([
    ['各医院于4月13日16时前报县疾控中心，此后每日7时、17时各报一次。', ['2024-04-13T16:00', '~ 每日7时、17时']],
    ['请于5月3日前报送初稿，15日前报送定稿。', ['2024-05-03', '2024-05-15']],
    [
      '各县（市、区）要在6月30日前全部完成验收，9月底前完成资金清算，年底前上报绩效自评报告。',
      ['2024-06-30', '2024-09-30', '2024-12-31'],
    ],
    ['稽核整改限4月底以前完成，并于完成后3日内报送整改报告。', ['2024-04-30', '~ 于完成后3日内']],
    ['本通知印发后15日内，各地要将实施方案报省局备案，此后每半年末报送进展。', ['2024-03-26', '~ 每半年末']],
  ])('%s', (body, expected) => {
    expect(days(notice(body))).toEqual(expected)
  })
})

describe('the year of a day without one', () => {
  it.each<[string, string, string | null, string[]]>([
    // The term of a school year, where no signature tells the time
    ['关于2019-2020学年第二学期选课的通知', '选课时间：3月2日至3月5日。', null, ['2020-03-02 → 2020-03-05']],
    ['关于2023—2024学年春季学期缴费的通知', '缴费时间：3月2日至3月5日。', null, ['2024-03-02 → 2024-03-05']],
    [
      '关于2023-2024学年度第一学期期末工作的通知',
      '请于12月20日前完成命题，1月10日前报送成绩。',
      null,
      ['2023-12-20', '2024-01-10'],
    ],
    // A cohort leaves in a year that is yet to come
    [
      '关于2025届毕业生图像采集的通知',
      '采集时间：2024年10月21日至25日。\n\n补采时间：11月4日至6日。',
      null,
      ['2024-10-21 → 2024-10-25', '2024-11-04 → 2024-11-06'],
    ],
    // The window before, where the year of the signature would lie in the past
    [
      '关于申报示例项目的通知',
      '网上申报时间：2024年5月6日至5月20日。\n\n纸质材料请于6月15日前报送。',
      '2023年11月20日',
      ['2024-05-06 → 2024-05-20', '2024-06-15'],
    ],
    // Title and windows against a signature alone
    [
      '2024年示例医院规培学员招收通知',
      '1.报名时间：2024年10月8日至10月23日。\n\n2.请在10月24日至10月28日期间到院送交材料。',
      '2023年9月20日',
      ['2024-10-08 → 2024-10-23', '2024-10-24 → 2024-10-28'],
    ],
    // The signature goes first: another section, a day that is past, a number that bears it out
    [
      '关于申报2025年度示例项目的通知',
      '一、要求\n\n项目须于2025年10月31日前完成验收。\n\n二、申报\n\n申报书请于11月20日前报送。',
      '2024年10月10日',
      ['2025-10-31', '2024-11-20'],
    ],
    [
      '关于开展示例工作的通知',
      '2023年12月5日召开的会议作了部署，请各单位于1月20日前报送。',
      '2024年1月5日',
      ['2024-01-20'],
    ],
  ])('%s %s', (title, body, signed, expected) => {
    const signature = signed ? `\n\n青屿市教育局\n${signed}\n` : ''
    expect(days(parseNotice(`${title}\n\n各有关单位：\n\n${body}${signature}`))).toEqual(expected)
  })
})

describe('no deadlines', () => {
  it.each([
    // History
    '2023年底前已完成全部老旧管网改造。',
    '截至2024年2月底，全市累计发放补贴1.2亿元。',
    '去年10月底前，有12个县完成了试点任务。',
    '会议于3月5日前在青屿召开过两次。',
    '经查，该公司未在2023年6月30日前报送年度报告。',
    '截止到目前，已有300余家企业报名。',
    '青屿市2024年第一季度地区生产总值增长5.2%。',
    '2月10日前已报送材料的单位不再重复报送。',
    '2月28日24时前，全市共出动人员300余人次。',
    // Goals of plans
    '到2025年，全市基本建成覆盖城乡的养老服务体系。',
    '计划2026年6月底前实现主线贯通。',
    '力争2027年底前全面建成数字档案馆。',
    '到2030年前实现碳达峰目标。',
    '上述规划目标力争在2025年底前实现。',
    // How long a thing is valid or goes on
    '本办法自2024年5月1日起施行，有效期至2029年4月30日。',
    '该证书有效期为3年，自颁发之日起计算。',
    '项目实施期限为2024年1月至2026年12月。',
    '本合同自签订之日起两年内有效。',
    '试用期为6个月，聘期3年。',
    '质保期自验收合格之日起2年。',
    '工作日每天9:00至17:00接待群众。',
    '补助发放到2024年底为止的说法不实。',
    '工程总工期为18个月，计划开工日期为2024年5月1日。',
    '保质期至2025年3月1日。',
    // Conditions
    '申报企业须为2021年12月31日前在本市注册登记的法人。',
    '2024年1月1日前出生的儿童可免费入园参观。',
    '近三年内无重大安全事故。',
    '2020年3月前购买的设备不在补贴范围。',
    '社会保险参保满12个月的人员。',
    '自2022年6月1日起连续缴纳社保24个月以上。',
    '2023年11月20日前的旧版表格停止使用。',
    '3月20日前离境的，可以在离境前办理汇算。',
    '4月30日前汇款的学员，每人优惠100元。',
    '6月30日前投产的项目，给予一次性奖励。',
    '在签约期内签订协议并在6月24日前搬迁的，享受搬迁补助。',
    // The earliest day
    '考生可以在考后40个工作日之后登录系统查询。',
    // The issuer's own steps
    '我局将于4月底前公布评审结果。',
    '受理窗口收到申请后5个工作日内由我局作出决定。',
    '大赛获奖名单拟于6月30日前在官网公示。',
    '专家组拟在5月20日前完成评审。',
    '采购人应在合同签订之日起30日内支付预付款。',
    '获奖作品将于10月31日前退还作者。',
    '评审结果公示5个工作日后报市政府审定。',
    '市政府将于年底前组织专项督查。',
    // Frequencies
    '每月15日发放养老金。',
    '每年召开两次全体会议，每次不少于2天。',
  ])('%s', (body) => {
    expect(days(notice(body))).toEqual([])
  })
})

describe('tables of three lines, as text and as Markdown', () => {
  const asText = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n')
  const asMarkdown = ([head, ...rows]: string[][]) =>
    [head!, head!.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
  /** With the act: what the row says, not what was added to make a label of it. */
  const told = (n: Notice) => n.deadlines.map((d) => `${when(d)} ${d.action}`)

  it.each([
    ['事项 截止时间', ['报名 5月25日', '缴费 6月1日'], ['2024-05-25 报名', '2024-06-01 缴费']],
    ['事项 时间节点', ['提交初稿 5月20日', '提交终稿 6月20日'], ['2024-05-20 提交初稿', '2024-06-20 提交终稿']],
    [
      '内容 开始时间 结束时间',
      ['网上报名 5月10日9:00 5月20日17:00', '上传作品 5月11日 5月21日'],
      ['2024-05-10T09:00 → 2024-05-20T17:00 网上报名', '2024-05-11 → 2024-05-21 上传作品'],
    ],
    [
      '阶段 环节 时间',
      ['第一阶段 网上提交材料 4月20日—22日', '第二阶段 综合面试 4月27日—28日'],
      ['2024-04-20 → 2024-04-22 网上提交材料'],
    ],
    ['项目 时间 地点', ['报名 5月21日至25日 教务处', '体格检查 6月6日至7日 县医院'], ['2024-05-21 → 2024-05-25 报名']],
  ] as const)('%s', (head, rows, expected) => {
    const cells = [head, ...rows].map((row) => row.split(' '))
    const body = '现将有关安排通知如下：'
    expect(told(notice(`${body}\n\n${asText(cells)}`))).toEqual(expected)
    expect(told(notice(`${body}\n\n${asMarkdown(cells)}`, '# 关于开展示例工作的通知'))).toEqual(expected)
  })
})

describe('what limits no reader', () => {
  it.each([
    '未中标者的保证金在开标后5个工作日内原路退还。',
    '合同签订后30日内完成供货和安装。',
    '1．4月12日前，录取结果将在“示例发布”公众号公布。',
    '年龄计算截止日期为2024年3月31日。',
  ])('%s', (body) => {
    expect(days(notice(body))).toEqual([])
  })

  it('a month that labels its day', () => {
    expect(days(notice('4月  截止4月18日\n5月  截止5月22日', '关于明确2024年度申报纳税期限的通告'))).toEqual([
      '2024-04-18',
      '2024-05-22',
    ])
  })

  it('a time on the day named before it is a limit', () => {
    expect(days(notice('竞价会定于4月20日上午10时在开标室举行，竞买人须于9:50前签到。'))).toEqual(['2024-04-20T09:50'])
    expect(days(notice('竞价会定于4月20日上午10时举行。竞买人须于9:50前签到。'))).toEqual([])
  })
})
