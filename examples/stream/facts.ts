/** Records of a batch, flattened: one line a fact. What could not be read and what is doubtful are lines as well. */
import type { Diagnostic, Fact, Notice, Span } from 'gongwen'
import type { BatchInput, BatchRecord } from 'gongwen/batch'

/** One line of the output. Each input gives exactly one line of kind `notice`, `error` or `duplicate`, before its facts. */
type Line = { id: string | number; path?: string } & (
  | { kind: 'notice'; title: string | null; facts: number; diagnostics: number }
  | { kind: 'error'; code: string; message: string }
  | { kind: 'duplicate'; of: string | number }
  | { kind: 'documentNumber' | 'deadline' | 'date' | 'contact'; text: string; span: Span; value: unknown }
  | {
      kind: 'diagnostic'
      rule: Diagnostic['ruleId']
      severity: Diagnostic['severity']
      reason: string
      span: Span | null
    }
)

/** The fields that a worker sends back: the rest need not cross the threads. */
export const FIELDS = ['source', 'title', 'documentNumber', 'dates', 'deadlines', 'contacts', 'diagnostics'] as const

/** What went in and what came out, to be compared at the end. */
export interface Tally {
  inputs: number
  records: number
  errors: number
}

/** Passes the inputs on and counts them. */
export async function* counted(source: AsyncIterable<BatchInput>, tally: Tally): AsyncGenerator<BatchInput> {
  for await (const input of source) {
    tally.inputs++
    yield input
  }
}

/** A step of `pipeline`: records in, lines of NDJSON out. A generator takes the next record only when its line was taken. */
export async function* toLines(records: AsyncIterable<BatchRecord>, tally: Tally): AsyncGenerator<string> {
  for await (const record of records) {
    tally.records++
    if ('error' in record) tally.errors++
    for (const line of linesOf(record)) yield `${JSON.stringify(line)}\n`
  }
}

function* linesOf(record: BatchRecord): Generator<Line> {
  const { id, path } = record
  const of = { id, ...(path === undefined ? {} : { path }) }
  if ('error' in record) yield { ...of, kind: 'error', ...record.error }
  else if ('duplicateOf' in record) yield { ...of, kind: 'duplicate', of: record.duplicateOf.id }
  else {
    const { title, diagnostics = [] } = record.notice
    const facts = [...factsOf(record.notice)]
    const head = { title: title?.text ?? null, facts: facts.length, diagnostics: diagnostics.length }
    yield { ...of, kind: 'notice', ...head }
    for (const fact of facts) yield { ...of, ...fact }
    for (const { ruleId, severity, reason, span } of diagnostics)
      yield { ...of, kind: 'diagnostic', rule: ruleId, severity, reason, span }
  }
}

type FactKind = 'documentNumber' | 'deadline' | 'date' | 'contact'

function* factsOf(notice: Partial<Notice>) {
  const line = <T extends object>(kind: FactKind, { text, span }: Fact, value: T) => ({ kind, text, span, value })
  const { source, documentNumber, dates = [], deadlines = [], contacts = [] } = notice
  if (documentNumber) yield line('documentNumber', documentNumber, documentNumber)
  for (const { role, start, end, ...date } of dates) yield line('date', date, { role, start, end })
  for (const { due, action, ...deadline } of deadlines) yield line('deadline', deadline, { due, action })
  for (const contact of contacts) {
    const { span, unit, people, phones, emails } = contact
    const text = source?.text.slice(span.start, span.end) ?? ''
    const texts = (list: readonly Fact[]) => list.map((fact) => fact.text)
    const value = { unit: unit?.text ?? null, people: texts(people), emails: texts(emails) }
    yield line('contact', { text, span }, { ...value, phones: phones.map(({ number }) => number) })
  }
}
