/**
 * 活动: what is announced to happen, when, where and by whom. Every date whose role is `event` is one; what stands with it
 * (the cells of its row, the labelled lines or headings around it, its sentence) says the rest.
 */
import eventsGrammar from '../../grammars/events.js'
import { compile, type Match } from '../grammar.js'
import { resolveExpression } from '../knowledge/calendar.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { NoticeEvent } from '../types.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { gridsOf } from './grids.js'
import { programmeOf, type RowPlace, type Session } from './programme.js'
import { firstFrom } from './ranges.js'
import type { Classified } from './role-words.js'
import { classified } from './roles.js'

const grammar = compile(eventsGrammar)

/** What is known of an event besides its time. Ranges of clean text. */
interface About {
  title: Range | null
  venue: Range | null
  organizers: Range[]
  content: Range | null
}

const nothing = (): About => ({ title: null, venue: null, organizers: [], content: null })

/** What the readers share: the elements in order with their places, and what the notice itself announces. */
interface Scene {
  context: Context
  elements: NoticeElement[]
  index: Map<NoticeElement, number>
  rows: Map<NoticeElement, RowPlace>
  notice: Range | null
  /** Elements that begin with a date, and those with the number of an item before it. */
  dated: ReadonlySet<NoticeElement>
  listed: ReadonlySet<NoticeElement>
}

function sceneOf(context: Context): Scene {
  const elements = context.elements('paragraph')
  const rows = new Map<NoticeElement, RowPlace>()
  for (const grid of gridsOf(context)) for (const row of grid.rows) rows.set(row.element, { grid, row })
  const index = new Map(elements.map((e, i) => [e, i]))
  const dated = new Set<NoticeElement>()
  const listed = new Set<NoticeElement>()
  for (const { element, expression } of context.moments()) {
    if (expression.start === 0) dated.add(element)
    else if (expression.start <= LEAD && grammar.dayLead.test(element.value.slice(0, expression.start)))
      listed.add(element)
  }
  return { context, elements, index, rows, notice: noticeName(context), dated, listed }
}

/** 关于举办…的通知: what the title announces. */
function noticeName(context: Context): Range | null {
  const [element] = context.elements('title')
  const m = element ? grammar.notice.find(element.value) : null
  const at = m?.at('name')
  return element && at ? trimmed(context, at.start + element.range.start, at.end + element.range.start) : null
}

