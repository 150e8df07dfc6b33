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
} from '../src/index.js'
import { FRAGMENTS } from './tools/fragments.js'
import { ALL_KINDS as NOISE } from './tools/noise-run.js'
import { seeded, seedOf, textOf } from './tools/noise-text.js'
import { spanErrors } from './tools/span-law.js'

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
