/** The notices of a folder. */
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from './args.js'

/** Files of the carriers that the library reads. */
const NOTICE = /\.(?:txt|md|markdown|html?|pdf|docx|doc|rtf|ofd)$/i

/** Whether a file is a notice by its name. */
export const isNotice = (name: string): boolean => NOTICE.test(name)

/**
 * Paths of the notices in a folder and, unless `deep` is `false`, those below it, in the order of their names wherever it
 * runs. Hidden files and folders are left out, links to folders are not followed.
 */
export async function noticesIn(folder: string, deep = true): Promise<string[]> {
  const known = await stat(folder).catch(() => null)
  if (!known) throw new UsageError(`there is no folder '${folder}'`)
  if (!known.isDirectory()) throw new UsageError(`'${folder}' is not a folder`)
  const files: string[] = []
  const open = [folder]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const entry of await readdir(next, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue
      const path = join(next, entry.name)
      if (entry.isDirectory()) {
        if (deep) open.push(path)
      } else if (isNotice(entry.name)) files.push(path)
    }
  }
  return files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
