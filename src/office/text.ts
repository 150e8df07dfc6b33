/** What goes into files of other programs: content made harmless, names that stay the same from run to run. */

/** What a program may obey or hide: controls (with them every escape sequence) but line feeds, and bidi controls. */
const UNSAFE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** Content of several lines: white space within a line is one space, empty lines are left out. */
export function lines(text: string): string {
  return text
    .replace(/\r\n?|[\x0b\x0c\x85\u2028\u2029]/g, '\n')
    .replace(UNSAFE, (char) => (char === '\t' ? ' ' : ''))
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('\n')
    .map((line) => line.replace(/[ \u00a0\u3000]+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

/** The same on one line. */
export const line = (text: string): string => lines(text).replaceAll('\n', ' ')

/** Cut at whole characters, with an ellipsis. */
export function shorten(text: string, length: number): string {
  const chars = [...text]
  return chars.length > length ? `${chars.slice(0, length - 1).join('')}…` : text
}

/**
 * 32 hexadecimal digits that tell texts apart (four lanes of multiply and xor, 128 bits). No protection against someone
 * who looks for two texts with the same digits: it names entries, it proves nothing.
 */
export function fingerprint(text: string): string {
  const lanes = [0x3c6ef372, 0x9e3779b9, 0x78dde6e4, 0x1715609d]
  const factors = [0x239b961b, 0xab0e9789, 0x38b34ae5, 0xa1e38b93]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    for (let n = 0; n < 4; n++)
      lanes[n] = Math.imul((lanes[n]! << 13) | (lanes[n]! >>> 19), factors[n]!) ^ (unit + lanes[(n + 1) & 3]!)
  }
  for (let n = 0; n < 8; n++) {
    const lane = lanes[n & 3]!
    lanes[n & 3] = Math.imul(lane ^ (lane >>> 15), 0x2c1b3c6d) ^ lanes[(n + 1) & 3]!
  }
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
