/** The frame of a notice as sites of schools, hospitals and tenders print it, and as stores of crawled texts keep it. */
import { describe, expect, test } from 'vitest'
import { parseNotice } from '../src/index.js'
import type { Section } from '../src/types.js'

const recognized = (text: string) => !parseNotice(text).diagnostics.some((d) => d.ruleId === 'notice/not-recognized')

describe('文种 at the front of a title', () => {
  test.each([
    ['评审结果公示：示例校园绿化项目', '公示'],
    ['中标公告：示例大学示例楼外墙维修工程', '公告'],
    ['【公示】示例学院2024年拟推荐优秀毕业生名单', '公示'],
    ['通知：明日停水', '通知'],
    ['重要通知：示例校区图书馆闭馆一天', '通知'],
  ])('%s', (title, type) => {
    const n = parseNotice(`${title}\n\n因示例工作需要，有关安排请见示例网站，如有疑问请致电0100-5550123。\n`)
    expect(n.title?.text).toBe(title)
    expect(n.documentType?.text).toBe(type)
  })

  test('a report puts who announces before it', () => {
    for (const text of [
      '示例市通告：5月起示例路限行\n\n示例市交警部门昨日发布消息，示例路5月起限行。市民反响热烈。',
      '示例市发布公告：示例路限行\n\n示例路5月起限行，市民反响热烈。专家表示这是好事。',
    ])
      expect(recognized(text)).toBe(false)
  })

  test('nor is a list of headlines a notice', () => {
    expect(recognized('通知公告\n通知：示例活动安排\n公告：示例中心开放时间调整\n公示：示例名单一览\n更多')).toBe(false)
  })

  test('a title with its number in brackets is no line of the number', () => {
    const n = parseNotice(
      '示例楼外墙维修项目评审结果公示（示服〔2019〕19号）\n\n示例公司对示例项目进行了比选，现将评审结果公示如下。\n成交供应商：示例园林有限公司\n',
    )
    expect(n.title?.text).toBe('示例楼外墙维修项目评审结果公示')
    expect(n.documentNumber?.text).toBe('示服〔2019〕19号')
  })
})

describe('outcomes of tenders', () => {
  test.each([
    '示例大学示例楼外墙维修项目成交结果\n\n项目编号：SL2024-01\n成交供应商：示例建设有限公司\n成交金额：35.6万元\n',
    '示例县中医院设备采购项目中标候选人\n\n第一中标候选人：示例医疗有限公司\n第二中标候选人：示例器械有限公司\n',
    '中标公告：示例楼外墙维修工程\n\n一、项目名称：外墙维修\n二、中标单位：示例建设有限公司\n联系人：张示例\n',
  ])('%#', (text) => {
    expect(parseNotice(text).title?.text).toBe(text.slice(0, text.indexOf('\n')))
  })

  test('a report of one is none', () => {
    expect(recognized('示例县公布示例项目中标结果\n\n示例公司以3亿元中标。市民反响热烈。')).toBe(false)
    expect(recognized('示例县示例项目中标结果\n\n示例公司以3亿元中标示例项目。市民反响热烈。')).toBe(false)
  })

  test('the purchaser among the contacts is no title', () => {
    const body =
      '一、项目基本情况\n原公告的采购项目编号：SL-01\n二、更正信息\n更正事项：采购公告\n三、凡对本次公告内容提出询问，请按以下方式联系。\n1.采购人信息\n名称：示例市住房局\n地址：示例市示例路1号\n联系方式：0100-5550123\n'
    const n = parseNotice(`示例楼维修项目更正公告\n\n${body}`)
    expect(n.title?.text).toBe('示例楼维修项目更正公告')
    expect(n.diagnostics.map((d) => d.ruleId)).not.toContain('title/metadata-differs')
    expect(recognized(body)).toBe(true)
    expect(parseNotice(body).title).toBeNull()
  })

  test('the title in a table of a page still is one', () => {
    const n = parseNotice(
      '索引号：00000/2024-00211\n名称：关于开展示例检查的通知\n发布日期：2024年5月6日\n\n各有关单位：\n现将有关事项通知如下。\n',
    )
    expect(n.title?.text).toBe('关于开展示例检查的通知')
  })
})

