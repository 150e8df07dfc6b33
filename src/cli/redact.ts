/** `gongwen redact`: copies of notices in which personal data is masked. */
import { mkdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Redaction, RedactPolicy } from '../redact/index.js'
import { type RedactCommand, UsageError } from './args.js'
import { type Io, write } from './io.js'
import { stringify } from './json.js'
import { putFile } from './office.js'
import { complain } from './parse.js'
import { clean } from './text.js'

const MAX_BYTES = 64 * 1024 * 1024

interface FileReport {
  file: string
  output?: string
  encoding?: string
  masked?: unknown[]
  unmasked?: unknown[]
  error?: { code: string; message: string }
}

export async function runRedact(command: RedactCommand, io: Io): Promise<number> {
  const library = await import('../redact/index.js')
  const policy = await policyOf(command, library.readPolicy)
  const targets = await targetsOf(command)
  const reports: FileReport[] = []
  let code = 0
  for (const [file, output] of targets) {
    const report = await redactFile(file, output, policy, command, library)
    reports.push(report)
    if (report.error) {
      code = 2
      await complain({ file, error: report.error }, io)
    } else {
      if (report.unmasked!.length) code = Math.max(code, 1)
      await tell(report, io)
    }
  }
  if (command.report !== undefined) await putFile(command.report, `${stringify({ files: reports }, 2)}\n`)
  return code
}

async function policyOf(
  { policy: path, keepOffices }: RedactCommand,
  readPolicy: (value: unknown) => RedactPolicy,
): Promise<RedactPolicy> {
  const own: RedactPolicy = {}
  if (path !== undefined) {
    try {
      Object.assign(own, readPolicy(JSON.parse(await readFile(path, 'utf8'))))
    } catch (error) {
      throw new UsageError(`policy ${path}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return keepOffices ? { ...own, keepOffices } : own
}

/** Where each file goes. A folder for several; never onto an input, never two files onto one. */
async function targetsOf({ files, output, report }: RedactCommand): Promise<Map<string, string>> {
  const there = await stat(output).catch(() => null)
  const isFolder = there?.isDirectory() || /[\\/]$/.test(output)
  if (files.length > 1 && !isFolder)
    throw new UsageError(`several files need a folder as --output: '${output}' is none (end it with / to make it)`)
  if (isFolder) await mkdir(output, { recursive: true })
  const place = async (path: string) => await realpath(path).catch(() => resolve(path))
  const inputs = new Set(await Promise.all(files.map(place)))
  const taken = new Map<string, string>()
  const targets = new Map<string, string>()
  for (const file of files) {
    const target = isFolder ? join(output, basename(file)) : output
    const at = await place(target)
    if (inputs.has(at)) throw new UsageError(`'${target}' is an input: it would be lost`)
    const other = taken.get(at)
    if (other !== undefined && other !== file)
      throw new UsageError(`'${other}' and '${file}' would both become '${target}'`)
    taken.set(at, file)
    targets.set(file, target)
  }
  if (report !== undefined) {
    const at = await place(report)
    if (inputs.has(at) || taken.has(at)) throw new UsageError(`--report '${report}' is an input or an output`)
  }
  return targets
}

async function redactFile(
  file: string,
  output: string,
  policy: RedactPolicy,
  { reportValues }: RedactCommand,
  { redactBytes }: typeof import('../redact/index.js'),
): Promise<FileReport> {
  try {
    const info = await stat(file)
    if (!info.isFile()) return { file, error: { code: 'not-a-file', message: 'this is not a file' } }
    if (info.size > MAX_BYTES) return { file, error: { code: 'too-large', message: `${info.size} bytes are too many` } }
    const result = await redactBytes(await readFile(file), policy, { filename: file })
    await putFile(output, result.bytes)
    const { source } = result.notice
    return {
      file,
      output,
      ...(source.encoding === undefined ? {} : { encoding: source.encoding }),
      ...reportOf(result, reportValues ? source.text : null),
    }
  } catch (error) {
    const { code, name, message } = error as Error & { code?: string }
    if (name === 'RedactError') return { file, error: { code: 'unsupported', message } }
    if (name === 'UnreadableNoticeError') return { file, error: { code: code ?? 'broken', message } }
    // Of the input: one of the output is another matter.
    if (code === 'ENOENT' && (error as { path?: string }).path === file)
      return { file, error: { code: 'not-found', message: 'there is no such file' } }
    throw error
  }
}

/** Without `source` nothing in it is what was masked. */
const reportOf = ({ masked, unmasked }: Redaction, source: string | null) => ({
  masked: masked.map((one) => ({
    ...one,
    ...(source === null
      ? {}
      : { values: [...new Set(one.places.map(({ span }) => source.slice(span.start, span.end)))] }),
  })),
  unmasked,
})

const LEFT: Record<string, string> = {
  'redact/name-in-word': 'a name within other words was left (policy: "names": "all" masks it, "allow" keeps it)',
  'redact/not-a-notice': 'this is no notice: names in it may be left',
  'redact/left': 'a value can still be found',
}

async function tell({ file, masked = [], unmasked = [] }: FileReport, io: Io): Promise<void> {
  const say = (text: string) => write(io.stderr, `gongwen: ${clean(file)}: ${text}\n`).catch(() => {})
  const counts = new Map<string, number>()
  for (const { kind, places } of masked as Redaction['masked'])
    counts.set(kind, (counts.get(kind) ?? 0) + places.length)
  for (const { ruleId, line } of unmasked as Redaction['unmasked'])
    await say(`${line === null ? '' : `line ${line}: `}${ruleId}: ${LEFT[ruleId]}`)
  await say(`masked: ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing'}`)
}
