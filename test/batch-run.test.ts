/** `gongwen batch`: what is written, and that nothing is lost, repeated or half there, whatever ends a run. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import sqlite from 'node-sqlite3-wasm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { writeArchive } from '../bench/lib/archive.mjs'
import { JournalError, openLog } from '../src/batch/log.js'
import { errorDone } from '../src/batch/record.js'
import { convert } from '../src/batch/sinks/index.js'
import { peer } from '../src/batch/sinks/peer.js'
import type { BatchRecord } from '../src/batch/types.js'
import { createProgress, duration, progressLine, summary } from '../src/cli/progress.js'
import { buildPrograms, type Programs } from './tools/programs.js'

const COUNT = 300
const folder = mkdtempSync(join(tmpdir(), 'gongwen-run-'))
const archive = join(folder, 'archive')
/** Milliseconds for what is built before: a busy machine takes its time. */
const HOOK = 120_000

let programs: Programs
let undisturbed: string[]
let out: string
let n = 0

const linesOf = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n')
const sorted = (path: string) => linesOf(path).sort()
const recordsOf = (path: string) => linesOf(path).map((line) => JSON.parse(line) as BatchRecord)
const batch = (args: string[], options?: Parameters<Programs['run']>[1]) => programs.run(['batch', ...args], options)
/** What is beside the output. */
const left = () => readdirSync(join(out, '..')).filter((name) => /\.(?:part|journal|lock|tmp)$/.test(name))

beforeAll(async () => {
  programs = await buildPrograms()
  writeArchive(archive, COUNT, { seed: 7 })
  const path = join(folder, 'undisturbed.ndjson')
  expect(await batch([archive, '--out', path, '--workers', '1'])).toMatchObject({ code: 0, out: '', err: '' })
  undisturbed = sorted(path)
}, HOOK)
afterAll(() => {
  programs.remove()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  const own = join(folder, `run${++n}`)
  mkdirSync(own)
  out = join(own, 'out.ndjson')
})

