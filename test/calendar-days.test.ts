/** What dates mean: numerals, lengths of months, and the days that printed and spoken expressions stand for. */
import { describe, expect, it } from 'vitest'
import { findDates } from '../src/index.js'
import { addDays, addMonths, daysIn, weekdayOf } from '../src/knowledge/days.js'
import { numeral } from '../src/knowledge/expressions.js'

describe('numbers', () => {
  it.each([
    ['12', 12],
    ['〇', 0],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['二十三', 23],
    ['廿', 20],
    ['廿二', 22],
    ['卅', 30],
    ['卅一', 31],
    ['两', 2],
    ['百', 100],
    ['一百二十', 120],
    ['一百零五', 105],
    ['两千', 2000],
    ['三千二百一十', 3210],
    ['二〇二四', 2024],
    ['二零二四', 2024],
    ['元', 1],
    ['正', 1],
    ['', 0],
  ])('%s is %d', (text, value) => {
    expect(numeral(text)).toBe(value)
  })

  it.each(['某', '十某', '1a', '一二x'])('%s is none', (text) => {
    expect(numeral(text)).toBeNaN()
  })
})

describe('days', () => {
  it('of months', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysIn(year, 2))).toEqual([28, 29, 28, 29])
    expect([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysIn(2024, month))).toEqual([
      31, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ])
  })

  it('are added over the ends of months and years', () => {
    expect([addDays('2024-02-28', 1), addDays('2024-02-28', 2), addDays('2023-12-31', 1)]).toEqual([
      '2024-02-29',
      '2024-03-01',
      '2024-01-01',
    ])
    expect([addDays('2024-03-01', -1), addDays('2024-01-01', -1)]).toEqual(['2024-02-29', '2023-12-31'])
    expect([addDays('2024-03-11', 0), addDays('1969-12-31', 1)]).toEqual(['2024-03-11', '1970-01-01'])
  })

  it('are the same as those of a clock without summer time, over all years of notices', () => {
    const day = 86_400_000
    for (let at = Date.UTC(1899, 11, 1); at < Date.UTC(2101, 1, 1); at += 29 * day) {
      const iso = new Date(at).toISOString().slice(0, 10)
      for (const days of [-1461, -32, -1, 27, 60, 36_525])
        expect(addDays(iso, days)).toBe(new Date(at + days * day).toISOString().slice(0, 10))
    }
  })

  it('months are added, to the last day of one that is shorter', () => {
    expect([addMonths('2024-01-31', 1), addMonths('2023-01-31', 1), addMonths('2024-03-31', 1)]).toEqual([
      '2024-02-29',
      '2023-02-28',
      '2024-04-30',
    ])
    expect([addMonths('2024-11-15', 1), addMonths('2024-11-15', 2), addMonths('2024-01-15', -1)]).toEqual([
      '2024-12-15',
      '2025-01-15',
      '2023-12-15',
    ])
    expect([addMonths('2024-02-29', 12), addMonths('2024-02-29T09:00', 0)]).toEqual(['2025-02-28', '2024-02-29'])
  })

  it('have their day of the week, before 1970 too', () => {
    expect(['2024-03-11', '2024-03-17', '1970-01-01', '1969-12-31', '1949-10-01'].map(weekdayOf)).toEqual([
      1, 7, 4, 3, 6,
    ])
  })
})

/** `text start/end precision implied` of each date. */
const read = (text: string, referenceDate?: string) =>
  findDates(text, referenceDate ? { referenceDate } : {}).map((d) =>
    `${d.text} ${d.start === d.end ? d.start : `${d.start}/${d.end}`} ${d.precision} ${d.implied.join('+')}`.trim(),
  )

