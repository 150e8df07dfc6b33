/** Input that is no notice, and input made to hurt: no throw, a diagnostic, linear work; clear errors for what is wrong to pass. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Notice, UnreadableNoticeError as Unreadable } from '../src/index.js'

const inspector = new Session()
inspector.connect()
const post = <T>(method: string, params: object = {}): T => {
  let result: T | undefined
  let failure: Error | null = null
  // The session lives in this thread: it answers before `post` returns.
  inspector.post(method, params, (error, value) => {
    failure = error
    result = value as T
  })
  if (failure) throw failure
  return result!
}
post('Profiler.enable')
post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
// Blocks are counted only in code that is compiled after the counting began: hence no static import.
const { findContacts, findDates, findDeadlines, findDocumentNumbers, parseNotice, readNotice, UnreadableNoticeError } =
  await import('../src/index.js')
afterAll(() => {
  post('Profiler.stopPreciseCoverage')
  inspector.disconnect()
})

const rules = (notice: Notice) => notice.diagnostics.map((d) => d.ruleId)

/** A notice whose text is `filling`: the extractors run on it. */
const notice = (filling: string) =>
  `某市人民政府办公室关于做好某项工作的通知\n某政办发〔2024〕5号\n各县人民政府：\n为做好工作，现将有关事项通知如下。${filling}\n某市人民政府办公室\n2024年5月6日\n`

describe('what is no notice', () => {
  it.each([
    ['the empty string', '', 'read/empty'],
    ['spaces', '   ', 'read/empty'],
    ['all white space', ' \t\r\n\v\f　\u00a0\u2028\u3000\ufeff\n', 'read/empty'],
    ['NUL bytes', '\0'.repeat(1000), 'read/control-characters'],
    ['text with a NUL byte', '关于做好某项工作的通知\0', 'read/control-characters'],
    ['lone high surrogates', '\ud800'.repeat(1000), 'notice/not-recognized'],
    ['lone low surrogates', '\udfff\n'.repeat(1000), 'notice/not-recognized'],
    ['surrogates in the wrong order', '\udc00\ud800'.repeat(1000), 'notice/not-recognized'],
    ['noncharacters', '\ufffe\uffff'.repeat(1000), 'notice/not-recognized'],
    [
      'a PNG read as Latin-1',
      '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\b\x06\0\0\0\x1f\x15\xc4\x89',
      'read/control-characters',
    ],
    ['one letter', 'a', 'notice/not-recognized'],
    ['combining marks', '中\u0301'.repeat(1000), 'notice/not-recognized'],
  ])('%s', (_, text, rule) => {
    const answer = parseNotice(text)
    expect(rules(answer)).toContain(rule)
    expect(answer.source.text).toBe(text)
    expect(answer.title).toBeNull()
    expect(answer.dates).toEqual([])
    for (const find of [findContacts, findDates, findDeadlines, findDocumentNumbers]) expect(find(text)).toEqual([])
  })

  it('a notice with control characters is read all the same', () => {
    const answer = parseNotice(notice('\0请于5月20日前报送材料。'))
    expect(rules(answer)).toContain('read/control-characters')
    expect(answer.deadlines.map((d) => d.due)).toEqual(['2024-05-20'])
  })
})

describe('10 MB of one thing', () => {
  const SIZE = 10 * 1024 * 1024
  it.each([
    ['a', 'notice/not-recognized'],
    ['中', 'notice/not-recognized'],
    ['1', 'notice/not-recognized'],
    [' ', 'read/empty'],
    ['\n', 'read/empty'],
    ['(', 'notice/not-recognized'],
    ['一、', 'notice/not-recognized'],
  ])('%j', (unit, rule) => {
    expect(rules(parseNotice(unit.repeat(SIZE / unit.length)))).toContain(rule)
  })
})

