/**
 * Zones and elements: where on the sheet each block stands. 版头 主体 版记 附件 (GB/T 9704-2012, 7.1); every element is
 * optional. What a field says is not decided here.
 */
import numberGrammar from '../../grammars/document-number.js'
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import type { ReadResult } from '../read/source-text.js'
import { squeeze } from '../read/squeeze.js'
import { mendBlocks } from './blocks.js'
import { bodiesOnLine } from './bodies-line.js'
import type { Block, Clean } from './lines.js'
import {
  type ElementType,
  lineStarts,
  type NoticeElement,
  type NoticeTree,
  type NoticeZone,
  point,
  spanOf,
  type ZoneType,
} from './tree.js'

const zones = compile(zonesGrammar)
const titles = compile(titleGrammar)
const numbers = compile(numberGrammar)

/** A block, or a run or part of blocks, with what it was found to be. */
interface Piece {
  type: ElementType
  start: number
  end: number
  block: Block
}

interface Draft {
  blocks: Block[]
  types: (ElementType | null)[]
  /** Pieces that are not exactly one block. */
  extra: Piece[]
  /** First block behind the head: addressees excluded. */
  bodyStart: number
  appendixStart: number
  signed: boolean
}

/** Builds the tree of zones and elements. Linear in the number of blocks. */
export function structure(read: ReadResult, clean: Clean): NoticeTree {
  const blocks = mendBlocks(clean)
  const draft: Draft = {
    blocks,
    types: blocks.map(() => null),
    extra: [],
    bodyStart: 0,
    appendixStart: blocks.length,
    signed: false,
  }
  markFurniture(draft)
  markReport(draft)
  const addressees = findAddressees(draft)
  markHeader(draft, addressees)
  const note = markAttachments(draft)
  draft.appendixStart = findAppendix(draft, note)
  markSignature(draft)
  settleAside(draft)
  markImprint(draft)
  return buildTree(read, clean, draft)
}

/** 附: every line that names or begins an annex begins with it. */
const ATTACH = 0x9644

const isFree = (draft: Draft, i: number) => draft.types[i] === null

/** Marks what the site added: breadcrumbs, page tools, its own table, and all that follows the notice. */
function markFurniture(draft: Draft): void {
  const { blocks, types } = draft
  let sentences = 0
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
    if (text.length > 200) {
      sentences++
      continue
    }
    if (sentences > 0 && zones.siteTail.test(text)) {
      for (let k = i; k < blocks.length; k++) types[k] ??= 'chrome'
      return
    }
    if (sentences < 2 && i < 60) {
      if (text.includes('\t') && zones.metadata.test(text)) markMetadataRow(draft, i)
      else if (zones.entries.test(text)) markEntries(draft, i)
      else if (zones.metadata.test(text)) types[i] = 'metadata'
      else if (sentences === 0 && zones.published.test(text)) types[i] = 'published'
      else if (zones.breadcrumb.test(text) || zones.siteLine.test(text)) types[i] = 'chrome'
    } else if (text.length < 40 && zones.siteLine.test(text)) types[i] = 'chrome'
    if (types[i] === null && isSentence(text)) sentences++
  }
}

/** A report that prints a notice in full: what stands before its title is the report's own. */
function markReport(draft: Draft): void {
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
    const whole = zones.metadata.at(block.text.slice(start, k), 0)?.groups.value?.trim()
    if (!whole && !labelled && k < block.text.length) {
      labelled = true
      continue
    }
    labelled = false
    draft.extra.push({ type: 'metadata', start: block.start + start, end: block.start + k, block })
    start = k + 1
  }
}

/** Entries of a library of laws, several on one line: 【文号】… 【发布日期】… */
function markEntries(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  draft.types[i] = 'metadata'
  for (let at = 0; at >= 0; ) {
    const next = block.text.indexOf('【', at + 1)
    const entry = block.text.slice(at, next < 0 ? undefined : next).trimEnd()
    draft.extra.push({ type: 'metadata', start: block.start + at, end: block.start + at + entry.length, block })
    at = next
  }
}