/** What a name or a sentence can begin with. */
const OPENS = /[\p{L}\p{N}“‘《〈「『【"(□☑]/u

/** Range without white space, stops and quotes that were left at its ends. */
function trimmed(context: Context, start: number, end: number): Range | null {
  const { text } = context
  let a = start
  let b = end
  while (a < b && !OPENS.test(text[a]!)) a++
  while (b > a && /[\s,、:;。]/.test(text[b - 1]!)) b--
  if (text[b - 1] === ')' && !text.slice(a, b).includes('(')) b--
  return b > a ? { start: a, end: b } : null
}

const shift = (range: Range, by: number): Range => ({ start: range.start + by, end: range.end + by })

/** Names beside each other: 甲局、乙局和丙大学. */
function names(context: Context, range: Range): Range[] {
  const out: Range[] = []
  const text = context.text.slice(range.start, range.end)
  let start = 0
  const add = (end: number) => {
    const one = trimmed(context, range.start + start, range.start + end)
    if (one && one.end - one.start >= 2) out.push(one)
  }
  for (const m of grammar.and.all(text)) {
    // 和 joins two bodies; else it is part of a name.
    if (m.groups.word && !(isBody(text.slice(start, m.start)) && isBody(text.slice(m.end)))) continue
    add(m.start)
    start = m.end
  }
  add(text.length)
  return out
}

/** The last word of a venue is looked for among so many characters. */
const VENUE_END = 4

const isPlace = (text: string) =>
  text.length >= 2 && !grammar.noVenue.test(text) && !grammar.noVenueEnd.test(text.slice(-VENUE_END))

/** The cells of a row, by what their columns are called. */
function fromRow(scene: Scene, place: RowPlace, time: Range): About {
  const { context } = scene
  const { header } = place.grid
  const about = nothing()
  const { cells } = place.row
  const own = cells.findIndex((c) => c.range.start <= time.start && time.start < c.range.end)
  const column = (i: number) => (header?.cells[i]?.text ?? '').replace(/\s+/g, '')
  let head: Range | null = null
  for (let i = 0; i < cells.length; i++) {
    const { text, range } = cells[i]!
    if (text === '' || i === own) continue
    const name = column(i)
    if (grammar.venueColumn.test(name)) about.venue ??= isPlace(text) ? range : null
    else if (grammar.organizerColumn.test(name)) about.organizers.push(...names(context, range))
    else if (grammar.timeColumn.test(name)) continue
    else if (grammar.titleColumn.test(name) && !about.title) about.title = namedBy(context, range) ?? range
    else if (grammar.contentColumn.test(name)) about.content ??= range
    else if (i < (own < 0 ? cells.length : own) && !/^\d{1,3}$/.test(text)) head ??= range
  }
  if (!about.title && about.content && about.content.end - about.content.start <= 40) {
    about.title = about.content
    about.content = null
  }
  about.title ??= head && namedBy(context, head)
  return about
}

/** The label or heading as a title, when it says what happens: 开标时间 → 开标. */
function namedBy(context: Context, label: Range): Range | null {
  const { text: whole } = context
  // 【行前培训】
  const boxed = whole[label.start] === '【' && whole[label.end - 1] === '】'
  const range = boxed ? { start: label.start + 1, end: label.end - 1 } : label
  const text = whole.slice(range.start, range.end)
  if (grammar.generic.test(text)) return null
  const at = grammar.named.at(text, 0)?.at('name')
  if (!at) return null
  const verb = grammar.heldFirst.at(text.slice(at.start, at.end), 0)?.end ?? 0
  return trimmed(context, range.start + at.start + verb, range.start + at.end)
}

type Block = { kind: 'venue' | 'organizer' | 'content' | 'name' | 'time' | 'other'; label: Range; value: Range }
const KINDS = ['venue', 'organizer', 'content', 'name', 'time', 'other'] as const

const blockCache = new WeakMap<NoticeElement, Block[]>()

function blocksOf(element: NoticeElement): Block[] {
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

const isHeading = (element: NoticeElement) =>
  grammar.heading.test(element.value) || element.block?.marks.some((m) => m.kind === 'heading') === true

/** How far the lines of one event may stand from its time. */
const LINES = 8

/** Shortest line that may be torn: one that goes on below filled its line. */
const TORN = 20

/** The labelled lines around a labelled time, up to the heading above and the next time below. */
function fromBlock(scene: Scene, element: NoticeElement, time: Range): About | null {
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
function venueOf(context: Context, value: Range): Range | null {
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
const SIBLINGS = 60

/** A time under its own heading: the place and what is done stand under the headings beside it. */
function fromHeadings(scene: Scene, element: NoticeElement): About | null {
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

function setAt(context: Context, element: NoticeElement, from = 0): Range | null {
  if (element.value.length > 2000) return null
  for (const m of grammar.setAt.all(element.value.slice(from))) {
    const at = m.at('venue')!
    if (isPlace(m.groups.venue!))
      return trimmed(context, element.range.start + from + at.start, element.range.start + from + at.end)
  }
  return null
}

/** How much of a paragraph behind a date is looked at. */
const BEHIND = 240

/** What the sentence with the date says, and the heading that it stands under or runs on from. */
function fromSentence(scene: Scene, c: Classified): About {
  const { context } = scene
  const { text } = context
  const { element } = c.moment
  const about = nothing()
  const left = text.slice(c.sentence.start, c.range.start)
  const stop = Math.min(element.range.end, c.range.end + BEHIND, nextDate(context, c))
  // Up to the end of the next sentence: 决赛(6月21日)。在某县举行,…
  const behind = text.slice(c.range.end, stop)
  const first = behind.search(/[。;]/)
  const second = first < 0 ? -1 : behind.slice(first + 1).search(/[。;]/)
  const sentence = first < 0 ? behind : behind.slice(0, first > 2 || second < 0 ? first : first + 1 + second)
  let used = 0
  const take = (m: Match | null, group: string): Range | null => {
    const at = m?.at(group)
    if (!m || !at) return null
    used = Math.max(used, m.end)
    return trimmed(context, c.range.end + at.start, c.range.end + at.end)
  }
  const held = grammar.heldAt.find(sentence)
  if (held && isPlace(held.groups.venue!)) about.venue = take(held, 'venue')
  used = (held ?? grammar.heldOnly.at(sentence, 0))?.end ?? 0
  const by = grammar.organizedBy.find(sentence)
  const who = take(by, 'who')
  if (who)
    about.organizers = [...names(context, who), ...alsoBy(context, sentence, by!, c.range.end, (end) => (used = end))]
  about.venue ??= setAt(context, element, c.range.end - element.range.start)
  about.venue ??= ledPlace(context, c, left)
  about.title =
    sessionLead(context, c, left) ?? labelTitle(scene, c) ?? subjectOf(context, c, left) ?? headingTitle(scene, c, left)
  // 一、迅速动员部署。定于7月7日召开全市视频调度会: what is held is the event, not the chapter.
  const chapter = about.title && text[about.title.end] === '。' && !isHappening(context, about.title)
  const object = chapter ? objectOf(sentence, held) : null
  if (object && grammar.happening.test(object.groups.name!.trim())) about.title = take(object, 'name')
  const told = about.title !== null
  // 举办|成果展 is no part of the title: then the whole clause tells what is done.
  if (told && held && !/^(?:[,。;]|$)/.test(sentence.slice(held.end))) used = who ? by!.end : 0
  about.title ??= take(grammar.called.at(sentence, 0), 'name') ?? take(objectOf(sentence, held), 'name') ?? scene.notice
  const set = grammar.setAt.at(sentence, used + (sentence[used] === ',' ? 1 : 0))
  if (set) used = set.end
  const rest = trimmed(context, c.range.end + used, c.range.end + sentence.length)
  const tells = rest && (told || used > 0) && rest.end - rest.start >= 4 ? text.slice(rest.start, rest.end) : null
  if (tells && !grammar.noContent.test(tells)) {
    // 第1场:5月8日14:00,青年广场
    if (!about.venue && grammar.place.test(tells)) about.venue = rest
    else about.content = rest
  }
  about.venue ??= placeBehind(context, c.range.end, sentence) ?? venueBelow(scene, element)
  return about
}

/** Whether a title says by its last word that something takes place. */
const isHappening = ({ text }: Context, { start, end }: Range): boolean =>
  grammar.happening.test(text.slice(start, end))

/** 面试:3月29日8:00开始,明德楼会议室,请提前到场: the clause behind the hour is a place. */
function placeBehind(context: Context, from: number, sentence: string): Range | null {
  const at = grammar.placeBehind.at(sentence, 0)?.at('venue')
  if (!at || !grammar.place.test(sentence.slice(at.start, at.end))) return null
  return trimmed(context, from + at.start, from + at.end)
}

/** How many labelled lines below a sentence are looked at for where it happens. */
const VENUE_LINES = 4

/** 定于8月16日开展接种。 ↵ 接种时间:… ↵ 接种地点:…: the place that the labelled lines right below give. */
function venueBelow({ context, elements, index }: Scene, element: NoticeElement): Range | null {
  const at = index.get(element)!
  for (let k = at + 1; k < elements.length && k - at <= VENUE_LINES; k++) {
    const below = elements[k]!
    if (below.zone !== element.zone || isHeading(below)) return null
    const blocks = blocksOf(below)
    if (!blocks.length) return null
    // 学校地址:… is where the school is, whatever happens.
    const venue = blocks.find(
      (b) => b.kind === 'venue' && !context.text.slice(b.label.start, b.label.end).includes('址'),
    )
    const value = venue && trimmed(context, venue.value.start, venue.value.end)
    if (value) return venueOf(context, value)
  }
  return null
}

/** 城东点:育才校区,5月4日 */
function ledPlace(context: Context, c: Classified, left: string): Range | null {
  const m = grammar.ledPlace.find(left)
  const at = m?.at('venue')
  if (!m || !at || !isPlace(m.groups.venue!)) return null
  return trimmed(context, c.sentence.start + at.start, c.sentence.start + at.end)
}

/** Further names behind 由…主办: 、…承办, 、…协办. */
function alsoBy(context: Context, sentence: string, by: Match, offset: number, use: (end: number) => void): Range[] {
  const out: Range[] = []
  let { end } = by
  for (let guard = 0; guard < 3; guard++) {
    const m = grammar.alsoBy.at(sentence.slice(end), 0)
    const at = m?.at('who')
    if (!m || !at) break
    out.push(...names(context, shift(at, offset + end)))
    end += m.end
    use(end)
  }
  return out
}

/** What the verb holds: 举办|某节. Behind the place, so that 在某地开展 does not end it. */
function objectOf(sentence: string, held: Match | null): Match | null {
  const from = held?.at('held')?.start ?? 0
  const m = grammar.object.find(sentence, from)
  return m && m.start <= from + 30 && !grammar.noObject.test(m.groups.name!) ? m : null
}

/** Where the clause with the next date begins. */
function nextDate(context: Context, c: Classified): number {
  const moments = context.moments()
  const next = moments[firstFrom(moments, c.range.end, (m) => m.range.start)]
  if (!next || next.element !== c.moment.element) return Number.POSITIVE_INFINITY
  const between = context.text.slice(c.range.end, next.range.start)
  const stop = Math.max(between.lastIndexOf(','), between.lastIndexOf(';'), between.lastIndexOf('。'))
  return c.range.end + Math.max(0, stop)
}

/** 第一期:5月7日 */
function sessionLead(context: Context, c: Classified, left: string): Range | null {
  const at = grammar.sessionLead.find(left)?.at('name')
  return at ? trimmed(context, c.sentence.start + at.start, c.sentence.start + at.end) : null
}

/** The run-on heading or label that the date got its role from. */
function labelTitle(scene: Scene, c: Classified): Range | null {
  const { context } = scene
  const { element } = c.moment
  if (!c.label || c.range.start - element.range.start > RUN_ON) return null
  const wanted = c.label.replace(/[（）：\s()]/g, '')
  // 二、考试时间。理论考试:9月12日;操作考试:9月14日起: each has its own right before it.
  const own = context.text.slice(c.sentence.start, c.range.start).trimEnd()
  if (c.sentence.start > element.range.start && own.endsWith(':') && own.replace(/[（）：:\s()]/g, '') === wanted)
    return namedBy(context, { start: c.sentence.start, end: c.sentence.start + own.length - 1 })
  const lead = context.text.slice(element.range.start, c.range.start)
  const stop = lead.search(/[。:(]$|[。:]/)
  const end = stop > 0 ? stop : lead.length
  const inner = lead.slice(0, end).replace(/[（）：\s()]/g, '')
  if (inner.length < 2 || !(inner.includes(wanted) || wanted.includes(inner))) return null
  const at = lead.startsWith('(') ? lead.indexOf('。') : -1
  return namedBy(context, { start: element.range.start, end: element.range.start + (at > 0 ? at : end) })
}

/** 笔试定于…: what stands before the verb, unless it is who decides. */
function subjectOf(context: Context, c: Classified, left: string): Range | null {
  const m = grammar.subject.find(left)
  const at = m?.at('name')
  if (!m || !at) return null
  const name = m.groups.name!
  if (grammar.noSubject.test(name) || (isBody(name) && !grammar.happening.test(name))) return null
  return trimmed(context, c.sentence.start + at.start, c.sentence.start + at.end)
}

/** The heading directly above a paragraph that begins with the date. */
function headingTitle(scene: Scene, c: Classified, left: string): Range | null {
  const { element } = c.moment
  if (c.sentence.start !== element.range.start || !grammar.dayLead.test(left)) return null
  const at = scene.index.get(element)!
  let head = at - 1
  // (二)宣讲会 ↵ 1.3月12日… ↵ 2.3月17日…: the heading speaks of all of them.
  if (left.trim() !== '') while (at - head < SIBLINGS && scene.listed.has(scene.elements[head]!)) head--
  const above = scene.elements[head]
  return above && above.zone === element.zone && isHeading(above) ? namedBy(scene.context, above.range) : null
}

/** The time of day at the head of a line of a programme, with what follows it. */
function fromLine(scene: Scene, session: Session): About {
  const { context } = scene
  const about = nothing()
  const text = context.text.slice(session.rest.start, session.rest.end)
  for (const m of grammar.piece.all(text)) {
    const piece = trimmed(context, session.rest.start + m.start, session.rest.start + m.end)
    if (!piece) continue
    const value = context.text.slice(piece.start, piece.end)
    const place = about.title ? grammar.place.at(value, 0)?.at('venue') : null
    if (!about.title) about.title = piece
    else if (place) about.venue ??= shift(place, piece.start)
    else about.content ??= piece
  }
  if (about.title && !about.venue) {
    const title = context.text.slice(about.title.start, about.title.end)
    const bracket = grammar.bracketed.find(title)
    const at = bracket?.at('venue')
    if (bracket && at && bracket.start > 1 && grammar.place.test(bracket.groups.venue!)) {
      about.venue = shift(at, about.title.start)
      about.title = trimmed(context, about.title.start, about.title.start + bracket.start)
    }
  }
  return about
}

/** Longest content; a longer one is cut at a comma. */
const CONTENT = 160

function contentOf(context: Context, range: Range | null): string | null {
  if (!range) return null
  const lines = context.text.slice(range.start, range.end).replace(/([^\n,、:;。])\n(?=\d{1,2}[.、]|\()/g, '$1;')
  const whole = presentText(lines.replace(/(?<!\s)\s*\n\s*/g, '')).replace(/(?<![，、：；。])[，、：；。]+$/, '')
  if (whole.length <= CONTENT) return whole || null
  const comma = Math.max(
    whole.lastIndexOf('，', CONTENT),
    whole.lastIndexOf('。', CONTENT),
    whole.lastIndexOf('；', CONTENT),
  )
  return whole.slice(0, comma > 8 ? comma : CONTENT)
}

type When = Pick<NoticeEvent, 'start' | 'end' | 'precision'>

function finding(context: Context, range: Range, when: When, about: About, rule: string): Finding<NoticeEvent> {
  const value: NoticeEvent = context.factWith(range, {
    title: about.title && context.fact(about.title),
    start: when.start,
    end: when.end,
    precision: when.precision,
    venue: about.venue && context.fact(about.venue),
    organizers: about.organizers.map((one) => context.fact(one)),
    content: contentOf(context, about.content),
  })
  return { value, range, score: 1, rule }
}

/** Longest indent before a date that begins its paragraph. */
const LEAD = 16

/** Farthest from the heading that it runs on from that a date stands. */
const RUN_ON = 200

function ofDate(scene: Scene, c: Classified): Finding<NoticeEvent> {
  const { context } = scene
  const { element, range } = c.moment
  const { start, end, precision } = c.resolved
  const place = scene.rows.get(element)
  if (place) return finding(context, range, { start, end, precision }, fromRow(scene, place, range), 'events/row')
  const block = fromBlock(scene, element, range)
  if (block) return finding(context, range, { start, end, precision }, block, 'events/label')
  const led =
    range.start - element.range.start <= LEAD && context.text.slice(element.range.start, range.start).trim() === ''
  const headed =
    led && !grammar.heldAt.test(context.text.slice(range.end, c.sentence.end)) ? fromHeadings(scene, element) : null
  if (headed) return finding(context, range, { start, end, precision }, headed, 'events/heading')
  return finding(context, range, { start, end, precision }, fromSentence(scene, c), 'events/sentence')
}

function ofSession(scene: Scene, session: Session): Finding<NoticeEvent> | null {
  const { context } = scene
  const day = resolveExpression(session.day.expression, context.reference())
  if (!day) return null
  const iso = day.start.slice(0, 10)
  const when: When = { start: `${iso}T${session.start}`, end: `${iso}T${session.end}`, precision: 'minute' }
  const about = session.place ? fromRow(scene, session.place, session.range) : fromLine(scene, session)
  return finding(context, session.range, when, about, 'events/session')
}

export const events = defineExtractor({
  name: 'events',
  many: true,
  *extract(context) {
    const { sessions } = programmeOf(context)
    const held = classified(context).filter((c) => c.role === 'event')
    if (!held.length && !sessions.length) return
    const scene = sceneOf(context)
    const days = new Set(sessions.map((s) => s.day))
    const kept = keptDates(context)
    const found: Finding<NoticeEvent>[] = []
    for (const c of held) if (!days.has(c.moment) && kept(c)) found.push(ofDate(scene, c))
    sameVenues(found)
    for (const session of sessions) {
      const one = ofSession(scene, session)
      if (one) found.push(one)
    }
    found.sort((a, b) => a.range.start - b.range.start)
    yield* withOrganizers(scene, found)
  },
})

/** 地点同上: the place of the event before. */
function sameVenues(found: readonly Finding<NoticeEvent>[]): void {
  found.forEach(({ value }, i) => {
    if (value.venue && grammar.sameVenue.test(value.venue.text)) value.venue = found[i - 1]?.value.venue ?? null
  })
}

/** The dates that kept their role when they were compared with each other: a period told twice is one event. */
function keptDates(context: Context): (c: Classified) => boolean {
  const dates = context.known.dates
  if (!dates) return () => true
  const starts = new Set(dates.filter((d) => d.role === 'event').map((d) => d.span.start))
  return (c) => starts.has(context.span(c.moment.range).start)
}

/** More bodies hold nothing together. */
const ORGANIZERS = 60

/** How many dates of the one event are given them. */
const SAME = 50

/** How much of a paragraph is looked at for those who hold the event together. */
const JOINTLY = 1000

/** 主办单位:… said once for the whole notice belongs to the event that the notice is about. */
function* withOrganizers(scene: Scene, found: Finding<NoticeEvent>[]): Iterable<Finding<NoticeEvent>> {
  const { context, notice } = scene
  const main = notice && context.fact(notice).span.start
  const bare = found.filter((f) => f.value.title?.span.start === main && !f.value.organizers.length).slice(0, SAME)
  if (notice && bare.length) {
    const organizers = organizersOf(scene)
    if (organizers.length) for (const f of bare) f.value.organizers = organizers.map((one) => context.fact(one))
  }
  yield* found
}

function organizersOf({ context, elements }: Scene): Range[] {
  const body = elements.filter((e) => e.zone === 'body')
  const labelled = body
    .filter((e) => e.value.includes('办单位') || e.value.includes('办方') || e.value.includes('组织单位'))
    .flatMap(blocksOf)
    .filter((b) => b.kind === 'organizer')
    .flatMap((b) => names(context, b.value))
    .slice(0, ORGANIZERS)
  if (labelled.length) return labelled
  for (const element of body) {
    const at = grammar.jointly.find(element.value.slice(0, JOINTLY))?.at('who')
    const who = at ? names(context, shift(at, element.range.start)) : []
    if (who.length > 1 && who.every((one) => isBody(context.text.slice(one.start, one.end)))) return who
  }
  return []
}
