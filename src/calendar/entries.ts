/** From notices to entries: what must be done by when, and what happens where. Pure: no clock. */
import type { Contact, Deadline, Notice, NoticeEvent } from '../index.js'
import { addressOf, dayOf, identityOf, type NoticeSource, sourcesOf } from '../office/notices.js'
import { fingerprint, line, lines, shorten } from '../office/text.js'
import { firstOf, isTimed } from './time.js'
import type { CalendarEntry, LeftOut, LeftReason } from './types.js'

/** Characters of a summary: what a calendar shows of an entry. */
const SUMMARY = 72

/** The entries of notices in their order, and what is not among them. Throws `TypeError` where a source is no notice. */
export function calendarEntries(sources: Iterable<Notice | NoticeSource>): {
  entries: CalendarEntry[]
  left: LeftOut[]
} {
  const entries: CalendarEntry[] = []
  const left: LeftOut[] = []
  const known = new Set<string>()
  let index = 0
  for (const source of sourcesOf(sources, 'calendarEntries')) {
    const made = ofNotice(source)
    for (const found of made) {
      if ('entry' in found && !known.has(found.entry.uid)) {
        known.add(found.entry.uid)
        entries.push(found.entry)
      } else left.push({ ...found.told, reason: 'entry' in found ? 'repeated' : found.reason, notice: index })
    }
    index++
  }
  return { entries, left }
}

type Told = Pick<LeftOut, 'kind' | 'text' | 'what'>
type Found = { told: Told } & ({ entry: CalendarEntry } | { reason: LeftReason })

function ofNotice(source: NoticeSource): Found[] {
  const { notice } = source
  const uid = uidMaker(notice)
  const common = {
    confidential: notice.classification !== null,
    stamp: dayOf(notice) ?? '1970-01-01',
  }
  const url = addressOf(source.url)
  const about = aboutOf(notice)
  const found: Found[] = []
  const said = new Set<string>()
  for (const deadline of notice.deadlines) {
    const told: Told = { kind: 'deadline', text: line(deadline.text), what: line(deadline.action) }
    const when = whenOf(deadline, notice)
    if (typeof when === 'string') {
      found.push({ told, reason: when })
      continue
    }
    // A notice says the same twice: in its text and in a list of times.
    const same = [when.start, when.end, when.rule, told.what].join()
    const address = url ?? linkOf(deadline)
    const entry: CalendarEntry = {
      ...common,
      uid: said.has(same) ? uid.last() : uid.next('deadline', told.what),
      kind: 'deadline',
      summary: shorten(`${prefixOf(when)}${told.what}`, SUMMARY),
      description: lines([...toldOf(deadline), ...about].join('\n')),
      ...when,
      ...(address === undefined ? {} : { url: address }),
    }
    said.add(same)
    found.push({ told, entry })
  }
  for (const event of notice.events) found.push(ofEvent(event, notice, uid, { ...common, about, url }))
  return found
}

type When = Pick<CalendarEntry, 'start' | 'end' | 'rule'>

function whenOf({ due, from, recurrence }: Deadline, notice: Notice): When | LeftReason {
  if (recurrence !== undefined) {
    const day = due ?? dayOf(notice)
    const first = day && firstOf(recurrence, day)
    return first ? { end: first, rule: recurrence } : 'no-first-day'
  }
  if (due === null) return 'relative'
  // A window that would end before it begins tells of a misreading: its end is what matters.
  return from !== undefined && from.slice(0, 10) <= due.slice(0, 10) && from !== due
    ? { start: from, end: due }
    : { end: due }
}

const clock = (iso: string) => iso.slice(11)

function prefixOf({ start, end, rule }: When): string {
  if (start !== undefined) return `【期间，${Number(end.slice(5, 7))}月${Number(end.slice(8, 10))}日${clock(end)}截止】`
  // A rule may have several hours.
  return isTimed(end) && rule === undefined ? `【${clock(end)}截止】` : '【截止】'
}

