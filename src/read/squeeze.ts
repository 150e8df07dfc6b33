/** Comparison keys: a text without its white space and punctuation. */

const DROPPED = /^[\s\p{P}\p{S}]$/u
/** Of each unit that was met: 1 kept, 2 dropped. Asking the pattern costs more than the rest of the work. */
const known = new Uint8Array(0x10000)

function isDropped(unit: number): boolean {
  // Han, the most of it.
  if (unit >= 0x4e00 && unit <= 0x9fff) return false
  let is = known[unit]!
  if (is === 0) {
    is = DROPPED.test(String.fromCharCode(unit)) ? 2 : 1
    known[unit] = is
  }
  return is === 2
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

/** The text without white space, punctuation and symbols. */
export function squeeze(text: string): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isSurrogate(unit)) return text.replace(/[\s\p{P}\p{S}]/gu, '')
    if (!isDropped(unit)) continue
    out += text.slice(from, i)
    from = i + 1
  }
  return from === 0 ? text : out + text.slice(from)
}
