/** Names of people, their ranks and forms of address, and what only looks like a name. */
import type { Grammar } from '../src/grammar.js'
import { contactParts } from './contact-parts.js'

export default {
  name: 'contact-people',
  parts: contactParts,
  rules: [
    {
      id: 'person',
      // A name on its own: two to four characters with a surname, spaces inside as layout; or with a title.
      pattern:
        '^(?:{surname})(?: {0,6}[\\u4e00-\\u9fff]){1,2}$|^(?:{surname})[\\u4e00-\\u9fff]{0,2}(?:{honorific})$|^[老小](?:{surname})(?:{honorific})?$|^[\\u4e00-\\u9fff]{2,6}·[\\u4e00-\\u9fff·]{2,10}$|^{minorityName}(?:{honorific})?$|^(?:Mr|Mrs|Ms|Miss|Dr|Prof)(?:\\.{s}| )[A-Z][A-Za-z-]{1,20}(?: [A-Z][A-Za-z-]{1,20})?$|^{addressed}$|^(?:{rank}){hanNext}(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|(?:{honorific}))$|^(?:{rank})[老小](?:{surname})$',
      matches: [
        '张三',
        '老马',
        '李  亮',
        '欧阳明月',
        '刘老师',
        '李处长',
        '阿依·古丽汗',
        '德吉卓玛',
        '阿依古丽老师',
        '民警李明',
        '党委副书记李老师',
        '洛老师',
        'Ms. Example',
      ],
      rejects: ['办公室', '联系', '示例市教育局', '民警', '各老师', '带队老师'],
    },
    {
      id: 'englishTitle',
      pattern: '^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?$',
      matches: ['Mr.', 'Ms'],
      rejects: ['Mr. Example', 'M', '示例'],
    },
    {
      id: 'englishName',
      pattern: '^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.? )?[A-Z][a-z]{1,15}$',
      matches: ['Example', 'Zhao', 'Mr. Example'],
      rejects: ['EMS', 'example', '示例'],
    },
    {
      id: 'pairOnly',
      // A name of two letters set apart, and nothing else: the village 柳  湾.
      pattern: '^[\\u4e00-\\u9fff] {1,6}[\\u4e00-\\u9fff]$',
      matches: ['柳  湾', '前 张'],
      rejects: ['柳湾', '柳 湾村', '柳 湾 张'],
    },
    {
      id: 'lonePair',
      // Two letters of a name set apart, in a list of names.
      pattern: '(?<=^|[ 、:])([\\u4e00-\\u9fff]) {1,6}([\\u4e00-\\u9fff])(?=$|[ 、])',
      matches: ['科教科:李 明', '李  明、王红'],
      rejects: ['李明', '李明 王红'],
    },
    {
      id: 'askedFor',
      // 科教科:王红(报名)、李明(系统): what each is asked for.
      pattern: '\\([^()]{1,16}\\)',
      matches: ['王红(报名)'],
      rejects: ['王红', '()'],
    },
    {
      id: 'countedBehind',
      needs: [')'],
      // 一(2)班: what is counted in brackets is no name that goes on.
      pattern: '\\)[班组队期楼号栋层批]$',
      matches: ['一(2)班', '网格(3)组'],
      rejects: ['一网格(东片)向', '2班'],
    },
    {
      id: 'latinAside',
      needs: ['('],
      // A name with its writing in Latin script behind it, whatever it begins with: 山田示子(Keiko Example,国际部)
      pattern: '^[\\u4e00-\\u9fff·]{2,6}\\([A-Z][a-z]{1,15}[ -][A-Z][a-z]{1,15}[^()]{0,16}\\)$',
      matches: ['山田示子(Keiko Example,国际部)', '李明(Ming Example)'],
      rejects: ['示例局(Example)', '山田示子', '示例大学(ABC)'],
    },
    {
      id: 'labelledLatin',
      // A name in Latin script where its unit stands before it.
      pattern: '^[A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,15}){1,3}$',
      matches: ['Example Zhao', 'Anna Example'],
      rejects: ['EXAMPLE', 'example zhao', 'Tel'],
    },
    {
      id: 'ranked',
      // Office or rank before the name: 科长李明, 党委副书记李老师
      pattern:
        '^(?<rank>{rank}){hanNext}(?<name>(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{0,2}(?:{honorific}))|[老小](?:{surname})|(?<=书记员|审判员|审判长|班主任|网格员|协管员|民警|辅警)[\\u4e00-\\u9fff]{2,4}$(?<!助理|队长|主任))$',
      matches: ['科长李明', '关员欧阳明月', '党委副书记李老师', '执行法官李明', '书记员岩温罕'],
      rejects: ['李明科长', '主任医师', '法官助理', '党委副书记'],
    },
    {
      id: 'rankAlone',
      // Office or rank apart from the name: nobody by itself.
      pattern: '^(?:{rank})$',
      matches: ['科长', '党委副书记', '办案民警', '常务副院长'],
      rejects: ['李处长', '科长李明'],
    },
    {
      id: 'labelledPerson',
      // Behind a label, any short Han word is a name, unless it ends like a body.
      pattern:
        '^[\\u4e00-\\u9fff](?: {0,6}[\\u4e00-\\u9fff·]){1,3}$|^[\\u4e00-\\u9fff]{1,3}(?:{honorific})$|^[\\u4e00-\\u9fff]{2,6}·[\\u4e00-\\u9fff·]{2,10}$|^[A-Z][a-z]{1,15} [A-Z][a-z]{1,15}$',
      matches: ['张三', 'Alex Example', '艾延', '尼玛次仁', '黄 澜', '刘老师'],
      rejects: ['示例市教育局', 'abc', '张'],
    },
    {
      id: 'notPerson',
      pattern:
        '^(?:Contact|Tel|Fax|Phone|E-?mail|Add|Address|Website|Name)(?![a-z])|^(?:随时|及时|立即)|^总(?:协调|负责|值班|服务台)$|^(?:[民刑行商]|立案|执行|审监|少年|环资|知产)[一二三四五六七八九十]?庭$|(?:{officeSuffix}|股)$|^(?:{commonWord})$|^(?:{rank})$|^(?:{honorific}|法官助理|书记员|审判员|审判长|执行员|额满为止|截止|待定|暂缺|暂无|空缺|待补|[赛会票财商总政法教服外党村医]务)$|[区县市州镇乡村]$|^(?:各(?!娃)|逾期|过期|恕不|敬请|不予|电话|手机|传真|邮箱|地址|邮编|办公|详见|见附|同上|如下|以上|另行|上午|下午|工作|时间|北京|微信|联系|咨询|技术|支持|报名|业务|监督|值班|服务|材料|网站|网址|姓名|职务|单位|座机|区号|系统|其他|备注|性别|年龄|民族|学历|专业|职称|签字|盖章|日期|年月|以及|或者|以下|现场|周[一二三四五](?![\\u4e00-\\u9fff]$)|星期|节假|全天|小时|附件|通讯|收件|收到|本人|申请|法定|无|暂无|转|分机)|(?:电话|邮箱|地址|传真|方式|时间|热线|手机|邮编|咨询|支持|服务|监督|报名|信息|姓名|名单|信箱|总机|官网|平台|系统|公众号|[医护药技]师)$|^[\\u4e00-\\u9fff]{2,8}[才招易购税考]网$',
      matches: [
        'Contact Person',
        '待定',
        '民二庭',
        '教务处',
        '电话',
        '技术支持',
        '联系方式',
        '赛务',
        '白天',
        '管理',
        '方便',
        '党委副书记',
        '联络员名单',
        '总机',
        '示例人才网',
      ],
      rejects: ['张三', '李明亮', '阮知行', '李主任', '周三贵'],
    },
    {
      id: 'place',
      // A place or an office that begins like a name: a person only behind a label for people.
      pattern: '^(?:{likePlace}|{likeOffice})$',
      matches: ['武汉', '石家庄', '纪检', '计财'],
      rejects: ['武汉生', '李明'],
    },
    {
      id: 'unitAside',
      needs: ['('],
      // A cell that names a unit and, in brackets, its office and who answers there: 某税务局(征管股 赖敏)
      pattern:
        '^(?<unit>[\\u4e00-\\u9fff]{2,24})\\((?:(?<office>[\\u4e00-\\u9fff]{2,12}(?:{suffix}))[ :、,]{1,3}(?<person>(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|(?:{honorific})))|(?<alone>(?:{surname})(?:{honorific})))\\)$',
      matches: ['示例县税务局(征管股 赖敏)', '示例镇(办公室 李老师)', '资助中心(何老师)'],
      rejects: ['示例县税务局(征管股)', '示例县税务局(主楼 示例室)', '赖敏'],
    },
    {
      id: 'behindAside',
      needs: [')'],
      // A unit, what its bracket adds, and who answers there, set solid: 外贸科(服务中心305)李示海科长
      pattern:
        '^(?:[\\u4e00-\\u9fff]{2,10}—{1,2})?(?<unit>[\\u4e00-\\u9fff]{2,24}\\([^()]{1,20}\\))(?<person>(?:{surname})[\\u4e00-\\u9fff]{0,2}(?:{honorific}))$',
      matches: ['外贸科(服务中心305)李示海科长', '示例局(东楼)王老师'],
      rejects: ['外贸科李示海科长', '示例(集团)有限公司'],
    },
    {
      id: 'nicknamed',
      needs: ['”', '"'],
      // Who is called something else, in quotation marks before the name: 志愿者“老包”包示图
      pattern: '^[\\u4e00-\\u9fff]{0,10}[“"][\\u4e00-\\u9fff]{1,4}[”"](?<person>(?:{surname})[\\u4e00-\\u9fff]{1,2})$',
      matches: ['“大刘”刘示邦', '志愿者“老包”包示图'],
      rejects: ['刘示邦', '“示例”活动'],
    },
    {
      id: 'verbLead',
      pattern: '^(?:请|可)?(?:找|联系|咨询|拨打|致电)(?=[\\u4e00-\\u9fff]{3})',
      matches: ['找献血服务科', '请联系示例科'],
      rejects: ['示例科', '联系人'],
    },
    {
      id: 'titledBehind',
      // Who answers, with his form of address, at the end of a line: 项目内容:示例处李老师, 学院教务、示例处甲老师
      pattern:
        '(?:^|[:、,])(?<unit>[\\u4e00-\\u9fff()]{1,28}?(?:{suffix})){hanNext}(?<person>(?:{surname})[\\u4e00-\\u9fff]{0,2}(?:{honorific}))$',
      matches: ['项目内容:示例处李老师', '学院教务、示例处李明老师'],
      rejects: ['示例处', '李老师', '示例处李明'],
    },
    {
      id: 'unitPerson',
      // A name set solid behind its unit: 市科技局李明
      pattern:
        '^(?<unit>[\\u4e00-\\u9fff()]{1,28}(?:社区|街道|[村镇乡班]|{suffix})){hanNext}(?<person>(?:{rank})?(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{0,2}(?:{honorific}))|[老小](?:{surname})|{addressed})$(?<!{suffix}|社区|街道|[村镇乡班])',
      matches: [
        '市科技局李明',
        '市科技局科长李明',
        '示例省教育厅科技处王晓红',
        '办公室李老师',
        '东湖社区李明',
        '客服部小李',
      ],
      rejects: ['市科技局', '李明', '市科技局办公室', '东湖社区'],
    },
    {
      id: 'roomPerson',
      needs: ['('],
      // The same with the room or the matter in brackets between: 示例中心(示例楼216)李明
      pattern:
        '^(?<unit>[\\u4e00-\\u9fff\\d]{1,24}(?:{suffix}|网格|片区?|区域?|组|路段|标段|楼栋?|[栋幢])\\([^()]{1,24}\\)){hanNext}(?<person>(?:{rank})?(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{0,2}(?:{honorific}))|[老小](?:{surname})|{addressed})$(?<!{suffix}|社区|街道|[村镇乡班])',
      matches: ['示例中心(示例楼216)李明', '市科技局(报名)李老师', '第1网格(10-18栋)冉光芬'],
      rejects: ['示例中心(示例楼216)', '市科技局李明'],
    },
    {
      id: 'personRow',
      needs: [')'],
      // Several people, each with his unit or title in brackets, only a blank between them (it is closed up as layout).
      pattern:
        '^{asideName}\\([^()]{1,24}\\)(?:(?:{asideName}\\([^()]{1,24}\\)){1,6}(?:{asideName})?|{asideName})$(?<!{suffix})',
      matches: ['李明(市委办公室)王红霞(市政府办公室)', '李明(科长)王红霞'],
      rejects: [
        '李明(市委办公室)',
        '安示(集团)有限公司',
        '示例局(李明)王红霞(市科技局)',
        '示例李明(市委办公室)王红霞(市政府办公室)',
      ],
    },
    {
      id: 'personInRow',
      pattern: '(?<=^|\\))(?<name>[\\u4e00-\\u9fff]{2,6})(?<aside>\\([^()]{1,24}\\))?',
      matches: ['李明(市委办公室)', '王红霞'],
      rejects: ['(市委办公室'],
    },
    {
      id: 'peopleRow',
      // Surnames with their forms of address, one set solid behind the other: 宋工林工
      pattern: '^(?:(?:{surname})(?:{honorific})){2,5}$',
      matches: ['宋工林工', '李主任张老师'],
      rejects: ['王工', '王工程师', '李明张老师', '示例宋工林工'],
    },
    {
      id: 'personOfRow',
      pattern: '(?<name>(?:{surname})(?:{honorific}))',
      matches: ['宋工林工'],
      rejects: ['工'],
    },
    {
      id: 'askFor',
      needs: [
        '请',
        '可',
        '或',
        '找',
        '欢',
        '需',
        '接',
        '人',
        '员',
        '助理',
        '给',
        '交至',
        '交到',
        '送至',
        '送到',
        '寄至',
        '报至',
        '发至',
        '反馈',
        '反映',
        '由',
      ],
      // 请与李明联系, 可咨询张老师, 请联系市科技局李明; 现场负责人李明,139…
      pattern:
        '(?=[联咨致询与和找])(?:(?<=(?:请|可|欢迎|及时|直接|需)[^,。;:()]{0,10})|(?<=[,;。:])(?=找)|(?<=[,;](?:或者?|也可|亦可))(?=联系|与|找|致电))(?:联系|咨询|致电|询|与|和|找)(?:{s}:{s})?(?:[\\u4e00-\\u9fff]{1,14}[局厅委部办处科室院司站所会社校馆心组公队关])?(?:{rank})?{hanNext}(?<person>[老小](?:{surname})(?:{honorific})?(?={s}[(,:\\d])|(?:{surname}){hanNext}(?:(?:(?![联咨])[\\u4e00-\\u9fff]){1,2}?|[\\u4e00-\\u9fff]{0,2}(?:{honorific})))(?<more>(?:、(?:{surname})(?:(?![联咨])[\\u4e00-\\u9fff]){1,2}?){0,4})(?:同志)?(?=联系|{s}[(,:;。]|{s}\\d|$)|(?:交|送|报|寄|发|反馈|反映)(?:给|至|到)(?:[\\u4e00-\\u9fff]{1,14}[局厅委部办处科室院司站所会社校馆心组公])?(?<to>(?:{surname})[\\u4e00-\\u9fff]{0,2}?(?:{honorific})|(?:{surname})[\\u4e00-\\u9fff]{1,2})(?:处|收)?(?={s}[,(:]{s}(?:{numberAhead}|(?:办公)?(?:地点|地址)))|(?:{person}|书记员|执行员|法官助理|审判员|工作人员){hanNext}(?<named>(?:{surname})[\\u4e00-\\u9fff]{1,2}|[老小](?:{surname}))(?<also>(?:、(?:{surname})[\\u4e00-\\u9fff]{1,2}){0,4})(?={s}[,:(、]?{s}(?:{numberAhead})|(?<=(?:{honorific})){s}(?:[,。;(]|$))|由(?<by>(?:{surname})[\\u4e00-\\u9fff]{1,2})(?<with>(?:、(?:{surname})[\\u4e00-\\u9fff]{1,2}){0,4})(?:[两三四]位)?(?:同志)?(?:负责)?(?=联系|对接|受理|接待)|(?=[与和联])(?<=(?:请|可|需)[^,。;:()]{0,10})(?:与|和|联系)[\\u4e00-\\u9fff]{2,8}?(?<titled>(?:{surname})(?:师傅|老师|先生|女士|经理|主任|科长|队长|工程师))(?=联系|{s}[(,:;。]|{s}\\d)|(?=[联负经值])(?<=\\d{4}(?!年)[^;。]{0,24}[,;]{s})(?:联系人|负责人|经办人|值班人员?){hanNext}(?<last>(?:{surname})[\\u4e00-\\u9fff]{1,2})(?={s}(?:[;。,]|$))',
      matches: [
        '报名请联系李明(',
        '由向示、李明两位同志联系',
        '可与送水车调度万师傅联系(',
        ',或与李明(',
        '需提前报名,找小谭 139',
        '请与市科技局王红霞联系',
        '请与干部科李明、王红联系',
        '可咨询张老师,',
        '施工现场负责人段立,139',
        '书记员小冯 0100-',
        '交给王红霞老师,139',
        '报送至李明(电话:0100',
        '请联系:王老师,邮箱',
        '联系人王老师。',
        '请与会务组小刘(',
        '报名联系人李明、王红霞,电话0100',
        '联系人李明,联系电话5550101',
        '联系人李明5550101',
        '0100-5550123(白天),联系人李明;',
      ],
      rejects: ['请与主管部门联系', '请联系市科技局', '请与我局联系', '联系方式', '李明或与王红('],
    },
    {
      id: 'receiver',
      // A name, and that he takes the letter in.
      pattern: '^(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|(?:{honorific}))收$',
      matches: ['李明收', '王老师收', '欧阳明月收'],
      rejects: ['王收', '李明', '验收', '办公室收'],
    },
    {
      id: 'longName',
      // Minority names of five or six characters, only behind a label for people.
      pattern: '^(?!.{0,5}(?:{suffix}))[\\u4e00-\\u9fff]{5,6}$',
      matches: ['乌兰其其格'],
      rejects: ['示例中心李明', '规划发展处', '李明'],
    },
    {
      id: 'courtesy',
      // A surname or name with the form of address behind it.
      pattern: '^(?<name>[\\u4e00-\\u9fff·]{1,6}?)(?<title>{honorific})$',
      matches: ['李处长', '刘老师', '张伟主任', '李主任科员'],
      rejects: ['张伟', '老师'],
    },
    {
      id: 'officeName',
      // A name that ends like an office; at the end of a list of names only.
      pattern: '^(?:{surname})[\\u4e00-\\u9fff][科会社司行台组站院]$',
      matches: ['赵示科', '王学社'],
      rejects: ['财务科', '王科', '李明', '示例赵示科', '赵示科示例'],
    },
    {
      id: 'officeNameShort',
      // Two letters behind a label for people that only look like a body.
      pattern: '^(?![商农年公协学工]会|党组|[车马]队)(?:{surname})[会社台队组馆]$',
      matches: ['何会', '王社'],
      rejects: ['商会', '工会', '党组', '示会', '何会长'],
    },
    {
      id: 'chiefShort',
      // 孙科: a chief of section by his surname, between his unit and a number.
      pattern: '^(?:{surname})[科处局股所]$',
      matches: ['孙科', '李处'],
      rejects: ['财务科', '计财科', '示孙科'],
    },
    {
      id: 'courtesyAlone',
      // A form of address set apart from the name before it: 李明 先生
      pattern: '^(?:{honorific})$',
      matches: ['先生', '老师', '主任科员'],
      rejects: ['李先生'],
    },
    {
      id: 'titleNote',
      pattern: '^\\((?<title>[\\u4e00-\\u9fff]{0,6}(?:{honorific}|书记|主席|秘书长|院士|研究员|专员|干部))\\)$',
      matches: ['(处长)', '(综合科科长)'],
      rejects: ['(微信同号)', '示例(处长)', '(处长)示例'],
    },
    {
      id: 'surnameAlone',
      pattern: '^(?:[老小])?(?:{surname})$',
      matches: ['李', '欧阳', '小李'],
      rejects: ['李明', '志鹏'],
    },
    {
      id: 'surnameAside',
      needs: ['('],
      // A surname with the form of address in brackets, behind a label for people.
      pattern: '^(?<name>{surname})\\((?<title>先生|女士|小姐|老师|同志)\\)$',
      matches: ['顾(女士)', '欧阳(老师)'],
      rejects: ['顾女士', '李明(女士)', '顾(示例科)'],
    },
    {
      id: 'people',
      pattern: '联系人',
      matches: ['联系人及电话'],
      rejects: ['联系方式'],
    },
    {
      id: 'nameByPlace',
      // Between a unit and a number stands a person, whatever the name: 示例局  乌兰其其格  0479-…
      pattern: '^[\\u4e00-\\u9fff]{2,6}$',
      matches: ['乌兰其其格'],
      rejects: ['A座', '示'],
    },
  ],
} as const satisfies Grammar
