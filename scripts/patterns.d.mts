export interface Pattern {
  /** Where it stands: `grammar.rule`, or the file. */
  where: string
  source: string
  /** Only the flags that change what it finds or how: `i`, `m`, `s`, `u`, `v`. */
  flags: string
  /** Texts of a rule's own examples. */
  examples?: string[]
}
interface Rules {
  name: string
  rules: readonly { id: string; matches: readonly string[]; rejects: readonly string[] }[]
}
/** What is kept of a pattern in scripts/patterns.json. */
export interface Verdict {
  id: string
  /** Built while src is loaded: neither a rule nor a literal. */
  built?: boolean
  status: 'safe' | 'vulnerable' | 'unknown'
  checker: string
  /** Of those that are not safe: the degree or why there is none; microseconds a character, null where the run did not end. */
  complexity?: string
  bounded?: boolean
  micros?: number | null
  exponent?: number | null
}

export declare function rulePatterns<G extends Rules>(
  grammars: readonly G[],
  compile: (grammar: G) => object,
): Pattern[]
export declare function sourceFiles(folder: string): [file: string, text: string][]
export declare function literalPatterns(files: readonly [file: string, text: string][]): Pattern[]
export declare function idOf(pattern: Pick<Pattern, 'source' | 'flags'>): string
export declare function isBounded(source: string, flags: string): boolean
export declare function verdictOf(pattern: Omit<Pattern, 'where'> & { id: string }): Promise<Verdict>
