#!/usr/bin/env node
// Cold start. Run by itself it is the child: import FILE, read one notice from stdin, tell the time as JSON.
// Nothing but this file is loaded before the clock starts.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const self = fileURLToPath(import.meta.url)

async function child(dist) {
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

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1]
const tenths = (n) => Number(n.toFixed(1))

/** Median over `children` processes (an odd number). */
export function coldStart(dist, text, children) {
  const runs = []
  for (let i = 0; i < children; i++) {
    const run = spawnSync(process.execPath, [self, dist], { input: text, encoding: 'utf8', timeout: 60_000 })
    if (run.status !== 0)
      throw new Error(`the cold start child failed: ${run.stderr || run.error?.message || run.signal}`)
    runs.push(JSON.parse(run.stdout))
  }
  if (!runs.every((r) => r.read)) throw new Error('the cold start notice was not recognized: the figure means nothing')
  return {
    children,
    bytes: Buffer.byteLength(text),
    milliseconds: tenths(median(runs.map((r) => r.total))),
    importMilliseconds: tenths(median(runs.map((r) => r.import))),
    parseMilliseconds: tenths(median(runs.map((r) => r.parse))),
    fastest: tenths(Math.min(...runs.map((r) => r.total))),
    slowest: tenths(Math.max(...runs.map((r) => r.total))),
    nodejiebaLoaded: runs.some((r) => r.native.length > 0),
  }
}

if (process.argv[1] && resolve(process.argv[1]) === self) await child(process.argv[2])
