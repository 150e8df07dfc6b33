/** What the parts of one notice's view share. */
import { type Content, html, type Markup } from '../page/html.js'
import type { Item, Items } from './items.js'
import type { Reading } from './reading.js'
import type { Words } from './words.js'

export interface Frame {
  /** Prefix of the view's ids: several notices stand on one page. */
  id: string
  words: Words
  items: Items
  reading: Reading
  /** Ids of what the sheet shows. */
  shown: ReadonlySet<string>
}

export const markId = (id: string, item: Pick<Item, 'n'>) => `${id}-m${item.n}`
export const factId = (id: string, item: Pick<Item, 'n'>) => `${id}-f${item.n}`

/** Text that leads to its place on the sheet, where there is one. */
export function toPlace({ id, shown }: Frame, item: Item, text: Content): Content {
  const target = markId(id, item)
  return shown.has(target) ? html`<a class="go" href="#${target}">${text}</a>` : html`<span class="go">${text}</span>`
}

/**
 * What is known of an item beside its value, dim and small, its rule behind. That a rule is certain is said in the text
 * alone: what stands out here is doubt.
 */
export function detailLine({ words }: Frame, { details, rule, certainty }: Item, ...left: string[]): Content {
  const notes: Content[] = details
    .filter(({ label }) => !left.includes(label))
    .map(({ label, value }) => html`<i>${label}</i>${words.colon}${value}`)
  if (rule) notes.push(html`<code>${rule}</code>`)
  if (certainty && certainty !== 'certain')
    notes.push(html`<span class="${certainty}">${words.values[certainty]}</span>`)
  return (
    notes.length > 0 &&
    html`<span class="more">${notes.map((note, i) => [i ? html`<span class="sep"> · </span>` : '', note])}</span>`
  )
}

/** A part of the panel under its own heading. */
export const part = (frame: Frame, name: string, heading: string, count: number, body: Content): Markup =>
  html`<section class="part" id="${frame.id}-${name}" aria-labelledby="${frame.id}-${name}-h" tabindex="-1">
<h3 id="${frame.id}-${name}-h">${heading}${count > 0 && html` <span class="count">${count}</span>`}</h3>
${body}
</section>
`
