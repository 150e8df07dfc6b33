/** The title of the notice among the lines of a page: the one above the text that looks most like it, and what belongs to it. */
import htmlGrammar from '../../grammars/html.js'
import { page as data } from '../../grammars/lexicon/page.js'
import titleGrammar from '../../grammars/title.js'
import { compile } from '../grammar.js'
import { namesOf, wordsOf } from './html-core.js'
import type { PageLine } from './html-lines.js'
import type { TextLines } from './html-pairs.js'
import { holds, type Seen } from './html-seen.js'
import type { PageNode } from './html-tree.js'
import { squeeze } from './squeeze.js'

const rules = compile(htmlGrammar)
const titles = compile(titleGrammar)
const TITLE_WORDS: ReadonlySet<string> = new Set(data.titleWords)
/** What is printed like a title and is none. */
const NO_TITLE = ['tools', 'published', 'dateAlone', 'pageEnd'] as const

export const keyOf = (text: string) => squeeze(text.normalize('NFKC'))

/** Indices of the first and last of a run of lines; both -1 for none. */
export interface Range {
  first: number
  last: number
}

export class TitleFinder {
  constructor(
    private readonly nodes: readonly PageNode[],
    private readonly seen: readonly Seen[],
    private readonly text: TextLines,
    private readonly pageTitle: string,
  ) {}

  /** Index of the line that looks most like the title, or -1. */
  find(pairs: ReadonlyMap<number, unknown>): number {
    let best = -1
    let bestScore = 3
    let between = 0
    for (let i = this.text.opening - 1; i >= 0; i--) {
      const score = pairs.has(i) ? 0 : this.titleScore(i) - Math.min(3, between * 0.004)
      if (score > bestScore) {
        best = i
        bestScore = score
      }
      between += this.seen[i]!.line.size
    }
    return best
  }

  /** The lines around the title's that are printed as it is: one heading broken by its author. */
  run(title: number): Range {
    let first = title
    let last = title
    if (title >= 0) {
      while (last - first < 6 && (this.alike(first - 1, title) || this.isBegun(first - 1, title))) {
        if (!this.titleLike(first - 1)) break
        first--
      }
      while (last - first < 6 && this.alike(last + 1, title) && this.titleLike(last + 1)) last++
    }
    return { first, last }
  }

  private alike(i: number, title: number): boolean {
    const one = this.seen[i]?.line
    const { line } = this.seen[title]!
    if (
      !one ||
      i < this.text.first !== title < this.text.first ||
      one.strong !== line.strong ||
      one.heading !== line.heading
    )
      return false
    if (one.block === line.block) return true
    return (line.strong || line.heading > 0) && this.nodes[one.block]!.parent === this.nodes[line.block]!.parent
  }

  /** 关于示例 above 事项的通知: a heading begun in a block of its own. */
  private isBegun(i: number, title: number): boolean {
    const above = this.seen[i]
    const one = this.seen[title]!
    if (!above || i < this.text.first !== title < this.text.first || !above.line.heading || !one.line.heading)
      return false
    if (this.nodes[above.line.block]!.parent !== this.nodes[one.line.block]!.parent) return false
    return titles.about.test(above.head) && !titles.ending.test(above.head) && !titles.about.test(one.head)
  }

  private titleLike(i: number): boolean {
    const { line, head, linky, chrome } = this.seen[i]!
    if (linky || chrome || line.row || line.size > 150 || i >= this.text.opening) return false
    if (titles.notTitle.test(head) && !(line.heading === 1 && titles.headline.test(head))) return false
    const one = this.seen[i]!
    return !NO_TITLE.some((name) => holds(one, name)) && !rules.dated.test(head) && !rules.number.test(head)
  }

  /** Whether the text prints the page's heading itself, at its own beginning. */
  isPrinted(heading: number): boolean {
    const title = keyOf(this.seen[heading]!.head)
    let inside = ''
    for (let i = this.text.first; i < this.text.opening; i++) {
      const { head } = this.seen[i]!
      const own = keyOf(head)
      if (this.titleLike(i) && own.length > 7 && titles.ending.test(head) && title.includes(own)) return true
      if (inside.length < 1000 && this.titleLike(i)) inside += own
    }
    return title.length > 3 && inside.includes(title)
  }

  private titleScore(i: number): number {
    const { line, head } = this.seen[i]!
    if (line.size < 4 || !this.titleLike(i)) return 0
    let score = titles.ending.test(head) ? 4 : 0
    if (titles.about.test(head)) score += 2
    if (line.heading) score += line.heading < 4 ? 4 - line.heading * 0.5 : 1
    if (this.hasTitleName(line)) score += 2
    const key = keyOf(head)
    if (key.length > 5 && this.pageTitle.startsWith(key)) score += 4
    else if (key.length > 7 && this.pageTitle.includes(key)) score += 2
    return score
  }

  private hasTitleName(line: PageLine): boolean {
    let node = this.nodes[line.node]!.parent
    for (let k = 0; k < 3 && node > 0; k++, node = this.nodes[node]!.parent) {
      if (wordsOf(namesOf(this.nodes[node]!)).some((word) => TITLE_WORDS.has(word))) return true
    }
    return false
  }
}
