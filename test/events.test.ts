/** Events, tables, forms and themes in wordings and layouts that the corpus does not have. */
import { describe, expect, it } from 'vitest'
import { type Notice, type NoticeEvent, parseNotice } from '../src/index.js'
import { badSpans } from './tools/spans.js'

const wrapped = (body: string) =>
  `关于举办示例科技节的通知\n\n各单位：\n\n现将有关事项通知如下。\n\n${body}\n\n请各单位认真组织实施。\n\n青屿市科学技术局\n2024年4月15日\n`
const read = (body: string): Notice => {
  const source = wrapped(body)
  const notice = parseNotice(source)
  const { events, tables, forms, themes } = notice
  expect(badSpans({ events, tables, forms, themes }, source)).toEqual([])
  return notice
}
const brief = (e: NoticeEvent) =>
  [e.start, e.title?.text, e.venue?.text, e.organizers.map((o) => o.text).join('、')].map((v) => v || '-').join(' | ')
const grid = (notice: Notice, i = 0) => notice.tables[i]!.rows.map((r) => r.cells.map((c) => c?.text ?? null))

describe('events in sentences and labels', () => {
  it.each([
    ['启动仪式定于5月22日上午9:30在市科技馆一楼大厅举行。', '2024-05-22T09:30 | 启动仪式 | 市科技馆一楼大厅 | -'],
    [
      '经研究，我局定于2024年6月3日至5日在青屿饭店举办第二期科普讲解员培训班。',
      '2024-06-03 | 第二期科普讲解员培训班 | 青屿饭店 | -',
    ],
    [
      '兹定于4月28日（星期日）下午3时在市政府1号楼会议室召开全市防汛工作会议。',
      '2024-04-28T15:00 | 全市防汛工作会议 | 市政府1号楼会议室 | -',
    ],
    [
      '开标时间：2024年5月20日14时30分；开标地点：市公共资源交易中心二楼开标一室。',
      '2024-05-20T14:30 | 开标 | 市公共资源交易中心二楼开标一室 | -',
    ],
    ['演练时间定为5月12日15时28分。', '2024-05-12T15:28 | 演练 | - | -'],
    ['面试将于5月11日8:00开始，地点为市第一中学。', '2024-05-11T08:00 | 面试 | 市第一中学 | -'],
    ['大赛决赛拟于7月中旬在海岛中学进行。', '2024-07-11 | 大赛决赛 | 海岛中学 | -'],
    ['5月18日，市图书馆将举办“海洋绘本日”亲子活动。', '2024-05-18 | “海洋绘本日”亲子活动 | - | -'],
    ['考试时间为2024年6月15日上午9:00—11:00，考点设在青屿职业学院。', '2024-06-15T09:00 | 考试 | 青屿职业学院 | -'],
    ['5月6日至10日为集中宣传周，各地要广泛开展宣传咨询。', '2024-05-06 | 集中宣传周 | - | -'],
    [
      '（一）开幕式。5月20日在青屿大剧院举行，由市科技局主办、青屿大学承办。',
      '2024-05-20 | 开幕式 | 青屿大剧院 | 市科技局、青屿大学',
    ],
    ['定于5月20日至26日在全市范围内开展系列宣传。', '2024-05-20 | 系列宣传 | - | -'],
    [
      '活动时间：5月1日—5日\n活动地点：渔人码头广场\n主办单位：市文化旅游局\n承办单位：望渚区政府、市海岛渔业协会',
      '2024-05-01 | 示例科技节 | 渔人码头广场 | 市文化旅游局、望渚区政府、市海岛渔业协会',
    ],
    ['一、培训时间\n\n城西片区：市二中报告厅，5月20日上午9:00。', '2024-05-20T09:00 | 城西片区 | 市二中报告厅 | -'],
    [
      '一、时间\n5月20日上午9:00\n二、地点\n海棠会议中心\n三、参加人员\n各单位负责人',
      '2024-05-20T09:00 | 示例科技节 | 海棠会议中心 | -',
    ],
  ])('%s', (body, expected) => {
    expect(read(body).events.map(brief)).toEqual([expected])
  })

  it.each([
    ['第一期：5月14日报到，15-17日上课（海棠饭店）。', ['2024-05-14 2024-05-14', '2024-05-15 2024-05-17']],
    ['学员5月6日报到，7日至9日上课，10日返程。', ['2024-05-07 2024-05-09']],
    ['因检修，5月17日和18日两天停水。', ['2024-05-17 2024-05-18']],
    ['因检修，5月17日和19日两天停水。', ['2024-05-17 2024-05-17', '2024-05-19 2024-05-19']],
    // Starts, draws, bans and closures
    ['赛事定于5月19日7时30分在市民广场鸣枪起跑。', ['2024-05-19T07:30 2024-05-19T07:30']],
    ['5月20日9时，在市体育馆鸣锣开赛。', ['2024-05-20T09:00 2024-05-20T09:00']],
    ['摇号仪式定于5月20日9时在三楼会议室摇号。', ['2024-05-20T09:00 2024-05-20T09:00']],
    ['5月18日20时至19日11时，滨江大道禁止停放一切车辆。', ['2024-05-18T20:00 2024-05-19T11:00']],
    ['自5月20日至6月30日，海棠路实行单向通行。', ['2024-05-20 2024-06-30']],
    ['限行时间：5月20日7时至22时', ['2024-05-20T07:00 2024-05-20T22:00']],
    [
      '二、分时分段禁止通行\n\n1.市府路：5月19日4:00—9:00；\n\n2.滨江大道（市府路至海棠路）：5月19日6:00—9:30。',
      ['2024-05-19T04:00 2024-05-19T09:00', '2024-05-19T06:00 2024-05-19T09:30'],
    ],
    // Several parts under one heading, the place before or behind the day
    [
      '一、考试地点和时间：\n\n城东点：育才校区，2024年5月4日全天。\n\n城西点：海棠校区，2024年5月5日上午9:00。',
      ['2024-05-04 2024-05-04', '2024-05-05T09:00 2024-05-05T09:00'],
    ],
    [
      '一、考试时间\n\n（一）城东点：5月4日上午9:00，育才校区。\n\n（二）城西点：5月5日上午9:00，海棠校区。',
      ['2024-05-04T09:00 2024-05-04T09:00', '2024-05-05T09:00 2024-05-05T09:00'],
    ],
    // Tables: several days with their hours beside them, the day under a column of its own kind
    [
      '乡镇\t接种点\t值守日期\t时间\n城关镇\t城关卫生院\t5月13日—17日\t8:00—11:30\n海棠镇\t海棠卫生院\t5月20日\t8:30—11:30',
      ['2024-05-13 2024-05-17', '2024-05-20T08:30 2024-05-20T11:30'],
    ],
    [
      '顺序号\t选房日期\t上午（8:45签到）\t下午（13:45签到）\n1—80号\t5月23日\t1—40号\t41—80号\n81—160号\t5月24日\t81—120号\t121—160号',
      ['2024-05-23 2024-05-23', '2024-05-24 2024-05-24'],
    ],
    ['产品\t生产日期\t抽样日期\n酱油\t2024年5月13日\t2024年5月20日\n白醋\t2024年5月14日\t2024年5月21日', []],
    // No event: every year, from a day on
    ['每年5月1日至8月31日禁止捕捞。', []],
    ['自2024年6月1日起禁止在城区燃放烟花爆竹。', []],
    ['开标时间及地点：\n1、2024年6月23日09时30分\n2、市公共资源交易中心', ['2024-06-23T09:30 2024-06-23T09:30']],
    ['我中心将在5月陆续对申报人的资格进行初审。', []],
  ])('the days of %s', (body, expected) => {
    expect(read(body).events.map((e) => `${e.start} ${e.end}`)).toEqual(expected)
  })

  it('the rounds of a contest and the first of several sessions', () => {
    expect(read('比赛时间：预赛5月11日，决赛5月18日。').events.map(({ start }) => start)).toEqual([
      '2024-05-11',
      '2024-05-18',
    ])
    expect(read('首场宣讲：5月10日14:00，图书馆；第二场：5月12日14:00，体育馆。').events.map(brief)).toEqual([
      '2024-05-10T14:00 | 首场宣讲 | 图书馆 | -',
      '2024-05-12T14:00 | 第二场 | 体育馆 | -',
    ])
  })

  it('several sessions in one sentence', () => {
    const { events } = read('培训分两期进行，第一期：5月7日—9日，第二期：5月14日—16日，地点均在市委党校。')
    expect(events.map(brief)).toEqual(['2024-05-07 | 第一期 | 市委党校 | -', '2024-05-14 | 第二期 | 市委党校 | -'])
  })

  it.each([
    '2023年5月22日，我市召开了首届科技节总结会。',
    '请于5月10日前将报名表报送市科技局。',
    '去年10月在青屿大剧院举办的开幕式吸引了众多市民。',
    '本办法自2024年6月1日起施行。',
    '报名时间：5月6日至10日。',
    '公示期为5月6日至12日。',
    '5月6日至10日到市科技局领取材料。',
  ])('none: %s', (body) => {
    expect(read(body).events).toEqual([])
  })

  it('days that head a programme give its times their day', () => {
    const notice = read(
      '会议日程如下：\n\n5月22日（星期三）\n上午\n8:30—9:00　签到\n9:00—11:30　开幕式（科技馆报告厅）\n下午\n2:30—5:00　分组讨论　二楼会议室\n\n5月23日\n9:00　实地考察',
    )
    expect(notice.events.map((e) => `${brief(e)} | ${e.end}`)).toEqual([
      '2024-05-22T08:30 | 签到 | - | - | 2024-05-22T09:00',
      '2024-05-22T09:00 | 开幕式 | 科技馆报告厅 | - | 2024-05-22T11:30',
      '2024-05-22T14:30 | 分组讨论 | 二楼会议室 | - | 2024-05-22T17:00',
      '2024-05-23T09:00 | 实地考察 | - | - | 2024-05-23T09:00',
    ])
    expect(notice.dates.filter((d) => d.role === 'event').map((d) => d.start)).toEqual(['2024-05-22', '2024-05-23'])
  })
})

