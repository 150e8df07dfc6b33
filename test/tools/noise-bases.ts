/** What noise is put on: every text of the corpus, in every carrier that has a text. */
import { readdirSync, readFileSync } from 'node:fs'
import { parseNotice } from '../../src/index.js'
import { readHtml } from '../../src/read/html.js'
import { readMarkdown } from '../../src/read/markdown.js'
import { CASES, type Case, caseOf } from './carriers.js'
import { factsOf, type NamedFact } from './noise-facts.js'
import { type Text, textOf } from './noise-text.js'
import type { Item } from './sheet.js'
import { countyPage, portalPage } from './sheet-html.js'

export interface Base {
  slug: string
  /** Where the text comes from. */
  from: 'text' | 'Markdown' | 'text of Markdown' | 'text of HTML' | 'HTML'
  text: Text
  /** The source that a reader gets when the text has become another. */
  written: (text: string) => string
  carrier: 'text' | 'markdown' | 'html'
  facts: NamedFact[]
}

/** Printed on a narrow sheet already. */
const WRAPPED = new Set(['grant-paged', 'pdf-glyph-noise', 'telegram-wrapped'])
/** A page's head or a whole text on one line: noise of its own kind, of which a sheet keeps nothing. */
const UNBROKEN = new Set(['exam-page-line', 'procurement-summary', 'screening-solid', 'training-one-line'])

const folder = new URL('../../corpus/', import.meta.url)

function base(
  slug: string,
  from: Base['from'],
  source: string,
  carrier: Base['carrier'],
  written: Base['written'] = (text) => text,
): Base {
  const notice = parseNotice(written(source), { carrier })
  const writing = carrier === 'markdown' ? 'markdown' : 'text'
  return {
    slug,
    from,
    text: textOf(source, writing, WRAPPED.has(slug), notice),
    written,
    carrier,
    facts: factsOf(notice),
  }
}

/** A page whose article has the noise; what the site itself puts around it has not. One line for each piece and each cell. */
function page(c: Case): Base {
  const lines = c.items.flatMap((item) =>
    item.kind === 'line' ? item.pieces : item.kind === 'table' ? item.rows.flat() : [],
  )
  const written = (text: string) => {
    const noisy = text.split('\n')
    let i = 0
    const next = () => noisy[i++]!
    const items = c.items.map(
      (item): Item =>
        item.kind === 'line'
          ? { ...item, pieces: item.pieces.map(next) }
          : item.kind === 'table'
            ? { ...item, rows: item.rows.map((row) => row.map(next)) }
            : item,
    )
    return countyPage(items, c.site)
  }
  return base(c.slug, 'HTML', lines.join('\n'), 'html', written)
}

export function basesOf(): Base[] {
  const files = readdirSync(folder).filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
  const out: Base[] = []
  for (const file of files.sort()) {
    const source = readFileSync(new URL(file, folder), 'utf8')
    const slug = file.replace(/\.\w+$/, '')
    if (UNBROKEN.has(slug)) continue
    if (file.endsWith('.md')) {
      out.push(base(slug, 'Markdown', source, 'markdown'))
      out.push(base(slug, 'text of Markdown', readMarkdown(source)!.raw.text, 'text'))
    } else out.push(base(slug, 'text', source, 'text'))
  }
  for (const file of CASES) {
    const c = caseOf(file)
    out.push(base(c.slug, 'text of HTML', readHtml(portalPage(c.items, c.site)).raw.text, 'text'))
    out.push(page(c))
  }
  return out
}
