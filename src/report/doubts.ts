/** Diagnostics, gravest first, each leading to its place. */
import type { Notice } from '../index.js'
import { html, type Markup } from '../page/html.js'
import { detailLine, type Frame, factId, part, toPlace } from './frame.js'

const GRAVITY = { error: 0, warning: 1, info: 2 } as const

export function doubtList({ diagnostics }: Notice, frame: Frame): Markup | null {
  if (!diagnostics.length) return null
  const { items, words } = frame
  const rows = diagnostics
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity])
    .map((doubt) => {
      const item = items.of(doubt)
      return html`<li class="doubt ${doubt.severity}" id="${factId(frame.id, item)}" data-path="${item.path}"><span class="sev">${words.values[doubt.severity]}</span> ${toPlace(frame, item, doubt.reason)} ${detailLine(frame, item)}</li>
`
    })
  return part(frame, 'diagnostics', words.page.diagnostics, diagnostics.length, html`<ul class="doubts">${rows}</ul>`)
}
