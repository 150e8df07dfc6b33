/** What `gongwen calendar` and `gongwen contacts` share: notices of all sources, one file of output. */
import { open, rename, rm, stat } from 'node:fs/promises'
import type { Notice } from '../index.js'
import type { ContactsCommand } from './args.js'
import { type Io, write } from './io.js'
import { complain } from './parse.js'

export interface Read {
  notice: Notice
  path?: string
  url?: string
}

/** Reads all notices in the order of the sources; what cannot be read is told, and counted. */
export async function readAllNotices(
  { sources: names, column, refColumn, output, referenceDate, work }: Omit<ContactsCommand, 'name'>,
  io: Io,
): Promise<{ read: Read[]; failures: number }> {
  const { batch, sources } = await import('../batch/index.js')
  const given = { column, refColumn, maxBytes: work.maxBytes, list: io.stdin, exclude: [output] }
  const options = { ...work, referenceDate, ordered: true, extractors: work.extractors }
  const read: Read[] = []
  let failures = 0
  for await (const record of batch(sources(names, told(given)), told(options))) {
    const name = record.path ?? String(record.id)
    if ('notice' in record) {
      const { path, ref } = record
      read.push({
        notice: record.notice as Notice,
        ...(path === undefined ? {} : { path }),
        ...(typeof ref === 'string' ? { url: ref } : {}),
      })
    } else if ('error' in record) {
      failures++
      await complain({ file: name, error: record.error }, io)
    }
  }
  return { read, failures }
}

type Told<T> = { [K in keyof T]: Exclude<T[K], undefined> }

const told = <T extends object>(options: T): Told<T> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Told<T>

/** Writes to standard output (`-`) or to a file, which is there as a whole or not at all. */
export async function put(output: string, text: string, { stdout }: Io): Promise<void> {
  if (output === '-') await write(stdout, text)
  else await putFile(output, text)
}

export async function putFile(path: string, content: string | Uint8Array): Promise<void> {
  // A device or a pipe takes what it is given; nothing can stand in its place.
  const there = await stat(path).catch(() => null)
  const temporary = there && !there.isFile() ? null : `${path}.${process.pid}.tmp`
  const file = await open(temporary ?? path, temporary ? 'wx' : 'w', there?.isFile() ? there.mode & 0o777 : 0o666)
  try {
    await file.writeFile(content)
    if (temporary) await file.sync()
    await file.close()
    if (temporary) await rename(temporary, path)
  } catch (error) {
    await file.close()
    if (temporary) await rm(temporary, { force: true })
    throw error
  }
}
