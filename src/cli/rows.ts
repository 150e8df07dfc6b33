/** What each row of the view says. */
import type {
  Citation,
  Contact,
  DateRole,
  Deadline,
  Diagnostic,
  Fact,
  Form,
  IssuingBody,
  Notice,
  NoticeDate,
  NoticeEvent,
  Section,
  Table,
} from '../index.js'
import type { FieldName } from './fields.js'
import { due, impliedMark, period, quoted } from './moments.js'
import { type Piece, pad, width } from './text.js'

/** A paragraph; lines after the first hang under its lead, which is printed as it is and holds no content. */
export interface Cell {
  lead?: string
  pieces: Piece[]
}

/** One thing in a row: a body, a deadline, a contact. */
export type Item = Cell[]

export interface Row {
  field: FieldName
  label: string
  /** Shown with a dash when it is absent: a clerk asks for these first. */
  core?: boolean
  /** Shown only where its field is asked for: another row says the same with more. */
  named?: boolean
  items(notice: Notice): Item[]
}

const BULLET = '• '
const INDENT = '  '

const plain = (text: string): Item => [{ pieces: [{ text }] }]
const numbered = (text: string, number: number): Item => [{ lead: `${number}. `, pieces: [{ text }] }]
const optional = <T>(value: T | null, show: (value: T) => Item): Item[] => (value === null ? [] : [show(value)])
const factItem = ({ text }: Fact): Item => plain(text)
const noted = (text: string, ...notes: (string | undefined | false)[]): Piece[] => {
  const kept = notes.filter((note) => note)
  return kept.length ? [{ text }, { text: ` (${kept.join(', ')})`, tone: 'dim' }] : [{ text }]
}

const SEPARATOR: Piece = { text: ' · ', tone: 'dim' }

/** Several short values in one paragraph. */
function inline(values: Piece[][]): Item[] {
  if (!values.length) return []
  const whole = values.map((value) => value.map((piece) => ({ ...piece, whole: true })))
  return [[{ pieces: whole.flatMap((value, i) => (i ? [SEPARATOR, ...value] : value)) }]]
}

function body({ text, name, level, divisionCode, from }: IssuingBody): Piece[] {
  const origin = from !== 'signature' && `read from the ${from === 'documentNumber' ? 'document number' : from}`
  return noted(text, name !== text && `= ${name}`, level, divisionCode, origin)
}

const dated = (date: NoticeDate): Piece[] => [{ text: period(date) }, ...impliedMark(date.implied)]

/** The parts of an item, each under its own label; absent parts are left out. */
function details(labels: readonly string[], values: readonly (readonly (string | undefined)[])[]): Cell[] {
  const column = Math.max(...labels.map(width)) + 1
  return labels.flatMap((label, i): Cell[] => {
    const text = values[i]!.filter((value) => value).join('、')
    return text ? [{ lead: INDENT + pad(label, column), pieces: [{ text }] }] : []
  })
}

const EVENT_LABELS = ['地点 Venue', '单位 By', '内容 Content'] as const

function event(value: NoticeEvent): Item {
  const name: Piece[] = value.title ? [{ text: ` ${value.title.text}`, tone: 'strong' }] : []
  return [
    { lead: BULLET, pieces: [{ text: period(value) }, ...name, { text: ' ' }, quoted(value.text)] },
    ...details(EVENT_LABELS, [
      [value.venue?.text],
      value.organizers.map(({ text }) => text),
      [value.content ?? undefined],
    ]),
  ]
}

const DEADLINE_LABELS = ['事项 Action', '责任 By', '报送 To', '途径 Via', '逾期 If late'] as const

function deadline(value: Deadline): Item {
  const { action, actor, recipient, channels = [], consequence } = value
  const values = [[action], [actor?.text], [recipient], channels.map(({ text }) => text), [consequence?.text]]
  return [{ lead: BULLET, pieces: due(value) }, ...details(DEADLINE_LABELS, values)]
}

/** Those that fall first stand first; those without a day last. */
const byDue = (a: Deadline, b: Deadline) => (a.due ?? '9999').localeCompare(b.due ?? '9999')

