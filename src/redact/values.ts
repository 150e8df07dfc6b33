/** What is to be masked: the values that a notice names, and those whose form tells what they are. */
import contactsGrammar from '../../grammars/contacts.js'
import redactGrammar from '../../grammars/redact.js'
import { findContacts } from '../find.js'
import { compile } from '../grammar.js'
import { fromAt } from '../read/source-text.js'
import type { Contact, Notice, Person, Phone } from '../types.js'
import { checksOut } from './id-card.js'
import { DEFAULT_KEEP, type Keep, PERSONAL_DOMAINS, type RedactPolicy } from './policy.js'
import type { RedactKind } from './types.js'
import { BREAK, type View } from './view.js'

const { mobile, idCard, oldIdCard, labelledIdCard, han, latinName } = compile(redactGrammar)
const { email: emailForm } = compile(contactsGrammar)

/** A value in one spelling, without what may stand between its characters. */
export interface Needle {
  kind: RedactKind
  /** As in `View.squeezed`. */
  text: string
  /** What of it is masked. */
  from: number
  to: number
  /** Which needles are of one value. */
  value: number
  /** What must not stand on its sides: digits, for numbers that could be part of a longer one. */
  alone: boolean
}

const SEPARATORS = /[\s().[\]·_—-]/g
/** As views hold it. */
const squeeze = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(SEPARATORS, '')
    .replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** Spans that hold a value of a kind, as the notice tells. */
export interface Told {
  kind: RedactKind
  start: number
  end: number
}

export interface Values {
  needles: Needle[]
  told: Told[]
}

export function valuesOf(notice: Notice, views: readonly View[], policy: RedactPolicy): Values {
  const values = new Collector(policy)
  for (const contact of notice.contacts) values.contact(contact)
  // No notice, or one that is not known as such: line by line, as any text.
  if (notice.diagnostics.some(({ ruleId }) => ruleId === 'notice/not-recognized')) {
    for (const contact of findContacts(views[0]!.text.replaceAll(BREAK, '\n'))) values.contact(contact, false)
  }
  for (const line of struckLines(notice, views[0]!))
    for (const contact of findContacts(line)) values.contact(contact, false)
  for (const { text } of views) {
    const cards = [
      ...idCard.all(text).filter((m) => isIdCard(m.groups.number!)),
      ...oldIdCard.all(text),
      ...labelledIdCard.all(text),
    ].sort((a, b) => a.start - b.start)
    for (const m of cards) values.number('idCard', m.groups.number!)
    let next = 0
    for (const m of mobile.all(text)) {
      while (next < cards.length && cards[next]!.end <= m.start) next++
      // Digits within the number of a card, set in groups.
      if (!(next < cards.length && cards[next]!.start < m.end)) values.number('mobile', m.groups.number!)
    }
    for (const m of emailForm.all(text)) values.email(m.text)
  }
  return { needles: values.needles, told: values.told.sort((a, b) => a.start - b.start) }
}

/** How much on either side of struck-out text tells whose it is. */
const AROUND = 40

/**
 * Struck-out text is read for no fact, but it can still be read: each piece with what stands around it, as if it were not
 * struck out.
 */
function* struckLines({ diagnostics }: Notice, { text, folded }: View): Iterable<string> {
  const spans = diagnostics.flatMap(({ ruleId, span }) => (ruleId === 'read/struck-out' && span ? [span] : []))
  let at = 0
  for (const { start, end } of spans.sort((a, b) => a.start - b.start)) {
    while (at < text.length && fromAt(folded, at) < start) at++
    let behind = at
    while (behind < text.length && fromAt(folded, behind) < end) behind++
    const [before, piece, after] = [
      text.slice(Math.max(0, at - AROUND), at),
      text.slice(at, behind),
      text.slice(behind, behind + AROUND),
    ]
    const inLine = `${before.split(BREAK).at(-1)}${piece.replaceAll('~~', '')}`
    yield `${inLine}\n${inLine},${after.split(BREAK)[0]}`.replaceAll(BREAK, '\n')
  }
}

/** Whether the form of eighteen characters holds a day of birth and a check digit. */
function isIdCard(printed: string): boolean {
  const number = squeeze(printed.replace('×', 'x'))
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number) as number[]
  const isDay = year! >= 1800 && year! < 2100 && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31
  return isDay && checksOut(number)
}

/** Of 0100-5550123/79 the second number is printed by its last digits only: they are none of its own. */
const isWhole = ({ text, number }: Phone) => squeeze(text).includes(squeeze(number).slice(-6))

class Collector {
  readonly needles: Needle[] = []
  readonly told: Told[] = []
  private readonly known = new Set<string>()
  private readonly kinds: ReadonlySet<RedactKind> | null
  private readonly allowed: ReadonlySet<string>
  private readonly personal: readonly string[]
  private values = 0

