/** A line that holds a whole text, as stores of crawled pages keep it: its paragraphs are told by indents, tabs or numbers. */
import layoutGrammar from '../../grammars/layout.js'
import { type CompiledRule, compile } from '../grammar.js'

const layout = compile(layoutGrammar)

/** Shorter lines hold no whole text beside others; the least that one alone does. */
const RUN_ON = 240
const ALONE = 120
/** The same where tabs part them, or a title begins it. */
const SHORTEST = 80
/** No such line with who signs, the day and a number is shorter. */
const SIGNED = 30
/** Fewer cells are a row of a table. */
const CELLS = 6

/** What parts the paragraphs of a line. */
export type Parting = 'indents' | 'tabs' | 'flat' | 'solid' | 'summary'

/** What parts the paragraphs of the line between the offsets; null for a line that is one paragraph. `before`: of the line above. */
export function partingOf(text: string, start: number, end: number, before: Parting | null): Parting | null {
  const size = end - start
  if (size >= SIGNED && size < RUN_ON && isSignedRow(text, start, end)) return 'indents'
  // Beside other lines of its length it is one of them.
  const whole = size * 2 >= text.length
  if (size < SHORTEST) return null
  if (!whole && size < RUN_ON) {
    if (size < ALONE || size * 4 < text.length) return null
    return before === 'solid' || layout.solidHead.test(text.slice(start, end).trim()) ? 'solid' : null
  }
  const line = text.slice(start, end).trim()
  if (size < ALONE) return isTabbed(line) ? 'tabs' : layout.solidHead.test(line) ? 'solid' : null
  if (whole && layout.flatFirst.test(line) && layout.flatSecond.test(line)) return 'flat'
  if (isIndented(line)) return 'indents'
  if (whole && layout.summaryHead.test(line)) return 'summary'
  // Two pages, each on a line.
  if (!whole) return size * 4 >= text.length && (before === 'solid' || layout.solidHead.test(line)) ? 'solid' : null
  if (isTabbed(line)) return 'tabs'
  return before === 'solid' || isSolid(line) || layout.solidHead.test(line) ? 'solid' : isForm(line) ? 'flat' : null
}

/** Who signs, the day and whom to ask, on one line with wide gaps between them. */
const isSignedRow = (text: string, start: number, end: number): boolean => {
  const line = text.slice(start, end)
  return line.includes('   ') && layout.signedRow.test(line)
}

/** As many labels behind gaps as no paragraph holds. */
const LABELS = 8

function isForm(line: string): boolean {
  let at = 0
  for (let n = 0; n < LABELS; n++) {
    const label = layout.flatLabel.find(line, at)
    if (!label) return false
    at = label.end
  }
  return true
}

/** Three headings in their order, with text between them. */
function isSolid(line: string): boolean {
  const one = layout.solidFirst.find(line)
  const two = one && layout.solidSecond.find(line, one.end + BETWEEN)
  return two !== null && layout.solidThird.find(line, two.end + BETWEEN) !== null
}
/** Nearer ones are a list within a sentence. */
const BETWEEN = 20

function isIndented(line: string): boolean {
  const pieces = line.split(/ {2,}/)
  const stops = pieces.filter((piece) => layout.sentenceEnd.test(piece.slice(-4)) && !isLabelLast(piece)).length
  return pieces.length > 3 && (stops * 3 >= pieces.length - 1 || stops >= STOPS)
}
/** As many sentences behind gaps as no row of a table holds, whatever form stands below them. */
const STOPS = 8

/** Whether a piece ends in a label, whose value stands behind the gap. */
const isLabelLast = (piece: string): boolean =>
  piece.endsWith(':') && layout.cellLabel.test(piece.slice(piece.lastIndexOf(' ') + 1))

/** No cell of a row is longer. */
const TOLD = 120

/** Many cells, some of which end a sentence or begin an item: no row of a table. */
function isTabbed(line: string): boolean {
  const cells = line.split(/\t[ \t]*/)
  if (cells.length < CELLS) return false
  const prose = (cell: string) => layout.itemStart.test(cell) || (cell.length > 20 && layout.sentenceEnd.test(cell))
  return cells.filter(prose).length > 1 || cells.some((cell) => cell.length > TOLD && prose(cell))
}

/** Where the paragraph that begins at `start` ends; `end` for the last one. */
export function partEnd(text: string, start: number, end: number, parting: Parting): number {
  // Within the line only: a search of the whole text for each line is quadratic.
  const line = text.slice(start, end)
  const lead = line.length - line.trimStart().length
  let at: number
  if (parting === 'indents') at = line.indexOf('  ', lead)
  else if (parting === 'tabs') at = tabIn(line, lead)
  else at = findIn(parting === 'flat' ? layout.flatPart : layout.solidPart, line, lead + 1)
  // The summary ends where the first heading stands.
  if (parting === 'summary' && !layout.itemStart.test(line.slice(lead, lead + 8))) {
    const label = findIn(layout.summaryPart, line, lead + 1)
    if (label >= 0 && (at < 0 || label < at)) at = label
  }
  return at < 0 ? end : start + at
}

/** How far a rule looks at once, and what of the text on either side it is shown with that. */
const WINDOW = 1024
const BESIDE = 64

/** Where a rule first matches from `from` on; -1 for nowhere. Window by window: what a rule asks of all its text it would ask for each part. */
function findIn(rule: CompiledRule, line: string, from: number): number {
  for (let at = from; at < line.length; at += WINDOW) {
    const start = Math.max(0, at - BESIDE)
    const m = rule.find(line.slice(start, at + WINDOW + BESIDE), at - start)
    if (m) return start + m.start
  }
  return -1
}

/** The first tab that does not part a label from its value. */
function tabIn(line: string, from: number): number {
  const at = line.indexOf('\t', from)
  if (at < 0 || !layout.cellLabel.test(line.slice(from, at).trim())) return at
  let begin = at
  while (line[begin] === '\t' || line[begin] === ' ') begin++
  const end = line.indexOf('\t', begin)
  // Where a label follows, this one has no value.
  return layout.cellLabel.test(line.slice(begin, end < 0 ? undefined : end).trim()) ? at : end
}
