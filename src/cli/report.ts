/** `gongwen report`: reads notices and writes the page on which they are looked at. */
import { stat, writeFile } from 'node:fs/promises'
import type { Notice } from '../index.js'
import { reportPage, trace } from '../report/index.js'
import { type ReportCommand, UsageError } from './args.js'
import { noticesIn } from './folder.js'
import { type Io, write } from './io.js'
import { complain, reader } from './parse.js'

export async function runReport(command: ReportCommand, io: Io): Promise<number> {
  const { extractors, evidenceOf } = trace()
  const read = await reader({ ...command, extractors }, io)
  const notices: Notice[] = []
  const failures: { file: string; message: string }[] = []
  for (const file of await inputs(command.files)) {
    const outcome = await read(file)
    if ('notice' in outcome) notices.push(outcome.notice)
    else {
      failures.push({ file, message: outcome.error.message })
      await complain(outcome, io)
    }
  }
  const text = reportPage(notices, { lang: command.lang, evidenceOf, failures })
  if (command.output === undefined) await write(io.stdout, text)
  else await writeFile(command.output, text)
  return failures.length ? 2 : 0
}

/** Folders stand for the notices in them; what does not exist is told by who reads it. */
async function inputs(names: readonly string[]): Promise<string[]> {
  const files: string[] = []
  for (const name of names) {
    const folder = name !== '-' && (await stat(name).catch(() => null))?.isDirectory()
    const found = folder ? await noticesIn(name) : [name]
    if (!found.length) throw new UsageError(`no notices in '${name}'`)
    files.push(...found)
  }
  return files
}