const CONTACT_LABELS = [
  '联系人 Person',
  '电话 Phone',
  '传真 Fax',
  '邮箱 Mail',
  '地址 Address',
  '邮编 Postcode',
  '网址 Web',
] as const

function contact({ unit, people, phones, faxes, emails, address, postcode, urls }: Contact): Item {
  const texts = (facts: readonly Fact[]) => facts.map(({ text }) => text)
  const numbers = (lines: Contact['phones']) => lines.map(({ number }) => number)
  const values = [
    texts(people),
    numbers(phones),
    numbers(faxes),
    texts(emails),
    [address?.text],
    [postcode?.text],
    texts(urls),
  ]
  const name: Piece = unit ? { text: unit.text, tone: 'strong' } : { text: '(no unit printed)', tone: 'dim' }
  return [{ lead: BULLET, pieces: [name] }, ...details(CONTACT_LABELS, values)]
}

function citation({ title, documentNumber }: Citation, i: number): Item {
  const parts = [title && `《${title.text}》`, documentNumber?.text]
  return numbered(parts.filter((part) => part).join(' '), i + 1)
}

const titled = ({ number, heading }: Section) => `${number}${/[.章节条]$/.test(number) ? ' ' : ''}${heading}`

/** The heading and, in one paragraph, the headings under it. */
function section(value: Section): Item {
  const head: Cell = { pieces: [{ text: titled(value) }] }
  const [below] = inline(value.children.map((child) => [{ text: titled(child), tone: 'dim' }]))
  return below ? [head, { lead: INDENT + INDENT, pieces: below[0]!.pieces }] : [head]
}

function diagnostic({ ruleId, reason, span, severity }: Diagnostic, text: string): Item {
  const place: Piece[] = span ? [{ text: ` (line ${lineOf(text, span.start)})`, tone: 'dim' }] : []
  const tone = severity === 'info' ? 'dim' : severity
  return [
    { pieces: [{ text: severity, tone }, { text: ` ${reason}` }, ...place, { text: ` [${ruleId}]`, tone: 'dim' }] },
  ]
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++
  return line
}

function source({ source: { carrier, filename, encoding, text, pages } }: Notice): Item {
  const size = `${text.length} characters`
  return [{ pieces: noted(filename ?? '(no name)', carrier, encoding, size, pages && `${pages.length} pages`) }]
}

const times = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

/** The name of a table with its size and the labels of its columns. */
function table({ title, header, rows }: Table): Item {
  const size = `${times(rows.length, 'row')}, ${times(rows[0]?.cells.length ?? 0, 'column')}`
  const labels = (header ?? []).flatMap((label) => (label ? [[{ text: label.text, tone: 'dim' } as Piece]] : []))
  const [columns] = inline(labels)
  const head: Cell = { lead: BULLET, pieces: noted(title?.text ?? '(untitled)', size) }
  return columns ? [head, { lead: INDENT, pieces: columns[0]!.pieces }] : [head]
}

/** The name of a form with its fields; what is filled in stands behind its label. */
function form({ title, fields, blank }: Form): Item {
  const size = `${blank ? 'blank' : 'filled in'}, ${times(fields.length, 'field')}`
  const [labels] = inline(
    fields.map(({ label, value }): Piece[] =>
      value ? [{ text: `${label.text}: ${value.text}` }] : [{ text: label.text, tone: 'dim' }],
    ),
  )
  const head: Cell = { lead: BULLET, pieces: noted(title?.text ?? '(untitled)', size) }
  return labels ? [head, { lead: INDENT, pieces: labels[0]!.pieces }] : [head]
}

const datesOf = (role: DateRole) => (notice: Notice) =>
  inline(notice.dates.filter((date) => date.role === role).map(dated))

function citations(notice: Notice): Item[] {
  const count = notice.citations.length
  if (!count) return []
  return [
    [{ pieces: [{ text: `${count} document${count === 1 ? '' : 's'}`, tone: 'dim' }] }],
    ...notice.citations.map(citation),
  ]
}

