/** Lines that an OFD path draws (GB/T 33190-2016, 9.1: AbbreviatedData): the borders of tables are such. */
import { type Matrix, objectMatrix } from './ofd-glyphs.js'
import { childNamed, type XmlElement } from './ofd-xml.js'
import type { Rule } from './ruled-tables.js'

/** How many numbers follow each operator; the last two are where the pen is then. */
const LENGTHS: Record<string, number> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 }
/** Longer paths are drawings. */
const MAX_TOKENS = 4000
/** A filled rectangle under this many millimetres in height or width is a line. */
const THIN = 1

type Place = [number, number]

/** Horizontal and vertical lines of a PathObject, on the page. */
export function pathRules(object: XmlElement, outer: Matrix): Rule[] {
  const data = childNamed(object, 'AbbreviatedData')?.text ?? ''
  const tokens = data.trim().split(/[\s,]+/, MAX_TOKENS + 1)
  if (tokens.length < 6 || tokens.length > MAX_TOKENS) return []
  const out: Rule[] = []
  for (const points of subPaths(tokens, objectMatrix(object, outer))) {
    if (object.attributes.Stroke !== 'false') addLines(points, out)
    else addThinBox(points, out)
  }
  return out
}

function subPaths(tokens: readonly string[], [a, b, c, d, e, f]: Matrix): Place[][] {
  const out: Place[][] = []
  let points: Place[] = []
  for (let i = 0; i < tokens.length; ) {
    const operator = tokens[i]!
    const length = LENGTHS[operator]
    if (length === undefined) break
    const x = Number(tokens[i + length - 1])
    const y = Number(tokens[i + length])
    if (operator === 'C') {
      if (points.length > 1) points.push(points[0]!)
    } else if (!Number.isFinite(x + y)) break
    else {
      // Curves are no rules: the line goes on behind them.
      if (operator !== 'L') {
        out.push(points)
        points = []
      }
      points.push([a * x + c * y + e, b * x + d * y + f])
    }
    i += 1 + length
  }
  out.push(points)
  return out.filter((p) => p.length > 1)
}

function addLines(points: readonly Place[], out: Rule[]): void {
  for (let i = 1; i < points.length; i++) {
    const [x1, y1] = points[i - 1]!
    const [x2, y2] = points[i]!
    if (Math.abs(x1 - x2) < 0.3 || Math.abs(y1 - y2) < 0.3) out.push({ x1, y1, x2, y2 })
  }
}

function addThinBox(points: readonly Place[], out: Rule[]): void {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  if (bottom - top < THIN && right - left >= THIN) out.push({ x1: left, y1: y, x2: right, y2: y })
  else if (right - left < THIN && bottom - top >= THIN) out.push({ x1: x, y1: top, x2: x, y2: bottom })
}
