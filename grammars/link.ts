/** What links a citation to the document it means: parts of titles, bodies before a title, levels of bodies. Read on folded text. */
import type { Grammar } from '../src/grammar.js'
import { bodySuffixes } from './lexicon/bodies.js'
import { parts } from './parts.js'

export default {
  name: 'link',
  parts: {
    ...parts,
    suffix: bodySuffixes.join('|'),
    // A division's name holds no other division's ending.
    name: '[^省市县区州盟旗镇乡()《》,、 ]{1,6}',
  },
  rules: [
    {
      id: 'issuer',
      // Bodies that a title begins with.
      pattern: '^(?!关于|印发|转发|批转)(?<bodies>[^《》〈〉,。;:]{2,160}?)(?=关于|印发|转发|批转|公布|发布)',
      matches: [
        '示例省示例局关于开展检查的通知',
        '示例部 示例局转发示例委关于检查的通知',
        '示例市示例局印发方案的通知',
      ],
      rejects: ['关于开展检查的通知', '示例管理办法'],
    },
    {
      id: 'paper',
      needs: ['发', '布'],
      // What a document issues, in its title without punctuation.
      pattern:
        '^(?:关于)?(?:修订)?(?:印发|发布|公布|颁布)(?<paper>.{2,200}?)(?:的(?:补充)?(?:通知|公告|通告|决定|命令|令|函))?$',
      matches: ['关于印发示例管理办法的通知', '印发示例方案', '关于印发示例管理办法的通知'],
      rejects: ['关于开展检查的通知', '转发示例局关于印发示例方案的通知'],
    },
    {
      id: 'forwarded',
      needs: ['转'],
      // The document that a title forwards.
      pattern: '^(?:关于)?(?:转发|批转)(?<document>.{4,300})$',
      matches: ['转发国家示例局关于检查的通知', '关于转发国家示例局关于检查的通知的通知'],
      rejects: ['关于开展检查的通知', '转发', '示例转发国家示例局关于检查的通知'],
    },
    {
      id: 'bareTitle',
      // Begins with its matter: many bodies may have issued one of this title.
      pattern: '^(?:关于|转发|印发|批转)',
      matches: ['关于开展检查的通知'],
      rejects: ['示例局关于开展检查的通知', '示例管理办法'],
    },
    {
      id: 'ownTail',
      // The forwarding notice's own ending behind that of what it forwards.
      pattern: '的(?:通知|函)$',
      matches: ['国家示例局关于检查的通知的通知'],
      rejects: ['国家示例局关于检查的通知如下'],
    },
    {
      id: 'kindOfNumber',
      // Behind the body in the number of an order or an announcement.
      pattern: '(?:令|公告|通告)$',
      matches: ['国家示例局令', '国家示例局公告'],
      rejects: ['国示发', '令示发'],
    },
    {
      id: 'repeals',
      pattern: '(?:废止|停止执行|宣布失效)[^《》〈〉]{0,40}$',
      matches: ['关于废止'],
      rejects: ['关于印发'],
    },
    {
      id: 'amends',
      pattern: '(?:修改|修订|修正|调整)[^《》〈〉]{0,40}$',
      matches: ['关于修改'],
      rejects: ['关于印发', '关于修改《'],
    },
    {
      id: 'issues',
      pattern: '(?:印发|发布|公布|颁布|制定)[^《》〈〉]{0,40}$',
      matches: ['示例省示例局关于印发'],
      rejects: ['关于转发'],
    },
    {
      id: 'forwards',
      pattern: '(?:转发|批转)[^《》〈〉]{0,60}$',
      matches: ['示例市示例局关于转发', '转发国家示例局'],
      rejects: ['关于印发'],
    },
    {
      id: 'implements',
      pattern: '(?:贯彻|落实|实施|执行)[^《》〈〉]{0,40}$',
      matches: ['关于贯彻', '关于深入贯彻落实国家示例局'],
      rejects: ['关于印发'],
    },
    {
      id: 'adopted',
      // Behind the name of what an order puts into force.
      pattern: '^》{sp}(?:\\([^()]{1,40}\\))?{sp}(?:已经|已于|业经|经)',
      matches: ['》已经2024年1月2日第3次会议通过', '》(修订)业经'],
      rejects: ['》的规定', '》要求', '示例》已经2024年1月2日第3次会议通过'],
    },
    {
      id: 'bodyBefore',
      // A body right before 《.
      pattern: '{han}(?:{suffix})(?:(?:联合)?(?:印发|发布|制定|下发|公布)的?|的)?(?:有关)?$',
      matches: ['根据示例省示例局', '落实国家示例局印发的'],
      rejects: ['根据', '按照'],
    },
    {
      id: 'behindBody',
      // What may stand between the body and 《.
      pattern: '(?:(?:联合)?(?:印发|发布|制定|下发|公布)的?|的)(?:有关)?$|有关$',
      matches: ['国家示例局印发的', '示例省示例局有关'],
      rejects: ['示例省示例局', '国家示例局印发的《'],
    },
    {
      id: 'relativeBody',
      // A body without the name of its place: that of the issuer.
      pattern:
        '(?:^|根据|按照|依据|依照|遵照|贯彻|落实|转发|执行|结合|参照|现将|关于|和|与|[、,。:]|我)(?<body>(?:省|市|县|区|州|盟|旗|自治区)(?!级){han}{1,30})$',
      matches: ['根据省示例局', '市示例局', '我市示例局'],
      rejects: ['根据示例省示例局', '示例市示例局', '根据省级示例局'],
    },
    {
      id: 'ownBody',
      pattern: '[我本](?:局|厅|部|委|办|院|会|行|署)$',
      matches: ['现对我局', '本委'],
      rejects: ['示例局', '我市', '现对我局示例'],
    },
    {
      id: 'central',
      pattern: '^(?:国家|国务院|中共中央|中央|全国|中华人民共和国|最高人民|中华全国)',
      matches: ['国家示例局', '中共中央办公厅', '最高人民法院'],
      rejects: ['示例省示例局', '中国示例公司', '示例国家示例局'],
    },
    {
      id: 'divisions',
      // 省 > 市 > 县 > 乡 that a body's name begins with; none of them in 市场, 城市, 社区.
      pattern:
        '^(?:中共)?(?<place>(?<province>(?:北京|天津|上海|重庆)市|{name}(?:省|自治区))?(?<prefecture>(?!城市|都市){name}(?:地区|自治州|州|盟|市(?!场)))?(?<county>(?!城市|都市|社区|园区|景区|校区|辖区|库区){name}(?:自治县|县|林区|区|旗|市(?!场)))?(?<township>(?!住房城乡|城乡){name}(?:镇|乡|街道))?)(?<=[省区市州盟县旗镇乡道])',
      matches: ['示例省示例局', '示例市东样区示例局', '示例县示例镇人民政府'],
      rejects: ['(示例)', '示例学会'],
    },
  ],
} as const satisfies Grammar
