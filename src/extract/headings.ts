/** Which numbered lines are headings, and where a heading that runs on with its text ends. */
import outlineGrammar from '../../grammars/outline.js'
import { type CompiledRule, compile } from '../grammar.js'
import { numeral } from '../knowledge/expressions.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'

const grammar = compile(outlineGrammar)

/** Styles of numbering from the outermost in. 章 节 条 have fixed levels; the others nest as they occur. */
const STYLES: [CompiledRule, number][] = [
  [grammar.chapter, 0],
  [grammar.section, 1],
  [grammar.article, 2],
  [grammar.first, 3],
  [grammar.second, 4],
  [grammar.third, 5],
  [grammar.fourth, 6],
  [grammar.fifth, 7],
]

export interface Numbered {
  element: NoticeElement
  style: number
  number: string
  /** Offsets in the element's text. */
  numberStart: number
  textStart: number
  textEnd: number
  /** Numbered 1, 1.1, 1.1.1 throughout, as emergency plans and standards are. */
  decimal: boolean
}

const isBullet = (element: NoticeElement) => element.block?.marks.some((m) => m.kind === 'item') ?? false

/** Bullets whose own numbers count from 一 on: somebody turned the headings into a list. */
export function countedBullets(elements: readonly NoticeElement[]): Set<NoticeElement> {
  const out = new Set<NoticeElement>()
  for (const element of elements) {
    if (!isBullet(element)) continue
    const number = grammar.first.at(element.value, 0)?.groups.number
    if (number && numeral(number.slice(0, -1).trimEnd()) === out.size + 1) out.add(element)
  }
  return out.size > 1 ? out : new Set()
}

/** Longest heading of a text that is numbered 1, 1.1 throughout, its number included. */
const DECIMAL = 36
/** As many lines numbered 1.1, and 01, as no text has by chance. */
const DECIMALS = 4
const ZEROS = 3

/**
 * The headings of a text that numbers them 1, 1.1, 1.1.1: enough of the second level, counted on from 1, each under its own
 * first; or 01, 02, 03.
 */
export function decimalHeadings(
  elements: readonly NoticeElement[],
): Map<NoticeElement, { number: string; end: number }> {
  const found: { element: NoticeElement; number: string; end: number }[] = []
  const chapters = new Set<string>()
  let seconds = 0
  let last = ''
  // 01招生对象, 02招生流程: as accounts number what they post.
  const zeros: typeof found = []
  for (const element of elements) {
    const { value } = element
    const zero = value.length <= DECIMAL && !isBullet(element) ? grammar.zeroLine.at(value, 0) : null
    if (zero && Number(zero.groups.number) === zeros.length + 1)
      zeros.push({ element, number: zero.groups.number!, end: zero.end })
    const m = value.length <= DECIMAL && !isBullet(element) ? grammar.decimalLine.at(value, 0) : null
    if (!m) continue
    const number = m.groups.number!
    const parts = number.split('.')
    if (parts.length === 2) {
      const [chapter, own] = parts as [string, string]
      if (own !== '1' && last !== `${chapter}.${Number(own) - 1}`) continue
      last = number
      chapters.add(chapter)
      seconds++
    }
    found.push({ element, number, end: m.end })
  }
  if (zeros.length >= ZEROS) return new Map(zeros.map((one) => [one.element, one]))
  if (seconds < DECIMALS) return new Map()
  return new Map(found.filter(({ number }) => chapters.has(number.split('.')[0]!)).map((one) => [one.element, one]))
}

export function numberedLine(
  element: NoticeElement,
  counted: ReadonlySet<NoticeElement>,
  decimals: ReturnType<typeof decimalHeadings>,
): Numbered | null {
  const { value } = element
  const decimal = decimals.get(element)
  if (decimal) {
    const { number } = decimal
    const textStart = number.length
    return {
      element,
      style: 2 + number.split('.').length,
      number,
      numberStart: 0,
      textStart,
      textEnd: decimal.end,
      decimal: true,
    }
  }
  // A bullet's own text may begin like a heading (三、四年级).
  if (!grammar.any.test(value) || (isBullet(element) && !counted.has(element))) return null
  const marked = element.block?.marks.some((m) => m.kind === 'heading') ? grammar.decimal.at(value, 0) : null
  if (marked) {
    const number = marked.groups.number!
    return {
      element,
      style: 2 + number.split('.').length,
      number,
      numberStart: 0,
      textStart: marked.end,
      textEnd: value.length,
      decimal: false,
    }
  }
  for (const [rule, style] of STYLES) {
    const m = rule.at(value, 0)
    if (!m) continue
    const number = (m.groups.number ?? m.groups.other)!
    return {
      element,
      style,
      number: number.replace(/\s/g, ''),
      numberStart: 0,
      textStart: m.end,
      textEnd: value.length,
      decimal: false,
    }
  }
  return null
}

