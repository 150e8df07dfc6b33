/** Bytes of every encoding that notices come in; with right, wrong and absent labels. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseNotice, readNotice } from '../src/index.js'
import { decode } from '../src/read/encoding.js'
import type { Diagnostic } from '../src/types.js'
import { encode } from './tools/encoders.js'

const bytesOf = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const ascii = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

const SIMPLE = '关于示例工作的通知\n各有关单位：请于3月5日前报送材料。'
const TRADITIONAL = '關於示例工作的通知\n各有關單位：請於3月5日前報送資料。'
const GBK = bytesOf(
  'b9d8d3dacabec0fdb9a4d7f7b5c4cda8d6aa0ab8f7d3d0b9d8b5a5cebba3bac7ebd3da33d4c235c8d5c7b0b1a8cbcdb2c4c1cfa1a3',
)
/** 示例㐀𠮷: the last two are four bytes each. */
const FOUR_BYTES = bytesOf('cabec0fd8139ee399534b235')
const BIG5 = bytesOf(
  'c3f6a9f3a5dca8d2a475a740aabab371aabe0aa655a6b3c3f6b3e6a6eca147bdd0a9f333a4eb35a4e9ab65b3f8b065b8eaaec6a143',
)
const WIDE_LITTLE = bytesOf(
  '73518e4e3a798b4fe55d5c4f84761a90e5770a0004540967735155534d4f1afff78b8e4e330008673500e5654d52a5620190506799650230',
)
const WIDE_BIG = bytesOf(
  '51734e8e793a4f8b5de54f5c7684901a77e5000a54046709517353554f4dff1a8bf74e8e00336708003565e5524d62a59001675065993002',
)

function read(bytes: Uint8Array, label?: string) {
  const diagnostics: Diagnostic[] = []
  return { ...decode(bytes, undefined, label, diagnostics), diagnostics }
}

const page = (label: string, body: Uint8Array) =>
  join(ascii(`<html><head><meta charset="${label}"></head><body>`), body, ascii('</body></html>'))

describe('without a label', () => {
  it.each([
    ['utf-8', utf8(SIMPLE), SIMPLE],
    ['gb18030', GBK, SIMPLE],
    ['big5', BIG5, TRADITIONAL],
    ['utf-16le', WIDE_LITTLE, SIMPLE],
    ['utf-16be', WIDE_BIG, SIMPLE],
    ['utf-8', ascii('plain'), 'plain'],
    ['utf-8', new Uint8Array(0), ''],
  ] as const)('%s', (encoding, bytes, text) => {
    expect(read(bytes)).toEqual({ text, encoding, diagnostics: [] })
  })

  it('characters of four bytes', () => {
    expect(read(join(FOUR_BYTES, GBK))).toMatchObject({ text: `示例㐀𠮷${SIMPLE}`, encoding: 'gb18030' })
  })

  it('a single line of UTF-16 without any ASCII', () => {
    expect(read(WIDE_LITTLE.subarray(0, 18))).toMatchObject({ text: '关于示例工作的通知', encoding: 'utf-16le' })
    expect(read(WIDE_BIG.subarray(0, 18))).toMatchObject({ text: '关于示例工作的通知', encoding: 'utf-16be' })
  })
})

describe('with a byte-order mark', () => {
  it.each([
    ['utf-8', 'efbbbf', utf8(SIMPLE)],
    ['utf-16le', 'fffe', WIDE_LITTLE],
    ['utf-16be', 'feff', WIDE_BIG],
    ['gb18030', '84319533', GBK],
  ] as const)('%s', (encoding, mark, bytes) => {
    const answer = read(join(bytesOf(mark), bytes))
    expect(answer.encoding).toBe(encoding)
    expect(answer.text.replace('\ufeff', '')).toBe(SIMPLE)
  })
})

describe('with a label in the page', () => {
  it.each(['gb2312', 'GBK', 'gb18030', 'x-gbk'])('%s is read as GB 18030', (label) => {
    expect(read(page(label, join(FOUR_BYTES, GBK)))).toMatchObject({ encoding: 'gb18030', diagnostics: [] })
    expect(read(page(label, join(FOUR_BYTES, GBK))).text).toContain('㐀𠮷')
  })

  it('Big5 is honoured', () => {
    expect(read(page('big5', BIG5))).toMatchObject({ encoding: 'big5' })
    expect(read(page('big5', BIG5)).text).toContain(TRADITIONAL)
  })

  it.each([
    ['gb2312', utf8(SIMPLE), 'utf-8', SIMPLE],
    ['utf-8', GBK, 'gb18030', SIMPLE],
    ['gb2312', BIG5, 'big5', TRADITIONAL],
    ['big5', GBK, 'gb18030', SIMPLE],
    ['iso-8859-1', GBK, 'gb18030', SIMPLE],
    ['no-such-thing', GBK, 'gb18030', SIMPLE],
  ] as const)('a wrong one is not believed: %s', (label, bytes, encoding, text) => {
    const answer = read(page(label, bytes))
    expect(answer.encoding).toBe(encoding)
    expect(answer.text).toContain(text)
    expect(answer.diagnostics).toEqual([])
  })
})

