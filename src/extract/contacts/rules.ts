/** The compiled grammars of contacts, and the kinds of value that its labels and the heads of tables name. */
import contactNumbersGrammar from '../../../grammars/contact-numbers.js'
import contactPeopleGrammar from '../../../grammars/contact-people.js'
import contactPlacesGrammar from '../../../grammars/contact-places.js'
import contactsGrammar from '../../../grammars/contacts.js'
import { compile, type Match } from '../../grammar.js'

export const grammar = compile(contactsGrammar)
export const numberRules = compile(contactNumbersGrammar)
export const peopleRules = compile(contactPeopleGrammar)
export const placeRules = compile(contactPlacesGrammar)

const KINDS = ['person', 'fax', 'email', 'phone', 'postcode', 'address', 'url', 'im', 'unit', 'account'] as const

export type LabelKind = (typeof KINDS)[number]

/** The kind that a match of a label or head stands for: each has one group by its name. */
export function kindOf(match: Match | null): LabelKind | null {
  if (match) for (const kind of KINDS) if (match.groups[kind] !== undefined) return kind
  return null
}
