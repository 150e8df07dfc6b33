/** The head (版头): its markings (GB/T 9704-2012, 7.2), and the addressees (主送机关, 7.3.2) with which it ends. */
import { addressLine } from '../address-line.js'
import { bodiesOnLine } from '../bodies-line.js'
import type { Block } from '../lines.js'
import type { ElementType } from '../tree.js'
import { addPiece, type Draft, isFree, type Piece } from './draft.js'
import { isNumberLine } from './number-line.js'
import { foot, titles, zones } from './rules.js'
import { beginsBody, isSentence } from './sentence.js'
import { markDate } from './signature.js'

/** How long what somebody says above a notice that he passes on may be, and how far below it the title stands at most. */
const REMARK = { longest: 40, below: 3 }

/** 答:不可以。 above the title of the notice, below which stand its addressees: a remark of whoever passes it on. */
function isRemark({ blocks }: Draft, i: number): boolean {
  const { text } = blocks[i]!
  if (text.length > REMARK.longest || !isSentence(text)) return false
  for (let k = i + 1; k <= i + REMARK.below && k < blocks.length - 1; k++) {
    const title = blocks[k]!.text
    if (titles.about.test(title) && titles.ending.test(title))
      return zones.addressees.test(addressLine(blocks[k + 1]!.text))
  }
  return false
}

/** Index of the block that names the addressees (主送机关), or -1; sets `bodyStart`. */
export function findAddressees(draft: Draft): number {
  const { blocks, types } = draft
  let firstSentence = blocks.length
  let titled = false
  for (let i = 0; i < blocks.length; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    const addressed = zones.addressedTo.test(text) || zones.addressees.test(addressLine(text))
    if (text.length <= 820 && addressed && !zones.notAddressees.test(text)) {
      types[i] = 'addressees'
      draft.bodyStart = i + 1
      return i
    }
    const below = blocks[i + 1]?.text ?? ''
    if (text.endsWith(':') && zones.told.test(text) && !zones.notAddressees.test(text) && zones.tells.test(below)) {
      types[i] = 'addressees'
      draft.bodyStart = i + 1
      return i
    }
    const lead = zones.addresseesLead.at(text, 0)
    if (lead && !zones.notAddressees.test(lead.text)) {
      const block = blocks[i]!
      addPiece(draft, 'addressees', block, 0, lead.end)
      addPiece(draft, 'paragraph', block, lead.end, block.end - block.start)
      draft.bodyStart = i
      return i
    }
    if (!titled && isRemark(draft, i)) {
      types[i] = 'chrome'
      continue
    }
    if (
      isSentence(text) ||
      (titles.notTitle.test(text) && beginsBody(blocks[i]!)) ||
      (titled && zones.pointBelowTitle.test(text))
    ) {
      firstSentence = i
      break
    }
    titled ||= titles.ending.test(text)
  }
  draft.bodyStart = firstSentence
  return -1
}

/** Marks the lines of the head, which ends with the block before `stop`. */
export function markHead(draft: Draft, stop: number): void {
  const { blocks, types } = draft
  for (let i = 0; i < stop; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length > 300) continue
    types[i] = headLine(text)
    // Minutes name the office and the day in the head: 某办公室      2024年3月15日
    const dated = types[i] === null ? foot.dateLine.at(text, 0) : null
    if (dated?.groups.bodies && bodiesOnLine(dated.groups.bodies)) markDate(draft, i)
    else if (types[i] === null) markAside(draft, i)
  }
}

/** Widest line below a title on which number, issuer and day may stand side by side. */
const ASIDE = 120

/** 示发〔2024〕3号    示例厅    2024-05-06, or 示发〔2024〕3号    特急: what stands side by side in the head. */
function markAside(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  if (block.text.length > ASIDE || !zones.aside.test(block.text)) return
  // Parted by wide gaps, else by any.
  const pieces = asidePieces(block, /[^\s|](?:[^\s|]| (?! ))*/g) ?? asidePieces(block, /[^\s|]+/g) ?? notePieces(block)
  if (!pieces) return
  draft.types[i] = pieces.some((p) => p.type === 'documentNumber') ? 'documentNumber' : 'urgency'
  draft.extra.push(...pieces)
}

