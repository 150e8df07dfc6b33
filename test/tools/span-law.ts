/** The span law, strictly: the slice of the source, read again, is the text and nothing beside it. */
import { findDocumentNumbers, type Notice, type Span, treeOf } from '../../src/index.js'
import { readHtml } from '../../src/read/html.js'
import { fold } from '../../src/read/normalize.js'
import { asSource, fromAt, toAt } from '../../src/read/source-text.js'

/** The letters and digits of a reading: glyph noise folded, white space, punctuation and symbols left out. */
const key = (text: string) =>
  fold(asSource(text))
    .text.normalize('NFKC')
    // Whether ○ or 0 behind a numeral is 〇 depends on what stands around the slice.
    .replace(/〇/g, '0')
    .replace(/[\s\p{P}\p{S}\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .toLowerCase()
    // So it is with a letter between figures.
    .replace(/o/g, '0')

/** A character by its number; U+FFFD for a number that is none. */
const character = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd')

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' }

/** A Markdown slice as it reads: without tags and link targets, entities decoded. */
const unmarked = (slice: string) =>
  slice
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()\n]*\)/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      hex ? character(Number.parseInt(hex, 16)) : decimal ? character(Number(decimal)) : (ENTITIES[name!] ?? whole),
    )

const digits = (text: string) => key(text).replace(/\D/g, '')
const YEAR_DIGITS = '〇一二三四五六七八九'
/** A document number is canonical: its year in Arabic digits, no 第, no leading zeros, 号 behind it. */
const numberKey = (text: string) =>
  key(
    text.replace(/[〇○零一二三四五六七八九]{4}/g, (year) =>
      [...year].map((c) => Math.max(0, YEAR_DIGITS.indexOf(c))).join(''),
    ),
  )
    .replace(/第?0*(?=\d)/g, '')
    .replace(/号$/, '')

function readsAs(slice: string, fact: { text: string }): boolean {
  // A canonical phone may be printed with other signs between its digits.
  if ('number' in fact && 'kind' in fact) return digits(slice) === digits(fact.text)
  // 示发〔2024〕1、2号 holds two numbers: read again, it gives both.
  if ('agencyCode' in fact)
    return (
      numberKey(slice) === numberKey(fact.text) ||
      findDocumentNumbers(slice.replace(/\s+/g, '')).some((n) => n.text === fact.text)
    )
  // An address is written with @, however it is printed to keep collectors off: a(at)example.gov.cn.
  if (
    fact.text.includes('@') &&
    key(
      slice
        .normalize('NFKC')
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .replace(/[([【]at[)\]】]|#at#/i, '@'),
    ) === key(fact.text)
  )
    return true
  return key(slice) === key(fact.text)
}

/** A line that holds a page number and nothing else. */
const PAGE_NUMBER =
  /^[\s\p{Cf}]*(?:[-—–―─－‐‑−][\s\p{Cf}]*[\p{Nd}\p{Cf}]+[\s\p{Cf}]*[-—–―─－‐‑−]|第\s?\p{Nd}+\s?页[^\n]{0,12})[\s\p{Cf}]*$/gmu

/** How a slice of the source may be read again, by carrier: as printed, without its marks, as its reader reads it. */
function readingsOf(notice: Notice): (span: Span) => Iterable<string> {
  const { text, carrier } = notice.source
  const slice = ({ start, end }: Span) => text.slice(start, end)
  if (carrier === 'markdown')
    return function* (span) {
      yield slice(span)
      yield unmarked(slice(span))
    }
  if (carrier !== 'html') return (span) => [slice(span)]
  const { raw } = treeOf(notice).read
  return function* (span) {
    yield slice(span)
    let read = ''
    for (let i = 0; i < raw.text.length; i++)
      if (fromAt(raw, i) >= span.start && toAt(raw, i) <= span.end) read += raw.text[i]
    yield read
    // What only an attribute or the head says is not among what was read.
    yield readHtml(slice(span)).raw.text
    yield unmarked(slice(span))
  }
}

/** Every fact whose span is not in the source, is empty, or does not read as its text. */
export function spanErrors(notice: Notice): string[] {
  const errors: string[] = []
  const source = notice.source.text
  const readings = readingsOf(notice)
  const inRange = ({ start, end }: Span) =>
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= source.length
  const reads = (span: Span, fact: { text: string }) => {
    // Printed nowhere: its text is a full name, its place the code in the number.
    const coded = 'from' in fact && fact.from === 'documentNumber'
    const printed = coded ? { text: notice.documentNumber?.agencyCode ?? '' } : fact
    for (const reading of readings(span)) {
      // A page number that fell into the sentence is not read; a cell may be one.
      if (readsAs(reading, printed) || readsAs(reading.replace(PAGE_NUMBER, ''), printed)) return true
    }
    return false
  }
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return
    const { span, text } = value as { span?: Span | null; text?: string }
    if (span && !inRange(span)) errors.push(`${path}: ${JSON.stringify(span)} is out of range`)
    else if (span && typeof text === 'string') {
      if (span.start === span.end) errors.push(`${path}: the span of ${JSON.stringify(text)} is empty`)
      else if (!reads(span, { ...value, text }))
        errors.push(`${path}: ${JSON.stringify(text)} is not ${JSON.stringify(source.slice(span.start, span.end))}`)
    }
    for (const [name, child] of Object.entries(value))
      if (name !== 'span' && name !== 'source')
        visit(child, Array.isArray(value) ? path : path ? `${path}.${name}` : name)
  }
  visit(notice, '')
  return errors
}
