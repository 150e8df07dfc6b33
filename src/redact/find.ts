/** Where the values stand in a view: in every spelling, at every place. */
import redactGrammar from '../../grammars/redact.js'
import { compile } from '../grammar.js'
import type { Needle } from './values.js'
import { BREAK, type View } from './view.js'

const { nameBefore, nameAfter, han } = compile(redactGrammar)

export interface Hit {
  needle: Needle
  /** Offsets into `View.squeezed`. */
  start: number
  end: number
  /** False for a two-character name within other words. */
  sure: boolean
  /** Digits stand right beside the number: it is one only where the notice says so (…5550142 with 2.采购代理机构 right behind it). */
  crowded: boolean
}

/** Characters between two of a value; more part them. */
const GAP = 8

export interface Finder {
  in(view: View): Hit[]
}

/** Looks for all needles at once: at each place only those that begin with its two characters. */
export function finderOf(needles: readonly Needle[]): Finder {
  const byStart = new Map<string, Needle[]>()
  for (const needle of needles) {
    const key = needle.text.slice(0, 2)
    const list = byStart.get(key)
    if (list) list.push(needle)
    else byStart.set(key, [needle])
  }
  // The longest first: a number with its area code before the same without it.
  for (const list of byStart.values()) list.sort((a, b) => b.text.length - a.text.length)
  return { in: (view) => findIn(view, byStart) }
}

function findIn(view: View, byStart: ReadonlyMap<string, readonly Needle[]>): Hit[] {
  const { squeezed } = view
  const hits: Hit[] = []
  for (let i = 0; i + 1 < squeezed.length; i++) {
    for (const needle of byStart.get(squeezed.slice(i, i + 2)) ?? []) {
      if (!squeezed.startsWith(needle.text, i)) continue
      const end = i + needle.text.length
      if (!holdsTogether(view, i, end, needle)) continue
      const crowded = needle.alone && touches(view, i, end)
      hits.push({ needle, start: i, end, sure: !crowded && (needle.kind !== 'name' || isName(view, i, end)), crowded })
    }
  }
  return hits
}

/** Names are parted by white space only, a form of address may stand in brackets: 顾(女士). */
const SPACE = /^(?:\s{0,8}|\s?\(\s?)$/

function holdsTogether({ text, at }: View, start: number, end: number, { kind }: Needle): boolean {
  for (let i = start + 1; i < end; i++) {
    const length = at[i]! - at[i - 1]! - 1
    if (length === 0) continue
    if (length > GAP) return false
    if (kind === 'name' && !SPACE.test(text.slice(at[i - 1]! + 1, at[i]!))) return false
  }
  return true
}

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9'

/** Whether a digit stands right beside it. */
const touches = ({ text, at }: View, start: number, end: number) =>
  isDigit(text[at[start]! - 1]) || isDigit(text[at[end - 1]! + 1])

const AROUND = 12

/**
 * Three characters and more are a name wherever they stand. Two are one where on either side stands no Han character, or a
 * word that goes before or behind names.
 */
function isName({ text, at, squeezed }: View, start: number, end: number): boolean {
  if ([...squeezed.slice(start, end)].length > 2) return true
  const first = at[start]!
  const behind = at[end - 1]! + 1
  const before = text.slice(Math.max(0, first - AROUND), first)
  const after = text.slice(behind, behind + AROUND)
  const opens = before === '' || !han.test(before.at(-1)!) || before.endsWith(BREAK) || nameBefore.test(before)
  return opens && (after === '' || !han.test(after[0]!) || nameAfter.test(after))
}