describe('a run', () => {
  it('gives one record an input, the same from any number of workers', async () => {
    expect(undisturbed).toHaveLength(COUNT)
    expect(new Set(undisturbed.map((line) => JSON.parse(line).path)).size).toBe(COUNT)
    expect((await batch([archive, '--out', out, '--workers', '2', '--ordered'])).code).toBe(0)
    expect(sorted(out)).toEqual(undisturbed)
    const paths = recordsOf(out).map(({ path }) => path!)
    expect(paths).toEqual([...paths].sort())
    expect(left()).toEqual([])
  })

  it('one poisoned file is one error record, and the exit code says so', async () => {
    const poisoned = join(folder, 'poisoned')
    const { poisoned: count } = writeArchive(poisoned, 60, { seed: 3, poison: 0.1 })
    expect(count).toBeGreaterThan(2)
    const { code } = await batch([poisoned, '--out', out, '--workers', '2'])
    const records = recordsOf(out)
    expect(records).toHaveLength(60)
    // Without `bench/lib/poison.mjs` only the broken ones and the bombs cannot be read.
    const bad = records.filter(({ path }) => /broken|bomb/.test(path!))
    expect(bad.length).toBeGreaterThan(0)
    expect(records.filter((record) => 'error' in record)).toEqual(bad)
    expect(code).toBe(1)
  })

  it('goes on after kill -9, as if nothing had happened', async () => {
    let killed = 0
    for (let i = 0; i < 40; i++) {
      // Killed whenever there is something in the journal that was not there before, three times in all.
      const before = existsSync(`${out}.journal`) ? readFileSync(`${out}.journal`).length : 0
      const child = programs.start(['batch', archive, '--out', out, '--workers', '1', '--resume'])
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
      while (killed < 3 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 5))
        if (existsSync(`${out}.journal`) && readFileSync(`${out}.journal`).length > before) {
          child.kill('SIGKILL')
          break
        }
      }
      if ((await ended) === 0) break
      killed++
      expect(existsSync(out)).toBe(false)
    }
    expect(killed).toBe(3)
    expect(sorted(out)).toEqual(undisturbed)
    expect(left()).toEqual([])
  })

  it('SIGINT finishes what was begun; --resume does the rest', async () => {
    const child = programs.start(['batch', archive, '--out', out, '--workers', '1', '--ordered'])
    let err = ''
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (!existsSync(`${out}.journal`)) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(err).toBe('gongwen: interrupted; --resume goes on\n')
    expect(existsSync(out)).toBe(false)
    // What the log holds, the journal knows.
    const { size } = statSync(`${out}.part`)
    const entries = linesOf(`${out}.journal`)
      .slice(1)
      .map((line) => JSON.parse(line).length as number)
    expect(entries.reduce((sum, length) => sum + length, 0)).toBe(size)
    expect((await batch([archive, '--out', out, '--ordered', '--resume'])).code).toBe(0)
    expect(sorted(out)).toEqual(undisturbed)
    const paths = recordsOf(out).map(({ path }) => path!)
    expect(paths).toEqual([...paths].sort())
  })

  it('SIGINT ends a run that waits for its list', async () => {
    const child = programs.start(['batch', '-', '--out', out])
    const ended = new Promise((resolve) => child.on('close', resolve))
    while (!existsSync(`${out}.journal`)) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGINT')
    expect(await ended).toBe(130)
  })

  it('stops after --max-errors', async () => {
    const names = Array.from({ length: 20 }, (_, i) => join(folder, `missing${i}`)).join('\n')
    const stopped = await batch(['-', '--out', out, '--max-errors', '3', '--ordered'], { stdin: names })
    expect(stopped.code).toBe(2)
    expect(stopped.err).toMatch(/^gongwen: stopped after \d+ errors; --resume/)
    const { code } = await batch(['-', '--out', out, '--resume', '--ordered'], { stdin: names })
    expect(code).toBe(1)
    expect(recordsOf(out)).toHaveLength(20)
  })

  it('knows duplicates of what an earlier run read', async () => {
    const names = ['a', 'missing', 'b'].map((name) => join(out, '..', name))
    for (const name of [names[0]!, names[2]!]) writeFileSync(name, '关于停水的通知\n\n各用户：\n\n定于5月6日停水。\n')
    const args = ['-', '--out', out, '--dedupe', 'content', '--max-errors']
    expect((await batch([...args, '0'], { stdin: names.slice(0, 2).join('\n') })).code).toBe(2)
    expect((await batch([...args, '9', '--resume'], { stdin: names.join('\n') })).code).toBe(1)
    const records = recordsOf(out)
    expect(records).toHaveLength(3)
    expect(records[2]).toMatchObject({
      path: names[2],
      duplicateOf: { id: records[0]!.id, path: names[0] },
      by: 'content',
    })
  })

  it('a full disk ends it with a word; with room it goes on', async (context) => {
    const mount = join(folder, 'disk')
    mkdirSync(mount)
    const sh = (command: string, ...args: string[]) => spawnSync(command, args).status
    if (sh('mount', '-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', mount) !== 0) {
      context.skip('only who may mount a file system can fill one up')
      return
    }
    try {
      const path = join(mount, 'out.ndjson')
      const full = await batch([archive, '--out', path])
      expect(full).toMatchObject({ code: 2, err: 'gongwen: the disk is full; make room, then go on with --resume\n' })
      expect(sh('mount', '-o', 'remount,size=50m', mount)).toBe(0)
      expect((await batch([archive, '--out', path, '--resume'])).code).toBe(0)
      expect(sorted(path)).toEqual(undisturbed)
    } finally {
      sh('umount', mount)
    }
  })

  it('the same file named twice is one input; what the run writes is none', async () => {
    const own = join(out, '..')
    writeFileSync(join(own, 'a.txt'), '关于停水的通知\n\n各用户：\n\n定于5月6日停水。\n')
    const { code } = await batch([own, join(own, 'a.txt'), join(own, '*.txt'), '--out', out])
    expect(code).toBe(0)
    expect(recordsOf(out).map(({ path }) => path)).toEqual([join(own, 'a.txt')])
  })

  it('asks before it replaces, and goes on only as it began', async () => {
    const source = join(archive, '0000', 'n1.*')
    expect((await batch([source, '--out', out])).code).toBe(0)
    expect(await batch([source, '--out', out])).toMatchObject({ code: 2, err: expect.stringContaining('--force') })
    expect(await batch([source, '--out', out, '--resume'])).toMatchObject({
      code: 0,
      err: expect.stringContaining('nothing to do'),
    })
    expect((await batch([source, '--out', out, '--force', '--field', 'title'])).code).toBe(0)
    expect(Object.keys((recordsOf(out)[0] as { notice: object }).notice)).toEqual(['title'])
  })
})

