/** From a finished log to what was asked for. */
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { atomically } from '../files.js'
import { readLines } from '../log.js'
import { type OutFormat, TABLES, type TableName } from '../names.js'
import { tableOf } from '../tables.js'
import type { BatchRecord } from '../types.js'
import { writeCsv } from './csv.js'
import { loadParquet, writeParquet } from './parquet.js'
import { loadSqlite, writeSqlite } from './sqlite.js'

/** Where a run writes, and in which format. */
export interface Output {
  format: OutFormat
  /** The file, or the folder that takes one file a table. */
  path: string
  folder: boolean
  /** The table of a single CSV or Parquet file. */
  table: TableName
  bom: boolean
}

async function* records(log: string): AsyncGenerator<BatchRecord, void, undefined> {
  const decoder = new TextDecoder()
  for await (const line of readLines(log)) yield JSON.parse(decoder.decode(line)) as BatchRecord
}

/** Files that a run puts in place, each with the table it holds. */
export function outputFiles({ format, path, folder, table }: Output): { file: string; table: TableName }[] {
  if (!folder) return [{ file: path, table }]
  if (format === 'ndjson' || format === 'sqlite') return [{ file: join(path, `notices.${format}`), table: 'notices' }]
  return TABLES.map((name) => ({ file: join(path, `${name}.${format}`), table: name }))
}

/** Where the log and the journal of a run stand while it lasts. */
export const logPath = (output: Output): string => (output.folder ? join(output.path, 'records') : output.path)

/** Makes the folder that the output goes into. What cannot be written at the end is said before anything is read. */
export async function prepare(output: Output): Promise<void> {
  if (output.format === 'parquet') await loadParquet()
  if (output.format === 'sqlite') await loadSqlite()
  await mkdir(output.folder ? output.path : dirname(output.path), { recursive: true })
}

/** Writes the files of every format but NDJSON, which the log is already. */
export async function convert(log: string, output: Output): Promise<void> {
  for (const { file, table } of outputFiles(output)) {
    await atomically(file, (temporary) => {
      if (output.format === 'sqlite') return writeSqlite(records(log), temporary)
      if (output.format === 'parquet') return writeParquet(records(log), temporary, tableOf(table))
      return writeCsv(records(log), temporary, tableOf(table), output)
    })
  }
}
