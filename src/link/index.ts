/**
 * The map of an archive: which notice of a set names which other, found by number, else by title and body.
 *
 * @packageDocumentation
 */

export { linkNotices } from './link.js'
export type * from './types.js'
