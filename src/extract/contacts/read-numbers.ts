/**
 * Telephone numbers of a line: those of the numbering plan, the short ones of services, those printed with digits left
 * out, and what else stands behind a label for numbers.
 */
import type { Match } from '../../grammar.js'
import type { Range } from '../define.js'
import { shifted } from '../ranges.js'
import { numberRules } from './rules.js'
import { type Found, keep, type PhoneToken } from './token.js'

/** `services`: the short number of a service needs no word beside it. */
export function readNumbers(found: Found, services: boolean): void {
  for (const m of numberRules.fromAbroad.all(found.text)) {
    if (isTaken(found, m)) continue
    const { area, local, ext = '' } = m.groups
    keep(found, landline(`0${area!}`, digitsOf(local!), ext, shifted(m, found.base)))
  }
  for (const m of numberRules.phone.all(found.text)) if (!isTaken(found, m)) readPlanned(found, m)
  readServices(found, numberRules.service)
  readServices(found, numberRules.serviceNamed)
  readServices(found, numberRules.serviceOfUnit)
  readServices(found, services ? numberRules.serviceAlone : numberRules.short)
  for (const m of numberRules.internal.all(found.text)) {
    const at = m.at('number')!
    if (!isTaken(found, at)) keep(found, plain('landline', m.groups.number!, shifted(at, found.base)))
  }
  for (const m of numberRules.masked.all(found.text)) {
    if (isTaken(found, m)) continue
    const number = m.text.replace(/[^\d*xX-]/g, '').replace(/[xX]/g, '*')
    keep(found, {
      ...plain(m.groups.mobile ? 'mobile' : 'landline', number, shifted(m, found.base)),
      masked: true,
    })
  }
  for (const m of numberRules.labelledNumber.all(found.text)) {
    for (let at = m.at('number'); at; ) {
      if (!isTaken(found, at)) keep(found, labelled(found.text.slice(at.start, at.end), shifted(at, found.base)))
      const next: Match | null = numberRules.labelledNext.at(found.text, at.end)
      at = next?.at('number') ?? null
    }
  }
}

/** Whether a place holds a token already, or a number that is said to be out of use. */
const isTaken = (found: Found, at: Range): boolean =>
  found.taken.overlaps(shifted(at, found.base)) ||
  numberRules.oldNumber.test(found.text.slice(Math.max(0, at.start - 8), at.start))

/** A number that takes no area code from what stands around it. */
const plain = (kind: PhoneToken['kind'], number: string, range: Range): PhoneToken => ({
  type: 'phone',
  number,
  kind,
  local: '',
  area: '',
  extension: '',
  masked: false,
  doubtful: false,
  range,
})

const landline = (area: string, local: string, extension: string, range: Range): PhoneToken => ({
  type: 'phone',
  number: area ? `${area}-${local}` : local,
  kind: 'landline',
  local,
  area,
  extension,
  masked: false,
  doubtful: false,
  range,
})

/** Recognized characters: O861 is an area code. */
const digitsOf = (printed: string): string => printed.replace(/[Oo]/g, '0').replace(/\D/g, '')

function readPlanned(found: Found, m: Match): void {
  const { hotline, mobile, area, local, bare, ext = '' } = m.groups
  const range = shifted(m, found.base)
  if (hotline) {
    const number = digitsOf(hotline).replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3')
    keep(found, { ...plain('hotline', number, range), extension: ext })
  } else if (mobile) {
    if (ext) range.end = found.base + m.at('mobile')!.end
    keep(found, plain('mobile', digitsOf(mobile), range))
  } else {
    const code = area ? digitsOf(area) : ''
    const digits = digitsOf((area ? local : bare) ?? '')
    if (area ? digits.length < 7 : digits.length < 6 || looksLikeDate(digits)) return
    keep(found, landline(code, digits, ext, range))
    readSuffixes(found, m.end, code, digits, ext !== '')
  }
}

/** 20210401 is a day, not a telephone. */
const looksLikeDate = (digits: string) => /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits)

/** 12345678/79: further numbers given by their last digits; behind an extension, further extensions. */
function readSuffixes(found: Found, end: number, area: string, local: string, extended: boolean): void {
  let at = end
  for (let guard = 0; guard < 4; guard++) {
    const rest = found.text.slice(at)
    const m = numberRules.suffix.at(rest, 0) ?? (extended ? numberRules.nextExtension.at(rest, 0) : null)
    if (!m) return
    const tail = m.groups.tail!
    const full = extended ? local : local.slice(0, local.length - tail.length) + tail
    keep(found, landline(area, full, extended ? tail : '', shifted(m.at('tail')!, found.base + at)))
    at += m.end
  }
}

/** 12345, 0100-12345: the same in every place, with an area code only where one is printed. */
function readServices(found: Found, rule: typeof numberRules.service): void {
  for (const m of rule.all(found.text)) {
    const at = m.at('number')!
    const { number = '', area = '' } = m.groups
    const range = { start: found.base + (area ? m.start : at.start), end: found.base + at.end }
    if (!found.taken.overlaps(range))
      keep(found, { ...plain('hotline', area ? `${area}-${number}` : number, range), area })
  }
}

/** What stands behind a label for numbers, read as far as the numbering plan goes; else as printed, in doubt. */
function labelled(printed: string, range: Range): PhoneToken {
  const digits = printed.replace(/\D/g, '')
  if (numberRules.mobileDigits.test(digits)) return plain('mobile', digits, range)
  return { ...plain('landline', printed.replace(/[^\d-]+/g, '-').replace(/^-|-$/g, ''), range), doubtful: true }
}
