/** The engine that runs the grammars: where a rule is found, what it captures, and what it refuses to compile. */
import { describe, expect, it } from 'vitest'
import { type CompiledRule, compile, type Grammar, isUnits, ofUnits } from '../src/grammar.js'

const rule = (pattern: string, needs?: readonly string[], parts: Record<string, string> = {}): CompiledRule =>
  compile({
    name: 'example',
    parts,
    rules: [{ id: 'one', pattern, ...(needs ? { needs } : {}), matches: [], rejects: [] }],
  }).one!

/** The pattern with its parts put in. */
const expand = (pattern: string, parts: Record<string, string>) => rule(pattern, undefined, parts).source

/** Place and text of a match. */
const place = (m: { start: number; end: number; text: string } | null) => m && [m.start, m.end, m.text]

describe('a compiled rule', () => {
  const day = rule('(?<n>\\d{1,2})(?<u>日|号)(?<tail>前)?')
  const text = '于5日前、12号报送'

  it('finds the first occurrence at or behind an offset', () => {
    expect(place(day.find(text))).toEqual([1, 4, '5日前'])
    expect(place(day.find(text, 1))).toEqual([1, 4, '5日前'])
    expect(place(day.find(text, 2))).toEqual([5, 8, '12号'])
    expect(place(day.find(text, 9))).toBeNull()
    // What was found before leaves nothing behind.
    expect(place(day.find(text))).toEqual([1, 4, '5日前'])
    expect(day.find(text)?.rule).toBe('one')
  })

  it('stands at an offset or does not', () => {
    expect(place(day.at(text, 1))).toEqual([1, 4, '5日前'])
    expect(day.at(text, 0)).toBeNull()
    expect(day.at(text, 2)).toBeNull()
    expect(place(day.at(text, 6))).toEqual([6, 8, '2号'])
  })

  it('gives every occurrence, again and again', () => {
    for (let round = 0; round < 2; round++)
      expect(day.all(text).map(place)).toEqual([
        [1, 4, '5日前'],
        [5, 8, '12号'],
      ])
    expect(day.all('报送')).toEqual([])
  })

  it('leaves empty occurrences out of all, and goes on behind them', () => {
    expect(rule('\\d{0,2}').all('示12例3').map(place)).toEqual([
      [1, 3, '12'],
      [4, 5, '3'],
    ])
    expect(rule('x?').all('示例')).toEqual([])
  })

  it('replaces every occurrence, each time', () => {
    for (let round = 0; round < 2; round++) expect(day.replace(text, '某日')).toBe('于某日、某日报送')
    expect(day.replace('报送', '某日')).toBe('报送')
  })

  it('tells whether it occurs, each time', () => {
    for (let round = 0; round < 3; round++) expect([day.test(text), day.test('报送')]).toEqual([true, false])
  })

  it('captures by name, with places, and undefined for what took no part', () => {
    const [first, second] = day.all(text)
    expect([first!.groups.n, first!.groups.u, first!.groups.tail]).toEqual(['5', '日', '前'])
    expect([second!.groups.n, second!.groups.u, second!.groups.tail]).toEqual(['12', '号', undefined])
    expect(second!.at('n')).toEqual({ start: 5, end: 7 })
    expect(second!.at('u')).toEqual({ start: 7, end: 8 })
    expect(second!.at('tail')).toBeNull()
    expect(second!.at('none')).toBeNull()
    expect(first!.at('n')).toEqual({ start: 1, end: 2 })
  })

  it('counts groups past brackets in classes, escapes, look-arounds and groups without a name', () => {
    const odd = rule('(?<=([(\\]])|^)(?:\\()?(a)[)(](?<x>b)(?!c)(?<!d)\\)(?<y>e)')
    const m = odd.find('(a(b)e')!
    expect([m.groups.x, m.groups.y]).toEqual(['b', 'e'])
    expect([m.at('x'), m.at('y')]).toEqual([
      { start: 3, end: 4 },
      { start: 5, end: 6 },
    ])
  })

  it('places a group in a look-around where it stands, though the match holds the same text', () => {
    for (const [pattern, text, start] of [
      ['日(?=前(?<x>日))', '日前日', 2],
      ['[()]日(?=前(?<x>日))', '(日前日', 3],
      ['日(?=(?:前(?<x>日)))', '日前日', 2],
      ['日(?=(前(?<x>日)))', '日前日', 2],
      ['(?<=(?<x>日)前)日', '日前日', 0],
      ['(?<=[(]?(?<x>日)前)日', '(日前日', 1],
      ['日(?=\\)(?<x>日))', '日)日', 2],
    ] as const)
      expect(rule(pattern).find(text)!.at('x'), pattern).toEqual({ start, end: start + 1 })
    const both = rule('日(?=(?<x>前))前(?<y>日)').find('日前日')!
    expect([both.at('x'), both.at('y')]).toEqual([
      { start: 1, end: 2 },
      { start: 2, end: 3 },
    ])
  })

  it('names its groups to whoever goes through them', () => {
    const names = []
    for (const name in rule('(?<n>\\d)(?<u>日)(?<tail>前)?').find('5日')!.groups) names.push(name)
    expect(names).toEqual(['n', 'u', 'tail'])
  })

  it('reads by code units where that is said, and as before behind it', () => {
    expect([isUnits('报送'), isUnits('𠮷'), isUnits('示\ud800')]).toEqual([true, false, false])
    const one = rule('^.$')
    const seen = ofUnits(true, () => [
      one.test('日'),
      one.test('𠮷'),
      ofUnits(false, () => one.test('𠮷')),
      one.test('𠮷'),
    ])
    expect([seen, one.test('𠮷')]).toEqual([[true, false, true, false], true])
    const fail = () => {
      throw new Error('示例')
    }
    expect(() => ofUnits(true, fail)).toThrow('示例')
    expect(one.test('𠮷')).toBe(true)
  })

  it('reads characters beyond the first plane as one', () => {
    expect(place(rule('^.$').find('𠮷'))).toEqual([0, 2, '𠮷'])
    expect(place(rule('.(?<x>日)').at('𠮷日', 0))).toEqual([0, 3, '𠮷日'])
  })
})

