/** What the sentence with the day of an event says, and the heading that it runs on from. */
import eventRolesGrammar from '../../grammars/event-roles.js'
import eventsGrammar from '../../grammars/events.js'
import { compile, type Match } from '../grammar.js'
import { isBody } from '../parse/bodies-line.js'
import type { NoticeElement } from '../parse/tree.js'
import type { Context, Range } from './define.js'
import { blocksOf, SIBLINGS, setAt, venueOf } from './event-blocks.js'
import {
  type About,
  isHappening,
  isHeading,
  isPlace,
  namedBy,
  names,
  nothing,
  type Scene,
  shift,
  trimmed,
} from './event-scene.js'
import { firstFrom } from './ranges.js'
import type { Classified } from './role-words.js'

const grammar = compile(eventsGrammar)
const roles = compile(eventRolesGrammar)

/** How much of a paragraph behind a date is looked at. */
const BEHIND = 240

/** What the sentence with the date says, and the heading that it stands under or runs on from. */
export function fromSentence(scene: Scene, c: Classified): About {
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
  // 停电检修因天气原因改期,现调整为: what it is that has moved.
  const moved = roles.movedNow.find(left)
  const what = moved?.at('what') ?? moved?.at('other')
  about.title =
    (what && shift(what, c.sentence.start)) ??
    sessionLead(context, c, left) ??
    labelTitle(scene, c) ??
    subjectOf(context, c, left) ??
    headingTitle(scene, c, left)
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
    if (!about.venue && grammar.place.test(tells) && isPlace(tells)) about.venue = rest
    else about.content = rest
  }
  about.venue ??= placeBehind(context, c.range.end, sentence) ?? venueBelow(scene, element)
  return about
}

/** 面试:3月29日8:00开始,明德楼会议室,请提前到场: the clause behind the hour is a place. */
function placeBehind(context: Context, from: number, sentence: string): Range | null {
  const at = grammar.placeBehind.at(sentence, 0)?.at('venue')
  const place = at && sentence.slice(at.start, at.end)
  if (!at || !place || !grammar.place.test(place) || grammar.noVenue.test(place)) return null
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

/** Farthest from the heading that it runs on from that a date stands. */
const RUN_ON = 200
