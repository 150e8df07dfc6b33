/** 主题: the stated theme of an activity, in all its wordings; and 主题词, 主题分类 from imprint and page. */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

const quoted = '[“"《『「](?<theme>[^“”"《》『』「」。\\n]{2,60})[”"》』」]'

const also = quoted.replace('<theme>', '<also>')

/** Subjects of mails, papers and files are no themes. */
const notOf = '(?<!邮件的?|标题[和及与、]?|信件|论文|征文|课题|选题|文件|邮箱)'

export default {
  name: 'themes',
  parts,
  rules: [
    {
      id: 'is',
      needs: ['主题', '口号'],
      // 主题为:… 主题是“…” 口号为…
      pattern: `${notOf}(?:主题(?:口号)?|口号){sp}(?:确定|定|设定|统一|拟定|设)?(?:为|是){sp}:?{sp}(?:${quoted}|(?<bare>[^“”"《》。;\\n]{2,60}))`,
      matches: [
        '活动主题为“示例同行”',
        '主题是:示例同行,共建家园。',
        '主题确定为《示例》',
        '口号为“示例”',
        '主题统一为“示例”',
      ],
      rejects: ['主题教育', '主题:示例', '邮件主题为“姓名+单位”', '标题主题为“单位名称”'],
    },
    {
      id: 'quotedBefore',
      needs: ['主题'],
      // 以“…”为主题
      pattern: `(?<!邮件|邮箱|信件|标题|统一|文件)以{sp}${quoted}(?:{sp}[、和与]?{sp}${also})?{sp}为(?:活动|年度|大会|论坛|宣传|本届|今年)?(?:的)?主题(?!发|投|提交)`,
      matches: ['以“示例同行”为主题', '以"示例"为活动主题', '以“示例”“同行”为主题'],
      rejects: ['以示例为主题', '邮件以“姓名”为主题', '以“单位+姓名”为主题发送'],
    },
    {
      id: 'around',
      needs: ['主题'],
      // 围绕“…”主题 紧扣“…”这一主题
      pattern: `(?:围绕|紧扣|聚焦|突出|秉承|秉持|结合|按照){sp}${quoted}(?:{sp}[、和与]?{sp}${also})?{sp}(?:这一|的)?(?:活动|宣传|年度|总)?主题`,
      matches: ['围绕“示例同行”这一主题', '紧扣“示例”主题,'],
      rejects: ['围绕上述主题', '围绕“示例”开展主题'],
    },
    {
      id: 'named',
      needs: ['主题', '口号'],
      // 年度主题“…”, (主题:“…”)
      pattern: `(?:(?:年度|活动|宣传|年|届|大会|论坛|[节周月日赛])(?:的)?主题(?:口号)?|[(,;]{sp}(?:活动|宣传)?(?:主题(?:口号)?|口号){sp}:){sp}${quoted}`,
      matches: ['2025年度主题“示例同行”', '(主题:“示例”)', ',口号:“示例”'],
      rejects: ['邮件主题“姓名”', '主题教育“示例”'],
    },
    {
      id: 'label',
      needs: ['题', '口'],
      // A line 主题:… or (二)活动主题:…
      pattern: `^(?:[(\\d一二三四五六七八九十]{1,4}[、.)]{1,2}{sp})?(?![^:]{0,12}(?:邮件|标题|论文|征文|课题|征集))(?:[^:。;,]{0,12}?)(?:主{sp}题(?:口号)?|口{sp}号){sp}:{sp}(?:${quoted}|(?<bare>[^“”"《》。;\\n]{2,60}))`,
      matches: ['活动主题:示例同行', '(二)主题:“示例同行”。', '主 题:示例', '宣传口号:示例'],
      rejects: ['主题词:科技', '主题分类:示例', '邮件主题:姓名', '论文主题:示例'],
    },
    {
      id: 'heading',
      needs: ['主题', '口号'],
      // A heading that ends with 主题; the theme stands on the next line.
      pattern: '^(?:[(\\d一二三四五六七八九十]{1,4}[、.)]{1,2}{sp})?[^:。;,]{0,12}(?:主题|口号){sp}[。:]?$',
      matches: ['二、活动主题', '(二)主题。', '1.大赛主题', '三、宣传口号', '示例二、活动主题'],
      rejects: ['时间与主题安排', '主题分类'],
    },
    {
      id: 'line',
      // The theme alone on the line under its heading.
      pattern: `^{sp}(?:${quoted}|(?<bare>[^“”"《》。;\\n]{2,60})){sp}[。]?$`,
      matches: ['示例同行,共建家园。', '“示例同行”'],
      rejects: ['本次活动的主题由示例局确定。各单位要认真落实。'],
    },
    {
      id: 'numbered',
      pattern: '^(?:[(]?{sp}[一二三四五六七八九十]{1,3}{sp}[)、.]|[(]?\\d{1,2}{sp}[)、.])',
      matches: ['(一)时间', '二、要求', '1.时间'],
      rejects: ['示例同行', '2024示例', '示例(一)时间'],
    },
    {
      id: 'notTheme',
      pattern:
        '^(?:词|分类|必填|上述|下列|以下|见|详见|每|[^:]{0,4}(?:自拟|不限|另行))|(?:如下|自拟|待定|不限|鲜明|突出|公园|馆|之一)$|不超过|\\+',
      matches: ['自拟', '待定', '见附件1', '姓名+单位', '上述方向之一'],
      rejects: ['示例同行', '待定示例'],
    },
    {
      id: 'term',
      pattern: '[^\\s,;、。]{1,16}',
      matches: ['科技 通知'],
      rejects: [' '],
    },
  ],
} as const satisfies Grammar
