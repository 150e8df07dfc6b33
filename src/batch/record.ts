/** Records: their ids and their lines. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { BatchInput, BatchRecord, Done, Failure, Meta } from './types.js'

const digits = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex').slice(0, 32)

/** The same content has the same id wherever it came from. */
export const contentId = (content: Uint8Array | string): string => digits(content)

/** For inputs without content: files that are not there, rows that are broken. */
export const pathId = (path: string): string => `path:${digits(path)}`

/** Names of the fields of an input that hold its content. */
export function contentOf({ text, html, bytes, base64 }: BatchInput): Uint8Array | string | undefined {
  return text ?? html ?? bytes ?? (base64 === undefined ? undefined : Buffer.from(base64, 'base64'))
}

/**
 * The id of an input that no worker lived to tell. A file is read once more, in pieces; one that cannot be read, or is too
 * long to have been read, goes by its path.
 */
export async function idOf(input: BatchInput, maxBytes: number): Promise<string | number> {
  if (input.id !== undefined) return input.id
  const content = contentOf(input)
  if (content !== undefined) return contentId(content)
  const path = input.path ?? ''
  if (input.error) return pathId(path)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength
      if (size > maxBytes) return pathId(path)
      hash.update(chunk)
    }
  } catch {
    // That it cannot be read is what its record says already.
    return pathId(path)
  }
  return hash.digest('hex').slice(0, 32)
}

type Named = Pick<Meta, 'id' | 'path' | 'ref'>

/** In this order, so that a line begins with what it is about. */
const named = ({ id, path, ref }: Named): Named => ({
  id,
  ...(path === undefined ? {} : { path }),
  ...(ref === undefined ? {} : { ref }),
})

const encoder = new TextEncoder()

/**
 * One line of NDJSON. JSON leaves DEL, C1 controls, bidi controls and line separators as they are; a terminal or a reader
 * of lines would obey them. Escaped, the value is the same.
 */
function toLine(record: BatchRecord): Uint8Array {
  const json = JSON.stringify(record).replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  // Not `Buffer.from`: short strings share a buffer there, which cannot be handed to another thread.
  return encoder.encode(`${json}\n`)
}

export function noticeDone(who: Named, notice: object, told: Pick<Meta, 'warned' | 'number' | 'content'>): Done {
  const name = named(who)
  return { meta: { ...name, outcome: 'notice', ...told }, line: toLine({ ...name, notice } as BatchRecord) }
}

export function errorDone(who: Named, error: Failure): Done {
  const name = named(who)
  return { meta: { ...name, outcome: 'error', code: error.code }, line: toLine({ ...name, error }) }
}

export function duplicateDone(who: Named, original: Named, by: 'content' | 'number'): Done {
  const name = named(who)
  const { id, path } = original
  const duplicateOf = path === undefined ? { id } : { id, path }
  return { meta: { ...name, outcome: 'duplicate' }, line: toLine({ ...name, duplicateOf, by }) }
}
