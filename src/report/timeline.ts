/** Dates and deadlines in the order of the calendar. */
import type { Notice } from '../index.js'
import { type Content, html, type Markup } from '../page/html.js'
import { type Frame, part, toPlace } from './frame.js'
import type { Item } from './items.js'
import { dayNumber, weekday } from './moments.js'

interface Stop {
  /** By which it is ordered; for a deadline its last day. */
  iso: string
  item: Item
  name: string
  what: string
}

export function timeline(notice: Notice, frame: Frame): Markup | null {
  const stops = stopsOf(notice, frame).sort((a, b) => (a.iso < b.iso ? -1 : a.iso > b.iso ? 1 : 0))
  if (!stops.length) return null
  const { words } = frame
  const signed = notice.dates.find(({ role }) => role === 'signed')
  const from = signed ? dayNumber(signed.start) : null
  let month = ''
  const rows = stops.map((stop) => {
    const own = stop.iso.slice(0, 7)
    const first = own !== month
    month = own
    return [
      first && html`<li class="month" aria-hidden="true">${monthName(own, words.lang)}</li>`,
      row(stop, from, frame),
    ]
  })
  return part(frame, 'timeline', words.page.timeline, stops.length, html`<ol class="timeline">${rows}</ol>`)
}

function stopsOf({ dates, deadlines, events }: Notice, { items, words }: Frame): Stop[] {
  const stops: Stop[] = []
  // Days of an event stand there with what happens.
  const told = new Set(events.map(({ span }) => `${span.start}-${span.end}`))
  for (const date of dates) {
    if (date.role === 'mentioned' || (date.role === 'event' && told.has(`${date.span.start}-${date.span.end}`)))
      continue
    stops.push({ iso: date.start, item: items.of(date), name: words.roles[date.role], what: date.label ?? '' })
  }
  for (const event of events)
    stops.push({
      iso: event.start,
      item: items.of(event),
      name: words.fields.events,
      what: [event.title?.text, event.venue?.text].filter((text) => text).join(' · '),
    })
  for (const deadline of deadlines)
    if (deadline.due)
      stops.push({ iso: deadline.due, item: items.of(deadline), name: words.fields.deadlines, what: deadline.action })
  return stops
}

function row({ iso, item, name, what }: Stop, signed: number | null, frame: Frame): Content {
  const day = dayNumber(iso)
  const lag = day !== null && signed !== null ? day - signed : 0
  return html`<li class="stop k-${item.kind}"><span class="when">${toPlace(frame, item, item.value)} <span class="dim">${iso.length >= 10 && weekday(iso, frame.words)}${lag !== 0 && ` ${lag > 0 ? '+' : '−'}${Math.abs(lag)} ${frame.words.values.days}`}</span></span> <span class="what"><b>${name}</b> ${what}</span></li>
`
}

const monthName = (month: string, lang: string) => {
  const [year, number] = month.split('-')
  return lang === 'zh' ? `${year}年${Number(number)}月` : month
}
