/** The list of notices. */
import { type Content, html, type Markup } from '../../page/html.js'
import { type Doc, extensionOf, isDirty } from './docs.js'
import type { Say } from './words.js'

/** More are found by the filter. */
const MOST = 1000

export function docList(docs: readonly Doc[], current: Doc | undefined, filter: string, say: Say): Markup {
  const wanted = filter.trim().toLowerCase()
  const found = docs.filter(({ name }) => name.toLowerCase().includes(wanted))
  if (!found.length) return html`<p class="dim">${say('noFiles')}</p>`
  const shown = found.slice(0, MOST)
  const first = current && shown.includes(current) ? current : shown[0]
  return html`<ul>${shown.map((doc) => item(doc, doc === current, doc === first, say))}</ul>${found.length > MOST && html`<p class="dim">… ${found.length - MOST}</p>`}`
}

/** One of them is in the order of Tab, the arrow keys lead to the others. */
function item(doc: Doc, current: boolean, first: boolean, say: Say): Markup {
  const slash = doc.name.lastIndexOf('/') + 1
  return html`<li><button type="button" class="doc" data-key="${doc.key}" tabindex="${first ? 0 : -1}"${current && html` aria-current="true"`}>
<span class="name">${slash > 0 && html`<span class="dir">${doc.name.slice(0, slash)}</span>`}${doc.name.slice(slash)}</span>
<span class="tags">${doc.sources.map(chip)}${doc.hasGolden && html`<span class="gold" title="${say('hasGolden')}">★<span class="vh">${say('hasGolden')}</span></span>`}${isDirty(doc) && html`<span class="dot" title="${say('unsaved')}"></span><span class="vh">${say('unsaved')}</span>`}</span>
</button></li>`
}

const chip = ({ name }: Doc['sources'][number]): Content =>
  name !== undefined && html`<span class="ext">${extensionOf(name)}</span>`
