/**
 * A text as one looks for values in it: what a reader sees, and what the markup holds; each with every character in one
 * spelling and its place in the source.
 */
import { referenceAt, tokenize } from '../read/html-tokens.js'
import { fold } from '../read/normalize.js'
import { asSource, Builder, type SourceText } from '../read/source-text.js'
import type { Carrier } from '../types.js'

export interface View {
  where: 'text' | 'markup'
  /** Folded; lower case where ASCII. */
  text: string
  /** `text` before its case was changed: the source place of each character. */
  folded: SourceText
  /** The same without what may stand between the characters of a value, and the offset in `text` of each character. */
  squeezed: string
  at: Uint32Array
}

/** Stands for a tag that ends a line or a cell: no value reaches across it. */
export const BREAK = '\ue0ff'

/** What separates groups of digits, letter-spaced characters, parts of an address, or escapes one (`\@`): left out of `squeezed`. */
const GAP = /[\s().[\]·_—\\-]/

/** What a reader sees first; then, where they differ, what the source means and what it is letter by letter. */
export function viewsOf(text: string, carrier: Carrier): View[] {
  const raw = asSource(text)
  const escapes = text.search(ESCAPES) >= 0
  const views = carrier === 'html' ? [finish(shown(text), 'text')] : [finish(raw, 'text')]
  if (carrier !== 'html' && text.includes('<')) views.push(finish(shown(text), 'text'))
  // Within a line of Markdown every tag is nothing.
  if (carrier === 'markdown' && text.includes('<')) views.push(finish(shown(text, false), 'text'))
  if (escapes) views.push(finish(decoded(text), carrier === 'html' ? 'markup' : 'text'))
  if (carrier === 'html') views.push(finish(raw, 'markup'))
  return views
}

function finish(source: SourceText, where: View['where']): View {
  const folded = fold(source)
  const text = folded.text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
  const at = new Uint32Array(text.length)
  const parts: string[] = []
  let n = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!
    if (GAP.test(char)) continue
    at[n++] = i
    parts.push(char)
  }
  return { where, text, folded, squeezed: parts.join(''), at: at.subarray(0, n) }
}

/** Elements within a line. */
const INLINE = new Set(
  'a abbr b bdi bdo big code del dfn em font i ins kbd label mark nobr o:p q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)

/** The text of a page. Within a line tags and comments are nothing; if `parts`, those that end a line part values. */
function shown(page: string, parts = true): SourceText {
  const out = new Builder(page.length + 16)
  const tag = (start: number, end: number) => {
    if (parts && !INLINE.has(page.slice(start, end).toLowerCase())) out.pushText(BREAK, start, start)
  }
  tokenize(page, {
    text: (start, end) => out.pushSlice(page, start, end),
    reference: (start, end, codes) => out.pushText(String.fromCodePoint(...codes), start, end),
    openTag: tag,
    closeTag: tag,
    attribute: () => false,
    value: () => {},
    valueReference: () => {},
    attributeEnd: () => {},
    openTagEnd: () => {},
  })
  return out.build()
}

/** `%E5%BC%A0`, `\u5f20`, `\u{5f20}`, `\x40`: characters as addresses and scripts write them. */
const ESCAPES = /(?:%[\da-f]{2}){1,64}|\\u[\da-f]{4}|\\u\{[\da-f]{1,6}\}|\\x[\da-f]{2}|&/gi

/** The source itself with what stands for a character read as that character. */
function decoded(text: string): SourceText {
  const out = new Builder(text.length + 16)
  let done = 0
  for (const m of text.matchAll(ESCAPES)) {
    if (m.index < done) continue
    const end = m.index + m[0].length
    const reference = m[0] === '&' ? referenceAt(text, m.index, Math.min(text.length, m.index + 40), false) : null
    if (m[0] === '&' && !reference) continue
    out.pushSlice(text, done, m.index)
    if (reference) out.pushText(String.fromCodePoint(...reference.codes), m.index, reference.end)
    else if (m[0][0] === '%') percent(out, m[0], m.index)
    else {
      const code = Number.parseInt(m[0].replace(/[^\da-f]/gi, ''), 16)
      out.pushText(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', m.index, end)
    }
    done = reference?.end ?? end
  }
  out.pushSlice(text, done, text.length)
  return out.build()
}

/** Octets as UTF-8, else as GB 18030; a character takes the place of its octets. */
function percent(out: Builder, octets: string, start: number): void {
  const bytes = Uint8Array.from(octets.slice(1).split('%'), (octet) => Number.parseInt(octet, 16))
  const label = isUtf8(bytes) ? 'utf-8' : 'gb18030'
  const decoder = new TextDecoder(label, { ignoreBOM: true })
  let from = 0
  for (let i = 0; i < bytes.length; i++) {
    const text = decoder.decode(bytes.subarray(i, i + 1), { stream: true })
    if (text === '') continue
    out.pushText(text, start + from * 3, start + (i + 1) * 3)
    from = i + 1
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
