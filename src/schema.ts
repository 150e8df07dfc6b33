/** The zod schema of `Notice`. Validation is for boundaries: parsing itself does not run it. */
import { array, boolean, int, nullable, number, object, enum as oneOf, optional, string, type ZodType } from 'zod'
import type { Notice, Section } from './types.js'

const span = object({ start: int().nonnegative(), end: int().nonnegative() }).describe(
  'UTF-16 offsets into source.text, end exclusive',
)
const factFields = { text: string(), span }
const fact = object(factFields)
const isoTime = string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/)
  .describe('ISO 8601 day or minute, China Standard Time')

const documentNumber = object({
  ...factFields,
  agencyCode: string().describe('机关代字'),
  year: nullable(int()),
  sequence: int(),
  kind: oneOf(['bracketed', 'order', 'announcement', 'standard']),
}).describe('发文字号')

const phone = object({
  ...factFields,
  number: string(),
  kind: oneOf(['landline', 'mobile', 'hotline']),
  extension: optional(string()),
  masked: optional(boolean()),
})

const section: ZodType<Section> = object({
  level: number().int().min(1).max(5) as unknown as ZodType<Section['level']>,
  number: string(),
  heading: string(),
  span,
  get children() {
    return array(section)
  },
}).meta({ id: 'Section' })

/** Schema of a notice as `parseNotice` returns it (fields of own extractors pass through). */
export const noticeSchema: ZodType<Notice> = object({
  source: object({
    text: string(),
    carrier: oneOf(['text', 'markdown', 'html', 'pdf', 'docx', 'ofd', 'doc']),
    filename: optional(string()),
    encoding: optional(string()),
    pages: optional(array(span)),
  }),
  title: nullable(fact).describe('标题'),
  documentType: nullable(object({ ...factFields, kind: string() })).describe('文种'),
  documentNumber: nullable(documentNumber),
  issuingBodies: array(
    object({
      ...factFields,
      name: string(),
      level: optional(oneOf(['central', 'province', 'prefecture', 'county', 'township'])),
      divisionCode: optional(string()),
      from: oneOf(['signature', 'masthead', 'title', 'metadata', 'documentNumber', 'body']),
    }),
  ).describe('发文机关'),
  addressees: array(fact).describe('主送机关'),
  copiedTo: array(fact).describe('抄送机关'),
  signatories: array(fact).describe('签发人'),
  copyNumber: nullable(fact).describe('份号'),
  classification: nullable(
    object({ ...factFields, level: oneOf(['绝密', '机密', '秘密']), period: optional(string()) }),
  ).describe('密级和保密期限'),
  urgency: nullable(fact).describe('紧急程度'),
  disclosure: nullable(fact).describe('公开属性'),
  themes: array(object({ ...factFields, kind: oneOf(['slogan', 'category', 'term', 'keyword']) })).describe('主题'),
  dates: array(
    object({
      ...factFields,
      role: oneOf(['signed', 'published', 'printed', 'effective', 'expires', 'event', 'mentioned']),
      start: isoTime,
      end: isoTime,
      precision: oneOf(['minute', 'day', 'month', 'year']),
      implied: array(oneOf(['year', 'month'])),
      label: optional(string()),
    }),
  ),
  deadlines: array(
    object({
      ...factFields,
      due: nullable(isoTime),
      from: optional(isoTime),
      action: string(),
      actor: optional(fact).describe('责任单位, 办理主体'),
      recipient: optional(string()),
      deliverables: optional(array(string())),
      channels: optional(array(object({ ...factFields, kind: oneOf(['email', 'url', 'system', 'address', 'fax']) }))),
      consequence: optional(fact).describe('逾期后果'),
      relative: optional(
        object({
          text: string(),
          amount: number(),
          unit: oneOf(['minute', 'hour', 'day', 'workingDay', 'month', 'year']),
          after: string(),
          before: optional(string()),
        }),
      ),
      recurrence: optional(
        string()
          .regex(/^FREQ=[A-Z]{5,7}(?:;[A-Z]{3,10}=[-+,A-Z\d]{1,40}){0,6}$/)
          .describe('RFC 5545 RRULE value'),
      ),
    }),
  ),
  events: array(
    object({
      ...factFields,
      title: nullable(fact),
      start: isoTime,
      end: isoTime,
      precision: oneOf(['minute', 'day', 'month', 'year']),
      venue: nullable(fact).describe('地点'),
      organizers: array(fact).describe('主办、承办、协办单位'),
      content: nullable(string()).describe('活动内容'),
    }),
  ).describe('活动'),
  contacts: array(
    object({
      unit: nullable(fact),
      people: array(object({ ...factFields, name: string(), title: optional(string()) })),
      phones: array(phone),
      faxes: array(phone),
      emails: array(fact),
      messengers: array(object({ ...factFields, kind: oneOf(['qq', 'qqGroup', 'wechat', 'dingtalk']) })),
      address: nullable(fact),
      postcode: nullable(fact),
      urls: array(fact),
      span,
    }),
  ),
  printedBy: nullable(fact).describe('印发机关'),
  attachments: array(object({ ...factFields, number: optional(int()), href: optional(string()) })).describe('附件说明'),
  citations: array(
    object({
      title: nullable(fact),
      documentNumber: nullable(documentNumber),
      span,
      relation: optional(
        oneOf([
          'basis',
          'implements',
          'forwards',
          'issues',
          'repeals',
          'amends',
          'supersedes',
          'replies',
          'corrects',
        ]).describe('根据, 贯彻, 转发, 印发, 废止, 修改, 代替, 批复, 更正'),
      ),
      shortName: optional(fact).describe('以下简称'),
      articles: optional(array(fact)).describe('条款'),
      mentions: optional(array(span)),
      issuer: optional(fact).describe('发文机关 of the document'),
    }),
  ).describe('引用文件'),
  urls: array(fact),
  outline: array(section).describe('结构层次'),
  tables: array(
    object({
      title: nullable(fact),
      header: nullable(array(nullable(fact))).describe('labels of the columns; null without a head'),
      rows: array(object({ cells: array(nullable(fact)).describe('an empty cell is null'), span })),
      span,
    }),
  ).describe('表格'),
  forms: array(
    object({
      title: nullable(fact),
      fields: array(object({ label: fact, value: nullable(fact) })),
      blank: boolean().describe('no field is filled in'),
      span,
    }),
  ).describe('表单'),
  diagnostics: array(
    object({ ruleId: string(), reason: string(), span: nullable(span), severity: oneOf(['info', 'warning', 'error']) }),
  ),
}).describe('Notice') as unknown as ZodType<Notice>
