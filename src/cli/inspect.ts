/** `gongwen inspect`: serves the inspector on loopback until it is interrupted. */
import { stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { version } from '../../package.json'
import type { Folder } from '../inspect/index.js'
import { type InspectCommand, UsageError } from './args.js'
import { isNotice, noticesIn } from './folder.js'
import { type Io, write } from './io.js'
import { listen } from './signals.js'
import { clean } from './text.js'

const MAX_BYTES = 64 * 1024 * 1024
/** What one file may take, in milliseconds. */
const TIMEOUT = 60_000

export async function runInspect({ path, port, open, referenceDate }: InspectCommand, io: Io): Promise<number> {
  const { loadAssets, openFolder, opener, startInspector } = await import('../inspect/index.js')
  const { openReader } = await import('../batch/index.js')
  const say = (text: string) => write(io.stderr, `gongwen: ${clean(text)}\n`).catch(() => {})
  const folder = path === undefined ? null : await folderOf(path, openFolder)
  const signals = listen(io)
  const reader = openReader({
    workers: 1,
    signal: signals.stop,
    timeout: TIMEOUT,
    maxBytes: MAX_BYTES,
    ...(referenceDate === undefined ? {} : { referenceDate }),
  })
  const inspector = await startInspector({
    port,
    folder,
    version,
    referenceDate,
    maxBytes: MAX_BYTES,
    assets: await loadAssets(new URL('./inspect/', import.meta.url)),
    read: (input) => reader.read(input),
    onError: (error) => void (signals.stop.aborted || say(error instanceof Error ? error.message : String(error))),
  }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`port ${port} is in use`)
    if (error.code === 'EACCES') throw new UsageError(`port ${port} may not be used`)
    throw error
  })
  try {
    await write(io.stdout, `${inspector.address}\n`)
    await say('Ctrl-C ends the inspector')
    if (open)
      await opener(inspector.address).catch((error: Error) => say(`no browser could be opened: ${error.message}`))
    if (!signals.stop.aborted)
      await new Promise((resolve) => signals.stop.addEventListener('abort', resolve, { once: true }))
  } finally {
    await inspector.close()
    await reader.close()
    signals.off()
  }
  return 0
}

async function folderOf(path: string, openFolder: typeof import('../inspect/index.js').openFolder): Promise<Folder> {
  const known = await stat(path).catch(() => null)
  if (!known) throw new UsageError(`there is no file or folder '${path}'`)
  if (known.isDirectory()) return openFolder({ path, list: () => noticesIn(path), maxBytes: MAX_BYTES })
  if (!known.isFile() || !isNotice(path)) throw new UsageError(`'${path}' is neither a folder nor a notice by its name`)
  const folder = dirname(path)
  const only = basename(path, extname(path))
  return openFolder({ path: folder, list: () => noticesIn(folder, false), only, maxBytes: MAX_BYTES })
}
