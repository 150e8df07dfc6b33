/**
 * Records as they are made, on disk so that nothing is lost: a log (`….part`) holds their lines, a journal (`….journal`)
 * says which of them are whole. The log is synced before the journal speaks of it; whatever either holds beyond the last
 * whole line of the journal is cut off when a run goes on. A record is in both or, for the run that follows, nowhere.
 *
 * One writer at a time; anything that yields records may append: a run over files, a worker of a queue.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, type FileHandle, open, rm, stat } from 'node:fs/promises'
import { lock, replace, syncFolder } from './files.js'
import { splitLines } from './lines.js'
import type { Done, Meta } from './types.js'

/** What the records were made with. A run goes on only with the same. */
export type Conditions = Readonly<Record<string, string | number | boolean | null>>

/** How many records of each kind there are. */
export interface Tally {
  notices: number
  errors: number
  duplicates: number
  /** Notices with a warning or an error among their diagnostics. */
  warned: number
}

/** An open log. One writer; every promise rejects with what the file system says. */
export interface RecordLog {
  readonly path: string
  readonly tally: Readonly<Tally>
  /** Whether all was appended, by an earlier run too: nothing is to be read, only to be put in place. */
  readonly ended: boolean
  /** Whether an earlier run put it in place, and only did not come to clearing up. */
  readonly placed: boolean
  /** Whether there is a record of this key: an input's path, or an id where those are what is counted. */
  has(key: string): boolean
  /** What was told of the records that earlier runs left, in order. */
  readonly earlier: readonly Meta[]
  /** Adds a record under a key; what is added is on disk after the next commit. */
  append(done: Done, key: string): Promise<void>
  /** Writes and syncs what was added; also done by itself now and then. */
  commit(): Promise<void>
  /** All is appended: the log is only to be put in place. */
  end(): Promise<void>
  /** Releases the files; the log and the journal stay. */
  close(): Promise<void>
  /** Makes the log the output itself. */
  moveTo(path: string): Promise<void>
  /** Removes what only an unfinished run needs. */
  clear(): Promise<void>
}

/** An unfinished run that cannot be gone on with, or that is in the way. */
export class JournalError extends Error {
  override readonly name = 'JournalError'
}

/** A commit waits for no more records than these, bytes or milliseconds: what a crash costs at most is reading them again. */
const COMMIT = { records: 64, bytes: 4 * 1024 * 1024, milliseconds: 1000 }

interface Entry extends Meta {
  key: string
  /** Length of the record's line in bytes. */
  length: number
}

type Header = { journal: 1; conditions: Conditions }

/** How a log is opened. */
export interface LogOptions {
  conditions: Conditions
  resume: boolean
  /** Throw an unfinished run away. */
  force?: boolean
  /** Keep `earlier`: only who looks for duplicates needs it. */
  remember?: boolean
}

/**
 * Opens the log of an output, and goes on where an earlier run stopped if `resume` is set. Rejects with `JournalError` where an
 * unfinished run is in the way or was made under other conditions, with `LockedError` where another process holds it.
 */