describe('the log', () => {
  const conditions = { gongwen: '1' }
  const record = (path: string) => errorDone({ id: path, path }, { code: 'broken', message: 'x'.repeat(50) })

  async function interrupted(count: number): Promise<void> {
    const log = await openLog(out, { conditions, resume: false })
    for (let i = 0; i < count; i++) await log.append(record(`p${i}`), `p${i}`)
    await log.commit()
    await log.close()
  }
  async function resumed() {
    const log = await openLog(out, { conditions, resume: true, remember: true })
    const known = log.earlier.map(({ path }) => path)
    for (const path of ['p0', 'p1', 'p2', 'p3']) if (!log.has(path)) await log.append(record(path), path)
    await log.end()
    await log.moveTo(out)
    await log.clear()
    await log.close()
    expect(recordsOf(out).map(({ path }) => path)).toEqual(['p0', 'p1', 'p2', 'p3'])
    expect(log.tally.errors).toBe(4)
    expect(left()).toEqual([])
    return known
  }

  it('forgets what was torn: lines of the journal, bytes of the log', async () => {
    await interrupted(2)
    appendFileSync(`${out}.journal`, '{"id":"p2","path":"p2","outco')
    appendFileSync(`${out}.part`, '{"id":"p2"')
    expect(await resumed()).toEqual(['p0', 'p1'])
  })

  it('forgets what a disk promised and did not keep', async () => {
    await interrupted(3)
    truncateSync(`${out}.part`, readFileSync(`${out}.part`).length - 10)
    expect(await resumed()).toEqual(['p0', 'p1'])
  })

  it('forgets what stands behind garbage', async () => {
    await interrupted(3)
    const lines = readFileSync(`${out}.journal`, 'utf8').split('\n')
    lines[2] = '\0\0\0\0'
    writeFileSync(`${out}.journal`, lines.join('\n'))
    expect(await resumed()).toEqual(['p0'])
  })

  it('begins anew without a log or a head of the journal', async () => {
    await interrupted(2)
    rmSync(`${out}.part`)
    expect(await resumed()).toEqual([])
    rmSync(out)
    await interrupted(2)
    writeFileSync(`${out}.journal`, '{"jour')
    expect(await resumed()).toEqual([])
  })

  it('knows that all was put in place before it could clear up', async () => {
    await interrupted(2)
    const log = await openLog(out, { conditions, resume: true })
    await log.end()
    await log.moveTo(out)
    await log.close()
    const again = await openLog(out, { conditions, resume: true })
    expect([again.ended, again.placed, again.tally.errors]).toEqual([true, true, 2])
    await again.clear()
    await again.close()
    expect(left()).toEqual([])
  })

  it('refuses other conditions, an unfinished run, and a second writer', async () => {
    await interrupted(1)
    await expect(openLog(out, { conditions: { gongwen: '2' }, resume: true })).rejects.toThrow(/gongwen was "1"/)
    await expect(openLog(out, { conditions, resume: false })).rejects.toThrow(JournalError)
    const log = await openLog(out, { conditions, resume: true })
    // Another process of this machine, alive.
    writeFileSync(`${out}.lock`, `1 ${hostname()}\n`)
    await expect(openLog(out, { conditions, resume: true })).rejects.toThrow(/another run \(1 /)
    await log.close()
    // One that is gone.
    writeFileSync(`${out}.lock`, `4194999 ${hostname()}\n`)
    await (await openLog(out, { conditions, resume: true })).close()
    expect(existsSync(`${out}.lock`)).toBe(false)
  })
})

describe('tables', () => {
  const source = () => [join(archive, '0000', 'n1?.*'), join(folder, 'missing.txt')]

  it('CSV in a folder: one file a table', async () => {
    const tables = join(out, '..', 'tables/')
    expect((await batch([...source(), '--out', tables, '--format', 'csv', '--ordered'])).code).toBe(1)
    expect(readdirSync(tables).sort()).toEqual(['citations.csv', 'contacts.csv', 'deadlines.csv', 'notices.csv'])
    const read = (name: string) =>
      parse(readFileSync(join(tables, `${name}.csv`)), { columns: true }) as Record<string, string>[]
    const notices = read('notices')
    expect(notices).toHaveLength(readdirSync(join(archive, '0000')).filter((name) => /^n1\d\./.test(name)).length + 1)
    expect(notices.at(-1)).toMatchObject({ outcome: 'error', error_code: 'not-found', title: '' })
    expect(notices[0]).toMatchObject({
      outcome: 'notice',
      title: expect.stringMatching(/关于做好.*的通知/),
      deadlines: '1',
    })
    for (const name of ['deadlines', 'contacts', 'citations']) {
      const total = notices.reduce((sum, row) => sum + Number(row[name]), 0)
      expect(read(name)).toHaveLength(total)
      expect(total).toBeGreaterThan(0)
    }
  })

  it('cells that a spreadsheet would run are defused', async () => {
    const path = join(out, '..', '=cmd|calc.txt')
    writeFileSync(
      path,
      '关于停水的通知\n\n各用户：\n\n请于2024年5月6日前联系。\n联系人：=HYPERLINK("http://example.gov.cn")\n',
    )
    const csv = join(out, '..', 'n.csv')
    await programs.run(
      ['batch', '=cmd|calc.txt', '+missing', '@SUM(A1)', '-', '--out', 'n.csv', '--bom', '--ordered'],
      { cwd: join(out, '..') },
    )
    const text = readFileSync(csv, 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    expect(rows.map(({ path: name }) => name)).toEqual(["'=cmd|calc.txt", "'+missing", "'@SUM(A1)"])
  })

  it('Parquet says the same as CSV, SQLite too, and once more as JSON', async () => {
    const own = join(out, '..')
    const args = [...source(), '--ordered', '--quiet']
    expect((await batch([...args, '--out', out])).code).toBe(1)
    for (const format of ['csv', 'parquet', 'sqlite'] as const)
      await convert(out, { format, path: join(own, `t.${format}`), folder: false, table: 'notices', bom: false })
    const csv = parse(readFileSync(join(own, 't.csv')), { columns: true }) as Record<string, string>[]
    const asText = (rows: Record<string, unknown>[]) =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            value === null || value === undefined ? '' : String(value),
          ]),
        ),
      )
    const parquet = await parquetReadObjects({ file: await asyncBufferFromFile(join(own, 't.parquet')) })
    expect(asText(parquet)).toEqual(csv)
    const database = new sqlite.Database(join(own, 't.sqlite'), { readOnly: true })
    try {
      expect(asText(database.all('SELECT * FROM notices ORDER BY rowid') as Record<string, unknown>[])).toEqual(csv)
      const whole = database.all('SELECT record FROM records ORDER BY rowid') as { record: string }[]
      expect(whole.map(({ record }) => JSON.parse(record))).toEqual(recordsOf(out))
    } finally {
      database.close()
    }
    const deadlines = join(own, 'd.parquet')
    expect((await batch([...args, '--out', deadlines, '--table', 'deadlines'])).code).toBe(1)
    expect((await parquetReadObjects({ file: await asyncBufferFromFile(deadlines) })).length).toBeGreaterThan(0)
  })

  it('a package that is not installed is asked for by name', async () => {
    const missing = peer(() => import('no-such-package-at-all' as string), 'no-such-package-at-all', 'This')
    await expect(missing).rejects.toThrow('This needs a package that is not installed: npm i no-such-package-at-all')
    const broken = new SyntaxError('broken')
    await expect(peer(() => Promise.reject(broken), 'x', 'y')).rejects.toBe(broken)
  })
})

