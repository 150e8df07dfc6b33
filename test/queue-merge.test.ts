/** Files of several machines become one: each job once, the same file whenever it is done again. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { openSink } from '../src/batch/sinks/append.js'
import { SinkError } from '../src/batch/sinks/journal.js'
import { main } from '../src/cli/main.js'
import { mergeFiles } from '../src/queue/merge.js'

const folder = mkdtempSync(join(tmpdir(), 'gongwen-merge-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let n = 0
beforeEach(() => void n++)
const at = (name: string) => join(folder, String(n), name)
const lines = (name: string) => readFileSync(at(name), 'utf8').split('\n').slice(0, -1)
const never = new AbortController().signal
const encode = (text: string) => new TextEncoder().encode(text)

async function run(...args: string[]): Promise<{ code: number; err: string }> {
  let err = ''
  const stderr = {
    write(text: string, done: () => void) {
      err += text
      done()
    },
  }
  const stdin = (async function* () {})()
  return { code: await main(['queue', ...args], { stdin, stdout: stderr, stderr, env: {} }), err }
}

/** A machine's file; each record says who has written it. */
async function write(name: string, ...keys: string[]): Promise<string> {
  const sink = await openSink(at(name))
  await Promise.all(keys.map((key) => sink.append({ line: encode(`${key} 由 ${name}\n`) }, key)))
  await sink.close()
  return at(name)
}

it('keeps the first record of each job, and adds nothing a second time', async () => {
  const files = [await write('a', '1', '2'), await write('b', '2', '3', '1'), await write('empty')]
  expect(await mergeFiles(files, at('all'), never)).toEqual({ added: 3, known: 2 })
  expect(lines('all')).toEqual(['1 由 a', '2 由 a', '3 由 b'])
  expect(await mergeFiles(files, at('all'), never)).toEqual({ added: 0, known: 5 })
  await write('b', '4')
  expect(await mergeFiles(files, at('all'), never)).toEqual({ added: 1, known: 5 })
  expect(lines('all')).toEqual(['1 由 a', '2 由 a', '3 由 b', '4 由 b'])
})

it('takes more than is committed at once', async () => {
  const keys = Array.from({ length: 1000 }, (_, i) => String(i))
  const files = [await write('a', ...keys.slice(0, 600)), await write('b', ...keys.slice(400))]
  expect(await mergeFiles(files, at('all'), never)).toEqual({ added: 1000, known: 200 })
  expect(lines('all').map((line) => line.split(' ')[0])).toEqual(keys)
})

it('what a worker that died left half there is no record', async () => {
  const file = await write('a', '1', '2')
  appendFileSync(file, '3 half')
  appendFileSync(`${file}.journal`, '{"key":"3","len')
  expect(await mergeFiles([file], at('all'), never)).toEqual({ added: 2, known: 0 })
  expect(lines('all')).toEqual(['1 由 a', '2 由 a'])
})

it('refuses what is not whole', async () => {
  const [cut, damaged] = [await write('cut', '1', '2'), await write('damaged', '1')]
  truncateSync(cut, 12)
  appendFileSync(`${damaged}.journal`, `\0${'x'.repeat(100_000)}\n`)
  writeFileSync(at('other'), '{}\n')
  await expect(mergeFiles([cut], at('o1'), never)).rejects.toThrow('is shorter than')
  await expect(mergeFiles([damaged], at('o2'), never)).rejects.toThrow('is damaged at byte')
  await expect(mergeFiles([at('other')], at('o3'), never)).rejects.toThrow(SinkError)
  await expect(mergeFiles([at('nowhere')], at('o4'), never)).rejects.toThrow('ENOENT')
})

it('is a command that needs no server', async () => {
  const files = [await write('a', '1', '2'), await write('b', '2')]
  expect(await run('merge', ...files, '--out', at('all'))).toEqual({
    code: 0,
    err: `gongwen: 2 records added, 1 known already → ${at('all')}\n`,
  })
  expect(await run('merge', ...files, '--out', at('all'), '--quiet')).toEqual({ code: 0, err: '' })
  expect((await run('merge', at('nowhere'), '--out', at('all'))).code).toBe(2)
  expect((await run('merge', ...files)).err).toContain('--out is needed')
  expect((await run('merge', '--out', at('all'))).err).toContain('no FILE given')
})
