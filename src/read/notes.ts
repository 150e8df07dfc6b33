/** Footnotes and endnotes: read behind the text, where they tear no sentence. */
import { type Mark, markAt } from './source-text.js'

/** Notes behind the text, each line marked, so that they are read and close no zone. */
export function withNotes(lines: readonly string[], notes: readonly string[]): { text: string; marks: Mark[] } {
  const printed = notes.map((note) => note.trim()).filter(Boolean)
  let text = lines.join('\n')
  const marks: Mark[] = []
  if (printed.length) text = `${text.trimEnd()}\n`
  for (const note of printed) {
    text += '\n'
    marks.push(markAt(text.length, 'footnote'))
    text += note
  }
  return { text, marks }
}
