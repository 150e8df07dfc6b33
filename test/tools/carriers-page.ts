/** docs/carriers.md: how far the carrier law holds, carrier by carrier and field by field. */
import { CARRIERS, type Case, CORE, FIELDS } from './carriers.js'

/** Counts of comparisons. */
export class Tally {
  private readonly counts = new Map<string, { same: number; all: number }>()
  /** What differs: carrier, notice and field. */
  readonly differences: string[] = []

  add(carrier: string, notice: string, field: string, same: boolean): void {
    if (!same) this.differences.push(`${carrier}: ${field} of ${notice}`)
    const key = `${carrier}\n${field}`
    const count = this.counts.get(key) ?? { same: 0, all: 0 }
    this.counts.set(key, { same: count.same + Number(same), all: count.all + 1 })
  }

  count(carrier?: string, field?: string): { same: number; all: number } {
    const sum = { same: 0, all: 0 }
    for (const [key, { same, all }] of this.counts) {
      const [c, f] = key.split('\n')
      if ((carrier !== undefined && c !== carrier) || (field !== undefined && f !== field)) continue
      sum.same += same
      sum.all += all
    }
    return sum
  }

  /** Share of equal comparisons; 1 where there was nothing to compare. */
  share(carrier?: string, field?: string): number {
    const { same, all } = this.count(carrier, field)
    return all ? same / all : 1
  }
}

const percent = ({ same, all }: { same: number; all: number }) =>
  all === 0 ? '–' : same === all ? '100' : ((same / all) * 100).toFixed(1)

export function carriersPage(tally: Tally, cases: readonly Case[]): string {
  const names = CARRIERS.map(({ name }) => name)
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const fields = Object.keys(FIELDS).map((field) => {
    const label = CORE.includes(field) ? `**${field}**` : field
    return row([label, String(tally.count('DOCX', field).all), ...names.map((n) => percent(tally.count(n, field)))])
  })
  const total = row(['all', String(tally.count('DOCX').all), ...names.map((n) => percent(tally.count(n)))])
  return `# Carriers

The same notice as text, Markdown, HTML, DOCX, DOC, PDF or OFD gives the same facts. \`test/carriers.test.ts\` makes ${cases.length}
notices of the corpus into each carrier below and compares what is read with what the text gives, value by value
(spans differ: each points into its own source, and the test checks that it reads there as its text).

A cell is the share, in percent, of notices whose field is equal, among those where either side has something in it; the
second column says how many of the ${cases.length} that are for DOCX, which adds nothing. Core fields are bold: the test asks for 100 there, and for 99
over all.

${row(['field', 'notices', ...names])}
${row(['---', '--:', ...names.map(() => '--:')])}
${fields.join('\n')}
${total}

Not equal: ${tally.differences.length ? `${tally.differences.join('; ')}.` : 'nothing.'}

## What the carriers are

- **HTML, portal**: a page with a metadata table, the title in \`<h1>\` and again in the text, a content root of
  paragraphs, breadcrumbs, related articles and a footer with the site's own telephone.
- **HTML, county CMS**: tables within tables, the text one cell broken by \`<br>\`, indents of \`&nbsp;\`, a side column and a
  footer with telephones of the site.
- **HTML, pasted from Word**: divs without names, runs split at each change of script, source lines wrapped within tags.
- **Markdown**: headings, escaped marks, pipe tables.
- **DOCX**: set as GB/T 9704-2012 asks, tables with borders, the names of a joint signature in a table without, page numbers.
- **DOCX, rewritten**, **DOC**, **PDF**: the same document saved by LibreOffice (\`test/fixtures/carriers\`).
- **OFD**: each line, cell and border drawn at its place.

Alignment and indents come from the layout of the corpus text; where its title and signature stand comes from the golden
file. No value of a field does, but for the table and the info line of the sites, which repeat some as sites do.

## What a site adds

A page says things that the sheet does not, and they are facts too. The portal's table states 发布日期 and 主题分类: the date is
expected as \`published\`, the category as a theme of kind \`category\`. The CMS's info line states the day of publishing. All
else in the metadata table repeats the notice. 发文机关 there names only the first of several bodies, as portals do, and the
signature outweighs it. A text that was itself copied from a site (list-publicity) says when it was published in a line of
its own, which comes before the page's table: the day is the same, the printed form is not.

## Notices

${cases.map((c) => c.slug).join(', ')}.

\`node scripts/carriers.mjs\` writes this page anew; \`node scripts/carriers.mjs fixtures\` makes the files of LibreOffice anew.
`
}
