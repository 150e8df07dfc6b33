/**
 * Contact points. Lines are cut into tokens: labels, numbers, mails, words (`read-*`). A small machine files them into
 * entries (`filer`), line by line (`file-*`); tables and columns have readers of their own. Entries become contacts
 * (`entry`). Here is decided which elements speak of contacts at all, and in which way.
 */
import type { Row } from '../../parse/tables.js'
import type { NoticeElement } from '../../parse/tree.js'
import { type Context, defineExtractor } from '../define.js'
import { rowsOfForms } from '../grids.js'
import { shifted } from '../ranges.js'
import { fileMailAddress } from './addresses.js'
import { fileColumns, fileParties } from './columns.js'
import { contactsOf } from './entry.js'
import { fileBelow, fileLine, isValueBelow } from './file-line.js'
import { fileRunning, isRunning, sentencesOf } from './file-running.js'
import { Filer } from './filer.js'
import { filePairedCells } from './pairs.js'
import { isPerson, personOf } from './people.js'
import { readLine } from './read-line.js'
import { grammar, type LabelKind, numberRules, peopleRules } from './rules.js'
import { fileRow, isHeadRow } from './tables.js'
import { isAddressed, isReachable, type Token } from './token.js'

export const contacts = defineExtractor({
  name: 'contacts',
  many: true,
  *extract(context) {
    const filer = new Filer(context)
    const reading: Reading = {
      context,
      filer,
      elements: context.elements('paragraph', 'note', 'attachmentItem', 'attachmentNote'),
      forms: rowsOfForms(context),
      region: false,
      awaited: false,
      previous: null,
      numbers: [],
      roster: false,
      header: null,
    }
    for (let i = 0; i < reading.elements.length; ) {
      const set = fileSet(reading, i)
      if (!set) fileElement(reading, i)
      i += set || 1
    }
    yield* contactsOf(context, filer.entries)
  },
})

/** How far the elements are read. */
interface Reading {
  context: Context
  filer: Filer
  elements: readonly NoticeElement[]
  /** Rows of forms: what a form holds tells of him who fills it in. */
  forms: ReadonlySet<NoticeElement>
  /** The lines above speak of contacts: a short one without a sign of its own does too. */
  region: boolean
  /** The line above is a label alone. */
  awaited: boolean
  /** The last element that was no row of a table. */
  previous: NoticeElement | null
  /** What the numbers of the lines below are, where a line of heads set with blanks says so. */
  numbers: readonly LabelKind[]
  /** A list of people to whom nobody turns is being read. */
  roster: boolean
  /** Head of the table that is being read. */
  header: Row | null
}

/** Longest line that belongs to the contacts above it without a sign of its own. */
const SHORT = 40
/** Longest line or sentence that is about its contact rather than one that mentions it. */
const LINE = 60

/** Files what is set in columns or in a table at an element; how many elements that takes, 0 where there is none. */
function fileSet(reading: Reading, i: number): number {
  const { context, filer, elements } = reading
  const element = elements[i]!
  const columns = fileColumns(context, filer, elements, i)
  if (columns) {
    reading.region = true
    return columns
  }
  const paired = element.value.includes('\t') ? filePairedCells(context, filer, elements, i) : 0
  if (paired) return paired
  if (reading.forms.has(element)) return 1
  const row = context.tableRow(element)
  const parties = row ? fileParties(context, filer, elements, i) : 0
  if (parties) return parties
  const header = row?.header ?? null
  if (reading.header !== header) {
    reading.header = header
    filer.endGroup()
    if (header) readArea(filer, header.element.value)
  }
  if (!row || !(header || isHeadRow(row.row))) return 0
  if (header) fileRow(context, filer, row.row, header)
  return 1
}

/** An area code said once (区号:0100) holds for what follows; whether there is one. */
function readArea(filer: Filer, text: string): boolean {
  const area = numberRules.areaNote.find(text)
  if (area) filer.setArea(area.groups.area!)
  return area !== null
}

