import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile, type Grammar, ofUnits } from '../src/grammar.js'
import { defineExtractor, extractors, parseNotice } from '../src/index.js'

const files = readdirSync(new URL('../grammars', import.meta.url)).filter(
  (f) => f.endsWith('.ts') && !f.endsWith('parts.ts') && f !== 'folding.ts',
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

describe('texts of single code units', () => {
  for (const file of files)
    it(`${file}: every rule finds in them what it finds with the flag u`, async () => {
      const { default: grammar } = (await import(`../grammars/${file}`)) as { default: Grammar }
      const compiled = compile(grammar) as Record<string, ReturnType<typeof compile>[string]>
      const found = (text: string) =>
        grammar.rules.map(({ id }) =>
          compiled[id]!.all(text).map((m) => [
            id,
            m.start,
            m.text,
            Object.keys(Object.getPrototypeOf(m.groups) ?? {}).map((g) => m.groups[g]),
          ]),
        )
      for (const { matches, rejects } of grammar.rules)
        for (const example of [...matches, ...rejects])
          if (!/[\ud800-\udfff]/.test(example)) expect(ofUnits(true, () => found(example))).toEqual(found(example))
    })

  it('only their own reading is without the flag', () => {
    const { wide } = compile({
      name: 'pairs',
      rules: [{ id: 'wide', pattern: '^.$', matches: ['一'], rejects: ['一二'] }],
    })
    expect(wide.test('𠮷')).toBe(true)
    expect(ofUnits(true, () => ofUnits(false, () => wide.test('𠮷')))).toBe(true)
    expect(() =>
      ofUnits(true, () => {
        throw new Error('in between')
      }),
    ).toThrow('in between')
    expect(wide.test('𠮷')).toBe(true)
  })

  it('places of groups hold where their text stands twice in the match, or outside of it', () => {
    const { twice, ahead } = compile({
      name: 'places',
      rules: [
        { id: 'twice', pattern: '乙(?<a>甲)丙?(?<b>甲)(?<none>丁)?', matches: ['乙甲甲'], rejects: ['乙甲'] },
        { id: 'ahead', pattern: '(?<=(?<left>甲))乙甲(?=(?<right>丙))', matches: ['甲乙甲丙'], rejects: ['乙甲'] },
      ],
    })
    const m = twice.find('丁乙甲丙甲')!
    expect([m.at('a'), m.at('b'), m.at('none'), m.at('no such')]).toEqual([
      { start: 2, end: 3 },
      { start: 4, end: 5 },
      null,
      null,
    ])
    const { later, classed, hollow, side } = compile({
      name: 'more places',
      rules: [
        // What is looked at ahead holds the text of the match again; brackets in a class close nothing.
        { id: 'later', pattern: '(?=.{2}(?<next>甲))甲乙', matches: ['甲乙甲'], rejects: ['甲乙'] },
        { id: 'classed', pattern: '(?=[^)(]{2}(?:乙|(?<next>甲)))甲乙', matches: ['甲乙甲'], rejects: ['甲乙'] },
        { id: 'hollow', pattern: '甲(?<none>乙?)丙', matches: ['甲丙'], rejects: ['乙丙'] },
        { id: 'side', pattern: '(?<a>甲)(?<b>甲)', matches: ['甲甲'], rejects: ['甲乙'] },
      ],
    })
    expect(later.find('丙甲乙甲')!.at('next')).toEqual({ start: 3, end: 4 })
    expect(classed.find('丙甲乙甲')!.at('next')).toEqual({ start: 3, end: 4 })
    expect(hollow.find('丁甲丙')!.at('none')).toEqual({ start: 2, end: 2 })
    expect(side.find('丁甲甲')!.at('b')).toEqual({ start: 2, end: 3 })
    const beside = ahead.find('甲乙甲丙')!
    expect([beside.at('left'), beside.at('right')]).toEqual([
      { start: 0, end: 1 },
      { start: 3, end: 4 },
    ])
  })
})

it("rules of an extractor of somebody's own see whole characters, whatever the notice holds", () => {
  const rules = compile({ name: 'own', rules: [{ id: 'one', pattern: '^.$', matches: ['甲'], rejects: ['甲乙'] }] })
  const own = defineExtractor({
    name: 'own',
    many: true,
    *extract() {
      yield { value: rules.one.test('\u{20bb7}'), range: { start: 0, end: 1 }, score: 1, rule: 'own/one' }
    },
  })
  const notice = parseNotice('关于示例的通知\n各单位：\n请遵照执行。\n示例市示例局\n2024年5月6日\n', {
    extractors: [...extractors, own],
  })
  expect(notice.own).toEqual([true])
})
