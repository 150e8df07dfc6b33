/** The figures of a run: the table that is printed, and docs/mutation.md. */

const percent = (share) => `${(100 * share).toFixed(0)} %`

const countOf = (results, status) => results.filter((r) => r.status === status).length

/** Share of the killed among what could be tested. */
const shareOf = (results) => countOf(results, 'killed') / (results.length - countOf(results, 'invalid'))

/** Share of an area: that of each file by the number of its mutants, and half the width of its interval of 95 %. */
function weighted(files, counts) {
  let all = 0
  let killed = 0
  let variance = 0
  for (const [file, results] of files) {
    const n = results.length - countOf(results, 'invalid')
    const mutants = counts.get(file)
    if (n === 0) continue
    const share = shareOf(results)
    all += mutants
    killed += mutants * share
    variance += (mutants ** 2 * share * (1 - share) * Math.max(0, 1 - n / mutants)) / n
  }
  return { share: killed / all, half: (1.96 * Math.sqrt(variance)) / all }
}

const grouped = (results, key) => {
  const groups = new Map()
  for (const result of results) {
    const name = result[key]
    if (!groups.has(name)) groups.set(name, [])
    groups.get(name).push(result)
  }
  return groups
}

const cells = (results) => ['killed', 'survived', 'timeout', 'invalid'].map((status) => countOf(results, status))
const row = (...values) => `| ${values.join(' | ')} |`

/** A row for each file and area. `counts`: all mutants of a file, of which `results` may be a sample. */
export function tableOf(results, counts) {
  const lines = [
    row('', 'mutants', 'tried', 'killed', 'survived', 'hung', 'not loaded', 'score'),
    '| --- | --: | --: | --: | --: | --: | --: | --: |',
  ]
  for (const [area, inArea] of grouped(results, 'area')) {
    const files = grouped(inArea, 'file')
    for (const [file, list] of files)
      lines.push(row(file.replace(/\.ts$/, ''), counts.get(file), list.length, ...cells(list), percent(shareOf(list))))
    const { share, half } = weighted(files, counts)
    const all = [...files.keys()].reduce((n, file) => n + counts.get(file), 0)
    const score = `**${percent(share)}**${half >= 0.005 ? ` ± ${(100 * half).toFixed(0)}` : ''}`
    lines.push(row(`**${area}**`, all, inArea.length, ...cells(inArea), score))
  }
  return lines.join('\n')
}

function operatorTable(results) {
  const lines = [row('operator', 'tried', 'survived'), '| --- | --: | --: |']
  for (const [operator, list] of [...grouped(results, 'operator')].sort(
    ([, a], [, b]) => countOf(b, 'survived') - countOf(a, 'survived'),
  ))
    lines.push(row(operator, list.length, countOf(list, 'survived')))
  return lines.join('\n')
}

/** docs/mutation.md. */
export function pageOf(results, { counts, tests, skipped, sample, seed }) {
  const inCode = (r) => r.area !== 'grammars'
  const total = [...counts.values()].reduce((a, b) => a + b, 0)
  const chosen = Number.isFinite(sample) ? `at most ${sample} of each file, chosen by seed ${seed}` : 'all of them'
  return `# Mutation testing

A test that passes proves little unless it would fail on a wrong program. \`npm run mutate\` makes small slips in the library, one at
a time — mutants — and looks whether a test fails on each. This page is written by \`npm run mutate -- --write\`.

## What is mutated

- **grammars**: the patterns and parts of every rule in \`grammars/\` (not the lexicons, which are lists made from sources);
- **engine**: \`src/grammar.ts\`, which compiles and runs them;
- **resolve**: what makes fields and days of what they find — \`extract/resolve\`, \`extract/dates\`, \`extract/years\`,
  \`knowledge/calendar\`, \`knowledge/spoken-days\`, \`knowledge/working-days\`;
- **deadlines**: \`extract/deadlines\`, \`deadline-act\`, \`terms\`, \`recurrence\`, \`ranges\`.

In patterns (\`scripts/mutate/patterns.mjs\`): an alternative or a member of a class is dropped, a class negated, an anchor or a
look-around dropped, an optional piece required, a bound moved by one (halved above 8), a capture lost or swapped with the next, a
rule or one of its \`needs\` dropped. In code (\`scripts/mutate/code.mjs\`): conditions negated, boundaries moved, operators swapped,
numbers raised, strings emptied, statements removed, results and defaults dropped, methods taken for each other.

Why not Stryker: a grammar is data that is compiled to patterns at run time. Stryker knows strings only as something to be emptied;
its look into patterns (weapon-regex) is for literals, and drops no alternative, which is the slip that lists of words invite.
On code it does run (StrykerJS 9.6.1; 10 wants Node.js 22): with one worker it took nine minutes for 105 of the 174 mutants of
two files, nine of them counted as killed because they hung. The same machine, no less busy, tried a thousand mutants here in
eleven minutes, because a mutant is loaded anew only as far as it is imported.

## How to read it

Each mutant is held against the tests that reach it: those that ran the pattern or the function when all passed. The tests are the
repository's own — the examples of the rules, \`test/tables/forms\`, the golden corpus, and the tests of dates, deadlines and
the other fields — run in one process. A mutant is

- **killed** when a test fails on it and passes again at once on the library as it is;
- **survived** when none fails;
- **hung** when it takes more than 10 s of processor time: not counted as killed;
- **not loaded** when the changed module throws before any test runs, which says nothing of the tests: left out of the score.

When what tries the mutants fails itself, that is no kill: the run says so and ends with an error. Before the first mutant of an
area, a change of nothing is tried and must survive; \`test/mutation.test.ts\` plants one, a hang, a crash and a fault that
outlives its mutant. The score of an area weighs each file by the number of its mutants. It is a lower bound: tests that take
longer than 0.1 s (${skipped.length} of ${tests + skipped.length}) and those that need other processes are not asked.

\`test/tables/forms\` are double entry for the rules: a phrase for each word of a list, made from the rules' own examples by changing one
place, with what the rule takes of it. They say that a rewriting lost none, not that a form is right; that is said by the examples,
the corpus and the tests. A change that is meant edits the line.

## Score

${results.length} of ${total} mutants were tried, ${chosen}, against ${tests} tests.

${tableOf(results, counts)}

## What survives

In patterns:

${operatorTable(results.filter((r) => !inCode(r)))}

In code:

${operatorTable(results.filter(inCode))}

What was looked at and left, in patterns:

- **Bounds** that guard against long texts (\`[^。]{0,80}\`, blanks between pieces), and the least length of what a name may be: one
  more, one fewer or half as many says nothing about a form.
- **Words that another piece covers**: \`居委会\` beside \`委员会\` and \`会\`, \`GB/T\` beside a series with \`/T\` behind it, a word before an open
  end. Dropped, the rule takes the same: equivalent.
- **Words that a name must not begin or end with** (\`deadline-details\`, \`outline\`): each keeps one reading of many away, and
  the phrases that would show it were not composed.
- **Captures** that are read on one of several paths.

In code:

- **Equivalent**: two scores are never apart by exactly the limit (0.9 − 0.75 is not 0.15 in floating point); buckets that are
  rounded the other way at both ends; \`null\` of chrono-node that its types allow and it never gives; a day cut off at more
  characters than it has; a time zone a minute off.
- **Limits of how far is looked** (30 characters of lead, 50 sessions, 160 characters for an actor): one more is as good.
- **Skipping early** where what follows comes to the same.
- **The wording of messages**, which no test fixes on purpose.
- **Hung**: loops that lose their step or their end, in \`ranges\` and \`recurrence\`; any run shows them, but no check fails.
`
}
