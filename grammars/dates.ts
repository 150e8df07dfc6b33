/**
 * Dates, ranges, times (GB/T 9704-2012, 7.3.5.4: Arabic numerals, no leading zeros). In the wild: Chinese numerals, all
 * dashes, parts left out on either side of a range, weekdays and 含 in brackets. One expression is a head, an optional
 * tail behind a connector, and what hangs on either.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

const dateParts = {
  ...parts,
  s: ' {0,3}',
  // The engine unrolls up to three and writes what follows out for each: a tenth of the time to compile a long rule.
  gap: ' {0,4}',
  // 9月14日开始,9月19日结束: what begins a period, where the next clause ends it.
  dash: '-{1,3}|—{1,2}|~|(?:至|到|(?:起?开始|起|始|开幕|开馆|开展|开放),?(?:持续|延续|一直)?[至到]|,?(?:持续|延续|一直)[至到]|,?(?:起,?)?截止?[至到]|(?:起|开始|开幕|开赛|开课|报到|开启|启动|开通),(?=[^,。;]{2,20}?(?:结束|截止|止|闭幕|结业|离会|离营|散会)))',
  partOfMonth: '上中旬|中下旬|上旬|中旬|下旬|月?底|末|初',
  partOfYear: '年?底|年?末|年?初|年?上半年|年?下半年|年?第?[一二三四1-4]季度末?',
  weekday: '(?:周|星期|礼拜)[一二三四五六日天]',
  // 17、18两日: how many days a list or a range has, after figures.
  dayMark: '(?:[日号曰]|(?<=\\d {0,3})[两二三四五六七][日天])',
  sep: '[-/.]',
  // 2024-05-0608:30:00: behind the first figure of an hour that stands without a gap.
  glued: '(?<=\\d{2}[0-2])\\d:[0-5]\\d|(?<=\\d{2}\\d):[0-5]\\d',
}

export default {
  name: 'dates',
  parts: dateParts,
  rules: [
    {
      id: 'head',
      pattern:
        '(?=[\\d今明去本当次翌元一二三四五六七八九十廿卅下上年月第])(?<![\\d〇零一二三四五六七八九十]|(?:农|阴|旧|夏)历|\\((?:均|包)?含)(?:' +
        // 2021年5月22日, 5月22日, 今年5月, 本月22日, 5月上旬, 2021年底, 2024年第一季度
        '(?:(?:(?<y>{year}){gap}年|(?<ry>今年|明年|去年|本年度?|当年|次年|翌年)){gap})?(?:(?<m>{month}){gap}(?:[月曰](?:份)?|(?={gap}(?:-|—|~|至|到){gap}(?:{month}){gap}月(?!龄)))|(?<rm>本月|下月|上月|当月|次月)){gap}' +
        '(?:(?<d>{day}){gap}(?:{dayMark}(?![线楼院栋])|(?={gap}(?:{dash}){gap}(?:{month}{gap}月{gap})?{day}{gap}{dayMark})|(?=(?:、{gap}{day}{gap}){0,5}[、和及]{gap}{day}{gap}{dayMark}))|(?<mp>{partOfMonth})|(?![一二三四五六七八九十]|龄|经|嫂|饼|[ _]{0,20}日(?![常均内报])))' +
        '|(?:(?<y2>{year}){gap}年|(?<ry2>今|明|去|本|当)(?=年)){gap}(?<yp>{partOfYear})' +
        // 2021-05-22, 2021.5.22, 2021/5/22
        '|(?<![A-Za-z/_-])(?<iy>(?:19|20)\\d{2})(?:-(?<im>1[0-2]|0?[1-9])-(?<id>3[01]|[12]\\d|0?[1-9])|\\.(?<im2>1[0-2]|0?[1-9])\\.(?<id2>3[01]|[12]\\d|0?[1-9])|/(?<im3>1[0-2]|0?[1-9])/(?<id3>3[01]|[12]\\d|0?[1-9]))(?![\\d.](?!{glued}))' +
        // 年底前, 月底前 on their own; 于21日22时前
        '|(?<ye>年底|年末)(?={gap}(?:以|之)?前)|(?<qe>第?[一二三四]季度)末(?={gap}(?:以|之)?前)|(?<!每)(?<wk>本|这|上|下下?)(?:个)?(?:周|星期|礼拜)(?<wkd>[一二三四五六日天])|(?<me>(?<![一二三四五六七八九十\\d]|本|下)月底|(?<![本下])月末)(?={gap}(?:以|之)?前)' +
        '|(?:(?<=[于在请,])|(?<=^|[。;:!?)])(?={day}{gap}日{gap}(?:{half})?{gap}\\d{1,2}(?::\\d{2}|{gap}[时点])))(?<od>{day}){gap}日(?={gap}(?:\\([^()]{1,8}\\))?{gap}(?:{half})?{gap}(?:\\d{1,2}(?::\\d{2}|{gap}[时点](?:\\d{1,2}分|半)?)?)?{gap}(?:以|之)?前)' +
        // 今日(23日)下午3时
        '|[今本][日天]{gap}\\({gap}(?<td>{day}){gap}日{gap}\\)' +
        ')',
      matches: [
        '2021年5月22日',
        '5月22—28日',
        '二〇二四年五月六日',
        '2024-05-22',
        '2024.5.22',
        '本月底',
        '2024年第一季度',
        '6月底前',
        '元月12日',
        '9月11-17日',
        '年底前',
        '今年10月',
        '今年上半年',
        '10月19、20日',
        '10月19、20两日',
        '7月上中旬',
        '本周五',
        '第二季度末前',
        '2024-1-22',
        '2024-05-2209:30:00',
        '2024-05-229:30',
        '8日20时前完成',
        '今日(23日)',
      ],
      rejects: [
        '第3号',
        '5.1节',
        '2021-2035年',
        '010-12345678',
        'v1.2.3',
        '第十二条',
        '24号楼',
        '12345.67元',
        '三月三歌节',
        '3-5月龄',
        '农历四月十五',
        'QY2024-05-12',
        '2024-05-126',
        '每周五',
        '9月    日',
        '30日前',
      ],
    },
    {
      id: 'tail',
      pattern:
        '{s}(?:\\([^()]{0,16}\\))?{s}(?:{dash}){s}(?:' +
        '(?:(?<y>{year}){s}年{s}|(?<ry>今年|明年|次年|翌年){s})?(?:(?<m>{month}){s}月(?:份)?{s}|(?<rm>本月|下月|次月){s})?(?:(?<d>{day}){s}{dayMark}|(?<mp>{partOfMonth}))' +
        '|(?:(?<y2>{year}){s}年{s}|(?<ry2>明年|次年|翌年){s})?(?<m2>{month}){s}月(?:份)?(?![\\d龄])' +
        '|(?<iy>(?:19|20)\\d{2}){sep}(?<im>1[0-2]|0?[1-9]){sep}(?<id>3[01]|[12]\\d|0?[1-9])(?!\\d(?!{glued}))' +
        // 2024.5.22-6.3: only behind a day written so
        '|(?<sm>1[0-2]|0?[1-9])[./](?<sd>3[01]|[12]\\d|0?[1-9])(?![\\d./]|{s}[万亿元%节倍])' +
        '|(?<open>今|现在)(?!年|后)' +
        ')',
      matches: [
        '—28日',
        '至6月3日',
        '-2024年1月5日',
        '~11月',
        '至2024-01-05',
        '(周二)至12月25日',
        '至2024-1-05',
        '~2024-05-2217:00:00',
        '起截至28日',
        '开始,9月19日结束',
        '开幕,持续至10月8日',
      ],
      rejects: ['开始,9月19日起', '—第28', '至少', '到达'],
    },
    {
      id: 'time',
      pattern:
        '(?:{s},?{s}|T(?=\\d\\d:))(?:北京时间|当日|当天)?{s}(?<ap>{half})?{s}(?<h>\\d{1,2}|[零〇一二三四五六七八九十]{1,3})(?:{s}:{s}(?<mi>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d{1,3})?)?(?:{s}[时点分])?|{s}[时点](?:{s}(?<mi2>{minute}){s}分(?:{s}[0-5]?\\d{s}秒)?|整|(?<half>半)|(?<quarter>[一三])刻|(?<mi3>[0-5]\\d)(?!\\d))?)(?!间)',
      matches: [
        '上午9:00',
        '下午5时30分',
        '17:00',
        '24时',
        ' 12:00',
        '上午九时',
        '上午九时三十分',
        '下午三点一刻',
        '八时零五分',
        '8:00:00',
        '09时30分00秒',
        'T09:30',
        '9:30分',
      ],
      rejects: ['时间', '上午', '17', '上午9:00间'],
    },
    {
      id: 'timeTail',
      pattern:
        '{s}(?:{dash}){s}(?<next>次日|翌日|第二[天日])?{s}(?<ap>{half})?{s}(?<h>\\d{1,2}|[零〇一二三四五六七八九十]{1,3})(?:{s}:{s}(?<mi>[0-5]\\d)(?::[0-5]\\d)?|{s}[时点](?:{s}(?<mi2>{minute}){s}分(?:{s}[0-5]?\\d{s}秒)?)?)',
      matches: ['—11:30', '至11时30分00秒', '至十一时三十分', '-下午5时', '至16:00', '至次日凌晨6时'],
      rejects: ['—11日', '至下午'],
    },
    {
      id: 'moreHours',
      // Hours of the same day behind others: 上午9:00-11:30|,下午2:00-4:30
      pattern:
        '{s}[,、;和及]?{s}(?<ap1>{half})?{s}\\d{1,2}(?:{s}:{s}[0-5]\\d|{s}[时点](?:半|{minute}分?)?){s}(?:-{1,3}|—{1,2}|~|至|到){s}(?<ap>{half})?{s}(?<h>\\d{1,2})(?:{s}:{s}(?<mi>[0-5]\\d)|{s}[时点](?:(?<half>半)|(?<mi2>{minute})分)?)',
      matches: [',下午14:00-16:30', '、下午2:00—4:30', ' 13时30分至17时'],
      rejects: [',下午14:00', '14:00开始', ',上午召开'],
    },
    {
      id: 'sameDay',
      needs: ['日', '天'],
      // The day of the date before, or the next one, with a time of its own: 考生须于当日8:30前入场.
      pattern:
        '(?<![每即])(?:当日|当天|同日|次日|翌日)(?={s}(?:{half})?{s}(?:\\d{1,2}|[零〇一二三四五六七八九十]{1,3}){s}(?::[0-5]\\d|[时点](?!间)))',
      matches: ['当日8:30', '次日上午9时', '当天下午三点'],
      rejects: ['当日情况', '每当日8:30', '即日8:30', '当日有效'],
    },
    {
      id: 'halfDay',
      pattern: '{s}(?:上午|下午|中午|晚上?|全天|当天|当日)(?![\\d一二三四五六七八九十])',
      matches: ['上午', '下午在'],
      rejects: ['上午9时'],
    },
    {
      id: 'weekday',
      // (周一至周五) are days of opening, not the day's own.
      pattern:
        '{s}\\(?{s}(?:本|这|下)?(?:星期|周|礼拜)(?<wd>[一二三四五六日天])(?!{s}(?:-{1,2}|—{1,2}|~|至|到|、|和){s}(?:{weekday}|[一二三四五六日天](?![月十\\d]))){s}\\)?',
      matches: ['(星期五)', '周二', '(周日)', '(本周三)'],
      rejects: ['(每周)', '一周', '(周一至五)'],
    },
    {
      id: 'inclusive',
      pattern: '{s}\\({s}(?:均?含|包含|包括)[^()]{0,8}\\)|{s}\\((?:北京时间|以[^()]{2,16}为准)\\)',
      matches: ['(含当日)', '(含)', '(以寄出时间为准)'],
      rejects: ['含当日', '(一)时间'],
    },
    {
      id: 'before',
      pattern: '{s}(?:\\([^()]{1,30}\\))?{s}(?:以|之|日)?前(?![后往述]|期(?!间)|提(?!交|供|出|请|升|报|醒|前))',
      matches: ['前报送', '之前', '以前', '(以邮戳为准)前'],
      rejects: ['前后', '前往', '前期'],
    },
    {
      id: 'from',
      pattern: '{s}(?:开始)?起(?!草|来|点|诉)|{s}(?:以|之)后',
      matches: ['起施行', '开始起', '以后'],
      rejects: ['起草'],
    },
    {
      id: 'year',
      // The year of a title or of running text, for implied years.
      pattern: '(?<!\\d)(?<y>(?:19|20)\\d{2})(?={s}年)',
      matches: ['2021年全国'],
      rejects: ['12021年', '2035项', '2018届'],
    },
    {
      id: 'term',
      // The school year of a title runs over two years; its term says in which of them it is.
      needs: ['学年'],
      pattern:
        '(?<!\\d)(?<y>(?:19|20)\\d{2}){s}年?{s}(?:[-—~/至]|--){s}(?<y2>(?:19|20)?\\d{2}){s}学年度?{s}[,、(]?{s}(?:(?<autumn>第?[一1]{s}学期|上{s}学?期|秋季?{s}(?:学期)?|上半年)|(?<spring>第?[二2]{s}学期|下{s}学?期|春季?{s}(?:学期)?|下半年))?',
      matches: [
        '2023-2024学年第二学期',
        '2023—2024学年度秋季学期',
        '2023/2024学年(下学期',
        '2023-24学年上期',
        '2023-2024学年',
      ],
      rejects: ['2023学年', '2023-2024年'],
    },
    {
      id: 'section',
      // A heading of the first level.
      pattern:
        '^(?:[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十]{1,3}[章条部]|[(][一二三四五六七八九十]{1,3}[)][^。]{0,20}$)',
      matches: ['二、申请手续', '第三章'],
      rejects: ['1.报名时间', '(一)报名时间为3月5日。', '示例二、申请手续'],
    },
    {
      id: 'cohort',
      // 2025届: the year in which they leave, of which the notice speaks before.
      pattern: '(?<!\\d)(?<y>(?:19|20)\\d{2})(?={s}[届级])',
      matches: ['2025届毕业生', '2023级新生'],
      rejects: ['2025年', '第12届'],
    },
    {
      id: 'zhYear',
      // Digits read one by one.
      pattern: '^[〇零一二三四五六七八九]{2,4}$',
      matches: ['二〇二四'],
      rejects: ['二十四', '示例二〇二四'],
    },
    {
      id: 'afternoon',
      pattern: '下午|晚|午后',
      matches: ['下午', '晚上', '傍晚'],
      rejects: ['上午', '中午', '夜间'],
    },
    {
      id: 'late',
      // Twelve of these is midnight.
      pattern: '晚|夜',
      matches: ['晚上', '深夜'],
      rejects: ['中午', '凌晨'],
    },
    {
      id: 'midday',
      pattern: '中午|午间',
      matches: ['中午', '午间'],
      rejects: ['下午', '上午'],
    },
    {
      id: 'quarter',
      pattern: '第?(?<q>[一二三四1-4])季度(?<last>末)?',
      matches: ['第一季度', '四季度末'],
      rejects: ['季度'],
    },
    {
      id: 'spoken',
      // Days named from the day of speaking, left to a general parser.
      pattern: '(?<!每|到|至|-|—|~)(?:[今明昨][天日]|大?[后前]天|{weekday}(?!到|至|-|—|~))',
      matches: ['明天', '周三'],
      rejects: ['每周三', '周一至', '30日内'],
    },
    {
      id: 'any',
      // What every date expression holds; looked for before the expressions are.
      pattern:
        '[\\d元一二三四五六七八九十]{s}[年月]|\\d[-/.]\\d|[本下上当次今]月|年底|年末|[今明去本]年|月底|月末|季度末|\\d{1,2}{s}日[^,。;]{0,12}前|[今本][日天]{s}\\({s}\\d|[本这上下]个?(?:{weekday})',
      matches: ['5月22日', '2024-05-22', '年底前', '25日前', '本周五'],
      rejects: ['各有关单位', '010', '每周五'],
    },
    {
      id: 'nextDay',
      // 10月19日、20日和26日: further days of the same month.
      pattern:
        '{s}(?:\\([^()]{1,12}\\))?{s}[、和及,]{s}(?<d>{day}){s}(?:{dayMark}(?![线楼院栋])|(?=(?:、{s}{day}{s}){0,5}[、和及]{s}{day}{s}{dayMark}))',
      matches: ['、20日', '(周六)、20日', '和26日', '、18两日'],
      rejects: ['、20人', '20日'],
    },
    {
      id: 'carried',
      // 5月14日报到,|15—17日上课: a later clause leaves the month out. A single day needs a word that says it is one.
      pattern:
        '[^。;!?:,、(\\t\\n年月\\d]{0,24}[,、(]{s}[于自从]?{s}(?<first>(?<d>{day}){s}(?:{dayMark}?{s}(?:{dash}){s}(?<d2>{day}){s}{dayMark}|{dayMark}(?={s}\\(?(?:上午|中午|下午|晚|全天|{weekday}|报到|签到|正式|上课|授课|开课|开班|结业|培训|开会|会议|召开|举行|举办|开幕|闭幕|考试|笔试|面试|比赛|决赛|体检|领取|打印|缴费|缴纳|公布|公示|评审|答辩|颁奖|表彰|返程|离会|撤离|疏散|参观|考察|分组|实地|现场|到[\\u4e00-\\u9fff]|在[\\u4e00-\\u9fff])|{s}(?:以|之)?前(?![后往期])|{s}\\d{1,2}(?::\\d{2}|{s}[时点]))))(?![内线楼院栋]|(?:以|之)[内后]|后|起|均|常)',
      matches: ['报到,15-17日上课', '报到,16日返程', '报到(13日上午开会', ',18日至20日', '前报送,15日前'],
      rejects: ['报到,3日内', '报到,15人', '报到。15-17日上课', ',2日'],
    },
    {
      id: 'joined',
      // What stands between two dates of one enumeration.
      pattern: '^{s}(?:\\([^()]{1,12}\\))?{s}[、和及]{s}$',
      matches: ['、', '(周六)和'],
      rejects: [',于', '报送,', '示例、'],
    },
    {
      id: 'numberYear',
      // The year of a document number, where nothing else tells the time.
      pattern: '[〔\\[(【](?<y>(?:19|20)\\d{2})[〕\\])】]',
      matches: ['示发〔2014〕1号'],
      rejects: ['2014年'],
    },
  ],
} as const satisfies Grammar
