/** Reads the command line: what is asked for, or why it cannot be understood. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { DEDUPE_KEYS, OUT_FORMATS, TABLES } from '../batch/names.js'
import { SERVER_NAMES, type ServerName } from '../queue/names.js'
import { LANGS } from '../report/words.js'
import {
  ACTIONS,
  type BatchCommand,
  CALENDAR_KINDS,
  type CalendarCommand,
  COMMANDS,
  type Command,
  type CommandName,
  type ContactsCommand,
  EVAL_FORMATS,
  type EvalCommand,
  FORMATS,
  GRAPH_FORMATS,
  type GraphCommand,
  type InspectCommand,
  type PipeCommand,
  type QueueAction,
  type QueueCommand,
  type RedactCommand,
  type ReportCommand,
  STATUS_FORMATS,
  type WatchCommand,
  type WorkOptions,
} from './commands.js'
import { FIELDS, type FieldName, isField } from './fields.js'

export type * from './commands.js'

/** A command line that cannot be understood. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const text = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const common = { field: several, 'reference-date': text }
const work = { workers: text, timeout: text, 'max-bytes': text, 'worker-memory': text, extractors: text }

const actions = {
  add: { attempts: text, inline: flag, column: text, 'ref-column': text, 'max-bytes': text },
  work: { ...common, ...work, out: text, once: flag },
  status: { format: text },
  retry: {},
  merge: { out: text },
} as const satisfies Record<QueueAction, ParseArgsConfig['options']>
const ofQueue = { redis: text, postgres: text, queue: text, quiet: flag }

const output = { type: 'string', short: 'o' } as const
const office = { ...work, 'reference-date': text, column: text, 'ref-column': text, output }

const options = {
  parse: { ...common, format: text, strict: flag },
  batch: {
    ...common,
    ...work,
    out: text,
    format: text,
    table: text,
    bom: flag,
    column: text,
    'ref-column': text,
    ordered: flag,
    dedupe: several,
    resume: flag,
    force: flag,
    'max-errors': text,
    quiet: flag,
  },
  pipe: { ...common, ...work, 'no-files': flag },
  watch: { ...common, ...work, out: text, interval: text, settle: text, once: flag, quiet: flag },
  queue: { ...actions.add, ...actions.work, ...actions.status, ...actions.retry, ...ofQueue },
  eval: { ...work, 'reference-date': text, format: text, baseline: text, misses: flag },
  graph: { 'reference-date': text, format: text, output },
  report: { 'reference-date': text, lang: text, output },
  calendar: { ...office, as: text, alarm: text, sequence: text, stamp: text },
  contacts: office,
  redact: { output, policy: text, report: text, 'report-values': flag, 'keep-offices': flag },
  inspect: { 'reference-date': text, port: text, open: flag },
} as const satisfies Record<CommandName, ParseArgsConfig['options']>

const always = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const
const all = {
  ...options.parse,
  ...options.batch,
  ...options.pipe,
  ...options.watch,
  ...options.queue,
  ...options.eval,
  ...options.graph,
  ...options.report,
  ...options.calendar,
  ...options.redact,
  ...options.inspect,
  ...always,
}

type Values = ReturnType<typeof split>['values']

export function readArgs(argv: readonly string[]): Command {
  const { values, positionals } = split(argv)
  const [name, ...names] = positionals
  const command = COMMANDS.find((one) => one === name)
  if (values.help) return { name: 'help', of: command }
  if (values.version) return { name: 'version' }
  if (name === undefined) throw new UsageError(`no command given (one of: ${COMMANDS.join(', ')})`)
  if (!command) throw new UsageError(`unknown command '${name}' (one of: ${COMMANDS.join(', ')})`)
  const stray = Object.keys(values).find((option) => !(option in options[command]))
  if (stray) throw new UsageError(`--${stray} is no option of '${command}'`)
  if (command === 'batch') return readBatch(names, values)
  if (command === 'pipe') return readPipe(names, values)
  if (command === 'watch') return readWatch(names, values)
  if (command === 'queue') return readQueue(names, values)
  if (command === 'eval') return readEval(names, values)
  if (command === 'graph') return readGraph(names, values)
  if (command === 'report') return readReport(names, values)
  if (command === 'calendar') return readCalendar(names, values)
  if (command === 'contacts') return { name: 'contacts', ...readOffice(names, values) }
  if (command === 'redact') return readRedact(names, values)
  if (command === 'inspect') return readInspect(names, values)
  return {
    name: 'parse',
    files: names,
    format: oneOf(FORMATS, values.format, 'format'),
    fields: (values.field ?? []).map(readField),
    referenceDate: readDay(values['reference-date']),
    strict: values.strict ?? false,
  }
}

function readBatch(sources: string[], values: Values): BatchCommand {
  if (!sources.length) throw new UsageError(`no SRC given ('-' reads a list of them from standard input)`)
  if (values.out === undefined || values.out === '') throw new UsageError('--out is needed: a file, a folder, or -')
  return {
    name: 'batch',
    sources,
    out: values.out,
    format: oneOf(OUT_FORMATS, values.format, 'format'),
    table: oneOf(TABLES, values.table, 'table'),
    bom: values.bom ?? false,
    column: values.column,
    refColumn: values['ref-column'],
    fields: (values.field ?? []).map(readField),
    referenceDate: readDay(values['reference-date']),
    ordered: values.ordered ?? false,
    dedupe: [...new Set((values.dedupe ?? []).map((key) => oneOf(DEDUPE_KEYS, key, 'key of --dedupe')!))],
    resume: values.resume ?? false,
    force: values.force ?? false,
    maxErrors: readNumber(values, 'max-errors', 0),
    quiet: values.quiet ?? false,
    work: readWork(values),
  }
}

function readPipe(names: string[], values: Values): PipeCommand {
  if (names.length) throw new UsageError(`'pipe' reads standard input and takes no '${names[0]}'`)
  return {
    name: 'pipe',
    fields: (values.field ?? []).map(readField),
    referenceDate: readDay(values['reference-date']),
    files: !values['no-files'],
    work: readWork(values),
  }
}

function readWork(values: Values): WorkOptions {
  const seconds = readNumber(values, 'timeout', 0.001, false)
  return {
    workers: readNumber(values, 'workers', 1),
    timeout: seconds === undefined ? undefined : seconds * 1000,
    maxBytes: readNumber(values, 'max-bytes', 1),
    workerMemory: readNumber(values, 'worker-memory', 1),
    extractors: values.extractors,
  }
}

function readNumber(
  values: Values,
  name:
    | 'workers'
    | 'timeout'
    | 'max-bytes'
    | 'worker-memory'
    | 'max-errors'
    | 'interval'
    | 'settle'
    | 'attempts'
    | 'sequence'
    | 'port',
  least: number,
  whole = true,
): number | undefined {
  const given = values[name]
  if (given === undefined) return undefined
  const number = /^\d{1,12}(?:\.\d{1,6})?$/.test(given) ? Number(given) : Number.NaN
  if (!(number >= least) || (whole && !Number.isInteger(number)))
    throw new UsageError(`--${name} must be a ${whole ? 'whole ' : ''}number of at least ${least}, not '${given}'`)
  return number
}

function readWatch(folders: readonly string[], values: Values): WatchCommand {
  const interval = (readNumber(values, 'interval', 0.01, false) ?? 2) * 1000
  const settle = readNumber(values, 'settle', 0, false)
  return {
    name: 'watch',
    folder: readFolder('watch', folders),
    out: readOut(values),
    interval,
    settle: settle === undefined ? 2000 : settle * 1000,
    once: values.once ?? false,
    quiet: values.quiet ?? false,
    fields: (values.field ?? []).map(readField),
    referenceDate: readDay(values['reference-date']),
    work: readWork(values),
  }
}

function readQueue([name, ...operands]: string[], values: Values): QueueCommand {
  if (name === undefined) throw new UsageError(`queue needs one of: ${ACTIONS.join(', ')}`)
  const action = ACTIONS.find((one) => one === name)
  // What was given is not repeated: it may be the address, with its password.
  if (!action) throw new UsageError(`unknown action of 'queue' (one of: ${ACTIONS.join(', ')})`)
  const stray = Object.keys(values).find((option) => !(option in actions[action]) && !(option in ofQueue))
  if (stray) throw new UsageError(`--${stray} is no option of 'queue ${action}'`)
  if (action === 'add' && !operands.length)
    throw new UsageError(`no SRC given ('-' reads a list of them from standard input)`)
  if (action === 'merge' && !operands.length) throw new UsageError('no FILE given: those that workers have written')
  if ((action === 'work' || action === 'status') && operands.length)
    throw new UsageError(`'queue ${action}' takes nothing but options`)
  const misplaced = SERVER_NAMES.find((server) => operands.some((one) => ADDRESS[server].test(one)))
  if (misplaced) throw new UsageError(`the address of a server belongs behind --${misplaced}`)
  if (values.redis !== undefined && values.postgres !== undefined)
    throw new UsageError('--redis and --postgres exclude each other')
  const queue = values.queue ?? 'gongwen'
  if (!/^[\w.-]{1,64}$/.test(queue)) throw new UsageError('--queue must be a name of letters, digits, -, _ and .')
  return {
    name: 'queue',
    action,
    operands,
    servers: { redis: values.redis, postgres: values.postgres },
    queue,
    quiet: values.quiet ?? false,
    attempts: readNumber(values, 'attempts', 1) ?? 3,
    inline: values.inline ?? false,
    column: values.column,
    refColumn: values['ref-column'],
    out: action === 'work' || action === 'merge' ? readOut(values) : '',
    once: values.once ?? false,
    fields: (values.field ?? []).map(readField),
    referenceDate: readDay(values['reference-date']),
    work: readWork(values),
    format: oneOf(STATUS_FORMATS, values.format, 'format') ?? 'table',
  }
}

const ADDRESS: Record<ServerName, RegExp> = { redis: /^rediss?:/i, postgres: /^postgres(?:ql)?:/i }

/** Of what appends. */
function readOut({ out }: Values): string {
  if (out === undefined || out === '' || out === '-') throw new UsageError('--out is needed: a file')
  return out
}

