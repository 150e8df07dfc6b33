/** Runs of `gongwen batch` in processes of their own: their time, their memory, and what they left behind. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { root } from './corpus.mjs'

const CLI = `${root}/dist/cli.js`

/** Peak resident memory in MiB, by the kernel's own mark; null where there is none (not Linux). */
function peakOf(pid) {
  try {
    // A process that has ended and was not yet waited for has no mark.
    const mark = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return mark && Number(mark[1]) / 1024
  } catch {
    return null
  }
}

/**
 * Starts a run. `killAfter` (milliseconds): it is killed with -9. Gives the exit code or the signal, seconds, peak MiB, and
 * what it wrote to stderr.
 */
export function run(args, { killAfter } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [CLI, 'batch', ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    let peak = null
    const watch = setInterval(() => {
      peak = peakOf(child.pid) ?? peak
    }, 100)
    const kill = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      clearInterval(watch)
      clearTimeout(kill)
      resolve({ code, signal, seconds: (performance.now() - start) / 1000, peak, stderr })
    })
  })
}

/** Records of a file, by their lines: how many, how many of each outcome, whether a path occurs twice, a digest of the sorted lines. */
export async function inspect(file) {
  const hashes = []
  const paths = new Set()
  const codes = {}
  let repeated = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    hashes.push(createHash('sha256').update(line).digest('base64'))
    const { path, error } = JSON.parse(line)
    if (paths.has(path)) repeated++
    paths.add(path)
    if (error) codes[error.code] = (codes[error.code] ?? 0) + 1
  }
  // Equal digests: the files are equal to the byte when their lines are sorted.
  const digest = createHash('sha256').update(hashes.sort().join('\n')).digest('hex')
  return { records: hashes.length, repeated, codes, errors: Object.values(codes).reduce((a, b) => a + b, 0), digest }
}

export function clear(out) {
  for (const ending of ['', '.part', '.journal', '.lock', '.tmp']) rmSync(out + ending, { force: true })
}

export const isLeft = (out) => ['.part', '.journal', '.lock', '.tmp'].filter((ending) => existsSync(out + ending))
