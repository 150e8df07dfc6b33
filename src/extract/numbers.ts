/** Document numbers of any text: their forms, and what they are given as. */
import codeGrammar from '../../grammars/document-code.js'
import numberGrammar from '../../grammars/document-number.js'
import { type CompiledRule, compile, type Match } from '../grammar.js'
import { canonicalBody } from '../knowledge/bodies.js'
import { numeral } from '../knowledge/expressions.js'
import { presentText } from '../read/normalize.js'
import type { DocumentNumber } from '../types.js'
import type { Context, Range } from './define.js'
import { type Code, codeBefore, issuerBefore, unspaced } from './number-code.js'
import { RangeSet } from './ranges.js'

const forms = compile(numberGrammar)
const edges = compile(codeGrammar)

/** A number found in a piece of text; offsets are into that text. */
export interface NumberMatch {
  /** Where its own digits and code stand; for a further sequence (、2号) only that. */
  start: number
  end: number
  /** Where the number begins whose code and year a further sequence shares. */
  head: number
  text: string
  agencyCode: string
  year: number | null
  sequence: number
  kind: DocumentNumber['kind']
  /** Printed against the form: a bracket or 号 is missing or misplaced. */
  malformed: boolean
}

/** What a rule reads, and how its matches are read. */
interface Form {
  rule: CompiledRule
  kind: DocumentNumber['kind']
  malformed?: true
  /** The code stands inside the match. */
  inner?: true
}

const FORMS: Form[] = [
  { rule: forms.order, kind: 'order' },
  { rule: forms.orderBehind, kind: 'order' },
  { rule: forms.orderFront, kind: 'order', inner: true },
  { rule: forms.bracketed, kind: 'bracketed' },
  { rule: forms.announcementBehind, kind: 'announcement' },
  { rule: forms.announcementLoose, kind: 'announcement' },
  { rule: forms.announcement, kind: 'announcement' },
  { rule: forms.announcementPlain, kind: 'announcement' },
  { rule: forms.yearFirst, kind: 'bracketed', inner: true },
  { rule: forms.swapped, kind: 'bracketed', malformed: true },
  { rule: forms.halfOpen, kind: 'bracketed', malformed: true },
  { rule: forms.bare, kind: 'bracketed', malformed: true },
  { rule: forms.plain, kind: 'bracketed' },
]

/** Forms that are tried only where a year in brackets was not read. */
const UNREAD: readonly CompiledRule[] = [forms.swapped, forms.bare]

function yearOf(m: Match): number | null {
  const { year, plainYear, yearOpen, yearClosed, yearInside } = m.groups
  const printed = year ?? plainYear ?? yearOpen ?? yearClosed ?? yearInside
  if (!printed) return null
  const value = numeral(unspaced(printed))
  // 〔96〕: the century was understood.
  return value < 100 ? 1900 + value : value
}

/** Reads a match; the code is the run of characters before it. `running`: other text may stand before the code. */
function read(form: Form, m: Match, text: string, running: boolean): NumberMatch | null {
  const printed = unspaced((m.groups.sequence ?? m.groups.sequenceInside ?? m.groups.digits)!)
  const sequence = numeral(printed)
  if (!(sequence > 0)) return null
  const year = yearOf(m)
  const code = form.inner
    ? { text: m.groups.code!, start: m.start }
    : form.kind === 'bracketed'
      ? codeBefore(text, m.start, running)
      : issuerBefore(text, m.start, running)
  // 送至示例大街1号2楼2024年第5号: an address, no body.
  if (form.kind === 'announcement' && code.text.includes('号')) return null
  if (running && !acceptable(form, code, text)) return null
  const kind =
    form.kind !== 'bracketed'
      ? form.kind
      : forms.orderCode.test(code.text)
        ? 'order'
        : forms.announcementEnd.test(code.text)
          ? 'announcement'
          : 'bracketed'
  return {
    start: code.text ? code.start : m.start,
    end: m.end,
    head: code.text ? code.start : m.start,
    text: canonical(form, kind, code.text, m, year, /^\d/.test(printed) ? printed : String(sequence)),
    agencyCode: presentCode(form.kind === 'announcement' ? forms.announcementEnd.replace(code.text, '') : code.text),
    year,
    sequence,
    kind,
    malformed: form.malformed ?? false,
  }
}

const presentCode = (code: string) => presentText(code).replace(/^[、（(“]+|(?<![、）)”])[、）)”]+$/g, '')

