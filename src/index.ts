/**
 * gongwen reads Chinese government notices (公文, 红头文件) and returns typed facts, each with its place in the source.
 *
 * @packageDocumentation
 */

export type {
  Context,
  ExtractOptions,
  Extractor,
  FieldsOf,
  Finding,
  Moment,
  PlacedMatch,
  Range,
  Segmenter,
} from './extract/define.js'
export { defineExtractor } from './extract/define.js'
export { extractors } from './extract/index.js'
export type { FindOptions } from './find.js'
export { findContacts, findDates, findDeadlines, findDocumentNumbers } from './find.js'
export type { Compiled, CompiledRule, Grammar, Match, Rule } from './grammar.js'
export { compile } from './grammar.js'
export type { BodyOfCodeOptions } from './knowledge/agency-codes.js'
export { bodyOfCode } from './knowledge/agency-codes.js'
export type { Body, FindBodyOptions } from './knowledge/bodies.js'
export { findBody } from './knowledge/bodies.js'
export type { Reference } from './knowledge/calendar.js'
export type { Division } from './knowledge/divisions.js'
export { findDivision } from './knowledge/divisions.js'
export type { DateExpression } from './knowledge/expressions.js'
export type { Years } from './knowledge/lexicon.js'
export type { WorkingDayOptions } from './knowledge/working-days.js'
export { addWorkingDays, isWorkingDay } from './knowledge/working-days.js'
export type { Box, Place } from './locate.js'
export { locate, position } from './locate.js'
export type { Extra, ParseOptions } from './notice.js'
export { parseNotice } from './notice.js'
export type { Row } from './parse/tables.js'
export type { ElementType, NoticeElement, NoticeTree, NoticeZone, ZoneType } from './parse/tree.js'
export type { NoticeExtractOptions, NoticeParseOptions } from './plugin.js'
export { noticeExtract, noticeParse } from './plugin.js'
export type { UnreadableCode } from './read/errors.js'
export { UnreadableNoticeError } from './read/errors.js'
export type { ReadOptions } from './read-notice.js'
export { readNotice } from './read-notice.js'
export { noticeSchema } from './schema.js'
export { treeOf } from './tree-of.js'
export type * from './types.js'
