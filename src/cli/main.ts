/** The program: reads its arguments, does what they say, returns the exit code. */
import { version } from '../../package.json'
import { readArgs, UsageError } from './args.js'
import { helpOf } from './help.js'
import { type Io, isBrokenPipe, write } from './io.js'
import { runParse } from './parse.js'
import { clean } from './text.js'

export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    const command = readArgs(argv)
    if (command.name === 'parse') return await runParse(command, io)
    // Loaded on use: they bring the readers of archives along.
    if (command.name === 'batch') return await (await import('./batch.js')).runBatchCommand(command, io)
    if (command.name === 'pipe') return await (await import('./pipe.js')).runPipe(command, io)
    if (command.name === 'watch') return await (await import('./watch.js')).runWatch(command, io)
    if (command.name === 'queue') return await (await import('./queue.js')).runQueue(command, io)
    if (command.name === 'eval') return await (await import('./eval.js')).runEval(command, io)
    if (command.name === 'graph') return await (await import('./graph.js')).runGraph(command, io)
    if (command.name === 'report') return await (await import('./report.js')).runReport(command, io)
    if (command.name === 'calendar') return await (await import('./calendar.js')).runCalendar(command, io)
    if (command.name === 'contacts') return await (await import('./contacts.js')).runContacts(command, io)
    if (command.name === 'redact') return await (await import('./redact.js')).runRedact(command, io)
    if (command.name === 'inspect') return await (await import('./inspect.js')).runInspect(command, io)
    await write(io.stdout, command.name === 'help' ? helpOf(command.of) : `${version}\n`)
    return 0
  } catch (error) {
    return isBrokenPipe(error) ? 0 : await fail(error, io)
  }
}

async function fail(error: unknown, { stderr }: Io): Promise<number> {
  const reason = error instanceof Error ? error.message : String(error)
  const hint = error instanceof UsageError ? `Try 'gongwen --help'.\n` : ''
  // Nobody is left to tell when stderr is closed as well.
  await write(stderr, `gongwen: ${clean(reason)}\n${hint}`).catch(() => {})
  return 2
}
