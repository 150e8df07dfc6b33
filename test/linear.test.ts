/** No compiled rule is super-linear: doubling the input at most doubles the steps, on the characters worst for each rule. */
import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Grammar } from '../src/grammar.js'
import { countSteps, StepLimit } from './tools/steps.js'

const SIZE = 300
/** Steps a character may cost: bounded lookahead costs a constant, which this caps. */
const PER_CHARACTER = 4000

/** Inputs built from a rule's own examples and characters: long runs of what it nearly matches. */
function pumps(examples: readonly string[]): string[] {
  const out = new Set<string>()
  for (const example of examples) {
    const chars = [...example]
    out.add(example)
    for (const c of new Set(chars)) out.add(c)
    for (let i = 0; i < chars.length; i++) out.add(chars.slice(i, i + 2).join(''))
    out.add(example.slice(0, -1))
    out.add(example.slice(1))
  }
  for (const c of ['中', '1', ' ', '一', '(', '、', 'a', '(一', '2024年', '市 ']) out.add(c)
  return [...out].filter((p) => p.length > 0)
}

const fill = (pump: string, size: number) => pump.repeat(Math.ceil(size / pump.length)).slice(0, size)

const files = readdirSync(new URL('../grammars', import.meta.url)).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('parts.ts') && f !== 'folding.ts',
)
for (const file of files) {
  const { default: grammar } = (await import(`../grammars/${file}`)) as { default: Grammar }
  const compiled = compile(grammar) as Record<string, { source: string }>
  describe(`grammar ${grammar.name}`, () => {
    for (const rule of grammar.rules) {
      it(`${rule.id} is linear`, () => {
        const { source } = compiled[rule.id]!
        for (const pump of pumps([...rule.matches, ...rule.rejects])) {
          const limit = SIZE * 2 * PER_CHARACTER
          let once = 0
          let twice = 0
          try {
            once = countSteps(source, fill(pump, SIZE), limit)
            twice = countSteps(source, fill(pump, SIZE * 2), limit)
          } catch (error) {
            if (error instanceof StepLimit) expect.fail(`${JSON.stringify(pump)}: ${error.message}`)
            throw error
          }
          expect(twice, `steps for ${JSON.stringify(pump)}`).toBeLessThanOrEqual(once * 2.6 + 4000)
        }
      })
    }
  })
}
