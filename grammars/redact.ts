/** Personal data wherever it stands in a file, and the surroundings in which a short name is a name. */
import type { Grammar } from '../src/grammar.js'
import contacts from './contacts.js'

export default {
  name: 'redact',
  parts: {
    honorific: contacts.parts.honorific,
    person: contacts.parts.person,
    // Not within an account that is set in groups of four.
    alone: '(?<!(?<!\\d)\\d{4} )',
    s: ' {0,4}',
    // The first two digits of a division's code (GB/T 2260).
    province: '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|7[1]|8[1-3]',
    month: '0[1-9]|1[0-2]',
    day: '0[1-9]|[12]\\d|3[01]',
  },
  rules: [
    {
      id: 'mobile',
      needs: ['1'],
      // Solid, in groups, or every digit on its own; with the code of the country or without.
      pattern:
        '(?<![\\d.*])(?:(?:\\+|00)?86[ -]{0,2}|0(?=1[3-9]\\d{9}))?(?<number>1[3-9]\\d(?:[.-]{0,2}\\d{4}){2}|1[3-9]\\d{2}[.-]?\\d{3}[.-]?\\d{4}|1[3-9]\\d{3}[.-]?\\d{3}[.-]?\\d{3}|{alone}(?:1[3-9]\\d {1,2}\\d{4} {1,2}\\d{4}|1[3-9]\\d{2} {1,2}\\d{3} {1,2}\\d{4}|1[3-9]\\d{3} {1,2}\\d{3} {1,2}\\d{3})(?! \\d{4}(?![\\d年]))|1 [3-9](?: \\d){9})(?![\\d*])',
      matches: [
        '13900001111',
        '139 0000 1111',
        '+86-139-0000-1111',
        '1390 000 1111',
        '1 3 9 0 0 0 0 1 1 1 1',
        '013900001111',
      ],
      rejects: [
        '9550 0188 2255 5000 37',
        '12900001111',
        '139****1111',
        '1390000111',
        '139000011112',
        '2024.05.06',
        '110101199003070118',
      ],
    },
    {
      id: 'idCard',
      // GB 11643-1999: division, day of birth, order, check digit. Day and check are counted in the code.
      pattern: '(?<![\\dA-Za-z*])(?<number>[1-8](?:[ -]?\\d){16}[ -]?[\\dXx×])(?![\\dA-Za-z*])',
      matches: [
        '11010119900307011X',
        '110101 19900307 011x',
        '1 1 0 1 0 1 1 9 9 0 0 3 0 7 0 1 1 8',
        '110101-19900307-0118',
      ],
      rejects: [
        '910101199003070118',
        '1101011990030701189',
        'A110101199003070118',
        '110101900307011',
        '110101********0118',
      ],
    },
    {
      id: 'oldIdCard',
      // Before 1999: two digits of the year, no check digit.
      pattern: '(?<![\\dA-Za-z*.])(?<number>(?:{province})\\d{4} ?\\d{2}(?:{month})(?:{day}) ?\\d{3})(?![\\dA-Za-z*.])',
      matches: ['110101900307011', '110101 900307 011'],
      rejects: ['110101901307011', '990101900307011', '1101019003070118'],
    },
    {
      id: 'labelledIdCard',
      needs: ['身'],
      // Behind its label also one that is misprinted.
      pattern:
        '身{s}份{s}证?{s}(?:件{s})?(?:号{s}码?|编{s}号)?{s}[:是为]?{s}(?<number>\\d(?: ?\\d){13,16} ?[\\dXx×])(?![\\dA-Za-z*])',
      matches: [
        '身份证号:110101199013070118',
        '身份证号码 110101900307011',
        '居民身份证:11010119900307011X',
        '身 份 证 号:110101199013070118',
      ],
      rejects: ['身份证号:', '身份证复印件1份', '统一社会信用代码:110101199013070118'],
    },
    {
      id: 'nameBefore',
      // What ends before a name: 联系人李明, 请与李明联系, 由李明和
      pattern:
        '(?:{person}|姓 {0,4}名|{honorific}|人|请|由|与|和|及|同|向|找|给|询|系|电|名|是|为|员|长|组|[\\n\\ue0ff])[ :、]{0,4}$',
      matches: ['联系人', '请与', '副处长', '联系人:', '市科技局科员', '请与', '工作人员', '法官助理:'],
      rejects: ['建设', '提', '中'],
    },
    {
      id: 'nameAfter',
      // What begins behind a name: 李明老师, 李明联系, 李明收
      pattern:
        '^[ 、]{0,4}(?:{honorific}|和|与|及|等|或|的|同志|联系|收|转|接|负责|办理|受理|电话|手机|邮箱|微信|处(?!理)|为|任|[\\n\\ue0ff])',
      matches: ['老师', '联系', '收', '同志负责', '处报名'],
      rejects: ['确', '设', '中', '区', '示例老师', '处理报名'],
    },
    {
      id: 'han',
      pattern: '\\p{Script=Han}',
      matches: ['张'],
      rejects: [',', 'a', '1', '*'],
    },
    {
      id: 'latinName',
      // Two words, so that it is no word of the text: Alex Example, Ms. Example
      pattern: '^[A-Z][A-Za-z-]{1,20}\\.?[ ]?[A-Z][A-Za-z-]{1,20}$',
      matches: ['Alex Example', 'Ms. Example'],
      rejects: ['Example', 'A座', '李明'],
    },
  ],
} as const satisfies Grammar
