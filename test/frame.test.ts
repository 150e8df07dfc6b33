/** The frame of a notice (标题, 发文字号, 发文机关, 成文日期, 密级) in the layouts that notices set it in. */
import { describe, expect, test } from 'vitest'
import { parseNotice } from '../src/index.js'
import type { DateRole, Notice } from '../src/types.js'

const BODY = '    为做好示例工作,现将有关事项通知如下。\n    一、工作要求\n    请各单位认真落实。\n'
const bodies = (n: Notice) => n.issuingBodies.map((b) => `${b.text}/${b.from}`)
const day = (n: Notice, role: DateRole) => n.dates.find((d) => d.role === role)?.start ?? null

describe('titles', () => {
  test('issuers on lines of their own above the matter all belong to it', () => {
    const n = parseNotice(
      `中共示例县委\n\n示例县人民政府\n\n关于表扬示例工作的决定\n\n示发〔2024〕5号\n\n各乡镇:\n${BODY}`,
    )
    expect(n.title?.text).toBe('中共示例县委示例县人民政府关于表扬示例工作的决定')
    expect(bodies(n)).toEqual(['中共示例县委/title', '示例县人民政府/title'])
  })

  test('issuers that hand on what stands on the next line', () => {
    const n = parseNotice(
      `示例市教育局 示例市财政局转发\n示例省教育厅等两部门关于做好资助工作的通知\n\n各学校:\n${BODY}`,
    )
    expect(n.title?.text).toBe('示例市教育局 示例市财政局转发示例省教育厅等两部门关于做好资助工作的通知')
  })

  test('an issuer right above a matter without 关于', () => {
    const n = parseNotice(`示例能源有限公司\n2025届毕业生招聘公告\n\n    因工作需要,现公告如下。\n\n    2024年9月3日`)
    expect(n.title?.text).toBe('示例能源有限公司2025届毕业生招聘公告')
    expect(bodies(n)).toEqual(['示例能源有限公司/title'])
  })

  test('a letterhead apart from the title is no part of it', () => {
    const n = parseNotice(`示例能源有限公司\n\n2025届毕业生招聘公告\n\n    因工作需要,现公告如下。\n\n    2024年9月3日`)
    expect(n.title?.text).toBe('2025届毕业生招聘公告')
  })

  test('a letter to parents closes the title of a notice', () => {
    const n = parseNotice(`示例小学2024年暑假放假通知及致家长的一封信\n\n尊敬的家长:\n${BODY}`)
    expect(n.documentType).toMatchObject({ text: '通知', kind: 'notice' })
  })

  test('the number of an announcement may head its title', () => {
    const n = parseNotice(
      `示例海关公告2024年第3号(关于调整示例口岸(二期)通关时间的公告)\n\n    现公告如下:\n    一、时间\n    每日8时。\n\n示例海关\n2024年5月6日`,
    )
    expect(n.documentNumber).toMatchObject({ text: '示例海关公告2024年第3号', kind: 'announcement' })
    expect(n.documentType?.text).toBe('公告')
    expect(n.citations).toEqual([])
  })
})

