/**
 * Departments of provinces, prefectures and counties. The place stands before them, or where `*` is.
 *
 * Stems take 厅, 局 or 委员会 (委) behind them: 科学技术 gives 科学技术厅, 科技局 → 科学技术局. A line is the full stem and its
 * short ones; `@2013-2018>…` are the years of a former one (open where they differ from place to place) and its successor.
 */
export const departmentStems = `科学技术 科技
发展和改革 发展改革 发改
教育
教育体育 教体
教育和体育
工业和信息化 工信
经济和信息化 经济信息化 经信
民族宗教事务 民宗 民族宗教 民宗事务
公安
国家安全
民政
司法
财政
人力资源和社会保障 人力资源社会保障 人社 人力社保
自然资源
自然资源和规划 自然资源规划 资源规划 资规
规划和自然资源 规划自然资源 规自 规划资源
生态环境
住房和城乡建设 住房城乡建设 住建
住房和城乡建设管理
城乡建设 城建
交通运输 交运 交通
水利
水务
农业农村
农牧
商务
文化和旅游 文化旅游 文旅
文化广电和旅游 文广旅
文化广电旅游
文化广电旅游体育 文广旅体
文化广电体育和旅游
文化和旅游广电体育
卫生健康 卫健
退役军人事务 退役军人
应急管理 应急
审计
市场监督管理 市场监管 市监
广播电视 广电
体育
统计
医疗保障 医保
乡村振兴
林业和草原 林草
林业
园林绿化
绿化和市容管理 绿化市容
城市管理 城管
城市管理和综合执法
城市管理综合行政执法 城管执法 城市管理综合执法
综合行政执法
城市管理执法
粮食和物资储备 粮食和储备 粮食物资储备 粮储
能源
信访
机关事务管理 机关事务
机关事务服务
地方金融监督管理 地方金融监管
地方金融管理
药品监督管理 药监
知识产权
疾病预防控制 疾控
数据
大数据发展管理
大数据
数据资源管理 数据资源
政务服务数据管理 政数 政务服务数据
政务服务和数据管理
政务服务管理 政务服务
行政审批服务
行政审批
海洋和渔业
海洋
海洋发展
畜牧兽医
农业机械化
气象
地震
邮政管理
通信管理
烟草专卖
档案
国家保密
保密
密码管理
监狱管理
戒毒管理
投资促进
招商
口岸管理
公共资源交易监督管理
文物
中医药管理 中医药
消防救援
海事
社会组织管理
卫生和计划生育@2013-2018>卫生健康 卫生计生 卫计
人口和计划生育@2003-2014>卫生健康 人口计生 计生
卫生@-2014>卫生健康
环境保护@-2018>生态环境 环保
国土资源@-2018>自然资源 国土
国土资源和规划@-2018>自然资源和规划
农业@-2018>农业农村
工商行政管理@-2018>市场监督管理 工商
质量技术监督@-2018>市场监督管理 质监 质量监督
食品药品监督管理@-2018>市场监督管理 食药监 食品药品监管
安全生产监督管理@-2018>应急管理 安监 安全监管
文化@-2018>文化和旅游
文化广电新闻出版@-2018>文化和旅游 文广新
旅游@-2018>文化和旅游
旅游发展@-2018>文化和旅游 旅发
新闻出版广电@2013-2018>广播电视
新闻出版
广播影视@-2013
劳动和社会保障@1998-2009>人力资源和社会保障 劳动保障 劳动社会保障
人事@-2009>人力资源和社会保障
建设@-2009>住房和城乡建设
交通@-2009>交通运输
信息产业@-2009>工业和信息化
对外贸易经济合作@-2009>商务 外经贸
城乡规划
规划
物价@-2018>市场监督管理
粮食@-2018>粮食和物资储备
扶贫开发@-2021>乡村振兴
国家税务@1994-2018 国税
地方税务@1994-2018 地税
`

