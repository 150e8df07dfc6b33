/** 层次: numbered headings as a tree. A numbered sentence is no heading; a run-on heading ends at its first full stop. */
import outlineGrammar from '../../grammars/outline.js'
import { type CompiledRule, compile } from '../grammar.js'
import { numeral } from '../knowledge/calendar.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Section } from '../types.js'
import { defineExtractor, type Range } from './define.js'

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

interface Numbered {
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
function countedBullets(elements: readonly NoticeElement[]): Set<NoticeElement> {
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
/** As many lines numbered 1.1 as no text has by chance. */
const DECIMALS = 4

/** The headings of a text that numbers them 1, 1.1, 1.1.1: enough of the second level, counted on from 1, each under its own first. */
function decimalHeadings(elements: readonly NoticeElement[]): Map<NoticeElement, { number: string; end: number }> {
  const found: { element: NoticeElement; number: string; end: number }[] = []
  const chapters = new Set<string>()
  let seconds = 0
  let last = ''
  for (const element of elements) {
    const { value } = element
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
  if (seconds < DECIMALS) return new Map()
  return new Map(found.filter(({ number }) => chapters.has(number.split('.')[0]!)).map((one) => [one.element, one]))
}

function numberedLine(
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
const RUN_ON = 40
const ALONE = 90
/** Greatest length of a label alone on its line. */
const LABEL = 16

/** What the last line numbered alike was: none or a heading, a sentence or an item, an item with others behind it. */
type Sibling = 0 | 1 | 2
const HEADING = 0
const ITEM = 1
const LISTED = 2

/** End of the heading within a numbered line, or -1 when the line is a sentence or a list item. */
function headingEnd(
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
      return siblingIsItem && style === 4 ? -1 : labelEnd(text, from, from + colon, style)
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
    if (/[,。;]/.test(body.slice(0, colon))) return -1
    return labelEnd(text, from, from + colon, style)
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

/** A label run on with its value is a heading only with Chinese numbering. */
const labelEnd = (text: string, from: number, colon: number, style: number) =>
  style <= 4 &&
  colon - from <= 16 &&
  !text.slice(from, colon).includes(',') &&
  text.length > colon &&
  !text.startsWith('://', colon) &&
  !grammar.contactLabel.test(text.slice(from, colon))
    ? colon
    : -1

/** A list goes on behind ; and ends with 。 */
const goesOnAs = (above: Sibling | undefined, text: string): Sibling =>
  grammar.listItem.test(text) || (above === LISTED && !text.endsWith('。')) ? LISTED : ITEM

/** Bare items one below the other are a list (1. 甲 ↵ 2. 乙). */
const isItemRun = (line: Numbered, next: Numbered | null, nextElement: NoticeElement | null) =>
  next !== null && nextElement === next.element && next.style === line.style

const isOneClause = ({ element: { value }, textStart }: Numbered) =>
  value.endsWith('。') && firstStop(value, textStart) === value.length - 1 && outerColon(value) < 0

/** How far ahead the next line numbered alike is looked for. */
const SISTER = 12

/** Whether a numbered sentence with more of them behind its first stop stands in a list whose next item is no heading either; `below`: an item stands above it. */
function isAmongItems(
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

function firstStop(text: string, from: number): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const c = text[i]!
    if (c === '(' || c === '《' || c === '“') depth++
    else if (c === ')' || c === '》' || c === '”' || (c === '"' && depth > 0)) depth = Math.max(0, depth - 1)
    else if ((c === '。' || c === ';' || c === '!' || c === '?') && depth === 0) return i
  }
  return text.length
}

function trimEnd(text: string, end: number): number {
  while (end > 0 && /[\s。:/]/.test(text[end - 1]!)) end--
  return end
}

/** 三、组织实施:(一)动员。… holds two headings, the second run on with the label. */
function apart(element: NoticeElement, out: NoticeElement[]): void {
  const label = grammar.runIn.at(element.value, 0)
  if (!label) {
    out.push(element)
    return
  }
  const { start, end } = element.range
  const at = start + label.end
  out.push(
    { ...element, value: element.value.slice(0, label.end), range: { start, end: at } },
    { ...element, value: element.value.slice(label.end), range: { start: at, end } },
  )
}

export const outline = defineExtractor({
  name: 'outline',
  many: true,
  *extract(context) {
    const elements: NoticeElement[] = []
    for (const e of context.elements('paragraph')) if (e.zone !== 'header') apart(e, elements)
    const counted = countedBullets(elements)
    const decimals = decimalHeadings(elements)
    const lines = elements.map((e) => numberedLine(e, counted, decimals))
    const unnumbered = unnumberedHeadings(elements, lines)
    const roots: { section: Section; range: Range }[] = []
    const stack: { style: number; section: Section; zone: NoticeElement }[] = []
    /** Per style: what the last line numbered so was. */
    const items: Sibling[] = []
    /** Per style: whether any line numbered so was a heading. */
    const headed: boolean[] = []
    let article = false
    let lastZone: NoticeElement | null = null
    let annex = 0
    const marks = context.elements('appendixMark')
    const place = (style: number, number: string, heading: string, range: Range, element: NoticeElement) => {
      while (stack.length && stack.at(-1)!.style >= style) stack.pop()
      const fixed = style <= 2 ? style + 1 : 0
      // (1) and ① are never above the third and fourth level, whatever they stand under.
      const least = style >= 7 ? 4 : style === 6 ? 3 : 1
      const level = Math.min(5, fixed || Math.max(least, stack.length + 1)) as Section['level']
      const section: Section = {
        level,
        number: presentText(number),
        heading: presentText(heading),
        span: context.span(range),
        children: [],
      }
      if (stack.length) stack.at(-1)!.section.children.push(section)
      else roots.push({ section, range })
      stack.push({ style, section, zone: element })
    }
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i]!
      // Each annex counts anew.
      while (annex < marks.length && marks[annex]!.range.start < element.range.start) {
        annex++
        stack.length = 0
        article = false
      }
      if (lastZone && lastZone.zone !== element.zone) stack.length = 0
      lastZone = element
      const line = lines[i]
      const heading = unnumbered.get(element)
      if (heading) {
        const offset = element.range.start
        const range = { start: offset, end: offset + element.value.length }
        place(heading.style, '', element.value.slice(heading.start, heading.end), range, element)
        continue
      }
      if (!line) {
        const m = element.value.length > 20 ? grammar.embedded.find(element.value) : null
        if (m) placeEmbedded(m.at('number')!, m.at('rest')!, m.groups.number!, element, place)
        continue
      }
      if (line.style <= 1) article = false
      if (line.style === 2) {
        article = true
        continue
      }
      if (article && line.style >= 4) continue
      // What a line asks for with 下列… are items from the first of them on.
      const first = line.style >= 4 && i > 0 && isOneClause(line) && grammar.listed.test(elements[i - 1]!.value)
      const above = items[line.style] ?? (first ? ITEM : undefined)
      const known = headed[line.style] === true
      const found = headingEnd(line, lines[i + 1] ?? null, elements[i + 1] ?? null, above ?? HEADING, known)
      const end = found >= 0 && above !== HEADING && isAmongItems(elements, lines, i, above !== undefined) ? -1 : found
      items.length = line.style
      headed.length = line.style
      headed[line.style] = known || end >= 0
      items[line.style] = end >= 0 ? HEADING : goesOnAs(above, element.value)
      if (end < 0) {
        // A numbered sentence still closes what stood deeper.
        while (stack.length && stack.at(-1)!.style >= line.style) stack.pop()
        if (line.style >= 3)
          stack.push({
            style: line.style,
            section: { level: 1, number: '', heading: '', span: { start: 0, end: 0 }, children: [] },
            zone: element,
          })
        const hidden = stack.at(-1)!
        if (stack.length > 1) hidden.section = stack.at(-2)!.section
        else stack.length = 0
      } else {
        const from =
          line.textStart +
          (element.value.slice(line.textStart).length - element.value.slice(line.textStart).trimStart().length)
        place(
          line.style,
          line.number,
          element.value.slice(from, end),
          { start: element.range.start, end: element.range.start + end },
          element,
        )
      }
      const m = line.style > 3 && element.value.length > 20 ? grammar.embedded.find(element.value, 1) : null
      if (m) placeEmbedded(m.at('number')!, m.at('rest')!, m.groups.number!, element, place)
    }
    for (const { section, range } of roots) yield { value: section, range, score: 1, rule: 'outline/heading' }
  },
})

interface Unnumbered extends Range {
  style: number
}

/** The headings of a text that numbers none: 【召回范围】 on lines of their own, or lines that the file itself marks as headings. */
function unnumberedHeadings(elements: readonly NoticeElement[], lines: readonly (Numbered | null)[]) {
  const none = new Map<NoticeElement, Unnumbered>()
  if (lines.some((line) => line?.style === 3)) return none
  const bracketed = new Map<NoticeElement, Unnumbered>()
  for (const element of elements) {
    const heading = grammar.bracketed.at(element.value, 0)?.at('heading')
    if (heading) bracketed.set(element, { ...heading, style: 3 })
  }
  if (bracketed.size > 1) return bracketed
  const marked = elements.filter((element, i) => isMarkedHeading(element, lines[i] ?? null))
  if (marked.length < 2) return none
  const top = Math.min(...marked.map(depthOf))
  return new Map(
    marked.map((element) => [
      element,
      { start: 0, end: trimEnd(element.value, element.value.length), style: depthOf(element) > top ? 4 : 3 },
    ]),
  )
}

const depthOf = (element: NoticeElement) => element.block?.marks.find((m) => m.kind === 'heading')?.depth ?? 0

/** A line that the file marks as a heading, in the notice's own text, without a number. */
const isMarkedHeading = (element: NoticeElement, line: Numbered | null) =>
  line === null &&
  element.zone === 'body' &&
  depthOf(element) > 0 &&
  element.value.length <= RUN_ON &&
  firstStop(element.value, 0) >= element.value.length

function placeEmbedded(
  at: Range,
  rest: Range,
  number: string,
  element: NoticeElement,
  place: (style: number, number: string, heading: string, range: Range, element: NoticeElement) => void,
): void {
  const offset = element.range.start
  place(
    3,
    number,
    element.value.slice(rest.start, rest.end),
    { start: offset + at.start, end: offset + rest.end },
    element,
  )
}
