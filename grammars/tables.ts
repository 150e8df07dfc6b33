/**
 * Data tables and forms: what a label of a column or a field looks like, what a blank to be filled in looks like, and
 * the lines that name a table or a form.
 */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

/** Words that end a label of a column or a field. */
const labelEnds =
  '名称|姓名|名字|性别|民族|年龄|籍贯|出生|年月日?|面貌|学历|学位|专业|院校|学院|学校|年级|班级|单位|部门|机构|科室|处室|职务|职称|职位|岗位|工种|电话|手机|手机号|号码|联系方式|邮箱|信箱|地址|住址|邮编|编码|传真|微信|网址|意见|时间|时段|日期|星期|期限|地点|场所|会场|场地|教室|考场|人数|名额|人次|类别|类型|种类|性质|级别|等级|方式|途径|经历|简历|情况|简介|概况|简况|事迹|特长|爱好|备注|说明|签名|签字|盖章|代码|代号|编号|文号|证号|账号|户名|负责人|联系人|联络人|经办人|填表人|填报人|申报人|申请人|推荐人|审核人|领队|教练|教师|导师|作者|主讲|主讲人|授课人|主持人|嘉宾|专家|成员|队员|数量|单价|金额|总价|价格|预算|投资|经费|费用|补助|来源|内容|主题|题目|标题|课程|课题|议程|议题|活动|环节|场次|期次|批次|班次|车次|轮次|阶段|理由|事由|原因|依据|目的|照片|序号|组别|科目|题型|分值|分数|得分|权重|标准|指标|要求|条件|作品|项目|任务|措施|事项|县区|区县|市县|地区|区域|乡镇|街道|社区|片区|路段|线路|品牌|型号|规格|品种|产品|面积|长度|容量|比例|占比|增幅|合计|总计|小计|排名|名次|奖项|奖次|职责|分工|进度|完成率|目标|成果|效果|结果|状态|标段|包号|车牌号|车牌|食宿|住宿|餐饮|口味|承诺|资质|资格|证书|法人|法定代表人|注册资本|营业范围|经营范围|产值|利润|税收|发言'

/** Endings of the names of forms. */
const formEnds =
  '报名表|申报表|申请表|申报书|申请书|登记表|推荐表|推荐书|备案表|反馈表|反馈单|信息表|采集表|调查表|调查问卷|问卷|审批表|审核表|审查表|评审表|评分表|报告表|情况表|统计表|汇总表|预约表|意向表|确认表|确认函|回执|回执单|回执表|回函|回单|承诺书|委托书|授权书|推荐函|任务书|简历表|表决票|选票|联系表|联络表|征集表|征求意见表|意见表|需求表|缴费单|签到表|签到簿|报到单|自荐表|考核表|鉴定表|参会表|参赛表|填报表|上报表|联络员表|名册表|花名册'

