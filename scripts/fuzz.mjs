#!/usr/bin/env node
// Fuzzes the readers and the parser: node scripts/fuzz.mjs --seconds 600 --seed 1 --target text,html --out /tmp/fuzz
// Coverage of V8 guides it; what is found is made small and written to the output folder. --help tells its options.
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'

const HELP = `Usage: node scripts/fuzz.mjs [options]

  --seconds N    how long, all targets together (default 60)
  --slice N      seconds of one target before the next one's turn (default 30)
  --seed N       first seed; every slice takes the next (default 1)
  --target A,B   which targets (default all)
  --out FOLDER   where runs.jsonl, findings.jsonl, found/ and pool/ go (default .fuzz/out)
  --replay FILE  judges one file of found/ again and ends
`

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    slice: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    target: { type: 'string', default: 'all' },
    out: { type: 'string', default: '.fuzz/out' },
    replay: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, '.fuzz/program', String(process.pid))

/** How often the watcher looks, in milliseconds. */
const TICK = 250
/** Processor time in which an input must be read: a machine that is busy with others does not count against it. */
const cpuFor = (length) => 5000 + length * 0.5
/** Nothing happens at all, which takes no processor time: looks in a row. */
const IDLE = 480
const MEGABYTES = 1024
const LARGEST = 16 * 1024 * 1024
/** A fault is made small for so long. */
const MINIMISE = 45_000

async function bundle() {
  await build({
    entryPoints: ['targets', 'fuzzer', 'minimiser', 'judge', 'crasher', 'limits'].map((name) =>
      join(root, `test/fuzz/${name}.ts`),
    ),
    outdir: program,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    // The tools find their files beside themselves.
    define: { 'import.meta.url': JSON.stringify(String(pathToFileURL(join(root, 'test/tools/x.js')))) },
    logLevel: 'error',
  })
}

const load = (name) => import(pathToFileURL(join(program, `${name}.js`)))

/** Runs a thread to its end, under watch. `progress` says what it is reading: it counts up as long as it is well. */
function thread(name, workerData, progress, onMessage) {
  return new Promise((resolve) => {
    const worker = new Worker(join(program, `${name}.js`), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      stdout: false,
    })
    let last = null
    let since = cpu()
    let looks = 0
    let over = false
    const end = (how) => {
      if (over) return
      over = true
      clearInterval(watch)
      worker.terminate().then(() => resolve(how))
    }
    const watch = setInterval(() => {
      const { count, length } = progress()
      if (count !== last) {
        last = count
        since = cpu()
        looks = 0
      } else if (cpu() - since > cpuFor(length) || ++looks > IDLE) end('hang')
    }, TICK)
    worker.on('message', onMessage)
    worker.on('error', (error) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : `died: ${error.stack}`))
    worker.on('exit', (code) => end(code === 0 ? 'ended' : `exit code ${code}`))
  })
}

/** Processor time of all threads, in milliseconds. */
function cpu() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function inputIn(shared) {
  const [, length, kind] = new Int32Array(shared, 0, 4)
  const bytes = Buffer.from(new Uint8Array(shared, 16, length))
  return kind === 1 ? bytes.toString('utf16le') : new Uint8Array(bytes)
}

/** The input judged once more, alone: what it costs and what is wrong with it. */
async function alone(target, input, cause, milliseconds) {
  let answer = null
  const how = await thread(
    'minimiser',
    { target, input, cause, milliseconds },
    () => ({ count: 0, length: input.length * 10 + (cause === null ? 100_000 : milliseconds * 4) }),
    (message) => {
      answer = message
    },
  )
  return { how, ...answer }
}

function poolFile(target) {
  return join(options.out, 'pool', `${target}.json`)
}

