/**
 * The walk over a DOCX body: paragraphs, runs and tables as lines. Tracked changes are accepted, a choice is read once,
 * codes of fields and hidden text are left out.
 */
import { chain, flag, hasBorders, type Numbering, type Styles } from './docx-styles.js'
import { attr, child, childrenOf, unescapeXml, type XmlNode } from './docx-xml.js'
import type { GridRow } from './source-text.js'
import { type SpannedCell, tableRows } from './table-rows.js'

/** A tab between the columns of a signature. */
const GAP = ' '.repeat(8)
const LEAD: Record<string, string> = { right: ' '.repeat(20), end: ' '.repeat(20), center: GAP }

export interface Context {
  styles: Styles
  numbering: Numbering
  lines: string[]
  /** Indices of lines in the style of a title. */
  titles: number[]
  /** Rows of tables with merged cells, by the index of their line. */
  grids: { line: number; grid: GridRow }[]
  /** How many tables there were so far. */
  tables: number
  /** Fields that are open; text counts only where each is in its result. They may reach over paragraphs. */
  fields: boolean[]
  /** How many of them are not in their result. */
  inCodes: number
  /** Text of a paragraph whose mark was deleted: it runs on into the next. */
  carried: string
  changed: boolean
  /** Whether text is struck out, which is left out. */
  struck: boolean
}

/** A paragraph while its runs are read. */
interface Line {
  text: string
  /** Lines of its text boxes: a masthead in a box stands above the paragraph it is tied to. */
  boxes: string[]
}

/** Reads what stands in a body, a cell or a box as lines. */
export function blocks(parent: XmlNode | undefined, context: Context, out: string[]): void {
  for (const node of childrenOf(parent)) {
    switch (node.name) {
      case 'w:p':
        paragraph(node, context, out)
        break
      case 'w:tbl':
        table(node, context, out)
        break
      case 'mc:AlternateContent':
        blocks(choose(node), context, out)
        break
      case 'w:sdt':
        blocks(child(node, 'w:sdtContent'), context, out)
        break
      case 'w:ins':
      case 'w:moveTo':
        context.changed = true
        blocks(node, context, out)
        break
      case 'w:customXml':
      case 'w:smartTag':
        blocks(node, context, out)
    }
  }
}

/** One branch of a choice: the first with text in it, so that a box is not read twice. */
function choose(node: XmlNode): XmlNode | undefined {
  const branches = [...childrenOf(node)].filter((n) => n.name === 'mc:Choice' || n.name === 'mc:Fallback')
  return branches.find(hasText) ?? branches[0]
}

/** Remembered, because choices nest and each would look through all below it. */
const withText = new WeakMap<XmlNode, boolean>()

function hasText(node: XmlNode): boolean {
  if (node.name === 'w:t') return true
  const known = withText.get(node)
  if (known !== undefined) return known
  let found = false
  for (const c of childrenOf(node)) if (hasText(c)) found = true
  withText.set(node, found)
  return found
}

function paragraph(node: XmlNode, context: Context, out: string[]): void {
  const pPr = child(node, 'w:pPr')
  const style = attr(child(pPr, 'w:pStyle'), 'val')
  const line: Line = { text: '', boxes: [] }
  runs(node, context, line, hiddenBy(style, context))
  const markDeleted = child(child(pPr, 'w:rPr'), 'w:del') !== undefined
  out.push(...line.boxes)
  if (markDeleted) {
    context.changed = true
    context.carried += line.text
    return
  }
  const text = context.carried + line.text
  context.carried = ''
  const own = child(pPr, 'w:numPr')
  const number = context.numbering.next(own, style)
  if (text.trim() === '') {
    // An empty cell may be numbered (序号); an empty paragraph of the sheet is only a gap.
    out.push(out === context.lines ? '' : number)
    return
  }
  if (out === context.lines && isTitle(style, context)) context.titles.push(out.length)
  const lead = LEAD[attr(child(pPr, 'w:jc'), 'val') ?? alignOf(style, context)] ?? ''
  for (const [i, piece] of (number + text).split('\n').entries()) {
    if (i === 0 || piece.trim() !== '') out.push(piece.trim() === '' ? '' : lead + piece)
  }
}

function alignOf(style: string | undefined, context: Context): string {
  for (const { align } of chain(context.styles, style)) if (align !== undefined) return align
  return 'left'
}

