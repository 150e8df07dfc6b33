/** What lines are before anything is known of their meaning: full stops typed as dots, heads of pages, texts without line ends, sheets typed full-width. */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'
import { fold } from '../src/read/normalize.js'
import { sniffText } from '../src/read/sniff.js'
import { readText } from '../src/read/text.js'

const folded = (text: string) => fold(readText(text).raw).text
const headings = (text: string) => parseNotice(text).outline.map(({ heading }) => heading)

describe('a dot', () => {
  it('is a full stop where paragraphs end with it and no other is printed', () => {
    const text = '各户:\n请于5月9日前登记.逾期不补.\n没有登记的自己出钱.\n'
    expect(folded(text)).toBe('各户:\n请于5月9日前登记。逾期不补。\n没有登记的自己出钱。\n')
  })

  it('is one behind a heading that text runs on with, in any text', () => {
    const text =
      '示例通知\n各户:\n一、禁烧区域.全镇田块。\n二、禁烧时间.2026年9月1日至30日。\n示例镇人民政府\n2026年8月1日'
    expect(headings(text)).toEqual(['禁烧区域', '禁烧时间'])
  })

  it('is none within names, numbers and where another stop is printed', () => {
    const names = '名单\n阿布都.热合曼\n买买提.艾力\n古丽.阿依\n迪力.木拉提\n'
    expect(folded(names)).toBe(names)
    const mixed = '请于5月9日前登记.逾期不补.\n没有的自己出钱.\n特此通知。\n'
    expect(folded(mixed)).toBe(mixed)
    expect(folded('一.总体要求\n1.登记\nA.本科\n')).toBe('一.总体要求\n1.登记\nA.本科\n')
  })
})

describe('the head of pages', () => {
  const page = (n: number) => `— ${n} —\n\n示例省示例厅文件 示函〔2026〕21号\n\n`
  const text = `示例省示例厅关于申报示例项目的通知\n\n各市示例局：\n\n现就有关事项通知如下：\n\n一、申报程序\n\n申报单位于2026年5月6日9:00至5月22日17:00登录示例平台填写\n\n${page(1)}申报书，推荐单位于5月29日前完成审核，逾期申报系\n\n${page(2)}统自动关闭。\n\n示例省示例厅\n\n2026年4月17日\n`
  const notice = parseNotice(text)

  it('is no line: the sentence goes on below it', () => {
    expect(notice.deadlines.map(({ from, due }) => [from, due])).toEqual([
      ['2026-05-06T09:00', '2026-05-22T17:00'],
      [undefined, '2026-05-29'],
    ])
    expect(notice.deadlines[0]!.action).toContain('填写申报书')
  })

  it('parts no fact', () => {
    for (const { consequence, text: own, span } of notice.deadlines) {
      expect(consequence).toBeUndefined()
      expect(text.slice(span.start, span.end)).toBe(own)
    }
  })
})

describe('a text without line ends', () => {
  it('is taken apart at headings, items, annexes and signature', () => {
    const text =
      '关于开展示例筛查工作的通知各县示例局：为提高示例率，现就示例筛查工作通知如下，请认真贯彻执行。一、筛查对象具有本市户籍的老年人。二、筛查时间2026年4月8日至9月30日。三、筛查内容（一）视力检查。包括裸眼视力。（二）示例检查。可疑者进一步检查。四、工作要求各县示例局要于3月20日前报送方案。附件：1.示例分配表2.示例同意书示例市示例委员会2026年3月5日（此件公开发布）'
    const notice = parseNotice(text)
    expect(notice.outline.map(({ heading }) => heading)).toEqual(['筛查对象', '筛查时间', '筛查内容', '工作要求'])
    expect(notice.attachments.map((a) => a.text)).toEqual(['示例分配表', '示例同意书'])
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['示例市示例委员会'])
    expect(notice.disclosure?.text).toBe('公开发布')
  })
})

describe('one end tag', () => {
  it('makes no page of a text', () => {
    expect(sniffText('示例公告 一、项目概况 $(this).wrap("<divclass=x></div>")')).toBe('text')
    expect(sniffText('示例公告<p>一、项目概况</p>')).toBe('html')
    expect(sniffText('示例</p>一、项目概况</p>二、时间</p>')).toBe('html')
  })
})

