/** The result of `gongwen eval` for reading. */
import type { Difference, Evaluation, Scores } from '../eval/index.js'
import { clean, pad } from './text.js'

const percent = (share: number) => (100 * share).toFixed(1)
const signed = (share: number) => `${share < 0 ? '−' : '+'}${(100 * Math.abs(share)).toFixed(1)}`
const cells = (row: readonly string[], widths: readonly number[]) =>
  row
    .map((cell, i) => (i === 0 ? pad(cell, widths[i]!) : cell.padStart(widths[i]!)))
    .join('  ')
    .trimEnd()

function lines(rows: readonly string[][]): string[] {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows.map((row) => cells(row, widths))
}

/** `−0.0` of a change too small to be seen is still told by its sign. */
function changeOf(change: Difference | null, field: string): string {
  const f1 = change?.fields[field]
  if (!f1) return ''
  if (f1.before === null) return 'new'
  return f1.after === null ? 'gone' : signed(f1.after - f1.before)
}

export function evaluationTable(result: Evaluation, change: Difference | null, misses: boolean): string {
  const { fields, micro, perNotice, notices, allRight } = result
  const numbers = ({ precision, recall, f1 }: Pick<Scores, 'precision' | 'recall' | 'f1'>) =>
    [precision, recall, f1].map(percent)
  const delta = (text: string) => (change ? [text] : [])
  const microChange = change && change.micro.after !== change.micro.before
  const rows = [
    ['field', 'precision', 'recall', 'F1', ...delta('change'), 'facts', 'notices', 'all right'],
    ...Object.entries(fields).map(([name, one]) => [
      name,
      ...numbers(one),
      ...delta(changeOf(change, name)),
      String(one.gold),
      String(one.notices),
      String(one.allRight),
    ]),
    [
      'all facts',
      ...numbers(micro),
      ...delta(microChange ? signed(change.micro.after - change.micro.before) : ''),
      String(micro.gold),
      String(notices),
      String(allRight),
    ],
    ['mean of notices', ...numbers(perNotice), ...delta(''), '', String(notices), ''],
  ]
  const more = [...(misses ? missLines(result) : []), ...(change ? changeLines(change) : [])]
  return `${[...lines(rows), ...more].join('\n')}\n`
}

function missLines({ each }: Evaluation): string[] {
  return each
    .filter(({ misses, error }) => misses.length || error !== undefined)
    .flatMap(({ name, precision, recall, f1, misses, error }) => [
      '',
      `${clean(name)}  precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)}`,
      ...(error === undefined ? [] : [`  ${clean(error)}`]),
      ...misses.flatMap(({ field, missing, extra }) => [
        ...missing.map((key) => `  ${field}: - ${clean(key)}`),
        ...extra.map((key) => `  ${field}: + ${clean(key)}`),
      ]),
    ])
}

function changeLines({ version, allRight, changes, added, gone }: Difference): string[] {
  const out = [
    '',
    `since the baseline (gongwen ${clean(version)}): all right ${allRight.before} → ${allRight.after} notices`,
  ]
  for (const { name, mended, broken } of changes) {
    out.push(clean(name), ...broken.map((fact) => `  broken  ${clean(fact)}`))
    out.push(...mended.map((fact) => `  mended  ${clean(fact)}`))
  }
  if (!changes.length) out.push('no fact has changed')
  const only = (names: string[], which: string) =>
    names.length ? [`only ${which}: ${names.map(clean).join(', ')}`] : []
  return [...out, ...only(added, 'in this run'), ...only(gone, 'in the baseline')]
}