describe('the head in one line or torn', () => {
  const BODY =
    '    为做好示例工作，经研究，定于近期召开示例会议，现将有关事项通知如下，请各单位按照要求认真做好各项准备工作。\n'

  test.each([
    ['示委办电〔2026〕3号                    特急', '特急', undefined],
    ['特急    示委办电〔2026〕3号', '特急', undefined],
    ['示委办电〔2026〕3号 加急', '加急', undefined],
    ['示委办电〔2026〕3号    机密★1年    特急', '特急', '机密'],
  ])('%s', (line, urgency, level) => {
    const n = parseNotice(`${line}\n\n关于召开示例会议的通知\n\n各乡镇：\n${BODY}`)
    expect(n.documentNumber?.text).toBe('示委办电〔2026〕3号')
    expect(n.urgency?.text).toBe(urgency)
    expect(n.classification?.level).toBe(level)
    expect(n.citations).toEqual([])
  })

  test('a number in a sentence about haste is none of the head', () => {
    const n = parseNotice(`关于处理特急件 示委办电〔2026〕3号 的通知\n\n各乡镇：\n${BODY}`)
    expect(n.urgency).toBeNull()
  })

  test('addressees go on behind a list comma at the end of the line', () => {
    const n = parseNotice(`关于示例工作的通知\n\n各县（市、区）人民政府、\n市直各部门，\n各示例企业：\n${BODY}`)
    expect(n.addressees.map((a) => a.text)).toEqual(['各县（市、区）人民政府、市直各部门', '各示例企业'])
  })

  test('with numbers of their own in brackets', () => {
    const n = parseNotice(
      `示例县税务局送达公告\n示税公告〔2026〕5号\n\n示例建材经营部（识别号：92000026MA4X）、\n示例物流有限公司（识别号：91000026MA4X）：\n${BODY}`,
    )
    expect(n.addressees.map((a) => a.text)).toEqual([
      '示例建材经营部（识别号：92000026MA4X）、示例物流有限公司（识别号：91000026MA4X）',
    ])
  })

  test('a line above that lists something else is none of them', () => {
    const n = parseNotice(`关于示例工作的通知\n\n示例活动分初赛、复赛、决赛，\n各有关单位：\n${BODY}`)
    expect(n.addressees.map((a) => a.text)).toEqual(['各有关单位'])
  })

  test.each([
    ['示例学会2025年学术年会\n（第二轮通知）', '示例学会2025年学术年会（第二轮通知）', '通知'],
    ['示例学会2025年学术年会（首轮通知）', '示例学会2025年学术年会（首轮通知）', '通知'],
    ['通告二', '通告二', '通告'],
    ['公告（三）', '公告（三）', '公告'],
  ])('%s', (printed, title, type) => {
    const n = parseNotice(`${printed}\n\n各位会员：\n${BODY}`)
    expect(n.title?.text).toBe(title)
    expect(n.documentType?.text).toBe(type)
  })

  test('the seal behind a signature is no part of the name', () => {
    const n = parseNotice(`关于示例工作的通知\n\n各位会员：\n${BODY}\n示例学会（印章）\n2025年7月28日\n`)
    expect(n.issuingBodies.map((b) => b.text)).toEqual(['示例学会'])
  })

  test('how often a page was read stands behind the day of publication', () => {
    const n = parseNotice(`关于示例工作的公示\n2026年1月12日   阅读：76\n\n${BODY}`)
    expect(n.dates.find((d) => d.role === 'published')?.start).toBe('2026-01-12')
  })
})

