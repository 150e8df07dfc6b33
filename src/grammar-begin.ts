/**
 * With which characters a match of a pattern can begin, and with which it ends where it reaches to the end of the text, read
 * off its source: one look at the text tells most of the places
 * at which a rule is asked from those where it may hold, at a tenth of what it costs to ask the engine.
 */

/** A set of code units, each at its last ten bits: it may hold more than was put in, never less. */
export type Units = Int32Array

/** Whether a match can begin with this code unit. */
export const admits = (units: Units, unit: number): boolean => (units[(unit >> 5) & 31]! & (1 << (unit & 31))) !== 0

const SIZE = 1024

function add(units: Units, first: number, last = first): void {
  if (last - first >= SIZE || last > 0xffff) units.fill(-1)
  else for (let c = first; c <= last; c++) units[(c >> 5) & 31]! |= 1 << (c & 31)
}

/** Adds the one set to the other. */
function join(units: Units, more: Units): void {
  for (let i = 0; i < 32; i++) units[i]! |= more[i]!
}

const RANGES: Record<string, readonly (readonly [number, number])[]> = {
  d: [[0x30, 0x39]],
  w: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x5f, 0x5f],
    [0x61, 0x7a],
  ],
  // biome-ignore format: one class
  s: [[9, 13], [0x20, 0x20], [0xa0, 0xa0], [0x1680, 0x1680], [0x2000, 0x200a], [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000], [0xfeff, 0xfeff]],
}
const CONTROLS: Record<string, number> = { t: 9, n: 10, v: 11, f: 12, r: 13 }

/** What a match of `source` may begin with; null where that is nearly anything, or the match may be empty. */
export function beginningOf(source: string): Units | null {
  const units = new Int32Array(32)
  // Of a pair each half would be a unit of its own.
  if (/[\ud800-\udfff]/.test(source)) return null
  const empty = new Reader(source).alternatives(units)
  return empty || units.every((bits) => bits === -1) ? null : units
}

/** Whether every match of `source` begins at the start of the text: each alternative says so by its first sign. */
export function isAnchored(source: string): boolean {
  if (source[0] !== '^') return false
  const reader = new Reader(source)
  for (;;) {
    reader.skip()
    if (reader.at >= source.length) return true
    reader.at++
    if (source[reader.at] !== '^') return false
  }
}

/** What a match of `source` ends with where each alternative ends with `$`; null where that is nearly anything, or not so. */
export function endingOf(source: string): Units | null {
  if (/[\ud800-\udfff]/.test(source) || !endsWithText(source)) return null
  const { units, empty } = new Reader(source).lastOfAlternatives()
  return empty || units.every((bits) => bits === -1) ? null : units
}

/** Whether every match of `source` ends at the end of the text: each alternative says so by its last sign. */
function endsWithText(source: string): boolean {
  const reader = new Reader(source)
  for (;;) {
    reader.skip()
    if (!/(?<!\\)(?:\\\\)*\$$/.test(source.slice(Math.max(0, reader.at - 8), reader.at))) return false
    if (reader.at >= source.length) return true
    reader.at++
  }
}

/** The characters with which a piece of a pattern may end, and whether it may take up no room. */
interface Last {
  units: Units
  empty: boolean
}

/** Reads a pattern as far as its matches can begin there. */
class Reader {
  at = 0
  constructor(private readonly source: string) {}

  /** On to the end of the alternative in which the reader stands: before its `|` or `)`. */
  skip(): void {
    const { source } = this
    let depth = 0
    for (; this.at < source.length; this.at++) {
      const c = source[this.at]
      if (c === '\\') this.at++
      else if (c === '[') this.at = this.classEnd()
      else if (c === '(') depth++
      else if (c === ')' && depth-- === 0) return
      else if (c === '|' && depth === 0) return
    }
  }

  /** Of the class that begins at the reader: where its `]` stands. */
  private classEnd(): number {
    const { source } = this
    let i = this.at + 1
    for (; i < source.length && source[i] !== ']'; i++) if (source[i] === '\\') i++
    return i
  }

  /** Adds what the alternatives from here to their `)` may begin with, and says whether one may be empty. */
  alternatives(units: Units): boolean {
    let empty = this.sequence(units)
    while (this.source[this.at] === '|') {
      this.at++
      if (this.sequence(units)) empty = true
    }
    return empty
  }

