/** The composed corpus: every case gives its golden facts, and every golden file checks itself against its notice. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { goldenDiagnostics, goldenFacts } from '../scripts/facts.mjs'
import { parseNotice } from '../src/index.js'
import { badSpans } from './tools/spans.js'

interface Golden {
  truth: 'human' | 'snapshot'
  provenance: string
  tags: string[]
  facts: Record<string, unknown>
  diagnostics: string[]
}

const dir = new URL('../corpus/', import.meta.url)
const files = readdirSync(dir).filter((f) => /\.(?:txt|md)$/.test(f) && f !== 'README.md')
const read = (name: string) => readFileSync(new URL(name, dir), 'utf8')
const golden = (file: string): Golden => JSON.parse(read(file.replace(/\.[a-z]+$/, '.json'))) as Golden

describe('corpus', () => {
  it('holds at least thirty notices of twelve kinds and five texts that are none', () => {
    const cases = files.map(golden)
    const notices = cases.filter((c) => !c.tags.includes('not-a-notice'))
    const kinds = new Set(notices.map((c) => (c.facts.documentType as { text: string } | null)?.text).filter(Boolean))
    expect(notices.length).toBeGreaterThanOrEqual(30)
    expect(kinds.size).toBeGreaterThanOrEqual(12)
    expect(cases.length - notices.length).toBeGreaterThanOrEqual(5)
  })

  for (const file of files) {
    describe(file, () => {
      const source = read(file)
      const expected = golden(file)

      it('gives its golden facts', () => {
        const notice = parseNotice(source, { filename: file })
        expect(goldenFacts(notice)).toEqual(expected.facts)
        expect(goldenDiagnostics(notice)).toEqual(expected.diagnostics)
      })

      it('has golden spans that read as their texts', () => {
        expect(badSpans(expected.facts, source)).toEqual([])
      })

      if (expected.tags.includes('not-a-notice')) {
        it('comes back empty, with a diagnostic', () => {
          const notice = parseNotice(source, { filename: file })
          expect(notice.diagnostics.map((d) => d.ruleId)).toContain('notice/not-recognized')
          for (const [field, value] of Object.entries(goldenFacts(notice))) expect(value ?? [], field).toEqual([])
        })
      }
    })
  }
})
