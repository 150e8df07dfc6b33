/** 主送机关, 抄送机关 and other lists: groups are separated by commas outside brackets. */
import type { Grammar } from '../src/grammar.js'

export default {
  name: 'markings',
  rules: [
    {
      id: 'mark',
      pattern: '(?<open>[(《“])|(?<close>[)》”])|(?<stop>[,;。])',
      matches: ['各有关单位,示例局', '示例局(办)'],
      rejects: ['各市、县科技局'],
    },
  ],
} as const satisfies Grammar
