/** Examples of a page: what they are, and what they say that they print. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './programs.js'

export const readPage = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Fenced blocks of a language, in order. */
export const blocksOf = (page: string, language: string): string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map((m) => m[1]!)

/** A block, and the lines that it says it prints (`#=> …`, `//=> …`). */
export function partsOf(block: string): { code: string; said: string[] } {
  const lines = block.split('\n')
  const said = lines.flatMap((line) => /^(?:#|\/\/)=> (.*)$/.exec(line)?.[1] ?? [])
  return { code: lines.filter((line) => !/^(?:#|\/\/)=> /.test(line)).join('\n'), said }
}
