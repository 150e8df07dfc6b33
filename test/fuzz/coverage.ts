/** Which code an input reaches, as V8 counts it: an input that reaches something new is worth changing further. */
import { Session } from 'node:inspector'

interface Taken {
  result: {
    url: string
    functions: { functionName: string; ranges: { startOffset: number; endOffset: number; count: number }[] }[]
  }[]
}

export interface Coverage {
  /** True when what ran since it was last asked reached code that nothing had reached before, or ran it oftener by an order of two. */
  grown(): boolean
  /** Functions reached so far. */
  reached(): number
}

/** Counts only code that is compiled after this call, of scripts whose address passes. */
export function startCoverage(counts: (url: string) => boolean): Coverage {
  const session = new Session()
  session.connect()
  const post = <T>(method: string, params: object = {}): T => {
    let result: unknown
    let failure: Error | null = null
    session.post(method, params, (error, value) => {
      failure = error
      result = value
    })
    if (failure) throw failure
    return result as T
  }
  post('Profiler.enable')
  post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  /** By function: one byte for each of its characters, 1 where it was reached. */
  const seen = new Map<string, Uint8Array>()
  /** Function and order of its calls. */
  const orders = new Set<string>()

  /** Paints what was reached from `start` to `end`; true when some of it is new. */
  function paint(body: Uint8Array, start: number, end: number): boolean {
    const reached = body.subarray(start, end)
    if (!reached.includes(0)) return false
    reached.fill(1)
    return true
  }

  function take(): boolean {
    let grown = false
    for (const { url, functions } of post<Taken>('Profiler.takePreciseCoverage').result) {
      if (!counts(url)) continue
      for (const { ranges } of functions) {
        const [whole] = ranges
        if (!whole?.count) continue
        const { startOffset: from, endOffset: to } = whole
        const key = `${url} ${from}`
        const order = `${key} ${Math.floor(Math.log2(whole.count))}`
        if (!orders.has(order)) {
          orders.add(order)
          grown = true
        }
        const body = seen.get(key) ?? new Uint8Array(to - from)
        seen.set(key, body)
        // Inner ranges come behind the one that holds them: what was not reached is cut out of what was.
        let at = 0
        for (const { startOffset, endOffset, count } of ranges) {
          if (count) continue
          if (startOffset - from > at && paint(body, at, startOffset - from)) grown = true
          at = Math.max(at, endOffset - from)
        }
        if (paint(body, at, to - from)) grown = true
      }
    }
    return grown
  }
  return { grown: take, reached: () => seen.size }
}
