/** Masks the personal data of a notice in its source. Pure. */

import { fromAt, toAt } from '../read/source-text.js'
import type { Carrier, Notice } from '../types.js'
import { finderOf, type Hit } from './find.js'
import { complaintOf, type RedactPolicy } from './policy.js'
import type { Edit, Masked, Redaction, Unmasked } from './types.js'
import { type Told, valuesOf } from './values.js'
import { type View, viewsOf } from './view.js'

/** Carriers whose source is the text itself. */
const CARRIERS: readonly Carrier[] = ['text', 'markdown', 'html']

/** The notice was read from a file whose text cannot be written back: PDF, DOCX and the like. */
export class RedactError extends Error {
  override readonly name = 'RedactError'
}

export function checkCarrier(carrier: Carrier): void {
  if (!CARRIERS.includes(carrier)) throw new RedactError(refusal(carrier.toUpperCase()))
}

export const refusal = (name: string): string =>
  `${name} files cannot be redacted, only plain text, Markdown and HTML: export it as one of these first`

/**
 * Masks in `notice.source.text`. What stands outside of the masks is unchanged; masking a second time changes nothing.
 *
 * Throws `RedactError` for carriers other than text, Markdown and HTML, `TypeError` on what is no notice or no policy.
 */
export function redactNotice(notice: Notice, policy: RedactPolicy = {}): Redaction {
  if (typeof notice?.source?.text !== 'string') throw new TypeError('redactNotice: notice must be a notice')
  const complaint = complaintOf(policy)
  if (complaint !== null) throw new TypeError(`redactNotice: policy: ${complaint}`)
  const { text, carrier } = notice.source
  checkCarrier(carrier)
  const views = viewsOf(text, carrier)
  const { needles, told } = valuesOf(notice, views, policy)
  const finder = finderOf(needles)
  const marks = new Marks(maskOf(policy, carrier))
  const unmasked: Unmasked[] = []
  for (const view of views) {
    const doubtful: Hit[] = []
    for (const hit of finder.in(view)) {
      if (isValue(view, hit, policy, told)) marks.add(view, hit)
      else if (!hit.crowded) doubtful.push(hit)
    }
    for (const hit of doubtful) if (!marks.covers(view, hit)) unmasked.push(marks.doubt(view, hit))
  }
  const edits = marks.edits()
  // A value that the notice tells, in a spelling in which it was not found again.
  for (const { kind, start, end } of told)
    if ((lastBefore(edits, end)?.end ?? 0) <= start)
      unmasked.push({ ruleId: 'redact/left', kind, span: { start, end }, line: null })
  const result = apply(text, edits)
  const lines = lineCounter(text)
  if (notice.diagnostics.some(({ ruleId }) => ruleId === 'notice/not-recognized'))
    unmasked.push({ ruleId: 'redact/not-a-notice', kind: null, span: null, line: null })
  unmasked.push(...leftIn(result, carrier, finder, policy, told, edits))
  return {
    text: result,
    masked: marks.masked(result, edits, lines),
    unmasked: distinct(
      unmasked.map((one) => ({ ...one, line: one.span && one.line === null ? lines(one.span.start) : one.line })),
    ),
    edits,
  }
}

/** In Markdown an asterisk would begin an emphasis. */
const maskOf = ({ mask = '*' }: RedactPolicy, carrier: Carrier) =>
  carrier === 'markdown' && mask === '*' ? '\\*' : mask

const placeOf = ({ folded, at }: View, start: number, end: number) => ({
  start: fromAt(folded, at[start]!),
  end: toAt(folded, at[end - 1]!),
})

const isValue = (view: View, hit: Hit, { names }: RedactPolicy, told: readonly Told[]): boolean =>
  hit.sure || (names === 'all' && !hit.crowded) || isTold(view, hit, told)

/** The notice itself says that this is the name or the number of someone. */
function isTold(view: View, hit: Hit, told: readonly Told[]): boolean {
  const { start, end } = placeOf(view, hit.start, hit.end)
  const one = lastBefore(told, end)
  if (one === undefined || one.kind !== hit.needle.kind) return false
  return hit.crowded ? one.start <= start && end <= one.end : start < one.end
}

/** Of spans in order and apart from each other the last that begins before an offset. */
function lastBefore<T extends { start: number }>(spans: readonly T[], offset: number): T | undefined {
  let low = 0
  let high = spans.length
  while (low < high) {
    const mid = (low + high) >> 1
    if (spans[mid]!.start < offset) low = mid + 1
    else high = mid
  }
  return spans[low - 1]
}

