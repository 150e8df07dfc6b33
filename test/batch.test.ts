/** `gongwen/batch` as a library: one record an input, whatever the input does to its worker. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BatchInput, BatchOptions, BatchRecord } from '../src/batch/index.js'
import { parseNotice } from '../src/index.js'
import { buildPrograms, type Programs, root } from './tools/programs.js'

const folder = mkdtempSync(join(tmpdir(), 'gongwen-batch-'))
/** Milliseconds for what is built before: a busy machine takes its time. */
const HOOK = 120_000

let programs: Programs
beforeAll(async () => {
  programs = await buildPrograms()
}, HOOK)
afterAll(() => {
  programs.remove()
  rmSync(folder, { recursive: true, force: true })
})

const notice = (n: number) =>
  `青教〔2024〕${n}号\n\n关于报送第${n}批材料的通知\n\n各有关单位：\n\n请于2024年5月${(n % 28) + 1}日前报送材料。\n\n青屿市教育局\n2024年4月15日\n`
const inputs = (count: number): BatchInput[] =>
  Array.from({ length: count }, (_, n) => ({ path: `n${n}`, text: notice(n + 1) }))

async function collect(source: Iterable<string | BatchInput>, options?: BatchOptions): Promise<BatchRecord[]> {
  const records: BatchRecord[] = []
  for await (const record of programs.batch.batch(source, options)) records.push(record)
  return records
}

/** A module with extractors that do what the text asks for. */
const extractors = join(folder, 'extractors.mjs')
const MODULE = (index: string) => `
import { defineExtractor, extractors as builtin } from ${JSON.stringify(index)}
const mine = defineExtractor({
  name: 'mine',
  many: false,
  extract({ text }) {
    if (text.includes('[[endless]]')) for (;;) ;
    if (text.includes('[[dies]]')) process.exit(9)
    if (text.includes('[[late]]')) setTimeout(() => { throw new Error('late') }, 0)
    if (text.includes('[[throws]]')) throw new Error('\\u001b[31mno')
    if (text.includes('[[hungry]]')) for (const all = []; ; ) all.push(new Array(10000).fill(all.length))
    return [{ value: text.length, range: { start: 0, end: 1 }, score: 1, rule: 'length' }]
  },
})
export const extractors = [...builtin, mine]
`
beforeAll(() => writeFileSync(extractors, MODULE(pathToFileURL(join(programs.folder, 'index.js')).href)))
const marked = (mark: string, n = 0) => ({ path: `${mark}${n}`, text: `关于停水的通知\n\n各用户：\n\n[[${mark}]]\n` })