describe('100 000 nested brackets', () => {
  const DEPTH = 100_000
  const PAIRS = [
    ['(', ')'],
    ['[', ']'],
    ['（', '）'],
    ['《', '》'],
    ['〔', '〕'],
    ['【', '】'],
    ['“', '”'],
    ['「', '」'],
    ['{', '}'],
    ['<', '>'],
  ] as const
  const shapes = PAIRS.flatMap(([open, close]): [string, string][] => [
    [`${open} opened`, open.repeat(DEPTH)],
    [`${close} closed`, close.repeat(DEPTH)],
    [`${open}${close} nested`, open.repeat(DEPTH) + close.repeat(DEPTH)],
    [`${open}${close} in a row`, (open + close).repeat(DEPTH)],
  ])
  const markdown: [string, string][] = [
    ['> quotes', '> '.repeat(DEPTH)],
    ['>> quotes', '>'.repeat(DEPTH)],
    ['[[[ links', `${'['.repeat(DEPTH)}a${']'.repeat(DEPTH)}(b)`],
    ['![ images', '!['.repeat(DEPTH)],
    ['** emphasis', '**'.repeat(DEPTH)],
    ['` code', '`'.repeat(DEPTH)],
    ['< tags', '<p>'.repeat(DEPTH)],
    ['\\ escapes', '\\'.repeat(DEPTH)],
    ['| a long row above many', `${'甲 |'.repeat(DEPTH)}\n${'乙 | 丙\n'.repeat(DEPTH)}`],
    ['| rows never closed', `甲 |\n${'乙 | 丙\n\n'.repeat(DEPTH)}`],
  ]

  it.each([...shapes, ...markdown])('%s', (_, text) => {
    for (const carrier of [undefined, 'text', 'markdown', 'html'] as const) {
      expect(rules(parseNotice(text, { carrier }))).toContain('notice/not-recognized')
    }
  })

  it.each([...shapes, ...markdown])('%s, in a notice', (_, text) => {
    for (const carrier of ['text', 'markdown'] as const) {
      const answer = parseNotice(notice(text), { carrier })
      expect(answer.source.text).toBe(notice(text))
      expect(answer.title?.text).toBe('某市人民政府办公室关于做好某项工作的通知')
    }
  })
})

describe('wrong arguments', () => {
  const wrong = [undefined, null, 5, true, {}, [], new Uint8Array(3), Symbol('text'), () => '']
  const thrown = (call: () => unknown): unknown => {
    try {
      call()
    } catch (error) {
      return error
    }
    return undefined
  }

  it.each(wrong)('parseNotice(%o) names its input', (value) => {
    const error = thrown(() => parseNotice(value as string))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(/^parseNotice: input must be a string/)
  })

  it.each(
    wrong.flatMap((value) =>
      [findContacts, findDates, findDeadlines, findDocumentNumbers].map((find) => [find.name, find, value] as const),
    ),
  )('%s names its text', (name, find, value) => {
    const error = thrown(() => find(value as string))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toBe(`${name}: text must be a string`)
  })

  it.each([null, 5, 'text'])('options %o', async (options) => {
    const given = options as unknown as object
    for (const call of [() => parseNotice('', given), () => findDates('', given), () => findDeadlines('', given)]) {
      const error = thrown(call)
      expect(error).toBeInstanceOf(TypeError)
      expect((error as TypeError).message).toMatch(/: options must be an object$/)
    }
    await expect(readNotice(new Uint8Array(), given)).rejects.toThrow(/^readNotice: options must be an object$/)
  })

  it.each([5, 'tomorrow', new Date(0), null])('options.referenceDate %o', async (referenceDate) => {
    const given = { referenceDate: referenceDate as string }
    for (const call of [() => parseNotice('', given), () => findDates('', given), () => findDeadlines('', given)]) {
      const error = thrown(call)
      expect(error).toBeInstanceOf(TypeError)
      expect((error as TypeError).message).toContain('options.referenceDate')
    }
    await expect(readNotice(new Uint8Array(), given)).rejects.toThrow(TypeError)
  })

  it.each([
    ['extractors', { extractors: 5 }],
    ['extractors', { extractors: [null] }],
    ['extractors', { extractors: [{ name: 'x', many: true }] }],
    ['segmenter', { keywords: true, segmenter: {} }],
    ['carrier', { carrier: 5 }],
    ['referenceDate', { referenceDate: '2024-99-99' }],
  ])('options.%s is named', (name, options) => {
    const error = thrown(() => parseNotice(notice(''), options as unknown as object))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toContain(`options.${name}`)
  })

  it.each([undefined, null, 5, {}, [], new ArrayBuffer(4)])('readNotice(%o) names its input', async (value) => {
    const error: unknown = await readNotice(value as unknown as Uint8Array).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toMatch(/^readNotice: input must be/)
  })
})

