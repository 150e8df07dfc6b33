/** Inputs that go up to a limit of docs/limits.md and beyond it. */
import { strToU8, zipSync } from 'fflate'
import type { rulesOf } from '../../src/read/pdf-rules.js'
import type { Rule } from '../../src/read/ruled-tables.js'
import { object, ofdParts, pageXml, xml } from './ofd-writer.js'

/** So many more entries beside the document. */
export const entries = (parts: Record<string, Uint8Array>, count: number) => {
  const all = { ...parts }
  for (let i = Object.keys(parts).length; i < count; i++) all[`x/${i}.bin`] = new Uint8Array(0)
  return zipSync(all, { level: 0 })
}
export const bytesOf = (parts: Record<string, string>) =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)]))
export const OFD_PAGE = 'Doc_0/Pages/Page_0/Content.xml'

/** A package whose directory declares more than it holds: refused before anything is unpacked. */
export function declaring(parts: Record<string, Uint8Array>, size: number): Uint8Array {
  const bytes = zipSync(parts, { level: 0 })
  const view = new DataView(bytes.buffer)
  // Stored entries of zeros: the packed size is raised as well, so that only the sum is too great.
  for (let i = 0; i + 46 < bytes.length; i++) {
    if (view.getUint32(i, true) !== 0x02014b50) continue
    view.setUint32(i + 20, size, true)
    view.setUint32(i + 24, size, true)
  }
  return bytes
}

export const COMMON = 'Doc_0/Document.xml'
/** A chain of composite units, each of which draws a character and the next unit. */
export function composites(count: number): Uint8Array {
  const parts = ofdParts('示', { numbers: 'none' })
  parts[OFD_PAGE] = pageXml('<ofd:CompositeObject ID="9" Boundary="30 50 90 20" ResourceID="0"/>')
  parts[COMMON] = parts[COMMON]!.replace('</ofd:CommonData>', '<ofd:PublicRes>R.xml</ofd:PublicRes></ofd:CommonData>')
  const unit = (_: unknown, id: number) =>
    `<CompositeGraphicUnit ID="${id}"><Content>${object('甲', 0, 10 + id * 15, 5)}<CompositeObject ResourceID="${id + 1}"/></Content></CompositeGraphicUnit>`
  parts['Doc_0/R.xml'] = xml(
    `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><CompositeGraphicUnits>${Array.from({ length: count }, unit).join('')}</CompositeGraphicUnits></ofd:Res>`,
  )
  return zipSync(bytesOf(parts))
}

export const lattice = (across: number, down: number): Rule[] => [
  ...Array.from({ length: across }, (_, i) => ({ x1: 0, y1: i * 5, x2: (down - 1) * 5, y2: i * 5 })),
  ...Array.from({ length: down }, (_, i) => ({ x1: i * 5, y1: 0, x2: i * 5, y2: (across - 1) * 5 })),
]

/** As pdf.js gives them: lines that a page strokes. */
export const CODES = Object.fromEntries(
  [
    'save restore transform paintFormXObjectBegin paintFormXObjectEnd constructPath stroke closeStroke fill eoFill',
    'fillStroke eoFillStroke closeFillStroke closeEOFillStroke',
  ]
    .join(' ')
    .split(' ')
    .map((name, i) => [name, i]),
) as Parameters<typeof rulesOf>[1]
export type Operator = [code: number, args: unknown]
/** A line of ten units: move, line. */
export const STROKED = [CODES.stroke, [[0, 0, 0, 1, 10, 0]]]
export const operators = (list: readonly Operator[]) => ({
  fnArray: list.map(([code]) => code),
  argsArray: list.map(([, args]) => args),
})
