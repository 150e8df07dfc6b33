/** Short texts are read once: an archive names the same few hundred bodies again and again. */

/** Beyond this a text is no name, and is not kept. */
const LONGEST = 60
/** Names kept; then all are forgotten, which is cheaper than to know which is the oldest. */
const MOST = 2000

/** A pure function of a text and, where it has one, of a key that stands for the rest of what it is given. */
export function remembered<Rest extends unknown[], V>(
  read: (text: string, ...rest: Rest) => V,
  keyOf: (...rest: Rest) => string = () => '',
): (text: string, ...rest: Rest) => V {
  const known = new Map<string, V>()
  return (text, ...rest) => {
    if (text.length > LONGEST) return read(text, ...rest)
    const key = text + keyOf(...rest)
    const before = known.get(key)
    if (before !== undefined || known.has(key)) return before as V
    const value = read(text, ...rest)
    if (known.size >= MOST) known.clear()
    // A copy: a slice would keep the whole notice that it was cut from.
    known.set(JSON.parse(JSON.stringify(key)) as string, value)
    return value
  }
}
