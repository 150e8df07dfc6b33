/**
 * OFD (GB/T 33190-2016): fixed-layout pages in a ZIP package. The text drawn on each page is put back into lines;
 * annotations and seals are no part of it.
 */
import type { Diagnostic, Span } from '../types.js'
import { UnreadableNoticeError } from './errors.js'
import { keepLayout, packLayout } from './layout.js'
import { type OfdPackage, openPackage, readPart, resolvePart, tryPart } from './ofd-package.js'
import { openPage, type PageContent, type PageReader } from './ofd-page.js'
import { childNamed, childrenNamed, type XmlElement, XmlProblem } from './ofd-xml.js'
import { joinPages } from './printed-pages.js'
import { asSource, makeSource, type ReadResult } from './source-text.js'

const MAX_PAGES = 2000

/** Lengths of OFD are millimetres. */
const POINTS = 72 / 25.4

/**
 * Reads the pages of all documents in the package, in order. `source.text` is the text read, `source.pages` where each
 * page stands in it.
 *
 * Rejects with `UnreadableNoticeError`: `broken`, `unsupported` (encrypted) or `too-large`. A single page that cannot be
 * read, and pages that hold only images, become diagnostics.
 */
export async function readOfd(
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
  limits: { maxPages?: number } = {},
): Promise<ReadResult> {
  const pack = openPackage(bytes, filename, diagnostics)
  const limit = limits.maxPages ?? MAX_PAGES
  const { pages, more } = readPages(pack, limit)
  if (more)
    diagnostics.push({
      ruleId: 'read/truncated',
      reason: `there are more pages: only the first ${limit} were read`,
      span: null,
      severity: 'warning',
    })
  if (pages.every((page) => page === LOST)) {
    const reason = diagnostics.find((d) => d.ruleId === 'read/broken-part')?.reason ?? 'it names none'
    throw new UnreadableNoticeError('broken', `no page of the OFD package can be read: ${reason}`, filename)
  }
  const { text, spans, placed, marks } = joinPages(pages)
  reportPictures(pages, spans, diagnostics)
  reportUnmapped(text, diagnostics)
  const source = { ...makeSource(text, 'ofd', filename), pages: spans }
  keepLayout(source, packLayout(placed, POINTS))
  return {
    source,
    raw: asSource(text),
    marks,
    wrapped: true,
  }
}

/** A page that cannot be read keeps its place, so that the others keep their numbers. */
const LOST: PageContent = { lines: [], pictures: 0, height: 0 }

/** Pages of all documents, up to the limit, and whether there are more. */
function readPages(pack: OfdPackage, limit: number): { pages: PageContent[]; more: boolean } {
  const pages: PageContent[] = []
  const seen = new Set<string>()
  for (const body of childrenNamed(rootPart(pack, 'OFD.xml'), 'DocBody')) {
    const reference = childNamed(body, 'DocRoot')?.text ?? ''
    const name = resolvePart('OFD.xml', reference)
    if (reference.trim() === '' || seen.has(name)) continue
    seen.add(name)
    for (const page of readDocument(pack, name, seen, limit - pages.length + 1)) pages.push(page)
    if (pages.length > limit) return { pages: pages.slice(0, limit), more: true }
  }
  return { pages, more: false }
}

/** Parts without which nothing can be read. */
function rootPart(pack: OfdPackage, name: string): XmlElement {
  try {
    return readPart(pack, name)
  } catch (cause) {
    if (!(cause instanceof XmlProblem)) throw cause
    throw new UnreadableNoticeError('broken', `this is no OFD package: ${cause.message}`, pack.filename, { cause })
  }
}

function readDocument(pack: OfdPackage, name: string, seen: Set<string>, limit: number): PageContent[] {
  const document = tryPart(pack, name, 'error')
  if (!document) return []
  const reader: PageReader = {
    pack,
    name,
    common: childNamed(document, 'CommonData'),
    templates: new Map(),
    units: null,
  }
  const out: PageContent[] = []
  for (const page of childrenNamed(childNamed(document, 'Pages') ?? document, 'Page')) {
    const part = resolvePart(name, page.attributes.BaseLoc ?? '')
    // A page named twice is a mistake or a bomb.
    if (seen.has(part)) continue
    seen.add(part)
    const content = openPage(reader, part, out.length)
    out.push(content ?? LOST)
    if (out.length === limit) break
  }
  return out
}

function reportPictures(pages: readonly PageContent[], spans: readonly Span[], diagnostics: Diagnostic[]): void {
  const bare = pages.flatMap((page, i) => (page.lines.length === 0 && page.pictures > 0 ? [i] : []))
  if (bare.length === 0) return
  const all = pages.every((page) => page.lines.length === 0)
  const list = bare.slice(0, 10).map((i) => i + 1)
  diagnostics.push({
    ruleId: 'read/no-text-layer',
    reason: all
      ? 'the pages are images without text'
      : `${bare.length} of ${pages.length} pages are images without text: ${list.join(', ')}${bare.length > 10 ? ', …' : ''}`,
    span: all ? null : spans[bare[0]!]!,
    severity: 'error',
  })
}

/** Converters print ¤ or private characters where a font does not say what its glyphs mean. */
function reportUnmapped(text: string, diagnostics: Diagnostic[]): void {
  const count = (text.match(/[¤\ue000-\uf8ff\ufffd]/g) ?? []).length
  if (count < 5 || count < text.length * 0.05) return
  diagnostics.push({
    ruleId: 'read/unmapped-glyphs',
    reason: `${count} glyphs of the pages have no character`,
    span: null,
    severity: 'warning',
  })
}
