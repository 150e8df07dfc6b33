/** Writes test/fixtures/docx from the corpus; with LibreOffice also test/fixtures/doc. `npx vite-node` or esbuild runs it. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { docx, noticeBody } from './docx-writer.js'

const root = process.argv[2] ?? '.'
const NAMES = [
  'text-no-signature',
  'notice-with-annex-table',
  'tender-notice',
  'many-bodies-columns',
  'work-plan-issued',
]

const folder = join(root, 'test/fixtures/docx')
mkdirSync(folder, { recursive: true })
const files = NAMES.map((name) => {
  const file = join(folder, `${name}.docx`)
  const text = readFileSync(join(root, `corpus/${name}.txt`), 'utf8')
  writeFileSync(file, docx(noticeBody(text, name === 'work-plan-issued')))
  return file
})
for (const format of ['doc:MS Word 97', 'rtf:Rich Text Format'])
  execFileSync(
    'soffice',
    [
      '-env:UserInstallation=file:///tmp/gongwen-office',
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      join(root, 'test/fixtures/doc'),
      ...files,
    ],
    { timeout: 180_000, stdio: 'ignore' },
  )
