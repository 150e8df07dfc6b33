/**
 * Grammars: the surface forms of a field as data, each rule with its own examples.
 * This file compiles them; `grammars/` holds them; one test runs every example.
 */

import { admits, beginningOf, endingOf, isAnchored, type Units } from './grammar-begin.js'

/** One surface form. `{part}` in the pattern is replaced by the part of that name; `{part:group}` also captures it. */
export interface Rule {
  readonly id: string
  /** Regular expression source (read with the flag `u`), with `{part}` and `{part:group}` references. */
  readonly pattern: string
  /** The form cannot occur in a text that holds none of these: looked for first, because that is cheap. */
  readonly needs?: readonly string[]
  /** Strings in which the rule must be found. */
  readonly matches: readonly string[]
  /** Strings in which it must not be found. */
  readonly rejects: readonly string[]
}

/** All surface forms of one field. */
export interface Grammar {
  readonly name: string
  readonly parts?: Readonly<Record<string, string>>
  readonly rules: readonly Rule[]
}

/** A match with offsets into the text that was searched. */
export interface Match {
  rule: string
  start: number
  end: number
  text: string
  /** Captured text by group name, read when asked for (no own properties, so not to be spread); absent groups are undefined. */
  groups: Record<string, string | undefined>
  /** Offsets of a captured group, or null when it did not take part. */
  at(group: string): { start: number; end: number } | null
}

/** A rule ready to match. Patterns are compiled on first use and cost linear time. */
export interface CompiledRule {
  readonly id: string
  readonly source: string
  /** Whether the form occurs anywhere in `text`. */
  test(text: string): boolean
  /** The first occurrence at or after `from`. */
  find(text: string, from?: number): Match | null
  /** The form standing exactly at `offset`, or null. */
  at(text: string, offset: number): Match | null
  /** Every occurrence, left to right, not overlapping. */
  all(text: string): Match[]
  /** The text with every occurrence replaced. */
  replace(text: string, by: string): string
}

const REFERENCE = /\{([a-z][A-Za-z]*)(?::([a-zA-Z]\w*))?\}/g

/** Replaces `{part}` and `{part:group}` by the parts' own sources, recursively. */
function expand(pattern: string, parts: Readonly<Record<string, string>>, depth = 0): string {
  if (depth > 8) throw new Error(`grammar parts nest too deeply: ${pattern}`)
  return pattern.replace(REFERENCE, (whole, part: string, group: string | undefined) => {
    const source = Object.hasOwn(parts, part) ? parts[part] : undefined
    if (source === undefined) throw new Error(`unknown part ${whole} in ${pattern}`)
    return `(${group ? `?<${group}>` : '?:'}${expand(source, parts, depth + 1)})`
  })
}

type Groups = Record<string, string | undefined>

/**
 * A pattern with plain groups, the number of each name, and the groups that may stand outside of the match (`aside`: in
 * a look ahead or behind). The engine fills an object of all names at every match, which
 * costs more than the match itself where there are twenty.
 */
function numberGroups(pattern: string): { source: string; numbers: Map<string, number>; aside: Set<number> } {
  const numbers = new Map<string, number>()
  const aside = new Set<number>()
  /** Of each open bracket: whether it stands in one that only looks. */
  const looking: boolean[] = []
  let source = ''
  let count = 0
  let inClass = false
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]!
    source += c
    if (c === '\\') source += pattern[++i] ?? ''
    else if (c === '[') inClass = true
    else if (c === ']') inClass = false
    else if (c === ')' && !inClass) looking.pop()
    else if (c === '(' && !inClass) {
      const named = pattern.startsWith('?<', i + 1) && pattern[i + 3] !== '=' && pattern[i + 3] !== '!'
      const captures = named || pattern[i + 1] !== '?'
      const inLook = looking.at(-1) === true
      if (captures) count++
      if (captures && inLook) aside.add(count)
      looking.push(inLook || (!captures && pattern[i + 2] !== ':'))
      if (!named) continue
      const end = pattern.indexOf('>', i)
      numbers.set(pattern.slice(i + 3, end), count)
      i = end
    }
  }
  return { source, numbers, aside }
}

const MATCH = Symbol('match')
interface Reading {
  [MATCH]: RegExpExecArray
}

/** Makes the groups of a rule's matches: each is read off the match when it is asked for. */
function groupsOf(numbers: ReadonlyMap<string, number>): (m: RegExpExecArray) => Groups {
  const prototype: object = Object.create(null)
  for (const [name, number] of numbers)
    Object.defineProperty(prototype, name, {
      enumerable: true,
      get(this: Reading) {
        return this[MATCH][number]
      },
    })
  function Made(this: Reading, m: RegExpExecArray) {
    this[MATCH] = m
  }
  Made.prototype = prototype
  const Groups = Made as unknown as new (m: RegExpExecArray) => Groups
  return (m) => new Groups(m)
}

/** From so many strings on, one expression finds them sooner than one look for each. */
const FEW = 3

