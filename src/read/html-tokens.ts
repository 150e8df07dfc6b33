/**
 * The tokens of a page: tags, attributes, text and character references with their places (HTML, 13.2.5). It jumps from
 * mark to mark where a state machine goes by character, and never goes back: the cost is linear in the page. The one importer
 * of character-entities.
 */
import { characterEntities } from 'character-entities'

/** What hears of the tokens. Offsets are into the page, ends exclusive. */
export interface Listener {
  text(start: number, end: number): void
  /** A reference stands for one code point, a few for two. */
  reference(start: number, end: number, codes: readonly number[]): void
  openTag(start: number, end: number): void
  /** The name of an attribute; false when nobody asks for its value. */
  attribute(start: number, end: number): boolean
  value(start: number, end: number): void
  valueReference(codes: readonly number[]): void
  attributeEnd(): void
  openTagEnd(end: number, selfClosing: boolean): void
  closeTag(start: number, end: number): void
}

const GT = 0x3e
const SLASH = 0x2f
const EQUALS = 0x3d

const isSpace = (unit: number) =>
  unit <= 0x20 && (unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d || unit === 0x0c)
const isLetter = (unit: number) => (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39
const endsName = (unit: number) => unit <= GT && (unit === GT || unit === SLASH || isSpace(unit))

/** Elements whose content is text up to their end tag; only a title's holds references. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp'])

/** Tells the listener all tokens of a page. A tag that the page's end cuts off is none. */
export function tokenize(source: string, listener: Listener): void {
  new Tokens(source, listener).run()
}

class Tokens {
  private readonly end: number
  private at = 0
  /** The next ampersand from some place on, looked for once. */
  private ampersand = -1

  constructor(
    private readonly source: string,
    private readonly listener: Listener,
  ) {
    this.end = source.length
  }

  run(): void {
    const { source, end } = this
    let text = 0
    while (this.at < end) {
      const open = source.indexOf('<', this.at)
      if (open < 0) break
      const next = source.charCodeAt(open + 1)
      if (isLetter(next)) {
        this.text(text, open, true)
        text = this.openTag(open + 1)
      } else if (next === SLASH) {
        const name = this.skipSpace(open + 2)
        // </> is text.
        if (source.charCodeAt(name) === GT || name >= end) {
          this.at = name
          continue
        }
        this.text(text, open, true)
        text = isLetter(source.charCodeAt(name)) ? this.closeTag(name) : this.behind('>', name + 1)
      } else if (next === 0x21 || next === 0x3f) {
        const after = this.declaration(open)
        // Nothing ends it, and so nothing ends a tag behind it.
        if (after === null) break
        this.text(text, open, true)
        text = after
      } else {
        this.at = open + 1
        continue
      }
      this.at = text
    }
    if (text < end) this.text(text, end, true)
  }

  /** Offset behind the next `mark` at or after `from`, or the end. */
  private behind(mark: string, from: number): number {
    const at = this.source.indexOf(mark, from)
    return at < 0 ? this.end : at + mark.length
  }

  private skipSpace(from: number): number {
    let i = from
    while (i < this.end && isSpace(this.source.charCodeAt(i))) i++
    return i
  }

  /** Offset behind a comment, a declaration or an instruction; null when nothing ends it. */
  private declaration(open: number): number | null {
    const { source } = this
    if (source.startsWith('<!--', open)) return this.behind('-->', open + 2)
    if (source.startsWith('<![CDATA[', open)) return this.behind(']]>', open + 9)
    const close = source.indexOf('>', open + 2)
    return close < 0 ? null : close + 1
  }

  private closeTag(name: number): number {
    const { source, end } = this
    let i = name
    while (i < end && source.charCodeAt(i) !== GT && !isSpace(source.charCodeAt(i))) i++
    if (i >= end) return end
    this.listener.closeTag(name, i)
    return this.behind('>', i)
  }

  /** Reads a start tag; returns the offset at which text goes on. */
  private openTag(name: number): number {
    const { source, end, listener } = this
    let i = name
    while (i < end && !endsName(source.charCodeAt(i))) i++
    if (i >= end) return end
    listener.openTag(name, i)
    const raw = this.rawName(name, i)
    let closing = false
    for (;;) {
      i = this.skipSpace(i)
      if (i >= end) return end
      const unit = source.charCodeAt(i)
      if (unit === GT) break
      closing = unit === SLASH
      if (closing) i++
      else i = this.attribute(i)
    }
    listener.openTagEnd(i + 1, closing)
    return raw !== null && !closing ? this.rawText(raw, i + 1) : i + 1
  }

  private rawName(start: number, end: number): string | null {
    const length = end - start
    if (length !== 6 && length !== 5 && length !== 8 && length !== 3) return null
    const first = this.source.charCodeAt(start) | 0x20
    // s, t, x: most tags begin with another letter.
    if (first !== 0x73 && first !== 0x74 && first !== 0x78) return null
    const name = this.source.slice(start, end).toLowerCase()
    return RAW.has(name) ? name : null
  }

  /** The text of a script, a style sheet or a title, and its end tag. */
  private rawText(name: string, start: number): number {
    const { source, end } = this
    for (let close = source.indexOf('</', start); close >= 0; close = source.indexOf('</', close + 2)) {
      const after = close + 2 + name.length
      const unit = source.charCodeAt(after)
      if ((unit !== GT && !isSpace(unit)) || source.slice(close + 2, after).toLowerCase() !== name) continue
      this.text(start, close, name === 'title')
      return this.closeTag(close + 2)
    }
    this.text(start, end, name === 'title')
    return end
  }

  private attribute(start: number): number {
    const { source, end, listener } = this
    let i = start + 1
    while (i < end && source.charCodeAt(i) !== EQUALS && !endsName(source.charCodeAt(i))) i++
    const wanted = listener.attribute(start, i)
    i = this.skipSpace(i)
    if (source.charCodeAt(i) === EQUALS) i = this.value(this.skipSpace(i + 1), wanted)
    if (wanted) listener.attributeEnd()
    return i
  }

  private value(start: number, wanted: boolean): number {
    const { source, end } = this
    const quote = source[start]
    if (quote === '"' || quote === "'") {
      const close = source.indexOf(quote, start + 1)
      if (close < 0) return end
      if (wanted) this.decode(start + 1, close, true)
      return close + 1
    }
    let i = start
    while (i < end && source.charCodeAt(i) !== GT && !isSpace(source.charCodeAt(i))) i++
    if (wanted) this.decode(start, i, true)
    return i
  }

  private text(start: number, end: number, references: boolean): void {
    if (start >= end) return
    if (references) this.decode(start, end, false)
    else this.listener.text(start, end)
  }

  /** Tells text or a value piece by piece, as its references divide it. */
  private decode(start: number, end: number, value: boolean): void {
    const { source, listener } = this
    let done = start
    if (this.ampersand < start) this.findAmpersand(start)
    while (this.ampersand < end) {
      const at = this.ampersand
      const found = referenceAt(source, at, end, value)
      if (found) {
        if (value) {
          listener.value(done, at)
          listener.valueReference(found.codes)
        } else {
          if (at > done) listener.text(done, at)
          listener.reference(at, found.end, found.codes)
        }
        done = found.end
      }
      this.findAmpersand(found ? found.end : at + 1)
    }
    if (value) listener.value(done, end)
    else if (done < end) listener.text(done, end)
  }

  private findAmpersand(from: number): void {
    const at = this.source.indexOf('&', from)
    this.ampersand = at < 0 ? this.end : at
  }
}

interface Reference {
  end: number
  codes: readonly number[]
}

/** Names that need no semicolon (HTML, 13.5): those of HTML 2 and Latin 1. */
const LEGACY: ReadonlySet<string> = new Set(
  (
    'AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml ' +
    'LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig ' +
    'agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 ' +
    'frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc ograve ordf ordm ' +
    'oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml ' +
    'uuml yacute yen yuml'
  ).split(' '),
)
const LONGEST_LEGACY = 6
const LONGEST = 31

/** What numeric references to the C1 controls mean: Windows-1252 (HTML, 13.2.5.80). */
const WINDOWS_1252 = new Map(
  [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'].map((c, i): [number, number] => [0x80 + i, c.charCodeAt(0)]),
)

/** The character reference at an ampersand, or null. In values some that have no semicolon are none. */
export function referenceAt(source: string, at: number, end: number, value: boolean): Reference | null {
  const next = source.charCodeAt(at + 1)
  if (next === 0x23) return numericAt(source, at, end)
  if (!isLetter(next)) return null
  const limit = Math.min(end, at + 2 + LONGEST)
  let i = at + 1
  while (i < limit && (isLetter(source.charCodeAt(i)) || isDigit(source.charCodeAt(i)))) i++
  if (i < end && source[i] === ';') {
    const codes = codesOf(source.slice(at + 1, i))
    if (codes) return { end: i + 1, codes }
  }
  for (let n = Math.min(LONGEST_LEGACY, i - at - 1); n > 1; n--) {
    const name = source.slice(at + 1, at + 1 + n)
    if (!LEGACY.has(name)) continue
    const after = at + 1 + n
    const unit = after < end ? source.charCodeAt(after) : 0
    return value && (unit === EQUALS || isLetter(unit) || isDigit(unit)) ? null : { end: after, codes: codesOf(name)! }
  }
  return null
}

const known = new Map<string, readonly number[] | null>()

function codesOf(name: string): readonly number[] | null {
  let codes = known.get(name)
  if (codes === undefined) {
    const text = Object.hasOwn(characterEntities, name) ? characterEntities[name]! : null
    codes = text === null ? null : Array.from(text, (c) => c.codePointAt(0)!)
    // A page may make up any number of names: only the real ones are remembered.
    if (codes) known.set(name, codes)
  }
  return codes
}

function numericAt(source: string, at: number, end: number): Reference | null {
  const hex = (source.charCodeAt(at + 2) | 0x20) === 0x78
  const first = at + (hex ? 3 : 2)
  let code = 0
  let i = first
  for (; i < end; i++) {
    const unit = source.charCodeAt(i)
    const lower = unit | 0x20
    const digit = isDigit(unit) ? unit - 0x30 : hex && lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1
    if (digit < 0) break
    code = Math.min(code * (hex ? 16 : 10) + digit, 0x110000)
  }
  if (i === first) return null
  const bad = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
  return { end: source[i] === ';' && i < end ? i + 1 : i, codes: [bad ? 0xfffd : (WINDOWS_1252.get(code) ?? code)] }
}