/** The number in the form of the standard: 示科发〔2024〕3号, 示例部令第3号, 示例部公告2024年第3号. */
function canonical(
  form: Form,
  kind: DocumentNumber['kind'],
  code: string,
  m: Match,
  year: number | null,
  sequence: string,
): string {
  const shown = presentCode(code)
  const nth = `第${Number(sequence)}号`
  if (form.inner) return kind === 'order' ? `${shown}令${nth}` : `〔${year}〕${shown}${sequence}号`
  if (form.rule === forms.plain) return `${shown}第${sequence}号`
  if (form.kind === 'bracketed')
    return `${shown}〔${year}〕${kind === 'bracketed' ? (m.groups.infix ?? '') : ordinal(m)}${sequence}号`
  if (form.kind === 'order') {
    const order =
      form.rule === forms.orderBehind ? '令' : presentText(unspaced(m.text.slice(0, m.text.indexOf('令') + 1)))
    return `${shown}${order}${m.groups.year ? (form.rule === forms.orderBehind ? `${year}年` : `〔${year}〕`) : year === null ? '' : `${year}年`}${nth}`
  }
  const { word = '', session } = m.groups
  return `${shown}${word}${session ? `〔${session}〕` : ''}${year === null ? '' : `${year}年`}${nth}`
}

const ordinal = (m: Match) => (forms.ordinal.test(m.text) ? '第' : '')

/** Whether what was read in running text is a document's number at all. */
function acceptable(form: Form, code: Code, text: string): boolean {
  const name = code.text
  if (form.kind === 'order' && (edges.notOrder.test(name) || !edges.sure.test(name))) return false
  if (form.kind === 'bracketed' && name.length < 2 && !edges.single.test(name)) return false
  if (form.kind === 'announcement') {
    if (edges.gazette.test(name)) return false
    if (!name && form.rule !== forms.announcement) return false
  }
  if (edges.certificate.test(name) || edges.parcel.test(name)) return false
  if ((form.inner || form.rule === forms.plain) && edges.case.test(name)) return false
  return !edges.labelled.test(text.slice(Math.max(0, code.start - 16), code.start))
}

/** Equal for two printings of one number: 第, leading zeros, short and full names of the body do not count. */
export function numberKey(n: Pick<DocumentNumber, 'agencyCode' | 'year' | 'sequence' | 'kind'>): string {
  const code = n.kind === 'bracketed' || n.kind === 'standard' ? n.agencyCode : bodyKey(n.agencyCode)
  return `${code}|${n.year ?? ''}|${n.sequence}|${n.kind}`
}

/** 国务院 for 国 and 中华人民共和国国务院, 工业和信息化部 for 工信部; what stands before 令 and 公告 alone. */
function bodyKey(name: string): string {
  const end = ISSUES.find((word) => name.endsWith(word)) ?? ''
  const start = name.startsWith(REPUBLIC) && name.length > REPUBLIC.length ? REPUBLIC.length : 0
  const bare = name.slice(start, name.length - end.length)
  return bare === STATE_COUNCIL[0] ? STATE_COUNCIL : canonicalBody(bare).name
}

const ISSUES = ['令', '公告', '通告']
const REPUBLIC = '中华人民共和国'
const STATE_COUNCIL = '国务院'

/** A number and the further sequences behind it (、2号), with its code and year. */
function withFurther(first: NumberMatch, text: string): NumberMatch[] {
  const out = [first]
  if (first.kind !== 'bracketed' || first.malformed) return out
  const stem = first.text.slice(0, first.text.lastIndexOf('〕') + 1)
  let { end } = first
  for (let m = forms.more.at(text, end); m && out.length < 40; m = forms.more.at(text, end)) {
    const printed = unspaced(m.groups.sequence!)
    const sequence = numeral(printed)
    end = m.end
    if (!(sequence > 0)) {
      // 1-0号: no number of its own, but the 号 behind it is that of the one before.
      out[out.length - 1] = { ...out.at(-1)!, end }
      continue
    }
    const shown = `${stem}${/^\d/.test(printed) ? printed : sequence}号`
    out.push({ ...first, start: m.at('sequence')!.start, end, text: shown, sequence })
  }
  // 1、2号 share their 号: read again, the slice must hold it.
  for (let i = out.length - 2; i >= 0; i--)
    if (!forms.closed.test(text[out[i]!.end - 1]!)) out[i]!.end = out[i + 1]!.end
  return out
}

