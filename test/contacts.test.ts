/** Contact points in the layouts that notices print them in, one line each. */
import { describe, expect, it } from 'vitest'
import { type Contact, findContacts, parseNotice } from '../src/index.js'

interface Expected {
  unit?: string
  people?: string[]
  phones?: string[]
  faxes?: string[]
  emails?: string[]
  messengers?: string[]
  address?: string
  postcode?: string
}

const shown = (text: string): Expected[] => findContacts(text).map(plain)

const plain = (c: Contact): Expected => ({
  ...(c.unit ? { unit: c.unit.text } : {}),
  ...(c.people.length ? { people: c.people.map((p) => p.text) } : {}),
  ...(c.phones.length ? { phones: c.phones.map((p) => p.number) } : {}),
  ...(c.faxes.length ? { faxes: c.faxes.map((p) => p.number) } : {}),
  ...(c.emails.length ? { emails: c.emails.map((e) => e.text) } : {}),
  ...(c.messengers.length ? { messengers: c.messengers.map((m) => `${m.kind} ${m.text}`) } : {}),
  ...(c.address ? { address: c.address.text } : {}),
  ...(c.postcode ? { postcode: c.postcode.text } : {}),
})

const layouts: [string, Expected[]][] = [
  [
    '联系人：市科技局李明 0578-5550101；市财政局王红霞，0578-5550102',
    [
      { unit: '市科技局', people: ['李明'], phones: ['0578-5550101'] },
      { unit: '市财政局', people: ['王红霞'], phones: ['0578-5550102'] },
    ],
  ],
  [
    '联系人：李明，13955500101；王红霞，13955500102。邮箱：a@example.gov.cn',
    [
      { people: ['李明'], phones: ['13955500101'], emails: ['a@example.gov.cn'] },
      { people: ['王红霞'], phones: ['13955500102'], emails: ['a@example.gov.cn'] },
    ],
  ],
  [
    '（联系人：规划财务司  李明，电话：010-55501234）',
    [{ unit: '规划财务司', people: ['李明'], phones: ['010-55501234'] }],
  ],
  [
    '联系人及方式：张晓明（0578-5550101）、李静（0578-5550102）',
    [
      { people: ['张晓明'], phones: ['0578-5550101'] },
      { people: ['李静'], phones: ['0578-5550102'] },
    ],
  ],
  ['咨询电话：0578-5550101，5550102（工作日9:00—17:00）', [{ phones: ['0578-5550101', '0578-5550102'] }]],
  [
    '联 系 人：葛  岩、乌兰其其格\n联系电话：0478—5550101/02',
    [{ people: ['葛岩', '乌兰其其格'], phones: ['0478-5550101', '0478-5550102'] }],
  ],
  ['电话/传真：0578-5550101', [{ phones: ['0578-5550101'], faxes: ['0578-5550101'] }]],
  [
    '电　话：0578－5550101　传　真：0578－5550109\n地　址：青屿市海滨路88号市科技局312室　邮　编：325000',
    [
      {
        phones: ['0578-5550101'],
        faxes: ['0578-5550109'],
        address: '青屿市海滨路88号市科技局312室',
        postcode: '325000',
      },
    ],
  ],
  [
    '报名请联系李明（电话0578-5550101，邮箱 liming @ example．gov．cn）。',
    [{ people: ['李明'], phones: ['0578-5550101'], emails: ['liming@example.gov.cn'] }],
  ],
  [
    '材料邮寄地址：青屿市海滨路88号（市科技局政策法规科，邮编325000），收件人：李明，13955500101。',
    [{ people: ['李明'], phones: ['13955500101'], address: '青屿市海滨路88号', postcode: '325000' }],
  ],
  ['联系人：莫尔根·巴图 010－1234 5678', [{ people: ['莫尔根·巴图'], phones: ['010-12345678'] }]],
  [
    '联系人：葛岚（县委办公室） 芮小燕（县政府办公室）\n电　话：5550123 5550124　　传　真：5550125',
    [{ people: ['葛岚', '芮小燕'], phones: ['5550123', '5550124'], faxes: ['5550125'] }],
  ],
  [
    '联系电话：市委办公室5550112（传真5550113），市府办值班室5550119；市防指办5550199，邮箱fzb@example.gov.cn。',
    [
      { unit: '市委办公室', phones: ['5550112'], faxes: ['5550113'] },
      { unit: '市府办值班室', phones: ['5550119'] },
      { unit: '市防指办', phones: ['5550199'], emails: ['fzb@example.gov.cn'] },
    ],
  ],
  ['监督电话：0578-5550101，传真同号', [{ phones: ['0578-5550101'], faxes: ['0578-5550101'] }]],
  ['电话：0578-5550101（传真同号）', [{ phones: ['0578-5550101'], faxes: ['0578-5550101'] }]],
  ['电话同传真：0578-5550101', [{ phones: ['0578-5550101'], faxes: ['0578-5550101'] }]],
  ['联系电话（传真）：0578-5550101', [{ phones: ['0578-5550101'], faxes: ['0578-5550101'] }]],
  ['电话：0578-5550101，传真：同上', [{ phones: ['0578-5550101'], faxes: ['0578-5550101'] }]],
  [
    '请于5月8日前发至 kjt[at]example.gov.cn ，抄送kjb（at）example.gov.cn。',
    [{ emails: ['kjt@example.gov.cn', 'kjb@example.gov.cn'] }],
  ],
  ['☎ 12366纳税服务热线（工作日8:30—12:00）', [{ unit: '纳税服务热线', phones: ['12366'] }]],
  [
    '95598供电服务热线24小时为您服务，青川供电所 5550195，云岭供电所 5550118。',
    [
      { unit: '供电服务热线', phones: ['95598'] },
      { unit: '青川供电所', phones: ['5550195'] },
      { unit: '云岭供电所', phones: ['5550118'] },
    ],
  ],
  ['如有疑问，请拨打12345咨询。', [{ phones: ['12345'] }]],
  ['银行客服：95599', [{ unit: '银行客服', phones: ['95599'] }]],
  ['联系人：青屿湖酒店　陆经理　0578-5550185', [{ unit: '青屿湖酒店', people: ['陆经理'], phones: ['0578-5550185'] }]],
  [
    '联系人：示例（集团）有限公司 芮小燕 0578-5550123',
    [{ unit: '示例（集团）有限公司', people: ['芮小燕'], phones: ['0578-5550123'] }],
  ],
  [
    '物业中心24小时值班：0578-5550151  客服管家：小芮 13955500151（微信同号）  工程部：闵师傅 13955500152，夜间亦可拨打',
    [
      { unit: '物业中心24小时值班', phones: ['0578-5550151'] },
      { unit: '客服管家', people: ['小芮'], phones: ['13955500151'], messengers: ['wechat 13955500151'] },
      { unit: '工程部', people: ['闵师傅'], phones: ['13955500152'] },
    ],
  ],
  [
    '六、联系方式\n代理机构：示例咨询有限公司\n地址：示例市云杉路16号1203室\n项目负责人：闵工  电话：0578-5550183',
    [
      {
        unit: '示例咨询有限公司',
        people: ['闵工'],
        phones: ['0578-5550183'],
        address: '示例市云杉路16号1203室',
      },
    ],
  ],
  [
    '地址：示例市青帆路66号 电话：0578-5550123\n地址：示例市云杉路8号 电话：0578-5550124',
    [
      { phones: ['0578-5550123'], address: '示例市青帆路66号' },
      { phones: ['0578-5550124'], address: '示例市云杉路8号' },
    ],
  ],
  ['手机：1395 550 0112、1395 550 0113', [{ phones: ['13955500112', '13955500113'] }]],
  ['举报邮箱：jb#example.gov.cn', [{ emails: ['jb@example.gov.cn'] }]],
  [
    '李老师：0578-5550101；QQ工作群：445729240',
    [{ people: ['李老师'], phones: ['0578-5550101'], messengers: ['qqGroup 445729240'] }],
  ],
  ['联系人：王老师  微信号：example_kjz', [{ people: ['王老师'], messengers: ['wechat example_kjz'] }]],
  [
    '手机：13955500112（微信同号）；QQ：445729240',
    [{ phones: ['13955500112'], messengers: ['wechat 13955500112', 'qq 445729240'] }],
  ],
  [
    '联系人：苗青禾  邮箱：a@example.gov.cn 电话：0551-00000123',
    [{ people: ['苗青禾'], phones: ['0551-00000123'], emails: ['a@example.gov.cn'] }],
  ],
  [
    '咨询电话：0578-5550101，0578-5550102（人事部 李主任、小王）',
    [{ unit: '人事部', people: ['李主任', '小王'], phones: ['0578-5550101', '0578-5550102'] }],
  ],
  ['重点用户预约：客服部小李，0578-5550101', [{ unit: '客服部', people: ['小李'], phones: ['0578-5550101'] }]],
  ['电话：0578-5550101，联系人：市科技局李明', [{ unit: '市科技局', people: ['李明'], phones: ['0578-5550101'] }]],
  [
    '详情请拨打24小时热线0578-5550101、投诉电话5550102，联系人：运营部李明。其他事项另行通知，请各位市民留意现场公告。',
    [{ unit: '运营部', people: ['李明'], phones: ['0578-5550101', '0578-5550102'] }],
  ],
  [
    '消费者可拨打示例公司热线电话400-555-0101，或致电0578-5550102（售后部 李女士，工作日9：00—17：30），也可登录其网站咨询；还可拨打本局电话：0578-5550103、12315投诉举报热线。其他事项另行通知。',
    [
      { phones: ['400-555-0101'] },
      { unit: '售后部', people: ['李女士'], phones: ['0578-5550102'] },
      { phones: ['0578-5550103', '12315'] },
    ],
  ],
  ['纪检监督：12388、0578-5550101', [{ phones: ['12388', '0578-5550101'] }]],
  ['咨询热线：0578-12345，5550101', [{ phones: ['0578-12345', '0578-5550101'] }]],
  [
    '联系人：李 明 13955500101（赛务），王红 13955500102（展位）',
    [
      { people: ['李明'], phones: ['13955500101'] },
      { people: ['王红'], phones: ['13955500102'] },
    ],
  ],
  ['地址：青屿市海滨路88号科技楼二楼 325000', [{ address: '青屿市海滨路88号科技楼二楼', postcode: '325000' }]],
  [
    '社区联系人：东湖社区李明5550101、西湖社区王思宁5550102、南湖社区张红（电话见公示栏）。',
    [
      { unit: '东湖社区', people: ['李明'], phones: ['5550101'] },
      { unit: '西湖社区', people: ['王思宁'], phones: ['5550102'] },
      { unit: '南湖社区', people: ['张红'] },
    ],
  ],
  [
    '本公告由公司人力资源部解释。未尽事宜请来电，联系方式：李老师，0578-5550101；报名系统技术支持：010-55501234；公司地址：青屿市海滨路88号示例大厦11楼（邮编325000）。',
    [
      { people: ['李老师'], phones: ['0578-5550101'] },
      {
        unit: '报名系统技术支持',
        phones: ['010-55501234'],
        address: '青屿市海滨路88号示例大厦11楼',
        postcode: '325000',
      },
    ],
  ],
  ['请到市车辆管理中心（海滨路16号，电话0578-5550101）办理。', [{ phones: ['0578-5550101'], address: '海滨路16号' }]],
  ['签约地点：东湖小学旧址（横街54号）', [{ address: '东湖小学旧址（横街54号）' }]],
  ['会议地点：东湖宾馆（横街54号）', []],
  [
    '县河长办：王宇、字文丽　0578-5550102',
    [{ unit: '县河长办', people: ['王宇', '字文丽'], phones: ['0578-5550102'] }],
  ],
  [
    '值班电话：0578-5550100\n日  期      带班领导    值班人员    电  话\n1.27—2.3    李国栋      王  悦      13955500101\n2.4—2.9     章  燕      胡建军      13955500102',
    [
      { phones: ['0578-5550100'] },
      { people: ['李国栋', '王悦'], phones: ['13955500101'] },
      { people: ['章燕', '胡建军'], phones: ['13955500102'] },
    ],
  ],
  [
    '日期\t带班领导\t联系电话\t值班人员\t值班电话\n10月1日\t李国栋\t13955500101\t王悦\t13955500102',
    [
      { people: ['李国栋'], phones: ['13955500101'] },
      { people: ['王悦'], phones: ['13955500102'] },
    ],
  ],
  [
    '单位\t咨询电话\t投诉电话\n市医保局\t0578-12393、5550101\t5550102\n市税务局\t12366\t5550106',
    [
      { unit: '市医保局', phones: ['0578-12393', '0578-5550101', '0578-5550102'] },
      { unit: '市税务局', phones: ['12366', '0578-5550106'] },
    ],
  ],
  [
    '项目\t采购人\t采购代理机构\n名称\t示例学院\t示例招标有限公司\n地址\t青屿市海滨路1号\t青屿市海滨路2号\n联系人\t李老师\t王工、小张\n电话\t0578-5550101\t0578-5550102转803\n邮箱\t\ta@example.com',
    [
      { unit: '示例学院', people: ['李老师'], phones: ['0578-5550101'], address: '青屿市海滨路1号' },
      {
        unit: '示例招标有限公司',
        people: ['王工', '小张'],
        phones: ['0578-5550102-803'],
        emails: ['a@example.com'],
        address: '青屿市海滨路2号',
      },
    ],
  ],
  [
    '县区\t受理单位\t联系人及电话\t受理地址\n海棠区\t区人社局就业科\t李明 13955500101\t海棠路1号201室\n东湖县\t县人社局\t王红、小张13955500102\t东湖路2号',
    [
      { unit: '区人社局就业科', people: ['李明'], phones: ['13955500101'], address: '海棠路1号201室' },
      { unit: '县人社局', people: ['王红', '小张'], phones: ['13955500102'], address: '东湖路2号' },
    ],
  ],
  [
    '办公室电话：0578-5550101    李主任：13955500101    王干事：13955500102',
    [
      { unit: '办公室', phones: ['0578-5550101'] },
      { unit: '办公室', people: ['李主任'], phones: ['13955500101'] },
      { unit: '办公室', people: ['王干事'], phones: ['13955500102'] },
    ],
  ],
  ['通讯地址：青屿市行政中心2号楼315，325007', [{ address: '青屿市行政中心2号楼315', postcode: '325007' }]],
  ['值守电话：0578-5550101（白天）、5550102（夜间）', [{ phones: ['0578-5550101', '0578-5550102'] }]],
  ['人工客服：4008-555-241', [{ unit: '人工客服', phones: ['400-855-5241'] }]],
  [
    '咨询电话：交警支队秩序科0578-5550101；施工现场负责人李立，13955500101。',
    [
      { unit: '交警支队秩序科', phones: ['0578-5550101'] },
      { people: ['李立'], phones: ['13955500101'] },
    ],
  ],
  [
    '东湖村　李明 13955500101　　西湖村　王红　　　　　南湖村　张大姐 13955500103',
    [
      { unit: '东湖村', people: ['李明'], phones: ['13955500101'] },
      { unit: '西湖村', people: ['王红'] },
      { unit: '南湖村', people: ['张大姐'], phones: ['13955500103'] },
    ],
  ],
  ['联系人：李明 王文科\n电话：0578-5550101', [{ people: ['李明', '王文科'], phones: ['0578-5550101'] }]],
  [
    '武汉：027-55501001；石家庄：0311-55501002',
    [
      { unit: '武汉', phones: ['027-55501001'] },
      { unit: '石家庄', phones: ['0311-55501002'] },
    ],
  ],
  ['投诉电话：0578-5550101（医患关系办公室）、12345', [{ phones: ['0578-5550101', '12345'] }]],
  [
    '青屿市海棠区人民法院  立案庭：0578-5550101  执行局：0578-5550102',
    [
      { unit: '立案庭', phones: ['0578-5550101'] },
      { unit: '执行局', phones: ['0578-5550102'] },
    ],
  ],
  ['承办法官：郑法官；联系电话：0578-5550101', [{ people: ['郑法官'], phones: ['0578-5550101'] }]],
  ['（办公室联系人：李明；电话：0578-5550101）', [{ unit: '办公室', people: ['李明'], phones: ['0578-5550101'] }]],
  [
    '咨询人：业务处老李；咨询时间：工作日9:00-11:30；咨询电话：0578-5550101',
    [{ unit: '业务处', people: ['老李'], phones: ['0578-5550101'] }],
  ],
  [
    '学校\t校长\t联系电话\n示例一中\t李国栋\t13955500101',
    [{ unit: '示例一中', people: ['李国栋'], phones: ['13955500101'] }],
  ],
  [
    '收件人张敏，电话13955500101，地址青屿市海棠区海滨路66号示例大厦1栋2203，请备注“报名材料”。',
    [{ people: ['张敏'], phones: ['13955500101'], address: '青屿市海棠区海滨路66号示例大厦1栋2203' }],
  ],
  [
    '报名问题向所报学校咨询，不另行答复。如示例一中教务处李老师5550101、示例二中政教处王国强（5550102）；其他事项见海棠区的公告，5550103（基教科 张红）。',
    [
      { people: ['李老师'], phones: ['5550101'] },
      { unit: '示例二中政教处', people: ['王国强'], phones: ['5550102'] },
      { unit: '基教科', people: ['张红'], phones: ['5550103'] },
    ],
  ],
  [
    '材料寄青屿市学府路20号市教育局基教科（邮编325001），封面注明“招生”字样。',
    [{ address: '青屿市学府路20号市教育局基教科', postcode: '325001' }],
  ],
  ['联系人：      电话：          邮箱：', []],
  ['联系电话：XXXXXXXX', []],
]

