/** Every fact of a notice as an item: what it is called, where it stands, what is known of it. */
import type {
  Citation,
  Contact,
  Deadline,
  Fact,
  Form,
  IssuingBody,
  Notice,
  NoticeDate,
  NoticeEvent,
  Phone,
  Section,
  Span,
  Table,
} from '../index.js'
import type { Kind } from './kinds.js'
import { moment, period } from './moments.js'
import type { Evidence, EvidenceOf } from './trace.js'
import type { Certainty, DetailWord, FieldWord, Words } from './words.js'

export interface Item {
  /** From 0, in the order of the list. */
  n: number
  kind: Kind
  /** `dates` and `contacts.phones` alike: where it stands in the notice, as `dates.0` or `contacts.1.phones.0`. */
  path: string
  label: string
  /** The normalized value. */
  value: string
  details: { label: string; value: string }[]
  span: Span | null
  certainty: Certainty | null
  rule: string | null
  severity?: string
  /** Level of a heading of the outline. */
  level?: number
}

export interface Items {
  all: readonly Item[]
  /** The item of a value of the notice. */
  of(value: object): Item
}

type Details = [DetailWord, string | number | null | undefined | false][]

/** All items of a notice, those that hold others before them. */
export function itemsOf(notice: Notice, words: Words, evidenceOf: EvidenceOf = () => undefined): Items {
  const collector = collect(notice, words, evidenceOf)
  headItems(notice, collector)
  bodyItems(notice, collector)
  each(notice.dates, (date, i) => dateItem(date, `dates.${i}`, collector))
  each(notice.deadlines, (one, i) => deadlineItem(one, `deadlines.${i}`, collector))
  each(notice.events, (one, i) => eventItem(one, `events.${i}`, collector))
  each(notice.contacts, (one, i) => contactItem(one, `contacts.${i}`, collector))
  each(notice.citations, (one, i) => citationItem(one, `citations.${i}`, collector))
  each(notice.outline, (one, i) => sectionItem(one, `outline.${i}`, collector))
  each(notice.tables, (one, i) => tableItem(one, `tables.${i}`, collector))
  each(notice.forms, (one, i) => formItem(one, `forms.${i}`, collector))
  otherItems(notice, collector)
  each(notice.diagnostics, (one, i) => {
    collector.add(one, 'diagnostics', 'diagnostics', `diagnostics.${i}`, one.reason, one.span, [])
    Object.assign(collector.of(one), { rule: one.ruleId, severity: one.severity, certainty: null })
  })
  return { all: collector.all, of: collector.of }
}

interface Collector {
  words: Words
  all: Item[]
  of(value: object): Item
  add(
    object: object,
    kind: Kind,
    field: FieldWord,
    path: string,
    value: string,
    span: Span | null,
    details: Details,
    parent?: object,
  ): void
  /** A fact whose text is its value, with what else is known of it. */
  fact(
    fact: Fact | null | undefined,
    kind: Kind,
    field: FieldWord,
    path: string,
    details?: Details,
    parent?: object,
  ): void
}

function collect({ source }: Notice, words: Words, evidenceOf: EvidenceOf): Collector {
  const all: Item[] = []
  const items = new Map<object, Item>()
  /** Parts are found with the whole: a telephone by the rule of its contact. */
  const evidence = new Map<object, Evidence>()
  const pageOf = pagesOf(source.pages)
  const of = (value: object): Item => {
    const item = items.get(value)
    if (!item) throw new TypeError('this value is none of the notice')
    return item
  }
  const add: Collector['add'] = (object, kind, field, path, value, span, details, parent) => {
    const known = evidenceOf(object) ?? (parent ? evidence.get(parent) : undefined)
    if (known) evidence.set(object, known)
    const page = span ? pageOf(span.start) : null
    const rows: Details = page === null ? details : [...details, ['page', page]]
    const item: Item = {
      n: all.length,
      kind,
      path,
      label: words.fields[field],
      value,
      details: rows.flatMap(([label, text]) =>
        text === null || text === undefined || text === false || text === ''
          ? []
          : [{ label: words.details[label], value: String(text) }],
      ),
      span,
      rule: known?.rule ?? null,
      certainty: known ? certaintyOf(known.score) : null,
    }
    items.set(object, item)
    all.push(item)
  }
  return {
    words,
    all,
    of,
    add,
    fact(fact, kind, field, path, details = [], parent) {
      if (fact) add(fact, kind, field, path, fact.text, fact.span, details, parent)
    },
  }
}

const each = <T>(list: readonly T[] | null | undefined, then: (one: T, i: number) => void): void => {
  for (const [i, one] of (list ?? []).entries()) then(one, i)
}

