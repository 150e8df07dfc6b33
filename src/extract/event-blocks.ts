/** What stands around the time of an event: labelled lines, and headings beside its own. */
import eventsGrammar from '../../grammars/events.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Context, Range } from './define.js'
import { type About, isHeading, isPlace, namedBy, names, nothing, type Scene, shift, trimmed } from './event-scene.js'

const grammar = compile(eventsGrammar)

type Block = { kind: 'venue' | 'organizer' | 'content' | 'name' | 'time' | 'other'; label: Range; value: Range }
const KINDS = ['venue', 'organizer', 'content', 'name', 'time', 'other'] as const

const blockCache = new WeakMap<NoticeElement, Block[]>()

export function blocksOf(element: NoticeElement): Block[] {
  let blocks = blockCache.get(element)
  if (!blocks) {
    blocks = findBlocks(element)
    blockCache.set(element, blocks)
  }
  return blocks
}

/** Longest line that is looked at for labels. */
const LABELLED = 600

/** Labels with their values on a line, in order. A full stop is a colon only behind a number: (二)地点。… */
function findBlocks(element: NoticeElement): Block[] {
  const { value, range } = element
  if (value.length > LABELLED) return []
  const colons = value.includes(':')
  if (!colons && !grammar.numbered.test(value)) return []
  const first = colons ? null : grammar.block.at(value, 0)
  const matches = (colons ? grammar.block.all(value) : first ? [first] : []).filter(
    (m) => m.groups.colon === ':' || (m.start === 0 && grammar.heading.test(value.slice(0, m.end))),
  )
  return matches.map((m, i) => ({
    kind: KINDS.find((k) => m.groups[k] !== undefined) ?? 'other',
    label: shift({ start: m.start, end: m.at('colon')!.start }, range.start),
    value: shift({ start: m.end, end: matches[i + 1]?.start ?? value.length }, range.start),
  }))
}

/** How far the lines of one event may stand from its time. */
const LINES = 8

/** Shortest line that may be torn: one that goes on below filled its line. */
const TORN = 20

/** The labelled lines around a labelled time, up to the heading above and the next time below. */
export function fromBlock(scene: Scene, element: NoticeElement, time: Range): About | null {
  const { elements, index } = scene
  const own = blocksOf(element).find(
    (b) => b.kind === 'time' && b.value.start <= time.start && time.start < b.value.end,
  )
  if (!own) return null
  const about = nothing()
  const at = index.get(element)!
  let heading: Range | null = null
  const parts: Block[] = blocksOf(element).filter((b) => b !== own)
  for (let k = at - 1; k >= 0 && at - k <= LINES; k--) {
    const above = elements[k]!
    if (above.zone !== element.zone) break
    const blocks = blocksOf(above)
    if (!blocks.length || isHeading(above)) {
      if (isHeading(above) && !blocks.some((b) => b.value.end - b.value.start > 1)) heading = above.range
      break
    }
    if (blocks.some((b) => b.kind === 'time')) {
      // Another time stands between: only what says where both are reaches over it.
      break
    }
    parts.push(...blocks)
  }
  for (let k = at + 1; k < elements.length && k - at <= LINES; k++) {
    const below = elements[k]!
    if (below.zone !== element.zone || isHeading(below)) break
    const blocks = blocksOf(below)
    if (!blocks.length) {
      // A value that was torn over lines goes on.
      const last = parts.at(-1)
      const torn = elements[k - 1]!.value
      if (last?.kind !== 'content' || torn.length < TORN || /[。;!]$/.test(torn)) break
      last.value = { start: last.value.start, end: below.range.end }
      continue
    }
    if (blocks.some((b) => b.kind === 'time')) {
      if (!sameEvent(scene, own, blocks)) break
      continue
    }
    parts.push(...blocks)
  }
  for (const block of parts) takeBlock(scene, about, block)
  about.title ??= namedBy(scene.context, own.label) ?? (heading && namedBy(scene.context, heading)) ?? scene.notice
  return about
}

/** 报到时间 and 培训时间 stand over one 培训地点. */
const sameEvent = (scene: Scene, own: Block, blocks: readonly Block[]) => {
  const text = (range: Range) => scene.context.text.slice(range.start, range.end).replace(/\s/g, '')
  return blocks.some((b) => b.kind === 'time' && text(b.label) !== text(own.label))
}

