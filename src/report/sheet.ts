/** The sheet: the notice as read, every fact marked in place. */
import type { Notice } from '../index.js'
import { html, type Markup, raw } from '../page/html.js'
import { markId } from './frame.js'
import type { Item, Items } from './items.js'
import { type Break, type Highlight, type Painter, painter, visible } from './marks.js'
import type { Block, Cell, Reading } from './reading.js'
import type { Words } from './words.js'

export interface Sheet {
  markup: Markup
  /** Ids of what it shows. */
  shown: ReadonlySet<string>
}

export function sheetOf(notice: Notice, reading: Reading, items: Items, id: string, words: Words): Sheet {
  const highlights = items.all.flatMap((item): Highlight[] =>
    item.span
      ? [{ id: markId(id, item), className: classOf(item), tip: tipOf(item, words), places: reading.places(item.span) }]
      : [],
  )
  const brush = painter(reading.text, highlights, breaksOf(notice, reading, words))
  const out: string[] = []
  // A browser lays out only what it shows of a long sheet, where that is cut.
  const long = reading.text.length > LONG
  let behind = 0
  for (let i = 0; i < reading.blocks.length; i++) {
    const block = reading.blocks[i]!
    if (long && block.start >= behind && block.type !== 'gap') {
      out.push(behind ? '</div>\n<div class="lump">' : '<div class="lump">')
      behind = block.start + LUMP
    }
    if (block.cells) i = table(reading, i, brush, out)
    else if (block.type === 'gap') out.push(gap(reading.text, block).markup)
    else paragraph(reading.text, block, brush, out)
  }
  if (behind) out.push('</div>')
  return { markup: raw(out.join('')), shown: brush.shown }
}

/** Characters from which on a text is long, and of which a piece of it has about so many. */
const LONG = 12_000
const LUMP = 2500

/** A paragraph that is as long as a book stands in pieces: a browser takes minutes for it in one. */
function paragraph(text: string, block: Block, brush: Painter, out: string[]): void {
  const name = blockClass(block, text)
  let at = block.start
  while (block.end - at > LONG) {
    let stop = at + LUMP
    if (isHighSurrogate(text.charCodeAt(stop - 1))) stop++
    out.push(html`<p class="${name}${at > block.start && ' on'} lump">${brush.paint(at, stop)}</p>\n`.markup)
    at = stop
  }
  out.push(html`<p class="${name}${at > block.start && ' on'}">${brush.paint(at, block.end)}</p>\n`.markup)
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00

function classOf({ kind, level, severity, path }: Item): string {
  if (level) return `h l${level}`
  // A contact is marked as a whole, and its parts within it.
  const whole = /^contacts\.\d+$/.test(path) && 'whole'
  return ['k', `k-${kind}`, severity, whole].filter((name) => name).join(' ')
}

/** A line each: label and value, what else is known, rule and certainty. */
function tipOf({ label, value, details, rule, certainty, severity }: Item, words: Words): string {
  const lines = [
    `${label}${words.colon}${value}`,
    ...details.map((detail) => `${detail.label}${words.colon}${detail.value}`),
    severity && words.values[severity as 'info'],
    rule && `${words.page.rule}${words.colon}${rule}`,
    certainty && `${words.page.certainty}${words.colon}${words.values[certainty]}`,
  ]
  return lines.filter((line) => line).join('\n')
}

const gap = (text: string, { start, end }: { start: number; end: number }): Markup =>
  html`<span class="g">${visible(text.slice(start, end))}</span>`

function breaksOf({ source: { pages = [] } }: Notice, reading: Reading, { page }: Words): Break[] {
  if (pages.length < 2) return []
  return pages.flatMap(({ start, end }, i) => {
    const [place] = reading.places({ start, end })
    const name = `${page.pageBefore}${i + 1}${page.pageBehind}`
    return place ? [{ at: place.start, markup: html`<span class="pg" data-page="${name}"></span>` }] : []
  })
}

/** Lines whose columns are set by white space. */
const COLUMNS = /\S(?: {3,}|[\u3000\u00a0]{3,})\S/

function blockClass(block: Block, text: string): string {
  const classes = [`e-${block.type}`]
  if (block.zone) classes.push(`z-${block.zone}`)
  if (block.heading && block.type === 'paragraph') classes.push(`d${block.heading}`)
  if (block.type === 'paragraph' && COLUMNS.test(text.slice(block.start, Math.min(block.end, block.start + 400))))
    classes.push('columns')
  return classes.join(' ')
}

/** Rows that follow each other are a table; gives the index of its last block. */
function table({ text, blocks }: Reading, first: number, brush: Painter, out: string[]): number {
  let last = first
  for (let i = first + 1; i < blocks.length; i++) {
    if (blocks[i]!.cells) last = i
    else if (blocks[i]!.type !== 'gap') break
  }
  out.push('<div class="scroll" tabindex="0"><table><tbody>')
  for (let i = first; i <= last; i++) {
    const { cells } = blocks[i]!
    if (!cells) continue
    // White space behind the row belongs to its last cell: nothing else may stand between rows.
    const after = i < last && !blocks[i + 1]!.cells ? gap(text, blocks[i + 1]!).markup : ''
    const row = cells.map((cell, n) => tableCell(cell, text, brush, n === cells.length - 1 ? after : ''))
    out.push(`<tr>${row.join('')}</tr>\n`)
  }
  out.push('</tbody></table></div>\n')
  return last
}

function tableCell({ start, end, columns, rows }: Cell, text: string, brush: Painter, after: string): string {
  const stop = end > start && text[end - 1] === '\t' ? end - 1 : end
  const spans = `${columns > 1 ? ` colspan="${Math.min(columns, 100)}"` : ''}${rows > 1 ? ` rowspan="${Math.min(rows, 1000)}"` : ''}`
  return `<td${spans}>${brush.paint(start, stop).markup}${stop < end ? gap(text, { start: stop, end }).markup : ''}${after}</td>`
}
