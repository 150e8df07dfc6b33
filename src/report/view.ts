/** One notice as it is looked at: the sheet with its marks, the facts, the timeline, the cards, the doubts. Runs anywhere. */
import type { Notice } from '../index.js'
import { type Content, html, type Markup, raw } from '../page/html.js'
import { contactCards } from './cards.js'
import { doubtList } from './doubts.js'
import { factsPanel, isFiled } from './facts.js'
import type { Frame } from './frame.js'
import { itemsOf } from './items.js'
import { KINDS, type Kind, QUIET } from './kinds.js'
import { outlineNav } from './outline.js'
import { readingOf } from './reading.js'
import { sheetOf } from './sheet.js'
import { timeline } from './timeline.js'
import type { EvidenceOf } from './trace.js'
import { LANGS, type Lang, WORDS } from './words.js'

/** How a view looks. */
export interface ViewOptions {
  /** Language of labels. Default `zh`. */
  lang?: Lang
  /** Prefix of ids, unlike that of any other view on the page: letters and digits. Default `n1`. */
  id?: string
  /** Rules and certainties of the values, as a `trace` that the notice was read with tells them. */
  evidenceOf?: EvidenceOf
  /** Whether a link leads back to an index (`#index`). */
  indexed?: boolean
}

/** What views and pages are asked for alike. */
export function checkView(options: { lang?: unknown; evidenceOf?: unknown }, caller: string): void {
  if (options === null || typeof options !== 'object') throw new TypeError(`${caller}: options must be an object`)
  const { lang, evidenceOf } = options
  if (lang !== undefined && !LANGS.includes(lang as Lang))
    throw new TypeError(`${caller}: options.lang must be one of ${LANGS.join(', ')}`)
  if (evidenceOf !== undefined && typeof evidenceOf !== 'function')
    throw new TypeError(`${caller}: options.evidenceOf must be a function`)
}

/** Items from which on a browser need not lay out all entries at once. */
const MANY = 500

/**
 * Markup of one notice, to be put into a page that has `viewStyle` and `viewScript`. Nothing of the notice is markup in
 * it, and nothing is loaded. Linear in text and facts. Throws `TypeError` on a wrong argument.
 */
export function noticeView(notice: Notice, options: ViewOptions = {}): Markup {
  if (typeof notice?.source?.text !== 'string') throw new TypeError('noticeView: notice must be a notice')
  checkView(options, 'noticeView')
  const { lang = 'zh', id = 'n1', evidenceOf, indexed = false } = options
  if (typeof id !== 'string' || !/^[a-z][a-z\d]*$/i.test(id))
    throw new TypeError('noticeView: id must be letters and digits')
  const words = WORDS[lang]
  const items = itemsOf(notice, words, evidenceOf)
  const reading = readingOf(notice)
  const sheet = sheetOf(notice, reading, items, id, words)
  const frame: Frame = { id, words, items, reading, shown: sheet.shown }
  const parts = {
    facts: factsPanel(notice, frame),
    timeline: timeline(notice, frame),
    contacts: contactCards(notice, frame),
    diagnostics: doubtList(notice, frame),
  }
  const names = { facts: 'panel', timeline: 'timeline', contacts: 'contacts', diagnostics: 'diagnostics' } as const
  const jumps = (Object.keys(parts) as (keyof typeof parts)[])
    .filter((name) => parts[name])
    .map((name) => html`<a href="#${id}-${name}">${words.page[names[name]]}</a>`)
  return html`<article class="notice${items.all.length > MANY && ' many'}" id="${id}" aria-labelledby="${id}-title" data-view="${id}">
<header class="top">
<h2 id="${id}-title">${notice.title?.text ?? notice.source.filename ?? words.page.untitled}</h2>
<p class="dim">${sourceLine(notice, frame)}</p>
<nav class="jump" aria-label="${words.page.parts}">${indexed && html`<a href="#index">${words.page.toIndex}</a>`}<a href="#${id}-text">${words.page.text}</a>${jumps}</nav>
</header>
${legend(frame)}
<div class="cols">
${outlineNav(notice, frame) ?? html`<div class="outline"></div>`}
<section class="sheet" id="${id}-text" aria-label="${words.page.sheet}" lang="zh-CN" dir="ltr" tabindex="-1">
${sheet.markup}
</section>
<aside class="panel" aria-label="${words.page.panel}">
<nav class="jump side" aria-label="${words.page.panel}">${jumps}</nav>
${parts.facts}${parts.timeline}${parts.contacts}${parts.diagnostics}
</aside>
</div>
</article>
`
}

function sourceLine({ source, diagnostics }: Notice, { words, items }: Frame): string {
  const { filename, carrier, encoding, pages, text } = source
  const count = items.all.filter(({ kind, path }) => kind !== 'diagnostics' && isFiled(path)).length
  return [
    filename,
    words.values[carrier],
    encoding,
    pages && `${pages.length} ${words.page.pages}`,
    `${text.length} ${words.page.characters}`,
    `${count} ${words.page.facts}`,
    diagnostics.length > 0 && `${diagnostics.length} ${words.page.doubts}`,
  ]
    .filter((part) => part)
    .join(' · ')
}

/** Boxes that show and hide the marks of a kind; the style sheet does it, no script is needed. */
function legend({ items, words, id }: Frame): Content {
  const counts = new Map<Kind, number>()
  for (const { kind, span, level } of items.all) if (span && !level) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const present = KINDS.filter((kind) => counts.has(kind))
  if (!present.length) return null
  const boxes = present.map(
    (kind) =>
      html`<input type="checkbox" class="box t-${kind}" id="${id}-t-${kind}"${raw(QUIET.has(kind) ? '' : ' checked')}>`,
  )
  const chips = present.map(
    (kind) =>
      html`<label class="chip k-${kind}" for="${id}-t-${kind}"><span class="sw"></span>${words.kinds[kind]} <span class="count">${counts.get(kind)}</span></label>`,
  )
  return html`${boxes}
<div class="legend" role="group" aria-label="${words.page.legend}">${chips}</div>`
}
