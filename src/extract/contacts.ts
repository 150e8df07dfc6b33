/**
 * Contact points. Lines are cut into tokens (labels, numbers, mails, words); a small machine files them: a new unit or a
 * new person behind a number opens a new entry, what follows a group of entries without naming one belongs to all.
 */
import contactsGrammar from '../../grammars/contacts.js'
import { compile, type Match } from '../grammar.js'
import type { Row } from '../parse/tables.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Contact, Fact, MessengerAccount, Person, Phone } from '../types.js'
import { type Context, defineExtractor, type Range } from './define.js'
import { rowsOfForms } from './grids.js'
import { RangeSet } from './ranges.js'
import { urlsIn } from './urls.js'

const grammar = compile(contactsGrammar)

type LabelKind = 'person' | 'phone' | 'fax' | 'email' | 'address' | 'postcode' | 'url' | 'im' | 'unit' | 'account'
const KINDS: LabelKind[] = ['person', 'fax', 'email', 'phone', 'postcode', 'address', 'url', 'im', 'unit', 'account']

type Token =
  | { type: 'label'; kind: LabelKind; both: boolean; prefix: Range | null; range: Range }
  | {
      type: 'phone'
      number: string
      kind: Phone['kind']
      local: string
      area: string
      extension?: string
      /** Printed with digits left out. */
      masked?: boolean
      /** Behind a label for numbers, but like none of the numbering plan. */
      doubtful?: boolean
      range: Range
    }
  | { type: 'email'; text: string; range: Range }
  | { type: 'url'; text: string; range: Range }
  | { type: 'word'; text: string; range: Range; colon: boolean; bracket: boolean }
  /** Someone whom the sentence says to ask: 请与李明联系. */
  | { type: 'person'; range: Range }
  /** An address that no label announces, with the postcode behind it. */
  | { type: 'address'; range: Range; code: Range | null }
  | { type: 'cell'; range: Range }

