/** Reads the command line: what is asked for, or why it cannot be understood. */
import { parseArgs } from 'node:util'
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

export type Command = { name: 'help' } | { name: 'version' } | ParseCommand | GraphCommand

/** A command line that cannot be understood. The message is one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

const options = {
  format: { type: 'string' },
  field: { type: 'string', multiple: true },
  'reference-date': { type: 'string' },
  strict: { type: 'boolean' },
  output: { type: 'string', short: 'o' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

export function readArgs(argv: readonly string[]): Command {
  const { values, positionals } = split(argv)
  if (values.help) return { name: 'help' }
  if (values.version) return { name: 'version' }
  const [command, ...files] = positionals
  if (command === undefined) throw new UsageError('no command given (one of: parse, graph)')
  if (command === 'graph') return readGraph(values, files)
  if (command !== 'parse') throw new UsageError(`unknown command '${command}' (one of: parse, graph)`)
  if (values.output !== undefined) throw new UsageError('parse does not take --output')
  return {
    name: 'parse',
    files,
    format: readFormat(values.format, FORMATS),
    fields: (values.field ?? []).map(readField),
    referenceDate: readDay(values['reference-date']),
    strict: values.strict ?? false,
  }
}

type Values = ReturnType<typeof split>['values']

function readGraph(values: Values, folders: readonly string[]): GraphCommand {
  const [folder, more] = folders
  if (folder === undefined) throw new UsageError('graph needs a FOLDER')
  if (more !== undefined) throw new UsageError('graph takes one FOLDER')
  if (values.field) throw new UsageError('graph does not take --field')
  if (values.strict) throw new UsageError('graph does not take --strict')
  const { output } = values
  return {
    name: 'graph',
    folder,
    format: readFormat(values.format, GRAPH_FORMATS) ?? GRAPH_FORMATS.find((f) => output?.endsWith(`.${f}`)) ?? 'json',
    output,
    referenceDate: readDay(values['reference-date']),
  }
}

function split(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
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

function readFormat<F extends string>(name: string | undefined, formats: readonly F[]): F | undefined {
  const format = formats.find((f) => f === name)
  if (name !== undefined && !format) throw new UsageError(`unknown format '${name}' (one of: ${formats.join(', ')})`)
  return format
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
