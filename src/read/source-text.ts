/**
 * Text that remembers where each character came from. Readers build one from raw slices; folding and reflow make
 * others from it; every span that leaves the library is translated back through `toSource`.
 */
import type { Carrier, Source, Span } from '../types.js'
import type { FileLink } from './links.js'

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
  /** Source offset of each character; `null` means the text is the source itself. */
  from: Uint32Array | null
  /** Source offset behind each character; `null` as above. */
  to: Uint32Array | null
}

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
}

/** Source span of `[start, end)`; an empty range gives an empty span. */
export function toSource(map: SourceText, start: number, end: number): Span {
  if (!map.from || !map.to) return { start, end }
  if (end <= start) {
    const at = start < map.from.length ? map.from[start]! : map.to.length ? map.to[map.to.length - 1]! : 0
    return { start: at, end: at }
  }
  return { start: map.from[start]!, end: map.to[end - 1]! }
}

/** Appends characters with their source ranges; grows by half, so a build is linear. */
export class Builder {
  private units: Uint16Array
  private froms: Uint32Array
  private tos: Uint32Array
  length = 0

  constructor(capacity: number) {
    const size = Math.max(64, capacity)
    if (spare && spare.length >= size) {
      this.units = spare
      spare = null
    } else this.units = new Uint16Array(size)
    this.froms = new Uint32Array(size)
    this.tos = new Uint32Array(size)
  }

  push(unit: number, from: number, to: number): void {
    if (this.length === this.froms.length) this.grow()
    const i = this.length++
    this.units[i] = unit
    this.froms[i] = from
    this.tos[i] = to
  }

  /** Appends text that stands for one source range as a whole (an entity, a separator). */
  pushText(text: string, from: number, to: number): void {
    for (let i = 0; i < text.length; i++) this.push(text.charCodeAt(i), from, to)
  }

  /** Appends `source[start, end)` as it is. */
  pushSlice(source: string, start: number, end: number): void {
    for (let i = start; i < end; i++) this.push(source.charCodeAt(i), i, i + 1)
  }

  /** Appends `[start, end)` of another text with its places. */
  pushRange(other: SourceText, start: number, end: number): void {
    while (this.length + end - start > this.froms.length) this.grow()
    const { text, from, to } = other
    let n = this.length
    if (from && to) {
      this.froms.set(from.subarray(start, end), n)
      this.tos.set(to.subarray(start, end), n)
      for (let i = start; i < end; i++) this.units[n++] = text.charCodeAt(i)
    } else {
      for (let i = start; i < end; i++) {
        this.units[n] = text.charCodeAt(i)
        this.froms[n] = i
        this.tos[n++] = i + 1
      }
    }
    this.length = n
  }

  /** The text from an offset on. */
  slice(start: number): string {
    return decodeUnits(this.units.subarray(start, this.length))
  }

  last(): number {
    return this.length ? this.units[this.length - 1]! : -1
  }

  pop(): void {
    if (this.length) this.length--
  }

  /** What was appended. The builder is done with: its buffer goes to the next one. */
  build(): SourceText {
    const text = decodeUnits(this.units.subarray(0, this.length))
    if (this.units.length <= SPARE && this.units.length > (spare?.length ?? 0)) spare = this.units
    return { text, from: this.froms.subarray(0, this.length), to: this.tos.subarray(0, this.length) }
  }

  private grow(): void {
    const size = Math.ceil(this.froms.length * 1.5) + 64
    const units = new Uint16Array(size)
    units.set(this.units.subarray(0, this.length))
    this.units = units
    const froms = new Uint32Array(size)
    froms.set(this.froms)
    this.froms = froms
    const tos = new Uint32Array(size)
    tos.set(this.tos)
    this.tos = tos
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
