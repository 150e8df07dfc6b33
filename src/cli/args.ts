/** Reads the command line: what is asked for, or why it cannot be understood. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { DEDUPE_KEYS, type DedupeKey, OUT_FORMATS, type OutFormat, TABLES, type TableName } from '../batch/names.js'
import { FIELDS, type FieldName, isField } from './fields.js'

const FORMATS = ['pretty', 'json', 'ndjson'] as const
export type Format = (typeof FORMATS)[number]

export interface ParseCommand {
  name: 'parse'
  files: string[]
  format: Format | undefined
  /** Empty: every field. */
  fields: FieldName[]
  referenceDate: string | undefined
  strict: boolean
}

const GRAPH_FORMATS = ['json', 'dot', 'html'] as const
export type GraphFormat = (typeof GRAPH_FORMATS)[number]

export interface GraphCommand {
  name: 'graph'
  folder: string
  format: GraphFormat
  /** File to write to; standard output where there is none. */
  output: string | undefined
  referenceDate: string | undefined
}

export interface BatchCommand {
  name: 'batch'
  sources: string[]
  /** A file, a folder, or `-`. */
  out: string
  format: OutFormat | undefined
  table: TableName | undefined
  bom: boolean
  column: string | undefined
  refColumn: string | undefined
  fields: FieldName[]
  referenceDate: string | undefined
  ordered: boolean
  dedupe: DedupeKey[]
  resume: boolean
  force: boolean
  maxErrors: number | undefined
  quiet: boolean
  work: WorkOptions
}

export interface PipeCommand {
  name: 'pipe'
  fields: FieldName[]
  referenceDate: string | undefined
  /** Whether lines may name files. */
  files: boolean
  work: WorkOptions
}

const EVAL_FORMATS = ['table', 'json'] as const
export type EvalFormat = (typeof EVAL_FORMATS)[number]

export interface EvalCommand {
  name: 'eval'
  folder: string
  format: EvalFormat
  /** Result of an earlier run, to be compared with. */
  baseline: string | undefined
  /** Whether every miss is printed. */
  misses: boolean
  referenceDate: string | undefined
  work: WorkOptions
}

export interface WatchCommand {
  name: 'watch'
  folder: string
  /** NDJSON, appended to. */
  out: string
  /** Milliseconds between two looks, and for how long a file must have stayed as it is. */
  interval: number
  settle: number
  once: boolean
  quiet: boolean
  fields: FieldName[]
  referenceDate: string | undefined
  work: WorkOptions
}

/** How the workers work. */
export interface WorkOptions {
  workers: number | undefined
  /** Milliseconds. */
  timeout: number | undefined
  maxBytes: number | undefined
  workerMemory: number | undefined
  extractors: string | undefined
}

const COMMANDS = ['parse', 'batch', 'pipe', 'watch', 'eval', 'graph'] as const
export type CommandName = (typeof COMMANDS)[number]

export type Command =
  | { name: 'help'; of: CommandName | undefined }
  | { name: 'version' }
  | ParseCommand
  | BatchCommand
  | PipeCommand
  | WatchCommand
  | EvalCommand
  | GraphCommand

/** A command line that cannot be understood. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const text = { type: 'string' } as const
const several = { type: 'string', multiple: true } as const
const flag = { type: 'boolean' } as const

const common = { field: several, 'reference-date': text }
const work = { workers: text, timeout: text, 'max-bytes': text, 'worker-memory': text, extractors: text }

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
  eval: { ...work, 'reference-date': text, format: text, baseline: text, misses: flag },
  graph: { 'reference-date': text, format: text, output: { type: 'string', short: 'o' } },
} as const satisfies Record<CommandName, ParseArgsConfig['options']>

const always = { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } } as const
const all = {
  ...options.parse,
  ...options.batch,
  ...options.pipe,
  ...options.watch,
  ...options.eval,
  ...options.graph,
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
  if (command === 'eval') return readEval(names, values)
  if (command === 'graph') return readGraph(names, values)
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
  name: 'workers' | 'timeout' | 'max-bytes' | 'worker-memory' | 'max-errors' | 'interval' | 'settle',
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
