/** Encoders for tests: the platform only decodes, so its tables are turned round. */

type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

const tables = new Map<string, Map<string, number[]>>()

function tableOf(encoding: 'gb18030' | 'big5'): Map<string, number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding)
  const table = new Map<string, number[]>()
  const put = (bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes))
    if ([...text].length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, bytes)
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) for (let trail = 0x40; trail <= 0xfe; trail++) put([lead, trail])
  tables.set(encoding, table)
  return table
}

/** Four bytes of GB 18030, counted from U+10000 or found among those of the basic plane. */
function fourBytes(character: string): number[] {
  const bytesOf = (index: number) => [
    0x81 + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
  const point = character.codePointAt(0)!
  if (point >= 0x10000) return bytesOf(189000 + point - 0x10000)
  const decoder = new TextDecoder('gb18030')
  for (let index = 0; index < 39420; index++)
    if (decoder.decode(Uint8Array.from(bytesOf(index))) === character) return bytesOf(index)
  throw new Error(`not in GB 18030: ${character}`)
}

export function encode(text: string, encoding: Encoding, mark = false): Uint8Array {
  const out: number[] = mark
    ? {
        'utf-8': [0xef, 0xbb, 0xbf],
        gb18030: [0x84, 0x31, 0x95, 0x33],
        big5: [],
        'utf-16le': [0xff, 0xfe],
        'utf-16be': [0xfe, 0xff],
      }[encoding]
    : []
  if (encoding === 'utf-8') out.push(...new TextEncoder().encode(text))
  else if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      const [high, low] = [unit >> 8, unit & 255]
      out.push(...(encoding === 'utf-16be' ? [high, low] : [low, high]))
    }
  } else {
    const table = tableOf(encoding)
    for (const c of text) {
      if (c.charCodeAt(0) < 0x80) out.push(c.charCodeAt(0))
      else {
        const bytes = table.get(c) ?? (encoding === 'gb18030' ? fourBytes(c) : null)
        if (!bytes) throw new Error(`not in ${encoding}: ${c}`)
        out.push(...bytes)
      }
    }
  }
  return Uint8Array.from(out)
}
