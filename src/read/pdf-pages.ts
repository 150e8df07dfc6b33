/** From the lines of pages to one text: running heads and feet away, indents and wider gaps kept as white space. */
import type { Span } from '../types.js'
import type { PlacedLine } from './layout.js'
import type { PrintedLine } from './pdf-lines.js'
import { columnWidth, glue } from './pdf-wraps.js'

export interface PrintedPage {
  height: number
  lines: PrintedLine[]
}

/** Share of the page height at the top and at the bottom in which heads and feet stand. */
const MARGIN = 0.12
/** Baselines that differ by so many points are at the same height. */
const SAME_HEIGHT = 3

/** The text of all pages, where each lies in it, and where its lines do. */
export function joinPages(pages: readonly PrintedPage[]): { text: string; spans: Span[]; placed: PlacedLine[] } {
  const running = runningKeys(pages)
  const kept = pages.map((page) => ({ ...page, lines: body(page, running) }))
  const em = median(kept.flatMap((page) => page.lines.map((line) => line.size))) || 12
  const pitch = usualPitch(kept)
  const lefts = leftMargins(kept, em)
  const width = columnWidth(
    kept.flatMap((page, i) => page.lines.map((line) => line.right - lefts[i]!)),
    em,
  )
  let text = ''
  const placed: PlacedLine[] = []
  let last: { line: PrintedLine; margin: number; page: number } | undefined
  const spans = kept.map(({ lines }, page): Span => {
    const margin = lefts[page]!
    let start = text.length
    lines.forEach((line, i) => {
      const near = last && (last.page !== page || !isGap(last.line, line, pitch))
      const joint = last && near ? glue(last.line, line, { a: last.margin, b: margin, width }) : null
      if (joint !== null) text += joint
      else if (last) text += near ? '\n' : '\n\n'
      if (i === 0) start = text.length
      if (joint === null) text += indentOf(line, margin, em)
      placed.push({ box: line.box, start: text.length, page })
      text += line.text
      last = { line, margin, page }
    })
    return { start, end: text.length }
  })
  return { text, spans, placed }
}

/** Whether the distance of two lines is clearly more than that of lines in a paragraph. */
function isGap(a: PrintedLine, b: PrintedLine, pitch: number): boolean {
  return b.y - a.y > 1.45 * Math.max(pitch, 1.25 * Math.max(a.size, b.size))
}

function indentOf(line: PrintedLine, margin: number, em: number): string {
  return ' '.repeat(Math.min(80, Math.max(0, Math.round(((line.left - margin) * 2) / em))))
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

/** The left edge of each page. A page of indented lines only has that of the others. */
function leftMargins(pages: readonly PrintedPage[], em: number): number[] {
  const own = pages.map(({ lines }) =>
    lines.reduce((least, line) => Math.min(least, line.left), Number.POSITIVE_INFINITY),
  )
  const usual = median(own.filter(Number.isFinite))
  return own.map((left) => (Math.abs(left - usual) <= em * 2.5 ? left : Math.min(left, usual)))
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
