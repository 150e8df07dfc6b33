/** From the lines of pages to one text: running heads and feet away, indents and wider gaps kept as white space. */
import type { Span } from '../types.js'
import type { PlacedLine } from './layout.js'
import { columnWidth, glue, isIndented, reach } from './printed-wraps.js'
import type { PrintedLine } from './ruled-tables.js'
import { type Mark, markAt } from './source-text.js'

export interface PrintedPage {
  height: number
  lines: PrintedLine[]
}

/** Share of the page height at the top and at the bottom in which heads and feet stand. */
const MARGIN = 0.12
/** Baselines that differ by so many points are at the same height. */
const SAME_HEIGHT = 3

/** The text of all pages, where each lies in it, and where its lines do. */
export function joinPages(pages: readonly PrintedPage[]): {
  text: string
  spans: Span[]
  placed: PlacedLine[]
  /** Rows of tables with merged cells. */
  marks: Mark[]
} {
  const running = runningKeys(pages)
  const kept = pages.map((page) => ({ ...page, lines: body(page, running) }))
  const em = median(kept.flatMap((page) => page.lines.map((line) => line.size))) || 12
  const pitch = usualPitch(kept)
  const lefts = leftMargins(kept, em)
  const width = columnWidth(
    kept.flatMap((page, i) => textLines(page).map((line) => reach(line) - lefts[i]!)),
    em,
  )
  const indented = isIndented(kept.flatMap((page, i) => page.lines.map((line) => (line.left - lefts[i]!) / line.size)))
  let text = ''
  const placed: PlacedLine[] = []
  const marks: Mark[] = []
  let table = 0
  let last: { line: PrintedLine; margin: number; page: number } | undefined
  const spans = kept.map(({ lines }, page): Span => {
    const margin = lefts[page]!
    let start = text.length
    lines.forEach((line, i) => {
      const near = last && (last.page !== page || (last.line.row && line.row) || !isGap(last.line, line, pitch))
      const joint = last && near ? glue(last.line, line, { a: last.margin, b: margin, width, indented }) : null
      if (joint !== null) text += joint
      else if (last) text += near ? '\n' : '\n\n'
      if (i === 0) start = text.length
      if (joint === null) text += indentOf(line, margin, em)
      for (const { at, box } of line.boxes) placed.push({ box, start: text.length + at, page })
      const grid = line.row?.grid
      if (grid) {
        if (!last?.line.row?.grid || last.line.row.grid.row >= grid.row) table++
        marks.push(markAt(text.length, 'cell', undefined, { ...grid, table }))
      }
      text += line.text
      last = { line, margin, page }
    })
    return { start, end: text.length }
  })
  return { text, spans, placed, marks }
}

/** Lines that no table sets. */
const textLines = (page: PrintedPage) => page.lines.filter((line) => !line.row)

/** Whether the distance of two lines is clearly more than that of lines in a paragraph. */
function isGap(a: PrintedLine, b: PrintedLine, pitch: number): boolean {
  // Higher up than the line before it: text that is turned, and read behind the rest of its page.
  if (b.y < a.y - a.size) return true
  return b.y - a.y > 1.45 * Math.max(pitch, 1.25 * Math.max(a.size, b.size))
}

function indentOf(line: PrintedLine, margin: number, em: number): string {
  return line.row ? '' : ' '.repeat(Math.min(80, Math.max(0, Math.round(((line.left - margin) * 2) / em))))
}

function median(values: readonly number[]): number {
  return values.length ? [...values].sort((a, b) => a - b)[values.length >> 1]! : 0
}

/** Distance of neighbouring baselines; gaps between paragraphs and sections are rarer than those between lines. */
function usualPitch(pages: readonly PrintedPage[]): number {
  const steps: number[] = []
  for (const { lines } of pages) {
    for (let i = 1; i < lines.length; i++) {
      const step = lines[i]!.y - lines[i - 1]!.y
      if (step > 0 && step < lines[i]!.size * 4) steps.push(step)
    }
  }
  return median(steps)
}

/** Left edges of pages differ by less than this, in em, for binding; more is the indent of a page of indented lines. */
const BINDING = 1.2

/** The left edge of each page. A page of indented lines only has that of the others of its format. */
function leftMargins(pages: readonly PrintedPage[], em: number): number[] {
  const own = pages.map((page) =>
    textLines(page).reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY),
  )
  const format = ({ height }: PrintedPage) => Math.round(height / 20)
  const byFormat = new Map<number, number[]>()
  pages.forEach((page, i) => {
    if (!Number.isFinite(own[i])) return
    const known = byFormat.get(format(page))
    if (known) known.push(own[i]!)
    else byFormat.set(format(page), [own[i]!])
  })
  const usualOf = new Map([...byFormat].map(([key, lefts]) => [key, median(lefts)]))
  return own.map((left, i) => {
    const usual = usualOf.get(format(pages[i]!)) ?? 0
    return Math.abs(left - usual) <= em * BINDING ? left : Math.min(left, usual)
  })
}

const PLAIN_NUMBER = /^[-–—·.\s]{0,8}(?:\d{1,3}(?:\s?\/\s?\d{1,3})?|[ivxIVX]{1,5})[-–—·.\s]{0,8}$/

/** A page's lines without what is printed on most pages, and without its number. */
function body(page: PrintedPage, running: ReadonlySet<string>): PrintedLine[] {
  return page.lines.filter((line, i) => {
    if (!inMargin(page, line)) return true
    if (running.has(fixedKey(line)) || running.has(countedKey(line))) return false
    // A number alone is the page's when nothing stands farther out.
    const outermost = i === 0 || i === page.lines.length - 1
    return !(outermost && page.lines.length > 1 && PLAIN_NUMBER.test(line.text))
  })
}

const inMargin = (page: PrintedPage, line: PrintedLine) =>
  line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN)
const height = (line: PrintedLine) => Math.round(line.y / SAME_HEIGHT)
const fixedKey = (line: PrintedLine) => `${height(line)} ${line.text}`
/** The same line but for the page number in it. */
const countedKey = (line: PrintedLine) => `${height(line)} # ${line.text.replace(/\d+/g, '#')}`

/** Keys of lines that stand at one height on most pages. Annex labels (附件1, 附件2 …) do so too and are none. */
function runningKeys(pages: readonly PrintedPage[]): Set<string> {
  const count = new Map<string, number>()
  const least = Math.max(3, Math.ceil(pages.length * 0.4))
  for (const page of pages) {
    const keys = new Set<string>()
    for (const line of page.lines) {
      if (!inMargin(page, line) || /^附\s*[件录表]/.test(line.text)) continue
      keys.add(fixedKey(line))
      if (/\d/.test(line.text)) keys.add(countedKey(line))
    }
    for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1)
  }
  return new Set([...count].filter(([, n]) => n >= least).map(([key]) => key))
}