describe('tails that run on in one line', () => {
  const HEAD = '关于公布示例基地名单的通知\n\n各有关单位：\n'
  const TEXT = '要高度重视示例基地建设工作，切实加强管理，不断加大投入，合理使用经费，确保项目建设的质量和效益。'
  const read = (tail: string) => {
    const n = parseNotice(`${HEAD}${TEXT}${tail}`)
    const signed = n.dates.find((d) => d.role === 'signed')?.start
    return [n.attachments.map((a) => a.text).join('|'), n.issuingBodies.map((b) => b.text).join('|'), signed]
  }

  test.each([
    ['附件：2024年示例基地名单.docx示例省教育厅2024年1月8日', '2024年示例基地名单'],
    ['附件：1.示例基地名单.docx2.示例回执.xlsx示例省教育厅2024年1月8日', '示例基地名单|示例回执'],
    ['  附件：示例基地名单  示例省教育厅  2024年1月8日', '示例基地名单'],
    ['附件：1.示例基地名单 2.示例回执 示例省教育厅 2024年1月8日', '示例基地名单|示例回执'],
    ['示例省教育厅 2024年1月8日 附件：示例基地名单.docx', '示例基地名单'],
    ['  （联系人：尹示例）  附件：示例名单  示例省教育厅  2024年1月8日 附件：示例名单.xls', '示例名单'],
    ['特此通知。示例省教育厅 2024年1月8日', ''],
  ])('%s', (tail, annexes) => {
    expect(read(tail)).toEqual([annexes, '示例省教育厅', '2024-01-08'])
  })

  test('nothing is cut where nothing tells the title from the name', () => {
    expect(read('附件：示例基地名单示例省教育厅2024年1月8日')).toEqual(['', '', undefined])
    expect(read('详见附件：示例省教育厅2024年1月8日文件')).toEqual(['', '', undefined])
  })

  test('several annexes on a line of their own', () => {
    const n = parseNotice(`${HEAD}${TEXT}\n附件：1.报名表 2.推荐汇总表\n示例省教育厅\n2024年1月8日\n`)
    expect(n.attachments.map((a) => [a.number, a.text])).toEqual([
      [1, '报名表'],
      [2, '推荐汇总表'],
    ])
  })

  test('the document that is annexed runs on behind the day', () => {
    const n = parseNotice(
      '关于印发《示例办法》的通知示发〔2023〕23号来源：法规处各县（市、区）局：现将《示例办法》印发给你们，请认真贯彻执行。示例局2023年12月28日示例办法第一章总则第一条为加强管理，制定本办法。',
    )
    expect(n.addressees.map((a) => a.text)).toEqual(['各县（市、区）局'])
    expect(n.issuingBodies.map((b) => b.text)).toEqual(['示例局'])
    expect(n.dates.find((d) => d.role === 'signed')?.start).toBe('2023-12-28')
  })

  test('a day in a sentence before 第一条 signs nothing', () => {
    const n = parseNotice(`${HEAD}${TEXT}示例局2023年12月28日修订，第一条为加强管理，制定本办法。`)
    expect(n.dates.find((d) => d.role === 'signed')).toBeUndefined()
  })

  test('fields of a store with English names', () => {
    const n = parseNotice(
      `title:关于2024年示例资金安排情况的公示\ntime:2024-03-31 00:00:00.0\ncontent: 　　${TEXT}特此公示。\n示例省财政厅\n2024年3月28日`,
    )
    expect(n.title?.text).toBe('关于2024年示例资金安排情况的公示')
    expect(n.documentType?.text).toBe('公示')
    expect(n.dates.find((d) => d.role === 'published')?.start).toMatch(/^2024-03-31/)
  })
})

describe('whole texts in one line', () => {
  test('headings and labels part it', () => {
    const n = parseNotice(
      '中标信息详情 示例分局装备更新项目更正公告 2024-10-30 13:03:16 一、项目基本情况 原公告的采购项目编号：SL-01 原公告的采购项目名称：装备更新 二、更正信息 更正事项：采购结果 更正内容： 1、数量1更正为195 2、补充公告附件 三、其他补充事宜 / 四、凡对本次公告内容提出询问，请按以下方式联系。 1.采购人信息 名称：示例市公安局 地址：示例市示例路1号 联系方式：吕示例，0100-5550123 2.采购代理机构信息 名称：示例招标有限公司 地　址：示例市示例路2号 联系方式：李示例，0100-5550125',
    )
    expect(n.title?.text).toBe('示例分局装备更新项目更正公告')
    expect(n.dates.find((d) => d.role === 'published')?.start).toBe('2024-10-30T13:03')
    expect(n.outline.map((s) => s.heading).slice(0, 3)).toEqual(['项目基本情况', '更正信息', '其他补充事宜'])
    expect(n.contacts.map((c) => [c.people[0]?.text, c.phones[0]?.number, c.address?.text])).toEqual([
      ['吕示例', '0100-5550123', '示例市示例路1号'],
      ['李示例', '0100-5550125', '示例市示例路2号'],
    ])
  })

  const CELLS = [
    ['示例学院多媒体教室建设项目成交结果公示', '', '类型：', '示例招标网', '', '发布时间：', '2016-6-16', '', ''],
    ['示例学院多媒体教室建设项目开标会议于2016年6月15日召开并进行评审，现将结果公告如下：', '一、项目名称及编号'],
    [
      '项目名称：多媒体教室建设项目',
      '二、项目说明：多媒体教室（详见采购文件）',
      '三、评标信息：',
      '评标日期：2016年6月15日',
    ],
    ['请有异议的供应商在公示期内以书面形式提出，逾期不予受理，所提异议应当附有关证明材料，匿名的不予受理。'],
    ['四、联系方式', '联 系 人：祁老师', '电话：0100-5550123', '示例学院', '2016年6月16日'],
  ].flat()

  test('tabs part it as line ends do', () => {
    const facts = [CELLS.join('\t'), CELLS.join('\n')].map((text) => {
      const n = parseNotice(text)
      return [n.title?.text, n.dates.map((d) => [d.role, d.start]), n.contacts.map((c) => c.people.map((p) => p.text))]
    })
    expect(facts[0]).toEqual(facts[1])
    expect(facts[0]![0]).toBe(CELLS[0])
    expect(facts[0]![2]).toEqual([['祁老师']])
  })

  test('rows of a table stay rows', () => {
    const row = '示例学院\t张示例\t0100-5550123\t示例路1号\t示例专业\t二、三年级\t备注'
    const n = parseNotice(`关于示例名单的公示\n\n现将名单公示如下。\n${row}\n${row}\n`)
    expect(n.contacts.flatMap((c) => c.phones.map((p) => p.number))).toContain('0100-5550123')
    expect(n.title?.text).toBe('关于示例名单的公示')
  })

  test('a long paragraph that counts is no whole text', () => {
    const long = '要切实抓好示例工作的组织实施，'.repeat(18)
    const n = parseNotice(`关于示例工作的通知\n\n各单位：\n${long}抓好星期一、二、三的值班。\n示例局\n2024年5月6日`)
    expect(n.outline).toEqual([])
  })
})

