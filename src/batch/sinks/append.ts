/**
 * NDJSON that is appended to, by several processes if need be, each record once: a journal (`….journal`) beside the file
 * says which keys it holds and how long it is. Whoever writes holds a lock (`….lock`) for as long as one commit takes, reads
 * what others have added, cuts off what one that died left half there, writes the records, syncs them, then the journal.
 */
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rm, stat, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, LockedError, syncFolder } from '../files.js'
import type { Done } from '../types.js'
import { entriesFrom, SinkError, TORN } from './journal.js'

/** An open NDJSON file that grows, each record once. */
export interface Sink {
  /** Whether there is a record of the key, as far as is known without looking again. */
  has(key: string): boolean
  /** Resolves when the record is on disk: true when it was added, false when there was one of its key. */
  append(done: Pick<Done, 'line'>, key: string): Promise<boolean>
  /** Waits for what is under way. */
  close(): Promise<void>
}

/** Milliseconds: a commit takes a few; a lock that stays for so long is not one. */
const LOCK_WAIT = 60_000
const NAMELESS_WAIT = 2000
/** Records of one commit: their entries stay below that. */
const COMMIT = 256
const HEADER = '{"sink":1}\n'

/** Files that a sink keeps beside its own. */
export const sinkFiles = (path: string): string[] =>
  ['', '.journal', '.lock', '.lock.takeover'].map((end) => path + end)

interface Pending {
  done: Pick<Done, 'line'>
  key: string
  resolve(added: boolean): void
  reject(error: unknown): void
}

/** Opens or makes a file that grows; several processes may hold it. Rejects with `SinkError` where it is no file of a sink. */
export async function openSink(path: string): Promise<Sink> {
  await mkdir(dirname(path), { recursive: true })
  const keys = new Set<string>()
  let log: FileHandle | undefined
  let journal: FileHandle | undefined
  /** Bytes of either that are whole and known. */
  let size = 0
  let journalSize = 0
  const pending: Pending[] = []
  let working: Promise<void> | undefined

  /** Under the lock. */
  async function begin(): Promise<void> {
    const before = await stat(path).then(
      (info) => info.size,
      () => 0,
    )
    const known = await stat(`${path}.journal`).then(
      (info) => info.size,
      () => 0,
    )
    if (before && !known)
      throw new SinkError(
        `${path} is there already and was not written by this: without ${path}.journal its records are not known`,
      )
    log = await open(path, 'a+')
    await log.close()
    log = await open(path, 'r+')
    journal = await open(`${path}.journal`, 'a+')
    await journal.close()
    journal = await open(`${path}.journal`, 'r+')
    await refresh()
    if (journalSize === 0) {
      await writeAll(journal, Buffer.from(HEADER), 0)
      journalSize = HEADER.length
      await syncFolder(path)
    }
  }

  /** Takes in what others have added; under the lock, so that what is half there is nobody's. */
  async function refresh(): Promise<void> {
    const { size: there } = await journal!.stat()
    if (there < journalSize) throw new SinkError(`${path}.journal was cut off by another program`)
    for await (const { entry, bytes } of entriesFrom(journal!, journalSize, there)) {
      if (entry) {
        keys.add(short(entry.key))
        size += entry.length
      }
      journalSize += bytes
    }
    // What a commit that was cut off may leave is small; else it is not that, and nothing may be cut off.
    if (there - journalSize > TORN || (journalSize === 0 && (await log!.stat()).size))
      throw new SinkError(`${path}.journal is damaged at byte ${journalSize}`)
    const { size: written } = await log!.stat()
    if (written < size)
      throw new SinkError(`${path} is shorter than ${path}.journal says; move both away to begin anew`)
    if (there > journalSize) await journal!.truncate(journalSize)
    if (written > size) await log!.truncate(size)
  }

  async function commit(some: readonly Pending[]): Promise<void> {
    const unlock = await lockShared(`${path}.lock`)
    try {
      if (journal) await refresh()
      else await begin()
      const fresh = new Map<string, Pending>()
      for (const one of some) if (!keys.has(short(one.key)) && !fresh.has(one.key)) fresh.set(one.key, one)
      if (fresh.size) {
        const lines = Buffer.concat([...fresh.values()].map(({ done }) => done.line))
        await writeAll(log!, lines, size)
        const entries = [...fresh.values()].map(
          ({ key, done }) => `${JSON.stringify({ key, length: done.line.byteLength })}\n`,
        )
        const told = Buffer.from(entries.join(''))
        await writeAll(journal!, told, journalSize)
        size += lines.byteLength
        journalSize += told.byteLength
        for (const key of fresh.keys()) keys.add(short(key))
      }
      for (const one of some) one.resolve(fresh.get(one.key) === one)
    } finally {
      await unlock()
    }
  }

  /** What comes while one commit is under way goes into the next together. */
  async function work(): Promise<void> {
    while (pending.length) {
      const some = pending.splice(0, COMMIT)
      await commit(some).catch((error) => {
        for (const one of some) one.reject(error)
      })
    }
    working = undefined
  }

  const close = async () => {
    await working
    await Promise.all([log?.close(), journal?.close()])
  }

  // What stands in the way is said before anything is read.
  try {
    await commit([])
  } catch (error) {
    await close()
    throw error
  }
  return {
    has: (key) => keys.has(short(key)),
    append: (done, key) =>
      new Promise((resolve, reject) => {
        pending.push({ done, key, resolve, reject })
        working ??= work()
      }),
    close,
  }
}

/** Keys are kept for as long as the process lasts: 72 bits of each, so that a billion do not collide. */
const short = (key: string) => createHash('sha1').update(key).digest('base64').slice(0, 12)

async function writeAll(file: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.byteLength; )
    done += (await file.write(bytes, done, bytes.byteLength - done, at + done)).bytesWritten
  await file.datasync()
}

/** Locks of this process: one that has its number may also be left by one before it. */
const held = new Set<string>()

async function create(path: string, token: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await file.writeFile(token)
    await file.close()
    return true
  } catch (error) {
    // Windows says EPERM of a file that is just being deleted.
    if (!['EEXIST', 'EPERM'].includes((error as { code?: string }).code ?? '')) throw error
    return false
  }
}

/** Waits for its turn. The lock of a process that is gone from this machine is taken over. */
async function lockShared(path: string): Promise<() => Promise<void>> {
  const token = `${process.pid} ${hostname()} ${randomUUID()}`
  let last: string | null = null
  let since = Date.now()
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    held.add(token)
    if (await create(path, token))
      return async () => {
        held.delete(token)
        await unlink(path)
      }
    held.delete(token)
    const holder = await contentOf(path)
    if (holder !== last) {
      last = holder
      since = Date.now()
    }
    // Killed before it could write its name.
    const nameless = holder === '' && Date.now() - since > NAMELESS_WAIT
    if (nameless || (holder && !held.has(holder) && !isAlive(holder))) await takeOver(path, holder)
    else if (Date.now() - since > LOCK_WAIT)
      throw new LockedError(`${holder || 'an unknown process'} holds ${path}; if it is gone, delete that file`)
    else await sleep(wait)
  }
}

/** Null: there is no such file. */
const contentOf = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error) => {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  })

/** One at a time, and only the very lock that was looked at: another may have taken it over, and work. */
async function takeOver(path: string, holder: string): Promise<void> {
  if (!(await create(`${path}.takeover`, holder))) {
    await sleep(50)
    return
  }
  try {
    if ((await contentOf(path)) === holder) await rm(path, { force: true })
  } finally {
    await unlink(`${path}.takeover`)
  }
}
