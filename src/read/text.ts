/** Plain text: the decoded input is the text. */
import { makeSource, type ReadResult } from './source-text.js'

export function readText(text: string, filename?: string, encoding?: string): ReadResult {
  return {
    source: makeSource(text, 'text', filename, encoding),
    raw: { text, from: null, to: null },
    marks: [],
    wrapped: true,
  }
}
