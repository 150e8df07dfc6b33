/**
 * Pages of the web, as sites publish notices. Text is copied from the page by offset, character references and all, so
 * every span points into the raw input; what the page puts around the notice is left out.
 */
import htmlGrammar from '../../grammars/html.js'
import { page as data } from '../../grammars/lexicon/page.js'
import { compile, isUnits, ofUnits } from '../grammar.js'
import type { Diagnostic } from '../types.js'
import { linesOf, type PageFile, type PageText } from './html-lines.js'
import type { Pair } from './html-pairs.js'
import { type Kept, noticeLines } from './html-region.js'
import { type Attribute, type Page, parsePage } from './html-tree.js'
import { type FileLink, fileLink } from './links.js'
import { Builder, fromAt, type Mark, makeSource, markAt, type ReadResult, toAt } from './source-text.js'
import { struckOut } from './struck.js'

const rules = compile(htmlGrammar)
/** Lines among which a page states its day of publication. */
const HEAD_LINES = 12

export function readHtml(
  text: string,
  filename?: string,
  encoding?: string,
  diagnostics: Diagnostic[] = [],
): ReadResult {
  const page = parsePage(text)
  const lines = linesOf(page)
  for (const i of lines.struck) {
    const { start, last } = page.nodes[i]!
    diagnostics.push(struckOut({ start, end: page.nodes[last - 1]!.end }))
  }
  const title = pageTitle(page)
  const { kept, titled, files } = ofUnits(isUnits(lines.text.text) && isUnits(title), () =>
    noticeLines(page, lines, title),
  )
  const writer = new Assembler(lines)
  // What only the page's head states stands in for what the page does not show.
  const meta = metaOf(page)
  const dated = kept.slice(0, HEAD_LINES).some((k) => isDated(k, lines))
  const day = metaValue(meta, data.metaPublished) ?? (dated ? null : dayElement(page))
  if (day && !dated) writer.value('发布日期:', day, page)
  const heading = metaValue(meta, data.metaTitle)
  if (heading && !titled) writer.value('', heading, page)
  const origin = metaValue(meta, data.metaSource)
  if (origin) writer.value('内容来源:', origin, page)
  for (const one of kept) if (one.moved) writer.line(one)
  for (const one of kept) if (!one.moved) writer.line(one)
  const base = page.nodes.find((node) => node.name === 'base' && node.attributes?.href)?.attributes?.href?.value
  return {
    source: makeSource(text, 'html', filename, encoding),
    raw: writer.out.build(),
    marks: writer.marks,
    wrapped: false,
    links: files.map((file) => linkOf(page, lines, file)),
    head: [
      ...(day && dated ? [headValue('发布日期', day)] : []),
      ...(heading && titled ? [headValue('标题', heading)] : []),
    ],
    ...(base === undefined ? {} : { base }),
  }
}

/** The day in the element that a publishing system keeps for it, where nothing else labels it. */
function dayElement({ nodes, source }: Page): Attribute | null {
  for (let i = 0; i + 1 < nodes.length; i++) {
    const id = nodes[i]!.attributes?.id?.value
    const text = nodes[i + 1]!
    if (id === undefined || text.name !== '' || text.parent !== i || !DAY_IDS.has(id.toLowerCase())) continue
    const value = source.slice(text.start, text.end)
    const start = text.start + value.length - value.trimStart().length
    if (rules.dateAlone.test(value.trim())) return { value: value.trim(), start, end: start + value.trim().length }
  }
  return null
}

const DAY_IDS: ReadonlySet<string> = new Set(data.dayIds)

const headValue = (label: string, { value, start, end }: Attribute) => ({ label, text: value, span: { start, end } })

function linkOf({ nodes }: Page, { text }: PageText, { node, start, end }: PageFile): FileLink {
  const href = nodes[node]!.attributes?.href?.value ?? ''
  return fileLink(href, text.text.slice(start, end), fromAt(text, start), toAt(text, end - 1))
}

