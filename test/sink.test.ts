/** NDJSON that several append to: each key once, whatever ended those before. */
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { errorDone } from '../src/batch/record.js'
import { openSink } from '../src/batch/sinks/append.js'
import { SinkError } from '../src/batch/sinks/journal.js'
import { buildPrograms } from './tools/programs.js'

const folder = mkdtempSync(join(tmpdir(), 'gongwen-sink-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let path: string
let n = 0
beforeEach(() => {
  path = join(folder, `${++n}/out.ndjson`)
})

const done = (id: string) => errorDone({ id }, { code: 'broken', message: 'x'.repeat(20) })
const ids = () =>
  readFileSync(path, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id)
/** The number of a process that has ended. */
const gone = () => spawnSync(process.execPath, ['-e', '0']).pid

async function put(...keys: string[]): Promise<boolean[]> {
  const sink = await openSink(path)
  const added = await Promise.all(keys.map((key) => sink.append(done(key), key)))
  await sink.close()
  return added
}

describe('a sink', () => {
  it('holds each key once, also for those that open it later', async () => {
    expect(await put('a', 'b', 'a')).toEqual([true, true, false])
    expect(await put('b', 'c')).toEqual([false, true])
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('takes in what others have added meanwhile', async () => {
    const [one, other] = [await openSink(path), await openSink(path)]
    const keys = Array.from({ length: 50 }, (_, i) => `k${i}`)
    const added = await Promise.all(keys.flatMap((key) => [one.append(done(key), key), other.append(done(key), key)]))
    expect(added.filter(Boolean)).toHaveLength(50)
    expect(ids().sort()).toEqual([...keys].sort())
    await other.append(done('late'), 'late')
    expect(one.has('late')).toBe(false)
    expect(await one.append(done('late'), 'late')).toBe(false)
    await Promise.all([one.close(), other.close()])
  })

  it('cuts off what was left half there', async () => {
    await put('a', 'b')
    appendFileSync(path, '{"id":"half')
    appendFileSync(`${path}.journal`, '{"key":"half"')
    expect(await put('half', 'b')).toEqual([true, false])
    expect(ids()).toEqual(['a', 'b', 'half'])
    // Written, but not told by the journal: it is written again.
    appendFileSync(path, new TextDecoder().decode(done('untold').line))
    expect(await put('untold')).toEqual([true])
    expect(ids()).toEqual(['a', 'b', 'half', 'untold'])
  })

  it('does not touch what it did not write, nor goes on with what others have changed', async () => {
    await put('a')
    rmSync(`${path}.journal`)
    await expect(put('b')).rejects.toThrow(SinkError)
    expect(ids()).toEqual(['a'])
    rmSync(path)
    await put('a', 'b')
    truncateSync(path, 5)
    await expect(put('c')).rejects.toThrow('shorter than')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  it('cuts nothing off where the journal is damaged otherwise', async () => {
    await put('a', 'b')
    const [journal, log] = [readFileSync(`${path}.journal`), readFileSync(path)]
    writeFileSync(`${path}.journal`, `\0${journal.toString().slice(1)}`)
    await expect(put('c')).rejects.toThrow('is damaged at byte 0')
    writeFileSync(`${path}.journal`, journal)
    appendFileSync(`${path}.journal`, '\0'.repeat(100_000))
    await expect(put('c')).rejects.toThrow('is damaged at byte')
    expect(readFileSync(path)).toEqual(log)
  })

  it('takes over the lock of a process that is gone, waits for one that is there', async () => {
    await put('a')
    writeFileSync(`${path}.lock`, `${gone()} ${hostname()} x`)
    expect(await put('b')).toEqual([true])
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    writeFileSync(`${path}.lock`, `${other.pid} ${hostname()} x`)
    let added: boolean[] | undefined
    const adding = put('c').then((result) => {
      added = result
    })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(added).toBeUndefined()
    other.kill('SIGKILL')
    await adding
    expect(added).toEqual([true])
    // One that was killed before it could write its name.
    writeFileSync(`${path}.lock`, '')
    expect(await put('d')).toEqual([true])
    expect(ids()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('is written by several processes, killed at any moment: each key once, none lost that was told', async () => {
    const programs = await buildPrograms()
    const script = join(programs.folder, 'append.mjs')
    writeFileSync(
      script,
      `import { openSink } from ${JSON.stringify(pathToFileURL(join(programs.folder, 'batch.js')).href)}
       const sink = await openSink(process.argv[2])
       const encoder = new TextEncoder()
       for (let i = 0; i < 300; i++) {
         const id = 'k' + i
         await sink.append({ meta: { id, outcome: 'error' }, line: encoder.encode(JSON.stringify({ id }) + '\\n') }, id)
         process.stdout.write(id + '\\n')
       }
       await sink.close()`,
    )
    try {
      const told = new Set<string>()
      const write = (killAfter?: number) =>
        new Promise<number | null>((resolve) => {
          const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
          let out = ''
          child.stdout.setEncoding('utf8').on('data', (text: string) => {
            out += text
            if (killAfter !== undefined && out.split('\n').length > killAfter) child.kill('SIGKILL')
          })
          child.on('close', (code) => {
            for (const id of out.split('\n').slice(0, -1)) told.add(id)
            resolve(code)
          })
        })
      await Promise.all([write(40), write(90)])
      await Promise.all([write(150), write(200)])
      for (const id of told) expect(ids()).toContain(id)
      expect(await Promise.all([write(), write()])).toEqual([0, 0])
      expect(ids()).toHaveLength(300)
      expect(new Set(ids()).size).toBe(300)
    } finally {
      programs.remove()
    }
  }, 120_000)
})
