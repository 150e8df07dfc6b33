/** Whose a number is: people behind it, beside it, with their rank, and words that are no people. */
import { describe, expect, it, test } from 'vitest'
import { findContacts, parseNotice } from '../src/index.js'
import { plain, type Shown, shown } from './tools/shown.js'

/** A line of its own, and one long enough to be running text. */
const HOURS =
  '受理地点为示例街道青帆路66号二楼综合窗口1—4号窗口。周一至周五9：00—11：30，13：30—16：30。周六上午照常受理。'

const behind: [string, Shown[]][] = [
  ['咨询电话：55501029-8069，闵老师', [{ people: ['闵老师'], phones: ['55501029-8069'] }]],
  ['咨询电话：55501029 闵老师', [{ people: ['闵老师'], phones: ['55501029'] }]],
  [
    '咨询电话：55501029，闵老师；55501031，葛老师。',
    [
      { people: ['闵老师'], phones: ['55501029'] },
      { people: ['葛老师'], phones: ['55501031'] },
    ],
  ],
  [
    '联系电话：0578-5550101 桑女士、0578-5550102 麻先生',
    [
      { people: ['桑女士'], phones: ['0578-5550101'] },
      { people: ['麻先生'], phones: ['0578-5550102'] },
    ],
  ],
  [
    '联系电话：0578-5550101李明、0578-5550102王红霞；监督电话：0578-5550103',
    [
      { people: ['李明'], phones: ['0578-5550101'] },
      { people: ['王红霞'], phones: ['0578-5550102'] },
      { phones: ['0578-5550103'] },
    ],
  ],
  ['咨询电话：5550101、5550102，闵老师、葛老师。', [{ people: ['闵老师', '葛老师'], phones: ['5550101', '5550102'] }]],
  ['咨询电话：0578-5550101，洛老师', [{ people: ['洛老师'], phones: ['0578-5550101'] }]],
  [
    '0578-5550101 李明 先生；0578-5550102 王红 女士；0578-5550103',
    [
      { people: ['李明'], phones: ['0578-5550101'] },
      { people: ['王红'], phones: ['0578-5550102'] },
      { phones: ['0578-5550103'] },
    ],
  ],
]

const before: [string, Shown[]][] = [
  [
    '联系电话：桑女士0578-5550101、麻先生0578-5550102',
    [
      { people: ['桑女士'], phones: ['0578-5550101'] },
      { people: ['麻先生'], phones: ['0578-5550102'] },
    ],
  ],
  [
    '李明 13955500101 王红 13955500102',
    [
      { people: ['李明'], phones: ['13955500101'] },
      { people: ['王红'], phones: ['13955500102'] },
    ],
  ],
  ['带队老师 0578-5550101', [{ phones: ['0578-5550101'] }]],
  ['咨询电话：0578-5550101，谢谢。', [{ phones: ['0578-5550101'] }]],
  ['报名电话：0578-5550101，高新区', [{ phones: ['0578-5550101'] }]],
]

describe('people behind their numbers', () => {
  for (const [text, expected] of behind) {
    it(text, () => expect(shown(text)).toEqual(expected))
    it(`in running text: ${text}`, () => expect(shown(HOURS + text)).toEqual(expected))
  }

  for (const [text, expected] of before) it(`none: ${text}`, () => expect(shown(text)).toEqual(expected))

  it('the longest line of a short notice ends without a stop, and does not go on in the signature', () => {
    const notice = parseNotice(
      '关于做好报名工作的通知\n\n各单位：\n\n现将有关事项通知如下：\n\n一、请于2024年5月20日前报送材料。\n\n联系电话：0578-5550101 桑女士；0578-5550102 麻先生\n\n示例市示例局\n2024年5月6日',
    )
    expect(notice.issuingBodies.map((b) => b.text)).toEqual(['示例市示例局'])
    expect(notice.contacts.map(plain)).toEqual([
      { people: ['桑女士'], phones: ['0578-5550101'] },
      { people: ['麻先生'], phones: ['0578-5550102'] },
    ])
  })
})

