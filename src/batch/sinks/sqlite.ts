/**
 * SQLite: Node's own where it has one (22.13 and newer), else node-sqlite3-wasm, an optional peer without native code. All
 * tables go into one file, and each record once more as JSON. Writing a record again changes nothing.
 */
import { TABLES } from '../names.js'
import { type Table, tableOf, type Value } from '../tables.js'
import type { BatchRecord } from '../types.js'
import { peer } from './peer.js'

/** What the two have in common. */
interface Database {
  exec(sql: string): void
  prepare(sql: string): (values: Value[]) => void
  close(): void
}

/** Records of one transaction. */
const GROUP = 1000

export async function writeSqlite(records: AsyncIterable<BatchRecord>, path: string): Promise<void> {
  const database = (await loadSqlite())(path)
  try {
    // The file is of no use before it is whole, and is synced then.
    database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF')
    const insert = createTables(database)
    let n = 0
    database.exec('BEGIN')
    for await (const record of records) {
      insert(record)
      if (++n % GROUP === 0) database.exec('COMMIT; BEGIN')
    }
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

const quoted = (name: string) => `"${name}"`

function createTables(database: Database): (record: BatchRecord) => void {
  const inserts = TABLES.map(tableOf).map((table) => ({ table, run: createTable(database, table) }))
  database.exec(
    'CREATE TABLE IF NOT EXISTS records (id TEXT NOT NULL, path TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (id, path))',
  )
  const whole = database.prepare('INSERT OR REPLACE INTO records VALUES (?, ?, ?)')
  return (record) => {
    for (const { table, run } of inserts) for (const row of table.rows(record)) run(row)
    whole([String(record.id), record.path ?? '', JSON.stringify(record)])
  }
}

function createTable(database: Database, { name, columns, key }: Table): (values: Value[]) => void {
  const definitions = columns.map((column) => `${quoted(column.name)} ${column.type.toUpperCase()}`)
  database.exec(
    `CREATE TABLE IF NOT EXISTS ${quoted(name)} (${definitions.join(', ')}, PRIMARY KEY (${key.map(quoted).join(', ')}))`,
  )
  return database.prepare(`INSERT OR REPLACE INTO ${quoted(name)} VALUES (${columns.map(() => '?').join(', ')})`)
}

/** Only what is used of `node:sqlite`, whose types came after those of Node 20. */
interface NodeSqlite {
  DatabaseSync: new (
    path: string,
  ) => { exec(sql: string): void; prepare(sql: string): { run(...values: Value[]): unknown }; close(): void }
}

/** What opens a database here. */
export async function loadSqlite(): Promise<(path: string) => Database> {
  const builtin = process.getBuiltinModule?.('node:sqlite') as NodeSqlite | undefined
  if (builtin) return (path) => openBuiltin(builtin, path)
  const { default: sqlite } = await peer(() => import('node-sqlite3-wasm'), 'node-sqlite3-wasm', 'SQLite on this Node')
  return (path) => {
    const database = new sqlite.Database(path)
    return {
      exec: (sql) => database.exec(sql),
      prepare(sql) {
        const statement = database.prepare(sql)
        return (values) => void statement.run(values)
      },
      // Finalizes the statements as well.
      close: () => database.close(),
    }
  }
}

function openBuiltin({ DatabaseSync }: NodeSqlite, path: string): Database {
  const database = new DatabaseSync(path)
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      const statement = database.prepare(sql)
      return (values) => void statement.run(...values)
    },
    close: () => database.close(),
  }
}
