/** Annexes: their list below the text (附件说明, GB/T 9704-2012, 7.3.4) and where they begin (7.3.7). */
import type { CompiledRule } from '../../grammar.js'
import { bodiesOnLine } from '../bodies-line.js'
import type { Block } from '../lines.js'
import { type Draft, isFree } from './draft.js'
import { foot, titles, zones } from './rules.js'

/** 附: every line that names or begins an annex begins with it. */
const ATTACH = 0x9644

/** Longest list that is followed item by item, in lines. */
const LIST = 60

/** Marks 附件说明 and its items; returns the index behind them, or -1 where the notice lists no annexes. */
export function markAnnexList(draft: Draft): number {
  const { blocks, types } = draft
  for (let i = draft.bodyStart; i < blocks.length; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.charCodeAt(0) !== ATTACH) continue
    const mark = foot.appendixMark.at(text, 0)
    if (mark && !listFollows(blocks, i)) return -1
    if (foot.download.test(text)) return markRun(draft, i, foot.download)
    const note = foot.attachmentNote.at(text, 0)
    if (!note && foot.appendixTitled.test(text)) {
      const listed = listEnd(blocks, i)
      if (listed > i + 1) {
        for (let k = i; k < listed; k++) types[k] = 'attachmentItem'
        return listed
      }
      return beginsAnnex(blocks, i) ? -1 : markRun(draft, i, foot.appendixTitled)
    }
    const rest = (note ?? mark)?.groups.rest
    if (!note && !mark) continue
    types[i] = 'attachmentNote'
    return markItems(draft, i + 1, rest)
  }
  return -1
}

/** Marks the lines from `from` on that are each an item; the index behind them. */
function markRun(draft: Draft, from: number, rule: CompiledRule): number {
  const { blocks, types } = draft
  let k = from
  while (k < blocks.length && rule.test(blocks[k]!.text)) types[k++] = 'attachmentItem'
  return k
}

/** Behind 附件1.… ↵ 2.… ↵ 3.… without a colon, where the text ends there or is signed; the index itself where it goes on. */
function listEnd(blocks: readonly Block[], i: number): number {
  if (foot.appendixTitled.at(blocks[i]!.text, 0)?.groups.number !== '1') return i
  let k = i + 1
  while (k < blocks.length && k - i < LIST) {
    const { text } = blocks[k]!
    if (text.length > 80 || foot.attachmentItem.at(text, 0)?.groups.number !== String(k - i + 1)) break
    k++
  }
  const after = blocks[k]?.text
  const ends = after === undefined || foot.dateLine.test(after) || bodiesOnLine(after) || foot.copiedTo.test(after)
  return ends ? k : i
}

/** A run of 附件1:… 附件2:… lines is a list; a single one with text below begins an annex, save that a file's name begins nothing. */
function beginsAnnex(blocks: readonly Block[], i: number): boolean {
  const next = blocks[i + 1]?.text
  return (
    next !== undefined &&
    !foot.fileName.test(blocks[i]!.text) &&
    !foot.appendixTitled.test(next) &&
    !bodiesOnLine(next) &&
    !foot.dateLine.test(next)
  )
}

/** Marks the items below a note, of which `rest` is the first where it stands on the note's line; the index behind them. */
function markItems(draft: Draft, from: number, rest: string | undefined): number {
  const { blocks, types } = draft
  let k = from
  for (let expected = /^\s*\d/.test(rest ?? '') ? 2 : 1; k < blocks.length && k < from + LIST - 1; k++, expected++) {
    const { text } = blocks[k]!
    const below = blocks[k + 1]?.text
    if (below !== undefined && isNumberOf(text, expected) && isBareItem(below)) {
      types[k] = 'attachmentItem'
      types[++k] = 'attachmentItem'
      continue
    }
    const item = foot.attachmentItem.at(text, 0)
    const bare =
      !rest &&
      isBareItem(text) &&
      !zones.numberedHead.test(text) &&
      (k === from || (expected === k - from + 1 && foot.fileName.test(text)))
    if (item && Number(item.groups.number) !== expected && !foot.zhNumeral.test(item.groups.number!)) break
    if (!item && !bare) break
    if (foot.dateLine.test(text)) break
    types[k] = 'attachmentItem'
  }
  return k
}

/** 1. ↵ 某报名表.docx: whether a line is the number of an item and nothing else. */
const isNumberOf = (text: string, expected: number): boolean =>
  foot.numberAlone.at(text, 0)?.groups.number === String(expected)

/** Whether 附件 alone on its line heads a list rather than an annex. */
function listFollows(blocks: readonly Block[], i: number): boolean {
  if (foot.numbered.test(foot.bareMark.replace(blocks[i]!.text, ''))) return false
  const next = blocks[i + 1]?.text
  if (next !== undefined && isTableHead(next)) return false
  if (next === undefined || !/^1[.、:-]/.test(next)) return /:$/.test(blocks[i]!.text)
  let k = i + 1
  while (k < blocks.length && k - i < 40 && foot.attachmentItem.test(blocks[k]!.text)) k++
  const after = blocks[k]?.text
  return /:$/.test(blocks[i]!.text) || after === undefined || foot.dateLine.test(after) || bodiesOnLine(after) !== null
}

/** A line without marks of its own that may be an item of a list, or the title of an annex. */
const isBareItem = (text: string): boolean =>
  text.length < 60 && !/[。;:]/.test(text) && !isTableHead(text) && !bodiesOnLine(text) && !foot.dateLine.test(text)

/** Whether 附件 alone on its line stands above those who sign and the day, with which the text ends: what is left of a link. */
function signedBelow(blocks: readonly Block[], i: number): boolean {
  let k = i + 1
  while (k < blocks.length && k < i + 6 && bodiesOnLine(blocks[k]!.text)) k++
  return k > i + 1 && k === blocks.length - 1 && foot.dateLine.test(blocks[k]!.text)
}

/** Index of the block with which the annexes begin; `listEnd`: the index behind their list, or -1. */
export function findAnnexes(draft: Draft, listEnd: number): number {
  const { blocks } = draft
  for (let i = draft.bodyStart; i < blocks.length; i++) {
    if (!isFree(draft, i)) continue
    const { text } = blocks[i]!
    if (text.charCodeAt(0) !== ATTACH) continue
    if (foot.appendixMark.test(text) && !signedBelow(blocks, i)) return i
    if (listEnd > 0 && i >= listEnd && i + 2 < blocks.length && foot.loneMark.test(text)) return i
    if (i >= listEnd && foot.appendixTitled.test(text) && !foot.fileName.test(text) && i > draft.bodyStart + 2) return i
  }
  return blocks.length
}

/** More cells are the heads of a table, no title. */
const CELLS = 3

const isTableHead = (text: string): boolean => text.split(/\t| {2,}/).length > CELLS

/** Marks 附件1 above an annex, with the lines of its title below. */
export function markAnnexHead(draft: Draft, i: number): void {
  const { blocks, types } = draft
  types[i] = 'appendixMark'
  for (let k = i + 1; k < blocks.length && k < i + 3 && isFree(draft, k); k++) {
    const { text, gap } = blocks[k]!
    if (!isBareItem(text) || zones.numberedHead.test(text)) break
    if (k > i + 1 && (titles.ending.test(blocks[k - 1]!.text) || gap > 0 || text.includes('\t'))) break
    types[k] = 'appendixTitle'
  }
}
