/**
 * Script: the grammars are written in simplified characters. A text in traditional ones (a page of a site's 繁體 version,
 * anything in Big5) is read as the simplified text of the same length, so that every offset stays; what was read from it is then
 * given back as printed.
 */
import { traditional } from '../../grammars/lexicon/traditional.js'
import type { Span } from '../types.js'
import { isHan } from './normalize.js'
import type { ReadResult } from './source-text.js'

/** A bit for each code unit: set for those of the frequent traditional characters. */
const frequent = new Int32Array(0x10000 / 32)
for (const c of traditional.frequent) {
  const unit = c.charCodeAt(0)
  frequent[unit >> 5]! |= 1 << (unit & 31)
}

function holdsFrequent(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if ((frequent[unit >> 5]! & (1 << (unit & 31))) !== 0) return true
  }
  return false
}

/** Characters that are looked at to tell the script of a text. */
const LOOKED_AT = 20_000
/** Fewest traditional characters that make a text one. */
const FEWEST = 3

interface Tables {
  /** Traditional code unit → simplified; 0 for any other. */
  simple: Uint16Array
  /** Code units that stand in simplified texts only. */
  only: Uint8Array
}

let tables: Tables | undefined

function getTables(): Tables {
  if (tables) return tables
  const simple = new Uint16Array(0x10000)
  const only = new Uint8Array(0x10000)
  const { from, to } = traditional
  for (let i = 0; i < from.length; i++) {
    simple[from.charCodeAt(i)] = to.charCodeAt(i)
    only[to.charCodeAt(i)] = 1
  }
  for (let i = 0; i < from.length; i++) only[from.charCodeAt(i)] = 0
  for (const c of traditional.both) only[c.charCodeAt(0)] = 0
  tables = { simple, only }
  return tables
}

/** Whether a text is written in traditional characters: told by its first 20,000. */
export function isTraditional(text: string): boolean {
  const head = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text
  if (!holdsFrequent(head)) return false
  const { simple, only } = getTables()
  let traditionals = 0
  let simplifieds = 0
  for (let i = 0; i < head.length; i++) {
    const unit = head.charCodeAt(i)
    if (simple[unit] !== 0) traditionals++
    else if (only[unit] !== 0) simplifieds++
  }
  return traditionals >= FEWEST && traditionals > simplifieds
}

const RUN = 4096

/** The text in simplified characters, one code unit for each. */
export function simplified(text: string): string {
  const { simple } = getTables()
  const units = new Uint16Array(Math.min(RUN, text.length))
  let out = ''
  for (let at = 0; at < text.length; at += RUN) {
    const end = Math.min(at + RUN, text.length)
    for (let i = at; i < end; i++) {
      const unit = text.charCodeAt(i)
      units[i - at] = simple[unit] || unit
    }
    out += String.fromCharCode.apply(null, units.subarray(0, end - at) as unknown as number[])
  }
  return out
}

/** What a reader of files made, for the grammars: in simplified characters where it is in traditional ones. */
export function inOneScript(read: ReadResult): ReadResult {
  if (!isTraditional(read.raw.text)) return read
  return {
    ...read,
    raw: { ...read.raw, text: simplified(read.raw.text) },
    ...(read.links ? { links: read.links.map((link) => ({ ...link, text: simplified(link.text) })) } : {}),
    isSimplified: true,
  }
}

/** Radicals and compatibility ideographs, which stand for ideographs that folding makes of them. */
const isCompatible = (unit: number) => (unit >= 0x2f00 && unit <= 0x2fd5) || (unit >= 0xf900 && unit <= 0xfaff)

/** ㈠ to ㈩ and ㊀ to ㊉: a numeral in brackets or a circle, which folding sets free. */
const ENCLOSED = [0x3220, 0x3280]
const NUMERALS = '一二三四五六七八九十'

/** The ideograph that a code unit is or stands for; empty for any other. */
function ideographOf(unit: number): string {
  if (isHan(unit)) return String.fromCharCode(unit)
  for (const first of ENCLOSED) if (unit >= first && unit < first + NUMERALS.length) return NUMERALS[unit - first]!
  return isCompatible(unit) ? String.fromCharCode(unit).normalize('NFKC') : ''
}

/** The ideographs of a text. */
function ideographs(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) out += ideographOf(text.charCodeAt(i))
  return out
}

/** How far beside the span of a value its words are looked for, in ideographs. */
const BESIDE = 400

/** The source's ideographs, in its own characters and simplified, and where each stands. */
class Printed {
  private readonly own: string
  private readonly simple: string
  private readonly at: Int32Array
  constructor(source: string) {
    const at = new Int32Array(source.length)
    let count = 0
    for (let i = 0; i < source.length; i++) if (ideographOf(source.charCodeAt(i)) !== '') at[count++] = i
    this.at = at.subarray(0, count)
    this.own = ideographs(source)
    this.simple = simplified(this.own)
  }

  /** The first ideograph at or behind an offset. */
  private indexOf(offset: number): number {
    let low = 0
    let high = this.at.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (this.at[mid]! < offset) low = mid + 1
      else high = mid
    }
    return low
  }

  /** A reading as it is printed at its span or near it; as it is where its words are not printed there. */
  asPrinted(text: string, { start, end }: Span): string {
    const wanted = ideographs(text)
    if (wanted === '') return text
    const from = this.indexOf(start)
    const to = this.indexOf(end)
    const printed = this.together(wanted, from, to) ?? this.apart(wanted, from, to + BESIDE)
    if (printed === null) return text
    let out = ''
    let next = 0
    for (const c of text) out += isHan(c.charCodeAt(0)) ? printed[next++] : c
    return out
  }

  /** The words side by side, within the span or near it. */
  private together(wanted: string, from: number, to: number): string | null {
    const within = this.simple.slice(from, to).indexOf(wanted)
    if (within >= 0) return this.own.slice(from + within, from + within + wanted.length)
    const low = Math.max(0, from - BESIDE)
    const near = this.simple.slice(low, to + BESIDE).indexOf(wanted)
    return near < 0 ? null : this.own.slice(low + near, low + near + wanted.length)
  }

  /** The words in their order, with others between them: the number of a page fell into the span. */
  private apart(wanted: string, from: number, to: number): string | null {
    let out = ''
    let next = from
    for (const c of wanted) {
      while (next < to && next < this.simple.length && this.simple[next] !== c) next++
      if (next >= to || next >= this.simple.length) return null
      out += this.own[next++]
    }
    return out
  }
}

/** What is the same in every script: names of kinds, and what values are looked up by. */
const CANONICAL = new Set(['kind', 'agencyCode', 'divisionCode', 'source', 'diagnostics', 'span', 'href'])

/**
 * Values that were read from the simplified reading of a source, as its own characters have them. Changes them in place; what
 * an extractor of somebody's own has frozen stays.
 */
export function restoreScript(values: object, source: string): void {
  const printed = new Printed(source)
  const seen = new Set<object>()
  const visit = (node: object, around: Span | null, isBody: boolean) => {
    if (seen.has(node) || Object.isFrozen(node)) return
    seen.add(node)
    const span = ((node as { span?: Span | null }).span ?? around) as Span | null
    for (const [key, value] of Object.entries(node)) {
      // The full name of a known body is what it is known by.
      if (CANONICAL.has(key) || (isBody && key === 'name')) continue
      if (typeof value === 'string') {
        if (span) (node as Record<string, unknown>)[key] = printed.asPrinted(value, span)
      } else if (value !== null && typeof value === 'object') visit(value, span, isBody || key === 'issuingBodies')
    }
  }
  visit(values, null, false)
}
