/** Apache Parquet by hyparquet-writer, an optional peer: small, no native code, row groups written as they fill. */
import type { Column, Table, Value } from '../tables.js'
import type { BatchRecord } from '../types.js'
import { peer } from './peer.js'

/** Rows of one group: as many as are held in memory. */
const GROUP = 5000

export const loadParquet = () => peer(() => import('hyparquet-writer'), 'hyparquet-writer', 'Parquet')

export async function writeParquet(records: AsyncIterable<BatchRecord>, path: string, table: Table): Promise<void> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await loadParquet()
  const none = table.columns.map((column, i) => toColumn(column, [], i))
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: schemaFromColumnData({ columnData: none }) })
  let rows: Value[][] = []
  const flush = async () => {
    if (!rows.length) return
    await writer.write({ columnData: table.columns.map((column, i) => toColumn(column, rows, i)), rowGroupSize: GROUP })
    rows = []
  }
  for await (const record of records) {
    rows.push(...table.rows(record))
    if (rows.length >= GROUP) await flush()
  }
  await flush()
  await writer.finish()
}

function toColumn({ name, type }: Pick<Column<never>, 'name' | 'type'>, rows: readonly Value[][], i: number) {
  const kind: 'STRING' | 'INT32' = type === 'text' ? 'STRING' : 'INT32'
  return { name, type: kind, nullable: true, data: rows.map((row) => row[i] ?? null) }
}
