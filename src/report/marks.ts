/** Highlights over a text: overlapping ones are cut so that the markup nests, in time linear in text and highlights. */

import type { Span } from '../index.js'
import { escapeHtml, type Markup, raw } from '../page/html.js'

export interface Highlight {
  id: string
  className: string
  /** What a reader is told of it where no script runs. */
  tip: string
  places: readonly Span[]
}

/** Something that stands between two characters. */
export interface Break {
  at: number
  markup: Markup
}

export interface Painter {
  /** A stretch of the text with its highlights. To be asked for in rising order; what lies between is not shown. */
  paint(start: number, end: number): Markup
  /** Ids of the highlights shown so far. */
  shown: ReadonlySet<string>
}

/** So many highlights may lie on each other; further ones are anchors only. */
export const MAX_DEPTH = 12

const CLOSE = '</mark>'

interface Piece extends Span {
  highlight: Highlight
}

export function painter(text: string, highlights: readonly Highlight[], breaks: readonly Break[] = []): Painter {
  const pieces: Piece[] = highlights
    .flatMap((highlight) => highlight.places.map(({ start, end }) => ({ start, end, highlight })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const shown = new Set<string>()
  let open: Piece[] = []
  let next = 0
  let nextBreak = 0

  const tag = ({ highlight: { id, className, tip } }: Piece): string => {
    const known = shown.has(id)
    shown.add(id)
    // Only the first part of a highlight is walked to; the others belong to it.
    return `<mark class="${className}" data-of="${id}" data-tip="${escapeHtml(tip)}"${known ? '' : ` id="${id}" tabindex="0"`}>`
  }
  const anchor = ({ highlight: { id } }: Piece): string => {
    if (shown.has(id)) return ''
    shown.add(id)
    return `<span id="${id}"></span>`
  }

  function paint(start: number, end: number): Markup {
    let out = ''
    let at = start
    const admit = () => {
      while (next < pieces.length && pieces[next]!.start <= at) {
        const piece = pieces[next++]!
        if (piece.end <= at) continue
        if (open.length >= MAX_DEPTH) out += anchor(piece)
        else {
          open.push(piece)
          out += tag(piece)
        }
      }
      for (; nextBreak < breaks.length && breaks[nextBreak]!.at <= at; nextBreak++)
        out += breaks[nextBreak]!.markup.markup
    }
    open = open.filter((piece) => piece.end > at)
    out += open.map(tag).join('')
    admit()
    while (at < end) {
      let stop = Math.min(end, pieces[next]?.start ?? end, breaks[nextBreak]?.at ?? end)
      for (const piece of open) stop = Math.min(stop, piece.end)
      out += printed(text, at, stop)
      at = stop
      if (at === end) break
      const lowest = open.findIndex((piece) => piece.end <= at)
      if (lowest >= 0) {
        // Those that lie on one that ends here are closed with it and opened anew.
        const closed = open.splice(lowest)
        out += CLOSE.repeat(closed.length)
        for (const piece of closed.filter((one) => one.end > at)) {
          open.push(piece)
          out += tag(piece)
        }
      }
      admit()
    }
    return raw(out + CLOSE.repeat(open.length))
  }
  return { paint, shown }
}

/** Text as it is shown: line ends within a block are hard wraps, which a sheet of another width must not repeat. */
function printed(text: string, start: number, end: number): string {
  const slice = text.slice(start, end)
  let out = ''
  let at = 0
  for (let wrap = slice.indexOf('\n'); wrap >= 0; wrap = slice.indexOf('\n', at)) {
    let before = wrap
    let behind = wrap + 1
    while (before > at && isBlank(slice.charCodeAt(before - 1))) before--
    while (behind < slice.length && isBlank(slice.charCodeAt(behind))) behind++
    const words = isLatin(text.charCodeAt(start + before - 1)) && isLatin(text.charCodeAt(start + behind))
    out += escapeHtml(visible(slice.slice(at, before)))
    out += `<span class="${words ? 's' : 'w'}">${visible(slice.slice(before, behind))}</span>`
    at = behind
  }
  return out + escapeHtml(visible(slice.slice(at)))
}

const isBlank = (unit: number) => (unit >= 9 && unit <= 13) || unit === 0x20 || unit === 0xa0 || unit === 0x3000
const isLatin = (unit: number) => unit > 0x20 && unit < 0x7f

/** White space that a browser would drop or that escaping would show as a fault, one unit for one unit. */
export const visible = (text: string): string => text.replace(/\r/g, '\n').replace(/[\v\f]/g, ' ')
