/** Documents that a notice names: in 《》, by number, or both; laws, standards, notices alike. */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'citations',
  parts,
  rules: [
    {
      id: 'standard',
      needs: ['-', '—'],
      pattern:
        '(?<![A-Za-z])(?<series>(?:GB|GB/T|GBZ|DB\\d{2}|DB\\d{2}/T|JGJ|CJJ|HJ|JT|JTG(?: ?[A-Z](?=\\d))?|JTS|JJF|JJG|YY|NY|SL|TB|WS|T/[A-Z]{2,8}|ISO|IEC|CJ|JG|JB|AQ|GA|SB|SN|LY|LB|QX|QB|DL|DA|DZ|YB|YD|YZ|FZ|WH|JR|JY|MZ|MH|NB|CY|CECS|HG|SH|SY|SF|XF|GY|RB|TY|TSG)(?:/[TZ]|-T)?|[A-Z]{2,3}/[TZ]|建标) {0,2}(?<sequence>\\d{2,6})(?:\\.\\d{1,3})?{sp}[-—]{sp}(?<year>\\d{4})(?!\\d)',
      matches: [
        'GB/T 9704-2012',
        'JTGB01-2014',
        'JTG D20-2017',
        'RB/T 214-2017',
        'JJF 1001-2011',
        'SL/Z 322-2013',
        'LB/T 054-2016',
        'DB11/T 1234-2020',
        'GB 3096-2008',
        '建标 101-2007',
      ],
      rejects: ['GB9704', 'IGB/T', 'TEL 0100-5550', 'RB 214', 'SARB/T 214-2017'],
    },
    {
      id: 'numberBehind',
      needs: ['(', '【'],
      // What may stand between 》 and its number: brackets, 等, a note.
      pattern:
        '^(?:第[一二三四五六七八九十\\d]{1,3}批)?(?:的(?:通知|函|公告|决定|意见|批复))?{sp}[(【]{sp}(?:以下简称[^()]{2,20}[,,;])?(?<inner>(?:[^()【】]|\\([^()]{1,8}\\)|【[^【】]{1,8}】){3,60}?)(?:{sp}[,;、]{sp}(?:以下|下|见|自)[^()]{0,60})?[)】]',
      matches: [
        '(示发〔2024〕1号)',
        '的通知(示发〔2024〕1号)',
        '(示发〔2024〕1号,以下简称《办法》)',
        '(示例部公告2024年第3号)',
        '第一批(示发〔2024〕1号)',
      ],
      rejects: ['的要求(示发〔2024〕1号)'],
    },
    {
      id: 'numberAhead',
      // Between a number and the title behind it: 示发〔2024〕3号|文件|《…》
      pattern: '^{sp}(?:文件?)?{sp}$',
      matches: ['', '文', '文件'],
      rejects: ['和', '、', '文件和'],
    },
    {
      id: 'shortName',
      needs: ['称'],
      // 《…》(以下简称《X》), 以下统称“X”
      pattern: '(?:以下|下|后)(?:简|统|合|并)?称{sp}(?:为)?{sp}[《“"](?<name>[^《》“”"]{1,30})[》”"]',
      matches: ['以下简称《办法》', '以下统称为《指导目录》'],
      rejects: ['以下简称首发专项'],
    },
    {
      id: 'bareName',
      // A kind alone in 《》 stands for a document named before.
      pattern:
        '^(?:本)?(?:通知|决定|意见|办法|规定|公告|细则|条例|方案|实施方案|指南|申报指南|行动计划|计划|规划|纲要|指导目录|目录|合同|协议|章程|名单|指导意见|实施意见|实施细则|管理办法)$',
      matches: ['通知', '实施方案'],
      rejects: ['技术指引', '安全生产法', '示例通知', '通知示例'],
    },
    {
      id: 'form',
      // Forms and papers that the reader fills in.
      pattern:
        '(?:表|申报书|申请书|登记卡|承诺书|委托书|协议书?|回执|回执单|确认书|声明书?|保证书|授权书|推荐书|任务书|合同书?|报名材料|信息卡|责任书|(?:承诺|声明|授权|推荐|邀请|担保|投标|响应|报价|介绍|证明|保)函|公函|台账|清单|样表|证书?|执照|许可证|营业执照|申请报告|自查报告|总结报告|(?:验证|认证|核验|查询)报告|备案表|证明|说明|报告书|简历|档案|名单|汇总|通知书)(?:\\([^()]{1,16}\\))?$',
      matches: ['示例备案表', '项目申报书', '诚信承诺书', '申请表(表一)', '信用承诺函', '声明函(工程、服务)'],
      rejects: ['管理办法', '安全生产法', '绩效评价报告'],
    },
    {
      id: 'anyFile',
      // 上述文件 may be of any kind.
      pattern: '^(?:文件|来函|来文)$',
      matches: ['文件'],
      rejects: ['通知', '示例文件', '文件示例'],
    },
    {
      id: 'medium',
      // Newspapers, works and the sites on which a notice is published are no documents.
      pattern:
        '^[A-Za-z][A-Za-z&,. -]{3,80}$|(?:日报|晚报|晨报|早报|时报|周刊|杂志|学报|期刊|电视剧|电影|歌曲|交响曲|进行曲|(?:采购|招标|投标|交易|资源|服务|信息|政府|政务|人才|人事|考试|招聘|教育|监管|信用|公示|发布)(?:中心|管理)?(?:网上?(?:平台|大厅)|网站?|平台|门户|官网|系统|APP|App)|信用中国|微信公众号|公众号|小程序)(?:\\([^()]{1,20}\\))?$',
      matches: [
        '示例日报',
        'Journal of Rare Examples',
        '示例采购与招标网',
        '示例公共资源交易平台',
        '示例公共资源交易中心网',
        '示例招标投标公共服务平台',
      ],
      rejects: ['情况通报', '年报制度', '示例日报示例', '关于建设信息平台的通知', '电子交易平台管理办法'],
    },
    {
      id: 'listed',
      // Between two titles of one list.
      pattern: '^{sp}[、,和及与]?{sp}$',
      matches: ['', '、', '和'],
      rejects: ['规定,', '。'],
    },
    {
      id: 'lawLead',
      pattern:
        '(?:引用|曲目|课程|歌曲|影片|影音|观影|放映|展映|绘本|书目|书籍|名著|教材|节目|剧目|作品|论文|著作|科目|推荐阅读|讲座|报告会?|题为|题目|主讲|宣讲|专题|微课|党课|话剧|舞剧|演出)(?:中|为|包括|分别为|:)?{sp}$',
      matches: ['课程', '专题讲座:', '影片', '考试科目:', '推荐书目中', '科目分别为'],
      rejects: ['根据', '按照'],
    },
    {
      id: 'law',
      // Ends like a law, whatever else it ends like.
      pattern: '(?:法|条例|办法|规定|框架协议)$',
      matches: ['安全生产法', '管理办法', '两省合作框架协议'],
      rejects: ['申报表', '安全生产法示例'],
    },
    {
      id: 'codeBehind',
      // Between a title and the code of its standard: 》(
      pattern: '^[》 (]{1,4}$',
      matches: ['》(', '》 '],
      rejects: ['》和《', '示例》('],
    },
    {
      id: 'fileLine',
      needs: ['.'],
      pattern: '\\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|pptx?|ofd)$',
      matches: ['示例局2019年第7号公告附表2.docx'],
      rejects: ['示例局2019年第7号公告'],
    },
    {
      id: 'annexPaper',
      // A paper of one's own, with the number of its annex behind it: 《注意事项及格式要求》(附件2)
      pattern:
        '(?:注意事项|要求|须知|说明|名单|清单|目录|一览|安排|日程|议程|流程|图|样本|样式|模板|范本|格式|答题卡|题目|选题|名额|分配)》?{sp}[(]{sp}(?:见)?附件{sp}[\\d一二三四五六七八九十]{0,3}{sp}[)]',
      matches: ['注意事项及格式要求》(附件2)', '名额分配》(见附件一)'],
      rejects: ['实施办法》(附件1)', '注意事项》', '名单》(示发〔2024〕1号)'],
    },
    {
      id: 'mediumBehind',
      pattern:
        '^》(?:(?:上)?(?:公开)?(?:发表|刊发|刊登|刊载)|杂志|报社|报|周刊|栏目|频道|编辑部|微信|公众号|视频号|抖音号|客户端|小程序|网站|官网|[Aa][Pp][Pp])',
      matches: ['》发表', '》杂志社', '》编辑部', '》微信公众号', '》App'],
      rejects: ['》的通知', '》规定', '示例》杂志社'],
    },
  ],
} as const satisfies Grammar
