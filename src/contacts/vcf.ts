/** From cards to vCard 4.0 (RFC 6350). */
import { lines } from '../office/text.js'
import type { Card, CardPhone } from './types.js'

const encoder = new TextEncoder()

/**
 * Writes cards as one file: lines end in CR LF, no line is longer than 75 octets. The same cards give the same bytes.
 * Throws `TypeError` where `cards` is no list of what `contactCards` gives.
 */
export function writeCards(cards: readonly Card[]): string {
  if (!Array.isArray(cards) || !cards.every((card) => typeof card?.uid === 'string'))
    throw new TypeError('writeCards: cards must be a list of cards')
  return cards.map((card) => `${propertiesOf(card).map(fold).join('\r\n')}\r\n`).join('')
}

/** RFC 6350, 3.4. A semicolon is only special in properties of several fields; elsewhere some readers would show the backslash. */
const escapeText = (text: string) => lines(text).replace(/[\\,]/g, '\\$&').replaceAll('\n', '\\n')
const field = (text: string) => escapeText(text).replaceAll(';', '\\;')

function propertiesOf(card: Card): string[] {
  const { kind, name, family, given = '', title, organization, address, postcode, notices } = card
  const notes = [...card.notes, ...notices.map((notice) => `见于：${notice}`)]
  return [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'PRODID:-//gongwen//gongwen//ZH',
    `UID:${card.uid}`,
    `KIND:${kind}`,
    // It must not be empty (RFC 6350, 6.2.1).
    `FN:${escapeText(name) || '未注明'}`,
    ...(family === undefined ? [] : [`N:${field(family)};${field(given)};;;`]),
    ...(organization === undefined ? [] : [`ORG:${field(organization)}`]),
    ...(title === undefined ? [] : [`TITLE:${escapeText(title)}`]),
    ...card.phones.map(telephone),
    ...card.emails.map((email) => `EMAIL;TYPE=work:${escapeText(email)}`),
    ...(address === undefined && postcode === undefined
      ? []
      : [`ADR;TYPE=work:;;${field(address ?? '')};;;${field(postcode ?? '')};`]),
    ...card.urls.map((url) => `URL:${url}`),
    ...(notes.length ? [`NOTE:${escapeText(notes.join('\n'))}`] : []),
    'END:VCARD',
  ]
}

const TYPES: Record<CardPhone['kind'], string> = { work: '"voice,work"', cell: '"cell,voice"', fax: '"fax,work"' }

/**
 * An address (RFC 3966) where the number can be dialled by it: in full for lines with an area code and mobiles, within China
 * for what only exists there (400, 12345). A number without its area code stays text.
 */
function telephone({ number, extension, kind }: CardPhone): string {
  const ext = extension === undefined ? '' : `;ext=${extension}`
  const global = /^0?([1-9]\d{1,2}-\d{7,8})$|^(1[3-9]\d{9})$/.exec(number)
  if (global && (global[2] || number.startsWith('0')))
    return `TEL;VALUE=uri;TYPE=${TYPES[kind]}:tel:+86-${global[1] ?? global[2]}${ext}`
  if (/^[48]00-?\d{3,4}-?\d{3,4}$|^[19]\d{2,5}$/.test(number))
    return `TEL;VALUE=uri;TYPE=${TYPES[kind]}:tel:${number}${ext};phone-context=+86`
  return `TEL;VALUE=text;TYPE=${TYPES[kind]}:${escapeText(number)}${extension === undefined ? '' : `转${extension}`}`
}

/** RFC 6350, 3.2: between whole characters. */
function fold(property: string): string {
  if (property.length <= 25) return property
  let out = ''
  let octets = 0
  for (const char of property) {
    const size = encoder.encode(char).length
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += char
    octets += size
  }
  return out
}
