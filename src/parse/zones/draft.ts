/** The draft of a tree: each block with what it was found to be. The modules of this folder mark it one after another. */
import type { Block } from '../lines.js'
import type { ElementType } from '../tree.js'

/** A block, or a run or part of blocks, with what it was found to be. */
export interface Piece {
  type: ElementType
  start: number
  end: number
  block: Block
}

export interface Draft {
  readonly blocks: Block[]
  /** Of each block; null while it is free, at last for a paragraph. */
  readonly types: (ElementType | null)[]
  /** Pieces that are not exactly one block. */
  readonly extra: Piece[]
  /** First block behind the head: addressees excluded. */
  bodyStart: number
  /** First block of the annexes; the number of blocks where there are none. */
  appendixStart: number
  /** Somebody signs at the end. */
  signed: boolean
}

export const draftOf = (blocks: Block[]): Draft => ({
  blocks,
  types: blocks.map(() => null),
  extra: [],
  bodyStart: 0,
  appendixStart: blocks.length,
  signed: false,
})

export const isFree = (draft: Draft, i: number): boolean => draft.types[i] === null

/** Adds a part of a block, by offsets in its text. */
export function addPiece(draft: Draft, type: ElementType, block: Block, start: number, end: number): void {
  draft.extra.push({ type, start: block.start + start, end: block.start + end, block })
}

export const isHeading = (block: Block): boolean => block.marks.some((mark) => mark.kind === 'heading')
