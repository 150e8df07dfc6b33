/** Text for a terminal: made harmless, measured in columns, wrapped. */

type Tone = 'label' | 'strong' | 'dim' | 'warning' | 'error'

/** A stretch of text in one tone. The text is content: it is cleaned when it is wrapped. */
export interface Piece {
  text: string
  tone?: Tone
  /** Not to be broken over two lines, as long as it fits on one. */
  whole?: boolean
}

const code = (char: string) => char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')

/**
 * Makes content safe to print: white space (line breaks too) becomes one space; control characters (with them every escape
 * sequence), bidi controls and other invisible characters are shown by their code.
 */
export function clean(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\x85\u2028\u2029 ]+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u3164\uffa0]/gu, (char) => `<U+${code(char)}>`)
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u
const ZERO = /[\p{Mn}\p{Me}]/u

/** Columns of one character (East Asian Width): Han and full-width forms 2, combining marks 0. */
function columnsOf(char: string): number {
  if (char >= ' ' && char <= '~') return 1
  if (WIDE.test(char)) return 2
  return ZERO.test(char) ? 0 : 1
}

export function width(text: string): number {
  let sum = 0
  for (const char of text) sum += columnsOf(char)
  return sum
}

export const pad = (text: string, columns: number) => text + ' '.repeat(Math.max(0, columns - width(text)))

interface Glyph {
  char: string
  columns: number
  tone: Tone | undefined
  /** The piece that must stay whole; undefined where breaks are free. */
  whole: Piece | undefined
}

function toGlyphs(piece: Piece): Glyph[] {
  const whole = piece.whole ? piece : undefined
  return Array.from(clean(piece.text), (char) => ({ char, columns: columnsOf(char), tone: piece.tone, whole }))
}

const NOT_FIRST = new Set('，。、；：？！）》」』】〕〉”’…,.;:!?)]}%')
const NOT_LAST = new Set('（《「『【〔〈“‘([{')

function mayBreak(before: Glyph, after: Glyph): boolean {
  if (before.whole && before.whole === after.whole) return false
  if (before.char === ' ' || after.char === ' ') return true
  if (NOT_FIRST.has(after.char) || NOT_LAST.has(before.char)) return false
  return before.columns === 2 || after.columns === 2
}

/** Where to end a line that is full at `end`. A word longer than the line is cut. */
function breakBefore(glyphs: readonly Glyph[], start: number, end: number): number {
  for (let i = end; i > start; i--) if (mayBreak(glyphs[i - 1]!, glyphs[i]!)) return i
  return end
}

/** The index after the last glyph that still fits; at least one is taken, so that every line moves on. */
function fill(glyphs: readonly Glyph[], start: number, columns: number): number {
  let used = 0
  let i = start
  for (; i < glyphs.length; i++) {
    used += glyphs[i]!.columns
    if (used > columns && i > start) break
  }
  return i
}

function join(glyphs: readonly Glyph[]): Piece[] {
  const out: Piece[] = []
  for (const { char, tone } of glyphs) {
    const last = out.at(-1)
    if (last && last.tone === tone) last.text += char
    else out.push(tone ? { text: char, tone } : { text: char })
  }
  return out
}

function trimEnd(glyphs: Glyph[]): Glyph[] {
  while (glyphs.at(-1)?.char === ' ') glyphs.pop()
  return glyphs
}

/** Lines of at most `columns`; after `maxLines` the rest is left off and an ellipsis says so. */
export function wrap(pieces: readonly Piece[], columns: number, maxLines = Number.POSITIVE_INFINITY): Piece[][] {
  const glyphs = pieces.flatMap(toGlyphs)
  const lines: Piece[][] = []
  for (let start = 0; start < glyphs.length; ) {
    while (glyphs[start]?.char === ' ') start++
    let end = fill(glyphs, start, columns)
    if (end < glyphs.length && lines.length + 1 >= maxLines) {
      const kept = glyphs.slice(start, fill(glyphs, start, columns - 1))
      lines.push(join([...trimEnd(kept), { char: '…', columns: 1, tone: 'dim', whole: undefined }]))
      break
    }
    if (end < glyphs.length) end = breakBefore(glyphs, start, end)
    if (end > start) lines.push(join(trimEnd(glyphs.slice(start, end))))
    start = end
  }
  return lines
}

const SGR: Record<Tone, string> = { label: '36', strong: '1', dim: '2', warning: '33', error: '31' }

/** Cleaned pieces as one string, coloured or not. */
export function paint(pieces: readonly Piece[], color: boolean): string {
  return pieces.map(({ text, tone }) => (color && tone ? `\x1b[${SGR[tone]}m${text}\x1b[0m` : text)).join('')
}
