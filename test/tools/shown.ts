/** What a contact point holds, in the short form of the tables of tests. */
import { type Contact, findContacts } from '../../src/index.js'

export interface Shown {
  unit?: string
  people?: string[]
  phones?: string[]
  faxes?: string[]
  emails?: string[]
  messengers?: string[]
  address?: string
  postcode?: string
}

export const plain = (c: Contact): Shown => ({
  ...(c.unit ? { unit: c.unit.text } : {}),
  ...(c.people.length ? { people: c.people.map((p) => p.text) } : {}),
  ...(c.phones.length ? { phones: c.phones.map((p) => p.number) } : {}),
  ...(c.faxes.length ? { faxes: c.faxes.map((p) => p.number) } : {}),
  ...(c.emails.length ? { emails: c.emails.map((e) => e.text) } : {}),
  ...(c.messengers.length ? { messengers: c.messengers.map((m) => `${m.kind} ${m.text}`) } : {}),
  ...(c.address ? { address: c.address.text } : {}),
  ...(c.postcode ? { postcode: c.postcode.text } : {}),
})

export const shown = (text: string): Shown[] => findContacts(text).map(plain)