describe('items are no headings', () => {
  const headings = (text: string) => {
    const flat = (sections: readonly Section[]): string[] => sections.flatMap((s) => [s.heading, ...flat(s.children)])
    return flat(parseNotice(`示例局公告\n\n示例局开展示例活动，现将有关事项公告如下。\n${text}`).outline)
  }

  test.each([
    ['一、条件\n1.具有中华人民共和国国籍。\n2.品行端正。\n3.身体健康。\n二、其他\n5月6日。', ['条件', '其他']],
    ['一、条件\n（一）具有中华人民共和国国籍。\n（二）遵守宪法和法律。\n二、其他\n5月6日。', ['条件', '其他']],
    ['一、标的：示例房产。\n二、凡年满18周岁的公民均可参加竞买。竞买人应当实名。\n三、其他：无。', ['标的', '其他']],
    [
      '一、奖项：\n1、前三名颁发奖杯、奖牌，4-8名颁发奖牌。\n2、各组冠军颁发奖杯。前3名颁发奖牌。\n二、报名：\n1、各单位统一组织报名参赛。没有组队的可直接报名；\n2、每队可报领队一人；',
      ['奖项', '报名'],
    ],
    [
      '一、时间\n5月6日。\n二、参加人员应提供以下材料：\n1.身份证\n2.准考证\n三、申请人须提交下列材料：\n（一）申请表。\n（二）身份证。',
      ['时间', '参加人员应提供以下材料', '申请人须提交下列材料'],
    ],
  ])('%#', (text, expected) => {
    expect(headings(text)).toEqual(expected)
  })

  test('a heading with its text behind it stays one', () => {
    expect(
      headings(
        '一、目标\n（一）提高认识。各单位要加强领导。\n（二）落实责任。各单位要明确分工。\n二、要求\n1.加强领导。各单位要成立小组。\n2.及时总结。请于5月6日前报送。',
      ),
    ).toEqual(['目标', '提高认识', '落实责任', '要求', '加强领导', '及时总结'])
  })
})

test('what a site adds to the name of an annex is no part of it', () => {
  const n = parseNotice(
    '关于举办示例比赛的通知\n\n各单位：\n现将有关事项通知如下。\n附件：1.《示例比赛报名表》点击下载\n2.《示例比赛组别》下载\n3.示例汇总表（点击下载）\n示例局\n2024年5月6日',
  )
  expect(n.attachments.map((a) => a.text)).toEqual(['示例比赛报名表', '示例比赛组别', '示例汇总表'])
})

