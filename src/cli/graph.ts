/** `gongwen graph`: reads the notices of a folder and writes the map of what they name to each other. */
import { writeFile } from 'node:fs/promises'
import { graphDot } from '../graph/dot.js'
import { graphPage } from '../graph/page.js'
import type { Notice } from '../index.js'
import type { NoticeGraph } from '../link/index.js'
import { type GraphCommand, type GraphFormat, UsageError } from './args.js'
import { noticesIn } from './folder.js'
import { type Io, write } from './io.js'
import { stringify } from './json.js'
import { complain, reader } from './parse.js'

export async function runGraph(command: GraphCommand, io: Io): Promise<number> {
  const files = await noticesIn(command.folder)
  if (!files.length) throw new UsageError(`no notices in '${command.folder}'`)
  const read = await reader(command, io)
  const notices: Notice[] = []
  let code = 0
  for (const file of files) {
    const outcome = await read(file)
    if ('notice' in outcome) notices.push(outcome.notice)
    else {
      code = 2
      await complain(outcome, io)
    }
  }
  const { linkNotices } = await import('../link/index.js')
  const text = render(linkNotices(notices), notices, command.format)
  if (command.output === undefined) await write(io.stdout, text)
  else await writeFile(command.output, text)
  return code
}

function render(graph: NoticeGraph, notices: readonly Notice[], format: GraphFormat): string {
  if (format === 'html') return graphPage(graph, notices)
  return format === 'dot' ? graphDot(graph) : `${stringify(graph, 2)}\n`
}
