/** `gongwen batch`: an archive to one file of records, or to tables. */
import { stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { version } from '../../package.json'
import type { Output, RunResult } from '../batch/index.js'
import { OUT_FORMATS } from '../batch/names.js'
import { type BatchCommand, UsageError } from './args.js'
import { INTERRUPTED, type Io, isBrokenPipe, write } from './io.js'
import { createProgress, summary } from './progress.js'
import { listen } from './signals.js'
import { clean } from './text.js'

const STDOUT = '-'

export async function runBatchCommand(command: BatchCommand, io: Io): Promise<number> {
  return command.out === STDOUT ? toStdout(command, io) : toFiles(command, io)
}

async function toFiles(command: BatchCommand, io: Io): Promise<number> {
  const { isUnfinished, logPath, outputFiles, runBatch, sources, countInputs } = await import('../batch/index.js')
  const output = await outputOf(command)
  const say = (text: string) => write(io.stderr, `gongwen: ${text}\n`).catch(() => {})
  const place = logPath(output)
  if (!command.force && !(await isUnfinished(place))) {
    const there = await firstThere(outputFiles(output).map(({ file }) => file))
    if (there !== undefined) {
      if (!command.resume) throw new UsageError(`${there} is there already (--force replaces it)`)
      await say(`${clean(there)} was finished before: nothing to do`)
      return 0
    }
  }
  const reading = {
    ...(command.column === undefined ? {} : { column: command.column }),
    ...(command.refColumn === undefined ? {} : { refColumn: command.refColumn }),
    ...(command.work.maxBytes === undefined ? {} : { maxBytes: command.work.maxBytes }),
    // What the run writes itself, where it stands among its own sources.
    exclude: [...outputFiles(output).map(({ file }) => file), ...OWN.map((ending) => place + ending)],
  }
  const quiet = command.quiet || !io.stderr.isTTY
  const progress = quiet ? null : createProgress(io.stderr, countInputs(command.sources, reading))
  const signals = listen(io)
  const start = Date.now()
  let result: RunResult
  try {
    result = await runBatch(sources(command.sources, { ...reading, list: io.stdin }), {
      ...common(command),
      output,
      version,
      resume: command.resume,
      force: command.force,
      ...(command.maxErrors === undefined ? {} : { maxErrors: command.maxErrors }),
      conditions: { column: command.column ?? null, refColumn: command.refColumn ?? null, ...shape(output) },
      stop: signals.stop,
      signal: signals.abort,
      onRecord: (tally, earlier) => progress?.update(tally, earlier),
    })
  } catch (error) {
    if (signals.abort.aborted) return INTERRUPTED
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
    await say(`the disk is full; make room, then go on with --resume`)
    return 2
  } finally {
    progress?.end()
    signals.off()
  }
  if (!quiet) await say(summary(result, result.earlier, (Date.now() - start) / 1000, command.out))
  return told(result, say)
}

const OWN = ['.part', '.journal', '.lock', '.tmp']

async function told(result: RunResult, say: (text: string) => Promise<void>): Promise<number> {
  if (result.end === 'stopped') {
    await say('interrupted; --resume goes on')
    return INTERRUPTED
  }
  if (result.end === 'max-errors') {
    await say(`stopped after ${result.errors} errors; --resume goes on, with a greater --max-errors`)
    return 2
  }
  return result.errors ? 1 : 0
}

/** Records as they are made, without a journal: there is nothing that could be gone on with. */
async function toStdout(command: BatchCommand, io: Io): Promise<number> {
  const { format, table, resume, force, bom } = command
  if ((format ?? 'ndjson') !== 'ndjson' || table || bom) throw new UsageError('standard output takes NDJSON only')
  if (resume || force) throw new UsageError('--resume and --force need a file or a folder as --out')
  const { batchLines, sources } = await import('../batch/index.js')
  const { column, refColumn, maxErrors = Number.POSITIVE_INFINITY } = command
  const reading = { column, refColumn, maxBytes: command.work.maxBytes, list: io.stdin }
  const given = Object.fromEntries(Object.entries(reading).filter(([, value]) => value !== undefined))
  const decoder = new TextDecoder()
  let errors = 0
  try {
    for await (const { meta, line } of batchLines(sources(command.sources, given), common(command))) {
      await write(io.stdout, decoder.decode(line))
      if (meta.outcome === 'error' && ++errors > maxErrors) return 2
    }
  } catch (error) {
    if (!isBrokenPipe(error)) throw error
  }
  return errors ? 1 : 0
}

const common = ({ fields, referenceDate, ordered, dedupe, work }: BatchCommand) => ({
  ...work,
  ordered,
  dedupe,
  ...(fields.length ? { fields } : {}),
  ...(referenceDate === undefined ? {} : { referenceDate }),
})

/** A run goes on only towards what it was begun for. */
const shape = ({ format, folder, table }: Output) => ({ format, table: folder ? null : table })

async function outputOf({ out, format, table, bom }: BatchCommand): Promise<Output> {
  const ending = extname(out).slice(1).toLowerCase()
  const isFolder = await stat(out).then(
    (info) => info.isDirectory(),
    () => out.endsWith('/') || ending === '',
  )
  const byName = OUT_FORMATS.find((one) => one === ENDINGS[ending])
  const output: Output = {
    format: format ?? (isFolder ? undefined : byName) ?? 'ndjson',
    path: out,
    folder: isFolder,
    table: table ?? 'notices',
    bom,
  }
  const single = output.format === 'csv' || output.format === 'parquet'
  if (table && (!single || isFolder)) throw new UsageError('--table is for a single CSV or Parquet file')
  if (bom && output.format !== 'csv') throw new UsageError('--bom is for CSV')
  return output
}

const ENDINGS: Record<string, string> = {
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  csv: 'csv',
  parquet: 'parquet',
  sqlite: 'sqlite',
  sqlite3: 'sqlite',
  db: 'sqlite',
}

async function firstThere(files: readonly string[]): Promise<string | undefined> {
  for (const file of files) if (await stat(file).then(Boolean, () => false)) return file
  return undefined
}
