#!/usr/bin/env node
// A generated archive through `gongwen batch`: speed, memory, and that nothing is lost when things go wrong. See bench/README.md.
//
//   node bench/archive.mjs [--count 100000] [--kills 10] [--dir DIR] [--only speed,kills,disk,poison,start]
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeArchive } from './lib/archive.mjs'
import { loadCorpus, root } from './lib/corpus.mjs'
import { median, round } from './lib/measure.mjs'
import { clear, inspect, isLeft, run } from './lib/runs.mjs'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '10' },
    dir: { type: 'string' },
    only: { type: 'string', default: 'speed,kills,disk,poison,start' },
  },
})
const count = Number(values.count)
const parts = values.only.split(',')
const dir = values.dir ?? mkdtempSync(join(tmpdir(), 'gongwen-archive-'))
mkdirSync(dir, { recursive: true })
const out = (name) => join(dir, `${name}.ndjson`)
const failures = []
const must = (what, holds) => {
  if (!holds) failures.push(what)
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`)
}

const archive = join(dir, 'archive')
const small = join(dir, 'small')
rmSync(archive, { recursive: true, force: true })
rmSync(small, { recursive: true, force: true })
const { bytes } = writeArchive(archive, count)
writeArchive(small, Math.ceil(count / 10))
console.log(`${count} notices, ${round(bytes / 2 ** 20, 1)} MiB, in ${dir}`)

const result = {
  node: process.version,
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  count,
  mebibytes: round(bytes / 2 ** 20, 1),
}

const figures = ({ seconds, peak }, n) => ({
  seconds: round(seconds, 1),
  perSecond: round(n / seconds, 1),
  peakMiB: peak === null ? null : round(peak, 1),
  load: round(loadavg()[0], 1),
})

/** An undisturbed run: what the others are compared with. */
async function reference() {
  clear(out('two'))
  const ran = await run([archive, '--out', out('two'), '--workers', '2'])
  must(`2 workers: exit code 0 (${ran.code}) ${ran.stderr}`, ran.code === 0)
  return { ran, seen: await inspect(out('two')) }
}

async function speed(two) {
  clear(out('one'))
  const one = await run([archive, '--out', out('one'), '--workers', '1'])
  const seen = await inspect(out('one'))
  must(`${seen.records} records, none twice`, seen.records === count && seen.repeated === 0)
  must('the same records from 1 and 2 workers', seen.digest === two.seen.digest)
  clear(out('one'))
  const memory = {}
  for (const workers of [1, 2]) {
    clear(out('small'))
    const ran = await run([small, '--out', out('small'), '--workers', String(workers)])
    const whole = workers === 1 ? one : two.ran
    memory[workers] = { tenth: round(ran.peak, 1), whole: round(whole.peak, 1), ratio: round(whole.peak / ran.peak) }
    must(
      `${workers} workers: memory ${memory[workers].ratio} × that of a tenth (at most 1.2)`,
      whole.peak <= ran.peak * 1.2,
    )
  }
  clear(out('small'))
  return { oneWorker: figures(one, count), twoWorkers: figures(two.ran, count), memoryMiB: memory }
}

/** Killed at moments spread by chance over the time that a run takes; gone on with each time. */
async function kills(two) {
  clear(out('killed'))
  const wanted = Number(values.kills)
  const share = (two.ran.seconds * 1000) / wanted
  let killed = 0
  let ran
  for (let i = 0; i < wanted * 3; i++) {
    const killAfter = killed < wanted ? 200 + Math.random() * share : undefined
    ran = await run([archive, '--out', out('killed'), '--workers', '2', '--resume'], { killAfter })
    if (ran.signal !== 'SIGKILL') break
    killed++
  }
  const seen = await inspect(out('killed'))
  must(
    `killed ${killed} times of ${wanted}, then exit code 0 (${ran.code}) ${ran.stderr}`,
    killed === wanted && ran.code === 0,
  )
  must(`${seen.records} records, none twice`, seen.records === count && seen.repeated === 0)
  must('equal to the undisturbed run when sorted', seen.digest === two.seen.digest)
  must(`nothing is left over (${isLeft(out('killed'))})`, isLeft(out('killed')).length === 0)
  clear(out('killed'))
  return { killed, records: seen.records }
}

/** A file system of its own, too small for a tenth of the archive; then there is room. */
async function disk() {
  const mount = join(dir, 'disk')
  mkdirSync(mount, { recursive: true })
  // Half of what a tenth of the archive gives.
  const size = `${Math.round(count * 0.23)}k`
  const sh = (...command) => spawnSync(command[0], command.slice(1), { encoding: 'utf8' })
  if (sh('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', mount).status !== 0)
    return 'not run: it may not mount a file system'
  try {
    const file = join(mount, 'out.ndjson')
    const full = await run([small, '--out', file, '--workers', '2'])
    must(`disk full: exit code 2 (${full.code}), and said so`, full.code === 2 && /disk is full/.test(full.stderr))
    sh('mount', '-o', 'remount,size=90%', mount)
    const rest = await run([small, '--out', file, '--workers', '2', '--resume'])
    const seen = await inspect(file)
    must(`then exit code 0 (${rest.code}) ${rest.stderr}`, rest.code === 0)
    must(`${seen.records} records, none twice`, seen.records === Math.ceil(count / 10) && seen.repeated === 0)
    return { size, records: seen.records }
  } finally {
    sh('umount', mount)
  }
}

/** One in a hundred cannot be read: broken, a bomb, endless, deadly for its worker. */
async function poison() {
  const folder = join(dir, 'poisoned')
  rmSync(folder, { recursive: true, force: true })
  const { poisoned } = writeArchive(folder, count, { poison: 0.01 })
  clear(out('poisoned'))
  const extractors = join(root, 'bench', 'lib', 'poison.mjs')
  const ran = await run([
    folder,
    '--out',
    out('poisoned'),
    '--workers',
    '2',
    '--timeout',
    '5',
    '--extractors',
    extractors,
  ])
  const seen = await inspect(out('poisoned'))
  must(`${poisoned} poisoned: exit code 1 (${ran.code}) ${ran.stderr}`, ran.code === 1)
  must(`${seen.records} records, none twice`, seen.records === count && seen.repeated === 0)
  must(`${seen.errors} error records, one each: ${JSON.stringify(seen.codes)}`, seen.errors === poisoned)
  rmSync(folder, { recursive: true, force: true })
  return { poisoned, codes: seen.codes, ...figures(ran, count) }
}

/** Milliseconds until a process has ended, median of 11. */
function start() {
  const notice = join(dir, 'notice.txt')
  writeFileSync(notice, loadCorpus()[0].text)
  const cli = join(root, 'dist', 'cli.js')
  const time = (args) => {
    const times = Array.from({ length: 11 }, () => {
      const begun = performance.now()
      const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' })
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`)
      return performance.now() - begun
    })
    return round(median(times), 0)
  }
  return { node: time(['-e', '0']), version: time([cli, '--version']), parse: time([cli, 'parse', notice]) }
}

if (parts.includes('start')) result.startMilliseconds = start()
const two = parts.includes('speed') || parts.includes('kills') ? await reference() : null
if (parts.includes('speed')) result.speed = await speed(two)
if (parts.includes('kills')) result.kills = await kills(two)
if (parts.includes('disk')) result.diskFull = await disk()
if (parts.includes('poison')) result.poison = await poison()
console.log(JSON.stringify(result, null, 2))
result.failures = failures
mkdirSync(join(root, 'bench', 'results'), { recursive: true })
writeFileSync(join(root, 'bench', 'results', 'archive.json'), `${JSON.stringify(result, null, 2)}\n`)
if (values.dir === undefined) rmSync(dir, { recursive: true, force: true })
if (failures.length) process.exitCode = 1
