import type { Metafile, Plugin } from 'esbuild'

export interface Bundle {
  /** Text of each chunk by name. */
  files: Map<string, string>
  /** Names of the chunks that are loaded at once. */
  core: string[]
  outputs: Map<string, Metafile['outputs'][string]>
}

export const withoutExamples: Plugin
export function bundleInspector(folder: string): Promise<unknown>
export const USES: Record<string, string>
export function bundleFor(use: string, options?: { format?: 'esm' | 'iife'; minify?: boolean }): Promise<Bundle>
export function weigh(bundle: Bundle): { minified: number; gzipped: number }
