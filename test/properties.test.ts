/** Laws that hold for every notice (docs: contract): totality, spans, noise, purity; on generated text and on the corpus. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  extractors,
  findContacts,
  findDates,
  findDeadlines,
  findDocumentNumbers,
  type Notice,
  noticeSchema,
  parseNotice,
  type Span,
} from '../src/index.js'
import { fold } from '../src/read/normalize.js'

/** Generated inputs per property. The seed is fixed: a red run stays red. */
const RUNS = 300
const SEED = 9704
const check = { numRuns: RUNS, seed: SEED }

const folder = new URL('../corpus/', import.meta.url)
const corpus = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const texts = corpus.filter((c) => c.name.endsWith('.txt'))

// ---- generated text ----

/** Any UTF-16 at all, lone surrogates among it. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((codes) => String.fromCharCode(...codes))
const unicode = fc.string({ unit: 'binary', maxLength: 200 })

/** What notices are made of: whole forms, halves of them, and what stands between. */
const FRAGMENTS = [
  '某市人民政府办公室',
  '云溪省教育厅',
  '市科协',
  '各县（市、区）人民政府',
  '，市政府各部门：',
  '关于',
  '关于印发《',
  '》的通知',
  '的通知',
  '公告',
  '文件',
  '令',
  '第12号',
  '云政办发〔2024〕5号',
  '〔2024〕',
  '[2024]',
  '〔二〇二四〕',
  '５号',
  '国务院令第707号',
  '财政部公告2015年第3号',
  '特急',
  '机密★1年',
  '000012',
  '签发人：张三',
  '2024年5月22日',
  '二〇二四年五月二十二日',
  '2024-05-22',
  '2024.5.22',
  '5月22日',
  '22日',
  '本月底',
  '5月上旬',
  '第一季度',
  '2024年2月30日',
  '99月99日',
  '24时',
  '上午9:00',
  '下午5时30分',
  '（星期五）',
  '—',
  '-',
  '至',
  '~',
  '前',
  '之前',
  '截止时间：',
  '报名时间：',
  '请于',
  '报送',
  '报送至市科协，',
  '自公布之日起',
  '30日内',
  '5个工作日内',
  '每月5日前',
  '每',
  '起',
  '施行',
  '有效期5年',
  '公示期7天',
  '联系人：',
  '联 系 人',
  '李  亮',
  '张三',
  '电话：',
  '联系电话',
  '0371-6666666',
  '（010）12345678',
  '转8001',
  '/79',
  '13955500678',
  '400-810-1234',
  '12345',
  '传真',
  '邮箱：',
  'kjc@example.gov.cn',
  '＠',
  '(at)',
  '地址：',
  '中山路1号',
  '邮编：100000',
  '邮　　编',
  'http://www.example.gov.cn/a?b=c',
  'www.',
  'QQ',
  '附件：',
  '附件1',
  '附件：1. ',
  '2.',
  '抄送：',
  '印发',
  '（此件公开发布）',
  '主题：',
  '活动主题',
  '“同心协力”',
  '主题词：',
  '责任编辑：',
  '扫一扫',
  '来源：',
  '索引号',
  '发文字号',
  '相关稿件',
  '一、',
  '（一）',
  '(一)',
  '1.',
  '1、',
  '（1）',
  '①',
  '第一章',
  '第一条',
  '《',
  '》',
  '〔',
  '〕',
  '（',
  '）',
  '(',
  ')',
  '【',
  '】',
  '“',
  '”',
  '「',
  '，',
  '。',
  '：',
  '；',
  '、',
  ',',
  '.',
  ':',
  ';',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  ' ',
  '　',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\0',
  '\ud800',
  '\udc00',
  '😀',
  '𠀀',
  '〇',
  '○',
  '０',
  'ꎬ',
  'ꎮ',
  '⽇',
  '⻓',
  '«',
  '»',
  '# ',
  '**',
  '__',
  '| ',
  '|---|\n',
  '[',
  '](',
  '> ',
  '- ',
  '1. ',
  '`',
  '```\n',
  '\\',
  '&nbsp;',
  '&#x4e2d;',
  '<p>',
  '</p>',
  '<br>',
  '<!--',
  '![',
  '---\n',
  '为做好工作，现将有关事项通知如下。',
  '请认真贯彻执行。',
  '中',
  'a',
  '1',
]
const fragments = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 60 }).map((list) => list.join(''))

