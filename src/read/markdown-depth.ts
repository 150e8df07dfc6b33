/** How deep Markdown nests: the cost of a parser is not linear in that. */

/** Beyond this depth of nesting, or this size, Markdown is read as plain lines: its cost is not linear there. */
const MAX_MARKERS = 1000
/** Lists and quotes within each other: each line costs any parser their number, and each level a call. */
const MAX_DEPTH = 50
/** Depth that costs little, and how much all lines together may go beyond it. */
const USUAL_DEPTH = 4
const MAX_BEYOND = 600
/** Ranges between blank lines. */
export function pieces(text: string): [number, number][] {
  const out: [number, number][] = []
  let from = 0
  for (const m of text.matchAll(/\n[ \t\r]*\n/g)) {
    if (m.index > from) out.push([from, m.index])
    from = m.index + m[0].length
  }
  if (from < text.length) out.push([from, text.length])
  return out
}

const CONTAINER = /[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t\n]|$)/y

/** Whether lists and quotes stand within each other deeper, or oftener deep, than anyone writes them. */
export function tooDeep(text: string): boolean {
  /** Columns at which the open lists began. */
  const open: number[] = []
  let beyond = 0
  for (let at = 0; at >= 0 && at < text.length; at = text.indexOf('\n', at) + 1 || -1) {
    let first = at
    while (text.charCodeAt(first) === 0x20 || text.charCodeAt(first) === 0x09) first++
    const c = text.charCodeAt(first)
    if (c === 0x0a || c === 0x0d) continue
    while (open.length && open[open.length - 1]! > first - at) open.pop()
    // Most lines begin with no such mark.
    if (c > 0x3f) continue
    let marks = 0
    CONTAINER.lastIndex = first
    while (marks <= MAX_DEPTH && CONTAINER.test(text)) marks++
    if (marks && open[open.length - 1] !== first - at) open.push(first - at)
    const depth = open.length + marks
    beyond += Math.max(0, depth - USUAL_DEPTH)
    if (depth > MAX_DEPTH || beyond > MAX_BEYOND) return true
  }
  return false
}

/** Long runs of brackets and quote signs make any CommonMark parser quadratic. */
export function tooManyMarkers(text: string): boolean {
  let run = 0
  /** Marks of emphasis and links since the last blank line: their resolution is quadratic in them. */
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x0a && text.charCodeAt(i + 1) === 0x0a) open = 0
    const marker =
      c === 0x5b ||
      c === 0x5d ||
      c === 0x2a ||
      c === 0x5f ||
      c === 0x3e ||
      c === 0x60 ||
      c === 0x3c ||
      c === 0x21 ||
      c === 0x28 ||
      c === 0x5c
    if (!marker) {
      if (c !== 0x20) run = 0
    } else if (++run > MAX_MARKERS || ++open > MAX_MARKERS) return true
  }
  return false
}