/** A sentence of running text, as against a line of the head. */
function isSentence(text: string): boolean {
  if (/[。;]/.test(text)) return !titles.ending.test(text)
  if (text.length > 15 && zones.opening.test(text) && !titles.ending.test(text)) return true
  return text.length > 60 && text.includes(',') && !titles.ending.test(text)
}

/** 一、 or 第一章; 1. only where the carrier says that the line is a heading. */
const beginsBody = ({ text, marks }: Block) =>
  zones.numberedHead.test(text) || (marks.some((m) => m.kind === 'heading') && zones.firstPoint.test(text))

/** Index of the block that names the addressees (主送机关), or -1; sets `bodyStart`. */
function findAddressees(draft: Draft): number {
  const { blocks, types } = draft
  let firstSentence = blocks.length
  for (let i = 0; i < blocks.length; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length <= 820 && zones.addressees.test(text) && !zones.notAddressees.test(text)) {
      types[i] = 'addressees'
      draft.bodyStart = i + 1
      return i
    }
    const lead = zones.addresseesLead.at(text, 0)
    if (lead && !zones.notAddressees.test(lead.text)) {
      const block = blocks[i]!
      draft.extra.push({ type: 'addressees', start: block.start, end: block.start + lead.end, block })
      draft.extra.push({ type: 'paragraph', start: block.start + lead.end, end: block.end, block })
      draft.bodyStart = i
      return i
    }
    if (isSentence(text) || (titles.notTitle.test(text) && beginsBody(blocks[i]!))) {
      firstSentence = i
      break
    }
  }
  draft.bodyStart = firstSentence
  return -1
}

function markHeader(draft: Draft, addressees: number): void {
  const { blocks, types } = draft
  const stop = addressees >= 0 ? addressees : draft.bodyStart
  for (let i = 0; i < stop; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length > 300) continue
    types[i] = headLine(text)
    // Minutes name the office and the day in the head: 某办公室      2024年3月15日
    const dated = types[i] === null ? zones.dateLine.at(text, 0) : null
    if (dated?.groups.bodies && bodiesOnLine(dated.groups.bodies)) markDate(draft, i)
    else if (types[i] === null) markImprintLine(draft, i)
  }
  markTitle(draft, stop)
}

/** Widest line below a title on which number, issuer and day may stand side by side. */
const ASIDE = 120

/** 示发〔2024〕3号    示例厅    2024-05-06: what a site sets below the title, parted by wide gaps. */
function markImprintLine(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  if (block.text.length > ASIDE || !zones.aside.test(block.text)) return
  const pieces: Piece[] = []
  for (const { 0: text, index } of block.text.matchAll(/[^\s|](?:[^\s|]| (?! ))*/g)) {
    const type = asideType(text.trimEnd())
    if (!type || pieces.some((p) => p.type === type)) return
    pieces.push({ type, start: block.start + index, end: block.start + index + text.trimEnd().length, block })
  }
  if (pieces.length < 2 || !pieces.some((p) => p.type === 'documentNumber')) return
  draft.types[i] = 'documentNumber'
  draft.extra.push(...pieces)
}

function asideType(text: string): ElementType | null {
  if (isNumberLine(text)) return 'documentNumber'
  if (bodiesOnLine(text)) return 'signature'
  const date = zones.dateLine.at(text, 0)
  return date && !date.groups.bodies ? 'signedDate' : null
}

/** A notice that is signed at its end is not signed in its head: there a site names it, and the day of publication. */
function settleAside(draft: Draft): void {
  if (!draft.signed) return
  const head = draft.blocks[draft.bodyStart]?.start ?? 0
  const aside = new Set(draft.extra.filter((p) => p.type === 'documentNumber').map((p) => p.block))
  for (const piece of draft.extra) {
    if (piece.start >= head || !aside.has(piece.block)) continue
    if (piece.type === 'signature') piece.type = 'chrome'
    else if (piece.type === 'signedDate') piece.type = 'published'
  }
}