function ofEvent(
  event: NoticeEvent,
  notice: Notice,
  uid: UidMaker,
  {
    about,
    url,
    ...common
  }: { about: string[]; url: string | undefined } & Pick<CalendarEntry, 'confidential' | 'stamp'>,
): Found {
  const what = line(event.title?.text ?? notice.title?.text ?? event.text)
  const told: Told = { kind: 'event', text: line(event.text), what }
  if (event.precision === 'year') return { told, reason: 'too-coarse' }
  const organizers = event.organizers.map(({ text }) => text).join('、')
  const description = [
    `时间：${event.text}`,
    ...(event.venue ? [`地点：${event.venue.text}`] : []),
    ...(organizers ? [`主办：${organizers}`] : []),
    ...(event.content ? [`内容：${event.content}`] : []),
    ...about,
  ]
  return {
    told,
    entry: {
      ...common,
      uid: uid.next('event', what),
      kind: 'event',
      summary: shorten(what, SUMMARY),
      description: lines(description.join('\n')),
      start: event.start,
      // An end printed before the start is a slip of the pen.
      end: event.end < event.start ? event.start : event.end,
      ...(event.venue ? { location: line(event.venue.text) } : {}),
      ...(url === undefined ? {} : { url }),
    },
  }
}

interface UidMaker {
  next(kind: string, what: string): string
  last(): string
}

/**
 * Known by the notice and what is to be done, not by the day: a notice that puts a deadline off moves the entry. Entries of
 * one notice with the same words are numbered.
 */
function uidMaker(notice: Notice): UidMaker {
  const identity = identityOf(notice)
  const counts = new Map<string, number>()
  let last = ''
  return {
    next(kind, what) {
      const key = `${identity}\n${kind}\n${what.replace(/\s+/g, '')}`
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      last = `${fingerprint(`${key}\n${count}`)}@gongwen`
      return last
    },
    last: () => last,
  }
}

function toldOf(deadline: Deadline): string[] {
  const { action, text, actor, recipient, deliverables, channels, consequence, relative, due } = deadline
  return [
    `事项：${action}`,
    `期限：${text}${relative && due ? `（推算为${due.replace('T', ' ')}）` : ''}`,
    ...(actor ? [`责任：${actor.text}`] : []),
    ...(recipient ? [`报送：${recipient}`] : []),
    ...(deliverables?.length ? [`材料：${deliverables.join('、')}`] : []),
    ...(channels?.length ? [`方式：${channels.map((channel) => channel.text).join('、')}`] : []),
    ...(consequence ? [`逾期：${consequence.text}`] : []),
  ]
}

const linkOf = ({ channels = [] }: Deadline) =>
  channels
    .filter(({ kind }) => kind === 'url')
    .map(({ text }) => addressOf(text))
    .find(Boolean)

/** The notice itself and whom to ask: the same for all of its entries. */
function aboutOf(notice: Notice): string[] {
  const bodies = notice.issuingBodies.map(({ text }) => text).join('、')
  return [
    ...(notice.title ? [`通知：${line(notice.title.text)}`] : []),
    ...(notice.documentNumber ? [`文号：${notice.documentNumber.text}`] : []),
    ...(bodies ? [`发文：${bodies}`] : []),
    ...notice.contacts.slice(0, CONTACTS).map(askOf),
  ]
}

/** More would bury the rest. */
const CONTACTS = 6

function askOf({ unit, people, phones, faxes, emails, address }: Contact): string {
  const number = (phone: Contact['phones'][number]) => `${phone.number}${phone.extension ? `转${phone.extension}` : ''}`
  const pieces = [
    unit?.text,
    people.map(({ text }) => text).join('、'),
    phones.map(number).join('、'),
    faxes.length ? `传真${faxes.map(number).join('、')}` : '',
    emails.map(({ text }) => text).join('、'),
    address?.text,
  ]
  return `联系：${pieces
    .filter(Boolean)
    .map((piece) => line(piece!))
    .join(' ')}`
}