const isDated = (kept: Kept, { text }: PageText) =>
  kept.pairs.some((p) => p.label === '发布日期' || p.label === '公开日期') ||
  (kept.line.size < 200 && rules.published.test(text.text.slice(kept.line.start, kept.line.end).normalize('NFKC')))

/** Text of the <title>: evidence for the heading on the page, never the notice's title itself. */
function pageTitle({ nodes, source }: Page): string {
  const title = nodes.findIndex((n) => n.name === 'title')
  const text = title < 0 ? undefined : nodes[title + 1]
  return text?.name === '' && text.parent === title
    ? source.slice(text.start, Math.min(text.end, text.start + 400))
    : ''
}

/** The page's `<meta name="…" content="…">` by their names in lower case, the first of each. */
function metaOf({ nodes }: Page): Map<string, Attribute> {
  const out = new Map<string, Attribute>()
  for (const { name, attributes } of nodes) {
    if (name !== 'meta' || !attributes?.content || attributes.content.value.trim() === '') continue
    const own = (attributes.name?.value ?? attributes.property?.value ?? '').toLowerCase()
    if (!out.has(own)) out.set(own, attributes.content)
  }
  return out
}

function metaValue(meta: Map<string, Attribute>, names: readonly string[]): Attribute | null {
  for (const name of names) {
    const value = meta.get(name)
    if (value) return value
  }
  return null
}

/** Puts the kept lines together. */
class Assembler {
  readonly out: Builder
  readonly marks: Mark[] = []
  /** Behind the last line in the page's own order; line ends carry it, so that marks find their lines. */
  private behind = 0

  constructor(private readonly lines: PageText) {
    this.out = new Builder(lines.text.text.length + 64)
  }

  line({ line, kind, pairs, moved }: Kept): void {
    const { text } = this.lines
    const at = fromAt(text, line.start)
    if (pairs.length) {
      for (const pair of pairs) this.pair(pair, moved)
      return
    }
    this.newline(line.gap)
    if (!moved) {
      if (kind === 'heading') this.marks.push(markAt(at, 'heading', 1))
      else if (line.heading) this.marks.push(markAt(at, 'heading', line.heading))
      else if (line.row) this.marks.push(markAt(at, 'cell', undefined, line.grid ?? undefined))
      else if (line.strong) this.marks.push(markAt(at, 'strong'))
      this.behind = Math.max(this.behind, toAt(text, line.end - 1))
    }
    if (line.number && !this.printsNumber(line.start, line.end)) this.out.pushText(line.number, at, at)
    this.copy(line.start, line.end)
  }

  value(label: string, { value, start, end }: Attribute, page: Page): void {
    this.newline(0)
    this.out.pushText(label, start, start)
    if (value.length === end - start) this.out.pushSlice(page.source, start, end)
    else this.out.pushText(value, start, end)
    if (label === '') this.marks.push(markAt(start, 'heading', 1))
    this.behind = Math.max(this.behind, end)
  }

  private pair(pair: Pair, moved: boolean): void {
    const { text } = this.lines
    const start = fromAt(text, pair.labelStart)
    const end = pair.labelEnd > pair.labelStart ? toAt(text, pair.labelEnd - 1) : start
    this.newline(0)
    if (!moved) {
      if (pair.label !== '' && pair.label !== '附件') this.marks.push(markAt(start, 'metadata'))
      this.behind = Math.max(this.behind, toAt(text, pair.valueEnd - 1))
    }
    if (pair.label !== '') this.out.pushText(`${pair.label}:`, start, end)
    this.copy(pair.valueStart, pair.valueEnd)
  }

  private newline(gap: number): void {
    for (let k = this.out.length ? -1 : 0; k < Math.min(gap, 3); k++) this.out.push(0x0a, this.behind, this.behind)
  }

  private printsNumber(start: number, end: number): boolean {
    return rules.ownNumber.test(this.lines.text.text.slice(start, Math.min(end, start + 12)).normalize('NFKC'))
  }

  private copy(start: number, end: number): void {
    this.out.pushRange(this.lines.text, start, end)
  }
}
