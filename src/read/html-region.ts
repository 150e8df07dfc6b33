/**
 * Where on a page the notice stands. Names of content roots help where they hold most of the text; else the element
 * with the most running text and the fewest links is taken. Around it only what belongs to a notice is kept: the title,
 * the page's own table, the day of publication before it; attachments and a signature behind it.
 */
import htmlGrammar from '../../grammars/html.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { type Core, findCore } from './html-core.js'
import type { PageFile, PageLine, PageText } from './html-lines.js'
import { type Pair, pageTable, type TextLines } from './html-pairs.js'
import { type Asked, holds, isAttachment, isPageLink, leadsAway, markForeign, type Seen, see } from './html-seen.js'
import { keyOf, type Range, TitleFinder } from './html-title.js'
import type { Page, PageNode } from './html-tree.js'

const rules = compile(htmlGrammar)
const zones = compile(zonesGrammar)

/** A line that is kept, and as what. */
export interface Kept {
  line: PageLine
  kind: 'text' | 'heading' | 'pairs'
  /** Set before everything else: the page prints it behind the text. */
  moved: boolean
  /** What a line of the kind `pairs` says; offsets in the text of all lines. */
  pairs: Pair[]
}

/** What of a page is the notice. */
export interface NoticeLines {
  kept: Kept[]
  titled: boolean
  /** Links to files in the lines that are kept, and in those left out because the text says the same. */
  files: PageFile[]
}

/** The lines of a page that are the notice. */
export function noticeLines(page: Page, text: PageText, pageTitle: string): NoticeLines {
  const seen = text.lines.map((line) => see(line, text))
  markForeign(page.nodes, seen)
  const core = findCore(page, seen)
  const reader = new Region(page, text, seen, core, keyOf(pageTitle))
  return reader.keep()
}

const DAY =
  /(?<!\d)(?:19|20)\d{2}\s*(?:[-/.]|年)\s*(?:1[0-2]|0?[1-9])\s*(?:[-/.]|月)\s*(?:3[01]|[12]\d|0?[1-9])(?!\d)日?/
/** How many lines above the text its day may stand where the title is in the text. */
const NEAR = 4

class Region implements TextLines {
  private readonly nodes: PageNode[]
  private readonly all: string
  /** Lines of the core: [first, last). */
  readonly first: number
  readonly last: number
  /** First line of running text in the core. */
  readonly opening: number
  private readonly kept: Kept[] = []
  /** Lines that are the values of labels above them. */
  private values: ReadonlySet<number> = new Set()
  /** Links behind the text whose names the text holds already. */
  private readonly repeated = new Set<PageLine>()

  constructor(
    page: Page,
    private readonly text: PageText,
    private readonly seen: readonly Seen[],
    private readonly core: Core,
    private readonly pageTitle: string,
  ) {
    this.nodes = page.nodes
    this.all = text.text.text
    const from = seen.findIndex(({ line }) => line.node >= core.first)
    let to = from < 0 ? seen.length : from
    while (to < seen.length && seen[to]!.line.node < core.last) to++
    this.first = this.headedFrom(from < 0 ? seen.length : from)
    this.last = to
    let opening = this.first
    while (opening < to && !this.opensText(seen[opening]!)) opening++
    this.opening = opening < to ? opening : this.first
  }

  private holds(i: number, name: Asked): boolean {
    return holds(this.seen[i]!, name)
  }

  private opensText({ head, sentence, linky, chrome }: Seen): boolean {
    return (sentence || zones.numberedHead.test(head)) && !linky && !chrome
  }

  /** The first numbered heading of the frame around the text: headings and short lines can stand before its first sentence. */
  private headedFrom(first: number): number {
    if (this.core.named) return first
    for (let i = 0; i < first; i++) {
      const { line, head, linky, chrome } = this.seen[i]!
      if (!linky && !chrome && this.inScope(line) && zones.numberedHead.test(head)) return i
    }
    return first
  }

  keep(): NoticeLines {
    const { pairs, values } = pageTable(this.nodes, this.all, this.seen, this)
    this.values = values
    const titles = new TitleFinder(this.nodes, this.seen, this, this.pageTitle)
    const best = titles.find(pairs)
    const title = best >= 0 && best < this.first && titles.isPrinted(best) ? -1 : best
    const heading = titles.run(title)
    for (let i = 0; i < this.first; i++) this.keepBefore(i, heading, pairs)
    const stop = this.keepCore(heading, pairs)
    this.keepBehind(stop, pairs)
    return { kept: this.kept, titled: best >= 0, files: this.files() }
  }

