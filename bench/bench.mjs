#!/usr/bin/env node
// Throughput by carrier, cold start and linearity of a build. How to read it: bench/README.md.
//
//   node bench/bench.mjs [FILE] [--quick]    FILE: the build, default dist/index.js (or GONGWEN_DIST)
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { htmlThroughput, pdfThroughput } from './lib/carriers.mjs'
import { coldStart } from './lib/cold.mjs'
import { loadCorpus, noticeOfSize, root } from './lib/corpus.mjs'
import { round } from './lib/measure.mjs'
import { print } from './lib/print.mjs'
import { linearity, SIZES, textThroughput } from './lib/text.mjs'

const args = process.argv.slice(2)
const quick = args.includes('--quick')
const positional = args.find((a) => !a.startsWith('--'))
const dist = positional ?? process.env.GONGWEN_DIST ?? join(root, 'dist', 'index.js')

const LIMITS = {
  /** gongwen may not be slower than the parts that it replaces. */
  text: 1,
  /** Reading the whole notice may take this many times as long as only getting the text out. */
  html: 2,
  pdf: 1.3,
  /** Time ~ size^exponent; what is above 1 in a linear program is cache misses and garbage collection. */
  exponent: 1.15,
}
const PLAN = {
  text: { rounds: quick ? 5 : 31, warmUp: quick ? 2000 : 12_000, sideMs: quick ? 40 : 150 },
  html: { rounds: quick ? 5 : 21, warmUp: quick ? 2000 : 12_000, sideMs: quick ? 40 : 150 },
  pdf: { rounds: quick ? 3 : 11, warmUp: quick ? 1000 : 6000, sideMs: quick ? 40 : 150 },
}
const CHILDREN = quick ? 5 : 11

const versionIn = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
const PEERS = ['chrono-node', 'libphonenumber-js', 'linkifyjs', 'cheerio', 'pdfjs-dist']

function machine() {
  const list = cpus()
  return {
    cpu: list[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: round(totalmem() / 2 ** 30, 1),
    platform: `${process.platform} ${process.arch}`,
  }
}

function failuresOf({ throughput, html, pdf, coldStart: cold, linearity: linear }) {
  const failures = []
  const atMost = (what, value, limit) => value > limit && failures.push(`${what} ${value} is above ${limit}`)
  if (throughput.ratio.median < LIMITS.text)
    failures.push(`text ratio ${throughput.ratio.median} is below ${LIMITS.text}`)
  atMost('HTML ratio', html.ratio.median, LIMITS.html)
  atMost('PDF ratio', pdf.ratio.median, LIMITS.pdf)
  atMost('exponent', linear.exponent, LIMITS.exponent)
  if (cold.nodejiebaLoaded) failures.push('nodejieba was loaded by import and first parse')
  return failures
}

const corpus = loadCorpus()
const { parseNotice, readNotice } = await import(pathToFileURL(resolve(dist)).href)
const result = {
  quick,
  node: process.version,
  machine: machine(),
  versions: {
    gongwen: versionIn(root),
    ...Object.fromEntries(PEERS.map((name) => [name, versionIn(join(root, 'node_modules', name))])),
  },
  // Child processes first: the parent is idle then.
  coldStart: coldStart(dist, noticeOfSize(corpus, SIZES[0]), CHILDREN),
  throughput: await textThroughput(parseNotice, PLAN.text),
  linearity: linearity(parseNotice, corpus, quick),
  html: await htmlThroughput(parseNotice, corpus, PLAN.html),
  pdf: await pdfThroughput(readNotice, corpus, PLAN.pdf),
}
const file = join(root, 'bench', 'results', quick ? 'quick.json' : 'latest.json')
mkdirSync(dirname(file), { recursive: true })
writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
print(result, LIMITS)
const failures = failuresOf(result)
for (const failure of failures) console.error(`FAIL ${failure}`)
if (failures.length) process.exitCode = 1