describe('needs', () => {
  it('spare a text that holds none of them', () => {
    for (const needs of [['起'], ['起', '内']]) {
      const term = rule('\\d日', needs)
      expect([term.test('5日'), term.find('5日'), term.at('5日', 0), term.all('5日'), term.replace('5日', '')]).toEqual(
        [false, null, null, [], '5日'],
      )
      expect(place(term.find('起5日'))).toEqual([1, 3, '5日'])
      expect([term.test('起5日'), term.all('起5日').length, term.replace('起5日', '')]).toEqual([true, 1, '起'])
      expect(place(term.at('起5日', 1))).toEqual([1, 3, '5日'])
    }
    expect(rule('\\d日', ['起', '内']).test('5日内')).toBe(true)
    expect(rule('\\d日', []).test('5日')).toBe(false)
  })
})

describe('parts', () => {
  it('stand for their patterns, in each other too, captured or not', () => {
    expect(expand('{a}|{b:x}', { a: '1|2', b: '{a}3' })).toBe('(?:1|2)|(?<x>(?:1|2)3)')
    const m = rule('{day:from}-{day:to}', undefined, { day: '{n}日', n: '\\d{1,2}' }).find('5日-12日')!
    expect([m.groups.from, m.groups.to, m.at('to')]).toEqual(['5日', '12日', { start: 3, end: 6 }])
    // A quantifier is none.
    expect(expand('a{2}b{1,3}', {})).toBe('a{2}b{1,3}')
  })

  it('nest, but not for ever', () => {
    expect(() => expand('{a}', { a: '{a}' })).toThrow(/nest too deeply/)
    const chain = Object.fromEntries([...'abcdefgh'].map((c, i, all) => [c, all[i + 1] ? `{${all[i + 1]}}` : '1']))
    expect(new RegExp(expand('{a}', chain)).test('1')).toBe(true)
    expect(() => expand('{z}', { ...chain, z: '{a}' })).toThrow(/nest too deeply/)
  })

  it('must be known', () => {
    expect(() => expand('{nobody}', {})).toThrow(/unknown part \{nobody\} in \{nobody\}/)
    expect(() => rule('{nobody:x}').test('')).toThrow(/unknown part/)
  })
})

describe('a grammar', () => {
  it('has its rules by id, and each id once', () => {
    const rules = ['a', 'b'].map((id) => ({ id, pattern: id, matches: [], rejects: [] }))
    const compiled = compile({ name: 'two', rules })
    expect(Object.keys(compiled)).toEqual(['a', 'b'])
    expect([compiled.a!.id, compiled.b!.source, compiled.b!.test('ab')]).toEqual(['a', 'b', true])
    expect(() => compile({ name: 'two', rules: [...rules, ...rules.slice(1)] })).toThrow(
      'grammar two: duplicate rule b',
    )
  })

  it('is compiled once', () => {
    const grammar = { name: 'one', rules: [{ id: 'a', pattern: 'a', matches: [], rejects: [] }] }
    expect(compile(grammar)).toBe(compile(grammar))
    expect(compile({ ...grammar })).not.toBe(compile(grammar))
  })

  it('that is none is refused', () => {
    const bad = (grammar: unknown) => () => compile(grammar as Grammar)
    for (const none of [null, undefined, {}, { rules: {} }])
      expect(bad(none)).toThrow(new TypeError('compile: grammar must have rules'))
    for (const one of [null, {}, { id: 'a' }, { id: 'a', pattern: 1 }, { id: 1, pattern: 'a' }])
      expect(bad({ name: 'bad', rules: [one] })).toThrow('compile: a rule must have an id and a pattern')
    expect(bad({ name: 'bad', rules: [{ id: '__proto__', pattern: 'a' }] })).toThrow('no rule can be called __proto__')
    // A part is looked up among the parts alone.
    expect(() => expand('{constructor}', {})).toThrow('unknown part {constructor}')
  })
})