/** Files an element that is no row of a table. */
function fileElement(reading: Reading, i: number): void {
  const { context, filer, elements, previous } = reading
  const element = elements[i]!
  const { value } = element
  if (previous && previous.zone !== element.zone) {
    filer.endGroup()
    reading.region = false
    reading.numbers = []
  }
  reading.previous = element
  reading.roster = isRoster(value, reading.roster)
  // What a note of annexes is called tells only of the lines below it.
  if (reading.roster || element.type === 'attachmentNote') {
    filer.endGroup()
    reading.region = false
    return
  }
  if (grammar.heading.test(value) && !grammar.labelAlone.test(value)) {
    filer.endGroup()
    filer.holdArea(readArea(filer, value))
    filer.setLabel(peopleRules.people.test(value) ? 'person' : 'phone', true)
    reading.region = true
    return
  }
  if (namesAbove(value, elements[i + 1]?.value, reading.region)) {
    filer.setLabel('person', false)
    fileLine(context, filer, readLine(element, 0, value.length))
    filer.endLine(false)
    reading.region = true
    return
  }
  if (fileTitledAbove(reading, element, elements[i + 1])) return
  // 二、报名办法 …: a new chapter speaks of others than the number above it.
  if (grammar.topHeading.test(value)) filer.nextLine()
  const next = elements[i + 1]?.value
  const holds =
    next !== undefined && value.length <= SHORT && numberRules.numberBelow.test(next) && grammar.holder.test(value)
  const follows = holds || (reading.region && value.length <= SHORT && !grammar.topHeading.test(value))
  // 以下号码均加拨区号0100
  if (value.length <= SHORT && !grammar.hint.test(value) && readArea(filer, value)) {
    filer.holdArea(true)
    return
  }
  if (!follows && !grammar.hint.test(value)) {
    if (reading.region || value.length > SHORT) filer.endGroup()
    reading.region = false
    reading.numbers = []
  } else if (isRunning(value)) fileSentences(reading, element)
  else fileContactLine(reading, element)
}

/** Whether a line begins a list of people who took part or were chosen, or goes on with it (`on`): rows without a label. */
const isRoster = (value: string, on: boolean): boolean =>
  grammar.roster.test(value) ||
  (on && value.length <= SHORT && !grammar.label.test(value) && !grammar.topHeading.test(value))

const isNameOf = (name: string): boolean => peopleRules.person.test(name) || peopleRules.labelledLatin.test(name)

/** A unit and its people on a line of their own above 电话:…; below the heading of the contacts (`region`) a name alone. */
function namesAbove(value: string, below: string | undefined, region: boolean): boolean {
  if (value.length > LINE || below === undefined || !numberRules.numberBelow.test(below)) return false
  const number = grammar.itemLead.at(value, 0)?.end ?? 0
  const names = peopleRules.lonePair
    .replace(peopleRules.askedFor.replace(value.slice(number), '').trim(), '$1$2')
    .split(/[、:]\s*|(?<![A-Za-z]) +| +(?![A-Za-z])/)
    .filter(Boolean)
  if (region && names.length === 1) return isPerson(names[0]!)
  return names.length > 1 && grammar.unit.test(names[0]!) && names.slice(1).every(isNameOf)
}

/** 项目内容:示例处李老师 ↵ 办公地点:…室 电话:…: files who answers where the line below says where; false for what is none. */
function fileTitledAbove(reading: Reading, element: NoticeElement, below: NoticeElement | undefined): boolean {
  const { context, filer } = reading
  if (element.value.length > SHORT || !below) return false
  const m = peopleRules.titledBehind.find(element.value)
  const list = m ? readLine(below, 0, below.value.length) : []
  if (!m || list[0]?.type !== 'label' || !list.some((t) => t.type === 'phone')) return false
  const person = shifted(m.at('person')!, element.range.start)
  filer.nextLine()
  filer.setUnit(shifted(m.at('unit')!, element.range.start))
  filer.person(personOf(context, person, m.groups.person!), person)
  filer.endLine(false)
  reading.region = true
  return true
}

/** Files the sentences of running text that hold a contact. */
function fileSentences({ context, filer, region }: Reading, element: NoticeElement): void {
  for (const sentence of sentencesOf(element.value)) {
    const { start, end } = sentence
    if (!grammar.hint.test(element.value.slice(start, end))) continue
    const list = readLine(element, start, end)
    const addressed = isAddressed(list)
    if (!addressed && !isReachable(list)) fileMailAddress(context, filer, element, sentence)
    else if (!region || end - start > LINE) {
      filer.endGroup()
      readArea(filer, element.value.slice(start, end))
      if (!addressed) fileMailAddress(context, filer, element, sentence)
      fileRunning(context, filer, list)
    } else fileLine(context, filer, list)
  }
}