/** In a frame that is a notice, so that the extractors see the fragments. */
const framed = fc
  .tuple(fragments, fragments, fragments)
  .map(
    ([head, body, tail]) =>
      `${head}\n某市人民政府办公室关于做好某项工作的通知\n某政办发〔2024〕5号\n各县人民政府：\n为做好工作，现将有关事项通知如下。\n${body}\n某市人民政府办公室\n2024年5月6日\n${tail}`,
  )

/** A corpus notice with pieces cut out, doubled, moved, or replaced by fragments. */
const mutated = fc
  .tuple(
    fc.constantFrom(...corpus),
    fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom('cut', 'double', 'insert', 'swap' as const),
        fc.constantFrom(...FRAGMENTS),
      ),
      { minLength: 1, maxLength: 8 },
    ),
  )
  .map(([{ text }, edits]) => {
    let out = text
    for (const [where, length, kind, fragment] of edits) {
      const at = Math.floor(where * out.length)
      const piece = out.slice(at, at + length)
      if (kind === 'cut') out = out.slice(0, at) + out.slice(at + length)
      else if (kind === 'double') out = out.slice(0, at) + piece + out.slice(at)
      else if (kind === 'insert') out = out.slice(0, at) + fragment + out.slice(at)
      else out = piece + out.slice(0, at) + out.slice(at + length)
    }
    return out
  })

const anyText = fc.oneof(units, unicode, fragments, framed, mutated)
const carrier = fc.constantFrom(undefined, 'text' as const, 'markdown' as const, 'html' as const)

// ---- spans ----

/** The letters and digits of a reading: glyph noise folded, white space, punctuation and symbols left out. */
const key = (text: string) =>
  fold({ text, from: null, to: null })
    .text.normalize('NFKC')
    // Whether ○ or 0 behind a numeral is 〇 depends on what stands around the slice.
    .replace(/〇/g, '0')
    .replace(/[\s\p{P}\p{S}\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .toLowerCase()

const ENTITIES: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' }

/** A Markdown slice as it reads: without tags and link targets, entities decoded. */
const unmarked = (slice: string) =>
  slice
    .replace(/<[^<>]*>/g, '')
    .replace(/\]\([^()\n]*\)/g, '')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
      hex
        ? String.fromCodePoint(Number.parseInt(hex, 16))
        : decimal
          ? String.fromCodePoint(Number(decimal))
          : (ENTITIES[name!] ?? whole),
    )

const digits = (text: string) => key(text).replace(/\D/g, '')
const YEAR_DIGITS = '〇一二三四五六七八九'
/** A document number is canonical: its year in Arabic digits, no 第, no leading zeros. */
const numberKey = (text: string) =>
  key(
    text.replace(/[〇○零一二三四五六七八九]{4}/g, (year) =>
      [...year].map((c) => Math.max(0, YEAR_DIGITS.indexOf(c))).join(''),
    ),
  ).replace(/第?0*(?=\d)/g, '')

function readsAs(slice: string, fact: { text: string }): boolean {
  // A canonical phone may be printed with other signs between its digits.
  if ('number' in fact && 'kind' in fact) return digits(slice) === digits(fact.text)
  // 示发〔2024〕1、2号 holds two numbers: read again, it gives both.
  if ('agencyCode' in fact)
    return numberKey(slice) === numberKey(fact.text) || findDocumentNumbers(slice).some((n) => n.text === fact.text)
  return key(slice) === key(fact.text)
}

function spanErrors(notice: Notice): string[] {
  const errors: string[] = []
  const source = notice.source.text
  const inRange = ({ start, end }: Span) =>
    Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= source.length
  const visit = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return
    const { span, text } = value as { span?: Span | null; text?: string }
    if (span && !inRange(span)) errors.push(`${path}: ${JSON.stringify(span)} is out of range`)
    else if (span && typeof text === 'string') {
      // A page number that fell into the sentence is not read.
      const slice = source.slice(span.start, span.end).replace(/^[\s\p{Cf}]*—[\s\p{Nd}\p{Cf}]+—[\s\p{Cf}]*$/gmu, '')
      if (span.start === span.end) errors.push(`${path}: the span of ${JSON.stringify(text)} is empty`)
      else if (
        !readsAs(slice, { ...value, text }) &&
        !(notice.source.carrier === 'markdown' && readsAs(unmarked(slice), { ...value, text }))
      ) {
        errors.push(`${path}: ${JSON.stringify(text)} is not ${JSON.stringify(slice)}`)
      }
    }
    for (const [name, child] of Object.entries(value))
      if (name !== 'span' && name !== 'source')
        visit(child, Array.isArray(value) ? path : path ? `${path}.${name}` : name)
  }
  visit(notice, '')
  return errors
}

