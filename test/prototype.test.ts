/** Names that mean something to JavaScript are names like any other, wherever an input may put them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sources } from '../src/batch/sources/index.js'
import type { BatchInput } from '../src/batch/types.js'
import { readGolden } from '../src/eval/golden.js'
import { findBody, findDivision, parseNotice } from '../src/index.js'
import { linkNotices } from '../src/link/index.js'
import { redactNotice } from '../src/redact/index.js'

const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf']
const folder = mkdtempSync(join(tmpdir(), 'gongwen-prototype-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype, RegExp.prototype]
const state = () => prototypes.map((one) => Object.getOwnPropertyNames(one).join())
let before: string[]
beforeEach(() => {
  before = state()
})
afterEach(() => {
  expect(state()).toEqual(before)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

async function inputs(name: string, content: string, options = {}): Promise<BatchInput[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const out: BatchInput[] = []
  for await (const input of sources([path], options)) out.push(input)
  return out
}

const sheet = (name: string) => `关于${name}的通知

各有关单位：

根据《${name}》（${name}〔2024〕3号）和《关于${name}的意见》，请各单位于2024年5月6日前报送${name}，联系人：${name}，电话：0100-5550123。

${name}\t${name}\t数量
${name}\t甲\t1
乙\t${name}\t2

附件：${name}

${name}
2024年4月15日`

const page = (name: string) =>
  `<html ${name}="polluted"><head><meta name="${name}" content="polluted"></head><body ${name}='1'><${name} class="${name}" id="${name}">
<h1>关于报送材料的通知</h1><p style="${name}:1">各有关单位：&${name};</p><p>请于2024年5月6日前报送${name}。</p><a href="${name}.docx">${name}</a></${name}></body></html>`
const markdown = (name: string) =>
  `# 关于报送材料的通知\n\n[甲][${name}] [^${name}]\n\n[${name}]: ${name}\n\n[^${name}]: 乙`

/** Markdown takes underscores for emphasis. */
const bare = (word: string) => word.replaceAll('_', '')

describe.each(NAMES)('%s', (name) => {
  /** A word of the same shape that means nothing. */
  const other = [...name].reverse().join('')

  it('as words, elements, attributes and references of a notice reads as any other', () => {
    for (const text of [sheet, page, markdown])
      for (const carrier of ['text', 'markdown', 'html'] as const) {
        const read = (word: string) => {
          const notice = parseNotice(text(word), { carrier, filename: `${word}.txt` })
          const { edges, nodes } = linkNotices([notice, notice])
          const all = { notice, redacted: redactNotice(notice).text, edges, nodes }
          return JSON.stringify(all).replaceAll(word, '某某').replaceAll(bare(word), '某某')
        }
        expect(read(name), carrier).toBe(read(other))
      }
  })

  it('as names that are looked up', () => {
    expect([findBody(name), findDivision(name), findBody('市科协', { place: name })?.divisionCode]).toEqual([
      null,
      null,
      undefined,
    ])
  })

  it('as keys of rows and columns of tables', async () => {
    const row = `{"${name}":{"polluted":true},"text":"甲"}\n{"${name}":"乙"}\n`
    expect((await inputs('rows.ndjson', row)).map(({ text, error }) => text ?? error?.code)).toEqual([
      '甲',
      'no-column',
    ])
    const named = await inputs('named.ndjson', row, { column: name })
    expect(named.map(({ text, error }) => text ?? error?.code)).toEqual(['bad-row', '乙'])
    const table = await inputs('rows.csv', `${name},text\npolluted,甲\n`)
    expect(table.map(({ text }) => text)).toEqual(['甲'])
    expect((await inputs('none.csv', 'text\n甲\n', { column: name })).map(({ error }) => error?.code)).toEqual([
      'no-column',
    ])
  })

  it('as fields of golden facts', () => {
    expect(() => readGolden(`{"facts":{"${name}":{"polluted":true}}}`)).toThrow()
  })
})
