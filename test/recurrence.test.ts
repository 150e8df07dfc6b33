/** Recurring deadlines as RFC 5545 rules. The expectations are written by hand from the words. */
import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../src/index.js'

const rules: [string, string | undefined][] = [
  // Months
  ['每月5日前报送进度表。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['每月25日之前将报表发送至邮箱。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['请各单位每月10日前报送上月台账。', 'FREQ=MONTHLY;BYMONTHDAY=10'],
  ['各县局于每月二十日前上报情况。', 'FREQ=MONTHLY;BYMONTHDAY=20'],
  ['每月5日、20日前报送进展。', 'FREQ=MONTHLY;BYMONTHDAY=5,20'],
  ['每月10日前、25日前报送半月情况。', 'FREQ=MONTHLY;BYMONTHDAY=10,25'],
  ['每月月底前完成核对。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['每月末报送统计表。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['每月最后一天前提交小结。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['每月31日前填报。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['每月30日前填报。', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['每月29日前填报。', 'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1'],
  ['每月15日、30日前填报。', undefined],
  ['每月5日17:00前填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=17;BYMINUTE=0'],
  ['每月5日下午5时30分前填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=17;BYMINUTE=30'],
  ['每月25日（遇节假日顺延）前填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['每个月的8日前，各站上报水样数据。', 'FREQ=MONTHLY;BYMONTHDAY=8'],
  ['每月各县区应于3日前报送上月情况。', 'FREQ=MONTHLY;BYMONTHDAY=3'],
  ['每月1日至5日填报上月数据。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['每月前5日内申报上月税款。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['每月前5个工作日内报送报表。', undefined],
  ['每月第3个工作日前报送报表。', undefined],
  ['每月最后一个工作日前报送报表。', undefined],
  ['每月第一个周五前报送周调度表。', 'FREQ=MONTHLY;BYDAY=1FR'],
  ['每月最后一个星期一前报送小结。', 'FREQ=MONTHLY;BYDAY=-1MO'],
  ['每月结束后10日内报送月报。', 'FREQ=MONTHLY;BYMONTHDAY=10'],
  ['月度终了后15日内报送会计报表。', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['每旬末报送墒情。', 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1'],
  // Quarters and half-years
  ['每季度末报送小结。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['每季末前报送小结。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['每季度最后一天前提交小结。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['每季度首月10日前报送上季度情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
  ['每季度第一个月的15日前报送上季度情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
  ['每季度第二个月20日前报送情况。', 'FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=20'],
  ['每季度最后一个月25日前报送本季度情况。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
  ['每季度末月20日前报送本季度情况。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20'],
  ['每季度结束后10日内报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
  ['季度终了后15日内报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
  ['每季度终了之日起15日内预缴税款并报送申报表。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
  ['每季度结束后10个工作日内报送季报。', undefined],
  ['每季度结束后1个月内报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1'],
  ['每季度次月5日前报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5'],
  ['每半年末报送自查报告。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['每半年结束后15日内报送自查报告。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15'],
  ['每半年度终了后20日内报送半年报。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=20'],
  // Years
  ['每年1月15日前报送上年度总结。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
  ['每年11月底前报送总结。', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1'],
  ['每年12月31日前完成检修。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31'],
  ['每年2月底前完成考核。', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ['每年年底前报送总结。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['每年度末报送总结。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['每年的元月10日前报送计划。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10'],
  ['每年1月15日、7月15日前报送半年情况。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15'],
  ['每年6月、12月底前报送台账。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['每年6月底和12月底前报送台账。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['每年3月31日前、9月30日前报送情况。', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1'],
  ['每年1、4、7、10月的10日前报送情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
  ['每年5月10日、11月20日前报送情况。', undefined],
  ['每年6月上旬前报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10'],
  ['每年第一季度末报送情况。', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1'],
  ['每年上半年末前报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
  ['每年3月1日至6月30日报送上年度报告。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30'],
  ['每年4月20日17时前报送数据。', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=20;BYHOUR=17;BYMINUTE=0'],
  ['年度终了后4个月内报送年度财务报告。', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1'],
  ['每年度结束后30日内报送年报。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30'],
  // Weeks and days
  ['每周五前报送周报。', 'FREQ=WEEKLY;BYDAY=FR'],
  ['每周五下午5时前报送周报。', 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=0'],
  ['每周星期一上午10:00前报送。', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0'],
  ['每周一、三、五前报送动态。', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['每周二、周四16时前报送动态。', 'FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=16;BYMINUTE=0'],
  ['每日17时前报送情况。', 'FREQ=DAILY;BYHOUR=17;BYMINUTE=0'],
  ['每天上午9点半前报送情况。', 'FREQ=DAILY;BYHOUR=9;BYMINUTE=30'],
  ['每日7时、17时前报送情况。', 'FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0'],
  ['每日9:30、17:00前报送情况。', undefined],
  ['每日24时前报送情况。', 'FREQ=DAILY;BYHOUR=0;BYMINUTE=0'],
  ['每个工作日17时前报送情况。', undefined],
  // The end of the day without a clock
  ['每周五下班前报送进展。', 'FREQ=WEEKLY;BYDAY=FR'],
  ['每周三、周五下午下班前报送停电计划。', 'FREQ=WEEKLY;BYDAY=WE,FR'],
  ['每月25日下班以前报送台账。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['每日下班前上报接诊情况。', 'FREQ=DAILY'],
  ['每个工作日营业终了前上报交易情况。', undefined],
  ['此后每日7时、17时各报一次。', 'FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0'],
]

describe('recurring deadlines', () => {
  it.each(rules)('%s', (text, recurrence) => {
    const found = findDeadlines(text, { referenceDate: '2024-03-11' })
    expect(found.map((d) => d.recurrence)).toEqual([recurrence])
    expect(found[0]!.due).toBe(null)
    expect(found[0]!.relative).toBeDefined()
  })

  it.each([
    '每月召开一次例会。',
    '每年投入资金100万元。',
    '每年6月5日是世界环境日。',
    '每周五下午召开调度会。',
    '每人每月5日工资由财务发放。',
    '每天8:30—17:00受理。',
    '每年5月举办科技活动周。',
    '每批次结束后公布名单。',
  ])('none in %s', (text) => {
    expect(findDeadlines(text, { referenceDate: '2024-03-11' })).toEqual([])
  })

  it('the term stands where it is printed', () => {
    const text = '请各县（区）于每月25日17:00前，将统计表报送我局。'
    const [d] = findDeadlines(text)
    expect(text.slice(d!.span.start, d!.span.end)).toBe('每月25日17:00前')
    expect(d!.relative).toEqual({ text: '每月25日17:00前', amount: 1, unit: 'month', after: '' })
  })
})
