/** Whether a text is a notice at all: the marks of one are weighed against those of news, lists, forms and tables of contents. */
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { elementsOf, type NoticeTree } from './tree.js'
import { titleEnd } from './zones/title.js'

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
  const headed = title?.value.slice(0, titleEnd(title.value)) ?? ''
  if (title && [titles.ending, titles.paged, titles.fronted].some((rule) => rule.test(headed))) score += WEIGHTS.title
  else if (title && (titles.act.test(title.value) || titles.otherKind.test(headed))) score += WEIGHTS.act
  if (title && titles.about.test(title.value)) score += WEIGHTS.about
  // 标题:… of a page's own table stands in for it.
  if (
    !title &&
    elements.some(({ type, value }) => type === 'metadata' && zones.titleRow.test(value) && titles.ending.test(value))
  )
    score += WEIGHTS.title
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
  let leaders = 0
  let lines = 0
  let sentences = 0
  let opening = false
  let self = false
  let formula = false
  let news = 0
  let bareLabels = 0
  let headings = 0
  // The outcome of a tender needs fewer of them, as does a lecture.
  let business =
    title && [titles.outcome, titles.occasion, titles.otherKind].some((rule) => rule.test(title.value)) ? 1 : 0
  for (let i = 0; i < elements.length; i++) {
    const e = elements[i]!
    if (e.type === 'chrome') continue
    lines++
    // A leader ends in a page number.
    if (e.value.length < 120 && /\d\)?$/.test(e.value) && zones.leader.test(e.value)) leaders++
    if (e.type === 'paragraph' || e.type === 'caption') {
      const { value } = e
      if (value.includes('。')) sentences++
      opening ||= zones.opening.test(value)
      if (value.length < 60 && zones.numberedHead.test(value)) headings++
      if ((score < THRESHOLD || sentences === 0) && business < BUSINESS && zones.business.test(value)) business++
      self ||= titles.selfReference.test(value)
      formula ||= zones.formula.test(value)
      // A report says so at its beginning or its end.
      if ((lines < 8 || i > elements.length - 6) && zones.news.test(value)) news++
      if (value.length < 60 && (/$(?<=[:\t]\s*)/.test(value) || /_{3,}/.test(value))) bareLabels++
    }
  }
  if (opening) score += WEIGHTS.opening
  if (formula) score += WEIGHTS.formula
  if (self) score += WEIGHTS.selfReference
  if (headings > 1) score += WEIGHTS.numbered
  if (business >= BUSINESS) score += WEIGHTS.business
  if (news) score -= 3
  if (leaders > lines * 0.3) score -= 6
  if (sentences === 0 && business < BUSINESS && !has('signature') && !has('addressees')) score -= 3
  if (bareLabels > lines * 0.5 && sentences < 2) score -= 3
  if (!hasHan(tree.clean.text)) score -= 6
  return score >= THRESHOLD
}

/** At least a third of the letters are Han. */
function hasHan(text: string): boolean {
  let han = 0
  let latin = 0
  const limit = Math.min(text.length, 20_000)
  for (let i = 0; i < limit; i++) {
    const c = text.charCodeAt(i)
    if (c >= 0x3400 && c <= 0x9fff) han++
    else if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)) latin++
  }
  return han > 0 && han * 2 >= latin
}