describe('a sheet with full-width figures', () => {
  it('is as wide as it was typed', () => {
    const lines = [
      '　　报名参加本项目的机构名单已张贴于现场。请被征收人于１１月２９',
      '日至１２月３日协商选定机构，协商不成的，定于１２月６日上午９时在',
      '示例街道文化站投票决定。',
      '　　（一）签约期限为３０日，自２０２５年１２月１５日８时起至２０',
      '２６年１月１３日１８时止，期限内签约的给予奖励，逾期不再给予，由',
      '示例街道办理。',
      '　　被征收人应在签订协议后２０日内、且最迟不晚于２０２６年１月３',
      '１日腾空房屋，结清水、电、燃气、有线电视等费用，凭结清单据到现场',
      '办公室办理交房验收。',
      '　　补偿款自交房验收合格之日起１５个工作日内支付，支付至被征收人',
      '提供的账户，账户信息有误的，于１２月２０日前更正，逾期由本人承担',
      '后果。',
    ]
    const notice = parseNotice(
      `关于示例项目签约搬迁的通告\n\n各被征收人：\n${lines.join('\n')}\n\n　　　示例街道办事处\n　　　２０２５年１１月２８日\n`,
    )
    expect(notice.deadlines.map(({ due }) => due)).toEqual(
      expect.arrayContaining(['2025-12-03', '2026-01-13T18:00', '2026-01-31']),
    )
  })
})

describe('a text read from a scan and kept on one line', () => {
  const text =
    '示例市数据局文件  市数据局关于开展示例利用试点申报的通知  各县（市、区）数据主管部门:  为落实示例改革的 部署，拟开展试点。现就相关工作通知如下。  一、试点目标  坚持系统谋划， 形成做法。  二、工作任务  聚焦难点，结合场景进行。  (一) 试点任务。  1.建立目录。形成统一目录。  2.推动融合。保证安全。  3.提升能力。探索建设。  (二) 试点领域。重点围绕示例领域。  三、有关要求  请各单位于2026年7月30日17:00前将申报表反馈至市数据局资源处。  附件: 示例利用试点申报表  附件  示例利用试点申报表  口目录体系  口融合开发  口技术能力  单位意见  单位盖章 年 月 日'
  const notice = parseNotice(text)

  it('has its headings, its limit and its annex, whatever form stands below it', () => {
    expect(notice.outline.map(({ heading }) => heading)).toEqual(['试点目标', '工作任务', '有关要求'])
    expect(notice.deadlines.map(({ due }) => due)).toEqual(['2026-07-30T17:00'])
    expect(notice.attachments.map((one) => one.text)).toEqual(['示例利用试点申报表'])
  })
})

describe('what the edge of a sheet breaks', () => {
  const mails = (text: string) => parseNotice(text).contacts.flatMap(({ emails }) => emails.map((one) => one.text))
  const notice = (lines: string) =>
    `关于报送材料的通知\n各单位：\n    为做好示例工作，现将有关事项通知如下，请各单位结合实际认真\n落实。\n${lines}\n示例市示例局\n2026年3月2日\n`

  it('is a mail within its name or its host', () => {
    expect(mails(notice('    联系人：李明，电话：0578-5550101，电子邮箱：lib_exam\nple2026@example.cn。'))).toEqual([
      'lib_example2026@example.cn',
    ])
    expect(mails(notice('    联系人：李明，电话：0578-5550101，电子邮箱：shili@shi\nli.gov.cn。'))).toEqual([
      'shili@shili.gov.cn',
    ])
  })

  it('is a number from what it counts', () => {
    const [contact] = parseNotice(
      notice('    通信地址：示例市示例区示例街甲6号院2号楼418\n室（邮编：317000）'),
    ).contacts
    expect(contact?.address?.text).toBe('示例市示例区示例街甲6号院2号楼418室')
  })

  it('is the title of an annex', () => {
    const list = '    附件：1.示例登记表\n          2.示例设施排查情况汇\n            总表\n          3.示例回执\n'
    expect(parseNotice(notice(list)).attachments.map((one) => one.text)).toEqual([
      '示例登记表',
      '示例设施排查情况汇总表',
      '示例回执',
    ])
  })

  it('is no row of a programme', () => {
    const rows =
      '    5月19日        14:00—18:00      学员报到\n    5月21日        9:00—17:00       示例选用与示例取样、示例案例分析\n    5月22日        9:00—12:00       现场教学、结业'
    const { events } = parseNotice(
      notice(`    时间：2026年5月20日至22日。\n    二、日程安排\n    日期            时间             内容\n${rows}`),
    )
    expect(events.map(({ start }) => start)).toContain('2026-05-22T09:00')
  })
})
