/**
 * Struck-out text is no longer said: its dates and numbers would be wrong ones. It is left out, and reported, so that nobody
 * misses it. Longer runs stay: an element that was never closed strikes out a page.
 */
import type { Diagnostic, Span } from '../types.js'

/** Longest run that is taken for struck out, in characters. */
export const MAX_STRUCK = 200

/** What an offset of struck-out Markdown is read as: invisible, and dropped where the text is folded. */
const NOTHING = '\u200b'

/** GFM's `~~…~~`, up to `MAX_STRUCK`. A row of tildes is a rule, two between figures are a range (9:00~~11:30,14:00~~17:00). */
const TILDES = /(?<![~\\]|[\d日月年时点分号](?=~~\d))~~(?=[^\s~])[^~\n]{1,200}(?<=\S)~~(?!~)/g

/** A Markdown source of the same length without what is struck out in it, and where that stood. */
export function withoutStruck(text: string): { text: string; struck: Span[] } {
  const struck: Span[] = []
  if (!text.includes('~~')) return { text, struck }
  const out = text.replace(TILDES, (whole, at: number) => {
    struck.push({ start: at, end: at + whole.length })
    return NOTHING.repeat(whole.length)
  })
  return { text: out, struck }
}

/** Reports what was left out; without a place for files, whose text does not hold it. */
export const struckOut = (span: Span | null): Diagnostic => ({
  ruleId: 'read/struck-out',
  reason: 'struck-out text was left out',
  span,
  severity: 'info',
})
