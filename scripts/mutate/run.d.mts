/** A changed source (`text`) or rule (`pattern`, `needs`); scripts/mutate/mutants.mjs makes them. */
export interface Mutant {
  area: string
  file: string
  at: string
  operator: string
  before: string
  after: string
  /** Number of the function that holds the place, null outside of all. */
  within?: number | null
  text?: string
  pattern?: string
  needs?: readonly string[]
  part?: string
}
export type Result = Mutant & {
  status: 'killed' | 'survived' | 'timeout' | 'invalid' | 'error'
  /** The test that failed, or what went wrong. */
  by: string | null
  ms: number
}
export function tryMutants(
  mutants: readonly Mutant[],
  options?: { files?: readonly string[]; each?: (result: Result, count: number) => void; limit?: number },
): Promise<{ tests: number; skipped: string[]; results: Result[] }>