async function slice(target, seed, seconds, known) {
  const { toCrasher, inputOf } = await load('crasher')
  const { causeOf } = await load('judge')
  const shared = new SharedArrayBuffer(16 + LARGEST)
  const pool = existsSync(poolFile(target)) ? JSON.parse(readFileSync(poolFile(target), 'utf8')).map(inputOf) : []
  const begun = Date.now()
  const faults = new Map()
  const keep = (cause, message, input, run) => {
    const before = faults.get(cause)
    if (!before || before.input.length > input.length)
      faults.set(cause, { message, input, run, times: (before?.times ?? 0) + 1 })
    else before.times++
  }
  let done = { runs: 0, reached: 0, cpu: 0 }
  const how = await thread(
    'fuzzer',
    { target, seed, milliseconds: seconds * 1000, shared, pool },
    () => {
      const [count, length] = new Int32Array(shared, 0, 2)
      // Before the first input everything is compiled and the seeds are made.
      return { count, length: count ? length : 100_000 }
    },
    (told) => {
      if (told.type === 'fault')
        for (const fault of told.faults) keep(causeOf(fault), fault.message, told.input, told.run)
      else if (told.type === 'slow') keep('slow', `${Math.round(told.milliseconds)} ms`, told.input, told.run)
      else done = told
    },
  )
  if (done.pool) writeFileSync(poolFile(target), JSON.stringify(done.pool.map((input) => toCrasher(target, '', input))))
  if (how !== 'ended') {
    const runs = new Int32Array(shared)[0]
    done = { ...done, runs }
    keep(how, how, inputIn(shared), runs)
  }
  const seconds_ = (Date.now() - begun) / 1000
  appendFileSync(
    join(options.out, 'runs.jsonl'),
    `${JSON.stringify({ at: new Date().toISOString(), target, seed, seconds: Math.round(seconds_), cpu: Math.round(done.cpu / 1000), runs: done.runs, reached: done.reached, pool: done.pool?.length ?? 0, ended: how, causes: faults.size })}\n`,
  )
  for (const [cause, fault] of faults) await record(target, seed, cause, fault, known)
  return { ...done, how }
}

async function record(target, seed, cause, { message, input, run, times }, known) {
  const name = `${target}: ${cause}`
  if (known.has(name)) return
  known.add(name)
  const { toCrasher } = await load('crasher')
  const timed = cause === 'slow' || cause === 'hang'
  const again = await alone(target, input, timed ? null : cause, MINIMISE)
  // A slow one is only one when it is slow once more, by itself.
  const { allowed } = await load('limits')
  if (timed && again.how === 'ended' && again.milliseconds < allowed(input.length)) return
  const least = again.input ?? input
  const text =
    again.faults?.[0]?.message ?? (timed ? `${Math.round(again.milliseconds ?? 0)} ms alone, ${again.how}` : message)
  const crasher = toCrasher(target, `${cause}: ${text}`, least)
  const file = `${target}-${createHash('sha256').update(JSON.stringify(crasher)).digest('hex').slice(0, 10)}.json`
  writeFileSync(join(options.out, 'found', file), `${JSON.stringify(crasher, null, 2)}\n`)
  const line = {
    at: new Date().toISOString(),
    target,
    seed,
    run,
    times,
    cause,
    message: text,
    size: least.length,
    file,
  }
  appendFileSync(join(options.out, 'findings.jsonl'), `${JSON.stringify(line)}\n`)
  console.log(JSON.stringify(line))
}

async function main() {
  if (options.help) return console.log(HELP)
  await bundle()
  if (options.replay) {
    const crasher = JSON.parse(readFileSync(options.replay, 'utf8'))
    const { inputOf } = await load('crasher')
    const { judge } = await load('judge')
    const faults = await judge(crasher.target, inputOf(crasher))
    console.log(JSON.stringify(faults, null, 2))
    process.exitCode = faults.length ? 1 : 0
    return
  }
  for (const folder of ['found', 'pool']) mkdirSync(join(options.out, folder), { recursive: true })
  const { TARGETS, targetOf } = await load('targets')
  const targets = (options.target === 'all' ? TARGETS.map((t) => t.name) : options.target.split(',')).map(
    (t) => targetOf(t).name,
  )
  const known = new Set()
  const until = Date.now() + Number(options.seconds) * 1000
  let runs = 0
  for (let n = 0; Date.now() < until; n++) {
    const target = targets[n % targets.length]
    const left = (until - Date.now()) / 1000
    const ran = await slice(target, Number(options.seed) + n, Math.min(Number(options.slice), left), known)
    runs += ran.runs
    console.log(
      `${target}: ${ran.runs} runs, ${ran.reached} functions reached${ran.how === 'ended' ? '' : `, ${ran.how}`}`,
    )
  }
  console.log(`${runs} runs, ${known.size} causes`)
  process.exitCode = known.size ? 1 : 0
}

await main()