export async function openLog(path: string, options: LogOptions): Promise<RecordLog> {
  const unlock = await lock(`${path}.lock`)
  try {
    return await openLocked(path, options, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

interface Past {
  keys: Set<string>
  tally: Tally
  earlier: Meta[]
  /** Bytes of the log and of the journal that are whole. */
  size: number
  journalSize: number
  ended: boolean
}

const nothing = (): Past => ({
  keys: new Set(),
  tally: { notices: 0, errors: 0, duplicates: 0, warned: 0 },
  earlier: [],
  size: 0,
  journalSize: 0,
  ended: false,
})

function count(tally: Tally, { outcome, warned }: Meta): void {
  if (outcome === 'notice') tally.notices++
  else if (outcome === 'error') tally.errors++
  else tally.duplicates++
  if (warned) tally.warned++
}

/** `logSize` null: there is no log. */
async function readBack(journal: string, logSize: number | null, options: LogOptions): Promise<Past> {
  const past = nothing()
  for await (const { bytes, whole } of splitLines(createReadStream(journal), Number.POSITIVE_INFINITY)) {
    const line = whole ? parse(bytes) : null
    // Cut off or never written: what follows is not known.
    if (!line) break
    if (past.journalSize === 0) compare((line as unknown as Header).conditions, options.conditions)
    else if ('end' in line) past.ended = true
    else {
      const { key, length, ...meta } = line as unknown as Entry
      // A disk that lost what it had promised to keep: from here on all is read again.
      if (past.size + length > (logSize ?? Number.POSITIVE_INFINITY)) break
      past.size += length
      past.keys.add(short(key))
      count(past.tally, meta)
      if (options.remember) past.earlier.push(meta)
    }
    past.journalSize += bytes.byteLength + 1
  }
  // Without its log a journal is worth nothing, unless the log was the output and was put in place.
  return logSize === null && !past.ended ? nothing() : past
}

async function openLocked(path: string, options: LogOptions, unlock: () => Promise<void>): Promise<RecordLog> {
  const names = { log: `${path}.part`, journal: `${path}.journal` }
  if (options.force) await remove()
  const found = await exists(names.journal)
  if (found && !options.resume)
    throw new JournalError('an earlier run was not finished: --resume goes on, --force begins anew')
  const logSize = await stat(names.log).then(
    (info) => info.size,
    () => null,
  )
  const past = found ? await readBack(names.journal, logSize, options) : nothing()
  const { keys, tally, earlier } = past
  let { size, journalSize, ended } = past
  const log = ended && logSize === null ? null : await open(names.log, logSize === null ? 'w+' : 'r+')
  const journal = await open(names.journal, found ? 'r+' : 'w+')
  await log?.truncate(size)
  await journal.truncate(journalSize)
  if (journalSize === 0) {
    await append(journal, `${JSON.stringify({ journal: 1, conditions: options.conditions } satisfies Header)}\n`)
    await syncFolder(names.journal)
  }

  /** The journal last: without it, a log is known to be a leftover. */
  async function remove(): Promise<void> {
    await rm(names.log, { force: true })
    await rm(names.journal, { force: true })
    await syncFolder(names.journal)
  }

  async function append(file: FileHandle, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    const at = file === journal ? journalSize : size
    for (let done = 0; done < bytes.byteLength; )
      done += (await file.write(bytes, done, bytes.byteLength - done, at + done)).bytesWritten
    await file.datasync()
    if (file === journal) journalSize += bytes.byteLength
    else size += bytes.byteLength
  }

  const closeFiles = () => Promise.all([log?.close(), journal.close()])

  let lines: Uint8Array[] = []
  let entries = ''
  let bytes = 0
  let since = Date.now()

  async function commit(): Promise<void> {
    since = Date.now()
    if (!lines.length) return
    const content = Buffer.concat(lines)
    const told = entries
    lines = []
    entries = ''
    bytes = 0
    await append(log!, content)
    await append(journal, told)
  }

  return {
    path: names.log,
    tally,
    earlier,
    get ended() {
      return ended
    },
    has: (key) => keys.has(short(key)),
    async append({ meta, line }, key) {
      keys.add(short(key))
      count(tally, meta)
      lines.push(line)
      bytes += line.byteLength
      entries += `${JSON.stringify({ ...meta, key, length: line.byteLength } satisfies Entry)}\n`
      if (lines.length >= COMMIT.records || bytes >= COMMIT.bytes || Date.now() - since >= COMMIT.milliseconds)
        await commit()
    },
    commit,
    async end() {
      await commit()
      if (!ended) await append(journal, '{"end":true}\n')
      ended = true
      await closeFiles()
    },
    async close() {
      await closeFiles()
      await unlock()
    },
    placed: log === null,
    moveTo: (output) => replace(names.log, output),
    clear: remove,
  }
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/** Whether a run was begun there and not finished. */
export const isUnfinished = (path: string): Promise<boolean> => exists(`${path}.journal`)

function parse(bytes: Uint8Array): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** Keys are kept for as long as a run lasts: 72 bits of each, so that a billion do not collide. */
const short = (key: string) => createHash('sha1').update(key).digest('base64').slice(0, 12)

function compare(before: Conditions | undefined, now: Conditions): void {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(now)])]
  const other = names.filter((name) => (before?.[name] ?? null) !== (now[name] ?? null))
  if (!other.length) return
  const said = other.map((name) => `${name} was ${JSON.stringify(before?.[name] ?? null)}`).join(', ')
  throw new JournalError(`the unfinished run was made otherwise (${said}): go on as it was, or begin anew with --force`)
}

/** Lines of a finished log, one at a time. */
export async function* readLines(path: string): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const { bytes } of splitLines(createReadStream(path), Number.POSITIVE_INFINITY)) yield bytes
}
