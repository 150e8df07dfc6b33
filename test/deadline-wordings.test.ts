/** Limits said in other ways than 请于…前: windows from the paper's own day on, what is lost by the late, periods that are shown. */
import { describe, expect, it } from 'vitest'
import { type Deadline, type Notice, parseNotice } from '../src/index.js'

const notice = (body: string, title = '关于开展示例工作的通知', signed = '2024年3月11日'): Notice =>
  parseNotice(`${title}\n\n各有关单位：\n\n现将有关事项通知如下。\n\n${body}\n\n青屿市教育局\n${signed}\n`)

/** `from → due action`, the term where there is no day. */
const said = ({ from, due, text, action }: Deadline) =>
  `${due ? (from ? `${from} → ${due}` : due) : `~ ${text}`} ${action}`
const deadlines = (n: Notice) => n.deadlines.map(said)

describe('windows that open on the day of the paper', () => {
  it.each([
    ['作品征集：即日起—4月15日。', '2024-03-11 → 2024-04-15 作品征集'],
    ['报名时间：即日起-4月15日17:00。', '2024-03-11 → 2024-04-15T17:00 报名时间'],
    ['投稿时间：即日至4月15日。', '2024-03-11 → 2024-04-15 投稿时间'],
    ['报名时间：公告之日起至2024年4月5日。', '2024-03-11 → 2024-04-05 报名时间'],
    ['报名时间为本公告发布之日起～4月5日。', '2024-03-11 → 2024-04-05 报名时间'],
    ['公示时间：公示之日至3月18日。', '2024-03-11 → 2024-03-18 公示时间'],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body))).toEqual([expected])
  })

  it('knows no other paper’s day', () => {
    expect(deadlines(notice('缴费时间：自收到缴费通知之日起至4月5日。'))).toEqual([
      '2024-04-05 缴费时间：自收到缴费通知之日起',
    ])
  })
})

describe('windows as tenders print them', () => {
  it.each([
    [
      '凡有意参加投标者，请于2024年3月15日至2024年3月22日（法定公休日除外），每日上午9时至12时，下午2时至5时（北京时间，下同），在青屿市海滨路8号持单位介绍信购买招标文件。',
      '2024-03-15 → 2024-03-22 购买招标文件',
    ],
    [
      '有意参加者，于2024年3月15日 至2024年3月22日， 上午9:00至11:30、下午14:30至17:00，在青屿市海滨路8号示例大厦2102室，持授权委托书、本人身份证获取磋商文件',
      '2024-03-15 → 2024-03-22 获取磋商文件',
    ],
    [
      '招标文件获取时间：2024-03-1508:30:00~2024-03-2217:00:00（北京时间）。',
      '2024-03-15T08:30 → 2024-03-22T17:00 招标文件获取时间',
    ],
    ['投标文件递交的截止时间为：2024年3月28日09时30分00秒。', '2024-03-28T09:30 投标文件递交的截止时间'],
    [
      '报名开始时间：2024-03-15 08:30，报名截止时间：2024-03-22 17:00',
      '2024-03-15T08:30 → 2024-03-22T17:00 报名截止时间',
    ],
    ['发售开始时间：2024-03-15\n发售结束时间：2024-03-22', '2024-03-15 → 2024-03-22 发售结束时间'],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body, '示例工程施工招标公告'))).toEqual([expected])
  })

  it('in the cells beside their labels', () => {
    const n = notice(
      '宗地编号\t示土2024-07\t宗地面积\t12000平方米\n报名开始时间\t2024年03月15日09时00分\t报名截止时间\t2024年03月28日17时00分\n保证金缴纳截止时间\t2024年03月28日16时00分\n拍卖时间\t2024年04月02日10时00分\t拍卖地点\t市民中心',
      '示例地块拍卖出让公告',
    )
    expect(n.deadlines.map(({ from, due }) => [from, due])).toEqual([
      ['2024-03-15T09:00', '2024-03-28T17:00'],
      [undefined, '2024-03-28T16:00'],
    ])
    expect(n.dates.filter((d) => d.role === 'event').map((d) => d.start)).toEqual(['2024-04-02T10:00'])
  })

  it('in a paper that tells who won are over', () => {
    const n = notice(
      '投标截止时间：2024年3月5日9:30\n\n开标日期：2024年3月5日\n\n成交供应商：示例公司',
      '示例工程中标公告',
      '',
    )
    expect(deadlines(n)).toEqual([])
    expect(n.dates.filter((d) => d.role === 'event')).toEqual([])
  })
})

