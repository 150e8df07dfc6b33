/** The span law: the slice of the source, read again, gives the text. */
import { findDocumentNumbers } from '../../src/index.js'
import { fold } from '../../src/read/normalize.js'
import { asSource } from '../../src/read/source-text.js'

/** Comparison key: folded, without white space, punctuation and Markdown marks. */
export const key = (text: string): string =>
  fold(asSource(text))
    .text.replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase()

/** Paths of all values whose span does not read as their text; `read` is how the carrier reads a slice. */
export function badSpans(value: unknown, source: string, read: (slice: string) => string = (s) => s): string[] {
  const bad: string[] = []
  const visit = (node: unknown, path: string) => {
    if (node === null || typeof node !== 'object') return
    const { text, span } = node as { text?: unknown; span?: { start: number; end: number } }
    if (span && typeof text === 'string') {
      const { start, end } = span
      if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= source.length))
        bad.push(`${path}: out of range`)
      else {
        // A page number that fell into the sentence is not read.
        const printed = read(source.slice(start, end)).replace(/^\s*— \p{Nd}+ —\s*$/gmu, '')
        const slice = key(printed)
        const digits = (s: string) => s.replace(/\D/g, '')
        // 示发〔2024〕1、2号 holds two numbers: read again, it gives both.
        const again = () => 'agencyCode' in node && findDocumentNumbers(printed).some((n) => n.text === text)
        if (!slice.includes(key(text)) && digits(slice) !== digits(key(text)) && !again())
          bad.push(`${path}: ${text} ≠ ${source.slice(start, end).slice(0, 60)}`)
      }
    }
    for (const [k, child] of Object.entries(node))
      if (k !== 'span' && k !== 'source' && k !== 'diagnostics') visit(child, `${path}.${k}`)
  }
  visit(value, '')
  return bad
}
