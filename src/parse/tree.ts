/** The unist tree of a notice: zones (版头 主体 版记 附件) of elements, each with its place in the source. */
import type { Literal, Parent } from 'unist'
import type { ReadResult } from '../read/source-text.js'
import { toSource } from '../read/source-text.js'
import type { Span } from '../types.js'
import type { Block, Clean } from './lines.js'

/** 版头, 主体, 版记 (GB/T 9704-2012, 7.1) and what follows the sheet, 附件. */
export type ZoneType = 'header' | 'body' | 'imprint' | 'appendix'

/** What an element of the sheet is; `chrome` is what a site puts around it. */
export type ElementType =
  | 'chrome'
  | 'metadata'
  | 'published'
  | 'copyNumber'
  | 'classification'
  | 'urgency'
  | 'masthead'
  | 'documentNumber'
  | 'title'
  | 'caption'
  | 'addressees'
  | 'paragraph'
  | 'attachmentNote'
  | 'attachmentItem'
  | 'signature'
  | 'signedDate'
  | 'official'
  | 'note'
  | 'disclosure'
  | 'appendixMark'
  | 'appendixTitle'
  | 'copiedTo'
  | 'printed'
  | 'themeTerms'

/** One element of the sheet. `value` is its clean text; `range` its offsets in the clean text. */
export interface NoticeElement extends Literal {
  type: ElementType
  value: string
  zone: ZoneType
  range: { start: number; end: number }
  /** The reader's marks on it, as a Markdown heading or a table cell. */
  block: Block | null
}

/** A zone of the sheet and its elements, in reading order. */
export interface NoticeZone extends Parent {
  type: ZoneType
  children: NoticeElement[]
}

/** The root. `clean` maps offsets of elements back to the source. */
export interface NoticeTree extends Parent {
  type: 'notice'
  children: NoticeZone[]
  read: ReadResult
  clean: Clean
  /** Whether the text looks like a notice at all. */
  recognized: boolean
}

/** Source span of a range of clean text. */
export const spanOf = (tree: NoticeTree, start: number, end: number): Span => toSource(tree.clean, start, end)

/** All elements in reading order. */
export function elementsOf(tree: NoticeTree): NoticeElement[] {
  const out: NoticeElement[] = []
  for (const zone of tree.children) for (const element of zone.children) out.push(element)
  return out
}

/** Offsets of the line starts of a source, for unist points. */
export function lineStarts(source: string): number[] {
  const starts = [0]
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1)
  return starts
}

export function point(starts: readonly number[], offset: number): { line: number; column: number; offset: number } {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if (starts[mid]! <= offset) low = mid
    else high = mid - 1
  }
  return { line: low + 1, column: offset - starts[low]! + 1, offset }
}
