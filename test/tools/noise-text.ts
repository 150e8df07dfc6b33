/** What noise is put on: the text of a notice, how it is written, and the words that some kinds look for. */
import type { Notice } from '../../src/index.js'

export type Random = () => number

/** mulberry32: the same noise in every run. */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A seed of its own for each variant, so that one kind more or less does not change the others. */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

export const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)]!

export type Writing = 'text' | 'markdown'

export interface Text {
  source: string
  writing: Writing
  /** Printed on a narrow sheet already: nothing wraps the same text twice. */
  wrapped: boolean
  /** People's names as they are read, of two to four characters. */
  names: readonly string[]
  /** Names of issuing bodies. */
  bodies: readonly string[]
  /** Headings and titles of a few characters. */
  headings: readonly string[]
  title: string
}

const HAN_ONLY = /^[\u4e00-\u9fff]+$/

/** The text with the words that noise is put on, as the notice itself gives them. */
export function textOf(source: string, writing: Writing, wrapped: boolean, notice: Notice): Text {
  const people = notice.contacts.flatMap((c) => c.people.map((p) => p.name))
  return {
    source,
    writing,
    wrapped,
    names: [...new Set([...people, ...notice.signatories.map((s) => s.text)])].filter(
      (name) => HAN_ONLY.test(name) && name.length >= 2 && name.length <= 4,
    ),
    bodies: notice.issuingBodies.map((b) => b.text).filter((name) => HAN_ONLY.test(name) && name.length <= 12),
    headings: ['总则', '附则', '附件', '公告', '通知', '决定', '命令', '目录'],
    title: notice.title?.text ?? '',
  }
}

/** What Markdown is written with: targets of links, tags, marks at the head of a line, rules of tables, marks of emphasis. */
const MARKDOWN =
  /\]\([^)\n]*\)|<[^>\n]*>|^[ \t]*(?:#{1,6}[ \t]|>|[-*+][ \t]|\d+[.)](?=[ \t]))|^[ \t]*\|?[ \t:|-]+\|[ \t:|-]*$|\*\*|[[\]|\\`]/gm
/** Changes the text between the marks of its writing. */
export function freely(
  { source, writing }: Pick<Text, 'source' | 'writing'>,
  change: (piece: string) => string,
): string {
  if (writing === 'text') return change(source)
  let out = ''
  let at = 0
  for (const m of source.matchAll(MARKDOWN)) {
    out += change(source.slice(at, m.index)) + m[0]
    at = m.index + m[0].length
  }
  return out + change(source.slice(at))
}
