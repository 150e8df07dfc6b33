/** Where the characters of OFD text objects stand on the page (GB/T 33190-2016, 8.5 and 11: Boundary, CTM, TextCode). */

import { ASCENT, DESCENT, type Turn } from './layout.js'
import { childNamed, numbers, type XmlElement } from './ofd-xml.js'
import type { GlyphRun } from './page-lines.js'

/** `a b c d e f` as in the standard: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** A glyph with the direction its line is read in, in quarter turns clockwise. */
export interface Glyph {
  run: GlyphRun
  turn: Turn
}

/** `inner` first, then `outer`. */
function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** From an object's own space to the page: its CTM, then its Boundary's corner, then what it is nested in. */
export function objectMatrix(object: XmlElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbers(object.attributes.Boundary)
  const ctm = numbers(object.attributes.CTM)
  const own = ctm.length === 6 && ctm.every(Number.isFinite) ? (ctm as unknown as Matrix) : IDENTITY
  const corner: Matrix = [1, 0, 0, 1, Number.isFinite(x) ? x : 0, Number.isFinite(y) ? y : 0]
  return compose(outer, compose(corner, own))
}

/** Text steeper than this against the page's axes is a watermark: it crosses the lines and belongs to none. */
const MAX_SLANT = Math.sin((8 * Math.PI) / 180)

/** Line breaks of the file's own layout at either end, with what stands behind them. */
const BREAKS = /^[\r\n][\r\n\t ]*|(?<![\r\n\t ])([\t ]*)[\r\n][\r\n\t ]*$/g

/** Glyphs of a TextObject; `take` counts them and may throw. */
export function textGlyphs(object: XmlElement, outer: Matrix, take: (count: number) => void): Glyph[] {
  const matrix = objectMatrix(object, outer)
  const size = finite(object.attributes.Size, 5)
  const scale = finite(object.attributes.HScale, 1)
  const out: Glyph[] = []
  let x = 0
  let y = 0
  for (const code of object.children) {
    if (code.name !== 'TextCode') continue
    // A TextCode without X or Y takes those of the one before it.
    x = finite(code.attributes.X, x)
    y = finite(code.attributes.Y, y)
    const characters = [...code.text.replace(BREAKS, '$1')]
    take(characters.length)
    place(characters, code, { x, y, size, scale, matrix, out })
  }
  return out
}

interface Pen {
  x: number
  y: number
  size: number
  scale: number
  matrix: Matrix
  out: Glyph[]
}

function place(characters: readonly string[], code: XmlElement, pen: Pen): void {
  const { size, scale, matrix, out } = pen
  const deltaX = deltas(code.attributes.DeltaX, characters.length)
  const deltaY = deltas(code.attributes.DeltaY, characters.length)
  const vertical = Math.abs(sum(deltaY)) > Math.abs(sum(deltaX))
  const turn = turnOf(vertical ? [matrix[2], matrix[3]] : [matrix[0], matrix[1]])
  if (turn === null) return
  const [a, b, c, d, e, f] = matrix
  const unit = size * scale * Math.hypot(a, b)
  let { x, y } = pen
  for (let i = 0; i < characters.length; i++) {
    const text = characters[i]!
    const advance = naturalWidth(text.codePointAt(0)!)
    // Columns are read one character a step: a narrow character takes a whole cell there.
    const width = unit * (vertical ? 1 : advance)
    // Read downwards, a character begins at its top, and the line's foot is at its left.
    const [px, py] = vertical ? [x + DESCENT * size * scale, y - ASCENT * size] : [x, y]
    out.push({ run: upright({ text, x: a * px + c * py + e, y: b * px + d * py + f, size: unit, width }, turn), turn })
    // Without deltas all glyphs would stand on one spot; writers that leave them out mean the font's own widths.
    x += deltaX[i] ?? (vertical ? 0 : advance * size * scale)
    y += deltaY[i] ?? (vertical ? (deltaY.at(-1) ?? size) : 0)
  }
}

const sum = (values: readonly number[]) => values.reduce((total, v) => total + v, 0)

function finite(text: string | undefined, otherwise: number): number {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) ? value : otherwise
}

/** `DeltaX`: one distance per character, where `g N v` stands for N times v. At most `most` are read. */
function deltas(text: string | undefined, most: number): number[] {
  const out: number[] = []
  if (text === undefined) return out
  // Each item yields a number at most three tokens long, so the split is bounded by what can be used.
  const tokens = text.trim().split(/[\s,]+/, most * 3 + 3)
  for (let i = 0; i < tokens.length && out.length < most; i++) {
    if (tokens[i] === 'g' || tokens[i] === 'G') {
      const count = Math.min(Math.max(0, Math.trunc(Number(tokens[i + 1])) || 0), most - out.length)
      const value = Number(tokens[i + 2])
      for (let k = 0; k < count; k++) out.push(Number.isFinite(value) ? value : 0)
      i += 2
    } else if (tokens[i] !== '') {
      const value = Number(tokens[i])
      out.push(Number.isFinite(value) ? value : 0)
    }
  }
  return out
}

/** Quarter turns of a direction, or `null` where it is oblique or no direction. */
function turnOf([dx, dy]: readonly [number, number]): Glyph['turn'] | null {
  const length = Math.hypot(dx, dy)
  if (!(length > 0)) return null
  if (Math.abs(dy) <= MAX_SLANT * length) return dx > 0 ? 0 : 2
  if (Math.abs(dx) <= MAX_SLANT * length) return dy > 0 ? 1 : 3
  return null
}

/** The run as it stands when the page is turned so that it reads from left to right. */
function upright(run: GlyphRun, turn: Glyph['turn']): GlyphRun {
  if (turn === 0) return run
  const { x, y } = run
  if (turn === 1) return { ...run, x: y, y: -x }
  if (turn === 2) return { ...run, x: -x, y: -y }
  return { ...run, x: -y, y: x }
}

const NARROW = new Set([..." !'|,.:;()[]{}iljtfrI/\\`"].map((c) => c.charCodeAt(0)))
const BROAD = new Set([...'mwMW@%&'].map((c) => c.charCodeAt(0)))

/** Width of a character in sizes, as fonts usually have it: OFD gives advances between characters, not of the last one. */
function naturalWidth(point: number): number {
  if (point < 0x7f) {
    if (NARROW.has(point)) return 0.3
    if (BROAD.has(point)) return 0.85
    return point >= 0x41 && point <= 0x5a ? 0.65 : 0.5
  }
  // Dashes, quotes, dots and signs are as wide as a character in Chinese fonts; Latin, Greek and Cyrillic letters are not.
  return point === 0xa0 ? 0.3 : point < 0x2010 && point !== 0xb7 && point !== 0xd7 ? 0.55 : 1
}

/** Width and height of a page, from its Area or another element that has boxes. */
export function pageBox(area: XmlElement | undefined): { width: number; height: number } | null {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(childNamed(area, 'PhysicalBox')?.text)
  return width > 0 && height > 0 && Number.isFinite(x + y + width + height) ? { width, height } : null
}
