/** The programs as they are published, built for one test file: workers and processes cannot run TypeScript. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

export interface RunOptions {
  cwd?: string
  stdin?: string | Uint8Array
  /** Milliseconds after which it gets a signal. */
  after?: number
  signal?: NodeJS.Signals
}

/** Builds into a folder of node_modules, so that packages are found; `remove` when done. */
export async function buildPrograms() {
  const folder = mkdtempSync(join(root, 'node_modules', '.programs-'))
  await build({
    entryPoints: {
      index: join(root, 'src/index.ts'),
      batch: join(root, 'src/batch/index.ts'),
      'batch-worker': join(root, 'src/batch/worker.ts'),
      cli: join(root, 'src/cli.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    absWorkingDir: root,
    logLevel: 'silent',
  })
  const cli = join(folder, 'cli.js')
  return {
    folder,
    cli,
    remove: () => rmSync(folder, { recursive: true, force: true }),
    batch: (await import(
      /* @vite-ignore */ pathToFileURL(join(folder, 'batch.js')).href
    )) as typeof import('../../src/batch/index.js'),
    start: (args: readonly string[], cwd?: string) => spawn(process.execPath, [cli, ...args], { cwd }),
    run(args: readonly string[], { cwd, stdin, after, signal = 'SIGKILL' }: RunOptions = {}): Promise<Ran> {
      return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [cli, ...args], { cwd })
        let out = ''
        let err = ''
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          out += text
        })
        child.stderr.setEncoding('utf8').on('data', (text: string) => {
          err += text
        })
        const timer = after === undefined ? undefined : setTimeout(() => child.kill(signal), after)
        child.on('error', reject)
        child.on('close', (code, ended) => {
          clearTimeout(timer)
          resolve({ code, signal: ended, out, err })
        })
        child.stdin.on('error', () => {})
        child.stdin.end(stdin ?? '')
      })
    },
  }
}

export type Programs = Awaited<ReturnType<typeof buildPrograms>>