describe('what cannot be read', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const rejected = async (promise: Promise<unknown>) => {
    const error: unknown = await promise.then(
      () => undefined,
      (e: unknown) => e,
    )
    expect(error).toBeInstanceOf(UnreadableNoticeError)
    return error as Unreadable
  }

  it('a missing file', async () => {
    const path = join(folder, '没有.txt')
    for (const input of [path, new VFile({ path })])
      expect(await rejected(readNotice(input))).toMatchObject({
        name: 'UnreadableNoticeError',
        code: 'not-found',
        filename: path,
      })
    const url = pathToFileURL(path)
    expect(await rejected(readNotice(url))).toMatchObject({ code: 'not-found', filename: String(url) })
    expect(await rejected(readNotice(join(path, 'x.txt')))).toMatchObject({ code: 'not-found' })
  })

  it('a directory', async () => {
    const error = await rejected(readNotice(folder))
    expect(error).toMatchObject({ code: 'not-a-file', filename: folder })
    expect(error.message).toContain(folder)
  })

  it('a path with a NUL byte', async () => {
    expect(await rejected(readNotice('a\0b'))).toMatchObject({ code: 'broken', filename: 'a\0b' })
  })

  it('a URL that is not a file', async () => {
    expect(await rejected(readNotice(new URL('https://example.gov.cn/a.txt')))).toMatchObject({
      code: 'unsupported',
      filename: 'https://example.gov.cn/a.txt',
    })
  })

  it.each([
    ['PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 0x10]],
    ['GZIP', [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]],
  ])('%s bytes', async (name, bytes) => {
    const filename = `scan.${name.toLowerCase()}`
    const path = join(folder, filename)
    writeFileSync(path, Uint8Array.from(bytes))
    expect(await rejected(readNotice(Uint8Array.from(bytes), { filename }))).toMatchObject({
      code: 'unsupported',
      filename,
    })
    expect(await rejected(readNotice(path))).toMatchObject({ code: 'unsupported', filename: path })
    expect(await rejected(readNotice(Uint8Array.from(bytes)))).toMatchObject({
      code: 'unsupported',
      filename: undefined,
    })
  })

  it('an unknown encoding', async () => {
    expect(await rejected(readNotice(new Uint8Array(4), { encoding: 'no-such', filename: 'a.txt' }))).toMatchObject({
      code: 'unsupported',
      filename: 'a.txt',
    })
  })

  it('more bytes than allowed', async () => {
    const path = join(folder, 'long.txt')
    writeFileSync(path, 'x'.repeat(100))
    expect(await rejected(readNotice(path, { maxBytes: 99 }))).toMatchObject({ code: 'too-large', filename: path })
    expect(await rejected(readNotice(new Uint8Array(100), { maxBytes: 99, filename: 'a' }))).toMatchObject({
      code: 'too-large',
      filename: 'a',
    })
  })

  it('bytes of no known format are read with a diagnostic', async () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, i) => (i * 7919 + 13 * i * i) & 255)
    const answer = await readNotice(bytes, { filename: 'a.bin' })
    expect(rules(answer)).toEqual(expect.arrayContaining(['read/undecodable', 'notice/not-recognized']))
    expect(rules(await readNotice(new Uint8Array(0)))).toContain('read/empty')
  })
})

// ---- linear work ----