describe('numbers, dates and markings of the head', () => {
  test('an announcement of a congress counts within its session', () => {
    const n = parseNotice(
      `示例县人民代表大会常务委员会公告\n\n〔十六届〕第4号\n\n    《示例决定》已于2024年5月6日通过,现予公布。\n\n示例县人民代表大会常务委员会\n2024年5月6日`,
    )
    expect(n.documentNumber).toMatchObject({ text: '〔十六届〕第4号', sequence: 4, year: null })
  })

  test('a series in brackets', () => {
    const n = parseNotice(
      '示例省人民代表大会常务委员会公告\n\n(第五十三号)\n\n    《示例条例》已于2024年5月30日通过,现予公布。\n\n示例省人民代表大会常务委员会\n2024年5月30日',
    )
    expect(n.documentNumber).toMatchObject({ sequence: 53, year: null })
  })

  test('a number in brackets before the day of publication', () => {
    const n = parseNotice(
      `示例市土地挂牌出让公告\n(示资告字〔2024〕3号)  发布时间:2024/6/20  阅读:7\n\n    经批准,现公告如下。\n\n示例市自然资源局\n2024年6月19日`,
    )
    expect(n.documentNumber?.text).toBe('示资告字〔2024〕3号')
    expect(day(n, 'published')).toBe('2024-06-20')
  })

  test('a telegram is signed with the hour', () => {
    const n = parseNotice(
      `示例省防汛抗旱指挥部\n电    报\n\n等级:特提·明电     示汛明电〔2024〕9号\n\n关于加强值守的通知\n\n各市防汛抗旱指挥部:\n${BODY}\n    示例省防汛抗旱指挥部\n    2024年7月3日18时`,
    )
    expect(bodies(n)).toEqual(['示例省防汛抗旱指挥部/signature'])
    expect(day(n, 'signed')).toMatch(/^2024-07-03/)
  })

  test('secrecy may end with an event', () => {
    const n = parseNotice(`绝密★启用前\n\n示例市教育局关于示例考试的通知\n\n各学校:\n${BODY}`)
    expect(n.classification).toMatchObject({ text: '绝密★启用前', level: '绝密', period: '启用前' })
  })

  test('the public is addressed in a text that lost its line breaks', () => {
    const n = parseNotice(
      '示例公交有限公司关于调整线路的公告  广大市民、乘客:  为方便出行,经批准,调整线路如下。  一、新辟线路  8路:东站至西站。  二、撤销线路  9路停止运营。  特此公告。  示例公交有限公司  2024年6月1日'
        .replace(/ {2}/g, '　　')
        .padEnd(260, ' '),
    )
    expect(n.addressees.map((a) => a.text)).toEqual(['广大市民、乘客'])
  })
})

describe('number, issuer and day side by side below the title', () => {
  const head = '关于举办示例大赛的通知\n\n示教函〔2024〕3号　　示例省教育厅　　2024-05-06\n\n各高校:\n'

  test('stand in for a signature', () => {
    const n = parseNotice(`${head}${BODY}`)
    expect(n.documentNumber?.text).toBe('示教函〔2024〕3号')
    expect(bodies(n)).toEqual(['示例省教育厅/signature'])
    expect(day(n, 'signed')).toBe('2024-05-06')
    expect(n.citations).toEqual([])
  })

  test('name the first body alone where the title names all', () => {
    const n = parseNotice(
      `示例县教育局\n示例县财政局\n关于举办示例大赛的通知\n\n示教函〔2024〕3号 | 示例县教育局 | 2024-05-06\n\n各学校:\n${BODY}`,
    )
    expect(bodies(n)).toEqual(['示例县教育局/title', '示例县财政局/title'])
  })

  test('are the words of the site where the notice is signed', () => {
    const n = parseNotice(`${head}${BODY}\n示例省教育厅\n2024年5月4日`)
    expect(bodies(n)).toEqual(['示例省教育厅/signature'])
    expect([day(n, 'signed'), day(n, 'published')]).toEqual(['2024-05-04', '2024-05-06'])
  })
})

describe('entries of a library of laws', () => {
  const entries =
    '【发布单位】示例海关　【发布文号】示关〔2024〕3号\n【发布日期】2024-05-07　【实施日期】2024-06-01　【效    力】有效'
  const n = parseNotice(`关于调整示例口岸通关时间的公告\n\n${entries}\n\n    为便利通关,现公告如下。\n    特此公告。`)

  test('several on one line stand in for what the text does not print', () => {
    expect(n.documentNumber?.text).toBe('示关〔2024〕3号')
    expect(bodies(n)).toEqual(['示例海关/metadata'])
    expect([day(n, 'published'), day(n, 'effective')]).toEqual(['2024-05-07', '2024-06-01'])
  })

  test('a number without its issuer is that of the title', () => {
    const own = parseNotice(
      '示例海关公告2024年第3号(关于示例的公告)\n【发文机关】示例海关　【文  号】公告〔2024〕3号\n\n    现公告如下:\n    特此公告。\n\n示例海关\n2024年5月6日',
    )
    expect(own.documentNumber?.text).toBe('示例海关公告2024年第3号')
    expect(own.diagnostics.filter((d) => d.ruleId.endsWith('metadata-differs'))).toEqual([])
  })
})