/** Whether a text holds none of the strings; written out, because it is asked for every rule and block. */
function absence(needs: readonly string[]): (text: string) => boolean {
  const [first = ''] = needs
  if (needs.length === 1) return (text) => !text.includes(first)
  if (needs.length > FEW) {
    let any: RegExp | undefined
    return (text) => {
      any ??= compiledAt(needs.map((need) => need.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), '')
      return !any.test(text)
    }
  }
  return (text) => {
    for (let i = 0; i < needs.length; i++) if (text.includes(needs[i]!)) return false
    return true
  }
}

/** As long as makes V8 compile a pattern at its first use (kTierUpForSubjectLengthValue), and of two bytes a character. */
const LONG = '\ue000'.repeat(1000)

/**
 * A pattern that is machine code from its first use on. V8 would interpret it once and compile it again at the second
 * use, which makes the first notice of a process a third slower. Tried at the end of a long text alone, it costs nothing
 * more; other engines lose a microsecond.
 */
function compiledAt(source: string, flags: string): RegExp {
  const pattern = new RegExp(source, flags)
  pattern.lastIndex = LONG.length
  pattern.exec(LONG)
  return pattern
}

let single = false

/** Surrogates, and the compatibility ideographs of which folding may make some. */
const PAIRS = /[\ud800-\udfff\ufa6c\ufacf-\ufad9]/

/** Whether every character of a text is one code unit, folded too. */
export const isUnits = (text: string): boolean => !PAIRS.test(text)

/**
 * Runs `read`, in which rules are asked about single code units only (no text holds a surrogate) if `units` says so:
 * they are matched without the flag `u` then, which means the same for such text, and is a good deal faster.
 */
export function ofUnits<T>(units: boolean, read: () => T): T {
  const before = single
  single = units
  try {
    return read()
  } finally {
    single = before
  }
}

