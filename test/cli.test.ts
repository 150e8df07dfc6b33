/** The command line program, without a process: `main` with streams of its own. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { HELP } from '../src/cli/help.js'
import { main } from '../src/cli/main.js'
import { pretty } from '../src/cli/pretty.js'
import { clean, width, wrap } from '../src/cli/text.js'
import type { Deadline, Notice } from '../src/index.js'
import { parseNotice } from '../src/index.js'
import type { NoticeGraph } from '../src/link/index.js'

const folder = mkdtempSync(join(tmpdir(), 'gongwen-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TEXT = `青湖教〔2024〕8号

关于开展2024年校园安全检查的通知

各中小学：

为做好校园安全工作，现就有关事项通知如下。

一、检查内容

请各校于5月10日前将自查报告报送区教育局安全科。

二、联系方式

联系人：林晓雨

联系电话：010-55501234

青湖区教育局

2024年4月15日
`

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const notice = file('notice.txt', TEXT)
const other = file('other.txt', TEXT.replace('8号', '9号'))
const chat = file('chat.txt', '今天天气不错，我们去公园吧。\n')
const missing = join(folder, 'missing.txt')

interface Setting {
  stdin?: (string | Uint8Array)[] | AsyncIterable<Uint8Array>
  tty?: boolean
  env?: Record<string, string>
  columns?: number
  /** The error that every write to stdout ends with. */
  broken?: Error
}

async function run(argv: string[], { stdin, tty = false, env = {}, columns, broken }: Setting = {}) {
  const out: string[] = []
  const err: string[] = []
  async function* chunks() {
    yield* stdin ?? []
  }
  const code = await main(argv, {
    stdin: Object.assign(chunks(), { isTTY: stdin === undefined }),
    stdout: {
      isTTY: tty,
      columns,
      write(text, done) {
        out.push(text)
        done(broken)
      },
    },
    stderr: {
      write(text, done) {
        err.push(text)
        done()
      },
    },
    env,
  })
  return { code, out: out.join(''), err: err.join('') }
}

const bytes = (text: string) => [new TextEncoder().encode(text)]