/** The markings of the head (版头) that are a line of their own. */
function headLine(text: string): ElementType | null {
  if (zones.copyNumber.test(text)) return 'copyNumber'
  if (zones.classification.test(text)) return 'classification'
  if (zones.urgency.test(text)) return 'urgency'
  if (isNumberLine(text)) return 'documentNumber'
  if (zones.telegram.test(text)) return 'urgency'
  if (zones.disclosure.test(text)) return 'disclosure'
  if (zones.caption.test(text)) return 'caption'
  if (zones.masthead.test(text) && !titles.about.test(text)) return 'masthead'
  // 题注 of a decision: the day alone in brackets.
  if (zones.dayNote.test(text)) return 'signedDate'
  const date = zones.dateLine.at(text, 0)
  if (date && !date.groups.bodies) return /^\d{4}[-/.]/.test(date.groups.date!) ? 'published' : 'signedDate'
  return null
}

/** Whether a line is a document number, with its label, brackets, or 签发人 beside it. */
function isNumberLine(text: string): boolean {
  if (text.length > 90 || titles.about.test(text)) return false
  const label = numbers.label.at(text, 0)
  const rest = (label ? text.slice(label.end) : text).trim()
  // (第五十三号)
  if (numbers.serial.test(rest.replace(OPEN_BRACKET, '').replace(/[)\]】\s]+$/, ''))) return true
  for (const rule of NUMBER_LINES) {
    const m = rule.find(rest)
    if (!m) continue
    const code = numbers.codeBefore.find(rest.slice(Math.max(0, m.start - 30), m.start))
    const lead = code ? rest.slice(0, Math.max(0, m.start - 30) + code.start) : rest.slice(0, m.start)
    if (rule === numbers.yearFirst && m.start === 0 && rest.length === m.end) return true
    // 某某预告(2017年第12号) is a title with its number behind it.
    if (rule !== numbers.bracketed && code && /[^(]\($/.test(code.groups.code!)) continue
    const names = lead.replace(OPEN_BRACKET, '')
    const before = rule !== numbers.bracketed && names !== '' && bodiesOnLine(names) ? '' : names
    const after = rest.slice(m.end).replace(CLOSE_BRACKET, '')
    if (before === '' && (after === '' || zones.signer.test(after) || zones.telegram.test(after))) {
      if (rule === numbers.order && code && code.groups.code!.length > 2) return false
      return true
    }
    // 等级 特急·明电    某政办明电〔2024〕5号
    if (zones.telegram.test(before) && after === '') return true
  }
  return false
}
/** The forms of a number that may fill a line. */
const NUMBER_LINES = [
  numbers.bracketed,
  numbers.announcement,
  numbers.serial,
  numbers.order,
  numbers.yearFirst,
  numbers.swapped,
  numbers.halfOpen,
  numbers.bare,
  numbers.unfinished,
]
const OPEN_BRACKET = /^[([【\s]+/
const CLOSE_BRACKET = /^[)\]】\s]+$/

/** Marks the title (标题): the last lines before the addressees that close with a 文种, joined upwards. */
function markTitle(draft: Draft, stop: number): void {
  const { blocks, types } = draft
  let best = -1
  let bestScore = 0
  for (let i = 0; i < stop; i++) {
    if (!isFree(draft, i)) continue
    const score = titleScore(blocks[i]!, i, stop)
    if (score > bestScore) {
      best = i
      bestScore = score
    }
  }
  for (let i = 0; i < stop; i++)
    if (i !== best && isFree(draft, i) && titles.orderHead.test(blocks[i]!.text)) types[i] = 'masthead'
  if (best < 0) return
  let first = best
  const whole = blocks[best]!.text
  while (
    first > 0 &&
    isFree(draft, first - 1) &&
    (joinsTitle(blocks[first - 1]!.text, blocks[first]!.text, whole, onlyHeaded(blocks[first]!, blocks[first - 1]!)) ||
      issuerAbove(blocks[first - 1]!, blocks[first]!))
  )
    first--
  // A later line may complete it: 关于… ↵ 的通知
  let last = best
  last = completedAt(draft, last, stop)
  const start = blocks[first]!.start
  const end = blocks[last]!.end
  for (let i = first; i <= last; i++) types[i] = 'title'
  if (last > first) {
    draft.extra.push({ type: 'title', start, end, block: blocks[best]! })
  }
  // The same title again (a page prints it twice or three times) is furniture.
  const printed = blocks
    .slice(first, last + 1)
    .map((b) => b.text)
    .join('')
  const key = squeeze(printed)
  for (let i = 0; i < blocks.length && i < stop + 4; i++) {
    if (isFree(draft, i) && blocks[i]!.text.length < printed.length * 2 && squeeze(blocks[i]!.text) === key)
      types[i] = 'chrome'
  }
}

/** An article's headline is the title where no line closes with a 文种. */
const HEADLINE = 3

function titleScore(block: Block, index: number, stop: number): number {
  const { text } = block
  // Nothing but the genre, printed as a heading or above all else.
  if (titles.bareType.test(text)) return block.marks.some((m) => m.kind === 'heading') || index < 3 ? 1 : 0
  const heading = block.marks.find((m) => m.kind === 'heading')
  if ((heading?.depth === 1 && titles.headline.test(text)) || (index < 3 && titles.barred.test(text)))
    return HEADLINE - index * 0.001
  if (text.length < 4 || text.length > 260 || titles.notTitle.test(text) || zones.note.test(text)) return 0
  let score = 0
  if (heading) score += heading.depth === 1 ? 4 : 2
  if (block.marks.some((m) => m.kind === 'strong')) score += 1
  if (titles.ending.test(text)) score += 4
  if (titles.about.test(text)) score += 2
  if (titles.order.test(text)) score += 4
  if (text.length >= 8 && text.length <= 60 && index === stop - 1) score += 1
  if (!titles.ending.test(text) && bodiesOnLine(text)) score -= 3
  // The first of two equal candidates is the printed head; the later ones are repetitions.
  return score - index * 0.001
}

/** The lower line is a Markdown heading and the upper is not: they are not one. */
const onlyHeaded = (below: Block, above: Block) =>
  below.marks.some((m) => m.kind === 'heading') && !above.marks.some((m) => m.kind === 'heading')

/** Whether `above` is the upper line of a title that goes on with `below`. */
function joinsTitle(above: string, below: string, whole: string, headed: boolean): boolean {
  if (above.length > 80 || titles.notTitle.test(above) || zones.note.test(above)) return false
  if (titles.ending.test(above) && !titles.alsoTitle.test(below)) return false
  if (zones.masthead.test(above)) return false
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
    (above.length >= 8 && !bodiesOnLine(above) && below.length < 40 && !titles.about.test(whole))
  )
}

