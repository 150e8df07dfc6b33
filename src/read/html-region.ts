/**
 * Where on a page the notice stands. Names of content roots help where they hold most of the text; else the element
 * with the most running text and the fewest links is taken. Around it only what belongs to a notice is kept: the title,
 * the page's own table, the day of publication before it; attachments and a signature behind it.
 */
import attachmentsGrammar from '../../grammars/attachments.js'
import htmlGrammar, { page as data } from '../../grammars/html.js'
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { isNamed, type PageFile, type PageLine, type PageText } from './html-lines.js'
import type { Page, PageNode } from './html-tree.js'
import { fold } from './normalize.js'
import { squeeze } from './squeeze.js'

const rules = compile(htmlGrammar)
const titles = compile(titleGrammar)
const attachments = compile(attachmentsGrammar)
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

/** One row of a page's own table, or what is printed as if it were one. The label is as others print it. */
export interface Pair {
  label: string
  labelStart: number
  labelEnd: number
  valueStart: number
  valueEnd: number
}

/** A line with what the rules see of it. */
interface Seen {
  line: PageLine
  /** Its beginning, folded. */
  head: string
  sentence: boolean
  linky: boolean
  file: boolean
  chrome: boolean
  /** Beside a link that it tells about, or about the site itself. */
  foreign: boolean
  /** Which of `ASKED` were asked of its beginning, and which of them it holds, as bits. */
  asked: number
  held: number
}

/** Rules that more than one step asks of a line, each with its bit. */
const ASKED = {
  pageEnd: [1, rules.pageEnd],
  listHead: [2, rules.listHead],
  attachment: [4, rules.attachment],
  webAddress: [8, rules.webAddress],
  tools: [16, rules.tools],
  published: [32, rules.published],
  placeholder: [64, rules.placeholder],
  dateAlone: [128, rules.dateAlone],
  disclaimer: [256, rules.disclaimer],
} as const

/** What a line with a link can be that leads to no other page. */
const TELLING = ['tools', 'pageEnd', 'attachment', 'webAddress'] as const
/** What is printed like a title and is none. */
const NO_TITLE = ['tools', 'published', 'dateAlone', 'pageEnd'] as const

function holds(one: Seen, name: keyof typeof ASKED): boolean {
  const [bit, rule] = ASKED[name]
  if (!(one.asked & bit)) {
    one.asked |= bit
    if (rule.test(one.head)) one.held |= bit
  }
  return (one.held & bit) !== 0
}

const HEAD_LENGTH = 300
const CHROME_TAGS: ReadonlySet<string> = new Set(data.chromeTags)
const CHROME_WORDS: ReadonlySet<string> = new Set(data.chromeWords)
const TITLE_WORDS: ReadonlySet<string> = new Set(data.titleWords)
const ROOTS: ReadonlySet<string> = new Set(data.roots)
const FRAMES: ReadonlySet<string> = new Set(data.frames)

const keyOf = (text: string) => squeeze(text.normalize('NFKC'))

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

/** Signs that fonts of old encodings leave as Yi syllables: NFKC knows nothing of them. */
const YI_SIGNS = /[\ua3a1-\ua3bf]/

/** Most lines of a page: names of columns, without a sign that NFKC changes. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/

function see(line: PageLine, text: PageText): Seen {
  const printed = text.text.text.slice(line.start, Math.min(line.end, line.start + HEAD_LENGTH))
  const head = PLAIN.test(printed)
    ? printed.trim()
    : (YI_SIGNS.test(printed) ? fold({ text: printed, from: null, to: null }).text : printed).normalize('NFKC').trim()
  const sentence = rules.sentence.test(head)
  return {
    line,
    head,
    sentence,
    linky: line.linked > line.size * 0.5,
    file: line.filed > line.size * 0.4 || (!sentence && line.size < 80 && isDownload(line, text)),
    chrome: false,
    foreign: false,
    asked: 0,
    held: 0,
  }
}

/** 示例表:点击下载 */
const isDownload = ({ fileStart, fileEnd }: PageLine, { text }: PageText) =>
  fileEnd > fileStart && attachments.generic.test(text.text.slice(fileStart, Math.min(fileEnd, fileStart + 40)).trim())

const isPageLink = (one: Seen) => one.linky && !one.file && !holds(one, 'attachment') && !holds(one, 'webAddress')

/** Whether a line names an attachment; among the page's own tools a file must be named as one. */
const isAttachment = (one: Seen) =>
  holds(one, 'attachment') || (one.file && (!one.chrome || attachments.extension.test(one.head)))

