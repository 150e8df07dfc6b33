/** Files below a folder, in the order of code units, a folder's names in memory at a time. */
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Left out: hidden files and folders, folders behind links (they may lead in a circle), and `exclude` (absolute paths). */
export async function* walk(folder: string, exclude: readonly string[]): AsyncGenerator<string, void, undefined> {
  const here = exclude.length ? resolve(folder) : ''
  const entries = (await readdir(folder, { withFileTypes: true })).map((entry) => ({
    name: entry.name,
    folder: entry.isDirectory(),
    link: entry.isSymbolicLink(),
    file: entry.isFile(),
  }))
  // A folder's files sort as if its name ended with a slash, so that the order is that of whole paths.
  const order = (entry: { name: string; folder: boolean }) => (entry.folder ? `${entry.name}/` : entry.name)
  entries.sort((a, b) => (order(a) < order(b) ? -1 : 1))
  for (const { name, folder: isFolder, link, file } of entries) {
    if (name.startsWith('.')) continue
    const path = join(folder, name)
    if (exclude.length && exclude.includes(join(here, name))) continue
    if (isFolder) yield* walk(path, exclude)
    else if (file || (link && (await leadsToFile(path)))) yield path
  }
}

/** A link that leads nowhere is an input all the same: that it is broken must not be passed over. */
const leadsToFile = (path: string) =>
  stat(path).then(
    (info) => info.isFile(),
    () => true,
  )
