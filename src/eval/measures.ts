/** What is counted: each measure reads one field into comparison keys; two facts are the same when their keys are. */
import type { Facts, GoldenField } from './golden.js'

export interface Measure {
  name: string
  of: GoldenField
  /** Whether the golden file's field says anything of it; absent: it always does. */
  stated?: (value: unknown) => boolean
  keys: (value: unknown) => string[]
}

type Some = Readonly<Record<string, unknown>>

const some = (value: unknown): Some => (value !== null && typeof value === 'object' ? (value as Some) : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
/** A fact may be written as its text alone. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  const { text } = some(value)
  return typeof text === 'string' ? text : ''
}
const string = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** Width, white space and punctuation do not count. */
const words = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .toLowerCase()
/** Brackets of numbers come in several shapes. */
const number = (text: string) => text.normalize('NFKC').replace(/[\s()[\]{}〔〕【】]/gu, '')
const address = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase()
const web = (text: string) => address(text).replace(/^https?:\/\/|(?<!\/)\/+$/g, '')

const present = (keys: string[]) => keys.filter((key) => key !== '')
const once = (keys: string[]) => [...new Set(keys)]
const one = (key: (text: string) => string) => (value: unknown) => present([key(textOf(value))])
const each = (key: (text: string) => string) => (value: unknown) => present(list(value).map((v) => key(textOf(v))))

/** Canonical where it is written, else as it is printed; `010-5550123转8` without what stands between. */
const phone = (value: unknown) => {
  const { number: canonical, extension } = some(value)
  const digits = (string(canonical) || textOf(value)).normalize('NFKC').replace(/^\+?86[- ]?/, '')
  return digits.replace(/[^\d*]/g, '') + string(extension)
}

/** Parts of all contacts, each once: how they are shared out is what the measure `contacts` tells. */
const parts = (name: string, key: (value: unknown) => string) => (value: unknown) =>
  once(
    present(
      list(value).flatMap((contact) => {
        const part = some(contact)[name]
        return (Array.isArray(part) ? part : [part]).map(key)
      }),
    ),
  )

const person = (value: unknown) => words(string(some(value).name) || textOf(value))
const joined = (values: unknown, key: (value: unknown) => string) => list(values).map(key).sort().join('+')

function entries(value: unknown): string[] {
  return list(value).map((contact) => {
    const { unit, people, phones } = some(contact)
    return `${words(textOf(unit))}|${joined(people, person)}|${joined(phones, phone)}`
  })
}

/** The day or minute; of a term that has none, its length, or the rule by which it recurs. */
function due(value: unknown): string {
  const { due: day, from, recurrence, relative } = some(value)
  if (string(day)) return (string(from) ? `${string(from)}/` : '') + string(day)
  if (string(recurrence)) return string(recurrence)
  const { amount, unit } = some(relative)
  if (string(amount)) return `${string(amount)} ${string(unit)}`
  return words(textOf(value))
}

/** An entry's other part is told with what it belongs to, so that it counts only there. */
const beside = (key: (entry: unknown) => string, name: string) => (value: unknown) =>
  list(value).flatMap((entry) => {
    const part = some(entry)[name]
    const text = words(textOf(part))
    return text === '' ? [] : [`${key(entry)} ${text}`]
  })
const states = (name: string) => (value: unknown) => list(value).some((entry) => name in some(entry))

const period = (value: unknown) => {
  const { start, end } = some(value)
  const first = string(start)
  const last = string(end) || first
  return first === last ? first : `${first}/${last}`
}

/** Dates that are only mentioned are too many to write down. */
const dates = (value: unknown) =>
  list(value).flatMap((date) => {
    const role = string(some(date).role)
    return role === 'mentioned' ? [] : [`${role} ${period(date) || words(textOf(date))}`]
  })

const citation = (value: unknown) => {
  const { title, documentNumber } = some(value)
  return number(textOf(documentNumber)) || words(textOf(title) || textOf(value))
}

const headings = (sections: unknown): string[] =>
  list(sections).flatMap((section) => {
    const { number: label, heading, children } = some(section)
    return [words(string(label) + string(heading) || textOf(section)), ...headings(children)]
  })

const row = (cells: unknown) =>
  list(cells)
    .map((cell) => words(textOf(cell)))
    .join('|')
const rows = (value: unknown) =>
  list(value).flatMap((table) => {
    const { header, rows: all } = some(table)
    return [...(header ? [row(header)] : []), ...list(all).map((one) => row(some(one).cells))]
  })

const fields = (value: unknown) =>
  list(value).flatMap((form) =>
    list(some(form).fields).map((field) => {
      const { label, value: filled } = some(field)
      return `${words(textOf(label))}: ${words(textOf(filled))}`
    }),
  )

export const MEASURES: readonly Measure[] = [
  { name: 'title', of: 'title', keys: one(words) },
  { name: 'documentType', of: 'documentType', keys: one(words) },
  { name: 'documentNumber', of: 'documentNumber', keys: one(number) },
  { name: 'issuingBodies', of: 'issuingBodies', keys: each(words) },
  { name: 'addressees', of: 'addressees', keys: each(words) },
  { name: 'copiedTo', of: 'copiedTo', keys: each(words) },
  { name: 'signatories', of: 'signatories', keys: each(words) },
  { name: 'copyNumber', of: 'copyNumber', keys: one(words) },
  { name: 'classification', of: 'classification', keys: one(words) },
  { name: 'urgency', of: 'urgency', keys: one(words) },
  { name: 'disclosure', of: 'disclosure', keys: one(words) },
  { name: 'themes', of: 'themes', keys: each(words) },
  { name: 'dates', of: 'dates', keys: dates },
  { name: 'deadlines', of: 'deadlines', keys: (value) => list(value).map(due) },
  { name: 'deadlines.action', of: 'deadlines', stated: states('action'), keys: beside(due, 'action') },
  { name: 'deadlines.actor', of: 'deadlines', stated: states('actor'), keys: beside(due, 'actor') },
  { name: 'deadlines.recipient', of: 'deadlines', stated: states('recipient'), keys: beside(due, 'recipient') },
  { name: 'events', of: 'events', keys: (value) => list(value).map(period) },
  { name: 'events.title', of: 'events', stated: states('title'), keys: beside(period, 'title') },
  { name: 'events.venue', of: 'events', stated: states('venue'), keys: beside(period, 'venue') },
  { name: 'contacts', of: 'contacts', stated: (v) => states('people')(v) && states('phones')(v), keys: entries },
  { name: 'contacts.people', of: 'contacts', stated: states('people'), keys: parts('people', person) },
  { name: 'contacts.phones', of: 'contacts', stated: states('phones'), keys: parts('phones', phone) },
  { name: 'contacts.faxes', of: 'contacts', stated: states('faxes'), keys: parts('faxes', phone) },
  {
    name: 'contacts.emails',
    of: 'contacts',
    stated: states('emails'),
    keys: parts('emails', (v) => address(textOf(v))),
  },
  {
    name: 'contacts.address',
    of: 'contacts',
    stated: states('address'),
    keys: parts('address', (v) => words(textOf(v))),
  },
  { name: 'printedBy', of: 'printedBy', keys: one(words) },
  { name: 'attachments', of: 'attachments', keys: each(words) },
  { name: 'citations', of: 'citations', keys: (value) => present(list(value).map(citation)) },
  { name: 'urls', of: 'urls', keys: each(web) },
  { name: 'outline', of: 'outline', keys: (value) => present(headings(value)) },
  { name: 'tables', of: 'tables', keys: rows },
  { name: 'forms', of: 'forms', keys: fields },
]

/** The measures that a golden file allows. */
export const measuresOf = (golden: Facts): Measure[] =>
  MEASURES.filter(({ of, stated }) => {
    if (!(of in golden)) return false
    const value = golden[of]
    // An empty list says that there is nothing of any part.
    return !stated || list(value).length === 0 || stated(value)
  })
