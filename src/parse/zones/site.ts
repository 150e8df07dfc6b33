/** What a site set around the notice: breadcrumbs, page tools, its own table of metadata, the report that prints it. */
import type { CompiledRule } from '../../grammar.js'
import { bodiesOnLine } from '../bodies-line.js'
import { addPiece, type Draft } from './draft.js'
import { siteLines, titles, zones } from './rules.js'
import { isSentence } from './sentence.js'

/** Longest line below the text that is the site's. */
const SITE_LINE = 60

/** Longest row of the summary that a page of public procurement has; a longer one runs on with the notice. */
const SUMMARY_ROW = 120

/** Last lines among which a record says when it was published. */
const FOOT = 8

/** Marks what the site added: breadcrumbs, page tools, its own table, and all that follows the notice. */
export function markFurniture(draft: Draft): void {
  const { blocks, types } = draft
  markMail(draft)
  let sentences = 0
  let headed = false
  let summary = false
  for (let i = 0; i < blocks.length; i++) {
    const { text } = blocks[i]!
    if (types[i] !== null) continue
    if (blocks[i]!.marks.some((m) => m.kind === 'chrome')) {
      types[i] = 'chrome'
      continue
    }
    if (blocks[i]!.marks.some((m) => m.kind === 'footnote')) {
      types[i] = 'note'
      continue
    }
    // What the page's own table says stands in the notice, too.
    const rule: CompiledRule = summary ? siteLines.summaryRow : siteLines.summaryHead
    summary = text.length <= SUMMARY_ROW && !text.includes('。') && rule.test(text)
    if (summary) {
      types[i] = 'chrome'
      const day = siteLines.summaryDay.find(text)?.at('date')
      if (day) addPiece(draft, 'published', blocks[i]!, day.start, day.end)
      continue
    }
    if (siteLines.script.test(text) || siteLines.ruled.test(text)) {
      types[i] = 'chrome'
      continue
    }
    if (text.length > 200) {
      sentences++
      continue
    }
    if (sentences > 0 && (siteLines.siteTail.test(text) || siteLines.siteLicence.test(text))) {
      for (let k = i; k < blocks.length; k++) types[k] ??= 'chrome'
      return
    }
    if (sentences > 0 && blocks.length - i <= FOOT && siteLines.publishedBelow.test(text)) {
      types[i] = 'published'
      continue
    }
    if (sentences < 2 && i < 60) {
      if (text.includes('\t') && siteLines.metadata.test(text)) markMetadataRow(draft, i)
      else if (siteLines.entries.test(text)) markEntries(draft, i)
      else if (siteLines.metadata.test(text) && !namesParty(draft, i)) markMetadataLine(draft, i)
      else if (
        sentences === 0 &&
        !headed &&
        ((siteLines.published.test(text) && !isOccasion(draft, i)) ||
          siteLines.byline.test(text) ||
          siteLines.postedBy.test(text))
      )
        types[i] = 'published'
      else if (siteLines.breadcrumb.test(text) || siteLines.siteLine.test(text) || siteLines.siteBar.test(text))
        types[i] = 'chrome'
    } else if (text.length < SITE_LINE && siteLines.siteLine.test(text)) types[i] = 'chrome'
    if (types[i] !== null) continue
    if (isSentence(text)) sentences++
    // Below 一、会议时间 a day and an hour are the notice's own.
    else if (sentences === 0) headed ||= zones.numberedHead.test(text)
  }
}

/** As many of its lines above a notice make it a mail. */
const MAIL = 3

/** 发件人:… ↵ 收件人:… ↵ 主题:… ↵ 附件:…: what a mail says of itself, and the files that came with it. */
function markMail({ blocks, types }: Draft): void {
  let rows = 0
  let end = 0
  for (; end < blocks.length; end++) {
    if (siteLines.mailRow.test(blocks[end]!.text)) rows++
    else if (!siteLines.mailFiles.test(blocks[end]!.text)) break
  }
  if (rows < MAIL) return
  for (let i = 0; i < end; i++) types[i] = siteLines.mailRow.test(blocks[i]!.text) ? 'chrome' : 'attachmentNote'
}

/** 名称:某局 above 地址:… or with nothing but a body behind it: who it is, where a page's table would give the title. */
function namesParty({ blocks }: Draft, i: number): boolean {
  const name = siteLines.nameRow.at(blocks[i]!.text, 0)?.groups.name
  if (name === undefined) return false
  return bodiesOnLine(name) !== null || siteLines.addressRow.test(blocks[i + 1]?.text ?? '')
}

/** 时间:2024年5月6日 beside 地点:…: when something takes place, not when the page was published. */
function isOccasion({ blocks }: Draft, i: number): boolean {
  if (!siteLines.hourRow.test(blocks[i]!.text)) return false
  for (let k = Math.max(0, i - 2); k <= i + 2 && k < blocks.length; k++)
    if (siteLines.placeRow.test(blocks[k]!.text)) return true
  return false
}

/** A report that prints a notice in full: what stands before its title is the report's own. */
export function markReport(draft: Draft): void {
  const { blocks, types } = draft
  for (let i = 0; i + 1 < blocks.length && i < 30; i++) {
    const next = blocks[i + 1]!.text
    if (!titles.quotedLead.test(blocks[i]!.text) || next.length > 120) continue
    if (!titles.ending.test(next) || !titles.about.test(next)) continue
    for (let k = 0; k <= i; k++) if (types[k] !== 'metadata' && types[k] !== 'published') types[k] = 'chrome'
    return
  }
}

/** A row of a page's table that holds several labels, each with its value in the next cell. */
function markMetadataRow(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  draft.types[i] = 'metadata'
  let start = 0
  let labelled = false
  for (let k = 0; k <= block.text.length; k++) {
    if (k < block.text.length && block.text[k] !== '\t') continue
    // A cell may hold both: 发文机关:某局
    const whole = siteLines.metadata.at(block.text.slice(start, k), 0)?.groups.value?.trim()
    if (!whole && !labelled && k < block.text.length) {
      labelled = true
      continue
    }
    labelled = false
    addPiece(draft, 'metadata', block, start, k)
    start = k + 1
  }
}

/** A row of such a table whose labels stand side by side, a blank apart: 发文机关:某局 成文日期:2024年5月6日. */
function markMetadataLine(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  draft.types[i] = 'metadata'
  const starts = siteLines.labelWithin.all(block.text).map((m) => m.start)
  if (!starts.length) return
  const all = [0, ...starts, block.text.length]
  for (let k = 0; k + 1 < all.length; k++)
    addPiece(draft, 'metadata', block, all[k]!, all[k]! + block.text.slice(all[k], all[k + 1]).trimEnd().length)
}

/** Entries of a library of laws, several on one line: 【文号】… 【发布日期】… */
function markEntries(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  draft.types[i] = 'metadata'
  for (let at = 0; at >= 0; ) {
    const next = block.text.indexOf('【', at + 1)
    const entry = block.text.slice(at, next < 0 ? undefined : next).trimEnd()
    addPiece(draft, 'metadata', block, at, at + entry.length)
    at = next
  }
}
