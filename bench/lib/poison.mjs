// Extractors that do what a fault in a reader would do: never end, or take the worker down. For the archive of `archive.mjs`.
import { extractors as builtin, defineExtractor } from '../../dist/index.js'

export const extractors = [
  ...builtin,
  defineExtractor({
    name: 'poison',
    many: false,
    extract({ text }) {
      if (text.includes('[[dies]]')) process.exit(9)
      for (let i = 0; text.includes('[[endless]]'); i++) Math.sqrt(i)
      return []
    },
  }),
]
