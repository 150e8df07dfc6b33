/** Rows of a table: one input a row, named by its number. */
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { splitLines, textOf } from '../lines.js'
import type { BatchInput, Failure } from '../types.js'
import { decoded, gunzipped } from './bytes.js'
import type { Reading } from './index.js'

/** Where no column is named. */
const COLUMNS = ['text', 'html', 'content']

type Row = Record<string, unknown>

function toInput(path: string, row: Row, { column, refColumn }: Reading): BatchInput {
  const ref = refColumn === undefined ? undefined : row[refColumn]
  const named = typeof ref === 'string' || typeof ref === 'number' ? { path, ref } : { path }
  const fail = (code: Failure['code'], message: string): BatchInput => ({ ...named, error: { code, message } })
  const name = column ?? COLUMNS.find((one) => Object.hasOwn(row, one))
  if (name === undefined || !Object.hasOwn(row, name))
    return fail('no-column', `there is no column ${column ?? COLUMNS.join(', ')}`)
  const value = row[name]
  if (typeof value !== 'string') return fail('bad-row', `the column ${name} holds no text`)
  return { ...named, text: value }
}

export async function* readNdjson(path: string, reading: Reading): AsyncGenerator<BatchInput, void, undefined> {
  let number = 0
  for await (const line of splitLines(gunzipped(createReadStream(path)), reading.maxBytes)) {
    const name = `${path}#${++number}`
    if (line.tooLong) {
      const message = `the line is longer than the limit of ${reading.maxBytes} bytes`
      yield { path: name, error: { code: 'too-large', message } }
      continue
    }
    const text = textOf(line).replace(/^\ufeff/, '')
    if (text.trim() === '') continue
    yield parseRow(name, text, reading)
  }
}

function parseRow(path: string, text: string, reading: Reading): BatchInput {
  let row: unknown
  try {
    row = JSON.parse(text)
  } catch {
    return { path, error: { code: 'bad-row', message: 'the line is no JSON' } }
  }
  if (row === null || typeof row !== 'object' || Array.isArray(row))
    return { path, error: { code: 'bad-row', message: 'the line is no JSON object' } }
  return toInput(path, row as Row, reading)
}

/** Comma-separated (RFC 4180), by csv-parse; `.tsv` with tabs. The first row names the columns. */
export async function* readCsv(path: string, reading: Reading): AsyncGenerator<BatchInput, void, undefined> {
  const parser = parse({
    columns: true,
    bom: true,
    delimiter: /\.tsv(?:\.gz)?$/i.test(path) ? '\t' : ',',
    // A row with too few or too many cells is still a row; what it lacks is said of it.
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: reading.maxBytes,
  })
  const input = Readable.from(decoded(gunzipped(createReadStream(path))))
  input.on('error', (error) => parser.destroy(error))
  input.pipe(parser)
  let number = 0
  try {
    for await (const row of parser as AsyncIterable<Row>) yield toInput(`${path}#${++number}`, row, reading)
  } finally {
    input.destroy()
  }
}
