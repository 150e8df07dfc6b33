/** The tree of a draft: zones, and in them one element for each block or piece. */
import type { ReadResult } from '../../read/source-text.js'
import type { Block, Clean } from '../lines.js'
import {
  type ElementType,
  lineStarts,
  type NoticeElement,
  type NoticeTree,
  type NoticeZone,
  point,
  spanOf,
  type ZoneType,
} from '../tree.js'
import type { Draft, Piece } from './draft.js'

function zoneOf(draft: Draft, i: number, type: ElementType): ZoneType {
  if (type === 'copiedTo' || type === 'printed' || type === 'themeTerms') return 'imprint'
  if (i >= draft.appendixStart) return 'appendix'
  return i < draft.bodyStart ? 'header' : 'body'
}

/** Parts of a line count as below the head (a name beside its day signs), save addressees and a page's metadata. */
function zoneOfPiece(draft: Draft, i: number, type: ElementType): ZoneType {
  if (type === 'addressees' || type === 'metadata') return 'header'
  return zoneOf(draft, Math.max(i, draft.bodyStart), type)
}

export function buildTree(read: ReadResult, clean: Clean, draft: Draft): NoticeTree {
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
  const joined = draft.extra.find((piece) => piece.type === 'title')
  let titled = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const type = types[i] ?? 'paragraph'
    if (type === 'title') {
      // A title of several lines is one element.
      if (!joined) add(type, block.start, block.end, block, zoneOf(draft, i, type))
      else if (!titled) add(type, joined.start, joined.end, block, 'header')
      titled = true
      continue
    }
    const pieces = replaced.get(block)
    if (!pieces) add(type, block.start, block.end, block, zoneOf(draft, i, type))
    else for (const piece of pieces) add(piece.type, piece.start, piece.end, block, zoneOfPiece(draft, i, piece.type))
  }
  return tree
}
