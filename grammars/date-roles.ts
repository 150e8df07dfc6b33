/** What a date is for but a limit or an event: in force, lapsed, changed, of another paper; and what labels and headings beside it are like. */
import type { Grammar } from '../src/grammar.js'
import { deadlineParts } from './deadline-parts.js'

export default {
  name: 'date-roles',
  parts: deadlineParts,
  rules: [
    {
      id: 'opensToo',
      needs: ['截止', '递交', '提交'],
      // One time at which papers must be in and are opened: 提交投标文件截止时间、开标时间
      pattern:
        '(?:截止|递交|提交|送达)[^。;:]{0,16}?(?:[、及和与]|以及|暨)(?:文件)?(?<name>(?:首次)?(?:开标|开启|开封|启封|唱标|评标|评审|谈判|磋商|询价|竞价|比选|遴选))(?:会议?)?(?:的)?(?:(?:时{s}间|日{s}期)(?:[、及和与]地点)?{s}(?:\\([^()]{1,12}\\))?{s}(?:为|是|:){0,2}|{s}:){s}$',
      matches: [
        '提交投标文件截止时间、开标时间:',
        '投标截止及开标:',
        '响应文件递交截止及询价时间:',
        '投标文件递交的截止时间和开标时间为',
      ],
      rejects: ['递交截止时间:', '开标时间:', '报名截止时间及地点:'],
    },
    {
      id: 'startLead',
      // The first day of a window that the next label closes: 报名开始时间:5月8日 报名截止时间:5月14日
      pattern:
        '(?:报名|申报|申请|受理|填报|上报|报送|提交|上传|递交|获取|领取|购买|发售|下载|缴费|交费|缴纳|投标|投稿|征稿|响应|征集|反馈|回复|报价|预约|投票|公示|公告|文件|办理|推荐|注册|登记|确认|审核|打印)[^,。;:]{0,6}(?:开始|起始)(?:时间|日期)(?:为|是|:|\\t){1,2}{s}$',
      matches: ['报名开始时间:', '上传作品开始时间:', '获取招标文件起始时间:', '报名开始时间\t'],
      rejects: ['报名时间:', '考试开始时间:', '报名截止时间:'],
    },
    {
      id: 'endLead',
      // What closes it.
      pattern:
        '(?:^|[\\n\\t,。; ])(?:\\(?\\d{1,2}[.、)]{s})?[^,。;: ]{0,10}(?:截{s}[止至]|结束|终止)(?:时间|日期)(?:为|是|:|\\t){1,2}{s}$',
      matches: [' 报名截止时间:', '发售截止时间:', '结束时间:'],
      rejects: ['报名开始时间:', '截止时间见'],
    },
    {
      id: 'startColumn',
      // Heads of columns: the two ends of a time.
      pattern: '^(?:开始|起始|开放|启动)(?:时间|日期)?$',
      matches: ['开始时间', '起始日期'],
      rejects: ['时间', '考试开始时间说明'],
    },
    {
      id: 'endColumn',
      pattern: '^(?:结束|截止|终止|关闭|完成)(?:时间|日期|时限)?$',
      matches: ['结束时间', '截止日期'],
      rejects: ['时间', '截止条件'],
    },
    {
      id: 'dayColumn',
      pattern: '^(?:时间|日期|时间节点|节点|时间安排|日程|具体时间)$',
      matches: ['时间节点', '日期'],
      rejects: ['开会时间', '时间说明'],
    },
    {
      id: 'furtherGoal',
      // …前要达到60%,11月30日|前达到95%以上: what must be reached next.
      pattern: '^{s}(?:之|以)?前{s}(?:要|应|须|均|全部|基本){0,2}(?:达到?|完成|实现|办结|清零)',
      matches: ['前达到95%以上', '以前全部完成'],
      rejects: ['达到95%', '前报送'],
    },
    {
      id: 'otherHalf',
      // From the last day for one part to that for another: 上半年截止日期为4月15日|,下半年为
      pattern:
        '^{s}[,、;]{s}(?:[上下]半年|[春夏秋冬]季|第[一二三四五六\\d]{1,2}(?:期|批次?|次|轮|季度)|(?:电子|纸质|书面)(?:版|稿|件|材料)|其[他余][\\u4e00-\\u9fff]{0,4})(?:的)?(?:截止(?:时间|日期)?)?(?:为|是|至|到|截至)?{s}$',
      matches: [',下半年为', '、第二批至', ';秋季截止日期为'],
      rejects: [',下半年', ',并于', ',下半年培训为'].slice(1),
    },
    {
      id: 'bracketed',
      pattern: '\\([^()]{0,60}\\)|\\([^()]{0,60}$',
      matches: ['(附件2)'],
      rejects: ['附件2'],
    },
    {
      id: 'effective',
      pattern:
        '^{s}(?:起{s}(?:施行|执行|{carriedOut}|生效|试行|停止执行|正式实行|启用|实行(?![“《]))(?!的)|(?:起)?(?:正式)?(?:施行|{carriedOut}|生效|执行)(?![的率方])|(?:起)?开始{s}(?:施行|实施|执行|生效))',
      matches: ['起施行', '起执行', '施行', '起实施。', '起实施新标准'],
      rejects: [
        '起报名',
        '实施的项目',
        '起实施清拖',
        '起实施封闭施工',
        '示例起施行',
        '起实行“早晚弹性办”',
        '起实行的减征政策',
      ],
    },
    {
      id: 'ofOwn',
      // The notice, or the document that it carries, is what comes into force: 本通告自|
      pattern:
        '(?:本|此)(?:通知|通告|公告|办法|规定|细则|决定|意见|条例|方案|规则|命令|批复|政策|标准|规范|指南|措施)[^。;]{0,40}$',
      matches: ['本通告自', '本办法自2025年1月1日起施行,'],
      rejects: ['政策执行至', '本市自'],
    },
    {
      id: 'lapsesRight',
      needs: ['废止', '失效', '停止执行'],
      // 本通告自1月1日起施行,12月31日|废止
      pattern: '^{s}(?:起)?{s}(?:自动|同时)?(?:废止|失效|停止执行)(?=$|[,。;])',
      matches: ['废止', '自动失效。'],
      rejects: ['废止原办法', '起施行'],
    },
    {
      id: 'askedWhether',
      needs: ['是否'],
      // A sentence that asks what readers think of it: …前建成集中充电点,是否可行
      pattern: '是否(?:合适|可行|合理|妥当|适当|必要|可以|需要|科学|恰当)[^。;]{0,8}$',
      matches: [',是否合适', '是否可行'],
      rejects: ['是否到会', '可行'],
    },
    {
      id: 'effectivePlanned',
      // A draft: 《征求意见稿》拟自|…起施行
      pattern: '(?:拟|(?<![将把][^。;,:]{0,24})计划|预计)(?:自|从|于)?{s}$',
      matches: ['《征求意见稿》拟自', '计划于'],
      rejects: ['本办法自', '草拟完成,自', '请将培训计划于'],
    },
    {
      id: 'effectivePart',
      // One measure among several begins on a day of its own.
      // So does a paper that is cited with its number, in brackets.
      // 现行价格系…起执行, 收费标准依据某号,…起执行: told of what holds already.
      pattern:
        '其中[^。;]{1,36}$|[(（][^()]{2,40}号[,、]{s}(?:自|从|于)?{s}$|(?:现行|原有|此前)[^。;]{1,40}?(?:系|为|是)?(?:自|从|于)?{s}$|(?:依据|根据|按照?)[^。;]{2,40}号[^。;,]{0,6},{s}(?:自|从|于)?{s}$',
      matches: [
        '其中9路自',
        '共三条,其中示例路段自',
        '(示教〔2023〕41号,自',
        '现行价格每立方米3元,系',
        '收费标准依据示发〔2020〕88号,',
      ],
      rejects: ['本通告自', '其中9路停运;本通告自'],
    },
    {
      id: 'standardNote',
      // The day of a standard, in brackets behind its number: (GB 50016-2014,2015年5月1日实施)
      pattern: '[(\\[][^()\\[\\]]{0,40}(?:GB|DB|JG|HJ|[A-Z]{2,3}/T)[^()\\[\\]]{1,40},{s}(?:自)?{s}$',
      matches: ['(GB 50016-2014,', '(GB/T 9704-2012,自'],
      rejects: ['(2024版,', '本通知自', '(GB 50016-2014)自'],
    },
    {
      id: 'otherPaper',
      // Another document is the subject of the sentence.
      pattern: '《[^《》]{2,60}》[^。;]{0,80}$',
      matches: ['新修订的《示例规范》已于2010年8月批准发布,并将于'],
      rejects: ['本办法自', '《示例规范》已发布。本通知自'],
    },
    {
      id: 'activityTitle',
      // A paper that calls to something; it puts nothing into force.
      pattern:
        '^(?!.*(?:印发|发布|公布|颁布|施行|实施))(?:[\\u4e00-\\u9fff、]{2,30})?关于(?:组织)?(?:召开|举办|举行|开办|开展|参加|组织)',
      matches: ['示例部关于召开《示例规范》宣贯会的通知', '关于举办《示例办法》培训班的通知'],
      rejects: ['关于印发《示例办法》的通知', '示例办法', '关于调整示例标准的通知'],
    },
    {
      id: 'resultTitle',
      // The tender is over.
      pattern: '中标|成交|中选|入围|结果|废标|流标|终止|定标|成交公示|评标公示|候选人',
      matches: ['示例项目中标公告', '示例项目成交结果公示', '示例项目废标公告'],
      rejects: ['示例项目招标公告', '示例项目更正公告'],
    },
    {
      id: 'resultLine',
      // Who won, on a line of its own.
      pattern:
        '^{s}(?:\\(?[\\d一二三四五六七八九十]{1,2}[.、)]{1,2}{s}){0,1}(?:拟)?(?:中标|成交|中选)(?:候选)?(?:人|供应商|单位|机构|金额|价格?|详情|情况|结果|信息|标的)(?:名称|信息)?(?:{s}:|$)',
      matches: ['(1)中标供应商名称:示例公司', '6、中标详情', '成交金额:5万元'],
      rejects: ['中标人须缴纳服务费', '本项目中标金额:5万元'],
    },
    {
      id: 'bidsOpened',
      // What comes before a tender is decided.
      pattern:
        '(?:开标|评标|评审|开启|开评标|唱标|谈判|磋商|询价|竞价|定标|比选|遴选|响应文件开启|投标截止|递交截止|提交截止)(?:会)?(?:的)?(?:时{s}间|日{s}期)(?:[、及和与](?:开标|评标|评审|定标|地点)(?:时间|日期)?)?(?:为|是|:|在|于){0,2}{s}$',
      matches: ['开标日期:', '评标时间为', '磋商时间及地点:'],
      rejects: ['公示时间:', '质疑时间:'],
    },
    {
      id: 'effectiveOnIssue',
      needs: ['之日', '之 日'],
      pattern:
        '自{s}(?:本{han}{2,4})?{s}(?<event>发布|印发|公布|颁布|公告|下发|发文|签发){s}之{s}日{s}起{s}(?:施行|实施|执行|生效|试行)',
      matches: ['本通知自发布之日起施行', '自印发之日起实施', '自公布之日起执行', '本通知自发布之 日起施行'],
      rejects: ['自收到之日起5日内'],
    },
    {
      id: 'expiresLead',
      pattern:
        '(?:(?<!(?:报告|证书|证明|证件|许可证|资质|合格证|核酸|检测|保函|报价|投标|响应文件|身份证|驾驶证|执照)(?:的)?)有效期(?:限)?|有效期间|(?<!项目|课题|合同|任务|计划)执行期限?|试行期|适用期限|有效){s}(?:截止)?(?:至|到|为|自[^,。;]{2,24}(?:至|到)|:|截止到){0,2}{s}$|(?:失效|废止)(?:日期|时间):?{s}$',
      matches: ['有效期至', '有效期截止到', '失效日期:'],
      rejects: ['报名期限至', '项目执行期为', '评估报告有效期至'],
    },
    {
      id: 'groupLine',
      needs: [':'],
      // A group and its day: 理工类学院:5月29日上午
      pattern: '^{s}[^。;:]{2,40}{s}:{s}(?:\\d{4}年{s})?\\d{1,2}月',
      matches: ['理工类学院:5月29日(星期四)上午', '附属医院、其他:5月30日17:00前'],
      rejects: ['理工类学院', '5月29日:示例', '请各学院认真准备。时间:5月'],
    },
    {
      id: 'ofCited',
      needs: ['('],
      // How long a document is good that the notice cites with its number: 《某细则》(某发〔2020〕1号,有效期至
      pattern: '\\([^()]{0,24}\\d{4}[〕\\]】)]\\d{1,4}号[,;、][^()]{0,12}$|》{s}\\((?:已|将)?(?:自|从|于)?{s}$',
      matches: ['(示监规〔2020〕1号,有效期至', '《示例法》(自'],
      rejects: ['(有效期至', '示监规〔2020〕1号,有效期至', '《示例法》自'],
    },
    {
      id: 'validPaper',
      needs: ['有效'],
      // How long a paper that somebody holds is good: 护照(有效期至
      pattern:
        '(?:护照|证件?|执照|许可|保单|合同|签证|文书|材料|凭证|资质)[^。;,]{0,6}[(,]?{s}有效期?(?:限)?(?:应|须|需)?(?:至|到|为|在){s}$',
      matches: ['护照(有效期至', '资格证书有效期至'],
      rejects: ['本办法有效期至', '有效期至'],
    },
    {
      id: 'restRight',
      // Days off inside of a window: (端午节5月31日至6月2日|休息)
      pattern: '^{s}(?:放假|休息|休市|闭馆|不办公|除外|不休息|正常上班)[^。;,()]{0,6}\\)',
      matches: ['休息)', '放假除外)'],
      rejects: ['休息。', '放假'],
    },
    {
      id: 'lapsesLead',
      // 自…起施行,至…止
      pattern:
        '(?:施行|实施|执行|生效|试行|(?<!继续|报告|证书|证明|证件|许可证|资质|执照|保函)有效)[^。;]{0,12}?(?<!截|(?:过渡|宽限|缓冲|整改)期)(?:至|到){s}$',
      matches: ['起施行,至', '有效,有效期至'],
      rejects: ['报名至', '施行。至', '旧证继续有效,至', '实施整治,截至', '起施行,旧车过渡期至'],
    },
    {
      id: 'bareLabel',
      // A label that says nothing by itself: what it is the time of stands in the heading above.
      pattern:
        '^{s}(?:\\(?[\\d一二三四五六七八九十]{1,2}[).、]{s})?(?:起止|具体)?(?:时{s}间|日{s}期|期{s}限){s}(?::|为|是){s}$',
      matches: ['时间:', '1.时间:', '期限为'],
      rejects: ['报名时间:', '会议时间:'],
    },
    {
      id: 'changeLead',
      // Before the new value of a correction.
      pattern:
        '^{s}(?:增加[一二三两]?[次场]?|新增|补充|现?(?:调整|变更|更正|更改|修改|延期|延长|改)(?:为|至)|现为){s}:?{s}$',
      matches: ['增加一次:', '变更为', '调整至:'],
      rejects: ['报名时间调整为', '增加报名点'],
    },
    {
      id: 'superseded',
      // A column of values that no longer hold.
      pattern: '^(?:原|更正前|变更前|修改前|调整前)',
      matches: ['原公告内容', '更正前'],
      rejects: ['更正后内容', '示例原公告内容'],
    },
    {
      id: 'validFor',
      needs: ['有效期'],
      pattern:
        '(?:施行|实施|执行|生效|印发|本{han}{2,4})[^。;]{0,12}有效期(?:限)?{s}(?:为|:)?{s}(?<n>{count}){s}(?<u>年|个月)',
      matches: ['起施行,有效期5年', '本办法有效期为两年', '自印发之日起实施,有效期限为18个月'],
      rejects: ['施行,有效期至2025年', '登记证有效期为3年'],
    },
    {
      id: 'boxedLabel',
      needs: ['】'],
      pattern: '^{s}【{s}(?<label>[^【】:]{2,12}?){s}】{s}:?{s}',
      matches: ['【活动时间】', '【面试】:'],
      rejects: ['活动【时间】', '【】'],
    },
    {
      id: 'bulletLine',
      // An item of a list, or a label of the time below it: nothing that stands under a date.
      pattern: '^{s}[·•*○●◆▲>-]|(?:时间|日期|期限|截止|阶段|环节):?$',
      matches: ['· 作品提交', '报名时间:', '作品提交截止'],
      rejects: ['学区生到校报名', '截止前报送'],
    },
    {
      id: 'restOfDateLine',
      // What a line that is a date may hold beside it.
      pattern: '^{s}(?:\\([^()]{1,8}\\))?{s}(?:(?:以|之)?前|起|止|截止)?{s}:?{s}$',
      matches: ['', '前', '以前', '(周一)前:'],
      rejects: ['报名', '前报送', '时间:'],
    },
    {
      id: 'bareLead',
      // Words that say nothing of what the date is for.
      pattern: '^{s}(?:从|自|于|为|是|即|在)?{s}$',
      matches: ['从', '', '自'],
      rejects: ['请于', '活动从'],
    },
    {
      id: 'itemNumber',
      pattern: '^\\(?[\\d一二三四五六七八九十]{1,3}[).、]{s}|^第[一二三四五六七八\\d]步{s}:{s}',
      matches: ['第一步:登录', '(一)时间', '1.材料', '二、报名'],
      rejects: ['时间', '一是加强', '示例(一)时间'],
    },
    {
      id: 'headingLine',
      pattern: '^[(\\d一二三四五六七八九十第]|:$',
      matches: ['一、时间', '(二)报名', '报名时间:'],
      rejects: ['报名时间', ':、时间', '示例一、时间'],
    },
    {
      id: 'oldDay',
      // The day that no longer holds: 由原定的|10月14日—11月1日|调整为
      pattern:
        '(?:由|从|将)?原(?:定|计划|来|安排|拟)?(?:的|于|在|定于)?{s}$|(?:\\)|》|通知|文件)中(?:预|原|所)?定(?:的|于|在)?{s}$|^{s}(?:原为|原|(?:更正|变更|修改|调整)前)(?:内容)?{s}:{s}$',
      matches: ['由原定的', '原定于', '原为:', '将原计划', '〔4〕号)中预定'],
      rejects: ['原则', '现定于'],
    },
    {
      id: 'movedFrom',
      // Before the old value where the new one follows: 获取时间由“|6月14日至21日|”延长为…
      pattern: '(?:由|从)[“"]?{s}$',
      matches: ['获取时间由“', '时间从'],
      rejects: ['由“投标截止时间', '自'],
    },
    {
      id: 'movedTo',
      pattern: '^[”"]?{s},?(?:统一|现)?(?:延长|延期|顺延|推迟|推延|提前|调整|变更|修改|更改|更正|修正|改)(?:为|至|到)',
      matches: ['”延长为“', '调整至'],
      rejects: ['”止', '调整方案'],
    },
    {
      id: 'newValue',
      // A line of its own with what holds now; what it is of stands above: 现改为:|7月16日9时30分
      pattern: '^{s}(?:现(?:改|更正|更改|变更|调整|修改)?为|(?:更正|变更|修改|调整)后)(?:内容)?{s}:{s}$',
      matches: ['现改为:', '更正后:', '现为:'],
      rejects: ['原为:', '截止时间现改为:'],
    },
    {
      id: 'placeSuffix',
      // 截止时间及地点: the heading's second half
      pattern: '(?:[、及和与](?:地点|方式|要求|办法|场所|费用|范围)){1,3}[。:]?$|[。:]$',
      matches: ['报价截止时间及地点', '报名时间。'],
      rejects: ['报名时间'],
    },
    {
      id: 'timeLabel',
      // A cell that says what the time in the next one is.
      pattern: '^[\\u4e00-\\u9fff、()]{2,20}(?:时间|日期|期限|时限):?$',
      matches: ['报名截止时间', '开标日期:'],
      rejects: ['时间', '2024年5月6日', '报名时间为5月6日'],
    },
    {
      id: 'rowHandedIn',
      // The row of a table of days that says what the reader hands in.
      pattern:
        '(?:回执|投稿|交稿|提交|报名|注册|缴费|交费|预订|申报|报送|递交|填报|返修|(?:提交|报送|上交|送交|交)[到至][^,。;:]{2,14})$',
      matches: ['酒店预订回执', '论文提交', '3.学位材料提交到院系'],
      rejects: ['会议召开', '录用通知'],
    },
    {
      id: 'stageRow',
      // A stage at the head of a row: what is done in it stands in another cell.
      pattern:
        '^(?:第[一二三四五六七八九十\\d]{1,2}(?:阶段|步|轮|批|组|环节)|[^。;:]{0,6}阶段|[一二三四五六七八九十\\d]{1,2})(?:\\([^()]{1,12}\\))?$',
      matches: ['第一阶段(一志愿)', '准备阶段', '第2轮', '3'],
      rejects: ['报名', '现场踏勘', '第一阶段报名'],
    },
    {
      id: 'rowHappens',
      // The row of a table of changes that says what takes place.
      pattern: '^(?:现场|集中|统一|标前|投标)?(?:踏勘|考察|答疑会|预备会|开标|评标|谈判|磋商)(?:活动)?$',
      matches: ['现场踏勘', '标前答疑会'],
      rejects: ['踏勘记录', '评分办法'],
    },
    {
      id: 'restated',
      needs: ['即'],
      // Behind a label a time told in two ways: 第三轮(补退选):下学期第1周周一至周五,即|2月24日9:00至28日17:00
      pattern: '^(?<label>[^:。;,]{2,30}:)[^:。;]{2,30},即(?:于|在|为|是)?{s}$',
      matches: ['第三轮(补退选):下学期第1周周一至周五,即', '(二)报名时间:开学后第二周,即'],
      rejects: ['下学期第1周,即', '报名时间:即'],
    },
    {
      id: 'restatedNext',
      needs: ['即'],
      // The first of the two: 下周一|至周五,即5月11日
      pattern: '^[^。;,:]{0,12},即(?:于|在|为|是)?{s}\\d',
      matches: ['至周五,即5月11日', ',即 6月1日'],
      rejects: ['至周五', ',即日起', '至周五,即可'],
    },
    {
      id: 'matterAct',
      // What is done in the time of a schedule's row, where readers do it.
      pattern:
        '^(?:(?![\\u4e00-\\u9fff]{0,6}(?:公布|发布|审核|公示|通知|评审|发放|组织))[\\u4e00-\\u9fff]{0,8}(?:家长|考生|学生|新生|毕业生|申请人|申报人|申报单位|申请单位|参赛单位|参赛者|选手|教师|用户|企业))?(?:登[录陆][^,。;:]{2,20}?)?(?:网上|网络|在线|线上|现场|集中|系统|统一|考生|本人){0,2}(?:缴费|缴纳|交纳|交费|报名|填报|提交|上传|注册|确认|预约|打印|下载|申报|申请|领取|选课|投票|签约)',
      matches: ['网上缴纳复试费100元', '打印准考证', '家长登录示例平台网上报名', '被录取新生网上确认、领取材料'],
      rejects: ['资格审查,领取流程单', '专业课笔试', '新生家长会', '学院公布学生申请结果'],
    },
    {
      id: 'article',
      needs: ['条'],
      pattern: '^第{s}[一二三四五六七八九十百\\d]{1,5}{s}条(?!规定|要求|的)',
      matches: ['第五条 本办法自2024年12月1日起施行', '第 十二 条'],
      rejects: ['第五条规定', '第五章'],
    },
    {
      id: 'draftTitle',
      // A notice that asks for opinions of a draft, which may stand below it.
      pattern: '(?:征求|征集|听取)[^。]{0,60}意见|公开征求意见',
      matches: ['关于公开征求《示例办法(草案)》意见的公告', '征求意见稿公开征求意见的通知'],
      rejects: ['示例办法', '关于采纳意见的公告'],
    },
    {
      id: 'suspends',
      // From when on a service rests: 4月28日17:00|起,暂停柜面业务
      pattern:
        '^{s}(?:起|开始)?{s},?[^。;:]{0,24}?(?:暂停|停止(?!报名|申报|受理)|停办|停机|停业|停诊|停运|闭馆|闭园|关闭|封闭)',
      matches: ['起,暂停柜面业务', '起关闭各阅览室'],
      rejects: ['起停止报名', '起恢复办理'],
    },
    {
      id: 'resumes',
      needs: ['恢复', '重新', '正常'],
      // From when on it is there again.
      pattern:
        '^{s}(?:起|开始|后)?{s},?{s}(?:将|逐步|全面|正式|陆续){0,2}(?:恢复|重新(?:开放|开通|启用|办理|受理|营业|开馆)|正常(?:开放|办理|营业|受理|通行))',
      matches: ['起恢复业务受理', '正常开放', '起,重新开放'],
      rejects: ['起暂停业务', '暂停业务,恢复时间另行通知'],
    },
    {
      id: 'endsRight',
      pattern: '^{s}(?:左右|前后)?{s}(?:全部|陆续)?(?:结束|闭幕|完成|收尾|结业|闭馆|撤展)(?=[,。;]|$)',
      matches: ['结束,具体', '左右结束', '闭幕。'],
      rejects: ['结束后', '完成材料报送'],
    },
    {
      id: 'beganLeft',
      // From the first day to the one on which it ends: 起分批进行,预计
      pattern: '^{s}(?:起|开始)[^。;]{0,24},{s}(?:预计|计划|拟|至|到|将)(?:于|到|至)?{s}$',
      matches: ['起分批进行,预计', '开始,至'],
      rejects: ['举行,预计', '起报名'],
    },
    {
      id: 'opens',
      // A system or a list opens: the day on which it closes follows in the sentence.
      pattern:
        '^{s}(?:起{s})?(?:正式)?(?:开放|开通|开始|开启|启动|始)(?!施行|实施|执行|举办|召开|放)|^{s}起{s}(?:可)?(?:领取|办理|受理|报名|申报|填报|登记|缴费|预约|投票|提交|申领)',
      matches: ['开放', '开始,', '起开通', '起领取,'],
      rejects: ['开始施行', '召开', '示例开放'],
    },
  ],
} as const satisfies Grammar