describe('batch', () => {
  it('gives what parseNotice gives, and in order where that is asked', async () => {
    const records = await collect(inputs(40), { workers: 2, ordered: true })
    expect(records.map(({ path }) => path)).toEqual(inputs(40).map(({ path }) => path))
    const first = parseNotice(notice(1), { filename: 'n0' })
    expect(records[0]).toEqual({
      id: createHash('sha256').update(notice(1)).digest('hex').slice(0, 32),
      path: 'n0',
      notice: JSON.parse(JSON.stringify(first)),
    })
  })

  it('reads files of every carrier, bytes and base64; the id is that of the content', async () => {
    const path = join(root, 'test/fixtures/pdf/tender-notice.pdf')
    const bytes = readFileSync(path)
    const base64 = bytes.toString('base64')
    const records = await collect([path, { path: 'b', bytes }, { id: 'mine', ref: 7, base64 }], {
      ordered: true,
      fields: ['title'],
    })
    expect(new Set(records.slice(0, 2).map(({ id }) => id)).size).toBe(1)
    expect(records[2]).toMatchObject({ id: 'mine', ref: 7 })
    for (const record of records)
      expect(record).toMatchObject({ notice: { title: { text: expect.stringContaining('智慧教室') } } })
    expect(Object.keys((records[0] as { notice: object }).notice)).toEqual(['title'])
  })

  it('every input that cannot be read is an error record', async () => {
    const source = [
      join(folder, 'missing'),
      folder,
      { path: 'p', bytes: Buffer.from('%PDF-1.7 broken') },
      {},
      { path: 'long', text: 'x'.repeat(2000) },
    ]
    const records = await collect(source, { ordered: true, maxBytes: 1000 })
    expect(records.map((record) => ('error' in record ? record.error.code : 'notice'))).toEqual([
      'not-found',
      'not-a-file',
      'broken',
      'unsupported',
      'too-large',
    ])
    expect(records[0]?.id).toMatch(/^path:[0-9a-f]{32}$/)
  })

  it('an input that never ends, kills its worker, throws or takes all memory is one error record; the others are read', async () => {
    const bad = ['endless', 'dies', 'throws', 'hungry', 'dies'].map(marked)
    const source = [...inputs(20), ...bad, ...inputs(40).slice(20)]
    const records = await collect(source, { workers: 2, timeout: 6000, workerMemory: 64, extractors, ordered: true })
    expect(records.map(({ path }) => path)).toEqual(source.map(({ path }) => path))
    const codes = records.slice(20, 25).map((record) => ('error' in record ? record.error.code : 'notice'))
    expect(codes).toEqual(['timeout', 'worker-died', 'internal', 'out-of-memory', 'worker-died'])
    expect(records.filter((record) => 'notice' in record)).toHaveLength(40)
    expect(records[20]).toMatchObject({ error: { message: 'took longer than 6 s' } })
    // The id is that of the content although no worker lived to tell.
    expect(records[20]?.id).toBe(createHash('sha256').update(bad[0]!.text).digest('hex').slice(0, 32))
  })

  it('what fails after its record was given is not laid on the input that follows', async () => {
    const records = await collect([marked('late'), ...inputs(10)], { workers: 1, extractors, ordered: true })
    expect(records.every((record) => 'notice' in record)).toBe(true)
  })

  it('extractors of a module are used in the workers', async () => {
    const [record] = await collect(inputs(1), { extractors: pathToFileURL(extractors) })
    expect(record).toMatchObject({ notice: { mine: expect.any(Number) } })
    await expect(collect(inputs(1), { extractors: join(folder, 'none.mjs') })).rejects.toThrow(
      programs.batch.WorkerStartError,
    )
  })

  it('takes no more from its source than it may hold', async () => {
    let taken = 0
    function* source() {
      for (const input of inputs(200)) {
        taken++
        yield input
      }
    }
    const records = programs.batch.batch(source(), { workers: 2, ahead: 8, ordered: true })
    await records.next()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(taken).toBeLessThanOrEqual(10)
    let rest = 0
    for await (const _ of records) rest++
    expect(rest).toBe(199)
  })

  it('ends at once by its signal, and when the loop is left', async () => {
    const controller = new AbortController()
    const reading = collect([marked('endless'), ...inputs(5)], {
      extractors,
      timeout: 60_000,
      signal: controller.signal,
    })
    setTimeout(() => controller.abort(new Error('enough')), 500)
    await expect(reading).rejects.toThrow('enough')
    let ended = false
    function* source() {
      try {
        for (;;) yield { text: notice(1) }
      } finally {
        ended = true
      }
    }
    for await (const record of programs.batch.batch(source(), { workers: 1 })) {
      expect(record).toHaveProperty('notice')
      break
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(ended).toBe(true)
  })

  it('hands out what it has before it rejects with what the source threw', async () => {
    function* source() {
      yield* inputs(5)
      throw new Error('the source broke')
    }
    const records: BatchRecord[] = []
    const reading = (async () => {
      for await (const record of programs.batch.batch(source())) records.push(record)
    })()
    await expect(reading).rejects.toThrow('the source broke')
    expect(records).toHaveLength(5)
  })

  it.each([
    ['a string', 'archive/', {}],
    ['a number', 7, {}],
    ['workers', [], { workers: 0 }],
    ['workers', [], { workers: 1.5 }],
    ['timeout', [], { timeout: -1 }],
    ['referenceDate', [], { referenceDate: 'today' }],
  ])('a wrong argument is a TypeError: %s %j %j', async (_, source, options) => {
    await expect(collect(source as never, options)).rejects.toThrow(TypeError)
  })

  it('duplicates by content and by number name the first', async () => {
    const twice = [
      { path: 'a', text: notice(1) },
      { path: 'b', text: notice(2) },
      { path: 'c', text: notice(1) },
      { path: 'd', text: `${notice(2)}\n（此件公开发布）\n` },
      { path: 'e', text: notice(3) },
    ]
    const kinds = async (dedupe: BatchOptions['dedupe']) =>
      (await collect(twice, { workers: 2, dedupe })).map((record) =>
        'duplicateOf' in record ? `${record.by} of ${record.duplicateOf.path}` : record.path,
      )
    expect(await kinds(['content'])).toEqual(['a', 'b', 'content of a', 'd', 'e'])
    expect(await kinds(['number'])).toEqual(['a', 'b', 'number of a', 'number of b', 'e'])
    expect(await kinds(['content', 'number'])).toEqual(['a', 'b', 'content of a', 'number of b', 'e'])
  })
})

describe('streams', () => {
  it('a Node stream in object mode', async () => {
    const records = await Readable.from(inputs(30))
      .pipe(programs.batch.noticeStream({ workers: 2 }))
      .toArray()
    expect(new Set(records.map(({ path }) => path)).size).toBe(30)
  })

  it('a Web stream', async () => {
    const source = new ReadableStream({
      start(controller) {
        for (const input of inputs(30)) controller.enqueue(input)
        controller.close()
      },
    })
    const paths = []
    for await (const record of source.pipeThrough(
      programs.batch.noticeTransform({ ordered: true }),
    ) as unknown as AsyncIterable<BatchRecord>)
      paths.push(record.path)
    expect(paths).toEqual(inputs(30).map(({ path }) => path))
  })
})

describe('pipe', () => {
  it('one line out for each line in, in order, whatever it holds', async () => {
    const path = join(root, 'test/fixtures/docx/tender-notice.docx')
    const lines = [
      JSON.stringify({ id: 'a', text: notice(1) }),
      '{broken',
      '',
      '[]',
      'null',
      JSON.stringify({ id: 5 }),
      JSON.stringify({ id: 'p', path }),
      JSON.stringify({ id: 'm', path: join(folder, 'missing') }),
      JSON.stringify({ id: 'b', base64: readFileSync(path).toString('base64') }),
      JSON.stringify({ id: 'h', html: '<h1>关于停水的通知</h1>', baseUrl: 'nowhere' }),
      JSON.stringify({ id: 'o', text: 7 }),
      '\ud800 \u0000 \u001b[31m',
      JSON.stringify({ text: notice(2), ref: 'r' }),
    ]
    const { code, out, err } = await programs.run(['pipe', '--field', 'documentNumber'], { stdin: lines.join('\n') })
    expect([code, err]).toEqual([0, ''])
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ id, path: name, error }) => [name?.startsWith('#') ? name : id, error?.code])).toEqual([
      ['a', undefined],
      ['#2', 'bad-row'],
      ['#3', 'bad-row'],
      ['#4', 'bad-row'],
      ['#5', 'bad-row'],
      [5, 'bad-row'],
      ['p', undefined],
      ['m', 'not-found'],
      ['b', undefined],
      ['h', 'bad-row'],
      ['o', 'bad-row'],
      ['#12', 'bad-row'],
      [expect.stringMatching(/^[0-9a-f]{32}$/), undefined],
    ])
    expect(records[0].notice.documentNumber.text).toBe('青教〔2024〕1号')
    expect(records[12].ref).toBe('r')
  })

  it('answers a line before the next is sent', async () => {
    const child = programs.start(['pipe', '--field', 'title'])
    const answers = child.stdout.setEncoding('utf8')[Symbol.asyncIterator]()
    for (const n of [1, 2, 3]) {
      child.stdin.write(`${JSON.stringify({ id: n, text: notice(n) })}\n`)
      const { value } = await answers.next()
      expect(JSON.parse(value)).toMatchObject({ id: n, notice: { title: { text: `关于报送第${n}批材料的通知` } } })
    }
    child.stdin.end()
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
  })

  it('survives a line that is too long, one that never ends, and files where they are forbidden', async () => {
    const stdin = [
      JSON.stringify({ id: 1, text: 'x'.repeat(5000) }),
      JSON.stringify({ id: 2, text: marked('endless').text }),
      JSON.stringify({ id: 3, path: extractors }),
      JSON.stringify({ id: 4, text: notice(4) }),
    ].join('\n')
    const args = [
      'pipe',
      '--max-bytes',
      '2000',
      '--timeout',
      '6',
      '--extractors',
      extractors,
      '--no-files',
      '--field',
      'title',
    ]
    const { code, out } = await programs.run(args, { stdin })
    expect(code).toBe(0)
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ error }) => error?.code)).toEqual(['too-large', 'timeout', 'unsupported', undefined])
  })
})
