// Every compiled pattern of the library: the rules of the grammars, the literals in src, and what src builds of data.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { check } from 'recheck'
import ts from 'typescript'

/** `g`, `y` and `d` say where to look and what to tell, not what to find. */
const findingFlags = (flags) => flags.replace(/[gyd]/g, '')

/** Name of a pattern in the list: that of its source and flags, wherever it stands. */
export const idOf = ({ source, flags }) => createHash('sha256').update(`${flags}/${source}`).digest('hex').slice(0, 12)

export const rulePatterns = (grammars, compile) =>
  grammars.flatMap((grammar) => {
    const compiled = compile(grammar)
    return grammar.rules.map((rule) => ({
      where: `${grammar.name}.${rule.id}`,
      source: compiled[rule.id].source,
      flags: 'u',
      examples: [...rule.matches, ...rule.rejects],
    }))
  })

export const sourceFiles = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')])

function* nodesOf(node) {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

const parsed = ([file, text]) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)

export const literalPatterns = (files) =>
  files.flatMap((file) =>
    [...nodesOf(parsed(file))].filter(ts.isRegularExpressionLiteral).map(({ text }) => {
      const end = text.lastIndexOf('/')
      const [source, flags] = [text.slice(1, end), text.slice(end + 1)]
      // A sticky literal is tried where the program stands, and nowhere else.
      return { where: file[0], source: flags.includes('y') ? `^(?:${source})` : source, flags: findingFlags(flags) }
    }),
  )

/** Files that build patterns at run time. */
export const buildingFiles = (files) =>
  files
    .filter(([, text]) => text.includes('RegExp'))
    .filter((file) =>
      [...nodesOf(parsed(file))].some(
        (node) => (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp',
      ),
    )
    .map(([file]) => file)

/** What a file builds while it is loaded. */
export async function builtPatterns(file, load) {
  const Plain = globalThis.RegExp
  const out = []
  const make = (target, args) => {
    const made = new target(...args)
    out.push({ where: file, source: made.source, flags: findingFlags(made.flags) })
    return made
  }
  globalThis.RegExp = new Proxy(Plain, { construct: make, apply: (target, _, args) => make(target, args) })
  try {
    await load()
  } finally {
    globalThis.RegExp = Plain
  }
  return out
}

const asBuilt = (pattern) => ({ ...pattern, built: true })

/** All of them by their id; `load` gives the exports of a piece of TypeScript. */
export async function everyPattern(root, load) {
  const grammars = readdirSync(join(root, 'grammars')).filter((file) => file.endsWith('.ts'))
  const files = sourceFiles(join(root, 'src'))
  const modules = await load(
    [
      `export { compile } from './src/grammar.ts'`,
      ...grammars.map((file, i) => `import * as g${i} from './grammars/${file}'`),
      `export const grammars = [${grammars.map((_, i) => `g${i}`)}].flatMap((g) => ('default' in g ? [g.default] : []))`,
    ].join('\n'),
  )
  const found = [...rulePatterns(modules.grammars, modules.compile), ...literalPatterns(files)]
  for (const file of buildingFiles(files))
    found.push(...(await builtPatterns(file, () => load(`export * from './src/${file}'`))).map(asBuilt))
  return byId(found)
}

export function byId(patterns) {
  const out = new Map()
  for (const pattern of patterns) {
    const id = idOf(pattern)
    const same = out.get(id)
    if (!same) out.set(id, { ...pattern, id, where: [pattern.where] })
    else {
      if (!same.where.includes(pattern.where)) same.where.push(pattern.where)
      if (!pattern.built) same.built = false
      if (pattern.examples) same.examples = [...(same.examples ?? []), ...pattern.examples]
    }
  }
  return out
}

/** Milliseconds the analyser has for one pattern, and one run of a pattern over an attack. */
const ANALYSIS = 10_000
const RUN = 4000

/** What the analyser says of a pattern; of those it does not call safe also whether all is bounded, and what they cost. */
export async function verdictOf({ id, source, flags, examples, built }) {
  const found = await check(source, flags, { timeout: ANALYSIS })
  const entry = { id, ...(built && { built }), status: found.status, checker: found.checker }
  if (found.status === 'safe') return entry
  entry.complexity = found.status === 'unknown' ? found.error.kind : found.complexity.summary
  entry.bounded = isBounded(source, flags)
  const attacks = found.attack ? [attackWith(found.attack)] : (examples ?? ['a', ' ']).map((piece) => repeated(piece))
  return { ...entry, ...worstOf(attacks.map((attack) => measured(source, flags, attack))) }
}

/** Whether every quantifier ends: then a start costs a constant at most, and a search is linear in the text. */
export function isBounded(source, flags) {
  let bounded = true
  const parser = new RegExpParser({ ecmaVersion: 2024 })
  visitRegExpAST(
    parser.parsePattern(source, undefined, undefined, { unicode: /u/.test(flags), unicodeSets: /v/.test(flags) }),
    {
      onQuantifierEnter(node) {
        if (node.max === Number.POSITIVE_INFINITY) bounded = false
      },
    },
  )
  return bounded
}

const repeated = (piece) => (size) => piece.repeat(Math.ceil(size / piece.length))

/** The analyser's string with its pumps repeated until it has about `size` characters. */
const attackWith =
  ({ pumps, suffix }) =>
  (size) => {
    const once = pumps.reduce((sum, { pump }) => sum + pump.length, 0)
    const times = Math.max(1, Math.ceil(size / Math.max(1, once)))
    return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix
  }

/** A global search over growing attacks: microseconds for a character of the longest, how the time grew in its last doublings. */
function measured(source, flags, attack) {
  const points = []
  for (let size = 2048; size <= 65_536; size *= 2) {
    const text = attack(size)
    const time = Math.min(searchTime(source, flags, text), searchTime(source, flags, text))
    points.push([text.length, time])
    if (!(time < RUN * 100)) break
  }
  const [length, time] = points.at(-1)
  const fit = points.filter(([, micros]) => micros > 1000 && micros < Number.POSITIVE_INFINITY).slice(-3)
  return {
    micros: Number.isFinite(time) ? Number((time / length).toFixed(2)) : null,
    exponent:
      fit.length === 3 ? Number((Math.log(fit[2][1] / fit[0][1]) / Math.log(fit[2][0] / fit[0][0])).toFixed(2)) : null,
  }
}

const worstOf = (costs) =>
  costs.reduce((a, b) => ((b.micros ?? Number.POSITIVE_INFINITY) > (a.micros ?? Number.POSITIVE_INFINITY) ? b : a))

/** CPU time in microseconds; infinite where the search did not end in time. */
function searchTime(source, flags, text) {
  const context = createContext({ text, pattern: new RegExp(source, `g${flags}`) })
  const before = process.cpuUsage()
  try {
    runInContext("text.replace(pattern, '')", context, { timeout: RUN })
  } catch (error) {
    if (error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return Number.POSITIVE_INFINITY
    throw error
  }
  return process.cpuUsage(before).user
}
