/** Measures what the parser reads against what people have read. Pure: files are the caller's. */
export type { Change, Difference } from './diff.js'
export { BaselineError, difference, readBaseline } from './diff.js'
export type { Facts } from './golden.js'
export { GoldenError, readGolden } from './golden.js'
export type { Case, Evaluation, FieldScores, Miss, NoticeScores, Scores } from './score.js'
export { createEvaluation } from './score.js'