function isTitle(style: string | undefined, context: Context): boolean {
  return style !== undefined && /^(?:title|标题)$/i.test(context.styles.get(style)?.name ?? style)
}

function hiddenBy(style: string | undefined, context: Context): boolean {
  for (const { hidden } of chain(context.styles, style)) if (hidden !== undefined) return hidden
  return false
}

/** Elements within a paragraph whose text is not on the sheet. */
const SKIPPED = new Set([
  'w:pPr',
  'w:rPr',
  'w:moveFrom',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:rt',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:footnoteReference',
  'w:endnoteReference',
])

function runs(parent: XmlNode, context: Context, line: Line, hidden: boolean): void {
  for (const node of childrenOf(parent)) {
    const { name } = node
    if (SKIPPED.has(name)) {
      if (name === 'w:moveFrom') context.changed = true
      continue
    }
    if (name === 'w:del') context.changed = true
    else if (name === 'w:r') run(node, context, line, hidden)
    else if (name === 'w:txbxContent') box(node, context, line)
    else if (name === 'mc:AlternateContent') {
      const branch = choose(node)
      if (branch) runs(branch, context, line, hidden)
    } else if (name === 'm:t') put(textOf(node), context, line)
    else {
      if (name === 'w:ins' || name === 'w:moveTo') context.changed = true
      runs(node, context, line, hidden)
    }
  }
}

function run(node: XmlNode, context: Context, line: Line, hidden: boolean): void {
  const rPr = child(node, 'w:rPr')
  const style = attr(child(rPr, 'w:rStyle'), 'val')
  const struck = flag(child(rPr, 'w:strike')) === true || flag(child(rPr, 'w:dstrike')) === true
  if (struck) context.struck = true
  const vanish =
    struck || (flag(child(rPr, 'w:vanish')) ?? (style === undefined ? hidden : hidden || hiddenBy(style, context)))
  for (const c of childrenOf(node)) {
    switch (c.name) {
      case 'w:fldChar':
        field(attr(c, 'fldCharType'), context)
        break
      case 'w:t':
        if (!vanish) put(textOf(c), context, line)
        break
      case 'w:tab':
      case 'w:ptab':
        if (!vanish) put(GAP, context, line)
        break
      case 'w:br':
      case 'w:cr':
        if (!vanish) put('\n', context, line)
        break
      case 'w:noBreakHyphen':
        if (!vanish) put('-', context, line)
        break
      case 'w:sym':
        if (!vanish) put(symbol(c), context, line)
        break
      default:
        if (!SKIPPED.has(c.name) && !vanish) runs({ ...node, children: [c] }, context, line, hidden)
    }
  }
}

function put(text: string, context: Context, line: Line): void {
  if (context.inCodes === 0) line.text += text
}

function field(kind: string | undefined, context: Context): void {
  const { fields } = context
  if (kind === 'begin') {
    fields.push(false)
    context.inCodes++
  } else if (kind === 'separate' && fields[fields.length - 1] === false) {
    fields[fields.length - 1] = true
    context.inCodes--
  } else if (kind === 'end' && fields.pop() === false) context.inCodes--
}

function textOf(node: XmlNode): string {
  let text = ''
  for (const c of node.children) if (typeof c === 'string') text += c
  // A raw line end within w:t is a blank; a tab would look like the border of a cell.
  return unescapeXml(text).replace(/[\t\r\n]+/g, ' ')
}

/** Boxes to tick of the symbol fonts; other signs are ornaments. */
function symbol(node: XmlNode): string {
  const code = Number.parseInt(attr(node, 'char') ?? '', 16) & 0xff
  const font = attr(node, 'font') ?? ''
  if (/^Wingdings 2$/i.test(font)) return code === 0x52 ? '☑' : code === 0xa3 || code === 0x2a ? '□' : ''
  if (/^Wingdings$/i.test(font)) return code === 0xfe ? '☑' : code === 0x6f || code === 0xa8 ? '□' : ''
  return ''
}

function box(node: XmlNode, context: Context, line: Line): void {
  // A box is a story of its own: fields of the paragraph around it do not reach into it.
  const inner: Context = { ...context, fields: [], inCodes: 0, carried: '' }
  blocks(node, inner, line.boxes)
  context.changed ||= inner.changed
  context.struck ||= inner.struck
  context.tables = inner.tables
}

/** A cell with the lines it holds. */
interface Cell extends SpannedCell {
  lines: string[]
}

