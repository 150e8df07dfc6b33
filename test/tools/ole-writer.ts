/** A tiny writer of OLE compound files (MS-CFB), for tests of their directory: streams without content. */

const SECTOR = 512
const FREE = -1
const CHAIN_END = -2
const TABLE = -3

/** A compound file of a root and empty streams `s1`, `s2`, …: `entries` entries in all, each the right neighbour of the last. */
export function compoundOf(entries: number): Uint8Array {
  const directory = Math.ceil(entries / 4)
  let tables = 1
  while (tables * 128 < directory + tables) tables++
  const bytes = new Uint8Array(SECTOR * (1 + tables + directory))
  const view = new DataView(bytes.buffer)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    view.setUint16(at, value, true)
  const header = [
    [44, tables],
    [48, tables],
    [56, 4096],
    [60, CHAIN_END],
    [64, 0],
    [68, CHAIN_END],
    [72, 0],
  ] as const
  for (const [at, value] of header) view.setInt32(at, value, true)
  for (let i = 0; i < 109; i++) view.setInt32(76 + i * 4, i < tables ? i : FREE, true)
  for (let i = 0; i < tables * 128; i++) {
    const last = i === tables + directory - 1
    const next = i < tables ? TABLE : i >= tables + directory ? FREE : last ? CHAIN_END : i + 1
    view.setInt32(SECTOR + i * 4, next, true)
  }
  for (let i = 0; i < directory * 4; i++) writeEntry(view, SECTOR * (1 + tables) + i * 128, i, entries)
  return bytes
}

function writeEntry(view: DataView, at: number, index: number, entries: number): void {
  const name = index === 0 ? 'Root Entry' : `s${index}`
  const used = index < entries
  if (used) for (let k = 0; k < name.length; k++) view.setUint16(at + k * 2, name.charCodeAt(k), true)
  view.setUint16(at + 64, used ? (name.length + 1) * 2 : 0, true)
  view.setUint8(at + 66, used ? (index === 0 ? 5 : 2) : 0)
  view.setInt32(at + 68, FREE, true)
  view.setInt32(at + 72, used && index > 0 && index + 1 < entries ? index + 1 : FREE, true)
  view.setInt32(at + 76, index === 0 && entries > 1 ? 1 : FREE, true)
  view.setInt32(at + 116, index === 0 ? CHAIN_END : 0, true)
}
