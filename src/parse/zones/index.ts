/**
 * Zones and elements: where on the sheet each block stands. 版头 主体 版记 附件 (GB/T 9704-2012, 7.1); every element is
 * optional. What a field says is not decided here.
 */
import type { ReadResult } from '../../read/source-text.js'
import { mendBlocks } from '../blocks.js'
import type { Clean } from '../lines.js'
import type { NoticeTree } from '../tree.js'
import { findAnnexes, markAnnexList } from './annexes.js'
import { buildTree } from './build.js'
import { draftOf } from './draft.js'
import { findAddressees, markHead, settleAside, signInHead } from './head.js'
import { markImprint } from './imprint.js'
import { markSignature } from './signature.js'
import { markFurniture, markReport } from './site.js'
import { belowTitle, markTitle } from './title.js'

/** Builds the tree of zones and elements. Linear in the number of blocks. */
export function structure(read: ReadResult, clean: Clean): NoticeTree {
  const draft = draftOf(mendBlocks(clean))
  markFurniture(draft)
  markReport(draft)
  const addressees = findAddressees(draft)
  if (draft.bodyStart === draft.blocks.length) draft.bodyStart = belowTitle(draft)
  const headEnd = addressees >= 0 ? addressees : draft.bodyStart
  markHead(draft, headEnd)
  markTitle(draft, headEnd)
  const listEnd = markAnnexList(draft)
  draft.appendixStart = findAnnexes(draft, listEnd)
  markSignature(draft)
  settleAside(draft)
  signInHead(draft)
  markImprint(draft)
  return buildTree(read, clean, draft)
}