/** Marks sentences that are no part of any notice: teasers below or above the link they lead to, and disclaimers. */
function markForeign(nodes: readonly PageNode[], seen: readonly Seen[]): void {
  const near = (a: Seen | undefined, b: Seen) => {
    if (!a || !isPageLink(a) || a.head.length < 6) return false
    const parent = around(nodes, b.line.block)
    const above = nodes[parent]!.parent
    return (
      contains(nodes, parent, a.line.node) ||
      (above > 0 && contains(nodes, above, a.line.node) && nodes[parent]!.name !== 'body')
    )
  }
  seen.forEach((one, i) => {
    if (!one.sentence || one.linky) return
    one.foreign = (one.line.size < 300 && holds(one, 'disclaimer')) || (one.line.size < 160 && near(seen[i - 1], one))
  })
}

/** The element around one; text without any stands in the page itself. */
const around = (nodes: readonly PageNode[], node: number) => Math.max(0, nodes[node]!.parent)

const contains = (nodes: readonly PageNode[], outer: number, inner: number) =>
  inner >= outer && inner < nodes[outer]!.last

/** First and last node of the element that holds the text; whether a content root told so; the element around both. */
interface Core {
  first: number
  last: number
  named: boolean
  scope: number
}

function findCore(page: Page, seen: readonly Seen[]): Core {
  const { nodes } = page
  const prose = new Float64Array(nodes.length)
  for (const one of seen) prose[one.line.block]! += proseOf(one)
  sumUp(nodes, prose)
  markChrome(nodes, seen, prose)
  const score = new Float64Array(nodes.length)
  for (const one of seen) score[one.line.block]! += scoreOf(one)
  sumUp(nodes, score)
  let best = 0
  for (let i = 1; i < nodes.length; i++) if (score[i]! > score[best]!) best = i
  // The innermost of those that are as good.
  for (let i = best + 1; i < nodes[best]!.last; i++) if (score[i]! >= score[best]! * 0.999) best = i
  if (score[best]! <= 0) best = 0
  const core = { first: best, last: nodes[best]!.last, named: false, scope: frameAround(nodes, seen, best) }
  const total = prose[0]!
  const within = (i: number) => i >= core.first && i < core.last
  const encloses = (i: number) => i <= core.first && nodes[i]!.last >= core.last
  let root = -1
  let frame = -1
  for (let i = 1; i < nodes.length; i++) {
    if (nodes[i]!.name === '' || prose[i]! < total * 0.3 || prose[i]! <= 0) continue
    if ((within(i) || encloses(i)) && isNamed(nodes[i]!, ROOTS) && (root < 0 || prose[i]! >= prose[root]! * 0.98))
      root = i
    else if (
      within(i) &&
      prose[i]! > total * 0.6 &&
      isNamed(nodes[i]!, FRAMES) &&
      (frame < 0 || prose[i]! >= prose[frame]! * 0.98)
    )
      frame = i
  }
  const named = root >= 0 ? root : frame
  if (named < 0) return core
  return { first: named, last: nodes[named]!.last, named: root >= 0, scope: frameAround(nodes, seen, named) }
}

/**
 * The widest element around the text in which no line leads to another page: the notice's own, though its parts stand in
 * elements beside each other.
 */
function frameAround(nodes: readonly PageNode[], seen: readonly Seen[], core: number): number {
  let before = -1
  let behind = nodes.length
  for (const one of seen) {
    const at = one.line.node
    if ((at >= core && at < nodes[core]!.last) || !leadsAway(one)) continue
    if (at < core) before = at
    else {
      behind = at
      break
    }
  }
  let scope = core
  while (scope > 0) {
    const { parent } = nodes[scope]!
    if (parent <= before || nodes[parent]!.last > behind) break
    scope = parent
  }
  return scope
}

/** A link to another page, alone or with its day, or what was one; a line of the site's own foot. */
function leadsAway(one: Seen): boolean {
  const { line, sentence, file, head } = one
  if (rules.imprint.test(head) || rules.otherPage.test(head)) return true
  if (sentence || file || line.linked - line.filed < 4) return false
  return !TELLING.some((name) => holds(one, name))
}

/** Characters of running text. */
const proseOf = ({ line, sentence, linky, foreign }: Seen) =>
  linky || foreign ? 0 : sentence ? line.size : line.row ? line.size * 0.2 : 0

function scoreOf(one: Seen): number {
  const { line, chrome } = one
  if (chrome) return -line.size * 0.5
  const links = (line.linked - line.filed) * 0.5
  if (line.size < 80 && (holds(one, 'pageEnd') || holds(one, 'listHead'))) return -line.size - links
  return proseOf(one) - links
}

function sumUp(nodes: readonly PageNode[], values: Float64Array): void {
  for (let i = nodes.length - 1; i > 0; i--) values[nodes[i]!.parent]! += values[i]!
}

