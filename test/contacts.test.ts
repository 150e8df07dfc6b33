/** Contact points in the layouts that notices print them in, one line each. */
import { describe, expect, it } from 'vitest'
import { findContacts, parseNotice } from '../src/index.js'

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

const shown = (text: string): Expected[] =>
  findContacts(text).map((c) => ({
    ...(c.unit ? { unit: c.unit.text } : {}),
    ...(c.people.length ? { people: c.people.map((p) => p.text) } : {}),
    ...(c.phones.length ? { phones: c.phones.map((p) => p.number) } : {}),
    ...(c.faxes.length ? { faxes: c.faxes.map((p) => p.number) } : {}),
    ...(c.emails.length ? { emails: c.emails.map((e) => e.text) } : {}),
    ...(c.messengers.length ? { messengers: c.messengers.map((m) => `${m.kind} ${m.text}`) } : {}),
    ...(c.address ? { address: c.address.text } : {}),
    ...(c.postcode ? { postcode: c.postcode.text } : {}),
  }))

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