interface Entry {
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

const emptyEntry = (range: Range): Entry => ({
  unit: null,
  people: [],
  phones: [],
  faxes: [],
  emails: [],
  messengers: [],
  address: null,
  postcode: null,
  urls: [],
  range: { ...range },
})

/** `numbers`: the text is a cell for telephones, in which the short number of a service needs no word beside it. */
function tokens(element: NoticeElement, from: number, to: number, numbers = false): Token[] {
  const text = element.value.slice(from, to)
  const base = element.range.start + from
  const place = (start: number, end: number): Range => ({ start: base + start, end: base + end })
  const fixed: Token[] = []
  const taken = new RangeSet()
  const overlaps = (start: number, end: number) => taken.overlaps({ start: base + start, end: base + end })
  const keep = (token: Token) => {
    fixed.push(token)
    taken.add(token.range)
  }
  if (text.includes('@') || text.includes('at') || text.includes('#')) {
    for (const m of grammar.email.all(text))
      keep({
        type: 'email',
        text: m.text.replace(/\s/g, '').replace(/\(at\)|\[at\]|#at#|#/, '@'),
        range: place(m.start, m.end),
      })
  }
  for (const u of urlsIn(text))
    if (!overlaps(u.start, u.end)) keep({ type: 'url', text: text.slice(u.start, u.end), range: place(u.start, u.end) })
  if (/\d/.test(text)) phoneTokens(text, place, keep, overlaps, numbers)
  for (const m of grammar.label.all(text)) {
    const kind = KINDS.find((k) => m.groups[k] !== undefined)
    if (!kind || overlaps(m.start, m.end)) continue
    const prefix = prefixOf(text, m.start)
    const both =
      kind === 'person' ? grammar.alsoPhone.test(m.text) : kind === 'fax' && grammar.phoneAndFax.test(m.groups.fax!)
    keep({
      type: 'label',
      kind,
      both,
      prefix: prefix ? place(prefix.start, prefix.end) : null,
      range: place(m.start, m.end),
    })
  }
  for (const m of grammar.askFor.all(text)) {
    const at = (m.at('person') ?? m.at('named'))!
    if (!overlaps(at.start, at.end) && !grammar.notPerson.test(text.slice(at.start, at.end)))
      keep({ type: 'person', range: place(at.start, at.end) })
  }
  for (const m of grammar.plainAddress.all(text)) {
    const at = m.at('address')!
    const code = m.at('code')
    if (!overlaps(at.start, at.end))
      keep({
        type: 'address',
        range: place(at.start, at.end),
        code: code && place(code.start, code.end),
      })
  }
  fixed.sort((a, b) => a.range.start - b.range.start)
  const out: Token[] = []
  let cursor = 0
  for (const token of fixed) {
    // The run of characters before a label belongs to it (项目|负责人), whether or not it names a unit.
    const begin = (token.type === 'label' && token.prefix ? token.prefix : token.range).start - base
    if (token.range.start - base < cursor) continue
    words(text, cursor, Math.max(cursor, begin), place, out)
    out.push(token)
    cursor = token.range.end - base
  }
  words(text, cursor, text.length, place, out)
  return out
}

/** The Han run before a label (市科技局|联系人), which may name its unit. */
function prefixOf(text: string, start: number): Range | null {
  let from = start
  while (from > 0 && start - from < 30 && /[\u4e00-\u9fff“”()、]/.test(text[from - 1]!)) from--
  const number = grammar.topHeading.at(text.slice(from, start), 0)
  if (number) from += number.end
  // (办公室联系人:…): the bracket holds the label too.
  if (text[from] === '(' && !text.slice(from, start).includes(')')) from++
  return from < start ? { start: from, end: start } : null
}

function phoneTokens(
  text: string,
  place: (s: number, e: number) => Range,
  keep: (token: Token) => void,
  overlaps: (s: number, e: number) => boolean,
  numbers: boolean,
): void {
  for (const m of grammar.phone.all(text)) {
    if (overlaps(m.start, m.end)) continue
    const g = m.groups
    // Recognized characters: O861 is an area code.
    const digits = (s: string | undefined) => (s ?? '').replace(/[Oo]/g, '0').replace(/\D/g, '')
    const extension = g.ext ? { extension: g.ext } : {}
    const end = m.end
    if (g.hotline)
      keep({
        type: 'phone',
        number: digits(g.hotline).replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3'),
        kind: 'hotline',
        local: '',
        area: '',
        ...extension,
        range: place(m.start, end),
      })
    else if (g.mobile)
      keep({
        type: 'phone',
        number: digits(g.mobile),
        kind: 'mobile',
        local: '',
        area: '',
        range: place(m.start, g.ext ? m.at('mobile')!.end : end),
      })
    else if (g.area) {
      const area = digits(g.area)
      const local = digits(g.local)
      if (local.length < 7) continue
      keep({
        type: 'phone',
        number: `${area}-${local}`,
        kind: 'landline',
        local,
        area,
        ...extension,
        range: place(m.start, end),
      })
      addSuffixes(text, m.end, area, local, place, keep, g.ext)
    } else if (g.bare) {
      const local = digits(g.bare)
      if (local.length < 6 || looksLikeDate(local)) continue
      keep({
        type: 'phone',
        number: local,
        kind: 'landline',
        local,
        area: '',
        ...extension,
        range: place(m.start, end),
      })
      addSuffixes(text, m.end, '', local, place, keep, g.ext)
    }
  }
  for (const rule of numbers ? [grammar.service, grammar.serviceAlone] : [grammar.service, grammar.short]) {
    for (const m of rule.all(text)) {
      const at = m.at('number')!
      const { number = '', area = '' } = m.groups
      const start = area ? m.start : at.start
      if (!overlaps(start, at.end))
        keep({
          type: 'phone',
          number: area ? `${area}-${number}` : number,
          kind: 'hotline',
          local: '',
          area,
          range: place(start, at.end),
        })
    }
  }
  for (const m of grammar.masked.all(text)) {
    if (overlaps(m.start, m.end)) continue
    const number = m.text.replace(/[^\d*xX-]/g, '').replace(/[xX]/g, '*')
    const kind = m.groups.mobile ? 'mobile' : 'landline'
    keep({ type: 'phone', number, kind, local: '', area: '', masked: true, range: place(m.start, m.end) })
  }
  for (const m of grammar.labelledNumber.all(text)) {
    for (let at = m.at('number'); at; ) {
      if (!overlaps(at.start, at.end)) keep(labelledNumber(text.slice(at.start, at.end), place(at.start, at.end)))
      const next: Match | null = grammar.labelledNext.at(text, at.end)
      at = next?.at('number') ?? null
    }
  }
}

/** What stands behind a label for numbers, read as far as the numbering plan goes; else as printed, in doubt. */
function labelledNumber(printed: string, range: Range): Token {
  const digits = printed.replace(/\D/g, '')
  const number = printed.replace(/[^\d-]+/g, '-').replace(/^-|-$/g, '')
  return grammar.mobileDigits.test(digits)
    ? { type: 'phone', number: digits, kind: 'mobile', local: '', area: '', range }
    : { type: 'phone', number, kind: 'landline', local: '', area: '', doubtful: true, range }
}

/** 20210401 is a day, not a telephone. */
const looksLikeDate = (digits: string) => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)

/** 12345678/79: further numbers given by their last digits; behind an extension, further extensions. */
function addSuffixes(
  text: string,
  end: number,
  area: string,
  local: string,
  place: (s: number, e: number) => Range,
  keep: (token: Token) => void,
  extension: string | undefined,
): void {
  let at = end
  for (let guard = 0; guard < 4; guard++) {
    const m = grammar.suffix.at(text.slice(at), 0)
    if (!m) return
    const tail = m.at('tail')!
    const digits = m.groups.tail!
    const full = extension ? local : local.slice(0, local.length - digits.length) + digits
    keep({
      ...(extension ? { extension: digits } : {}),
      type: 'phone',
      number: area ? `${area}-${full}` : full,
      kind: 'landline',
      local: full,
      area,
      range: place(at + tail.start, at + tail.end),
    })
    at += m.end
  }
}

const SEPARATORS: ReadonlySet<string> = new Set(' \t,;、。:()〈〉/|!')

/** Words between separators; a lone character and the next close up to one name (李  亮). */
function words(text: string, from: number, to: number, place: (s: number, e: number) => Range, out: Token[]): void {
  let i = from
  while (i < to) {
    while (i < to && SEPARATORS.has(text[i]!)) {
      if (text[i] === '\t') out.push({ type: 'cell', range: place(i, i + 1) })
      i++
    }
    let j = i
    let depth = 0
    while (j < to && (depth > 0 ? true : !SEPARATORS.has(text[j]!) || (text[j] === '(' && j > i))) {
      if (text[j] === '(') {
        // A bracket that a number stands in is no part of the word before it.
        const close = text.slice(j, Math.min(to, j + 60)).indexOf(')')
        if (close < 0) break
        depth++
      } else if (text[j] === ')') {
        depth--
        if (depth < 0) break
      }
      j++
    }
    if (j > i) {
      const previous = out.at(-1)
      const word = text.slice(i, j)
      const bareWord = word.split('(')[0]!
      const end = place(i, j)
      const gap = previous ? end.start - previous.range.end : 99
      if (
        previous?.type === 'word' &&
        !previous.colon &&
        previous.text.length === 1 &&
        bareWord.length <= 2 &&
        gap <= 6 &&
        isHan(previous.text) &&
        isHan(bareWord) &&
        /^ +$/.test(text.slice(i - gap, i))
      ) {
        previous.text += word
        previous.range = { start: previous.range.start, end: end.end }
        previous.colon = text[j] === ':'
      } else
        out.push({
          type: 'word',
          text: word,
          range: end,
          colon: text[j] === ':',
          bracket: text[i - 1] === '(' || text[i - 1] === '〈',
        })
    }
    i = Math.max(j, i + 1)
  }
}

const isHan = (s: string) => /^[\u3400-\u9fff]+$/.test(s)

/** How many entries a detail below them is shared with at most. */
const GROUP = 40

/** Files tokens into entries. */
class Filer {
  entries: Entry[] = []
  private current: Entry | null = null
  /** First entry of the group that shared details belong to. */
  private groupStart = 0
  private area = ''
  private areaLocal = 0
  private areaHeld = false
  private label: LabelKind | null = null
  private labelBoth = false
  private pendingUnit: Range | null = null
  /** The last thing filed was a person: the next one goes with it. */
  private listing = false
  private carried = false
  /** The current entry is a number with its owner in brackets: no other number is his. */
  private owned = false

  constructor(private readonly context: Context) {}

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

  get isCarried(): boolean {
    return this.carried
  }

  /** A heading or other text ends the group. */
  endGroup(): void {
    this.current = null
    this.label = null
    this.pendingUnit = null
    this.groupStart = this.entries.length
    if (!this.areaHeld) this.area = ''
  }

  /** A row ends: what the numbers above say of the place holds for those below. */
  endRow(): void {
    const { area, areaLocal } = this
    this.endGroup()
    this.area = area
    this.areaLocal = areaLocal
  }

  /** An area code in a heading is that of every number below it. */
  holdArea(held: boolean): void {
    this.areaHeld = held
  }

  get openLabel(): LabelKind | null {
    return this.label
  }

  /** An area code said once for what follows. */
  setArea(area: string): void {
    this.area = area
    this.areaLocal = 0
  }

  /** A named unit has its own area code. */
  resetArea(): void {
    if (!this.areaHeld) this.area = ''
  }

