/** docs/noise.md: how far the noise law holds, kind by kind and field by field, and why it does not where it does not. */
import type { Agreement } from './noise-facts.js'
import type { Variant } from './noise-run.js'

/** Why a variant differs: what is not on the sheet any more, or what the parser does not do yet. */
export const CLASSES: Record<string, string> = {
  'full-row':
    'Two lines are read as one. The upper one is exactly full and has no stop (a value, an item of a list), or ends with one where neither an indent nor a blank line is left to tell whether its paragraph goes on.',
  'cut-row':
    'A line that goes on is read as ended: it ends its sentence exactly at the edge and the next one loses its link to it, it begins as a paragraph would, or so few rows are full that the width of the sheet is not known.',
  'torn-row':
    'The same in contact details: a name, a number, an address or a postcode is parted from what it belongs to, without any punctuation there.',
  'torn-head': 'The same in the head and the signature: a title or a list of issuers that was torn within a name.',
  relation:
    'What the notice does with a document is said in another row, or beside a quotation mark of another kind: the relation or an article is missed, or said of the document beside it.',
  'row-start': 'Rows of a programme, full to the edge, run together or part at a time.',
  'no-stop':
    'A paragraph without its stop: a numbered sentence is printed as a heading is, a sentence runs into the next line, a consequence is no sentence of its own.',
  'look-alike': 'The round brackets of the year stand within the round brackets that hold the number behind a title.',
  glued:
    'A citation over rows of a sheet that was printed narrow before: signs of another width make a row longer or shorter than its paper.',
  'as-printed': 'A cell of a table is given as printed, with the letter O for a zero.',
  twice: 'A date that the site prints twice, alike: with noise on one of them the other is no repetition.',
  markup:
    'Blanks or invisible characters where Markdown wants none: behind lines of a quotation, within the marks of bold type.',
}

export const nameOf = ({ kind, base, draw }: Variant) => [kind.name, base.from, base.slug, String(draw)].join(' | ')

/** Rows of test/tables/noise.txt: `why | kind | from | slug | draw`. */
export function readExplained(source: string): Map<string, string> {
  const out = new Map<string, string>()
  for (const line of source.split('\n')) {
    if (!line || line.startsWith('#')) continue
    const [why, ...name] = line.split(' | ')
    out.set(name.join(' | '), why!)
  }
  return out
}

interface Count {
  variants: number
  whole: number
  same: number
  all: number
}

const zero = (): Count => ({ variants: 0, whole: 0, same: 0, all: 0 })

function count(into: Count, { same, all, whole }: Agreement): void {
  into.variants++
  into.whole += Number(whole)
  into.same += same
  into.all += all
}

/** What the variants gave: by kind, by text, by field, and each that differs. */
export class NoiseTally {
  readonly total = zero()
  readonly kinds = new Map<string, Count & { group: string }>()
  readonly sources = new Map<string, Count>()
  /** Facts missing and facts added, by field. */
  readonly fields = new Map<string, { facts: number; missing: number; extra: number }>()
  readonly differing: string[] = []

  add(variant: Variant): void {
    const { kind, base, result } = variant
    const of = this.kinds.get(kind.name) ?? { ...zero(), group: kind.group }
    this.kinds.set(kind.name, of)
    const from = this.sources.get(base.from) ?? zero()
    this.sources.set(base.from, from)
    for (const into of [this.total, of, from]) count(into, result)
    for (const { field } of base.facts) this.field(field).facts++
    for (const { field } of result.missing) this.field(field).missing++
    for (const { field } of result.extra) this.field(field).extra++
    if (!result.whole) this.differing.push(nameOf(variant))
  }

  private field(name: string) {
    const of = this.fields.get(name) ?? { facts: 0, missing: 0, extra: 0 }
    this.fields.set(name, of)
    return of
  }
}

const percent = (part: number, all: number) => (all ? ((part / all) * 100).toFixed(part === all ? 0 : 2) : '–')
const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

export function noisePage(tally: NoiseTally, explained: ReadonlyMap<string, string>): string {
  const { total } = tally
  const out: string[] = []
  let group = ''
  for (const [name, c] of tally.kinds) {
    out.push(
      row([
        c.group === group ? '' : `**${c.group}**`,
        name,
        c.variants,
        percent(c.whole, c.variants),
        percent(c.same, c.all),
      ]),
    )
    group = c.group
  }
  const reasons = new Map<string, number>()
  for (const name of tally.differing) {
    const why = explained.get(name) ?? 'unexplained'
    reasons.set(why, (reasons.get(why) ?? 0) + 1)
  }
  return `# Noise

What carriers put on a notice must not change what is read in it. \`test/noise.test.ts\` puts every kind of noise on every text
of the corpus (as text, as Markdown, as the text read out of Markdown and of a page, and in the article of a page) and
compares all facts, value by value, with those of the clean text; the generator is seeded and lies in \`test/tools/noise.ts\`.

**${total.variants} variants: ${percent(total.same, total.all)} % of all facts equal; ${percent(total.whole, total.variants)} % of the variants equal in every fact and in their order.**

Names, numbers, codes and days are compared to the letter. Words that are given as printed (titles, headings, actions) are
compared without white space and with one shape for brackets and quotes, since the noise itself put those there.
A fact counts as different when it is missing and when it is added. A contact point, a table or an event is one fact with
all its parts.

## By kind

${row(['', 'kind', 'variants', 'wholly equal, %', 'facts equal, %'])}
${row(['---', '---', '--:', '--:', '--:'])}
${out.join('\n')}

## By text

${row(['text', 'variants', 'wholly equal, %', 'facts equal, %'])}
${row(['---', '--:', '--:', '--:'])}
${[...tally.sources].map(([name, c]) => row([name, c.variants, percent(c.whole, c.variants), percent(c.same, c.all)])).join('\n')}

## By field

${row(['field', 'facts', 'missing', 'added'])}
${row(['---', '--:', '--:', '--:'])}
${[...tally.fields]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, f]) => row([name, f.facts, f.missing, f.extra]))
  .join('\n')}

## What differs, and why

Each of the ${tally.differing.length} variants that differ in anything stands in \`test/tables/noise.txt\` with one of these reasons; the test fails on one
that does not.

${row(['reason', 'variants', ''])}
${row(['---', '--:', '---'])}
${[...reasons]
  .sort((a, b) => b[1] - a[1])
  .map(([why, n]) => row([why, n, CLASSES[why] ?? '']))
  .join('\n')}

\`node scripts/noise-table.mjs\` writes this page anew; \`node scripts/noise-table.mjs list\` prints what every differing variant
lacks and adds.
`
}
