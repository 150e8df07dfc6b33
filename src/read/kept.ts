/**
 * What the readers of binary carriers gave, kept beside the source in a weak map, not in it: a notice stays plain data.
 * Text, Markdown and HTML are read again from the source where they are asked for; a PDF or DOCX is not at hand any more.
 */
import type { Source } from '../types.js'
import type { ReadResult } from './source-text.js'

const results = new WeakMap<Source, ReadResult>()

export function keepRead(read: ReadResult): void {
  results.set(read.source, read)
}

export const readOf = (source: Source): ReadResult | undefined => results.get(source)
