/** 主送机关, 抄送机关 and other lists: groups are separated by commas outside brackets. 公开属性: its degrees. */
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
    {
      id: 'medium',
      // A source that hands on what others issue.
      pattern:
        '^本[网站]|(?:网站?|网络|日报|晚报|早报|时报|周报|报社|电视台|广播台|电台|客户端|公众号|微信|微博|新闻|新闻社|通讯社|融媒体中心|传媒中心|门户)$',
      matches: ['本网站', '示例日报', '示例市人民政府网', '互联网', '示例县融媒体中心', '示例本网站'],
      rejects: ['示例市教育局', '示例市气象站', '国家电网公司'],
    },
    {
      id: 'openness',
      pattern:
        '(?<closed>不予?公开|非公开)|(?<request>依申请公开)|(?<partly>(?:删减|部分|脱密|处理)后?公开)|(?<open>主动公开|公开发布|^公开$)',
      matches: ['主动公开', '依申请公开', '不予公开', '公开'],
      rejects: ['网站公开', '纸质', '发至县级', '公开示例'],
    },
    {
      id: 'codeNote',
      needs: ['('],
      // What tells one firm or person from others of the name.
      pattern:
        ' {0,4}\\((?:统一社会信用代码|信用代码|组织机构代码|营业执照注册号|注册号|注册代码|(?:公民)?身份(?:证|号码)|证件号|纳税人识别号)[^()]{0,60}\\)$',
      matches: ['某公司(统一社会信用代码:91000000MA00000000)', '李明(身份证号:000000)'],
      rejects: ['某公司(有限合伙)', '(统一社会信用代码:91)某公司'],
    },
  ],
} as const satisfies Grammar
