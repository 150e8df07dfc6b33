/** Extractors: one object per field. A user's own field is one more object in the list. */
import type { CompiledRule, Match } from '../grammar.js'
import type { Reference } from '../knowledge/calendar.js'
import type { DateExpression } from '../knowledge/expressions.js'
import type { Row } from '../parse/tables.js'
import type { ElementType, NoticeElement, NoticeTree } from '../parse/tree.js'
import type { Diagnostic, Fact, Notice, Span } from '../types.js'

/** Offsets in the clean text. */
export interface Range {
  start: number
  end: number
}

/** A candidate value with its place and how sure its rule is (0 … 1). */
export interface Finding<Value> {
  value: Value
  range: Range
  score: number
  rule: string
}

/** A word segmenter: `Intl.Segmenter` by default, `jieba()` of `gongwen/jieba`, or one of your own. */
export interface Segmenter {
  /** Words of a text in order; their concatenation is the text. */
  words(text: string): string[]
  /** The words that tell most of a text, heaviest first, where the segmenter knows how common each is (TF-IDF). */
  keywords?(text: string, count: number): string[]
}

/** What extraction can be told. */
export interface ExtractOptions {
  /** ISO day from which years that the notice does not print are supplied when nothing in it supplies them. */
  referenceDate?: string
  /** Absolute address of the page: `href` of attachments is resolved against it (and the page's `<base>`). */
  baseUrl?: string
  /** Compute ranked keywords (themes of kind `keyword`). */
  keywords?: boolean
  /** Word segmenter for keywords; `Intl.Segmenter` by default, nodejieba from `gongwen/jieba`. */
  segmenter?: Segmenter
}

/** A date expression at its place in the notice. */
export interface Moment {
  element: NoticeElement
  expression: DateExpression
  range: Range
}

/** What an extractor sees: the tree, the clean text, the fields resolved before it. */
export interface Context {
  readonly tree: NoticeTree
  readonly text: string
  readonly options: ExtractOptions
  /** Fields resolved so far, in the order of the extractor list. */
  readonly known: Partial<Notice>
  /** Elements of the given types in reading order; all but furniture when none is given. */
  elements(...types: ElementType[]): NoticeElement[]
  /** Matches of a compiled rule in an element, with offsets in the clean text. */
  match(rule: CompiledRule, element: NoticeElement): PlacedMatch[]
  /** A fact for a range of clean text; `text` where the reading is not the slice itself. */
  fact(range: Range, text?: string): Fact
  /** The same with further members: one shape for all of a kind, which a spread at the head of a literal is not to V8. */
  factWith<T extends Fact>(range: Range, more: Omit<T, keyof Fact>, text?: string): T
  /** The span of the source for a range of clean text. */
  span(range: Range): Span
  /** All date expressions of the notice, found once. */
  moments(): Moment[]
  /** The row of a data table that an element is, with the table's head. */
  tableRow(element: NoticeElement): { row: Row; header: Row | null } | undefined
  /** Year, month and day at which the notice speaks, for dates that leave them out. */
  reference(): Reference
  /** `place`: a range of clean text, or a span of the source. */
  report(ruleId: string, reason: string, place: Range | { span: Span } | null, severity?: Diagnostic['severity']): void
}

/** A match of a rule in an element, with offsets in the clean text. */
export interface PlacedMatch {
  rule: string
  text: string
  range: Range
  groups: Match['groups']
  /** Range of a captured group, or null when it took no part. */
  group(name: string): Range | null
}

/** One field. `many` fields give every finding in order; single fields the best. */
export interface Extractor<Name extends string = string, Value = unknown, Many extends boolean = boolean> {
  readonly name: Name
  readonly many: Many
  /** Yields every candidate; which is kept is decided afterwards, by score and place. */
  extract(context: Context): Iterable<Finding<Value>>
}

/**
 * Types an extractor.
 *
 * ```ts
 * const budget = defineExtractor({
 *   name: 'budget',
 *   many: true,
 *   *extract(context) {
 *     for (const element of context.elements('paragraph'))
 *       for (const m of context.match(rules.amount, element))
 *         yield { value: context.fact(m.range), range: m.range, score: 1, rule: m.rule }
 *   },
 * })
 * ```
 *
 * Throws `TypeError` where it has no name or no `extract`.
 */
export function defineExtractor<const Name extends string, Value, const Many extends boolean>(
  extractor: Extractor<Name, Value, Many>,
): Extractor<Name, Value, Many> {
  if (!isExtractor(extractor)) throw new TypeError('defineExtractor: an extractor has a name and an extract function')
  return extractor
}

/** Whether a value can be run as an extractor. Its name becomes a property of the notice. */
export const isExtractor = (value: unknown): value is Extractor => {
  const { name, extract } = (value ?? {}) as { name?: unknown; extract?: unknown }
  return typeof name === 'string' && name !== '__proto__' && typeof extract === 'function'
}

/** The fields that a list of extractors adds to a notice. */
export type FieldsOf<List extends readonly Extractor[]> = {
  [E in List[number] as E['name']]: E extends Extractor<string, infer Value, infer Many>
    ? Many extends true
      ? Value[]
      : Value | null
    : never
}
