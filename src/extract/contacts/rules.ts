/** The compiled grammar of contacts, and the kinds of value that its labels and the heads of tables name. */
import contactsGrammar from '../../../grammars/contacts.js'
import { compile, type Match } from '../../grammar.js'

export const grammar = compile(contactsGrammar)

const KINDS = ['person', 'fax', 'email', 'phone', 'postcode', 'address', 'url', 'im', 'unit', 'account'] as const

export type LabelKind = (typeof KINDS)[number]

/** The kind that a match of a label or head stands for: each has one group by its name. */
export function kindOf(match: Match | null): LabelKind | null {
  if (match) for (const kind of KINDS) if (match.groups[kind] !== undefined) return kind
  return null
}
