/** By which rule a fact was found and how sure that rule is: extractors know it, a notice does not keep it. */
import { extractors as builtin, type Extractor } from '../index.js'

/** The rule that found a value, and how sure it is. */
export interface Evidence {
  rule: string
  /** 0 … 1 */
  score: number
}

/** Evidence of a value of a notice that was read with the extractors of a trace. */
export type EvidenceOf = (value: object) => Evidence | undefined

/** Extractors that remember by which rule each value was found. */
export interface Trace<List extends readonly Extractor[] = typeof builtin> {
  /** To be given to `parseNotice` or `readNotice`. */
  extractors: List
  evidenceOf: EvidenceOf
}

/** The extractors of a list, remembered what they find. Values that are no longer in use are forgotten. */
export function trace(): Trace
export function trace<const List extends readonly Extractor[]>(list: List): Trace<List>
export function trace(list: readonly Extractor[] = builtin): Trace<readonly Extractor[]> {
  if (!Array.isArray(list) || !list.every((one) => typeof one?.extract === 'function'))
    throw new TypeError('trace: the list must hold extractors')
  const known = new WeakMap<object, Evidence>()
  const extractors = list.map(
    (extractor): Extractor => ({
      ...extractor,
      *extract(context) {
        for (const finding of extractor.extract(context)) {
          const { value, rule, score } = finding
          if (value !== null && typeof value === 'object') known.set(value, { rule, score })
          yield finding
        }
      },
    }),
  )
  return { extractors, evidenceOf: (value) => known.get(value) }
}
