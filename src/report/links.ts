/** Links that lead out of the page: only from values that are addresses by their shape, whoever wrote the notice. */
import type { Phone } from '../index.js'

/** Digits and hyphens of a canonical number, an extension as RFC 3966 has it. */
export function telephone({ number, extension, masked, kind }: Phone): string | null {
  if (masked || !/^\d[\d-]{1,18}\d$/.test(number)) return null
  const digits = number.replace(/-/g, '')
  if (digits.length < 3 || digits.length > 15) return null
  const ext = extension && /^\d{1,8}$/.test(extension) ? `;ext=${extension}` : ''
  // Without an area code, a number is known only where it is printed.
  const complete = kind !== 'landline' || /^0\d{2,3}-?\d{7,8}$/.test(number)
  return complete ? `tel:${national(digits, kind)}${ext}` : null
}

/** With the code of China where that is how it is called from anywhere. */
const national = (digits: string, kind: Phone['kind']): string => {
  if (kind === 'mobile' && /^1\d{10}$/.test(digits)) return `+86${digits}`
  return kind === 'landline' && digits.startsWith('0') ? `+86${digits.slice(1)}` : digits
}

/** No characters that a mail address in a URL would have to escape: none that add a header. */
export const mail = (address: string): string | null =>
  /^[\w.+-]{1,64}@(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,24}$/i.test(address)
    ? `mailto:${address}`
    : null