describe('office and rank', () => {
  const titles = (text: string) =>
    findContacts(text).flatMap((c) => c.people.map((p) => [p.text, p.name, p.title ?? '']))

  const table: [string, string[][]][] = [
    [
      '联系人：民警闵示、索示例  电话：0578-5550101',
      [
        ['闵示', '闵示', '民警'],
        ['索示例', '索示例', ''],
      ],
    ],
    [
      '联系人：科长闵示 0578-5550101；副主任科员索示例 0578-5550102',
      [
        ['闵示', '闵示', '科长'],
        ['索示例', '索示例', '副主任科员'],
      ],
    ],
    ['监督电话：0578-5550101（党委副书记 闵老师）', [['闵老师', '闵', '党委副书记']]],
    ['监督电话：0578-5550101（党委副书记闵老师）', [['闵老师', '闵', '党委副书记']]],
    [`${HOURS}交警大队民警闵示，电话0578-5550101。`, [['闵示', '闵示', '民警']]],
    ['联系人：科长 闵示 0578-5550101', [['闵示', '闵示', '科长']]],
    ['联系人：市科技局科长闵示 0578-5550101', [['闵示', '闵示', '科长']]],
    ['联系人：闵示科长 0578-5550101', [['闵示', '闵示', '科长']]],
    ['监督电话：0578-5550101（党委副书记）', []],
    ['校长信箱：a@example.com', []],
    ['联系人：主任医师 0578-5550101', []],
  ]
  for (const [text, expected] of table) it(text, () => expect(titles(text)).toEqual(expected))

  it('stands before the number of one and the next of another', () => {
    expect(
      shown('示例海关物流科，关员闵示、索示例，电话0578-5550101；监管科，电话0578-5550102（传真5550109）。'),
    ).toEqual([
      { unit: '示例海关物流科', people: ['闵示', '索示例'], phones: ['0578-5550101'] },
      { unit: '监管科', phones: ['0578-5550102'], faxes: ['0578-5550109'] },
    ])
  })
})

describe('what looks like a person or a telephone and is neither', () => {
  const table: [string, Shown[]][] = [
    ['监督电话：0578-5550101（纪检）、0578-5550102（计财）', [{ phones: ['0578-5550101', '0578-5550102'] }]],
    ['联系人：计财 0578-5550101', [{ people: ['计财'], phones: ['0578-5550101'] }]],
    [
      '联系人：程昊（执法证号43122605）　向丽君（执法证号43122611）\n联系电话：0578-5550101',
      [{ people: ['程昊', '向丽君'], phones: ['0578-5550101'] }],
    ],
    [
      '执法人员：程昊，执法证号：43122605；向丽君，执法证号：43122611；联系电话：0578-5550101',
      [{ people: ['程昊', '向丽君'], phones: ['0578-5550101'] }],
    ],
    [
      '联系人：程昊、向丽君（检察官证号43122605、43122611），电话：5550101',
      [{ people: ['程昊', '向丽君'], phones: ['5550101'] }],
    ],
    ['联系人：程昊（工号1203）　电话：0578-5550101', [{ people: ['程昊'], phones: ['0578-5550101'] }]],
    ['程昊（警号024331）0578-5550101', [{ people: ['程昊'], phones: ['0578-5550101'] }]],
  ]
  for (const [text, expected] of table) it(text, () => expect(shown(text)).toEqual(expected))
})

describe('columns of a table headed by the work of whom their cells name', () => {
  const inNotice = (rows: string[][]) => {
    const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`)
    const table = [head, `|${' --- |'.repeat(rows[0]!.length)}`, ...body].join('\n')
    return parseNotice(
      `# 关于做好服务工作的通知\n\n各单位：\n\n请按时办理。\n\n${table}\n\n示例市示例局\n\n2024年5月6日`,
    ).contacts.map(plain)
  }

  it('are people beside telephones', () => {
    expect(
      inNotice([
        ['专业', '复试秘书', '电话'],
        ['示例化学', '闵老师、洛老师', '0578-5550101、0578-5550102'],
        ['示例物理', '芮 燕', '0578-5550103'],
      ]),
    ).toEqual([
      { people: ['闵老师', '洛老师'], phones: ['0578-5550101', '0578-5550102'] },
      { people: ['芮燕'], phones: ['0578-5550103'] },
    ])
    expect(
      inNotice([
        ['单位', '社区民警', '联系电话'],
        ['东湖小区', '李明（警号024331）', '5550101'],
        ['西湖小区', '待定', '5550102'],
      ]),
    ).toEqual([
      { unit: '东湖小区', people: ['李明'], phones: ['5550101'] },
      { unit: '西湖小区', phones: ['5550102'] },
    ])
  })

  it('are none where another column says 联系人, where their cells hold no names, or the head names who is told of', () => {
    expect(
      inNotice([
        ['检查组', '组长', '联系人', '联系电话'],
        ['第一组', '闵示', '李明', '5550101'],
        ['第二组', '索示例', '王红', '5550102'],
      ]),
    ).toEqual([
      { people: ['李明'], phones: ['5550101'] },
      { people: ['王红'], phones: ['5550102'] },
    ])
    expect(
      inNotice([
        ['专业', '学科组长', '法定代表人', '电话'],
        ['示例化学', '每组1人', '李明', '5550101'],
        ['示例物理', '化学系', '王红', '5550102'],
      ]),
    ).toEqual([{ phones: ['5550101'] }, { phones: ['5550102'] }])
  })
})