  private sequence(units: Units): boolean {
    const { source } = this
    // Whether nothing that takes up room was read yet: only then a look ahead is one at the first character.
    let first = true
    while (this.at < source.length && source[this.at] !== '|' && source[this.at] !== ')') {
      const c = source[this.at]!
      if (c === '^' || c === '$' || (c === '\\' && /[bB]/.test(source[this.at + 1]!))) {
        this.at += c === '\\' ? 2 : 1
        continue
      }
      const look = c === '(' ? /^\(\?(?:=|!|<=|<!)/.exec(source.slice(this.at, this.at + 4))?.[0] : undefined
      let empty = false
      if (look === '(?=' && first) {
        const ahead = new Int32Array(32)
        this.at += 3
        empty = this.alternatives(ahead)
        this.at++
        if (!empty) {
          // It tells the first character, whatever stands behind it.
          join(units, ahead)
          this.skip()
          return false
        }
        continue
      }
      if (look) {
        this.group()
        continue
      }
      if (c === '(') {
        const name = source.startsWith('(?<', this.at) ? source.indexOf('>', this.at) + 1 : 0
        this.at = name || this.at + (source.startsWith('(?:', this.at) ? 3 : 1)
        empty = this.alternatives(units)
        this.at++
      } else this.one(units)
      first = false
      if (!this.optional() && !empty) {
        this.skip()
        return false
      }
    }
    return true
  }

  /** What the alternatives from here to their `)` may end with. */
  lastOfAlternatives(): Last {
    const last = this.lastOfSequence()
    while (this.source[this.at] === '|') {
      this.at++
      const other = this.lastOfSequence()
      join(last.units, other.units)
      last.empty ||= other.empty
    }
    return last
  }

  private lastOfSequence(): Last {
    const { source } = this
    let last: Last = { units: new Int32Array(32), empty: true }
    while (this.at < source.length && source[this.at] !== '|' && source[this.at] !== ')') {
      const c = source[this.at]!
      if (c === '^' || c === '$' || (c === '\\' && /[bB]/.test(source[this.at + 1]!))) {
        this.at += c === '\\' ? 2 : 1
        continue
      }
      if (c === '(' && /^\(\?(?:=|!|<=|<!)/.test(source.slice(this.at, this.at + 4))) {
        this.group()
        continue
      }
      let item: Last = { units: new Int32Array(32), empty: false }
      if (c === '(') {
        const name = source.startsWith('(?<', this.at) ? source.indexOf('>', this.at) + 1 : 0
        this.at = name || this.at + (source.startsWith('(?:', this.at) ? 3 : 1)
        item = this.lastOfAlternatives()
        this.at++
      } else this.one(item.units)
      if (!this.optional() && !item.empty) last = item
      else join(last.units, item.units)
    }
    return last
  }

  /** Past a whole group. */
  private group(): void {
    this.at++
    for (this.skip(); this.source[this.at] === '|'; this.skip()) this.at++
    this.at++
  }

  /** Past a quantifier, if one stands here; whether it lets what it counts be left out. */
  private optional(): boolean {
    const { source } = this
    const c = source[this.at]
    if (c === '?' || c === '*' || c === '+') this.at++
    else if (c === '{') this.at = source.indexOf('}', this.at) + 1
    else return false
    const none = c === '?' || c === '*' || (c === '{' && source[source.lastIndexOf('{', this.at) + 1] === '0')
    if (source[this.at] === '?') this.at++
    return none
  }

  /** Adds one character, class or escape. */
  private one(units: Units): void {
    const c = this.source[this.at]!
    if (c === '[') this.characters(units)
    else if (c === '.') {
      this.at++
      units.fill(-1)
    } else {
      const code = this.code(units)
      if (code >= 0) add(units, code)
    }
  }

  private characters(units: Units): void {
    const { source } = this
    const end = this.classEnd()
    this.at++
    if (source[this.at] === '^') units.fill(-1)
    else
      while (this.at < end) {
        const code = this.code(units)
        if (code < 0) continue
        const isRange = source[this.at] === '-' && this.at + 1 < end
        if (isRange) this.at++
        add(units, code, isRange ? this.code(units) : code)
      }
    this.at = end + 1
  }

  /** The character that stands here, escaped or not; -1 for a class of several, which is added. */
  private code(units: Units): number {
    const { source } = this
    if (source[this.at] !== '\\') return source.charCodeAt(this.at++)
    const c = source[this.at + 1]!
    this.at += 2
    if (c === 'u' || c === 'x') {
      const braced = source[this.at] === '{'
      const from = braced ? this.at + 1 : this.at
      const to = braced ? source.indexOf('}', from) : from + (c === 'u' ? 4 : 2)
      this.at = braced ? to + 1 : to
      return Number.parseInt(source.slice(from, to), 16)
    }
    if (c in CONTROLS) return CONTROLS[c]!
    if (!/[\da-zA-Z]/.test(c)) return c.charCodeAt(0)
    if (c === 'p' || c === 'P') this.at = source.indexOf('}', this.at) + 1
    const ranges = RANGES[c]
    if (ranges) for (const [from, to] of ranges) add(units, from, to)
    // The other classes, and what an earlier group held.
    else units.fill(-1)
    return -1
  }
}
