/** Optional peers: loaded on use, asked for by name where they are not there. */

/** What was asked for needs a package that is not installed. */
export class MissingPeerError extends Error {
  override readonly name = 'MissingPeerError'
}

/** Loads an optional package; rejects with `MissingPeerError`, which says what to install, where it is not there. */
export async function peer<T>(load: () => Promise<T>, name: string, use: string): Promise<T> {
  try {
    return await load()
  } catch (cause) {
    const { code } = cause as { code?: string }
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause
    throw new MissingPeerError(`${use} needs a package that is not installed: npm i ${name}`, { cause })
  }
}
