/** Inputs that repeat an earlier one. The first in the order of the inputs is kept, so that the outcome is the same on every run. */
import type { DedupeKey } from './names.js'
import { duplicateDone } from './record.js'
import type { Done, Meta } from './types.js'

type Named = Pick<Meta, 'id' | 'path'>

/** What was seen before; with what an earlier run left behind where it goes on. */
export function createMemory(keys: readonly DedupeKey[]) {
  const seen = new Map<string, Named>()
  const keyOf = (key: DedupeKey, { id, number, content }: Meta) =>
    key === 'content' ? `c${content ?? id}` : number === undefined ? undefined : `n${number}`
  return {
    /** The earlier record that this one repeats, and in what. */
    find(meta: Meta): { original: Named; by: DedupeKey } | undefined {
      if (meta.outcome !== 'notice') return undefined
      for (const by of keys) {
        const key = keyOf(by, meta)
        const original = key === undefined ? undefined : seen.get(key)
        if (original) return { original, by }
      }
      return undefined
    },
    add(meta: Meta): void {
      if (meta.outcome !== 'notice') return
      for (const by of keys) {
        const key = keyOf(by, meta)
        if (key !== undefined && !seen.has(key)) seen.set(key, { id: meta.id, path: meta.path })
      }
    },
  }
}

export async function* deduplicate(
  source: AsyncIterable<Done>,
  keys: readonly DedupeKey[],
  memory = createMemory(keys),
): AsyncGenerator<Done, void, undefined> {
  for await (const done of source) {
    const found = memory.find(done.meta)
    if (found) yield duplicateDone(done.meta, found.original, found.by)
    else {
      memory.add(done.meta)
      yield done
    }
  }
}