/**
 * Marks the lines below elements whose tag or name is that of page furniture, unless most of the text is there. Within a
 * content root the names are the author's (MsoFooter).
 */
function markChrome(nodes: readonly PageNode[], seen: readonly Seen[], prose: Float64Array): void {
  const chrome = new Uint8Array(nodes.length)
  const known = new Map<string, boolean>()
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i]!
    if (chrome[node.parent]) chrome[i] = chrome[node.parent]!
    else if (node.name !== '' && prose[i]! > prose[0]! * 0.3 && isNamed(node, ROOTS)) chrome[i] = 2
    else if (node.name !== '' && isChrome(node, known) && prose[i]! <= prose[0]! * 0.4) chrome[i] = 1
  }
  for (const one of seen) one.chrome = chrome[nodes[one.line.node]!.parent] === 1
}

function isChrome(node: PageNode, known: Map<string, boolean>): boolean {
  if (CHROME_TAGS.has(node.name)) return true
  const names = namesOf(node)
  if (names === '') return false
  let is = known.get(names)
  if (is === undefined) {
    is = wordsOf(names).some((word) => CHROME_WORDS.has(word))
    known.set(names, is)
  }
  return is
}

const namesOf = ({ attributes }: PageNode) =>
  `${attributes?.id?.value.slice(0, 100) ?? ''} ${attributes?.class?.value.slice(0, 300) ?? ''}`.trim()

/** newsTitle-2 left_menu → news, title, left, menu; and each name as a whole. */
const wordsOf = (names: string) => [
  ...names.toLowerCase().split(/[\s\d]+/),
  ...names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/),
]

/** Labels as sites write them, each character possibly spaced out, to their common name. */
const labels = new Map<string, string>(
  data.labels.flatMap(([name, ...others]) => [name, ...others].map((l): [string, string] => [l, name])),
)
const tableLabels: ReadonlySet<string> = new Set(data.tableLabels)
const LABEL = new RegExp(
  `(?<=^|[\\s|;；,，\\[【(（>])(${[...labels.keys()]
    .sort((a, b) => b.length - a.length)
    .map((label) => [...label].join('[^\\S\\t\\n]{0,8}'))
    .join('|')})(?:[\\]】]?[^\\S\\t\\n]{0,4}[：:]|(?<=[\\[【][^\\[【\\]】]{2,20})[\\]】])`,
  'g',
)
/** What every label ends in; most lines hold none. */
const LABEL_END = /[：:\]】]/
const MAX_ROW = 1200
const DAY =
  /(?<!\d)(?:19|20)\d{2}\s*(?:[-/.]|年)\s*(?:1[0-2]|0?[1-9])\s*(?:[-/.]|月)\s*(?:3[01]|[12]\d|0?[1-9])(?!\d)日?/
const bare = (text: string) => text.replace(/[\s\u200b\ufeff]/g, '')

/** How many lines above the text its day may stand where the title is in the text. */
const NEAR = 4

class Region {
  private readonly nodes: PageNode[]
  private readonly all: string
  /** Lines of the core: [first, last). */
  private readonly first: number
  private readonly last: number
  /** First line of running text in the core. */
  private readonly opening: number
  private readonly kept: Kept[] = []
  /** Lines that are the values of labels above them. */
  private readonly values = new Set<number>()
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

