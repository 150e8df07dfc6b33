/** Lines that a PDF page draws: strokes, and rectangles so thin that they are lines (as Word writes borders). */
import type { Rule } from './ruled-tables.js'

export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

type Matrix = readonly number[]
type Codes = Record<
  | 'save'
  | 'restore'
  | 'transform'
  | 'paintFormXObjectBegin'
  | 'paintFormXObjectEnd'
  | 'constructPath'
  | 'stroke'
  | 'closeStroke'
  | 'fill'
  | 'eoFill'
  | 'fillStroke'
  | 'eoFillStroke'
  | 'closeFillStroke'
  | 'closeEOFillStroke',
  number
>

/** A filled rectangle under this many points in height or width is a line. */
const THIN = 3
const MAX_RULES = 30_000
/** How far saved states may be nested. */
const MAX_DEPTH = 200

/** Rules of a page, in page space. `codes` are the operator codes of pdf.js. */
export function rulesOf({ fnArray, argsArray }: Operators, codes: Codes): Rule[] {
  const out: Rule[] = []
  const saved: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  const strokes = new Set([codes.stroke, codes.closeStroke])
  const fills = new Set([codes.fill, codes.eoFill])
  const both = new Set([codes.fillStroke, codes.eoFillStroke, codes.closeFillStroke, codes.closeEOFillStroke])
  for (let i = 0; i < fnArray.length && out.length < MAX_RULES; i++) {
    const code = fnArray[i]
    const args = argsArray[i]
    if (code === codes.save || code === codes.paintFormXObjectBegin) {
      if (saved.length < MAX_DEPTH) saved.push(matrix)
      const own = code === codes.save ? null : numbers((args as unknown[] | null)?.[0])
      if (own) matrix = multiply(matrix, own)
    } else if (code === codes.restore || code === codes.paintFormXObjectEnd) matrix = saved.pop() ?? matrix
    else if (code === codes.transform) {
      const own = numbers(args)
      if (own) matrix = multiply(matrix, own)
    } else if (code === codes.constructPath && Array.isArray(args)) {
      const [paint, data] = args as [number, unknown]
      const path = numbers(Array.isArray(data) ? data[0] : data)
      if (!path) continue
      if (strokes.has(paint) || both.has(paint)) segments(path, matrix, out)
      else if (fills.has(paint)) thinBoxes(path, matrix, out)
    }
  }
  return out
}

/** Numbers, however pdf.js packs them. */
function numbers(value: unknown): readonly number[] | null {
  if (Array.isArray(value) && value.every((n) => typeof n === 'number')) return value
  return value instanceof Float32Array ? Array.from(value) : null
}

function multiply(p: Matrix, q: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = p
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = q
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** Codes of path data, and how many numbers follow each: move, line, two curves, close. */
const LENGTHS = [2, 2, 6, 4, 0]
const [MOVE, LINE, , , CLOSE] = [0, 1, 2, 3, 4]

/** Sub-paths as runs of points; curves are left out. */
function* subPaths(path: readonly number[], m: Matrix): Generator<[number, number][]> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m
  let points: [number, number][] = []
  for (let i = 0; i < path.length; ) {
    const code = path[i]!
    const length = LENGTHS[code]
    if (length === undefined) return
    const x = path[i + 1]!
    const y = path[i + 2]!
    if (code === MOVE) {
      if (points.length > 1) yield points
      points = []
    }
    if (code === MOVE || code === LINE) points.push([a * x + c * y + e, b * x + d * y + f])
    else if (code === CLOSE && points.length > 1) points.push(points[0]!)
    else if (code !== CLOSE) points = []
    i += 1 + length
  }
  if (points.length > 1) yield points
}

function segments(path: readonly number[], m: Matrix, out: Rule[]): void {
  for (const points of subPaths(path, m)) {
    for (let i = 1; i < points.length; i++) {
      const [x1, y1] = points[i - 1]!
      const [x2, y2] = points[i]!
      if (x1 === x2 || y1 === y2 || Math.abs(x1 - x2) < 1 || Math.abs(y1 - y2) < 1) out.push({ x1, y1, x2, y2 })
    }
  }
}

function thinBoxes(path: readonly number[], m: Matrix, out: Rule[]): void {
  for (const points of subPaths(path, m)) {
    if (points.length < 4 || points.length > 5) continue
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => y)
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    const [x, y] = [(left + right) / 2, (top + bottom) / 2]
    if (bottom - top < THIN && right - left >= THIN) out.push({ x1: left, y1: y, x2: right, y2: y })
    else if (right - left < THIN && bottom - top >= THIN) out.push({ x1: x, y1: top, x2: x, y2: bottom })
  }
}
