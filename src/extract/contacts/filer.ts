/**
 * The machine that files tokens into entries. It remembers the label that is open, the entry at hand and the group it
 * stands in: a new unit or a new person behind a number opens a new entry, and what follows a group of entries without
 * naming one of them belongs to all.
 */
import type { Fact, MessengerAccount, Person, Phone } from '../../types.js'
import type { Context, Range } from '../define.js'
import { type Entry, emptyEntry } from './entry.js'
import { type LabelKind, numberRules } from './rules.js'
import type { PhoneToken } from './token.js'

/** How many entries a detail below them is shared with at most. */
const GROUP = 40

/** The number of a public service has no more digits. */
const SERVICE = 6

export class Filer {
  readonly entries: Entry[] = []
  private current: Entry | null = null
  /** First entry of the group that shared details belong to. */
  private groupStart = 0
  /** The area code that holds for numbers printed without one; empty when none does. */
  private area = ''
  /** How long the local numbers behind that area code are; 0 when unknown. */
  private areaLocal = 0
  private areaHeld = false
  private label: LabelKind | null = null
  private labelBoth = false
  /** Unit of the next entry; null while one is at hand. */
  private pendingUnit: Range | null = null
  /** The last thing filed was a person: the next one goes with it. */
  private listing = false
  private carried = false
  /** Which party to a tender the entries at hand are of; empty where no label says so. */
  private party = ''
  /** The current entry is a number with its owner in brackets: no other number is his. */
  private owned = false

  /** The number at hand is one to complain at. */
  apart = false

  constructor(private readonly context: Context) {}

  get openLabel(): LabelKind | null {
    return this.label
  }

  /** Whether an entry is at hand. */
  get isOpen(): boolean {
    return this.current !== null
  }

  /** Whether the last thing filed is a person. */
  get isListing(): boolean {
    return this.listing
  }

  /** Whether nothing before a number says whose it is, save a bracket behind the one before it. */
  get lacksOwner(): boolean {
    const { current } = this
    if (!current) return this.pendingUnit === null && this.label === 'phone'
    return this.label === 'phone' && !current.people.length && (this.owned || (!current.unit && !current.phones.length))
  }

  /** Whether the label stands on the line above. */
  get isCarried(): boolean {
    return this.carried
  }

  /** Whether the address of the current entry is the end of this one. */
  endsAddress(text: string): boolean {
    const address = this.current?.address?.text
    return address !== undefined && text.endsWith(address)
  }

  // Where lines, rows and groups end.

  /** A line ends: labels do not reach over it, save that a value may stand on the next line. */
  endLine(keepLabel: boolean): void {
    this.carried = false
    this.listing = false
    if (!keepLabel) this.label = null
  }

  /** The label stands on the line above: only a name behind its unit still belongs to it. */
  carry(): void {
    this.carried = this.label === 'person'
    this.listing = this.carried
  }

  /** A heading or other text ends the group. */
  endGroup(): void {
    this.close()
    this.party = ''
    this.label = null
    this.pendingUnit = null
    if (!this.areaHeld) this.area = ''
  }

  /** A row ends: what the numbers above say of the place holds for those below. */
  endRow(): void {
    const { area, areaLocal } = this
    this.endGroup()
    this.area = area
    this.areaLocal = areaLocal
  }

  /** The cells of a row speak of one contact point, whoever stands in brackets behind a number. */
  nextCell(): void {
    this.owned = false
  }

  /** A line with a purpose of its own stands apart from the entry above. */
  nextLine(): void {
    if (this.current?.phones.length) this.close()
  }

  /** Who is asked about the project is not whom the entry above names, but he may be of the unit that it has so far. */
  nextAsked(): void {
    const { current } = this
    if (current && (current.people.length || current.phones.length || current.emails.length)) this.close()
  }

  /** A label that names its party: what stands above of another is not his. */
  nextParty(party: string): void {
    if (this.party && this.party !== party) this.close()
    this.party = party
  }

  // Units, labels and area codes.