  setUnit(range: Range): void {
    if (
      this.current &&
      (this.current.people.length || this.current.phones.length || this.current.emails.length || this.current.address)
    ) {
      this.current = null
      this.groupStart = this.entries.length
    }
    if (this.current) this.current.unit = range
    else this.pendingUnit = range
  }

  setLabel(kind: LabelKind, both: boolean): void {
    if (kind === 'person' && this.current?.people.length && this.current.phones.length) {
      this.current = null
      this.groupStart = this.entries.length
    }
    this.label = kind
    this.labelBoth = both
  }

  /** A line with a purpose of its own stands apart from the entry above. */
  nextLine(): void {
    if (!this.current?.phones.length) return
    this.current = null
    this.groupStart = this.entries.length
  }

  /** Whether the last thing filed is a person. */
  get isListing(): boolean {
    return this.listing
  }

  /** Whether the address of the current entry is the end of this one. */
  endsAddress(text: string): boolean {
    const address = this.current?.address?.text
    return address !== undefined && text.endsWith(address)
  }

  get isOpen(): boolean {
    return this.current !== null
  }

  /** A number with its unit and people in brackets behind it is an entry of its own, with the numbers set beside it. */
  nextOwner(unit: Range | null, beside: boolean): void {
    if (beside && this.current && !this.current.people.length) this.current.unit = unit ?? this.current.unit
    else {
      if (this.current?.phones.length || this.current?.people.length) this.current = null
      if (unit) this.setUnit(unit)
    }
    this.listing = true
  }

  /** What was filed last is a number with its owner behind it. */
  closeOwner(): void {
    this.owned = true
  }

  /** The cells of a row speak of one contact point, whoever stands in brackets behind a number. */
  nextCell(): void {
    this.owned = false
  }

  /** The unit of a person named behind the numbers: 电话:0100-5550123,联系人:市科技局李明. */
  setUnitOf(range: Range): void {
    const { current } = this
    if (current?.phones.length && !current.people.length && !current.unit) current.unit = range
    else this.setUnit(range)
  }

  /** A number with its person in brackets behind it opens an entry of its own. */
  nextPair(): void {
    if (!this.current?.people.length) return
    const { unit } = this.current
    const start = this.groupStart
    this.current = null
    this.pendingUnit = unit
    this.groupStart = start
  }

  /** 办公室:0100-5550123  李主任:139…: a number under a name is not the one before it. */
  nextHolder(): void {
    const { current } = this
    if (!current?.phones.length || current.people.length) return
    this.current = null
    this.pendingUnit = current.unit
  }

  person(fact: Person, range: Range): void {
    if (this.current?.people.length && this.current.phones.length && !this.listing) {
      // Behind a number, a new person opens an entry of the same unit.
      const unit = this.current.unit
      const start = this.groupStart
      this.current = null
      this.ensure(range)
      this.current!.unit ??= unit
      this.groupStart = start
    }
    this.ensure(range).people.push(fact)
    this.listing = true
  }

  phone(token: Extract<Token, { type: 'phone' }>): void {
    const { context } = this
    this.listing = false
    let { number } = token
    if (token.masked) {
      context.report('contacts/masked', `the number ${number} is printed with digits left out`, token.range)
      // Nothing but placeholders is no number.
      if (!grammar.anyDigit.test(number)) return
    } else if (token.doubtful)
      context.report('contacts/implausible-number', `${number} fits no numbering plan; read as printed`, token.range)
    if (token.area) {
      this.area = token.area
      this.areaLocal = token.local.length
    } else if (
      token.kind === 'landline' &&
      token.local &&
      this.area &&
      (this.areaLocal === 0 || token.local.length === this.areaLocal)
    )
      number = `${this.area}-${token.local}`
    const phone: Phone = {
      text: context.text.slice(token.range.start, token.range.end).trim(),
      span: context.span(token.range),
      number: token.extension ? `${number}-${token.extension}` : number,
      kind: token.kind,
      ...(token.extension ? { extension: token.extension } : {}),
      ...(token.masked ? { masked: true } : {}),
    }
    const fax = this.label === 'fax'
    if (this.owned && !fax) this.current = null
    if (fax) {
      if (this.labelBoth) this.ensure(token.range).phones.push(phone)
      this.share(
        token.range,
        (e) => e.faxes.length === 0 || e === this.current,
        (e) => e.faxes.push(phone),
      )
    } else this.ensure(token.range).phones.push(phone)
  }

  /** 5550 1290(兼传真): the last number takes faxes too. */
  alsoFax(both: boolean): void {
    const last = this.current?.phones.at(-1)
    if (!last) return
    this.current?.faxes.push(last)
    if (!both) this.current?.phones.pop()
  }

  email(fact: Fact, range: Range): void {
    this.share(
      range,
      (e) => e.emails.length === 0 || e === this.current,
      (e) => e.emails.push(fact),
    )
  }

  messenger(account: MessengerAccount, range: Range): void {
    this.ensure(range).messengers.push(account)
  }

  url(fact: Fact, range: Range): void {
    if (this.current)
      this.share(
        range,
        (e) => e === this.current,
        (e) => e.urls.push(fact),
      )
  }

