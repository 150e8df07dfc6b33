/** Records as tables: one row a record, and one row a deadline, contact or citation. Documented in docs/batch.md; a test compares. */
import type { Citation, Contact, DateRole, Deadline, Fact, Notice, Phone } from '../index.js'
import type { TableName } from './names.js'
import type { BatchRecord } from './types.js'

export type Value = string | number | null

export interface Column<Row> {
  name: string
  type: 'text' | 'integer'
  value(row: Row): Value | undefined
}

/** A table with its rows worked out: what a sink writes. */
export interface Table {
  name: TableName
  columns: readonly { name: string; type: 'text' | 'integer' }[]
  /** No two rows have the same values in these: writing a row again changes nothing. */
  key: readonly string[]
  rows(record: BatchRecord): Value[][]
}

/** Several values in one cell. */
const SEPARATOR = '；'
const joined = (values: readonly (string | undefined)[] | undefined): string | null =>
  values?.filter((value) => value).join(SEPARATOR) || null
const texts = (facts: readonly Fact[] | undefined) => joined(facts?.map(({ text }) => text))
const numbers = (phones: readonly Phone[]) =>
  joined(phones.map(({ number, extension }) => (extension ? `${number}-${extension}` : number)))

type Head = Partial<Notice>

function when(role: DateRole) {
  return ({ dates }: Head) => joined(dates?.filter((date) => date.role === role).map(({ start }) => start))
}

const text = <Row>(name: string, value: Column<Row>['value']): Column<Row> => ({ name, type: 'text', value })
const integer = <Row>(name: string, value: Column<Row>['value']): Column<Row> => ({ name, type: 'integer', value })

const RECORD: readonly Column<BatchRecord>[] = [
  text('id', ({ id }) => String(id)),
  text('path', ({ path }) => path ?? ''),
  text('ref', ({ ref }) => (ref === undefined ? null : String(ref))),
]

const OUTCOME: readonly Column<BatchRecord>[] = [
  text('outcome', (record) => ('notice' in record ? 'notice' : 'error' in record ? 'error' : 'duplicate')),
  text('error_code', (record) => ('error' in record ? record.error.code : null)),
  text('error_message', (record) => ('error' in record ? record.error.message : null)),
  text('duplicate_of', (record) => ('duplicateOf' in record ? String(record.duplicateOf.id) : null)),
]

const NOTICE: readonly Column<Head>[] = [
  text('carrier', ({ source }) => source?.carrier),
  text('encoding', ({ source }) => source?.encoding),
  text('title', ({ title }) => title?.text),
  text('document_type', ({ documentType }) => documentType?.text),
  text('kind', ({ documentType }) => documentType?.kind),
  text('document_number', ({ documentNumber }) => documentNumber?.text),
  text('issuing_bodies', ({ issuingBodies }) => joined(issuingBodies?.map(({ name }) => name))),
  text('addressees', ({ addressees }) => texts(addressees)),
  text('copied_to', ({ copiedTo }) => texts(copiedTo)),
  text('signatories', ({ signatories }) => texts(signatories)),
  text('classification', ({ classification }) => classification?.text),
  text('urgency', ({ urgency }) => urgency?.text),
  text('disclosure', ({ disclosure }) => disclosure?.text),
  text('signed', when('signed')),
  text('published', when('published')),
  text('printed', when('printed')),
  text('effective', when('effective')),
  text('expires', when('expires')),
  text('printed_by', ({ printedBy }) => printedBy?.text),
  text('themes', ({ themes }) => texts(themes)),
  text('attachments', ({ attachments }) => texts(attachments)),
  text('urls', ({ urls }) => texts(urls)),
  text('first_due', ({ deadlines }) => deadlines?.flatMap(({ due }) => due ?? []).sort()[0]),
  integer('deadlines', ({ deadlines }) => deadlines?.length),
  integer('events', ({ events }) => events?.length),
  integer('contacts', ({ contacts }) => contacts?.length),
  integer('citations', ({ citations }) => citations?.length),
  integer('warnings', ({ diagnostics }) => diagnostics?.filter(({ severity }) => severity !== 'info').length),
]

const DEADLINE: readonly Column<Deadline>[] = [
  text('due', ({ due }) => due),
  text('from', ({ from }) => from),
  text('text', (deadline) => deadline.text),
  text('action', ({ action }) => action),
  text('actor', ({ actor }) => actor?.text),
  text('recipient', ({ recipient }) => recipient),
  text('deliverables', ({ deliverables }) => joined(deliverables)),
  text('channels', ({ channels }) => texts(channels)),
  text('consequence', ({ consequence }) => consequence?.text),
  integer('amount', ({ relative }) => relative?.amount),
  text('unit', ({ relative }) => relative?.unit),
  text('after', ({ relative }) => relative?.after || null),
  text('before', ({ relative }) => relative?.before),
  text('recurrence', ({ recurrence }) => recurrence),
]

const CONTACT: readonly Column<Contact>[] = [
  text('unit', ({ unit }) => unit?.text),
  text('people', ({ people }) => joined(people.map(({ name }) => name))),
  text('phones', ({ phones }) => numbers(phones)),
  text('faxes', ({ faxes }) => numbers(faxes)),
  text('emails', ({ emails }) => texts(emails)),
  text('messengers', ({ messengers }) => joined(messengers.map(({ kind, text: account }) => `${kind}:${account}`))),
  text('address', ({ address }) => address?.text),
  text('postcode', ({ postcode }) => postcode?.text),
  text('urls', ({ urls }) => texts(urls)),
]

const CITATION: readonly Column<Citation>[] = [
  text('title', ({ title }) => title?.text),
  text('document_number', ({ documentNumber }) => documentNumber?.text),
  text('agency_code', ({ documentNumber }) => documentNumber?.agencyCode || null),
  integer('year', ({ documentNumber }) => documentNumber?.year),
  integer('sequence', ({ documentNumber }) => documentNumber?.sequence),
]

const PLACE: readonly Column<{ span: { start: number; end: number } }>[] = [
  integer('span_start', ({ span }) => span.start),
  integer('span_end', ({ span }) => span.end),
]

const cells = <Row>(columns: readonly Column<Row>[], row: Row): Value[] =>
  columns.map(({ value }) => value(row) ?? null)
const noticeOf = (record: BatchRecord): Head => ('notice' in record ? record.notice : {})

/** One row an item of a list, numbered from 1 as the notice has them. */
function long<Row extends { span: { start: number; end: number } }>(
  name: TableName,
  columns: readonly Column<Row>[],
  list: (notice: Head) => readonly Row[] | undefined,
): Table {
  return {
    name,
    columns: [...RECORD, integer('n', () => null), ...columns, ...PLACE],
    key: ['id', 'path', 'n'],
    rows: (record) =>
      (list(noticeOf(record)) ?? []).map((row, i) => [
        ...cells(RECORD, record),
        i + 1,
        ...cells(columns, row),
        ...cells(PLACE, row),
      ]),
  }
}

const tables: Record<TableName, Table> = {
  notices: {
    name: 'notices',
    columns: [...RECORD, ...OUTCOME, ...NOTICE],
    key: ['id', 'path'],
    rows: (record) => [[...cells(RECORD, record), ...cells(OUTCOME, record), ...cells(NOTICE, noticeOf(record))]],
  },
  deadlines: long('deadlines', DEADLINE, (notice) => notice.deadlines),
  contacts: long('contacts', CONTACT, (notice) => notice.contacts),
  citations: long('citations', CITATION, (notice) => notice.citations),
}

export const tableOf = (name: TableName): Table => tables[name]