describe('what is lost by those who have not acted', () => {
  it.each([
    ['4月20日前未办理入住手续的，视为放弃，两年内不得再次申请。', '2024-04-20 办理入住手续'],
    ['3月20日17:00前未缴费的视为放弃。', '2024-03-20T17:00 缴费'],
    ['未于4月20日前缴费的，视为放弃。', '2024-04-20 缴费'],
    ['新生4月20日17时前未到校报到者，取消入学资格。', '2024-04-20T17:00 到校报到'],
    ['4月20日前考生未提交政审材料的，不予录取。', '2024-04-20 提交政审材料'],
    ['截至4月20日17时仍未登记的，视为弃权。', '2024-04-20T17:00 登记'],
    ['4月20日前没有签收的，按自动放弃处理。', '2024-04-20 签收'],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body))).toEqual([expected])
  })

  it.each([
    // Who is meant, not what is to be done
    '2024年5月1日前未取得资格证书的人员不得报名。',
    '申请人须为2024年4月1日前未享受过补贴的家庭。',
    '4月1日前未签订合同的在建项目须重新报备。',
    // A gain
    '4月30日前未领取补贴的，可以继续申领。',
    // The day is past
    '2023年12月31日前未缴清物业费的业主，不予受理。',
  ])('%s', (body) => {
    expect(deadlines(notice(body))).toEqual([])
  })
})

describe('windows in which something is shown or commented on', () => {
  it.each([
    ['名单自2024年3月13日至3月19日在区政府网站公示。', '2024-03-13 → 2024-03-19 在区政府网站公示'],
    ['拟聘人员名单将于4月13日至4月19日在网站公示。', '2024-04-13 → 2024-04-19 在网站公示'],
    ['《示例方案》自3月12日起至4月12日止公开征求意见。', '2024-03-12 → 2024-04-12 公开征求意见'],
    ['五、公众提出意见的起止时间：3月12日至3月25日。', '2024-03-12 → 2024-03-25 公众提出意见的起止时间'],
    [
      '五、公众提出意见的起止时间\n\n3月12日至3月25日（10个工作日）。',
      '2024-03-12 → 2024-03-25 公众提出意见的起止时间',
    ],
    ['五、征求公众意见的起止日期\n\n自3月12日起至3月25日止。', '2024-03-12 → 2024-03-25 征求公众意见的起止日期'],
    ['五、公众意见反馈的期限\n\n自公告之日起10个工作日内。', '2024-03-25 公众意见反馈的期限'],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body, '关于示例项目有关事项的公告'))).toEqual([expected])
  })

  it.each([
    // Shown before the paper was signed
    '经评审，确定以下项目，并于2024年1月5日至1月12日在网站公示，期间未收到异议。',
    '3月13日至19日公示结果为无异议。',
    '六、展览时间：3月12日至3月25日。',
  ])('%s', (body) => {
    expect(deadlines(notice(body))).toEqual([])
  })
})

describe('a term that its bracket explains', () => {
  it.each([
    ['请拟中标人务必于三日内（2024年3月14日16：00时前）交纳保证金。', '2024-03-14T16:00 交纳保证金'],
    ['请于5个工作日内（3月18日前）报送整改报告。', '2024-03-18 报送整改报告'],
    ['请在接到通知后5日内（3月18日17时截止）反馈。', '2024-03-18T17:00 反馈'],
    ['请于接到通知后5日内（节假日顺延）反馈。', '~ 于接到通知后5日内 反馈'],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body))).toEqual([expected])
  })
})