/** Greatest length of a heading that runs on with its text, and of one alone on its line. */
export const RUN_ON = 40
const ALONE = 90
/** Greatest length of a label alone on its line. */
const LABEL = 16

/** What the last line numbered alike was: none or a heading, a sentence or an item, an item with others behind it. */
export type Sibling = 0 | 1 | 2
export const HEADING = 0
export const ITEM = 1
const LISTED = 2

/** End of the heading within a numbered line, or -1 when the line is a sentence or a list item. */
export function headingEnd(
  line: Numbered,
  next: Numbered | null,
  nextElement: NoticeElement | null,
  sibling: Sibling,
  headed: boolean,
): number {
  if (line.decimal) return line.textEnd
  const siblingIsItem = sibling !== HEADING
  const { element, style, textStart } = line
  const text = element.value
  if (style === 2 || (style === 5 && grammar.items.test(text))) return -1
  if (style >= 5 && namesPerson(text.slice(textStart))) return -1
  let from = textStart
  while (text[from] === ' ') from++
  if (style <= 1) return text.length - from <= ALONE ? text.length : -1
  if (
    element.block?.marks.some((m) => m.kind === 'heading' || m.kind === 'strong') &&
    text.length - from <= ALONE &&
    !text.slice(0, -1).includes('。')
  ) {
    return trimEnd(text, text.length)
  }
  if (grammar.timedItem.at(text, from)) return -1
  const gap = grammar.gap.at(text, from)
  if (gap) return gap.start + gap.text.trimEnd().length
  const stop = firstStop(text, from)
  const body = text.slice(from, stop)
  // Nothing behind the first stop: the line is the heading, if it is one at all.
  if (stop >= text.length - 1) {
    if (grammar.listItem.test(text)) return -1
    const colon = outerColon(body)
    // Labels of which one is an item of a list are all items.
    if (colon >= 0 && colon < body.length - 1)
      return siblingIsItem && style === 4 ? -1 : labelEnd(text, from, from + colon, style, stop)
    if (body.length > ALONE) return -1
    // (六)信用报告; ↵ (七)授权书: the item lost its stop.
    if (sibling === LISTED && style >= 4 && colon < 0) return -1
    const stopped = text[stop] === '。'
    if (stopped) {
      // A short sentence with a sibling right below it is an item, with text below it a heading.
      if (body.length > RUN_ON || grammar.sentence.test(body) || grammar.clause.test(body)) return -1
      if (
        style >= 5 &&
        (siblingIsItem || isItemRun(line, next, nextElement) || (/[,，]/.test(body) && body.length > 20))
      )
        return -1
      if (next && nextElement === next.element && next.style === style && body.length > 12) return -1
      if (siblingIsItem || (!nextElement && body.length > 12)) return -1
      return stop
    }
    // An item that lost its stop: a sibling right below it or an item above it, and longer than a heading.
    const run = isItemRun(line, next, nextElement)
    // One first-level line run on with its text takes nothing from those that stand above theirs.
    const amongItems = siblingIsItem && !(style === 3 && headed && nextElement !== null && !run)
    const between = amongItems || run || !nextElement
    if (between && body.length > 12 && (amongItems || /[,，]/.test(body) || grammar.sentence.test(body))) return -1
    // Below labels that head their text this one does too, whatever was run on with the last of them.
    const label = headed && colon === body.length - 1 && colon > 0 && colon <= LABEL && nextElement !== null && !run
    if (style >= 5 && (body.length > RUN_ON || (siblingIsItem && !label) || run)) return -1
    const leads = style === 3 && grammar.leadIn.test(body)
    if (!leads && (body.length > 30 || body.endsWith(':')) && grammar.sentence.test(body)) return -1
    return colon === body.length - 1 && colon >= 0 ? from + colon : trimEnd(text, stop)
  }
  const colon = outerColon(body)
  if (colon >= 0) {
    // 一、主题:…; ↵ 二、要求:…。…;: labels of which one ends like an item are all items.
    if (sibling === LISTED || /[,。;]/.test(body.slice(0, colon))) return -1
    return labelEnd(text, from, from + colon, style, stop)
  }
  if (text[stop] !== '。' || (siblingIsItem && style >= 4)) return -1
  if (body.length > RUN_ON || grammar.sentence.test(body) || grammar.clause.test(body)) return -1
  if (style >= 5 && body.length > 30) return -1
  const commas = body.split(',').length - 1
  if (commas > 2 || (commas > 0 && body.length > 30)) return -1
  return stop
}

