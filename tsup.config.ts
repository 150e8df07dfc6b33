import { dirname, resolve } from 'node:path'
import { transform } from 'esbuild'
import { defineConfig, type Options } from 'tsup'
import { withoutExamples } from './scripts/bundle.mjs'

/** The programs load the library beside them rather than a second copy of it, and the command line the batch likewise. */
const sharedLibrary: NonNullable<Options['esbuildPlugins']>[number] = {
  name: 'shared-library',
  setup(build) {
    const ending = build.initialOptions.format === 'cjs' ? 'cjs' : 'js'
    build.onResolve({ filter: /^\.\.\/batch\/index\.js$/ }, () => ({ path: `./batch.${ending}`, external: true }))
    build.onResolve({ filter: /^\.\.\/(?:link|report|redact|calendar|contacts)\/index\.js$/ }, ({ path }) => ({
      path: `./${path.split('/')[1]}.${ending}`,
      external: true,
    }))
    // Inside of the programs only: `index.js` of their own folders is theirs.
    build.onResolve({ filter: /^\.\.?\/index\.js$/ }, ({ path, importer }) =>
      resolve(dirname(importer), path) === resolve('src/index.js')
        ? { path: `./index.${ending}`, external: true }
        : null,
    )
  },
}

/**
 * Chunks for `require` made by esbuild. tsup makes them by sucrase, which writes every `?.` and `??` as calls of helpers with
 * arrays and functions, and glues them to a `return` that the minifier left no blank behind: `return_optionalChain(…)`.
 */
const commonJs: NonNullable<Options['plugins']>[number] = {
  name: 'common-js',
  buildStart() {
    if (this.format === 'cjs') this.splitting = false
  },
  async renderChunk(code, { type }) {
    if (this.format !== 'cjs' || type !== 'chunk') return
    const made = await transform(code, {
      format: 'cjs',
      platform: 'node',
      target: 'es2022',
      charset: 'utf8',
      minify: true,
    })
    return { code: made.code }
  },
}

/**
 * Dependencies are bundled: one file loads in a third of the time that their several hundred modules take. They stay
 * dependencies, because the declarations refer to their types.
 */
const bundled = [
  /^chrono-node/,
  /^unified$/,
  /^vfile/,
  /^remark-parse$/,
  /^micromark/,
  /^mdast-util/,
  /^zod/,
  /^character-entities$/,
]

// The build script empties dist before: where one of these does it, it takes the others' declarations with it.
export default defineConfig([
  {
    // The declarations of every entry in one pass, of what `tsc` made of each file before: from the sources it takes five times as long.
    entry: {
      index: '.types/src/index.d.ts',
      link: '.types/src/link/index.d.ts',
      report: '.types/src/report/index.d.ts',
      redact: '.types/src/redact/index.d.ts',
      schema: '.types/src/schema.d.ts',
      jieba: '.types/src/jieba.d.ts',
      calendar: '.types/src/calendar/index.d.ts',
      contacts: '.types/src/contacts/index.d.ts',
      batch: '.types/src/batch/index.d.ts',
    },
    format: ['esm', 'cjs'],
    dts: { only: true },
  },
  {
    // Chunks of their own, so that a bundler leaves zod and chrono-node out for whoever does not import what needs them.
    entry: {
      index: 'src/index.ts',
      link: 'src/link/index.ts',
      report: 'src/report/index.ts',
      redact: 'src/redact/index.ts',
      schema: 'src/schema.ts',
      'spoken-days': 'src/knowledge/spoken-days.ts',
    },
    format: ['esm', 'cjs'],
    splitting: true,
    // Loaded by their readers on use; the digests of a page are made in Node.
    external: ['fflate', 'fast-xml-parser', 'pdfjs-dist', 'node:crypto'],
    platform: 'neutral',
    target: 'es2022',
    noExternal: bundled,
    esbuildPlugins: [withoutExamples],
    plugins: [commonJs],
    // A module is scanned when it is imported, blanks and long names with the rest; the source maps no one asked for.
    minify: true,
    esbuildOptions(options) {
      options.mainFields = ['module', 'main']
      options.charset = 'utf8'
    },
  },
  {
    entry: { jieba: 'src/jieba.ts' },
    format: ['esm', 'cjs'],
    platform: 'node',
    target: 'node20',
    external: ['nodejieba'],
    shims: true,
  },
  {
    entry: { calendar: 'src/calendar/index.ts', contacts: 'src/contacts/index.ts' },
    format: ['esm', 'cjs'],
    splitting: false,
    platform: 'neutral',
    target: 'es2022',
    // An optional peer, loaded on use.
    external: ['ical-generator'],
    esbuildPlugins: [sharedLibrary, withoutExamples],
    esbuildOptions(options) {
      options.charset = 'utf8'
    },
  },
  {
    entry: { batch: 'src/batch/index.ts' },
    format: ['esm', 'cjs'],
    platform: 'node',
    target: 'node20',
    shims: true,
    esbuildPlugins: [sharedLibrary],
  },
  {
    entry: { cli: 'src/cli.ts', 'batch-worker': 'src/batch/worker.ts' },
    format: ['esm'],
    platform: 'node',
    target: 'node20',
    esbuildPlugins: [sharedLibrary],
  },
])
