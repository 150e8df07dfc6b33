/** The mutation tool: what it changes, and that nothing but a test that fails kills a mutant. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { codeMutants, markFunctions } from '../scripts/mutate/code.mjs'
import { tableOf } from '../scripts/mutate/page.mjs'
import { patternMutants } from '../scripts/mutate/patterns.mjs'
import { type Mutant, type Result, tryMutants } from '../scripts/mutate/run.mjs'

describe('mutants of a pattern', () => {
  it.each([
    ['(?:甲|乙|{x:n})丙', 'alternative dropped', ['(?:乙|{x:n})丙', '(?:甲|{x:n})丙', '(?:甲|乙)丙']],
    ['甲?', 'optional required', ['甲']],
    ['{s}{1,3}', 'least raised', ['{s}{2,3}']],
    ['甲{1,3}?', 'least lowered', ['甲{0,3}?']],
    ['甲{1,3}', 'most lowered', ['甲{1,2}']],
    ['甲{1,3}', 'most raised', ['甲{1,4}']],
    ['甲{0,40}', 'most halved', ['甲{0,20}']],
    ['^甲$', 'anchor dropped', ['甲$', '^甲']],
    ['甲(?!乙)', 'look-around dropped', ['甲']],
    ['[甲乙]', 'class member dropped', ['[乙]', '[甲]']],
    ['[^甲]', 'class negated', ['[甲]']],
    ['(?<a>甲){x:b}', 'capture lost', ['(?:甲){x:b}', '(?<a>甲){x}']],
    ['(?<a>甲){x:b}', 'captures swapped', ['(?<b>甲){x:a}']],
  ])('%s: %s', (pattern, operator, expected) => {
    const found = patternMutants(pattern).filter((m) => m.operator === operator)
    expect(found.map((m) => m.pattern)).toEqual(expected)
  })
})

describe('mutants of code', () => {
  it.each([
    ['if (a < b) f()', ['if (!(a < b)) f()', 'if (a <= b) f()', 'if (a < b) ;']],
    ['x = a && b', [';', 'x = a || b']],
    ['x = a ?? b', [';', 'x = a', 'x = (b)']],
    ["const x = list.some((y) => y === '甲')", ['every', 'undefined', "y !== '甲'", "''"]],
    ['const x = [1, 2]', ['[2]', '[1]', '[2, 2]', '[1, 3]']],
    ["type A = 'a'\nimport { b } from 'b'", []],
  ])('%s', (code, expected) => {
    const found = codeMutants('x.ts', code).map((m) => m.text)
    expect(found).toHaveLength(expected.length)
    for (const [i, part] of expected.entries()) expect(found[i]).toContain(part)
  })

  it('know the function that they are in, and the functions are marked by the same number', () => {
    const code =
      'const a = 1\nfunction f(x: () => void) {\n  return (y) => (z) => y + 2\n}\nclass C {\n  m() { return 3 }\n}\n'
    const within = (before: string) => codeMutants('x.ts', code).find((m) => m.before === before)?.within
    expect([within('1'), within('+'), within('3')]).toEqual([null, 2, 3])
    expect(markFunctions('x.ts', code, (n) => `at(${n})`)).toBe(
      'const a = 1\nfunction f(x: () => void) {at(0);\n  return (y) => (at(1), (z) => (at(2), y + 2))\n}\nclass C {\n  m() {at(3); return 3 }\n}\n',
    )
  })
})

describe('a run', () => {
  const file = 'src/extract/ranges.ts'
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const mutant: Mutant = { area: 'deadlines', file, at: '', operator: '', before: '', after: '', within: null }
  const head = 'export function firstFrom'

  it('tells what a test kills from what only ends the program, and goes on behind each', {
    timeout: 240_000,
  }, async () => {
    expect(text).toContain('range.start < r.end)')
    expect(text).toContain(head)
    const planted: [string, Mutant][] = [
      ['killed', { ...mutant, text: text.replace('range.start < r.end)', 'range.start <= r.end)') }],
      ['survived', { ...mutant, text: `${text}\n// A harmless word.\n` }],
      ['timeout', { ...mutant, text: text.replace(head, `for (;;) {}\n${head}`) }],
      ['invalid', { ...mutant, text: `${text}\nthrow new Error('does not load')\n` }],
      ['invalid', { ...mutant, text: `${text}\n)` }],
      // Faults of what tries the mutants: it ends, and it breaks what every test stands on.
      ['error', { ...mutant, text: `${text}\nprocess.exit(3)\n` }],
      ['error', { ...mutant, text: `${text}\nArray.prototype.some = () => { throw new Error('gone') }\n` }],
      ['survived', { ...mutant, text: `${text}\n` }],
    ]
    const { tests, results } = await tryMutants(
      planted.map(([, one]) => one),
      { files: ['ranges'], limit: 5 },
    )
    expect(tests).toBeGreaterThan(5)
    expect(results.map((r) => r.status)).toEqual(planted.map(([status]) => status))
    expect(results[0]!.by).toMatch(/^ranges: a set of ranges > /)
    expect(results[6]!.by).toContain('fails without the mutant too')
  })

  it('is counted with the weight of each file, hangs as not killed, what does not load not at all', () => {
    const result = (name: string, status: Result['status']): Result => ({
      ...mutant,
      ...{ area: 'grammars', file: `grammars/${name}.ts`, operator: 'o', status, by: null, ms: 1 },
    })
    const results = [
      ...[result('a', 'killed'), result('a', 'timeout')],
      ...[result('b', 'killed'), result('b', 'invalid'), result('b', 'killed')],
    ]
    const counts = new Map([
      ['grammars/a.ts', 100],
      ['grammars/b.ts', 300],
    ])
    const rows = tableOf(results, counts).split('\n')
    expect(rows).toContain('| grammars/a | 100 | 2 | 1 | 0 | 1 | 0 | 50 % |')
    expect(rows).toContain('| grammars/b | 300 | 3 | 2 | 0 | 0 | 1 | 100 % |')
    // (100 × 0.5 + 300 × 1) / 400
    expect(rows.find((row) => row.startsWith('| **grammars**'))).toContain('**88 %**')
  })
})
