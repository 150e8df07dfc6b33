/** 层次: numbered headings as a tree. A numbered sentence is no heading; a run-on heading ends at its first full stop. */
import outlineGrammar from '../../grammars/outline.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Section } from '../types.js'
import { defineExtractor, type Range } from './define.js'
import {
  countedBullets,
  decimalHeadings,
  firstStop,
  goesOnAs,
  HEADING,
  headingEnd,
  ITEM,
  isAmongItems,
  isOneClause,
  type Numbered,
  numberedLine,
  RUN_ON,
  type Sibling,
  trimEnd,
} from './headings.js'

const grammar = compile(outlineGrammar)

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
