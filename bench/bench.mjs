#!/usr/bin/env node
// Throughput, cold start and linearity of a build. How to read it: bench/README.md.
//
//   node bench/bench.mjs [FILE] [--quick]    FILE: the build, default dist/index.js (or GONGWEN_DIST)
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { dirname, extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const self = fileURLToPath(import.meta.url)
const root = resolve(dirname(self), '..')
const args = process.argv.slice(2)
const quick = args.includes('--quick')
const positional = args.find((a) => !a.startsWith('--'))
const dist = positional ?? process.env.GONGWEN_DIST ?? join(root, 'dist', 'index.js')

/** gongwen may not be slower than the parts that it replaces. */
const LEAST_RATIO = 1
/** Time ~ size^exponent; what is above 1 in a linear program is cache misses and garbage collection. */
const GREATEST_EXPONENT = 1.15
const ROUNDS = quick ? 5 : 31
const WARM_UP = quick ? 2 : 6
/** One side of a round runs at least this long, so that the clock's grain and one collection do not count. */
const SIDE_MS = quick ? 40 : 150
const CHILDREN = quick ? 5 : 11
const SIZES = [10_000, 100_000, 1_000_000]

const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b)
  const mid = sorted.length >> 1
  return sorted.length % 2 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2
}
const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.round((list.length - 1) * q)]
const bytesOf = (text) => Buffer.byteLength(text)
const round = (n, digits = 2) => Number(n.toFixed(digits))

/** Runs in a process of its own: nothing but this file is loaded before the clock starts. */
async function coldChild() {
  const text = readFileSync(0, 'utf8')
  const url = pathToFileURL(resolve(dist)).href
  const start = performance.now()
  const { parseNotice } = await import(url)
  const imported = performance.now()
  const notice = parseNotice(text)
  const parsed = performance.now()
  // Network interfaces cost a name look-up each and say nothing here.
  process.report.excludeNetwork = true
  const { sharedObjects } = process.report.getReport()
  const native = sharedObjects.filter((file) => file.includes('nodejieba'))
  process.stdout.write(
    JSON.stringify({
      total: parsed - start,
      import: imported - start,
      parse: parsed - imported,
      read: notice.title !== null,
      native,
    }),
  )
}

