/** The title (标题, GB/T 9704-2012, 7.3.1): which lines of the head it is printed on. */
import { squeeze } from '../../read/squeeze.js'
import { bodiesOnLine } from '../bodies-line.js'
import type { Block } from '../lines.js'
import { type Draft, isFree, isHeading } from './draft.js'
import { foot, siteLines, titles, zones } from './rules.js'

/** Marks the title: the last lines before the addressees that close with a 文种, joined upwards; the head ends at `stop`. */
export function markTitle(draft: Draft, stop: number): void {
  const { blocks, types } = draft
  const { best } = bestLine(draft, stop)
  for (let i = 0; i < stop; i++)
    if (i !== best && isFree(draft, i) && titles.orderHead.test(blocks[i]!.text)) types[i] = 'masthead'
  if (best < 0) return
  const first = begunAt(draft, best)
  const last = completedAt(draft, best, stop)
  let printed = ''
  for (let i = first; i <= last; i++) {
    types[i] = 'title'
    printed += blocks[i]!.text
  }
  if (last > first)
    draft.extra.push({ type: 'title', start: blocks[first]!.start, end: blocks[last]!.end, block: blocks[best]! })
  markRepeated(draft, printed, stop)
}

/** The free line above `stop` that is most like a title, or -1. */
function bestLine(draft: Draft, stop: number): { best: number; bestScore: number } {
  const { blocks } = draft
  let best = -1
  let bestScore = 0
  for (let i = 0; i < stop; i++) {
    if (!isFree(draft, i)) continue
    const score = titleScore(blocks[i]!, i, stop, blocks[i + 1], blocks[i - 1]) || (isRecordHead(draft, i) ? 1 : 0)
    if (score > bestScore) {
      best = i
      bestScore = score
    }
  }
  return { best, bestScore }
}

/** Shortest and longest line that is a title for nothing but its place. */
const HEADED = { least: 8, most: 80 }

/** The first line of a record, whatever it is: below it stand its day of publication alone, or who published it and the day. */
function isRecordHead({ blocks, types }: Draft, i: number): boolean {
  const { text } = blocks[i]!
  if (i > 0 || text.length < HEADED.least || text.length > HEADED.most) return false
  if (/[。;:\t]/.test(text) || bodiesOnLine(text)) return false
  const below = blocks[i + 1]
  const k = below && types[i + 1] === null && bodiesOnLine(below.text) ? i + 2 : i + 1
  return types[k] === 'metadata' || types[k] === 'published'
}

/** How far down a title may stand in a text without a sentence, and how sure it must be. */
const TITLE_WITHIN = 12
const CLOSED = 4

/** Index behind the title of a text that holds no sentence, as tables and lists of labels do; the number of blocks where none is sure. */
export function belowTitle(draft: Draft): number {
  const { blocks } = draft
  const { best, bestScore } = bestLine(draft, Math.min(TITLE_WITHIN, blocks.length))
  return bestScore >= CLOSED ? completedAt(draft, best, blocks.length) + 1 : blocks.length
}

/** The same title again (a page prints it twice or three times) is furniture. */
function markRepeated(draft: Draft, printed: string, stop: number): void {
  const { blocks, types } = draft
  const key = squeeze(printed)
  for (let i = 0; i < blocks.length && i < stop + 4; i++) {
    const { text } = blocks[i]!
    if (isFree(draft, i) && text.length < printed.length * 2 && squeeze(text) === key) types[i] = 'chrome'
  }
}

/** Index of the first line of a title whose best line is at `best`. */
function begunAt(draft: Draft, best: number): number {
  const { blocks } = draft
  const whole = blocks[best]!.text
  const beside = usualGap(blocks)
  // The record above prints it without the body that heads the sheet.
  const alone = blocks.slice(0, best).some(({ text }) => squeeze(text) === squeeze(whole))
  let first = best
  for (; first > 0 && isFree(draft, first - 1); first--) {
    const above = blocks[first - 1]!
    if (alone && first === best && bodiesOnLine(above.text)) break
    const below = blocks[first]!
    if (!joinsTitle(above.text, below.text, whole, onlyHeaded(below, above)) && !issuerAbove(above, below, beside))
      break
  }
  return first
}

/** Longest line that may be a title with something of a page's behind it. */
const TRAILED = 160

/** Blank lines between two lines that stand together: one where nearly every line has one above it. */
function usualGap(blocks: readonly Block[]): number {
  let apart = 0
  for (let i = 1; i < blocks.length; i++) if (blocks[i]!.gap > 0) apart++
  return blocks.length > 4 && apart >= (blocks.length - 1) * 0.9 ? 1 : 0
}

/** How much of a line is the title: without a call's mark, a full stop or a site's name behind its 文种. */
export function titleEnd(text: string): number {
  if (text.length > TRAILED) return text.length
  const m = text.endsWith('。') ? titles.stopped.at(text, 0) : titles.trailed.at(text, 0)
  return m ? m.at('title')!.end : text.length
}

/** An article's headline is the title where no line closes with a 文种. */
const HEADLINE = 3

