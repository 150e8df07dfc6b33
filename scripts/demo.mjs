/** Shows what the program understands of four notices of the corpus. Build first: `npm run demo` does both. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const notices = [
  [
    'site-page-markdown.md',
    'a web page saved as Markdown: the notice stands between navigation, share buttons and links',
  ],
  ['text-no-signature.txt', 'copied text without signature and date: the years come from the title and the number'],
  [
    'pdf-glyph-noise.txt',
    'text out of a PDF: wrong glyphs, full-width digits, hard wraps, page numbers, an annexed programme',
  ],
  ['many-bodies-columns.txt', 'eleven bodies sign in two letter-spaced columns; three contact points'],
]

if (!existsSync(`${root}/dist/cli.js`)) {
  console.error('demo: dist/cli.js is missing; run `npm run build` first')
  process.exit(2)
}

const bold = (text) => (process.stdout.isTTY && !process.env.NO_COLOR ? `\x1b[1m${text}\x1b[0m` : text)

for (const [file, what] of notices) {
  console.log(`${bold(`═══ corpus/${file}`)} — ${what}\n`)
  const { status } = spawnSync(process.execPath, ['dist/cli.js', 'parse', '--format', 'pretty', `corpus/${file}`], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = status ?? 1
  console.log()
}
