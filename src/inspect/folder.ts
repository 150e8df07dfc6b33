/** The folder that the inspector was given: what may be read in it, and the golden files, the only ones that it writes. */
import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join, posix, relative, sep } from 'node:path'
import { type Facts, GoldenError, goldenText, readGolden } from '../eval/index.js'
import { Refusal } from './refusal.js'

export interface FolderOptions {
  path: string
  /** Paths of the notices in it, hidden ones left out. Nothing else is read. */
  list: () => Promise<string[]>
  /** Only carriers of this notice, where a file was named: its name without its ending. */
  only?: string
  /** Greatest size of a file, in bytes. */
  maxBytes: number
}

/** A notice, with the carriers in which it lies in the folder, and whether there is a golden file. Names are relative, with slashes. */
export interface ListedNotice {
  stem: string
  files: string[]
  golden: boolean
}

export interface Golden {
  /** `null`: there is no golden file yet. */
  facts: Facts | null
  /** What the file was like, so that a change from elsewhere is not written over; `null`: there was none. */
  revision: string | null
}

export type Folder = Awaited<ReturnType<typeof openFolder>>

const stemOf = (name: string) => name.slice(0, name.length - extname(name).length)
const inside = (root: string, path: string) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep)

export async function openFolder({ path, list, only, maxBytes }: FolderOptions) {
  const root = await realpath(path)
  let writing: Promise<unknown> = Promise.resolve()

  async function names(): Promise<string[]> {
    const all = (await list()).map((file) => relative(path, file).split(sep).join('/'))
    return only === undefined ? all : all.filter((name) => stemOf(name) === only)
  }

  /** The real path of a listed notice. What a link leads out of the folder to is not there. */
  async function locate(name: string): Promise<string | null> {
    const real = await realpath(join(root, ...name.split('/'))).catch(() => null)
    return real !== null && inside(root, real) ? real : null
  }

  async function listed(name: string): Promise<string> {
    // Whatever a name may be made of, only names that the folder's own list holds are known.
    const real = (await names()).includes(name) ? await locate(name) : null
    if (real === null) throw new Refusal(404, 'not-found', 'there is no such notice in the folder', name)
    return real
  }

  /** Where the golden file of a notice lies, and what is in it. */
  async function golden(stem: string): Promise<{ file: string; text: string | null }> {
    if (!(await names()).some((name) => stemOf(name) === stem))
      throw new Refusal(404, 'not-found', 'there is no such notice in the folder', stem)
    const folder = join(root, ...posix.dirname(stem).split('/'))
    // A folder that became a link since it was listed.
    if ((await realpath(folder)) !== folder) throw new Refusal(403, 'outside', 'its folder is a link', stem)
    const file = join(folder, `${posix.basename(stem)}.json`)
    const known = await lstat(file).catch(absent)
    if (known && !known.isFile())
      throw new Refusal(403, 'outside', 'its golden file is a link or a folder', nameOf(file))
    return { file, text: known && (await readBytes(file)).toString('utf8') }
  }

  const nameOf = (file: string) => relative(root, file).split(sep).join('/')

  async function readBytes(real: string): Promise<Buffer> {
    const handle = await open(
      real,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    ).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EACCES' || error.code === 'EPERM')
        throw new Refusal(403, 'permission', 'the file may not be read', nameOf(real))
      throw error
    })
    try {
      const info = await handle.stat()
      if (!info.isFile()) throw new Refusal(403, 'not-a-file', 'this is not a file', nameOf(real))
      if (info.size > maxBytes)
        throw new Refusal(413, 'too-large', `${info.size} bytes, more than the limit of ${maxBytes}`, nameOf(real))
      return await handle.readFile()
    } finally {
      await handle.close()
    }
  }

  async function save(stem: string, facts: unknown, diagnostics: string[] | undefined, revision: string | null) {
    const { file, text } = await golden(stem)
    if (text !== null) readFacts(text, nameOf(file))
    if (revisionOf(text) !== revision)
      throw new Refusal(409, 'changed', 'the golden file was changed by someone else: load it again', nameOf(file))
    const next = goldenText(text, readFacts(JSON.stringify({ facts }), nameOf(file)), diagnostics)
    await replace(file, next)
    return { facts: readGolden(next), revision: revisionOf(next) } satisfies Golden
  }

  return {
    name: basename(root),
    async notices(): Promise<ListedNotice[]> {
      const reachable: string[] = []
      for (const name of await names()) if (await locate(name)) reachable.push(name)
      const stems = [...new Set(reachable.map(stemOf))]
      return Promise.all(
        stems.map(async (stem) => ({
          stem,
          files: reachable.filter((name) => stemOf(name) === stem),
          golden: Boolean(await lstat(join(root, ...`${stem}.json`.split('/'))).catch(absent)),
        })),
      )
    },
    read: async (name: string): Promise<Buffer> => readBytes(await listed(name)),
    async golden(stem: string): Promise<Golden> {
      const { file, text } = await golden(stem)
      return { facts: text === null ? null : readFacts(text, nameOf(file)), revision: revisionOf(text) }
    },
    /** One after the other: the file is compared and written as one step. */
    save(...args: Parameters<typeof save>): Promise<Golden> {
      const saved = writing.then(() => save(...args))
      writing = saved.catch(() => {})
      return saved
    },
  }
}

const absent = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return null
  throw error
}

const revisionOf = (text: string | null) => (text === null ? null : createHash('sha256').update(text).digest('hex'))

/** A file that lies beside a notice and is no golden file is not written over. */
function readFacts(text: string, file: string): Facts {
  try {
    return readGolden(text)
  } catch (error) {
    if (error instanceof GoldenError) throw new Refusal(422, 'golden', error.message, file)
    throw error
  }
}

/** In place only when it is whole. */
async function replace(file: string, text: string): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
  try {
    const handle = await open(draft, 'wx')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
