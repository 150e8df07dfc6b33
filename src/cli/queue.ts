/** `gongwen queue`: work for many machines. */
import { availableParallelism } from 'node:os'
import { version } from '../../package.json'
import { type BatchInput, openReader, openSink, type Sink, sources } from '../batch/index.js'
import {
  addJobs,
  type Connection,
  connect,
  countJobs,
  deadJobs,
  mergeFiles,
  retryJobs,
  SERVER_NAMES,
  type ServerName,
  untilAborted,
  workQueue,
} from '../queue/index.js'
import { type QueueAction, type QueueCommand, UsageError } from './args.js'
import { INTERRUPTED, type Io, isBrokenPipe, write } from './io.js'
import { stringify } from './json.js'
import { listen } from './signals.js'
import { clean, pad } from './text.js'

/** Dead jobs that are printed; JSON has them all. */
const SHOWN = 20
const MAX_BYTES = 64 * 1024 * 1024
/** Milliseconds in which the same trouble is not said again. */
const TROUBLE = 10_000

export async function runQueue(command: QueueCommand, io: Io): Promise<number> {
  if (command.action === 'merge') return merge(command, io)
  const [server, url] = serverOf(command, io)
  const signals = listen(io)
  const connection = await connect(server, url, command.queue, teller(io)).catch((error) => {
    signals.off()
    throw error
  })
  try {
    return await ACTIONS[command.action](connection, command, io, signals)
  } catch (error) {
    if (signals.abort.aborted) return INTERRUPTED
    if (isBrokenPipe(error)) return 0
    throw new Error(connection.redact(error instanceof Error ? error.message : String(error)), { cause: error })
  } finally {
    const { abort } = signals
    await untilAborted(connection.close(abort.aborted), abort).catch((error) => {
      if (!abort.aborted) throw error
      return connection.close(true)
    })
    signals.off()
  }
}

/** What is given as an option comes before what the environment says. */
function serverOf({ servers }: QueueCommand, { env }: Io): [ServerName, string] {
  const named = SERVER_NAMES.find((server) => servers[server])
  if (named) return [named, servers[named]!]
  const [found, other] = SERVER_NAMES.filter((server) => env[VARIABLES[server]])
  if (!found)
    throw new UsageError(
      '--redis, --postgres, GONGWEN_REDIS_URL or GONGWEN_POSTGRES_URL is needed: redis://host or postgres://host/database',
    )
  if (other) throw new UsageError('GONGWEN_REDIS_URL and GONGWEN_POSTGRES_URL are both set: which is meant?')
  return [found, env[VARIABLES[found]]!]
}

const VARIABLES: Record<ServerName, string> = { redis: 'GONGWEN_REDIS_URL', postgres: 'GONGWEN_POSTGRES_URL' }

type Signals = ReturnType<typeof listen>
type Action = (connection: Connection, command: QueueCommand, io: Io, signals: Signals) => Promise<number>

const ACTIONS: Record<Exclude<QueueAction, 'merge'>, Action> = { add, work, status, retry }

const say = (text: string, { stderr }: Io) => write(stderr, `gongwen: ${clean(text)}\n`).catch(() => {})
const print = (text: string, { stdout }: Io) => write(stdout, text)
const times = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`

function teller(io: Io): (reason: string) => void {
  const said = new Map<string, number>()
  return (reason) => {
    const now = Date.now()
    if (now - (said.get(reason) ?? 0) < TROUBLE) return
    said.set(reason, now)
    void say(`queue: ${reason}`, io)
  }
}

async function add(connection: Connection, command: QueueCommand, io: Io, { stop, abort }: Signals): Promise<number> {
  const { operands, column, refColumn, attempts, inline, quiet, work } = command
  const given = { column, refColumn, maxBytes: work.maxBytes, list: io.stdin }
  const reading = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const onError = ({ path, error }: BatchInput) => void say(`${path}: ${error!.code}: ${error!.message}`, io)
  const adding = addJobs(
    connection,
    sources(operands, reading),
    { version, attempts, inline, maxBytes: work.maxBytes ?? MAX_BYTES },
    { onError, stop },
  )
  const { added, known, dead, errors } = await untilAborted(adding, abort)
  const some = known ? `, ${known} known already${dead ? ` (${dead} of them dead: gongwen queue retry)` : ''}` : ''
  if (!quiet) await say(`${times(added, 'job')} added${some}`, io)
  if (stop.aborted) return INTERRUPTED
  return errors ? 1 : 0
}

async function work(connection: Connection, command: QueueCommand, io: Io, { stop, abort }: Signals): Promise<number> {
  const { out, once, quiet, fields, referenceDate, work } = command
  const workers = work.workers ?? availableParallelism()
  const options = { ...work, workers, fields, ...(referenceDate === undefined ? {} : { referenceDate }), signal: abort }
  const reader = openReader(options)
  let sink: Sink | undefined
  try {
    sink = await openSink(out)
    const tally = await workQueue(connection, {
      reader,
      sink,
      // While a record is being synced, its thread reads the next.
      concurrency: workers * 4,
      once,
      stop,
      signal: abort,
      onTrouble: teller(io),
    })
    const { notices, errors, dead, repeated } = tally
    const more = repeated ? `, ${repeated} recorded before` : ''
    const died = dead ? `, ${dead} dead` : ''
    if (!quiet) await say(`${times(notices, 'notice')}, ${times(errors, 'error')}${died}${more} → ${out}`, io)
    if (once && stop.aborted) return INTERRUPTED
    return once && (errors || dead) ? 1 : 0
  } finally {
    await reader.close()
    await sink?.close()
  }
}

async function status(connection: Connection, { format }: QueueCommand, io: Io): Promise<number> {
  const counts = await countJobs(connection)
  const dead = []
  for await (const job of deadJobs(connection, format === 'json' ? Number.MAX_SAFE_INTEGER : SHOWN)) dead.push(job)
  if (format === 'json') {
    await print(`${stringify({ ...counts, dead }, 1)}\n`, io)
    return 0
  }
  const lines = Object.entries(counts).map(([name, n]) => `${pad(name, 8)} ${n}`)
  const list = dead.map(({ id, path, attempts, reason }) =>
    [id, path, times(attempts, 'attempt'), reason].map(clean).join('  '),
  )
  const left = counts.dead - dead.length
  if (left > 0) list.push(`and ${left} more (--format json has them all)`)
  await print(`${[...lines, ...(list.length ? ['', ...list] : [])].join('\n')}\n`, io)
  return 0
}

async function retry(connection: Connection, { operands, quiet }: QueueCommand, io: Io): Promise<number> {
  const { retried, unknown } = await retryJobs(connection, operands)
  for (const id of unknown) await say(`${id}: no dead job`, io)
  if (!quiet) await say(`${times(retried, 'job')} put back`, io)
  return unknown.length ? 1 : 0
}

/** Needs no server. */
async function merge({ operands, out, quiet }: QueueCommand, io: Io): Promise<number> {
  const signals = listen(io)
  try {
    const { added, known } = await mergeFiles(operands, out, signals.stop)
    if (!quiet) await say(`${times(added, 'record')} added${known ? `, ${known} known already` : ''} → ${out}`, io)
    return signals.stop.aborted ? INTERRUPTED : 0
  } finally {
    signals.off()
  }
}
