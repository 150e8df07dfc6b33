/** `gongwen parse`: reads each input, prints what was understood, goes on after what cannot be read. */
import type { Extractor, Notice, UnreadableNoticeError } from '../index.js'
import { type Format, type ParseCommand, UsageError } from './args.js'
import { type Io, isBrokenPipe, readAll, write } from './io.js'
import { type InputRecord, pick, stringify } from './json.js'
import { heading, pretty, type View } from './pretty.js'
import { clean } from './text.js'

const STDIN = '-'
const MAX_BYTES = 64 * 1024 * 1024

interface Failure {
  file: string
  error: { code: string; message: string }
}

type Outcome = { file: string; notice: Notice } | Failure

export async function runParse(command: ParseCommand, io: Io): Promise<number> {
  const files = inputs(command, io)
  const format = command.format ?? (io.stdout.isTTY ? 'pretty' : files.length > 1 ? 'ndjson' : 'json')
  const print = printer(format, files.length > 1, command, io)
  const read = await reader(command, io)
  let code = 0
  try {
    for (const file of files) {
      const outcome = await read(file)
      code = Math.max(code, codeOf(outcome, command.strict))
      if ('error' in outcome) await complain(outcome, io)
      await print.one(outcome)
    }
    await print.close()
  } catch (error) {
    if (!isBrokenPipe(error)) throw error
  }
  return code
}

function inputs({ files }: ParseCommand, { stdin }: Io): string[] {
  if (files.length) return files
  if (stdin.isTTY) throw new UsageError('no FILE given and nothing piped in')
  return [STDIN]
}

function codeOf(outcome: Outcome, strict: boolean): number {
  if ('error' in outcome) return 2
  return strict && outcome.notice.diagnostics.some(({ severity }) => severity !== 'info') ? 1 : 0
}

export async function complain({ file, error: { code, message } }: Failure, { stderr }: Io): Promise<void> {
  const reason = message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message
  // A closed stderr is no reason to stop printing what can be read.
  await write(stderr, `gongwen: ${clean(file)}: ${code}: ${clean(reason)}\n`).catch(() => {})
}

/** The library is loaded here and not before: `--help` and a usage error answer at once. */
export async function reader(
  { referenceDate, extractors }: Pick<ParseCommand, 'referenceDate'> & { extractors?: readonly Extractor[] },
  { stdin }: Io,
): Promise<(file: string) => Promise<Outcome>> {
  const { readNotice, UnreadableNoticeError } = await import('../index.js')
  const options = {
    maxBytes: MAX_BYTES,
    ...(referenceDate === undefined ? {} : { referenceDate }),
    ...(extractors === undefined ? {} : { extractors }),
  }
  let piped: Promise<Uint8Array> | undefined
  const standardInput = () => {
    // Named twice, it is still one stream.
    piped ??= readAll(stdin, MAX_BYTES).catch((cause) => {
      throw new UnreadableNoticeError('broken', cause instanceof Error ? cause.message : String(cause), STDIN, {
        cause,
      })
    })
    return piped
  }
  return async (file) => {
    try {
      return { file, notice: await readNotice(file === STDIN ? await standardInput() : file, options) }
    } catch (error) {
      return { file, error: describe(error instanceof UnreadableNoticeError ? error : null, error) }
    }
  }
}

/** An error of another kind is a fault of the program; the other inputs are read all the same. */
function describe(unreadable: UnreadableNoticeError | null, error: unknown): Failure['error'] {
  if (unreadable) return { code: unreadable.code, message: unreadable.message }
  return { code: 'internal', message: error instanceof Error ? error.message : String(error) }
}

interface Printer {
  one(outcome: Outcome): Promise<void>
  close(): Promise<void>
}

const nothing = async () => {}

function printer(format: Format, several: boolean, command: ParseCommand, io: Io): Printer {
  if (format === 'pretty') return prettyPrinter(several, command, io)
  if (format === 'json' && several) return arrayPrinter(command, io)
  const one = async (outcome: Outcome) => {
    if (format === 'ndjson') await write(io.stdout, `${stringify(toRecord(outcome, command))}\n`)
    else if ('notice' in outcome) await write(io.stdout, `${stringify(pick(outcome.notice, command.fields), 2)}\n`)
  }
  return { one, close: nothing }
}

function toRecord(outcome: Outcome, { fields }: ParseCommand): InputRecord {
  return 'error' in outcome ? outcome : { file: outcome.file, notice: pick(outcome.notice, fields) }
}

function arrayPrinter(command: ParseCommand, { stdout }: Io): Printer {
  let before = '['
  const one = async (outcome: Outcome) => {
    await write(stdout, `${before}\n${stringify(toRecord(outcome, command), 2).replace(/^/gm, '  ')}`)
    before = ','
  }
  return { one, close: () => write(stdout, '\n]\n') }
}

function prettyPrinter(several: boolean, { fields }: ParseCommand, { stdout, env }: Io): Printer {
  const color = Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  const view: View = { columns: stdout.columns || 100, color, fields }
  let gap = ''
  const one = async (outcome: Outcome) => {
    if ('error' in outcome) return
    await write(stdout, gap + (several ? heading(outcome.file, view) : '') + pretty(outcome.notice, view))
    gap = '\n'
  }
  return { one, close: nothing }
}
