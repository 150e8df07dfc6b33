/** What is read off a pattern's source holds for every match of it. */
import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compile, type Grammar } from '../src/grammar.js'
import { admits, beginningOf, endingOf, isAnchored } from '../src/grammar-begin.js'

const files = readdirSync(new URL('../grammars', import.meta.url)).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('parts.ts') && f !== 'folding.ts',
)

it.each(files)('%s: every match begins and ends as its rule says', async (file) => {
  const { default: grammar } = (await import(`../grammars/${file}`)) as { default: Grammar }
  const examples = grammar.rules.flatMap(({ matches, rejects }) => [...matches, ...rejects])
  const compiled = compile(grammar) as Record<string, ReturnType<typeof compile>[string]>
  for (const { id } of grammar.rules) {
    const { source } = compiled[id]!
    const units = beginningOf(source)
    const anchored = isAnchored(source)
    const ends = endingOf(source)
    for (const example of examples)
      for (const m of example.matchAll(new RegExp(source, 'gu'))) {
        if (anchored) expect([id, example, m.index]).toEqual([id, example, 0])
        if (units) expect([id, example, admits(units, example.charCodeAt(m.index))]).toEqual([id, example, true])
        if (ends)
          expect([id, example, admits(ends, example.charCodeAt(example.length - 1))]).toEqual([id, example, true])
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

/** Which of some characters a pattern's matches may end with, where each ends the text. */
const ends = (source: string) => {
  const units = endingOf(source)
  return units ? [...'a1 -甲乙丙'].filter((c) => admits(units, c.charCodeAt(0))).join('') : null
}

it.each([
  ['甲|乙丙$', null],
  ['甲$|乙丙$', '甲丙'],
  ['(?:甲|乙)丙?$', '甲乙丙'],
  ['丙(?:甲|(?<n>乙)){0,2} {0,4}$', ' 甲乙丙'],
  ['丙(?:甲|乙){1,2}$', '甲乙'],
  ['丙(?=甲)(?!乙)$', '丙'],
  ['丙(?:甲?|乙)$', '甲乙丙'],
  ['甲乙(?<=丙)(?<!甲)\\b$', '乙'],
  ['甲[\\d\\u7532-]$', '1-甲'],
  ['(?:甲|乙)\\$', null],
  ['甲\\\\$', ''],
  ['甲(?:乙$|丙$)', null],
  ['甲?$', null],
  ['甲.$', null],
  ['甲[^乙]$', null],
  ['𠮷甲$', null],
])('%s ends with %s', (source, expected) => {
  expect(ends(source)).toBe(expected)
})

it('a rule that is asked often finds what it found at first', () => {
  const { last, any } = compile({
    name: 'often',
    rules: [
      { id: 'last', pattern: '[甲乙]丙?$', matches: ['甲丙'], rejects: ['丙'] },
      { id: 'any', pattern: '\\S{2}', needs: ['甲', '乙.', '丙', '丁?'], matches: ['甲a'], rejects: ['乙'] },
    ],
  })
  const texts = ['甲', '丁乙', '乙丙', '甲丁', '丙', '', '甲\u7532\u7932']
  const found = () => texts.map((text) => [last.test(text), last.find(text)?.text ?? null, last.all(text).length])
  const first = found()
  expect(first.map(([is]) => is)).toEqual([true, true, true, false, false, false, false])
  for (let i = 0; i < 40; i++) expect(found()).toEqual(first)
  // Four words and more are looked for by one expression, to which their signs mean nothing.
  expect(['ab', 'a甲', '乙a', '乙.', '丁', '丁?'].map((text) => any.test(text))).toEqual([
    false,
    true,
    false,
    true,
    false,
    true,
  ])
})
