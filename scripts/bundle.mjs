/**
 * What the library weighs in a browser: bundles entries for one, as an application's bundler would.
 *
 *   node scripts/bundle.mjs        prints the table of docs/bundle.md
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import ts from 'typescript'

const root = fileURLToPath(new URL('..', import.meta.url))

/** esbuild plugin: grammars without their examples, which only tests read. */
export const withoutExamples = {
  name: 'without-examples',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]grammars[\\/](?:[\w-]+[\\/])*[\w-]+\.ts$/ }, ({ path }) => ({
      contents: cutExamples(path, readFileSync(path, 'utf8')),
      loader: 'ts',
    }))
  },
}

/**
 * esbuild plugin: no readers of binary carriers. Asked for one, what takes its place throws an error with the code
 * `GONGWEN_SERVER`; the inspector's page then asks its server.
 */
const serversReaders = {
  name: 'servers-readers',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/(?:pdf|ofd|docx|doc|rtf)\.js$/ }, ({ path, importer }) =>
      /[\\/]read[\\/]binary\.ts$/.test(importer) ? { path, namespace: 'servers-readers' } : null,
    )
    bundler.onLoad({ filter: /./, namespace: 'servers-readers' }, ({ path }) => {
      const name = path.replace(/^\.\/(.)(\w*)\.js$/, (_, first, rest) => `read${first.toUpperCase()}${rest}`)
      const error = `Object.assign(new Error('this carrier is read by the server'), { code: 'GONGWEN_SERVER' })`
      return { contents: `export const ${name} = () => Promise.reject(${error})`, loader: 'js' }
    })
  },
}

function cutExamples(path, text) {
  const cuts = []
  const visit = (node) => {
    if (
      ts.isPropertyAssignment(node) &&
      /^(?:matches|rejects)$/.test(node.name.getText()) &&
      ts.isArrayLiteralExpression(node.initializer)
    )
      cuts.push([node.initializer.getStart(), node.initializer.end])
    else ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  let out = text
  for (const [start, end] of cuts.reverse()) out = `${out.slice(0, start)}[]${out.slice(end)}`
  return out
}

/** The inspector's page: one file for it, one for its worker, each with all that it needs. Into `folder`. */
export const bundleInspector = (folder) =>
  build({
    entryPoints: {
      app: resolve(root, 'src/inspect/app/main.ts'),
      worker: resolve(root, 'src/inspect/app/worker.ts'),
    },
    outdir: folder,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['worker'],
    target: 'es2022',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    plugins: [withoutExamples, serversReaders],
    absWorkingDir: root,
    logLevel: 'warning',
  })

/** What users import, by the names that they take. */
export const USES = {
  parseNotice: '{ parseNotice }',
  'parseNotice, readNotice': '{ parseNotice, readNotice }',
  everything: '*',
}

/**
 * Bundles `export USE from 'src/index.ts'` for a browser. Readers of binary carriers are chunks of their own, loaded on
 * use; `files` holds every chunk, `core` those that are loaded at once.
 */
export async function bundleFor(use, { format = 'esm', minify = true } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export ${use} from './src/index.ts'`, resolveDir: root, loader: 'ts' },
    bundle: true,
    splitting: format === 'esm',
    format,
    ...(format === 'iife' ? { globalName: 'gongwen' } : {}),
    platform: 'browser',
    // No document is at hand in a worker; micromark would ask one to decode references.
    conditions: ['worker'],
    target: 'es2022',
    charset: 'utf8',
    outdir: resolve(root, 'out'),
    minify,
    metafile: true,
    write: false,
    external: ['pdfjs-dist', 'word-extractor', 'fflate', 'fast-xml-parser'],
    plugins: [withoutExamples],
    logLevel: 'silent',
  })
  const files = new Map(outputFiles.map((file) => [nameOf(file.path), file.text]))
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [nameOf(path), output]))
  const core = new Set()
  const follow = (name) => {
    if (core.has(name)) return
    core.add(name)
    for (const { kind, path, external } of outputs.get(name).imports)
      if (kind === 'import-statement' && !external) follow(nameOf(path))
  }
  follow('stdin.js')
  return { files, core: [...core], outputs }
}

const nameOf = (path) => path.split(/[\\/]/).pop()

/** Bytes of the chunks that are loaded at once. */
export function weigh({ files, core }) {
  const texts = core.map((name) => files.get(name))
  return {
    minified: texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    gzipped: texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0),
  }
}

/** Minified bytes by what they come from, greatest first. */
function partsOf({ core, outputs }) {
  const parts = new Map()
  for (const name of core) {
    for (const [path, { bytesInOutput }] of Object.entries(outputs.get(name).inputs)) {
      const outside = /node_modules\/(?:.*node_modules\/)?((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
      const part = outside?.replace(/^(?:micromark|mdast|unist|decode).*/, 'micromark, mdast') ?? path.split('/')[0]
      parts.set(part, (parts.get(part) ?? 0) + bytesInOutput)
    }
  }
  return [...parts].sort((a, b) => b[1] - a[1])
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const kilo = (bytes) => (bytes / 1000).toFixed(1)
  for (const [name, use] of Object.entries(USES)) {
    const bundle = await bundleFor(use)
    const { minified, gzipped } = weigh(bundle)
    console.log(`| ${name} | ${kilo(minified)} | ${kilo(gzipped)} |`)
    if (process.argv.includes('--parts'))
      for (const [part, bytes] of partsOf(bundle).slice(0, 14)) console.log(`    ${kilo(bytes).padStart(7)}  ${part}`)
  }
}