function loadCorpus() {
  const folder = join(root, 'corpus')
  const files = readdirSync(folder).filter((f) => ['.txt', '.md'].includes(extname(f)) && f !== 'README.md')
  return files.sort().map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

// Lines that end a notice (annex marks, imprints, a page's tail) would have the rest of the text skipped.
const SENTENCE = /^[^附抄相上下责扫].{11,}[。；]/
const CONTACT = /^[^附抄相责].*电话：\d/

/** A notice of about `size` bytes: one head, the paragraphs of all text notices again and again, one signature. */
function noticeOfSize(corpus, size) {
  const head =
    '云溪省农业农村厅关于做好春季农业生产工作的通知\n云农发〔2024〕12号\n\n各市、县（市、区）农业农村局：\n\n为做好春季农业生产工作，现将有关事项通知如下。\n'
  const tail = '\n云溪省农业农村厅\n2024年3月5日\n'
  const paragraphs = corpus
    .filter((c) => c.name.endsWith('.txt'))
    .flatMap((c) => c.text.split('\n'))
    .filter((line) => SENTENCE.test(line.trim()) || CONTACT.test(line))
  const out = [head]
  let bytes = bytesOf(head) + bytesOf(tail)
  for (let i = 0; bytes < size; i++) {
    const line = `${paragraphs[i % paragraphs.length]}\n`
    out.push(line)
    bytes += bytesOf(line)
  }
  return out.join('') + tail
}

/** Both sides over the same texts, in turn, so that a change of the machine's speed meets both. */
async function throughput(parseNotice, corpus) {
  const { zh } = await import('chrono-node')
  const { findPhoneNumbersInText } = await import('libphonenumber-js')
  const { find } = await import('linkifyjs')
  const reference = { instant: new Date('2024-01-01T00:00:00+08:00'), timezone: 480 }
  const texts = corpus.map((c) => c.text)
  const bytes = texts.reduce((sum, t) => sum + bytesOf(t), 0)
  // What is found is added up, so that no engine may leave the work out.
  let found = 0
  const gongwen = () => {
    for (const text of texts) found += parseNotice(text).dates.length
  }
  const stack = () => {
    for (const text of texts) {
      const folded = text.normalize('NFKC')
      found += zh.hans.parse(folded, reference).length
      found += findPhoneNumbersInText(folded, 'CN').length
      found += find(folded).length
    }
  }
  const time = (side, passes) => {
    const start = performance.now()
    for (let i = 0; i < passes; i++) side()
    return (performance.now() - start) / passes
  }
  for (let i = 0; i < WARM_UP; i++) {
    time(gongwen, 2)
    time(stack, 2)
  }
  const passes = [gongwen, stack].map((side) => Math.max(1, Math.ceil(SIDE_MS / time(side, 2))))
  const a = []
  const b = []
  for (let i = 0; i < ROUNDS; i++) {
    a.push(time(gongwen, passes[0]))
    b.push(time(stack, passes[1]))
  }
  if (found === 0) throw new Error('nothing was found in the corpus: the bench measures nothing')
  const side = (times) => ({
    megabytesPerSecond: round(bytes / 1e6 / (median(times) / 1000)),
    noticesPerSecond: round(texts.length / (median(times) / 1000), 0),
    millisecondsPerPass: round(median(times)),
  })
  const ratios = a.map((t, i) => b[i] / t)
  return {
    notices: texts.length,
    bytes,
    rounds: ROUNDS,
    gongwen: side(a),
    stack: side(b),
    ratio: { median: round(median(ratios)), p10: round(quantile(ratios, 0.1)), p90: round(quantile(ratios, 0.9)) },
  }
}

function coldStart(corpus) {
  const text = noticeOfSize(corpus, SIZES[0])
  const runs = []
  for (let i = 0; i < CHILDREN; i++) {
    const child = spawnSync(process.execPath, [self, dist, '--cold-child'], {
      input: text,
      encoding: 'utf8',
      timeout: 60_000,
    })
    if (child.status !== 0)
      throw new Error(`the cold start child failed: ${child.stderr || child.error?.message || child.signal}`)
    runs.push(JSON.parse(child.stdout))
  }
  if (!runs.every((r) => r.read)) throw new Error('the cold start notice was not recognized: the figure means nothing')
  return {
    children: CHILDREN,
    bytes: bytesOf(text),
    milliseconds: round(median(runs.map((r) => r.total)), 1),
    importMilliseconds: round(median(runs.map((r) => r.import)), 1),
    parseMilliseconds: round(median(runs.map((r) => r.parse)), 1),
    fastest: round(Math.min(...runs.map((r) => r.total)), 1),
    slowest: round(Math.max(...runs.map((r) => r.total)), 1),
    nodejiebaLoaded: runs.some((r) => r.native.length > 0),
  }
}

function linearity(parseNotice, corpus) {
  const points = SIZES.map((size) => {
    const text = noticeOfSize(corpus, size)
    const times = []
    const budget = quick ? 300 : 1500
    const least = size >= 1_000_000 ? (quick ? 1 : 3) : 5
    const begun = performance.now()
    let dates = 0
    while (times.length < least || (performance.now() - begun < budget && times.length < 200)) {
      const start = performance.now()
      const notice = parseNotice(text)
      times.push(performance.now() - start)
      dates = notice.dates.length
    }
    return { bytes: bytesOf(text), milliseconds: round(median(times)), dates }
  })
  // Text that is skipped costs nothing: the number of dates must grow with the text.
  for (const [i, p] of points.entries()) {
    if (i && p.dates < points[i - 1].dates * 5)
      throw new Error(`the notice of ${p.bytes} bytes was not read to its end: its time means nothing`)
  }
  const x = points.map((p) => Math.log(p.bytes))
  const y = points.map((p) => Math.log(p.milliseconds))
  const mean = (list) => list.reduce((s, v) => s + v, 0) / list.length
  const mx = mean(x)
  const my = mean(y)
  const slope = x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0)
  return { points, exponent: round(slope, 3) }
}

