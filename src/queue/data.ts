/** What a job holds. */
import type { BatchInput } from '../batch/index.js'

/** An input as JSON: bytes are base64. Of a plain file only its path, unless it is taken along. */
export type JobInput = Omit<BatchInput, 'id' | 'bytes'>

/** As it is stored: as it is, or, with characters that PostgreSQL does not take in JSON, as JSON in a string. */
export type JobData = JobInput | { json: string }

/** NUL, and halves of a pair without the other. */
const REFUSED = /\\u(?:0000|d[89a-f][\da-f]{2})/

export function pack(input: JobInput): JobData {
  const json = JSON.stringify(input)
  return REFUSED.test(json) ? { json } : input
}

export const unpack = (data: JobData): JobInput => ('json' in data ? (JSON.parse(data.json) as JobInput) : data)

/** A message that every server stores. */
export const storable = (text: string): string =>
  text.replace(/\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

export const hasContent = ({ text, html, base64 }: JobInput): boolean => (text ?? html ?? base64) !== undefined
