/** What a mutator draws from: one seeded source, so that a run can be had again. */
import { type Random, seeded } from '../tools/noise-text.js'

export interface Dice {
  /** A number from 0 up to but without 1. */
  random: Random
  /** An integer from 0 up to but without `n`; 0 where `n` is 0. */
  below(n: number): number
  /** True once in `n` times. */
  once(n: number): boolean
  pick<T>(list: readonly T[]): T
  /** 1, rarely more: how many changes are made to one input. */
  few(): number
}

export function dice(seed: number): Dice {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  return {
    random,
    below,
    once: (n) => below(n) === 0,
    pick: (list) => list[below(list.length)]!,
    few() {
      let n = 1
      while (n < 12 && random() < 0.6) n++
      return n
    },
  }
}