  setUnit(range: Range): void {
    const { current } = this
    const given = current && [current.people, current.phones, current.faxes, current.emails]
    if (given?.some((list) => list.length > 0) || current?.address) this.close()
    if (this.current) this.current.unit = range
    else this.pendingUnit = range
  }

  /** The unit of a person named behind the numbers: 电话:0100-5550123,联系人:市科技局李明. */
  setUnitOf(range: Range): void {
    const { current } = this
    if (current?.phones.length && !current.people.length && !current.unit) current.unit = range
    else this.setUnit(range)
  }

  /** `apart`: where to complain, which is nobody's number who is named behind. */
  setLabel(kind: LabelKind, both: boolean, apart = false): void {
    if (kind === 'person' || kind === 'phone') this.apart = apart
    if (kind === 'person' && this.current?.people.length && this.current.phones.length) this.close()
    this.label = kind
    this.labelBoth = both
  }

  /** The label before one in brackets holds again. */
  restoreLabel(kind: LabelKind | null): void {
    this.label = kind
    this.labelBoth = false
  }

  /** An area code said once for what follows. */
  setArea(area: string): void {
    this.area = area
    this.areaLocal = 0
  }

  /** An area code in a heading is that of every number below it. */
  holdArea(held: boolean): void {
    this.areaHeld = held
  }

  /** A named unit has its own area code. */
  resetArea(): void {
    if (!this.areaHeld) this.area = ''
  }

  // Whose the next number is.

  /** A number with its unit and people in brackets behind it is an entry of its own, with the numbers set beside it. */
  nextOwner(unit: Range | null, beside: boolean): void {
    if (beside && this.current && !this.current.people.length) this.current.unit = unit ?? this.current.unit
    else {
      if (this.current?.phones.length || this.current?.people.length) {
        // 干部一处:0100-5550123(李同志)、0100-5550124(王同志): both are of the office.
        this.pendingUnit = this.current.unit
        this.current = null
      }
      if (unit) this.setUnit(unit)
    }
    this.listing = true
  }

  /** What was filed last is a number with its owner behind it. */
  closeOwner(): void {
    this.owned = true
  }

  /** A number with its person in brackets behind it opens an entry of its own. */
  nextPair(): void {
    if (!this.current?.people.length) return
    this.pendingUnit = this.current.unit
    this.current = null
  }

  /** 办公室:0100-5550123  李主任:139…: a number under a name is not the one before it. */
  nextHolder(): void {
    const { current } = this
    if (!current?.phones.length || current.people.length) return
    this.current = null
    this.pendingUnit = current.unit
  }

  /** One of several numbers with their people behind them is an entry of its own, of the unit that the others have. */
  nextInRow(): void {
    this.nextHolder()
    this.nextPair()
  }

  // What is filed.

  person(fact: Person, range: Range): void {
    // …,传真5550123;报到联系:李明(5550124)
    if (this.label === 'fax') this.label = null
    // 用电咨询请拨95598,客户经理李明139…: nobody in particular answers at the number of a service.
    if (this.current && !this.current.people.length && this.current.phones.at(-1)?.kind === 'hotline') {
      if (this.current.phones.every((p) => p.number.length <= SERVICE)) this.current = null
    }
    if (this.current?.people.length && this.current.phones.length && !this.listing) {
      // Behind a number, a new person opens an entry of the same unit.
      const { unit } = this.current
      this.current = null
      this.ensure(range).unit = unit
    }
    this.ensure(range).people.push(fact)
    this.listing = true
  }

  phone(token: PhoneToken): void {
    const { context } = this
    const { range, extension } = token
    this.listing = false
    if (token.masked) {
      context.report('contacts/masked', `the number ${token.number} is printed with digits left out`, range)
      // Nothing but placeholders is no number.
      if (!numberRules.anyDigit.test(token.number)) return
    } else if (token.doubtful)
      context.report('contacts/implausible-number', `${token.number} fits no numbering plan; read as printed`, range)
    const number = this.withArea(token)
    const phone: Phone = {
      text: context.text.slice(range.start, range.end).trim(),
      span: context.span(range),
      number: extension ? `${number}-${extension}` : number,
      kind: token.kind,
      ...(extension ? { extension } : {}),
      ...(token.masked ? { masked: true } : {}),
    }
    const fax = this.label === 'fax'
    if (this.owned && !fax) this.current = null
    if (!fax || this.labelBoth) this.ensure(range).phones.push(phone)
    if (fax)
      this.share(
        range,
        (e) => e.faxes.length === 0 || e === this.current,
        (e) => e.faxes.push(phone),
      )
  }