describe('totality', () => {
  it('no text throws, and every answer fits the schema', () => {
    fc.assert(
      fc.property(anyText, carrier, (text, kind) => {
        const notice = parseNotice(text, { carrier: kind, referenceDate: '2024-01-01', keywords: true })
        const { error } = noticeSchema.safeParse(notice)
        expect(error).toBeUndefined()
      }),
      check,
    )
  })

  it('one field on its own throws on no text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        findDocumentNumbers(text)
        findContacts(text)
        findDates(text)
        findDates(text, { referenceDate: '2024-01-01' })
        findDeadlines(text)
        findDeadlines(text, { referenceDate: '2024-01-01' })
      }),
      check,
    )
  })
})

describe('span law', () => {
  it.each(corpus)('$name', ({ name, text }) => {
    expect(spanErrors(parseNotice(text, { filename: name }))).toEqual([])
  })

  it.each([
    ['joint signers', '签发人：张三、李四、王五', '', ['张三', '李四', '王五']],
    ['names spread to the width of three', '', '联系人：葛  岩，电话：010-12345678\n', ['葛岩']],
  ])('%s', (_, head, body, names) => {
    const text = `某市人民政府文件\n某政〔2024〕5号　　${head}\n某市人民政府关于做好某项工作的通知\n各县人民政府：\n现将有关事项通知如下。\n${body}`
    const notice = parseNotice(text)
    expect([...notice.signatories, ...notice.contacts.flatMap((c) => c.people)].map((f) => f.text)).toEqual(names)
    expect(spanErrors(notice)).toEqual([])
  })

  it('holds on generated text', () => {
    fc.assert(
      fc.property(
        fc.oneof(units, unicode, fragments, framed),
        fc.constantFrom('text' as const, 'markdown' as const),
        (text, kind) => {
          expect(spanErrors(parseNotice(text, { carrier: kind }))).toEqual([])
        },
      ),
      check,
    )
  })

  it('holds on damaged notices', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom('text' as const, 'markdown' as const), (text, kind) => {
        expect(spanErrors(parseNotice(text, { carrier: kind }))).toEqual([])
      }),
      check,
    )
  })

  it('holds on noisy notices', () => {
    const errors = texts.flatMap(({ name, text }) =>
      NOISE.flatMap(([kind, make]) =>
        spanErrors(parseNotice(make(text, seeded(SEED)), { carrier: 'text' })).map((e) => `${name} ${kind}: ${e}`),
      ),
    )
    expect(errors).toEqual([])
  })

  it('one field on its own points into the text it was given', () => {
    fc.assert(
      fc.property(fc.oneof(fragments, mutated), (text) => {
        const found = [
          ...findDocumentNumbers(text),
          ...findDates(text, { referenceDate: '2024-01-01' }),
          ...findDeadlines(text),
          ...findContacts(text),
        ]
        const notice = { source: { text, carrier: 'text' }, found } as unknown as Notice
        expect(spanErrors(notice)).toEqual([])
      }),
      check,
    )
  })
})

describe('purity', () => {
  afterEach(() => void vi.useRealTimers())

  it('the same text gives the same notice', () => {
    for (const { text } of corpus) expect(parseNotice(text)).toEqual(parseNotice(text))
    fc.assert(
      fc.property(anyText, carrier, (text, kind) => {
        expect(parseNotice(text, { carrier: kind })).toEqual(parseNotice(text, { carrier: kind }))
      }),
      check,
    )
  })

  it('the clock counts for nothing', () => {
    const at = (day: string) => {
      vi.useFakeTimers({ now: new Date(day) })
      return corpus.map(({ text }) => parseNotice(text))
    }
    expect(at('1999-12-31T23:59:59Z')).toEqual(at('2099-06-01T00:00:00Z'))
  })

  it('options are only read', () => {
    const options = Object.freeze({
      carrier: 'text' as const,
      referenceDate: '2024-01-01',
      keywords: true,
      extractors: Object.freeze([...extractors]),
    })
    for (const { text } of texts)
      expect(parseNotice(text, options)).toEqual(
        parseNotice(text, { carrier: 'text', referenceDate: '2024-01-01', keywords: true }),
      )
  })
})