  address(fact: Fact, range: Range): void {
    if (this.current?.address && this.current.address.text !== fact.text) this.setUnit(range)
    this.share(
      range,
      (e) => e.address === null,
      (e) => {
        e.address = fact
      },
    )
    if (this.pendingUnit === range) this.pendingUnit = null
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

  private ensure(range: Range): Entry {
    if (!this.current) {
      this.current = emptyEntry(range)
      this.owned = false
      this.current.unit = this.pendingUnit
      if (this.pendingUnit) this.current.range.start = Math.min(this.current.range.start, this.pendingUnit.start)
      this.pendingUnit = null
      this.entries.push(this.current)
    }
    this.current.range.start = Math.min(this.current.range.start, range.start)
    this.current.range.end = Math.max(this.current.range.end, range.end)
    return this.current
  }
}

const factOf = (context: Context, range: Range, text: string): Fact => ({ text, span: context.span(range) })

/** 李处长 is 李, 处长; a title in brackets behind the name is one too. */
function personOf(context: Context, range: Range, text: string, aside = ''): Person {
  const m = grammar.courtesy.find(text)
  const title = m?.groups.title ?? grammar.titleNote.find(aside)?.groups.title
  return { ...factOf(context, range, text), name: m?.groups.title ? m.groups.name! : text, ...(title ? { title } : {}) }
}

const textAt = (context: Context, { start, end }: Range) => context.text.slice(start, end).replace(/\s/g, '')

/** QQ, 微信 and the like: the kind that the label names, and the account behind it. */
function messengerOf(context: Context, label: string, range: Range): MessengerAccount | null {
  const text = textAt(context, range)
  const groups = grammar.messenger.find(label)?.groups ?? {}
  const kind = (['qqGroup', 'qq', 'dingtalk', 'wechat'] as const).find((k) => groups[k] !== undefined)
  return kind && grammar.account.test(text) ? { ...factOf(context, range, text), kind } : null
}

interface Part extends Range {
  element: NoticeElement
}

/** Contact points printed side by side: lines that part at wide gaps into as many pieces, each beginning with a label. */
function sideBySide(elements: readonly NoticeElement[], from: number): { columns: Part[][]; rows: number } | null {
  const split = (element: NoticeElement): Part[] => {
    const out: Part[] = []
    if (element.value.length > 240) return out
    for (const m of grammar.column.all(element.value)) out.push({ element, start: m.start, end: m.end })
    return out
  }
  const first = elements[from]!
  const labelled = (parts: Part[]) =>
    parts.length > 1 && parts.every((p) => grammar.label.at(p.element.value.slice(p.start, p.end), 0) !== null)
  const kind = (p: Part) =>
    KINDS.find((k) => grammar.label.at(p.element.value.slice(p.start, p.end), 0)?.groups[k] !== undefined)
  const head = first.value.includes('   ') ? split(first) : []
  if (!labelled(head) || !head.every((p) => kind(p) === 'person')) return null
  const columns = head.map((p) => [p])
  let rows = 1
  for (let k = from + 1; k < elements.length && k < from + 8; k++) {
    const parts = split(elements[k]!)
    if (parts.length !== head.length || !labelled(parts)) break
    parts.forEach((p, c) => {
      columns[c]!.push(p)
    })
    rows++
  }
  return rows > 1 ? { columns, rows } : null
}

const COLUMNS = ['person', 'phone', 'fax', 'email', 'address', 'postcode', 'unit'] as const

/** What a column of a table of contacts holds, told by its head. */
function columnKind(head: string): LabelKind | null {
  const groups = grammar.columnHead.at(head.replace(/\s|:$/g, ''), 0)?.groups
  return (groups && COLUMNS.find((k) => groups[k] !== undefined)) ?? null
}

/** A row of labels alone: the head of a table or a blank form. */
const isHeadRow = (row: Row) =>
  row.cells.filter((c) => c.text).length >= 3 && !row.cells.some((c) => /\d{5}|@/.test(c.text))

/** Files a row of a table whose columns are labelled 联系人, 联系电话 … */
function fileRow(context: Context, filer: Filer, row: Row, header: Row): void {
  const kinds = header.cells.map((c) => columnKind(c.text))
  if (!header.cells.some((c) => grammar.contactColumn.test(c.text.replace(/\s/g, '')))) return
  // A contact point printed once beside several rows is said again only for another unit or person.
  if (!row.own.some(({ cell, column }) => cell.text && kinds[column])) return
  filer.endRow()
  // The unit first: what stands in the other columns is its own.
  for (const i of [...kinds.keys()].sort((a, b) => Number(kinds[b] === 'unit') - Number(kinds[a] === 'unit'))) {
    const cell = row.cells[i]
    const kind = kinds[i]
    if (!cell?.text || !kind || cell === row.cells[i - 1]) continue
    fileCell(context, filer, kind, cell)
  }
  filer.endRow()
}

/** Files a cell of which its row or column tells what it holds. */
function fileCell(context: Context, filer: Filer, kind: LabelKind, cell: Row['cells'][number]): void {
  const range = cellRange(cell)
  filer.nextCell()
  if (kind === 'unit') filer.setUnit(range)
  else if (kind === 'address') {
    if (!grammar.addressLike.test(cell.text)) return
    const end = grammar.addressEnd.find(cell.text)?.start ?? cell.text.length
    fileAddress(context, filer, end > 3 ? { start: range.start, end: range.start + end } : range)
  } else {
    filer.setLabel(kind, false)
    fileLine(context, filer, tokens(cell.element, cell.start, cell.end, kind === 'phone'))
  }
}

/** A table whose columns are parties and whose rows tell what each is called and where it is reached. */
interface Parties {
  /** How many elements the table takes. */
  length: number
  columns: { kind: LabelKind; cell: Row['cells'][number] }[][]
}

const SIDES = ['unit', 'person', 'phone', 'fax', 'email', 'address', 'postcode', 'url'] as const

const sideKind = (text: string): LabelKind | null => {
  const groups = grammar.sideHead.at(text.replace(/\s/g, ''), 0)?.groups
  return (groups && SIDES.find((k) => groups[k] !== undefined)) ?? null
}

function partiesAt(context: Context, elements: readonly NoticeElement[], from: number): Parties | null {
  const first = context.tableRow(elements[from]!)
  const before = from > 0 ? context.tableRow(elements[from - 1]!) : undefined
  if (!first || (before && (first.header || !before.header))) return null
  const width = first.row.cells.length
  if (width < 3 || first.row.cells.slice(1).some((c) => sideKind(c.text))) return null
  const rows: Row[] = []
  for (let k = from; k < elements.length; k++) {
    const found = context.tableRow(elements[k]!)
    if (!found || (k > from && !found.header && rows.length > 1 && context.tableRow(elements[k - 1]!)?.header)) break
    rows.push(found.row)
  }
  const kinds = rows.map((row) => sideKind(row.cells[0]?.text ?? ''))
  const known = new Set(kinds.filter((k) => k))
  const foreign = kinds.slice(1).filter((k) => !k).length
  if (known.size < 3 || foreign > known.size || !(known.has('phone') || known.has('email'))) return null
  if (rows.some((row, r) => kinds[r] && row.cells.slice(1).some((c) => sideKind(c.text)))) return null
  const columns: Parties['columns'] = []
  for (let column = 1; column < width; column++) {
    const cells = rows.flatMap((row, r) => {
      const cell = row.cells[column]
      // The head names the party where no row does.
      const kind = kinds[r] ?? (r === 0 && !known.has('unit') ? 'unit' : null)
      return cell?.text && kind ? [{ kind, cell }] : []
    })
    columns.push(cells.sort((a, b) => Number(b.kind === 'unit') - Number(a.kind === 'unit')))
  }
  return { length: rows.length, columns }
}

/** The printed text of a cell without the white space around it. */
function cellRange(cell: Row['cells'][number]): Range {
  const printed = cell.element.value.slice(cell.start, cell.end)
  const start = cell.element.range.start + cell.start + printed.indexOf(cell.text)
  return { start, end: start + cell.text.length }
}

/** Files an address with the postcode in brackets behind it. */
function fileAddress(context: Context, filer: Filer, range: Range): void {
  filer.address(factOf(context, range, presentText(context.text.slice(range.start, range.end))), range)
  const note = grammar.codeNote.at(context.text.slice(range.end, range.end + 16), 0)
  const code = note?.at('code') ?? note?.at('plain')
  if (!code) return
  const place = { start: range.end + code.start, end: range.end + code.end }
  filer.postcode(factOf(context, place, textAt(context, place)), place)
}

/** Whether the value of a label alone on its line is looked for below it; below 地点 stands where an event is. */
function isValueBelow(context: Context, token: Token): boolean {
  if (token.type !== 'label') return false
  const start = (token.prefix ?? token.range).start
  return token.kind !== 'address' || !grammar.venue.test(textAt(context, { start, end: token.range.end }))
}

/** A value on the line below its label. */
function fileAwaited(context: Context, filer: Filer, list: Token[]): void {
  if (filer.openLabel !== 'address' || !list[0]) {
    fileLine(context, filer, list)
    return
  }
  const range = addressRange(context, list[0].range.start, list, 0, true)
  if (range) fileAddress(context, filer, range)
  fileLine(
    context,
    filer,
    list.filter((t) => !range || t.range.start >= range.end),
  )
}

/** Runs one line (or the part of a sentence that speaks of contacts) through the machine. */
function fileLine(context: Context, filer: Filer, list: Token[]): void {
  const reachable = list.some((t) => t.type === 'phone' || t.type === 'email')
  let messengerLabel = ''
  let lastNumber: Token | null = null
  for (let i = 0; i < list.length; i++) {
    const token = list[i]!
    const next = list[i + 1]
    if (token.type === 'cell') {
      // A label's value stands in the next cell, no further.
      if (list[i - 1]?.type !== 'label') filer.endLine(false)
      continue
    }
    if (token.type === 'label') {
      if (token.prefix && token.kind !== 'address' && token.kind !== 'account') {
        const text = context.text.slice(token.prefix.start, token.prefix.end)
        if (grammar.unit.test(text)) filer.setUnit(token.prefix)
      }
      const words = context.text.slice((token.prefix ?? token.range).start, token.range.end)
      if (token.kind === 'phone' && grammar.otherLine.test(words)) filer.nextLine()
      filer.setLabel(token.kind, token.both)
      if (token.kind === 'im') messengerLabel = context.text.slice(token.range.start, token.range.end)
      // A line of its own that says 地点 tells where an event is.
      const venue = token.kind === 'address' && grammar.venue.test(words)
      if (token.kind === 'address' && (!venue || grammar.counter.test(words))) {
        const end = addressRange(context, token.range.end, list, i + 1, venue)
        if (end) {
          fileAddress(context, filer, end)
          while (list[i + 1] && list[i + 1]!.range.start < end.end) i++
        }
      }
      continue
    }
    if (filer.openLabel === 'account') continue
    if (filer.openLabel === 'im' && token.type !== 'url') {
      const account = messengerOf(context, messengerLabel, token.range)
      if (account) filer.messenger(account, token.range)
      continue
    }
    const before = list[i - 1]
    // 24小时值守:0669-…: a line that names what its number is for.
    if (i === 1 && token.type === 'phone' && before?.type === 'word' && before.colon) filer.nextLine()
    if (token.type === 'phone') {
      lastNumber = token
      const behind = fileOwned(context, filer, list, i)
      if (behind !== null) {
        i = behind
        continue
      }
      if (next?.type === 'word' && next.bracket && isPerson(next.text)) filer.nextPair()
      if (filer.openLabel !== 'postcode') filer.phone(token)
      if (next?.type === 'word' && next.bracket && grammar.sameNumber.test(next.text)) {
        const account = messengerOf(context, next.text, token.range)
        if (account) filer.messenger(account, token.range)
      }
      continue
    }
    if (token.type === 'person') {
      // Who answers at a place follows the number of an office: 咨询电话:某科 0100-5550123;现场负责人李明,139…
      if (lastNumber && context.text.slice(lastNumber.range.end, token.range.start).includes(';')) filer.nextLine()
      lastNumber = null
      filer.person(personOf(context, token.range, textAt(context, token.range)), token.range)
      continue
    }
    if (token.type === 'address') {
      // 材料寄…: the address behind the verb is filed already.
      if ((reachable || filer.isOpen || token.code) && !filer.endsAddress(textAt(context, token.range)))
        filer.address(factOf(context, token.range, textAt(context, token.range)), token.range)
      if (token.code) filer.postcode(factOf(context, token.code, textAt(context, token.code)), token.code)
      continue
    }
    if (token.type === 'email') {
      filer.email(factOf(context, token.range, token.text), token.range)
      continue
    }
    if (token.type === 'url') {
      filer.url(factOf(context, token.range, token.text), token.range)
      continue
    }
    fileWord(context, filer, list, i, reachable)
  }
}

/** Files a number with its unit and people in brackets behind it; the last token of it, or null when there are none. */
function fileOwned(context: Context, filer: Filer, list: readonly Token[], at: number): number | null {
  const token = list[at]
  if (token?.type !== 'phone') return null
  const aside = whoseNumber(context, token.range)
  if (!aside) return null
  const end = (): number => {
    let last = at
    while (list[last + 1] && list[last + 1]!.range.start < aside.end) last++
    return last
  }
  // Behind a name and its number stands what he is asked for: 李明 13955500112(宣传).
  if (!aside.unit && filer.isListing && list[at - 1]?.type === 'word') {
    filer.phone(token)
    return end()
  }
  filer.nextOwner(aside.unit, list[at - 1]?.type === 'phone')
  for (const range of aside.people) filer.person(personOf(context, range, textAt(context, range)), range)
  filer.phone(token)
  filer.closeOwner()
  return end()
}

/** The unit and the people in brackets behind a number. */
function whoseNumber(context: Context, phone: Range): { unit: Range | null; people: Range[]; end: number } | null {
  const behind = context.text.slice(phone.end, phone.end + 80)
  const m = behind.trimStart().startsWith('(') ? grammar.phoneAside.at(behind, 0) : null
  const group = m?.at('people')
  if (!m || !group) return null
  const at = ({ start, end }: Range): Range => ({ start: phone.end + start, end: phone.end + end })
  const people: Range[] = []
  for (const name of m.groups.people!.matchAll(/[^ 、,/]+/g)) {
    if (grammar.notPerson.test(name[0])) return null
    people.push(at({ start: group.start + name.index, end: group.start + name.index + name[0].length }))
  }
  const unit = m.at('unit')
  return { unit: unit && at(unit), people, end: phone.end + m.end }
}

/** A person set solid behind the unit: 市科技局李明. */
function fileSolid(
  context: Context,
  filer: Filer,
  { text, range }: Extract<Token, { type: 'word' }>,
  next: Token | undefined,
): boolean {
  const bare = text.replace(/\(.*$/, '')
  const m = grammar.unitPerson.at(bare, 0)
  if (!m || range.end - range.start !== text.length || grammar.notPerson.test(m.groups.person!)) return false
  const [unit, person] = [m.at('unit')!, m.at('person')!].map((at) => ({
    start: range.start + at.start,
    end: range.start + at.end,
  })) as [Range, Range]
  if (grammar.notUnit.test(m.groups.unit!)) {
    if (next?.type === 'phone') filer.nextHolder()
  } else if (next?.type === 'phone') filer.setUnit(unit)
  else filer.setUnitOf(unit)
  filer.person(personOf(context, person, m.groups.person!, text.slice(bare.length)), person)
  return true
}

function fileWord(
  context: Context,
  filer: Filer,
  list: readonly Token[],
  at: number,
  /** Whether the line holds a number or a mail: then a row of names leads to it. */
  reachable: boolean,
): void {
  const token = list[at] as Extract<Token, { type: 'word' }>
  const [previous, next] = [list[at - 1], list[at + 1]]
  const { text, range } = token
  const label = filer.openLabel
  if (token.bracket && previous?.type === 'phone' && grammar.alsoFax.test(text)) {
    filer.alsoFax(!text.startsWith('传真'))
    return
  }
  if (label === 'postcode') {
    const m = grammar.postcode.at(text, 0)
    if (m) filer.postcode(factOf(context, { start: range.start, end: range.start + m.end }, m.text), range)
    if (m) filer.endLine(false)
    return
  }
  if (label === 'unit') {
    if (text.length >= 2 && !token.bracket && /[^_]/.test(text)) {
      filer.resetArea()
      filer.setUnit(range)
      filer.endLine(false)
    }
    return
  }
  const area = grammar.areaNote.find(text)
  if (area) {
    filer.setArea(area.groups.area!)
    return
  }
  if ((label === 'person' || next?.type === 'phone') && fileSolid(context, filer, token, next)) return
  const bare = text.replace(/\(.*$/, '')
  // The word may be closed up (葛  岩); its place is not.
  const printed = context.text.slice(range.start, range.end).split('(')[0]!.trimEnd()
  const nameRange = { start: range.start, end: range.start + printed.length }
  const name = bare.replace(/\s/g, '')
  const named =
    (!grammar.notPerson.test(name) || isLastName(filer, token, next)) &&
    (filer.isCarried
      ? grammar.person.test(bare) && previous?.type === 'word' && grammar.unit.test(previous.text)
      : (grammar.person.test(bare) && (label === 'person' || !grammar.place.test(name))) ||
        (label === 'person' && (grammar.labelledPerson.test(bare) || grammar.longName.test(bare))))
  const byPlace =
    !named &&
    next?.type === 'phone' &&
    previous?.type === 'word' &&
    grammar.nameByPlace.test(bare) &&
    !grammar.notPerson.test(name) &&
    !grammar.unit.test(bare) &&
    // Behind a name and 、 stands another.
    (grammar.unit.test(previous.text) || (filer.isListing && isListed(context, previous.range, range)))
  if (byPlace) {
    filer.person(personOf(context, nameRange, name, text.slice(bare.length)), nameRange)
    return
  }
  if (named && token.colon && next?.type === 'phone') filer.nextHolder()
  if (named) {
    // 某科 张三 电话0100-…
    const labelNext = next?.type === 'label' && (next.kind === 'phone' || next.kind === 'fax') && !next.prefix
    const numberNext = next?.type === 'phone' || (next?.type === 'word' && next.bracket)
    if (next?.type === 'word' && grammar.courtesyAlone.test(next.text)) {
      filer.person({ ...personOf(context, nameRange, name), title: next.text }, nameRange)
      return
    }
    if (
      label === 'person' ||
      numberNext ||
      labelNext ||
      previous?.type === 'phone' ||
      (reachable && isNameBeside(next)) ||
      leadsList(context, list, at) ||
      (reachable && isBetweenUnits(previous, next))
    ) {
      filer.person(personOf(context, nameRange, name, text.slice(bare.length)), nameRange)
      return
    }
  }
  if (
    text.length >= 2 &&
    text.length <= 48 &&
    !token.bracket &&
    !grammar.notUnit.test(text) &&
    (grammar.unit.test(text) ||
      (next?.type === 'phone' && grammar.place.test(text)) ||
      (token.colon && text.length >= 4 && isHan(text.slice(0, 2)))) &&
    !(label === 'address')
  )
    filer.setUnit(range)
}

/** 联系人:钱示例 赵示科: the last of several names may end like an office. */
const isLastName = (filer: Filer, token: Extract<Token, { type: 'word' }>, next: Token | undefined) =>
  filer.openLabel === 'person' &&
  filer.isListing &&
  !token.bracket &&
  (!next || next.type === 'label') &&
  grammar.officeName.test(token.text)

/** Whether only 、 stands between two words. */
const isListed = (context: Context, one: Range, other: Range) =>
  context.text.slice(one.end, other.start).trim() === '、'

/** 县河长办:王宇、字文丽 0100-5550123: the first of two names behind their unit, whatever the second is like. */
function leadsList(context: Context, list: readonly Token[], at: number): boolean {
  const [unit, name, other, number] = [list[at - 1], list[at]!, list[at + 1], list[at + 2]]
  return (
    unit?.type === 'word' &&
    grammar.unit.test(unit.text) &&
    other?.type === 'word' &&
    number?.type === 'phone' &&
    isListed(context, name.range, other.range) &&
    grammar.nameByPlace.test(other.text) &&
    !grammar.notPerson.test(other.text)
  )
}

/** 东村 李明   西村 王红 139…: in a row of units and people one may lack a number. */
const isBetweenUnits = (previous: Token | undefined, next: Token | undefined) =>
  previous?.type === 'word' && next?.type === 'word' && grammar.unit.test(previous.text) && grammar.unit.test(next.text)

const isPerson = (text: string) =>
  grammar.person.test(text) && !grammar.notPerson.test(text) && !grammar.place.test(text)

const isNameBeside = (next: Token | undefined) => next?.type === 'word' && isPerson(next.text)

/** The range of an address behind its label, up to a postcode, another label or the sentence's end. */
function addressRange(
  context: Context,
  from: number,
  list: readonly Token[],
  behind: number,
  venue: boolean,
): Range | null {
  let limit = from + 120
  for (let k = behind; k < list.length; k++) {
    const token = list[k]!
    if (token.range.start > limit) break
    if (token.type === 'label' || token.type === 'cell') {
      limit = Math.min(limit, token.range.start)
      break
    }
    if (token.type === 'phone' || token.type === 'email') {
      limit = Math.min(limit, token.range.start)
      break
    }
  }
  let start = from
  const { text } = context
  while (start < limit && ' :\t'.includes(text[start]!)) start++
  const newline = text.slice(start, limit).indexOf('\n')
  let end = newline < 0 ? Math.min(limit, text.length) : start + newline
  const stop = grammar.addressEnd.find(text.slice(start, end))
  if (stop) end = start + stop.start
  // A bracket that closes behind the postcode only explains where the letter goes.
  const printed = text.slice(start, end)
  const open = printed.lastIndexOf('(')
  if (open > 0 && printed.lastIndexOf(')') < open) end = start + open
  while (end > start && ' ,;。(、:'.includes(text[end - 1]!)) end--
  if (text[end] === ')' && text.slice(start, end).includes('(')) end++
  // 信函:将意见邮寄至…: the address begins behind the verb.
  const mailed = grammar.mailTo.find(text.slice(start, end))
  if (mailed) {
    const at = mailed.at('address')!
    return { start: start + at.start, end: start + at.end }
  }
  const value = text.slice(start, end)
  if (grammar.innerAddress.test(text.slice(end, end + 12))) return null
  if (value.length < 4 || !grammar.addressLike.test(value)) return null
  // A bare 地点 is where an event is, unless it is as exact as an address.
  return venue && !grammar.exactAddress.test(value) ? null : { start, end }
}

/** Sentences of running text that hold a contact; only they are filed. */
function clauses(text: string): Range[] {
  const out: Range[] = []
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && text[i] !== '。') continue
    if (i > start) out.push({ start, end: i })
    start = i + 1
  }
  return out
}

/** A unit and its people on a line of their own above 电话:… */
function namesAbove(value: string, below: string | undefined): boolean {
  if (value.length > 40 || below === undefined || !grammar.numberBelow.test(below)) return false
  const names = value.trim().split(/[ 、]+/)
  return names.length > 1 && grammar.unit.test(names[0]!) && names.slice(1).every((n) => grammar.person.test(n))
}

/** Whether a line is a contact line rather than running text that happens to hold a number. */
const isRunning = (text: string) => text.length > 60 && /[。]/.test(text.slice(0, -1))

export const contacts = defineExtractor({
  name: 'contacts',
  many: true,
  *extract(context) {
    const filer = new Filer(context)
    let region = false
    /** The line above is a label alone. */
    let awaited = false
    let previous: NoticeElement | null = null
    const elements = context.elements('paragraph', 'note', 'attachmentItem')
    const formRows = rowsOfForms(context)
    let header: Row | null = null
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i]!
      const { value } = element
      const beside = sideBySide(elements, i)
      if (beside) {
        for (const column of beside.columns) {
          filer.endGroup()
          for (const part of column) {
            fileLine(context, filer, tokens(part.element, part.start, part.end))
            filer.endLine(false)
          }
        }
        i += beside.rows - 1
        region = true
        continue
      }
      // What a form holds tells of him who fills it in.
      if (formRows.has(element)) continue
      const row = context.tableRow(element)
      const parties = row ? partiesAt(context, elements, i) : null
      if (parties) {
        for (const column of parties.columns) {
          filer.endGroup()
          for (const { kind, cell } of column) fileCell(context, filer, kind, cell)
        }
        filer.endGroup()
        i += parties.length - 1
        continue
      }
      if (header !== (row?.header ?? null)) {
        header = row?.header ?? null
        filer.endGroup()
        const area = header && grammar.areaNote.find(header.element.value)
        if (area) filer.setArea(area.groups.area!)
      }
      if (row && (row.header || isHeadRow(row.row))) {
        if (row.header) fileRow(context, filer, row.row, row.header)
        continue
      }
      if (previous && previous.zone !== element.zone) {
        filer.endGroup()
        region = false
      }
      previous = element
      if (grammar.heading.test(value) && !grammar.labelAlone.test(value)) {
        filer.endGroup()
        const area = grammar.areaNote.find(value)
        if (area) filer.setArea(area.groups.area!)
        filer.holdArea(area !== null)
        filer.setLabel(grammar.people.test(value) ? 'person' : 'phone', true)
        region = true
        continue
      }
      if (namesAbove(value, elements[i + 1]?.value)) {
        filer.setLabel('person', false)
        fileLine(context, filer, tokens(element, 0, value.length))
        filer.endLine(false)
        region = true
        continue
      }
      const hinted = grammar.hint.test(value)
      if (!hinted && !(region && value.length <= 40 && !grammar.topHeading.test(value))) {
        if (region || value.length > 40) filer.endGroup()
        region = false
        continue
      }
      if (isRunning(value)) {
        for (const clause of clauses(value)) {
          if (!grammar.hint.test(value.slice(clause.start, clause.end))) continue
          const list = tokens(element, clause.start, clause.end)
          const addressed = list.some((t) => t.type === 'label' && t.kind === 'address')
          if (!addressed && !list.some((t) => t.type === 'phone' || t.type === 'email')) {
            mailAddress(context, filer, element, clause)
            continue
          }
          if (!region || clause.end - clause.start > 60) {
            filer.endGroup()
            if (!addressed) mailAddress(context, filer, element, clause)
            fileRunning(context, filer, list)
          } else fileLine(context, filer, list)
        }
        continue
      }
      const list = tokens(element, 0, value.length)
      if (isColumnHeads(list)) {
        filer.endGroup()
        region = true
        continue
      }
      const area = grammar.areaNote.find(value)
      if (area) filer.setArea(area.groups.area!)
      if (!list.some((t) => t.type === 'label' && t.kind === 'address'))
        mailAddress(context, filer, element, { start: 0, end: value.length })
      const labelled = list.some((t) => t.type === 'label' && t.kind !== 'account' && t.kind !== 'url')
      const reachable = list.some((t) => t.type === 'phone' || t.type === 'email')
      const bare = list.length === 1 && isValueBelow(context, list[0]!)
      if (awaited && list[0]?.type !== 'label') {
        fileAwaited(context, filer, list)
        awaited = false
        filer.endLine(false)
        continue
      }
      awaited = bare
      if (!labelled && !reachable) {
        if (region && value.length <= 40) {
          filer.carry()
          fileLine(context, filer, list)
          filer.endLine(false)
        }
        continue
      }
      if (!labelled && !region && value.length > 60) {
        filer.endGroup()
        fileRunning(context, filer, list)
        continue
      }
      if (!labelled && !region && !onlyContact(list)) continue
      fileLine(context, filer, list)
      region = true
      // A list of people may go on below its label: 联系人:某科 甲 ↵ 某部 乙
      filer.endLine(bare || (filer.openLabel === 'person' && !reachable))
    }
    yield* finish(context, filer.entries)
  },
})

