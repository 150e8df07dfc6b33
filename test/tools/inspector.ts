/** The inspector as it is published, running on a folder. */
import { once } from 'node:events'
import { join } from 'node:path'
import { bundleInspector } from '../../scripts/bundle.mjs'
import { buildPrograms } from './programs.js'

export async function buildInspector() {
  const programs = await buildPrograms()
  await bundleInspector(join(programs.folder, 'inspect'))
  return {
    ...programs,
    /** Runs until `stop`, which gives the exit code and what was said on standard error. */
    async inspect(args: readonly string[]) {
      const child = programs.start(['inspect', ...args])
      let out = ''
      let err = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        err += text
      })
      const ended = once(child, 'exit')
      const address = await new Promise<string>((resolve, reject) => {
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          out += text
          if (out.includes('\n')) resolve(out.split('\n', 1)[0]!)
        })
        ended.then(([code]) => reject(new Error(`inspect ended with ${code}: ${err}`)), reject)
      })
      return {
        address,
        async stop(signal: 'SIGINT' | 'SIGTERM' = 'SIGINT') {
          child.kill(signal)
          const [code] = (await ended) as [number | null]
          return { code, err }
        },
      }
    },
  }
}

export type InspectorPrograms = Awaited<ReturnType<typeof buildInspector>>
