/** Files that are there as a whole or not at all, also after the power fails. */
import { type FileHandle, open, readFile, rename, rm, unlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

/** Makes a file's new name last: the name is kept by the folder. */
export async function syncFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined
  try {
    folder = await open(dirname(path))
    await folder.sync()
  } catch (error) {
    // Windows opens no folders and needs no sync of them.
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await folder?.close()
  }
}

/** Puts what is written in `from` in the place of `to`. */
export async function replace(from: string, to: string): Promise<void> {
  const file = await open(from, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(from, to)
  await syncFolder(to)
}

/** Writes a file under another name, then gives it its own; where writing fails, nothing is left behind. */
export async function atomically(path: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  const temporary = `${path}.tmp`
  await rm(temporary, { force: true })
  // Made here, so that whoever fills it does not choose who may read it.
  await (await open(temporary, 'wx')).close()
  try {
    await fill(temporary)
    await replace(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Another run writes to the same place. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

/** Claims a place for this process. A lock whose process is gone from this machine is taken over. */
export async function lock(path: string): Promise<() => Promise<void>> {
  const mine = `${process.pid} ${hostname()}\n`
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(mine)
      await file.close()
      return () => unlink(path)
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
    }
    const holder = (await readFile(path, 'utf8').catch(() => '')).trim()
    if (attempt > 0 || isAlive(holder))
      throw new LockedError(`another run (${holder || 'unknown'}) writes there; if there is none, delete ${path}`)
    await rm(path, { force: true })
  }
}

/** Whether `pid host` is a process of this machine that runs, or of another machine. */
export function isAlive(holder: string): boolean {
  const [pid, host] = holder.split(' ')
  if (host !== undefined && host !== hostname()) return true
  // In a container that was started again, this process may have the number of the one before.
  if (!pid || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
