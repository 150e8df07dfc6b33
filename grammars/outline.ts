/**
 * 结构层次序数 (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）; regulations 第一章, 第一节. In the wild (一)、一.、1、, full-width, with
 * spaces, the heading alone or run on with its text.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'outline',
  parts: {
    ...parts,
    zh: '[一二三四五六七八九十百]{1,5}',
    // 七、八年级: two numerals that follow each other and what they count.
    counted:
      '(?:一{sp}、{sp}二|二{sp}、{sp}三|三{sp}、{sp}四|四{sp}、{sp}五|五{sp}、{sp}六|六{sp}、{sp}七|七{sp}、{sp}八|八{sp}、{sp}九|九{sp}、{sp}十){sp}(?:年级|月|日|号|班|级(?!市)|等奖|线|标段|志愿|孩|期(?!间|货)|季度)',
  },
  rules: [
    {
      id: 'chapter',
      needs: ['第'],
      pattern: '^(?<number>第{sp}(?:{zh}|\\d{1,3}){sp}[章编]|第{sp}(?:{zh}|\\d{1,2}){sp}部{sp}分)(?=[^\\n]{0,60}$)',
      matches: ['第一章 总 则', '第二章', '第一部分  招标公告'],
      rejects: ['第一条 为了', '本办法第一章'],
    },
    {
      id: 'section',
      needs: ['第'],
      pattern: '^(?<number>第{sp}(?:{zh}|\\d{1,3}){sp}节)(?=[^\\n]{0,60}$)',
      matches: ['第一节 一般规定'],
      rejects: ['第一节课上完后,各班回到教室。第二节'.slice(3)],
    },
    {
      id: 'article',
      needs: ['第'],
      pattern: '^(?<number>第{sp}(?:{zh}|\\d{1,3}){sp}条)(?={sp}[^\\n])',
      matches: ['第一条 为了规范'],
      rejects: ['第一章 总则', '示例第一条 为了规范', '第一条'],
    },
    {
      id: 'first',
      pattern:
        '^(?!{counted})(?<number>{zh}{sp}[、.])(?=[^\\n])|^(?<other>[一二三四五六七八九十]{1,2})(?= {1,4}{han}[^。,;: ]{1,18}$)',
      matches: ['一、总体要求', '十二. 附则', '一 大赛主题'],
      rejects: ['一是加强', '(一)时间', '三、四年级:8时到校', '一、', '示例一 大赛主题'],
    },
    {
      id: 'second',
      needs: ['('],
      pattern: '^(?<number>\\({sp}{zh}{sp}\\)[、.]?)(?=[^\\n])',
      matches: ['(一)时间', '( 十二 ) 要求'],
      rejects: ['(1)时间', '一、', '示例(一)时间', '(一)'],
    },
    {
      id: 'third',
      pattern: '^(?<number>\\d{1,2}{sp}[.、])(?!\\d)(?=[^\\n])|^(?<other>\\d{1,2}{sp}\\.)(?=\\d{1,2}月)',
      matches: ['1.突出宣传', '22、加强', '1.5月18日前'],
      rejects: ['1.5倍', '2024.5.1', '示例1.突出宣传', '1.'],
    },
    {
      id: 'fourth',
      needs: ['('],
      pattern: '^(?<number>\\({sp}\\d{1,2}{sp}\\)[、.]?)(?=[^\\n])',
      matches: ['(1)材料'],
      rejects: ['(一)材料', '示例(1)材料', '(1)'],
    },
    { id: 'fifth', pattern: '^(?<number>[①-⑳])(?=[^\\n])', matches: ['①材料'], rejects: ['1.材料', '示例①材料', '①'] },
    {
      id: 'listItem',
      // Ends like an item of a list, not like a heading.
      pattern: '[;,、]$',
      matches: ['二级甲等医院;'],
      rejects: ['工作要求', '二级甲等医院;示例'],
    },
    {
      id: 'sentence',
      // Verbs and connectives that make a numbered line a sentence.
      pattern:
        '^{sp}(?:因|由于|鉴于|凡)[^。]{4}|应当|不得|必须|敬请谅解|可(?:延|推迟|顺延)至|见附[件表]|见[^,。;]{0,10}文件$|^{sp}(?:{year}年{sp})\\d{1,2}月|[定将拟]于|的$|须(?!知|同时)|(?<![申邀聘])请(?:及时|与|按|于|在|持|到|向|由|根据|提交|各|将|联系|参阅|参见|查阅|登录|关注|自行|提前|携带|拨打|点击|认真|务必)|\\d{sp}(?:个月|天|个?工作日|[万亿]?元|公里|平方米|亩|吨|%)$|我[局部厅委办院校司]|将组织|通过[^,。;]{2,12}(?:上报|报送|提交)|(?<![主需重必纪摘概])要(?=严格|认真|高度|切实|积极|及时|做好|根据|按照)|(?<!响|相|适|反|效|供|对|感|呼|顺|答|回|照|因)应(?![急用对届答聘邀]|.尽)|一律|^{sp}\\d{1,2}月|(?<!\\([^()]{0,14})(?:底前|日前)|(?:^|[,;])请|已经|可以|的(?:，|,)|(?:为|是)[^、]{10}|未经|以上的|有权|负责[^人]|起(?:施行|执行|实施)|^本(?:通知|批复|办法|公告|决定|规定|通告)|^{sp}(?:禁止|严禁|不得|有下列|违反|任何|符合下列)[^。;]{0,60}:$',
      matches: [
        '应当符合下列条件',
        '详细资料请参阅出让文件',
        '建设工期14个月',
        '核定总投资3856万元',
        '各单位请按时提交'.replace('各单位', ''),
      ],
      rejects: ['动员部署阶段(9月10日前)', '工作要求', '应急处置', '组织实施', '申报的时间', '申请与报名'],
    },
    {
      id: 'clause',
      // A predicate that makes an item of a numbered line with a full stop: a condition, a right, who pays.
      pattern:
        '^{sp}(?:(?:原则)?同意(?!书|率)|批准(?!文)|核定|具有|具备|凡|持有|拥护|遵守|热爱)(?!{han}{0,4}(?:条件|要求|情况|规定)$)[^。]{2}|均(?:可|须|应|不)|解释权|(?:按|照)[^、,。]{2,12}(?:规定|要求|标准)(?:执行|办理|收取)$|[^另]另行(?:通知|公布|安排)$|(?<!许|认)可(?:向|到|由|凭|以|从|于|在)[^、,。]{2}|自理$|自负$|颁发[^、,。]{2}|不予[^。]|不[得超少]',
      matches: [
        '原则同意《示例方案》',
        '具有中华人民共和国国籍',
        '凡年满18周岁的公民均可参加竞买',
        '冠军颁发奖杯',
        '往返交通费自理',
        '本规程由组委会解释,未尽事宜另行通知',
        '样表可向示例局索取',
      ],
      rejects: ['具备条件', '许可在线办理', '颁发证书'.slice(0, 2), '费用自理说明', '品行端正'],
    },
    {
      id: 'leadIn',
      // A first-level heading that asks for what is listed below it.
      pattern:
        '^[^,。;:]{0,16}(?:应当?|须|需|必须)(?:提供|提交|具备|携带|准备|报送|填写|递交|符合)[^,。;:]{0,8}(?:下列|以下)[^,。;:]{2,10}:$',
      matches: ['参加考试人员应提供以下材料:', '申请人须提交下列材料:'],
      rejects: ['有下列情形之一的,应当提交:', '考点提供下列教学设备:', '应提供材料'],
    },
    {
      id: 'listed',
      needs: ['下列', '以下'],
      // Behind it stand items.
      pattern: '(?:下列|以下)[^,。;]{1,16}:$',
      matches: ['申请人须提交下列材料:', '符合以下条件:'],
      rejects: ['通知如下:', '以下简称示例局'],
    },
    {
      id: 'runIn',
      needs: [':('],
      // A first-level label with the first of its parts behind it.
      pattern: '^{zh}{sp}[、.]{sp}[^。;:,()]{2,16}:{sp}(?=\\({sp}一{sp}\\){sp}{han})',
      matches: ['三、组织实施:(一)动员。各县开会动员。', '四、保障:( 一 )经费'],
      rejects: ['三、组织实施:各县(一)', '(三)实施:(一)动员', '示例三、组织实施:(一)动员。各县开会动员。'],
    },
    {
      id: 'items',
      // Several items of a list on one line.
      pattern: '^\\d{1,2}{sp}[.、][^。;:\\n]{2,40}? {1,8}\\d{1,2}{sp}[.、]{sp}(?!\\d)',
      matches: ['1.申请表  2.第3包报价单', '1、身份证 2、学历证书'],
      rejects: ['1.招标文件', '1.费用 1.5万元'],
    },
    {
      id: 'embedded',
      needs: ['、'],
      // A first-level heading at the end of the paragraph before it.
      pattern: '(?=[一二三四五六七八九十百])(?<=[。;] {0,8})(?<number>{zh}、)(?<rest>[^。;:,]{4,30})$',
      matches: ['依法处理。 四、对示例业务实行严格监管', '完成。三、工作要求'],
      rejects: ['一、二、三、', '四、严格监管'],
    },
    {
      id: 'decimalLine',
      // 1总则, 1.1编制目的, 4.2.3Ⅲ级响应: a line of its own without a stop.
      pattern:
        '^(?<number>\\d{1,2}(?:\\.\\d{1,2}){0,3})(?![\\d.、年月日号时点个名人次项天米元%])\\.?{sp}(?=[\\u4e00-\\u9fffⅠ-Ⅻ“《])(?!\\S{0,32} {2})[^,。;:!?\\t]{2,32}$',
      matches: ['1总则', '1.1编制目的', '4.2.3Ⅲ级响应', '2.1 组织体系'],
      rejects: ['1示例路通道  示例街道  区水务局', '1、总则', '3个工作日', '1.1编制目的。', '2025年工作计划', '1.5元'],
    },
    {
      id: 'decimal',
      // Numbers without a stop, only where the carrier says that the line is a heading.
      pattern:
        '^(?<number>\\d{1,2}(?:\\.\\d{1,2}){0,2})(?=[ \\t]{1,4}{han}|(?!项(?!目)|人(?!员)|[年月日号时分点个名次天届期级周岁家类大条种万元亿批轮所度倍米])[\\u4e00-\\u9fff]{2})',
      matches: ['1 项目概况', '2.1 查阅方式', '1培训时间、地点', '3项目概况', '4人员安排'],
      rejects: ['1.项目概况', '2024年', '5月工作安排', '3个重点'],
    },
    {
      id: 'bracketed',
      needs: ['【'],
      pattern: '^【(?<heading>{han}{2,14})】$',
      matches: ['【召回范围】'],
      rejects: ['【召回范围】本次', '【1】', '示例【召回范围】'],
    },
    {
      id: 'contactLabel',
      // The label of a value that is no matter of its own: 一、电子邮箱:…
      pattern: '(?:邮箱|信箱|网址|网站|地址|传真|邮编|账号)$',
      matches: ['电子邮箱', '赛事系统网址'],
      rejects: ['联系方式', '报名时间', '电子邮箱示例'],
    },
    {
      id: 'person',
      // A name behind that of a body, with a title or a number.
      pattern:
        '^(?!.{0,4}(?:通知|时间|地点|要求|名单|说明|方案|条件|职责|管理|工作)){han}{sp}{han}(?:{sp}{han}){0,2}(?:老师|先生|女士|同志|主任|科长|处长)?{sp}:?[\\d -]{0,20}$',
      matches: ['张示例', '张 示', '李示例老师'],
      rejects: ['招标条件说明书', '工作要求', '张示例负责'],
    },
    {
      id: 'any',
      pattern: '^[第(【\\d一二三四五六七八九十百①-⑳]',
      matches: ['一、总则', '(1)材料'],
      rejects: ['各有关单位', '示例一、总则'],
    },
    {
      id: 'gap',
      // A heading parted from its text by a wide gap: (一)基地申报  符合条件的…
      pattern:
        '{han}{2,14} {2,8}(?=[^ ]{12})|{han}{0,8}(?:时间|地点|方式|要求|对象|条件|内容|范围|岗位|材料|程序|办法|事项|安排|须知|单位|人员|概况|标准|流程|期限) (?=[^ :]{6})',
      matches: ['招聘岗位 语文教师1名,数学教师2名。', '基地申报  符合条件的各基地应于规定时间登录平台填报'],
      rejects: ['基地申报 符合条件', '基地申报  符合条件'],
    },
  ],
} as const satisfies Grammar
