/**
 * `gongwen/contacts`: contacts of notices as cards of an address book, vCard 4.0 (RFC 6350). Documented in docs/contacts.md.
 *
 * @packageDocumentation
 */
import type { Notice } from '../index.js'
import type { NoticeSource } from '../office/notices.js'
import { contactCards } from './cards.js'
import { writeCards } from './vcf.js'

export type { NoticeSource } from '../office/notices.js'
export { contactCards } from './cards.js'
export type * from './types.js'
export { writeCards } from './vcf.js'

/** The contacts of some notices as the text of a `.vcf` file. */
export const toVcards = (sources: Iterable<Notice | NoticeSource>): string => writeCards(contactCards(sources))
