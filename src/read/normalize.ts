/**
 * Folding: one spelling for every character that carriers write in several ways. Per character, so that each keeps
 * its place; whole-string NFKC would change lengths, and leaves ○, Yi-coded punctuation and ⻓ as they are.
 * The tables are in `grammars/folding.ts`.
 */
import { folding } from '../../grammars/folding.js'
import { Builder, fromAt, type SourceText, toAt } from './source-text.js'

const DROP = 1
const MULTI = 2
const BESIDE = 3

interface Tables {
  /** Code unit → folded code unit; 0 as it is, 1 dropped, 2 see `multi`, 3 by what stands beside it. */
  single: Uint16Array
  /** Code unit → what it folds to; 0 where that is not one unit, or depends on what stands beside it. */
  alone: Uint16Array
  multi: Map<number, string>
  zeroLike: Set<number>
  numerals: Set<number>
}

let tables: Tables | undefined

function getTables(): Tables {
  if (tables) return tables
  const single = new Uint16Array(0x10000)
  const multi = new Map<number, string>()
  const set = (code: number, to: string) => {
    if (to === '') single[code] = DROP
    else if (to.length === 1) single[code] = to.charCodeAt(0)
    else {
      single[code] = MULTI
      multi.set(code, to)
    }
  }
  for (const [first, last] of folding.dropped) for (let c = first; c <= last; c++) set(c, '')
  const [firstPicture, lastPicture] = folding.pictures
  for (let c = firstPicture; c <= lastPicture; c++) set(c, '')
  for (const [first, last] of folding.compatible) {
    for (let c = first; c <= last; c++) {
      const to = String.fromCharCode(c).normalize('NFKC')
      if (to.length <= 4 && to !== String.fromCharCode(c)) set(c, to.trim() === '' ? ' ' : to)
    }
  }
  for (const [first, last, offset] of folding.shifted) {
    for (let c = first; c <= last; c++) set(c, String.fromCharCode(c - offset))
  }
  for (const [to, chars] of folding.same) for (const c of chars) set(c.charCodeAt(0), to)
  // A fold may lead to another character that is folded itself (︰ → ： → :).
  for (let c = 0; c < 0x10000; c++) {
    const to = single[c]!
    if (to > MULTI && single[to]! > MULTI) single[c] = single[to]!
  }
  for (const [c, to] of multi)
    multi.set(
      c,
      [...to]
        .map((ch) =>
          String.fromCharCode(single[ch.charCodeAt(0)]! > MULTI ? single[ch.charCodeAt(0)]! : ch.charCodeAt(0)),
        )
        .join(''),
    )
  const zeroLike = new Set([...folding.zeroLike].map((c) => c.charCodeAt(0)))
  for (const c of [...zeroLike, LETTER_O, SMALL_O, RETURN]) if (single[c] === 0) single[c] = BESIDE
  const alone = new Uint16Array(0x10000)
  for (let c = 1; c < 0x10000; c++) {
    const to = single[c]!
    if (to === 0 || to > BESIDE) alone[c] = to || c
  }
  for (const c of [...zeroLike, WIDE_O]) alone[c] = 0
  tables = {
    single,
    alone,
    multi,
    zeroLike,
    numerals: new Set([...folding.numerals].map((c) => c.charCodeAt(0))),
  }
  return tables
}

const LETTER_O = 0x4f
const SMALL_O = 0x6f
const WIDE_O = 0xff2f
const RETURN = 0x0d

/** Folds every character. Newlines stay; nothing is joined or dropped here but invisible characters. */
export function fold(raw: SourceText): SourceText {
  const { single, alone, multi, zeroLike, numerals } = getTables()
  const { text } = raw
  const out = new Builder(text.length + 16)
  const n = text.length
  for (let i = 0; i < n; i++) {
    // What folds to one unit whatever stands beside it: most of a notice.
    i = out.pushMapped(raw, i, alone)
    if (i >= n) break
    let unit = text.charCodeAt(i)
    const start = fromAt(raw, i)
    const end = toAt(raw, i)
    const folded = single[unit]!
    if (
      (unit === LETTER_O || unit === SMALL_O || unit === WIDE_O) &&
      isDigit(out.last()) &&
      i + 1 < n &&
      isDigit(text.charCodeAt(i + 1))
    ) {
      // OCR: 2O24
      out.push(0x30, start, end)
      continue
    }
    if (zeroLike.has(unit) && numerals.has(out.last())) {
      const next = shownAt(text, i + 1, single)
      // ○ is always a zero there; 0 and O only between numerals, or before 年.
      if (!isAscii(unit) || numerals.has(next) || zeroLike.has(next) || next === 0x5e74) {
        out.push(0x3007, start, end)
        continue
      }
    }
    if (folded === BESIDE || folded === 0) {
      if (unit === RETURN) {
        if (i + 1 < n && text.charCodeAt(i + 1) === 0x0a) continue
        unit = 0x0a
      }
      out.push(unit, start, end)
    } else if (folded === DROP) {
      // Invisible, or a picture: nothing is kept of both its halves.
      if (isTrailing(text.charCodeAt(i + 1)) && unit >= 0xd800 && unit < 0xdc00) i++
    } else if (folded === MULTI) {
      out.pushText(multi.get(unit)!, start, end)
    } else {
      out.push(folded, start, end)
    }
  }
  const folded = out.build()
  const { text: whole } = folded
  return whole.includes('.') ? { ...folded, text: withStops(whole) } : folded
}

