/** Entries: contact points as they are filed, and the contacts made of them. */
import type { Contact, Fact, MessengerAccount, Person, Phone } from '../../types.js'
import type { Context, Finding, Range } from '../define.js'
import { closed } from '../grids.js'
import { peopleRules } from './rules.js'

export interface Entry {
  unit: Range | null
  people: Person[]
  phones: Phone[]
  faxes: Phone[]
  emails: Fact[]
  messengers: MessengerAccount[]
  address: Fact | null
  postcode: Fact | null
  urls: Fact[]
  range: Range
}

export const emptyEntry = (range: Range): Entry => ({
  unit: null,
  people: [],
  phones: [],
  faxes: [],
  emails: [],
  messengers: [],
  address: null,
  postcode: null,
  urls: [],
  range: { start: range.start, end: range.end },
})

/** The contacts of a notice: entries that say where someone is reached, each once. */
export function* contactsOf(context: Context, entries: readonly Entry[]): Generator<Finding<Contact>> {
  const seen = new Map<string, Contact>()
  for (const entry of entries) {
    if (isEmpty(entry)) continue
    const contact = contactOf(context, entry)
    const key = keyOf(contact)
    const before = seen.get(key)
    if (before && key && isSameUnit(before.unit, contact.unit)) {
      complete(before, contact)
      continue
    }
    seen.set(key, contact)
    yield { value: contact, range: entry.range, score: 1, rule: 'contacts/entry' }
  }
}

/** Whether an entry names nobody and no way to reach him; a unit or a web address alone does not. */
const isEmpty = (e: Entry): boolean =>
  !e.people.length &&
  !e.phones.length &&
  !e.faxes.length &&
  !e.emails.length &&
  !e.messengers.length &&
  !e.address &&
  !e.postcode

const contactOf = (context: Context, e: Entry): Contact => ({
  unit: e.unit ? unitOf(context, e.unit) : null,
  people: unique(e.people, (f) => f.text),
  phones: unique(e.phones, (p) => p.number),
  faxes: unique(e.faxes, (p) => p.number),
  emails: unique(e.emails, (f) => f.text),
  messengers: unique(e.messengers, (m) => m.kind + m.text),
  address: e.address,
  postcode: e.postcode,
  urls: unique(e.urls, (f) => f.text),
  span: context.span(e.range),
})

/** Who it is, letters that were set apart closed up. */
function unitOf(context: Context, range: Range): Fact {
  const text = context.text.slice(range.start, range.end)
  return peopleRules.pairOnly.test(text) ? context.fact(range, closed(text)) : context.fact(range)
}

/** By whom and where to call, else by the mails, an entry is known again; empty where there is neither. */
function keyOf({ people, phones, emails }: Contact): string {
  const who = `${people.map((p) => p.text).sort()}|${phones.map((p) => p.number).sort()}`
  return who === '|' ? emails.map((p) => p.text).join() : who
}

/** Whether two entries may be of one unit: one names none, or one name holds the other. */
const isSameUnit = (a: Fact | null, b: Fact | null): boolean =>
  !a || !b || a.text.includes(b.text) || b.text.includes(a.text)

/** The same entry again, under an annex, may say what the first left out. */
function complete(before: Contact, again: Contact): void {
  before.unit ??= again.unit
  before.address ??= again.address
  before.postcode ??= again.postcode
  if (!before.emails.length) before.emails = again.emails
  if (!before.faxes.length) before.faxes = again.faxes
}

/** The first item of each key. */
function unique<T>(list: T[], key: (item: T) => string): T[] {
  if (list.length < 2) return list
  const keys = new Set<string>()
  return list.filter((item) => {
    const before = keys.size
    return keys.add(key(item)).size > before
  })
}
