/** Makes the carriers that only a word processor makes: DOC, PDF and a rewritten DOCX, by LibreOffice from our DOCX. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CASES, caseOf } from './carriers.js'
import { docx, MERGED } from './docx-writer.js'
import { docxOf } from './sheet-docx.js'

const FILTERS = { doc: 'doc:MS Word 97', docx: 'docx:Office Open XML Text', pdf: 'pdf:writer_pdf_Export' }

/** Needs `apt-get install --no-install-recommends libreoffice-writer fonts-noto-cjk`. */
export function writeFixtures(only?: string): void {
  const root = fileURLToPath(new URL('../fixtures/carriers/', import.meta.url))
  const work = mkdtempSync(join(tmpdir(), 'carriers-'))
  const sources = CASES.filter((file) => !only || file.includes(only)).map((file) => {
    const c = caseOf(file)
    const path = join(work, `${c.slug}.docx`)
    writeFileSync(path, docxOf(c.items))
    return path
  })
  const convert = (filter: string, folder: string, files: readonly string[]) => {
    mkdirSync(folder, { recursive: true })
    const profile = `-env:UserInstallation=file://${work}/profile`
    const target = ['--convert-to', filter, '--outdir', folder]
    execFileSync('soffice', [profile, '--headless', ...target, ...files], { stdio: 'ignore', timeout: 600_000 })
  }
  for (const [folder, filter] of Object.entries(FILTERS)) convert(filter, join(root, folder), sources)
  const merged = join(work, 'merged-cells.docx')
  writeFileSync(merged, docx(MERGED.body, MERGED.parts))
  convert(FILTERS.doc, join(root, '../doc'), [merged])
  rmSync(work, { recursive: true })
}