const DOT_FOR_STOP = new RegExp(folding.dotForStop, 'gm')
const DOT_AT_END = new RegExp(folding.dotAtEnd, 'gm')
const BEFORE_DOT = new RegExp(folding.headingDot.before)
const BEHIND_DOT = new RegExp(folding.headingDot.behind)

/** As many dots at the ends of sentences, and no 。, are a writer's habit. */
const HABIT = 3
/** Longest line of a heading before its dot, and what must be seen behind it. */
const HEADING = 28
const BEHIND = 6

/** 将材料报送我局.逾期不予受理. in a text without any 。: the dots are its full stops. So is one behind a heading that text runs on with. */
function withStops(text: string): string {
  const pieces: string[] = []
  let from = 0
  let dots = 0
  for (let i = text.indexOf('.'); i >= 0; i = text.indexOf('.', i + 1)) {
    if (!isHan(text.charCodeAt(i - 1))) continue
    dots++
    if (!BEHIND_DOT.test(text.slice(i + 1, i + BEHIND)) || !BEFORE_DOT.test(text.slice(Math.max(0, i - HEADING), i)))
      continue
    pieces.push(text.slice(from, i), '。')
    from = i + 1
  }
  const out = from ? pieces.join('') + text.slice(from) : text
  if (dots < HABIT || text.includes('。')) return out
  const stops = out.match(DOT_FOR_STOP)
  if (!stops || stops.length < HABIT) return out
  // Paragraphs end with some of them; within names of minorities (阿布都.热合曼) they never do.
  const ending = out.match(DOT_AT_END)
  return ending && ending.length > 1 ? out.replace(DOT_FOR_STOP, '。') : out
}

/** Whether a code unit is an ideograph of those that notices are written in. */
export const isHan = (unit: number) => unit >= 0x3400 && unit <= 0x9fff

/** Most invisible characters that are looked past. */
const INVISIBLE = 4

/** What the next visible character folds to; 0 at the end. */
function shownAt(text: string, at: number, single: Uint16Array): number {
  for (let i = at; i < text.length && i < at + INVISIBLE; i++) {
    const unit = text.charCodeAt(i)
    const to = single[unit]!
    if (to !== DROP) return to > BESIDE ? to : unit
  }
  return 0
}

const isTrailing = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
const isDigit = (unit: number) => (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)
const isAscii = (unit: number) => unit < 0x80 || (unit >= 0xff01 && unit <= 0xff5e)

/** The normalized reading of a slice: folded, without layout spaces between Chinese characters, Chinese punctuation. */
export function presentText(text: string): string {
  if (!LAYOUT.test(text)) return text
  return widen(SPACE.test(text) ? text.replace(LAYOUT_SPACE, '').replace(SPACES, ' ').trim() : text)
}

/** Chinese punctuation where it borders on Chinese. */
export function widen(s: string): string {
  // Carried along: to look for its partner from each bracket anew is quadratic on a run of brackets.
  let open = -1
  let close = UNKNOWN
  let out = ''
  let from = 0
  for (let at = 0; at < s.length; at++) {
    const unit = s.charCodeAt(at)
    if (unit > LAST_NARROW) continue
    const wide = WIDE_FORM[unit]
    if (wide === undefined) continue
    if (unit === OPEN) {
      open = at
      if (close === UNKNOWN || (close >= 0 && close < at)) close = s.indexOf(')', at)
    }
    const borders =
      unit === OPEN
        ? nearHan(s, at, open, close)
        : unit === CLOSE
          ? nearHan(s, at, open, at)
          : isWide(s.charCodeAt(at - 1)) || isWide(s.charCodeAt(at + 1))
    if (!borders) continue
    out += s.slice(from, at) + wide
    from = at + 1
  }
  return from === 0 ? s : out + s.slice(from)
}

/** Anything that the normalized reading changes. */
const LAYOUT = /[\s,:;!?()]/
const OPEN = 0x28
const CLOSE = 0x29
/** The last of the signs that have a wide form here. */
const LAST_NARROW = 0x3f
/** By code unit. */
const WIDE_FORM: (string | undefined)[] = new Array<undefined>(LAST_NARROW + 1).fill(undefined)
for (const [narrow, wide] of ['(（', ')）', ',，', ':：', ';；', '!！', '?？']) WIDE_FORM[narrow!.charCodeAt(0)] = wide
/** No partner was looked for yet. */
const UNKNOWN = -2
const LAYOUT_SPACE =
  /(?<=[\u2e80-\u2fff\u3001-\u9fff、。〔〕《》“”（）])\s+(?=[\u2e80-\u9fff、。〔〕《》“”（）]{2})|(?<!\s)\s+(?=[年月日号、。,;:)〕》”）])|(?<=[、。,;:(〔《“（])\s+/g
const SPACE = /\s/
const SPACES = /\s+/g

/** Han, Chinese punctuation or full-width form. */
const isWide = (unit: number) => unit >= 0x2e80 && unit <= 0xffef

/** Whether the bracket at `at`, or the text inside its pair from `from` to `to` (-1: there is none), borders on Chinese. */
function nearHan(s: string, at: number, from: number, to: number): boolean {
  if (from < 0 || to < 0) return isWide(s.charCodeAt(at - 1)) || isWide(s.charCodeAt(at + 1))
  for (let i = from - 1; i <= to + 1 && i - from < 200; i++) if (isWide(s.charCodeAt(i))) return true
  return false
}