export default {
  name: 'tables',
  // A letter set apart, which is no number or weekday.
  parts: { ...parts, labelEnds, formEnds, lone: '(?![一二三四五六七八九十日])[\\u4e00-\\u9fff]' },
  rules: [
    {
      id: 'label',
      // A cell that names what stands beside or below it.
      pattern:
        '^(?:是否)?[\\u4e00-\\u9fffA-Za-z/、·“”]{0,14}?(?:{labelEnds}|是否[\\u4e00-\\u9fff]{1,8}|(?:县|市|区|省)(?:\\([县市区、州盟旗]{1,8}\\))?)(?:\\([^()]{1,24}\\))?[:]?$',
      matches: [
        '姓名',
        '联系电话',
        '单位名称(盖章)',
        '县(市、区)',
        '是否住宿(单住/合住)',
        '职务/职称',
        '培训时间',
        '更正前内容',
      ],
      rejects: ['张三', '2024年5月6日', '霁县卫生进修学校3号教学楼', '120', '请于5月6日前填写姓名'],
    },
    {
      id: 'columnName',
      // Names of columns that are no labels of fields: 第一期, 1996年, 更正项.
      pattern:
        '^(?:第?[一二三四五六七八九十\\d]{1,4}(?:期|批|年|季度|月|组|类|场|轮|阶段|列)|[\\u4e00-\\u9fff]{1,8}(?:项|点|方|额|率|量|数|表|人|者|地|处|页|号|级|型|值)|影响|月份|批次|场次|周次|(?:19|20)\\d{2}年[\\u4e00-\\u9fff]{0,12})$',
      matches: ['第一期', '免疫点', '更正项', '1995年招生人数', '影响', '承办方', '月份'],
      rejects: ['5月12日', '120', '示例大学', '示例第一期'],
    },
    {
      id: 'number',
      pattern: '^[第]?[\\d一二三四五六七八九十]{1,4}[.、)]?$',
      matches: ['1', '12', '一', '3.'],
      rejects: ['甲', '1月'],
    },
    {
      id: 'figure',
      // A cell that holds a value and names nothing: figures, dates, mails.
      pattern:
        '^[^\\u4e00-\\u9fffA-Za-z]{1,40}$|\\d{1,2}月\\d{1,2}日|\\d{1,2}:\\d{2}|\\d{7}|@|。|^\\d{1,8}(?:\\.\\d{1,4})?[\\u4e00-\\u9fff%]{1,3}$',
      matches: ['120', '5月12日—16日', '0100-5550123', 'a@example.cn', '41.3公里', '2024-05-06'],
      rejects: ['姓名', '第一期', '1995年招生人数', '示例120', '5—16日'],
    },
    {
      id: 'labelTime',
      // A time of day in brackets behind a label: 上午(8:45签到)
      pattern: '(?<=[\\u4e00-\\u9fff])\\([^()\\d]{0,8}\\d{1,2}:\\d{2}[^()]{0,16}\\)$',
      matches: ['上午(8:45签到)', '下午(14:00—17:00)'],
      rejects: ['9:00(签到)', '(8:45)'],
    },
    {
      id: 'template',
      // What is printed where a value is to be written: a hint, boxes to tick, places for a signature, a seal, a day.
      pattern:
        '^[\\s_—.…/\\\\-]{0,200}$|^\\([^()]{1,200}\\)$|^[^□☑☒√■✓]{0,60}□[^☑☒√■✓]{0,120}$|^{sp}(?:(?:19|20)\\d{0,2})?[\\s_]{0,20}年[\\s_]{0,20}月(?:[\\s_]{0,20}日)?$|^[^。;]{0,24}(?:签名|签字|签章|盖章|公章)\\)?{sp}[:)]?[\\s_]{0,30}$|(?:签名|签字|签章){sp}:[\\s_]{0,30}$|(?:签名|签字|签章|盖章|公章)\\)?{sp}[:)]?[\\s_]{0,30}年[\\s_]{0,20}月[\\s_]{0,20}日?$|[\\s_]{2,20}年[\\s_]{0,20}月[\\s_]{0,20}日$|^(?:照|片|贴照片处|照片|一寸|二寸)$',
      matches: [
        '',
        '____',
        '(主要内容、方式)',
        '□一锅鲜  □一席宴',
        '(盖章)      年    月    日',
        '以上信息真实有效。签名:年   月   日',
        '年   月   日',
      ],
      rejects: ['张三', '☑是 □否', '2024年5月6日', '示例市科技局', '同意推荐。(盖章)'],
    },
    {
      id: 'formTitle',
      pattern: '^[^:。;!?\\n\\t]{0,50}(?:{formEnds})(?:{sp}\\([^()]{1,20}\\))?{sp}$',
      matches: ['科普讲解员培训班报名申请表', '参会回执', '示例大赛报名表(样表)', '重点项目备案表', '推荐汇总表'],
      rejects: ['请填写报名表。', '安排表', '名额分配表', '先进个人名单'],
    },
    {
      id: 'tableTitle',
      // A line above a table that names it.
      pattern:
        '^(?:表{sp}[\\d一二三四五六七八九十]{1,3}(?:[-—.]\\d{1,2})?{sp}[:.、]?{sp}[^。;:!?\\t]{0,50}|[^。;:!?\\t]{0,60}(?:表|名单|一览|目录|清单|明细|安排|日程|议程|赛程|课程|计划|方案|目标|指标|标准|分工|分配|坐标|统计|情况|结果|汇总|概况|信息|公示|预算|排期|排班|场次))(?:{sp}\\([^()]{1,20}\\))?{sp}$',
      matches: ['2025年度轮训班安排表', '表1 岗位一览', '先进个人名单', '会议日程', '表2-1:经费预算'],
      rejects: ['更正内容:', '请按下表执行。', '单位:万元'],
    },
    {
      id: 'unitLine',
      // Between a title and its table: 单位:万元, 填报单位:…
      pattern:
        '^[(]?(?:计量|金额)?单位{sp}[::]{sp}[^。;]{1,20}[)]?$|^填[报表](?:单位|日期|时间)|^\\(?[^。;]{0,12}(?:盖章|公章)\\)?',
      matches: ['单位:万元', '(单位:人)', '填报单位(盖章):'],
      rejects: ['培训安排表', '示例单位:万元'],
    },
    {
      id: 'headingNumber',
      pattern:
        '^(?:[(]{sp}[一二三四五六七八九十\\d]{1,3}{sp}[)]|[一二三四五六七八九十]{1,3}[、.]|\\d{1,2}[.、)](?!\\d)){sp}',
      matches: ['一、安排', '(二)安排', '1.安排'],
      rejects: ['安排', '2024年安排', '1.5万元', '示例一、安排'],
    },
    {
      id: 'labelTail',
      // The label before a colon, behind whatever value stands before it: 张三  性别|:
      pattern:
        '(?<=^|[\\s_])(?<label>(?:[\\u4e00-\\u9fff] {1,8}){1,3}[\\u4e00-\\u9fff]|(?=[^\\s_:]{0,24}[\\u4e00-\\u9fff])[^\\s_:]{1,24}){sp}$',
      matches: ['姓名', '姓    名', '张三  性别', '____  邮编', '填报单位(盖章)'],
      rejects: ['9', '____', ''],
    },
    {
      id: 'underlined',
      // A label whose blank is a line, without a colon.
      needs: ['__'],
      pattern: '(?<label>[\\u4e00-\\u9fff]{2,14}(?:\\([^()]{1,16}\\))?){sp}_{2,80}',
      matches: ['单位全称____  纳税人识别号____'],
      rejects: ['姓名:____', '____'],
    },
    {
      id: 'remark',
      // What follows the fields of a form and is none: notes on how to fill it in.
      pattern: '^(?:注|备注|说明|填表说明|填写说明|注意事项|填报说明|温馨提示)(?:[\\d一二三]{0,2}){sp}[::1.]',
      matches: ['注:请于4月29日前报送。', '填表说明:1.本表一式两份'],
      rejects: ['注册地址:', '姓名:', '示例注:请于4月29日前报送。'],
    },
    {
      id: 'labelled',
      // A cell of contacts or of a layout: label and value in one.
      pattern: '^[^:]{1,12}:{sp}\\S',
      matches: ['联系人:张三', '电话:0100-5550123'],
      rejects: ['张三', '姓名'],
    },
    {
      id: 'column',
      // What stands between two wide gaps of a line; a word of two or three letters may have gaps of its own (机  构).
      needs: ['  '],
      pattern:
        '\\S(?:\\S| (?! )|(?<=(?:^| {2}|、){lone}(?: {2,4}{lone})?) {2,4}(?={lone}(?: {2,4}{lone})?(?:$| {2}|、))){0,120}',
      matches: ['期次    时间    地点', '机  构    地址', '李  明    0100-5550123'],
      rejects: ['期次时间'],
    },
    {
      id: 'barMenu',
      // Bars between the entries of a site's menu or the tools of its page are no borders of cells.
      pattern:
        '首页|主页|联系我们|关于我们|网站(?:地图|首页|声明)|版权|隐私|无障碍|收藏|打印|关闭|返回|登录|注册|字号|字体|[大中小]{sp}[|｜]{sp}[大中小]|上一[篇页]|下一[篇页]|ICP|English|繁体',
      matches: ['首页 | 新闻中心 | 通知公告', '字体:大 | 中 | 小', '打印 | 关闭'],
      rejects: ['时间 | 地点 | 联系人', '1.论文提交 | 9月17日 |'],
    },
    {
      id: 'barRule',
      // The line of dashes between a head and its rows.
      pattern: '^[\\s\\u200b-\\u200f\\ufeff|｜:：+‐‑‒–—―─━－−-]{3,400}$',
      matches: ['|---|:---:|', ' --- | --- ', '|———|———|'],
      rejects: ['甲 | - | 乙', '|'],
    },
  ],
} as const satisfies Grammar
