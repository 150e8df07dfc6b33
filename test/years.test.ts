/** The year of a date that is printed without one, where a date before it tells another than the signature. */
import { describe, expect, it } from 'vitest'
import { parseNotice } from '../src/index.js'

interface Frame {
  title?: string
  number?: string
  signed?: string
}

/** The last day of the body. */
function last(
  body: string,
  { title = '关于开展示例工作的通知', number = '', signed = '示例市教育局\n2024年3月11日' }: Frame = {},
): string {
  const n = parseNotice(`${title}\n\n${number && `${number}\n\n`}各有关单位:\n\n${body}\n\n${signed}\n`)
  return n.dates.filter((d) => d.role !== 'signed').at(-1)!.start
}

describe('a period told by its verbs', () => {
  it.each([
    ['比赛于2025年1月8日开幕，2月10日闭幕。', '2025-01-08', '2025-02-10'],
    ['比赛将于2024年9月14日20:00开始，至9月19日14:00截止。', '2024-09-14T20:00', '2024-09-19T14:00'],
    ['展览9月14日开幕，持续至10月8日。', '2024-09-14', '2024-10-08'],
    ['考试定于9月14日上午9时开始，11时结束。', '2024-09-14T09:00', '2024-09-14T11:00'],
    ['兹定于7月14日报到，7月20日离会。', '2024-07-14', '2024-07-20'],
  ])('%s', (body, start, end) => {
    const n = parseNotice(`关于举办示例赛的通知\n\n各有关单位：\n\n${body}\n\n示例市教育局\n2024年3月1日\n`)
    expect(n.events.map((e) => [e.start, e.end])).toEqual([[start, end]])
  })

  it('ends where the next clause ends nothing', () => {
    const n = parseNotice(
      '关于举办示例赛的通知\n\n各有关单位：\n\n比赛于9月14日开幕，9月20日颁奖。\n\n示例市教育局\n2024年3月1日\n',
    )
    expect(n.dates.filter((d) => d.role !== 'signed').map((d) => d.start)).toEqual(['2024-09-14', '2024-09-20'])
  })
})

describe('a notice signed in March 2024', () => {
  it.each([
    // In the sentence of the date before it, up to half a year behind.
    ['比赛于2025年1月8日开幕,2月10日颁奖。', '2025-02-10'],
    ['比赛于2025年3月8日开幕,4月10日颁奖。', '2025-04-10'],
    ['比赛于2025年1月8日开幕,9月10日颁奖。', '2024-09-10'],
    ['比赛于2025年3月8日开幕,3月9日至12日比赛。', '2025-03-09'],
    // In the paragraph, where the year of the signature would give no day soon after it.
    ['2025年3月8日开幕。4月10日培训。', '2024-04-10'],
    ['2025年6月1日开幕。7月9日培训。', '2024-07-09'],
    ['2025年6月1日开幕。7月10日培训。', '2025-07-10'],
    ['2025年3月8日开幕。9月8日培训。', '2025-09-08'],
    ['2025年3月8日开幕。9月9日培训。', '2024-09-09'],
    ['2025年1月8日开幕。3月10日培训。', '2025-03-10'],
    ['2025年1月8日开幕。3月11日培训。', '2024-03-11'],
    // In the section, up to three months behind.
    ['比赛于2025年1月8日开幕。\n\n2月10日闭幕。', '2025-02-10'],
    ['比赛于2025年6月8日开幕。\n\n9月8日闭幕。', '2025-09-08'],
    ['比赛于2025年6月8日开幕。\n\n9月9日闭幕。', '2024-09-09'],
    // A heading ends the section.
    ['一、比赛\n\n比赛于2025年1月8日开幕。\n\n二、培训\n\n2月10日培训。', '2024-02-10'],
    ['比赛于2025年1月8日开幕。\n\n二、2月10日培训。', '2024-02-10'],
    ['一、比赛\n\n比赛于2025年1月8日开幕。\n\n设个人赛。\n\n2月10日闭幕。', '2025-02-10'],
    // What lies behind says nothing, nor does a past year, nor one that comes before the date.
    ['2023年1月8日已发文,2月10日已报送。', '2024-02-10'],
    ['2025年3月8日开幕。2月10日培训。', '2024-02-10'],
    ['2025年3月8日开幕,3月8日报到。', '2025-03-08'],
    // A year of its own.
    ['2025年3月8日开幕,2026年4月10日颁奖。', '2026-04-10'],
    ['2025年3月8日开幕,明年4月10日颁奖。', '2025-04-10'],
    ['2025年3月8日开幕,4月10日至2026年5月1日比赛。', '2026-04-10'],
  ])('%s', (body, day) => {
    expect(last(body)).toBe(day)
  })

  it('follows its title, unless its number agrees with the signature', () => {
    const body = '2025年3月8日开幕。4月10日培训。'
    const title = '关于2025年示例工作的通知'
    expect(last(body, { title })).toBe('2025-04-10')
    expect(last(body, { title, number: '示教〔2024〕5号' })).toBe('2024-04-10')
    expect(last(body, { title: '关于2026年示例工作的通知' })).toBe('2024-04-10')
  })
})

describe('a notice without a day', () => {
  it('follows the date before, across sections where only the title tells a year', () => {
    const near = '2025年3月8日开幕。4月10日培训。'
    const apart = '2025年3月8日开幕。\n\n二、其他\n\n4月10日培训。'
    const title = '关于2024年示例工作的通知'
    const number = '示教〔2024〕5号'
    expect(last(near, { signed: '' })).toBe('2025-04-10')
    expect([last(near, { title, signed: '' }), last(apart, { title, signed: '' })]).toEqual([
      '2025-04-10',
      '2025-04-10',
    ])
    expect([last(near, { number, signed: '' }), last(apart, { number, signed: '' })]).toEqual([
      '2025-04-10',
      '2024-04-10',
    ])
  })
})
