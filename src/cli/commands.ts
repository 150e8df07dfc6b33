/** What the command line asks for. */
import type { DedupeKey, OutFormat, TableName } from '../batch/names.js'
import type { ServerName } from '../queue/names.js'
import type { Lang } from '../report/words.js'
import type { FieldName } from './fields.js'

export const FORMATS = ['pretty', 'json', 'ndjson'] as const
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

export const GRAPH_FORMATS = ['json', 'dot', 'html'] as const
export type GraphFormat = (typeof GRAPH_FORMATS)[number]

export interface GraphCommand {
  name: 'graph'
  folder: string
  format: GraphFormat
  /** File to write to; standard output where there is none. */
  output: string | undefined
  referenceDate: string | undefined
}

export interface ReportCommand {
  name: 'report'
  files: string[]
  /** File to write to; standard output where there is none. */
  output: string | undefined
  lang: Lang
  referenceDate: string | undefined
}

export const CALENDAR_KINDS = ['event', 'todo'] as const

export interface CalendarCommand {
  name: 'calendar'
  sources: string[]
  /** A file, or `-`. */
  output: string
  as: (typeof CALENDAR_KINDS)[number]
  /** Minutes before; undefined for the default. */
  alarms: number[] | undefined
  sequence: number
  /** ISO day or minute in UTC, `now`, or undefined for the day of each notice. */
  stamp: string | undefined
  column: string | undefined
  refColumn: string | undefined
  referenceDate: string | undefined
  work: WorkOptions
}

export interface ContactsCommand {
  name: 'contacts'
  sources: string[]
  /** A file, or `-`. */
  output: string
  column: string | undefined
  refColumn: string | undefined
  referenceDate: string | undefined
  work: WorkOptions
}

export interface RedactCommand {
  name: 'redact'
  files: string[]
  /** A file or a folder. */
  output: string
  /** JSON. */
  policy: string | undefined
  report: string | undefined
  /** Whether the report names the values. */
  reportValues: boolean
  keepOffices: boolean
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

export const EVAL_FORMATS = ['table', 'json'] as const
type EvalFormat = (typeof EVAL_FORMATS)[number]

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

export interface InspectCommand {
  name: 'inspect'
  /** A folder, or one notice; without it, only what is dropped or pasted. */
  path: string | undefined
  /** 0: one that is free. */
  port: number
  /** Whether the browser is opened. */
  open: boolean
  referenceDate: string | undefined
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

export const ACTIONS = ['add', 'work', 'status', 'retry', 'merge'] as const
export type QueueAction = (typeof ACTIONS)[number]

export const STATUS_FORMATS = ['table', 'json'] as const

export interface QueueCommand {
  name: 'queue'
  action: QueueAction
  /** `add`: sources; `retry`: ids of jobs, none for all; `merge`: files of `work`. */
  operands: string[]
  /** Addresses that were given. They may hold a password: never to be printed. */
  servers: Partial<Record<ServerName, string>>
  queue: string
  quiet: boolean
  /** `add` */
  attempts: number
  inline: boolean
  column: string | undefined
  refColumn: string | undefined
  /** `work`, `merge` */
  out: string
  once: boolean
  fields: FieldName[]
  referenceDate: string | undefined
  work: WorkOptions
  /** `status` */
  format: (typeof STATUS_FORMATS)[number]
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

export const COMMANDS = [
  'parse',
  'batch',
  'pipe',
  'watch',
  'queue',
  'eval',
  'graph',
  'report',
  'inspect',
  'calendar',
  'contacts',
  'redact',
] as const
export type CommandName = (typeof COMMANDS)[number]

export type Command =
  | { name: 'help'; of: CommandName | undefined }
  | { name: 'version' }
  | ParseCommand
  | BatchCommand
  | PipeCommand
  | WatchCommand
  | QueueCommand
  | EvalCommand
  | GraphCommand
  | ReportCommand
  | CalendarCommand
  | ContactsCommand
  | RedactCommand
  | InspectCommand