/** Labels of people and numbers in one line without a value or a colon: the head of columns set with blanks. */
const isColumnHeads = (list: readonly Token[]) =>
  list.length > 2 &&
  list.filter((t) => t.type === 'label').length > 1 &&
  list.every((t) => t.type === 'label' || (t.type === 'word' && !t.colon && t.text.length <= 4))

/** An unlabelled line counts when a name or a mail stands with the number. */
const onlyContact = (list: Token[]) =>
  list.some((t) => t.type === 'email' || (t.type === 'phone' && (t.kind !== 'landline' || t.area !== ''))) ||
  list.some((t, i) => t.type === 'word' && grammar.person.test(t.text) && list[i + 1]?.type === 'phone')

/** 邮寄至… in a sentence, or the room in brackets behind whom to hand it in to, gives an address without a label. */
function mailAddress(context: Context, filer: Filer, element: NoticeElement, within: Range): void {
  const part = { ...element, value: element.value.slice(within.start, within.end) }
  part.range = { start: element.range.start + within.start, end: element.range.start + within.end }
  for (const rule of [grammar.mailTo, grammar.deskNote]) {
    for (const m of context.match(rule, part)) {
      const range = m.group('address')
      if (range) filer.address(factOf(context, range, presentText(context.text.slice(range.start, range.end))), range)
    }
  }
}

