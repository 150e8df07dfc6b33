/** Contact points as cards: who, on which lines, where. */
import type { Contact, Fact, Notice, Phone } from '../index.js'
import { type Content, html, type Markup } from '../page/html.js'
import { detailLine, type Frame, factId, part, toPlace } from './frame.js'
import { mail, telephone } from './links.js'

export function contactCards({ contacts }: Notice, frame: Frame): Markup | null {
  if (!contacts.length) return null
  return part(
    frame,
    'contacts',
    frame.words.page.contacts,
    contacts.length,
    html`<ul class="cards">${contacts.map((contact) => card(contact, frame))}</ul>`,
  )
}

function card(contact: Contact, frame: Frame): Markup {
  const { unit, people, phones, faxes, emails, messengers, address, postcode, urls } = contact
  const item = frame.items.of(contact)
  const row = (values: readonly (Fact | null)[], show: (fact: Fact) => Content = ({ text }) => text): Content =>
    values.map((value) => value && line(value, frame, show(value)))
  return html`<li class="card fact k-contacts" id="${factId(frame.id, item)}" data-path="${item.path}">
<ul>${row([unit], ({ text }) => html`<b>${text}</b>`)}${row(people, ({ text }) => html`<b>${text}</b>`)}${row(
    phones,
    (fact) => phone(fact as Phone),
  )}${row(faxes, (fact) => (fact as Phone).number)}${row(emails, ({ text }) => {
    const href = mail(text)
    return href ? html`<a class="out" href="${href}">${text}</a>` : text
  })}${row(messengers)}${row([address, postcode])}${row(urls)}</ul>
${detailLine(frame, item)}</li>
`
}

function phone(fact: Phone): Content {
  const text = `${fact.number}${fact.extension ? ` - ${fact.extension}` : ''}`
  const href = telephone(fact)
  return href ? html`<a class="out" href="${href}">${text}</a>` : text
}

/** A part of the card: its label leads to its place, its value to whom it names. */
function line(value: Fact, frame: Frame, shown: Content): Markup {
  const item = frame.items.of(value)
  return html`<li class="fact k-contacts" id="${factId(frame.id, item)}" data-path="${item.path}"><span class="key">${toPlace(frame, item, item.label)}</span> <span class="val">${shown}</span></li>
`
}
