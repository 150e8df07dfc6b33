/** 附件说明 (GB/T 9704-2012, 7.3.4): 附件：1. … with titles that carry neither 《》 nor a final stop. */
import type { Grammar } from '../src/grammar.js'
import { parts } from './parts.js'

export default {
  name: 'attachments',
  parts,
  rules: [
    {
      id: 'item',
      // Numbered items, also several on one line.
      pattern:
        '(?:^|(?<=[ \\t;。]))(?:附{sp}件{sp})?(?<number>\\d{1,2}|[一二三四五六七八九十]{1,3}){sp}[.、:]{sp}(?<title>[^;\\t ](?:(?! {1,8}\\d{1,2}{sp}[.、]\\D)[^;\\t])*)'.replace(
          '[^;\\t])*',
          '[^;\\t]){0,150}',
        ),
      matches: ['1.示例备案表', '附件2:示例名单', '一、示例表'],
      rejects: ['示例备案表', '2024年示例'],
    },
    {
      id: 'spaced',
      pattern: '^(?:附{sp}件{sp})?(?<number>\\d{1,2}){sp}[.、:-]?{sp}(?<title>[^\\n]{2,150})$',
      matches: ['3 示例表', '附件1 示例回执'],
      rejects: ['示例表'],
    },
    {
      id: 'extension',
      pattern: '{sp}\\.(?:docx?|xlsx?|pdf|zip|rar|wps|et|pptx?|jpg|png|ofd)$',
      matches: ['示例表.doc', '示例.xlsx'],
      rejects: ['示例表'],
    },
    {
      id: 'wrapping',
      pattern: '^《(?<title>[^《》]{1,200})》$',
      matches: ['《示例表》'],
      rejects: ['《示例》的通知'],
    },
    {
      id: 'ending',
      pattern: '[。;,.、\\s]{1,4}$',
      matches: ['示例表。', '示例表;'],
      rejects: ['示例表'],
    },
  ],
} as const satisfies Grammar
