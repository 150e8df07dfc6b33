/**
 * Where a document number begins in running text. Its code (机关代字) runs together with what stands before it
 * (根据示科发〔2024〕3号), so that the edge comes from words: those that stand in no code, those that may name a place in
 * one (和 in 和政发), bodies named before their number (示例省财政厅示财发).
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'document-code',
  parts: {
    ...parts,
    unit: '年|月|日|时|号|项|条|款|章|次|批|届|期|级|类|个|份|件|家|名|人|位|种|元|万|亿|岁|部|所|号文|本|页|页码|周|天',
    // What the codes of departments begin with.
    stem: '政|府|教|科|财|人社|发改|经信|工信|民|司|公|自然|环|住建|建|交|水|农|商|文|卫|应急|审|国资|市监|体|统|医保|林|法|检|安|委|办|党|组|宣|纪|编|税|信访|粮|扶|残|妇|工|团|防|疫',
    // What the codes of central bodies begin with, where no place stands before them.
    central:
      '国|中[办发共委组宣]|财[税会综建教库预农社行企金关办际]|发改|计价|银[发办保监]|证监|保监|税[总务]|署[监税加办]|公通|民[发函办]|人社|建[城市规科办房金]|卫[医办疾妇规]|教[基高职体思师办厅人财政研技语]|工信|环[办发审]|交[通运公水]|农[办业经计科牧]|商[务办贸服]|文[旅物]|汇发|法[释发]|高检|质检|食药|科发|审[办]|铁[运建总]|民航|云?国资',
    series: '发|函|办|字|规|电|通|任|令|组|领|监|行|复|转|报|批|请|议|决|纪|党|明',
    // A whole code, as it stands behind the name of its body.
    plainCode:
      '(?!(?:{series})(?!改)|{division}|文件|公告|通告|通知)(?:{han}{1,9}[发函办字规电通令复转]$|(?:{central}))',
    // Behind these 和 stands inside the name of a body.
    inner:
      '人力资源|工业|住房|文化|发展|粮食|卫生|经济|规划|资源|园林|林业|商务|教育|民政|出版|交通|管理|农业|水务|科技|技术|体育|市场|民族',
    noun: '通知|文件|意见|办法|规定|决定|方案|请示|报告|函件|批复|公告|通告|公报|细则|条例|来文|来函|文号|字号|编号|精神(?!文明|卫生)|要求|号文|号|的|了|是|附件\\d{0,2}|附表\\d{0,2}',
    division: '省|市|县|区|州|旗|盟|镇|乡',
  },
  rules: [
    {
      id: 'lead',
      // Words that govern a number and are no part of a code: what follows begins it.
      pattern:
        '(?:根据|按照|依据|依照|遵照|比照|落实|贯彻|印发|转发|批转|下发|发布|公布|颁布|颁发|制定|制发|执行|实施|参照|对照|结合|通过|符合|废止|修订|修改|宣布|撤销|撤消|替代|代替|取代|延续|享受|纳入|收到|[详参]?见|引用|遵循|违反|属于|适用|停止|继续(?!教育)|同时|取消|调整|补充|抄送|抄转|原文|关于|有关|相关|上述|下列|同意|批准|以下|以上|涉及|包括|其中|经过|经由|报经|呈报|由|按|以|(?<!数)据|被|把|至)(?={han}{2}|法$)',
      matches: ['根据示科发', '根据法', '转发示教', '按示科发'],
      rejects: ['示科发', '根据', '示转发', '示数据资源发', '继续教育示科发'],
    },
    {
      id: 'single',
      // A code of one character, of the Supreme People's Court.
      pattern: '^法$',
      matches: ['法'],
      rejects: ['示', '示法', '法发'],
    },
    {
      id: 'noun',
      // Words behind which another number may follow: with what joins it.
      pattern: '(?:{noun}|第?\\d{1,5}(?:{unit}))(?:以及|和|与|及|或|、|并|暨|即|见)?(?={han}{2})',
      matches: ['通知和示科发', '的示科发', '号、示财发', '2024年示科发', '附件1示发'],
      rejects: ['示科发', '关于示科', '示规划资源发'],
    },
    {
      id: 'nameNoun',
      // The same before the name of a body.
      pattern: '(?:{noun}|第?\\d{1,5}(?:{unit}))(?:以及|和|与|及|或|、)?(?={han}{1,24}$)',
      matches: ['办法的示例部', '号和示例部'],
      rejects: ['示例部', '工业和信息化部'],
    },
    {
      id: 'joiner',
      // Between two numbers or names, never inside a code.
      pattern: '(?:以及|及其|(?<!{inner})与|及|或者?|、)(?={han}{2})',
      matches: ['以及示科发', '示发、示财'],
      rejects: ['示科发', '和示科发', '住房与城乡建设局', '以及'],
    },
    {
      id: 'weak',
      // May begin a code as a place (和政发, 本政发, 即政发) or stand before one.
      pattern:
        '^(?:和(?!田|平|林|顺|静|硕|县|龙)|即(?!墨)|见|原(?!平|阳|州)|本(?!溪)|将(?!乐)|现|在|对(?!口|外)|为|经(?!信|贸|济|合|开|管|科|办|发)|并|从(?!江|化)|如(?!东|皋)|含(?!山)|同(?!江|心|仁|德|安|川)|附|因|凭|依(?!兰|安)|该|此|各|我|你|跟)(?={han}{2})',
      matches: ['原示科发', '和示科发'],
      rejects: ['示科发', '本溪政发', '经信发', '示例原示科发', '原', '即墨示科发', '将乐示科发', '含山示科发'],
    },
    {
      id: 'ministry',
      // A ministry's name with its code behind it: 教育部|教材厅
      pattern:
        '^(?:教育部|财政部|科技部|科学技术部|公安部|民政部|司法部|商务部|水利部|农业农村部|交通运输部|自然资源部|生态环境部|文化和旅游部|人力资源社会保障部|人力资源和社会保障部|住房城乡建设部|住房和城乡建设部|工业和信息化部|国家发展改革委|国家卫生健康委|国家税务总局|市场监管总局)(?=[\\u4e00-\\u9fff]{2,6}$)',
      matches: ['教育部教材厅', '财政部财会'],
      rejects: ['教育部', '教材厅', '示例教育部教材厅'],
    },
    {
      id: 'noCode',
      // What only joins this number to the one before.
      pattern: '号|^第|^(?:文|文件)?{sp}[、和与及或]{0,2}{sp}$|^[年月日条款项章节、\\d ()“”·-]{1,24}$',
      matches: ['号、', '和', '号和', '年', '账号', '第7年'],
      rejects: ['示科发', '年示发', '和5', '示例第7年'],
    },
    {
      id: 'stemmed',
      // Behind the place itself.
      pattern: '^(?:{stem})',
      matches: ['政发', '人社规'],
      rejects: ['示科发'],
    },
    {
      id: 'central',
      pattern: '^(?:{central})',
      matches: ['国发', '财税', '发改价格'],
      rejects: ['示财发', '示例国发'],
    },
    {
      id: 'joinedPlace',
      // 和 behind one character is the place's own: 兴和政发, 平和府发.
      pattern: '^{han}(?:和|原|本|即|从|如|同)(?:{stem})',
      matches: ['兴和政发', '平原府办发'],
      rejects: ['通知和示发', '示科发', '示例兴和政发'],
    },
    {
      id: 'joinedBehind',
      // 和 between what is no code and a code.
      pattern: '(?<={han}{2})(?<!{inner})[和跟](?={han}{2})',
      matches: ['某某文和示科发'],
      rejects: ['和示科发', '兴和政发', '示例市工业和信息化局', '某某文和'],
    },
    {
      id: 'ownBody',
      // A body named before the code of its own number.
      pattern:
        '^(?:(?:[全本我该贵你原]|{han}{2,7})?(?:{division}){han}{0,14}?|国家{han}{1,12}?|中共{han}{2,12}?)(?:人民政府|政府|办公厅|办公室|委员会|总局|[厅局委部院署])(?:办公厅|办公室)?(?={plainCode})',
      matches: ['示例省财政厅示财发', '省政府办公厅示政办发', '国家示例委示改价发', '示例省财政厅发改示例'],
      rejects: [
        '省委办发',
        '示教委高',
        '应急厅函',
        '市政办发',
        '市国资委产权',
        '示例市科技局文件',
        '示例省财政厅豈办示例',
      ],
    },
    {
      id: 'centralBody',
      pattern: '^{han}{2,14}?(?:部|委|署|局|院|会|行)(?:办公厅|办公室)?(?={plainCode})',
      matches: ['财政部财会', '国务院国发'],
      rejects: ['示科发', '财政部发'],
    },
    {
      id: 'wording',
      // Words that may stand inside the name of a body but end another wording before it.
      pattern: '(?:部|委|局|厅|署|院|会|办|府|行|司|处|省|市|县)(?:和|与|及|以及)(?={han}{2})',
      matches: ['示例部和示例总局', '示例局与示例委'],
      rejects: ['工业和信息化部', '住房和城乡建设部', '示例部和'],
    },
    {
      id: 'name',
      // What stands before the name of a body.
      pattern: '^(?:原|现|即|见|将|在|对|为|经|由|按|以|据|依|凭|如|及|与|和|或|附|含|该|此|新|旧)(?={han}{2})',
      matches: ['原示例总局', '由示例部'],
      rejects: ['示例部', '示例原示例总局', '原'],
    },
    {
      id: 'notOrder',
      // 令 that issues nothing.
      pattern: '(?:^|[责口指司法禁密号夏时明此下勒节敕辞酒词])$',
      matches: ['责', '', '口'],
      rejects: ['示例部', '国'],
    },
    {
      id: 'gazette',
      // Issues of a gazette or a paper are numbered by year too.
      pattern: '(?:公报|政报|杂志|期刊|学报|月刊|周刊|报纸|总第|增刊|简报|快报)$',
      matches: ['示例省人民政府公报'],
      rejects: ['示例部', '示例省人民政府公报示例'],
    },
    {
      id: 'certificate',
      // Numbers of certificates, licences and filings.
      pattern: '(?:国用|集用|土证|[房林地]权证|不动产权|产权证|许可证|证字|准字|安备|执业证|资格证|合格证|专利|商标)$',
      matches: ['示国用', '示房权证', '示食许可证'],
      rejects: ['示科发', '示国资', '示国资产权'],
    },
    {
      id: 'parcel',
      // Numbers of parcels of land offered for sale or lease.
      pattern:
        '(?:[土政资地储](?:储|储?出|储?挂|网挂|网出|让|租)|网(?:出|挂|拍|工挂|工出)|挂出|拍出|(?<!监)工(?:出|挂|拍)|出让)$',
      matches: ['示政储出', '示土网挂', '示工出', '示自资储', '示地让'],
      // 告字 numbers the announcement of the sale.
      rejects: ['示政发', '示自然资告字', '示自然资发', '示国土函', '示公告字', '示资规办', '示出字'],
    },
    {
      id: 'case',
      // Numbers of cases at courts and arbitrators: 民初字, 刑终, 破申.
      pattern:
        '(?:[民刑行商知经](?:初|终|再|监|申|提|一|二|审|抗|辖|特|催|撤|他){1,2}|执[行异恢复监保]?|破[申终产]?|仲[裁案]?|财保|司[惩救冻]|国赔|委赔|法赔|劳人仲案|劳仲案)[一二三四]?字?$',
      matches: ['示01民初', '示民初字', '示劳人仲案字'],
      rejects: ['示02破管公告', '示财字'],
    },
    {
      id: 'labelled',
      // The label before says that it numbers something else.
      pattern:
        '(?:(?:项目|招标|采购|合同|协议|案件|受理|登记|证书|备案|计划|立项|任务|课题|标段|包|订单|申请|专利|资质|许可证?|证件|档案|工程|交易|地块|宗地|账|卡|学|准考证)(?:计划)?(?:编|文)?号|项目代码|案号|编码)(?:为|是)?{sp}:?{sp}$',
      matches: ['项目编号:', '案号:', '采购计划编号:', '项目编号'],
      rejects: ['文号:', '发文字号:', '项目编号为为:'],
    },
    {
      id: 'sure',
      // Bodies that an order or an announcement may be issued by.
      pattern:
        '(?:国务院|主席|政府|部|总?局|委员会|委|署|院|厅|银行|办公室|会|海关|国|政|府|部长|省长|市长|公司|指挥部|协会|区|县|省|市|大队|支队|管理处|中心)$',
      matches: ['示例省人民政府', '示例部', '国'],
      rejects: ['示例'],
    },
  ],
} as const satisfies Grammar
