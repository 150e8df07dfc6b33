/** Plain text: the decoded input is the text, but for line ends that somebody wrote out. */
import { withoutBars } from './bars.js'
import { asSource, Builder, makeSource, type ReadResult, type SourceText } from './source-text.js'

/** Fewer of them are text. */
const WRITTEN_OUT = 3
const ESCAPES: Readonly<Record<string, string>> = { '\\r\\n': '\n', '\\n': '\n', '\\r': '\n', '\\t': '\t' }

export function readText(text: string, filename?: string, encoding?: string): ReadResult {
  const raw = unescaped(text)
  return {
    source: makeSource(text, 'text', filename, encoding),
    raw: { ...raw, text: withoutBars(raw.text) },
    marks: [],
    wrapped: true,
  }
}

/** Dumps of databases hold a text on one line, its line ends as a backslash and a letter. */
function unescaped(text: string): SourceText {
  if (text.includes('\n') || text.split('\\n', WRITTEN_OUT + 1).length <= WRITTEN_OUT) return asSource(text)
  const out = new Builder(text.length)
  let done = 0
  for (const { 0: written, index } of text.matchAll(/\\r\\n|\\[nrt]/g)) {
    out.pushSlice(text, done, index)
    done = index + written.length
    out.pushText(ESCAPES[written]!, index, done)
  }
  out.pushSlice(text, done, text.length)
  return out.build()
}
