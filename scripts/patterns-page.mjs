// docs/patterns.md: what the analyser says of every pattern, and why what it does not call safe may stay.

/** Microseconds a character of the worst text may cost where every quantifier is bounded. */
const MOST_MICROS = 10

/** Why a pattern with a quantifier that does not end may stay although an attack was found, by its id. */
const EXPLAINED = new Map([
  [
    '2d41056f0866',
    'reads the calendar that the same file has just written: every event is closed, and content cannot look like a line of it, since what is folded begins with a space',
  ],
])

const isHarmless = ({ bounded, micros }) => bounded && micros !== null && micros <= MOST_MICROS

/** What is not known to be safe and is neither bounded nor explained. */
export const unexplained = (entries) =>
  entries.filter((entry) => entry.status !== 'safe' && !isHarmless(entry) && !EXPLAINED.has(entry.id))

const number = (value) => (value === null || value === undefined ? '–' : String(value))

function rowOf({ id, complexity, bounded, micros, exponent }, patterns) {
  const { where } = patterns.get(id)
  const kind = complexity.replace(' (fuzz)', '').replace(' polynomial', '')
  return `| ${where.join(', ')} | \`${id}\` | ${kind} | ${bounded ? 'yes' : 'no'} | ${number(micros)} | ${number(exponent)} |`
}

const table = (entries, patterns) =>
  [
    '| where | id | degree | bounded | µs a character | exponent |',
    '| --- | --- | --- | --- | --: | --: |',
    ...entries.map((entry) => rowOf(entry, patterns)).sort(),
  ].join('\n')

/** The page; `patterns` by their id, `entries` their verdicts. */
export function listPage(patterns, entries) {
  const of = (status) => entries.filter((entry) => entry.status === status)
  const [safe, vulnerable, unknown] = [of('safe'), of('vulnerable'), of('unknown')]
  const proven = safe.filter(({ checker }) => checker === 'automaton').length
  const bounded = vulnerable.filter(isHarmless)
  const explained = vulnerable.filter(({ id }) => EXPLAINED.has(id))
  const open = unexplained(entries)
  const reasons = explained.map(({ id }) => `- ${patterns.get(id).where.join(', ')} (\`${id}\`): ${EXPLAINED.get(id)}.`)
  return `# Patterns

Every compiled pattern of the library — each rule of the grammars, each literal in \`src\`, and what \`src\` builds of data while it
is loaded — was checked for super-linear behaviour with [recheck](https://makenowjust-labs.github.io/recheck/). \`npm run patterns\`
checks what is new, writes this page and ends with code 1 when a pattern is not known to be safe and neither bounded nor explained;
\`npm run patterns -- --again\` checks all of them. An id stands for the source and the flags of a pattern, wherever it is used.

| | patterns |
| --- | --: |
| safe, proven on the automaton | ${proven} |
| safe, no attack found by recheck's fuzzer (look-around and the like: no proof) | ${safe.length - proven} |
| an attack was found, but every quantifier is bounded | ${bounded.length} |
| an attack was found, and the use is explained | ${explained.length} |
| not known to be safe, not explained | ${open.length} |
| unknown: the analyser gave up in its time | ${unknown.length} |
| **all** | **${entries.length}** |

## An attack was found, but every quantifier is bounded

The degree that recheck gives holds while the text is shorter than the bounds. Beyond them the work at one start is at most a
constant, so that a search is linear in the text; \`test/linear.test.ts\` holds that constant for every rule. Each was run over
recheck's own attack of 2 to 64 thousand characters: at most ${MOST_MICROS} µs a character are allowed. The exponent is that of the
last two doublings, – where it took too little time to tell.

${table(bounded, patterns)}

## An attack was found, and the use is explained

${reasons.length ? reasons.join('\n') : 'None.'}
${open.length ? `\n## Not explained\n\n${table(open, patterns)}\n` : ''}
## Unknown

The analyser has ten seconds for a pattern. Those on which it gave up were run over their own examples, repeated; where every
quantifier is bounded, what is said above holds for them too.

${unknown.length ? table(unknown, patterns) : 'None.'}
`
}
