/** PDF notices: those of test/fixtures/pdf, and long ones set here in a font that is not in the file, as old notices are. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticeOfSize, root } from './corpus.mjs'

const LINES = 26
const COLUMNS = 28

/** Every PDF of the fixtures that may be opened, and a long notice. */
export function loadSheets(corpus) {
  const folder = join(root, 'test/fixtures/pdf')
  const files = readdirSync(folder).filter((f) => f.endsWith('.pdf') && !/encrypted|broken|scan/.test(f))
  return [
    ...files.sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
    { name: 'long', bytes: setPages(noticeOfSize(corpus, 40_000)) },
  ]
}

/** Sets a text in A4 pages of 26 lines of 28 characters, the grid of GB/T 9704-2012, 5.2.3 (with wider margins). */
function setPages(text) {
  const lines = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${COLUMNS}}`, 'gu')) ?? [''])
  const pages = []
  for (let i = 0; i < lines.length; i += LINES) pages.push(lines.slice(i, i + LINES))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>',
  ]
  pages.forEach((page, i) => {
    const content = page.map((line, k) => show(line, 74, 90 + k * 27)).join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  })
  return assemble(objects)
}

function show(text, x, y) {
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')
  return `BT /F 16 Tf 1 0 0 1 ${x} ${842 - y} Tm <${hex}> Tj ET`
}

function assemble(objects) {
  let out = '%PDF-1.4\n'
  const offsets = objects.map((body, i) => {
    const at = out.length
    out += `${i + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const xref = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  for (const at of offsets) out += `${String(at).padStart(10, '0')} 00000 n \n`
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new TextEncoder().encode(out)
}
