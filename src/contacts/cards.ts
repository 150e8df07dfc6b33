/** From contacts of notices to cards: one a person, one an office without a person; the same one over several notices once. */
import { doubleSurnames } from '../../grammars/lexicon/surnames.js'
import type { Contact, Notice, Person, Phone } from '../index.js'
import { addressOf, type NoticeSource, nameOf, sourcesOf } from '../office/notices.js'
import { fingerprint, line } from '../office/text.js'
import type { Card, CardPhone } from './types.js'

/** The cards of notices, in the order in which they are met first. Throws `TypeError` where a source is no notice. */
export function contactCards(sources: Iterable<Notice | NoticeSource>): Card[] {
  const book = new Book()
  for (const { notice } of sourcesOf(sources, 'contactCards')) {
    for (const contact of notice.contacts) for (const card of ofContact(contact, notice)) book.add(card)
  }
  return book.cards
}

/** Without its UID, which is known by what the card was met with first. */
type Draft = Omit<Card, 'uid'>

function ofContact(contact: Contact, notice: Notice): Draft[] {
  const { people, unit } = contact
  const shared = sharedOf(contact, notice)
  if (!people.length) {
    const name = unit ?? notice.issuingBodies[0] ?? notice.title
    const [own] = numbersOf(contact)
    const draft = join(shared, own!)
    // A link or a place alone is nobody to turn to.
    if (!(draft.phones.length + draft.emails.length + draft.notes.length)) return []
    return [{ ...draft, kind: 'org', name: line(name?.text ?? draft.phones[0]?.number ?? draft.emails[0] ?? '') }]
  }
  const numbers = numbersOf(contact)
  return people.map((person, i) => ({ ...join(shared, numbers[i]!), ...nameOfPerson(person), kind: 'individual' }))
}

function sharedOf(contact: Contact, notice: Notice): Omit<Draft, 'kind' | 'name'> {
  const { unit, address, postcode } = contact
  const bodies = notice.issuingBodies.map(({ text }) => text).join('、')
  const about = nameOf(notice)
  return {
    ...(unit ? { organization: line(unit.text) } : {}),
    phones: [],
    emails: contact.emails.map(({ text }) => line(text).toLowerCase()),
    ...(address ? { address: line(address.text) } : {}),
    ...(postcode ? { postcode: postcode.text } : {}),
    urls: contact.urls.flatMap(({ text }) => addressOf(text) ?? []),
    notes: contact.messengers.map(({ kind, text }) => `${MESSENGERS[kind]}：${line(text)}`),
    notices: about || bodies ? [`${about}${bodies ? `（${bodies}）` : ''}`] : [],
  }
}

const MESSENGERS = { qq: 'QQ', qqGroup: 'QQ群', wechat: '微信', dingtalk: '钉钉' } as const

interface Numbers {
  phones: CardPhone[]
  notes: string[]
}

const join = (draft: Omit<Draft, 'kind' | 'name'>, { phones, notes }: Numbers) => ({
  ...draft,
  phones,
  notes: [...draft.notes, ...notes],
})

/**
 * Whose a number is: of each person what stands behind the name, where each has one (甲 0100-…，乙 139…). Else the numbers of
 * the office are everybody's; a mobile is somebody's, and the notice does not say whose.
 */
function numbersOf({ people, phones, faxes }: Contact): Numbers[] {
  const owners = people.length ? people : [null]
  const ownerAt = (phone: Phone) => people.findLastIndex(({ span }) => span.end <= phone.span.start)
  const apart = people.length < 2 || people.every((_, i) => phones.some((phone) => ownerAt(phone) === i))
  return owners.map((_, i) => {
    const out: Numbers = { phones: [], notes: [] }
    for (const phone of phones) {
      if (people.length > 1 && apart && ![-1, i].includes(ownerAt(phone))) continue
      if (phone.masked) out.notes.push(`电话（部分号码未公开）：${phone.number}`)
      else if (!apart && phone.kind === 'mobile') out.notes.push(`手机（未注明属于谁）：${phone.number}`)
      else out.phones.push(toCardPhone(phone, phone.kind === 'mobile' ? 'cell' : 'work'))
    }
    for (const fax of faxes) {
      if (fax.masked) out.notes.push(`传真（部分号码未公开）：${fax.number}`)
      else out.phones.push(toCardPhone(fax, 'fax'))
    }
    return out
  })
}

function toCardPhone({ number, extension }: Phone, kind: CardPhone['kind']): CardPhone {
  const end = extension === undefined ? '' : `-${extension}`
  return {
    number: end && number.endsWith(end) ? number.slice(0, -end.length) : number,
    ...(extension === undefined ? {} : { extension }),
    kind,
  }
}

/** Forms of address that say nothing of an office. */
const ADDRESS = new Set(['老师', '先生', '女士', '小姐', '同志', '师傅'])

function nameOfPerson({ text, name, title }: Person): Pick<Card, 'name' | 'family' | 'given' | 'title'> {
  return {
    name: line(text).replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''),
    ...partsOfName(line(name)),
    ...(title !== undefined && !ADDRESS.has(title) ? { title: line(title) } : {}),
  }
}

/** In Latin letters the family name stands last: Helen Zhao. */
function partsOfName(name: string): { family: string; given: string } {
  const space = name.lastIndexOf(' ')
  if (space > 0 && /^[\p{Script=Latin} .'-]+$/u.test(name))
    return { family: name.slice(space + 1), given: name.slice(0, space) }
  const whole = name.replaceAll(' ', '')
  const double = doubleSurnames.find((one) => whole.startsWith(one))
  const family = whole.includes('·') || whole.length > 4 ? whole : (double ?? [...whole][0] ?? '')
  return { family, given: whole.slice(family.length) }
}

/** Cards by what they are known by: the name with the unit, with a number or with an address of mail. */
class Book {
  readonly cards: Card[] = []
  private readonly known = new Map<string, Card>()

  add(draft: Draft): void {
    const keys = keysOf(draft)
    const there = keys.map((key) => this.known.get(key)).find(Boolean)
    const card = there ?? { uid: uidOf(keys[0]!), ...draft }
    if (there) merge(there, draft)
    else this.cards.push(card)
    for (const key of keys) if (!this.known.has(key)) this.known.set(key, card)
  }
}

function keysOf({ kind, name, organization, phones, emails, notes }: Draft): string[] {
  // Two offices may share a number, not a name; a person is not known by the surname alone.
  const who = `${kind}\n${name}`
  const by = [
    ...(organization === undefined ? [] : [`unit\n${organization}`]),
    ...phones.map(({ number, extension = '' }) => `number\n${number}\n${extension}`),
    ...emails.map((email) => `email\n${email}`),
  ]
  return (by.length ? by : [notes.join('\n')]).map((what) => `${who}\n${what}`)
}

/** A UUID of version 8 (RFC 9562, 5.8): made of what the card is known by. */
function uidOf(key: string): string {
  const hex = fingerprint(key)
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}

const add = <T>(to: T[], from: readonly T[], same: (one: T) => string) => {
  const there = new Set(to.map(same))
  for (const one of from) if (!there.has(same(one))) to.push(one)
}

function merge(card: Card, draft: Draft): void {
  add(card.phones, draft.phones, ({ number, extension = '', kind }) => [number, extension, kind].join())
  for (const field of ['emails', 'urls', 'notes', 'notices'] as const) add(card[field], draft[field], (one) => one)
  for (const field of ['organization', 'title', 'address', 'postcode'] as const) {
    const value = draft[field]
    if (card[field] === undefined && value !== undefined) card[field] = value
  }
}