/** In running text only what is certain by form or label is taken. */
function fileRunning(context: Context, filer: Filer, list: Token[]): void {
  let label: LabelKind | null = null
  /** The last token that is a person set solid behind a unit. */
  let owner = -2
  for (let i = 0; i < list.length; i++) {
    const token = list[i]!
    if (token.type === 'label') {
      label = token.kind
      filer.setLabel(token.kind, token.both)
      if (
        label === 'address' &&
        (context.text[token.range.start - 1] === '(' ||
          !grammar.venue.test(context.text.slice(token.range.start, token.range.end)))
      ) {
        const range = addressRange(
          context,
          token.range.end,
          list,
          i + 1,
          grammar.venue.test(context.text.slice(token.range.start, token.range.end)),
        )
        if (range) filer.address(factOf(context, range, presentText(context.text.slice(range.start, range.end))), range)
      }
    } else if (token.type === 'phone') {
      // A number right behind a person, or with one in brackets behind it, is his whatever it looks like.
      const owned = owner === i - 1 || whoseNumber(context, token.range) !== null
      const certain = token.kind === 'mobile' || token.kind === 'hotline' || token.area !== '' || owned
      if (label === 'account' || label === 'im') continue
      if (certain || label === 'phone' || label === 'fax' || label === 'person') {
        const behind = fileOwned(context, filer, list, i)
        if (behind === null) filer.phone(token)
        else i = behind
      }
    } else if (token.type === 'email') filer.email(factOf(context, token.range, token.text), token.range)
    else if (token.type === 'person')
      filer.person(personOf(context, token.range, textAt(context, token.range)), token.range)
    else if (token.type === 'word' && isOwnLine(token, list[i + 1])) filer.setUnit(token.range)
    else if (token.type === 'word' && label === 'person' && isUnitOf(token, list[i + 1])) filer.setUnitOf(token.range)
    else if (
      token.type === 'word' &&
      (label === 'person' || list[i + 1]?.type === 'phone') &&
      fileSolid(context, filer, token, list[i + 1])
    )
      owner = i
    else if (
      token.type === 'word' &&
      label === 'person' &&
      grammar.labelledPerson.test(token.text) &&
      !grammar.notPerson.test(token.text)
    ) {
      filer.person(personOf(context, token.range, token.text.replace(/\s/g, '')), token.range)
    } else if (token.type === 'word' && label !== 'person' && isPersonBefore(token, list[i + 1], list[i + 2])) {
      filer.person(personOf(context, token.range, token.text.replace(/\s/g, '')), token.range)
    } else if (token.type === 'word' && label === 'postcode') {
      const m = grammar.postcode.at(token.text, 0)
      if (m)
        filer.postcode(
          factOf(context, { start: token.range.start, end: token.range.start + m.end }, m.text),
          token.range,
        )
    }
  }
  filer.endGroup()
}