const distinct = (list: Unmasked[]): Unmasked[] => [
  ...new Map(list.map((one) => [[one.ruleId, one.kind, one.span?.start, one.span?.end].join(), one])).values(),
]

class Marks {
  /** Source offset at which a masked character begins → behind it. */
  private readonly chars = new Map<number, number>()
  private readonly places: { value: number; hit: Hit; start: number; end: number; where: View['where'] }[] = []

  constructor(private readonly mask: string) {}

  add(view: View, hit: Hit): void {
    const { needle, start, end } = hit
    for (let i = start + needle.from; i < start + needle.to; i++) {
      const at = view.at[i]!
      const from = fromAt(view.folded, at)
      this.chars.set(from, Math.max(this.chars.get(from) ?? 0, toAt(view.folded, at)))
    }
    this.places.push({ value: needle.value, hit, ...placeOf(view, start, end), where: view.where })
  }

  /** Whether the characters of a hit that matter are masked already, by another. */
  covers(view: View, { needle, start }: Hit): boolean {
    for (let i = start + needle.from; i < start + needle.to; i++)
      if (!this.chars.has(fromAt(view.folded, view.at[i]!))) return false
    return true
  }

  doubt(view: View, { needle, start, end }: Hit): Unmasked {
    return { ruleId: 'redact/name-in-word', kind: needle.kind, span: placeOf(view, start, end), line: null }
  }

  /** One mask a character of the value, whatever the source writes it with. */
  edits(): Edit[] {
    const out: Edit[] = []
    for (const [start, end] of [...this.chars].sort(([a], [b]) => a - b)) {
      const last = out.at(-1)
      if (last && start < last.end) last.end = Math.max(last.end, end)
      else if (start < end) out.push({ start, end, by: this.mask })
    }
    return out
  }

  masked(result: string, edits: readonly Edit[], lineOf: (offset: number) => number): Masked[] {
    const to = shifter(edits)
    const out = new Map<number, Masked>()
    for (const { value, hit, start, end, where } of this.places.sort((a, b) => a.start - b.start || b.end - a.end)) {
      const one = out.get(value) ?? {
        kind: hit.needle.kind,
        shown: shownOf(result.slice(to(start), to(end))),
        places: [],
      }
      out.set(value, one)
      const last = one.places.at(-1)
      // The same place in another view, or without its area code.
      if (last && end <= last.span.end) continue
      one.places.push({ span: { start, end }, line: lineOf(start), where })
    }
    return [...out.values()]
  }
}

/** Of a value over which tags are strewn only what is read. */
const shownOf = (text: string) =>
  text
    .replace(/<[^>]*(>|$)/g, (tag, end: string) => (end ? '' : tag))
    .replaceAll('\\*', '*')
    .slice(0, 80)

function apply(text: string, edits: readonly Edit[]): string {
  const out: string[] = []
  let done = 0
  for (const { start, end, by } of edits) {
    out.push(text.slice(done, start), by)
    done = end
  }
  out.push(text.slice(done))
  return out.join('')
}

/** From an offset of the source to one of the result; asked for in rising and falling order. */
function shifter(edits: readonly Edit[]): (offset: number) => number {
  const shifts: number[] = [0]
  for (const { start, end, by } of edits) shifts.push(shifts.at(-1)! + by.length - (end - start))
  return (offset) => {
    let low = 0
    let high = edits.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (edits[mid]!.end <= offset) low = mid + 1
      else high = mid
    }
    return offset + shifts[low]!
  }
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0]
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const mid = (low + high) >> 1
      if (starts[mid]! <= offset) low = mid + 1
      else high = mid
    }
    return low
  }
}

/** Looks once more, in the result: what is found there could not be masked. */
function leftIn(
  result: string,
  carrier: Carrier,
  finder: ReturnType<typeof finderOf>,
  policy: RedactPolicy,
  told: readonly Told[],
  edits: readonly Edit[],
): Unmasked[] {
  const to = shifter(edits)
  const moved = told.map((one) => ({ ...one, start: to(one.start), end: to(one.end) }))
  const lineOf = lineCounter(result)
  return viewsOf(result, carrier).flatMap((view) =>
    finder
      .in(view)
      .filter((hit) => isValue(view, hit, policy, moved))
      .map((hit): Unmasked => {
        const span = placeOf(view, hit.start, hit.end)
        return { ruleId: 'redact/left', kind: hit.needle.kind, span, line: lineOf(span.start) }
      }),
  )
}
