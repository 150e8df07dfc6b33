/**
 * 网页: what a page puts around a notice: its furniture, its own table, and the lines by which the edge of the notice is
 * known. The rules describe folded text; the names that sites use are in lexicon/page.ts.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'html',
  parts: {
    ...parts,
    date: '(?:19|20)\\d{2}{sp}(?:[-/.]|年){sp}(?:1[0-2]|0?[1-9]){sp}(?:[-/.]|月){sp}(?:3[01]|[12]\\d|0?[1-9])(?!\\d){sp}日?',
    time: '\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,3})?)?',
    bracket: '[\\[【(<>]?',
  },
  rules: [
    {
      id: 'pageEnd',
      // Behind such a line the page speaks of other things.
      pattern:
        '^{bracket}{sp}(?:[上下前后][一1](?:[篇条个则页]|主题|文章|信息){sp}(?:[:：>»\\])】]|$)|版权所有|[Cc]opyright|COPYRIGHT|.{0,20}ICP备|.{0,20}公网安备|.{0,12}网站标识码|评论回复|(?:网友|最新|发表|我要|用户|全部)(?:评论|留言){sp}(?:[\\])】(:]|$)|返回顶部|网站声明$|[—-]{1,3} ?(?:END|end|完) ?[—-]{1,3}|(?:点击)?阅读原文)',
      matches: [
        '— END —',
        '上一篇:关于示例',
        '版权所有 示例',
        '评论回复',
        '下一个:示例',
        '京ICP备05550123号',
        '[下一条]',
      ],
      rejects: ['上一年度工作', '下一页所列项目', '发表评论文章', '第一条', '示例— END —', '网站声明关于示例'],
    },
    {
      id: 'imprint',
      needs: ['版权', 'opyright', 'OPYRIGHT', '©', 'ICP', '公网安备', '标识码', '技术支持'],
      // Where a line of a site's own foot stands, the notice's frame has ended.
      pattern: '版权所有|[Cc]opyright|COPYRIGHT|©|ICP{sp}(?:备|证)|公网安备|网站标识码|技术支持{sp}:',
      matches: [
        '示例局 版权所有',
        '京ICP备05550123号',
        'Copyright © 2024',
        '网站标识码:0000000000',
        '技术支持:示例公司',
      ],
      rejects: ['版权登记', '备案号', '提供技术支持'],
    },
    {
      id: 'otherPage',
      needs: ['关于'],
      // An entry of a list of other pages, day and title, whether it is a link or not.
      pattern:
        '^{bracket}{sp}{date}{sp}[\\])】]?{sp}[^。;,]{0,30}关于[^。;]{4,120}$|^[^。;,]{0,30}关于[^。;]{4,120}{sp}[\\[(【]?{date}[\\])】]?$',
      matches: [
        '2024-05-06 关于示例事项的通知',
        '示例局关于示例事项的反馈 [2024-05-06]',
        '2024-1-06 关于示例事项的通知',
      ],
      rejects: [
        '2024年5月6日,关于示例',
        '关于示例事项的通知',
        '2024-05-06 来源:示例网',
        '示例2024-05-06 关于示例事项的通知',
      ],
    },
    {
      id: 'contact',
      // A line that tells whom to ask.
      pattern:
        '^(?:(?:业务|技术|政策)?(?:咨询|服务|联系|监督|举报|受理)?(?:电话|人员?|方式|热线|部门|单位|地址)|联{sp}系{sp}人|电{sp}话|传{sp}真|手{sp}机|(?:电子)?邮{sp}[箱件]|邮{sp}编|地{sp}址|通讯地址|联系我们){sp}:{sp}[^\n]{2,120}$',
      matches: [
        '联系人:张示例',
        '电  话:0100-5550123',
        '邮 箱:a@example.gov.cn',
        '咨询电话:0100-5550123',
        '地址:示例路1号',
      ],
      rejects: ['编辑:张示例', '联系我们', '来源:示例局', '审核人员张示例', '示例联系人:张示例'],
    },
    {
      id: 'listHead',
      // The heading of a list of other pages; links must follow.
      pattern:
        '^{bracket}{sp}(?:相关(?:稿件|链接|文章|新闻|阅读|解读|信息|推荐|政策|文件|报道|内容|资料|资讯|图解){1,2}{sp}:?{sp}[\\])】]?{sp}(?:更多|$)|友情链接|网站地图|关于我们|联系我们|您还可以|您可能|热门|热点|最新(?:文章|新闻|动态|公告|通知|信息)|推荐(?:阅读|文章|新闻)|猜你喜欢|延伸阅读|网站声明|技术支持:|主办(?:单位)?:|承办(?:单位)?:(?![^。]{0,60}(?:经办人|拟稿人?|核稿人?|共印)))',
      matches: ['相关稿件', '[相关链接]', '相关政策 更多', '友情链接', '热门文章', '承办单位:示例信息中心'],
      rejects: [
        '相关单位应当配合',
        '相关政策如下',
        '一、相关文件要求',
        '承办单位:市府总值班室  经办人:某某',
        '示例相关稿件',
      ],
    },
    {
      id: 'disclaimer',
      // What a site says about itself in whole sentences.
      pattern:
        '^{bracket}{sp}(?:(?:免责|版权|特别|郑重|网站|法律|转载)声明|声明{sp}:|本(?:网站?|站|平台|公众号)(?!站|点)|凡(?:本网|注明|本站|未注明)|未经.{0,20}(?:授权|许可|同意).{0,20}转载|以上(?:内容|信息|文章).{0,20}(?:来源|转载|网络)|建议(?:您)?使用.{0,30}(?:浏览器|分辨率)|(?:您|你)(?:是|好).{0,12}(?:访问|访客|欢迎)|欢迎(?:您|访问|光临|来到|关注)|如(?:有|果).{0,10}侵权)',
      matches: [
        '免责声明:本网站部分内容来源于网络',
        '本站所有信息仅供参考',
        '欢迎访问示例网',
        '建议使用IE8以上浏览器访问',
        '您好,欢迎来到示例网!',
      ],
      rejects: [
        '声明书样式',
        '本单位承诺',
        '未经批准不得施工',
        '建议使用示例材料',
        '示例免责声明:本网站部分内容来源于网络',
      ],
    },
    {
      id: 'tools',
      // One line of the page's own, beside the text.
      pattern:
        '^{bracket}{sp}(?:(?:字体|字号|字级|文字){sp}(?:[:\\[(【]|大|$)|大{sp}中{sp}小|(?:打印|关闭|分享|收藏|返回|纠错|复制链接|点赞|下载){sp}(?:本[页文]|此[页文]|页面|网页|文章|正文|窗口|首页|顶部|列表|目录|上一?页|上一?级|到|至|[\\])】|/:]|$)|我要(?:纠错|打印|分享|收藏)|责任编辑|责编|编辑{sp}:|编辑人|(?:审核|初审|终审|复审|录入|校对)[人员者]?{sp}:|扫一扫|扫码(?:查看|关注|阅读|分享)|(?:扫描|微信)二维码|用微信|微信扫|(?:信息|文章|稿件|新闻)?来{sp}源{sp}:|稿源{sp}:|(?:浏览|点击|阅读|访问)(?:次数|人次|量|数|率)?{sp}[:\\[(【]|人气{sp}:|作者{sp}:|保护视力|语音播报|朗读|无障碍|查看内容|您?(?:的|现在的|当前的?)?(?:当前)?位置{sp}:|首页{sp}(?:$|[>»|/-])|打开微信|TOP$|一键复制)',
      matches: [
        '【字体:大 中 小】',
        '打印本页',
        '责任编辑:张某',
        '扫一扫在手机打开当前页',
        '当前位置:首页 > 公告',
        '浏览次数:5',
        '关闭',
        '【关闭窗口】',
      ],
      rejects: [
        '打字员招聘',
        '收入情况',
        '来源于中央财政',
        '首页设计',
        '关闭路段:示例路',
        '打印设备采购',
        '点击进入系统报名',
        '示例【字体:大 中 小】',
      ],
    },
    {
      id: 'published',
      pattern:
        '(?:(?:发布|公布|公开|更新|发文|发稿|添加|录入|上传|刊登|创建|发表|信息|发布于)(?:日期|时间)|(?<!{han})日期|(?<!{han})时间){sp}:{sp}{date:date}',
      needs: [':'],
      matches: ['发布时间:2021-04-09 10:00', '来源:示例网 日期:2021年4月9日', '时间:2021/4/9'],
      rejects: ['会议时间:2021年4月9日', '2021-04-09', '来源:示例网 一日期:2021年4月9日'],
    },
    {
      id: 'otherDay',
      // A day that its label or what follows makes the notice's own.
      pattern: '{han}(?:日期|时间){sp}:{sp}{date:date}|{date}{sp}(?:[至到起前~—–]|-{1,2}{sp}\\d)',
      matches: ['首次公告日期:2024年5月6日', '2024年5月6日至5月8日', '2024年5月6日 - 8日'],
      rejects: ['2024-05-06 点击:3', '发布:2024-05-06', '2024-05-06 10:00'],
    },
    {
      id: 'dateAlone',
      pattern:
        '^{bracket}{sp}(?:{date:date}(?:{sp}{time})?|{year}{sp}年{sp}{month}{sp}月{sp}{day}{sp}日){sp}[\\])】]?$',
      matches: ['2021-04-09 10:00', '[2021-04-09]', '2021年4月9日', '二〇〇六年八月十八日'],
      rejects: ['2021-04-09 来源:示例网', '2021年4月', '示例2021-04-09 10:00'],
    },
    {
      id: 'dated',
      // A date and the page's source or counter on one line.
      pattern:
        '^(?:[^。;,:]{0,24}{sp})?{date:date}(?:{sp}{time})?{sp}(?:来源|作者|浏览|点击|发布|阅读|字体|字号|\\||编辑|【|发表于)|(?:作者|编辑){sp}:?{sp}[^。;,]{1,16}{sp}发布于{sp}{date:date2}'.replace(
          '{date:date2}',
          '(?:{date})',
        ),
      matches: [
        '2021-04-09 10:00 来源:示例网',
        '2021-04-09 浏览次数:3',
        '小满 示例科普 2022-09-09 08:30 发表于示例',
        '作者 admin 发布于 2018年5月11日',
      ],
      rejects: ['2021年4月9日印发', '2021-04-09'],
    },
    {
      id: 'stamped',
      needs: ['来源', '作者', '浏览', '点击', '阅读', '发布'],
      // Day and minute before the page's source or counter, whatever stands before them.
      pattern:
        '{date:date}{sp}{time}{sp}(?:(?:文章|信息|稿件)?来源|作者|浏览|点击|阅读|发布(?:者|人|机构|单位)){sp}(?:次数|量|数)?{sp}:',
      matches: ['分享到: 微信 【打印】 2024-05-06 16:20 来源:办公室 点击:28'],
      rejects: ['2024-05-06 来源:办公室', '2024-05-06 16:20 考试开始'],
    },
    {
      id: 'number',
      // A document number alone on a line.
      pattern:
        '^{bracket}{sp}(?:(?:发文字号|文号|文件编号|编号){sp}:{sp})?(?:{han}|[A-Za-z]){1,16}{sp}[〔\\[(【]{sp}{year}{sp}[〕\\])】]{sp}第?{sp}\\d{1,5}{sp}号{sp}[\\])】]?$',
      needs: ['号'],
      matches: ['示科发〔2024〕1号', '文号:示政办发[2024]12号', '(示发〔2024〕3号)'],
      rejects: ['根据示科发〔2024〕1号,', '关于示例的通知(示发〔2024〕3号)'],
    },
    {
      id: 'subtitle',
      pattern: '^\\(.{2,40}\\)$|^(?:——|--).{2,60}$|^\\d{4}年第{sp}\\d{1,3}{sp}号$',
      matches: ['(2024年第12号)', '2024年第3号', '——示例活动侧记'],
      rejects: ['(一)示例', '示例(试行)', '(2024年第12号)示例', '示例——示例活动侧记'],
    },
    {
      id: 'attachment',
      pattern: '^{bracket}{sp}(?:附{sp}件|附{sp}表|附{sp}图|附{sp}:|相关附件|下载附件)',
      matches: ['附件1:示例表', '附 件:', '附:示例名单', '[附件]示例'],
      rejects: ['附近居民', '附属医院', '示例附件1:示例表'],
    },
    {
      id: 'download',
      // How a publishing system lists a file, with a counter.
      pattern: '^附件{sp}[【\\[(:].{1,200}已?下载.{0,20}次',
      needs: ['下载'],
      matches: ['附件【推荐表.doc】已下载12次', '附件:示例.pdf 下载 3 次'],
      rejects: ['附件:示例表', '附件下载', '示例附件【推荐表.doc】已下载12次'],
    },
    {
      id: 'ownNumber',
      // A list item that prints its number itself.
      pattern:
        '^{sp}(?:[(（]?{sp}(?:\\d{1,3}|[一二三四五六七八九十百]{1,4}|[a-zA-Z]){sp}[)）.、:．]|第[一二三四五六七八九十百\\d]{1,4}[章节条]|[①-⑳⑴-⒇]|附件)',
      matches: ['1.示例', '(二)示例', '一、示例', '①示例', '第一条 示例'],
      rejects: ['示例', '2024年示例', '示例1.示例'],
    },
    {
      id: 'sentence',
      // Running text, as against labels, links and captions.
      needs: ['。', ';', ',', ':'],
      pattern: '[。;]|{han}{6}[^\\n]{0,200},[^\\n]{0,200}{han}{4}|(?:如下|有关单位|各单位){sp}:$',
      matches: ['现将有关事项通知如下:', '请认真贯彻。', '根据国务院有关文件精神,结合我市实际情况'],
      rejects: ['版权所有 示例局', '联系电话:0100-5550123', '现将有关事项通知如下:示例'],
    },
    {
      id: 'unit',
      // A name that may stand above the last date.
      pattern: '^{han}(?:{han}|[()“”·、 ]){1,38}$',
      matches: ['示例市教育局', '教 务 处', '示例市教育局 示例市财政局'],
      rejects: ['2024年5月6日', '打印:', '示例。'],
    },
    {
      id: 'webAddress',
      pattern: '(?:https?://|www\\.|@)[A-Za-z0-9]',
      needs: ['://', 'www.', '@'],
      matches: ['http://www.example.gov.cn', 'a@example.gov.cn', 'www.example.gov.cn'],
      rejects: ['www', '示例@示例'],
    },
    {
      id: 'placeholder',
      // What a template engine left unfilled.
      pattern: '^(?:\\{\\{[^{}]{0,80}\\}\\}|\\$\\{[^{}]{0,80}\\}|#\\{[^{}]{0,80}\\})$',
      needs: ['{'],
      matches: ['{{ title }}', '#{title}'],
      rejects: ['{示例}', '{{title}}示例', '示例{{ title }}'],
    },
    {
      id: 'layoutName',
      // Names of classes that say how a thing is set, not what it is: margin-bottom-0, position-relative, d-print-none
      pattern:
        '(?<![a-z])(?:margin|padding|border|align|vertical|inset|rounded|spac(?:e|ing)|gap|pad|mar|[mp])[-_]?[Bb]ottom(?:[-_][\\w-]{1,12})?|(?<![a-z])position[-_](?:relative|absolute|static|fixed|sticky)|(?<![a-z])(?:no|d|hidden|visible)[-_]?[Pp]rint(?:[-_][\\w-]{1,12})?',
      matches: [
        'text-indent-15 margin-bottom-0',
        'paddingBottom',
        'border-bottom',
        'position-relative',
        'no-print',
        'd-print-none',
      ],
      rejects: ['bottom', 'footer-bottom', 'position', 'print', 'page_bottom'],
    },
  ],
} as const satisfies Grammar
