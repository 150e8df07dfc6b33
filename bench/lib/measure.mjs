/** Clocks and their statistics. */

export const median = (list) => {
  const sorted = [...list].sort((a, b) => a - b)
  const mid = sorted.length >> 1
  return sorted.length % 2 ? sorted[mid] : (sorted[mid - 1] + sorted[mid]) / 2
}
const quantile = (list, q) => [...list].sort((a, b) => a - b)[Math.round((list.length - 1) * q)]
export const bytesOf = (text) => Buffer.byteLength(text)
export const round = (n, digits = 2) => Number(n.toFixed(digits))

async function time(side, passes) {
  const start = performance.now()
  for (let i = 0; i < passes; i++) await side()
  return (performance.now() - start) / passes
}

/**
 * Two sides in turn (A B A B …) after a warm-up, so that a change of the machine's speed meets both: milliseconds per pass
 * of each round. The warm-up takes `warmUp` milliseconds. A side runs at least `sideMs` a round, so that the clock's grain and one collection do not count.
 */
export async function inTurn(a, b, { rounds, warmUp, sideMs }) {
  // Compilers settle late: many small functions of which none is hot.
  const begun = performance.now()
  while (performance.now() - begun < warmUp) {
    await time(a, 1)
    await time(b, 1)
  }
  const passes = []
  for (const side of [a, b]) passes.push(Math.max(1, Math.ceil(sideMs / (await time(side, 2)))))
  const out = { a: [], b: [] }
  for (let i = 0; i < rounds; i++) {
    out.a.push(await time(a, passes[0]))
    out.b.push(await time(b, passes[1]))
  }
  return out
}

/** Median, p10 and p90 over the rounds of `over ÷ under`: each round compares neighbours in time. */
export function ratioOf(over, under) {
  const ratios = over.map((t, i) => t / under[i])
  return { median: round(median(ratios)), p10: round(quantile(ratios, 0.1)), p90: round(quantile(ratios, 0.9)) }
}