  private files(): PageFile[] {
    const { lines, files } = this.text
    const wanted = new Set(this.repeated)
    for (const { line } of this.kept) wanted.add(line)
    let i = 0
    return files.filter(({ start }) => {
      while (i < lines.length && lines[i]!.end <= start) i++
      return i < lines.length && wanted.has(lines[i]!)
    })
  }

  private add(i: number, kind: Kept['kind'] = 'text', moved = false, pairs: Pair[] = []): void {
    this.kept.push({ line: this.seen[i]!.line, kind, moved, pairs })
  }

  /** Above the text: the title, the table, the day, the number, and what stands between title and text. */
  private keepBefore(i: number, title: Range, pairs: Map<number, Pair[]>): void {
    const rows = pairs.get(i)
    const day = rows ? null : this.dayBefore(i, title)
    if (i >= title.first && i <= title.last) this.add(i, 'heading')
    else if (rows) this.add(i, 'pairs', false, rows)
    else if (day) this.add(i, 'pairs', false, [day])
    else if (this.belongsAbove(i, title)) this.add(i)
  }

  private belongsAbove(i: number, title: Range): boolean {
    const { line, head, linky, chrome, sentence, foreign } = this.seen[i]!
    if (this.values.has(i)) return false
    if (this.holds(i, 'published')) return line.size < 200
    if (chrome || linky) return false
    if (rules.number.test(head)) return true
    if (title.first < 0 || i < title.first || this.holds(i, 'tools') || this.holds(i, 'placeholder')) return false
    if (this.inScope(line) && zones.addressees.test(head) && !zones.notAddressees.test(head)) return true
    if (sentence) return !foreign && !this.core.named
    // Labels and short lines before the first whole sentence.
    return rules.subtitle.test(head) || (i > title.last && !this.core.named && this.goesOn(i))
  }

  /** A day between heading and text, on a line that does not label it. */
  private dayBefore(i: number, title: Range): Pair | null {
    const { line, head, linky, chrome, sentence } = this.seen[i]!
    if (title.first < 0 || sentence || line.size > 120) return null
    // An account prints its own headline and the day; the notice's title stands in the text below.
    const inText = title.first >= this.first && i >= this.first - NEAR && rules.dated.test(head)
    if (i < title.first && !inText) return null
    // Among the buttons for sharing, only a day that the page's source or counter stands behind.
    if ((linky || chrome) && !rules.stamped.test(head)) return null
    const other =
      this.values.has(i) || this.holds(i, 'published') || rules.number.test(head) || rules.otherDay.test(head)
    return other ? null : this.dayOf(i)
  }

  /** The day on a line between heading and text: that of publication, which many sites print without a label. */
  private dayOf(i: number): Pair | null {
    const { line } = this.seen[i]!
    const text = this.all.slice(line.start, line.end)
    const m = DAY.exec(text)
    if (!m) return null
    const start = line.start + m.index
    return { label: '发布日期', labelStart: start, labelEnd: start, valueStart: start, valueEnd: start + m[0].length }
  }

  private siteDay(i: number): Pair | null {
    const { head } = this.seen[i]!
    return rules.dated.test(head) || this.holds(i, 'dateAlone') ? this.dayOf(i) : null
  }

  /** 附件【推荐表.doc】已下载12次: the name alone is printed by the notice's author. */
  private downloadOf(i: number): Pair | null {
    const { line, head, file } = this.seen[i]!
    if (!file || line.filed < 2 || !rules.download.test(head)) return null
    const label = this.all.startsWith('附件', line.fileStart) ? '' : '附件'
    return { label, labelStart: line.start, labelEnd: line.start, valueStart: line.fileStart, valueEnd: line.fileEnd }
  }

  /** The text itself without the page's tools; returns the line at which the page goes on with other things. */
  private keepCore(title: Range, pairs: Map<number, Pair[]>): number {
    const runs = this.linkRuns()
    for (let i = this.first; i < this.last; i++) {
      const { line, head, linky, chrome } = this.seen[i]!
      const rows = pairs.get(i)
      if (rows) {
        this.add(i, 'pairs', false, rows)
        continue
      }
      if (this.values.has(i)) continue
      if (i >= title.first && i <= title.last) {
        this.add(i)
        continue
      }
      if (i > this.opening && this.endsPage(i)) return i
      // 2021-04-09 10:00 below the heading; 2021年4月9日 alone may be the notice's own.
      const day = i > title.last && i < this.opening && /\d[-/.]\d|\d:\d/.test(head) ? this.siteDay(i) : null
      if (day) {
        this.add(i, 'pairs', false, [day])
        continue
      }
      const download = this.downloadOf(i)
      if (download) {
        this.add(i, 'pairs', false, [download])
        continue
      }
      const attachment = isAttachment(this.seen[i]!)
      if ((chrome && !attachment && !this.isSignature(i)) || this.holds(i, 'placeholder')) continue
      if (line.size < 80 && this.holds(i, 'tools') && !this.holds(i, 'published') && !rules.dated.test(head)) continue
      if (linky && !attachment && !this.holds(i, 'webAddress') && (i < this.opening || runs.has(i))) continue
      this.add(i)
    }
    return this.last
  }

