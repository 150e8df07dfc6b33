/** The words of a line between its labels and numbers: runs of characters between separators, and where cells end. */
import type { Range } from '../define.js'
import { peopleRules } from './rules.js'
import type { Token, WordToken } from './token.js'

const SEPARATORS = ' \t,;、。:()〈〉【】/|!'
/** By code unit: a set of strings would be asked for every character. */
const separates = new Uint8Array(Math.max(...[...SEPARATORS].map((c) => c.charCodeAt(0))) + 1)
for (const c of SEPARATORS) separates[c.charCodeAt(0)] = 1
const isSeparator = (text: string, i: number) => separates[text.charCodeAt(i)] === 1

/** Widest bracket that belongs to the word before it (李明(科长)). */
const BRACKET = 60

/** Adds the words of a part of a line; `base` is where the line begins in the clean text. */
export function readWords(text: string, from: number, to: number, base: number, out: Token[]): void {
  let i = from
  while (i < to) {
    while (i < to && isSeparator(text, i)) {
      if (text[i] === '\t') out.push({ type: 'cell', range: { start: base + i, end: base + i + 1 } })
      i++
    }
    const end = wordEnd(text, i, to)
    if (end > i) addWord(text, i, end, base, out)
    i = Math.max(end, i + 1)
  }
}

/** Where the word that begins at `from` ends, with the bracket set solid behind it. */
function wordEnd(text: string, from: number, to: number): number {
  let end = from
  let depth = 0
  while (
    end < to &&
    (depth > 0 || !isSeparator(text, end) || (text[end] === '(' && end > from) || isClock(text, end))
  ) {
    if (text[end] === '(') {
      // A bracket that a number stands in is no part of the word before it.
      if (!text.slice(end, Math.min(to, end + BRACKET)).includes(')')) break
      depth++
    } else if (text[end] === ')') {
      depth--
      if (depth < 0) break
    }
    end++
  }
  return end
}

const isDigit = (c: string | undefined) => c !== undefined && c >= '0' && c <= '9'

/** The colon of 12:00. */
const isClock = (text: string, at: number) => text[at] === ':' && isDigit(text[at - 1]) && isDigit(text[at + 1])

function addWord(text: string, start: number, behind: number, base: number, out: Token[]): void {
  // 邮编555001,李明收: who takes the letter in.
  const end = peopleRules.receiver.test(text.slice(start, behind)) ? behind - 1 : behind
  const word = text.slice(start, end)
  const range = { start: base + start, end: base + end }
  const colon = text[end] === ':'
  const previous = out.at(-1)
  if (previous?.type === 'word' && closesUp(previous, word, range, text, start)) {
    previous.text += isHan(word[0]!) ? word : ` ${word}`
    previous.range = { start: previous.range.start, end: range.end }
    previous.colon = colon
    previous.spaced = true
  } else {
    const bracket = text[start - 1] === '(' || text[start - 1] === '〈'
    out.push({ type: 'word', text: word, range, colon, bracket, spaced: false })
  }
}

/** A word without the bracket set solid behind it. */
function bareOf(word: string): string {
  const bracket = word.indexOf('(')
  return bracket < 0 ? word : word.slice(0, bracket)
}

/** 一网格(东片)向  琼: the bracket that stands before a name has closed up with its first character, or the second (向 示 芬). */
const goesOnBehindBracket = (text: string, next: string) =>
  (text.at(-2) === ')' && isHan(text.at(-1)!) && !peopleRules.countedBehind.test(text)) ||
  (next.length === 1 && text.at(-3) === ')' && isHan(text.slice(-2)))

/** A lone character and the next word are one name (李  亮). */
function closesUp(previous: WordToken, word: string, range: Range, text: string, start: number): boolean {
  const gap = range.start - previous.range.end
  // Mr. Tang
  if (peopleRules.englishTitle.test(previous.text) || peopleRules.englishName.test(previous.text))
    return gap === 1 && peopleRules.englishName.test(bareOf(word))
  const bare = bareOf(word)
  // 马  师  傅
  if (previous.spaced && previous.text.length === 2 && bare.length === 1 && gap <= 6)
    return peopleRules.courtesy.find(previous.text + bare)?.groups.title !== undefined
  if (previous.colon || !(previous.text.length === 1 || goesOnBehindBracket(previous.text, bare))) return false
  return (
    bare.length <= 2 &&
    gap <= 6 &&
    isHan(previous.text.at(-1)!) &&
    isHan(bare) &&
    /^ +$/.test(text.slice(start - gap, start))
  )
}

export const isHan = (s: string) => /^[\u3400-\u9fff]+$/.test(s)
