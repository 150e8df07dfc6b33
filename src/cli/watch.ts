/** `gongwen watch`: a drop folder. Recorded first, then moved: what was recorded and not moved is not recorded again. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { version } from '../../package.json'
import type { BatchInput, Done, Reader, Sink } from '../batch/index.js'
import { UsageError, type WatchCommand } from './args.js'
import { DONE, type DropFolder, type Dropped, FAILED, isUnchanged, openDropFolder } from './drop-folder.js'
import { INTERRUPTED, type Io, write } from './io.js'
import { listen } from './signals.js'
import { clean } from './text.js'

/** Inputs of one archive, and files, that are read at the same time. */
const AT_ONCE = 16

export async function runWatch(command: WatchCommand, io: Io): Promise<number> {
  const { folder, out, settle, fields, referenceDate, work } = command
  const info = await stat(folder).catch(() => null)
  if (!info?.isDirectory()) throw new UsageError(`there is no folder '${folder}'`)
  const { lock, openReader, openSink, sinkFiles } = await import('../batch/index.js')
  const unlock = await lock(join(folder, '.gongwen-watch.lock'))
  const signals = listen(io)
  const options = { ...work, fields, ...(referenceDate === undefined ? {} : { referenceDate }), signal: signals.abort }
  const reader = openReader(options)
  let sink: Sink | undefined
  try {
    sink = await openSink(out)
    const drop = openDropFolder(folder, settle, sinkFiles(out))
    return await watch(drop, createTake(drop, reader, sink, command, io), command, signals.stop, io)
  } catch (error) {
    if (signals.abort.aborted) return INTERRUPTED
    throw error
  } finally {
    await reader.close()
    await sink?.close()
    signals.off()
    await unlock()
  }
}

/** What became of a file: it is left for the next look when it changed while it was read. */
type Fate = 'done' | 'failed' | 'left'

async function watch(
  drop: DropFolder,
  take: (file: Dropped) => Promise<Fate>,
  { once, interval, settle }: WatchCommand,
  stop: AbortSignal,
  io: Io,
): Promise<number> {
  const fates: Fate[] = []
  let away = ''
  for (let looks = 1; !stop.aborted; looks++) {
    try {
      const { settled } = await drop.look(Date.now())
      away = ''
      if (once) fates.push(...(await inParallel(settled, take, stop)))
      else await inParallel(settled, take, stop)
    } catch (error) {
      // A network drive may come back.
      if (once || !isAway(error)) throw error
      const reason = (error as Error).message
      if (reason !== away) await say(reason, io)
      away = reason
    }
    if (once && looks === 2) break
    await pause(once ? settle : interval, stop)
  }
  return fates.includes('failed') ? 1 : 0
}

const isAway = (error: unknown) =>
  (error as { syscall?: string }).syscall === 'scandir' && (error as { code?: string }).code !== 'EMFILE'

const say = (text: string, { stderr }: Io) => write(stderr, `gongwen: ${clean(text)}\n`).catch(() => {})

function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      stop.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    stop.addEventListener('abort', end)
    if (stop.aborted) end()
  })
}

/** After `stop` nothing new is begun; what was begun is waited for, also where another has failed. */
async function inParallel<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  stop?: AbortSignal,
): Promise<R[]> {
  const results: R[] = []
  const running = new Set<Promise<void>>()
  let failure: { error: unknown } | undefined
  for await (const item of items) {
    if (stop?.aborted || failure) break
    const one: Promise<void> = work(item)
      .then(
        (result) => void results.push(result),
        (error) => {
          failure ??= { error }
        },
      )
      .finally(() => running.delete(one))
    running.add(one)
    if (running.size >= AT_ONCE) await Promise.race(running)
  }
  await Promise.all(running)
  if (failure) throw failure.error
  return results
}

function createTake(drop: DropFolder, reader: Reader, sink: Sink, command: WatchCommand, io: Io) {
  /** Recorded, but could not be moved: only moving is tried again. */
  const recorded = new Map<string, Dropped & { reason: string | null }>()

  /** Null: it is gone, or has changed. */
  async function record(file: Dropped): Promise<{ reason: string | null } | null> {
    const { sources } = await import('../batch/index.js')
    const { maxBytes } = command.work
    const inputs = sources([file.path], maxBytes === undefined ? {} : { maxBytes })
    let changed = false
    const reasons = await inParallel<BatchInput, string | null>(inputs, async (input) => {
      const done = await reader.read(input)
      changed ||= !(await isUnchanged(file))
      if (!changed) await sink.append(done, keyOf(done))
      return reasonOf(done, file)
    })
    return changed ? null : { reason: reasons.find((reason) => reason !== null) ?? null }
  }

  return async (file: Dropped): Promise<Fate> => {
    const before = recorded.get(file.path)
    const known = before && before.size === file.size && before.time === file.time ? before : await record(file)
    if (!known) return 'left'
    const { reason } = known
    const failed = reason !== null
    try {
      const target = await drop.move(file, failed ? FAILED : DONE)
      recorded.delete(file.path)
      if (failed) await say(`${target}: ${reason}`, io)
      else if (!command.quiet) await write(io.stderr, `${clean(target)}\n`).catch(() => {})
      return failed ? 'failed' : 'done'
    } catch (error) {
      // Said once, tried at each look.
      if (!recorded.has(file.path)) await say(`recorded, but not moved: ${(error as Error).message}`, io)
      recorded.set(file.path, { ...file, reason })
      return 'failed'
    }
  }
}

/**
 * By content and version, so that a file which is recorded but not moved is known again. An error is known by its code as
 * well: what could not be read once may be put there again.
 */
function keyOf({ meta: { id, outcome, code } }: Done): string {
  return outcome === 'error' ? `${id}-${version}-${code}` : `${id}-${version}`
}

function reasonOf({ meta, line }: Done, file: Dropped): string | null {
  if (meta.outcome !== 'error') return null
  const { error } = JSON.parse(new TextDecoder().decode(line)) as { error: { message: string } }
  const which = meta.path === undefined || meta.path === file.path ? '' : `${meta.path}: `
  return `${which}${meta.code}: ${error.message}`
}
