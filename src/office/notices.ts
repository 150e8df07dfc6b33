/** What the makers of files for other programs take, and how a notice is known. */
import type { Notice } from '../index.js'
import { fingerprint, line } from './text.js'

/** A notice and where it came from. */
export interface NoticeSource {
  notice: Notice
  /** Address of the page, http or https. */
  url?: string
  /** Name of the file, for messages. */
  path?: string
}

/** Each of what `caller` was given, with its notice. Throws `TypeError` where it is no notice. */
export function* sourcesOf(given: Iterable<Notice | NoticeSource>, caller: string): Generator<NoticeSource> {
  const fail = (): never => {
    throw new TypeError(`${caller}: sources must be a list of notices, or of objects with a notice`)
  }
  if (given === null || typeof given !== 'object' || !(Symbol.iterator in given)) return fail()
  for (const one of given) {
    if (one === null || typeof one !== 'object') fail()
    const source = 'notice' in one ? one : { notice: one }
    if (typeof source.notice?.source?.text !== 'string') fail()
    yield source
  }
}

/**
 * What tells a notice from others on every run: its document number, with the body where the number names none; without a
 * number its content, white space aside.
 */
export function identityOf({ documentNumber, issuingBodies, source }: Notice): string {
  if (!documentNumber) return `text:${fingerprint(source.text.replace(/\s+/g, ''))}`
  const body = documentNumber.agencyCode === '' ? (issuingBodies[0]?.name ?? '') : ''
  return `number:${body}${documentNumber.text}`
}

/** The day from which a notice speaks: signed, else published or printed. */
export function dayOf({ dates }: Notice): string | null {
  for (const role of ['signed', 'published', 'printed'] as const) {
    const date = dates.find((one) => one.role === role && one.precision !== 'month' && one.precision !== 'year')
    if (date) return date.start.slice(0, 10)
  }
  return null
}

/** 示科发〔2024〕3号《关于…的通知》 */
export function nameOf({ title, documentNumber }: Notice): string {
  const name = title ? `《${line(title.text)}》` : ''
  return `${documentNumber?.text ?? ''}${name}`
}

export function addressOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined
  try {
    const { protocol, href } = new URL(url)
    // Neither calendars nor vCards escape within an address: what would end a value is written as octets.
    return /^https?:$/.test(protocol)
      ? href.replace(/[,;\\"]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
      : undefined
  } catch {
    return undefined
  }
}
