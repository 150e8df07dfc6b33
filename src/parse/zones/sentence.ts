/** Whether a line is text rather than a part of the head. */
import type { Block } from '../lines.js'
import { isHeading } from './draft.js'
import { titles, zones } from './rules.js'

/** A sentence of running text, as against a line of the head. */
export function isSentence(text: string): boolean {
  if (/[。;]/.test(text)) return !titles.ending.test(text) && !titles.stopped.test(text)
  if (text.length > 15 && zones.opening.test(text) && !titles.ending.test(text)) return true
  return text.length > 60 && text.includes(',') && !titles.ending.test(text)
}

/** 一、 or 第一章; 1. only where the carrier says that the line is a heading. */
export const beginsBody = (block: Block): boolean =>
  zones.numberedHead.test(block.text) || (isHeading(block) && zones.firstPoint.test(block.text))