  constructor(private readonly policy: RedactPolicy) {
    this.kinds = policy.kinds ? new Set(policy.kinds) : null
    this.allowed = new Set((policy.allow ?? []).map(squeeze))
    this.personal = (policy.personalDomains ?? PERSONAL_DOMAINS).map((domain) => domain.toLowerCase())
  }

  /** All of a contact; without its spans where they point into another text. */
  contact(contact: Contact, spans = true): void {
    const tell = (kind: RedactKind, span: { start: number; end: number }, done: boolean) => {
      if (done && spans) this.told.push({ kind, start: span.start, end: span.end })
    }
    for (const person of contact.people) tell('name', person.span, this.person(person))
    for (const phone of contact.phones) tell(phone.kind, phone.span, this.phone(phone, phone.kind) && isWhole(phone))
    for (const fax of contact.faxes) {
      const kind = fax.kind === 'mobile' ? 'mobile' : 'fax'
      tell(kind, fax.span, this.phone(fax, kind) && isWhole(fax))
    }
    for (const email of contact.emails) tell('email', email.span, this.email(email.text))
    for (const account of contact.messengers) {
      if (account.kind !== 'qqGroup' || !this.policy.keepOffices)
        tell('messenger', account.span, this.number('messenger', account.text))
    }
  }

  private person({ text, name }: Person): boolean {
    const whole = squeeze(name)
    if (!han.test(whole) && !latinName.test(name)) return false
    // A surname alone is masked with the title behind it.
    const shown = [...whole].length === 1 ? squeeze(text) : whole
    if ([...shown].length < 2 || this.allowed.has(squeeze(text))) return false
    const [begin, end] = [...whole].length === 1 ? [0, 0] : this.keep('name', [...whole].length)
    const chars = [...whole]
    const from = chars.slice(0, begin).join('').length
    const to = chars.slice(0, chars.length - end).join('').length
    return this.add('name', shown, from, to, false)
  }

  private phone({ number, extension, masked }: Phone, kind: RedactKind): boolean {
    if (masked || (this.policy.keepOffices && kind !== 'mobile')) return false
    if (kind === 'mobile') return this.number('mobile', number)
    const end = extension === undefined ? '' : `-${extension}`
    const whole = end && number.endsWith(end) ? number.slice(0, -end.length) : number
    const [, area = '', local] = /^(0\d{2,3})-(.+)$/.exec(whole) ?? [null, '', whole]
    const digits = squeeze(local!)
    if (this.allowed.has(squeeze(number)) || this.allowed.has(squeeze(whole))) return false
    const [begin, last] = this.keep(kind, digits.length)
    const value = this.values++
    // With the area code, with the country's, without either.
    for (const before of area ? [area, `86${area.slice(1)}`, ''] : [''])
      this.add(kind, before + digits, before.length + begin, before.length + digits.length - last, true, value)
    return !this.kinds || this.kinds.has(kind)
  }

  number(kind: RedactKind, printed: string): boolean {
    const text = squeeze(printed.replace('×', 'x'))
    const [begin, end] = this.keep(kind, text.length)
    // Eleven digits and more are found within longer numbers too: nothing of them is to be left.
    const done = this.add(kind, text, begin, text.length - end, text.length < 11)
    if (done && text.endsWith('x') && kind === 'idCard')
      this.add(kind, `${text.slice(0, -1)}×`, begin, text.length - end, false, this.values - 1)
    return done
  }

  email(printed: string): boolean {
    const m = /^(.{0,100}?)\s{0,20}(?:@|\(at\)|\[at\]|#at#|#)\s{0,20}(.{0,400})$/i.exec(printed.normalize('NFKC'))
    if (!m) return false
    const [, local, domain] = m as unknown as [string, string, string]
    const host = domain.replace(/\s+/g, '').toLowerCase()
    if (this.policy.keepOffices && !this.personal.includes(host)) return false
    const name = squeeze(local)
    const server = squeeze(domain)
    if (this.allowed.has(squeeze(`${local}@${domain}`))) return false
    const [begin] = this.keep('email', name.length)
    const value = this.values++
    let done = false
    for (const at of ['@', 'at', '#at#', '#'])
      done = this.add('email', name + at + server, begin, name.length, false, value) || done
    return done
  }

  /** How much stays; nothing where that would be all. */
  private keep(kind: RedactKind, length: number): Keep {
    const [begin, end] = this.policy.keep?.[kind] ?? DEFAULT_KEEP[kind]
    if (begin + end < length) return [begin, end]
    return kind === 'name' && length > 1 && begin > 0 ? [1, 0] : [0, 0]
  }

  private add(kind: RedactKind, text: string, from: number, to: number, alone: boolean, value?: number): boolean {
    if (text.length < 2 || from >= to || (this.kinds && !this.kinds.has(kind))) return false
    if (this.allowed.has(text)) return false
    if (this.known.has(text)) return true
    this.known.add(text)
    this.needles.push({ kind, text, from, to, value: value ?? this.values++, alone })
    return true
  }
}
