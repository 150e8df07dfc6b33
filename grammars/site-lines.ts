/** What a site wraps around a notice: breadcrumbs, tools, its own table, the day of publication. Rules for whole lines. */
import type { Grammar } from '../src/grammar.js'
import { zoneParts } from './zone-parts.js'

export default {
  name: 'site-lines',
  parts: zoneParts,
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
        '^(?:【?{sp}(?:字体|字号)|【?(?:打印|关闭|分享|收藏|返回|大 中 小)|来源{sp}:|信息来源|文章来源|浏览(?:次数|量)|点击(?:数|量|次数)?{sp}:|阅读(?:次数|量)?{sp}:|访问量|作者{sp}:|编辑{sp}:|责任编辑|发布(?:人|机构|者){sp}:|字体:|保护视力色|语音播报|分享到|扫一扫|无障碍|查看内容|返回|详细信息|信息名称:|关键词:|【?法宝引证码|原文链接|引证码|【?数据库|下载本文|(?:点击|戳|轻触|点一?下|长按)(?:↑+|↓+)?{sp}(?:上方|下方|顶部|左上角|右上角|文末|图片|标题|识别)[^。]{0,16}(?:关注|订阅|二维码|名片|卡片)|[↑↓▲▼]{1,6}{sp}(?:点击|关注)|欢迎关注|关注我们$|微信号{sp}:{sp}(?:$|gh_|\\w{4,24}{sp}(?:功能介绍|微信功能|$))|(?:[Aa]uthor|[Tt]ags?|[Cc]ategor(?:y|ies)|[Dd]escription|[Ll]ayout|[Ss]lug|[Dd]raft|[Kk]eywords|[Uu]pdated|[Pp]ermalink|[Cc]over){sp}:|刊登版面{sp}:|刊登{sp}:|下载打印|\\(公告样报)',
      matches: [
        '【字体:大 中 小】',
        '刊登版面:A01',
        'author:教务处',
        '点击上方蓝字,关注我们',
        '戳下方卡片 关注示例发布',
        '长按识别二维码关注我们',
        '来源:示例网站',
        '浏览次数:12',
        '【法宝引证码】 CLI.1',
        '责任编辑:张三',
        '微信号:shili_fabu 功能介绍',
        '原文链接:http://example.cn',
      ],
      rejects: [
        '来源于中央财政',
        '阅读活动的通知',
        '编辑部地址',
        '示例【字体:大 中 小】',
        '微信号:shili_2026,电话:0100-5550123',
      ],
    },
    {
      id: 'ruled',
      needs: ['--', '==', '──', '━━', '——', '**', '~~'],
      // A line drawn across the sheet.
      pattern: '^(?:[-=─━—*~] ?){8,400}$',
      matches: ['--------------------', '────────'],
      rejects: ['——', '----附件'],
    },
    {
      id: 'mailRow',
      needs: [':'],
      // A line above a notice that came by mail.
      pattern: '^(?:发件人|发送(?:时间|日期)|收件人|抄送人?|主题|From|To|Cc|Subject|Date|Sent){sp}:',
      matches: ['发件人:示例协会秘书处 <a@example.cn>', 'Subject: 关于示例的通知'],
      rejects: ['主题词:示例', '收件地址:示例路'],
    },
    {
      id: 'mailFiles',
      needs: [':'],
      pattern: '^附件{sp}:',
      matches: ['附件:示例回执.doc'],
      rejects: ['附件1:示例回执'],
    },
    {
      id: 'script',
      // Code of the page that was copied with its text.
      pattern:
        '^(?://)?(?:<!(?:--|\\[CDATA)|(?:window|document|location)\\.[A-Za-z_]|(?:var|let|const){sp}[A-Za-z_$][\\w$]*{sp}=|function{sp}[\\w$]*\\(|\\$\\([\'"]|with{sp}\\(document\\)|jQuery\\()',
      matches: [
        'window._bd_share_config = {',
        'var title = document.title;',
        '$("#content").html()',
        'function doPrint(){',
        '<!--',
        'with(document)0[(…)]',
      ],
      rejects: ['windows系统', '各有关单位', 'various topics', '$100'],
    },
    {
      id: 'publishedBelow',
      needs: [':'],
      // The day on which a record says, below its text, that it was published.
      pattern:
        '^(?:刊登|刊发|发表|发稿|发布|公布|上传)(?:日期|时间){sp}:{sp}{date:dateAlone}(?:{sp}\\d{1,2}:\\d{2}(?::\\d{2})?)?$',
      matches: ['刊登日期:2024-05-06', '发布时间:2024年5月6日'],
      rejects: ['开标日期:2024-05-06', '发布日期:2024-05-06至2024-05-10', '示例发布日期:2024-05-06'],
    },
    {
      id: 'siteTail',
      // From here on the page speaks of itself.
      pattern:
        '^(?:【?我要纠错|责任编辑|编辑{sp}:|扫一扫|扫码|用微信|相关(?:稿件|链接|文章|新闻|阅读|附件下载|解读)|上一(?:篇|条|个)|下一(?:篇|条|个)|【?打印(?:本页|此页|页面|文章|正文)|【?关闭(?:窗口|本页|页面)|版权所有|网站地图|主办(?:单位)?{sp}:[^。]{0,80}(?:ICP|网站标识码|技术支持|公安备案|公网安备|版权所有)|[^。]{0,60}(?:主办|承办)(?:单位)?{sp}:[^。]{2,40}[·|][^。]{0,40}(?:热线|网站|备案|标识码)|分享到|返回顶部|友情链接|copyright|Copyright|评论回复|网站声明|您还可以|热门文章|推荐阅读|【TopPage|往期(?:推荐|回顾|精选|精彩|内容)|喜欢此内容的人|预览时标签不可点|阅读{sp}[\\d.]{1,8}{sp}[万w+]{0,2}{sp}(?:点?赞|在看|分享)|(?:分享|点赞|收藏)?{sp}点?赞{sp}在看|微信扫一扫|轻点两下取消)',
      matches: [
        '往期推荐',
        '阅读 3.1万 赞 206 在看 88',
        '喜欢此内容的人还喜欢',
        '[我要纠错]'.slice(1),
        '扫一扫在手机打开当前页',
        '相关稿件',
        '上一篇:关于',
        '责任编辑:张三',
        '版权所有 示例',
        '解读:一图读懂 · 主办:示例区人民政府办公室 · 网站管理:0100-5550123',
      ],
      rejects: ['扫描件发至邮箱', '相关单位', '上一年度', '主办单位:示例市教育局。承办单位:示例学校。', '示例往期推荐'],
    },
    {
      id: 'siteLicence',
      needs: ['ICP备'],
      pattern: '^[^。]{0,12}ICP备',
      matches: ['ICP备00000000号', '示ICP备00000000号-1'],
      rejects: ['本网站已经办理。示ICP备00000000号', '网站备案号'],
    },
    {
      id: 'published',
      // A store of pages names its fields in English: time:2017-03-31
      needs: ['时间', '日期', ':', '来源', '阅读', '浏览', '点击', '访问'],
      pattern:
        '(?:(?<!(?:招标|采购|磋商|谈判|询价|比选|遴选|变更|更正|补遗|预审|资格预审|原|首次|上次|前次){sp}(?:公告|公示){sp})发布(?:时间|日期)|(?:刊登|刊发|发稿|信息|发表|添加|录入|上传)(?:时间|日期)|发文日期|公开日期|公布日期|更新时间|(?<![\\u4e00-\\u9fff])(?:时间|日期)|^(?:[Pp]ub(?:lish)?_?)?(?:[Dd]ate|[Tt]ime)){sp}:{sp}{date:date}(?!{sp}[至到起前~—])|^{date:date2}(?:{sp}\\d{1,2}:\\d{2}(?::\\d{2})?(?!{sp}(?:-|—|~|至|到))(?!\\d|(?!来源|作者|浏览|点击|发布|阅读|访问|查看|编辑|字体){han})|{sp}(?=来源|作者|浏览|点击|发布|阅读|访问|查看|【)|{sp}{han}{2,14}{sp}(?=浏览|点击|阅读|访问))|^(?:(?:信息|文章)?来源{sp}:{sp}[^:。;]{2,24}?[\\s|]{1,4}|{han}{2,20} {0,2}\\| {0,2}|{han}{2,12}(?: {1,4})(?=[^。;]{8,30}(?:浏览|点击|阅读|访问|字号|字体))){date:dateBehind}{sp}\\d{1,2}:\\d{2}|^{han}{0,8}{sp}{date:dateStamp} \\d{2}:\\d{2}:\\d{2}{han}{0,4}$'.replace(
          '{date:date2}',
          '{date:dateAlone}',
        ),
      matches: [
        '2026年1月12日   阅读:76',
        '2026-01-12   客户服务中心   阅读 8821',
        '示例市示例局 | 2026-10-26 11:08:34 | 字体:[大][中]',
        '社会热点2026-01-12 06:32:26未知',
        '发布时间:2021-04-09 10:00',
        '【信息时间:2025/3/6  阅读次数:215】',
        '单位:教务处 发表日期:2022/3/18',
        '2021-04-09 21:51 来源:示例网站',
        '发布日期:2018年12月24日',
        '来源:区教育局  2025-04-28 10:06  字号',
        '教务处  2026-03-13 09:20  浏览 3562次',
      ],
      rejects: [
        '招标公告发布日期:2024年6月4日',
        '时间:2024年6月4日至2024年6月11日',
        '会议于2021年4月9日召开',
        '2021年4月9日',
        '2021年4月9日印发',
      ],
    },
    {
      id: 'byline',
      needs: [':'],
      // What an account's article prints below its headline: 原创 账号 账号 2024年05月06日 09:30 云南
      pattern:
        // The end of the line is looked at first: few lines end in a minute and a province.
        '^(?=[^。;]{8,110}?\\d:\\d{2}{sp}(?:发表于{sp})?{han}{0,3}{sp}$)(?:(?=原{sp}创)[^。;:]{2,60}?|[^。;:]{0,60}?(?=[^。;]{8,40}?(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|发表于{sp}{han}{2,3}){sp}$)){sp}(?<!{han}于)(?:{date}){sp}\\d{1,2}:\\d{2}{sp}(?:发表于{sp})?{han}{0,3}{sp}$',
      matches: [
        '原创 示例发布 示例发布 2024年05月06日 09:30 云南',
        '示例税务 2024年5月6日 18:05 湖北',
        '2024-05-06 09:30 发表于山东',
        '原创 小示例 示例发布 2024-05-06 07:00',
      ],
      rejects: [
        '会议时间 2024年5月6日 09:30',
        '2024年5月6日 09:30 会议室',
        '示例局 2024年5月6日',
        '定于2024年5月6日 09:30在山东',
      ],
    },
    {
      id: 'metadata',
      needs: [':', '】', '\t'],
      // A row of the page's own table: 索引号, 发文机关, 成文日期 …
      pattern:
        '^(?:【{sp})?(?<label>[Tt]itle|法规标题|发布部门|批准日期|实施日期|效力级别|时效|法规类别|索引号|主题分类|发文机关|发布机构|公开机构|成文日期|发文日期|生成日期|标题|名称|信息名称|发文字号|文号|发布日期|公开日期|有效性|时效性|主题词|体裁分类|公开类型|公开方式|公开范围|组配分类|内容概述|废止日期|生效日期|失效日期|服务对象分类|内容来源|所属地区|题材分类|(?:文{sp}号|效{sp}力|发布单位|颁布单位|发布文号|法规文号|颁布日期|颁布时间|施行日期|失效时间|所属类别|法规类型|内容类别|文件来源)(?={sp}】)){sp}(?::|】|\\t){sp}(?<value>[^\\n]{0,200})$',
      matches: [
        '索引号\t000014349/2006-00211',
        '索引号:000014349/2006-00211',
        '发布日期:2018年12月24日',
        '主题词:',
        '【文  号】示发〔2024〕1号',
        '【发布单位】示例海关',
        '所属地区:示例省',
        'title:关于示例的公示',
      ],
      rejects: [
        '标题党:',
        '发布日期待定',
        '发布单位:示例海关',
        '示例索引号\t000014349/2006-00211',
        '索引号\t000014349/2006-0021\n',
      ],
    },
    {
      id: 'labelWithin',
      needs: [':'],
      // Where the next label of a page's table begins that was set on one line with the one before: 发文机关:示例局 |成文日期:2024-05-06
      pattern:
        '(?<=[ \\t])(?:索引号|主题分类|发文机关|发布机构|公开机构|成文日期|发文日期|生成日期|发文字号|文{sp}号|发布日期|公开日期|有效性|时效性|主题词|体裁分类|公开类型|公开方式|组配分类|废止日期|生效日期|失效日期|标{sp}题|信息名称){sp}:',
      matches: ['发文机关:示例局 成文日期:2024年5月6日'],
      rejects: ['成文日期:2024年5月6日', '发文机关:示例局 6月1日:'],
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
      id: 'summaryHead',
      needs: ['公告概要'],
      pattern: '^公告概要{sp}:',
      matches: ['公告概要:公告信息:采购项目名称示例采购'],
      rejects: ['示例公告概要:'],
    },
    {
      id: 'summaryRow',
      // A page of public procurement says in a table of its own what the notice says below it; flattened, without colons.
      pattern:
        '^(?!项目概况)(?:(?<head>公告概要{sp}:)|公告信息{sp}:|联系人及联系方式{sp}:|(?:{summaryLabel})(?!{sp}:))',
      matches: ['公告信息:采购项目名称示例采购', '行政区域示例市', '代理机构名称示例公司'],
      rejects: ['采购单位:示例局', '一、项目概况', '项目概况示例采购', '示例行政区域'],
    },
    {
      id: 'titleRow',
      pattern: '^(?:【{sp})?(?:[Tt]itle|标题|文件标题|法规标题|信息名称|名称){sp}(?::|】|\\t)',
      matches: ['title:关于示例的公示', '标题:关于示例的公示', '名称\t示例公告'],
      rejects: ['标题党'],
    },
    {
      id: 'nameRow',
      needs: ['名称'],
      // Of a page's table the title, of a block of contacts who it is.
      pattern: '^名称{sp}[:\\t]{sp}(?<name>[^\\n]{2,60})$',
      matches: ['名称:示例市教育局', '名称\t示例招标有限公司'],
      rejects: ['标题:示例公告', '项目名称:示例工程'],
    },
    {
      id: 'addressRow',
      needs: ['址'],
      pattern: '^地{sp}址{sp}[:\\t]',
      matches: ['地址:示例路1号', '地 址:示例路1号'],
      rejects: ['网址:example.gov.cn', '联系地址变更的通知'],
    },
    {
      id: 'hourRow',
      needs: ['间', '期'],
      // When something takes place, if a place is named beside it; else when a page was published.
      pattern: '^(?:[(]?[一二三四五六七八九十\\d]{1,2}[).、]{1,2}{sp})?(?:时{sp}间|日{sp}期){sp}:',
      matches: ['时间:2024年5月6日', '日 期:2024-05-06', '1.时间:2024年5月6日'],
      rejects: ['发布时间:2024年5月6日', '示例时间:2024年5月6日'],
    },
    {
      id: 'placeRow',
      needs: ['点'],
      pattern: '^(?:[(]?[一二三四五六七八九十\\d]{1,2}[).、]{1,2}{sp})?{han}{0,2}地{sp}点{sp}:',
      matches: ['地点:示例楼301', '讲座地点:示例楼', '2.地 点:示例楼'],
      rejects: ['地点待定', '示例活动的地点:示例楼', '办公地址:示例路'],
    },
  ],
} as const satisfies Grammar