function table(node: XmlNode, context: Context, out: string[]): void {
  const rows = [...rowsOf(node, context)]
  const border = isLayout(node, rows, context) ? GAP : '\t'
  const cells = cellsOfTable(rows, context)
  for (const { cells: own, count, grid } of tableRows(rows.length, cells, context.tables++)) {
    // A row of one cell is layout: a frame around the text, or a remark across the table.
    if (count === 1) {
      out.push(...own.flatMap(({ lines }) => lines))
      continue
    }
    if (grid && out === context.lines) context.grids.push({ line: out.length, grid })
    out.push(own.map(({ lines }) => joined(lines)).join(border))
  }
}

const joined = (lines: readonly string[]) =>
  lines
    .map((line) => line.replaceAll('\t', ' ').trim())
    .filter(Boolean)
    .join(' ')

/** More columns than Word allows. */
const MAX_COLUMNS = 64

const spanOf = (value: string | undefined) => Math.min(MAX_COLUMNS, Math.max(1, Number(value ?? 1) || 1))

/** Columns that a row leaves out at its left. */
function skipped(row: XmlNode): number {
  const before = Number(attr(child(child(row, 'w:trPr'), 'w:gridBefore'), 'val') ?? 0)
  return before > 0 && before < MAX_COLUMNS ? before : 0
}

/** The cells of a table with what they span. A cell that goes on below is one. */
function cellsOfTable(rows: readonly XmlNode[], context: Context): Cell[] {
  const cells: Cell[] = []
  /** Cells that may go on in the next row, by column. */
  let above = new Map<number, Cell>()
  rows.forEach((row, r) => {
    const next: typeof above = new Map()
    let column = 0
    for (; column < skipped(row); column++) cells.push({ row: r, column, rowSpan: 1, columnSpan: 1, lines: [] })
    let left: Cell | undefined
    for (const node of cellsOf(row)) {
      const tcPr = child(node, 'w:tcPr')
      const columnSpan = spanOf(attr(child(tcPr, 'w:gridSpan'), 'val'))
      const lines: string[] = []
      blocks(node, context, lines)
      const upper = goesOn(child(tcPr, 'w:vMerge')) ? above.get(column) : undefined
      if (goesOn(child(tcPr, 'w:hMerge')) && left) left.columnSpan += columnSpan
      else {
        if (upper) upper.rowSpan = r - upper.row + 1
        else {
          left = { row: r, column, rowSpan: 1, columnSpan, lines }
          cells.push(left)
        }
        next.set(column, upper ?? left!)
      }
      column += columnSpan
    }
    above = next
  })
  return cells
}

/** A merge without a value continues the cell before. */
const goesOn = (merge: XmlNode | undefined) => merge !== undefined && attr(merge, 'val') !== 'restart'

/** Few columns without a rule between them only set words side by side: the bodies of a joint signature. */
function isLayout(node: XmlNode, rows: readonly XmlNode[], context: Context): boolean {
  const tblPr = child(node, 'w:tblPr')
  if (hasBorders(child(tblPr, 'w:tblBorders'))) return false
  const style = attr(child(tblPr, 'w:tblStyle'), 'val')
  if (style !== undefined) for (const { bordered } of chain(context.styles, style)) if (bordered) return false
  return rows.every((row) => {
    const cells = [...cellsOf(row)]
    return cells.length <= 3 && !cells.some((c) => hasBorders(child(child(c, 'w:tcPr'), 'w:tcBorders')))
  })
}

function* rowsOf(parent: XmlNode | undefined, context: Context): Generator<XmlNode> {
  for (const node of childrenOf(parent)) {
    if (node.name === 'w:tr') {
      if (child(child(node, 'w:trPr'), 'w:del')) context.changed = true
      else yield node
    } else if (node.name === 'w:sdt') yield* rowsOf(child(node, 'w:sdtContent'), context)
    else if (node.name === 'w:customXml' || node.name === 'w:ins') yield* rowsOf(node, context)
  }
}

function* cellsOf(parent: XmlNode | undefined): Generator<XmlNode> {
  for (const node of childrenOf(parent)) {
    if (node.name === 'w:tc') yield node
    else if (node.name === 'w:sdt') yield* cellsOf(child(node, 'w:sdtContent'))
    else if (node.name === 'w:customXml') yield* cellsOf(node)
  }
}
