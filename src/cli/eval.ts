/** `gongwen eval`: reads the notices of a folder and measures them against the golden files beside them. */
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { version } from '../../package.json'
import {
  BaselineError,
  createEvaluation,
  difference,
  type Evaluation,
  type Facts,
  GoldenError,
  readBaseline,
  readGolden,
} from '../eval/index.js'
import { type EvalCommand, UsageError } from './args.js'
import { evaluationTable } from './eval-table.js'
import { noticesIn } from './folder.js'
import { type Io, isBrokenPipe, write } from './io.js'
import { stringify } from './json.js'
import { clean } from './text.js'

interface Pair {
  name: string
  path: string
  golden: Facts
}

export async function runEval(command: EvalCommand, io: Io): Promise<number> {
  const { folder, format, misses } = command
  const baseline = command.baseline === undefined ? null : await loadBaseline(command.baseline)
  const { pairs, faults } = await pairsIn(folder)
  for (const fault of faults) await say(fault, io)
  if (!pairs.length) throw new UsageError(`no notice with a golden file (NAME.json beside NAME.txt) in '${folder}'`)
  const result = await measure(pairs, command)
  for (const { name, error } of result.each) if (error !== undefined) await say(`${name}: ${error}`, io)
  const change = baseline && difference(baseline, result)
  try {
    const text =
      format === 'json'
        ? `${stringify(change ? { ...result, baseline: change } : result, 1)}\n`
        : evaluationTable(result, change, misses)
    await write(io.stdout, text)
  } catch (error) {
    if (!isBrokenPipe(error)) throw error
  }
  if (faults.length || result.each.some(({ error }) => error !== undefined)) return 2
  return change?.worse ? 1 : 0
}

const say = (text: string, { stderr }: Io) => write(stderr, `gongwen: ${clean(text)}\n`).catch(() => {})

async function loadBaseline(path: string): Promise<Evaluation> {
  try {
    return readBaseline(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(`--baseline ${path}: ${error.message}`)
    throw error
  }
}

/** Names are relative to the folder, with slashes, so that runs on other machines can be compared. */
async function pairsIn(folder: string): Promise<{ pairs: Pair[]; faults: string[] }> {
  const pairs: Pair[] = []
  const faults: string[] = []
  const beside = await goldenIn(folder)
  const taken = new Map<string, string>()
  for (const path of await noticesIn(folder)) {
    const golden = `${path.slice(0, -extname(path).length)}.json`
    if (!beside.has(golden)) continue
    taken.set(golden, path)
    try {
      const name = relative(folder, path).split(sep).join('/')
      pairs.push({ name, path, golden: readGolden(await readFile(golden, 'utf8')) })
    } catch (error) {
      if (!(error instanceof GoldenError)) throw error
      faults.push(`${golden}: ${error.message}`)
    }
  }
  for (const golden of beside)
    if (!taken.has(golden)) faults.push(`${golden}: there is no notice ${basename(golden, '.json')}.* beside it`)
  return { pairs, faults }
}

async function goldenIn(folder: string): Promise<Set<string>> {
  const found = new Set<string>()
  const open = [folder]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    // What is no folder is said by `noticesIn`.
    for (const entry of await readdir(next, { withFileTypes: true }).catch(() => [])) {
      if (entry.name.startsWith('.')) continue
      if (entry.isDirectory()) open.push(join(next, entry.name))
      else if (entry.name.endsWith('.json')) found.add(join(next, entry.name))
    }
  }
  return found
}

async function measure(pairs: readonly Pair[], { referenceDate, work }: EvalCommand): Promise<Evaluation> {
  const { batch } = await import('../batch/index.js')
  const evaluation = createEvaluation(version)
  const byPath = new Map(pairs.map((pair) => [pair.path, pair]))
  const options = { ...work, ...(referenceDate === undefined ? {} : { referenceDate }) }
  for await (const record of batch(byPath.keys(), options)) {
    const { name, golden } = byPath.get(record.path!)!
    if ('error' in record)
      evaluation.add({ name, golden, outcome: { error: `${record.error.code}: ${record.error.message}` } })
    else if ('notice' in record) evaluation.add({ name, golden, outcome: record })
  }
  return evaluation.end()
}
