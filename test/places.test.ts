/** Places kept as runs say of each character what one number for each would. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asSource, Builder, fromAt, type SourceText, toAt, toSource } from '../src/read/source-text.js'

interface Model {
  text: string
  from: number[]
  to: number[]
}

/** One step of building a text, in the builder and in a model that writes down each character's place. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('push' as const),
    unit: fc.integer({ min: 65, max: 90 }),
    at: fc.nat(40),
    size: fc.nat(3),
  }),
  fc.record({ kind: fc.constant('text' as const), text: fc.string({ maxLength: 3 }), at: fc.nat(40), size: fc.nat(5) }),
  fc.record({ kind: fc.constant('slice' as const), at: fc.nat(40), size: fc.nat(12) }),
  fc.record({ kind: fc.constant('range' as const), at: fc.nat(30), size: fc.nat(9) }),
  fc.record({ kind: fc.constant('truncate' as const), at: fc.nat(60) }),
  fc.record({ kind: fc.constant('pop' as const) }),
)

const SOURCE =
  '关于举办示例活动的通知，各有关单位：现将有关事项通知如下。时间：2025年4月18日上午九时三十分，地点：示例楼三楼。'

function build(
  steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[],
  other: SourceText,
  model: Model,
) {
  const out = new Builder(4)
  const put = (text: string, from: (i: number) => number, to: (i: number) => number) => {
    for (let i = 0; i < text.length; i++) {
      model.text += text[i]
      model.from.push(from(i))
      model.to.push(to(i))
    }
  }
  const cut = (length: number) => {
    model.text = model.text.slice(0, length)
    model.from.length = model.to.length = Math.min(model.from.length, length)
  }
  for (const one of steps) {
    if (one.kind === 'push') {
      out.push(one.unit, one.at, one.at + one.size)
      put(
        String.fromCharCode(one.unit),
        () => one.at,
        () => one.at + one.size,
      )
    } else if (one.kind === 'text') {
      out.pushText(one.text, one.at, one.at + one.size)
      put(
        one.text,
        () => one.at,
        () => one.at + one.size,
      )
    } else if (one.kind === 'slice') {
      const end = Math.min(SOURCE.length, one.at + one.size)
      out.pushSlice(SOURCE, one.at, end)
      put(
        SOURCE.slice(one.at, end),
        (i) => one.at + i,
        (i) => one.at + i + 1,
      )
    } else if (one.kind === 'range') {
      const start = Math.min(one.at, other.text.length)
      const end = Math.min(other.text.length, start + one.size)
      out.pushRange(other, start, end)
      put(
        other.text.slice(start, end),
        (i) => fromAt(other, start + i),
        (i) => toAt(other, start + i),
      )
    } else if (one.kind === 'truncate') {
      out.truncate(one.at)
      cut(one.at)
    } else {
      out.pop()
      cut(Math.max(0, model.text.length - 1))
    }
  }
  return out.build()
}

describe('places', () => {
  it('are those of each character, however the text was put together', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.array(step, { maxLength: 30 }), (first, second) => {
        const inner = build(first, asSource(SOURCE), { text: '', from: [], to: [] })
        const model: Model = { text: '', from: [], to: [] }
        const built = build(second, inner, model)
        expect(built.text).toBe(model.text.toWellFormed())
        // From both ends to the middle, so that the run asked for last is never the one asked for next.
        for (let i = 0; i < built.text.length; i++) {
          const k = i % 2 ? built.text.length - 1 - (i >> 1) : i >> 1
          expect([fromAt(built, k), toAt(built, k)]).toEqual([model.from[k], model.to[k]])
        }
        if (!built.text.length) return
        const [first0, last0] = [model.from[0]!, model.from.at(-1)!]
        const [first1, last1] = [model.to[0]!, model.to.at(-1)!]
        // What was moved goes from the first of both ends to the last.
        expect(toSource(built, 0, built.text.length)).toEqual(
          last1 > first0
            ? { start: first0, end: last1 }
            : { start: Math.min(first0, last0), end: Math.max(first1, last1) },
        )
      }),
      { numRuns: 1000 },
    )
  })
})
