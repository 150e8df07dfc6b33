/** 主题: the stated theme of an activity, in all its wordings; and 主题词, 主题分类 from imprint and page. */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

const quoted = '[“"《『「](?<theme>[^“”"《》『』「」。\\n]{2,60})[”"》』」]'

export default {
  name: 'themes',
  parts,
  rules: [
    {
      id: 'is',
      needs: ['主题'],
      // 主题为:… 主题是“…”
      pattern: `主题(?:口号)?{sp}(?:确定|定|设定)?(?:为|是){sp}:?{sp}(?:${quoted}|(?<bare>[^“”"《》。;\\n]{2,60}))`,
      matches: ['活动主题为“示例同行”', '主题是:示例同行,共建家园。', '主题确定为《示例》'],
      rejects: ['主题教育', '主题:示例'],
    },
    {
      id: 'quotedBefore',
      needs: ['主题'],
      // 以“…”为主题
      pattern: `以{sp}${quoted}{sp}为(?:活动|年度|大会|论坛|宣传|本届|今年)?(?:的)?主题`,
      matches: ['以“示例同行”为主题', '以"示例"为活动主题'],
      rejects: ['以示例为主题'],
    },
    {
      id: 'label',
      needs: ['题'],
      // A line 主题:… or (二)活动主题:…
      pattern: `^(?:[(\\d一二三四五六七八九十]{1,4}[、.)]{1,2}{sp})?(?:[^:。;,]{0,12}?)主{sp}题(?:口号)?{sp}:{sp}(?:${quoted}|(?<bare>[^“”"《》。;\\n]{2,60}))`,
      matches: ['活动主题:示例同行', '(二)主题:“示例同行”。', '主 题:示例'],
      rejects: ['主题词:科技', '主题分类:示例'],
    },
    {
      id: 'heading',
      needs: ['主题'],
      // A heading that ends with 主题; the theme stands on the next line.
      pattern: '^(?:[(\\d一二三四五六七八九十]{1,4}[、.)]{1,2}{sp})?[^:。;,]{0,12}主题{sp}[。:]?$',
      matches: ['二、活动主题', '(二)主题。', '1.大赛主题'],
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
      rejects: ['示例同行', '2024示例'],
    },
    {
      id: 'notTheme',
      pattern: '^(?:词|分类|[^:]{0,4}(?:自拟|不限|另行))|(?:如下|自拟|待定|不限|鲜明|突出|公园|馆)$',
      matches: ['自拟', '待定'],
      rejects: ['示例同行'],
    },
    {
      id: 'term',
      pattern: '[^\\s,;、。]{1,16}',
      matches: ['科技 通知'],
      rejects: [' '],
    },
  ],
} as const satisfies Grammar