/** 系统技术支持:0100-5550123: in a sentence too, what a number is for parts it from the one before. */
const isOwnLine = (token: Extract<Token, { type: 'word' }>, next: Token | undefined) =>
  token.colon && next?.type === 'phone' && grammar.unit.test(token.text) && !grammar.notUnit.test(token.text)

/** 联系人:农业处 李明 */
const isUnitOf = (token: Extract<Token, { type: 'word' }>, next: Token | undefined) =>
  !token.bracket && grammar.unit.test(token.text) && !grammar.notUnit.test(token.text) && isNameBeside(next)

/** 朱老师,电话5550062: a name right before the telephone in a sentence. */
function isPersonBefore(
  token: Extract<Token, { type: 'word' }>,
  next: Token | undefined,
  after: Token | undefined,
): boolean {
  if (!grammar.person.test(token.text) || grammar.notPerson.test(token.text)) return false
  return next?.type === 'phone' || (next?.type === 'label' && next.kind === 'phone' && after?.type === 'phone')
}

function* finish(context: Context, entries: Entry[]) {
  const seen = new Map<string, Contact>()
  for (const e of entries) {
    const lists = [e.people, e.phones, e.faxes, e.emails, e.messengers]
    if (lists.every((l) => l.length === 0) && !e.address && !e.postcode) continue
    const contact: Contact = {
      unit: e.unit ? context.fact(e.unit) : null,
      people: unique(e.people, (f) => f.text),
      phones: unique(e.phones, (p) => p.number),
      faxes: unique(e.faxes, (p) => p.number),
      emails: unique(e.emails, (f) => f.text),
      messengers: unique(e.messengers, (m) => m.kind + m.text),
      address: e.address,
      postcode: e.postcode,
      urls: unique(e.urls, (f) => f.text),
      span: context.span(e.range),
    }
    // The same entry again under an annex.
    const who = `${contact.people.map((p) => p.text).sort()}|${contact.phones.map((p) => p.number).sort()}`
    const key = who === '|' ? contact.emails.map((p) => p.text).join() : who
    const before = seen.get(key)
    if (before && key) {
      before.unit ??= contact.unit
      before.address ??= contact.address
      before.postcode ??= contact.postcode
      if (!before.emails.length) before.emails = contact.emails
      if (!before.faxes.length) before.faxes = contact.faxes
      continue
    }
    seen.set(key, contact)
    yield { value: contact, range: e.range, score: 1, rule: 'contacts/entry' }
  }
}

function unique<T>(list: T[], key: (item: T) => string): T[] {
  const keys = new Set<string>()
  return list.filter((item) => {
    const k = key(item)
    if (keys.has(k)) return false
    keys.add(k)
    return true
  })
}