/** What in a pattern only the flag `u` understands: classes of properties, code points above U+FFFF. */
const ASTRAL_RANGE = /\\u\{[\da-f]{5,6}\}-\\u\{[\da-f]{5,6}\}/gi
const NEEDS_U = /\\[pPu]\{|[\ud800-\udfff]/

/** One pattern as regular expressions, each made when it is first used. */
class Forms {
  private global: RegExp | undefined = undefined
  private sticky: RegExp | undefined = undefined
  private placed: RegExp | undefined = undefined
  constructor(
    private readonly source: string,
    private readonly flag: 'u' | '',
  ) {}

  everywhere(from: number): RegExp {
    this.global ??= compiledAt(this.source, `g${this.flag}`)
    this.global.lastIndex = from
    return this.global
  }

  here(at: number): RegExp {
    this.sticky ??= compiledAt(this.source, `${this.flag}y`)
    this.sticky.lastIndex = at
    return this.sticky
  }

  hereWithPlaces(at: number): RegExp {
    this.placed ??= compiledAt(this.source, `d${this.flag}y`)
    this.placed.lastIndex = at
    return this.placed
  }
}

/** One match; its parts are read off it when they are asked for. */
class Found implements Match {
  readonly rule: string
  readonly start: number
  readonly end: number
  readonly text: string
  private made: Groups | undefined = undefined
  constructor(
    private readonly pattern: Pattern,
    private readonly match: RegExpExecArray,
  ) {
    this.rule = pattern.id
    this.start = match.index
    this.text = match[0]
    this.end = match.index + match[0].length
  }

  /** Made when asked for: of most matches only the place is. */
  get groups(): Groups {
    this.made ??= this.pattern.groupsOf(this.match)
    return this.made
  }

  at(group: string): { start: number; end: number } | null {
    return this.pattern.groupAt(this.match, group)
  }
}

/** How often a rule is asked before it is worth while to know how its matches end. */
const OFTEN = 16

/**
 * A rule that compiles on first use: importing a grammar costs nothing. A class, because V8 shares the shape of its
 * objects; of literals with getters each is a hash table.
 */
class Pattern implements CompiledRule {
  readonly id: string
  private readonly hopeless: ((text: string) => boolean) | null
  private expanded: string | undefined = undefined
  private numbered: ReturnType<typeof numberGroups> | undefined = undefined
  private forms: Forms | undefined = undefined
  private formsOfUnits: Forms | undefined = undefined
  private makeGroups: ((m: RegExpExecArray) => Groups) | undefined = undefined
  private begins: Units | null | undefined = undefined
  private anchored: boolean | undefined = undefined
  private ends: Units | null = null
  private asked = 0

  constructor(
    private readonly rule: Rule,
    private readonly parts: Readonly<Record<string, string>>,
  ) {
    this.id = rule.id
    this.hopeless = rule.needs ? absence(rule.needs) : null
  }

  get source(): string {
    this.expanded ??= expand(this.rule.pattern, this.parts)
    return this.expanded
  }

  private number(): ReturnType<typeof numberGroups> {
    this.numbered ??= numberGroups(this.source)
    return this.numbered
  }

  private get regExps(): Forms {
    if (single) {
      this.formsOfUnits ??= this.makeFormsOfUnits()
      return this.formsOfUnits
    }
    this.forms ??= this.makeForms()
    return this.forms
  }

  private makeForms(): Forms {
    return new Forms(this.number().source, 'u')
  }

  private makeFormsOfUnits(): Forms {
    const source = this.number().source.replace(ASTRAL_RANGE, '')
    if (!NEEDS_U.test(source)) return new Forms(source, '')
    this.forms ??= this.makeForms()
    return this.forms
  }

  /** Whether no match can begin at an offset: told by the character there, without the engine. */
  private isBarred(text: string, offset: number): boolean {
    if (this.begins === undefined) this.begins = beginningOf(this.source)
    return this.begins !== null && !(offset < text.length && admits(this.begins, text.charCodeAt(offset)))
  }

  /** Whether a text holds no match for sure. */
  private isWithout(text: string): boolean {
    this.anchored ??= isAnchored(this.source)
    if (this.anchored && this.isBarred(text, 0)) return true
    if (this.asked < OFTEN) {
      if (++this.asked === OFTEN) this.ends = endingOf(this.source)
    } else if (this.ends !== null) {
      const last = text.length - 1
      if (last < 0 || !admits(this.ends, text.charCodeAt(last))) return true
    }
    return this.hopeless?.(text) === true
  }

  groupsOf(match: RegExpExecArray): Groups {
    this.makeGroups ??= groupsOf(this.number().numbers)
    return this.makeGroups(match)
  }

  /**
   * Where a group of a match stands: where its text occurs once in the match, that is the place; else matched once more,
   * because places make every match five times as dear.
   */
  groupAt(match: RegExpExecArray, group: string): { start: number; end: number } | null {
    const { numbers, aside } = this.number()
    const number = numbers.get(group)
    const text = number === undefined ? undefined : match[number]
    if (number === undefined || text === undefined) return null
    const { index, input, 0: whole } = match
    if (text !== '' && !aside.has(number)) {
      const at = whole.indexOf(text)
      if (whole.indexOf(text, at + 1) < 0) return { start: index + at, end: index + at + text.length }
    }
    const pair = this.regExps.hereWithPlaces(index).exec(input)?.indices?.[number]
    return pair ? { start: pair[0], end: pair[1] } : null
  }

  test(text: string): boolean {
    if (this.isWithout(text)) return false
    return this.regExps.everywhere(0).test(text)
  }

  find(text: string, from = 0): Match | null {
    if (this.isWithout(text)) return null
    const m = this.regExps.everywhere(from).exec(text)
    return m ? new Found(this, m) : null
  }

  at(text: string, offset: number): Match | null {
    if (this.isBarred(text, offset) || this.hopeless?.(text) === true) return null
    const m = this.regExps.here(offset).exec(text)
    return m ? new Found(this, m) : null
  }

  replace(text: string, by: string): string {
    if (this.isWithout(text)) return text
    return text.replace(this.regExps.everywhere(0), by)
  }

  all(text: string): Match[] {
    if (this.isWithout(text)) return []
    const re = this.regExps.everywhere(0)
    let m = re.exec(text)
    if (!m) return []
    const out: Match[] = []
    for (; m; m = re.exec(text)) {
      if (m[0].length === 0) {
        re.lastIndex++
        continue
      }
      out.push(new Found(this, m))
    }
    return out
  }
}

/** The rules of a grammar by id, ready to match. */
export type Compiled<G extends Grammar> = { readonly [Id in G['rules'][number]['id']]: CompiledRule }

/** Compiles a grammar. An unknown part or a duplicate rule id throws at once; what is no grammar throws `TypeError`. */
export function compile<const G extends Grammar>(grammar: G): Compiled<G> {
  const before = compiled.get(grammar)
  if (before) return before as Compiled<G>
  if (!Array.isArray((grammar as Partial<G> | null)?.rules)) throw new TypeError('compile: grammar must have rules')
  const made = new Map<string, CompiledRule>()
  for (const rule of grammar.rules) {
    if (typeof rule?.id !== 'string' || typeof rule.pattern !== 'string')
      throw new TypeError('compile: a rule must have an id and a pattern')
    // It would be no property of the answer.
    if (rule.id === '__proto__') throw new TypeError('compile: no rule can be called __proto__')
    if (made.has(rule.id)) throw new Error(`grammar ${grammar.name}: duplicate rule ${rule.id}`)
    made.set(rule.id, new Pattern(rule, grammar.parts ?? {}))
  }
  // Properties set one by one would make a hash table of it in V8, looked into at every `rules.name`.
  const out = Object.fromEntries(made)
  compiled.set(grammar, out)
  return out as Compiled<G>
}

/** Modules that read the same grammar share its patterns: each is made, and made fast by the engine, once. */
const compiled = new WeakMap<Grammar, Record<string, CompiledRule>>()