function packageVersion(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version
}

function machine() {
  const list = cpus()
  return {
    cpu: list[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: round(totalmem() / 2 ** 30, 1),
    platform: `${process.platform} ${process.arch}`,
  }
}

async function main() {
  const corpus = loadCorpus()
  const { parseNotice } = await import(pathToFileURL(resolve(dist)).href)
  // Child processes first: the parent is idle then.
  const cold = coldStart(corpus)
  const speed = await throughput(parseNotice, corpus)
  const linear = linearity(parseNotice, corpus)
  const result = {
    quick,
    node: process.version,
    machine: machine(),
    versions: {
      gongwen: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
      ...Object.fromEntries(
        ['chrono-node', 'libphonenumber-js', 'linkifyjs'].map((name) => [name, packageVersion(name)]),
      ),
    },
    throughput: speed,
    coldStart: cold,
    linearity: linear,
  }
  const file = join(root, 'bench', 'results', quick ? 'quick.json' : 'latest.json')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  print(result)
  const failures = []
  if (speed.ratio.median < LEAST_RATIO) failures.push(`ratio ${speed.ratio.median} is below ${LEAST_RATIO}`)
  if (cold.nodejiebaLoaded) failures.push('nodejieba was loaded by import and first parse')
  if (linear.exponent > GREATEST_EXPONENT) failures.push(`exponent ${linear.exponent} is above ${GREATEST_EXPONENT}`)
  for (const failure of failures) console.error(`FAIL ${failure}`)
  if (failures.length) process.exitCode = 1
}

function print({ node, machine: m, versions, throughput: t, coldStart: c, linearity: l }) {
  const pad = (s, n) => String(s).padStart(n)
  const row = (name, s) =>
    console.log(`${name.padEnd(44)} ${pad(s.megabytesPerSecond.toFixed(2), 8)} ${pad(s.noticesPerSecond, 10)}`)
  console.log(`node ${node}, ${m.cpu}, ${m.cores} cores, ${m.platform}`)
  console.log(
    Object.entries(versions)
      .map(([name, v]) => `${name} ${v}`)
      .join(', '),
  )
  console.log(`\nthroughput: ${t.notices} notices, ${t.bytes} bytes, ${t.rounds} rounds in turn`)
  console.log(`${''.padEnd(44)} ${pad('MB/s', 8)} ${pad('notices/s', 10)}`)
  row('gongwen parseNotice', t.gongwen)
  row('NFKC + chrono-node + libphonenumber + linkify', t.stack)
  console.log(
    `ratio (gongwen / stack, median of rounds)     ${t.ratio.median.toFixed(2)}   (p10 ${t.ratio.p10.toFixed(2)}, p90 ${t.ratio.p90.toFixed(2)}; at least ${LEAST_RATIO})`,
  )
  console.log(`\ncold start: import + first parse of ${c.bytes} bytes, median of ${c.children} processes`)
  console.log(
    `${c.milliseconds.toFixed(1)} ms   (import ${c.importMilliseconds.toFixed(1)}, parse ${c.parseMilliseconds.toFixed(1)}; fastest ${c.fastest.toFixed(1)}, slowest ${c.slowest.toFixed(1)}); nodejieba loaded: ${c.nodejiebaLoaded ? 'YES' : 'no'}`,
  )
  console.log('\nlinearity: one notice made longer')
  for (const p of l.points)
    console.log(
      `${pad(p.bytes, 9)} bytes ${pad(p.milliseconds.toFixed(2), 10)} ms ${pad((p.bytes / 1000 / p.milliseconds).toFixed(2), 8)} MB/s ${pad(p.dates, 6)} dates`,
    )
  console.log(`exponent ${l.exponent.toFixed(3)}   (at most ${GREATEST_EXPONENT})`)
}

if (args.includes('--cold-child')) await coldChild()
else await main()
