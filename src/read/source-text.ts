/**
 * Text that remembers where each character came from. Readers build one from raw slices; folding and reflow make
 * others from it; every span that leaves the library is translated back through `toSource`.
 */
import type { Carrier, Source, Span } from '../types.js'
import type { FileLink } from './links.js'
import { Places } from './places.js'

/** A property of the raw text that only the reader knows and the structure stage wants. */
export interface Mark {
  /** Offset in the raw text at which the marked line begins. */
  at: number
  kind: 'heading' | 'quote' | 'strong' | 'cell' | 'item' | 'metadata' | 'chrome' | 'footnote'
  depth: number | undefined
  /** For a row of a table with merged cells: where its printed cells stand. */
  grid: GridRow | undefined
}

/** Marks of one shape, whatever they mark. */
export const markAt = (at: number, kind: Mark['kind'], depth?: number, grid?: GridRow): Mark => ({
  at,
  kind,
  depth,
  grid,
})

/** A row of a table in which cells reach over several columns or rows: the text holds each cell once, this says where. */
export interface GridRow {
  /** Tells tables apart. */
  table: number
  /** Number of the row within its table. */
  row: number
  /** Of each printed cell, in order: its first column, and how many columns and rows it takes. */
  cells: { column: number; columns: number; rows: number }[]
}

export interface SourceText {
  text: string
  /** Where each character stands in the source; `null` means the text is the source itself. */
  places: Places | null
}

/** A text that is the source itself. */
export const asSource = (text: string): SourceText => ({ text, places: null })

/** What a reader hands to the structure stage. */
export interface ReadResult {
  source: Source
  raw: SourceText
  marks: Mark[]
  /** Which line ends may be hard wraps: all (text, PDF), those within a paragraph that blank lines part (Markdown), none (HTML). */
  wrapped: boolean | 'paragraphs'
  /** Links to files among what the reader took for the notice, in the source's order. */
  links?: FileLink[]
  /** What a page's head states beside what the page shows: label as in the page's own table, value, place. */
  head?: { label: string; text: string; span: Span }[]
  /** Address against which the source itself says its links are to be resolved (`<base href>`). */
  base?: string
  /** Whether `raw` is the simplified reading of a source in traditional characters. */
  isSimplified?: true
}

/** Source offset of a character. */
export const fromAt = ({ places }: SourceText, i: number): number => (places ? places.from(i) : i)

/** Source offset behind a character. */
export const toAt = ({ places }: SourceText, i: number): number => (places ? places.to(i) : i + 1)

/** Source span of `[start, end)`, never with its end before its start; an empty range gives an empty span. */
export function toSource({ text, places }: SourceText, start: number, end: number): Span {
  if (!places) return { start, end }
  if (end <= start) {
    const at = start < text.length ? places.from(start) : text.length ? places.to(text.length - 1) : 0
    return { start: at, end: at }
  }
  const from = places.from(start)
  const to = places.to(end - 1)
  if (to > from) return { start: from, end: to }
  // A reader moved what stands between: from the first of both to the last.
  return { start: Math.min(from, places.from(end - 1)), end: Math.max(to, places.to(start)) }
}

/** Appends characters with their source ranges; grows by half, so a build is linear. */
export class Builder {
  private units: Uint16Array
  private readonly places = new Places()
  private count = 0

  constructor(capacity: number) {
    const size = Math.max(64, capacity)
    if (spare && spare.length >= size) {
      this.units = spare
      spare = null
    } else this.units = new Uint16Array(size)
  }

  get length(): number {
    return this.count
  }

  push(unit: number, from: number, to: number): void {
    if (this.count === this.units.length) this.grow(1)
    this.places.append(this.count, from, to)
    this.units[this.count++] = unit
  }

  /** Appends text that stands for one source range as a whole (an entity, a separator). */
  pushText(text: string, from: number, to: number): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i), from, to)
  }

  /** Appends `source[start, end)` as it is. */
  pushSlice(source: string, start: number, end: number): void {
    if (start >= end) return
    this.places.append(this.count, start, start + 1)
    this.copy(source, start, end)
  }

  /** Appends `[start, end)` of another text with its places. */
  pushRange({ text, places }: SourceText, start: number, end: number): void {
    if (start >= end) return
    if (places) this.places.appendRange(this.count, places, start, end)
    else this.places.append(this.count, start, start + 1)
    this.copy(text, start, end)
  }

  /**
   * Appends another text from an offset on, each unit as a table has it (unit → unit); stops at the first unit for which the
   * table has 0, and returns its offset.
   */
  pushMapped({ text, places }: SourceText, start: number, table: Uint16Array): number {
    const end = text.length
    if (this.count + end - start > this.units.length) this.grow(end - start)
    const { units } = this
    let n = this.count
    let i = start
    for (; i < end; i++) {
      const unit = table[text.charCodeAt(i)]!
      if (unit === 0) break
      units[n++] = unit
    }
    if (i > start) {
      if (places) this.places.appendRange(this.count, places, start, i)
      else this.places.append(this.count, start, start + 1)
    }
    this.count = n
    return i
  }

  /** The text from an offset on. */
  slice(start: number): string {
    return decodeUnits(this.units.subarray(start, this.count))
  }

  last(): number {
    return this.count ? this.units[this.count - 1]! : -1
  }

  pop(): void {
    if (this.count) this.truncate(this.count - 1)
  }

  /** Takes back all from an offset on. */
  truncate(length: number): void {
    if (length >= this.count) return
    this.places.truncate(length)
    this.count = length
  }

  /** What was appended. The builder is done with: its buffer goes to the next one. */
  build(): SourceText {
    const text = decodeUnits(this.units.subarray(0, this.count))
    if (this.units.length <= SPARE && this.units.length > (spare?.length ?? 0)) spare = this.units
    return { text, places: this.places }
  }

  private copy(text: string, start: number, end: number): void {
    if (this.count + end - start > this.units.length) this.grow(end - start)
    const { units } = this
    let n = this.count
    for (let i = start; i < end; i++) units[n++] = text.charCodeAt(i)
    this.count = n
  }

  private grow(by: number): void {
    const units = new Uint16Array(Math.max(Math.ceil(this.units.length * 1.5), this.count + by) + 64)
    units.set(this.units.subarray(0, this.count))
    this.units = units
  }
}

/** A buffer that no builder uses: every notice wants two. */
let spare: Uint16Array | null = null
/** The longest that is kept, in characters. */
const SPARE = 1 << 18

/** Typed arrays hold units in the machine's own order. */
const LITTLE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1
const decoder =
  typeof TextDecoder === 'undefined' ? null : new TextDecoder(LITTLE ? 'utf-16le' : 'utf-16be', { ignoreBOM: true })

/** Lone surrogates become U+FFFD, one unit for one unit, so offsets hold. */
const decodeUnits = (units: Uint16Array): string => (decoder ? decoder.decode(units) : joinUnits(units))

/** The same where there is nothing but the language: ten times slower. */
function joinUnits(units: Uint16Array): string {
  const chunk = 8192
  let out = ''
  for (let i = 0; i < units.length; i += chunk)
    out += String.fromCharCode.apply(null, units.subarray(i, i + chunk) as unknown as number[])
  return out.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

export function makeSource(text: string, carrier: Carrier, filename?: string, encoding?: string): Source {
  return {
    text,
    carrier,
    ...(filename === undefined ? {} : { filename }),
    ...(encoding === undefined ? {} : { encoding }),
  }
}
