/** From candidates to fields: which one a single field takes, and when it says that another came close. */
import { describe, expect, it } from 'vitest'
import type { Context, Extractor, Finding } from '../src/extract/define.js'
import { emptyFields, runExtractors } from '../src/extract/resolve.js'

type Said = [text: string, score: number]

/** Runs one extractor over candidates; what it gives, and what is reported. */
function run(many: boolean, ...said: Said[]) {
  const reports: unknown[][] = []
  const known: Record<string, unknown> = {}
  const context = { known, report: (...args: unknown[]) => reports.push(args) } as unknown as Context
  const findings = said.map(
    ([text, score], i): Finding<unknown> => ({ value: { text }, range: { start: i, end: i + 1 }, score, rule: 'r' }),
  )
  const extractor: Extractor = { name: 'field', many, extract: () => findings }
  const fields: Record<string, unknown> = {}
  runExtractors(context, [extractor], fields)
  return { fields, known, reports }
}

describe('a single field', () => {
  it('takes the candidate of the highest score, the earlier among equals', () => {
    expect(run(false, ['甲', 0.3], ['乙', 0.9], ['丙', 0.5]).fields).toEqual({ field: { text: '乙' } })
    expect(run(false, ['甲', 0.9], ['乙', 0.9]).fields).toEqual({ field: { text: '甲' } })
    expect(run(false).fields).toEqual({ field: null })
  })

  it('reports a rival that came close and says something else', () => {
    const { reports } = run(false, ['甲', 0.9], ['乙', 0.8])
    expect(reports).toEqual([['field/ambiguous', 'field could also be 乙', { start: 1, end: 2 }, 'info']])
    expect(run(false, ['甲', 0.9], ['乙', 0.75]).reports).toHaveLength(0)
    expect(run(false, ['甲', 0.5], ['乙', 0.36]).reports).toHaveLength(1)
    expect(run(false, ['甲', 0.9], ['甲', 0.9]).reports).toHaveLength(0)
    expect(run(false, ['甲', 0.9]).reports).toHaveLength(0)
    // The best of the rivals.
    expect(run(false, ['丙', 0.8], ['甲', 0.9], ['乙', 0.85]).reports[0]![1]).toBe('field could also be 乙')
  })

  it('names no text where the rival has none', () => {
    const reports: unknown[][] = []
    const context = { known: {}, report: (...args: unknown[]) => reports.push(args) } as unknown as Context
    const finding = (value: unknown): Finding<unknown> => ({ value, range: { start: 0, end: 1 }, score: 1, rule: 'r' })
    runExtractors(
      context,
      [{ name: 'field', many: false, extract: () => [finding({ text: '甲' }), finding({ number: 1 })] }],
      {},
    )
    expect(reports[0]![1]).toBe('field could also be another value')
  })
})

describe('a list', () => {
  it('takes every candidate in its order, without a word', () => {
    const { fields, reports } = run(true, ['甲', 0.3], ['乙', 0.9], ['丙', 0.9])
    expect(fields).toEqual({ field: [{ text: '甲' }, { text: '乙' }, { text: '丙' }] })
    expect(reports).toEqual([])
    expect(run(true).fields).toEqual({ field: [] })
  })
})

it('each extractor sees the fields of those before it', () => {
  const context = { known: {}, report: () => {} } as unknown as Context
  const seen: unknown[] = []
  const look = (name: string): Extractor => ({
    name,
    many: true,
    extract({ known }) {
      seen.push({ ...known })
      return [{ value: name, range: { start: 0, end: 1 }, score: 1, rule: 'r' }]
    },
  })
  const fields = {}
  runExtractors(context, [look('a'), look('b')], fields)
  expect(fields).toEqual({ a: ['a'], b: ['b'] })
  expect(seen).toEqual([{}, { a: ['a'] }])
})

it('a notice without a field is one of nulls and empty lists', () => {
  for (const value of Object.values(emptyFields())) expect(value ?? []).toEqual([])
})
