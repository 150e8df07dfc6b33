/** Parts that the grammars of whole lines share. */
import { bodySuffixes } from './lexicon/bodies.js'
import { parts } from './parts.js'

export const zoneParts = {
  ...parts,
  suffix: [...bodySuffixes].sort((a, b) => b.length - a.length).join('|'),
  nameChar: '(?:{han}|[A-Za-z0-9·“”"、()《》-])',
  date: '{year}{sp}年{sp}{month}{sp}月{sp}{day}{sp}[日号曰]|(?:19|20)\\d{2}[-/.](?:1[0-2]|0?[1-9])[-/.](?:3[01]|[12]\\d|0?[1-9])(?!\\d(?!\\d?:[0-5]\\d))',
} as const
