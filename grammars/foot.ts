/** Below the text: signature and day (GB/T 9704-2012, 7.3.5), notes (7.3.6), annexes (7.3.7), imprint (7.4). Rules for whole lines. */
import type { Grammar } from '../src/grammar.js'
import { zoneParts } from './zone-parts.js'

export default {
  name: 'foot',
  parts: zoneParts,
  rules: [
    {
      id: 'organizers',
      needs: ['办', '组织', '支持'],
      // A label alone on its line: the body below it organizes, and does not sign.
      pattern:
        '^(?:[一二三四五六七八九十]{1,3}、|\\({sp}[一二三四五六七八九十]{1,3}{sp}\\))?{sp}(?:主办|承办|协办|联办|支持|组织|指导|主办、承办)(?:单位|方|机构){sp}:?$',
      matches: ['协办单位', '三、承办单位:'],
      rejects: ['协办单位:示例大学', '示例协办单位'],
    },
    {
      id: 'sealNote',
      // What stands for a seal behind a name.
      pattern: '{sp}\\({sp}(?:代{sp}章|代{sp}印|盖{sp}章|公{sp}章|印{sp}[章信]|印|章){sp}\\)$',
      matches: ['示例局(章)', '示例协会 (盖章)'],
      rejects: ['示例局(办)', '(章)示例'],
    },
    {
      id: 'dateLine',
      pattern:
        '^(?:(?:日{sp}期|(?:公告|成文|发布|落款)日期){sp}:{sp})?(?<bodies>[^。;:!?]{0,240}?){sp}(?<date>(?:{date})(?:{sp}\\d{1,2}{sp}[时点](?:{sp}\\d{1,2}{sp}分|整)?)?){sp}(?:\\([^()]{0,40}\\))?$',
      matches: [
        '2021年4月1日',
        // Telegrams tell the hour.
        '2021年7月3日18时',
        '示例市气象局 2021年7月3日9时30分',
        '日期:2017年12月25日',
        '示例市教育局 2017年8月15日',
        '二〇二四年五月六日',
        '2019-07-17',
      ],
      rejects: ['2021年4月1日起施行', '请于2021年4月1日前报送', '2021年4月'],
    },
    {
      id: 'dayFirst',
      needs: ['日', '号', '-', '.', '/'],
      // Some print the day in front of the name.
      pattern: '^(?<date>{date}){sp}(?<bodies>{han}[^。;:!?\\d]{1,80})$',
      matches: ['2026年5月6日 示例市示例局', '2026-05-06 示例局 示例委'],
      rejects: ['2026年5月6日', '示例局2026年5月6日', '2026年5月6日前报送:示例局', '2026年5月6日 9:00'],
    },
    {
      id: 'dayLine',
      needs: ['月'],
      // A day of signing without its year: only below those who sign.
      pattern: '^(?<date>{month}{sp}月{sp}{day}{sp}[日号])$',
      matches: ['9月28日', '十月八日', '3月5号'],
      rejects: ['9月28日前', '9月28日、29日', '示例局9月28日', '2024年9月28日', '时间:9月28日'],
    },
    {
      id: 'monthLine',
      pattern: '^(?<date>{year}{sp}年{sp}{month}{sp}月)$',
      matches: ['2021年3月'],
      rejects: ['2021年3月5日', '2021年3月底', '示例2021年3月'],
    },
    {
      id: 'sealAlone',
      needs: ['章', '印'],
      // Where the seal goes, on a line of its own between who signs and the day.
      pattern: '^\\({sp}(?:代{sp}章|盖{sp}章|公{sp}章|印{sp}章|印|章){sp}\\)$',
      matches: ['(代  章)', '(盖章)'],
      rejects: ['(示例局代章)', '代章'],
    },
    {
      id: 'onBehalf',
      needs: ['章', '印'],
      pattern:
        '^\\({sp}(?<body>{nameChar}{2,40}?){sp}(?:代{sp}章|代{sp}印|盖{sp}章|公{sp}章|印{sp}[章信]|章){sp}\\)$|^(?<body2>{nameChar}{2,40}?)\\((?:代章|盖章|公章|印章|印信|印|章)\\)$'.replace(
          /body2/g,
          'other',
        ),
      matches: ['(示例局办公室代章)', '示例市教育局(盖章)', '示例学会(印章)'],
      rejects: ['(此件公开发布)', '示例市教育局'],
    },
    {
      id: 'signerKind',
      // Who signs right above the day or below it, with a name that would be any place elsewhere: 示例社区, 物理系.
      pattern:
        '^(?!.{0,20}(?:地点|单位|范围|名单))(?:{han}|[A-Za-z0-9·“”]){2,20}(?:社区|街道|[^农]村|乡|镇|物业|法庭|系|车间|总支|景区|服务区|剧院|剧场|考点|赛区|酒店|宾馆|书店|超市|商场|农场|林场|水库|园)$',
      matches: ['新桥社区', '示例镇', '示例大学物理系', '示例花园物业', '中共示例学院党总支'],
      rejects: ['关系', '实施范围:示例社区', '社区', '考试地点示例考点', '示例社区、示例村', '建设新农村'],
    },
    {
      id: 'official',
      needs: ['长', '主', '总', '董'],
      // The official who signs an order: 行 长 某某某, 省长:某某
      pattern:
        '^(?<post>(?!{han}{1,3}{sp}办公[会室厅])(?:代理|副|署){0,1}(?:部{sp}长|省{sp}长|市{sp}长|县{sp}长|区{sp}长|州{sp}长|局{sp}长|厅{sp}长|主{sp}任|行{sp}长|署{sp}长|院{sp}长|检察长|主{sp}席|总{sp}理|主任委员|会{sp}长|关{sp}长|校{sp}长|董事长)){sp}:?{sp}(?<name>{han} {0,4}{han}(?: {0,4}{han}){0,2})$',
      matches: ['行 长 张某某', '省长:李某', '局长  王 某'],
      rejects: ['局长办公会', '校长办公室', '部长召集有关单位开会讨论', '示例行 长 张某某'],
    },
    {
      id: 'signatureLabel',
      // A tender's signature names the part of its signer.
      pattern:
        '^(?:采购代理机构|采{sp}购{sp}人|采购单位|招{sp}标{sp}人|招标代理机构|代理机构|(?:发布|公告|公示|通知|通告)单位|(?:发{sp}布|公{sp}告|公{sp}示|通{sp}知|通{sp}告|启{sp}事|声{sp}明){sp}人|落款|主办单位|招标单位){sp}:{sp}|^\\[{han}{2,4}\\](?={han}{2})',
      matches: [
        '[内蒙古]示例县人民法院',
        '采购代理机构:示例工程咨询有限公司',
        '招标人:示例局',
        '发 布 人:示例招标有限公司',
        '公告单位:示例局',
      ],
      rejects: ['联系单位:示例局', '采购方式:公开招标', '示例采购代理机构:示例工程咨询有限公司'],
    },
    {
      id: 'purchaser',
      needs: ['购', '标人', '标单位', '业主', '招聘'],
      // Whose tender it is, in a page's table or a list of labels.
      pattern:
        '^(?:[一二三四五六七八九十]{1,3}{sp}、|\\d{1,2}{sp}[.、])?{sp}(?:采{sp}购{sp}(?:单位|人)|招标人|招标单位|业主单位|招聘单位){sp}(?:名{sp}称)?{sp}(?:信息)?{sp}[:\\t][:\\t ]{0,3}(?<body>(?!(?:招标|采购)?代理|联系|地址|名称|电话)[^\\n\\t,。;: ]{4,60})(?=$|[\\t ])',
      matches: ['采购单位:\t示例市第一医院', '采购人:示例县教育局', '1.采购人名称:示例大学'],
      rejects: [
        '采购人:',
        '采购单位应当公开',
        '采购人:联系人 张示例',
        '招标人\t招标代理机构',
        '示例采购单位:\t示例市第一医院',
      ],
    },
    {
      id: 'pageless',
      needs: ['无'],
      pattern: '^\\({sp}此页{sp}无{sp}正{sp}文{sp}\\)$',
      matches: ['(此页无正文)'],
      rejects: ['(此件公开发布)', '示例(此页无正文)', '(此页无正文)示例'],
    },
    {
      id: 'note',
      needs: ['('],
      // 附注 (7.3.6): release, contacts; in brackets below the date.
      pattern: '^\\([^()]{2,200}(?:\\([^()]{0,60}\\)[^()]{0,200}){0,4}\\)$',
      matches: ['(此件公开发布)', '(联系人:张某;联系电话:0100-5550123)'],
      rejects: ['此件公开发布', '(一)时间', '示例(此件公开发布)'],
    },
    {
      id: 'disclosure',
      needs: ['公开', '发至'],
      pattern:
        '^\\(?{sp}(?:信息公开(?:选项|属性|类别|类型|形式|方式)|公开类型|公开(?:属性|方式|选项|类别|形式|意见|情况)|政府信息公开选项){sp}:{sp}(?<value>[^()。;]{2,12}?){sp}\\)?$|^\\(?{sp}(?:此件|本件|此文件|本文){sp}(?<note>主动公开|公开发布|依申请公开|不予公开|不公开|公开|删减后公开|发至[^()]{2,12}){sp}\\)?$|^\\({sp}(?:此件|本件){sp}(?<more>主动公开|公开发布|依申请公开|不予公开|不公开)[。,;]|^\\({sp}(?<bare>主动公开|公开发布|依申请公开|不予公开|不公开){sp}\\)$',
      matches: [
        '(此件公开发布)',
        '信息公开选项:主动公开',
        '公开方式:依申请公开',
        '公开意见:全文公开',
        '公开情况:公开',
        '(此件发至县级)',
        '信息公开类型:主动公开',
        '(此件依申请公开。联系人:某)',
        '信息公开选项:主动公开',
        '(此件依申请公开。联系人:某)',
      ],
      rejects: [
        '公开发布会',
        '主动公开的信息',
        '示例(此件公开发布)',
        '示例信息公开选项:主动公开',
        '(主动公开)联系人:某)',
        '示例(此件依申请公开。联系人:某)',
        '示例(主动公开)',
      ],
    },
    {
      id: 'copiedTo',
      needs: ['抄'],
      pattern: '^抄{sp}(?:送|报){sp}:{sp}(?<value>[^\\n]{1,600})$',
      matches: ['抄送:示例市财政局。', '抄报:省委办公厅'],
      rejects: ['抄送名单', '示例抄送:示例市财政局。', '抄送:示例市财政局\n'],
    },
    {
      id: 'printed',
      needs: ['印'],
      pattern:
        '^(?<body>[^。;:!?]{0,60}?){sp}(?<date>(?:{date})(?:{sp}\\d{1,2}{sp}[时点](?:{sp}\\d{1,2}{sp}分|整)?)?){sp}印(?:{sp}(?:发|制))?{sp}(?:\\(?{sp}共{sp}印{sp}\\d{1,5}{sp}份{sp}\\)?)?$',
      matches: [
        '示例市科技局办公室 2021年5月8日印发',
        '2021年5月10日印发',
        '示例市应急管理局 2021年7月3日18时印发',
        '示例厅办公室 2021年7月3日9时30分印发',
        '示例镇党政办公室 2021年7月3日印',
      ],
      rejects: ['2021年5月8日印发的通知', '印发日期'],
    },
    {
      id: 'themeTerms',
      needs: ['主题词', '主 题'],
      pattern: '^主{sp}题{sp}词{sp}:{sp}(?<value>[^\\n]{1,100})$',
      matches: ['主题词:科技 活动 通知', '主 题词:科技 活动 通知'],
      rejects: ['主题词:', '示例主题词:科技 活动 通知', '主题词:科技 活动 通\n'],
    },
    {
      id: 'imprintCount',
      needs: ['印', '校', '打'],
      pattern: '^(?:\\(?{sp}共印{sp}\\d{1,5}{sp}份|校对{sp}:|打字{sp}:|印数{sp}:)',
      matches: ['共印50份', '(共印 80 份)', '校对:张三'],
      rejects: ['共印刷宣传品', '示例共印50份'],
    },
    {
      id: 'appendixMark',
      needs: ['附'],
      pattern:
        '^附$|^附{sp}(?:件|表|录|图)(?<number>{sp}(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-—]\\d{1,2})?)?{sp}:?$',
      matches: ['附件', '附', '附件1', '附件 2:', '附件一', '附表3', '附件1-2'],
      rejects: ['附件1.示例表', '附件:示例表', '见附件', '示例附'],
    },
    {
      id: 'loneMark',
      needs: ['附'],
      // Above what is annexed, where the text named it before.
      pattern: '^附{sp}:$',
      matches: ['附:', '附 :'],
      rejects: ['附:示例须知', '附件:', '见附:'],
    },
    {
      id: 'appendixTitled',
      needs: ['附'],
      // A mark and its title on one line, where the annex itself begins.
      pattern: '^附{sp}件{sp}(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:]?{sp}(?<title>[^。;:!?,]{3,60})$',
      matches: ['附件1 示例回执', '附件2:示例报名表', '附件3.示例表.doc'],
      rejects: ['附件1', '附件:1.示例表', '附件1所列项目,由示例局负责。', '示例附件1 示例回执'],
    },
    {
      id: 'attachmentNote',
      needs: ['附'],
      pattern: '^附{sp}(?:件|表)?{sp}(?:名单|目录|清单|下载|列表)?{sp}:{sp}(?<rest>[^\\n]{0,300})$',
      matches: ['附件:1.示例表', '附件:', '附:示例名单', '附件名单:', '附件下载:示例表.doc'],
      rejects: ['附件1', '附件2所列', '示例附件:1.示例表', '附件:1.示例\n'],
    },
    {
      id: 'download',
      // How some sites list an annex: 附件【附件1:某表.doc】已下载12次
      pattern:
        '^附{sp}件{sp}[:：]?{sp}【{sp}(?:附{sp}件{sp})?(?<number>\\d{0,2}){sp}[:.、-]?{sp}(?<title>[^【】]{2,120}?){sp}】(?:已下载|下载)?',
      needs: ['附'],
      matches: ['附件【附件1:示例表.doc】已下载12次', '附件【示例名单.xls】已下载'],
      rejects: ['附件1', '【附件】', '示例附件【附件1:示例表.doc】已下载12次'],
    },
    {
      id: 'attachmentItem',
      pattern:
        '^(?:附{sp}件{sp})?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:-]?{sp}(?<title>[^\\n]{2,120})$',
      matches: ['1.示例备案表', '2、 示例名单', '附件1:示例要求', '3示例'],
      rejects: ['示例备案表', '附件', '示例1.示例备案表', '1.示例备案\n'],
    },
    {
      id: 'numberAlone',
      // The number of an item above its title.
      pattern: '^(?<number>\\d{1,2}){sp}[.、)]?$',
      matches: ['1.', '2'],
      rejects: ['1.示例表', '2024', '附件1'],
    },
    {
      id: 'zhNumeral',
      pattern: '[一二三四五六七八九十]',
      matches: ['附件一'],
      rejects: ['附件1'],
    },
    {
      id: 'numbered',
      pattern: '\\d|[一二三四五六七八九十]',
      matches: ['附件1', '附件二'],
      rejects: ['附件'],
    },
    {
      id: 'bareMark',
      pattern: '^附{sp}(?:件|表|录)?',
      matches: ['附件', '附:'],
      rejects: ['见附件'],
    },
    {
      id: 'fileName',
      pattern: '\\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|pptx?|ofd)$',
      matches: ['示例申报书.docx', '示例.xlsx'],
      rejects: ['示例申报书'],
    },
    {
      id: 'mayImprint',
      // What every line of an imprint or the head of an annex holds; looked for before the rules for them.
      pattern: '抄|印|主{sp}[题送]|公开|发至|校对|打字|附',
      matches: ['抄送:示例局', '2024年5月8日印发', '附件1'],
      rejects: ['各有关单位'],
    },
  ],
} as const satisfies Grammar
