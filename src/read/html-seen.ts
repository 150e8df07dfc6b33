/** The lines of a page with what the rules see of each: sentence, link, file, the site's own. */
import attachmentsGrammar from '../../grammars/attachments.js'
import htmlGrammar from '../../grammars/html.js'
import { compile } from '../grammar.js'
import type { PageLine, PageText } from './html-lines.js'
import type { PageNode } from './html-tree.js'
import { fold } from './normalize.js'
import { asSource } from './source-text.js'

const rules = compile(htmlGrammar)
const attachments = compile(attachmentsGrammar)

/** A line with what the rules see of it. */
export interface Seen {
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

/** A rule that is matched once for a line, however often it is asked for. */
export type Asked = keyof typeof ASKED

export function holds(one: Seen, name: Asked): boolean {
  const [bit, rule] = ASKED[name]
  if (!(one.asked & bit)) {
    one.asked |= bit
    if (rule.test(one.head)) one.held |= bit
  }
  return (one.held & bit) !== 0
}

const HEAD_LENGTH = 300

/** Signs that fonts of old encodings leave as Yi syllables: NFKC knows nothing of them. */
const YI_SIGNS = /[\ua3a1-\ua3bf]/

/** Most lines of a page: names of columns, without a sign that NFKC changes. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/

export function see(line: PageLine, text: PageText): Seen {
  const printed = text.text.text.slice(line.start, Math.min(line.end, line.start + HEAD_LENGTH))
  const head = PLAIN.test(printed)
    ? printed.trim()
    : (YI_SIGNS.test(printed) ? fold(asSource(printed)).text : printed).normalize('NFKC').trim()
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

export const isPageLink = (one: Seen) =>
  one.linky && !one.file && !holds(one, 'attachment') && !holds(one, 'webAddress')

/** Whether a line names an attachment; among the page's own tools a file must be named as one. */
export const isAttachment = (one: Seen) =>
  holds(one, 'attachment') || (one.file && (!one.chrome || attachments.extension.test(one.head)))

/** Marks sentences that are no part of any notice: teasers below or above the link they lead to, and disclaimers. */
export function markForeign(nodes: readonly PageNode[], seen: readonly Seen[]): void {
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
export const around = (nodes: readonly PageNode[], node: number) => Math.max(0, nodes[node]!.parent)

const contains = (nodes: readonly PageNode[], outer: number, inner: number) =>
  inner >= outer && inner < nodes[outer]!.last

/** A link to another page, alone or with its day, or what was one; a line of the site's own foot. */
export function leadsAway(one: Seen): boolean {
  const { line, sentence, file, head } = one
  if (rules.imprint.test(head) || rules.otherPage.test(head)) return true
  if (sentence || file || line.linked - line.filed < 4) return false
  return !TELLING.some((name) => holds(one, name))
}
