/** One page of an OFD document: its layers, its templates, the composites it draws, as lines. */
import { type Glyph, IDENTITY, type Matrix, objectMatrix, pageBox, textGlyphs } from './ofd-glyphs.js'
import { type OfdPackage, resolvePart, spend, tryPart } from './ofd-package.js'
import { pathRules } from './ofd-rules.js'
import { childNamed, childrenNamed, type XmlElement } from './ofd-xml.js'
import { type GlyphRun, pageLines } from './page-lines.js'
import { type PrintedLine, type Rule, ruledTables, tabledLines } from './ruled-tables.js'

export interface PageContent {
  /** In points. */
  lines: PrintedLine[]
  /** Images and paths drawn: a page of pictures is not an empty page. */
  pictures: number
  /** Height of the page in points, 0 where it is not known. */
  height: number
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
  rules: Rule[]
}

const empty = (): Drawn => ({ glyphs: [], hidden: [], images: 0, paths: 0, rules: [] })

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
  const rules = [...drawn.rules]
  for (const template of templates) {
    for (const rule of template.drawn.rules) rules.push(rule)
    spend(reader.pack, template.drawn.glyphs.length)
    for (const glyph of withoutFurniture(template, height)) glyphs.push(glyph)
    template.used = true
  }
  const lines = withoutPageNumber(linesOf(glyphs, rules), height, index)
  return { lines: lines.map(inPoints), pictures: drawn.images || drawn.paths, height: height * POINT }
}

/** Points in a millimetre. */
const POINT = 72 / 25.4

const inPoints = (line: PrintedLine): PrintedLine => ({
  ...line,
  left: line.left * POINT,
  right: line.right * POINT,
  y: line.y * POINT,
  size: line.size * POINT,
})

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
    else if (object.name === 'PathObject') {
      pen.out.paths++
      if (!hidden) for (const rule of pathRules(object, matrix)) pen.out.rules.push(rule)
    }
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

/** Ends of rules that meet are at most so many millimetres apart. */
const NEAR = 0.7

/** Lines of the page: those of the direction most glyphs have come first, turned ones (a margin, a wide table) behind. */
function linesOf(glyphs: readonly Glyph[], rules: readonly Rule[]): PrintedLine[] {
  const turns = ([0, 1, 2, 3] as const).map((turn) => ({ turn, runs: [] as GlyphRun[] }))
  for (const { run, turn } of glyphs) turns[turn]!.runs.push(run)
  const out: PrintedLine[] = []
  for (const { turn, runs } of turns.sort((a, b) => b.runs.length - a.runs.length)) {
    const tables = runs.length
      ? ruledTables(
          rules.map((rule) => turned(rule, turn)),
          NEAR,
        )
      : []
    const middle = (run: GlyphRun) => [run.x + run.width / 2, run.y - run.size * 0.35] as const
    for (const line of tabledLines(runs, tables, middle, (some) => pageLines(some, turn))) out.push(line)
  }
  return out
}

function turned({ x1, y1, x2, y2 }: Rule, turn: Glyph['turn']): Rule {
  if (turn === 0) return { x1, y1, x2, y2 }
  if (turn === 1) return { x1: y1, y1: -x1, x2: y2, y2: -x2 }
  if (turn === 2) return { x1: -x1, y1: -y1, x2: -x2, y2: -y2 }
  return { x1: -y1, y1: x1, x2: -y2, y2: x2 }
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

const inMargin = (line: PrintedLine, height: number) =>
  height > 0 && (line.y < height * MARGIN || line.y > height * (1 - MARGIN))

/** The page's first or last line is dropped where it is only a page number: reflow knows those with dashes, not bare ones. */
function withoutPageNumber(lines: PrintedLine[], height: number, index: number): PrintedLine[] {
  const isNumber = (line: PrintedLine | undefined) =>
    line !== undefined &&
    PAGE_NUMBER.test(line.text) &&
    (inMargin(line, height) || (BARE_NUMBER.test(line.text) && Number(line.text) === index + 1))
  if (lines.length > 1 && isNumber(lines.at(-1))) return lines.slice(0, -1)
  if (lines.length > 1 && isNumber(lines[0])) return lines.slice(1)
  return lines
}
