/** Notices as JSON. */
import type { Notice } from '../index.js'
import type { FieldName } from './fields.js'

/** What happened to one input: a line of NDJSON. */
export type InputRecord =
  | { file: string; notice: Partial<Notice> }
  | { file: string; error: { code: string; message: string } }

export function pick(notice: Notice, fields: readonly FieldName[]): Partial<Notice> {
  return fields.length ? (Object.fromEntries(fields.map((name) => [name, notice[name]])) as Partial<Notice>) : notice
}

/** JSON leaves DEL, C1 controls and bidi controls as they are; a terminal would obey them. Escaped, the value is the same. */
export function stringify(value: unknown, indent?: number): string {
  const toEscape = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(value, null, indent).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    toEscape,
  )
}
