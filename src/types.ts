/**
 * The public shapes. Each field's Chinese term and clause stand beside it:
 * GB/T 9704-2012《党政机关公文格式》 and《党政机关公文处理工作条例》(2012).
 */

/** A place in `notice.source.text`: UTF-16 offsets, `end` exclusive. */
export interface Span {
  start: number
  end: number
}

/** A value and where it stands. `text` is the normalized reading of the slice at `span`. */
export interface Fact {
  text: string
  span: Span
}

/** What the input was. */
export type Carrier = 'text' | 'markdown' | 'html' | 'pdf' | 'docx' | 'ofd' | 'doc'

/** The decoded input that every span points into. */
export interface Source {
  text: string
  carrier: Carrier
  filename?: string
  /** WHATWG label of the encoding the bytes were decoded with; absent when a string was given. */
  encoding?: string
  pages?: Span[]
}

/** 文种 (Regulation, art. 8) and the everyday kinds that sites publish as notices. */
export interface DocumentType extends Fact {
  /** Stable English key of the kind: `notice`, `announcement`, `opinion`, … */
  kind: string
}

/** 发文字号 (GB/T 9704-2012, 7.2.5). `text` is canonical: 国科发智〔2021〕77号, 国务院令第707号, 财政部公告2015年第3号. */
export interface DocumentNumber extends Fact {
  /** 机关代字 (`国科发智`) or the body's name before 令 and 公告; empty when none is printed. */
  agencyCode: string
  year: number | null
  sequence: number
  /** `standard` only in citations: a standard's code (GB/T 27025-2019) stands where a number would. */
  kind: 'bracketed' | 'order' | 'announcement' | 'standard'
}

/** Where an issuing body was read. */
export type BodyOrigin = 'signature' | 'masthead' | 'title' | 'metadata' | 'documentNumber' | 'body'

/**
 * 发文机关署名 (GB/T 9704-2012, 7.3.5.1), in printed order. One that is inferred from the number's code (`from: 'documentNumber'`)
 * is printed nowhere: its `text` is its full name, its span that of the code.
 */
export interface IssuingBody extends Fact {
  /** Canonical full name where known (科技部 → 科学技术部, 市科协 → 太原市科学技术协会), else `text`. */
  name: string
  /** Where the name or its place tells it: an unknown 市 is a prefecture or a county. */
  level?: 'central' | 'province' | 'prefecture' | 'county' | 'township'
  /** GB/T 2260 code of the division that it acts for, where known. */
  divisionCode?: string
  from: BodyOrigin
}

/** 密级和保密期限 (GB/T 9704-2012, 7.2.2). */
export interface Classification extends Fact {
  level: '绝密' | '机密' | '秘密'
  period?: string
}

/** 主题: a stated slogan, a page's category (主题分类), a subject term (主题词), or a computed keyword. */
export interface Theme extends Fact {
  kind: 'slogan' | 'category' | 'term' | 'keyword'
}

/** What a date says: 成文 (`signed`), 发布, 印发, 施行, 失效, 活动 (`event`), or nothing of the notice itself (`mentioned`). */
export type DateRole = 'signed' | 'published' | 'printed' | 'effective' | 'expires' | 'event' | 'mentioned'

/** A date or period with its role, in China Standard Time. */
export interface NoticeDate extends Fact {
  role: DateRole
  /** ISO 8601, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`. */
  start: string
  /** Last day (or minute) of the period; equal to `start` for a single date. */
  end: string
  precision: 'minute' | 'day' | 'month' | 'year'
  /** Parts that are not printed at the date and were supplied from the notice itself. */
  implied: ('year' | 'month')[]
  /** The label or heading that the date stands under (活动时间, 发布时间). */
  label?: string
}

/** A term counted from an event rather than given as a date. */
export interface RelativeTerm {
  text: string
  amount: number
  unit: 'minute' | 'hour' | 'day' | 'workingDay' | 'month' | 'year'
  /** The event from which the term counts; empty where it recurs or counts back. */
  after: string
  /** The event before which the term ends (授课前10个工作日). */
  before?: string
}