/** Departments with names of their own: the full one, then short ones. */
export const departments = `人民政府 政府
行政公署 行署
人民政府办公厅 政府办公厅
人民政府办公室 政府办公室 政府办 府办
人民代表大会 人大
人民代表大会常务委员会 人大常委会
人民代表大会常务委员会办公厅 人大常委会办公厅
人民代表大会常务委员会办公室 人大常委会办公室
中国人民政治协商会议*委员会 政协 政协*委员会
中国人民政治协商会议*委员会办公厅 政协办公厅
中国人民政治协商会议*委员会办公室 政协办公室
中共*委员会 委 党委 中共*委 中国共产党*委员会
中共*委办公厅 委办公厅 党委办公厅
中共*委办公室 委办公室 委办 党委办公室
中共*委组织部 委组织部 组织部 党委组织部
中共*委宣传部 委宣传部 宣传部 党委宣传部
中共*委统一战线工作部 委统战部 统战部 委统一战线工作部 党委统战部 中共*委统战部
中共*委政法委员会 委政法委 政法委 委政法委员会 党委政法委 中共*委政法委
中共*委社会工作部 委社会工作部 委社工部 党委社会工作部
中共*委政策研究室 委政策研究室 委政研室 党委政策研究室
中共*委党史研究室 委党史研究室 党史研究室
中共*委老干部局 委老干部局 老干部局 党委老干部局
中共*委网络安全和信息化委员会办公室 委网信办 网信办 委网络安全和信息化委员会办公室 党委网信办 中共*委网信办
中共*委机构编制委员会办公室 委编办 编办 委机构编制委员会办公室 机构编制委员会办公室 党委编办 中共*委编办
中共*委台湾工作办公室 委台办 委台湾工作办公室 台办
中共*委农村工作领导小组办公室 委农办 委农村工作领导小组办公室
中共*委人才工作领导小组办公室 委人才办 委人才工作领导小组办公室
中共*委全面深化改革委员会办公室 委改革办 委深改办 委全面深化改革委员会办公室
中共*委教育工作委员会 委教育工委 教育工委 委教育工作委员会 党委教育工委
中共*委直属机关工作委员会 委直属机关工委 直属机关工委
中共*委党校 委党校 党校
中共*委军民融合发展委员会办公室 委军民融合办
精神文明建设指导委员会办公室 文明办 委文明办
中共*纪律检查委员会 纪委 纪律检查委员会 中共*纪委
监察委员会 监委
高级人民法院 高院 高级法院
中级人民法院 中院 中级法院
人民法院 法院
人民检察院 检察院
总工会
中国共产主义青年团*委员会 共青团*委 共青团*委员会 团*委 *团委 *团省委 *团市委 *团县委 *团区委 *团州委
妇女联合会 妇联
科学技术协会 科协
残疾人联合会 残联
文学艺术界联合会 文联
工商业联合会 工商联
归国华侨联合会 侨联
社会科学界联合会 社科联
台湾同胞联谊会 台联
青年联合会 青联
作家协会 作协
新闻工作者协会 记协
红十字会
法学会
计划生育协会 计生协
关心下一代工作委员会 关工委
消费者协会 消协
中国国际贸易促进委员会*委员会 贸促会
人民政府国有资产监督管理委员会 国资委 国有资产监督管理委员会
国有资产监督管理局 国资局
人民政府外事办公室 外办 外事办 外事办公室 政府外办
人民政府侨务办公室 侨办 侨务办公室
人民政府港澳事务办公室 港澳办 港澳事务办公室
人民政府台湾事务办公室 台湾事务办公室
人民政府研究室 政府研究室
人民政府参事室 参事室
人民政府发展研究中心 政府发展研究中心
人民政府法制办公室@-2018>司法 法制办 法制办公室 政府法制办
金融工作办公室@-2018 金融办
国防动员办公室 国动办
人民防空办公室 人防办
扶贫开发办公室@-2021>乡村振兴 扶贫办
扶贫开发领导小组办公室@-2021
安全生产委员会 安委会
安全生产委员会办公室 安委办 安委会办公室
食品安全委员会 食安委
食品安全委员会办公室 食安办 食安委办公室 食品安全办
爱国卫生运动委员会 爱卫会
爱国卫生运动委员会办公室 爱卫办 爱卫会办公室
绿化委员会
绿化委员会办公室 绿化办
妇女儿童工作委员会 妇儿工委
妇女儿童工作委员会办公室 妇儿工委办 妇儿工委办公室
老龄工作委员会 老龄委
老龄工作委员会办公室 老龄办 老龄委办公室
双拥工作领导小组办公室 双拥办
防汛抗旱指挥部 防指
防汛抗旱指挥部办公室 防汛办 防指办公室 防汛抗旱办公室
地方志编纂委员会办公室 地方志办公室 方志办
国家税务总局*税务局 税务局
消防救援总队
消防救援支队
消防救援大队
机关事务管理中心
住房公积金管理中心 公积金中心 公积金管理中心
疾病预防控制中心 疾控中心
公共资源交易中心
政务服务中心
教育委员会 教委
教育考试院
科学技术委员会 科委
民族事务委员会 民委 民族委
宗教事务局
城市管理委员会 城管委
交通委员会 交通委
农业委员会@-2018>农业农村 农委
农业和农村工作委员会 农工委
经济委员会@-2009 经委
经济贸易委员会@-2009 经贸委
计划委员会@-1998>发展和改革 计委
发展计划委员会@-2003>发展和改革 发展计划委
体育运动委员会@-1998>体育 体委
城乡建设委员会 建委 城乡建委
规划委员会 规划委
规划和国土资源委员会@-2018>规划和自然资源 规土委 规划国土委
`

