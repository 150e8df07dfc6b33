/** The panel: facts as a clerk would file them. */
import type { Citation, Deadline, Notice, NoticeDate, NoticeEvent } from '../index.js'
import { type Content, html, type Markup } from '../page/html.js'
import { detailLine, type Frame, factId, part, toPlace } from './frame.js'
import type { Item } from './items.js'
import type { Kind } from './kinds.js'

/** Dates that a clerk files; the others are told last. */
const ROLES = ['signed', 'published', 'printed', 'effective', 'expires', 'event'] as const

export function factsPanel(notice: Notice, frame: Frame): Markup {
  const { words, items } = frame
  const { fields } = words
  // What the number itself shows.
  const left = [words.details.code, words.details.year, words.details.sequence]
  const line = (value: object) => factLine(frame, items.of(value), { left })
  const rows = (label: string, kind: Kind, values: readonly Content[]): Content =>
    values.length > 0 &&
    html`<div class="row k-${kind}"><dt>${label}</dt><dd><ul>${values}</ul></dd></div>
`
  const one = (
    field: 'title' | 'documentNumber' | 'documentType' | 'classification' | 'urgency' | 'copyNumber' | 'disclosure',
  ) => rows(fields[field], 'head', notice[field] ? [line(notice[field])] : [])
  const many = (
    field: 'issuingBodies' | 'signatories' | 'addressees' | 'copiedTo' | 'themes' | 'attachments' | 'urls',
    kind: Kind,
  ) => rows(fields[field], kind, notice[field].map(line))
  const dates = (role: NoticeDate['role']) =>
    rows(
      words.roles[role],
      'dates',
      notice.dates.filter((date) => date.role === role).map((date) => line(date)),
    )
  const own = items.all.filter(({ kind, path }) => kind === 'other' && !path.startsWith('outline.'))
  const body = [
    one('title'),
    one('documentNumber'),
    one('documentType'),
    many('issuingBodies', 'bodies'),
    many('signatories', 'bodies'),
    many('addressees', 'bodies'),
    many('copiedTo', 'bodies'),
    one('urgency'),
    one('classification'),
    one('copyNumber'),
    one('disclosure'),
    ROLES.slice(0, 5).map(dates),
    rows(fields.printedBy, 'bodies', notice.printedBy ? [line(notice.printedBy)] : []),
    many('themes', 'themes'),
    rows(
      fields.deadlines,
      'deadlines',
      notice.deadlines.map((deadline) => deadlineLine(frame, deadline)),
    ),
    rows(
      fields.events,
      'events',
      notice.events.map((event) => eventLine(frame, event)),
    ),
    dates('event'),
    many('attachments', 'attachments'),
    rows(
      fields.citations,
      'citations',
      notice.citations.map((citation) => citationLine(frame, citation)),
    ),
    many('urls', 'urls'),
    rows(fields.tables, 'tables', notice.tables.map(line)),
    rows(fields.forms, 'tables', notice.forms.map(line)),
    dates('mentioned'),
    rows(
      fields.other,
      'other',
      own.map((item) => factLine(frame, item)),
    ),
  ]
  const count = items.all.filter(({ kind, path }) => kind !== 'diagnostics' && isFiled(path)).length
  const empty = !body.flat().some((row) => row)
  return part(
    frame,
    'facts',
    words.page.panel,
    count,
    empty ? html`<p class="none">${words.page.none}</p>` : html`<dl class="filed">${body}</dl>`,
  )
}

/** Facts of their own, not parts of one. */
export const isFiled = (path: string): boolean => !path.startsWith('outline.') && /^[^.]+(?:\.\d+)?$/.test(path)

interface Line {
  /** Stands behind the value: what it is about. */
  about?: Content
  parts?: readonly Content[]
  /** Labels of details that need not be said here. */
  left?: readonly string[]
}

function factLine(frame: Frame, item: Item, { about, parts = [], left = [] }: Line = {}): Markup {
  const told = parts.filter((part) => part)
  return html`<li class="fact k-${item.kind}" id="${factId(frame.id, item)}" data-path="${item.path}">${toPlace(frame, item, item.value || item.label)} ${about}${detailLine(frame, item, ...left)}${
    told.length > 0 && html`<ul>${told}</ul>`
  }</li>
`
}

/** A part of a fact under its label; its rule and page are those of the whole. */
function partLine(frame: Frame, value: object | null | undefined): Content {
  if (!value) return null
  const item = { ...frame.items.of(value), rule: null, certainty: null }
  return html`<li class="fact k-${item.kind}" id="${factId(frame.id, item)}" data-path="${item.path}"><i>${item.label}</i>${frame.words.colon}${toPlace(frame, item, item.value)} ${detailLine(frame, item, frame.words.details.page)}</li>
`
}

function deadlineLine(frame: Frame, deadline: Deadline): Markup {
  const { details } = frame.words
  const { actor, channels = [], consequence, action } = deadline
  return factLine(frame, frame.items.of(deadline), {
    about: html`<span class="about">${action}</span>`,
    parts: [actor, ...channels, consequence].map((value) => partLine(frame, value)),
    left: [details.action],
  })
}

function eventLine(frame: Frame, event: NoticeEvent): Markup {
  const { title, venue, organizers } = event
  return factLine(frame, frame.items.of(event), {
    parts: [title, venue, ...organizers].map((value) => partLine(frame, value)),
  })
}

function citationLine(frame: Frame, citation: Citation): Markup {
  const { title, documentNumber, issuer, shortName, articles = [] } = citation
  return factLine(frame, frame.items.of(citation), {
    parts: [title, documentNumber, issuer, shortName, ...articles].map((value) => partLine(frame, value)),
  })
}