/** A way in which something is handed in: an address of some kind, or the system (平台, 系统) that takes it. `text` is as printed. */
export interface Channel extends Fact {
  kind: 'email' | 'url' | 'system' | 'address' | 'fax'
}

/**
 * What must be done by when. `text` is the printed time expression.
 *
 * A term is counted where the notice itself gives its first day; `relative` then stays beside the computed `due`:
 * - `自公布之日起30日内`, `印发后5个工作日内`: the day of publication (signed, else published by the site) does not count, the
 *   term begins on the next (民法典, art. 201); months end on the same day of the last month (art. 202).
 * - `自3月1日起30日内`, `即日起7天`, `公示期5个工作日`: a period that runs from a day; that day counts, and `from` is it.
 * - Working days follow the yearly arrangement of the State Council (调休). In a year whose arrangement is not known, `due` is
 *   `null` and `deadlines/working-days-unknown` says so.
 * - A last day that is a day off is not moved to the next working day (art. 203): `deadlines/ends-on-day-off` tells it.
 *
 * A term that counts from what each reader has to know (`收到通知之日起`) stays relative.
 */
export interface Deadline extends Fact {
  /** ISO date or minute; `null` when it cannot be fixed from the notice. Counted, not printed, when `relative` stands beside it. */
  due: string | null
  /** Start of the window, when there is one. */
  from?: string
  /** The act, as printed, short; without its actor and what happens to the late. */
  action: string
  /** Who must act, as printed: 各市科协, 申报单位; in a table the cell under 责任单位. */
  actor?: Fact
  /** To whom it is handed in. */
  recipient?: string
  deliverables?: string[]
  /** How it is handed in, in printed order. */
  channels?: Channel[]
  /** What happens to who is late, as printed: 逾期不予受理. */
  consequence?: Fact
  /** The printed term, where it is relative or recurs. */
  relative?: RelativeTerm
  /**
   * RFC 5545 recurrence rule (value of `RRULE`) of the days on which it falls due, without a first day: 每月5日前 →
   * `FREQ=MONTHLY;BYMONTHDAY=5`. Absent where no rule says it (每月前5个工作日).
   */
  recurrence?: string
}

/** A telephone or fax number. `number` is canonical: 010-55501214, 13900001111; area codes printed once carry over. */
export interface Phone extends Fact {
  number: string
  kind: 'landline' | 'mobile' | 'hotline'
  extension?: string
  /** Printed with digits left out: `number` is 138****1234. */
  masked?: boolean
}

/** Someone to turn to. `text` is how he is called (李处长; of 李明处长 the name alone), `name` without the title (李). */
export interface Person extends Fact {
  name: string
  /** 职务 or form of address: 处长, 老师. */
  title?: string
}

/** An account of a messenger service, as printed. */
export interface MessengerAccount extends Fact {
  kind: 'qq' | 'qqGroup' | 'wechat' | 'dingtalk'
}

/** A contact point: who, on which lines, where. */
export interface Contact {
  unit: Fact | null
  people: Person[]
  phones: Phone[]
  faxes: Phone[]
  emails: Fact[]
  messengers: MessengerAccount[]
  address: Fact | null
  postcode: Fact | null
  urls: Fact[]
  span: Span
}

/** 附件说明 (GB/T 9704-2012, 7.3.4). */
export interface Attachment extends Fact {
  number?: number
  /** Address of the file, where a page or a Markdown text links to it: as printed, or resolved against `options.baseUrl`. */
  href?: string
}

/**
 * What a notice says that it does with a document: 根据 | 贯彻, 落实 | 转发 | 印发 | 废止 | 修改, 修订 | 代替 | 批复, 复函 |
 * 更正. `repeals` and `amends` are the effect of the notice, not the history that it tells.
 */