/** Whether a line that is nothing but issuers begins the title right below it: more issuers, or a matter without 关于. */
function issuerAbove(above: Block, below: Block): boolean {
  if (!bodiesOnLine(above.text) || squeeze(below.text).startsWith(squeeze(above.text))) return false
  if (bodiesOnLine(below.text)) return true
  return below.gap === 0 && below.text.length >= 6 && titles.ending.test(below.text) && !titles.about.test(below.text)
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
  if (titles.ending.test(whole) && balanced(whole)) return from
  for (let k = from + 1; k <= from + 3 && k < stop && isFree(draft, k); k++) {
    const { text } = blocks[k]!
    if (text.length > 80 || titles.notTitle.test(text)) break
    whole += text
    if (titles.ending.test(whole) && balanced(whole)) return k
  }
  return from
}

/** Marks 附件说明 and its items; returns the index behind them, or -1. */
function markAttachments(draft: Draft): number {
  const { blocks, types } = draft
  for (let i = draft.bodyStart; i < blocks.length; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.charCodeAt(0) !== ATTACH) continue
    if (zones.appendixMark.test(text) && !noteFollows(blocks, i)) return -1
    if (zones.download.test(text)) {
      let k = i
      while (k < blocks.length && zones.download.test(blocks[k]!.text)) types[k++] = 'attachmentItem'
      return k
    }
    const titled = zones.appendixTitled.test(text)
    if (titled && !zones.attachmentNote.test(text)) {
      // A run of 附件1:… 附件2:… lines is a list; a single one with text below begins an annex.
      const next = blocks[i + 1]?.text
      // A file's name begins nothing.
      if (
        next !== undefined &&
        !zones.fileName.test(text) &&
        !zones.appendixTitled.test(next) &&
        !bodiesOnLine(next) &&
        !zones.dateLine.test(next)
      )
        return -1
      let k = i
      while (k < blocks.length && zones.appendixTitled.test(blocks[k]!.text)) types[k++] = 'attachmentItem'
      return k
    }
    const note =
      zones.attachmentNote.at(text, 0) ?? (zones.appendixMark.test(text) ? zones.appendixMark.at(text, 0) : null)
    if (!note) continue
    types[i] = 'attachmentNote'
    const numbered = /^\s*\d/.test(note.groups.rest ?? '')
    let k = i + 1
    for (let expected = numbered ? 2 : 1; k < blocks.length && k - i < 60; k++) {
      const item = zones.attachmentItem.at(blocks[k]!.text, 0)
      const bare =
        !note.groups.rest &&
        isBareItem(blocks[k]!.text) &&
        !zones.numberedHead.test(blocks[k]!.text) &&
        (k === i + 1 || (expected === k - i && zones.fileName.test(blocks[k]!.text)))
      if (item && Number(item.groups.number) !== expected && !zones.zhNumeral.test(item.groups.number!)) break
      if (!item && !bare) break
      if (zones.dateLine.test(blocks[k]!.text)) break
      types[k] = 'attachmentItem'
      expected++
    }
    return k
  }
  return -1
}

