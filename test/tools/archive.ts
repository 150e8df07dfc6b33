/** The composed archive of test/fixtures/archive and what a clerk reads in it (test/tables/archive-*.tsv). */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { type Notice, parseNotice } from '../../src/index.js'
import type { GraphNode, NoticeGraph } from '../../src/link/index.js'

const fixtures = new URL('../fixtures/', import.meta.url)

const archiveFiles: readonly string[] = readdirSync(new URL('archive/', fixtures)).sort()

export function archiveNotices(): Notice[] {
  return archiveFiles.map((filename) =>
    parseNotice(readFileSync(new URL(`archive/${filename}`, fixtures), 'utf8'), { filename }),
  )
}

/** Rows of a table below its comments and head; `-` is null. */
export function table(name: string): (string | null)[][] {
  return readFileSync(new URL(`../tables/archive-${name}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t').map((cell) => (cell === '-' ? null : cell)))
}

/** The file's name without its ending; `[title]` for what is not in the set. */
export function slugOf(node: GraphNode): string {
  if (node.kind === 'notice') return basename(node.files[0]!, extname(node.files[0]!))
  return `[${node.documentNumber?.text ?? ''}${node.title?.text ?? ''}]`
}

/** The node of a slug. */
export const nodeOf = (graph: NoticeGraph, slug: string): GraphNode => graph.nodes.find((n) => slugOf(n) === slug)!