export type CitationRelation =
  | 'basis'
  | 'implements'
  | 'forwards'
  | 'issues'
  | 'repeals'
  | 'amends'
  | 'supersedes'
  | 'replies'
  | 'corrects'

/** A document that the notice names. Each stands once, at its first mention. Optional fields are absent where nothing is said. */
export interface Citation {
  title: Fact | null
  documentNumber: DocumentNumber | null
  span: Span
  /** What the notice says that it does with the document. */
  relation?: CitationRelation
  /** The name that （以下简称《…》） gives it. */
  shortName?: Fact
  /** Articles of it that are named (第十二条, 第十三条第二款), as printed. */
  articles?: Fact[]
  /** Further places that mean the same document: 上述通知, its short name, its bare number, the title again. */
  mentions?: Span[]
  /** The body named directly before 《title》 as its issuer. */
  issuer?: Fact
}

/** 结构层次序数 (GB/T 9704-2012, 7.3.3): a numbered heading and what stands under it. */
export interface Section {
  level: 1 | 2 | 3 | 4 | 5
  number: string
  heading: string
  span: Span
  children: Section[]
}

/** One row of a data table. An empty cell is `null`; a cell merged over several rows stands in the first of them. */
export interface TableRow {
  cells: (Fact | null)[]
  span: Span
}

/** A data table of the notice or its annexes. Tables that only lay out the page, signatures and forms are none. */
export interface Table {
  /** The line that names the table, or the title of the annex that it fills. */
  title: Fact | null
  /** Labels of the columns; `null` for a table without a head. */
  header: (Fact | null)[] | null
  /** The rows below the head, as many cells each as the widest has; rows without any text are left out. */
  rows: TableRow[]
  span: Span
}

/** A label of a form and what is written beside it. */
export interface FormField {
  label: Fact
  /** `null` where nothing is filled in: hints, boxes without a tick, places for a seal or a day are no value. */
  value: Fact | null
}

/** A form to be filled in (报名表, 申报表, 回执): its fields in printed order. */
export interface Form {
  title: Fact | null
  fields: FormField[]
  /** Whether no field is filled in. */
  blank: boolean
  span: Span
}

/**
 * Something that is announced to happen: a ceremony, a course, a contest, a hearing, an exam, a bid opening, a meeting.
 * `text` is the printed time expression, as in `NoticeDate`.
 */
export interface NoticeEvent extends Fact {
  /** What happens, as printed: the name after 举办, the heading it stands under, the cell of its row. */
  title: Fact | null
  /** ISO 8601, `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, China Standard Time. */
  start: string
  /** Last day (or minute); equal to `start` for a single day or moment. */
  end: string
  precision: NoticeDate['precision']
  /** 地点, as printed. */
  venue: Fact | null
  /** 主办单位, 承办单位, 协办单位 that stand with the event, in printed order. */
  organizers: Fact[]
  /** 活动内容: what is said about it, as printed, short. */
  content: string | null
}

/** A doubt or a problem, with its place. Shaped like a VFileMessage. */
export interface Diagnostic {
  /** Stable identifier, `area/problem`. */
  ruleId: string
  reason: string
  span: Span | null
  severity: 'info' | 'warning' | 'error'
}

/** Everything read from one notice. Absent is `null` or `[]`. */
export interface Notice {
  source: Source
  title: Fact | null
  documentType: DocumentType | null
  documentNumber: DocumentNumber | null
  issuingBodies: IssuingBody[]
  addressees: Fact[]
  copiedTo: Fact[]
  signatories: Fact[]
  copyNumber: Fact | null
  classification: Classification | null
  urgency: Fact | null
  disclosure: Fact | null
  themes: Theme[]
  dates: NoticeDate[]
  deadlines: Deadline[]
  events: NoticeEvent[]
  contacts: Contact[]
  printedBy: Fact | null
  attachments: Attachment[]
  citations: Citation[]
  urls: Fact[]
  outline: Section[]
  tables: Table[]
  forms: Form[]
  diagnostics: Diagnostic[]
}
