/**
 * nodejieba as a segmenter, an entry of its own (`gongwen/jieba`): it is optional, native, and takes about a second
 * and 250 MB to load, so it is loaded on the first word that is asked for.
 */
import { createRequire } from 'node:module'
import type { Segmenter } from './extract/define.js'

interface Nodejieba {
  cut(text: string): string[]
  extract(text: string, count: number): { word: string; weight: number }[]
}

let loaded: Nodejieba | undefined

function load(): Nodejieba {
  if (!loaded) {
    try {
      loaded = createRequire(import.meta.url)('nodejieba') as Nodejieba
    } catch (cause) {
      throw new Error('nodejieba is not installed here: npm i nodejieba', { cause })
    }
  }
  return loaded
}

/** A segmenter backed by nodejieba; the dictionary is loaded on first use. Throws then when nodejieba is missing. */
export function jieba(): Segmenter {
  return {
    words: (text) => load().cut(text),
    keywords: (text, count) =>
      load()
        .extract(text, count)
        .map(({ word }) => word),
  }
}