describe('a text in one line without any gap', () => {
  const text =
    '青屿市示例中心管网改造项目竞争性磋商公告公告时间：2024年7月11日青屿市示例中心的管网改造进行采购，现邀请合格的供应商参加。一、采购项目基本信息1、采购项目名称：管网改造项目2、采购预算：五十万元，工期为九十个日历天。二、供应商资格条件1、供应商应当具有独立承担民事责任的能力和良好的商业信誉，近三年内在经营活动中没有重大违法记录，并具有履行合同所必需的设备和专业技术能力。三、获取采购文件的方式1、请供应商于2024年7月18日前到青屿市学苑路1号领取采购文件。四、采购人联系方式1、联系人姓名：徐青禾电话：0100-5550131'

  test('is parted at its headings, items and the day behind its title', () => {
    const notice = parseNotice(text)
    expect(notice.title?.text).toBe('青屿市示例中心管网改造项目竞争性磋商公告')
    expect(notice.documentType?.text).toBe('公告')
    expect(notice.outline.map(({ number, heading }) => `${number}${heading}`)).toEqual([
      '一、采购项目基本信息',
      '二、供应商资格条件',
      '三、获取采购文件的方式',
      '四、采购人联系方式',
    ])
    expect(notice.deadlines.map(({ due }) => due)).toEqual(['2024-07-18'])
    expect(notice.contacts.flatMap(({ phones }) => phones.map(({ number }) => number))).toEqual(['0100-5550131'])
  })

  test('stays whole where 一、二、三 count within a sentence', () => {
    const sentence = `${'示例活动设一、二、三等奖，获奖者由主办单位颁发证书。'.repeat(12)}`
    expect(parseNotice(sentence).outline).toEqual([])
  })
})

test('takes the rules of a contest for a notice by their headings', () => {
  const rules =
    '阳光杯2024青屿市中小学生轮滑比赛\n一、主办单位：青屿市示例活动中心\n二、承办单位：青屿市示例学校\n三、比赛时间：2024年6月14日\n四、比赛地点：青屿市示例学校\n五、参加办法：以学校为单位组队参赛，请于2024年5月20日前报名。\n'
  const notice = parseNotice(rules)
  expect(notice.diagnostics.map(({ ruleId }) => ruleId)).not.toContain('notice/not-recognized')
  expect(notice.deadlines.map(({ due }) => due)).toEqual(['2024-05-20'])
})

describe('who signs', () => {
  const text = (end: string) =>
    `关于做好示例工作的通知\n\n各有关单位：\n　　现将有关事项通知如下，请遵照执行。\n\n${end}\n`
  const signed = (end: string) => {
    const { issuingBodies, dates } = parseNotice(text(end))
    return [issuingBodies.map(({ name }) => name).join('、'), dates.find(({ role }) => role === 'signed')?.start]
  }

  test.each([
    ['2026年5月6日\n青屿市示例局', '青屿市示例局', '2026-05-06'],
    ['2026年5月6日 青屿市示例局', '青屿市示例局', '2026-05-06'],
    ['特此通知。 青屿市示例局 2026年5月6日', '青屿市示例局', '2026-05-06'],
    ['公告单位：青屿市示例局\n2026年5月6日', '青屿市示例局', '2026-05-06'],
    ['青屿示例有限公司管理人\n2026年5月6日', '青屿示例有限公司管理人', '2026-05-06'],
  ])('%j', (end, name, day) => {
    expect(signed(end)).toEqual([name, day])
  })

  test('may leave out the year, which the title tells', () => {
    const notice = parseNotice(text('青屿市示例局\n9月28日').replace('关于做好', '关于做好2026年'))
    expect(notice.dates.find(({ role }) => role === 'signed')).toMatchObject({
      start: '2026-09-28',
      implied: ['year'],
    })
    expect(notice.issuingBodies.map(({ name }) => name)).toEqual(['青屿市示例局'])
  })

  test('a last sentence that ends in 会 signs nothing', () => {
    const { issuingBodies, events } = parseNotice(
      text('兹定于2026年5月20日14时30分召开推进会\n\n青屿市示例局\n2026年5月6日'),
    )
    expect(issuingBodies.map(({ name }) => name)).toEqual(['青屿市示例局'])
    expect(events.map(({ start }) => start)).toEqual(['2026-05-20T14:30'])
  })

  test('a day in the head, with who signs above it, is no signature where the end has one', () => {
    const notice = parseNotice(
      '关于做好示例工作的通知\n青屿市示例网\n2026年5月7日\n各有关单位：\n　　现将有关事项通知如下，请遵照执行。\n青屿市示例局\n2026年5月6日\n',
    )
    expect(notice.issuingBodies.map(({ name }) => name)).toEqual(['青屿市示例局'])
  })
})