  private holds(i: number, name: keyof typeof ASKED): boolean {
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
    const pairs = this.findPairs()
    const best = this.findTitle(pairs)
    const title = best >= 0 && best < this.first && this.printsTitle(best) ? -1 : best
    const heading = this.titleRun(title)
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

  /** The page's own table, by line; empty when there are too few labels to make one. */
  private findPairs(): Map<number, Pair[]> {
    const found = new Map<number, Pair[]>()
    const names = new Set<string>()
    const strong = new Set<string>()
    for (let i = 0; i < this.seen.length; i++) {
      // Within the text such labels are its own.
      if (i >= this.opening && i < this.last) continue
      const { line, chrome, linky } = this.seen[i]!
      if (chrome || (linky && line.size < 20) || line.size > MAX_ROW) continue
      const pairs = this.pairsOf(i).filter((pair) => {
        const empty = pair.valueEnd <= pair.valueStart
        if (tableLabels.has(pair.label)) strong.add(pair.label)
        if (empty || names.has(pair.label)) return false
        names.add(pair.label)
        return true
      })
      if (pairs.length) found.set(i, pairs)
    }
    if (strong.size >= 2) return found
    this.values.clear()
    return new Map()
  }

  private pairsOf(i: number): Pair[] {
    const { line } = this.seen[i]!
    const text = this.all.slice(line.start, line.end)
    const inline = LABEL_END.test(text) ? [...text.matchAll(LABEL)] : []
    if (inline.length) return inline.map((m, k) => this.inlinePair(i, text, m, inline[k + 1]?.index))
    return line.row ? cellPairs(text, line.start) : []
  }

  private isLabel({ start, end }: PageLine): boolean {
    return this.all.slice(start, Math.min(end, start + MAX_ROW)).search(LABEL) >= 0
  }

  private inlinePair(i: number, text: string, m: RegExpMatchArray, next: number | undefined): Pair {
    const { line } = this.seen[i]!
    const at = m.index!
    const start = at + m[0].length
    const stop = next ?? text.length
    let value = trimmed(text, start, stop)
    // A cell behind the value is another thing.
    const tab = text.indexOf('\t', value.start)
    if (tab >= 0 && tab < value.end) value = trimmed(text, value.start, tab)
    const pair = {
      label: labels.get(bare(m[1]!))!,
      labelStart: line.start + at,
      labelEnd: line.start + at + m[1]!.length,
      valueStart: line.start + value.start,
      valueEnd: line.start + value.end,
    }
    const below = this.seen[i + 1]
    if (value.end > value.start || line.row || next !== undefined || !below || i + 1 === this.first) return pair
    // Label and value in blocks of their own.
    const parent = around(this.nodes, line.block)
    if (
      below.line.size > 200 ||
      below.line.node >= this.nodes[parent]!.last ||
      /[：:]/.test(below.head) ||
      this.isLabel(below.line)
    )
      return pair
    this.values.add(i + 1)
    return { ...pair, valueStart: below.line.start, valueEnd: below.line.end }
  }

  /** Index of the line that looks most like the title, or -1. */
  private findTitle(pairs: Map<number, Pair[]>): number {
    let best = -1
    let bestScore = 3
    let between = 0
    for (let i = this.opening - 1; i >= 0; i--) {
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
  private titleRun(title: number): Range {
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
    if (!one || i < this.first !== title < this.first || one.strong !== line.strong || one.heading !== line.heading)
      return false
    if (one.block === line.block) return true
    return (line.strong || line.heading > 0) && this.nodes[one.block]!.parent === this.nodes[line.block]!.parent
  }

  /** 关于示例 above 事项的通知: a heading begun in a block of its own. */
  private isBegun(i: number, title: number): boolean {
    const above = this.seen[i]
    const one = this.seen[title]!
    if (!above || i < this.first !== title < this.first || !above.line.heading || !one.line.heading) return false
    if (this.nodes[above.line.block]!.parent !== this.nodes[one.line.block]!.parent) return false
    return titles.about.test(above.head) && !titles.ending.test(above.head) && !titles.about.test(one.head)
  }

  private titleLike(i: number): boolean {
    const { line, head, linky, chrome } = this.seen[i]!
    if (linky || chrome || line.row || line.size > 150 || i >= this.opening) return false
    if (titles.notTitle.test(head) && !(line.heading === 1 && titles.headline.test(head))) return false
    const one = this.seen[i]!
    return !NO_TITLE.some((name) => holds(one, name)) && !rules.dated.test(head) && !rules.number.test(head)
  }

  /** Whether the text prints the page's heading itself, at its own beginning. */
  private printsTitle(heading: number): boolean {
    const title = keyOf(this.seen[heading]!.head)
    let inside = ''
    for (let i = this.first; i < this.opening; i++) {
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

/** Indices of the first and last of a run of lines; both -1 for none. */
interface Range {
  first: number
  last: number
}

/** Label and value in turn in the cells of a row. */
function cellPairs(text: string, offset: number): Pair[] {
  const out: Pair[] = []
  let at = 0
  const cells = text.split('\t').map((cell) => {
    const start = at
    at += cell.length + 1
    return { start, end: start + cell.length, label: labels.get(bare(cell).replace(/[[\]【】：:]/g, '')) }
  })
  for (let k = 0; k + 1 < cells.length; k++) {
    const { label, start, end } = cells[k]!
    const next = cells[k + 1]!
    if (!label || next.label) continue
    const value = trimmed(text, next.start, next.end)
    out.push({
      label,
      labelStart: offset + start,
      labelEnd: offset + end,
      valueStart: offset + value.start,
      valueEnd: offset + value.end,
    })
    k++
  }
  return out
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  let to = end
  while (from < to && /[\s\u200b\ufeff]/.test(text[from]!)) from++
  while (to > from && /[\s\u200b\ufeff|;；]/.test(text[to - 1]!)) to--
  return { start: from, end: to }
}
