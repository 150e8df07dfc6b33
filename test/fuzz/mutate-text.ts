/** Changes of a text that keep it near a notice: pieces moved, forms put in, numbers and brackets spoilt, one thing repeated. */
import type { Dice } from './random.js'
import { FORMS, KEYS, NUMBERS, ODD } from './words.js'

/** A piece of the text: where it stands. */
function piece(text: string, d: Dice, longest = 60): [start: number, end: number] {
  const start = d.below(text.length + 1)
  return [start, Math.min(text.length, start + d.below(longest))]
}

const splice = (text: string, start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(end)

/** Replaces one match of `pattern`, if there is one. */
function replaceOne(text: string, pattern: RegExp, d: Dice, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)]
  if (!found.length) return text
  const match = d.pick(found)
  return splice(text, match.index, match.index + match[0].length, by(match[0]))
}

const wide = (text: string) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replace(/ /g, '\u3000')

type Change = (text: string, d: Dice, other: string) => string

const lines = (text: string) => text.split('\n')

const TEXT_CHANGES: Record<string, Change> = {
  insertForm: (text, d) => {
    const [at] = piece(text, d)
    return splice(text, at, at, d.pick(FORMS))
  },
  insertForms: (text, d) => {
    const [at] = piece(text, d)
    const count = 2 + d.below(6)
    const between = d.pick(['', '', '，', '、', '\n', ' ', '；', '\t'])
    return splice(text, at, at, Array.from({ length: count }, () => d.pick(FORMS)).join(between))
  },
  replaceByForm: (text, d) => splice(text, ...piece(text, d, 12), d.pick(FORMS)),
  cut: (text, d) => splice(text, ...piece(text, d), ''),
  double: (text, d) => {
    const [start, end] = piece(text, d)
    return splice(text, end, end, text.slice(start, end))
  },
  move: (text, d) => {
    const [start, end] = piece(text, d)
    const rest = splice(text, start, end, '')
    const at = d.below(rest.length + 1)
    return splice(rest, at, at, text.slice(start, end))
  },
  spliceOther: (text, d, other) => {
    const [at] = piece(text, d)
    const [start, end] = piece(other, d, 200)
    return splice(text, at, at, other.slice(start, end))
  },
  cross: (text, d, other) => text.slice(0, d.below(text.length + 1)) + other.slice(d.below(other.length + 1)),
  mixLines: (text, d, other) => {
    const mine = lines(text)
    const theirs = lines(other)
    for (let n = 1 + d.below(8); n > 0; n--) mine.splice(d.below(mine.length + 1), 0, d.pick(theirs))
    return mine.join('\n')
  },
  swapLines: (text, d) => {
    const all = lines(text)
    const a = d.below(all.length)
    const b = d.below(all.length)
    ;[all[a], all[b]] = [all[b]!, all[a]!]
    return all.join('\n')
  },
  dropLine: (text, d) => {
    const all = lines(text)
    all.splice(d.below(all.length), 1)
    return all.join('\n')
  },
  joinLines: (text, d) => replaceOne(text, /\n+/g, d, () => d.pick(['', ' ', '\t', '　'])),
  breakLine: (text, d) => {
    const [at] = piece(text, d)
    return splice(
      text,
      at,
      at,
      d.pick(['\n', '\n\n', '\r', '\r\n', '\u2028', '\f', '\v', '\x85', '\n　　', '\n— 3 —\n']),
    )
  },
  number: (text, d) => replaceOne(text, /\d+|[〇一二三四五六七八九十百]+/g, d, () => d.pick(NUMBERS)),
  numberMore: (text, d) => replaceOne(text, /\d+/g, d, (n) => n + d.pick(NUMBERS)),
  bracket: (text, d) =>
    replaceOne(text, /[()（）〔〕[\]【】《》“”「」<>{}]/g, d, () => d.pick([...'()（）〔〕[]【】《》“”「」<>{}', ''])),
  punctuation: (text, d) =>
    replaceOne(text, /[，。：；、,.:;!?！？—-]/g, d, () =>
      d.pick([...'，。：；、,.:;!?！？—-/~～·…|', '', '。。', '：：']),
    ),
  odd: (text, d) => {
    const [at] = piece(text, d)
    return splice(text, at, at, d.pick(ODD).repeat(1 + d.below(3)))
  },
  oddEverywhere: (text, d) => {
    const [start, end] = piece(text, d, 200)
    const odd = d.pick(ODD)
    return splice(text, start, end, [...text.slice(start, end)].join(odd))
  },
  unit: (text, d) => {
    const at = d.below(text.length)
    return splice(text, at, at + 1, String.fromCharCode(d.below(0x10000)))
  },
  spread: (text, d) => {
    const [start, end] = piece(text, d, 40)
    return splice(text, start, end, [...text.slice(start, end)].join(d.pick([' ', '  ', '　', '\t', '\u200b', '\n'])))
  },
  wide: (text, d) => {
    const [start, end] = piece(text, d, 80)
    return splice(text, start, end, wide(text.slice(start, end)))
  },
  key: (text, d) => {
    const [at] = piece(text, d)
    return splice(text, at, at, d.pick(KEYS))
  },
  repeat: (text, d) => {
    const [start, end] = piece(text, d)
    return splice(text, start, end, text.slice(start, end).repeat(2 + d.below(40)))
  },
  nest: (text, d) => {
    const [start, end] = piece(text, d)
    const [open, close] = d.pick([
      ['（', '）'],
      ['《', '》'],
      ['〔', '〕'],
      ['“', '”'],
      ['(', ')'],
      ['[', ']'],
    ] as const)
    const depth = 1 + d.below(200)
    return splice(text, start, end, open.repeat(depth) + text.slice(start, end) + close.repeat(d.below(depth + 1)))
  },
  end: (text, d) => text.slice(0, d.below(text.length + 1)),
  begin: (text, d) => text.slice(d.below(text.length + 1)),
}

const CHANGES = Object.values(TEXT_CHANGES)

/** A few changes; the text stays at most `longest` units long. */
export function mutateText(text: string, other: string, d: Dice, longest = 20_000): string {
  let out = text
  for (let n = d.few(); n > 0; n--) {
    out = d.pick(CHANGES)(out, d, other)
    if (out.length > longest) out = out.slice(0, longest)
  }
  return out
}

/** One small thing very often, in a notice: what costs more than its length shows here. */
export function pump(text: string, d: Dice, size: number): string {
  const [start, end] = piece(text, d)
  const unit = d.pick([
    () => d.pick(FORMS),
    () => d.pick(FORMS) + d.pick(FORMS),
    () => `${d.pick(FORMS)}\n`,
    () => text.slice(start, end + 1),
    () => `${text.slice(start, end + 1)}\n`,
    () => d.pick(ODD),
    () => d.pick(lines(text)),
  ])()
  const filling = unit.repeat(Math.ceil(size / Math.max(1, unit.length))).slice(0, size)
  const at = d.below(text.length + 1)
  return splice(text, at, at, filling)
}
