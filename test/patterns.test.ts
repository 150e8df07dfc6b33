/** The list of the analyser's verdicts holds every pattern, and what makes it would find a bad one. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  idOf,
  isBounded,
  literalPatterns,
  rulePatterns,
  sourceFiles,
  type Verdict,
  verdictOf,
} from '../scripts/patterns.mjs'
import { unexplained } from '../scripts/patterns-page.mjs'
import { compile, type Grammar } from '../src/grammar.js'
import { countSteps } from './tools/steps.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const verdicts = JSON.parse(readFileSync(`${root}/scripts/patterns.json`, 'utf8')) as Verdict[]

async function grammars(): Promise<Grammar[]> {
  const out: Grammar[] = []
  for (const file of readdirSync(`${root}/grammars`).filter((name) => name.endsWith('.ts'))) {
    const module = (await import(`../grammars/${file}`)) as { default?: Grammar }
    if (module.default) out.push(module.default)
  }
  return out
}

const literals = literalPatterns(sourceFiles(`${root}/src`))

describe('the list of patterns', () => {
  it('has a verdict on every rule and every literal, and on nothing that is gone (npm run patterns)', async () => {
    const patterns = [...rulePatterns(await grammars(), compile), ...literals]
    const ids = new Set(patterns.map(idOf))
    const listed = new Set(verdicts.map(({ id }) => id))
    expect(patterns.filter((pattern) => !listed.has(idOf(pattern))).map(({ where }) => where)).toEqual([])
    expect(verdicts.filter(({ id, built }) => !built && !ids.has(id))).toEqual([])
  })

  it('leaves nothing unexplained, and the page tells of all that is not safe', () => {
    expect(unexplained(verdicts)).toEqual([])
    const page = readFileSync(`${root}/docs/patterns.md`, 'utf8')
    expect(page).toContain(`| **all** | **${verdicts.length}** |`)
    for (const { id } of verdicts.filter(({ status }) => status !== 'safe')) expect(page).toContain(`\`${id}\``)
  })
})

describe('the analyser', () => {
  const verdict = (source: string) => verdictOf({ id: idOf({ source, flags: 'u' }), source, flags: 'u' })

  it('catches a planted pattern that is quadratic, and one that is exponential', { timeout: 60_000 }, async () => {
    const found = [await verdict('[:\\s]+$'), await verdict('^(?:(?:中|中中)+)+$')]
    expect(found.map(({ status, bounded }) => [status, bounded])).toEqual([
      ['vulnerable', false],
      ['vulnerable', false],
    ])
    expect(found[1]!.complexity).toContain('exponential')
    expect(unexplained(found)).toEqual(found)
  })

  it('calls its linear rewriting no worse than bounded', { timeout: 60_000 }, async () => {
    const found = await verdict('(?<![:\\s])[:\\s]+$')
    expect(unexplained([found])).toEqual([])
  })

  it('sees a quantifier without an end wherever it stands', () => {
    expect(isBounded('a{0,3}(?:b|c){2}?', 'u')).toBe(true)
    for (const source of ['a*', '(?<=\\d *)日', 'a{10,}', '(?!b+)c']) expect(isBounded(source, 'u')).toBe(false)
  })
})

/** Steps on 300 and 600 characters of white space between two signs: what a line with wide gaps is made of. */
describe('no literal is quadratic on wide gaps', () => {
  const AROUND = [
    ['中', 'ꎬ'],
    ['中', '中'],
    ['、', '1'],
    ['a', 'a'],
    [':', ''],
  ] as const
  const isQuadratic = (source: string, gap: string) =>
    AROUND.some(([before, after]) => {
      const [once, twice] = [300, 600].map((n) => countSteps(source, before + gap.repeat(n / gap.length) + after))
      return twice! > once! * 2.6 + 4000
    })
  const readable = literals.filter(({ flags, source }) => !/[imsv]/.test(flags) && isReadable(source))

  it.each([' ', '\t', '\u3000', ': ', '\n '])('of %j', (gap) => {
    const bad = readable.filter(({ source }) => isQuadratic(source, gap))
    expect(bad.map(({ where, source }) => `${where}: ${source}`)).toEqual([])
  })

  it('and what was is told', () => {
    expect(isQuadratic('[:\\s]+$', ' ')).toBe(true)
    expect(isQuadratic('(?<=中)\\s+(?=中)|\\s+(?=[年月日])', ' ')).toBe(true)
  })
})

/** Whether the counter can read it: it knows the `u` mode only. */
function isReadable(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