function readEval(folders: readonly string[], values: Values): EvalCommand {
  return {
    name: 'eval',
    folder: readFolder('eval', folders),
    format: oneOf(EVAL_FORMATS, values.format, 'format') ?? 'table',
    baseline: values.baseline,
    misses: values.misses ?? false,
    referenceDate: readDay(values['reference-date']),
    work: readWork(values),
  }
}

function readFolder(command: CommandName, folders: readonly string[]): string {
  const [folder, more] = folders
  if (folder === undefined) throw new UsageError(`${command} needs a FOLDER`)
  if (more !== undefined) throw new UsageError(`${command} takes one FOLDER`)
  return folder
}

function readGraph(folders: readonly string[], values: Values): GraphCommand {
  const folder = readFolder('graph', folders)
  const { output } = values
  return {
    name: 'graph',
    folder,
    format:
      oneOf(GRAPH_FORMATS, values.format, 'format') ?? GRAPH_FORMATS.find((f) => output?.endsWith(`.${f}`)) ?? 'json',
    output,
    referenceDate: readDay(values['reference-date']),
  }
}

function readReport(files: string[], values: Values): ReportCommand {
  if (!files.length) throw new UsageError(`report needs a FILE ('-' is standard input)`)
  return {
    name: 'report',
    files,
    output: values.output,
    lang: oneOf(LANGS, values.lang, 'language') ?? 'zh',
    referenceDate: readDay(values['reference-date']),
  }
}