describe('tables', () => {
  const rows = [
    ['日期', '时间', '活动名称', '地点', '承办单位'],
    ['5月22日', '9:00—9:30', '开幕式', '科技馆', '市科技局'],
    ['', '14:00—16:00', '科普讲座', '图书馆', ''],
    ['5月23日', '9:00—11:00', '成果展示', '青少年宫', '市科协'],
  ]
  const forms: [string, string][] = [
    ['tabs', rows.map((r) => r.join('\t')).join('\n')],
    ['Markdown', [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)].map((r) => `| ${r.join(' | ')} |`).join('\n')],
  ]
  it.each(forms)('of %s: cells, empty ones too, and an event a row', (_, body) => {
    const notice = read(body)
    expect(notice.tables[0]!.header!.map((c) => c?.text)).toEqual(rows[0])
    expect(grid(notice)).toEqual(rows.slice(1).map((r) => r.map((c) => c || null)))
    expect(notice.events.map(brief)).toEqual([
      '2024-05-22T09:00 | 开幕式 | 科技馆 | 市科技局',
      '2024-05-22T14:00 | 科普讲座 | 图书馆 | -',
      '2024-05-23T09:00 | 成果展示 | 青少年宫 | 市科协',
    ])
  })

  it('of HTML: a cell merged over two rows stands in the first', () => {
    const html = `<html><body><h1>关于举办示例科技节的通知</h1><p>各单位：</p><p>现将有关事项通知如下。</p><table border="1">
      <tr><td>日期</td><td>时间</td><td>活动名称</td><td>地点</td></tr>
      <tr><td rowspan="2">5月22日</td><td>9:00—9:30</td><td>开幕式</td><td>科技馆</td></tr>
      <tr><td>14:00—16:00</td><td>科普讲座</td><td>图书馆</td></tr></table>
      <p>请认真组织实施。</p><p>青屿市科学技术局</p><p>2024年4月15日</p></body></html>`
    const notice = parseNotice(html)
    expect(grid(notice)).toEqual([
      ['5月22日', '9:00—9:30', '开幕式', '科技馆'],
      [null, '14:00—16:00', '科普讲座', '图书馆'],
    ])
    expect(notice.events.map(brief)).toEqual([
      '2024-05-22T09:00 | 开幕式 | 科技馆 | -',
      '2024-05-22T14:00 | 科普讲座 | 图书馆 | -',
    ])
  })

  it('of spaces, when head and rows are plain', () => {
    const notice = read(
      '场次    日期    地点    主要内容\n第一场    5月8日    青年广场    科普展览\n第二场    5月15日    潮汐社区    义诊咨询',
    )
    expect(grid(notice)).toEqual([
      ['第一场', '5月8日', '青年广场', '科普展览'],
      ['第二场', '5月15日', '潮汐社区', '义诊咨询'],
    ])
  })

  it.each([
    [
      'contacts side by side',
      '联系人：张明    联系人：李青    联系人：王丹\n电话：5550101    电话：5550102    电话：5550103',
    ],
    [
      'contacts between tabs',
      '联系人：张明\t联系人：李青\n电话：5550101\t电话：5550102\n邮箱：a@example.cn\t邮箱：b@example.cn',
    ],
    ['signatures in columns', '青屿市科学技术局\t青屿市教育局\n青屿市财政局\t青屿市农业农村局'],
    [
      'names in columns of spaces',
      '张  明    李  青    王  丹\n赵  海    孙  山    周  林\n吴  月    郑  星    冯  云',
    ],
  ])('none: %s', (_, body) => {
    expect(read(body).tables).toEqual([])
  })
})