/** 示发〔2023〕5号、〔2024〕1号: the code of the number before goes on. */
function carried(m: Match, out: readonly NumberMatch[], text: string): NumberMatch | null {
  const before = out.findLast((n) => n.end <= m.start)
  if (!before?.agencyCode || before.kind !== 'bracketed' || m.start - before.end > 8) return null
  if (!forms.joined.test(text.slice(before.end, m.start))) return null
  const printed = unspaced(m.groups.sequence!)
  const year = yearOf(m)
  return {
    ...before,
    start: m.start,
    end: m.end,
    text: `${before.agencyCode}〔${year}〕${/^\d/.test(printed) ? printed : numeral(printed)}号`,
    year,
    sequence: numeral(printed),
  }
}

/** Every document number of a text, left to right, the longer reading first. */
export function numbersIn(text: string): NumberMatch[] {
  if (!forms.any.test(text)) return []
  const out: NumberMatch[] = []
  const taken = new RangeSet()
  let unread: boolean | undefined
  for (const form of FORMS) {
    if (UNREAD.includes(form.rule)) {
      unread ??= forms.bracketedYear.all(text).some((m) => !taken.overlaps(m))
      if (!unread) continue
    }
    for (const m of form.rule.all(text)) {
      if (taken.overlaps(m)) continue
      const number = read(form, m, text, true) ?? (form.rule === forms.bracketed ? carried(m, out, text) : null)
      if (!number || taken.overlaps(number)) continue
      for (const n of withFurther(number, text)) {
        taken.add(n)
        out.push(n)
      }
    }
  }
  return out.sort((a, b) => a.start - b.start)
}

/** The number that a line of the head consists of. */
export function numberOfLine(text: string): NumberMatch | null {
  // All forms but the bare one hold 号.
  if (!text.includes('号') && !forms.bare.test(text)) return null
  const offset = forms.label.at(text, 0)?.end ?? 0
  const rest = text.slice(offset)
  const shift = (n: NumberMatch) => ({ ...n, start: n.start + offset, end: n.end + offset, head: n.head + offset })
  for (const form of FORMS) {
    if (form.rule === forms.announcementPlain || form.rule === forms.plain) continue
    const m = form.rule.find(rest)
    if (!m) continue
    const number = read(form, m, rest, false)
    return number && shift(number)
  }
  const serial = serialOf(rest)
  return serial && shift(serial)
}

/** A series without a year: 第34号, 公告第5号. */
function serialOf(rest: string): NumberMatch | null {
  const bare = rest.replace(/^[\s([【]+|(?<![\s)\]】])[\s)\]】]+$/g, '')
  const whole = forms.serial.test(rest.trim()) ? rest.trim() : bare
  const m = forms.serial.find(whole)
  if (!m) return null
  const sequence = numeral(unspaced(m.groups.sequence!))
  if (!(sequence > 0)) return null
  const at = rest.indexOf(whole)
  return {
    start: at,
    end: at + m.end,
    head: at,
    text: presentText(unspaced(whole)),
    agencyCode: m.groups.code ? presentCode(forms.announcementEnd.replace(m.groups.code, '')) : '',
    year: null,
    sequence,
    kind: forms.announcementCode.test(whole) ? 'announcement' : 'order',
    malformed: false,
  }
}

/** The number in the last bracket of a title, or the order or announcement that a title heads. */
export function numberAtEnd(title: string): NumberMatch | null {
  const order = forms.order.find(title)
  if (order && !title.includes('《')) return read(FORMS[0]!, order, title, false)
  const headed = forms.headed.at(title, 0)
  if (headed) return numberOfLine(headed.text)
  const open = title.lastIndexOf('(')
  if (open < 0) return null
  const inner = title.slice(open)
  for (const form of FORMS) {
    if (form.rule !== forms.bracketed && form.rule !== forms.announcement) continue
    const m = form.rule.find(inner)
    if (!m || inner.slice(m.end).replace(/[)\s]/g, '') !== '') continue
    const n = read(form, m, inner, false)
    return n && { ...n, start: n.start + open, end: n.end + open, head: n.head + open }
  }
  return null
}

export function toDocumentNumber(
  context: Context,
  n: NumberMatch,
  offset: number,
): { value: DocumentNumber; range: Range } {
  const range = { start: offset + n.head, end: offset + n.end }
  return {
    range,
    value: context.factWith(
      range,
      { agencyCode: n.agencyCode, year: n.year, sequence: n.sequence, kind: n.kind },
      n.text,
    ),
  }
}