function readOffice(sources: string[], values: Values): Omit<ContactsCommand, 'name'> {
  if (!sources.length) throw new UsageError(`no SRC given ('-' reads a list of them from standard input)`)
  return {
    sources,
    output: readOutput(values, "a file, or '-'"),
    column: values.column,
    refColumn: values['ref-column'],
    referenceDate: readDay(values['reference-date']),
    work: readWork(values),
  }
}

function readOutput({ output }: Values, what: string): string {
  if (output === undefined || output === '') throw new UsageError(`--output is needed: ${what}`)
  return output
}

function readCalendar(sources: string[], values: Values): CalendarCommand {
  const sequence = readNumber(values, 'sequence', 0) ?? 0
  // RFC 5545, 3.8.7.4: an integer (3.3.8).
  if (sequence > 2_147_483_647) throw new UsageError('--sequence must be less than 2147483648')
  return {
    name: 'calendar',
    ...readOffice(sources, values),
    as: oneOf(CALENDAR_KINDS, values.as, 'kind of --as') ?? 'event',
    alarms: readAlarms(values.alarm),
    sequence,
    stamp: readStamp(values.stamp),
  }
}

const UNITS: Readonly<Record<string, number>> = { d: 1440, h: 60, m: 1 }
const ALARMS = 8

