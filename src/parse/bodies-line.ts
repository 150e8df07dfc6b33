/** Lines of names of bodies: mastheads and signatures, letter-spaced, in columns, several a line. */
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'

const zones = compile(zonesGrammar)

export interface Piece {
  text: string
  start: number
  end: number
}

/** White-space-separated tokens, letter-spaced names closed up by the width of the gaps. */
export function columns(line: string): Piece[] {
  const tokens: Piece[] = []
  for (let i = 0; i < line.length; ) {
    while (i < line.length && isGap(line[i]!)) i++
    let j = i
    while (j < line.length && !isGap(line[j]!)) j++
    if (j > i) tokens.push({ text: line.slice(i, j), start: i, end: j })
    i = j
  }
  const singles = tokens.filter((t) => t.text.length === 1).length
  if (singles < 2) return tokens
  const gaps = tokens.slice(1).map((t, k) => t.start - tokens[k]!.end)
  const widest = Math.max(...gaps)
  const narrowest = Math.min(...gaps)
  const split = widest >= 5 && widest >= narrowest * 1.5 ? widest * 0.6 : Number.POSITIVE_INFINITY
  const out: Piece[] = []
  for (const token of tokens) {
    const last = out.at(-1)
    const close = last && token.start - last.end < split && (token.text.length === 1 || lastIsSingle(line, last))
    if (last && close) {
      last.text += token.text
      last.end = token.end
    } else out.push({ ...token })
  }
  return out
}

const isGap = (c: string) => c === ' ' || c === '\t'
/** Whether the piece's last token is one character, that is, letter-spaced. */
const lastIsSingle = (line: string, piece: Piece) => piece.end - piece.start === 1 || isGap(line[piece.end - 2] ?? '')

/** The names of bodies that make up a line, or null when anything else stands on it. */
export function bodiesOnLine(line: string, known?: ReadonlySet<string>): Piece[] | null {
  if (line.length > 400) return null
  const pieces = columns(line)
  if (!pieces.length) return null
  const out: Piece[] = []
  for (const piece of pieces) {
    const parts =
      piece.text.includes('、') && piece.end - piece.start === piece.text.length ? splitEnumeration(piece) : [piece]
    for (const part of parts) {
      if (!isBody(part.text) && !known?.has(part.text)) return null
      out.push(part)
    }
  }
  return out
}

function splitEnumeration(piece: Piece): Piece[] {
  const out: Piece[] = []
  let from = 0
  const names = piece.text.split('、')
  for (const name of names) {
    out.push({ text: name, start: piece.start + from, end: piece.start + from + name.length })
    from += name.length + 1
  }
  return out.every((p) => isBody(p.text)) ? out : [piece]
}

export const isBody = (text: string): boolean => text.length >= 2 && zones.body.test(text)
