/** One page of an OFD document: its layers, its templates, the composites it draws, as lines. */
import { type Glyph, IDENTITY, type Matrix, objectMatrix, pageBox, textGlyphs } from './ofd-glyphs.js'
import { type OfdPackage, resolvePart, spend, tryPart } from './ofd-package.js'
import { childNamed, childrenNamed, type XmlElement } from './ofd-xml.js'
import { type GlyphRun, type PageLine, pageLines } from './page-lines.js'

export interface PageContent {
  lines: PageLine[]
  /** Images and paths drawn: a page of pictures is not an empty page. */
  pictures: number
  /** Width of the page, 0 where it is not known. */
  width: number
}

/** What the pages of a document share. */
export interface PageReader {
  pack: OfdPackage
  /** Name of the part Document.xml: its references are relative to it. */
  name: string
  common: XmlElement | undefined
  templates: Map<string, Template | null>
  /** Composite units by ID, read when the first composite is met. */
  units: Map<string, XmlElement> | null
}

interface Template {
  drawn: Drawn
  box: ReturnType<typeof pageBox>
  used: boolean
}

interface Drawn {
  glyphs: Glyph[]
  /** Text that is not shown: read only where a page shows none. */
  hidden: Glyph[]
  images: number
  paths: number
}

const empty = (): Drawn => ({ glyphs: [], hidden: [], images: 0, paths: 0 })

/** Composites within composites deeper than this are not drawn; a unit never holds itself. */
const MAX_COMPOSITES = 8
/** Running heads and page numbers stand in these parts of the page's height at its top and bottom. */
const MARGIN = 0.13

/** The page in part `part`; `null` where it cannot be read, which is reported. */
export function openPage(reader: PageReader, part: string, index: number): PageContent | null {
  const page = tryPart(reader.pack, part, 'error')
  if (!page) return null
  const drawn = draw(reader, page, part)
  const templates = pageTemplates(reader, page)
  const box =
    pageBox(childNamed(page, 'Area')) ??
    templates.find((t) => t.box)?.box ??
    pageBox(childNamed(reader.common, 'PageArea'))
  const height = box?.height ?? 0
  const glyphs = drawn.glyphs.length || !drawn.hidden.length ? [...drawn.glyphs] : [...drawn.hidden]
  for (const template of templates) {
    spend(reader.pack, template.drawn.glyphs.length)
    for (const glyph of withoutFurniture(template, height)) glyphs.push(glyph)
    template.used = true
  }
  const lines = withoutPageNumber(linesOf(glyphs), height, index)
  return { lines, pictures: drawn.images || drawn.paths, width: Math.round(box?.width ?? 0) }
}

function pageTemplates(reader: PageReader, page: XmlElement): Template[] {
  const out: Template[] = []
  for (const { attributes } of childrenNamed(page, 'Template').slice(0, 16)) {
    const template = openTemplate(reader, attributes.TemplateID ?? '')
    if (template && !out.includes(template)) out.push(template)
  }
  return out
}

/** A template is read once. What it says of templates itself is not followed: they do not nest (GB/T 33190, 7.7). */
function openTemplate(reader: PageReader, id: string): Template | null {
  const known = reader.templates.get(id)
  if (known !== undefined) return known
  const entry = childrenNamed(reader.common ?? NOTHING, 'TemplatePage').find((t) => t.attributes.ID === id)
  const part = entry ? resolvePart(reader.name, entry.attributes.BaseLoc ?? '') : ''
  const page = entry ? tryPart(reader.pack, part, 'warning') : null
  const template = page
    ? { drawn: draw(reader, page, part), box: pageBox(childNamed(page, 'Area')), used: false }
    : null
  reader.templates.set(id, template)
  return template
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [], text: '' }

function draw(reader: PageReader, page: XmlElement, part: string): Drawn {
  const out = empty()
  const content = childNamed(page, 'Content')
  if (content) drawObjects(content, IDENTITY, { reader, part, page, out, open: [], hidden: false })
  return out
}

interface Pen {
  reader: PageReader
  part: string
  page: XmlElement
  out: Drawn
  /** Composite units being drawn. */
  open: string[]
  hidden: boolean
}

