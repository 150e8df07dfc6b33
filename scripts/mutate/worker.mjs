/**
 * Tells of one mutant after another what the suite makes of it. Started by `run.mjs` with `--experimental-vm-modules` and the names
 * of the test files; a mutant that hangs is ended from there.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { markFunctions } from './code.mjs'
import { createModules, synthetic } from './modules.mjs'
import { CODE_FILES, readGrammars, root } from './mutants.mjs'
import { createSuite } from './suite.mjs'

/** A test that takes longer is left out: the score is then a lower bound. Milliseconds. */
const SLOW = 100

const testPath = (file) => resolve(root, `test/${file}.test.ts`)
const withoutNames = (source) => source.replace(/\(\?<[a-zA-Z]\w*>/g, '(')

async function testsOf(loader, suite, file) {
  try {
    await loader.load(testPath(file))
  } catch (error) {
    suite.take()
    throw error
  }
  return suite.take()
}

/** The tests as they are: `{ file, first, tests, skipped }`, `first` the number of its first test. What fails without a mutant fails the run. */
async function readSuite(modules, suite, names, known) {
  const loader = modules.loading()
  const files = []
  let first = 0
  for (const file of names) {
    const tests = await testsOf(loader, suite, file)
    const skipped = new Set(known?.skipped[file])
    for (const round of known ? [] : [0, 1])
      for (const [i, { name, body }] of tests.entries()) {
        if (skipped.has(i)) continue
        const begin = performance.now()
        try {
          await body()
        } catch (error) {
          throw new Error(`${file}: ${name} fails without a mutant: ${error.message}`)
        }
        // The first round warms up.
        if (performance.now() - begin > (round === 0 ? 8 : 1) * SLOW) skipped.add(i)
      }
    files.push({ file, first, tests, skipped })
    first += tests.length
  }
  return files
}

/** Numbers of the tests that run a pattern or a function, by its source or by `file number`: everything is loaded anew. */
async function readReach(modules, suite, files) {
  const users = new Map()
  let seen = new Set()
  const { exec } = RegExp.prototype
  RegExp.prototype.exec = function (text) {
    seen.add(this.source)
    return exec.call(this, text)
  }
  globalThis.markReached = (name) => seen.add(name)
  const marked = new Map(CODE_FILES.map((file) => [resolve(root, file), file]))
  const textOf = (path) => {
    const file = marked.get(path)
    return file && markFunctions(file, readFileSync(path, 'utf8'), (n) => `markReached('${file} ${n}')`)
  }
  try {
    for (const { file, first, skipped } of files) {
      seen = new Set()
      const tests = await testsOf(modules.loading({ textOf }), suite, file)
      const loaded = seen
      for (const [i, { body }] of tests.entries()) {
        if (skipped.has(i)) continue
        seen = new Set()
        await body()
        for (const key of new Set([...seen, ...loaded].map(withoutNames))) {
          if (!users.has(key)) users.set(key, new Set())
          users.get(key).add(first + i)
        }
      }
    }
  } finally {
    RegExp.prototype.exec = exec
  }
  return users
}

/** Sources of the rules that a mutant of a grammar changes, as they are before. */
function sourcesOf({ parts: shared, sourceOf, grammars }, mutant) {
  const inAll = mutant.file === 'grammars/parts.ts'
  const out = new Set()
  for (const { file, grammar } of grammars) {
    if (!inAll && mutant.file !== file) continue
    const parts = grammar.parts ?? {}
    if (mutant.part && inAll && parts[mutant.part] !== shared[mutant.part]) continue
    for (const rule of grammar.rules) {
      if (!mutant.part && rule.id !== mutant.at) continue
      const source = sourceOf(rule.pattern, parts)
      if (mutant.part && sourceOf(rule.pattern, { ...parts, [mutant.part]: '\u0000' }) === source) continue
      out.add(withoutNames(new RegExp(source, 'u').source))
    }
  }
  return out
}

/** The change of a mutant, as `modules.loading` takes it. `fault.error` is set where it cannot be made. */
function changeOf(mutant, fault) {
  const path = resolve(root, mutant.file)
  if (mutant.text !== undefined) return { path, text: mutant.text }
  return {
    path,
    edit(namespace) {
      try {
        editGrammar(namespace, mutant)
      } catch (error) {
        fault.error = error
      }
    },
  }
}

function editGrammar({ parts, default: grammar }, { file, at, part, pattern, needs }) {
  if (file === 'grammars/parts.ts') parts[part] = pattern
  else if (part) grammar.parts[part] = pattern
  else {
    const rule = grammar.rules.find(({ id }) => id === at)
    rule.pattern = pattern
    if (needs) rule.needs = needs
  }
}

const messageOf = (error) => String(error?.message ?? error).slice(0, 120)

/** Numbers of the tests that reach what a mutant changes. */
function testsFor(mutant, users, grammars) {
  const keys = mutant.area === 'grammars' ? sourcesOf(grammars, mutant) : [`${mutant.file} ${mutant.within}`]
  return new Set([...keys].flatMap((key) => [...(users.get(key) ?? [])]))
}

/**
 * What the suite makes of a mutant: `killed` where a test fails that passes again on the library as it is, `survived` where all
 * pass, `invalid` where the changed module does not load (no program to be tested), `error` where the fault is here.
 */
async function judge(mutant, { modules, suite, files, users, grammars }) {
  const outside = mutant.area !== 'grammars' && mutant.within === null
  const wanted = testsFor(mutant, users, grammars)
  const fault = {}
  const change = changeOf(mutant, fault)
  const loader = modules.loading(change)
  for (const { file, first, tests: plain, skipped } of files) {
    if (!modules.reaches(testPath(file), change.path)) continue
    const asked = plain.map((_, i) => i).filter((i) => !skipped.has(i) && (outside || wanted.has(first + i)))
    if (asked.length === 0) continue
    let tests
    try {
      tests = await testsOf(loader, suite, file)
    } catch (error) {
      return { status: 'invalid', by: `${file}: ${messageOf(error)}` }
    }
    if (fault.error) throw fault.error
    if (tests.length !== plain.length)
      return { status: 'invalid', by: `${file}: ${tests.length} tests instead of ${plain.length}` }
    for (const i of asked) {
      const { name, body } = tests[i]
      try {
        await body()
      } catch {
        const by = `${file}: ${name}`
        try {
          await plain[i].body()
        } catch (error) {
          return {
            status: 'error',
            by: `${by}: fails without the mutant too: ${String(error?.message ?? error).slice(0, 120)}`,
          }
        }
        return { status: 'killed', by }
      }
    }
  }
  return { status: 'survived', by: null }
}

async function main() {
  const suite = createSuite()
  const modules = createModules({ vitest: await synthetic('vitest', suite.exports) })
  let grammars
  const known = await new Promise((done) => process.once('message', done))
  const files = await readSuite(modules, suite, process.argv.slice(2), known.users ? known : null)
  const users = known.users ? new Map(known.users) : await readReach(modules, suite, files)
  process.on('message', async (mutant) => {
    const begin = performance.now()
    let answer
    try {
      if (mutant.area === 'grammars') grammars ??= await readGrammars()
      answer = await judge(mutant, { modules, suite, files, users, grammars })
    } catch (error) {
      answer = { status: 'error', by: String(error?.stack ?? error) }
    }
    process.send({ ...answer, ms: Math.round(performance.now() - begin) })
  })
  process.send({
    ready: true,
    known: {
      users: [...users].map(([key, tests]) => [key, [...tests]]),
      skipped: Object.fromEntries(files.map(({ file, skipped }) => [file, [...skipped]])),
    },
    tests: files.reduce((n, { tests, skipped }) => n + tests.length - skipped.size, 0),
    skipped: files.flatMap(({ file, tests, skipped }) => [...skipped].map((i) => `${file}: ${tests[i].name}`)),
  })
}

await main()