describe('on 11 March 2024', () => {
  it.each<[string, ...string[]]>([
    // Years and months that are told from the day of speaking
    ['今年5月8日', '今年5月8日 2024-05-08 day year'],
    ['当年5月8日', '当年5月8日 2024-05-08 day year'],
    ['明年5月8日', '明年5月8日 2025-05-08 day year'],
    ['次年5月8日', '次年5月8日 2025-05-08 day year'],
    ['翌年5月8日', '翌年5月8日 2025-05-08 day year'],
    ['去年5月8日', '去年5月8日 2023-05-08 day year'],
    ['今年5月8日至明年6月1日', '今年5月8日至明年6月1日 2024-05-08/2025-06-01 day year'],
    ['12月20日至次年1月5日', '12月20日至次年1月5日 2024-12-20/2025-01-05 day year'],
    ['年底前', '年底 2024-12-31 day year'],
    ['明年上半年', '明年上半年 2025-01-01/2025-06-30 year year'],
    ['本月8日', '本月8日 2024-04-08 day month+year'],
    ['本月15日', '本月15日 2024-03-15 day month+year'],
    ['上月5日', '上月5日 2024-02-05 day month+year'],
    ['下月5日', '下月5日 2024-04-05 day month+year'],
    ['月底前', '月底 2024-03-31 day year'],
    ['本月底', '本月底 2024-03-31 month month+year'],
    // Weeks
    ['上周一', '上周一 2024-03-04 day year+month'],
    ['本周五', '本周五 2024-03-15 day year+month'],
    ['下周三', '下周三 2024-03-20 day year+month'],
    ['下下周二', '下下周二 2024-03-26 day year+month'],
    // The year that is left out
    ['8月5日', '8月5日 2024-08-05 day year'],
    ['1月5日', '1月5日 2024-01-05 day year'],
    // Days that are none
    ['2024年2月29日', '2024年2月29日 2024-02-29 day'],
    ['2023年2月29日'],
    ['4月31日'],
    ['13月1日'],
    // Ranges
    ['8月8日至8月7日', '8月8日至8月7日 2024-08-08/2024-08-07 day year'],
    ['2024年3月11日至15日', '2024年3月11日至15日 2024-03-11/2024-03-15 day'],
    ['2024年12月11日至1月2日', '2024年12月11日至1月2日 2024-12-11/2025-01-02 day'],
    ['12月20日至1月5日', '12月20日至1月5日 2024-12-20/2025-01-05 day year'],
    ['2024年3月至5月', '2024年3月至5月 2024-03-01/2024-05-31 month'],
    ['3月中旬至4月下旬', '3月中旬至4月下旬 2024-03-11/2024-04-30 month year'],
    // Days that follow
    ['5月8日、9日、11日', '5月8日 2024-05-08 day year', '9日 2024-05-09 day year', '11日 2024-05-11 day year'],
    ['2023年12月5日、8日', '2023年12月5日 2023-12-05 day', '8日 2023-12-08 day'],
    ['明年5月8日、9日', '明年5月8日 2025-05-08 day year', '9日 2025-05-09 day year'],
    ['5月14日报到,15—17日上课', '5月14日 2024-05-14 day year', '15—17日 2024-05-15/2024-05-17 day year'],
    ['5月14日至16日报到,17日上课', '5月14日至16日 2024-05-14/2024-05-16 day year', '17日 2024-05-17 day year'],
    ['5月14日报到,10日上课', '5月14日 2024-05-14 day year'],
    ['5月14日报到,17—15日上课', '5月14日 2024-05-14 day year'],
    ['6月14日报到,29—31日上课', '6月14日 2024-06-14 day year'],
    // Times
    ['5月8日上午9时', '5月8日上午9时 2024-05-08T09:00 minute year'],
    ['5月8日下午3时30分', '5月8日下午3时30分 2024-05-08T15:30 minute year'],
    ['5月8日下午12时', '5月8日下午12时 2024-05-08T12:00 minute year'],
    ['5月8日中午1时', '5月8日中午1时 2024-05-08T13:00 minute year'],
    ['5月8日中午11时', '5月8日中午11时 2024-05-08T11:00 minute year'],
    ['5月8日晚8点半', '5月8日晚8点半 2024-05-08T20:30 minute year'],
    ['5月8日24时', '5月8日24时 2024-05-08T24:00 minute year'],
    ['5月8日24:30', '5月8日 2024-05-08 day year'],
    ['5月8日25时', '5月8日 2024-05-08 day year'],
    ['5月8日上午9时至11时', '5月8日上午9时至11时 2024-05-08T09:00/2024-05-08T11:00 minute year'],
    ['5月8日上午9时至下午5时', '5月8日上午9时至下午5时 2024-05-08T09:00/2024-05-08T17:00 minute year'],
    ['2024年5月8日9时—10日17时', '2024年5月8日9时—10日17时 2024-05-08T09:00/2024-05-10T17:00 minute'],
    ['会前(5月8日)18:00', '5月8日）18:00 2024-05-08T18:00 minute year'],
    ['会前5月8日)18:00', '5月8日 2024-05-08 day year'],
  ])('%s', (text, ...dates) => {
    expect(read(text, '2024-03-11')).toEqual(dates)
  })
})

describe('named from the day of speaking', () => {
  it.each([
    ['今天', '今天 2024-03-11 day year+month'],
    ['后天上午9点', '后天上午9点 2024-03-13T09:00 minute year+month'],
    ['明天下午3点半', '明天下午3点半 2024-03-12T15:30 minute year+month'],
    ['大后天', '大后天 2024-03-14 day year+month'],
    ['下周三上午9时', '下周三上午9时 2024-03-20T09:00 minute year+month'],
  ])('%s', (text, date) => {
    expect(read(text, '2024-03-11')).toEqual([date])
  })
})

describe('at the turn of a year', () => {
  it.each([
    ['1月5日', '2024-12-20', '1月5日 2025-01-05 day year'],
    ['5月31日', '2024-12-20', '5月31日 2025-05-31 day year'],
    ['6月1日', '2024-12-20', '6月1日 2024-06-01 day year'],
    ['下月5日', '2024-12-20', '下月5日 2025-01-05 day month+year'],
    ['本月5日', '2024-12-20', '本月5日 2025-01-05 day month+year'],
    ['本月5日', '2024-11-20', '本月5日 2024-12-05 day month+year'],
    ['上月5日', '2025-01-01', '上月5日 2024-12-05 day month+year'],
    ['上周日', '2025-01-01', '上周日 2024-12-29 day year+month'],
  ])('%s on %s', (text, reference, date) => {
    expect(read(text, reference)).toEqual([date])
  })
})

describe('without a day of speaking', () => {
  it.each<[string, ...string[]]>([
    ['5月8日'],
    ['21日前'],
    ['下月5日'],
    ['本周五'],
    ['明年5月8日'],
    ['2024年5月8日', '2024年5月8日 2024-05-08 day'],
    ['5月8日至2024年6月1日', '5月8日至2024年6月1日 2024-05-08/2024-06-01 day year'],
    ['12月8日至2024年1月5日', '12月8日至2024年1月5日 2023-12-08/2024-01-05 day year'],
  ])('%s', (text, ...dates) => {
    expect(read(text)).toEqual(dates)
  })
})