/** `1d,2h` in minutes; `none` is no alarm at all. */
function readAlarms(given: string | undefined): number[] | undefined {
  if (given === undefined) return undefined
  if (given === 'none') return []
  const alarms = given.split(',').map((one) => {
    const [, count, unit] = /^(\d{1,4})([dhm])$/.exec(one.trim()) ?? []
    if (!unit) throw new UsageError(`--alarm must be 'none' or times such as 1d,2h,30m, not '${given}'`)
    return Number(count) * UNITS[unit]!
  })
  if (alarms.length > ALARMS) throw new UsageError(`--alarm takes at most ${ALARMS} times`)
  return [...new Set(alarms)]
}

function readStamp(given: string | undefined): string | undefined {
  if (given === undefined || given === 'now') return given
  const stamp = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z)?$/.test(given) ? new Date(given) : null
  if (!stamp || Number.isNaN(stamp.getTime()))
    throw new UsageError(`--stamp must be 'now', a day or a time as 2024-05-06T07:08Z, not '${given}'`)
  return stamp.toISOString()
}

function readRedact(files: string[], values: Values): RedactCommand {
  if (!files.length) throw new UsageError('redact needs a FILE')
  if (values['report-values'] && values.report === undefined) throw new UsageError('--report-values needs --report')
  const output = readOutput(values, 'a file or a folder')
  if (output === '-')
    throw new UsageError('redact writes to a file, in the encoding of its input, not to standard output')
  return {
    name: 'redact',
    files,
    output,
    policy: values.policy,
    report: values.report,
    reportValues: values['report-values'] ?? false,
    keepOffices: values['keep-offices'] ?? false,
  }
}

function readInspect([path, more]: readonly string[], values: Values): InspectCommand {
  if (more !== undefined) throw new UsageError('inspect takes one FILE or DIR')
  const port = readNumber(values, 'port', 0) ?? 0
  if (port > 65_535) throw new UsageError(`--port must be at most 65535, not '${port}'`)
  return {
    name: 'inspect',
    path,
    port,
    open: values.open ?? false,
    referenceDate: readDay(values['reference-date']),
  }
}

function split(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: all, allowPositionals: true })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(firstSentence(error.message))
  }
}

/** Node's messages go on with advice over several lines. */
function firstSentence(message: string): string {
  const sentence = message.split(/\.?\n|\.\s+(?=[A-Z])|\.$/, 1)[0]!
  return sentence[0]!.toLowerCase() + sentence.slice(1)
}

function oneOf<T extends string>(known: readonly T[], name: string | undefined, what: string): T | undefined {
  const found = known.find((one) => one === name)
  if (name !== undefined && !found) throw new UsageError(`unknown ${what} '${name}' (one of: ${known.join(', ')})`)
  return found
}

function readField(name: string): FieldName {
  if (!isField(name)) throw new UsageError(`unknown field '${name}' (one of: ${FIELDS.join(', ')})`)
  return name
}

function readDay(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null
  // A day such as 2024-02-30 is carried into March by Date: what comes back must be what went in.
  if (!day || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) {
    throw new UsageError(`--reference-date must be a day as YYYY-MM-DD, not '${text}'`)
  }
  return text
}
