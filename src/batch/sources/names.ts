/** Names of what is inside of a container. */

/** `archive.zip!/folder/notice.txt`; a name that occurs again is told apart by its count. */
export function entryNames(archive: string): (name: string) => string {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const path = `${archive}!/${name}`
    return count === 1 ? path : `${path}#${count}`
  }
}

/** As in folders: hidden files, and what macOS packs beside each file. */
export const isHidden = (name: string): boolean =>
  name.split('/').some((part) => (part.startsWith('.') && part !== '.' && part !== '..') || part === '__MACOSX')
