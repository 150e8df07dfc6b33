/** Lines in, lines out: the filter that other systems call. One record a line, in order, whatever the line holds. */
import { batchLines } from './batch.js'
import { splitLines, textOf } from './lines.js'
import { type BatchInput, type BatchOptions, type Done, MAX_BYTES } from './types.js'

/** A line may be longer than what it holds: base64 takes four bytes for three, an escape in JSON six for one. */
const LINE_RATIO = 2

/** The records of lines `{"id", "path" | "text" | "html" | "base64"}`. */
export function pipeLines(
  lines: AsyncIterable<Uint8Array | string>,
  options: BatchOptions = {},
): AsyncGenerator<Done, void, undefined> {
  const given = lines as Partial<typeof lines & Iterable<string>> | null | undefined
  if (typeof lines === 'string' || !(given?.[Symbol.asyncIterator] ?? given?.[Symbol.iterator]))
    throw new TypeError('pipeLines: lines must be a stream or another iterable of text or bytes')
  return batchLines(readInputs(lines, options.maxBytes ?? MAX_BYTES), { workers: 1, ...options, ordered: true })
}

async function* readInputs(
  chunks: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<BatchInput, void, undefined> {
  const limit = maxBytes * LINE_RATIO
  let number = 0
  for await (const line of splitLines(chunks, limit)) {
    // A line that says neither id nor path is named by its number.
    const path = `#${++number}`
    if (line.tooLong)
      yield { path, error: { code: 'too-large', message: `the line is longer than the limit of ${limit} bytes` } }
    else yield readInput(textOf(line), path)
  }
}

const CONTENTS = ['text', 'html', 'base64', 'path'] as const
const KEYS = ['id', 'ref', 'baseUrl', ...CONTENTS] as const

function readInput(text: string, name: string): BatchInput {
  const fail = (message: string, who: object = { path: name }): BatchInput => ({
    ...who,
    error: { code: 'bad-row', message },
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail('the line is no JSON')
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return fail('the line is no JSON object')
  const line = value as Record<string, unknown>
  const { id } = line
  const who = typeof id === 'string' || typeof id === 'number' ? { id } : { path: name }
  if (!CONTENTS.some((key) => typeof line[key] === 'string'))
    return fail(`the line has none of ${CONTENTS.join(', ')} as a string`, who)
  const wrong = KEYS.find((key) => line[key] !== undefined && !isFitting(key, line[key]))
  if (wrong) return fail(`${wrong} is of the wrong kind`, who)
  const known = Object.fromEntries(KEYS.flatMap((key) => (line[key] === undefined ? [] : [[key, line[key]]])))
  return known as BatchInput
}

function isFitting(key: string, value: unknown): boolean {
  if (key === 'baseUrl') return typeof value === 'string' && URL.canParse(value)
  return typeof value === 'string' || ((key === 'id' || key === 'ref') && typeof value === 'number')
}