describe('numbers behind a label that says little', () => {
  const table: [string, Shown[]][] = [
    // 咨询 without 电话, the number solid behind its unit.
    ['业务咨询：征管科5550101', [{ unit: '征管科', phones: ['5550101'] }]],
    [
      '交通咨询：指挥中心85550122；越北大队85550133，市体育局 石磊 85550135',
      [
        { unit: '指挥中心', phones: ['85550122'] },
        { unit: '越北大队', phones: ['85550133'] },
        { unit: '市体育局', people: ['石磊'], phones: ['85550135'] },
      ],
    ],
    [
      '赛事咨询热线：0578-12345；交通管制咨询：闵警官 13955500101、陈警官，0578-5550101（24小时）。',
      [
        { phones: ['0578-12345'] },
        { unit: '交通管制咨询', people: ['闵警官'], phones: ['13955500101'] },
        { unit: '交通管制咨询', people: ['陈警官'], phones: ['0578-5550101'] },
      ],
    ],
    ['网上咨询：请于5月6日前登录网站', []],
    // 联系 alone, before its bracket.
    ['请与干部科王敏联系（5550101）', [{ unit: '干部科', people: ['王敏'], phones: ['5550101'] }]],
    ['请与王敏（5550101）联系', [{ people: ['王敏'], phones: ['5550101'] }]],
    [
      '未尽事宜请与干部科闵敏、佘巧联系（5550101/5550102，区号0578）。监督电话：0578-5550110（机关党委）。',
      [{ people: ['闵敏', '佘巧'], phones: ['0578-5550101', '0578-5550102'] }, { phones: ['0578-5550110'] }],
    ],
    ['如有疑问，请及时与市财政局预算科联系（0578-5550101）。', [{ unit: '市财政局预算科', phones: ['0578-5550101'] }]],
    ['如有疑问，请与我局联系（0578-5550101）。', [{ phones: ['0578-5550101'] }]],
    ['请与主管部门联系（2024年5月）', []],
    ['联系电话：5550101、5550102，区号：0578', [{ phones: ['0578-5550101', '0578-5550102'] }]],
    // 传真 in brackets between two numbers is the second one's.
    ['电话：0578-5550101（传真）0578-5550109', [{ phones: ['0578-5550101'], faxes: ['0578-5550109'] }]],
    ['联系人：李明 5550101 （传真）5550109', [{ people: ['李明'], phones: ['5550101'], faxes: ['5550109'] }]],
    ['（电话）0578-5550101 （传真）0578-5550109', [{ phones: ['0578-5550101'], faxes: ['0578-5550109'] }]],
    ['0578-5550101（电话） 0578-5550109（传真）', [{ phones: ['0578-5550101'], faxes: ['0578-5550109'] }]],
    ['联系电话：5550109（传真），5550101', [{ phones: ['5550101'], faxes: ['5550109'] }]],
  ]
  for (const [text, expected] of table) {
    it(text, () => expect(shown(text)).toEqual(expected))
    if (text.startsWith('交通') || text.startsWith('未尽') || text.startsWith('电话'))
      it(`in running text: ${text}`, () => expect(shown(HOURS + text)).toEqual(expected))
  }
})

describe('places, letter-spaced labels and brackets that close', () => {
  const table: [string, Shown[]][] = [
    ['如需更改地址，请与本院联系，电话0578-5550101。', [{ phones: ['0578-5550101'] }]],
    ['联系人：曹慧  办公地点：综合楼204室', [{ people: ['曹慧'], address: '综合楼204室' }]],
    ['联系人：曹慧 会议地点：综合楼204室', [{ people: ['曹慧'] }]],
    ['联 系 人；闵女士 电话：0578-5550101', [{ people: ['闵女士'], phones: ['0578-5550101'] }]],
    [
      '采购人：示例学院\t地址：示例路5号\t联 系 人：闵老师\t电 话：0578-5550101',
      [{ unit: '示例学院', people: ['闵老师'], phones: ['0578-5550101'], address: '示例路5号' }],
    ],
    [
      '联系人：索示例（竞赛部），13955500122；医疗救护：示例医院急诊科 5550123',
      [
        { people: ['索示例'], phones: ['13955500122'] },
        { unit: '示例医院急诊科', phones: ['5550123'] },
      ],
    ],
    ['办案民警：闵示（警号033221），值班电话：0578-5550161', [{ people: ['闵示'], phones: ['0578-5550161'] }]],
    [
      '预约电话：5550105（葛护士）、5550106（洛医生）',
      [
        { people: ['葛护士'], phones: ['5550105'] },
        { people: ['洛医生'], phones: ['5550106'] },
      ],
    ],
    ['电子函件：a@example.com', [{ emails: ['a@example.com'] }]],
    [
      '市图书馆（总馆）前台 闵示 0578-5550101',
      [{ unit: '市图书馆（总馆）前台', people: ['闵示'], phones: ['0578-5550101'] }],
    ],
    [
      '第1网格（东片）闵 示 洛 13955500112；第2网格（西片）索示 13955500113',
      [
        { unit: '第1网格（东片）', people: ['闵示洛'], phones: ['13955500112'] },
        { unit: '第2网格（西片）', people: ['索示'], phones: ['13955500113'] },
      ],
    ],
    [
      '报县示例办（联系人：闵示，5550101，传真5550109；晚间值班电话：5550100）；县科技局（联系人：索示，13955500101）',
      [
        { unit: '县示例办', people: ['闵示'], phones: ['5550101'], faxes: ['5550109'] },
        { phones: ['5550100'] },
        { unit: '县科技局', people: ['索示'], phones: ['13955500101'] },
      ],
    ],
  ]
  for (const [text, expected] of table) it(text, () => expect(shown(text)).toEqual(expected))
})

