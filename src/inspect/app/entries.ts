/** How an entry of a field is told in a line or two. */
import type { GoldenField } from '../../eval/index.js'
import { type Content, html } from '../../page/html.js'
import { type Lang, WORDS } from '../../report/words.js'
import { readPart, textOf } from './edit.js'

type Some = Readonly<Record<string, unknown>>
const some = (value: unknown): Some => (value !== null && typeof value === 'object' ? (value as Some) : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const string = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const time = (value: unknown) => string(value).replace('T', ' ')

const period = (first: unknown, last: unknown) =>
  [...new Set([time(first), time(last)])].filter((one) => one).join(' – ')

const line = (...parts: string[]): string => parts.filter((part) => part).join(' · ')
const lines = (first: string, ...rest: string[]): Content => [
  html`<span class="main">${first}</span>`,
  rest.filter((one) => one).map((one) => html`<span class="rest">${one}</span>`),
]
const facts = (value: unknown, name: string) => readPart(value, { name, kind: 'facts' })
const fact = (value: unknown, name: string) => readPart(value, { name, kind: 'fact' })

export function entryOf(field: GoldenField, value: unknown, lang: Lang): Content {
  const entry = some(value)
  const words = WORDS[lang]
  switch (field) {
    case 'dates': {
      const role = words.roles[string(entry.role) as keyof typeof words.roles] ?? string(entry.role)
      return lines(line(role, period(entry.start, entry.end)), textOf(value))
    }
    case 'deadlines': {
      const { amount, unit } = some(entry.relative)
      const term = string(amount) && `${string(amount)} ${words.values[string(unit) as 'day'] ?? string(unit)}`
      const due = period(entry.from, entry.due) || string(entry.recurrence) || term
      return lines(line(due, textOf(value)), string(entry.action), line(fact(value, 'actor'), string(entry.recipient)))
    }
    case 'events':
      return lines(line(period(entry.start, entry.end), fact(value, 'title')), fact(value, 'venue'), textOf(value))
    case 'contacts':
      return lines(
        line(fact(value, 'unit'), facts(value, 'people')) || facts(value, 'phones') || facts(value, 'emails'),
        line(facts(value, 'phones'), facts(value, 'faxes'), facts(value, 'emails')),
        fact(value, 'address'),
      )
    case 'citations':
      return lines(line(fact(value, 'title'), fact(value, 'documentNumber')) || textOf(value))
    case 'outline':
      return lines(`${string(entry.number)}${string(entry.heading)}` || textOf(value))
    case 'tables':
      return lines(list(entry.cells).map(textOf).join(' | '))
    case 'forms':
      return lines(`${textOf(entry.label)}${words.colon}${textOf(entry.value) || '—'}`)
    default:
      return lines(textOf(value))
  }
}