describe('texts without a title', () => {
  const recognized = (text: string) =>
    !parseNotice(text).diagnostics.some(({ ruleId }) => ruleId === 'notice/not-recognized')

  test('a message that begins with what it is', () => {
    const notice = parseNotice(
      '【紧急通知】@全体教师：原定2026年11月27日召开的例会改期。请各教研室主任于2026年11月26日前将分析报告发至jw@example.edu.cn。\n教务处\n',
    )
    expect(notice.issuingBodies.map(({ name }) => name)).toEqual(['教务处'])
    expect(notice.deadlines.map(({ due }) => due)).toEqual(['2026-11-26'])
  })

  test('a call for comments', () => {
    const notice = parseNotice(
      '　　为规范示例服务，我局起草了《青屿市示例管理办法（征求意见稿）》。现面向社会公开征求意见，公众可将意见发送至邮箱yj@example.gov.cn。\n　　意见反馈截止时间为2026年11月10日。\n',
    )
    expect(notice.deadlines.map(({ due }) => due)).toEqual(['2026-11-10'])
    expect(notice.contacts.flatMap(({ emails }) => emails.map(({ text }) => text))).toEqual(['yj@example.gov.cn'])
  })

  test('a list of power cuts', () => {
    const notice = parseNotice(
      '停电时间：2026-09-26 07:00—2026-09-26 20:00\n停电范围：云湖街道安和社区、安和小学\n停电时间：2026-09-27 07:00—2026-09-27 18:00\n停电范围：云湖街道新桥社区1至5号楼\n抢修电话：0578-5550177\n\n青屿供电公司\n2026年9月20日\n',
    )
    expect(notice.title).toBeNull()
    expect(notice.issuingBodies.map(({ name }) => name)).toEqual(['青屿供电公司'])
    expect(notice.events.map(({ start, end }) => `${start}/${end}`)).toEqual([
      '2026-09-26T07:00/2026-09-26T20:00',
      '2026-09-27T07:00/2026-09-27T18:00',
    ])
  })

  test('a report or a story that only speaks of such things is none', () => {
    expect(recognized('青屿市昨日举行示例活动，市民踊跃参加。活动现场热闹非凡，大家都很开心。')).toBe(false)
    expect(recognized('本报讯（记者 李示）青屿市示例局起草了示例办法，现面向社会公开征求意见，市民反响热烈。')).toBe(
      false,
    )
  })
})

describe('plain text as dumps keep it', () => {
  const lines = [
    '关于做好示例工作的通知',
    '各有关单位：',
    '一、报名时间',
    '2026年5月10日至5月20日',
    '二、报名方式',
    '填写报名表，发至邮箱bm@example.gov.cn。',
    '青屿市示例局',
    '2026年5月6日',
  ]
  const facts = (text: string) => {
    const { title, addressees, issuingBodies, deadlines, outline } = parseNotice(text)
    return {
      title: title?.text,
      addressees: addressees.map((a) => a.text),
      bodies: issuingBodies.map(({ name }) => name),
      due: deadlines.map(({ due }) => due),
      outline: outline.map(({ heading }) => heading),
    }
  }
  const whole = facts(lines.join('\n'))

  test.each([
    ['line ends written out', lines.join('\\n')],
    ['the same of another system', lines.join('\\r\\n')],
    ['tabs', lines.join('\t')],
    ['<pre>', `<pre>${lines.join('\n')}</pre>`],
  ])('%s', (_, text) => {
    expect(facts(text)).toEqual(whole)
  })

  test('spans point to the text as it was given', () => {
    const text = lines.join('\\n')
    const { title, deadlines } = parseNotice(text)
    expect(text.slice(title!.span.start, title!.span.end)).toBe(lines[0])
    expect(text.slice(deadlines[0]!.span.start, deadlines[0]!.span.end)).toBe(lines[3])
  })

  test('a backslash in a line is a backslash', () => {
    expect(parseNotice('关于示例的通知\n各单位：\n请将文件存至D:\\new\\note\\名单。\n').source.text).toContain(
      'D:\\new\\note',
    )
  })

  test('a title with its addressees set solid', () => {
    const notice = parseNotice(
      `关于做好示例工作的通知各有关单位：为做好示例工作，经研究，现将有关事项通知如下：请各单位于2026年5月20日前将示例报名表报送我局，并按要求做好组织发动、资格审核、安全保障等各项工作，确保示例工作顺利完成。`,
    )
    expect(notice.title?.text).toBe('关于做好示例工作的通知')
    expect(notice.addressees.map(({ text }) => text)).toEqual(['各有关单位'])
  })
})

const NOTICE =
  '各有关单位：\n\n    为做好示例工作，现将有关事项通知如下。\n    一、报名时间\n    请于5月6日前报名。\n\n示例市教育局\n2024年4月3日\n'

