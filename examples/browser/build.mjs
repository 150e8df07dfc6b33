/** The page into examples/out/browser/: its script in one file, the library with it. */
import { cp } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = fileURLToPath(new URL('.', import.meta.url))
const out = fileURLToPath(new URL('../out/browser/', import.meta.url))

await build({
  entryPoints: [`${here}page.ts`],
  outdir: out,
  bundle: true,
  // No module: opened as a file, a page may not load one.
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  charset: 'utf8',
  minify: true,
  logLevel: 'warning',
  // Told only because the package is this repository: of what lies in node_modules esbuild does not say it.
  logOverride: { 'ignored-bare-import': 'silent', 'empty-import-meta': 'silent' },
})
await cp(`${here}index.html`, `${out}index.html`)