/** What notices are made of and what nearly is, to be repeated. */
const PUMPS = [
  ...'a中1 \t　()《》〔〕“、，。：；-—@./_*[一每第前市号令，',
  '一、',
  '（一）',
  '1.',
  '1、',
  '(1)',
  '①',
  '第一条',
  '〔2024〕',
  '某政〔2024〕5号',
  '某政〔2024〕5号、',
  '令第5号',
  '2024年',
  '5月',
  '5月6日',
  '2024年5月6日',
  '2024-05-',
  '2024-05-06 ',
  '5月6日至',
  '5月6日前',
  '于6月30日前报送材料，',
  '6月30日前报送某局。',
  '每月5日前',
  '自公布之日起',
  '30日内',
  '自公布之日起30日内',
  '上午9时',
  '9:00-',
  '起施行',
  '有效期5年',
  '1-',
  '0371-',
  '12345678',
  '0371-12345678/',
  '139000',
  'a@',
  'a@b.',
  'http://',
  'http://a.cn/',
  'www.a',
  '电话：',
  '联系人：',
  '联系人：张三 ',
  '李  亮 ',
  '邮箱：',
  '传真',
  '地址：',
  '地址：中山路1号',
  '邮编：100000 ',
  '联系人：张三，',
  '联系人：张三，电话：010-12345678；',
  '附件',
  '附件：',
  '附件1：',
  '抄送：',
  '抄送：某局，',
  '某局',
  '某局、',
  '某局 ',
  '市县委',
  '委员会',
  '关于',
  '关于印发《',
  '的通知',
  '《关于',
  '《a》（某政〔2024〕5号）',
  '主题：',
  '以“',
  '主题为',
  '……',
  '此件公开发布',
  '特急',
  '签发人：张三 ',
]
/** The same as lines. */
const LINES = [
  'a',
  '中',
  '1',
  '一、',
  '一、中',
  '（一）中',
  '1.中',
  '第一条 中',
  '中。',
  '请于6月30日前报送。',
  '2024年5月6日',
  '某局',
  '某局\n2024年5月6日',
  '某局2024年5月6日',
  '2024年5月6日印发',
  '联系人：张三，电话：010-12345678',
  '电话：',
  '地址：',
  '附件',
  '附件1：',
  '附件1',
  '抄送：某局，',
  '（此件公开发布）',
  '特急',
  '机密★1年',
  '000012',
  '某政〔2024〕5号',
  '关于印发某某的通知',
  '责任单位：某局',
  '— 2 —',
  'a\tb',
  '联系人\t电话\n张三\t12345678',
  '\t',
  ' 中',
  '中，',
]
const MARKDOWN = [
  '# 中\n',
  '> 中\n',
  '>\n',
  '- ',
  '- 中\n',
  '1. ',
  '1. 中\n',
  '|a|b|\n',
  '|a|b|\n|-|-|\n',
  '|',
  '**中**',
  '**',
  '*a_',
  '_a',
  '[a](b)',
  '[a](',
  '[a]',
  '![a',
  '`a',
  '<p>',
  '<!--',
  '&amp;',
  '&#x4e2d;',
  '\\',
  '中  \n',
  '```\n',
  '---\n',
  '[a]: b\n',
  'http://a.cn ',
]

interface Coverage {
  result: { url: string; functions: { functionName: string; ranges: { count: number }[] }[] }[]
}

/**
 * Work is counted, not timed: blocks of src and of what it imports that were run (V8's precise coverage) and characters or members that
 * `indexOf` and its like looked at. The cost of the grammars' regular expressions is held by linear.test.ts.
 */