describe('days that are not those of the document', () => {
  const effective = (words: string) =>
    day(
      parseNotice(`示例局关于示例的通告\n\n    为保障出行,现通告如下。\n    ${words}\n\n示例局\n2024年5月6日`),
      'effective',
    )

  test('one measure among several, a work that is carried out', () => {
    expect(effective('一、延长8路、9路末班时间,其中9路自5月20日起执行。')).toBeNull()
    expect(effective('对违停车辆于5月15日20时起实施清拖。')).toBeNull()
    expect(effective('本通告自5月20日起实施。')).toBe('2024-05-20')
  })

  test('what closes on a day does not end the notice', () => {
    const n = parseNotice(
      '示例局关于示例的公告\n\n    为便利办事,现公告如下。\n    一、旧卡继续有效,至2024年12月31日止停用读卡机。\n\n示例局\n2024年5月6日',
    )
    expect(day(n, 'expires')).toBeNull()
  })
})

describe('headings', () => {
  const headings = (text: string) => {
    const out: string[] = []
    const walk = (sections: Notice['outline']) => {
      for (const s of sections) {
        out.push(s.number + s.heading)
        walk(s.children)
      }
    }
    walk(parseNotice(`示例局关于示例的通知\n\n各单位:\n    现通知如下。\n${text}\n\n示例局\n2024年5月6日`).outline)
    return out
  }

  test('numerals that count something are no number of a heading', () => {
    expect(headings('一、放假时间\n三、四年级:7月1日至8月31日;五年级:7月3日起。\n二、开学时间\n9月1日。')).toEqual([
      '一、放假时间',
      '二、开学时间',
    ])
  })

  test('a part run on with the label above it', () => {
    expect(headings('一、组织实施:(一)动员。各县开会动员。\n(二)登记。各县完成登记。\n二、经费:由市级承担。')).toEqual([
      '一、组织实施',
      '（一）动员',
      '（二）登记',
      '二、经费',
    ])
  })

  test('a label keeps its heading however long its text', () => {
    const text = '有意者请与本局联系,统一安排看样,逾期不再安排,费用由看样者自行承担,'.repeat(3)
    expect(headings(`一、看样、咨询的时间:${text}请予配合。\n二、地点:示例路1号。`)).toEqual([
      '一、看样、咨询的时间',
      '二、地点',
    ])
  })

  test('sentences and lists are none', () => {
    expect(
      headings(
        '一、补偿方案见附件。方案已征求意见。\n二、2024年5月1日至31日为受理期。各窗口受理。\n三、附件\n1.申请表  2.第3包报价单',
      ),
    ).toEqual(['三、附件'])
  })

  test('labels beside an item of a list are items', () => {
    expect(headings('一、时间\n(一)赛前:4月5日22时起;\n(二)赛中:4月6日5时至14时。\n二、路段\n见图。')).toEqual([
      '一、时间',
      '二、路段',
    ])
  })

  test('1. marked as a heading ends the head', () => {
    const n = parseNotice(
      '# 示例工程招标公告\n\n**编号:SL-1**\n\n## 1. 招标条件\n\n本工程已批准,现公开招标。\n\n## 2. 范围\n\n示例路。\n',
      {
        carrier: 'markdown',
      },
    )
    expect(n.outline.map((s) => s.number + s.heading)).toEqual(['1.招标条件', '2.范围'])
  })
})

test('books that are recommended and papers that are written are no documents, all that are listed', () => {
  const n = parseNotice(
    '示例局关于示例的通知\n\n各单位:\n    根据《示例条例》和《示例办法》,现通知如下。\n    一、推荐书目中《甲游记》《乙拾遗》不少于2本。\n    二、考试科目:《丙测验》和《丁能力》。\n\n示例局\n2024年5月6日',
  )
  expect(n.citations.map((c) => c.title?.text)).toEqual(['示例条例', '示例办法'])
})