describe('what a page sets behind a title', () => {
  test.each([
    ['关于2024年示例奖学金拟推荐名单的公示！', '关于2024年示例奖学金拟推荐名单的公示', '公示'],
    ['示例市招聘公告！！', '示例市招聘公告', '公告'],
    ['关于开展示例评选的通知。', '关于开展示例评选的通知', '通知'],
    ['关于开展示例评选的通知-示例大学教务处', '关于开展示例评选的通知', '通知'],
    ['关于开展示例评选的通知_示例人才网', '关于开展示例评选的通知', '通知'],
    ['关于开展示例评选的通知 [2024-04-03]', '关于开展示例评选的通知', '通知'],
    ['关于开展示例评选的通知（修订） NEW', '关于开展示例评选的通知（修订）', '通知'],
  ])('%s', (printed, title, type) => {
    const n = parseNotice(`${printed}\n\n${NOTICE}`)
    expect(n.title?.text).toBe(title)
    expect(n.documentType?.text).toBe(type)
    expect(n.addressees.map((a) => a.text)).toEqual(['各有关单位'])
  })

  test('a lot of a tender stays', () => {
    const n = parseNotice(`示例大学采购意向公告-示例分析仪\n\n${NOTICE}`)
    expect(n.title?.text).toBe('示例大学采购意向公告-示例分析仪')
  })

  test('a call that heads a notice is its title, a greeting is none', () => {
    expect(parseNotice(`示例大赛开始报名啦！\n\n${NOTICE}`).title?.text).toBe('示例大赛开始报名啦！')
    expect(parseNotice(`亲爱的同学们大家好！\n\n${NOTICE}`).title).toBeNull()
  })
})

describe('lectures', () => {
  const rest =
    '时间：2024年5月6日 14:30\n地点：示例楼301\n主讲人：张示例 教授\n\n内容简介：介绍示例材料的进展。\n\n欢迎参加！\n'
  test.each([
    '示例学院学术讲座第12期',
    '示例人文讲座第109期—与示例公司一起畅想',
    '学术报告：示例材料的新进展',
    '“示例大讲堂”第5讲 示例方法',
    '第三届示例论坛',
  ])('%s', (title) => {
    const n = parseNotice(`${title}\n\n${rest}`)
    expect(n.title?.text).toBe(title)
    expect(n.dates.filter((d) => d.role === 'published')).toEqual([])
  })

  test('an outing with a place and an hour is no notice', () => {
    expect(recognized('示例公园艺术市集\n\n时间：2024年5月6日\n地点：示例公园\n\n小编带你去逛逛。这里有好吃的。')).toBe(
      false,
    )
  })
})

describe('texts in one line without a gap', () => {
  const solid =
    '示例道路工程施工招标公告一、项目概况：示例道路工程，规模10公里，位于示例县，资金已落实。二、采购人的需求规格要求见招标文件所附的清单，数量以最终确认的为准。三、项目需落实的采购政策:1、优先采购：节能产品。2、支持中小企业：享受折扣。四、投标文件的递交：截止时间为2024年5月20日9时，逾期送达的不予受理。五、采购人、代理机构的联系方式1、代理机构（1）名 称：示例招标有限公司（2）地 址：示例市示例路1号（3）电 话：0100-5550123'

  test('are parted at headings and labels, which keep their numbers', () => {
    const n = parseNotice(solid)
    expect(n.title?.text).toBe('示例道路工程施工招标公告')
    expect(n.outline.map((s: Section) => `${s.number}${s.heading}`)).toEqual([
      '一、项目概况',
      '三、项目需落实的采购政策',
      '四、投标文件的递交',
      '五、采购人、代理机构的联系方式',
    ])
    expect(n.contacts.map((c) => [c.address?.text, c.phones[0]?.text])).toEqual([['示例市示例路1号', '0100-5550123']])
    for (const s of n.outline) expect(solid.slice(s.span.start, s.span.end).startsWith(s.number)).toBe(true)
  })
})

describe('headings below a title without an opening', () => {
  const headings = (text: string, filename = 'a.txt') =>
    parseNotice(text, { filename }).outline.map((s: Section) => `${s.number}${s.heading}`)
  const rest = '示例道路工程已由示例市发改委批准建设，资金已落实，现进行公开招标。'
  const foot = '\n\n示例招标有限公司\n2024年4月3日\n'

  test.each([
    [`1.招标条件\n${rest}\n2.项目概况\n规模10公里。`, ['1.招标条件', '2.项目概况']],
    [`一 时间\n5月6日\n二 地点\n示例楼\n${rest}`, ['一时间', '二地点']],
    [`【活动时间】\n5月6日\n【活动地点】\n示例楼\n${rest}`, ['活动时间', '活动地点']],
  ])('%#', (body, expected) => {
    expect(headings(`示例道路工程施工招标公告\n${body}${foot}`)).toEqual(expected)
  })

  test('headings that somebody turned into a list, and a list of school years', () => {
    const list =
      '- 一、主办单位：示例中心\n- 二、比赛分组：\n  - 男子组\n  - 女子组\n- 三、领队会：\n  - 定于6月10日召开。\n'
    expect(headings(`# 示例比赛通知\n\n${list}`, 'a.md')).toEqual(['一、主办单位', '二、比赛分组', '三、领队会'])
    const years = '- 三、四年级学生的作文\n- 五、六年级学生的诗歌\n'
    expect(headings(`# 示例比赛通知\n\n请交下列作品。\n\n${years}`, 'a.md')).toEqual([])
  })

  test('whom to ask is no heading', () => {
    const list = '1、示例市示例局标准科　张示例\n电话：0100-5550123\n2、示例研究院　李示例\n电话：0100-5550124'
    expect(headings(`关于示例的通知\n\n一、联系人\n联系人如下：\n${list}${foot}`)).toEqual(['一、联系人'])
  })
})

