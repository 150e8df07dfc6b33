import { defineConfig } from 'tsup'

/**
 * Dependencies are bundled: one file loads in a third of the time that their several hundred modules take. They stay
 * dependencies, because the declarations refer to their types.
 */
const bundled = [/^chrono-node/, /^unified$/, /^remark-parse$/, /^micromark/, /^mdast-util/, /^zod/]

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    clean: false,
    platform: 'neutral',
    target: 'es2022',
    noExternal: bundled,
    minifySyntax: true,
    esbuildOptions(options) {
      options.mainFields = ['module', 'main']
      options.charset = 'utf8'
    },
  },
  { entry: { jieba: 'src/jieba.ts' }, format: ['esm', 'cjs'], dts: true, platform: 'node', target: 'node20', external: ['nodejieba'], shims: true },
])
