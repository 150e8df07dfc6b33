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

/** Rule and certainty, dim and small. */
export function evidence({ words }: Frame, { rule, certainty }: Item): Content {
  if (!rule) return null
  return html`<span class="rule"><code>${rule}</code>${certainty && html` <span class="${certainty}">${words.values[certainty]}</span>`}</span>`
}

/** What is known of an item beside its value. */
export const detailLine = ({ words }: Frame, { details }: Item, ...left: string[]): Content => {
  const kept = details.filter(({ label }) => !left.includes(label))
  return (
    kept.length > 0 &&
    html`<span class="more">${kept.map(({ label, value }, i) => [i ? ' · ' : '', html`<i>${label}</i>${words.colon}${value === '✓' ? '✓' : value}`])}</span>`
  )
}

/** A part of the panel under its own heading. */
export const part = (frame: Frame, name: string, heading: string, count: number, body: Content): Markup =>
  html`<section class="part" id="${frame.id}-${name}" aria-labelledby="${frame.id}-${name}-h" tabindex="-1">
<h3 id="${frame.id}-${name}-h">${heading}${count > 0 && html` <span class="count">${count}</span>`}</h3>
${body}
</section>
`
