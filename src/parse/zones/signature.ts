/** The end of the text: who signs (发文机关署名), the day (成文日期) and the note (附注); GB/T 9704-2012, 7.3.5 and 7.3.6. */
import { bodiesOnLine } from '../bodies-line.js'
import { addPiece, type Draft, isFree } from './draft.js'
import { foot, zones } from './rules.js'

/** Marks the signature block and the notes below it. */
export function markSignature(draft: Draft): void {
  const { blocks, types } = draft
  const dated = signedDate(draft)
  if (dated >= 0) {
    markDate(draft, dated)
    const inline = types[dated] === 'signature'
    const above = signersAbove(draft, dated)
    for (const k of above) types[k] = foot.official.test(blocks[k]!.text) ? 'official' : 'signature'
    if (!inline && !above.length) for (const k of signersBelow(draft, dated)) types[k] = 'signature'
    draft.signed = true
  } else markUndated(draft)
  markNotes(draft, dated)
}

/** Index of the line with the day of signing: the first with signers on it or above it, else the last day; -1 for none. */
function signedDate(draft: Draft): number {
  const { blocks, appendixStart } = draft
  let unsigned = -1
  for (let i = draft.bodyStart; i < appendixStart; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length > 300) continue
    if (!mayEndDate(text)) {
      const first = mayBeginDate(text) ? foot.dayFirst.at(text, 0)?.groups.bodies : undefined
      if (first && bodiesOnLine(first)) return i
      continue
    }
    const date = foot.dateLine.at(text, 0) ?? foot.monthLine.at(text, 0)
    if (!date) {
      if (foot.dayLine.test(text) && signersAbove(draft, i).length) return i
      continue
    }
    const inline = date.groups.bodies
    // 某分局 | 2024年6月6日, with rows below it: cells of a table.
    if (inline && text.includes('\t') && blocks[i + 1]?.text.includes('\t')) continue
    if (inline ? bodiesOnLine(inline) : signersAbove(draft, i).length) return i
    if (!inline) unsigned = i
  }
  return unsigned
}

/** No date: bodies alone at the very end of the text sign it. */
function markUndated(draft: Draft): void {
  const { blocks, types } = draft
  let last = draft.appendixStart - 1
  while (last >= draft.bodyStart && types[last] !== null) last--
  let first = last + 1
  while (first - 1 > draft.bodyStart && isFree(draft, first - 1) && isSigner(blocks[first - 1]!.text)) first--
  if (foot.organizers.test(blocks[first - 1]?.text ?? '')) first++
  if (first > last || last - first >= 14) return
  types.fill('signature', first, last + 1)
  draft.signed = true
}

/** Marks who may read the notice, and the note below the signature: 此件公开发布, (联系人:…). */
function markNotes(draft: Draft, dated: number): void {
  const { blocks, types } = draft
  for (let i = draft.bodyStart; i < draft.appendixStart; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.length > 400) continue
    // A note that says more (联系人…) stays a note.
    const release = foot.disclosure.at(text, 0)
    if (release) types[i] = release.groups.more === undefined ? 'disclosure' : 'note'
    else if (dated >= 0 && i > dated && foot.note.test(text)) types[i] = 'note'
  }
}

const isSigner = (text: string) =>
  !zones.numberedHead.test(text) && (bodiesOnLine(withoutLabel(text)) !== null || foot.onBehalf.test(text))

/** 采购代理机构:某公司 → the name, its offset kept by blanks. */
export function withoutLabel(text: string): string {
  const label = foot.signatureLabel.at(text, 0)
  return label ? ' '.repeat(label.end) + text.slice(label.end) : text
}

/** Indices of the lines above a date that name those who sign. */
function signersAbove(draft: Draft, dateIndex: number): number[] {
  const { blocks, types } = draft
  const out: number[] = []
  for (let k = dateIndex - 1; k >= draft.bodyStart && dateIndex - k < 40; k--) {
    const { text } = blocks[k]!
    if (foot.pageless.test(text) || foot.sealAlone.test(text)) continue
    if (types[k] !== null && types[k] !== 'paragraph') break
    if (!isSigner(text) && !foot.official.test(text)) {
      if (out.length || !mayAlsoSign(draft, k)) break
      return [k]
    }
    out.push(k)
  }
  out.reverse()
  return foot.organizers.test(blocks[out[0]! - 1]?.text ?? '') ? out.slice(1) : out
}

/** 示例社区, 物理系 sign alone, below running text. */
function mayAlsoSign({ blocks, bodyStart }: Draft, k: number): boolean {
  return k > bodyStart && foot.signerKind.test(blocks[k]!.text) && !foot.signerKind.test(blocks[k - 1]!.text)
}

/** Indices of the lines below the last day that name those who sign, at the end of the text. */
function signersBelow(draft: Draft, dateIndex: number): number[] {
  const { blocks, appendixStart } = draft
  const out: number[] = []
  for (let k = dateIndex + 1; k < appendixStart && isFree(draft, k); k++) {
    const { text } = blocks[k]!
    if (out.length > 3 || !(isSigner(text) || (!out.length && foot.signerKind.test(text)))) return []
    out.push(k)
  }
  return out
}

/** Whether a line can end with a date at all: looked at before the rule is. */
const mayEndDate = (text: string) => DATE_ENDS.includes(text[text.length - 1]!)
/** The same of its beginning. */
const mayBeginDate = (text: string) => DATE_BEGINS.includes(text[0]!)
const DATE_BEGINS = '一二0123456789'
const DATE_ENDS = '日号曰月时点分整)0123456789'

/** Splits 某局 2024年5月6日 into its signature and its date. */
export function markDate(draft: Draft, i: number): void {
  const block = draft.blocks[i]!
  const m = foot.dateLine.at(block.text, 0)
  const bodies = m?.at('bodies')
  if (m && bodies && bodies.end > bodies.start) {
    const date = m.at('date')!
    addPiece(draft, 'signature', block, 0, bodies.end)
    addPiece(draft, 'signedDate', block, date.start, date.end)
    draft.types[i] = 'signature'
    return
  }
  const turned = m ? null : foot.dayFirst.at(block.text, 0)
  if (turned) {
    const date = turned.at('date')!
    addPiece(draft, 'signedDate', block, date.start, date.end)
    addPiece(draft, 'signature', block, turned.at('bodies')!.start, turned.end)
    draft.types[i] = 'signature'
  } else draft.types[i] = 'signedDate'
}
