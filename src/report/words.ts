/** What the page calls things, in Chinese and in English. */
import type {
  BodyOrigin,
  Carrier,
  Channel,
  Citation,
  DateRole,
  Diagnostic,
  IssuingBody,
  MessengerAccount,
  NoticeDate,
  Phone,
  RelativeTerm,
  Theme,
} from '../index.js'
import type { Kind } from './kinds.js'

/** Languages of labels. */
export const LANGS = ['zh', 'en'] as const
/** A language of labels. */
export type Lang = (typeof LANGS)[number]

/** Both languages beside each other, so that none can lack a word. */
const both = <T extends Record<string, readonly [zh: string, en: string]>>(table: T) => {
  const pick = (n: 0 | 1) =>
    Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[n]])) as Record<keyof T, string>
  return { zh: pick(0), en: pick(1) }
}

const page = both({
  report: ['公文要素报告', 'Notice report'],
  notices: ['份公文', 'notices'],
  index: ['目录', 'Index'],
  skip: ['跳到要素', 'Skip to the facts'],
  sheet: ['公文正文', 'The notice as read'],
  text: ['正文', 'Text'],
  parts: ['本件各部分', 'Parts of this notice'],
  panel: ['要素', 'Facts'],
  timeline: ['时间线', 'Timeline'],
  contacts: ['联系卡', 'Contact cards'],
  outline: ['结构', 'Outline'],
  diagnostics: ['提示', 'Diagnostics'],
  legend: ['图例', 'Legend'],
  untitled: ['（无标题）', '(untitled)'],
  none: ['未发现', 'none found'],
  toIndex: ['返回目录', 'Back to the index'],
  facts: ['项要素', 'facts'],
  doubts: ['条提示', 'diagnostics'],
  characters: ['字', 'characters'],
  pages: ['页', 'pages'],
  pageBefore: ['第 ', 'p. '],
  pageBehind: [' 页', ''],
  rule: ['规则', 'rule'],
  certainty: ['确定度', 'certainty'],
  number: ['文号', 'Number'],
  title: ['标题', 'Title'],
  issuer: ['发文机关', 'Issued by'],
  signed: ['成文日期', 'Signed'],
  due: ['期限', 'Deadlines'],
  failed: ['未能读取的文件', 'Files that could not be read'],
  notRecognized: ['此文本不像公文，未读取要素。', 'This does not look like a notice: no facts were read.'],
})

const fields = both({
  title: ['标题', 'Title'],
  documentType: ['文种', 'Type'],
  documentNumber: ['发文字号', 'Document number'],
  issuingBodies: ['发文机关', 'Issued by'],
  signatories: ['签发人', 'Signatory'],
  addressees: ['主送机关', 'Addressee'],
  copiedTo: ['抄送机关', 'Copied to'],
  urgency: ['紧急程度', 'Urgency'],
  classification: ['密级', 'Classification'],
  copyNumber: ['份号', 'Copy number'],
  disclosure: ['公开属性', 'Disclosure'],
  printedBy: ['印发机关', 'Printed by'],
  themes: ['主题', 'Theme'],
  dates: ['日期', 'Date'],
  deadlines: ['期限', 'Deadline'],
  events: ['活动', 'Event'],
  contacts: ['联系方式', 'Contact point'],
  attachments: ['附件', 'Attachment'],
  citations: ['引用文件', 'Citation'],
  urls: ['网址', 'Link'],
  outline: ['层次标题', 'Heading'],
  tables: ['表格', 'Table'],
  forms: ['表单', 'Form'],
  diagnostics: ['提示', 'Diagnostic'],
  signed: ['成文日期', 'Signed'],
  published: ['发布日期', 'Published'],
  printed: ['印发日期', 'Printed'],
  effective: ['施行日期', 'Effective'],
  expires: ['失效日期', 'Expires'],
  event: ['活动日期', 'Event day'],
  mentioned: ['提及日期', 'Date mentioned'],
  unit: ['联系单位', 'Unit'],
  people: ['联系人', 'Person'],
  phones: ['电话', 'Telephone'],
  faxes: ['传真', 'Fax'],
  emails: ['电子邮箱', 'E-mail'],
  messengers: ['即时通信', 'Messenger'],
  address: ['地址', 'Address'],
  postcode: ['邮政编码', 'Postcode'],
  contactUrls: ['网址', 'Link'],
  actor: ['责任主体', 'Who acts'],
  channels: ['报送渠道', 'Channel'],
  consequence: ['逾期后果', 'If late'],
  eventTitle: ['活动名称', 'Event name'],
  venue: ['地点', 'Venue'],
  organizers: ['组织单位', 'Organizer'],
  citedTitle: ['引用文件标题', 'Cited title'],
  citedNumber: ['引用文件文号', 'Cited number'],
  citedIssuer: ['引用文件机关', 'Issuer of the cited'],
  shortName: ['简称', 'Short name'],
  articles: ['条款', 'Article'],
  mentions: ['再次提及', 'Further mention'],
  tableTitle: ['表名', 'Table title'],
  header: ['表头', 'Column head'],
  cell: ['单元格', 'Cell'],
  formLabel: ['表单项', 'Form label'],
  formValue: ['填写内容', 'Filled in'],
  other: ['自定要素', 'Field of your own'],
})
export type FieldWord = keyof (typeof fields)['zh']