describe('articles of social media', () => {
  const article = `<html><head><meta property="og:title" content="x"></head><body><div id="page-content"><h1 class="rich_media_title">征集令 | 示例公园讲解员，期待加入！</h1>
<div class="rich_media_meta_list"><span>示例青年</span> <em>2024-05-06 08:00</em></div>
<div id="js_content" class="rich_media_content"><section><p>为进一步做好公园讲解，示例县团委面向社会招募讲解员。</p></section>
<section><h2>▍ 条件</h2><p>绘画、摄影特长者优先，须服从安排。</p></section>
<section><p>共青团示例县委员会</p><p>示例县公园管理处</p><p>2024年5月5日</p></section></div></div></body></html>`

  test('are read, with the headline as title and the day in the line below it', () => {
    const n = parseNotice(article)
    expect(n.title?.text).toBe('征集令 | 示例公园讲解员，期待加入！')
    expect(n.documentType).toBeNull()
    expect(bodies(n)).toEqual(['共青团示例县委员会/signature', '示例县公园管理处/signature'])
    expect([day(n, 'signed'), day(n, 'published')]).toEqual(['2024-05-05', '2024-05-06'])
  })

  test('as plain text too', () => {
    const n = parseNotice(
      '征集令 | 示例公园讲解员,期待加入!\n\n为进一步做好公园讲解,示例县团委面向社会招募讲解员。\n\n共青团示例县委员会\n2024年5月5日',
    )
    expect(n.title?.text).toBe('征集令 | 示例公园讲解员，期待加入！')
  })

  test.each([
    [
      '# 【提醒】示例市医保集中缴费开始啦！这些事项要知道\n\n原创 示例医保 *示例医保* 2024年09月02日 09:30 湖北\n\n*点击上方蓝字，关注我们*\n',
      '【提醒】示例市医保集中缴费开始啦！这些事项要知道',
      '2024-09-02T09:30',
    ],
    [
      '示例市民卡升级啦！这些变化要知道\n示例发布 2024-05-06 18:05 发表于山东\n戳上方卡片 关注示例发布\n',
      '示例市民卡升级啦！这些变化要知道',
      '2024-05-06T18:05',
    ],
    [
      '【紧急扩散】示例路今晚封闭施工\n原创 小示例 示例交警 2024年5月6日 07:15\n',
      '【紧急扩散】示例路今晚封闭施工',
      '2024-05-06T07:15',
    ],
  ])('copied with what the account prints around it: %j', (head, title, published) => {
    const n = parseNotice(
      `${head}\n为方便群众办事，优化营商环境，经市人民政府同意，结合我市实际，现将今年下半年的有关事项通告如下：\n\n一、办理时间\n\n即日起办理。\n\n示例市示例局\n2024年5月5日\n\n往期推荐\n关于另一件事的通知\n\n阅读 3.1万　赞 206　在看 88\n`,
    )
    expect(n.title?.text).toBe(title)
    expect(day(n, 'published')).toBe(published)
    expect(bodies(n)).toEqual(['示例市示例局/signature'])
    expect(n.outline.map((s) => s.heading)).toEqual(['办理时间'])
  })

  test('the day above a text that prints a title of its own', () => {
    const n = parseNotice(
      article
        .replace('<span>示例青年</span> <em>2024-05-06 08:00</em>', '<em>2024-05-06 08:00</em> <em>发表于示例</em>')
        .replace('<section><p>为', '<section><p><strong>关于招募讲解员的公告</strong></p></section><section><p>为'),
    )
    expect(n.title?.text).toBe('关于招募讲解员的公告')
    expect(day(n, 'published')).toBe('2024-05-06')
  })

  test('the day among the buttons for sharing', () => {
    const n = parseNotice(
      '<html><body><div class="tit">示例医院2024年招聘公告</div><div class="share">分享到： <a>微信</a>　【打印】　2024-05-06 16:20　来源：人事科　点击：28</div><div class="nr"><p>　　按照计划，现将招聘事项公告如下：</p><p>　　一、岗位</p><p>　　护士2名，医师3名，具体条件见岗位表，应聘者须服从安排。</p><p>示例医院</p><p>2024年5月5日</p></div></body></html>',
    )
    expect(day(n, 'published')).toBe('2024-05-06')
  })
})

