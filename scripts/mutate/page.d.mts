import type { Result } from './run.mjs'
export function tableOf(results: readonly Result[], counts: ReadonlyMap<string, number>): string
