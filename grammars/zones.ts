/**
 * 版头 主体 版记 附件 (GB/T 9704-2012, 7.1) and what a site wraps around them. Rules for whole lines.
 */
import type { Grammar } from '../src/grammar.js'
import { bodySuffixes } from './lexicon/bodies.js'
import { parts } from './parts.js'

export default {
  name: 'zones',
  parts: {
    ...parts,
    suffix: [...bodySuffixes].sort((a, b) => b.length - a.length).join('|'),
    nameChar: '(?:{han}|[A-Za-z0-9·“”"、()《》-])',
    date: '{year}{sp}年{sp}{month}{sp}月{sp}{day}{sp}[日号曰]|(?:19|20)\\d{2}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9])(?!\\d)',
  },
  rules: [
    {
      id: 'breadcrumb',
      pattern:
        '^(?:您?(?:的|现在的|当前的?)?(?:当前)?位置{sp}:|首页{sp}[>›|/-]|首页$)|^[^。;]{2,20}{sp}[>›»→]{sp}[^。;]{1,20}(?:{sp}[>›»→]|$)',
      matches: [
        '首页 > 新闻 > 公告',
        '当前位置:首页',
        '您现在的位置:首页>通知',
        '首页 - 公开',
        '示例考试网 → 公告 → 正文',
      ],
      rejects: ['首页设计的通知', '收入>支出的单位应当说明。'],
    },
    {
      id: 'siteLine',
      // One-line furniture of a page above or beside the text.
      pattern:
        '^(?:【?{sp}(?:字体|字号)|【?(?:打印|关闭|分享|收藏|返回|大 中 小)|来源{sp}:|信息来源|文章来源|浏览(?:次数|量)|点击(?:数|量|次数)?{sp}:|阅读(?:次数|量)?{sp}:|访问量|作者{sp}:|编辑{sp}:|责任编辑|发布(?:人|机构|者){sp}:|字体:|保护视力色|语音播报|分享到|扫一扫|无障碍|查看内容|返回|详细信息|信息名称:|关键词:|【?法宝引证码|原文链接|引证码|【?数据库|下载本文)',
      matches: [
        '【字体:大 中 小】',
        '来源:示例网站',
        '浏览次数:12',
        '【法宝引证码】 CLI.1',
        '责任编辑:张三',
        '原文链接:http://example.cn',
      ],
      rejects: ['来源于中央财政', '阅读活动的通知', '编辑部地址'],
    },
    {
      id: 'siteTail',
      // From here on the page speaks of itself.
      pattern:
        '^(?:【?我要纠错|责任编辑|编辑{sp}:|扫一扫|扫码|用微信|相关(?:稿件|链接|文章|新闻|阅读|附件下载|解读)|上一(?:篇|条|个)|下一(?:篇|条|个)|【?打印(?:本页|此页|页面|文章|正文)|【?关闭(?:窗口|本页|页面)|版权所有|网站地图|主办(?:单位)?{sp}:[^。]{0,80}(?:ICP|网站标识码|技术支持|公安备案|公网安备|版权所有)|ICP备|[^。]{0,12}ICP备|分享到|返回顶部|友情链接|copyright|Copyright|评论回复|网站声明|您还可以|热门文章|推荐阅读|【TopPage)',
      matches: [
        '[我要纠错]'.slice(1),
        '扫一扫在手机打开当前页',
        '相关稿件',
        '上一篇:关于',
        '责任编辑:张三',
        '版权所有 示例',
      ],
      rejects: ['扫描件发至邮箱', '相关单位', '上一年度', '主办单位:示例市教育局。承办单位:示例学校。'],
    },
    {
      id: 'published',
      needs: ['时间', '日期', ':', '来源'],
      pattern:
        '(?:发布(?:时间|日期)|发文日期|公开日期|公布日期|更新时间|(?<![\\u4e00-\\u9fff])(?:时间|日期)){sp}:{sp}{date:date}|^{date:date2}(?:{sp}\\d{1,2}:\\d{2}(?::\\d{2})?|{sp}(?=来源|作者|浏览|点击|发布))'.replace(
          '{date:date2}',
          '{date:dateAlone}',
        ),
      matches: ['发布时间:2021-04-09 10:00', '2021-04-09 21:51 来源:示例网站', '发布日期:2018年12月24日'],
      rejects: ['会议于2021年4月9日召开', '2021年4月9日', '2021年4月9日印发'],
    },
    {
      id: 'metadata',
      needs: [':', '】', '\t'],
      // A row of the page's own table: 索引号, 发文机关, 成文日期 …
      pattern:
        '^(?:【{sp})?(?<label>法规标题|发布部门|批准日期|实施日期|效力级别|时效|法规类别|索引号|主题分类|发文机关|发布机构|公开机构|成文日期|发文日期|生成日期|标题|名称|信息名称|发文字号|文号|发布日期|公开日期|有效性|时效性|主题词|体裁分类|公开类型|公开方式|公开范围|组配分类|内容概述|废止日期|生效日期|失效日期|服务对象分类|内容来源|(?:文{sp}号|效{sp}力|发布单位|颁布单位|发布文号|法规文号|颁布日期|颁布时间|施行日期|失效时间|所属类别|法规类型|内容类别|文件来源)(?={sp}】)){sp}(?::|】|\\t){sp}(?<value>[^\\n]{0,200})$',
      matches: [
        '索引号\t000014349/2006-00211',
        '索引号:000014349/2006-00211',
        '发布日期:2018年12月24日',
        '主题词:',
        '【文  号】示发〔2024〕1号',
        '【发布单位】示例海关',
      ],
      rejects: ['标题党:', '发布日期待定', '发布单位:示例海关'],
    },
    {
      id: 'entries',
      needs: ['】'],
      // Libraries of laws set several entries on one line: 【发文机关】示例海关  【发布日期】2024-05-06
      pattern:
        '^(?=[^\\n]{0,600}【{sp}(?:发[文布](?:机关|单位|部门|文号|日期)|颁布(?:单位|日期|时间)|文{sp}号|[生失]效日期|实施日期|效{sp}力){sp}】)(?:【{sp}{han}(?:{sp}{han}){1,7}{sp}】[^【】\\n]{0,120}){2,12}$',
      matches: ['【发布单位】示例海关  【文  号】示关〔2024〕1号', '【类别】通关 【效力】有效'],
      rejects: ['【发布单位】示例海关', '【征收范围】见【附图】'],
    },
    {
      id: 'aside',
      needs: ['号'],
      // A line of the head that holds a number and, a wide gap apart, something else.
      pattern: '[〔\\[(【](?:19|20)\\d{2}[〕\\])】]第?\\d{1,5}号(?=$|[\\s|])',
      matches: ['示发〔2024〕3号    示例厅    2024-05-06', '示例厅 | 示发[2024]3号'],
      rejects: ['示发〔2024〕3号文件', '2024-05-06 示例厅'],
    },
    {
      id: 'masthead',
      needs: ['文件'],
      pattern:
        '^文件$|^(?:{han} {1,4}){3,30}文 {0,4}件$|^(?![^ \\t]{0,30}(?:关于|规范性))[^。,;:!? \\t]{2,60}(?:[ \\t]{1,8}[^。,;:!? \\t]{2,60}){0,3}文件(?:[ \\t]{1,8}[^。,;:!? \\t]{2,60}){0,3}$',
      matches: ['示例市科学技术局文件', '文件', '中共示例市委宣传部文件 示例市科学技术协会'],
      rejects: ['关于规范性文件的通知', '招标文件领取时间:3月5日'],
    },
    {
      id: 'copyNumber',
      pattern: '^(?:份号{sp}:?{sp})?(?<value>\\d{6})$',
      matches: ['000012', '份号:000012'],
      rejects: ['0000123', '100862号'],
    },
    {
      id: 'classification',
      pattern:
        '^(?<level>绝密|机密|秘密){sp}(?:[★☆*]{sp}(?<period>[\\d一二三四五六七八九十]{1,3}{sp}[年个月天日]{1,2}|长期|{han}{1,6}前))?$',
      matches: ['机密★1年', '秘密', '绝密★长期', '绝密★启用前', '秘密★正式公布前'],
      rejects: ['保守秘密', '机密文件管理', '机密启用前', '绝密★启用'],
    },
    {
      id: 'urgency',
      pattern: '^(?:紧急程度{sp}:{sp})?(?<value>特{sp}急|加{sp}急|特{sp}提|平{sp}急|急件)$',
      matches: ['特急', '特 急', '加急'],
      rejects: ['特急件处理', '应急'],
    },
    {
      id: 'telegram',
      needs: ['级'],
      // 电报 head: 发电单位 …  等级 特急·明电
      pattern: '等{sp}级{sp}:?{sp}(?<value>特急|加急|特提|平急){sp}[·.、]?{sp}(?:明电|密电)?',
      matches: ['等级 特急·明电', '等级:加急'],
      rejects: ['等级评定'],
    },
    {
      id: 'signer',
      needs: ['发'],
      pattern: '签{sp}发{sp}(?:人){sp}:{sp}(?<names>{han}{1,4}(?:[ 、]{1,8}{han}{1,4}){0,7})',
      matches: ['示政〔2024〕1号    签发人:张三', '签发人:张三 李四'],
      rejects: ['签发日期:', '签发人:'],
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
      id: 'dayHere',
      // A day that a page sets between the title and the text.
      pattern: '{sp}(?:(?:发布|公布)?(?:时间|日期){sp}:{sp})?(?:{date}){sp}(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?',
      matches: ['2017-08-28', ' 发布时间:2017年8月28日 10:00'],
      rejects: ['各单位'],
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
      rejects: ['示例市教育局', '校企合作处'],
    },
    {
      id: 'dayNote',
      pattern: '^\\({sp}(?:{year}){sp}年{sp}(?:{month}){sp}月{sp}(?:{day}){sp}日{sp}\\)$',
      matches: ['(2013年2月6日)'],
      rejects: ['(2013年2月6日通过)', '2013年2月6日'],
    },
    {
      id: 'monthLine',
      pattern: '^(?<date>{year}{sp}年{sp}{month}{sp}月)$',
      matches: ['2021年3月'],
      rejects: ['2021年3月5日', '2021年3月底'],
    },
    {
      id: 'caption',
      needs: ['通过', '会议', '次会'],
      // 题注 of a decision or interpretation: date and meeting of adoption, below the title.
      pattern:
        '^\\(?(?<date>{date}){sp}[^。]{2,80}(?:会议|委员会|会|次)(?:通过|审议通过|批准|讨论通过|修订|修正)?|(?:次会议|会议){sp}(?:审议)?通过[,,]',
      matches: ['1997年9月24日 示例院第八届委员会第七十四次会议通过', '第1815次会议通过,自2021年1月1日起施行)'],
      rejects: ['会议通过了决定', '2021年4月1日'],
    },
    {
      id: 'body',
      // One name of a body and nothing else.
      pattern: '^{nameChar}{1,40}?{suffix}(?:\\({nameChar}{1,16}\\))?$',
      matches: ['示例市科学技术局', '中共示例市委宣传部', '示例省推进“三地一区”建设领导小组办公室', '教务处'],
      rejects: ['联系人', '科技活动周', '工作要求', '张三'],
    },
    {
      id: 'onBehalf',
      needs: ['章', '印'],
      pattern:
        '^\\({sp}(?<body>{nameChar}{2,40}?){sp}(?:代{sp}章|代{sp}印|盖{sp}章|公{sp}章|章){sp}\\)$|^(?<body2>{nameChar}{2,40}?)\\((?:代章|盖章|公章|印|章)\\)$'.replace(
          /body2/g,
          'other',
        ),
      matches: ['(示例局办公室代章)', '示例市教育局(盖章)'],
      rejects: ['(此件公开发布)', '示例市教育局'],
    },
    {
      id: 'official',
      needs: ['长', '主', '总', '董'],
      // The official who signs an order: 行 长 某某某, 省长:某某
      pattern:
        '^(?<post>(?!{han}{1,3}{sp}办公会)(?:代理|副|署){0,1}(?:部{sp}长|省{sp}长|市{sp}长|县{sp}长|区{sp}长|州{sp}长|局{sp}长|厅{sp}长|主{sp}任|行{sp}长|署{sp}长|院{sp}长|检察长|主{sp}席|总{sp}理|主任委员|会{sp}长|关{sp}长|校{sp}长|董事长)){sp}:?{sp}(?<name>{han} {0,4}{han}(?: {0,4}{han}){0,2})$',
      matches: ['行 长 张某某', '省长:李某', '局长  王 某'],
      rejects: ['局长办公会', '部长召集有关单位开会讨论'],
    },
    {
      id: 'signatureLabel',
      // A tender's signature names the part of its signer.
      pattern:
        '^(?:采购代理机构|采购人|采购单位|招标人|招标代理机构|代理机构|发布单位|发布人|落款|主办单位|招标单位){sp}:{sp}',
      matches: ['采购代理机构:示例工程咨询有限公司', '招标人:示例局'],
      rejects: ['联系单位:示例局', '采购方式:公开招标'],
    },
    {
      id: 'pageless',
      needs: ['无'],
      pattern: '^\\({sp}此页{sp}无{sp}正{sp}文{sp}\\)$',
      matches: ['(此页无正文)'],
      rejects: ['(此件公开发布)'],
    },
    {
      id: 'note',
      needs: ['('],
      // 附注 (7.3.6): release, contacts; in brackets below the date.
      pattern: '^\\([^()]{2,200}(?:\\([^()]{0,60}\\)[^()]{0,200}){0,4}\\)$',
      matches: ['(此件公开发布)', '(联系人:张某;联系电话:0100-5550123)'],
      rejects: ['此件公开发布', '(一)时间'],
    },
    {
      id: 'disclosure',
      needs: ['公开', '发至'],
      pattern:
        '^\\(?{sp}(?:信息公开(?:选项|属性|类别|类型|形式|方式)|公开类型|公开(?:属性|方式|选项|类别|形式)|政府信息公开选项){sp}:{sp}(?<value>[^()。;]{2,12}?){sp}\\)?$|^\\(?{sp}(?:此件|本件|此文件|本文){sp}(?<note>主动公开|公开发布|依申请公开|不予公开|不公开|公开|删减后公开|发至[^()]{2,12}){sp}\\)?$|^\\({sp}(?:此件|本件){sp}(?<more>主动公开|公开发布|依申请公开|不予公开|不公开)[。,;]|^\\({sp}(?<bare>主动公开|公开发布|依申请公开|不予公开|不公开){sp}\\)$',
      matches: [
        '(此件公开发布)',
        '信息公开选项:主动公开',
        '公开方式:依申请公开',
        '(此件发至县级)',
        '信息公开类型:主动公开',
        '(此件依申请公开。联系人:某)',
      ],
      rejects: ['公开发布会', '主动公开的信息'],
    },
    {
      id: 'copiedTo',
      needs: ['抄'],
      pattern: '^抄{sp}(?:送|报){sp}:{sp}(?<value>[^\\n]{1,600})$',
      matches: ['抄送:示例市财政局。', '抄报:省委办公厅'],
      rejects: ['抄送名单'],
    },
    {
      id: 'printed',
      needs: ['印'],
      pattern:
        '^(?<body>[^。;:!?]{0,60}?){sp}(?<date>{date}){sp}印{sp}(?:发|制){sp}(?:\\(?{sp}共{sp}印{sp}\\d{1,5}{sp}份{sp}\\)?)?$',
      matches: ['示例市科技局办公室 2021年5月8日印发', '2021年5月10日印发'],
      rejects: ['2021年5月8日印发的通知', '印发日期'],
    },
    {
      id: 'themeTerms',
      needs: ['主题词', '主 题'],
      pattern: '^主{sp}题{sp}词{sp}:{sp}(?<value>[^\\n]{1,100})$',
      matches: ['主题词:科技 活动 通知'],
      rejects: ['主题词:'],
    },
    {
      id: 'imprintCount',
      needs: ['印', '校', '打'],
      pattern: '^(?:\\(?{sp}共印{sp}\\d{1,5}{sp}份|校对{sp}:|打字{sp}:|印数{sp}:)',
      matches: ['共印50份', '(共印 80 份)', '校对:张三'],
      rejects: ['共印刷宣传品'],
    },
    {
      id: 'appendixMark',
      needs: ['附'],
      pattern:
        '^附$|^附{sp}(?:件|表|录|图)(?<number>{sp}(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:[-—]\\d{1,2})?)?{sp}:?$',
      matches: ['附件', '附', '附件1', '附件 2:', '附件一', '附表3', '附件1-2'],
      rejects: ['附件1.示例表', '附件:示例表', '见附件'],
    },
    {
      id: 'appendixTitled',
      needs: ['附'],
      // A mark and its title on one line, where the annex itself begins.
      pattern: '^附{sp}件{sp}(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:]?{sp}(?<title>[^。;:!?,]{3,60})$',
      matches: ['附件1 示例回执', '附件2:示例报名表', '附件3.示例表.doc'],
      rejects: ['附件1', '附件:1.示例表', '附件1所列项目,由示例局负责。'],
    },
    {
      id: 'attachmentNote',
      needs: ['附'],
      pattern: '^附{sp}(?:件|表)?{sp}(?:名单|目录|清单)?{sp}:{sp}(?<rest>[^\\n]{0,300})$',
      matches: ['附件:1.示例表', '附件:', '附:示例名单', '附件名单:'],
      rejects: ['附件1', '附件2所列'],
    },
    {
      id: 'download',
      // How some sites list an annex: 附件【附件1:某表.doc】已下载12次
      pattern:
        '^附{sp}件{sp}[:：]?{sp}【{sp}(?:附{sp}件{sp})?(?<number>\\d{0,2}){sp}[:.、-]?{sp}(?<title>[^【】]{2,120}?){sp}】(?:已下载|下载)?',
      needs: ['附'],
      matches: ['附件【附件1:示例表.doc】已下载12次', '附件【示例名单.xls】已下载'],
      rejects: ['附件1', '【附件】'],
    },
    {
      id: 'attachmentItem',
      pattern:
        '^(?:附{sp}件{sp})?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:-]?{sp}(?<title>[^\\n]{2,120})$',
      matches: ['1.示例备案表', '2、 示例名单', '附件1:示例要求', '3示例'],
      rejects: ['示例备案表', '附件'],
    },
    {
      id: 'addressees',
      needs: [':'],
      // 主送机关 (7.3.2): flush left, closed by a colon, groups separated by commas.
      pattern:
        '^(?<names>[^。;!?:\\n]{1,800}(?:单位|部门|政府|委|局|厅|办|院|校|大学|公司|企业|协会|学会|中心|机构|兵团|组|处|科|站|所|会|队|馆|行|代表|委员|同志|考生|家长|居民|用户|市民|客户|村|街道|园区|基地|社区|群众|公众|人士|法院|检察院|会员|个人|集团|师生|成员|供应商|投标人|人员|部|署|台|社|团|党组|党委|支部|乡镇|团体|机关|人民团体|镇|乡|区|县|市|州|省|盟|旗|院长|专家|老师|教师|学生|同学|教职工|职工|员工|纳税人|朋友|业主|住户|商户|车主|旅客|乘客|游客|读者|储户|租户|参保人|驾驶人|医院|学院|学校|中学|小学|园|系|室|店|厂|商会|联盟|联合会|(?:[^()]{0,40}\\)))|各[^。;!?:\\n]{2,600}){sp}:(?={sp}$)',
      matches: [
        '各有关单位:',
        '各县(市、区)科技局,市直有关部门:',
        '示例基金管理有限公司:',
        '广大市民、乘客:',
        '各市、县人民政府,省政府各部门(单位):',
      ],
      rejects: ['有关事项通知如下:', '联系电话:', '时间:5月', '各有关单位'],
    },
    {
      id: 'mainSend',
      // Minutes list their addressees in the imprint.
      pattern: '^主{sp}送(?:{sp}(?:机关|单位))?{sp}:{sp}(?<listed>[^\\n]{2,600})$',
      needs: ['送'],
      matches: ['主送:区财政局,各街道办事处。'],
      rejects: ['各有关单位:', '主送:'],
    },
    {
      id: 'addresseesLead',
      needs: [':'],
      // The same with the text running on behind it.
      pattern:
        '^(?<names>(?:各|全[体市省县区校])[^。;!?:\\n]{1,160}(?:单位|部门|政府|委|局|厅|院|校|公司|企业|协会|学会|中心|会|部|处|科|室|系|学院|考点|机构|人员|市民|居民|用户|考生|家长|同学|师生|员工|教师|街道|乡镇|镇|乡|县|区|市|村|社区|代表|会员|院校|支队|大队|所|站|馆|园|办|\\))){sp}:(?={sp}[^\\s\\d])',
      matches: ['各有关单位:根据安排,现将', '各市招生办(考试中心),各招生院校和考点:为贯彻'],
      rejects: ['各有关单位:', '各项工作要求:一是', '各街道:0578-5550123'],
    },
    {
      id: 'titleRow',
      pattern: '^(?:【{sp})?(?:标题|文件标题|信息名称|名称){sp}(?::|】|\\t)',
      matches: ['标题:关于示例的公示', '名称\t示例公告'],
      rejects: ['标题党'],
    },
    {
      id: 'addressed',
      // How the first line of addressees begins.
      pattern: '^[各县市省区]',
      matches: ['各乡镇人民政府,各有关', '市直各部门,各'],
      rejects: ['关于示例的通知'],
    },
    {
      id: 'notAddressees',
      needs: [':'],
      pattern:
        '如下{sp}:$|^(?:联{sp}系|附{sp}件|附{sp}:|地{sp}址|时{sp}间|地{sp}点|电{sp}话|注{sp}:|来源|标题|主题|申报|报名|咨询|寄送|邮{sp}寄|报送|采购|代理|项目|名{sp}称|第[一二三四五六七八九十\\d]{1,3}[条章])|^[一二三四五六七八九十]{1,3}、|^\\({sp}[一二三四五六七八九十\\d]{1,3}{sp}\\)|^\\d{1,2}[.、]|包括{sp}:$|(?:要求|内容|名单|流程|条件|方式|事项|任务|目标|原则|说明|声明|承诺|分工){sp}:$',
      matches: ['现通知如下:', '联系单位:', '一、主办单位:', '工作要求:'],
      rejects: ['各有关单位:', '示例有限公司:'],
    },
    {
      id: 'opening',
      // How a notice's first sentence tells its purpose.
      pattern:
        '(?:现将|现就|特)[^。]{0,80}(?:如下|公告|通告|公示|通知|决定|意见)|(?:中标|成交|采购|评审|考核|评选|竞价|招标)结果[^。]{0,12}如下|经[^。]{2,40}(?:同意|批准|研究|审定)|为(?:了|进一步|贯彻|深入|做好|加强|落实|规范|切实)|根据《|(?:本|此)(?:通知|公告|办法|通告|决定|意见|批复|公示)|收悉|特此(?:通知|公告|通告|公示|批复|函复|函告|说明)|请(?:认真|结合实际)[^。]{0,12}(?:贯彻|执行|落实)',
      matches: ['现将有关事项通知如下', '特此公告', '经示例市政府同意', '本通知自发布之日起施行'],
      rejects: ['今天天气很好'],
    },
    {
      id: 'news',
      needs: ['记者', '本报', '新华', '通讯员', '摄影', '电', '据悉'],
      pattern:
        '本报(?:讯|记者)|新华社|[(]记者{sp}{han}{2,4}|^记者{sp}{han}{2,3}$|(?:通讯员|^摄影|[(/]{sp}摄影){sp}:?{sp}{han}{2,4}|(?:日|消息)电{sp}\\(|据悉[,,]|记者(?:了解到|获悉|从)',
      matches: ['本报讯', '(记者 张三)', '记者从示例局获悉'],
      rejects: ['记者协会的通知', '摄影、绘画作品', '绘画、摄影特长者优先'],
    },
    {
      id: 'leader',
      // A line of a table of contents: dots or ellipses to a page number.
      pattern: '(?:[.·…。]{4,120}|…{2,60}|(?:\\. ){4,60}){sp}\\(?\\d{1,4}\\)?$',
      matches: ['第一章 总则........12', '一、概述……3'],
      rejects: ['完成。', '示例…'],
    },
    {
      id: 'fileWord',
      // The word of the masthead, which is no part of a name.
      pattern: '(?:文 {0,4}件|令)(?=\\s|$)',
      matches: ['示例局文件', '示例局文件 示例会'],
      rejects: ['文件管理'],
    },
    {
      id: 'numberedHead',
      // The first numbered line: the head is over.
      pattern: '^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章条])',
      matches: ['一、总则', '第一章 总则'],
      rejects: ['(一)时间'],
    },
    {
      id: 'firstPoint',
      // The same in Arabic numerals.
      pattern: '^1{sp}[.、]{sp}{han}',
      matches: ['1. 招标条件', '1、总则'],
      rejects: ['1.5倍', '2. 项目概况', '10.附则'],
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
