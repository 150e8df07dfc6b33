import type { Notice } from '../src/types.js'

export declare function goldenFacts(notice: Notice): Record<string, unknown>
export declare function goldenDiagnostics(notice: Notice): string[]