  /** Whether the page goes on with other things here; a mere heading must have links below it. */
  private endsPage(i: number): boolean {
    const { line, linky, chrome } = this.seen[i]!
    if (line.size > 80) return false
    if (this.holds(i, 'pageEnd')) return true
    return (
      this.holds(i, 'listHead') &&
      (linky || chrome || [1, 2].some((k) => isPageLink(this.seen[i + k] ?? this.seen[i]!)))
    )
  }

  /** Lines of the core that stand in runs of links: lists of other pages. */
  private linkRuns(): Set<number> {
    const out = new Set<number>()
    let from = this.first
    for (let i = this.first; i <= this.last; i++) {
      const one = this.seen[i]
      if (i < this.last && isPageLink(one!)) continue
      if (i - from > 2) for (let k = from; k < i; k++) out.add(k)
      from = i + 1
    }
    return out
  }

  /** A body's name and a day below it, or the day itself. */
  private isSignature(i: number): boolean {
    const one = this.seen[i]!
    const below = this.seen[i + 1]
    const above = this.seen[i - 1]
    if (one.line.size > 60 || one.linky) return false
    if (holds(one, 'dateAlone'))
      return above !== undefined && !above.linky && rules.unit.test(above.head) && above.line.size < 60
    return rules.unit.test(one.head) && below !== undefined && !below.linky && holds(below, 'dateAlone')
  }

  private inScope({ node }: PageLine): boolean {
    const { scope, first } = this.core
    return scope < first && node >= scope && node < this.nodes[scope]!.last
  }

  /** A line beside the text, in the frame that holds both: a part of the notice that has an element of its own. */
  private goesOn(i: number): boolean {
    const { line, head, linky, chrome, foreign } = this.seen[i]!
    if (chrome || foreign || !this.inScope(line)) return false
    if (this.holds(i, 'tools') || this.holds(i, 'disclaimer') || this.holds(i, 'placeholder')) return false
    // What a publishing system sets beside its own content root is the page's, but for whom to ask.
    if (this.core.named) return rules.contact.test(head)
    const below = this.seen[i + 1]
    if (leadsAway(this.seen[i]!) || (line.heading > 0 && below && leadsAway(below))) return false
    return !linky || this.holds(i, 'webAddress')
  }

  /** Behind the text: attachments, a signature set apart, running text of the same notice; later only the day. */
  private keepBehind(stop: number, pairs: Map<number, Pair[]>): void {
    let open = stop === this.last
    let distance = 0
    let attachments = 0
    let text = ''
    for (let i = stop; i < this.seen.length; i++) {
      const { line, head, linky, chrome, sentence, foreign } = this.seen[i]!
      const rows = pairs.get(i)
      if (rows) {
        this.add(i, 'pairs', true, rows)
        continue
      }
      if (!chrome && line.size < 200 && this.holds(i, 'published')) {
        this.add(i, 'text', true)
        continue
      }
      if (!open) continue
      if (this.endsPage(i)) {
        open = false
        continue
      }
      distance += line.size
      if (isAttachment(this.seen[i]!)) {
        text ||= keyOf(this.kept.map((k) => this.all.slice(k.line.start, k.line.end)).join(''))
        const key = keyOf(head.replace(/\.[a-z]{3,4}$/i, '').replace(/^附件\s*[\d一二三四五六七八九十]{0,3}/, ''))
        const download = this.downloadOf(i)
        if (key.length > 2 && text.includes(key)) {
          this.repeated.add(line)
          continue
        }
        if (attachments++ >= 40) continue
        if (download) this.add(i, 'pairs', false, [download])
        else this.add(i)
      } else if (this.isSignature(i)) {
        if (distance < 300) this.add(i)
      } else if (this.goesOn(i)) this.add(i)
      else if (
        sentence &&
        !linky &&
        !chrome &&
        !foreign &&
        !this.core.named &&
        distance < 4000 &&
        !this.holds(i, 'tools')
      )
        this.add(i)
    }
  }
}
