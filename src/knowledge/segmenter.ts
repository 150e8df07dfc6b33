/** Word segmentation. `Intl.Segmenter` stands in everywhere; nodejieba is an adapter of its own (`src/jieba.ts`). */
import type { Segmenter } from '../extract/define.js'

/** The platform's segmenter takes time with the square of a text's length: none longer than this is put to it at once. */
const PIECE = 500

/** A text in pieces, cut behind a mark where one stands in the last half of a piece, else anywhere between two characters. */
function piecesOf(text: string): string[] {
  const out: string[] = []
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + PIECE)
    for (let i = end; end < text.length && i > start + PIECE / 2; i--) {
      if (!MARKS.includes(text[i - 1]!)) continue
      end = i
      break
    }
    // No character of two units is cut.
    if (end < text.length && (text.charCodeAt(end) & 0xfc00) === 0xdc00) end--
    out.push(text.slice(start, end))
    start = end
  }
  return out
}
const MARKS = ',。;、:!?()\n\t '

let shared: Segmenter | null | undefined

/** The platform's own segmenter, or null where it has none. */
export function intlSegmenter(): Segmenter | null {
  if (shared === undefined) {
    if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) shared = null
    else {
      const words = new Intl.Segmenter('zh', { granularity: 'word' })
      shared = {
        words: (text) => piecesOf(text).flatMap((piece) => Array.from(words.segment(piece), (s) => s.segment)),
      }
    }
  }
  return shared
}
