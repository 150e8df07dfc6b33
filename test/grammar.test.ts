import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Grammar } from '../src/grammar.js'

const files = readdirSync(new URL('../grammars', import.meta.url)).filter(
  (f) => f.endsWith('.ts') && f !== 'parts.ts' && f !== 'folding.ts',
)

for (const file of files) {
  const { default: grammar } = (await import(`../grammars/${file}`)) as { default: Grammar }
  const compiled = compile(grammar) as Record<string, ReturnType<typeof compile>[string]>
  describe(`grammar ${grammar.name}`, () => {
    for (const rule of grammar.rules) {
      it(`${rule.id}: has examples both ways`, () => {
        expect(rule.matches.length).toBeGreaterThan(0)
        expect(rule.rejects.length).toBeGreaterThan(0)
      })
      it.each(rule.matches)(`${rule.id} matches %s`, (example) => {
        expect(compiled[rule.id]!.test(example)).toBe(true)
      })
      it.each(rule.rejects)(`${rule.id} rejects %s`, (example) => {
        expect(compiled[rule.id]!.test(example)).toBe(false)
      })
    }
  })
}