describe('notices without a 文种', () => {
  test('a tender, a sale, a recruitment are known by their headings and labels', () => {
    const tender = parseNotice(
      '示例县人民法院电梯维保服务招标\n一、采购项目名称:电梯维保\n二、采购项目编号:SL-01\n三、获取招标文件\n1、时间:2024年5月6日至5月10日\n四、联系方式\n采购人:示例县人民法院\n联系人:张示例\n电话:0100-5550123\n',
    )
    expect(tender.title?.text).toBe('示例县人民法院电梯维保服务招标')
    expect(tender.documentType).toBeNull()
    expect(bodies(tender)).toEqual(['示例县人民法院/body'])
    expect(tender.contacts[0]?.phones[0]?.number).toBe('0100-5550123')
    const hospital = parseNotice(
      '示例县中医院2024年招聘编外护士\n一、招聘岗位\n护士20名。\n二、应聘条件\n具有执业证书。\n三、报名方式\n请于2024年6月20日前将材料送至人事科。\n四、联系方式\n0100-5550166\n',
    )
    expect(hospital.title?.text).toBe('示例县中医院2024年招聘编外护士')
    expect(hospital.deadlines.map((d) => d.due)).toEqual(['2024-06-20'])
    const rent = parseNotice(
      '示例镇闲置门面公开招租\n一、标的基本情况:一楼门面。\n二、竞租人条件:自然人、法人。\n三、报名时间:2024年5月6日至5月10日\n四、保证金:5000元\n',
    )
    expect(rent.title?.text).toBe('示例镇闲置门面公开招租')
  })

  test('what only speaks of such things is none', () => {
    for (const text of [
      '招标公告\n中标公告\n示例项目招标\n另一项目采购',
      '今天去超市采购\n买了牛奶。\n项目名称:晚饭',
      '房屋租赁合同\n甲方:张示例\n一、房屋位于示例路1号。\n二、联系方式:0100-5550123',
    ])
      expect(parseNotice(text).diagnostics.map((d) => d.ruleId)).toContain('notice/not-recognized')
  })

  test('the page of a purchase: the heading, not the row, and whose purchase it is', () => {
    const n = parseNotice(
      '<html><body><h2>示例市第一医院采购意向公告-示例分析仪 详细情况</h2><div>2024年03月10日 23:51 来源:示例采购网</div><table><tr><td>项目所在采购意向:</td><td>示例市第一医院2024年3月采购意向公告</td></tr><tr><td>采购单位:</td><td>示例市第一医院</td></tr><tr><td>采购项目名称:</td><td>示例分析仪</td></tr></table><p>采购意向是初步安排,具体情况以采购公告为准。</p></body></html>',
    )
    expect(n.title?.text).toBe('示例市第一医院采购意向公告-示例分析仪 详细情况')
    expect(n.documentType?.text).toBe('公告')
    expect(bodies(n)).toEqual(['示例市第一医院/body'])
  })
})

describe('bodies of a notice that nobody signs', () => {
  test.each([
    ['示例市示例区人民法院\n公    告\n', '示例市示例区人民法院/masthead'],
    ['示例市自来水有限公司\n停水通知\n', '示例市自来水有限公司/masthead'],
    ['示例县公安局交通警察大队通告\n', '示例县公安局交通警察大队/title'],
  ])('%j', (head, body) => {
    expect(bodies(parseNotice(`${head}为做好示例工作,自2024年5月8日起施工。\n特此公告。\n2024年5月6日\n`))).toEqual([
      body,
    ])
  })
})

describe('telegrams', () => {
  const text = `
发 往 : 见 报 头                 签 批 盖 章    赵 示 例
等 级 : 加 急 · 明 电      示 应 急 电 〔 2 0 2 4 〕 8 号

      示 例 省 应 急 管 理 厅
    关于做好强降雨防范工作的紧急通知

各市应急管理局:
    据预报,7月3日至5日有强降雨。

                 示例省应急管理厅
                 2024年7月2日

示例省应急管理厅办公室     2024年7月2日9时30分印发
共 印 6 0 份
`
  test('a head set letter by letter, and the hour of printing', () => {
    const n = parseNotice(text)
    expect(n.title?.text).toBe('示例省应急管理厅关于做好强降雨防范工作的紧急通知')
    expect([n.documentNumber?.text, n.urgency?.text]).toEqual(['示应急电〔2024〕8号', '加急'])
    expect([day(n, 'printed'), n.printedBy?.text]).toEqual(['2024-07-02T09:30', '示例省应急管理厅办公室'])
    expect([n.documentNumber!.span.start, n.documentNumber!.span.end].map((i) => text[i])).toEqual(['示', '\n'])
  })
})

