/** The way of a notice: read → parse → extract → resolve. */
import { createContext } from './extract/context.js'
import { type ExtractOptions, type Extractor, type FieldsOf, isExtractor } from './extract/define.js'
import { extractors as builtin } from './extract/index.js'
import { emptyFields, runExtractors } from './extract/resolve.js'
import { isUnits, ofUnits } from './grammar.js'
import { daysIn } from './knowledge/days.js'
import { reflow } from './parse/lines.js'
import { recognize } from './parse/recognize.js'
import type { NoticeTree } from './parse/tree.js'
import { structure } from './parse/zones/index.js'
import { readHtml } from './read/html.js'
import { readMarkdown } from './read/markdown.js'
import { fold } from './read/normalize.js'
import { isTraditional, restoreScript, simplified } from './read/script.js'
import { sniffText } from './read/sniff.js'
import type { ReadResult, SourceText } from './read/source-text.js'
import { readText } from './read/text.js'
import type { Carrier, Diagnostic, Notice } from './types.js'

/** What `parseNotice` can be told. */
export interface ParseOptions<List extends readonly Extractor[] = readonly []> extends ExtractOptions {
  /** What the string is; sniffed when absent. */
  carrier?: 'text' | 'markdown' | 'html'
  /** Name of the input, for sniffing and for messages. */
  filename?: string
  /** Fields to read instead of the built-in list: `[...extractors, mine]`. */
  extractors?: List
}

/** The fields of a user's own extractors that `Notice` does not have. */
export type Extra<List extends readonly Extractor[]> = Omit<FieldsOf<List>, keyof Notice>

interface StringOptions {
  carrier?: Carrier
  filename?: string
  encoding?: string
}

/** Reads a decoded string by its carrier; one in traditional characters as its simplified reading. */
export function readString(text: string, options: StringOptions, diagnostics: Diagnostic[]): ReadResult {
  const said: Diagnostic[] = []
  const read = readAsItIs(text, options, said)
  if (!isTraditional(read.raw.text)) {
    diagnostics.push(...said)
    return read
  }
  const again = readAsItIs(simplified(text), options, diagnostics)
  return { ...again, source: { ...again.source, text }, isSimplified: true }
}

function readAsItIs(text: string, options: StringOptions, diagnostics: Diagnostic[]): ReadResult {
  const carrier = options.carrier ?? sniffText(text, options.filename)
  if (carrier === 'markdown') {
    const read = readMarkdown(text, options.filename, options.encoding, diagnostics)
    if (read) return read
    diagnostics.push({
      ruleId: 'read/markdown-too-deep',
      reason: 'the Markdown is too large or too deeply nested to parse; it was read as plain lines',
      span: null,
      severity: 'warning',
    })
  }
  if (carrier === 'html') return readHtml(text, options.filename, options.encoding, diagnostics)
  return readText(text, options.filename, options.encoding)
}

const units = new WeakMap<ReadResult, boolean>()

/** Whether every character of what was read is one code unit: nearly always, once pictures are folded away. */
function isOfUnits({ head, links }: ReadResult, folded: string): boolean {
  return (
    isUnits(folded) &&
    (head ?? []).every(({ label, text }) => isUnits(label) && isUnits(text)) &&
    (links ?? []).every(({ href, text }) => isUnits(href ?? '') && isUnits(text))
  )
}

/** The folded text; what folding made an ideograph of (radicals, compatibility forms) may be a traditional one. */
function foldedOf({ raw, isSimplified }: ReadResult): SourceText {
  const folded = fold(raw)
  return isSimplified ? { ...folded, text: simplified(folded.text) } : folded
}

/** From what was read to the tree of zones and elements. */
export function parseTree(read: ReadResult, diagnostics: Diagnostic[]): NoticeTree {
  const folded = foldedOf(read)
  const safe = isOfUnits(read, folded.text)
  units.set(read, safe)
  return ofUnits(safe, () => treeOfRead(read, folded, diagnostics))
}

function treeOfRead(read: ReadResult, folded: SourceText, diagnostics: Diagnostic[]): NoticeTree {
  const tree = structure(read, reflow(folded, read))
  const { text } = read.source
  if (text.trim() === '')
    diagnostics.push({ ruleId: 'read/empty', reason: 'the input is empty', span: null, severity: 'error' })
  else if (/[\0\u0001-\u0008]/.test(read.raw.text.slice(0, 100_000))) {
    diagnostics.push({
      ruleId: 'read/control-characters',
      reason: 'the input holds control characters: it may not be text',
      span: null,
      severity: 'warning',
    })
  }
  tree.recognized = recognize(tree)
  return tree
}