/** Draws what a layer, block or unit holds. Depth is bounded by the XML's. */
function drawObjects(holder: XmlElement, matrix: Matrix, pen: Pen): void {
  const { pack } = pen.reader
  spend(pack, holder.children.length)
  for (const object of holder.children) {
    const hidden = pen.hidden || object.attributes.Visible === 'false'
    if (object.name === 'TextObject') {
      const target = hidden ? pen.out.hidden : pen.out.glyphs
      for (const glyph of textGlyphs(object, matrix, (count) => spend(pack, count))) target.push(glyph)
    } else if (object.name === 'Layer' || object.name === 'PageBlock' || object.name === 'Content')
      drawObjects(object, matrix, { ...pen, hidden })
    else if (object.name === 'CompositeObject') drawComposite(object, matrix, { ...pen, hidden })
    else if (object.name === 'ImageObject') pen.out.images++
    else if (object.name === 'PathObject') pen.out.paths++
  }
}

function drawComposite(object: XmlElement, matrix: Matrix, pen: Pen): void {
  const id = object.attributes.ResourceID ?? ''
  if (pen.open.includes(id) || pen.open.length >= MAX_COMPOSITES) return
  pen.reader.units ??= readUnits(pen)
  const unit = pen.reader.units.get(id)
  if (unit) drawObjects(unit, objectMatrix(object, matrix), { ...pen, open: [...pen.open, id] })
}

/** Composite units of the document's resources. IDs are unique in a document, so one table serves all pages. */
function readUnits({ reader, part, page }: Pen): Map<string, XmlElement> {
  const units = new Map<string, XmlElement>()
  const collect = (from: string, holder: XmlElement | undefined, names: readonly string[]) => {
    for (const child of (holder?.children ?? []).filter((c) => names.includes(c.name)).slice(0, 32)) {
      const resources = tryPart(reader.pack, resolvePart(from, child.text), 'warning')
      for (const unit of childrenNamed(
        childNamed(resources ?? undefined, 'CompositeGraphicUnits') ?? NOTHING,
        'CompositeGraphicUnit',
      ))
        if (unit.attributes.ID !== undefined) units.set(unit.attributes.ID, unit)
    }
  }
  collect(reader.name, reader.common, ['PublicRes', 'DocumentRes'])
  collect(part, page, ['PageRes'])
  return units
}

/** Lines of the page: those of the direction most glyphs have come first, turned ones (a margin, a wide table) behind. */
function linesOf(glyphs: readonly Glyph[]): PageLine[] {
  const turns = ([0, 1, 2, 3] as const).map((turn) => ({ turn, runs: [] as GlyphRun[] }))
  for (const { run, turn } of glyphs) turns[turn]!.runs.push(run)
  const out: PageLine[] = []
  for (const { runs, turn } of turns.sort((a, b) => b.runs.length - a.runs.length))
    for (const line of pageLines(runs, turn)) out.push(line)
  return out
}

/** Page numbers as pages print them; a bare number only where a page number stands. */
const PAGE_NUMBER = /^[-–—―－·•\s]{0,8}(?:\d{1,4}|[０-９]{1,4}|第\s?\d{1,4}\s?页.{0,12})?[-–—―－·•\s]{0,8}$/
const BARE_NUMBER = /^(?:\d{1,4}|[０-９]{1,4})$/

/**
 * A template's glyphs without page numbers, and on its second use without its running heads: they were read before and
 * would tear the sentence that goes on over the page's end.
 */
function withoutFurniture(template: Template, height: number): readonly Glyph[] {
  const { glyphs } = template.drawn
  const flat = glyphs.filter((g) => g.turn === 0).map((g) => g.run)
  const dropped = pageLines(flat).filter(
    (line) => PAGE_NUMBER.test(line.text) || (template.used && inMargin(line, height)),
  )
  // Furniture is a few lines; more would be text, and work without a bound.
  if (dropped.length === 0 || dropped.length > 40) return glyphs
  return glyphs.filter(
    (g) => g.turn !== 0 || !dropped.some((line) => Math.abs(line.y - g.run.y) < 0.5 * Math.max(line.size, g.run.size)),
  )
}

const inMargin = (line: PageLine, height: number) =>
  height > 0 && (line.y < height * MARGIN || line.y > height * (1 - MARGIN))

/** The page's first or last line is dropped where it is only a page number: reflow knows those with dashes, not bare ones. */
function withoutPageNumber(lines: PageLine[], height: number, index: number): PageLine[] {
  const isNumber = (line: PageLine | undefined) =>
    line !== undefined &&
    PAGE_NUMBER.test(line.text) &&
    (inMargin(line, height) || (BARE_NUMBER.test(line.text) && Number(line.text) === index + 1))
  if (lines.length > 1 && isNumber(lines.at(-1))) return lines.slice(0, -1)
  if (lines.length > 1 && isNumber(lines[0])) return lines.slice(1)
  return lines
}