describe('steps of the issuer’s', () => {
  it.each([
    '资格审查结果于4月17日前以短信通知本人。',
    '面试名单及安排于4月17日前在网站公布，请考生注意查看。',
    '评审结果4月底前公布。',
    '录取通知书于7月20日前发放。',
    '旁听人员由我办随机确定，并于6月25日前书面通知本人。',
    '招聘单位于4月17日前电话通知参加面试人员。',
    '报名结束后，我中心于4月17日前完成初审。',
  ])('%s', (body) => {
    expect(deadlines(notice(body))).toEqual([])
  })

  it.each([
    // The same acts, asked of readers
    ['请各校于4月17日前公布名单。', '2024-04-17 公布名单'],
    ['各区于4月17日前公布评审结果并报市局。', '2024-04-17 公布评审结果并报市局'],
    ['用人单位应于4月17日前将结果书面通知本人。', '2024-04-17 将结果书面通知本人'],
    ['自评结果于4月17日前报市教育局。', '2024-04-17 报市教育局'],
    ['名单于4月17日前由学校公示后报送我局。', '2024-04-17 公示后报送我局'],
    ['补贴资金于6月底前发放到位。', '2024-06-30 发放到位'],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body))).toEqual([expected])
  })
})

describe('ranges that run backwards', () => {
  const told = (n: Notice) => n.diagnostics.filter((d) => d.ruleId === 'dates/ends-before-start').length
  it.each([
    // A slip of the year or the month
    ['公示期间：2024年5月26日至2023年6月2日。', '2024-05-26 → 2023-06-02 公示期间', 1],
    ['报名时间：3月22日至3月18日。', '2024-03-22 → 2024-03-18 报名时间', 1],
    // Over the end of the year, and over midnight
    ['报名时间：2024年12月20日至1月10日。', '2024-12-20 → 2025-01-10 报名时间', 0],
    ['系统开放时间：3月20日22:00至6:00。', '2024-03-20T22:00 → 2024-03-21T06:00 系统开放时间', 0],
  ])('%s', (body, expected, doubts) => {
    const n = notice(body)
    expect(deadlines(n)).toEqual([expected])
    expect(told(n)).toBe(doubts)
  })
})

describe('windows that are nobody’s limit', () => {
  it.each([
    ['招生报名咨询时间：4月5日至4月24日（周一至周五）。', []],
    ['登录系统，选择示例年会（第三届论坛，青屿，2024年4月18—20日）进行注册。', []],
    ['报名及咨询时间：4月5日至4月24日。', ['2024-04-05 → 2024-04-24 报名及咨询时间']],
    // The days of opening are not that of the date beside them
    ['报名时间：4月5日至4月24日（周一至周五）。', ['2024-04-05 → 2024-04-24 报名时间']],
  ])('%s', (body, expected) => {
    const n = notice(body)
    expect(deadlines(n)).toEqual(expected)
    expect(n.diagnostics.filter((d) => d.ruleId === 'dates/weekday-differs')).toEqual([])
  })
})

describe('what a limit asks for, where its own line does not say', () => {
  it.each([
    ['一、登记时间\n\n公告之日起至4月10日17:00。', ['2024-03-11 → 2024-04-10T17:00 登记时间']],
    ['一、获取采购文件\n\n时间：即日起至2024年4月10日。', ['2024-03-11 → 2024-04-10 获取采购文件']],
    [
      '（五）公众提出意见的起止时间\n\n公示之日起10个工作日内（2024年3月11日—3月22日）。',
      ['2024-03-11 → 2024-03-22 公众提出意见的起止时间'],
    ],
    // The window says its length too
    ['名单自3月12日至3月18日在网站公示，公示期5个工作日。', ['2024-03-12 → 2024-03-18 在网站公示，公示期5个工作日']],
  ])('%s', (body, expected) => {
    expect(deadlines(notice(body, '关于示例项目有关事项的公告'))).toEqual(expected)
  })

  it.each([
    ['沿线单位请于4月5日前移走设施，逾期由施工单位代为清理。', '逾期由施工单位代为清理'],
    ['考生请于4月5日到校办理资格审查，未按时参加者不得参加复试。', '未按时参加者不得参加复试'],
  ])('%s', (body, expected) => {
    expect(notice(body).deadlines.map((d) => d.consequence?.text)).toEqual([expected])
  })

  it('takes the board on which a list is shown for no channel', () => {
    const [deadline] = notice('名单自3月13日至3月19日在示例网站公示。').deadlines
    expect(deadline!.channels).toBeUndefined()
  })

  it('takes an answer to those who asked for no limit', () => {
    expect(deadlines(notice('供应商应于4月12日前提出疑问，采购人于4月14日前书面答复。'))).toHaveLength(1)
  })
})
