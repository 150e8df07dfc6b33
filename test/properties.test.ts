/** Laws that hold for every notice (docs: contract): totality, spans, purity; on generated text and on the corpus. */
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
import { ALL_KINDS as NOISE } from './tools/noise-run.js'
import { seeded, seedOf, textOf } from './tools/noise-text.js'

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
    return (
      numberKey(slice) === numberKey(fact.text) ||
      findDocumentNumbers(slice.replace(/\s+/g, '')).some((n) => n.text === fact.text)
    )
  return key(slice) === key(fact.text)
}

/** A line that holds a page number and nothing else. */
const PAGE_NUMBER =
  /^[\s\p{Cf}]*(?:[-—–―─－‐‑−][\s\p{Cf}]*[\p{Nd}\p{Cf}]+[\s\p{Cf}]*[-—–―─－‐‑−]|第\s?\p{Nd}+\s?页[^\n]{0,12})[\s\p{Cf}]*$/gmu

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
      const slice = source.slice(span.start, span.end).replace(PAGE_NUMBER, '')
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
    // Each text with every third kind, another third each.
    const errors = texts.flatMap(({ name, text }, i) =>
      NOISE.filter((_, k) => k % 3 === i % 3).flatMap((kind) => {
        const clean = textOf(text, 'text', false, parseNotice(text, { carrier: 'text' }))
        const noisy = kind.make(clean, seeded(seedOf(`${name} ${kind.name}`)))
        return spanErrors(parseNotice(noisy, { carrier: 'text' })).map((e) => `${name} ${kind.name}: ${e}`)
      }),
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
