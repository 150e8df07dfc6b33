/** Lines that hold several elements of a notice, run on with each other: where each of them begins. */
import type { Grammar } from '../src/grammar.js'
import { zoneParts } from './zone-parts.js'

export default {
  name: 'run-ons',
  parts: zoneParts,
  rules: [
    {
      id: 'signerBehind',
      // Who signs, set solid behind the figures of a number at the end of a line.
      pattern: '(?<=\\d{5})(?<bodies>[\\u4e00-\\u9fff]{6,40})$',
      matches: ['咨询电话:5550123示例区人民政府防火办公室'],
      rejects: ['示例区人民政府防火办公室', '电话:5550123'],
    },
    {
      id: 'signerDated',
      needs: ['日'],
      // Who signs and the day, set solid behind a number, a mail or a room.
      pattern: '(?<=\\d{5}|\\.(?:com|cn|net|org)|\\d[室号楼层座])(?<bodies>[\\u4e00-\\u9fff]{4,40}){sp}(?:{date}){sp}$',
      matches: ['5550123示例区人民政府防火办公室2024年5月6日', '地址:行政楼702室党委示例部2024年5月6日'],
      rejects: ['示例区人民政府防火办公室2024年5月6日', '电话:5550123', '地址:行政楼702室党委示例部'],
    },
    {
      id: 'dayHere',
      // A day that a page sets between the title and the text.
      pattern: '{sp}(?:(?:发布|公布)?(?:时间|日期){sp}:{sp})?(?:{date}){sp}(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?',
      matches: ['2017-08-28', ' 发布时间:2017年8月28日 10:00'],
      rejects: ['各单位'],
    },
    {
      id: 'shortTitle',
      needs: ['通知', '公告', '通告', '公示', '启事', '提示', '提醒'],
      // A title without 关于 and, a blank apart, those whom the text addresses.
      pattern:
        '^[\\u4e00-\\u9fff“”]{2,16}(?:通知|公告|通告|公示|启事|提示|提醒)[ \\t]{1,4}(?=(?:尊敬的|亲爱的|各位?|全体|广大)[^。;:,]{1,40}:)',
      matches: ['停水通知 尊敬的用水户:因管道施工', '温馨提示  各位业主:'],
      rejects: ['停水通知', '停水通知 因管道施工'],
    },
    {
      id: 'stampLead',
      // When a page was stored, set solid before its first sentence.
      pattern: '^\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2} {1,4}\\d{1,2}:\\d{2}(?::\\d{2})?{sp}(?={han}{6}[^。]{0,200}[,。])',
      matches: ['2017-08-28 10:00:00示例采购中心受示例医院委托,现对示例项目'],
      rejects: ['2017-08-28 10:00:00', '2017-08-28 10:00 来源:示例网'],
    },
    {
      id: 'tornHead',
      // The upper line of a name set on two.
      pattern: '^(?:中共|中国|全国|国家|{han}{1,8}[省市县区州旗镇乡]){han}{2,30}$',
      matches: ['中共示例市委人才工作', '示例市安全生产监督'],
      rejects: ['意见反馈表', '龚师傅(接站)', '2024年'],
    },
    {
      id: 'tornTail',
      // The lower one: an organ that has no name of its own.
      pattern:
        '^(?:工作)?(?:领导小组|联席会议|指挥部|协调小组|委员会|管理委员会|组委会|组织委员会|办公室|办公厅|和{han}{2,12}(?:局|厅|委员会)|管理局|监督管理局|监督局|管理处|服务中心|协会|学会|分局|支队|大队|总队)(?:办公室)?$',
      matches: ['领导小组办公室', '管理委员会', '交通警察支队'.slice(4)],
      rejects: ['示例市教育局', '校企合作处', '示例领导小组办公室'],
    },
    {
      id: 'noteItem',
      // An item of a list of annexes, the first of them behind 附件:
      pattern: '^(?<note>附{sp}件?{sp}:{sp})?(?<number>\\d{1,2}){sp}[.、](?:(?!\\d)|(?=(?:19|20)\\d{2}年))',
      matches: ['附件:1.示例表', '2.示例评分', '2.2021年度示例评分'],
      rejects: ['附件1', '2.5元', '示例2.示例评分'],
    },
    {
      id: 'noteRun',
      needs: ['附'],
      // A list of annexes that something runs on into.
      pattern: '附{sp}件{sp}:(?={sp}[^\\s])',
      matches: ['有效。附件:示例名单.docx示例厅2024年1月8日', '附件: 1.示例表'],
      rejects: ['附件1', '附件:', '见附件'],
    },
    {
      id: 'noteOne',
      needs: ['附'],
      // A list of annexes that begins with the first of several.
      pattern: '附{sp}件{sp}:{sp}1{sp}[.、](?!\\d)[^。]{2,80}?2{sp}[.、](?!\\d)',
      matches: ['附件:1.示例表2.示例回执', '附件: 1、示例表 2、示例名单'],
      rejects: ['附件:1.示例表', '附件:示例表', '附件1.示例表2.示例回执'],
    },
    {
      id: 'fileRun',
      needs: ['.'],
      // The suffix of a file's name, whatever runs on behind it.
      pattern: '\\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|pptx?|ofd)(?![a-z])',
      matches: ['示例名单.docx示例厅', '示例表.xls'],
      rejects: ['www.doccn.example', '示例表'],
    },
    {
      id: 'dayEnding',
      pattern: '(?:{date}){sp}$',
      matches: ['示例厅2024年1月8日'],
      rejects: ['2024年1月8日前', '示例厅'],
    },
    {
      id: 'documentRun',
      needs: ['第一'],
      // Where the first part of an annexed document runs on with the notice.
      pattern: '第一[章条]',
      matches: ['2023年12月28日示例办法第一章总则'],
      rejects: ['第一批', '第十一条'],
    },
    {
      id: 'signedRun',
      // Who signs, the day and the title of what is annexed, run together.
      pattern: '^(?<bodies>[^。;:!?,\\d]{2,80}?){sp}(?<date>{date}){sp}[^。;:!?,\\d]{4,80}$',
      matches: ['示例局2023年12月28日示例管理办法'],
      rejects: ['示例局2023年12月28日', '自2023年12月28日起施行'],
    },
    {
      id: 'pageHead',
      needs: ['详', '正文', '查看', '内容'],
      // The name of a page, run together with the title of the notice that it shows.
      pattern:
        '^(?:[A-Z]{2,8}\\d{0,8} {1,4})?(?:中标|招标|采购|成交|公告|通知|公示|信息|新闻|文章|项目){1,3}(?:详情|详细|正文|内容|查看){1,2} {1,8}(?={han}|[\\[【(])',
      matches: ['中标信息详情 示例项目更正公告', '公告正文 示例公告'],
      rejects: ['中标信息详情', '示例详情 示例公告', '项目内容说明 示例'],
    },
    {
      id: 'pageLead',
      // The number of a page, run together with the heading below it: -2-三、注意事项
      pattern:
        '^[-—]{1,2}{sp}\\d{1,3}{sp}[-—]{1,2}{sp}(?=[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)])',
      matches: ['-2-三、注意事项', '— 3 —(二)要求'],
      rejects: ['-2-', '2-三、注意事项', '-2-3月5日'],
    },
    {
      id: 'columnHere',
      needs: [']', '】'],
      // The column of a site before a title: [通知公告] 关于…
      pattern:
        '^[\\[【]{sp}{han}{2,4}(?:公告|公示|通知|动态|信息|新闻|公开|要闻|公文|文件|专栏|通告){sp}[\\]】]{sp}(?=[^。;:]{0,30}关于[^。;]{6})',
      matches: ['[通知公告] 关于举办示例活动的通知', '【招标公告】示例局关于示例项目的公告'],
      rejects: ['[通知公告]', '关于举办示例活动的通知', '【紧急通知】明日停课'],
    },
    {
      id: 'sourceHere',
      needs: ['来源'],
      // What a page sets between the number and the addressees: 来源:某处各县局:
      pattern: '{sp}(?:信息|文章)?来源{sp}:{sp}[^:。;,\\n]{2,24}?(?=各)',
      matches: ['来源:法规处各县(市、区)局:现将'],
      rejects: ['来源:法规处', '来源于各县'],
    },
  ],
} as const satisfies Grammar