/** The place that the value of 地点:… gives, without what is asked of those who come. */
export function venueOf(context: Context, value: Range): Range | null {
  const text = context.text.slice(value.start, value.end)
  const stop = grammar.venueStop.find(text)
  const end = stop ? stop.start : text.length
  return isPlace(text.slice(0, end)) ? trimmed(context, value.start, value.start + end) : null
}

function takeBlock(scene: Scene, about: About, block: Block): void {
  const { context } = scene
  const value = trimmed(context, block.value.start, block.value.end)
  if (!value) return
  if (block.kind === 'venue') about.venue ??= venueOf(context, value)
  else if (block.kind === 'organizer') about.organizers.push(...names(context, value))
  else if (block.kind === 'content') about.content ??= value
  else if (block.kind === 'name') about.title ??= value
}

/** How far apart the headings 一、时间 and 二、地点 may stand. */
const HEADINGS = 14

/** How many lines that begin with a day share the heading above them. */
export const SIBLINGS = 60

/** A time under its own heading: the place and what is done stand under the headings beside it. */
export function fromHeadings(scene: Scene, element: NoticeElement): About | null {
  const { elements, index, context } = scene
  const at = index.get(element)!
  // 三、时间安排 ↵ 7月14日… ↵ 7月15日…: the heading speaks of all of them.
  let head = at - 1
  while (at - head < SIBLINGS && scene.dated.has(elements[head]!) && elements[head]!.zone === element.zone) head--
  const above = elements[head]
  if (!above || !isHeading(above)) return null
  const about = nothing()
  about.title = namedBy(context, above.range) ?? scene.notice
  const top = grammar.topHeading.test(above.value)
  for (let k = at + 1; k < elements.length && k - at <= HEADINGS; k++) {
    const heading = elements[k]!
    if (heading.zone !== element.zone) break
    if (!isHeading(heading)) {
      // 四、选房地点:市民大厅 says where, as a heading with its text would.
      const venue = grammar.topHeading.test(heading.value) ? blocksOf(heading).find((b) => b.kind === 'venue') : null
      if (venue && top) takeBlock(scene, about, venue)
      continue
    }
    const below = elements[k + 1]
    if (!top && grammar.topHeading.test(heading.value)) break
    const block = blocksOf(heading).find((b) => b.value.end - b.value.start > 1)
    if (block) takeBlock(scene, about, block)
    else if (below && grammar.venueHeading.test(heading.value)) about.venue ??= placeIn(context, below)
    else if (below && grammar.contentHeading.test(heading.value)) about.content ??= sectionBelow(scene, k, top)
  }
  if (!about.venue) {
    // 主会场设在… in the text below the heading itself.
    about.venue = setAt(context, element)
  }
  return about
}

/** Longest section that tells what is done; a longer one is the notice itself. */
const SECTION = 200

/** The text below a heading, up to the next heading as high. */
function sectionBelow({ elements }: Scene, at: number, top: boolean): Range | null {
  const { zone, range } = elements[at + 1]!
  let { end } = range
  for (let k = at + 2; k < elements.length; k++) {
    const element = elements[k]!
    if (element.zone !== zone || grammar.topHeading.test(element.value) || (!top && isHeading(element))) break
    if (end - range.start > SECTION) return null
    end = element.range.end
  }
  return end - range.start > SECTION ? null : { start: range.start, end }
}

/** The place that the text below 二、会议地点 names: all of a short line, or what follows 设在. */
function placeIn(context: Context, element: NoticeElement): Range | null {
  const set = setAt(context, element)
  if (set) return set
  const { value, range } = element
  const stop = value.indexOf('。')
  const end = stop < 0 ? value.length : stop
  if (end > 80 || !isPlace(value.slice(0, end))) return null
  return trimmed(context, range.start, range.start + end)
}

export function setAt(context: Context, element: NoticeElement, from = 0): Range | null {
  if (element.value.length > 2000) return null
  for (const m of grammar.setAt.all(element.value.slice(from))) {
    const at = m.at('venue')!
    if (isPlace(m.groups.venue!))
      return trimmed(context, element.range.start + from + at.start, element.range.start + from + at.end)
  }
  return null
}