function attachments(notice: Notice): Item[] {
  return notice.attachments.map((one) => (one.number === undefined ? plain(one.text) : numbered(one.text, one.number)))
}

export const ROWS: readonly Row[] = [
  {
    field: 'title',
    label: '标题 Title',
    core: true,
    items: ({ title }) => optional(title, ({ text }) => [{ pieces: [{ text, tone: 'strong' }] }]),
  },
  {
    field: 'documentType',
    label: '文种 Type',
    core: true,
    items: ({ documentType }) => optional(documentType, (t) => [{ pieces: noted(t.text, t.kind) }]),
  },
  {
    field: 'documentNumber',
    label: '发文字号 Number',
    core: true,
    items: ({ documentNumber }) => optional(documentNumber, factItem),
  },
  {
    field: 'issuingBodies',
    label: '发文机关 Issued by',
    core: true,
    items: ({ issuingBodies }) => inline(issuingBodies.map(body)),
  },
  {
    field: 'signatories',
    label: '签发人 Signatories',
    items: ({ signatories }) => inline(signatories.map(({ text }) => [{ text }])),
  },
  {
    field: 'addressees',
    label: '主送机关 Addressees',
    core: true,
    items: ({ addressees }) => addressees.map(factItem),
  },
  {
    field: 'copiedTo',
    label: '抄送机关 Copied to',
    items: ({ copiedTo }) => inline(copiedTo.map(({ text }) => [{ text }])),
  },
  { field: 'urgency', label: '紧急程度 Urgency', items: ({ urgency }) => optional(urgency, factItem) },
  {
    field: 'classification',
    label: '密级 Classification',
    items: ({ classification }) => optional(classification, (c) => [{ pieces: noted(c.level, c.period) }]),
  },
  { field: 'copyNumber', label: '份号 Copy number', items: ({ copyNumber }) => optional(copyNumber, factItem) },
  { field: 'disclosure', label: '公开属性 Disclosure', items: ({ disclosure }) => optional(disclosure, factItem) },
  { field: 'dates', label: '成文日期 Signed', core: true, items: datesOf('signed') },
  { field: 'dates', label: '发布日期 Published', items: datesOf('published') },
  { field: 'dates', label: '印发日期 Printed', items: datesOf('printed') },
  { field: 'dates', label: '施行日期 Effective', items: datesOf('effective') },
  { field: 'dates', label: '失效日期 Expires', items: datesOf('expires') },
  { field: 'printedBy', label: '印发机关 Printed by', items: ({ printedBy }) => optional(printedBy, factItem) },
  {
    field: 'themes',
    label: '主题 Themes',
    items: ({ themes }) => themes.map(({ text, kind }) => [{ pieces: noted(text, kind) }]),
  },
  { field: 'dates', label: '活动日期 Event dates', named: true, items: datesOf('event') },
  { field: 'events', label: '活动 Events', items: ({ events }) => events.map(event) },
  {
    field: 'deadlines',
    label: '期限 Deadlines',
    core: true,
    items: ({ deadlines }) => deadlines.toSorted(byDue).map(deadline),
  },
  { field: 'dates', label: '其他日期 Other dates', items: datesOf('mentioned') },
  { field: 'contacts', label: '联系方式 Contacts', core: true, items: ({ contacts }) => contacts.map(contact) },
  { field: 'attachments', label: '附件 Attachments', items: attachments },
  { field: 'citations', label: '引用文件 Citations', items: citations },
  { field: 'urls', label: '网址 Links', items: ({ urls }) => urls.map(factItem) },
  { field: 'outline', label: '结构 Outline', items: ({ outline }) => outline.map(section) },
  { field: 'tables', label: '表格 Tables', items: ({ tables }) => tables.map(table) },
  { field: 'forms', label: '表单 Forms', items: ({ forms }) => forms.map(form) },
  { field: 'source', label: '来源 Source', items: (notice) => [source(notice)] },
  {
    field: 'diagnostics',
    label: '提示 Diagnostics',
    items: ({ diagnostics, source: { text } }) => diagnostics.map((d) => diagnostic(d, text)),
  },
]
