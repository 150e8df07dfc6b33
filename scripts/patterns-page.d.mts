import type { Verdict } from './patterns.mjs'

export declare function unexplained(entries: readonly Verdict[]): Verdict[]
export declare function listPage(
  patterns: ReadonlyMap<string, { where: readonly string[] }>,
  entries: readonly Verdict[],
): string