/** From the tree to the fields. A tree that is no notice gives empty fields and a diagnostic. */
export function extractTree<const List extends readonly Extractor[] = readonly []>(
  tree: NoticeTree,
  options: ExtractOptions & { extractors?: List } = {},
  diagnostics: Diagnostic[] = [],
): Notice & Extra<List> {
  const fields = emptyFields() as Record<string, unknown>
  const list: readonly Extractor[] = options.extractors ?? builtin
  if (list !== builtin) for (const extractor of list) fields[extractor.name] ??= extractor.many ? [] : null
  // An extractor of somebody's own may ask its rules about any text.
  const safe = list === builtin && units.get(tree.read) === true
  if (tree.recognized) ofUnits(safe, () => runExtractors(createContext(tree, options, diagnostics), list, fields))
  else if (!diagnostics.some((d) => d.ruleId === 'read/empty')) {
    diagnostics.push({
      ruleId: 'notice/not-recognized',
      reason: 'this does not look like a notice: no field was read',
      span: null,
      severity: 'warning',
    })
  }
  if (tree.read.isSimplified) restoreScript(fields, tree.read.source.text)
  const notice = { source: tree.read.source, ...fields, diagnostics } as unknown as Notice & Extra<List>
  if (tree.recognized) reportAbsent(notice, diagnostics)
  return notice
}

/** What a reader would ask after first: said when it is not there. */
function reportAbsent(notice: Notice, diagnostics: Diagnostic[]): void {
  const say = (ruleId: string, reason: string) => diagnostics.push({ ruleId, reason, span: null, severity: 'info' })
  if (!notice.title) say('title/missing', 'no title is printed')
  if (!notice.issuingBodies.length) say('issuingBodies/missing', 'no issuing body is printed')
  if (!notice.dates.some((d) => d.role === 'signed')) say('dates/not-signed', 'no day of signing is printed')
}

/**
 * Reads one notice from a string: plain text, Markdown or HTML. Pure: no clock, no network, no environment.
 *
 * Never throws on content; a wrong argument type throws `TypeError`. Cost is linear in the length.
 */
export function parseNotice<const List extends readonly Extractor[] = readonly []>(
  input: string,
  options: ParseOptions<List> = {},
): Notice & Extra<List> {
  if (typeof input !== 'string')
    throw new TypeError(`parseNotice: input must be a string, not ${input === null ? 'null' : typeof input}`)
  checkOptions(options, 'parseNotice')
  const diagnostics: Diagnostic[] = []
  const read = readString(input, options, diagnostics)
  return extractTree(parseTree(read, diagnostics), options, diagnostics)
}

export function checkOptions(options: unknown, name: string): void {
  const fail = (what: string): never => {
    throw new TypeError(`${name}: ${what}`)
  }
  if (options === null || typeof options !== 'object') fail('options must be an object')
  const { referenceDate, carrier, extractors, segmenter, baseUrl, filename } = options as Record<string, unknown>
  if (referenceDate !== undefined && !isIsoDay(referenceDate))
    fail('options.referenceDate must be an ISO day (YYYY-MM-DD)')
  if (carrier !== undefined && !CARRIERS.includes(carrier as string))
    fail(`options.carrier must be one of ${CARRIERS.join(', ')}`)
  if (extractors !== undefined && !(Array.isArray(extractors) && extractors.every(isExtractor)))
    fail('options.extractors must be a list of extractors')
  if (filename !== undefined && typeof filename !== 'string') fail('options.filename must be a string')
  if (baseUrl !== undefined && !isAddress(baseUrl)) fail('options.baseUrl must be an absolute URL')
  if (segmenter !== undefined && typeof (segmenter as { words?: unknown } | null)?.words !== 'function')
    fail('options.segmenter must have a words function')
}

function isAddress(value: unknown): boolean {
  if (typeof value !== 'string') return false
  try {
    return new URL(value).href !== ''
  } catch {
    return false
  }
}

const CARRIERS: readonly string[] = ['text', 'markdown', 'html']

function isIsoDay(value: unknown): boolean {
  const m = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})(?:$|T)/.exec(value) : null
  return (
    m !== null &&
    Number(m[2]) >= 1 &&
    Number(m[2]) <= 12 &&
    Number(m[3]) >= 1 &&
    Number(m[3]) <= daysIn(Number(m[1]), Number(m[2]))
  )
}