describe('contact layouts', () => {
  for (const [text, expected] of layouts) it(text.replace('\n', ' ↵ '), () => expect(shown(text)).toEqual(expected))

  it('titles are told apart from names', () => {
    const people = findContacts('联系人：李处长，苗青禾（综合科科长）  电话：0578-5550101')[0]!.people
    expect(people.map(({ text, name, title }) => [text, name, title])).toEqual([
      ['李处长', '李', '处长'],
      ['苗青禾', '苗青禾', '综合科科长'],
    ])
  })

  it('in a table without heads a name stands behind its unit, its number in the next cell', () => {
    const rows = [
      ['政策咨询', '市科技局资源处　葛文岚、芮 燕', '0578-5550147　5550152（传真）'],
      ['资金拨付', '市财政局教科处　龙示例', '0578-5550138'],
      ['会务住宿', '青屿湖酒店　陆经理', '0578－5550185转8006'],
      ['投诉监督', '秘书处', '0578-5550186，传真同号'],
    ]
    const html = `<table>${rows.map((row) => `<tr>${row.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`
    const markdown = rows.map((row, i) => `| ${row.join(' | ')} |\n${i === 0 ? '| --- | --- | --- |\n' : ''}`).join('')
    const expected = [
      { unit: '市科技局资源处', people: ['葛文岚', '芮燕'], phones: ['0578-5550147'], faxes: ['0578-5550152'] },
      { unit: '市财政局教科处', people: ['龙示例'], phones: ['0578-5550138'] },
      { unit: '青屿湖酒店', people: ['陆经理'], phones: ['0578-5550185-8006'] },
      { unit: '秘书处', phones: ['0578-5550186'], faxes: ['0578-5550186'] },
    ]
    const page = `<h1>关于举办培训班的通知</h1><p>各单位：</p><p>请按时报名。</p><p>四、联系方式</p>${html}<p>示例市科技局</p><p>2024年5月6日</p>`
    expect(parseNotice(page).contacts.map(plain)).toEqual(expected)
    const text = `# 关于举办培训班的通知\n\n各单位：\n\n请按时报名。\n\n四、联系方式\n\n${markdown}\n示例市科技局\n\n2024年5月6日`
    expect(parseNotice(text).contacts.map(plain)).toEqual(expected)
  })

  it('in a column of units people may stand behind theirs', () => {
    const table =
      '| 考区 | 考试机构 | 咨询电话 |\n| --- | --- | --- |\n| 青屿区 | 青屿区招生考试中心　葛老师 | 0578-5550171 |\n| 白河区 | 白河区教育考试院　闵 燕 | 5550173 |\n'
    const text = `# 关于组织考试的通知\n\n各考生：\n\n请按时参加。\n\n${table}\n示例市教育考试院\n\n2024年5月6日`
    expect(parseNotice(text).contacts.map(plain)).toEqual([
      { unit: '青屿区招生考试中心', people: ['葛老师'], phones: ['0578-5550171'] },
      { unit: '白河区教育考试院', people: ['闵燕'], phones: ['0578-5550173'] },
    ])
  })

  it('a hotline that a text is about, the winner of a tender and who judged the bids are no contacts', () => {
    const about =
      '关于做好热线办理工作的通知\n\n各单位：\n\n12345政务服务便民热线，要及时办理群众诉求。\n\n1．12345热线：每日7时汇总。\n\n示例市示例局\n2024年5月6日'
    expect(parseNotice(about).contacts).toEqual([])
    const award =
      '关于示例项目成交结果的公告\n\n一、成交供应商：示例科技有限公司\n\n成交供应商地址：示例市云杉路9号\n\n成交供应商联系电话：0578-5550190\n\n二、谈判小组负责人：葛岚\n\n三、采购人：示例市教育局 地址：示例市青帆路1号 联系人：沈老师 电话：0578-5550191\n\n示例市教育局\n2024年5月6日'
    expect(parseNotice(award).contacts.map(plain)).toEqual([
      { unit: '示例市教育局', people: ['沈老师'], phones: ['0578-5550191'], address: '示例市青帆路1号' },
    ])
  })

  it('masked numbers are marked and reported', () => {
    const notice = parseNotice(
      '关于报名的通知\n\n各单位：\n\n请按时报名。\n\n联系人：李明，电话：138****1234，0100-XXXXXXX\n\n示例市科技局\n2024年5月6日',
    )
    expect(notice.contacts[0]!.phones.map((p) => [p.number, p.kind, p.masked])).toEqual([
      ['138****1234', 'mobile', true],
      ['0100-*******', 'landline', true],
    ])
    expect(notice.diagnostics.filter((d) => d.ruleId === 'contacts/masked')).toHaveLength(2)
  })

  it('a number that fits no numbering plan is kept as printed and reported', () => {
    const notice = parseNotice(
      '关于报名的通知\n\n各单位：\n\n请按时报名。\n\n联系人：李明，电话：0551-00000123\n\n示例市科技局\n2024年5月6日',
    )
    expect(notice.contacts[0]!.phones[0]!.number).toBe('0551-00000123')
    const report = notice.diagnostics.find((d) => d.ruleId === 'contacts/implausible-number')
    expect(report?.severity).toBe('warning')
    expect(notice.source.text.slice(report!.span!.start, report!.span!.end)).toBe('0551-00000123')
  })
})
