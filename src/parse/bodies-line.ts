/** Lines of names of bodies: mastheads and signatures, letter-spaced, in columns, several a line. */
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'

const zones = compile(zonesGrammar)

export interface Piece {
  text: string
  start: number
  end: number
}

interface Token extends Piece {
  /** Width of the white space before it; that of a cell's border is without bound. */
  gap: number
}

/** White-space-separated tokens of a line. */
function tokensOf(line: string): Token[] {
  const tokens: Token[] = []
  for (let i = 0; i < line.length; ) {
    const from = i
    while (i < line.length && isGap(line[i]!)) i++
    const gap = line.slice(from, i).includes('\t') ? Number.POSITIVE_INFINITY : i - from
    let j = i
    while (j < line.length && !isGap(line[j]!)) j++
    // A name may be set on two lines.
    if (j > i) tokens.push({ text: line.slice(i, j).replace('\n', ''), start: i, end: j, gap })
    i = j
  }
  return tokens
}

/** Tokens closed up across gaps narrower than `split`, where one side is a lone character, that is, letter-spaced. */
function closeUp(tokens: readonly Token[], split: number): Piece[] {
  const out: Piece[] = []
  let lone = false
  for (const token of tokens) {
    const last = out.at(-1)
    const single = token.text.length === 1
    if (last && token.gap < split && (single || lone)) {
      last.text += token.text
      last.end = token.end
    } else out.push({ ...token })
    lone = single
  }
  return out
}

/** The ways in which a line may part into names: as it is, then letter-spacing closed up at each width of gap. */
function partings(line: string): Piece[][] {
  const tokens = tokensOf(line)
  if (tokens.filter((t) => t.text.length === 1).length < 2) return [tokens]
  const gaps = [...new Set(tokens.slice(1).map((t) => t.gap))].filter(Number.isFinite).sort((x, y) => x - y)
  return [...gaps.map((g) => closeUp(tokens, g)), closeUp(tokens, Number.POSITIVE_INFINITY)]
}

const isGap = (c: string) => c === ' ' || c === '\t'
/** The names of bodies that make up a line, or null when anything else stands on it. */
export function bodiesOnLine(line: string): Piece[] | null {
  if (line.length > 400) return null
  for (const pieces of partings(line)) {
    const names = namesOf(pieces)
    if (names) return names
  }
  return null
}

/** The bodies that the pieces of a line name, or null where one of them names none. */
function namesOf(pieces: readonly Piece[]): Piece[] | null {
  const names: Piece[] = []
  for (const piece of pieces) {
    const listed = piece.text.includes('、') && piece.end - piece.start === piece.text.length
    for (const name of listed ? splitEnumeration(piece) : [piece]) {
      if (!isBody(name.text)) return null
      names.push(name)
    }
  }
  return names.length ? names : null
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

/** Names of persons on a line: lone characters next to each other are one name (邵 平 钟离秋). */
export function namesOnLine(line: string): Piece[] {
  const out: Piece[] = []
  const tokens = tokensOf(line)
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    const last = out.at(-1)
    // 李 明, 欧 阳明, 欧阳 明, 欧 阳 明: no name has one letter, so each goes with what it can make a name of.
    const goesOn =
      last !== undefined &&
      (last.text.length === 1
        ? token.text.length <= 2
        : last.text.length === 2 && token.text.length === 1 && tokens[i + 1]?.text.length !== 1)
    if (goesOn) {
      last.text += token.text
      last.end = token.end
    } else out.push({ ...token })
  }
  return out
}
