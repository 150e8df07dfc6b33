/** The imprint (版记, GB/T 9704-2012, 7.4): copied-to, printing office and date, subject terms. */
import { bodiesOnLine } from '../bodies-line.js'
import { markAnnexHead } from './annexes.js'
import { type Draft, isFree } from './draft.js'
import { foot, zones } from './rules.js'

/** Marks the imprint, which may stand behind the text or behind the annexes; and the heads of the annexes. */
export function markImprint(draft: Draft): void {
  const { blocks, types } = draft
  const addressed = types.includes('addressees')
  for (let i = 0; i < blocks.length; i++) {
    const { text } = blocks[i]!
    const inBody = i >= draft.bodyStart
    if (text.length > 640 || (!inBody && !isFree(draft, i)) || !foot.mayImprint.test(text)) continue
    if (inBody && markPrinted(draft, i)) continue
    if (!isFree(draft, i)) continue
    const inAnnexes = i >= draft.appendixStart
    if (!addressed && inBody && zones.mainSend.test(text)) types[i] = 'addressees'
    else if (foot.copiedTo.test(text)) markCopiedTo(draft, i)
    else if (inBody && foot.disclosure.test(text)) types[i] = 'disclosure'
    else if (foot.themeTerms.test(text)) types[i] = 'themeTerms'
    else if (foot.imprintCount.test(text)) types[i] = 'chrome'
    else if (inAnnexes && (foot.appendixMark.test(text) || foot.loneMark.test(text))) markAnnexHead(draft, i)
    else if (inAnnexes && foot.appendixTitled.test(text)) types[i] = 'appendixTitle'
  }
}

/** Marks 示例市人民政府办公室 2024年5月6日印发, with the office where it stands on the line above. */
function markPrinted(draft: Draft, i: number): boolean {
  const { blocks, types } = draft
  if (types[i] !== null && types[i] !== 'signature' && types[i] !== 'signedDate') return false
  const printed = foot.printed.at(blocks[i]!.text, 0)
  if (!printed) return false
  types[i] = 'printed'
  const above = blocks[i - 1]
  if (!printed.groups.body && above && isFree(draft, i - 1) && bodiesOnLine(above.text)) types[i - 1] = 'printed'
  return true
}

/** Marks 抄送:… and the lines on which it goes on. */
function markCopiedTo(draft: Draft, i: number): void {
  const { blocks, types } = draft
  types[i] = 'copiedTo'
  for (let k = i + 1; k < blocks.length && k < i + 6; k++) {
    if (blocks[k - 1]!.text.endsWith('。') || !isContinuation(blocks[k]!.text)) return
    types[k] = 'copiedTo'
  }
}

const isContinuation = (text: string) =>
  text.length < 200 &&
  !foot.printed.test(text) &&
  !foot.imprintCount.test(text) &&
  /[,、。]/.test(text) &&
  bodiesOnLine(text.replace(/[,。]/g, ' ')) !== null