const certaintyOf = (score: number): Certainty => (score >= 0.9 ? 'certain' : score >= 0.65 ? 'likely' : 'doubtful')

function pagesOf(pages: readonly Span[] = []): (offset: number) => number | null {
  return (offset) => {
    let low = 0
    let high = pages.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (pages[mid]!.start <= offset) low = mid + 1
      else high = mid
    }
    return low || null
  }
}

function headItems(notice: Notice, { fact, words }: Collector): void {
  const { documentNumber: number, documentType: type, classification, themes, attachments } = notice
  fact(notice.title, 'head', 'title', 'title')
  fact(type, 'head', 'documentType', 'documentType', [['kind', type?.kind]])
  fact(number, 'head', 'documentNumber', 'documentNumber', [
    ['code', number?.agencyCode],
    ['year', number?.year],
    ['sequence', number?.sequence],
  ])
  fact(notice.copyNumber, 'head', 'copyNumber', 'copyNumber')
  fact(classification, 'head', 'classification', 'classification', [['period', classification?.period]])
  fact(notice.urgency, 'head', 'urgency', 'urgency')
  fact(notice.disclosure, 'head', 'disclosure', 'disclosure')
  each(themes, (one, i) => fact(one, 'themes', 'themes', `themes.${i}`, [['kind', words.values[one.kind]]]))
  each(attachments, (one, i) =>
    fact(one, 'attachments', 'attachments', `attachments.${i}`, [
      ['sequence', one.number],
      ['href', one.href],
    ]),
  )
  each(notice.urls, (one, i) => fact(one, 'urls', 'urls', `urls.${i}`))
}

function bodyItems(notice: Notice, { fact, words }: Collector): void {
  const body = ({ text, name, level, divisionCode, from }: IssuingBody): Details => [
    ['name', name !== text && name],
    ['level', level && words.values[level]],
    ['divisionCode', divisionCode],
    ['from', words.values[from === 'title' ? 'inTitle' : from]],
    ['inferred', from === 'documentNumber' && '✓'],
  ]
  each(notice.issuingBodies, (one, i) => fact(one, 'bodies', 'issuingBodies', `issuingBodies.${i}`, body(one)))
  for (const field of ['signatories', 'addressees', 'copiedTo'] as const)
    each(notice[field], (one, i) => fact(one, 'bodies', field, `${field}.${i}`))
  fact(notice.printedBy, 'bodies', 'printedBy', 'printedBy')
}

const impliedIn = (parts: readonly ('year' | 'month')[], words: Words) =>
  parts.map((part) => words.values[part]).join(words.comma)

function dateItem(date: NoticeDate, path: string, { add, words }: Collector): void {
  add(date, 'dates', date.role, path, period(date), date.span, [
    ['label', date.label],
    ['implied', impliedIn(date.implied, words)],
  ])
}

function deadlineItem(deadline: Deadline, path: string, { add, fact, words }: Collector): void {
  const { due, from, text, relative } = deadline
  add(deadline, 'deadlines', 'deadlines', path, due ? moment(due) : text, deadline.span, [
    ['action', deadline.action],
    ['recipient', deadline.recipient],
    ['deliverables', deadline.deliverables?.join(words.comma)],
    ['start', from && moment(from)],
    ['relative', relative?.text],
    ['counted', relative && due ? '✓' : null],
    ['recurrence', deadline.recurrence],
  ])
  fact(deadline.actor, 'deadlines', 'actor', `${path}.actor`, [], deadline)
  each(deadline.channels, (one, i) =>
    fact(one, 'deadlines', 'channels', `${path}.channels.${i}`, [['kind', words.values[one.kind]]], deadline),
  )
  fact(deadline.consequence, 'deadlines', 'consequence', `${path}.consequence`, [], deadline)
}

function eventItem(event: NoticeEvent, path: string, { add, fact }: Collector): void {
  add(event, 'events', 'events', path, period(event), event.span, [['content', event.content]])
  fact(event.title, 'events', 'eventTitle', `${path}.title`, [], event)
  fact(event.venue, 'events', 'venue', `${path}.venue`, [], event)
  each(event.organizers, (one, i) => fact(one, 'events', 'organizers', `${path}.organizers.${i}`, [], event))
}

