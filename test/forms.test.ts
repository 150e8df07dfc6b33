/** What every rule takes of the phrases in test/tables/forms, each word of a list in its place: a rewriting that loses one shows here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Grammar } from '../src/grammar.js'

const files = readdirSync(new URL('../grammars', import.meta.url)).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('parts.ts') && f !== 'folding.ts',
)

/** The phrases of a line: one for each word between ‹ and ›, ⏎ for the end of a line, ⇥ for a tab. */
function phrasesOf(line: string): string[] {
  const text = line.replaceAll('⏎', '\n').replaceAll('⇥', '\t')
  const [, before, words, behind] = /^([^‹]*)‹([^›]*)›(.*)$/su.exec(text) ?? []
  return words === undefined ? [text] : words.split('¦').map((word) => `${before}${word}${behind}`)
}

/** Rules with their lines. */
function readForms(source: string): [string, string[]][] {
  const sections = source.split(/^## /m).slice(1)
  return sections.map((section) => {
    const [id = '', ...lines] = section.split('\n')
    return [id, lines.filter(Boolean)]
  })
}

for (const file of files) {
  const { default: grammar } = (await import(`../grammars/${file}`)) as { default: Grammar }
  const table = new URL(`tables/forms/${grammar.name}.txt`, import.meta.url)
  const forms = existsSync(table) ? readForms(readFileSync(table, 'utf8')) : []
  const compiled = compile(grammar) as Record<string, ReturnType<typeof compile>[string]>
  describe(`grammar ${grammar.name}`, () => {
    it('has forms, of its rules alone', () => {
      expect(forms.length).toBeGreaterThan(0)
      expect(forms.map(([id]) => id).filter((id) => !compiled[id])).toEqual([])
    })

    it.each(forms)('%s', (id, lines) => {
      for (const marked of lines.flatMap(phrasesOf)) {
        const text = marked.replace(/[⟦⟧]/gu, '')
        const found = compiled[id]!.find(text)
        const taken = found ? `${text.slice(0, found.start)}⟦${found.text}⟧${text.slice(found.end)}` : text
        expect(taken).toBe(marked)
      }
    })
  })
}
