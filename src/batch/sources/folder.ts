/** Files below a folder, in the order of code units, a folder's names in memory at a time. */
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { BatchInput } from '../types.js'
import { failureOfFile } from './failure.js'

/** A file, or a folder that cannot be looked into. */
export type Found = Required<Pick<BatchInput, 'path'>> & Pick<BatchInput, 'error'>

/** Left out: hidden files and folders, folders behind links (they may lead in a circle), and `exclude` (absolute paths). */
export async function* walk(folder: string, exclude: readonly string[]): AsyncGenerator<Found, void, undefined> {
  const here = exclude.length ? resolve(folder) : ''
  let entries: Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true })
  } catch (error) {
    yield { path: folder, error: failureOfFile(error) }
    return
  }
  for (const entry of entries.sort(byPath)) {
    const { name } = entry
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    if (exclude.length && exclude.includes(join(here, name))) continue
    if (entry.isDirectory()) yield* walk(path, exclude)
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(path)))) yield { path }
  }
}

/** A folder's files sort as if its name ended with a slash, so that the order is that of whole paths. */
const order = (entry: Dirent) => (entry.isDirectory() ? `${entry.name}/` : entry.name)
const byPath = (a: Dirent, b: Dirent) => (order(a) < order(b) ? -1 : 1)

/** A link that leads nowhere is an input all the same: that it is broken must not be passed over. */
const leadsToFile = (path: string) =>
  stat(path).then(
    (info) => info.isFile(),
    () => true,
  )