describe('the command line', () => {
  it.each([
    [['batch', '--out', 'x'], 'no SRC'],
    [['batch', 'a'], '--out is needed'],
    [['batch', 'a', '--out', 'x', '--format', 'xml'], "unknown format 'xml'"],
    [['batch', 'a', '--out', 'x.csv', '--table', 'people'], "unknown table 'people'"],
    [['batch', 'a', '--out', 'x.ndjson', '--table', 'contacts'], '--table is for'],
    [['batch', 'a', '--out', 'x.ndjson', '--bom'], '--bom is for CSV'],
    [['batch', 'a', '--out', 'x', '--workers', '0'], '--workers must be a whole number of at least 1'],
    [['batch', 'a', '--out', 'x', '--workers', '1e9'], '--workers'],
    [['batch', 'a', '--out', 'x', '--timeout', 'soon'], '--timeout'],
    [['batch', 'a', '--out', 'x', '--dedupe', 'title'], '--dedupe'],
    [['batch', 'a', '--out', 'x', '--strict'], "--strict is no option of 'batch'"],
    [['batch', 'a', '--out', '-', '--format', 'csv'], 'NDJSON only'],
    [['batch', 'a', '--out', '-', '--resume'], '--resume'],
    [['parse', 'a', '--out', 'x'], "--out is no option of 'parse'"],
    [['pipe', 'a'], "takes no 'a'"],
  ])('%j is wrong usage', async (args, message) => {
    const { code, err } = await programs.run(args, { cwd: folder })
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it.each(['batch', 'pipe'])('%s has a help of its own', async (name) => {
    const { code, out: help } = await programs.run([name, '--help'])
    expect(code).toBe(0)
    expect(help).toMatch(new RegExp(`^gongwen ${name} `))
    for (const line of help.split('\n')) expect(line.length).toBeLessThan(100)
  })

  it('writes to standard output as records are made; control characters of names stay escaped', async () => {
    const name = 'a\x1b[31m\u202e.txt'
    writeFileSync(join(out, '..', name), '关于停水的通知\n')
    const {
      code,
      out: text,
      err,
    } = await batch(['.', 'missing\x1b[2J', '--out', '-', '--ordered'], { cwd: join(out, '..') })
    expect([code, err]).toEqual([1, ''])
    expect(text).not.toMatch(/[\x1b\u202e]/)
    expect(
      text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).path),
    ).toEqual([name, 'missing\x1b[2J'])
  })

  it('a progress line on a terminal: files, per second, what is left, warnings, errors', () => {
    const tally = { notices: 1200, errors: 3, duplicates: 0, warned: 1 }
    expect(progressLine(tally, 203, 10, 2203)).toBe('1,203/2,203 files  100.0/s  ETA 0:00:10  1 warning  3 errors')
    expect(progressLine(tally, 0, 0, null)).toBe('1,203 files  0.0/s  ETA –  1 warning  3 errors')
    expect(duration(3 * 3600 + 4 * 60 + 5)).toBe('3:04:05')
    expect(summary({ ...tally, duplicates: 2 }, 5, 65, 'o\x1b[31m.csv')).toBe(
      '1,205 files: 1,200 notices (1 with warnings), 3 errors, 2 duplicates, 5 of them before; 0:01:05 → o<U+001B>[31m.csv',
    )
    let now = 0
    const drawn: string[] = []
    const output = { columns: 30, write: (text: string) => drawn.push(text) }
    const progress = createProgress(output, Promise.resolve(null), () => now)
    for (; now < 1000; now += 50) progress.update(tally, 0)
    progress.end()
    expect(drawn.length).toBeLessThan(7)
    for (const text of drawn) expect(text).toMatch(/^\r[^\n]{0,29}\x1b\[K$/)
  })
})
