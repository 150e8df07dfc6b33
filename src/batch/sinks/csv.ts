/** CSV (RFC 4180). Cells that a spreadsheet would take for a formula are defused by an apostrophe before them. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import type { Table } from '../tables.js'
import type { BatchRecord } from '../types.js'

/** `bom`: begin with a byte-order mark, by which Excel knows UTF-8. */
export async function writeCsv(
  records: AsyncIterable<BatchRecord>,
  path: string,
  table: Table,
  { bom = false }: { bom?: boolean } = {},
): Promise<void> {
  async function* rows() {
    yield table.columns.map(({ name }) => name)
    for await (const record of records) yield* table.rows(record)
  }
  await pipeline(Readable.from(rows()), stringify({ escape_formulas: true, bom }), createWriteStream(path))
}