// ---- noise ----

type Random = () => number
/** mulberry32: the same noise in every run. */
function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

type Noise = (text: string, random: Random) => string

/** Replaces characters by their look-alikes, all of them or, from draw to draw, about half. */
function glyphs(pairs: Record<string, string>): Noise {
  return (text, random) => {
    const share = random() < 0.5 ? 1 : 0.5
    return [...text].map((c) => (pairs[c] !== undefined && random() < share ? pairs[c] : c)).join('')
  }
}

const range = (first: number, last: number, offset: number) =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, i) => [
      String.fromCharCode(first + i),
      String.fromCharCode(first + i + offset),
    ]),
  )

const CLOSING = '，。、；：！？）》”〕】,;:!?)'
const OPENING = '（《“〔【('

/** Sets a line in rows of `width` full-width characters: numbers and words stay whole, no row begins with a closing sign. */
function setLine(line: string, width: number): string[] {
  if (line.includes('\t')) return [line]
  const tokens = line.match(/[A-Za-z0-9@._:/?=&%+-]+|[\s\S]/gu) ?? []
  const widthOf = (token: string) =>
    [...token].reduce(
      (sum, c) =>
        sum + (c.charCodeAt(0) < 0x2e80 && c.charCodeAt(0) !== 0x201c && c.charCodeAt(0) !== 0x201d ? 0.5 : 1),
      0,
    )
  const rows: string[] = []
  let row = ''
  let used = 0
  for (const token of tokens) {
    const w = widthOf(token)
    if (row && used + w > width && !CLOSING.includes(token)) {
      // An opening sign goes down with what it opens.
      const hangs = OPENING.includes(row.at(-1)!) ? row.at(-1)! : ''
      rows.push(hangs ? row.slice(0, -1) : row)
      row = hangs
      used = widthOf(hangs)
    }
    row += token
    used += w
  }
  rows.push(row)
  return rows
}

function wrapped(blank: boolean, pages: boolean): Noise {
  return (text, random) => {
    const width = 24 + Math.floor(random() * 17)
    const perPage = 10 + Math.floor(random() * 8)
    const out: string[] = []
    const print = (row: string) => out.push(row, ...(blank && row.trim() !== '' ? [''] : []))
    let printed = 0
    let page = 1
    for (const line of text.split('\n')) {
      const rows = line.trim() === '' ? [line] : setLine(line, width)
      for (const [i, row] of rows.entries()) {
        // A page ends in the middle of a paragraph: the hard case.
        if (pages && i > 0 && printed >= perPage) {
          print(`— ${page++} —`)
          printed = 0
        }
        print(row)
        printed++
      }
    }
    return out.join('\n')
  }
}

/** Other brackets around the year of a document number. */
const brackets =
  (open: string, close: string): Noise =>
  (text) =>
    text.replace(/〔(\d{4}|[〇一二三四五六七八九]{4})〕/g, `${open}$1${close}`)

/** Printed on a narrow sheet already: nothing wraps the same text twice. */
const WRAPPED = new Set(['pdf-glyph-noise.txt'])

/**
 * Kind, noise, and the least share of facts that stay: just below what is measured. What differs where it is below 1:
 * - hard wraps: a row that is full and ends a sentence is taken for the end of its paragraph; a row left short because
 *   a URL, an address or a telephone number did not fit is not joined with the next; a row that begins like a label or
 *   a number (事项公告如下：, 2025年…) begins a paragraph; a signature, title or heading line exactly as wide as the sheet
 *   is joined with the line below. That changes actions of deadlines, contact points, joint signatures and titles.
 */
