/** What must hold for whatever is read: one function that says everything that does not. */
import { Parser } from 'htmlparser2'
import ICAL from 'ical.js'
import { parse as parseCards } from 'vcard4'
import { toCalendar } from '../../src/calendar/index.js'
import { toVcards } from '../../src/contacts/index.js'
import {
  findBody,
  findContacts,
  findDates,
  findDeadlines,
  findDivision,
  findDocumentNumbers,
  locate,
  type Notice,
  noticeSchema,
  parseNotice,
  position,
  readNotice,
  treeOf,
  UnreadableNoticeError,
} from '../../src/index.js'
import { linkNotices } from '../../src/link/index.js'
import { redactNotice } from '../../src/redact/index.js'
import { reportPage } from '../../src/report/index.js'
import { spanErrors } from '../tools/span-law.js'
import type { Input } from './targets.js'

export interface Fault {
  kind: 'threw' | 'span' | 'schema' | 'differs' | 'input changed' | 'prototype' | 'injected' | 'not undone'
  message: string
}

/** The codes with which reading bytes may end. */
const CODES: readonly string[] = ['broken', 'unsupported', 'too-large']

/** Names of files by target; bytes of a target are read under its own name. */
const FILENAMES: Record<string, string> = {
  bytes: 'a.txt',
  pdf: 'a.pdf',
  docx: 'a.docx',
  doc: 'a.doc',
  rtf: 'a.rtf',
  ofd: 'a.ofd',
}

const PROTOTYPES: readonly object[] = [Object.prototype, Array.prototype, String.prototype, Function.prototype]
const names = () => PROTOTYPES.map((p) => Reflect.ownKeys(p).length).join()
const NAMES = names()

const shortly = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}…` : text)

/** The frame in which it was thrown, without what changes from machine to machine. */
function thrown(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const frame = error.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? ''
  return `${error.name}: ${error.message} ${frame.trim().replace(/\(.*[\\/]/, '(')}`
}

/** The answer, or the error with which it may end, as something to compare. */
async function answer(target: string, input: Input): Promise<Notice | string> {
  if (typeof input === 'string') {
    const carrier = target === 'markdown' || target === 'html' || target === 'text' ? target : undefined
    return parseNotice(input, { carrier, keywords: input.length % 8 === 0 })
  }
  try {
    return await readNotice(input, { filename: FILENAMES[target] ?? 'a' })
  } catch (error) {
    if (error instanceof UnreadableNoticeError && CODES.includes(error.code)) return `${error.code}: ${error.message}`
    throw error
  }
}

function judgeNotice(notice: Notice): Fault[] {
  const faults: Fault[] = spanErrors(notice).map((message) => ({ kind: 'span', message: shortly(message) }))
  const { error } = noticeSchema.safeParse(notice)
  if (error) faults.push({ kind: 'schema', message: shortly(JSON.stringify(error.issues)) })
  return faults
}

/** What finders find in a text, as a notice whose spans can be looked at. */
function found(text: string): Notice {
  const facts = [
    ...findDocumentNumbers(text),
    ...findDates(text, { referenceDate: '2024-01-01' }),
    ...findDeadlines(text, { referenceDate: '2024-01-01' }),
    ...findContacts(text),
  ]
  findBody(text.slice(0, 60), { year: 2010, place: text.slice(60, 70) })
  findDivision(text.slice(0, 12), text.slice(12, 20))
  return { source: { text, carrier: 'text' }, found: facts } as unknown as Notice
}

/** Elements and attributes of a page that a notice could only have put there itself. */
function injected(page: string): string[] {
  const bad: string[] = []
  let scripts = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script') scripts++
      if (/^(?:img|iframe|object|embed|base|form|link)$/.test(name)) bad.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes))
        if (/^on/i.test(key) || (/^(?:href|src|action)$/.test(key) && /^\s*(?:javascript|data|vbscript):/i.test(value)))
          bad.push(`${key}=${value.slice(0, 60)}`)
    },
  })
  parser.write(page)
  parser.end()
  if (scripts > 1) bad.push(`${scripts} scripts`)
  return bad
}

/** What the programs around the library make of a notice. */
async function judgePrograms(notice: Notice): Promise<Fault[]> {
  const faults: Fault[] = []
  const tree = treeOf(notice)
  for (const { position: place } of tree.children.flatMap((zone) => zone.children))
    if (place && place.end.offset! > notice.source.text.length)
      faults.push({ kind: 'span', message: 'tree: out of range' })
  for (const { span } of notice.dates) {
    locate(notice, span)
    position(notice, span)
  }
  const { ics } = await toCalendar([notice])
  ICAL.parse(ics)
  const cards = toVcards([notice])
  if (cards) parseCards(cards)
  for (const name of injected(reportPage([notice, notice]))) faults.push({ kind: 'injected', message: name })
  linkNotices([notice, notice])
  const once = redactNotice(notice)
  const twice = redactNotice({ ...parseNotice(once.text, { carrier: notice.source.carrier as 'text' }) })
  if (twice.text.length !== once.text.length)
    faults.push({ kind: 'not undone', message: 'masking twice is not masking once' })
  return faults
}

/** Everything that does not hold for one input. Empty when all is well. `twice`: it is read a second time, to the same answer. */
export async function judge(target: string, input: Input, twice = true): Promise<Fault[]> {
  const faults: Fault[] = []
  const before = typeof input === 'string' ? input : input.slice()
  try {
    if (target === 'find') {
      const one = found(String(input))
      faults.push(...spanErrors(one).map((message): Fault => ({ kind: 'span', message: shortly(message) })))
      if (twice && JSON.stringify(one) !== JSON.stringify(found(String(input))))
        faults.push({ kind: 'differs', message: 'find' })
    } else {
      const one = await answer(target, input)
      if (typeof one !== 'string') faults.push(...judgeNotice(one))
      if (twice && JSON.stringify(one) !== JSON.stringify(await answer(target, input)))
        faults.push({ kind: 'differs', message: 'two readings of the same input' })
      if (target === 'programs' && typeof one !== 'string') faults.push(...(await judgePrograms(one)))
    }
  } catch (error) {
    faults.push({ kind: 'threw', message: shortly(thrown(error)) })
  }
  if (typeof before !== 'string' && Buffer.compare(before, input as Uint8Array) !== 0)
    faults.push({ kind: 'input changed', message: 'the bytes that were given are others now' })
  if (names() !== NAMES) faults.push({ kind: 'prototype', message: `properties of prototypes: ${NAMES} → ${names()}` })
  return faults
}

/** Faults of one cause: the field or the frame, without what the input says. */
export const causeOf = ({ kind, message }: Fault): string =>
  `${kind} ${kind === 'threw' ? message.replace(/\d+/g, '#').slice(0, 160) : message.split(':')[0]}`