describe('usage', () => {
  it.each([[['--help']], [['-h']], [['parse', '--help']]])('%j prints the help', async (argv) => {
    expect(await run(argv)).toEqual({ code: 0, out: HELP, err: '' })
  })

  it('help has examples and every option', () => {
    for (const word of [
      'Examples:',
      '--format',
      '--field',
      '--reference-date',
      '--strict',
      '--version',
      'Exit codes',
    ]) {
      expect(HELP).toContain(word)
    }
  })

  it.each([['--version'], ['-v']])('%s prints the version', async (option) => {
    const { code, out } = await run([option])
    expect(code).toBe(0)
    expect(out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it.each([
    [[], 'no command'],
    [['prase'], "unknown command 'prase'"],
    [['parse', '--frmat', 'json'], "unknown option '--frmat'"],
    [['parse', '--format', 'xml', notice], "unknown format 'xml'"],
    [['parse', '--field', 'titel', notice], "unknown field 'titel'"],
    [['parse', '--field', 'constructor', notice], "unknown field 'constructor'"],
    [['parse', '--field'], '--field'],
    [['parse', '--strict=yes', notice], '--strict'],
    [['parse', '--reference-date', '2024-2-1', notice], 'YYYY-MM-DD'],
    [['parse', '--reference-date', '2024-02-30', notice], 'YYYY-MM-DD'],
    [['parse'], 'no FILE'],
    [['parse', '-o', 'x.html', notice], "--output is no option of 'parse'"],
    [['graph'], 'needs a FOLDER'],
    [['graph', folder, folder], 'one FOLDER'],
    [['graph', '--format', 'ndjson', folder], "unknown format 'ndjson'"],
    [['graph', '--field', 'title', folder], "--field is no option of 'graph'"],
    [['graph', '--strict', folder], "--strict is no option of 'graph'"],
    [['graph', missing], 'there is no folder'],
    [['graph', notice], 'is not a folder'],
  ])('%j is wrong usage', async (argv, message) => {
    const { code, out, err } = await run(argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).toMatch(/^gongwen: [^\n]+\nTry 'gongwen --help'\.\n$/)
  })

  it('neutralises what it quotes', async () => {
    const { err } = await run(['\x1b[31mx'])
    expect(err).not.toContain('\x1b')
  })
})

describe('json', () => {
  it('is the default for one file in a pipe', async () => {
    const { code, out, err } = await run(['parse', notice])
    expect([code, err]).toEqual([0, ''])
    const read = JSON.parse(out) as Notice
    expect(read.documentNumber?.text).toBe('青湖教〔2024〕8号')
    expect(read.source.filename).toBe(notice)
  })

  it('is an array of records for several files', async () => {
    const { code, out } = await run(['parse', '--format', 'json', notice, missing])
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject([
      { file: notice, notice: { documentNumber: { sequence: 8 } } },
      { file: missing, error: { code: 'not-found' } },
    ])
  })

  it('holds only the fields asked for', async () => {
    const { out } = await run(['parse', '--field', 'documentNumber', '--field', 'urls', notice])
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['documentNumber', 'urls'])
  })

  it('leaves nothing for a terminal to obey and keeps the value', async () => {
    const text = `${TEXT}\x9b31m\x1b]0;x\x07\u202e\u2066`
    const { out } = await run(['parse', '--format', 'json', '-'], { stdin: bytes(text), tty: true })
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
    expect((JSON.parse(out) as Notice).source.text).toBe(text)
  })

  it('takes the reference date', async () => {
    const undated = '关于报送材料的通知\n\n各单位：\n\n请于5月10日前将材料报送区教育局。\n\n青湖区教育局\n'
    const { out } = await run(['parse', '--field', 'deadlines', '--reference-date', '2021-03-01'], {
      stdin: bytes(undated),
    })
    expect(JSON.parse(out)).toMatchObject({ deadlines: [{ due: '2021-05-10' }] })
  })
})

describe('ndjson', () => {
  it('is the default for several files in a pipe: one record a line', async () => {
    const { code, out } = await run(['parse', '--field', 'documentNumber', notice, other])
    expect(code).toBe(0)
    const lines = out.trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { file: notice, notice: { documentNumber: { sequence: 8 } } },
      { file: other, notice: { documentNumber: { sequence: 9 } } },
    ])
  })

  it('goes on after a file that cannot be read', async () => {
    const pdf = file('scan.pdf', '%PDF-1.7\nbroken')
    const { code, out, err } = await run(['parse', missing, pdf, folder, notice])
    expect(code).toBe(2)
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; error?: { code: string } })
    expect(records.map((record) => record.file)).toEqual([missing, pdf, folder, notice])
    expect(records[0]!.error!.code).toBe('not-found')
    expect(records[2]!.error!.code).toBe('not-a-file')
    expect(records[3]!.error).toBeUndefined()
    const complaints = err.trimEnd().split('\n')
    expect(complaints[0]).toBe(`gongwen: ${missing}: not-found: there is no such file`)
    expect(complaints.every((line) => line.startsWith(`gongwen: ${folder}`))).toBe(true)
  })

  it('is given for one file when asked for', async () => {
    const { out } = await run(['parse', '--format', 'ndjson', '--field', 'title', notice])
    expect(out.trimEnd()).not.toContain('\n')
    expect(JSON.parse(out)).toMatchObject({ file: notice })
  })
})

