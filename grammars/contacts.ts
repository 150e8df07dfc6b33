/** Contact points: labels, numbers, addresses, names, in every order and layout that notices use. */
import type { Grammar } from '../src/grammar.js'
import { bodySuffixes } from './lexicon/bodies.js'
import { doubleSurnames, surnames } from './lexicon/surnames.js'
import { parts } from './parts.js'

const person =
  '联系人员?|联络人员?|联络员|联系(?:老师|教师|同志|医生)|经办人?员?(?=:)|经办人员?|负责人|承办人员?|收件人|接收人|咨询人员?|咨询老师|受理人员?|对接人员?|报名联系|值班人员|值班领导|带班领导|带班人员?|接待人员?|接洽人|工作人员(?=:)|招生(?:教师|老师)|责任人|监督人|(?:承办|主审|审判|执行)?法官(?:助理)?(?=:)|书记员(?=:)'
const phone =
  '(?:联系|咨询|值班|监督|举报|服务|办公|热线|业务|技术|投诉|报名|报修|抢修|固定|移动|座机|客服|查询|受理|支持|预约|传达室|总机|应急|报警|救援|反映){0,4}(?:电话|手机|热线|座机|固话|专线|联系方式|联络方式|联系办法)(?:号码?|号)?(?:及|和|/|、)?(?:手机|微信)?(?:号码?)?|手机号码?|[Tt][Ee][Ll]|(?:投诉|监督|举报|咨询|抢修)(?=: ?[\\d(])'

