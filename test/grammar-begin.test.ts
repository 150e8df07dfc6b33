/** What is read off a pattern's source holds for every match of it. */
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile, type Grammar } from '../src/grammar.js'
import { admits, beginningOf, isAnchored } from '../src/grammar-begin.js'

const files = readdirSync(new URL('../grammars', import.meta.url)).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('parts.ts') && f !== 'folding.ts',
)

it.each(files)('%s: every match begins as its rule says', async (file) => {
  const { default: grammar } = (await import(`../grammars/${file}`)) as { default: Grammar }
  const examples = grammar.rules.flatMap(({ matches, rejects }) => [...matches, ...rejects])
  const compiled = compile(grammar) as Record<string, ReturnType<typeof compile>[string]>
  for (const { id } of grammar.rules) {
    const { source } = compiled[id]!
    const units = beginningOf(source)
    const anchored = isAnchored(source)
    for (const example of examples)
      for (const m of example.matchAll(new RegExp(source, 'gu'))) {
        if (anchored) expect([id, example, m.index]).toEqual([id, example, 0])
        if (units) expect([id, example, admits(units, example.charCodeAt(m.index))]).toEqual([id, example, true])
      }
  }
})

/** Which of some characters a pattern's matches may begin with. */
const begins = (source: string) => {
  const units = beginningOf(source)
  return units ? [...'a1 -甲乙丙'].filter((c) => admits(units, c.charCodeAt(0))).join('') : null
}

it.each([
  ['甲|乙丙', '甲乙'],
  ['^(?:甲?乙|(?<n>丙))', '甲乙丙'],
  ['甲{0,3}?(?:乙|丙){1,2}a', '甲乙丙'],
  ['(?=[甲乙])(?<!丙).{1,3}', '甲乙'],
  ['甲?(?=乙)[丙]', '甲丙'],
  ['(?:(?=甲)|丙)?乙', '甲乙丙'],
  ['(?![)|\\]])(?<=甲|[(])乙', '乙'],
  ['\\d|\\u7532|\\u{4e59}|\\x2d', '1-甲乙'],
  ['[\\d\\s]甲', '1 '],
  ['[a-c\\-]', 'a-'],
  ['(甲)\\1', '甲'],
  ['甲?', null],
  ['(?:甲|)', null],
  ['[^甲]', null],
  ['[\\u4e00-\\u9fff]', null],
  ['\\p{L}', null],
  ['\\S', null],
  ['𠮷', null],
])('%s begins with %s', (source, expected) => {
  expect(begins(source)).toBe(expected)
})

it.each([
  ['^甲', true],
  ['^甲|^乙', true],
  ['^(?:甲|乙)[|]\\|', true],
  ['^甲|乙', false],
  ['(?:^|乙)甲', false],
  ['[^甲]', false],
])('%s stands only at the start: %s', (source, expected) => {
  expect(isAnchored(source)).toBe(expected)
})