describe('standard input', () => {
  it('is read when no file is named, as bytes of any encoding', async () => {
    const gbk = new Uint8Array([0xb9, 0xd8, 0xd3, 0xda, 0xcd, 0xa8, 0xd6, 0xaa])
    const { code, out } = await run(['parse', '--field', 'source'], { stdin: [gbk.subarray(0, 3), gbk.subarray(3)] })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ source: { text: '关于通知', encoding: 'gb18030' } })
  })

  it('is named - beside files, and read once', async () => {
    const { out } = await run(['parse', '--field', 'documentNumber', '-', notice, '-'], {
      stdin: bytes(TEXT.replace('8号', '7号')),
    })
    const records = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records).toMatchObject([
      { file: '-', notice: { documentNumber: { sequence: 7 } } },
      { file: notice, notice: { documentNumber: { sequence: 8 } } },
      { file: '-', notice: { documentNumber: { sequence: 7 } } },
    ])
  })

  it('that fails is an input that cannot be read', async () => {
    // biome-ignore lint/correctness/useYield: it fails before it yields
    async function* failing(): AsyncGenerator<Uint8Array> {
      throw new Error('EIO')
    }
    const { code, err } = await run(['parse'], { stdin: failing() })
    expect([code, err]).toEqual([2, 'gongwen: -: broken: EIO\n'])
  })

  it('without an end is given up', async () => {
    let given = 0
    async function* endless() {
      for (;;) {
        given++
        yield new Uint8Array(8 * 1024 * 1024)
      }
    }
    const { code, err } = await run(['parse'], { stdin: endless() })
    expect(code).toBe(2)
    expect(err).toContain('too-large')
    expect(given).toBeLessThan(12)
  })
})

describe('--strict', () => {
  it('exits with 1 on a warning', async () => {
    expect((await run(['parse', '--strict', chat])).code).toBe(1)
    expect((await run(['parse', chat])).code).toBe(0)
    expect((await run(['parse', '--strict', '--field', 'title', chat])).code).toBe(1)
  })

  it('exits with 0 where there is none, with 2 where an input cannot be read', async () => {
    expect((await run(['parse', '--strict', notice])).code).toBe(0)
    expect((await run(['parse', '--strict', missing, chat])).code).toBe(2)
  })
})

describe('a reader that goes away', () => {
  it('ends it quietly', async () => {
    const broken = Object.assign(new Error('write EPIPE'), { code: 'EPIPE' })
    expect(await run(['parse', notice, other], { broken })).toMatchObject({ code: 0, err: '' })
    expect(await run(['--help'], { broken })).toMatchObject({ code: 0, err: '' })
  })

  it('is told from another failure', async () => {
    const broken = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
    expect(await run(['parse', notice], { broken })).toMatchObject({ code: 2, err: 'gongwen: ENOSPC: no space left\n' })
  })
})