describe('forms', () => {
  const annex = (title: string, body: string) =>
    parseNotice(`${wrapped('请于5月10日前报送附件。')}\n附件\n\n${title}\n\n${body}\n`)
  const fields = (notice: Notice) => notice.forms[0]!.fields.map((f) => `${f.label.text}=${f.value?.text ?? ''}`)

  it('a blank grid gives labels and neither contacts nor deadlines', () => {
    const notice = annex(
      '示例科技节报名表',
      '单位名称\t\t\t\n姓    名\t\t联系电话\t\n电子邮箱\t\t是否住宿\t□是  □否\n截止日期\t年  月  日\t\t\n单位意见\t（盖章）    年   月   日\t\t',
    )
    expect(fields(notice)).toEqual([
      '单位名称=',
      '姓名=',
      '联系电话=',
      '电子邮箱=',
      '是否住宿=',
      '截止日期=',
      '单位意见=',
    ])
    expect(notice.forms[0]).toMatchObject({ blank: true, title: { text: '示例科技节报名表' } })
    expect([notice.contacts, notice.tables, notice.events]).toEqual([[], [], []])
    expect(notice.deadlines.map((d) => d.due)).toEqual(['2024-05-10'])
  })

  it('a filled grid gives values, which are no contacts of the notice', () => {
    const notice = annex(
      '示例之星推荐表',
      '姓名\t顾清和\t性别\t女\n工作单位\t青屿市示例中心\t手机号码\t19900003127\n推荐单位意见\t同意推荐。\t\t',
    )
    expect(fields(notice)).toEqual([
      '姓名=顾清和',
      '性别=女',
      '工作单位=青屿市示例中心',
      '手机号码=19900003127',
      '推荐单位意见=同意推荐。',
    ])
    expect(notice.forms[0]!.blank).toBe(false)
    expect(notice.contacts).toEqual([])
  })

  it('lines with colons and drawn blanks', () => {
    const notice = annex(
      '参会回执',
      '单位（盖章）：              填表人：\n姓名：____________  职务：____________  手机：____________\n开票单位____________  税号____________\n备注：请于5月10日前反馈。',
    )
    expect(fields(notice)).toEqual(['单位（盖章）=', '填表人=', '姓名=', '职务=', '手机=', '开票单位=', '税号='])
    expect(notice.contacts).toEqual([])
  })

  it('a head with nothing below it', () => {
    const notice = annex('参训人员汇总表', '序号\t姓名\t单位\t手机号码\n1\t\t\t\n2\t\t\t')
    expect(fields(notice)).toEqual(['序号=', '姓名=', '单位=', '手机号码='])
    expect(notice.tables).toEqual([])
  })

  it('a table under a form-like title is a table once its rows are filled', () => {
    const notice = annex('参训人员汇总表', '序号\t姓名\t单位\n1\t张明\t示例中学\n2\t李青\t示例小学')
    expect(notice.forms).toEqual([])
    expect(grid(notice)).toEqual([
      ['1', '张明', '示例中学'],
      ['2', '李青', '示例小学'],
    ])
  })
})

