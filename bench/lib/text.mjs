/** Plain text and Markdown: throughput beside today's stack, and linearity. */
import { loadCorpus, noticeOfSize } from './corpus.mjs'
import { bytesOf, inTurn, median, ratioOf, round } from './measure.mjs'

/** `parseNotice` beside what one would combine today for a part of the same facts. */
export async function textThroughput(parseNotice, plan) {
  const { zh } = await import('chrono-node')
  const { findPhoneNumbersInText } = await import('libphonenumber-js')
  const { find } = await import('linkifyjs')
  const reference = { instant: new Date('2024-01-01T00:00:00+08:00'), timezone: 480 }
  const texts = loadCorpus().map((c) => c.text)
  const bytes = texts.reduce((sum, t) => sum + bytesOf(t), 0)
  // What is found is added up, so that no engine may leave the work out.
  let found = 0
  const gongwen = () => {
    for (const text of texts) found += parseNotice(text).dates.length
  }
  const stack = () => {
    for (const text of texts) {
      const folded = text.normalize('NFKC')
      found += zh.hans.parse(folded, reference).length
      found += findPhoneNumbersInText(folded, 'CN').length
      found += find(folded).length
    }
  }
  const times = await inTurn(gongwen, stack, plan)
  if (found === 0) throw new Error('nothing was found in the corpus: the bench measures nothing')
  const side = (list) => ({
    megabytesPerSecond: round(bytes / 1e6 / (median(list) / 1000)),
    noticesPerSecond: round(texts.length / (median(list) / 1000), 0),
    millisecondsPerPass: round(median(list)),
  })
  return {
    notices: texts.length,
    bytes,
    rounds: plan.rounds,
    gongwen: side(times.a),
    stack: side(times.b),
    ratio: ratioOf(times.b, times.a),
  }
}

export const SIZES = [10_000, 100_000, 1_000_000]

/** One notice made longer: the exponent of time over size. */
export function linearity(parseNotice, corpus, quick) {
  const points = SIZES.map((size) => {
    const text = noticeOfSize(corpus, size)
    const times = []
    const budget = quick ? 300 : 1500
    const least = size >= 1_000_000 ? (quick ? 1 : 3) : 5
    const begun = performance.now()
    let dates = 0
    while (times.length < least || (performance.now() - begun < budget && times.length < 200)) {
      const start = performance.now()
      const notice = parseNotice(text)
      times.push(performance.now() - start)
      dates = notice.dates.length
    }
    return { bytes: bytesOf(text), milliseconds: round(median(times)), dates }
  })
  // Text that is skipped costs nothing: the number of dates must grow with the text.
  for (const [i, p] of points.entries()) {
    if (i && p.dates < points[i - 1].dates * 5)
      throw new Error(`the notice of ${p.bytes} bytes was not read to its end: its time means nothing`)
  }
  const x = points.map((p) => Math.log(p.bytes))
  const y = points.map((p) => Math.log(p.milliseconds))
  const mean = (list) => list.reduce((s, v) => s + v, 0) / list.length
  const mx = mean(x)
  const my = mean(y)
  const slope = x.reduce((s, v, i) => s + (v - mx) * (y[i] - my), 0) / x.reduce((s, v) => s + (v - mx) ** 2, 0)
  return { points, exponent: round(slope, 3) }
}