describe('pretty', () => {
  it('is the default on a terminal', async () => {
    const { code, out } = await run(['parse', notice], { tty: true, env: { NO_COLOR: '1' } })
    expect(code).toBe(0)
    expect(out).toMatch(/^标题 Title +关于开展2024年校园安全检查的通知$/m)
    expect(out).toMatch(/^发文字号 Number +青湖教〔2024〕8号$/m)
    expect(out).toMatch(/^期限 Deadlines +• by 2024-05-10 \(year implied\) 「5月10日前」$/m)
    expect(out).toMatch(/电话 Phone +010-55501234$/m)
    expect(out).not.toContain('\x1b')
  })

  it('has colours on a terminal only, and not with NO_COLOR', async () => {
    const argv = ['parse', '--format', 'pretty', notice]
    expect((await run(argv, { tty: true })).out).toContain('\x1b[')
    expect((await run(argv, { tty: true, env: { TERM: 'dumb' } })).out).not.toContain('\x1b')
    expect((await run(argv)).out).not.toContain('\x1b')
  })

  it('aligns the values by East Asian width', async () => {
    const { out } = await run(['parse', '--format', 'pretty', notice])
    const columns = ['关于开展', '青湖教〔', '各中小学', '2024-04-15'].map((value) => {
      const line = out.split('\n').find((l) => l.includes(value))!
      return width(line.slice(0, line.indexOf(value)))
    })
    expect(new Set(columns).size).toBe(1)
  })

  it.each([40, 60, 80, 100])('keeps within %i columns', async (columns) => {
    const long = file('long.txt', TEXT.replace('各中小学：', `${'青湖区第一中学、'.repeat(60)}各小学：`))
    const { out } = await run(['parse', '--format', 'pretty', long], { columns })
    for (const line of out.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns)
  })

  it('shows only the fields asked for, and a dash for what is absent', async () => {
    const { out } = await run([
      'parse',
      '--format',
      'pretty',
      '--field',
      'urgency',
      '--field',
      'documentNumber',
      notice,
    ])
    expect(out).toMatch(/^发文字号 Number +青湖教〔2024〕8号\n紧急程度 Urgency +—\n$/)
  })

  it('heads each of several files', async () => {
    const { out } = await run(['parse', '--format', 'pretty', '--field', 'documentNumber', notice, other])
    expect(out).toMatch(/^── .*notice\.txt ─*\n.*8号\n\n── .*other\.txt ─*\n.*9号\n$/)
  })

  it('neutralises escape sequences, control characters and bidi controls', () => {
    const evil = '\x1b[2J\x1b]0;owned\x07\x9b31m\u202e\u2066\u200b\r\n\x08'
    const read = parseNotice(TEXT)
    const infected = JSON.parse(JSON.stringify(read), (key, value) =>
      typeof value === 'string' &&
      /^(text|heading|number|action|recipient|reason|ruleId|label|filename|name)$/.test(key)
        ? value + evil
        : value,
    ) as Notice
    infected.diagnostics = [{ ruleId: `x/${evil}`, reason: evil, span: null, severity: 'error' }]
    const out = pretty(infected, { columns: 100, color: false, fields: [] })
    expect(out).toContain('<U+001B>')
    expect(out).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]/)
  })

  it('neutralises a file name', async () => {
    const { out, err } = await run([
      'parse',
      '--format',
      'pretty',
      file('\x1b[31mred.txt', TEXT),
      join(folder, '\x1b[32mnone'),
    ])
    expect(out + err).not.toContain('\x1b')
  })

  it('says how a deadline is counted', () => {
    const span = { start: 0, end: 0 }
    const relative = (
      text: string,
      amount: number,
      unit: 'day' | 'workingDay' | 'month' | 'year',
      after: string,
    ): Deadline => {
      return { text, span, due: null, action: '报送', relative: { text, amount, unit, after } }
    }
    const deadlines: Deadline[] = [
      relative('收到通知后5个工作日内', 5, 'workingDay', '收到通知'),
      relative('启运30日前', 30, 'day', '启运'),
      relative('公示期为7个工作日', 7, 'workingDay', '公示'),
      relative('每季度末', 3, 'month', ''),
      { text: '自本办法施行之日起6个月内', span, due: '2024-07-01', action: '登记' },
      {
        text: '4月25日至5月31日',
        span,
        from: '2024-04-25',
        due: '2024-05-31T17:00',
        action: '报名',
        recipient: '安全科',
      },
    ]
    const out = pretty({ ...parseNotice(TEXT), deadlines }, { columns: 100, color: false, fields: ['deadlines'] })
    expect(out).toContain('within 5 working days after 收到通知 「')
    expect(out).toContain('30 days before 启运 「')
    expect(out).toContain('• 7 working days of 公示 「')
    expect(out).toContain('every quarter 「')
    expect(out).toContain('by 2024-07-01 (computed) 「')
    expect(out).toContain('2024-04-25 → 2024-05-31 17:00 (year implied) 「')
    expect(out).toMatch(/报送 To +安全科/)
  })

  it('cuts long lists, and not when the field is named', () => {
    const read = parseNotice(TEXT)
    const urls = Array.from({ length: 50 }, (_, i) => ({ text: `http://a.cn/${i}`, span: { start: 0, end: 0 } }))
    const many = { ...read, urls }
    expect(pretty(many, { columns: 100, color: false, fields: [] })).toContain('30 more (--field urls')
    expect(pretty(many, { columns: 100, color: false, fields: ['urls'] })).toContain('http://a.cn/49')
  })
})