/** Files a line that may be about contacts, as far as something in it or above it says so. */
function fileContactLine(reading: Reading, element: NoticeElement): void {
  const { context, filer, region } = reading
  const { length } = element.value
  const list = readLine(element, 0, length)
  if (isColumnHeads(list)) {
    filer.endGroup()
    reading.region = true
    reading.numbers = list.flatMap((t) =>
      t.type === 'label' && (t.kind === 'phone' || t.kind === 'fax') ? t.kind : [],
    )
    return
  }
  labelNumbers(list, reading.numbers)
  readArea(filer, element.value)
  if (!isAddressed(list)) fileMailAddress(context, filer, element, { start: 0, end: length })
  if (reading.awaited && list[0]?.type !== 'label') {
    fileBelow(context, filer, list)
    reading.awaited = false
    filer.endLine(false)
    return
  }
  const labelled = list.some((t) => t.type === 'label' && t.kind !== 'account' && t.kind !== 'url')
  const reachable = isReachable(list)
  reading.awaited = list.length === 1 && isValueBelow(context, list[0]!)
  if (!labelled && !reachable && !isLocated(list)) {
    if (!region || length > SHORT) return
    filer.carry()
    fileLine(context, filer, list)
    filer.endLine(false)
  } else if (!labelled && !region && length > LINE && !isDirectory(list)) {
    filer.endGroup()
    fileRunning(context, filer, list)
  } else if (labelled || region || isContactAlone(list)) {
    fileLine(context, filer, list)
    reading.region = true
    // A list of people may go on below its label: 联系人:某科 甲 ↵ 某部 乙
    filer.endLine(reading.awaited || (filer.openLabel === 'person' && !reachable))
  }
}

/** Sets before each number of a line the label that the head of its column gives, where there are as many numbers as heads. */
function labelNumbers(list: Token[], kinds: readonly LabelKind[]): void {
  if (!kinds.includes('fax') || list.some((t) => t.type === 'label')) return
  if (list.filter((t) => t.type === 'phone').length !== kinds.length) return
  for (let i = list.length - 1, k = kinds.length - 1; i >= 0; i--) {
    const { type, range } = list[i]!
    if (type !== 'phone') continue
    const place = { start: range.start, end: range.start }
    list.splice(i, 0, { type: 'label', kind: kinds[k]!, both: false, prefix: null, range: place })
    k--
  }
}

/** Labels of people and numbers in one line without a value or a colon: the head of columns set with blanks. */
const isColumnHeads = (list: readonly Token[]): boolean =>
  list.length > 2 &&
  list.filter((t) => t.type === 'label').length > 1 &&
  list.every((t) => t.type === 'label' || (t.type === 'word' && !t.colon && t.text.length <= 4))

/** 值班室:0100-5550123 客服:李明 139…: however long, a line of names with a number behind each is no running text. */
function isDirectory(tokens: readonly Token[]): boolean {
  const list = tokens.filter((t) => !(t.type === 'word' && t.bracket))
  return (
    list.filter((t) => t.type === 'phone').length > 1 &&
    list.every((t, i) => t.type !== 'phone' || isNamed(list[i - 1], list[i - 2]))
  )
}

/** Whether a number's own name stands before it: with a colon, as a person behind one, as an office with its address, or with a number in between. */
const isNamed = (one: Token | undefined, other: Token | undefined): boolean =>
  one?.type === 'phone' ||
  one?.type === 'label' ||
  (one?.type === 'address' && other?.type === 'word' && grammar.unit.test(other.text)) ||
  (one?.type === 'word' && (one.colon || (other?.type === 'word' && other.colon)))

/** 某协会秘书处(示例区示例街26号,100045): an address with its postcode says where to write. */
const isLocated = (list: readonly Token[]): boolean => list.some((t) => t.type === 'address' && t.code !== null)

/** An unlabelled line counts when it has an address with its postcode, a mail or a number that is certain by its form, or a name with the number. */
const isContactAlone = (list: readonly Token[]): boolean =>
  isLocated(list) ||
  list.some((t) => t.type === 'email' || (t.type === 'phone' && (t.kind !== 'landline' || t.area !== ''))) ||
  list.some((t, i) => list[i + 1]?.type === 'phone' && (t.type === 'person' || isNameAlone(t)))

const isNameAlone = (token: Token): boolean => token.type === 'word' && peopleRules.person.test(token.text)
