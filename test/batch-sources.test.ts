/** What stands for which inputs: folders, globs, archives, tables, lists. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { create } from 'tar'
import { afterAll, describe, expect, it } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { walk } from '../src/batch/sources/folder.js'
import { countInputs, type SourceOptions, sources } from '../src/batch/sources/index.js'
import type { BatchInput } from '../src/batch/types.js'
import { encode } from './tools/encoders.js'

const gbk = (text: string) => encode(text, 'gb18030')

const folder = mkdtempSync(join(tmpdir(), 'gongwen-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, content)
  return path
}

async function read(names: string[], options: SourceOptions = {}): Promise<BatchInput[]> {
  const inputs: BatchInput[] = []
  for await (const input of sources(names, options)) inputs.push(input)
  return inputs
}

/** Paths below the folder. */
const paths = async (names: string[], options?: SourceOptions) =>
  (await read(names, options)).map(({ path }) => path!.replace(`${folder}/`, ''))
const textIn = ({ text, bytes }: BatchInput) => text ?? new TextDecoder().decode(bytes)

describe('folders and globs', () => {
  for (const name of ['tree/b.txt', 'tree/a/z.md', 'tree/a-b.txt', 'tree/a/.hidden', 'tree/.git/x', 'tree/c.pdf'])
    file(name, 'x')
  symlinkSync(join(folder, 'tree'), join(folder, 'tree/a/loop'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'tree/dangling'))
  symlinkSync(join(folder, 'tree/b.txt'), join(folder, 'tree/linked.txt'))

  it('a folder is all below it, in the order of code units; no hidden files, no linked folders', async () => {
    const all = ['tree/a-b.txt', 'tree/a/z.md', 'tree/b.txt', 'tree/c.pdf', 'tree/dangling', 'tree/linked.txt']
    expect(await paths([join(folder, 'tree')])).toEqual(all)
    expect(await countInputs([join(folder, 'tree')])).toBe(6)
  })

  it('what a run writes is left out', async () => {
    const exclude = [join(folder, 'tree/b.txt'), join(folder, 'tree/a')]
    expect(await paths([join(folder, 'tree')], { exclude })).not.toContain('tree/b.txt')
    expect(await paths([join(folder, 'tree')], { exclude })).not.toContain('tree/a/z.md')
  })

  it('a glob is what matches it', async () => {
    expect(await paths([join(folder, 'tree/**/*.{txt,md}')])).toEqual([
      'tree/a-b.txt',
      'tree/a/z.md',
      'tree/b.txt',
      'tree/linked.txt',
    ])
  })

  it('a name with the signs of a glob is a file where there is one', async () => {
    const path = file('odd/[1].txt', 'x')
    expect(await read([path])).toEqual([{ path }])
  })

  it('what is not there is one input that says so', async () => {
    const [missing, unmatched] = await read([join(folder, 'missing.txt'), join(folder, 'tree/*.xyz')])
    expect(missing).toMatchObject({ path: join(folder, 'missing.txt'), error: { code: 'not-found' } })
    expect(unmatched).toMatchObject({ path: join(folder, 'tree/*.xyz'), error: { code: 'not-found' } })
  })

  it('a folder that cannot be looked into is one input that says so', async () => {
    const found = []
    for await (const one of walk(join(folder, 'gone'), [])) found.push(one)
    expect(found).toMatchObject([{ path: join(folder, 'gone'), error: { code: 'not-found' } }])
  })

  it('a list on standard input names more of the same', async () => {
    async function* list() {
      yield `${join(folder, 'tree/b.txt')}\r\n${join(folder, 'tree')}`
      yield '/a\n\n'
      yield join(folder, 'tree/c.pdf')
    }
    expect(await paths(['-'], { list: list() })).toEqual(['tree/b.txt', 'tree/a/z.md', 'tree/c.pdf'])
  })
})