export default {
  name: 'contacts',
  parts: {
    ...parts,
    s: ' {0,4}',
    person,
    phone,
    // True of what follows anyway. A look-ahead makes the engine write what follows out once, not for each ending before it:
    // a tenth of the time to compile.
    hanNext: '(?=[\\u4e00-\\u9fff])',
    surname: `${doubleSurnames.join('|')}|[${surnames}]`,
    honorific:
      '老师|先生|女士|小姐|同志|副?主任|副?处长|副?科长|副?股长|副?局长|副?部长|副?司长|副?厅长|副?院长|副?站长|副?所长|副?馆长|副?园长|副?校长|副?会长|副?秘书长|副?主席|副?理事长|副?镇长|副?乡长|副?县长|副?区长|副?市长|副?队长|副?大队长|副?支队长|副?组长|副?庭长|副?社长|副?台长|副?总经理|副?经理|总监|主管|主任科员|科员|调研员|工程师|教授|研究员|医生|大夫|护士长|警官|警长|法官|检察官|书记员|副?书记|秘书|辅导员|指导员|会计|律师|师傅|工|总|干事',
    suffix: [...bodySuffixes, '股', '店'].sort((a, b) => b.length - a.length).join('|'),
    asideName: '(?:{hanNext}(?:{surname}){hanNext}(?:[\\u4e00-\\u9fff]{1,2}|(?:{honorific}))|[老小](?:{surname}))',
    // A name may end in 行; a bank has more before it.
    officeSuffix: [...bodySuffixes].filter((b) => b !== '行').join('|'),
    // Words and places that begin like a name and stand beside numbers.
    commonWord:
      '白天|平时|方便|谢谢|常年|安全|安装|安保|管理|计划|施工|平台|党建|宣传|文化|文字|方案|路线|费用|简历|全国|全部|全省|全市|国内|国际|展位|展览|展品|车辆|车队|成绩|席位|包装|高考|高校|高中|初中|金融|农业|农村|房产|房屋|查询|水电|水务|水利|商标|项目|后勤|海外|海事|宿舍|宿管|公交|公众|石油|石化|支付|门诊|门卫|门店|路政|路灯|柴油|相关|解答|权益|居民|常用|常设|经费',
    likePlace:
      '北京|武汉|宁波|安阳|安庆|安康|成都|南京|南昌|南宁|南通|南阳|海口|海南|金华|江门|江阴|江苏|江西|黄山|黄冈|黄石|常德|岳阳|邵阳|云南|云浮|阳江|阳泉|乌海|乐山|马鞍山|连云港|包头|吉林|吉安|哈尔滨|桂林|宁夏|甘肃|毕节|曲靖|楚雄|普洱|邢台|唐山|张家口|秦皇岛|石家庄|张家界|景德镇|衡水|衡阳|商丘|商洛|周口|许昌|濮阳|广东|祁阳|陵水',
    ext: '(?:{s}(?:转|分机|ext\\.?|EXT|Ext\\.?|-{1,2}|—){s}(?<ext>\\d{1,6})(?!\\d))?',
  },
  rules: [
    {
      id: 'label',
      // A label, with 及 or 和 joining two kinds; a colon or the value follows.
      pattern:
        '(?=[联经负承收接带咨受对报值责监举电手热座固专传邮信投指公反工通寄送单办详现来材快递地网官微企钉采组主招邀征委业出拍名法审执书开账帐户行税身项包编金预价服技移客查支总应救QTtEeF])(?:(?<person>{person})(?:姓名)?(?:(?:及|和|与|、|/|,)?(?:联系)?(?:电话|方式|手机)(?:号码?)?)?|(?<fax>(?:电话{s}[/、]{s})?传{s}真(?:电话|号码?|(?:至|到)(?={s}[:(\\d]))?|(?:联系|办公|咨询|值班|报名){0,1}电话{s}\\({0,1}{s}(?:兼|同|带|含|及|和|与)?传真(?:同号)?{s}\\){0,1}|[Ff][Aa][Xx])|(?<email>(?:电子|联系|工作|指定|投稿|咨询|报名|收件|办公|公共|反馈)?(?:邮{s}箱|邮件|信箱)(?:地址|号)?|[Ee]-?[Mm]ail)|(?<phone>{phone})|(?<postcode>邮{s}编|邮政编码|邮政编号)|(?<address>(?:通讯|通信|联系|邮寄|寄送|单位|办公|详细|收件|报送|受理|接收|递交|邮件|投递|现场|来信|信函|办理|报名|咨询|具体|投诉|材料|快递){0,4}(?:地{s}址|地点)|(?:信函|来信|邮寄)(?=:))|(?<url>网{s}址|网站(?:地址)?|官网)|(?<im>QQ(?:[\\u4e00-\\u9fff]{0,6}群)?号?码?|微信群?公众号?|微信号?|企业微信|钉钉群?号?)|(?<unit>(?:联系|咨询|受理|承办|办理|报送|采购|主办|收件|组织|监督|责任|招标|邀请|征集|接收|承接|委托|招聘|报名|业务)(?:单位|部门|处室|科室|机构)|采购人(?:名称)?|采购代理机构|招标人|招标代理机构|代理机构|出让人|拍卖人|名{s}称|收{s}件{s}单位)|(?<account>开户(?:行|银行|名称|账号)?|账{s}户(?:名称)?|账{s}号|帐{s}号|户{s}名|行号|税号|信用代码|身份证号?码?|项目编号|采购编号|招标编号|包号|工号|编号|金额|预算|价格))(?:{s}\\([^()\\d:]{1,12}\\)(?={s}:))?(?={s}[:(\\d]|{s}$|[ \\t]{1,16}[\\u4e00-\\u9fff\\d(A-Za-z]|[\\t;,])',
      matches: [
        '联系人:张三',
        '联系电话:0100-5550123',
        '传 真:1',
        '电子邮箱:a@example.cn',
        '市科技局联系人:李四',
        '技术咨询电话:0100',
        '邮编:100000',
        '通讯地址:示例路',
        'E-mail:a@b.cn',
        '联系人及电话:',
        '电话 0100-5550123',
        '采购人:示例学院',
        '项目联系人(询问):孟科长',
        '接待人员:谷老师',
        '经办:芮工',
        '电话同传真:0100-5550123',
        '电话(兼传真):0100-5550123',
        '联系电话(传真):0100-5550123',
      ],
      rejects: ['电话会议', '联系人民群众', '传真实情感'],
    },
    {
      id: 'phone',
      pattern:
        '(?=[\\d+(Oo])(?<![\\d.A-Za-z-])(?:\\+?86[- ]?)?(?:(?<hotline>[48]00{s}[-—]?{s}\\d{3,4}{s}[-—]?{s}\\d{3,4}|[48]00\\d[-—]\\d{3}[-—]\\d{3})|(?<mobile>1[3-9]\\d(?:[ -]?\\d{4}[ -]?\\d{4}|\\d[ -]\\d{3}[ -]\\d{4}))|(?<area>\\(?[0Oo](?:10|2\\d|[3-9]\\d{2}|100|[1]\\d{2})\\)?){s}[-—~ ]{0,2}{s}(?<local>[1-9]\\d{2,3}[ -]?\\d{3,4}(?!\\d)|[1-9]\\d{6,7})|(?<bare>[2-9]\\d{6,7}|(?!20\\d{2}-20\\d{2})[2-9]\\d{2,3}[ -]\\d{4}|(?<=(?:电话|传真) ?: ?)[2-9]\\d{5}))(?!\\d|\\.\\d|[年%元])(?:{ext})'.replace(
          '(?:{ext})',
          '(?:{s}\\({0,1}{s}(?:转|分机号?|ext\\.?|EXT|Ext\\.?|-{1,2}|—){s}(?<ext>\\d{1,6})(?!\\d)(?![年月日-]))?',
        ),
      matches: [
        '010-55501209',
        '(010)55501209',
        '0371-6666666转8001',
        '13800001111',
        '400-820-0000',
        '4008-200-000',
        '88886666',
        '0578 5550123',
        '+86-010-55501234',
        '8888 6666',
        '010-55501234-8012',
        'O861-5553381',
        '1395 550 0112',
        '010-1234 5678',
      ],
      rejects: ['2024年5月6日', '2021-2022学年', '0123', '123456789012345678', 'LN20190702885', '3.1415926'],
    },
    {
      id: 'short',
      needs: ['热线', '电话', '拨打', '致电', '平台', '专线', '客服', '抢修', '报修', '挂失', '救援'],
      // Public service numbers, only behind a word that says so.
      pattern:
        '(?:(?:热线|电话|拨打|致电|平台|专线)[^\\d。;]{0,6}|(?:客服|抢修|报修|挂失|救援){s}:{s})(?<number>1[12]\\d(?!\\d)|12\\d{3}(?!\\d)|95\\d{3,4}(?!\\d)|96\\d{3,4}(?!\\d)|10\\d{3}(?!\\d))',
      matches: ['服务热线12345', '拨打110', '热线:96123', '银行客服:95599'],
      rejects: ['编号12345', '电话0100-5550123'],
    },
    {
      id: 'service',
      needs: ['12'],
      // The numbers of public services are the same in every place: behind an area code or a label, or beside a telephone.
      pattern:
        '(?<![\\d.A-Za-z-])(?:\\(?(?<area>0(?:10|2\\d|[3-9]\\d{2}))\\)?{s}[-—]{s}|(?<=(?:监督|举报|投诉|咨询|服务|信访|维权|求助|值班|支持){s}:{s})|(?<=\\d{7,8}{s}(?:\\([^()\\d]{1,20}\\){s})?[、,;/]{s})|(?=\\d{5}{s}[、,/]{s}(?:0\\d{2,3}{s}[-—]{s})?[2-9]\\d{6,7}(?!\\d)))(?<number>12[39]\\d{2})(?![\\d年月日人元%.-])',
      matches: [
        '0578-12345',
        '纪检监督:12388、5550101',
        '0578-5550101、12315投诉举报热线',
        '12366,5550102',
        '5550101(医务科)、12345',
      ],
      rejects: ['编号:12345', '12345人', '0578-123456', '12345、12346号'],
    },
    {
      id: 'serviceNamed',
      needs: ['热线', '专线', '客服'],
      // 12366纳税服务热线: the number before its name, where no sentence is about the service.
      pattern:
        '(?<=^[^\\u4e00-\\u9fffA-Za-z\\d]{0,6}|^{s}(?:\\d{1,2}[.、]|\\(\\d{1,2}\\)){s}|[。;(,:]{s})(?<number>12[39]\\d{2}|9[56]\\d{3,4}|10\\d{3})(?=[\\u4e00-\\u9fff]{0,12}(?:热线|专线|客服(?:电话|中心)?)(?:{s}(?:$|[(。;]|,{s}(?:\\d{5}|24|工作日|全天))|{s}\\d{1,2}{s}小时|全天|随时|为您|为广大))',
      matches: [
        '12366纳税服务热线(工作日)',
        '☎ 95598供电服务热线24小时为您服务',
        '1、12329公积金热线',
        ',95598客服专线,24小时',
        '抢修:96321供水服务热线',
      ],
      rejects: ['12345政务服务便民热线:负责受理', '通过12345热线反映', '12345、12315热线', '12345热线,要及时办理'],
    },
    {
      id: 'hotlineName',
      // What the service is called; a bare 热线 names none.
      pattern: '^[\\u4e00-\\u9fff]{2,12}?(?:热线|专线|客服(?:电话|中心)?)',
      matches: ['纳税服务热线24小时'],
      rejects: ['热线', '咨询'],
    },
    {
      id: 'serviceAlone',
      // In a cell for telephones such a number needs no word beside it.
      pattern: '(?<![\\d.A-Za-z-])(?<number>12[39]\\d{2}|11[0249]|122|9[56]\\d{3,4}|100\\d{2})(?![\\d.-])',
      matches: ['12345', '12366、5550102', '96123'],
      rejects: ['0578-12345', '123456'],
    },
    {
      id: 'suffix',
      // 12345678/79: the same number but for its last digits
      pattern: '^{s}[/、]{s}(?<tail>\\d{1,4})(?!\\d| ?[-]| \\d{3,4}|[年月日人号条])',
      matches: ['/79', '、8014'],
      rejects: ['/55501214', '-79', '、139 5550 0112'],
    },
    {
      id: 'email',
      needs: ['@', 'at', 'AT', '#'],
      // (at), [at], # and the like stand for the sign against those who gather addresses.
      pattern:
        '(?<![A-Za-z0-9._%+-])(?<user>[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,63})){s}(?:@|\\({s}(?:at|AT|@){s}\\)|\\[{s}(?:at|AT|@){s}\\]|【(?:at|AT|@)】|#(?:at#|@#)|#(?=[A-Za-z0-9.-]{1,60}\\.(?:cn|com|net|org)(?![A-Za-z0-9]))){s}(?<host>[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}(?:{s}\\.{s}[A-Za-z0-9-]{1,62}){1,4}))(?![A-Za-z0-9@])',
      matches: [
        'kjt@example.gov.cn',
        'w2513 @ 163.com',
        'a(at)example.cn',
        '445729240@example.com',
        'jb#example.gov.cn',
        'kjt[at]example.gov.cn',
        'kjt [AT] example.gov.cn',
        'kjt【at】example.org',
      ],
      rejects: ['@example', 'a@b', '1#楼', 'seat(at)example'],
    },
    {
      id: 'postcode',
      pattern: '(?<!\\d)(?<code>\\d{6})(?!\\d)',
      matches: ['100862'],
      rejects: ['1008620', '10086'],
    },
    {
      id: 'person',
      // A name on its own: two to four characters with a surname, spaces inside as layout; or with a title.
      pattern:
        '^(?:{surname})(?: {0,6}[\\u4e00-\\u9fff]){1,2}$|^(?:{surname})[\\u4e00-\\u9fff]{0,2}(?:{honorific})$|^[老小](?:{surname})$|^[\\u4e00-\\u9fff]{2,6}·[\\u4e00-\\u9fff·]{2,10}$',
      matches: ['张三', '老马', '李  亮', '欧阳明月', '刘老师', '李处长', '阿依·古丽汗'],
      rejects: ['办公室', '联系', '示例市教育局'],
    },
    {
      id: 'labelledPerson',
      // Behind a label, any short Han word is a name, unless it ends like a body.
      pattern:
        '^[\\u4e00-\\u9fff](?: {0,6}[\\u4e00-\\u9fff·]){1,3}$|^[\\u4e00-\\u9fff]{1,3}(?:{honorific})$|^[\\u4e00-\\u9fff]{2,6}·[\\u4e00-\\u9fff·]{2,10}$',
      matches: ['张三', '艾延', '尼玛次仁', '黄 澜', '刘老师'],
      rejects: ['示例市教育局', 'abc', '张'],
    },
    {
      id: 'notPerson',
      pattern:
        '(?:{officeSuffix}|股)$|^(?:{commonWord})$|^(?:{honorific}|法官助理|书记员|审判员|审判长|执行员|额满为止|截止|[赛会票财商总政法教服外党村医]务)$|[区县市州镇乡村]$|^(?:电话|手机|传真|邮箱|地址|邮编|办公|详见|见附|同上|如下|以上|另行|上午|下午|工作|时间|北京|微信|联系|咨询|技术|支持|报名|业务|监督|值班|服务|材料|网站|网址|姓名|职务|单位|座机|系统|其他|备注|性别|年龄|民族|学历|专业|职称|签字|盖章|日期|年月|以及|或者|以下|现场|周一|周二|周三|周四|周五|星期|节假|全天|小时|附件|通讯|收件|收到|本人|申请|法定|无|暂无|转|分机)|(?:电话|邮箱|地址|传真|方式|时间|热线|手机|邮编|咨询|支持|服务|监督|报名|信息|姓名|名单)$',
      matches: ['教务处', '电话', '技术支持', '联系方式', '赛务', '白天', '管理', '方便', '联络员名单'],
      rejects: ['张三', '李明亮', '阮知行'],
    },
    {
      id: 'place',
      // A place that begins like a name: a person only behind a label for people.
      pattern: '^(?:{likePlace})$',
      matches: ['武汉', '石家庄'],
      rejects: ['武汉生', '李明'],
    },
    {
      id: 'unit',
      pattern:
        '(?=[^\\n]{0,40}{han})(?:{suffix})(?:\\([^()]{1,24}\\))?$|^{han}{1,8}(?:区|县|市|州|旗|镇|乡|街道|村)$|^[\\u4e00-\\u9fff]{1,8}庭$|^.{0,20}(?:咨询|支持|服务|热线|报名|业务|监督|活动|专项|项目|客服|窗口|大厅|服务台|前台|值班室)(?:\\([^()]{1,20}\\))?$',
      matches: [
        '市科技局政策法规科',
        '江北区',
        '示例中心(科普活动中心)',
        '网站技术支持',
        '活动咨询(全国)',
        '业务受理窗口',
        '平台客服',
        '东湖村',
      ],
      rejects: ['张三', '工作要求如下'],
    },
    {
      id: 'unitPerson',
      // A name set solid behind its unit: 市科技局李明
      pattern:
        '^(?<unit>[\\u4e00-\\u9fff()]{1,28}(?:社区|街道|[村镇乡班]|{suffix})){hanNext}(?<person>(?:{surname})(?:[\\u4e00-\\u9fff]{1,2}|[\\u4e00-\\u9fff]{0,2}(?:{honorific}))|[老小](?:{surname}))$(?<!{suffix}|社区|街道|[村镇乡班])',
      matches: ['市科技局李明', '示例省教育厅科技处王晓红', '办公室李老师', '东湖社区李明', '客服部小李'],
      rejects: ['市科技局', '李明', '市科技局办公室', '东湖社区'],
    },
    {
      id: 'personRow',
      needs: [')'],
      // Several people, each with his unit or title in brackets, only a blank between them (it is closed up as layout).
      pattern:
        '^{asideName}\\([^()]{1,24}\\)(?:(?:{asideName}\\([^()]{1,24}\\)){1,6}(?:{asideName})?|{asideName})$(?<!{suffix})',
      matches: ['李明(市委办公室)王红霞(市政府办公室)', '李明(科长)王红霞'],
      rejects: ['李明(市委办公室)', '安示(集团)有限公司', '示例局(李明)王红霞(市科技局)'],
    },
    {
      id: 'personInRow',
      pattern: '(?<=^|\\))(?<name>[\\u4e00-\\u9fff]{2,6})(?<aside>\\([^()]{1,24}\\))?',
      matches: ['李明(市委办公室)', '王红霞'],
      rejects: ['(市委办公室'],
    },
    {
      id: 'askFor',
      needs: ['请', '可', '欢', '需', '接', '人', '员', '助理'],
      // 请与李明联系, 可咨询张老师, 请联系市科技局李明; 现场负责人李明,139…
      pattern:
        '(?=[联咨致询与和找])(?<=(?:请|可|欢迎|及时|直接|需)[^,。;:()]{0,4})(?:联系|咨询|致电|询|与|和|找)(?:[\\u4e00-\\u9fff]{1,14}[局厅委部办处科室院司站所会社校馆心组公])?{hanNext}(?<person>(?:{surname}){hanNext}(?:(?:(?![联咨])[\\u4e00-\\u9fff]){1,2}?|[\\u4e00-\\u9fff]{0,2}(?:{honorific})))(?:同志)?(?=联系|{s}[(,:;。]|{s}\\d|$)|(?:{person}|书记员|执行员|法官助理|审判员|工作人员){hanNext}(?<named>(?:{surname})[\\u4e00-\\u9fff]{1,2}|[老小](?:{surname}))(?={s}[,:(、]?{s}(?:联系|办公|手机)?(?:电话|手机)?{s}:?{s}\\(?[01]\\d{2})',
      matches: [
        '报名请联系李明(',
        '请与市科技局王红霞联系',
        '可咨询张老师,',
        '施工现场负责人段立,139',
        '书记员小冯 0100-',
      ],
      rejects: ['请与主管部门联系', '请联系市科技局', '请与我局联系', '联系方式'],
    },
    {
      id: 'longName',
      // Minority names of five or six characters, only behind a label for people.
      pattern: '^(?!.{0,5}(?:{suffix}))[\\u4e00-\\u9fff]{5,6}$',
      matches: ['乌兰其其格'],
      rejects: ['示例中心李明', '规划发展处', '李明'],
    },
    {
      id: 'heading',
      needs: ['联系', '联络', '咨询'],
      // A line that opens a list of contacts.
      pattern:
        '^[【\\[]?(?:[(\\d一二三四五六七八九十]{1,4}[、.)]{0,2}{s})?(?:[\\u4e00-\\u9fff、]{0,10}?)(?:联系人(?:及|和|与)?(?:联系)?(?:电话|方式)?|联系方式|联络方式|咨询方式|联系电话|咨询电话|联系信息|咨询联系方式|联系单位及联系人|(?<!加强|强化|密切|建立|做好|工作|沟通)(?:联系|联络|咨询)(?:与|和|及|、)?(?:方法|监督|办法|渠道|服务|投诉|举报|部门|事宜|途径|电话)?)(?:如下)?(?:\\([^()]{1,20}\\))?[】\\]]?{s}[:。]?$',
      matches: [
        '联系方式:',
        '(四) 联系方式',
        '四、联系人及联系方式',
        '联系人及电话:',
        '业务咨询联系方式:',
        '【联系方式】',
        '五、有关联络',
        '六、咨询与监督',
        '五、咨询方式(电话区号均为0578)',
      ],
      rejects: ['联系人:张三', '联系方式另行通知,请留意。', '二、加强沟通联络'],
    },
    {
      id: 'labelAlone',
      // A label whose value stands on the next line, not the heading of a list.
      pattern: '^(?:联{s}系{s}人|联系电话|咨询电话|电{s}话|手机)(?:号码)?{s}:?$',
      matches: ['联系人', '联系电话:'],
      rejects: ['联系方式:', '联系人及电话'],
    },
    {
      id: 'otherParty',
      // Those who are told of, not who is to be asked: the winner of a tender, and who judged the bids.
      pattern:
        '(?:评审|评标|谈判|磋商|询价|论证|验收)(?:委员会|小组|专家组?)[\\u4e00-\\u9fff]{0,6}$|(?:中标|成交|中选)(?:候选)?(?:人|供应商|单位|机构|企业)(?:的)?(?:联系|注册|单位)?[\\u4e00-\\u9fff]{0,4}$',
      matches: ['评标委员会负责人', '中标候选人地址', '成交供应商联系地址'],
      rejects: ['采购人地址', '采购代理机构联系人', '供应商咨询电话'],
    },
    {
      id: 'addressEnd',
      // Where an address stops on its line.
      pattern:
        '{s}[\\(,。;]{s}(?:邮{s}编|邮政编码)|[;。\\t]|,{s}(?:联系|电话|收件|邮编|邮箱|邮政)|{s}\\({s}(?:邮编|邮政编码|乘|可乘|公交|地铁|导航|请|\\d{6}\\))| {2,16}|{s}(?:邮编|邮政编码|联系人|联系电话|电话|收件人){s}:| (?=\\d{6}(?!\\d))|(?<=[\\u4e00-\\u9fff)]),?(?=[0-8]\\d{5}(?:$|[ \\t,;。)]))|(?<=\\d),(?=[0-8]\\d{5}(?:$|[ \\t,;。)]))|(?:采购人|采购单位|招标人|(?:采购|招标)?代理机构)$|(?<=[号室楼层座])\\d{1,2}[.、](?=[\\u4e00-\\u9fff])',
      matches: [
        '(邮编:100862)',
        '(100862)',
        ',邮编:100038',
        ';联系电话',
        '。',
        '2楼100038',
        '315室,100038',
        '15号采购人',
        '1501室3.报价金额',
      ],
      rejects: ['示例路15号', '2楼100038号', '315室,307室'],
    },
    {
      id: 'addressLike',
      pattern: '[省市县区镇乡村路街道巷弄号楼室层座栋院园厦场馆苑庄里]',
      matches: ['示例市示例路1号', '示例大厦501'],
      rejects: ['另行通知', 'https://example.cn'],
    },
    {
      id: 'column',
      // A piece of a line between wide gaps.
      pattern: '[^ \\t](?:[^ \\t]| {1,2}(?=[^ ])){0,80}',
      matches: ['联系人:张三                联系人:李四'],
      rejects: ['   '],
    },
    {
      id: 'mailTo',
      needs: ['寄', '送', '交', '递'],
      // An address without a label: 邮寄至示例市示例路1号示例局
      pattern:
        '(?:邮寄|寄送|寄|送|(?<![成公外])交|递交|送达|投递)(?:信函|信件|函件|材料|纸质材料|书面意见)?(?:至|到|往|给)?{s}:?{s}(?<address>(?=[^,。;]{0,40}(?:路|街|道|巷|大厦|弄|村|镇|里|园))[^,。;():\\d]{2,30}\\d{1,5}号[^,。;()]{0,40})',
      matches: ['邮寄至示例市示例路128号示例局政策法规处', '送至示例区示例大街1号2楼'],
      rejects: ['寄至示例局', '报送第3号表', '成交供应商地址:示例市示例路9号'],
    },
    {
      id: 'plainAddress',
      needs: ['号'],
      // An address set among numbers and names without a label: 李老师 5550391,示例市示例路66号3楼,邮编…
      pattern:
        '(?<=^|[,;。 \\t(:])(?:地址|位于|(?:邮寄|寄送|寄|送|交)[至到]?)?(?<address>(?!地址|位于|邮寄|寄|送|交[至到])(?=[\\u4e00-\\u9fff]{2,24}?(?:路|街|道|巷|弄|里|村|镇|园|区|坊|大厦|广场))[\\u4e00-\\u9fff]{3,28}\\d{1,5}号(?!线|文|令|公告)[^,;。()\\s:]{0,30})(?:[,( ]{1,2}{s}(?:邮编|邮政编码)?{s}:?{s}(?<code>\\d{6})(?!\\d))?',
      matches: ['5550391,示例市青帆路66号科技大厦1楼,邮编555003', '(示例市北塬区政通路1号,034199)'],
      rejects: ['示科发〔2024〕3号', '地铁1号线', '乘8路公交'],
    },
    {
      id: 'phoneAside',
      needs: ['('],
      // 5550417(县农业局茶叶站 邬茂林 戚桂香): whose number it is
      pattern:
        '{s}\\((?:(?<unit>[\\u4e00-\\u9fff]{2,24}(?:{suffix}))[ :、,]{0,3})?(?<people>{asideName}(?:[ 、,/]{1,3}{asideName}){0,4})(?:\\)|[,;:]{s}(?=(?:周|工作日|上班|上午|下午|每[周天日]|节假|全天|仅限?|限|法定|\\d{1,2}:)[^()]{0,40}\\)))',
      matches: [
        '(县农业局茶叶站 邬茂林 戚桂香)',
        '(李明、王红)',
        '(市科技局 李老师)',
        '(技术科 李主任、小王)',
        '(客服部 李女士,工作日9:00—17:30)',
      ],
      rejects: ['(兼传真)', '(工作日)', '(县农业局)', '(李明,市科技局)'],
    },
    {
      id: 'columnHead',
      // Heads of the columns of a table of contacts.
      pattern:
        '^(?:(?<person>姓{s}名|联系人员?(?:姓名)?|联络员|负责人(?:姓名)?|经办人|责任人|对接人|[校院园站所处科队]长|班主任|(?:行政)?总值班(?:员|人员)?|(?:带班|值班)(?:领导|人员?|干部|员)|(?:联系人|联络员|负责人|值班人员)(?:及|和|与|、|/)?(?:联系)?(?:电话|方式|手机))|(?<phone>(?:联系|咨询|办公|固定|移动|值班|服务|报名|监督|手机|投诉|举报|受理|业务|预约|技术|支持|政策|应急|热线|办事){0,3}(?:电话|号码|手机|热线)(?:号码)?|联系方式|座机)|(?<fax>传{s}真(?:号码)?)|(?<email>(?:电子)?(?:邮箱|信箱|邮件)(?:地址)?|[Ee]-?mail)|(?<address>(?:通讯|通信|联系|单位|办公|详细|办理|服务|报名|受理)?地{s}址)|(?<postcode>邮{s}编|邮政编码)|(?<unit>(?:[\\u4e00-\\u9fff]{0,4}(?:单位|部门|机构)(?:名称)?|学校|名称|处室|科室|地区|市县|县区|区县|考区|考点|网点|校区|片区|窗口)))(?:\\([^()]{1,10}\\))?$',
      matches: [
        '姓名',
        '联系电话',
        '电子邮箱',
        '单位',
        '办公地址',
        '学校',
        '投诉举报电话',
        '值班人员',
        '联络员及电话',
        '校长',
        '总值班',
        '考试机构',
        '网点',
      ],
      rejects: ['序号', '时间', '姓名拼音', '职务'],
    },
    {
      id: 'sideHead',
      // Heads of the rows of a table whose columns are parties: what each of them is called and where it is reached.
      pattern:
        '^(?:(?<person>联系人员?(?:姓名)?|项目联系人|联络员|负责人|经办人|对接人)|(?<phone>(?:联系|咨询|办公|固定|监督|手机|投诉|举报|报名|值班){0,2}(?:电话|手机)(?:号码)?|联系方式)|(?<fax>传真(?:号码)?)|(?<email>(?:电子)?(?:邮箱|信箱|邮件)(?:地址)?|[Ee]-?mail)|(?<address>(?:通讯|通信|联系|单位|办公|详细|注册)?地址)|(?<postcode>邮编|邮政编码)|(?<url>网址|网站|官网)|(?<unit>(?:单位|机构|公司|部门)?(?:名称|全称)))[:]?$',
      matches: ['名称', '联系人', '联系电话', '电子邮件', '通讯地址', '网址'],
      rejects: ['招标人', '项目名称', '开户银行'],
    },
    {
      id: 'contactColumn',
      // Names alone make no contacts: a column of numbers or mails must stand beside them.
      pattern: '电话|手机|联系方式|座机|热线|邮箱|信箱',
      matches: ['联系电话'],
      rejects: ['姓名'],
    },
    {
      id: 'deskNote',
      needs: ['室', '房', '号', '座'],
      // 报市科技局高新科(行政中心3号楼501室)
      pattern:
        '(?:报|报送|交|送|寄|递交|提交|到|至|前往)(?:至|到|往|给)?[\\u4e00-\\u9fff]{2,24}(?:处|科|室|局|部|厅|委|中心|办|会|院|馆|校|所|站|大厅|窗口)\\((?:地址{s}:{s})?(?<address>[^(),。;:]{0,30}?[\\u4e00-\\u9fff][^(),。;:]{0,12}?[A-Z]?\\d{1,5}(?:号|室|房间?|办公室|座)[^(),。;:]{0,20})(?:\\)|,{s}(?=(?:联系|咨询|办公)?(?:电话|邮编|邮政编码|联系人|手机|热线)|[01]\\d{2}))',
      matches: [
        '报市科技局高新科(行政中心3号楼501室)',
        '前报送至区教育局(市民中心二期449办公室)',
        '到市车辆管理中心(示例路16号,电话',
      ],
      rejects: ['报市科技局(附件3)', '报送市科技局(一式3份)', '报市科技局(邮箱:a@example.cn)'],
    },
    {
      id: 'counter',
      // Where one has to call on a desk is its address; where a meeting is held is none.
      pattern: '(?:签约|报名|受理|办理|领取|申领|递交|提交|报送|咨询|审核|复审|缴费|登记)地点$',
      matches: ['签约地点', '报名地点'],
      rejects: ['会议地点', '地点', '报到地点'],
    },
    {
      id: 'innerAddress',
      // Behind the name of a body its address follows in brackets: 通信地址:某局(地址:某路66号)
      pattern: '^{s}\\({s}地址{s}:',
      matches: ['(地址:示例路66号)'],
      rejects: ['(邮编:100000)'],
    },
    {
      id: 'codeNote',
      // A postcode behind an address, in brackets or behind a blank.
      pattern: '^{s}(?:,{s})?(?:\\({s}(?<code>\\d{6}){s}\\)|(?<plain>[0-8]\\d{5})(?=$|[ \\t\\n,;。)]))',
      matches: ['(555008)', ' 555008', '555008,'],
      rejects: ['(邮编:555008)', '(5550)', '5550081'],
    },
    {
      id: 'otherLine',
      // A telephone with a purpose of its own: not the person's above it.
      pattern: '监督|举报|投诉|技术|值班|热线|总机|抢修|应急',
      matches: ['监督电话', '技术支持电话'],
      rejects: ['联系电话', '手机'],
    },
    {
      id: 'venue',
      pattern: '^[^址]{0,20}地点',
      matches: ['地点', '活动地点'],
      rejects: ['联系地址'],
    },
    {
      id: 'exactAddress',
      pattern: '\\d{1,5}(?:号|室|楼|层|房|弄|栋|座)',
      matches: ['示例路15号', '中心501室'],
      rejects: ['示例省科技馆', '各县(市、区)'],
    },
    {
      id: 'numberBelow',
      pattern: '^(?:联系|办公|咨询)?(?:电{s}话|手机|传真|邮箱|电子邮箱|联系方式){s}:',
      matches: ['电话:0100-5550123', '电 话:'],
      rejects: ['联系人:李明'],
    },
    {
      id: 'masked',
      needs: ['*', 'x', 'X'],
      // Digits left out on purpose; a run of placeholders alone counts behind a label only.
      pattern:
        '(?<![\\w*])(?:(?<mobile>1[3-9]\\d{1,2}{s}[*xX]{3,8}{s}\\d{0,4})|(?<landline>\\(?0\\d{2,3}\\)?{s}-?{s}\\d{0,4}[*xX]{3,8}\\d{0,4})|(?<=(?:电话|手机|传真|方式|热线|号码?){s}:{s})[*xX]{5,11})(?![\\w*])',
      matches: ['138****1234', '0100-XXXXXXX', '联系电话:XXXXXXXX', '0578-555****', '139 **** 0012'],
      rejects: ['13800001111', 'XXXXXXXX', '5xxx'],
    },
    {
      id: 'anyDigit',
      pattern: '\\d',
      matches: ['0100-*******'],
      rejects: ['********'],
    },
    {
      id: 'labelledNumber',
      needs: [':'],
      // Whatever is printed behind a label for numbers, long enough to be one.
      pattern:
        '(?:电话|手机|传真|热线|座机|联系方式|[Tt][Ee][Ll]|[Ff][Aa][Xx])(?:号码?)?(?:\\([^()]{1,8}\\))?{s}:{s}(?<number>\\+?\\(?\\d(?:[\\d()—~-]| (?! )){3,22}\\d)(?![\\d*xX年月日%元])',
      matches: ['电话:0551-00000123', '手机:1395 550 0112', '联系电话:12-345678', '传真: 00000123'],
      rejects: ['电话会议', '电话:2024年', '电话:138****1234', '编号:0551-00000123'],
    },
    {
      id: 'labelledNext',
      pattern: '{s}[、,;/]{s}(?<number>\\+?\\(?\\d(?:[\\d()—~-]| (?! )){5,22}\\d)(?![\\d*xX年月日%元])',
      matches: ['、0551-00000124'],
      rejects: ['、25人'],
    },
    {
      id: 'mobileDigits',
      pattern: '^(?:86)?1[3-9]\\d{9}$',
      matches: ['13955500112'],
      rejects: ['1395550011', '05785550123'],
    },
    {
      id: 'courtesy',
      // A surname or name with the form of address behind it.
      pattern: '^(?<name>[\\u4e00-\\u9fff·]{1,6}?)(?<title>{honorific})$',
      matches: ['李处长', '刘老师', '张伟主任'],
      rejects: ['张伟', '老师'],
    },
    {
      id: 'officeName',
      // A name that ends like an office; at the end of a list of names only.
      pattern: '^(?:{surname})[\\u4e00-\\u9fff][科会社司行台组站院]$',
      matches: ['赵示科', '王学社'],
      rejects: ['财务科', '王科', '李明'],
    },
    {
      id: 'courtesyAlone',
      // A form of address set apart from the name before it: 李明 先生
      pattern: '^(?:{honorific})$',
      matches: ['先生', '老师'],
      rejects: ['李先生'],
    },
    {
      id: 'titleNote',
      pattern: '^\\((?<title>[\\u4e00-\\u9fff]{0,6}(?:{honorific}|书记|主席|秘书长|院士|研究员|专员|干部))\\)$',
      matches: ['(处长)', '(综合科科长)'],
      rejects: ['(微信同号)'],
    },
    {
      id: 'messenger',
      pattern: '(?<qqGroup>[Qq]{2}[\\u4e00-\\u9fff]{0,6}群)|(?<qq>[Qq]{2})|(?<dingtalk>钉钉)|(?<wechat>微信)',
      matches: ['QQ工作群', 'QQ号', '微信同号', '钉钉群'],
      rejects: ['工作群'],
    },
    {
      id: 'account',
      pattern: '^(?:[1-9]\\d{4,11}|[A-Za-z][\\w-]{5,19})$',
      matches: ['445729240', 'example_kjz', '13955500112'],
      rejects: ['示例发布', '1234', '扫码入群'],
    },
    {
      id: 'sameNumber',
      // 13955500112(微信同号)
      pattern: '^(?:同?微信(?:同号)?|微信号?同(?:手机)?号?|与微信同号)$',
      matches: ['微信同号', '同微信'],
      rejects: ['微信公众号'],
    },
    {
      id: 'alsoPhone',
      // A label for two kinds of value at once.
      pattern: '电话|方式|手机',
      matches: ['联系人及电话', '电话/传真'],
      rejects: ['联系人'],
    },
    {
      id: 'phoneAndFax',
      // 电话/传真, 传真(电话), 电话同传真: one number for both; 传真电话 takes faxes only.
      pattern: '电话{s}(?:[/、及和与(兼同带含]|传真)|[/、及和(]{s}电话',
      matches: ['电话/传真', '传真(电话)', '电话同传真', '电话(兼传真)', '电话传真'],
      rejects: ['传真电话'],
    },
    {
      id: 'people',
      pattern: '联系人',
      matches: ['联系人及电话'],
      rejects: ['联系方式'],
    },
    {
      id: 'notUnit',
      pattern:
        '^(?:将|请|应|须|于|在|至|如|经|由|邮寄|寄|报(?!名|社|刊|告)|凭|到|可|需|并|按|或|拨打|致电|工作日|周|星期|每|上午|下午|节假)|邮寄至|寄至|可拨打|请[于到在至]|\\d{1,2}[月日]|时间$',
      matches: ['将意见邮寄至示例局', '报示例科', '咨询时间', '工作日9'],
      rejects: ['市科技局政策法规科', '报名服务'],
    },
    {
      id: 'alsoFax',
      // In brackets behind a number: what it takes besides calls, or instead of them.
      pattern: '^(?<only>传真机?)$|^(?:(?:电话)?兼|也作|亦为|同|可|带|含)传真机?$|^电话[/、及和]?传真$',
      matches: ['兼传真', '传真', '电话兼传真'],
      rejects: ['传真机房'],
    },
    {
      id: 'sameFax',
      needs: ['传真'],
      // 0100-5550123,传真同号: the number before takes faxes too.
      pattern:
        '(?:兼|同)传真机?(?={s}(?:$|[,;。)\\t]))|传真(?:号码?|电话)?{s}:?{s}(?:(?:与|和|同)(?:联系|办公|上述|以上)?(?:电话|座机|固话)(?:号码?)?)?(?:同号|同上|同前|相同|一致|号码相同)(?!{s}\\){0,1}{s}:)|传真(?:号码?)?{s}:?{s}同(?:联系|办公|上述|以上)?(?:电话|座机|固话)(?={s}(?:$|[,;。)\\t]))',
      matches: [',传真同号', '传真:同上', '传真与电话同号', '传真:同电话', '(兼传真)', ',同传真'],
      rejects: ['传真:0100-5550123', '电话(传真同号):0100', '电话同传真:0100', '传真同步发送'],
    },
    {
      id: 'areaNote',
      needs: ['区号', '电话'],
      // 电话(区号0578):5550456
      pattern: '(?:区号{s}(?:均|都)?(?:为|是)?{s}:?{s}|电话{s}\\((?=0\\d{2,3}\\){s}:))(?<area>0\\d{2,3})(?!\\d)',
      matches: ['(区号0578)', '区号:010', '电话区号均为0578', '联系电话(0578):'],
      rejects: ['区号码'],
    },
    {
      id: 'purpose',
      // 项目联系人: the word before the label says what he is asked about, not where he works.
      pattern: '^(?:本|该)?(?:项目|工程|活动|专项|课题|标段)$',
      matches: ['项目', '本项目'],
      rejects: ['项目部', '技术支持'],
    },
    {
      id: 'nameByPlace',
      // Between a unit and a number stands a person, whatever the name: 示例局  乌兰其其格  0479-…
      pattern: '^[\\u4e00-\\u9fff]{2,6}$',
      matches: ['乌兰其其格'],
      rejects: ['A座', '示'],
    },
    {
      id: 'topHeading',
      // A new chapter of the notice: whom to ask was said before it.
      pattern: '^[一二三四五六七八九十]{1,3}、',
      matches: ['四、参加人员'],
      rejects: ['(一)采购人', '1.采购人'],
    },
    {
      id: 'hint',
      // Sure signs of a contact in a line, looked for before anything else.
      pattern:
        '[@#]|\\d{7}|\\d{3,4}[- )]\\d{3}|联系|联络|电话|传真|邮|热线|客服|地址|地点|采购|代理|[(\\[【]{s}(?:at|AT)|拨打[^\\d。;]{0,6}(?:12|9[56])\\d{3}|手机|寄[送至到]|\\d{1,4}号\\)|\\d{4} \\d{4}',
      matches: ['联系人:张三', '0100-5550123', 'a@example.cn'],
      rejects: ['各有关单位', '联合印发'],
    },
  ],
} as const satisfies Grammar