/** Whether 附件 alone on its line heads a list rather than an annex. */
function noteFollows(blocks: readonly Block[], i: number): boolean {
  if (zones.numbered.test(zones.bareMark.replace(blocks[i]!.text, ''))) return false
  const next = blocks[i + 1]?.text
  if (next === undefined || !/^1[.、:-]/.test(next)) return /:$/.test(blocks[i]!.text)
  let k = i + 1
  while (k < blocks.length && k - i < 40 && zones.attachmentItem.test(blocks[k]!.text)) k++
  const after = blocks[k]?.text
  return /:$/.test(blocks[i]!.text) || after === undefined || zones.dateLine.test(after) || bodiesOnLine(after) !== null
}

const isBareItem = (text: string) =>
  text.length < 60 && !/[。;:]/.test(text) && !bodiesOnLine(text) && !zones.dateLine.test(text)

/** Index of the block with which the annexes begin. */
function findAppendix(draft: Draft, afterNote: number): number {
  const { blocks } = draft
  for (let i = Math.max(draft.bodyStart, 0); i < blocks.length; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.charCodeAt(0) !== ATTACH) continue
    if (zones.appendixMark.test(text)) return i
    if (i >= afterNote && zones.appendixTitled.test(text) && !zones.fileName.test(text) && i > draft.bodyStart + 2)
      return i
  }
  return blocks.length
}

