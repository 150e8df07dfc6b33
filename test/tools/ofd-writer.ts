/**
 * Lays plain text out on the sheet of GB/T 9704-2012 (A4, 28 characters a line, 22 lines a page) and packs it as OFD, in the
 * different ways that writers of OFD express the same page.
 */
import { strToU8, zipSync } from 'fflate'

export interface OfdOptions {
  /** Lines set as title: centred and larger. */
  centre?: readonly string[]
  /** Indent paragraphs by two characters, as the standard asks. Default true. */
  indent?: boolean
  /** Where page numbers are drawn. Default 'page'. */
  numbers?: 'page' | 'template' | 'bare' | 'none'
  /** Draw titles twice, a little apart, as bold. */
  struckTwice?: boolean
  /** Text that a template draws at the top of each page. */
  head?: string
  /** Add an annotation and a seal whose text is no part of the notice. */
  seal?: string
  /** Cut the text into this many documents of one package. Default 1. */
  documents?: number
}

/** A printed piece of a line: characters with their advance, at a place in half-width columns. */
export interface Piece {
  text: string
  column: number
}

/** A printed line at its place, in millimetres. */
export interface Line {
  pieces: Piece[]
  size: number
  y: number
  x: number
  title: boolean
}

export const PAGE = { width: 210, height: 297, left: 28, top: 37, type: 156 }
export const COLUMNS = 56
const ROWS = 22
export const SIZE = PAGE.type / 28
export const PITCH = 225 / ROWS
const TITLE_SIZE = 7.76

/** Parts of the package by name; `packOfd` makes bytes of them. */
export function ofdParts(text: string, options: OfdOptions = {}): Record<string, string> {
  const lines = text.replace(/\n+$/, '').split('\n')
  const count = options.documents ?? 1
  const share = Math.ceil(lines.length / count)
  const documents = Array.from({ length: count }, (_, d) => layOut(lines.slice(d * share, (d + 1) * share), options))
  return packageParts(documents, options)
}

/** Parts of a package of documents, each of pages of lines; `drawn` is what else a page of the first document holds. */
export function packageParts(
  documents: readonly Line[][][],
  options: OfdOptions = {},
  drawn: readonly string[] = [],
): Record<string, string> {
  const parts: Record<string, string> = {}
  const bodies: string[] = []
  documents.forEach((pages, d) => {
    bodies.push(
      `<ofd:DocBody><ofd:DocInfo><ofd:DocID>${String(d).padStart(32, '0')}</ofd:DocID></ofd:DocInfo><ofd:DocRoot>${d % 2 ? '/' : ''}Doc_${d}/Document.xml</ofd:DocRoot></ofd:DocBody>`,
    )
    Object.assign(parts, documentParts(`Doc_${d}`, pages, options, d === 0 ? drawn : []))
  })
  parts['OFD.xml'] = xml(`<ofd:OFD ${NS} Version="1.0" DocType="OFD">${bodies.join('')}</ofd:OFD>`)
  return parts
}

export function packOfd(parts: Record<string, string | Uint8Array>): Uint8Array {
  const files: Record<string, Uint8Array> = {}
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part
  return zipSync(files, { level: 9, mtime: new Date(2024, 0, 1) })
}

export const writeOfd = (text: string, options: OfdOptions = {}): Uint8Array => packOfd(ofdParts(text, options))

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
export const xml = (root: string) => `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const mm = (n: number) => String(Math.round(n * 1000) / 1000)

/** A page's Content.xml around drawn objects. */
export const pageXml = (objects: string, template = '') =>
  xml(
    `<ofd:Page ${NS}>${template}<ofd:Area><ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="2" Type="Body">${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
  )