describe('archives', () => {
  const entries = {
    'a.txt': strToU8('甲'),
    'sub/b.md': strToU8('# 乙'),
    '.DS_Store': strToU8('x'),
    '__MACOSX/a.txt': strToU8('x'),
  }

  it('a ZIP is its entries', async () => {
    const path = file('one.zip', zipSync(entries))
    const inputs = await read([path])
    expect(inputs.map(textIn)).toEqual(['甲', '# 乙'])
    expect(inputs.map((input) => input.path)).toEqual([`${path}!/a.txt`, `${path}!/sub/b.md`])
  })

  it('names in GBK are read', async () => {
    const zip = zipSync({ AAAA: strToU8('x') })
    // The packer wrote 通知 in GBK and set no flag.
    const name = gbk('通知')
    for (let at = 0; at + 4 <= zip.length; at++) if (zip.slice(at, at + 4).every((b) => b === 0x41)) zip.set(name, at)
    const path = file('gbk.zip', zip)
    expect((await read([path])).map((input) => input.path)).toEqual([`${path}!/通知`])
  })

  it('an entry that is too large, or a bomb, is refused before it is inflated', async () => {
    const path = file('bomb.zip', zipSync({ 'zeros.txt': new Uint8Array(5_000_000), 'b.txt': strToU8('x') }))
    expect(await read([path])).toMatchObject([
      { path: `${path}!/zeros.txt`, error: { code: 'too-large' } },
      { path: `${path}!/b.txt`, bytes: expect.anything() },
    ])
    expect((await read([path], { maxBytes: 1000 }))[0]?.error?.message).toContain('5000000 bytes')
  })

  it('a ZIP that is none is one input that cannot be read', async () => {
    const path = file('broken.zip', 'PK\x03\x04 nothing')
    expect(await read([path])).toMatchObject([{ path, error: { code: 'broken' } }])
  })

  it('a TAR is its files, gzipped or not; one that is cut off says so behind what could be read', async () => {
    for (const name of ['a.txt', 'b.txt']) file(`packed/${name}`, `${name} ${'甲'.repeat(50_000)}`)
    for (const gzip of [true, false]) {
      const path = join(folder, gzip ? 'two.tar.gz' : 'two.tar')
      await create({ file: path, cwd: join(folder, 'packed'), gzip }, ['a.txt', 'b.txt', './a.txt'])
      const inputs = await read([path])
      expect(inputs.map((input) => input.path)).toEqual([`${path}!/a.txt`, `${path}!/b.txt`, `${path}!/a.txt#2`])
      expect(textIn(inputs[1]!)).toMatch(/^b\.txt 甲{50000}$/)
    }
    expect((await read([join(folder, 'two.tar')], { maxBytes: 1000 })).map(({ error }) => error?.code)).toEqual(
      Array(3).fill('too-large'),
    )
    const whole = readFileSync(join(folder, 'two.tar.gz'))
    const path = file('cut.tar.gz', whole.subarray(0, whole.length - 20))
    const inputs = await read([path])
    expect(inputs.at(-1)).toMatchObject({ path, error: { code: 'broken' } })
    expect(inputs.filter((input) => input.path === path)).toHaveLength(1)
  })
})

describe('tables', () => {
  it('NDJSON: a row a line, what is no row says so, blank lines are none', async () => {
    const lines = ['{"text":"甲","id":7}', '', '{broken', '[1]', '{"body":"乙"}', '{"text":5}', '{"html":"<p>丙</p>"}']
    for (const path of [file('r.ndjson', lines.join('\n')), file('r.jsonl.gz', gzipSync(lines.join('\r\n')))]) {
      const inputs = await read([path], { refColumn: 'id' })
      expect(inputs.map((input) => [input.path!.split('#')[1], input.text ?? input.error!.code])).toEqual([
        ['1', '甲'],
        ['3', 'bad-row'],
        ['4', 'bad-row'],
        ['5', 'no-column'],
        ['6', 'bad-row'],
        ['7', '<p>丙</p>'],
      ])
      expect(inputs[0]?.ref).toBe(7)
    }
    const path = file('long.ndjson', `${JSON.stringify({ text: 'x'.repeat(5000) })}\n{"text":"y"}\n`)
    const [long, short] = await read([path], { maxBytes: 1000 })
    expect([long?.error?.code, short?.text]).toEqual(['too-large', 'y'])
  })

  it('CSV: quotes and line breaks in cells, a mark, GBK, tabs', async () => {
    const csv = 'url,body\nu1,"一、甲\n二、“乙”，丙"\nu2,丁\n'
    const expected = [
      ['u1', '一、甲\n二、“乙”，丙'],
      ['u2', '丁'],
    ]
    const options = { column: 'body', refColumn: 'url' }
    for (const path of [
      file('c.csv', csv),
      file('mark.csv', `\ufeff${csv}`),
      file('gbk.csv', gbk(csv)),
      file('packed.csv.gz', gzipSync(csv)),
      file('c.tsv', csv.replaceAll(',', '\t')),
    ])
      expect((await read([path], options)).map(({ ref, text }) => [ref, text])).toEqual(expected)
    const [first] = await read([join(folder, 'c.csv')], { column: 'nothing' })
    expect(first?.error?.code).toBe('no-column')
  })

  it('WARC: the pages, by their addresses', async () => {
    const page = (url: string, type: string, body: string, status = '200 OK') =>
      WARCRecord.create(
        {
          url,
          date: '2024-05-06T00:00:00Z',
          type: 'response',
          warcVersion: 'WARC/1.1',
          statusline: `HTTP/1.1 ${status}`,
          httpHeaders: { 'Content-Type': type },
        },
        [strToU8(body)],
      )
    const records = [
      page('https://example.gov.cn/tz/1.html', 'text/html; charset=utf-8', '<h1>甲</h1>'),
      page('https://example.gov.cn/a.css', 'text/css', 'a{}'),
      page('https://example.gov.cn/old.html', 'text/html', '没有', '404 Not Found'),
      page('https://example.gov.cn/2.txt', 'text/plain', '乙'.repeat(1000)),
    ]
    const parts: Uint8Array[] = []
    for (const record of records) parts.push(await WARCSerializer.serialize(record, { gzip: true }))
    const path = file('site.warc.gz', Buffer.concat(parts))
    const inputs = await read([path])
    expect(inputs.map(({ ref, path: name }) => [ref, name])).toEqual([
      ['https://example.gov.cn/tz/1.html', `${path}#1`],
      ['https://example.gov.cn/2.txt', `${path}#4`],
    ])
    expect(textIn(inputs[0]!)).toBe('<h1>甲</h1>')
    expect(inputs[0]?.baseUrl).toBe('https://example.gov.cn/tz/1.html')
    expect((await read([path], { maxBytes: 100 }))[1]?.error?.code).toBe('too-large')
  })
})