/** 题注: (2024年5月6日 示发〔2024〕3号). */
const notePieces = (block: Block): Piece[] | null =>
  block.text.startsWith('(') && block.text.endsWith(')') ? asidePieces(block, /[^\s|,()]+/g) : null

/** What the words of a line are that `words` parts, or null where one of them is nothing that a head holds. */
function asidePieces(block: Block, words: RegExp): Piece[] | null {
  const pieces: Piece[] = []
  for (const { 0: text, index } of block.text.matchAll(words)) {
    const type = asideType(text.trimEnd())
    if (!type || pieces.some((p) => p.type === type)) return null
    pieces.push({ type, start: block.start + index, end: block.start + index + text.trimEnd().length, block })
  }
  return pieces.length > 1 && pieces.some((p) => MARKINGS.has(p.type)) ? pieces : null
}

/** One of these is in every line of the head that holds several things. */
const MARKINGS = new Set<ElementType>(['documentNumber', 'urgency', 'classification', 'disclosure'])

function asideType(text: string): ElementType | null {
  if (isNumberLine(text)) return 'documentNumber'
  if (zones.urgency.test(text)) return 'urgency'
  if (zones.classification.test(text)) return 'classification'
  if (zones.copyNumber.test(text)) return 'copyNumber'
  if (foot.disclosure.test(text)) return 'disclosure'
  if (zones.answerKind.test(text)) return 'chrome'
  if (bodiesOnLine(text)) return 'signature'
  const date = foot.dateLine.at(text, 0)
  return date && !date.groups.bodies ? 'signedDate' : null
}

/** A notice that is signed at its end is not signed in its head: there a site names it, and the day of publication. */
export function settleAside(draft: Draft): void {
  if (!draft.signed) return
  const head = draft.blocks[draft.bodyStart]?.start ?? 0
  const aside = new Set(draft.extra.filter((p) => p.type === 'documentNumber').map((p) => p.block))
  for (const piece of draft.extra) {
    if (piece.start >= head || !aside.has(piece.block)) continue
    if (piece.type === 'signature') piece.type = 'chrome'
    else if (piece.type === 'signedDate') piece.type = 'published'
  }
}

/** More bodies than these do not sign one below the other. */
const SIGNERS = 6

/** Notices to seafarers and local sites set who signs and the day below the number, above the text. */
export function signInHead(draft: Draft): void {
  if (draft.signed) return
  const { blocks, types } = draft
  for (let i = 1; i < draft.bodyStart; i++) {
    if (types[i] !== 'signedDate' || !isFree(draft, i - 1) || !bodiesOnLine(blocks[i - 1]!.text)) continue
    for (let k = i - 1; k > 0 && i - k <= SIGNERS && isFree(draft, k) && bodiesOnLine(blocks[k]!.text); k--)
      types[k] = 'signature'
    return
  }
}

/** The markings of the head (版头) that are a line of their own. */
function headLine(text: string): ElementType | null {
  if (zones.copyNumber.test(text)) return 'copyNumber'
  if (zones.classification.test(text)) return 'classification'
  if (zones.urgency.test(text)) return 'urgency'
  if (isNumberLine(text)) return 'documentNumber'
  if (zones.telegram.test(text)) return 'urgency'
  if (foot.disclosure.test(text)) return 'disclosure'
  if (zones.caption.test(text)) return 'caption'
  if (zones.masthead.test(text) && !titles.about.test(text)) return 'masthead'
  // 题注 of a decision: the day alone in brackets.
  if (zones.dayNote.test(text)) return 'signedDate'
  const date = foot.dateLine.at(text, 0)
  if (date && !date.groups.bodies) return /^\d{4}[-/.]/.test(date.groups.date!) ? 'published' : 'signedDate'
  return null
}
