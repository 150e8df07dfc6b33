/** Recurring deadlines as RFC 5545 rules. The expectations are written by hand from the words. */
import { describe, expect, it } from 'vitest'
import { findDeadlines } from '../src/index.js'

/** A sentence, its term between ⟦ and ⟧, and the rule. */
const rules: [string, string | undefined][] = [
  // Months
  ['⟦每月5日前⟧报送进度表。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月25日之前⟧将报表发送至邮箱。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['请各单位⟦每月10日前⟧报送上月台账。', 'FREQ=MONTHLY;BYMONTHDAY=10'],
  ['各县局于⟦每月二十日前⟧上报情况。', 'FREQ=MONTHLY;BYMONTHDAY=20'],
  ['⟦每月5日、20日前⟧报送进展。', 'FREQ=MONTHLY;BYMONTHDAY=5,20'],
  ['⟦每月10日前、25日前⟧报送半月情况。', 'FREQ=MONTHLY;BYMONTHDAY=10,25'],
  ['⟦每月月底前⟧完成核对。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['⟦每月末⟧报送统计表。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['⟦每月最后一天前⟧提交小结。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['⟦每月31日前⟧填报。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['⟦每月30日前⟧填报。', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['⟦每月29日前⟧填报。', 'FREQ=MONTHLY;BYMONTHDAY=28,29;BYSETPOS=-1'],
  ['⟦每月15日、30日前⟧填报。', undefined],
  ['⟦每月5日17:00前⟧填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=17;BYMINUTE=0'],
  ['⟦每月5日下午5时30分前⟧填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=5;BYHOUR=17;BYMINUTE=30'],
  ['⟦每月25日（遇节假日顺延）前⟧填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['⟦每个月的8日前⟧，各站上报水样数据。', 'FREQ=MONTHLY;BYMONTHDAY=8'],
  ['⟦每月各县区应于3日前⟧报送上月情况。', 'FREQ=MONTHLY;BYMONTHDAY=3'],
  ['⟦每月1日至5日⟧填报上月数据。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月前5日内⟧申报上月税款。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月前5个工作日内⟧报送报表。', undefined],
  ['⟦每月第3个工作日前⟧报送报表。', undefined],
  ['⟦每月最后一个工作日前⟧报送报表。', undefined],
  ['⟦每月第一个周五前⟧报送周调度表。', 'FREQ=MONTHLY;BYDAY=1FR'],
  ['⟦每月最后一个星期一前⟧报送小结。', 'FREQ=MONTHLY;BYDAY=-1MO'],
  ['⟦每月结束后10日内⟧报送月报。', 'FREQ=MONTHLY;BYMONTHDAY=10'],
  ['⟦月度终了后15日内⟧报送会计报表。', 'FREQ=MONTHLY;BYMONTHDAY=15'],
  ['⟦每旬末⟧报送墒情。', 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1'],
  // Quarters and half-years
  ['⟦每季度末⟧报送小结。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['⟦每季末前⟧报送小结。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['⟦每季度最后一天前⟧提交小结。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['⟦每季度首月10日前⟧报送上季度情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
  ['⟦每季度第一个月的15日前⟧报送上季度情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
  ['⟦每季度第二个月20日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=20'],
  ['⟦每季度最后一个月25日前⟧报送本季度情况。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25'],
  ['⟦每季度末月20日前⟧报送本季度情况。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20'],
  ['⟦每季度结束后10日内⟧报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
  ['⟦季度终了后15日内⟧报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
  ['⟦每季度终了之日起15日内⟧预缴税款并报送申报表。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=15'],
  ['⟦每季度结束后10个工作日内⟧报送季报。', undefined],
  ['⟦每季度结束后1个月内⟧报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1'],
  ['⟦每季度次月5日前⟧报送季报。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5'],
  ['⟦每半年末⟧报送自查报告。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['⟦每半年结束后15日内⟧报送自查报告。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15'],
  ['⟦每半年度终了后20日内⟧报送半年报。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=20'],
  // Years
  ['⟦每年1月15日前⟧报送上年度总结。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
  ['⟦每年11月底前⟧报送总结。', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1'],
  ['⟦每年12月31日前⟧完成检修。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31'],
  ['⟦每年2月底前⟧完成考核。', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ['⟦每年年底前⟧报送总结。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['⟦每年度末⟧报送总结。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['⟦每年的元月10日前⟧报送计划。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10'],
  ['⟦每年1月15日、7月15日前⟧报送半年情况。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=15'],
  ['⟦每年6月、12月底前⟧报送台账。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['⟦每年6月底和12月底前⟧报送台账。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['⟦每年3月31日前、9月30日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1'],
  ['⟦每年1、4、7、10月的10日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10'],
  ['⟦每年5月10日、11月20日前⟧报送情况。', undefined],
  ['⟦每年6月上旬前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=10'],
  ['⟦每年第一季度末⟧报送情况。', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1'],
  ['⟦每年上半年末前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
  ['⟦每年3月1日至6月30日⟧报送上年度报告。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30'],
  ['⟦每年4月20日17时前⟧报送数据。', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=20;BYHOUR=17;BYMINUTE=0'],
  ['⟦年度终了后4个月内⟧报送年度财务报告。', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-1'],
  ['⟦每年度结束后30日内⟧报送年报。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30'],
  // Weeks and days
  ['⟦每周五前⟧报送周报。', 'FREQ=WEEKLY;BYDAY=FR'],
  ['⟦每周五下午5时前⟧报送周报。', 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=0'],
  ['⟦每周星期一上午10:00前⟧报送。', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0'],
  ['⟦每周一、三、五前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ['⟦每周二、周四16时前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=16;BYMINUTE=0'],
  ['⟦每日17时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=17;BYMINUTE=0'],
  ['⟦每天上午9点半前⟧报送情况。', 'FREQ=DAILY;BYHOUR=9;BYMINUTE=30'],
  ['⟦每日7时、17时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0'],
  ['⟦每日9:30、17:00前⟧报送情况。', undefined],
  ['⟦每日24时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=0;BYMINUTE=0'],
  ['⟦每个工作日17时前⟧报送情况。', undefined],
  // The end of the day without a clock
  ['⟦每周五下班前⟧报送进展。', 'FREQ=WEEKLY;BYDAY=FR'],
  ['⟦每周三、周五下午下班前⟧报送停电计划。', 'FREQ=WEEKLY;BYDAY=WE,FR'],
  ['⟦每月25日下班以前⟧报送台账。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['⟦每日下班前⟧上报接诊情况。', 'FREQ=DAILY'],
  ['⟦每个工作日营业终了前⟧上报交易情况。', undefined],
  ['此后⟦每日7时、17时⟧各报一次。', 'FREQ=DAILY;BYHOUR=7,17;BYMINUTE=0'],
  // At the edges: lists, last days of short months, terms as long as their cycle, the end of a day
  ['⟦每周五24时前⟧报送周报。', 'FREQ=WEEKLY;BYDAY=FR'],
  ['⟦每周五12时、24时前⟧报送周报。', undefined],
  ['⟦每周五24时30分前⟧报送周报。', undefined],
  ['⟦每日12时、24时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=12,0;BYMINUTE=0'],
  ['⟦每日下午3点半前⟧报送情况。', 'FREQ=DAILY;BYHOUR=15;BYMINUTE=30'],
  ['⟦每日晚8时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=20;BYMINUTE=0'],
  ['⟦每日中午12时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=12;BYMINUTE=0'],
  ['⟦每日下午12时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=12;BYMINUTE=0'],
  ['⟦每天早上8时前⟧报送情况。', 'FREQ=DAILY;BYHOUR=8;BYMINUTE=0'],
  ['⟦每天晚上十一点前⟧报送情况。', 'FREQ=DAILY;BYHOUR=23;BYMINUTE=0'],
  ['⟦每季度10日前⟧报送情况。', undefined],
  ['⟦每季度首月底前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1'],
  ['⟦每季度次月底前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=-1'],
  ['⟦每半年首月10日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=10'],
  ['⟦每半年第二个月10日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=2,8;BYMONTHDAY=10'],
  ['⟦每半年第三个月10日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=10'],
  ['⟦每半年最后一个月20日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20'],
  ['⟦每年四季度末前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['⟦每年第二季度末前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
  ['⟦每年下半年末前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['⟦每年2月29日前⟧报送情况。', undefined],
  ['⟦每年2月28日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28'],
  ['⟦每年4月31日前⟧报送情况。', undefined],
  ['⟦每年4月30日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=30'],
  ['⟦每年6月30日、12月30日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=30'],
  ['⟦每年3月30日、6月30日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=3,6;BYMONTHDAY=30'],
  ['⟦每年2月28日、3月31日前⟧报送情况。', undefined],
  ['⟦每年6月中旬前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20'],
  ['⟦每年6月下旬前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
  ['⟦每年6月前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=-1'],
  ['⟦每年6月、12月20日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=20'],
  ['⟦每年1月5日、20日前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5,20'],
  ['⟦每年1月5日、2月6日、20日前⟧报送情况。', undefined],
  ['⟦每年5月、2月前⟧报送情况。', 'FREQ=YEARLY;BYMONTH=2,5;BYMONTHDAY=-1'],
  ['⟦每年3月5日至10日⟧报送情况。', 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=10'],
  ['⟦每年3月至5月底⟧报送情况。', 'FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=-1'],
  ['⟦每月结束后1个月内⟧报送月报。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['⟦每月结束后2个月内⟧报送月报。', undefined],
  ['⟦每月结束后28日内⟧报送月报。', 'FREQ=MONTHLY;BYMONTHDAY=28'],
  ['⟦每月结束后29日内⟧报送月报。', undefined],
  ['⟦每月结束后5个工作日内⟧报送月报。', undefined],
  ['⟦每旬结束后3日内⟧报送旬报。', undefined],
  ['⟦每周结束后3日内⟧报送周报。', undefined],
  ['⟦每季度结束后3个月内⟧报送季报。', 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
  ['⟦每季度结束后4个月内⟧报送季报。', undefined],
  ['⟦每半年结束后6个月内⟧报送半年报。', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1'],
  ['⟦每半年结束后7个月内⟧报送半年报。', undefined],
  ['⟦年度终了后12个月内⟧报送年报。', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1'],
  ['⟦年度终了后13个月内⟧报送年报。', undefined],
  ['⟦年度终了后31日内⟧报送年报。', 'FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31'],
  ['⟦年度终了后32日内⟧报送年报。', undefined],
  ['⟦每周一、二、三、四、五、六、日前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU'],
  ['⟦每周六前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=SA'],
  ['⟦每周日前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=SU'],
  ['⟦每周天前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=SU'],
  ['⟦每周四前⟧报送动态。', 'FREQ=WEEKLY;BYDAY=TH'],
  ['⟦每月28日前⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=28'],
  ['⟦每月第二个周三前⟧报送情况。', 'FREQ=MONTHLY;BYDAY=2WE'],
  ['⟦每月第4个星期日前⟧报送情况。', 'FREQ=MONTHLY;BYDAY=4SU'],
  ['⟦每月前五日内⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月前5天⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月25日(遇节假日顺延)(含当日)前⟧填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['⟦每月25日17时(含)前⟧填报数据。', 'FREQ=MONTHLY;BYMONTHDAY=25;BYHOUR=17;BYMINUTE=0'],
  ['⟦每月各县区应于当月5日前⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月由各县区汇总后于5日前⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  [
    '⟦每年1月、2月、3月、4月、5月、6月、7月、8月、9月、10月、11月、12月底前⟧报送情况。',
    'FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=-1',
  ],
  ['⟦每月5日⟧，各县报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=5'],
  ['⟦每月5日至月底前⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['⟦每月20日到25日⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=25'],
  ['⟦每个工作日下午5点前⟧报送情况。', undefined],
  ['⟦每旬末⟧报送情况。', 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1'],
]

describe('recurring deadlines', () => {
  it.each(rules)('%s', (marked, recurrence) => {
    const text = marked.replace(/[⟦⟧]/g, '')
    const found = findDeadlines(text, { referenceDate: '2024-03-11' })
    expect(found.map((d) => d.recurrence)).toEqual([recurrence])
    const { start, end } = found[0]!.span
    expect(`${text.slice(0, start)}⟦${text.slice(start, end)}⟧${text.slice(end)}`).toBe(marked)
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
    '每日25时前报送情况。',
    '每旬5日前报送旬报。',
    '每月1、2日前报送情况。',
    '每月32日前报送情况。',
    '每月1日、2日、3日、4日、5日、6日、7日、8日、9日、10日、11日、12日、13日前报送情况。',
    '每日1时、2时、3时、4时、5时、6时、7时、8时、9时、10时、11时、12时、13时前报送情况。',
    '每工作日前报送情况。',
    '每日前报送情况。',
    '每周前报送情况。',
  ])('none in %s', (text) => {
    expect(findDeadlines(text, { referenceDate: '2024-03-11' })).toEqual([])
  })

  it.each([
    ['每年12月31日前完成检修。', 1, 'year'],
    ['每半年末报送自查报告。', 6, 'month'],
    ['每季度末报送小结。', 3, 'month'],
    ['每月5日前报送进度表。', 1, 'month'],
    ['每旬末报送墒情。', 10, 'day'],
    ['每周五前报送周报。', 7, 'day'],
    ['每星期五前报送周报。', 7, 'day'],
    ['每日17时前报送情况。', 1, 'day'],
    ['每个工作日17时前报送情况。', 1, 'workingDay'],
  ])('the length of the cycle of %s', (text, amount, unit) => {
    expect(findDeadlines(text).map(({ relative }) => [relative!.amount, relative!.unit])).toEqual([[amount, unit]])
  })

  it('several terms of one text are read one behind the other', () => {
    const text = '每月5日召开例会，每月10日前报送情况，每周五前报送动态，每年底前报送总结。'
    expect(findDeadlines(text).map((d) => `${d.text} ${d.action}`)).toEqual([
      '每月10日前 报送情况',
      '每周五前 报送动态',
      '每年底前 报送总结',
    ])
  })

  it('the term stands where it is printed', () => {
    const text = '请各县（区）于每月25日17:00前，将统计表报送我局。'
    const [d] = findDeadlines(text)
    expect(text.slice(d!.span.start, d!.span.end)).toBe('每月25日17:00前')
    expect(d!.relative).toEqual({ text: '每月25日17:00前', amount: 1, unit: 'month', after: '' })
  })
})