/** Marks the signature block (署名, 成文日期) and the note below it (附注). */
function markSignature(draft: Draft): void {
  const { blocks, types, appendixStart } = draft
  let fallback = -1
  let signed = -1
  for (let i = draft.bodyStart; i < appendixStart; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length > 300 || !mayEndDate(text)) continue
    const date = zones.dateLine.at(text, 0) ?? zones.monthLine.at(text, 0)
    if (!date) continue
    const inline = date.groups.bodies
    if (inline ? bodiesOnLine(inline) : signersAbove(draft, i).length) {
      signed = i
      break
    }
    if (!inline) fallback = i
  }
  if (signed < 0) signed = fallback
  if (signed >= 0) {
    markDate(draft, signed)
    for (const k of signersAbove(draft, signed))
      types[k] = zones.official.test(blocks[k]!.text) ? 'official' : 'signature'
    draft.signed = true
  } else {
    // No date: bodies alone at the very end of the text sign it.
    let last = appendixStart - 1
    while (last >= draft.bodyStart && types[last] !== null) last--
    const run: number[] = []
    for (let k = last; k > draft.bodyStart && isFree(draft, k) && isSigner(blocks[k]!.text); k--) run.push(k)
    if (run.length && run.length < 15) {
      for (const k of run) types[k] = 'signature'
      draft.signed = true
    }
  }
  for (let i = draft.bodyStart; i < appendixStart; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length > 400) continue
    // A note that says more (联系人…) stays a note.
    const release = zones.disclosure.at(text, 0)
    if (release) types[i] = release.groups.more === undefined ? 'disclosure' : 'note'
    else if (i > signed && signed >= 0 && zones.note.test(text)) types[i] = 'note'
  }
}

const isSigner = (text: string) =>
  !zones.numberedHead.test(text) && (bodiesOnLine(withoutLabel(text)) !== null || zones.onBehalf.test(text))

/** 采购代理机构:某公司 → the name, its offset kept by blanks. */
export function withoutLabel(text: string): string {
  const label = zones.signatureLabel.at(text, 0)
  return label ? ' '.repeat(label.end) + text.slice(label.end) : text
}

/** Indices of the lines above a date that name those who sign. */
function signersAbove(draft: Draft, dateIndex: number): number[] {
  const { blocks, types } = draft
  const out: number[] = []
  for (let k = dateIndex - 1; k >= draft.bodyStart && dateIndex - k < 40; k--) {
    const { text } = blocks[k]!
    if (zones.pageless.test(text)) continue
    if (types[k] !== null && types[k] !== 'paragraph') break
    if (!isSigner(text) && !zones.official.test(text)) break
    out.push(k)
  }
  return out.reverse()
}

/** Whether a line can end with a date at all: looked at before the rule is. */
const mayEndDate = (text: string) => DATE_ENDS.includes(text[text.length - 1]!)
const DATE_ENDS = '日号曰月时点分整)0123456789'

/** Splits 某局 2024年5月6日 into its signature and its date. */
function markDate(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  const m = zones.dateLine.at(block.text, 0)
  const bodies = m?.at('bodies')
  if (m && bodies && bodies.end > bodies.start) {
    const date = m.at('date')!
    draft.extra.push({ type: 'signature', start: block.start, end: block.start + bodies.end, block })
    draft.extra.push({ type: 'signedDate', start: block.start + date.start, end: block.start + date.end, block })
    draft.types[i] = 'signature'
  } else draft.types[i] = 'signedDate'
}

