/**
 * 活动: what is announced to happen, when, where and by whom. Every date whose role is `event` is one; what stands with it
 * (the cells of its row, the labelled lines or headings around it, its sentence) says the rest.
 */
import eventsGrammar from '../../grammars/events.js'
import { compile } from '../grammar.js'
import { resolveExpression } from '../knowledge/calendar.js'
import { isBody } from '../parse/bodies-line.js'
import { presentText } from '../read/normalize.js'
import type { NoticeEvent } from '../types.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { blocksOf, fromBlock, fromHeadings } from './event-blocks.js'
import { type About, fromRow, LEAD, names, nothing, type Scene, sceneOf, shift, trimmed } from './event-scene.js'
import { fromSentence } from './event-sentence.js'
import { listRows } from './list-rows.js'
import { programmeOf, type Session } from './programme.js'
import type { Classified } from './role-words.js'
import { classified } from './roles.js'

const grammar = compile(eventsGrammar)

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

function ofDate(scene: Scene, c: Classified): Finding<NoticeEvent> {
  const { context } = scene
  const { element, range } = c.moment
  const { start, end, precision } = c.resolved
  const place = scene.rows.get(element)
  if (place) return finding(context, range, { start, end, precision }, fromRow(scene, place, range), 'events/row')
  const listed = listRows(context).get(element)
  if (listed?.moment === c.moment) {
    const { title, venue } = listed
    return finding(context, range, { start, end, precision }, { ...nothing(), title, venue }, 'events/list')
  }
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
