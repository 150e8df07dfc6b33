/**
 * Layout: what a line is on the sheet, before anything is known about its meaning. Page numbers (GB/T 9704-2012, 7.5),
 * letter-spaced labels, the beginnings that never continue the line above.
 */
import type { Grammar } from '../src/grammar.js'
import { doubleSurnames, surnames } from './lexicon/surnames.js'
import { parts } from './parts.js'

export default {
  name: 'layout',
  parts: {
    ...parts,
    numeral: '[一二三四五六七八九十百]{1,4}',
    // Details of a contact, as the items of a list.
    detail:
      '名{sp}称|地{sp}址|联{sp}系{sp}(?:人(?:姓名)?|电话|方式|地址)|电{sp}话|传{sp}真|邮{sp}[编箱]|电子邮[箱件]|网{sp}址',
    // Before such a label, where nothing parts it from what stands there.
    tenderStart: '(?<=[^ \\n:,、(和及与《“])(?<!采购|招标|中标|成交|[本该总各]|\\d[.、] {0,4})(?=(?:{tender}){sp}:)',
    // In a text without line ends: an item in brackets, and the text that runs on with a short heading.
    clauseStart:
      '(?<=[。;])(?=\\d{1,2}[.]{sp}{han}{3})|(?<={numeral}、{sp}{han}{2,12})(?=1[.、]{sp}{han}{3})|(?<=[。;:)]|(?![条款项第]){han})(?=\\({numeral}\\){sp}{han}{2})|(?<={numeral}、{sp}{han}{0,6}(?:时间|日期|期限)(?:安排)?)(?={sp}(?:\\d{4}年|\\d{1,2}月\\d|自[\\d本]|即日起))|(?<={numeral}、{sp}(?:其他补充事宜|项目基本情况))(?={han})|(?<={numeral}、{sp}(?:获取(?:采购|招标|磋商|谈判|询价)文件|响应文件提交|提交投标文件|开启))(?={sp}(?:截止)?时间{sp}:)|(?<={numeral}、{sp}{han}{0,6}(?:对象|范围|条件))(?={sp}(?:具有|凡|符合|年龄|本[省市县区校院])(?!的))|(?<={numeral}、{sp}{han}{0,6}(?:要求|事项|措施))(?={sp}(?:各|请|要))',
    // The annexes, the signature and what stands under it.
    tailStart:
      '(?<=[。;)]|\\w)(?=附{sp}件{sp}:{sp}(?:1{sp}[.、]|{han}{2}|《))|(?<=[表书案单册图文执函稿]》?|\\))(?=[2-9][.、]{sp}[“《\\u4e00-\\u9fff])|(?<=[。;)]|[表书案单册图执函稿])(?={han}{2,40}(?:[局厅委部办处科院会府校]|中心|公司|大学|学院|医院|办公室|分局|支队|大队|协会|学会)\\d{4}年\\d{1,2}月\\d{1,2}日(?:$|[(附抄]))|(?<=\\d{4}年\\d{1,2}月\\d{1,2}日)(?=\\((?:此件|信息公开|公开)|抄送|附件{sp}\\d?{sp}:)|(?<=公告|通告|通知|公示)(?=\\d{4}[年-]\\d{1,2}[月-]\\d{1,2}日? ?\\d{1,2}:\\d{2})',
    // Details of a contact that run on with each other; behind these words the label begins before it.
    detailStart:
      '(?<=[\\u4e00-\\u9fff)\\d])(?<!单位|机构|公司|供应商|候选人|通[讯信]|联{sp}系|电子|项目|办公|[购理标]人|投诉|监督|咨询|服务|举报|受理|移动|固定|报名|值班|收件|详细|注册|[住本及和与或])(?=(?:地{sp}址|联{sp}系{sp}(?:人|电话|方式)|电{sp}话|传{sp}真|邮{sp}[编箱]){sp}:)|(?<=[^ \\n])(?=[2-9][.、]{sp}(?:采购代理机构信息|项目联系方式)(?:{han}|:))',
    // Labels of a tender, told by their words where nothing stands before them.
    tender:
      '(?:采购(?:单位|人|代理机构|项目)|代理机构|招标(?:单位|人|代理机构|项目)|(?:中标|成交)(?:供应商|单位|人)|项目)(?:全称|名称|编号|联系(?:人|方式|电话|地址)|地址|电话|负责人)|总?(?:中标|成交)金额|(?:招标公告|中标|成交|开标|评[审标])(?:日期|时间)|评[审标]专家(?:名单|姓名)|(?:采购)?预算金额|采购方式|项目用途|简要技术要求',
  },
  rules: [
    {
      id: 'pageNumber',
      needs: ['-', '—', '·', '第', 'age'],
      pattern:
        '^[ \\t]{0,16}(?:[-—·]{1,3} ?\\d{1,4} ?[-—·]{1,3}|第 ?\\d{1,4} ?页(?:[ ,,、/]{0,2}\\(?共 ?\\d{1,4} ?页\\)?)?|[Pp]age \\d{1,4})[ \\t]{0,16}$',
      matches: ['— 2 —', '-12-', '第 3 页 共 5 页', '第3页(共5页)', '- 7 -'],
      rejects: ['2', '2024', '第3条', '— 某某 —', '12 - 3'],
    },
    {
      id: 'spacedLabel',
      needs: [':'],
      // Each character on its own, then a colon: 联 系 人: , 时    间:
      pattern: '(?=[^ \\t][ \\t])(?<=^|[ \\t]{2}|[;。,(、] ?){han}(?:[ \\t]{1,12}{han}){1,5}[ \\t]{0,8}(?=:)',
      matches: ['联 系 人:张三', '时    间:5月', '(邮  编:100000)'],
      rejects: ['联系人:张三', '张 三', '王 小明:电话'],
    },
    {
      id: 'spacedKnown',
      // Letter-spaced labels that stand without a colon, and two-character section words.
      pattern:
        '(?=[联电传地邮抄主附网手通公][ \\t])(?<=^|[ \\t]{2})(?:(?:(?<=^)通[ \\t]{1,16}[知告报](?=$))|(?:(?<=^)公[ \\t]{1,16}[告示](?=$))|联[ \\t]{1,8}系[ \\t]{1,8}人|电[ \\t]{1,8}话|传[ \\t]{1,8}真|地[ \\t]{1,8}址|邮[ \\t]{1,8}编|邮[ \\t]{1,8}箱|抄[ \\t]{1,8}送|主[ \\t]{1,8}送|主[ \\t]{1,8}题[ \\t]{1,8}词|附[ \\t]{1,8}件|网[ \\t]{1,8}址|手[ \\t]{1,8}机)(?=[ \\t:]|\\d|$)',
      matches: ['电 话  0100-5550123', '附  件', '通          告'],
      rejects: ['电话 0100-5550123', '通 电 话'],
    },
    {
      id: 'spacedName',
      // A person's name of three or four letters, each on its own, where a name can stand: 联系人:张 小 例. Of four, the third is no surname: 张 三 李 四.
      pattern: `(?=[^ ] )(?<=^|[:、,(\\t] ?| {2})(?:[${surnames}] {han}(?: (?![${surnames}]){han})? {han}|(?:${doubleSurnames.map((name) => [...name].join(' ')).join('|')}) {han} {han})(?= {2}|[、,;)\\t]|$| ?[(\\d])`,
      matches: ['联系人:张 小 例', '张 小 例、李 示 例', '规划处  张 小 例  0100-5550123', '联系人:欧 阳 李 例'],
      rejects: ['联系人:张 三', '联系人:张 三 李 四', '张 三 李 四 王 五', '通知 公告 决定'],
    },
    {
      id: 'spacedLine',
      // A whole line of single characters: 教 务 处, 会 议 纪 要
      pattern: '^{han}(?:[ \\t]{1,5}{han}){1,13}$',
      matches: ['教 务 处', '总　则'.replace('　', '  '), '水    利    部'],
      rejects: ['教务处 办公室', '张三 李四', '教       务', '示例教 务 处', '教 务处'],
    },
    {
      id: 'mailTail',
      needs: ['@'],
      // A mail whose host goes on on the next line.
      pattern: '@[\\w.-]{1,40}$',
      matches: ['邮箱:a@exam'],
      rejects: ['邮箱:a', 'a@example.cn。'],
    },
    {
      id: 'mailHead',
      needs: ['箱', 'ail', '邮'],
      // A mail whose name goes on on the next line.
      pattern: '(?:邮箱|信箱|邮件|[Ee]-?mail)(?:地址)?{sp}[:：]{sp}[A-Za-z0-9._-]{1,40}$',
      matches: ['电子邮箱:lib_exam', 'Email: exam'],
      rejects: ['邮箱:a@example.cn', '邮箱:'],
    },
    {
      id: 'mailEnd',
      pattern: '^[A-Za-z0-9._-]{0,40}[@＠]',
      matches: ['ple@example.cn', '2024@example.cn'],
      rejects: ['example.cn', 'ple'],
    },
    {
      id: 'mailRest',
      pattern: '^[\\w-]{0,40}\\.(?:com|cn|net|org|gov|edu)(?![\\w@])',
      matches: ['ple.gov.cn。', 'ple.com'],
      rejects: ['ple', '电话', 'www.example.cn'],
    },
    {
      id: 'spacedRun',
      // Part of a head set letter by letter, figures and marks too, wide gaps around it: 发 电 〔 2 0 2 4 〕 5 号
      pattern:
        '(?=(?:[^ \\t] ){3})(?<=^|[ \\t]{3})(?=[^\\t]{0,60}?[\\d:〔\\[(·.])(?:{han}|[\\d:〔〕\\[\\]()·.、-])(?: (?:{han}|[\\d:〔〕\\[\\]()·.、-])){3,39}(?=$|[ \\t]{3})',
      matches: ['等 级 : 特 急 · 明 电', '示 发 电 〔 2 0 2 4 〕 5 号', '共 印 5 0 份'],
      rejects: ['等级: 特急·明电', '1 2 3', '示例 2 0 2 4 〕 5 号', '张 三 李 四'],
    },
    {
      id: 'paragraphStart',
      pattern:
        '^(?:{numeral}[、.,]|\\({sp}(?:{numeral}|\\d{1,2}){sp}\\)|\\d{1,2}[.、](?:(?!\\d)|(?=(?:19|20)\\d{2}年|\\d{1,2}月))|第{numeral}[章条节编]|[①-⑳]|——|附件|附:|附录|抄送|抄报|主题词|联系人|特此|\\(?此件|\\(?联系|[\\u3400-\\u9fff ]{2,8}:(?=[^ ])|[\\u3400-\\u9fff]{4,14}(?:时间|日期|地点|期限|名称|编号|电话|地址|单位|联系人):|(?:{year})年(?:{month})月(?:{day})日$)',
      matches: [
        '获取招标文件截止时间:',
        '一、总体要求',
        '(三)时间',
        '3.材料',
        '第二条 本办法',
        '附件2',
        '地 址:某路',
        '二〇二四年五月六日',
      ],
      rejects: ['科技周的通知', '2.5倍', '2024年5月6日起施行', '示例一、总体要求'],
    },
    {
      id: 'itemStart',
      // Numbers and marks with which nothing but a paragraph begins.
      pattern:
        '^(?:{numeral}[、.,]|\\({sp}(?:{numeral}|\\d{1,2}){sp}\\)|\\d{1,2}[.、](?:(?!\\d)|(?=(?:19|20)\\d{2}年|\\d{1,2}月))|第{numeral}[章节编]|[①-⑳]|——|附件{sp}\\d{0,2}{sp}(?:[:.]|$)|附:|附录|抄送|抄报|主题词)',
      matches: ['一、总体要求', '(三)时间', '3.材料', '2.2025年度计划', '附件:1.某表', '附件 2'],
      rejects: ['附件2和附件3', '第二条规定', '联系人:某某', '特此通知'],
    },
    {
      id: 'dayEnd',
      // Behind these a time goes on: 5月26日(星期一) ↵ 17:00
      pattern: '[-—日)午至起到]$',
      matches: ['5月26日(星期一)', '上午'],
      rejects: ['一楼潮音厅'],
    },
    {
      id: 'value',
      // A number or an address, behind its label on the line above.
      pattern: '^(?:\\d[\\d-]{5}|[A-Za-z][\\w.-]{2,24}[@:.])',
      matches: ['319800,信封上请注明', '0100-5550123', 'kjc@example.gov.cn', 'www.example.gov.cn'],
      rejects: ['2025年5月', '一、时间', '示例319800,信封上请注明'],
    },
    {
      id: 'typeStart',
      // The end of a title, not the beginning of anything: 公开征求意见 ↵ 的公告
      pattern: '^的',
      matches: ['的公告'],
      rejects: ['公告', '示例的公告'],
    },
    {
      id: 'han',
      pattern: '{han}',
      matches: ['A座'],
      rejects: ['https://example.gov.cn'],
    },
    {
      id: 'tornDay',
      // A date broken at the edge: …至2023年9月 ↵ 28日17时
      pattern:
        '(?:(?:19|20)\\d{2}{sp}(?:年\\n|\\n年{sp})\\d{1,2}{sp}月|\\d{1,2}{sp}(?:月\\n|\\n月{sp})\\d{1,2}{sp}日|月{sp}\\d{1,2}\\n日)',
      matches: ['至2023年9月\n28日17时', '自2024年\n5月6日起', '7月22日—8\n月9日', '自5月6\n日起', '2024\n年5月'],
      rejects: ['2023年\n28日', '9月\n5个', '2023年9月\n一、时间', '第8\n月度'],
    },
    {
      id: 'tornUnit',
      // A number broken from what it counts: 2号楼418 ↵ 室(邮编…
      pattern: '\\d\\n(?:室|号楼|号院|号|楼|层|栋|幢|座|单元|万元|元|人|名|份)(?=[(,。;、)\\s]|$)',
      matches: ['2号楼418\n室(邮编', '每人380\n元。'],
      rejects: ['电话5550101\n号楼示例', '2024\n人员名单'],
    },
    {
      id: 'timeStart',
      // A row of a programme; in prose a line may begin so too.
      pattern: '^\\d{1,2}:\\d{2}(?!\\d)',
      matches: ['9:00-9:20 开幕式'],
      rejects: ['上午9:00', '1:100000'],
    },
    {
      id: 'annexes',
      needs: ['附'],
      // A list of annexes that has begun on the line.
      pattern: '附{sp}件{sp}:{sp}1{sp}[.、]',
      matches: ['附件:1.报名表', '落实。附件: 1、报名表'],
      rejects: ['附件1', '附件:报名表'],
    },
    {
      id: 'cellLabel',
      needs: [':'],
      // A cell that labels the next one.
      pattern: '^(?!{numeral}、|\\d{1,2}[.、]|各|全[体市省县区校]){han}(?:{sp}{han}){1,9}(?<!如{sp}下|以{sp}下){sp}:$',
      matches: ['发布时间:', '联 系 人:'],
      rejects: ['现将结果公告如下:', '三、评标信息:', '电话:0100-5550123'],
    },
    {
      id: 'flatFirst',
      needs: ['一、'],
      // The first and the second heading within one line.
      pattern: '[^ ] 一、{sp}{han}{2}',
      matches: ['示例公告 一、项目概况 二、联系方式', '如下: 一、时间'],
      rejects: ['一、时间', '星期一、二', '公告  一、时间'],
    },
    {
      id: 'flatSecond',
      needs: ['二、'],
      pattern: '[^ ] 二、{sp}{han}{2}',
      matches: ['一、项目概况 二、联系方式'],
      rejects: ['二、时间', '星期一、二、三'],
    },
    {
      id: 'flatPart',
      // Before a heading and before a label in a line that holds a whole text.
      pattern:
        '(?<=[^ ]) {1,8}(?={numeral}、{sp}{han}{2})|(?<=[^ ]) {1,8}(?=\\d{1,2}\\.{sp}{han}{2,14} {1,8}{han}{2,10}{sp}:)|(?<=[^ :,、]) {1,8}(?={han}(?: {0,4}{han}){1,11}{sp}:)|{tenderStart}',
      matches: [
        '基本信息项目编号:1',
        '张示例采购代理机构地址:示例路',
        '示例公告 一、项目概况',
        '方式联系。 1.采购人信息 名称:示例局',
        '1.采购人信息 地 址:示例路',
      ],
      rejects: ['一、项目概况', '共3 1.5倍', '名称: 地址:', '示例楼 三层', '本项目名称:示例', '采购项目编号'],
    },
    {
      id: 'flatLabel',
      needs: [':'],
      // A label behind a gap, which parts what stands before it: many of them are a form in one line.
      pattern: '(?<=[^ :,、]) {1,8}{han}{2,11}{sp}:',
      matches: ['示例局 采购人联系方式:', '示例路 预算金额 :1'],
      rejects: ['名称:示例', '示例局 采购人', '地址: 电话:1'],
    },
    {
      id: 'solidFirst',
      needs: ['一、'],
      // The first three headings of a text in one line without gaps: told by their order.
      pattern: '(?<![期周日一二三四五六七八九十])一、{sp}(?![一二三四五六七八九十]){han}{4}',
      matches: ['参加投标。一、采购项目基本信息'],
      rejects: ['设一、二、三、四等奖若干名', '一、时间'],
    },
    {
      id: 'solidSecond',
      needs: ['二、'],
      pattern: '(?<![期周日一二三四五六七八九十])二、{sp}(?![一二三四五六七八九十]){han}{4}',
      matches: ['的能力。二、投标人资格条件'],
      rejects: ['设一、二、三、四等奖若干名', '二、时间'],
    },
    {
      id: 'solidThird',
      needs: ['三、'],
      pattern: '(?<![期周日一二三四五六七八九十])三、{sp}(?![一二三四五六七八九十]){han}{4}',
      matches: ['信誉。三、获取采购文件'],
      rejects: ['设一、二、三、四等奖若干名', '三、时间'],
    },
    {
      id: 'signedRow',
      // Who signs, the day and whom to ask, on one line: 示例局   二〇二四年九月二十五日   联系人:李明
      pattern:
        '^ {0,80}{han}{4,30} {2,20}(?:{year})年(?:{month})月(?:{day})日 {2,20}(?:联{sp}系{sp}人|联系电话|电{sp}话|咨询电话)',
      matches: ['   示例市局   二〇二四年九月二十五日   联系人:李明', '示例市局  2024年9月25日  电 话:5550101'],
      rejects: ['示例市局  2024年9月25日', '示例市局 2024年9月25日 联系人:李明'],
    },
    {
      id: 'solidHead',
      needs: [':'],
      // A title and whom it addresses, without a gap between them.
      pattern:
        '^[^。;:!?\\n\\t]{4,100}的(?:预|紧急)?(?:公告|通告|通知|公示|函|意见|决定|通报)(?= ?(?:[^。;:,\\n各全]{0,6}各|全)[^。;:,\\n]{2,40}:{sp}{han})',
      matches: [
        '关于做好示例工作的通知各有关单位:根据安排',
        '关于示例的通知院属各单位:按照',
        '关于示例的通告全体市民:为做好',
        '关于示例的预通知 各县示例局:  为做好',
      ],
      rejects: ['关于做好示例工作的通知', '关于做好示例工作的通知 各有关单位:', '关于示例工作的通知各项要求'],
    },
    {
      id: 'solidPart',
      // Before a heading or an item, and about the day that a page prints behind its title.
      pattern:
        '(?={numeral}、{sp}(?![一二三四五六七八九十])(?:{han}{3}|{han}{3}、{han}))(?<=[^ \\n一二三四五六七八九十期周])(?<![星]期|第)|(?=\\d{1,2}、{sp}(?:{han}{4}|{han}{sp}{han}{0,2}{sp}:))(?<=[\\u4e00-\\u9fff。;:)])|(?=\\(\\d{1,2}\\){sp}{han}{sp}{han}{1,8}{sp}:)(?<=[\\u4e00-\\u9fff\\d。;:/)])|(?=\\(\\d{1,2}\\){sp}(?:{detail}){sp}:)(?<=[\\u4e00-\\u9fff。;:/a-z)\\d])|(?=\\d{1,2}[、.]{sp}(?:(?:{detail}){sp}:|采购(?:人|代理机构)信息|项目联系方式))(?<=[\\u4e00-\\u9fff。;:/a-z)])|(?=(?:公告|发布|发文){sp}(?:时间|日期){sp}:)(?<=公告|通告|通知|公示)|(?<=[告知示函见定报])(?<=的(?:预|紧急)?(?:公告|通告|通知|公示|函|意见|决定|通报))(?= ?(?:[^。;:,\\n各全的]{0,6}各|全)[^。;:,\\n]{2,40}:{sp}{han})|(?<=日)(?={han})(?<=(?:时间|日期){sp}:{sp}\\d{4}年\\d{1,2}月\\d{1,2}日)|{tenderStart}|{clauseStart}|{tailStart}|{detailStart}',
      matches: [
        '筛查内容(一)示例检查。',
        '。(二)示例检查。',
        '一、筛查对象具有本市户籍',
        '二、筛查时间2024年3月8日',
        '五、工作要求各县示例局要',
        '。附件:1.示例表',
        '分配表2.示例书',
        '。示例市示例局2024年5月6日',
        '2024年5月6日(此件公开发布)',
        '基本信息项目编号:1',
        '参加投标。一、采购项目基本信息',
        '基本信息1、采购项目名称',
        '张示例2、电话:0100-5550123',
        '(1)名称:示例局(2)地 址:示例路',
        '磋商公告公告时间:2024年5月6日',
        '关于做好示例工作的通知各有关单位:根据安排',
        '发布时间:2024年5月6日示例局的',
        '示例路15号(3)联系人:李明',
        '李先生2、电 话:0100-5550123',
        '网站:/2、采购代理机构信息',
      ],
      rejects: [
        '一、二、三等奖',
        '设立一、二、三等奖若干名',
        '一、采购项目',
        '第三条(一)项规定',
        '二、筛查时间和地点',
        '请各校于2024年5月6日前',
      ],
    },
    {
      id: 'summaryHead',
      needs: ['公告概要'],
      pattern: '公告概要{sp}:{sp}公告信息{sp}:{sp}采购项目名称',
      matches: ['【打印】公告概要:公告信息:采购项目名称示例'],
      rejects: ['公告概要:示例', '示例公告信息:采购项目名称'],
    },
    {
      id: 'summaryPart',
      // Before a label of that summary.
      pattern: '(?<=[^ \\n:、(])(?={summaryLabel})|(?=公告概要{sp}:)|(?<=[^ ])(?= {2})',
      matches: [
        '详见公告正文  示例公司受示例局的委托',
        '示例采购品目货物',
        '示例中心行政区域示例市',
        '公告时间2024年5月6日项目联系人李明',
      ],
      rejects: ['品目', '预算金额:1'],
    },
    {
      id: 'columns',
      // No printed line is longer; of one that is, the engine would run out of room to go back.
      pattern: '^(?:[^ ,。;:!?]| {1,2}(?! )){1,200} {3,40}[^,。;:!?]{1,200}$',
      matches: ['示例县教育局        示例县财政局', '单位    姓名    电话'],
      rejects: ['示例县教育局', '地址:示例路    邮编:1', '完成。    二、'],
    },
    {
      id: 'timedRow',
      // A row of a programme, its day and hours set apart from what takes place.
      pattern:
        '^{month}月{day}日 {0,40}(?:\\([^()]{1,6}\\) {0,40})?(?:[上下]午|晚上?|中午)? {0,8}\\d{1,2}:\\d{2}(?: {0,2}[-—~至到]{1,2} {0,2}\\d{1,2}:\\d{2})? {3,40}[^ ]',
      matches: ['5月6日     9:00—17:00      某某解读、某某案例', '5月6日9:00-17:00   结业'],
      rejects: ['5月6日9:00召开会议,', '5月6日9:00—17:00,在某地'],
    },
    {
      id: 'openLabel',
      // A label whose value did not fit on the line.
      pattern: '(?:电话|传真|手机|邮箱|信箱|邮件|邮编|网址|地址|联系人|Q{2}群?):$',
      matches: ['联系电话:', '传真:'],
      rejects: ['通知如下:', '联系方式:', '联系电话:示例'],
    },
    {
      id: 'tornSignEnd',
      // A colon within an address of the web or a time of day, at the end of a line, ends nothing.
      pattern: '(?:(?<scheme>https?)|(?:^|\\D)\\d{1,2}):$',
      matches: ['平台(https:', '4月30日18:', '8:'],
      rejects: ['通知如下:', '编号2018:', 'http://'],
    },
    {
      id: 'tornSignStart',
      // How such an address or time goes on in the next line.
      pattern: '^(?:(?<slashes>//)|\\d{2}(?!\\d))',
      matches: ['//www.example.cn', '00),由各校'],
      rejects: ['/示例', '2024年', '示例00'],
    },
    {
      id: 'labelStart',
      needs: [':'],
      // Labels of contact details: before one, the end of a line stands for a space.
      pattern:
        '^(?:联系(?:人|电话|方式)|(?:联系)?电话|手机|传真|邮编|邮政编码|(?:电子)?邮箱|电子(?:邮件|信箱)|(?:通讯|通信|联系)?地址|网址):',
      matches: ['邮编:100000', '电子邮箱:a@example.cn', '地址:某路'],
      rejects: ['邮编100000', '要求:', '本地址:某路'],
    },
    {
      id: 'sentenceEnd',
      pattern: '[。;!?:…][”’"」』)）]{0,2}$',
      matches: ['通知如下:', '完毕。', '“科学!”', '(见附件。)'],
      rejects: ['全市科技', '单位,', '中国科协'],
    },
  ],
} as const satisfies Grammar