const NOISE: [string, Noise, number][] = [
  ['full-width digits', glyphs(range(0x30, 0x39, 0xfee0)), 1],
  ['full-width letters', glyphs({ ...range(0x41, 0x5a, 0xfee0), ...range(0x61, 0x7a, 0xfee0) }), 1],
  ['half-width punctuation', glyphs({ '，': ',', '：': ':', '（': '(', '）': ')', '；': ';' }), 1],
  ['full-width punctuation', glyphs({ ',': '，', ':': '：', '(': '（', ')': '）', ';': '；' }), 1],
  ['Kangxi radicals', glyphs({ 日: '⽇', 月: '⽉', 工: '⼯', 长: '⻓', 民: '⺠' }), 1],
  ['Yi punctuation', glyphs({ '，': 'ꎬ', '。': 'ꎮ' }), 1],
  ['guillemets', glyphs({ '《': '«', '》': '»' }), 1],
  [
    'spaces between digits and Han',
    (text) => text.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff])/g, ' '),
    1,
  ],
  ['hard wraps', wrapped(false, false), 0.95],
  ['hard wraps, blank lines', wrapped(true, false), 0.945],
  ['hard wraps, page numbers', wrapped(false, true), 0.95],
  ['hard wraps, blank lines, page numbers', wrapped(true, true), 0.945],
  ['brackets []', brackets('[', ']'), 1],
  ['brackets ［］', brackets('［', '］'), 1],
  ['brackets 【】', brackets('【', '】'), 1],
  ['brackets （）', brackets('（', '）'), 1],
  ['brackets ()', brackets('(', ')'), 1],
  [
    'zero-width characters',
    (text, random) =>
      [...text].map((c) => (random() < 0.08 ? c + '\u200b\u200d\ufeff\u2060'[Math.floor(random() * 4)]! : c)).join(''),
    1,
  ],
  ['CRLF', (text) => text.replace(/\n/g, '\r\n'), 1],
]

/** Every fact as one line, without its place: what noise must not change. */
function factsOf(notice: Notice): string[] {
  const bare = (value: unknown): unknown => {
    if (typeof value === 'string') return key(value)
    if (Array.isArray(value)) return value.map(bare)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== 'span' && name !== 'children' && name !== 'mentions')
        .map(([name, v]) => [name, bare(v)]),
    )
  }
  const out: string[] = []
  const add = (field: string, value: unknown) => out.push(`${field} ${JSON.stringify(bare(value))}`)
  const sections = (list: Notice['outline']): void => {
    for (const section of list) {
      add('outline', section)
      sections(section.children)
    }
  }
  for (const [field, value] of Object.entries(notice)) {
    if (field === 'source' || field === 'diagnostics' || value === null) continue
    if (field === 'outline') sections(notice.outline)
    else if (Array.isArray(value)) for (const one of value) add(field, one)
    else add(field, value)
  }
  return out
}

/** Facts that both have, and facts that either has. */
function agreement(a: string[], b: string[]): { same: number; all: number; missing: string[]; extra: string[] } {
  const extra = [...b]
  const missing: string[] = []
  for (const fact of a) {
    const i = extra.indexOf(fact)
    if (i < 0) missing.push(fact)
    else extra.splice(i, 1)
  }
  return { same: a.length - missing.length, all: a.length + extra.length, missing, extra }
}

/** Draws of each noise on each notice. */
const DRAWS = 3

/** Share of equal facts over all noises, just below what is measured. */
const LEAST_SHARE = 0.985

describe('noise law', () => {
  const clean = texts.map(({ text }) => factsOf(parseNotice(text, { carrier: 'text' })))
  let same = 0
  let all = 0

  it.each(NOISE)('%s', (kind, make, least) => {
    const random = seeded(SEED)
    const lines: string[] = []
    let kindSame = 0
    let kindAll = 0
    let drawn = 0
    let whole = 0
    for (const [i, { name, text }] of texts.entries()) {
      if (kind.startsWith('hard wraps') && WRAPPED.has(name)) continue
      for (let draw = 0; draw < DRAWS; draw++) {
        const r = agreement(clean[i]!, factsOf(parseNotice(make(text, random), { carrier: 'text' })))
        kindSame += r.same
        kindAll += r.all
        drawn++
        if (r.same === r.all) whole++
        else lines.push(`  ${name}`, ...r.missing.map((f) => `    - ${f}`), ...r.extra.map((f) => `    + ${f}`))
      }
    }
    same += kindSame
    all += kindAll
    const share = kindSame / kindAll
    if (process.env.NOISE_REPORT) {
      console.log(`${kind.padEnd(40)} ${share.toFixed(4)}   notices unchanged ${whole}/${drawn}`)
      if (process.env.NOISE_REPORT === 'all') console.log(lines.join('\n'))
    }
    expect(share).toBeGreaterThanOrEqual(least)
  })

  it(`at least ${LEAST_SHARE} of all facts stay`, () => {
    if (process.env.NOISE_REPORT) console.log(`${'all'.padEnd(40)} ${(same / all).toFixed(4)}`)
    expect(same / all).toBeGreaterThanOrEqual(LEAST_SHARE)
  })
})