/** What follows a stem, and what it is in full. */
export const departmentKinds: readonly (readonly [string, string])[] = [
  ['委员会', '委员会'],
  ['委', '委员会'],
  ['厅', '厅'],
  ['局', '局'],
]

/** Endings of units inside of a department (教育局办公室, 公安局交通警察支队). */
export const innerEndings: readonly string[] =
  '办公室 办公厅 办 处 科 室 司 局 部 支队 大队 总队 中队 分局 机关党委 工会 中心 所 站 组'.split(' ')

/** Endings of bodies that stand behind a place and act for it, whatever they are called (示例市能源发展局). */
export const publicEndings: readonly string[] =
  '局 厅 委员会 办公室 办公厅 领导小组 指挥部 联席会议 工作专班 专班 工委 工作委员会'.split(' ')

/** … but for these, which people form among themselves, and what stands over a zone that is no division. */
export const otherEndings: readonly string[] =
  '居民委员会 村民委员会 业主委员会 管理委员会 管委会 仲裁委员会 专业委员会 指导委员会'.split(' ')

/** How names of divisions end, longest first, and the level where the ending tells it; 市 may be any. */
export const placeEndings: readonly (readonly [string, 'province' | 'prefecture' | 'county' | undefined])[] = [
  ['自治区', 'province'],
  ['自治州', 'prefecture'],
  ['自治县', 'county'],
  ['自治旗', 'county'],
  ['地区', 'prefecture'],
  ['省', 'province'],
  ['州', 'prefecture'],
  ['盟', 'prefecture'],
  ['县', 'county'],
  ['旗', 'county'],
  ['区', 'county'],
  ['市', undefined],
]

/** A place said by its kind alone (市科协), and words that may stand before it. */
export const relativePlaces: readonly string[] = '自治区 自治州 自治县 自治旗 省 市 县 区 州 盟 旗'.split(' ')
export const ownWords: readonly string[] = ['我', '本']

/** The level that a department tells where its place does not. */
export const departmentLevels: readonly (readonly [string, 'province' | 'prefecture'])[] = [
  ['厅', 'province'],
  ['高级人民法院', 'province'],
  ['中级人民法院', 'prefecture'],
]

/** What stands before and behind a body in the name of the Party's group in it. */
export const partyGroups: readonly [string, readonly string[]] = ['中共', ['党组', '机关党委', '党委']]

/** The committee of the Party; of a county of one character it is printed 霁县县委. */
export const committee = '委'

/** Divisions whose committee of the Party is not called 省委, 市委 for short. */
export const formalPlaces: readonly string[] = '自治区 自治州 自治县 自治旗 地区 盟'.split(' ')

/** First characters of what only looks like the name of a place (各县教育局, 全市). */
export const notPlaces = '各全本我该团中共国市县区省及和与由向'

/** Endings of townships, which are divisions below GB/T 2260, and their bodies: as printed, in full. */
export const townshipEndings: readonly string[] = ['镇', '乡', '街道', '苏木']
export const townshipBodies: readonly (readonly [string, string])[] = [
  ['人民政府', '人民政府'],
  ['政府', '人民政府'],
  ['办事处', '办事处'],
  ['办', '办事处'],
  ['党工委', '党工委'],
  ['党委', '党委'],
  ['人民政府办公室', '人民政府办公室'],
  ['党政办公室', '党政办公室'],
]