describe('work is linear in the length', () => {
  /** Long enough for a quadratic part to show against what a notice costs anyway. */
  const LENGTH = 2000
  /** Twice the input, at most this much more work; a quadratic cost tends to 4. */
  const GREATEST_GROWTH = 2.2

  beforeAll(() => {
    // Tables and rules that are made once do not count.
    for (const carrier of ['text', 'markdown'] as const)
      parseNotice(notice([...PUMPS, ...LINES].join('\n')), { carrier })
  })

  /** The test's own machinery. */
  const UNCOUNTED = /node_modules\/(?:vitest|@vitest|vite|chai|tinyrainbow|tinyspy|magic-string)\//

  function work(run: () => void): { total: number; functions: Map<string, number> } {
    const { indexOf, lastIndexOf, includes } = String.prototype
    const array = { indexOf: Array.prototype.indexOf, includes: Array.prototype.includes }
    let looked = 0
    post('Profiler.takePreciseCoverage')
    String.prototype.indexOf = function (search, from = 0) {
      const at = indexOf.call(this, search, from)
      looked += at < 0 ? Math.max(0, this.length - from) : Math.max(0, at - from)
      return at
    }
    String.prototype.lastIndexOf = function (this: string, search: string, from = this.length) {
      const at = lastIndexOf.call(this, search, from)
      looked += Math.max(0, from - Math.max(0, at))
      return at
    }
    String.prototype.includes = function (search, from = 0) {
      const at = indexOf.call(this, search, from)
      looked += at < 0 ? Math.max(0, this.length - from) : Math.max(0, at - from)
      return at >= 0
    }
    Array.prototype.indexOf = function (this: unknown[], search: unknown, from = 0) {
      const at = array.indexOf.call(this, search, from)
      looked += at < 0 ? this.length : at
      return at
    }
    Array.prototype.includes = function (this: unknown[], search: unknown, from = 0) {
      looked += this.length
      return array.includes.call(this, search, from)
    }
    try {
      run()
    } finally {
      Object.assign(String.prototype, { indexOf, lastIndexOf, includes })
      Object.assign(Array.prototype, array)
    }
    const functions = new Map<string, number>([['indexOf and its like', looked]])
    let total = looked
    for (const script of post<Coverage>('Profiler.takePreciseCoverage').result) {
      const file = /\/((?:src|node_modules)\/.*)$/.exec(script.url)?.[1]
      if (!file || UNCOUNTED.test(file)) continue
      for (const { functionName, ranges } of script.functions) {
        const count = ranges.reduce((sum, r) => sum + r.count, 0)
        total += count
        const name = `${file} ${functionName || '(anonymous)'}`
        functions.set(name, (functions.get(name) ?? 0) + count)
      }
    }
    return { total, functions }
  }

  function expectLinear(make: (length: number) => string, run: (text: string) => unknown): void {
    let once = work(() => run(make(LENGTH)))
    let twice = work(() => run(make(LENGTH * 2)))
    // Between the two may lie a limit that sends the text another way (Markdown read as lines): the next doubling decides.
    if (twice.total / once.total >= GREATEST_GROWTH) {
      once = twice
      twice = work(() => run(make(LENGTH * 4)))
    }
    const grown = [...twice.functions].map(
      ([name, count]) => [name, count - 2 * (once.functions.get(name) ?? 0)] as const,
    )
    const most = grown.sort((a, b) => b[1] - a[1]).slice(0, 3)
    expect(
      twice.total / once.total,
      `${once.total} → ${twice.total}; more than doubled: ${most.map(([name, more]) => `${name} by ${more}`).join(', ')}`,
    ).toBeLessThan(GREATEST_GROWTH)
  }

  const fill = (pump: string, length: number) => pump.repeat(Math.ceil(length / pump.length))

  it.each(PUMPS)('a paragraph of %j', (pump) => {
    expectLinear(
      (n) => notice(fill(pump, n)),
      (text) => parseNotice(text, { carrier: 'text' }),
    )
  })

  it.each(LINES)('lines of %j', (line) => {
    expectLinear(
      (n) => notice(`\n${fill(`${line}\n`, n)}`),
      (text) => parseNotice(text, { carrier: 'text' }),
    )
  })

  it.each([')', '(', '()', ' ', '\u3000', '中 '])('a cell of a table with %j', (pump) => {
    expectLinear(
      (n) => notice(`\n序号\t内容\t备注\n1\t甲${fill(pump, n)}\t中\n2\t乙\t丙\n`),
      (text) => parseNotice(text, { carrier: 'text' }),
    )
  })

  it.each([' ', '\t', '\u3000', ' \u3000\t'])('lines with wide gaps of %j', (gap) => {
    expectLinear(
      (n) =>
        notice(
          `\n报名时间：${fill(gap, n)}2024年5月6日${fill(gap, n)}，地点${fill(gap, n)}\n联系人${fill(gap, n)}张三`,
        ),
      (text) => parseNotice(text, { carrier: 'text' }),
    )
  })

  it.each(MARKDOWN)('Markdown of %j', (pump) => {
    expectLinear(
      (n) => notice(`\n\n${fill(pump, n)}`),
      (text) => parseNotice(text, { carrier: 'markdown' }),
    )
  })

  it.each([...PUMPS, '中\n', '2024年5月6日\n', '请于6月30日前报送。\n', '联系人：张三，电话：010-12345678\n'])(
    'one field on its own, %j',
    (pump) => {
      expectLinear(
        (n) => fill(pump, n),
        (text) => {
          findDocumentNumbers(text)
          findDates(text, { referenceDate: '2024-01-01' })
          findDeadlines(text)
          findContacts(text)
        },
      )
    },
  )
})
