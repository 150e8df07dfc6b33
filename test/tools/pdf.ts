/** Minimal PDFs for tests: text at given places in a font that is not in the file (as old notices have them). */

export interface Placed {
  text: string
  x: number
  y: number
  size?: number
  /** Quarter turns against the clock, or any angle in degrees divided by 90. */
  turn?: number
  /** Added between characters, in points. */
  tracking?: number
}

const WIDTH = 595
const HEIGHT = 842

/** A PDF of A4 pages; `y` counts from the top. */
export function makePdf(pages: readonly (readonly Placed[])[], options: { rotate?: number } = {}): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500 814 939 500] /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>',
  ]
  pages.forEach((page, i) => {
    const content = page.map(show).join('\n')
    const rotate = options.rotate ? `/Rotate ${options.rotate}` : ''
    objects.push(
      `<< /Type /Page /Parent 2 0 R ${rotate} /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents ${6 + i * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  })
  return assemble(objects)
}

function show({ text, x, y, size = 16, turn = 0, tracking = 0 }: Placed): string {
  const angle = (turn * Math.PI) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((n) => Number(n.toFixed(4))) as [number, number]
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('')
  return `BT /F ${size} Tf ${tracking} Tc ${cos} ${sin} ${-sin} ${cos} ${x} ${HEIGHT - y} Tm <${hex}> Tj ET`
}

function assemble(objects: readonly string[]): Uint8Array {
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
