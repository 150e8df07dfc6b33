/** `gongwen pipe`: the filter that other systems call. */
import type { PipeCommand } from './args.js'
import { type Io, isBrokenPipe, write } from './io.js'

export async function runPipe({ fields, referenceDate, files, work }: PipeCommand, io: Io): Promise<number> {
  const { pipeLines } = await import('../batch/index.js')
  const decoder = new TextDecoder()
  try {
    for await (const { line } of pipeLines(io.stdin, { ...work, fields, referenceDate, files }))
      await write(io.stdout, decoder.decode(line))
  } catch (error) {
    if (!isBrokenPipe(error)) throw error
  }
  return 0
}