/** Marks 版记: copied-to, printing office and date, subject terms; and the heads of the annexes. */
function markImprint(draft: Draft): void {
  const { blocks, types } = draft
  const addressed = types.includes('addressees')
  for (let i = 0; i < blocks.length; i++) {
    const { text } = blocks[i]!
    if (text.length > 640 || !zones.mayImprint.test(text)) continue
    if (i >= draft.bodyStart && (isFree(draft, i) || types[i] === 'signature' || types[i] === 'signedDate')) {
      const printed = zones.printed.at(text, 0)
      if (printed) {
        types[i] = 'printed'
        const above = blocks[i - 1]
        if (!printed.groups.body && above && isFree(draft, i - 1) && bodiesOnLine(above.text)) types[i - 1] = 'printed'
        continue
      }
    }
    if (!isFree(draft, i)) continue
    if (!addressed && i >= draft.bodyStart && zones.mainSend.test(text)) types[i] = 'addressees'
    else if (zones.copiedTo.test(text)) {
      types[i] = 'copiedTo'
      for (
        let k = i + 1;
        k < blocks.length && k < i + 6 && !/。$/.test(blocks[k - 1]!.text) && isContinuation(blocks[k]!.text);
        k++
      )
        types[k] = 'copiedTo'
    } else if (i >= draft.bodyStart && zones.disclosure.test(text)) types[i] = 'disclosure'
    else if (zones.themeTerms.test(text)) types[i] = 'themeTerms'
    else if (zones.imprintCount.test(text)) types[i] = 'chrome'
    else if (i >= draft.appendixStart && zones.appendixMark.test(text)) {
      types[i] = 'appendixMark'
      let k = i + 1
      while (
        k < blocks.length &&
        k < i + 3 &&
        isFree(draft, k) &&
        isBareItem(blocks[k]!.text) &&
        !zones.numberedHead.test(blocks[k]!.text) &&
        (k === i + 1 || !titles.ending.test(blocks[k - 1]!.text))
      ) {
        if (k > i + 1 && (blocks[k]!.gap > 0 || blocks[k]!.text.includes('\t'))) break
        types[k] = 'appendixTitle'
        k++
      }
    } else if (i >= draft.appendixStart && zones.appendixTitled.test(text)) types[i] = 'appendixTitle'
  }
}

const isContinuation = (text: string) =>
  text.length < 200 &&
  !zones.printed.test(text) &&
  !zones.imprintCount.test(text) &&
  /[,、。]/.test(text) &&
  bodiesOnLine(text.replace(/[,。]/g, ' ')) !== null

function zoneOf(draft: Draft, i: number, type: ElementType): ZoneType {
  if (type === 'copiedTo' || type === 'printed' || type === 'themeTerms') return 'imprint'
  if (i >= draft.appendixStart) return 'appendix'
  return i < draft.bodyStart ? 'header' : 'body'
}

function buildTree(read: ReadResult, clean: Clean, draft: Draft): NoticeTree {
  const tree: NoticeTree = { type: 'notice', children: [], read, clean, recognized: true }
  const starts = lineStarts(read.source.text)
  const { blocks, types } = draft
  const replaced = new Map<Block, Piece[]>()
  for (const piece of draft.extra) {
    const list = replaced.get(piece.block)
    if (list) list.push(piece)
    else replaced.set(piece.block, [piece])
  }
  let zone: NoticeZone | undefined
  const add = (type: ElementType, start: number, end: number, block: Block, at: ZoneType) => {
    if (!zone || zone.type !== at || (at === 'appendix' && type === 'appendixMark')) {
      zone = { type: at, children: [] }
      tree.children.push(zone)
    }
    const span = spanOf(tree, start, end)
    const element: NoticeElement = {
      type,
      value: clean.text.slice(start, end),
      zone: at,
      range: { start, end },
      block,
      position: { start: point(starts, span.start), end: point(starts, span.end) },
    }
    zone.children.push(element)
  }
  let titleDone = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const type = types[i] ?? 'paragraph'
    const pieces = replaced.get(block)
    if (type === 'title') {
      const joined = draft.extra.find((p) => p.type === 'title')
      if (joined) {
        if (!titleDone) add('title', joined.start, joined.end, block, 'header')
        titleDone = true
        continue
      }
    }
    if (pieces && type !== 'title') {
      for (const p of pieces)
        add(
          p.type,
          p.start,
          p.end,
          block,
          p.type === 'addressees' || p.type === 'metadata'
            ? 'header'
            : zoneOf(draft, Math.max(i, draft.bodyStart), p.type),
        )
      continue
    }
    add(type, block.start, block.end, block, zoneOf(draft, i, type))
  }
  return tree
}
