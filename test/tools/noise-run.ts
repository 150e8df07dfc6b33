/** All variants: each notice with each kind of noise, drawn once or more. */
import { parseNotice } from '../../src/index.js'
import { KINDS, type Kind, MIXTURES } from './noise.js'
import type { Base } from './noise-bases.js'
import { type Agreement, agreement, factsOf } from './noise-facts.js'
import { seeded, seedOf } from './noise-text.js'

export const ALL_KINDS: readonly Kind[] = [...KINDS, ...MIXTURES]

/** Draws of a kind on each notice. */
const drawsOf = (kind: Kind) => (kind.fixed ? 1 : kind.group === 'mixtures' ? 3 : kind.inline ? 2 : 3)

export interface Variant {
  base: Base
  kind: Kind
  draw: number
  source: string
  result: Agreement
}

/** The variants of one kind. A draw that changes nothing, or that came before, is none. */
export function* variantsOf(kind: Kind, bases: readonly Base[]): Generator<Variant> {
  for (const base of bases) {
    if (base.carrier === 'html' && !kind.inline) continue
    const seen = new Set([base.text.source])
    for (let draw = 0; draw < drawsOf(kind); draw++) {
      const noisy = kind.make(base.text, seeded(seedOf(`${base.slug} ${base.from} ${kind.name} ${draw}`)))
      if (seen.has(noisy)) continue
      seen.add(noisy)
      const source = base.written(noisy)
      const notice = parseNotice(source, { carrier: base.carrier })
      yield { base, kind, draw, source, result: agreement(base.facts, factsOf(notice)) }
    }
  }
}