const details = both({
  name: ['规范名称', 'full name'],
  level: ['层级', 'level'],
  divisionCode: ['区划代码', 'division code'],
  from: ['来源', 'read from'],
  inferred: ['由文号推断，文中未印', 'inferred from the number, not printed'],
  kind: ['类别', 'kind'],
  normalized: ['规范值', 'normalized'],
  implied: ['据全文补出', 'supplied from the notice'],
  label: ['标签', 'label'],
  action: ['事项', 'action'],
  recipient: ['报送对象', 'recipient'],
  deliverables: ['材料', 'deliverables'],
  relative: ['期限表述', 'term'],
  counted: ['推算得出', 'counted'],
  recurrence: ['重复规则', 'recurrence'],
  period: ['保密期限', 'period'],
  title: ['称谓', 'form of address'],
  extension: ['分机', 'extension'],
  masked: ['号码有遮盖', 'digits left out'],
  href: ['文件地址', 'file address'],
  relation: ['关系', 'relation'],
  content: ['内容', 'content'],
  start: ['起', 'from'],
  rows: ['行', 'rows'],
  blank: ['空白表', 'blank'],
  code: ['机关代字', 'agency code'],
  year: ['年份', 'year'],
  sequence: ['序号', 'sequence'],
  depth: ['层级', 'level'],
  page: ['页码', 'page'],
  notShown: ['不在正文中', 'not in the text shown'],
})

const kinds = both({
  head: ['公文要素', 'Head'],
  bodies: ['机关', 'Bodies'],
  dates: ['日期', 'Dates'],
  deadlines: ['期限', 'Deadlines'],
  events: ['活动', 'Events'],
  contacts: ['联系', 'Contacts'],
  themes: ['主题', 'Themes'],
  attachments: ['附件', 'Attachments'],
  citations: ['引用', 'Citations'],
  urls: ['网址', 'Links'],
  tables: ['表格', 'Tables'],
  other: ['其他', 'Other'],
  diagnostics: ['提示', 'Diagnostics'],
} satisfies Record<Kind, readonly [string, string]>)

const values = both({
  central: ['中央', 'central'],
  province: ['省级', 'province'],
  prefecture: ['市级', 'prefecture'],
  county: ['县级', 'county'],
  township: ['乡级', 'township'],
  signature: ['署名', 'signature'],
  masthead: ['版头', 'masthead'],
  inTitle: ['标题', 'title'],
  metadata: ['元数据', 'metadata'],
  documentNumber: ['文号', 'document number'],
  body: ['正文', 'body'],
  slogan: ['活动主题', 'slogan'],
  category: ['主题分类', 'category'],
  term: ['主题词', 'subject term'],
  keyword: ['关键词', 'keyword'],
  landline: ['固定电话', 'landline'],
  mobile: ['手机', 'mobile'],
  hotline: ['热线', 'hotline'],
  qq: ['QQ', 'QQ'],
  qqGroup: ['QQ 群', 'QQ group'],
  wechat: ['微信', 'WeChat'],
  dingtalk: ['钉钉', 'DingTalk'],
  email: ['电子邮件', 'e-mail'],
  url: ['网址', 'address on the web'],
  system: ['系统平台', 'system'],
  address: ['地址', 'address'],
  fax: ['传真', 'fax'],
  basis: ['依据', 'basis'],
  implements: ['贯彻', 'implements'],
  forwards: ['转发', 'forwards'],
  issues: ['印发', 'issues'],
  repeals: ['废止', 'repeals'],
  amends: ['修改', 'amends'],
  supersedes: ['代替', 'supersedes'],
  replies: ['答复', 'replies'],
  corrects: ['更正', 'corrects'],
  year: ['年', 'year'],
  month: ['月', 'month'],
  day: ['日', 'day'],
  hour: ['小时', 'hours'],
  minute: ['分钟', 'minutes'],
  days: ['天', 'days'],
  workingDay: ['个工作日', 'working days'],
  text: ['纯文本', 'text'],
  markdown: ['Markdown', 'Markdown'],
  html: ['网页', 'HTML'],
  pdf: ['PDF', 'PDF'],
  docx: ['DOCX', 'DOCX'],
  ofd: ['OFD', 'OFD'],
  doc: ['DOC', 'DOC'],
  info: ['说明', 'note'],
  warning: ['警告', 'warning'],
  error: ['错误', 'error'],
  certain: ['确定', 'certain'],
  likely: ['较确定', 'likely'],
  doubtful: ['存疑', 'doubtful'],
} satisfies Record<
  | NonNullable<IssuingBody['level']>
  | Exclude<BodyOrigin, 'title'>
  | 'inTitle'
  | Theme['kind']
  | Phone['kind']
  | MessengerAccount['kind']
  | Channel['kind']
  | NonNullable<Citation['relation']>
  | NoticeDate['precision']
  | RelativeTerm['unit']
  | Carrier
  | Diagnostic['severity']
  | Certainty
  | 'days',
  readonly [string, string]
>)

export type Certainty = 'certain' | 'likely' | 'doubtful'

export interface Words {
  lang: Lang
  page: Record<keyof (typeof page)['zh'], string>
  fields: Record<FieldWord, string>
  roles: Record<DateRole, string>
  details: Record<DetailWord, string>
  kinds: Record<Kind, string>
  values: Record<keyof (typeof values)['zh'], string>
  weekdays: readonly string[]
  colon: string
  comma: string
}
export type DetailWord = keyof (typeof details)['zh']

const wordsIn = (lang: Lang, weekdays: readonly string[], colon: string, comma: string): Words => ({
  lang,
  page: page[lang],
  fields: fields[lang],
  roles: fields[lang],
  details: details[lang],
  kinds: kinds[lang],
  values: values[lang],
  weekdays,
  colon,
  comma,
})

export const WORDS: Readonly<Record<Lang, Words>> = {
  zh: wordsIn('zh', ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], '：', '、'),
  en: wordsIn('en', ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'], ': ', ', '),
}
