/** Word segmentation. `Intl.Segmenter` stands in everywhere; nodejieba is an adapter of its own (`src/jieba.ts`). */
import type { Segmenter } from '../extract/define.js'

let shared: Segmenter | null | undefined

/** The platform's own segmenter, or null where it has none. */
export function intlSegmenter(): Segmenter | null {
  if (shared === undefined) {
    if (typeof Intl === 'undefined' || !('Segmenter' in Intl)) shared = null
    else {
      const words = new Intl.Segmenter('zh', { granularity: 'word' })
      shared = { words: (text) => Array.from(words.segment(text), (s) => s.segment) }
    }
  }
  return shared
}
