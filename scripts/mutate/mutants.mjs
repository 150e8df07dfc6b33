/** All mutants of the grammars, of the engine that runs them, of resolve and of the deadlines; and a seeded choice of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { codeMutants } from './code.mjs'
import { patternMutants } from './patterns.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Code by area: what runs the grammars, what makes days and fields of what they find, and the deadlines. */
const CODE = {
  engine: ['src/grammar.ts'],
  resolve: [
    'src/extract/resolve.ts',
    'src/extract/dates.ts',
    'src/extract/years.ts',
    'src/knowledge/calendar.ts',
    'src/knowledge/days.ts',
    'src/knowledge/expressions.ts',
    'src/knowledge/spoken-days.ts',
    'src/knowledge/working-days.ts',
  ],
  deadlines: [
    'src/extract/deadlines.ts',
    'src/extract/deadline-act.ts',
    'src/extract/terms.ts',
    'src/extract/recurrence.ts',
    'src/extract/ranges.ts',
  ],
}
export const AREAS = ['grammars', ...Object.keys(CODE)]
export const CODE_FILES = Object.values(CODE).flat()

/** Mutants of every area, in a fixed order: `{ area, file, at, operator, before, after, … }`. */
export async function allMutants() {
  return [...grammarMutants(await readGrammars()), ...sourceMutants()]
}

function sourceMutants() {
  const out = []
  for (const [area, files] of Object.entries(CODE))
    for (const file of files)
      for (const { line, ...mutant } of codeMutants(file, readFileSync(resolve(root, file), 'utf8')))
        out.push({ area, file, at: `line ${line}`, ...mutant })
  return out
}

/** The grammars by file, the parts that they share, and `sourceOf(pattern, parts)`: a pattern with its parts put in. */
export async function readGrammars() {
  const names = readdirSync(resolve(root, 'grammars'))
    .filter((f) => f.endsWith('.ts') && f !== 'folding.ts' && !f.endsWith('parts.ts'))
    .sort()
  const { outputFiles } = await build({
    stdin: {
      contents: [
        ...names.map((f, i) => `export { default as g${i} } from './grammars/${f}'`),
        "export { parts } from './grammars/parts.ts'",
        "export { compile } from './src/grammar.ts'",
      ].join('\n'),
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    charset: 'utf8',
    write: false,
    logLevel: 'error',
  })
  const code = Buffer.from(outputFiles[0].text).toString('base64')
  const { parts, compile, ...grammars } = await import(`data:text/javascript;base64,${code}`)
  const sourceOf = (pattern, own) =>
    compile({ name: 'one', parts: own, rules: [{ id: 'one', pattern, matches: [], rejects: [] }] }).one.source
  return { parts, sourceOf, grammars: names.map((f, i) => ({ file: `grammars/${f}`, grammar: grammars[`g${i}`] })) }
}

/** Names of the parts that a pattern reaches. */
function partsOf(pattern, parts, into = new Set()) {
  for (const [, name] of pattern.matchAll(/\{([a-z][A-Za-z]*)(?::[a-zA-Z]\w*)?\}/g))
    if (!into.has(name) && parts[name] !== undefined) partsOf(parts[name], parts, into.add(name))
  return into
}

function grammarMutants({ parts: shared, sourceOf, grammars }) {
  const out = []
  const add = (mutant, parts) => {
    try {
      // What is no pattern is no mutant.
      new RegExp(sourceOf(mutant.pattern, parts), 'u')
    } catch {
      return
    }
    out.push({ area: 'grammars', ...mutant })
  }
  const usedShared = new Set()
  for (const { file, grammar } of grammars) {
    const parts = grammar.parts ?? {}
    const used = new Set()
    for (const { id, pattern, needs = [] } of grammar.rules) {
      partsOf(pattern, parts, used)
      add({ file, at: id, operator: 'rule dropped', before: '', after: '', pattern: '(?!)' }, parts)
      for (const mutant of patternMutants(pattern)) add({ file, at: id, ...mutant }, parts)
      if (needs.length > 1)
        for (const need of needs)
          add(
            {
              file,
              at: id,
              operator: 'need dropped',
              before: need,
              after: '',
              pattern,
              needs: needs.filter((n) => n !== need),
            },
            parts,
          )
    }
    for (const name of used)
      if (parts[name] === shared[name]) usedShared.add(name)
      else
        for (const mutant of patternMutants(parts[name])) add({ file, at: `{${name}}`, part: name, ...mutant }, parts)
  }
  for (const name of usedShared)
    for (const mutant of patternMutants(shared[name]))
      add({ file: 'grammars/parts.ts', at: `{${name}}`, part: name, ...mutant }, shared)
  return out
}

/** Numbers from 0 to 1 that a seed fixes (mulberry32). */
function randomOf(seed) {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `count` of a list, chosen by a seed, in the list's order. */
export function sample(list, count, seed) {
  const random = randomOf(seed)
  const order = list.map((_, i) => i)
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
    .slice(0, count)
    .sort((a, b) => a - b)
    .map((i) => list[i])
}