function contactItem(contact: Contact, path: string, { add, fact, words }: Collector): void {
  const part = (value: Fact | null, field: FieldWord, at: string, details: Details = []) =>
    fact(value, 'contacts', field, `${path}.${at}`, details, contact)
  const phone = ({ number, kind, extension, masked }: Phone): Details => [
    ['normalized', number],
    ['kind', words.values[kind]],
    ['extension', extension],
    ['masked', masked && '✓'],
  ]
  add(contact, 'contacts', 'contacts', path, contact.unit?.text ?? '', contact.span, [])
  part(contact.unit, 'unit', 'unit')
  each(contact.people, (one, i) =>
    part(one, 'people', `people.${i}`, [
      ['name', one.name !== one.text && one.name],
      ['title', one.title],
    ]),
  )
  each(contact.phones, (one, i) => part(one, 'phones', `phones.${i}`, phone(one)))
  each(contact.faxes, (one, i) => part(one, 'faxes', `faxes.${i}`, phone(one)))
  each(contact.emails, (one, i) => part(one, 'emails', `emails.${i}`))
  each(contact.messengers, (one, i) => part(one, 'messengers', `messengers.${i}`, [['kind', words.values[one.kind]]]))
  part(contact.address, 'address', 'address')
  part(contact.postcode, 'postcode', 'postcode')
  each(contact.urls, (one, i) => part(one, 'contactUrls', `urls.${i}`))
}

function citationItem(citation: Citation, path: string, { add, fact, words }: Collector): void {
  const { title, documentNumber, relation } = citation
  const value = [title && `《${title.text}》`, documentNumber?.text].filter((text) => text).join(' ')
  add(citation, 'citations', 'citations', path, value, citation.span, [
    ['relation', relation && words.values[relation]],
  ])
  fact(title, 'citations', 'citedTitle', `${path}.title`, [], citation)
  fact(documentNumber, 'citations', 'citedNumber', `${path}.documentNumber`, [], citation)
  fact(citation.issuer, 'citations', 'citedIssuer', `${path}.issuer`, [], citation)
  fact(citation.shortName, 'citations', 'shortName', `${path}.shortName`, [], citation)
  each(citation.articles, (one, i) => fact(one, 'citations', 'articles', `${path}.articles.${i}`, [], citation))
  each(citation.mentions, (span, i) =>
    add(span, 'citations', 'mentions', `${path}.mentions.${i}`, value, span, [], citation),
  )
}

function sectionItem(section: Section, path: string, collector: Collector): void {
  const { number, heading, level, span } = section
  collector.add(section, 'other', 'outline', path, `${number}${heading}`, span, [['depth', level]])
  collector.of(section).level = level
  each(section.children, (child, i) => sectionItem(child, `${path}.children.${i}`, collector))
}

function tableItem(table: Table, path: string, { add, fact, words }: Collector): void {
  const size = `${table.rows.length} ${words.details.rows}`
  add(table, 'tables', 'tables', path, table.title ? `${table.title.text} · ${size}` : size, null, [])
  fact(table.title, 'tables', 'tableTitle', `${path}.title`, [], table)
  each(table.header, (one, i) => fact(one, 'tables', 'header', `${path}.header.${i}`, [], table))
  each(table.rows, ({ cells }, i) => {
    each(cells, (one, k) => fact(one, 'tables', 'cell', `${path}.rows.${i}.cells.${k}`, [], table))
  })
}

function formItem(form: Form, path: string, { add, fact, words }: Collector): void {
  const { title, fields, blank } = form
  add(form, 'tables', 'forms', path, title?.text ?? words.page.untitled, null, [['blank', blank && '✓']])
  fact(title, 'tables', 'tableTitle', `${path}.title`, [], form)
  each(fields, ({ label, value }, i) => {
    fact(label, 'tables', 'formLabel', `${path}.fields.${i}.label`, [], form)
    fact(value, 'tables', 'formValue', `${path}.fields.${i}.value`, [], form)
  })
}

const OWN: ReadonlySet<string> = new Set<keyof Notice>([
  'source',
  'title',
  'documentType',
  'documentNumber',
  'issuingBodies',
  'addressees',
  'copiedTo',
  'signatories',
  'copyNumber',
  'classification',
  'urgency',
  'disclosure',
  'themes',
  'dates',
  'deadlines',
  'events',
  'contacts',
  'printedBy',
  'attachments',
  'citations',
  'urls',
  'outline',
  'tables',
  'forms',
  'diagnostics',
])

/** Fields of a user's own extractors, where their values are facts. */
function otherItems(notice: Notice, { add, words, of }: Collector): void {
  for (const [field, value] of Object.entries(notice)) {
    if (OWN.has(field)) continue
    for (const [i, one] of [value].flat().entries()) {
      if (!isFact(one)) continue
      add(one, 'other', 'other', Array.isArray(value) ? `${field}.${i}` : field, one.text, one.span, [])
      of(one).label = `${words.fields.other} ${field}`
    }
  }
}

function isFact(value: unknown): value is Fact {
  const { text, span } = (value ?? {}) as Partial<Fact>
  return typeof text === 'string' && Number.isInteger(span?.start) && Number.isInteger(span?.end)
}