describe('those addressed', () => {
  const to = (line: string) =>
    parseNotice(`关于做好示例工作的通知\n\n${line}\n\n${BODY}\n示例学院教务处\n2024年5月6日\n`).addressees.map(
      (a) => a.text,
    )
  test.each(['2024级新生', '全体2024届毕业生', '各位申请人', '本科生、研究生', '尊敬的参保人'])('%s', (name) => {
    expect(to(`${name}:`)).toEqual([name])
  })

  test('a sentence that ends in a colon addresses nobody', () => {
    for (const line of [
      '2024年9月示例考试即将于9月21日开始进行,现将注意事项通知如下,敬请各学院老师通知学生:',
      '竞赛定于5月20日举行,请各参赛院校组织学生:',
    ])
      expect(to(line)).toEqual([])
  })
})

describe('items of an annex note without a colon', () => {
  const notice = (rest: string) =>
    parseNotice(`关于做好示例工作的通知\n\n各单位:\n${BODY}\n附件1. 示例申请表\n2. 示例承诺书\n${rest}`)
  test('are a list where the text ends or is signed behind them', () => {
    for (const rest of ['', '3. 示例汇总表\n示例市示例局\n2024年5月6日\n', '抄送:示例局。\n']) {
      const n = notice(rest)
      expect(n.attachments.slice(0, 2).map((a) => [a.number, a.text])).toEqual([
        [1, '示例申请表'],
        [2, '示例承诺书'],
      ])
      expect(n.outline.map((s) => s.heading)).toEqual(['工作要求'])
    }
  })
})

describe('headings and what is none', () => {
  const headings = (text: string, carrier: 'text' | 'html' = 'text') =>
    parseNotice(
      carrier === 'html'
        ? `<h1>关于举办示例培训的通知</h1><p>各单位：</p><p>现将有关事项通知如下。</p>${text}`
        : `关于举办示例培训的通知\n\n各单位:\n\n现将有关事项通知如下。\n\n${text}`,
      { carrier },
    ).outline.map((s) => `${s.number}${s.heading}`)

  test('figures without a mark, where the page says that the line is a heading', () => {
    expect(
      headings(
        '<h3>1 培训时间</h3><p>5月6日至8日。</p><h3>2　费用</h3><p>每人500元。</p><h3>3项目概况</h3><p>另行通知。</p>',
        'html',
      ),
    ).toEqual(['1培训时间', '2费用', '3项目概况'])
  })

  test('an item that lost its stop is none', () => {
    expect(
      headings(
        '一、申请材料\n(一)申请表;\n(二)营业执照;\n(三)委托书\n(四)服务承诺。\n二、报名方式\n(一)现场报名\n到服务窗口报名。\n',
      ),
    ).toEqual(['一、申请材料', '二、报名方式'])
  })

  test('a sentence of quantity or request is none', () => {
    expect(
      headings(
        '一、核定概算总投资3856万元。其余由你市自筹。\n二、建设工期14个月。工程应于11月底前开工。\n三、详细资料请参阅出让文件。文件可到窗口领取。\n四、监督管理。加强检查。\n',
      ),
    ).toEqual(['四、监督管理'])
  })

  test('a label alone, below others of its kind, heads its text though the last one ran on', () => {
    expect(
      headings(
        '1、考试时间:\n5月6日上午进行。\n2、准考证打印:\n请登录平台打印。\n3、获证条件:总分达到60分的考生方可取得证书\n4、关于成绩查询:\n考后可以登录平台查询。\n',
      ).at(-1),
    ).toBe('4、关于成绩查询')
  })
})

describe('who signs', () => {
  const signed = (foot: string) =>
    parseNotice(`关于开展示例评选的通知\n\n各有关单位：\n${BODY}\n${foot}`).issuingBodies.map((b) => b.text)

  test.each(['教务处', '示例市教育局', '示例大赛组委会'])('%s below the day', (name) => {
    expect(signed(`2024年5月6日\n\n${name}\n`)).toEqual([name])
  })

  test.each(['新桥社区', '示例大学物理系', '示例花园物业', '示例学院党总支'])(
    '%s above the day or below it',
    (name) => {
      expect(signed(`${name}\n2024年5月6日\n`)).toEqual([name])
      expect(signed(`2024年5月6日\n${name}\n`)).toEqual([name])
    },
  )

  test('a list of places does not sign', () => {
    expect(signed('示例东社区\n示例西社区\n示例镇\n2024年5月6日\n')).toEqual([])
    expect(signed('2024年5月6日\n    示例社区的居民请注意。\n    示例社区\n')).toEqual([])
  })
})
