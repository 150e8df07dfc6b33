/** What lies in a drop folder, since when it has not changed, and where it goes. */
import { mkdir, readdir, rename, stat } from 'node:fs/promises'
import { dirname, extname, join, relative, resolve } from 'node:path'

export const DONE = 'done'
export const FAILED = 'failed'

export interface Dropped {
  path: string
  size: number
  /** Milliseconds, by the clock of the drive. */
  time: number
}

/** Files that are not whole yet, and locks of office programs. */
const UNDER_WAY = /^\.|^~\$|\.(?:part|tmp|filepart|crdownload)$/i

/** Files in the folder and below, in the order of their names; `exclude`: absolute paths. */
async function filesIn(folder: string, exclude: ReadonlySet<string>): Promise<Dropped[]> {
  const found: Dropped[] = []
  const open = [folder]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      const path = join(next, entry.name)
      if (UNDER_WAY.test(entry.name) || exclude.has(resolve(path))) continue
      if (entry.isDirectory()) open.push(path)
      else {
        // It may be gone again by now.
        const info = await stat(path).catch(() => null)
        if (info?.isFile()) found.push({ path, size: info.size, time: info.mtimeMs })
      }
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

const same = (a: Dropped, b: Dropped) => a.size === b.size && a.time === b.time

export const isUnchanged = async (file: Dropped): Promise<boolean> => {
  const info = await stat(file.path).catch(() => null)
  return info !== null && same(file, { ...file, size: info.size, time: info.mtimeMs })
}

export interface DropFolder {
  /** Looks at the folder; files that have stayed as they are for long enough, and how many have not. */
  look(now: number): Promise<{ settled: Dropped[]; unsettled: number }>
  /** Moves a file, with the folders it lies in, beside what has its name there; returns where to. */
  move(file: Dropped, to: typeof DONE | typeof FAILED): Promise<string>
}

/**
 * The drive's clock may be another machine's: a file's time is only compared with itself, how long it has stayed is measured
 * here.
 */
export function openDropFolder(folder: string, settle: number, exclude: readonly string[]): DropFolder {
  const left = new Set([join(folder, DONE), join(folder, FAILED), ...exclude].map((path) => resolve(path)))
  let seen = new Map<string, Dropped & { since: number }>()
  return {
    async look(now) {
      const files = await filesIn(folder, left)
      const before = seen
      seen = new Map()
      const settled: Dropped[] = []
      for (const file of files) {
        const earlier = before.get(file.path)
        const since = earlier && same(earlier, file) ? earlier.since : now
        seen.set(file.path, { ...file, since })
        if (earlier && now - since >= settle) settled.push(file)
      }
      return { settled, unsettled: files.length - settled.length }
    },
    async move({ path }, to) {
      const wanted = join(folder, to, relative(folder, path))
      await mkdir(dirname(wanted), { recursive: true })
      const target = await free(wanted)
      await rename(path, target)
      return target
    },
  }
}

/** `a.txt`, `a.2.txt`, … */
async function free(path: string): Promise<string> {
  const ending = extname(path)
  const stem = path.slice(0, path.length - ending.length)
  for (let n = 1; ; n++) {
    const name = n === 1 ? path : `${stem}.${n}${ending}`
    const there = await stat(name).then(
      () => true,
      (error) => {
        if ((error as { code?: string }).code === 'ENOENT') return false
        throw error
      },
    )
    if (!there) return name
  }
}
