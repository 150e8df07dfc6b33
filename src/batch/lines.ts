/** Bytes to lines, without holding more of a line than is allowed. */

export interface Line {
  /** Without its line break; of a line that is too long only the beginning. */
  bytes: Uint8Array
  /** Whether a line break ended it: false only for what the input ends with. */
  whole: boolean
  tooLong: boolean
}

const LF = 0x0a
const CR = 0x0d

export async function* splitLines(
  chunks: AsyncIterable<Uint8Array | string>,
  limit: number,
): AsyncGenerator<Line, void, undefined> {
  let parts: Uint8Array[] = []
  let size = 0
  const take = (whole: boolean): Line => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const line = { bytes, whole, tooLong: size > limit }
    parts = []
    size = 0
    return line
  }
  for await (const piece of chunks) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece
    let start = 0
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      add(chunk.subarray(start, end))
      yield take(true)
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  if (size) yield take(false)

  function add(part: Uint8Array): void {
    if (size <= limit) parts.push(part)
    size += part.byteLength
  }
}

/** The text of a line, without the carriage return that some systems put before the line feed. */
export function textOf({ bytes }: Line): string {
  const end = bytes.at(-1) === CR ? bytes.byteLength - 1 : bytes.byteLength
  return new TextDecoder().decode(bytes.subarray(0, end))
}
