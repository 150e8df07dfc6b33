/** The heading tree, as navigation of the sheet. */
import type { Notice, Section } from '../index.js'
import { type Content, html, type Markup } from '../page/html.js'
import { type Frame, toPlace } from './frame.js'

export function outlineNav({ outline }: Notice, frame: Frame): Markup | null {
  if (!outline.length) return null
  return html`<nav class="outline" aria-label="${frame.words.page.outline}"><p class="cap">${frame.words.page.outline}</p>${list(outline, frame)}</nav>
`
}

function list(sections: readonly Section[], frame: Frame): Content {
  if (!sections.length) return null
  return html`<ol>${sections.map(
    (section) =>
      html`<li>${toPlace(frame, frame.items.of(section), `${section.number}${section.heading}`)}${list(section.children, frame)}</li>
`,
  )}</ol>`
}
