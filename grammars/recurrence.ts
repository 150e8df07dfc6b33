/**
 * What must be done again and again: a cycle (每月, 每季度, 季度终了后), then the day in it, read piece by piece from left to
 * right. Every rule but `cycle` is matched where the one before it ended.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

const acts = '报送|上报|报告|汇总|提交|填报|报备|反馈|上传|函报|报(?!销|名|刊|废)|将|向|缴纳|申报'

export default {
  name: 'recurrence',
  parts: {
    ...parts,
    s: ' {0,4}',
    acts,
    count: '\\d{1,3}|[一二三四五六七八九十两]{1,3}',
    and: '{s}(?:[、,和及与或]|以及){s}',
    // 下班前, 收市前: the end of the day without a clock.
    close:
      '(?:上午|下午|当[日天]|中午)?(?:下班|放学|收工|收市|收盘|闭市|停止营业|营业结束|营业终了|日终|交班|工作时间结束)',
    before: '{close}?(?:以|之)?前|(?:以|之)?内|止|截止',
  },
  rules: [
    {
      id: 'cycle',
      needs: ['每', '终了', '结束'],
      // 每季度; or a cycle that has ended: 季度终了后
      pattern:
        '每{s}(?:一)?(?:个)?{s}(?<every>年度?|半年度?|季度?|月(?:份|度)?|星期|周|旬|日|天|工作日)(?!度假|均|期|次|人|份)|(?=[年半季月])(?<![本上该下第一二三四半0-9期个]{s})(?<ended>(?<!半)年度|半年度?|季度?|(?<![\\u4e00-\\u9fff])月(?:度|份)?)(?={s}(?:终了|结束))',
      matches: ['每月5日前', '每个季度末', '每半年', '季度终了后15日内', '每 年', '月度终了后', '季度 结束'],
      rejects: ['本季度结束后', '每次', '每周期', '上年度终了'],
    },
    {
      id: 'filler',
      // What may stand between the cycle and its day.
      pattern:
        '{s}(?:的|度|中|,?(?:请|应当?|须|需|要|可|均|都|统一|定期|固定|务必|必须|分别|由){0,2}(?:[\\u4e00-\\u9fff、]{0,16}?)(?:于|在|不迟于|不晚于|最迟)(?:当[年月]|其)?){s}',
      matches: ['的', '应于', '各校在', '由各单位于'],
      rejects: ['投入', ''],
    },
    {
      id: 'ended',
      // 结束后10日内, 终了后15个工作日内, 后1个月内
      pattern:
        '{s}(?:度)?(?:终了|结束|期满)?(?:之日)?(?:后|起)的?{s}(?:第)?(?<n>{count}){s}个?(?<u>工作日|自然日|日|天|月){s}(?:以|之)?内',
      matches: ['结束后10日内', '终了之日起15个工作日内', '后1个月内'],
      rejects: ['结束前', '后天'],
    },
    {
      id: 'ordinalMonth',
      // 首月, 第二个月, 最后一个月, 次月: a month of the quarter or half-year
      pattern:
        '{s}(?:的)?(?:(?<first>首月|首个月|第[一1]{s}?个?月)|(?<second>第[二2]{s}?个?月)|(?<third>第[三3]{s}?个?月)|(?<last>末月|最[后末][一1]?个?月)|(?<next>(?:结束|终了)?后?(?:的)?次月|(?:结束|终了)?后的?首月|下(?:一)?个?月)){s}(?:的)?',
      matches: ['首月', '第二个月', '最后一个月', '次月', '末月'],
      rejects: ['月末', '五月'],
    },
    {
      id: 'quarter',
      pattern: '{s}(?:的)?第?(?<q>[一二三四1-4])季度{s}(?:末|底|最后一[日天]|结束)?',
      matches: ['第一季度末', '四季度'],
      rejects: ['季度'],
    },
    {
      id: 'half',
      pattern: '{s}(?:的)?(?<h>[上下])半年{s}(?:末|底|最后一[日天]|结束)?',
      matches: ['上半年末'],
      rejects: ['半年'],
    },
    {
      id: 'monthItem',
      // 1月15日, 11月底, 6月; a bare number before further months (1、4、7、10月)
      pattern:
        '{s}(?:(?<bare>1[0-2]|[1-9])(?={s}[、,]{s}\\d{1,2}{s}[、,月和及])|(?<m>{month}){s}月(?:份)?{s}(?:的)?{s}(?:(?<d>{day}){s}[日号]|(?<part>上旬|中旬|下旬|月?底|月?末|最后一[日天]))?)',
      matches: ['1月15日', '11月底', '6月', '1、4、7月', '元月10日'],
      rejects: ['5日', '年底'],
    },
    {
      id: 'dayItem',
      pattern: '{s}(?:(?<d>{day}){s}[日号]|(?<range>{day}){s}(?=-|—|~|至))',
      matches: ['5日', '二十五日', '1-5日'],
      rejects: ['5月', '5个'],
    },
    {
      id: 'rangeTo',
      // The end of a window: 至5日, -3月31日
      pattern: '{s}(?:-|—{1,2}|~|至|到){s}(?:(?<m>{month}){s}月{s})?(?:(?<d>{day}){s}[日号]|(?<part>月?底|月?末))',
      matches: ['至5日', '-3月31日', '至月底'],
      rejects: ['至少'],
    },
    {
      id: 'endOf',
      pattern: '{s}(?:的)?(?:(?:[年月季旬]?[底末]{s}的?)?最后[一1]{s}[日天]|[年月季旬]?[底末])',
      matches: ['末最后一天', '底', '月末', '最后一天', '年底'],
      rejects: ['最后一个工作日', '初'],
    },
    {
      id: 'firstDays',
      // 前5日内
      pattern: '{s}前{s}(?<n>{count}){s}个?(?<u>工作日|自然日|日|天){s}(?:以|之)?内?',
      matches: ['前5日内', '前三个工作日'],
      rejects: ['前后'],
    },
    {
      id: 'nthWorkingDay',
      pattern: '{s}(?:的)?(?:第{s}(?:{count})|最后[一1]?|首){s}个?{s}工作日',
      matches: ['第5个工作日', '最后一个工作日'],
      rejects: ['5个工作日'],
    },
    {
      id: 'nthWeekday',
      // 第一个周五, 最后一个星期一
      pattern:
        '{s}(?:的)?(?:第{s}(?<n>[一二三四1-4])|(?<last>最后[一1]?)){s}个?{s}(?:周|星期)(?<wd>[一二三四五六日天])',
      matches: ['第一个周五', '最后一个星期一', '第一周五'],
      rejects: ['第一周', '周五'],
    },
    {
      id: 'weekdayItem',
      pattern: '{s}(?:的)?(?:(?:周|星期|礼拜){s})?(?<wd>[一二三四五六日天])(?![日月年个次])',
      matches: ['周五', '五', '星期一', '一、三'],
      rejects: ['次', '一次'],
    },
    {
      id: 'timeItem',
      pattern:
        '{s}(?:的)?(?<ap>{half})?{s}(?<h>\\d{1,2}|[零一二三四五六七八九十]{1,3}){s}(?::{s}(?<mi>[0-5]\\d)|[时点](?:(?<mi2>{minute})分|(?<half>半)|整)?)',
      matches: ['下午5时', '17:00', '8点半'],
      rejects: ['下午', '5日'],
    },
    {
      id: 'dayEnd',
      // 每日下班前: a time without a clock
      pattern: '(?={s}{close}(?:以|之)?前)',
      matches: ['下班前', '营业终了前'],
      rejects: ['下班后', '17时前'],
    },
    {
      id: 'joint',
      // Between two days, months or times of one list; 前 may stand behind each.
      pattern: '{s}(?:(?:以|之)?前)?{and}',
      matches: ['、', '和', '前、', '前和', '前、'],
      rejects: ['前报送'],
    },
    {
      id: 'aside',
      pattern: '{s}\\([^()]{1,24}\\)',
      matches: ['(节假日顺延)', '(含)'],
      rejects: ['节假日顺延'],
    },
    {
      id: 'closer',
      // What makes it a deadline: 前, 内, or the act itself.
      pattern:
        '{s}(?:{before})(?![后往期])|(?={s},?(?:{s}前)?{s}(?:各|均|再|分别|集中|统一|准时|按时|定时|电话|书面|滚动|续|逐级){0,2}(?:{acts}))|(?={s},[^,。;:]{0,30}?(?:报送|上报|提交|填报|缴纳|申报|报备))',
      matches: [
        '前',
        '之前',
        '内',
        '报送',
        ',将',
        ',用人单位应当向机关报送',
        '下班前',
        '各报一次',
        '下午下班以前',
        '准时报送',
      ],
      rejects: ['前后', '召开', '是', ',各地开展活动'],
    },
  ],
} as const satisfies Grammar