function documentParts(
  folder: string,
  pages: readonly Line[][],
  options: OfdOptions,
  drawn: readonly string[],
): Record<string, string> {
  const parts: Record<string, string> = {}
  const numbers = options.numbers ?? 'page'
  const template = numbers === 'template' || options.head !== undefined
  pages.forEach((lines, p) => {
    const objects = lines.map((line, i) => drawLine(line, i, options)).join('\n')
    const number = numbers === 'none' ? '' : drawNumber(p, numbers)
    parts[`${folder}/Pages/Page_${p}/Content.xml`] = pageXml(
      `${objects}\n${drawn[p] ?? ''}${number}`,
      template ? '<ofd:Template TemplateID="90" ZOrder="Background"/>' : '',
    )
  })
  const entries = pages.map((_, p) => `<ofd:Page ID="${100 + p}" BaseLoc="Pages/Page_${p}/Content.xml"/>`).join('')
  const common = `<ofd:MaxUnitID>9999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 ${PAGE.width} ${PAGE.height}</ofd:PhysicalBox></ofd:PageArea>${template ? '<ofd:TemplatePage ID="90" Name="T" BaseLoc="Tpls/Tpl_0/Content.xml"/>' : ''}`
  parts[`${folder}/Document.xml`] = xml(
    `<ofd:Document ${NS}><ofd:CommonData>${common}</ofd:CommonData><ofd:Pages>${entries}</ofd:Pages>${options.seal ? '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations>' : ''}</ofd:Document>`,
  )
  if (template) parts[`${folder}/Tpls/Tpl_0/Content.xml`] = pageXml(drawTemplate(numbers, options.head))
  if (options.seal) {
    const text = object(options.seal, 120, 200, SIZE)
    parts[`${folder}/Annots/Page_0/Annotation.xml`] = xml(
      `<ofd:PageAnnot ${NS}><ofd:Annot Type="Stamp"><ofd:Appearance>${text}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
    )
    parts[`${folder}/Signs/Sign_0/Signature.xml`] = xml(`<ofd:Signature ${NS}>${escaped(options.seal)}</ofd:Signature>`)
  }
  return parts
}

/** A text object of evenly set characters. */
export function object(text: string, x: number, y: number, size: number): string {
  const deltas = advances(text)
    .slice(0, -1)
    .map((a) => mm(a * size))
  return `<ofd:TextObject ID="7" Boundary="${mm(x)} ${mm(y - size)} ${mm(size * text.length)} ${mm(size * 1.3)}" Font="3" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(size)}" DeltaX="${deltas.join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

/** A line drawn by a path, as the borders of cells are. */
export const rule = (x1: number, y1: number, x2: number, y2: number) =>
  `<ofd:PathObject ID="8" Boundary="${mm(x1)} ${mm(y1)} ${mm(Math.max(0.2, x2 - x1))} ${mm(Math.max(0.2, y2 - y1))}" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${mm(x2 - x1)} ${mm(y2 - y1)}</ofd:AbbreviatedData></ofd:PathObject>`

function drawTemplate(numbers: string, head: string | undefined): string {
  const dashes = numbers === 'template' ? object('—', 168, 270, 4.9) + object('—', 180, 270, 4.9) : ''
  return dashes + (head === undefined ? '' : object(head, PAGE.left, 20, 4))
}

function drawNumber(page: number, numbers: string): string {
  const digits = String(page + 1)
  if (numbers === 'template') return object(digits, 174.5, 270, 4.9)
  if (numbers === 'bare') return object(digits, 104, 275, 4)
  return object(`— ${digits} —`, page % 2 ? PAGE.left + 5 : 166, 270, 4.9)
}

const isWide = (c: string) => /[\u00b7\u2014\u2018-\u201d\u2026\u2460-\u24ff\u25a0-\u25ff\u2e80-\uffff]/.test(c)
const advances = (text: string) => [...text].map((c) => (isWide(c) ? 1 : 0.5))
export const columnsOf = (text: string) => [...text].reduce((n, c) => n + (isWide(c) ? 2 : 1), 0)

/** Lines of text on the pages. */
function layOut(source: readonly string[], options: OfdOptions): Line[][] {
  const pages: Line[][] = [[]]
  let row = 0
  const put = (pieces: Piece[], title: boolean) => {
    if (row >= ROWS) {
      pages.push([])
      row = 0
    }
    const size = title ? TITLE_SIZE : SIZE
    const width = pieces.length ? pieces.at(-1)!.column + columnsOf(pieces.at(-1)!.text) : 0
    const x = title ? PAGE.left + (PAGE.type - (width * size) / 2) / 2 : PAGE.left
    if (pieces.length) pages.at(-1)!.push({ pieces, size, x, y: PAGE.top + SIZE + row * PITCH, title })
    row++
  }
  for (const line of source) {
    const title = options.centre?.includes(line.trim()) ?? false
    const text = title ? line.trim() : fitRight(line.replace(/\s+$/, ''))
    // A long title breaks in the middle (GB/T 9704-2012, 7.3.1: trapezium or rhombus), not before its last character.
    const columns = title ? Math.ceil(columnsOf(text) / Math.ceil(columnsOf(text) / 40)) : COLUMNS
    for (const pieces of wrap(text, columns, title ? 0 : indentOf(text, options))) put(pieces, title)
  }
  return pages.filter((p, i) => p.length > 0 || i === 0)
}

/** What stands at the right edge moves left rather than over it. */
function fitRight(line: string): string {
  const over = columnsOf(line) - COLUMNS
  const lead = line.length - line.trimStart().length
  return over > 0 && lead > over ? line.slice(over) : line
}

function indentOf(text: string, options: OfdOptions): number {
  const paragraph =
    /^[（(一二三四五六七八九十\d]/.test(text) || (/[。；：]/.test(text) && !/^[^。]{0,60}：$/.test(text))
  return options.indent !== false && paragraph && !/^\s|\s{2}/.test(text) ? 4 : 0
}

/** What is not broken: a word or figure, a character, each with the marks that cling to it. */
const TOKEN = /\t|[ \u3000]+|[（《“〔]*(?:[A-Za-z\d@.:/_-]+|.)[，。、；：）》”！？〕]*/gu
const CLOSERS = /[，。、；：）》”！？〕]+$/

/** Breaks a line into printed lines, each of pieces between wide gaps. Words and figures stay whole. */
export function wrap(text: string, columns: number, indent: number): Piece[][] {
  const out: Piece[][] = [[]]
  let column = indent
  for (const token of text.match(TOKEN) ?? []) {
    if (token === '\t') column = Math.ceil((column + 2) / 14) * 14
    else if (/^[ \u3000]{2,}$|^\u3000$/.test(token)) column += columnsOf(token)
    else {
      const width = columnsOf(token)
      // Closing marks may hang over the edge by one character, as word processors let them.
      if (column + columnsOf(token.replace(CLOSERS, '')) > columns && out.at(-1)!.length) {
        out.push([])
        column = 0
      }
      const line = out.at(-1)!
      const last = line.at(-1)
      if (last && last.column + columnsOf(last.text) === column) last.text += token
      else line.push({ text: token, column })
      column += width
    }
  }
  return out
}

/** The same line in the ways of different writers, by turns. */
function drawLine(line: Line, index: number, options: OfdOptions): string {
  const { x, y, size } = line
  const unit = size / 2
  const wide = { boundary: `${mm(x)} ${mm(y - size)} ${mm(PAGE.type)} ${mm(size * 1.4)}`, y: mm(size) }
  const whole = () => {
    const { text, steps, start } = spread(line.pieces, unit)
    const one = (shift: number) =>
      `<ofd:TextObject ID="${index + 10}" Boundary="${wide.boundary}" Font="3" Size="${mm(size)}"><ofd:TextCode X="${mm(start + shift)}" Y="${wide.y}" DeltaX="${steps.map(mm).join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
    return line.title && options.struckTwice ? one(0) + one(0.1) : one(0)
  }
  if (line.title || index % 5 === 0) return whole()
  if (index % 5 === 1) return grouped(line, index, wide)
  if (index % 5 === 2) return `<ofd:PageBlock ID="5"><ofd:PageBlock ID="6">${whole()}</ofd:PageBlock></ofd:PageBlock>`
  if (index % 5 === 3) return scaled(line, index)
  // One object a piece, as tables and columns are drawn.
  return line.pieces.map((p) => object(p.text, x + p.column * unit, y, size)).join('')
}

/** Characters of all pieces with the steps between them: gaps are steps, not characters. */
function spread(pieces: readonly Piece[], unit: number): { text: string; steps: number[]; start: number } {
  const at: number[] = []
  let text = ''
  for (const piece of pieces) {
    let column = piece.column
    for (const c of piece.text) {
      at.push(column * unit)
      column += isWide(c) ? 2 : 1
      text += c
    }
  }
  return { text, steps: at.slice(1).map((v, i) => v - at[i]!), start: at[0] ?? 0 }
}

/** `g N v`, gaps as space characters, and a glyph mapping beside the text. */
function grouped(line: Line, index: number, wide: { boundary: string; y: string }): string {
  const unit = line.size / 2
  let text = ''
  let column = line.pieces[0]?.column ?? 0
  const start = column * unit
  for (const piece of line.pieces) {
    text += ' '.repeat(piece.column - column) + piece.text
    column = piece.column + columnsOf(piece.text)
  }
  const steps = advances(text)
    .slice(0, -1)
    .map((a) => mm(a * line.size))
  const runs: string[] = []
  for (let i = 0, j = 0; i < steps.length; i = j) {
    while (j < steps.length && steps[j] === steps[i]) j++
    runs.push(j - i > 2 ? `g ${j - i} ${steps[i]}` : steps.slice(i, j).join(' '))
  }
  const count = [...text].length
  const glyphs = `<ofd:CGTransform CodePosition="0" CodeCount="${count}" GlyphCount="${count}"><ofd:Glyphs>${[...text].map((_, i) => 500 + i).join(' ')}</ofd:Glyphs></ofd:CGTransform>`
  return `<ofd:TextObject ID="${index + 10}" Boundary="${wide.boundary}" Font="3" Size="${mm(line.size)}">${glyphs}<ofd:TextCode X="${mm(start)}" Y="${wide.y}" DeltaX="${runs.join(' ')}">${escaped(text)}</ofd:TextCode></ofd:TextObject>`
}

/** Set in points and scaled to millimetres by the CTM, a TextCode a piece. */
function scaled(line: Line, index: number): string {
  const point = 25.4 / 72
  const size = line.size / point
  const codes = line.pieces.map((piece, i) => {
    const steps = advances(piece.text)
      .slice(0, -1)
      .map((a) => mm(a * size))
    // Y only once: the next TextCode takes it over.
    return `<ofd:TextCode X="${mm((piece.column * size) / 2)}"${i ? '' : ` Y="${mm(size)}"`} DeltaX="${steps.join(' ')}">${escaped(piece.text)}</ofd:TextCode>`
  })
  return `<ofd:TextObject ID="${index + 10}" Boundary="${mm(line.x)} ${mm(line.y - line.size)} ${PAGE.type} 8" CTM="${point} 0 0 ${point} 0 0" Font="3" Size="${mm(size)}">${codes.join('')}</ofd:TextObject>`
}
