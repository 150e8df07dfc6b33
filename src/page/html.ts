/** Markup from data: whatever is put into a template is escaped, unless it is markup itself. */

/** Text that is markup already. Only `html` and `raw` make it. */
export interface Markup {
  readonly markup: string
}

export type Content = string | number | null | undefined | false | Markup | readonly Content[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

declare global {
  interface String {
    /** ES2024; Node has it from version 20 on. */
    toWellFormed(): string
  }
}

/** For text and for attribute values in quotes. Controls that a browser drops or obeys (NUL, bidi) are shown as U+FFFD. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, (char) => ENTITIES[char]!)

/** A template whose values are escaped; lists are joined, `null`, `undefined` and `false` are left out. */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return { markup: parts.reduce((out, part, i) => out + render(values[i - 1]) + part) }
}

/** Markup of the program's own, as it is. Never for content. */
export const raw = (markup: string): Markup => ({ markup })

function render(value: Content): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if ('markup' in value) return value.markup
  return value.map(render).join('')
}