describe('graph', () => {
  const archive = fileURLToPath(new URL('fixtures/archive', import.meta.url))
  const small = join(folder, 'archive')
  mkdirSync(join(small, 'below', '.hidden'), { recursive: true })
  file('archive/below/b.txt', TEXT.replace('8号', '9号').replace('为做好', '根据青湖教〔2024〕8号文件要求，为做好'))
  file('archive/a.md', TEXT)
  file('archive/below/.hidden/c.txt', TEXT)
  file('archive/data.csv', 'a,b')

  it('is JSON of the notices in a folder and those below it', async () => {
    const { code, out, err } = await run(['graph', small])
    expect([code, err]).toEqual([0, ''])
    const graph = JSON.parse(out) as NoticeGraph
    expect(graph.nodes).toMatchObject([
      { id: 'n1', files: [join(small, 'a.md')], documentNumber: { text: '青湖教〔2024〕8号' } },
      { id: 'n2', files: [join(small, 'below', 'b.txt')] },
    ])
    expect(graph.edges).toMatchObject([{ from: 'n2', to: 'n1', by: 'number', lag: 0 }])
  })

  it('draws the composed archive', async () => {
    const { out } = await run(['graph', '--format', 'dot', archive])
    expect(out).toMatch(/^digraph gongwen \{\n/)
    expect(out.match(/ -> /g)!.length).toBeGreaterThan(40)
  })

  it('is written to the file that -o names, in the format of its ending', async () => {
    const page = join(folder, 'map.html')
    expect(await run(['graph', small, '-o', page])).toEqual({ code: 0, out: '', err: '' })
    expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>\n[\s\S]*青湖教〔2024〕8号[\s\S]*<\/html>\n$/)
    const { out } = await run(['graph', small, '--format', 'html'])
    expect(out).toBe(readFileSync(page, 'utf8'))
  })

  it('goes on after a file that cannot be read, and says so', async () => {
    const broken = join(folder, 'broken')
    mkdirSync(broken)
    file('broken/scan.pdf', '%PDF-1.7\nbroken')
    file('broken/a.txt', TEXT)
    const { code, out, err } = await run(['graph', broken])
    expect(code).toBe(2)
    expect(err).toMatch(/^gongwen: [^\n]*scan\.pdf: /)
    expect((JSON.parse(out) as NoticeGraph).counts.documents).toBe(1)
  })

  it('says that a folder holds no notices', async () => {
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const { code, err } = await run(['graph', empty])
    expect(code).toBe(2)
    expect(err).toContain('no notices in')
  })

  it('says that it cannot write', async () => {
    const { code, err } = await run(['graph', small, '-o', join(folder, 'none', 'map.html')])
    expect(code).toBe(2)
    expect(err).toMatch(/^gongwen: ENOENT/)
  })
})

describe('text', () => {
  it('measures columns', () => {
    expect(width('abc')).toBe(3)
    expect(width('通知')).toBe(4)
    expect(width('（ａ）')).toBe(6)
    expect(width('𠮷〔')).toBe(4)
    expect(width('e\u0301')).toBe(1)
  })

  it('cleans', () => {
    expect(clean('a\tb\r\nc')).toBe('a b c')
    expect(clean('\x1b[0m\u202e\ud800')).toBe('<U+001B>[0m<U+202E><U+D800>')
    expect(clean('正常的文字，〔2024〕1号')).toBe('正常的文字，〔2024〕1号')
  })

  const lines = (text: string, columns: number, max?: number) =>
    wrap([{ text }], columns, max).map((line) => line.map((piece) => piece.text).join(''))

  it('wraps: words stay whole, closing marks do not begin a line, opening marks do not end one', () => {
    expect(lines('one two three', 8)).toEqual(['one two', 'three'])
    expect(lines('一二三四，五', 8)).toEqual(['一二三', '四，五'])
    expect(lines('一二三《四五》', 8)).toEqual(['一二三', '《四五》'])
    expect(lines('请访问http://a.cn吧', 12)).toEqual(['请访问', 'http://a.cn', '吧'])
    expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij'])
  })

  it('cuts after the last line that is allowed', () => {
    expect(lines('一二三四五六七八九', 4, 2)).toEqual(['一二', '三…'])
  })

  it('ends on any width', () => {
    expect(lines('一二', 1)).toEqual(['一', '二'])
    expect(lines('', 10)).toEqual([])
  })
})