describe('given by the caller', () => {
  it('is used as it is, gb2312 as GB 18030', () => {
    expect(read(join(FOUR_BYTES, GBK), 'GB2312')).toMatchObject({ text: `示例㐀𠮷${SIMPLE}`, encoding: 'gb18030' })
    expect(read(BIG5, 'Big5')).toMatchObject({ text: TRADITIONAL, encoding: 'big5' })
  })

  it('and reported where the bytes are not of it', () => {
    expect(read(GBK, 'utf-8').diagnostics).toMatchObject([{ ruleId: 'read/undecodable', severity: 'warning' }])
  })
})

describe('damaged bytes', () => {
  it('do not turn UTF-8 into another encoding', () => {
    const answer = read(join(utf8(SIMPLE), bytesOf('ff'), utf8(SIMPLE)))
    expect(answer).toMatchObject({ encoding: 'utf-8', diagnostics: [{ ruleId: 'read/undecodable' }] })
    expect(answer.text).toBe(`${SIMPLE}\ufffd${SIMPLE}`)
  })

  it('do not turn GB 18030 into another encoding', () => {
    const answer = read(join(GBK, bytesOf('ff0a'), GBK))
    expect(answer.encoding).toBe('gb18030')
    expect(answer.text).toBe(`${SIMPLE}\ufffd\n${SIMPLE}`)
  })
})

describe('readNotice', () => {
  it('reads a page of each encoding and says which it was', async () => {
    for (const [bytes, encoding] of [
      [page('gb2312', GBK), 'gb18030'],
      [page('utf-8', utf8(SIMPLE)), 'utf-8'],
    ] as const) {
      const notice = await readNotice(bytes, { filename: 'notice.jsp' })
      expect(notice.source).toMatchObject({ carrier: 'html', encoding })
      expect(notice.source.text).toContain('各有关单位')
    }
  })
})

/** One notice as a page; in characters that Big5 has too, and with two of four bytes where the encoding has them. */
const notice = (label: string | null, rare: string) =>
  `<html><head>${label === null ? '' : `<meta charset="${label}">`}<title>${TITLE}</title></head><body><h1>${TITLE}</h1><p>各有${rare}單位：</p><p>請於2024年3月5日前報送。電話：0100-5550123</p></body></html>`
const TITLE = '示例市文化局公告'

const LABELS = ['utf-8', 'gb2312', 'gbk', 'gb18030', 'big5', 'utf-16', 'iso-8859-1', 'windows-1252', 'none-such', null]

describe.each([
  ['utf-8', '㐀𠮷', false],
  ['utf-8', '㐀𠮷', true],
  ['gb18030', '', false],
  ['gb18030', '㐀𠮷', false],
  ['gb18030', '㐀𠮷', true],
  ['big5', '', false],
  ['utf-16le', '㐀𠮷', false],
  ['utf-16le', '㐀𠮷', true],
  ['utf-16be', '㐀𠮷', false],
  ['utf-16be', '㐀𠮷', true],
] as const)('the same page in %s (%s, mark %s)', (encoding, rare, mark) => {
  it.each(LABELS)('labelled %s', async (label) => {
    const page = notice(label, rare)
    const read = await readNotice(encode(page, encoding, mark), { filename: 'notice.html' })
    expect(read.source.text.replace(/^\ufeff/, '')).toBe(page)
    expect(read.source).toMatchObject({ encoding, carrier: 'html' })
    expect(read.title?.text).toBe(TITLE)
    expect(read.contacts.flatMap((c) => c.phones.map((p) => p.number))).toEqual(['0100-5550123'])
  })
})

describe('names that lie', () => {
  const corpus = readFileSync(new URL('../corpus/tender-notice.txt', import.meta.url), 'utf8')
  const title = parseNotice(corpus).title!.text
  const file = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
  const html = `<html><body>${corpus
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')}</body></html>`

  it.each([
    ['a.jsp', encode(html, 'gb18030'), 'html'],
    ['a.doc', encode(html, 'utf-8'), 'html'],
    ['a.doc', file('doc/tender-notice.rtf'), 'doc'],
    ['a.doc', file('docx/tender-notice.docx'), 'docx'],
    ['a.docx', file('doc/tender-notice.doc'), 'doc'],
    ['a.wps', file('doc/tender-notice.doc'), 'doc'],
    ['a.wps', file('docx/tender-notice.docx'), 'docx'],
    ['a.txt', encode(corpus, 'gb18030'), 'text'],
    ['a.doc', encode(corpus, 'gb18030'), 'text'],
    ['a.html', encode(corpus, 'utf-16le', true), 'text'],
    ['a.txt', file('pdf/tender-notice.pdf'), 'pdf'],
    ['a.pdf', file('ofd/tender-notice.ofd'), 'ofd'],
    ['a', file('ofd/tender-notice.ofd'), 'ofd'],
  ] as const)('%s', async (filename, bytes, carrier) => {
    const read = await readNotice(bytes, { filename })
    expect(read.source.carrier).toBe(carrier)
    expect(read.title?.text).toBe(title)
    expect(read.deadlines.map((d) => d.due)).toEqual(parseNotice(corpus).deadlines.map((d) => d.due))
  })
})