function titleScore(
  block: Block,
  index: number,
  stop: number,
  below: Block | undefined,
  above: Block | undefined,
): number {
  const text = block.text.slice(0, titleEnd(block.text))
  if (titles.atHour.test(text) || (titles.numbered.test(text) && !titles.ending.test(text))) return 0
  // Nothing but the genre, printed as a heading or above all else.
  if (titles.bareType.test(text)) return isHeading(block) || index < 3 ? 1 : 0
  const heading = block.marks.find((m) => m.kind === 'heading')
  if (
    (heading?.depth === 1 && titles.headline.test(text)) ||
    (index < 3 && (titles.barred.test(text) || titles.labelled.test(text) || titles.boxed.test(text))) ||
    (index === 0 && stop > 0 && titles.headline.test(text)) ||
    (below && siteLines.byline.test(below.text) && titles.headline.test(text))
  )
    return HEADLINE - index * 0.001
  if (text.length < 4 || text.length > 260 || titles.notTitle.test(text) || foot.note.test(text)) return 0
  let score = 0
  if (heading) score += heading.depth === 1 ? 4 : 2
  if (block.marks.some((m) => m.kind === 'strong')) score += 1
  const ends = titles.ending.test(text)
  if (ends) score += text.includes('\t') ? 1 : 4
  else if (titles.act.test(text) || titles.fronted.test(text)) score += 3
  else if (titles.otherKind.test(text)) score += 2
  // 关于…有关问题 ↵ 的专题会议纪要
  const begun = ends && above !== undefined && titles.about.test(above.text) && !titles.ending.test(above.text)
  if (begun || titles.about.test(text)) score += 2
  if (titles.order.test(text)) score += 4
  if (text.length >= 8 && text.length <= 60 && index === stop - 1) score += 1
  // What stands above the first label of a lecture or a contest is what it is called.
  if (
    score === 0 &&
    index === 0 &&
    text.length >= 6 &&
    text.length <= 60 &&
    below &&
    zones.labelLine.test(below.text) &&
    (titles.occasion.test(text) || !zones.labelLine.test(text))
  )
    score += 1
  if (!ends && bodiesOnLine(text)) score -= 3
  // The first of two equal candidates is the printed head; the later ones are repetitions.
  return score - index * 0.001
}

/** The lower line is a heading, and the upper is none or one of another depth: they are not one. */
const onlyHeaded = (below: Block, above: Block) => isHeading(below) && depthOf(below) !== depthOf(above)

const depthOf = (block: Block) => block.marks.find((mark) => mark.kind === 'heading')?.depth

/** Whether `above` is the upper line of a title that goes on with `below`. */
function joinsTitle(above: string, below: string, whole: string, headed: boolean): boolean {
  if (above.length > 80 || titles.notTitle.test(above) || foot.note.test(above)) return false
  if (titles.ending.test(above) && !titles.alsoTitle.test(below)) return false
  if (zones.masthead.test(above)) return false
  // # 第九届研讨会 ↵ # 会议通知(第二号)
  if (titles.meetingNotice.test(below) && titles.gathering.test(above)) return true
  if (headed) return false
  if (squeeze(above) === squeeze(whole)) return false
  if (titles.opensForward.test(above)) return true
  if (titles.matter.test(below)) {
    // The issuers' line above 关于…: part of the title unless it is a masthead, which has 文件.
    return bodiesOnLine(above) !== null || titles.andOthers.test(above)
  }
  // Several issuers on lines of their own, the last with the matter behind it.
  const last = titles.issuer.at(below, 0)?.groups.bodies
  if (last && bodiesOnLine(last) && bodiesOnLine(above) && !squeeze(whole).includes(squeeze(above))) return true
  // What the notice forwards has a 关于 of its own.
  if (titles.about.test(below) && !(titles.about.test(above) && titles.about.test(quoted(below)))) return false
  return (
    titles.about.test(above) ||
    titles.goesOn.test(below) ||
    (titles.bareType.test(below) && titles.gathering.test(above)) ||
    (above.length >= 8 && !bodiesOnLine(above) && below.length < 40 && !titles.about.test(whole))
  )
}

/** Whether a line that is nothing but issuers begins the title right below it: more issuers, or a matter without 关于. */
function issuerAbove(above: Block, below: Block, beside: number): boolean {
  if (!bodiesOnLine(above.text) || squeeze(below.text).startsWith(squeeze(above.text))) return false
  if (bodiesOnLine(below.text)) return true
  return (
    below.gap <= beside && below.text.length >= 6 && titles.ending.test(below.text) && !titles.about.test(below.text)
  )
}

/** The part of a line from its first 《 on; nothing where 关于 stands before that. */
function quoted(line: string): string {
  const at = line.indexOf('《')
  return at >= 0 && !titles.about.test(line.slice(0, at)) ? line.slice(at) : ''
}

/** No 《 or bracket is left open. */
const balanced = (text: string) => count(text, '《') === count(text, '》') && count(text, '(') === count(text, ')')

function count(text: string, c: string): number {
  let n = 0
  for (const one of text) if (one === c) n++
  return n
}

/** A title begun on one line may close one to three lines below. */
function completedAt(draft: Draft, from: number, stop: number): number {
  const { blocks } = draft
  let whole = blocks[from]!.text
  const below = from + 1 < stop && isFree(draft, from + 1) ? blocks[from + 1]!.text : ''
  // 关于组织申报某研发计划 ↵ 项目(第一批)的通知
  if (titles.weakEnd.test(whole) && titles.restOfTitle.test(below)) return from + 1
  if (titles.ending.test(whole) && balanced(whole)) return from
  for (let k = from + 1; k <= from + 3 && k < stop && isFree(draft, k); k++) {
    const { text } = blocks[k]!
    if (text.length > 80 || titles.notTitle.test(text)) break
    whole += text
    if (titles.ending.test(whole) && balanced(whole)) return k
  }
  return from
}
