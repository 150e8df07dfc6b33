/** Tries mutants in a process of their own, which is started again when one hangs or ends it. */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './mutants.mjs'

/** The test files that a mutant is held against, the likeliest to fail first: those that read in their own process, and quickly. */
const SUITE = [
  ...[
    'grammar',
    'grammar-begin',
    'forms',
    'engine',
    'resolve',
    'ranges',
    'working-days',
    'calendar-days',
    'years',
    'date-roles',
  ],
  ...['deadline-acts', 'deadlines', 'recurrence', 'dates', 'frame', 'corpus', 'events', 'contacts', 'document-numbers'],
  ...['citations', 'metadata', 'attachments', 'bodies', 'divisions', 'tables', 'html-robust', 'merged-cells', 'link'],
  ...['redact', 'locate'],
]

/** Seconds of processor time after which a mutant counts as one that hangs. */
const LIMIT = 10

/** Seconds of processor time that a process has taken; of the clock where the system does not tell. */
function secondsOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return performance.now() / 1000
  }
}

function createWorker(files, limit) {
  let child
  let answer
  let known = {}
  let late = false
  const start = () =>
    new Promise((done, fail) => {
      child = fork(fileURLToPath(new URL('./worker.mjs', import.meta.url)), files, {
        execArgv: ['--experimental-vm-modules', '--no-warnings', '--max-old-space-size=2048'],
      })
      child.on('message', (message) => {
        if (!message.ready) answer?.(message)
        else {
          known = message.known
          done(message)
        }
      })
      child.on('exit', (code, signal) => {
        fail(new Error(`the worker ended with ${code ?? signal} before it was ready`))
        const status = late ? 'timeout' : 'error'
        answer?.({ status, by: `the worker ended with ${code ?? signal}`, ms: 0, ended: true })
      })
      child.send(known)
    })
  const end = () =>
    new Promise((done) => {
      answer = undefined
      child.once('exit', done)
      child.kill('SIGKILL')
    })
  return {
    start,
    async try(mutant) {
      let watch
      const { ended, ...result } = await new Promise((done) => {
        answer = done
        late = false
        const begin = secondsOf(child.pid)
        watch = setInterval(() => {
          if (secondsOf(child.pid) - begin < limit) return
          late = true
          child.kill('SIGKILL')
        }, 250)
        child.send(mutant)
      })
      clearInterval(watch)
      answer = undefined
      // What went wrong here may go on to go wrong.
      if (result.status === 'error' && !ended) await end()
      if (ended || result.status === 'error') await start()
      return result
    },
    stop: end,
  }
}

/** A change of nothing in each area: where one fails, the results say nothing. */
function blanks(mutants) {
  const first = new Map(mutants.map((mutant) => [mutant.area, mutant]))
  return [...first.values()].map(({ area, file, at, part }) => {
    const text = readFileSync(resolve(root, file), 'utf8')
    return { area, file, at, part, within: null, text }
  })
}

/**
 * Tries mutants in order, behind a change of nothing in each area, which must survive. `each` hears of every result: the mutant with
 * `status`, `by` (the test that failed, or what went wrong) and `ms`. `files` are names of test files, `limit` seconds.
 */
export async function tryMutants(mutants, { files = SUITE, each = () => {}, limit = LIMIT } = {}) {
  const worker = createWorker(files, limit)
  const { tests, skipped } = await worker.start()
  const results = []
  try {
    for (const blank of blanks(mutants)) {
      const { status, by } = await worker.try(blank)
      if (status !== 'survived') throw new Error(`a change of nothing in ${blank.file}: ${status} by ${by}`)
    }
    for (const mutant of mutants) {
      const result = { ...mutant, ...(await worker.try(mutant)) }
      results.push(result)
      each(result, results.length)
    }
  } finally {
    await worker.stop()
  }
  return { tests, skipped, results }
}
