/** Whether a text is a notice at all: the marks of one are weighed against those of news, lists, forms and tables of contents. */

import siteLinesGrammar from '../../grammars/site-lines.js'
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { elementsOf, type NoticeElement, type NoticeTree } from './tree.js'
import { titleEnd } from './zones/title.js'

const siteLines = compile(siteLinesGrammar)
const zones = compile(zonesGrammar)
const titles = compile(titleGrammar)

/** What each mark of a notice weighs; a text needs `THRESHOLD`. */
const WEIGHTS = {
  title: 2,
  about: 1,
  number: 2,
  addressees: 2,
  signature: 2,
  masthead: 2,
  metadata: 1,
  opening: 1.5,
  selfReference: 1.5,
  numbered: 0.5,
  named: 0.5,
  attachment: 0.5,
  copiedTo: 1,
  official: 1,
  act: 1,
  business: 2,
  called: 2,
  formula: 2,
}
const THRESHOLD = 2
/** As many headings or labels of a tender, a recruitment, a call as no other text has. */
const BUSINESS = 3

export function recognize(tree: NoticeTree): boolean {
  const elements = elementsOf(tree)
  const has = (type: string) => elements.some((e) => e.type === type)
  let score = 0
  const title = elements.find((e) => e.type === 'title')
  const headed =
    titles.boxed.at(title?.value ?? '', 0)?.groups.title ?? title?.value.slice(0, titleEnd(title.value)) ?? ''
  if (title && [titles.ending, titles.paged, titles.fronted].some((rule) => rule.test(headed))) score += WEIGHTS.title
  else if (title && (titles.act.test(title.value) || titles.otherKind.test(headed))) score += WEIGHTS.act
  if (title && titles.about.test(title.value)) score += WEIGHTS.about
  // 标题:… of a page's own table stands in for it.
  if (
    !title &&
    elements.some(
      ({ type, value }) => type === 'metadata' && siteLines.titleRow.test(value) && titles.ending.test(value),
    )
  )
    score += WEIGHTS.title
  // So does it, less surely, where it names no 文种: a post with its front matter.
  else if (!title && elements.some(({ type, value }) => type === 'metadata' && siteLines.titleRow.test(value)))
    score += WEIGHTS.named
  if (zones.called.test(elements.find((e) => e.type === 'paragraph')?.value ?? '')) score += WEIGHTS.called
  if (has('documentNumber')) score += WEIGHTS.number
  if (has('addressees')) score += WEIGHTS.addressees
  if (
    has('signature') &&
    (has('signedDate') || elements.some((e) => e.type === 'paragraph' && zones.opening.test(e.value)))
  )
    score += WEIGHTS.signature
  if (has('masthead')) score += WEIGHTS.masthead
  if (elements.filter((e) => e.type === 'metadata').length >= 3) score += WEIGHTS.metadata
  if (has('copiedTo')) score += WEIGHTS.copiedTo
  if (has('official')) score += WEIGHTS.official
  if (has('attachmentNote')) score += WEIGHTS.attachment
  const stated = score >= THRESHOLD
  const read = linesOf(elements)
  const { lines, sentences } = read
  if (read.news) score -= 3
  if (read.leaders > lines * 0.3) score -= 6
  if (!hasHan(tree.clean.text)) score -= 6
  if (sentences < 2 && bareLabelsOf(elements) > lines * 0.5) score -= 3
  // The outcome of a tender needs fewer of them, as does a lecture.
  const known = title && [titles.outcome, titles.occasion, titles.otherKind].some((rule) => rule.test(title.value))
  const business = () => isBusiness(elements, known ? 1 : 0, stated)
  if (sentences === 0 && !has('signature') && !has('addressees') && !business()) score -= 3
  // What else speaks for a notice is looked for where that is not yet enough.
  if (score < THRESHOLD && elements.some((e) => isText(e) && zones.opening.test(e.value))) score += WEIGHTS.opening
  if (score < THRESHOLD && elements.some((e) => isText(e) && zones.formula.test(e.value))) score += WEIGHTS.formula
  if (score < THRESHOLD && elements.some((e) => isText(e) && titles.selfReference.test(e.value)))
    score += WEIGHTS.selfReference
  if (score < THRESHOLD && business()) score += WEIGHTS.business
  if (score < THRESHOLD && elements.filter(isNumbered).length > 1) score += WEIGHTS.numbered
  return score >= THRESHOLD
}

const isText = ({ type }: NoticeElement) => type === 'paragraph' || type === 'caption'
const isNumbered = (e: NoticeElement) => isText(e) && e.value.length < 60 && zones.numberedHead.test(e.value)

/** What is counted over all lines: page numbers behind leaders, sentences, what a report says of itself. */
function linesOf(elements: readonly NoticeElement[]) {
  let leaders = 0
  let lines = 0
  let sentences = 0
  let news = 0
  for (let i = 0; i < elements.length; i++) {
    const e = elements[i]!
    if (e.type === 'chrome') continue
    lines++
    // A leader ends in a page number.
    if (e.value.length < 120 && endsInDigit(e.value) && zones.leader.test(e.value)) leaders++
    if (!isText(e)) continue
    if (e.value.includes('。')) sentences++
    // A report says so at its beginning or its end.
    if ((lines < 8 || i > elements.length - 6) && zones.news.test(e.value)) news++
  }
  return { leaders, lines, sentences, news }
}

/** Whether a line ends in a digit, in brackets or not. */
function endsInDigit(value: string): boolean {
  const unit = value.charCodeAt(value.length - (value.endsWith(')') ? 2 : 1))
  return unit >= 0x30 && unit <= 0x39
}

/** Labels with nothing or a blank behind them. */
const bareLabelsOf = (elements: readonly NoticeElement[]): number =>
  elements.filter((e) => isText(e) && e.value.length < 60 && (/$(?<=[:\t]\s*)/.test(e.value) || /_{3,}/.test(e.value)))
    .length

/** Whether there are headings and labels enough of a tender, a recruitment, a call; of a text that states its kind, above its first sentence. */
function isBusiness(elements: readonly NoticeElement[], known: number, stated: boolean): boolean {
  let business = known
  let sentences = 0
  for (const e of elements) {
    if (!isText(e)) continue
    if (e.value.includes('。')) sentences++
    if (stated && sentences > 0) break
    if (zones.business.test(e.value) && ++business >= BUSINESS) break
  }
  return business >= BUSINESS
}

/** Latin letters for each Han at most: a notice in two languages has three or four for the same words. */
const LATIN = 5

/** Whether enough of the letters are Han. */
function hasHan(text: string): boolean {
  let han = 0
  let latin = 0
  const limit = Math.min(text.length, 20_000)
  for (let i = 0; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (c >= 0x3400 && c <= 0x9fff) han++
    else if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)) latin++
  }
  return han > 0 && han * LATIN >= latin
}