describe('slogans', () => {
  it.each([
    ['大会主题为“数智同行 共创未来”。', '数智同行共创未来'],
    ['以“守护碧海蓝天”为主题的摄影展定于5月开幕。', '守护碧海蓝天'],
    ['今年宣传周的主题是：节水优先，从我做起。', '节水优先，从我做起'],
    ['二、活动主题\n童心绘山海', '童心绘山海'],
    ['请各地围绕“乡村好物出山来”这一主题组织展销。', '乡村好物出山来'],
    ['各单位要紧扣“人人讲安全、个个会应急”主题，开展宣传咨询。', '人人讲安全、个个会应急'],
    ['宣传口号：“少一个烟头，多一片绿荫”。', '少一个烟头，多一片绿荫'],
    ['活动口号为：文明出行，平安回家。', '文明出行，平安回家'],
    ['三、宣传口号\n守好一江清水', '守好一江清水'],
    ['2025年度主题“智汇海湾”已经发布，各地可据此制作海报。', '智汇海湾'],
    ['今年5月是第三个节水宣传月（主题：“滴水成河”），请广泛动员。', '滴水成河'],
    ['系列活动主题统一为“书香润童年”。', '书香润童年'],
    ['活动主题为“山海有约”，口号为“来了就是一家人”。', '山海有约|来了就是一家人'],
    ['以“劳动最光荣”“技能报国”为主题开展宣讲。', '劳动最光荣|技能报国'],
    ['一、活动名称及主题\n主题：匠心筑梦·技行天下。', '匠心筑梦·技行天下'],
  ])('%s', (body, expected) => {
    expect(
      read(body)
        .themes.map((t) => t.text)
        .join('|'),
    ).toBe(expected)
  })

  it.each([
    '邮件主题为“姓名+单位+报名”。',
    '投稿邮件以“单位+作品名”为主题发送至邮箱。',
    '主题教育开展以来，各单位扎实推进。',
    '会议主题另行通知。',
    '作品要求主题突出、内容健康。',
    '论文主题：见附件1',
    '论文主题为上述方向之一。',
    '主题公园周边禁止停车。',
    '标题和主题为必填项。',
    '口号要简洁、响亮、易记。',
    '征集口号：每条不超过20字。',
  ])('none: %s', (body) => {
    expect(read(body).themes).toEqual([])
  })
})

describe('keywords', () => {
  const source = wrapped('科普讲解培训面向科普讲解员，科普讲解培训不收费。')

  it('come by the weights of the segmenter, without official phrases', () => {
    const segmenter = { words: () => [], keywords: () => ['通知', '科普', '讲解', '不在文中', 'x'] }
    const { themes } = parseNotice(source, { keywords: true, segmenter })
    expect(themes.map((t) => `${t.kind} ${t.text}`)).toEqual(['keyword 科普', 'keyword 讲解'])
  })

  it('are left out with a diagnostic when the segmenter fails', () => {
    const segmenter = {
      words: (): string[] => {
        throw new Error('not installed')
      },
    }
    const notice = parseNotice(source, { keywords: true, segmenter })
    expect(notice.themes).toEqual([])
    expect(notice.title?.text).toBe('关于举办示例科技节的通知')
    expect(notice.diagnostics.map((d) => d.ruleId)).toContain('themes/segmenter-failed')
  })
})
