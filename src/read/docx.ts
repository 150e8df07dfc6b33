/**
 * DOCX (ECMA-376), also as WPS writes it. Own reader: automatic numbers, text boxes and tracked changes as accepted are
 * part of what a reader of the sheet sees. Indentation stands in for alignment, tabs for the borders of table cells.
 */
import type { Diagnostic } from '../types.js'
import { blocks, type Context } from './docx-body.js'
import { Numbering, readStyles } from './docx-styles.js'
import { attr, child, childrenOf, parseXml, type XmlNode } from './docx-xml.js'
import { UnreadableNoticeError } from './errors.js'
import { withNotes } from './notes.js'
import { asSource, type Mark, makeSource, markAt, type ReadResult } from './source-text.js'
import { struckOut } from './struck.js'
import { unzipBounded } from './zip.js'

const MAX_XML = 64 * 1024 * 1024
/** Parts that may hold text of the sheet; pictures, themes and properties are never inflated. */
const isText = (name: string) =>
  /\.(?:xml|rels)$/i.test(name) && !/(?:^|\/)(?:customXml|docProps|theme|charts|diagrams|media|embeddings)\//.test(name)

/** Reads a DOCX package. Rejects with `UnreadableNoticeError` ('broken', 'too-large', 'unsupported'). */
export async function readDocx(
  bytes: Uint8Array,
  filename: string | undefined,
  diagnostics: Diagnostic[],
): Promise<ReadResult> {
  const parts = unzipBounded(bytes, { maxBytes: MAX_XML, filter: isText, filename })
  const main = mainPart(parts, filename)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const part = (name: string): XmlNode | null => {
    const data = parts.get(folder + name)
    return data ? parseXml(data, filename) : null
  }
  const styles = readStyles(part('styles.xml'))
  const numbering = new Numbering(part('numbering.xml'), styles)
  const context: Context = {
    styles,
    numbering,
    lines: [],
    titles: [],
    grids: [],
    tables: 0,
    fields: [],
    inCodes: 0,
    carried: '',
    changed: false,
    struck: false,
  }
  const root = part(main.slice(folder.length))!
  if (root.name !== 'w:document') throw new UnreadableNoticeError('unsupported', 'this is no text document', filename)
  blocks(child(root, 'w:body'), context, context.lines)
  if (context.carried) context.lines.push(context.carried)
  if (context.lines.every((line) => line.trim() === '')) readMargins(parts, folder, context, part)
  if (context.struck) diagnostics.push(struckOut(null))
  if (context.changed)
    diagnostics.push({
      ruleId: 'read/tracked-changes',
      reason: 'the document holds tracked changes: it was read as if all were accepted',
      span: null,
      severity: 'info',
    })
  const notes = readNotes(context, part)
  const { text, marks } = withNotes(context.lines, notes)
  return {
    source: makeSource(text, 'docx', filename),
    raw: asSource(text),
    marks: [...lineMarks(context), ...marks],
    wrapped: false,
  }
}

/** The part that the package's relations name as the document. */
function mainPart(parts: Map<string, Uint8Array>, filename: string | undefined): string {
  const rels = parts.get('_rels/.rels')
  for (const rel of rels ? childrenOf(parseXml(rels, filename)) : []) {
    const target = attr(rel, 'Target')?.replace(/^\//, '')
    if (attr(rel, 'Type')?.endsWith('/officeDocument') && target !== undefined && parts.has(target)) return target
  }
  if (parts.has('word/document.xml')) return 'word/document.xml'
  throw new UnreadableNoticeError('unsupported', 'this ZIP package holds no Word document', filename)
}

/** Footnotes and endnotes, without the rules that part them from the text. */
function readNotes(context: Context, part: (name: string) => XmlNode | null): string[] {
  const out: string[] = []
  for (const kind of ['footnote', 'endnote']) {
    for (const note of childrenOf(part(`${kind}s.xml`) ?? undefined)) {
      // A note is one story: its lines are one paragraph behind the text.
      if (note.name !== `w:${kind}` || /eparator|Notice/.test(attr(note, 'type') ?? '')) continue
      const lines: string[] = []
      blocks(note, { ...context, lines: [], titles: [], fields: [], inCodes: 0, carried: '' }, lines)
      out.push(
        lines
          .map((line) => line.trim())
          .filter(Boolean)
          .join(' '),
      )
    }
  }
  return out
}

/** Headers and footers, only where the sheet itself is empty. */
function readMargins(
  parts: Map<string, Uint8Array>,
  folder: string,
  context: Context,
  part: (name: string) => XmlNode | null,
): void {
  for (const kind of ['header', 'footer']) {
    for (const name of [...parts.keys()].sort())
      if (name.startsWith(folder + kind)) blocks(part(name.slice(folder.length)) ?? undefined, context, context.lines)
  }
}

/** Titles and rows of tables, by their places in the text. */
function lineMarks({ lines, titles, grids }: Context): Mark[] {
  const marks: Mark[] = []
  let at = 0
  let title = 0
  let row = 0
  lines.forEach((line, i) => {
    if (titles[title] === i) {
      marks.push(markAt(at, 'heading', 1))
      title++
    }
    if (grids[row]?.line === i) marks.push(markAt(at, 'cell', undefined, grids[row++]!.grid))
    at += line.length + 1
  })
  return marks
}