/** 示例局标准科  张示例: whom to ask, and no matter. */
function namesPerson(text: string): boolean {
  const at = text.search(/\s{1,8}\S{1,12}$/)
  return at > 0 && at < LABEL * 2 && isBody(text.slice(0, at).trim()) && grammar.person.test(text.slice(at).trim())
}

/** A label run on with its value is a heading only with Chinese numbering; one that only counts its matter takes it in, up to the `stop`. */
function labelEnd(text: string, from: number, colon: number, style: number, stop: number): number {
  const label = text.slice(from, colon)
  if (style > 4 || label.length > 16 || label.includes(',') || text.startsWith('://', colon)) return -1
  // (一)某区:李明 139…: whom to ask there.
  if (grammar.contactLabel.test(label) || grammar.whoToAsk.test(text.slice(colon, stop))) return -1
  const matter = text.slice(colon + 1, stop)
  const taken = matter.length <= RUN_ON && !/[,，:]/.test(matter) && grammar.counted.test(label)
  return taken ? trimEnd(text, stop) : colon
}

/** A list goes on behind ; and ends with 。 */
export const goesOnAs = (above: Sibling | undefined, text: string): Sibling =>
  grammar.listItem.test(text) || (above === LISTED && !text.endsWith('。')) ? LISTED : ITEM

/** Bare items one below the other are a list (1. 甲 ↵ 2. 乙). */
const isItemRun = (line: Numbered, next: Numbered | null, nextElement: NoticeElement | null) =>
  next !== null && nextElement === next.element && next.style === line.style

export const isOneClause = ({ element: { value }, textStart }: Numbered) =>
  value.endsWith('。') && firstStop(value, textStart) === value.length - 1 && outerColon(value) < 0

/** How far ahead the next line numbered alike is looked for. */
const SISTER = 12

/** Whether a numbered sentence with more of them behind its first stop stands in a list whose next item is no heading either; `below`: an item stands above it. */
export function isAmongItems(
  elements: readonly NoticeElement[],
  lines: readonly (Numbered | null)[],
  i: number,
  below: boolean,
): boolean {
  const line = lines[i]!
  if (line.style < 5 || firstStop(line.element.value, line.textStart) >= line.element.value.length - 1) return false
  for (let k = i + 1; k < lines.length && k <= i + SISTER; k++) {
    const sister = lines[k]
    if (!sister || sister.style > line.style) continue
    if (sister.style < line.style) return false
    // With nothing above it to tell, the next one must end like an item.
    if (!below && !grammar.listItem.test(sister.element.value)) return false
    return headingEnd(sister, lines[k + 1] ?? null, elements[k + 1] ?? null, HEADING, false) < 0
  }
  return false
}

const isDigit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9'

/** A colon outside brackets: 提交作品(5月10日24:00前) has none. */
function outerColon(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c === '(' || c === '《') depth++
    else if (c === ')' || c === '》') depth = Math.max(0, depth - 1)
    // 8:30 is a time, http:// an address.
    else if (c === ':' && depth === 0 && !(isDigit(text[i - 1]) && isDigit(text[i + 1]))) return i
  }
  return -1
}

export function firstStop(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const c = text[i]!
    if (c === '(' || c === '《' || c === '“') depth++
    else if (c === ')' || c === '》' || c === '”' || (c === '"' && depth > 0)) depth = Math.max(0, depth - 1)
    else if ((c === '。' || c === ';' || c === '!' || c === '?') && depth === 0) return i
  }
  return text.length
}

export function trimEnd(text: string, end: number): number {
  while (end > 0 && /[\s。:/]/.test(text[end - 1]!)) end--
  return end
}
