/** 标题. GB/T 9704-2012, 7.3.1: issuer + 关于 + matter + 的 + 文种; over several lines without breaking words. */
import type { Grammar } from '../src/grammar.js'
import { documentTypes } from './lexicon/document-types.js'
import { parts } from './parts.js'

export default {
  name: 'title',
  parts: {
    ...parts,
    type: documentTypes.map(([word]) => word).join('|'),
    frontType: '公告|公示|通告|通知|启事|通报|声明|预告',
    // What stands before a 文种 at the front of a title: the step that it tells of.
    procedure:
      '评审|评标|评选|评估|验收|开标|预?中标|候选人|拟?成交|入围|采购|招标|比选|遴选|询价|比价|竞价|竞标|磋商|谈判|单一来源|资格(?:预审|审查)|结果|更正|变更|澄清|终止|暂停|延期|废标|流标|招聘|招募|招租|招商|拍卖|挂牌|出让|出租|转让|任前|干部|名单|拟?录[取用]|面试|笔试|考试|体检|成绩|停[水电气课]|放假|紧急|重要|温馨|活动|会议|讲座|学术|报名|培训|征[集求]|意见|环评|立项|项目|信息|招生|推免|奖学金',
    qualifier: '\\([^()]{1,40}\\)|【[^【】]{1,20}】',
    // 公告2024年第3号(关于示例的公告), 放假通知及致家长的一封信
    series:
      '(?<=[公通]告|通知)(?:{sp}之?{sp}[一二三四五六七八九十]{1,3}|{sp}\\({sp}之?{sp}[一二三四五六七八九十]{1,3}{sp}\\))(?={sp}$)|(?<=[公通]告){sp}\\(?{sp}(?:{year}{sp}年{sp})?第{sp}\\d{1,5}{sp}号{sp}\\)?(?:{sp}\\((?:[^()\\n]|\\([^()\\n]{1,30}\\)){2,120}\\))?',
    // The 文种 in a bracket with its count: (第二轮通知)
    round: '{sp}(?:第{sp}[一二三四五六七八九十\\d]{1,3}{sp}[轮次号期批]|[首一二三四五]轮|补充|预|再次|最终){sp}',
    letter: '{sp}[及暨]{sp}致[^。,;:!?\\n]{1,24}(?:一封信|公开信)',
  },
  rules: [
    {
      id: 'ending',
      // The 文种 closes the title; a qualifier or a number in brackets may follow.
      pattern:
        '{type:type}(?:{series}|{letter})?{sp}(?:{qualifier:qualifier}{sp}){0,2}$|\\({round}{type:inner}{sp}\\){sp}$',
      matches: [
        '示例学会2025年学术年会(第二轮通知)',
        '通告二',

        '示例海关公告2024年第3号(关于调整示例口岸(二期)通关时间的公告)',
        '示例小学暑假放假通知及致家长的一封信',
        '关于举办示例活动的通知',
        '示例市公共停车场管理办法(试行)',
        '招生简章',
        '关于示例的通知(示发〔2024〕1号)',
      ],
      rejects: [
        '通知如下',
        '关于通知的说明文字',
        '示例年会(见通知)',
        '公告一览',
        '通知二字',
        '公告2024年第3号所列',
        '致家长的一封信',
      ],
    },
    {
      id: 'callOnly',
      needs: ['令'],
      // What an organizer calls an order in jest.
      pattern: '(?:招募|集结|召集|征集|动员|集合|通缉|悬赏|召唤|英雄|招贤|挑战)令(?:\\([^()]{1,20}\\))?$',
      matches: ['志愿者招募令', '暑期实践集结令'],
      rejects: ['示例市人民政府令', '禁火令', '招募令的通知'],
    },
    {
      id: 'fronted',
      needs: ['公告:', '公示:', '通告:', '通知:', '启事:', '通报:', '声明:', '预告:', '】'],
      // The 文种 stands before the matter, as on sites of schools and of tenders. A place or a body before it is a report's.
      pattern:
        '^(?:(?:{procedure}){0,4}(?<type>{frontType}){sp}:|【(?:{procedure}){0,4}(?<boxed>{frontType})】){sp}(?![经现为因自我本请各拟见详无已于定将](?!{han}{0,3}[市县区镇])|根据|按照|(?:{year})[年.-]{sp}\\d{1,2}[月.-]|http)(?=[^。;!?\\n\\t:]{4,100}$)',
      matches: [
        '评审结果公示:示例校园绿化项目',
        '中标公告:示例楼外墙维修工程',
        '【公示】示例学院拟推荐优秀毕业生名单',
        '通知:明日停水',
        '重要通知:示例校区图书馆闭馆一天',
      ],
      rejects: [
        '示例市发布公告:5月起示例路限行',
        '示例市通告:示例路限行',
        '现将有关事项通知如下:',
        '更正事项:采购公告',
        '内部资料  注意保存',
        '项目概况',
        '招标公告:2024年5月6日',
        '公告:经研究决定拟录取以下人员',
        '【公示】',
      ],
    },
    {
      id: 'outcome',
      needs: ['候选人', '结果'],
      // How the outcome of a tender is headed without a 文种; a report has a verb.
      pattern:
        '^(?!.{0,60}(?:公布|发布|揭晓|出炉|回应|质疑|宣布))[^。,;:!?\\t>|]{4,80}(?:(?:中标|成交)候选人|(?:中标|成交|评审|评标|开标|比选|遴选|竞价|招标|采购|询价|磋商){1}(?:结果|候选人结果)){sp}(?:\\([^()]{1,40}\\){sp}){0,2}$',
      matches: ['示例大学示例楼维修项目成交结果', '示例县中医院设备采购项目中标候选人(第二次)'],
      rejects: ['示例县公布示例项目中标结果', '中标结果', '评审结果公示'],
    },
    {
      id: 'occasion',
      needs: ['讲', '坛', '会', '沙龙', '报告', '期', '赛'],
      // What is announced by its name alone: a lecture of a series, a forum, a fair.
      pattern:
        '^[^。;,\\t>|]{0,40}(?:(?:讲座|讲坛|讲堂|论坛|沙龙|报告会|研讨会|宣讲会|双选会|招聘会|音乐会|分享会|学术报告|学术交流){sp}(?:$|[(:\\d—-]|第|系列|预告)|第{sp}(?:\\d{1,4}|[一二三四五六七八九十百]{1,5}){sp}(?:讲|期|场|回)(?:{sp}[:(—-]|{sp}$| ))',
      matches: [
        '示例学院学术讲座第12期',
        '示例论坛第十二讲:示例材料的前沿',
        '学术报告:示例材料的新进展',
        '“示例大讲堂”第5讲 示例方法',
        '示例公司校园宣讲会',
      ],
      rejects: ['示例学院举办讲座介绍材料', '示例市召开研讨会部署工作', '第12期间'],
    },
    {
      id: 'about',
      needs: ['关于'],
      pattern: '关于[^\\n]{2}',
      matches: ['示例局关于开展检查'],
      rejects: ['关于'],
    },
    {
      id: 'issuer',
      // Bodies before 关于, or before the verb that issues a document.
      pattern:
        '^(?!关于|印发|转发){issuer:bodies}(?={sp}(?:关于|印发|转发|批转|公布|发布|对.{2,40}(?:的批复|的答复|的复函|的意见)|{year}年|第{han}{1,4}号|召开|举办|致))'.replace(
          '{issuer:bodies}',
          '(?<bodies>[^。;:!?]{2,160}?)',
        ),
      matches: ['示例部 示例局关于举办活动的通知', '示例市经信局印发《办法》的通知', '示例院对第3号建议的答复'],
      rejects: ['关于举办活动的通知', '示例'],
    },
    {
      id: 'named',
      // A body and the genre, with no matter: 示例市人民法院公告
      pattern:
        '^(?<bodies>[^。,;:!?()]{4,40}?){sp}(?:公{sp}告|通{sp}告|通{sp}知|启{sp}事|公{sp}示|通{sp}报|声{sp}明|布{sp}告){sp}(?:\\([^()]{1,30}\\))?$',
      matches: ['示例市示例区人民法院公告', '示例县人民政府 通告', '示例市自来水公司停水通知'],
      rejects: ['公告', '学校通知', '关于示例的通知:'],
    },
    {
      id: 'order',
      needs: ['令'],
      // The head of an order is its title too: 示例部令〔2025〕第12号(示例办法)
      pattern:
        '^[^。,;:!?]{2,60}令{sp}(?:[〔\\[(]\\d{4}[〕\\])])?{sp}(?:第{sp}[\\d一二三四五六七八九十百]{1,5}{sp}号)?(?:{sp}\\([^()]{2,60}\\))?$',
      matches: ['示例部令〔2025〕第12号(示例管理办法)', '示例省人民政府令', '示例省人民政府令第219号'],
      rejects: ['责令改正,', '关于示例的通知', '示例部令〔5555〕〔5555〕第12号(示例管理办法)'],
    },
    {
      id: 'andOthers',
      needs: ['等'],
      pattern:
        '等{sp}(?<count>\\d{1,3}|[一二三四五六七八九十两]{1,3}){sp}(?:个{sp})?(?:部门|单位|部委|委办局|机构|家单位|厅局)',
      matches: ['示例科协等13部门', '示例局等五部门', '示例委等9个部门'],
      rejects: ['等部门', '等13人'],
    },
    {
      id: 'siteLabel',
      needs: ['【', '['],
      // A label that a site sets before the title: 【名单公示】
      pattern: '^【[^【】]{2,12}】{sp}|^\\[[^\\[\\]]{2,8}\\]{sp}',
      matches: ['【名单公示】示例名单的公示', '[通知]关于'],
      rejects: ['示例【公示】', '示例[通知]关于'],
    },
    {
      id: 'notTitle',
      // Lines of the head that are no title: sentences, labels, bare dates, questions of a form.
      pattern:
        '[。;!?]|^(?:致{sp}:|附件|抄送|联系|来源|时间|日期|索引号|主题|发文|成文|标题|文号|有效性|日期)|:{sp}$|^第[一二三四五六七八九十\\d]{1,3}[章条节]|^[一二三四五六七八九十]{1,3}、|^\\d{1,2}[.、]|^(?:项目概况|项目基本情况|基本情况|基本信息|新闻详情|公告详情|信息详情)$|^内部(?:资料|文件|材料|情况|刊物)|^(?:注意保存|妥善保管|会后收回)$|^{han}{2,8}(?:事项|类型|类别|名称|编号|方式|媒[体介]|时间|日期|范围|区域|地点|线路){sp}:|联系人{sp}:|电话{sp}:|邮箱{sp}:|0\\d{2,3}-\\d{7}',
      matches: [
        '代理机构联系人:李明 邮箱:a@example.cn',
        '更正事项:采购公告',
        '原公告的采购项目名称:示例项目',
        '附件1',
        '各有关单位:',
        '本通知自发布之日起施行。',
        '一、总体要求',
      ],
      rejects: ['关于举办示例活动的通知', '2021年示例活动的通知', '示例局关于项目名称变更的公告'],
    },
    {
      id: 'selfReference',
      // The genre as the body names it, where no title is printed.
      pattern: '(?:本|此|现将[^。]{2,60}|有关事项|事项|要求|事宜|情况){sp}{type:type}(?:如下|第{han}{1,3}条)',
      matches: ['现将有关事项通知如下', '按照本通知第三条'],
      rejects: ['通知各单位'],
    },
    {
      id: 'matter',
      // A line that begins with the matter: the issuers may stand above it.
      pattern: '^《?(?:关于|转发|印发|批转)',
      matches: ['关于举办示例的通知', '转发示例局关于示例的通知'],
      rejects: ['示例局关于示例的通知'],
    },
    {
      id: 'closing',
      // A 文种 that something else is run together with.
      pattern: '(?:的|《[^《》]{2,60}》){type:type}(?:\\([^()]{1,20}\\))?(?![的》、,])',
      matches: ['关于做好示例工作的通知2017-08-28', '关于举办示例的通知各单位:'],
      rejects: ['关于示例的通知》', '通知各单位'],
    },
    {
      id: 'stamped',
      needs: ['-', '/'],
      // A title with the moment of publication behind it on one line.
      pattern:
        '^[^。;:!?]{6,80}?{type}(?= {0,8}(?:19|20)\\d{2}[-/]\\d{1,2}[-/]\\d{1,2}{sp}(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?$)',
      matches: ['示例项目更正公告 2024-10-30 13:03:16', '示例市示例项目公告 2024-10-30'],
      rejects: ['示例公告 2024年10月30日', '示例项目公告 2024-10-30 至 2024-11-02'],
    },
    {
      id: 'numbered',
      // A heading of the text, whatever stands above it.
      pattern:
        '^(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十]{1,3}\\)|第[一二三四五六七八九十]{1,3}[章条])',
      matches: ['(五)公示与聘用', '一、总则'],
      rejects: ['(试行)示例办法', '示例(一)'],
    },
    {
      id: 'weakEnd',
      // A line that ends with the name of what the notice is about: 关于组织申报某计划 ↵ 项目的通知
      pattern: '关于[^。;]{2,60}(?<!的)(?:计划|方案|办法|规划|规定|标准|目录|指南|预案|纲要|规则)$',
      matches: ['示例局关于组织申报2025年度示例研发计划', '关于印发示例管理办法'],
      rejects: ['示例实施方案', '关于示例的方案'],
    },
    {
      id: 'restOfTitle',
      // The lower line of such a title.
      pattern: '^(?!关于)[^。;:,]{2,40}的(?:通知|公告|通告|公示|函|请示|报告|批复|意见)$',
      matches: ['项目(第一批)的通知'],
      rejects: ['关于示例的通知', '示例通知'],
    },
    {
      id: 'meetingNotice',
      // Nothing but which notice of a meeting it is: 会议通知(第二号)
      pattern:
        '^(?:会议|大会|年会|论坛|征文|参会|报名)?(?:第{sp}[一二三四五六七八九十\\d]{1,2}{sp}[号轮次])?(?:会议)?(?:通知|公告|通告)(?:{sp}\\({sp}第?[一二三四五六七八九十\\d]{1,2}[号轮次]?(?:通知)?{sp}\\))?$',
      matches: ['会议通知(第二号)', '第二轮通知', '第一轮会议通知'],
      rejects: ['关于举办示例会议的通知', '会议'],
    },
    {
      id: 'bareType',
      // Some notices have no title but their genre: 公示
      pattern:
        '^(?:公示|公告|通告|通知|启事|声明|通报|决定|函|公函|紧急通知|温馨提示|倡议书|邀请函|公开信|(?:公告|通告|通知){sp}\\(?{sp}之?[一二三四五六七八九十]{1,3}{sp}\\)?)$',
      matches: ['公示', '通知', '通告二', '公告(三)'],
      rejects: ['示例公示', '通知如下', '公告一览'],
    },
    {
      id: 'roundLine',
      needs: [')'],
      // The line below an occasion that says what the whole is.
      pattern: '^\\({round}{type}{sp}\\)$',
      matches: ['(第二轮通知)', '(补充公告)'],
      rejects: ['(通知)', '(第二轮)', '第二轮通知'],
    },
    {
      id: 'quotedLead',
      needs: ['如下'],
      // Behind it a report prints the notice that it tells of.
      pattern: '(?:全文|通告|公告|通知|原文|具体内容|内容)(?:内容)?如下{sp}:{sp}$',
      matches: ['记者拿到了临时管制通告,全文如下:', '公告内容如下:'],
      rejects: ['现将有关事项通知如下,请遵照执行。', '具体要求如下:', '记者拿到了临时管制通告,全文如下:示例'],
    },
    {
      id: 'otherKind',
      needs: [
        '规程',
        '须知',
        '日程',
        '议程',
        '安排',
        '提示',
        '说明',
        '流程',
        '守则',
        '名单',
        '一封信',
        '公开信',
        '倡议',
        '预告',
        '海报',
        '邀请',
        '公约',
        '问答',
        '补遗',
        '澄清',
        '答疑',
        '告知',
        '注意事项',
      ],
      // What a notice is called where it bears no 文种.
      pattern:
        '^(?!{sp}(?:附件|联系|请|见|按|有关))[^。,;:!?\\t>|]{0,60}(?:规程|须知|日程|日程表|议程|(?:会议|考试|放假|假期|工作|时间|日程|活动|课程|复试|面试|报到|开放|值班|营业|教学)(?:时间)?安排|安排表|温馨提示|提示|情况说明|的说明|流程|守则|名单|一封信|公开信|倡议书?|预告|海报|邀请|公约|问答|告知(?:事项|书|单)|注意事项|补遗(?:书|文件)?(?:{sp}\\([^()]{1,12}\\))?|(?:答疑|澄清|补遗)(?:及|暨|、|与)?(?:答疑|澄清|修改|补遗|回复)?(?:文件|纪要)?)$',
      matches: [
        '竞赛规程',
        '2024年示例考试考生须知',
        '示例会议日程',
        '2024年寒假放假安排',
        '致全体家长的一封信',
        '示例许可的告知事项',
        '示例考试考生注意事项',
        '示例学院研究生复试名单',
        '招标文件补遗书(第1号)暨答疑澄清',
        '示例项目施工招标文件补遗书(第2号)',
      ],
      rejects: ['请见考生须知', '附件:示例名单', '会议安排:', '按照工作安排', '示例规程的通知'],
    },
    {
      id: 'datedBehind',
      needs: ['浏览', '点击', '阅读', '访问', '字号', '字体', '来源', '发布'],
      // On one line with its title what a page says of its publication: …的通知  教务处  2026-03-13 09:20  浏览 35次
      pattern:
        '^(?<title>[^。;!?\\n\\t]{6,120}?{type}(?:{sp}{qualifier}){0,2}) {1,4}(?=[^。;]{0,30}(?:19|20)\\d{2}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?(?: {1,4}\\d{1,2}:\\d{2}(?::\\d{2})?)? {1,4}[^。;]{0,20}(?:浏览|点击|阅读|访问|字号|字体|来源|发布))',
      matches: ['关于示例考试报名的通知  教务处  2026-03-13 09:20  浏览 3562次'],
      rejects: ['关于示例考试报名的通知 2026-03-13', '示例的通知,教务处  2026-03-13 发布'],
    },
    {
      id: 'trailed',
      needs: ['!', '?', '-', '_', '|', '丨', ']', 'NEW', 'new', '置顶'],
      // What a page sets behind a closed title: a call's mark, the name of its site, a day, a flag.
      pattern:
        '^(?<title>[^。;!?\\n\\t]{2,120}?{type}(?:{sp}{qualifier}){0,2}){sp}(?:[!?]{1,3}|[-_|丨—]{1,2}{sp}[^。;:!?\\n\\t]{0,24}(?:网|网站|官网|门户|平台|频道|栏目){sp}|(?:[_|丨]|(?<=关于[^。;!?\\n]{4,118})[-—]{1,2}){sp}[^。;:!?\\n\\t-]{2,20}(?:大学|学院|学校|中学|小学|医院|公司|局|厅|委员会|人民政府|协会|学会|中心|处|办公室|研究院){sp}|\\[{sp}\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}{sp}\\]|NEW!?|new!?|(?:\\[{sp})?(?:置顶|热门|最新)(?:{sp}\\])?)$',
      matches: [
        '关于示例拟录用名单的公示!',
        '关于开展示例评选的通知-示例大学教务处',
        '示例市招聘公告_示例人才网',
        '关于开展示例评选的通知 | 示例大学',
        '关于开展示例评选的通知(修订) [2024-04-03]',
        '示例评选通知 NEW',
      ],
      rejects: [
        '示例大学采购意向公告-示例分析仪',
        '招标公告-示例中学',
        '请各位同学相互通知到位!',
        '关于示例的通知',
        '关于示例的通知。',
        '示例活动开始啦!',
      ],
    },
    {
      id: 'stopped',
      needs: ['关于'],
      // A title that somebody closed with a full stop.
      pattern:
        '^(?<title>(?:[^。;:!?,印发布的了据]{0,24})关于(?!印发)[^。;:!?,]{4,80}的(?:通知|公告|公示|通告|通报|函|意见|决定|批复|启事)){sp}。$',
      matches: ['关于开展示例评选的通知。', '示例市教育局关于示例活动的公告。'],
      rejects: [
        '示例局印发了关于示例的通知。',
        '根据示例局关于示例的通知。',
        '关于开展示例评选的通知',
        '示例关于示例的通知,请遵照执行。',
      ],
    },
    {
      id: 'alsoTitle',
      // A line that goes on with a title already closed.
      pattern: '^(?:暨|及|和|、)',
      matches: ['暨示例周的通知'],
      rejects: ['关于示例', '示例暨示例周的通知'],
    },
    {
      id: 'headline',
      // How accounts on social media head a notice: it may call out, but holds no whole sentence.
      pattern:
        '^(?!{sp}(?:亲爱|尊敬|各位|大家|同学们|您好|你好))[^。;:\\n]{6,64}(?<!好)[!?]$|^[^。;:!?\\n]{2,40}[!?][^。;:!?\\n]{2,40}$|^[^。;:!?,\\n]{6,50}(?:报名|招新|招募|征集|上线|启动|开放|来|开始)[啦喽咯]$',
      matches: [
        '2024年示例选拔赛开始报名啦',
        '示例市民卡升级啦!这些变化要知道',
        '征集令 | 示例公园讲解员,期待加入!',
        '速看!示例市民卡可以在线办理啦!',
      ],
      rejects: ['欢迎来!', '现将有关事项通知如下:', '请遵守。谢谢!', '各位同学,大家好!'],
    },
    {
      id: 'act',
      // A title that ends in what is done rather than in a 文种, as on trading and recruiting sites; or in what a page adds.
      pattern:
        '^(?!{sp}(?:采购|招标|交易|项目|评标|招聘){sp}(?:方式|类型|形式))[^。,;:!?\\t>|]{5,80}(?:招标|邀标|竞标|竞价|竞买|竞拍|竞租|竞争性(?:磋商|谈判)|询价|比价|比选|遴选|采购|拍卖|挂牌|出让|招租|招商|招募|征集|招聘(?:{han}{0,12}(?:人员|教师|教练|医师|医生|护士|司机|辅警|工作者|专员|职员|员工|人才|[^、]员))?|候选人|(?:中标|成交|评审|遴选|比选|摇号|抽签|录取|录用|招聘|考核|竞价|招标)结果|(?:公告|意向|公示|通知)[^。;:\\t]{0,60}(?:详细情况|详情)){sp}(?:\\([^()]{1,40}\\){sp}){0,2}$',
      matches: [
        '示例县人民法院电梯维保服务招标',
        '示例市第二中学食堂设备采购(第二次)',
        '示例县中医院2024年招聘编外护士',
        '示例镇闲置校舍公开招租',
        '示例区城市形象标识(LOGO)征集',
        '示例大学采购意向公告-示例分析仪 详细情况',
      ],
      rejects: ['采购方式:公开招标', '采购项目招标方式', '首页 > 示例公共资源中心 > 招标', '请参加招标。', '公开招标'],
    },
    {
      id: 'paged',
      needs: ['详'],
      // A 文种 with what a page of details adds behind it.
      pattern: '{type:type}[^。;:\\t]{0,60}(?:详细情况|详情)$',
      matches: ['示例大学采购意向公告-示例分析仪 详细情况'],
      rejects: ['公告详情如下', '示例大学采购意向公告'],
    },
    {
      id: 'labelled',
      needs: ['】'],
      // How accounts mark what is called out below: 【提醒】…开始啦!…
      pattern: '^【{han}{2,8}】[^。;:\\n\\t【】]{6,64}$',
      matches: ['【提醒】示例市社保卡可以在线办理啦!快来看看', '【温馨提示】示例路封闭施工'],
      rejects: [
        '【发文机关】示例局',
        '【示例】示例。',
        '【字体:大 中 小】',
        '示例【提醒】示例市社保卡可以在线办理啦!快来看看',
      ],
    },
    {
      id: 'boxed',
      needs: ['】'],
      // A title in brackets with the text running on behind it, as messages and posts have it.
      pattern: '^【(?<title>{han}{2,20}(?:通知|通告|公告|公示|启事))】(?={sp}(?:[^\\s【]|$))',
      matches: ['【停水通知】因管道抢修', '【临时停电公告】 尊敬的用户:'],
      rejects: ['【提醒】示例', '【字体:大】示例', '示例【停水通知】因'],
    },
    {
      id: 'atHour',
      // What a court's site makes of a hearing's day, hour and place: no title.
      pattern: '^(?:19|20)\\d{2}[-/年.]\\d{1,2}[-/月.]\\d{1,2}日?{sp}\\d{1,2}:\\d{2}',
      matches: ['2024-05-06 10:49在示例人民法院第三法庭开庭审理示例一案'],
      rejects: ['2024年度示例公告', '2024-05-06示例公告', '示例2024-05-06 10:49'],
    },
    {
      id: 'barred',
      needs: ['|', '丨', '│'],
      // The same without a heading's mark: a column's name, a bar, the matter.
      pattern: '^{han}{2,10}{sp}[|丨│]{sp}[^。;|丨│\\n\\t]{6,60}$',
      matches: ['征集令 | 示例公园讲解员,期待加入!', '出行提示丨示例大桥周末维修'],
      rejects: ['首页 | 新闻', '姓名 | 单位 | 电话号码及地址'],
    },
    {
      id: 'opensForward',
      needs: ['发', '批'],
      // What is handed on stands on the next line: 示例市教育局转发 ↵ 示例厅关于…
      pattern: '(?:转发|批转|印发)$',
      matches: ['示例市教育局 示例市财政局转发', '示例县人民政府办公室印发'],
      rejects: ['示例市教育局转发示例厅', '2021年5月8日印发的'],
    },
    {
      id: 'gathering',
      // The name of a fair or a meeting, to which a line with nothing but the 文种 belongs: 第九届…博览会 ↵ 邀请函
      pattern:
        '^第{sp}[一二三四五六七八九十\\d]{1,4}{sp}届[^。;:,]{2,50}$|^[^。;:,]{4,50}(?:博览会|展览会|交易会|洽谈会|推介会|论坛|年会|研讨会|学术会议|大赛|运动会|讲习班|研修班|培训班|夏令营|嘉年华|文化节|艺术节)$',
      matches: ['第九届示例国际茶产业博览会', '2025年示例科技论坛'],
      rejects: ['示例市茶业协会', '第九届示例博览会将于5月举行。'],
    },
    {
      id: 'goesOn',
      // A line that cannot begin a title.
      pattern: '^(?:暨|的|及|和|[》”)])',
      matches: ['的通知', '暨示例'],
      rejects: ['关于示例', '示例的通知'],
    },
    {
      id: 'orderHead',
      // The masthead of an order: 示例县人民政府令
      pattern: '^[^。,;:!? ]{2,40}(?:人民政府|部|委员会|局|厅|署|院|银行)令$',
      needs: ['令'],
      matches: ['示例县人民政府令'],
      rejects: ['示例县森林防火禁火令', '责令', '示例县人民政府令示例'],
    },
  ],
} as const satisfies Grammar