  /** 电话同上: the number filed last is this person's too. */
  phoneAbove(extension: string, range: Range): void {
    const above = this.entries.findLast((e) => e !== this.current && e.phones.length > 0)?.phones.at(-1)
    if (!above || !this.current || this.current.phones.length) return
    const number = above.extension ? above.number.slice(0, -above.extension.length - 1) : above.number
    this.listing = false
    this.ensure(range).phones.push({
      text: this.context.text.slice(range.start, range.end),
      span: this.context.span(range),
      number: extension ? `${number}-${extension}` : above.number,
      kind: above.kind,
      ...(extension ? { extension } : above.extension ? { extension: above.extension } : {}),
    })
  }

  /** The number with the area code that holds for it; one that is printed holds for the numbers behind it. */
  private withArea({ number, kind, local, area }: PhoneToken): string {
    if (area) {
      this.area = area
      this.areaLocal = local.length
      return number
    }
    const holds = kind === 'landline' && local && (this.areaLocal === 0 || local.length === this.areaLocal)
    return holds && this.area ? `${this.area}-${local}` : number
  }

  /** 5550 1290(兼传真): the last number takes faxes too. */
  alsoFax(both: boolean): void {
    const last = this.current?.phones.at(-1)
    if (!last) return
    this.current?.faxes.push(last)
    if (!both) this.current?.phones.pop()
  }

  /** `own`: of the person at hand alone. */
  email(fact: Fact, range: Range, own = false): void {
    if (own) {
      this.ensure(range).emails.push(fact)
      return
    }
    this.share(
      range,
      (e) => e.emails.length === 0 || e === this.current,
      (e) => e.emails.push(fact),
    )
  }

  messenger(account: MessengerAccount, range: Range): void {
    this.ensure(range).messengers.push(account)
  }

  /** A web address says where more stands; it opens no entry. */
  url(fact: Fact, range: Range): void {
    if (this.current) this.ensure(range).urls.push(fact)
  }

  address(fact: Fact, range: Range): void {
    // Who is to be found elsewhere is someone else.
    if (this.current?.address && this.current.address.text !== fact.text) this.close()
    this.share(
      range,
      (e) => e.address === null,
      (e) => {
        e.address = fact
      },
    )
  }

  postcode(fact: Fact, range: Range): void {
    this.share(
      range,
      (e) => e.postcode === null,
      (e) => {
        e.postcode = fact
      },
    )
  }

  /** Gives a detail to the entries of the group that still lack it; opens one where there is none. */
  private share(range: Range, lacks: (entry: Entry) => boolean, give: (entry: Entry) => void): void {
    const group = this.current ? this.entries.slice(Math.max(this.groupStart, this.entries.length - GROUP)) : []
    const own = this.ensure(range)
    const many = group.length > 1 && group.every((e) => e.people.length > 0)
    for (const entry of many ? group : [own]) if (lacks(entry)) give(entry)
  }

  /** Nothing goes to the entry at hand any more, nor to those of its group. */
  private close(): void {
    this.current = null
    this.groupStart = this.entries.length
  }

  /** The entry at hand, opened where there is none, with `range` in it. */
  private ensure(range: Range): Entry {
    const { pendingUnit } = this
    let entry = this.current
    if (!entry) {
      entry = emptyEntry(range)
      entry.unit = pendingUnit
      if (pendingUnit) entry.range.start = Math.min(entry.range.start, pendingUnit.start)
      this.current = entry
      this.owned = false
      this.pendingUnit = null
      this.entries.push(entry)
    }
    entry.range.start = Math.min(entry.range.start, range.start)
    entry.range.end = Math.max(entry.range.end, range.end)
    return entry
  }
}