describe('notices that lack what others have', () => {
  test('a story of a timetable is no notice', () => {
    expect(recognized('示例剧组拍摄日程\n\n昨天我们去了示例镇。天气很好，大家都很高兴。')).toBe(false)
  })

  const bodies = (text: string) => parseNotice(text).issuingBodies.map((b) => b.text)

  test('a table of labels without a sentence is signed all the same', () => {
    const text =
      '示例区妇幼保健院检验试剂询价公告\n项目名称\t检验试剂采购\n预算金额\t12万元\n联系人\t周示例\n联系电话\t0100-5550188\n示例区妇幼保健院\n2024年5月6日\n'
    expect(bodies(text)).toEqual(['示例区妇幼保健院'])
    expect(
      parseNotice(text)
        .dates.filter((d) => d.role === 'signed')
        .map((d) => d.start),
    ).toEqual(['2024-05-06'])
  })

  test.each([
    ['2024年示例省武术锦标赛\n竞赛规程', '2024年示例省武术锦标赛竞赛规程'],
    ['2024年示例考试考生须知', '2024年示例考试考生须知'],
  ])('%#: a title without a 文种', (printed, title) => {
    const n = parseNotice(
      `${printed}\n一、主办单位\n示例协会\n二、比赛时间和地点\n10月12日，示例大学。\n三、报名\n请于9月20日前报名。\n`,
    )
    expect(n.title?.text).toBe(title)
  })

  test('the name of a site above the heading of the title is no part of it', () => {
    const md =
      '# 示例大学图书馆\n\n## 关于国庆期间开放安排的通知\n\n各位读者：\n\n现将安排通知如下。\n\n示例大学图书馆\n\n2024年9月28日\n'
    expect(parseNotice(md, { filename: 'a.md' }).title?.text).toBe('关于国庆期间开放安排的通知')
  })

  test('【法规标题】 of a library of laws is the title', () => {
    const n = parseNotice(
      '【法规标题】示例省餐厨垃圾管理办法\n【颁布单位】示例省人民政府\n【施行日期】2019-1-1\n\n第一条 为了加强管理，制定本办法。\n第二条 本办法自2019年1月1日起施行。',
    )
    expect([n.title?.text, n.documentType?.text]).toEqual(['示例省餐厨垃圾管理办法', '办法'])
  })

  test('an account calls out, and its readers are addressed', () => {
    const n = parseNotice(
      '报名啦！示例市少年宫暑期课程来了\n原创 示例少年宫 示例少年宫 2024-06-20 10:00 浙江\n家长朋友们：\n暑期课程将于7月8日开课，现将报名事宜通知如下：\n1.报名时间：6月25日9:00起。\n示例市少年宫\n2024年6月20日\n',
    )
    expect(n.title?.text).toBe('报名啦！示例市少年宫暑期课程来了')
    expect(n.addressees.map((a) => a.text)).toEqual(['家长朋友们'])
    expect(n.issuingBodies.map((b) => b.text)).toEqual(['示例市少年宫'])
  })

  test('in one line a heading stands a space before its text', () => {
    const n = parseNotice(
      '示例市第三中学招聘编外教师公告 发布时间：2024-06-03 09:12 因工作需要，示例市第三中学公开招聘编外教师3名，现将有关事项公告如下： 一、招聘岗位 语文教师1名，数学教师2名。 二、报名方式 将报名表发送至示例邮箱，邮件主题请注明姓名。 三、报名要求 请如实填写，弄虚作假的取消资格。 示例市第三中学 2024年6月3日',
    )
    expect(n.outline.map((s: Section) => s.heading)).toEqual(['招聘岗位', '报名方式', '报名要求'])
  })
})
