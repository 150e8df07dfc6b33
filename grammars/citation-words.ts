/**
 * What a notice says of a document that it names: what it does with it (根据, 转发, 废止 …), which of its articles, what it
 * calls it further on. Rules end or begin at the document's name.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'citation-words',
  parts: {
    ...parts,
    numeral: '[\\d一二三四五六七八九十百零〇]{1,5}',
    article:
      '第{gap}(?:{numeral}){gap}条(?:之[一二三四五六七八九十])?(?:第{gap}(?:{numeral}){gap}款)?(?:第{gap}\\(?(?:{numeral})\\)?{gap}项)?',
    piece: '第{gap}\\(?(?:{numeral})\\)?{gap}[款项]',
    gap: ' {0,2}',
    docType:
      '通知|意见|办法|规定|决定|细则|方案|公告|通告|通报|函|批复|条例|规则|规划|计划|措施|政策|标准|制度|规程|纲要|预案|请示|报告|指南|目录|命令|纪要|章程|准则',
    ends: '废止|停止执行|停止施行|停止使用|停止实施|不再执行|不再施行|失效|终止执行',
  },
  rules: [
    {
      id: 'verb',
      // Behind 的 or 了 a verb tells what others did with the document: 省厅印发的《…》.
      pattern:
        '(?:(?<basis>根据|依据|依照|按照|遵照|参照|遵循|对照|(?<![工组编]|临时|可)按(?!时|期|月|年|季|规|要)|依(?=《))|(?<implements>贯彻|落实|执行|实施)|(?<forwards>转发|批转)|(?<issues>印发|发布|公布|颁布|下发)|(?<repeals>废止|宣布失效)|(?<amends>修改|修订)|(?<supersedes>代替|取代|替代)|(?<corrects>更正)|(?<other>制定|出台|编制|起草|见|填写|提交|报送|下载|附))(?<past>后?的|了|过|之)?',
      matches: ['根据', '贯彻落实', '印发的', '决定废止'],
      rejects: ['按时', '组织', '依'],
    },
    {
      id: 'clauseEnd',
      // Where the sentence or the clause that a verb governs ends.
      pattern: '[。;!?\\n:]',
      matches: ['。', ':'],
      rejects: [',', '、'],
    },
    {
      id: 'break',
      pattern: '[,。;!?\\n:]',
      matches: [','],
      rejects: ['、'],
    },
    {
      id: 'join',
      // Between documents of one list: 《甲》、《乙》要求和省政府《丙》.
      pattern: '^{sp}(?:[^。;,:!?《》“”\\n]{0,6}?(?:以及|[、和及与或])[^。;,:!?《》“”\\n]{0,24})?$',
      matches: ['、', '和', '', '和省政府', '以及示例省', '要求和'],
      rejects: ['。', ',参照', '中的“', '第三条'],
    },
    {
      id: 'startsClause',
      // The notice itself acts: nobody stands before the verb but the one who decides.
      pattern:
        '(?:(?:^|[。;,:!?、\\n]|[一二三四五六七八九十\\d][.、)]){sp}(?:现|拟|一并|同时|并|请|特|兹)?(?:将|把|对|予以)?|(?:决定|同意|现|予以)(?:予以|将|把|对|同时|一并)?){sp}$',
      matches: ['一、', '示例市示例局决定', '现', '', '同时'],
      rejects: ['示例省示例厅', '国务院'],
    },
    {
      id: 'already',
      needs: ['已', '曾', '被', '此前', '过去'],
      // History, not what this notice does.
      pattern: '(?:已经?|曾|早已|被|此前|过去)[^。;,:《》]{0,6}$',
      matches: ['已', '已经被', '曾'],
      rejects: ['决定'],
    },
    {
      id: 'object',
      needs: ['将', '把', '对', '就', '现予'],
      // 将《…》转发, 对《…》作如下修改: the document is the object of a verb behind it.
      pattern: '(?:将|把|对|就|现予)[^。;,:《》\\n]{0,24}$',
      matches: ['现将', '对示例省厅'],
      rejects: ['根据', '将,'],
    },
    {
      id: 'endsBehind',
      needs: ['废止', '失效', '停止', '不再', '终止'],
      pattern:
        '^(?:等{han}{0,10})?{sp},?{sp}(?:(?:自|从|于)[^。;,《》\\n]{2,36}?(?:起|之日|时),?)?(?<between>[^。;,:《》\\n]{0,14}?)(?:{ends})',
      matches: ['同时废止', '自本通知印发之日起废止', ',自2024年1月1日起失效', '等3件文件予以废止', '停止执行'],
      rejects: ['。同时废止', '执行'],
    },
    {
      id: 'amendsBehind',
      needs: ['修', '改为', '删'],
      pattern:
        '^(?:[^。;:《》\\n]{0,24}?(?:作|做|作出|做出|进行|予以)(?:了)?{sp}(?:如下|以下|相应|部分)?(?:修改|修订|修正)|(?:的)?(?:{article})?[^。;:《》\\n]{0,16}?(?:修改为|改为|删去|删除|增加一))',
      matches: ['作如下修改', '予以修改', '第十二条修改为', '第三条第二款删去'],
      rejects: ['修改', '第三条规定', '第 一 条之二第 一 款第 (一) 项第 一 条之二第 一 款第 (一) 项修改为'],
    },
    {
      id: 'forwardsBehind',
      needs: ['转'],
      pattern: '^[^。;:《》\\n]{0,10}?(?:转发|批转|转给)',
      matches: ['转发给你们', '一并转发'],
      rejects: ['印发给你们'],
    },
    {
      id: 'issuesBehind',
      needs: ['印发', '布', '下发'],
      pattern: '^[^。;:《》\\n]{0,16}?(?:印发|发布|公布|颁布|下发)(?!的|以来|之日|后|实施后|施行后|前)',
      matches: ['印发给你们', '予以公布', ',现印发给你们'],
      rejects: ['印发以来', '转发给你们'],
    },
    {
      id: 'issuesNow',
      needs: ['现'],
      // 《…》已经同意,现印发给你们
      pattern: '^[^。;:《》\\n]{0,60}?现(?:予|将其|予以|正式)?{sp}(?:印发|发布|公布|颁布|下发)',
      matches: ['已经市政府同意,现印发给你们', '已审议通过,现予公布'],
      rejects: ['现转发', '已印发'],
    },
    {
      id: 'forwardsNow',
      needs: ['现'],
      // 《…》已经同意,现转发给你们
      pattern: '^[^。;:《》\\n]{0,60}?现(?:予|将其|予以)?{sp}(?:转发|批转)',
      matches: ['已经国务院同意,现转发给你们'],
      rejects: ['已转发', '现印发'],
    },
    {
      id: 'repliesBehind',
      needs: ['悉', '收到'],
      pattern: '^[^。;:《》\\n]{0,8}?(?:收悉|悉(?=[。,;])|已收到)',
      matches: ['收悉', '已收悉', '悉。'],
      rejects: ['知悉情况', '收取'],
    },
    {
      id: 'correctsBehind',
      needs: ['更正', '勘误'],
      pattern: '^[^。;:《》\\n]{0,20}?(?:更正如下|予以更正|更正为|作(?:出)?(?:如下|以下)?更正|现更正|勘误)',
      matches: ['更正如下', '作如下更正', '有误,现更正'],
      rejects: ['更正公告'],
    },
    {
      id: 'supersededBehind',
      needs: ['替', '取代'],
      pattern: '^[^。;:《》\\n]{0,8}?(?:被|由)(?:本|新){han}{0,8}?(?:代替|取代|替代)',
      matches: ['由本标准代替', '被本办法取代'],
      rejects: ['代替本标准'],
    },
    {
      id: 'implementsBehind',
      needs: ['贯', '落实', '实施'],
      pattern: '^(?:的)?(?:学习)?(?:宣传|组织)?(?:贯彻|落实|宣贯|实施工作)',
      matches: ['的贯彻落实', '宣传贯彻', '宣传实施工作'],
      rejects: ['实施以来', '示例的贯彻落实'],
    },
    {
      id: 'replyLead',
      // Before the document that a reply's title names.
      pattern: '(?:关于|对)[^。;《》]{0,30}$',
      matches: ['示例局关于', '对', '对示例厅'],
      rejects: ['关于。', '通知'],
    },
    {
      id: 'replyTitle',
      // What ends a reply's title.
      pattern: '^[^。;]{0,40}(?:批复|复函|答复|回复|的答复意见)$',
      matches: ['的批复', '有关问题的复函'],
      rejects: ['的通知'],
    },
    {
      id: 'correctTitle',
      pattern: '^[^。;]{0,12}(?:更正|勘误)',
      matches: ['的更正公告'],
      rejects: ['的通知'],
    },
    {
      id: 'implementTitle',
      pattern: '^(?:的)?[^。;《》]{0,10}(?:贯彻|落实|实施|宣传)',
      matches: ['贯彻实施工作的通知'],
      rejects: ['的通知'],
    },
    {
      id: 'forwarding',
      needs: ['转发', '批转'],
      // Without 《》: 转发示例省示例厅关于做好示例工作的通知(的通知).
      pattern: '(?:转发|批转)(?<issuer>[^《》。;,:]{0,60}?)(?=关于[^《》]{6})',
      matches: ['转发示例省示例厅关于做好示例工作的通知', '关于转发关于做好示例工作的通知的通知'],
      rejects: ['转发《关于做好示例工作的通知》的通知', '关于转发文件的说明'],
    },
    {
      id: 'forwardedTitle',
      pattern: '^(?<title>关于[^《》。;:]{4,160}(?:{docType}))(?:的(?:通知|函))?{sp}$',
      matches: ['关于做好示例工作的通知的通知', '关于做好示例工作的通知'],
      rejects: ['关于示例工作', '转发关于示例工作的通知'],
    },
    {
      id: 'articles',
      needs: ['条'],
      pattern: '^(?:{sp}(?:中|的|中的))?{sp}(?:第(?:{numeral})章)?(?<first>{article})',
      matches: ['第十二条', '第二章第三条第二款', ' 第12条第(三)项', '中第五条之一'],
      rejects: ['的规定', '第二章', '示例第十二条'],
    },
    {
      id: 'moreArticles',
      pattern: '^{gap}[、,和及与或至到—-]{gap}(?<next>(?:{article})|(?:{piece}))',
      matches: ['、第十三条第二款', '和第三款', '至第十五条'],
      rejects: ['、十三条', ',根据', '示例、第十三条第二款'],
    },
    {
      id: 'bracketBehind',
      // What stands in brackets behind a title: its number, its short name.
      pattern: '^》?{sp}[(【](?:[^()【】]|\\([^()]{0,30}\\)|【[^【】]{0,12}】){0,120}[)】]',
      matches: ['》(示发〔2024〕1号)', '》(示发〔2024〕1号,以下简称《办法》)', '(示发〔2024〕1号)'],
      rejects: ['》第三条', '示例》(示发〔2024〕1号)'],
    },
    {
      id: 'above',
      needs: ['上述', '前述', '该'],
      pattern:
        '(?:上述|前述|(?<![应理本活合])该)(?:份|个|项)?(?<type>通知|意见|办法|细则|方案|文件|批复|公告|通告|条例|规划|请示|来函|来文|决定|函)',
      matches: ['上述通知', '该办法', '前述文件'],
      rejects: ['上述规定', '应该通知', '特此通知'],
    },
    {
      id: 'shortNumber',
      needs: ['号文'],
      pattern: '(?:[〔\\[(](?<year>(?:19|20)\\d{2})[〕\\])]{gap})?(?<![\\d.])(?<sequence>\\d{1,4}){gap}号文(?:件)?',
      matches: ['3号文', '〔2024〕3号文件'],
      rejects: ['3号'],
    },
    {
      id: 'called',
      // (以下简称办法): without quotation marks, inside the brackets behind a title.
      pattern: '(?:以下|下|后)简?称(?:为)?{sp}(?<name>[^《》“”"()。,;]{2,20})[)】]$',
      matches: ['(以下简称办法)', '(示发〔2024〕1号,以下称方案)'],
      rejects: ['(以下简称“办法”)', '(以下简称办法)示例'],
    },
    {
      id: 'quotedName',
      needs: ['“'],
      pattern: '“(?<name>[^“”]{2,30})”',
      matches: ['“示例办法”'],
      rejects: ['“”'],
    },
    {
      id: 'issuerLead',
      // Words before the name of the body that issued the document.
      pattern:
        '(?:根据|按照|依据|依照|遵照|参照|遵循|贯彻|落实|执行|实施|转发|批转|印发|发布|公布|颁布|下发|废止|修改|修订|代替|学习|宣传|参考|查阅|符合|满足|对照|关于|结合|以及|收到|决定|现将|现|将|把|对|按|以|见|附|经|报|向|于|由|为|在|从|与|及|等|的|了|并)(?={han}{2}|$)',
      matches: ['根据示例厅', '贯彻落实国务院'],
      rejects: ['示例省'],
    },
    {
      id: 'noBody',
      // Words for bodies that name none.
      pattern: '^(?:有关|相关|上级|原|现行)|(?:^|[和与及、])(?:你|我|本|贵|该|各)',
      matches: ['你局', '示例部和我厅', '现行'],
      rejects: ['示例局', '示例你局', '示例部有关厅'],
    },
    {
      id: 'bodyEnd',
      // The last character of most bodies' names: asked first, because it is cheap.
      pattern: '[部委局厅署院会办府室处司行团组校社所站馆队公门]$',
      matches: ['厅', '示例局'],
      rejects: ['据', '照', '厅示例'],
    },
    {
      id: 'repealsOrAmends',
      needs: ['废止', '失效', '停止', '不再', '终止执行', '修改', '修订'],
      pattern:
        '废止|失效|停止[执施使]|不再[执施]|终止执行|予以修[改订]|修[改订]的|如下修[改订]|部分修[改订]|作出修[改订]',
      matches: ['废止', '予以修改'],
      rejects: ['转发', '提出修改意见'],
    },
    {
      id: 'runBefore',
      pattern: '(?<run>{han}(?:{han}|[()、]){1,39}){sp}$',
      matches: ['根据示例省科技厅', '省委、省政府'],
      rejects: ['。', '1'],
    },
    {
      id: 'listRepeals',
      needs: ['废止', '失效', '停止', '不再', '终止'],
      // The line or title that says what becomes of the documents listed below it.
      pattern:
        '(?:(?:下列|以下|如下|附件|所列|所附)[^。;\\n]{0,40}(?:{ends})(?:的)?[:。]?$|(?:{ends})[^。;\\n]{0,40}(?:如下|下列|以下|目录|清单|名单|一览表|汇总表)[^。;\\n]{0,16}:?$|^.{0,12}(?:决定)?(?:{ends})的?[^。;\\n]{0,30}\\([^()]{0,12}件\\):?$)',
      matches: [
        '下列文件自本决定公布之日起废止:',
        '决定废止下列文件:',
        '废止的行政规范性文件目录',
        '一、决定废止的文件(3件)',
      ],
      rejects: ['继续有效的文件目录', '同时废止。', '以下文件废止后,由各单位清理'],
    },
    {
      id: 'listAmends',
      needs: ['修改', '修订'],
      pattern:
        '(?:(?:下列|以下|如下|附件|所列)[^。;\\n]{0,40}(?:作出|作|进行|予以){sp}(?:如下|部分)?(?:修改|修订)[:。]?$|(?:修改|修订)[^。;\\n]{0,40}(?:目录|清单|名单|一览表):?$|^.{0,12}(?:决定)?(?:修改|修订)的?[^。;\\n]{0,30}\\([^()]{0,12}件\\):?$)',
      matches: ['对下列文件予以修改:', '修改的规范性文件目录', '二、决定修改的文件(2件)'],
      rejects: ['请对以下指标提出修改意见', '废止的文件目录', '对《示例条例》作如下修改:'],
    },
    {
      id: 'listLead',
      // What stands before the document that a list's item is about.
      pattern:
        '^{sp}(?:\\(?[\\d一二三四五六七八九十]{1,3}[).、\\t ]{0,3})?{sp}(?:决定)?(?:将|对|修改|修订|废止)?{sp}$|\\t',
      matches: ['一、', '(二)将', '3\t', ''],
      rejects: ['第三条修改为根据'],
    },
    {
      id: 'listKeeps',
      needs: ['继续', '有效', '保留'],
      pattern: '(?:继续有效|继续执行|现行有效|予以保留|保留的)',
      matches: ['继续有效的文件目录'],
      rejects: ['废止的文件目录'],
    },
    {
      id: 'listItem',
      pattern:
        '^{sp}(?:《|\\(?[\\d一二三四五六七八九十]{1,3}[).、\\t ]|{han}[^\\n]{0,120}\\t|[^。;\\n]{4,140}(?:{docType})(?:\\([^()]{2,40}\\)){0,2}[;。,]?$)',
      matches: [
        '《示例办法》',
        '1.示例办法',
        '一、示例',
        '3\t关于示例的通知\t示发〔2010〕1号',
        '关于示例的通知(示发〔2010〕1号)',
      ],
      rejects: ['本决定自公布之日起施行。'],
    },
    {
      id: 'listTitle',
      // A title without 《》 in a list: behind its ordinal or the border of a cell, before its number or the end.
      pattern:
        '(?:^|\\t){sp}(?:\\(?[\\d一二三四五六七八九十]{1,3}(?:[).、]{1,2}|{sp}\\t)|\\d{1,3} )?{sp}(?<title>(?![\\d\\t ])[^《》\\t。;:,\\n]{4,140}?(?:{docType})(?:\\((?:试行|暂行|修订|[^()]{0,8}修订)\\))?){sp}(?=$|\\t|[(〔\\[;。]|{han}{2,12}〔)',
      matches: ['1.关于加强示例管理的通知(示发〔2010〕1号)', '2\t示例管理办法\t示发〔2011〕2号', '示例市示例管理规定'],
      rejects: ['序号\t文号', '《示例办法》'],
    },
    {
      id: 'columnHead',
      pattern: '^{sp}(?:序{sp}号|编{sp}号|文件{sp}(?:名称|标题|编号)|文{sp}号|标{sp}题|名{sp}称|发文(?:字号|机关))',
      matches: ['序号\t文件名称\t文号'],
      rejects: ['1\t示例办法', '示例序号\t文件名称\t文号'],
    },
  ],
} as const satisfies Grammar