describe('people in lines and sentences of their own', () => {
  const entry = (line: string) => {
    const { contacts } = parseNotice(
      `关于做好示例工作的通知\n\n各有关单位：\n　　现将有关事项通知如下。\n　　${line}\n\n青屿市示例局\n2026年5月6日\n`,
    )
    return contacts.map(({ people, phones }) => [
      people.map(({ name }) => name).join('、'),
      phones.map((p) => p.number).join(),
    ])
  }

  test.each([
    '负责人：张启明\n办公时间：工作日\n联系电话：0578-5550188',
    '承办法官：张启明\n联系电话：0578-5550188',
    '收件人：张启明\n联系电话：0578-5550188',
    '联系人为张启明，联系电话为0578-5550188。',
    '联系人|张启明|电话|0578-5550188',
    '项目联系人：张启明\n项目联系电话：0578-5550188',
    '请将报名表交给张启明，0578-5550188；电子版按要求命名后统一报送，逾期不予受理，请各单位抓紧办理。',
    '因更换配电设备，图书馆、体育馆和三号楼当日停止供电，请有关部门提前做好准备，更换完毕即恢复供电，具体事项可以向后勤处询问。联系人：张启明。电话：0578-5550188。',
  ])('%j', (line) => {
    expect(entry(line)).toEqual([['张启明', '0578-5550188']])
  })
})

describe('whose a number is, over lines and blanks', () => {
  const of = (lines: string[]) =>
    parseNotice(
      `示例市示例局关于开展示例工作的通知\n\n各有关单位：\n\n请认真落实。\n联系方式如下：\n${lines.map((l) => `    ${l}`).join('\n')}\n\n示例市示例局\n2026年5月6日\n`,
    ).contacts.map(plain)

  test.each<[string[], Shown[]]>([
    [['联系人李示明，电话5550101。'], [{ people: ['李示明'], phones: ['5550101'] }]],
    [
      ['会务组：柴  宁（电话/微信：13955500101）', '滕示晓  0578-5550102'],
      [
        { unit: '会务组', people: ['柴宁'], phones: ['13955500101'] },
        { unit: '会务组', people: ['滕示晓'], phones: ['0578-5550102'] },
      ],
    ],
    [
      ['招展联系人：葛示阳 13955500101', '采购商邀请：Anna 秦（秦示娜）  0578-5550102'],
      [{ people: ['葛示阳'], phones: ['13955500101'] }, { phones: ['0578-5550102'] }],
    ],
    [['市供电所：5550101（内线602）'], [{ unit: '市供电所', phones: ['5550101-602'] }]],
    [['服务热线：123**'], []],
  ])('%j', (lines, expected) => {
    expect(of(lines)).toEqual(expected)
  })

  test('a column called in other words, and one whose cells name unit, person and number', () => {
    const table = (head: string, row: string) =>
      parseNotice(
        `# 示例市示例局关于开展示例工作的通知\n\n各有关单位：\n\n请认真落实。\n\n${head}\n|---|---|---|\n${row}\n\n示例市示例局\n\n2026年5月6日\n`,
      ).contacts.map(plain)
    expect(table('| 单位 | 联系人 | 咨询（举报）电话 |', '| 示例镇武装部 | 苟示长 | 0578-5550101 |')).toEqual([
      { unit: '示例镇武装部', people: ['苟示长'], phones: ['0578-5550101'] },
    ])
    expect(
      table('| 停电日期 | 停电范围 | 责任单位及联系人 |', '| 6月11日 | 示例社区 | 城关供电所 姬示强 0578-5550101 |'),
    ).toEqual([{ unit: '城关供电所', people: ['姬示强'], phones: ['0578-5550101'] }])
  })
})
