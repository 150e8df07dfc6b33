/** Precision, recall and F1: per field, per notice, over all; and what has changed since an earlier run. */
import type { Notice } from '../index.js'
import type { Facts } from './golden.js'
import { MEASURES, type Measure, measuresOf } from './measures.js'

/** Facts of the golden file, facts of the answer, facts that are in both. */
interface Counts {
  gold: number
  found: number
  right: number
}

export interface Scores extends Counts {
  /** Of what was found, the share that is right; 1 where nothing was found and nothing is there. */
  precision: number
  /** Of what is there, the share that was found; 1 where nothing is there and nothing was found. */
  recall: number
  f1: number
}

interface FieldScores extends Scores {
  /** Notices whose golden file holds the field, and those of them in which all of it is right. */
  notices: number
  allRight: number
}

/** Comparison keys, not printed texts: without width, white space and punctuation. */
export interface Miss {
  field: string
  missing: string[]
  extra: string[]
}

interface NoticeScores extends Scores {
  name: string
  /** Why it could not be read; it then counts as read empty. */
  error?: string
  misses: Miss[]
}

export interface Evaluation {
  /** Marks the file as one that `--baseline` takes. */
  eval: 1
  version: string
  notices: number
  /** Notices in which every measured field is right. */
  allRight: number
  /** All facts in one pot. */
  micro: Scores
  /** Mean of the notices' own precision, recall and F1: each counts as much whatever it holds. */
  perNotice: Pick<Scores, 'precision' | 'recall' | 'f1'>
  fields: Record<string, FieldScores>
  each: NoticeScores[]
}

export interface Case {
  name: string
  golden: Facts
  outcome: { notice: Partial<Notice> } | { error: string }
}

function scores({ gold, found, right }: Counts): Scores {
  const precision = found ? right / found : gold ? 0 : 1
  const recall = gold ? right / gold : found ? 0 : 1
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  return { gold, found, right, precision, recall, f1 }
}

/** As often as a key stands in one list it must stand in the other. */
function compare(gold: readonly string[], answer: readonly string[]): { missing: string[]; extra: string[] } {
  const left = new Map<string, number>()
  for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1)
  const extra = answer.filter((key) => {
    const n = left.get(key) ?? 0
    if (n) left.set(key, n - 1)
    return n === 0
  })
  return { missing: [...left].flatMap(([key, n]) => Array<string>(n).fill(key)), extra }
}

/** What differs between golden facts and an answer, by the measures given. */
export function missesOf(golden: Facts, answer: Facts, measures: readonly Measure[]): Miss[] {
  return measures.flatMap(({ name: field, of, keys }) => {
    const { missing, extra } = compare(keys(golden[of]), keys(answer[of]))
    return missing.length || extra.length ? [{ field, missing, extra }] : []
  })
}

const none = (): Counts => ({ gold: 0, found: 0, right: 0 })

function add(to: Counts, { gold, found, right }: Counts): void {
  to.gold += gold
  to.found += found
  to.right += right
}

/** Takes cases one at a time, so that no more than one notice is held. */
export function createEvaluation(version: string): { add(one: Case): void; end(): Evaluation } {
  const fields = new Map(MEASURES.map(({ name }) => [name, { ...none(), notices: 0, allRight: 0 }]))
  const all = none()
  const each: NoticeScores[] = []
  return {
    add({ name, golden, outcome }) {
      const answer: Facts = 'notice' in outcome ? outcome.notice : {}
      const own = none()
      const misses: Miss[] = []
      for (const { name: field, of, keys } of measuresOf(golden)) {
        const gold = keys(golden[of])
        const found = keys(answer[of])
        const { missing, extra } = compare(gold, found)
        const counts = { gold: gold.length, found: found.length, right: gold.length - missing.length }
        const sum = fields.get(field)!
        add(sum, counts)
        add(own, counts)
        sum.notices++
        if (missing.length || extra.length) misses.push({ field, missing, extra })
        else sum.allRight++
      }
      add(all, own)
      each.push({ name, ...('error' in outcome ? { error: outcome.error } : {}), ...scores(own), misses })
    },
    end() {
      const mean = (part: 'precision' | 'recall' | 'f1') =>
        each.length ? each.reduce((sum, one) => sum + one[part], 0) / each.length : 0
      return {
        eval: 1,
        version,
        notices: each.length,
        allRight: each.filter(({ misses, error }) => !misses.length && error === undefined).length,
        micro: scores(all),
        perNotice: { precision: mean('precision'), recall: mean('recall'), f1: mean('f1') },
        fields: Object.fromEntries(
          [...fields].filter(([, { notices }]) => notices).map(([name, sum]) => [name, { ...sum, ...scores(sum) }]),
        ),
        each: each.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
      }
    },
  }
}
