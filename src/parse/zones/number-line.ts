/** Lines that are a document number (发文字号, GB/T 9704-2012, 7.2.5). */
import { bodiesOnLine } from '../bodies-line.js'
import { numbers, titles, zones } from './rules.js'

/** The forms of a number that may fill a line. */
const NUMBER_LINES = [
  numbers.bracketed,
  numbers.announcement,
  numbers.serial,
  numbers.order,
  numbers.yearFirst,
  numbers.swapped,
  numbers.halfOpen,
  numbers.bare,
  numbers.unfinished,
]
/** More than the genre alone. */
const TITLED = 5
const OPEN_BRACKET = /^[([【\s]+/
const CLOSE_BRACKET = /^[)\]】\s]+$/

/** Whether a line is a document number, with its label, brackets, or 签发人 beside it. */
export function isNumberLine(text: string): boolean {
  if (text.length > 90 || !numbers.lineLike.test(text) || titles.about.test(text)) return false
  const label = numbers.label.at(text, 0)
  const rest = (label ? text.slice(label.end) : text).trim()
  // (第五十三号)
  if (numbers.serial.test(rest.replace(OPEN_BRACKET, '').replace(/(?<![)\]】\s])[)\]】\s]+$/, ''))) return true
  for (const rule of NUMBER_LINES) {
    const m = rule.find(rest)
    if (!m) continue
    const code = numbers.codeBefore.find(rest.slice(Math.max(0, m.start - 30), m.start))
    const lead = code ? rest.slice(0, Math.max(0, m.start - 30) + code.start) : rest.slice(0, m.start)
    if (rule === numbers.yearFirst && m.start === 0 && rest.length === m.end) return true
    // 某某预告(2017年第12号), 某某结果公示(示〔2019〕19号): a title with its number behind it.
    if (rule !== numbers.bracketed && code && /[^(]\($/.test(code.groups.code!)) continue
    const titled = code ? code.groups.code!.lastIndexOf('(') : -1
    if (titled > TITLED && titles.ending.test(code!.groups.code!.slice(0, titled))) continue
    const names = lead.replace(OPEN_BRACKET, '')
    const before = rule !== numbers.bracketed && names !== '' && bodiesOnLine(names) ? '' : names
    const after = rest.slice(m.end).replace(CLOSE_BRACKET, '')
    if (before === '' && (after === '' || zones.signer.test(after) || zones.telegram.test(after))) {
      if (rule === numbers.order && code && code.groups.code!.length > 2) return false
      return true
    }
    // 等级 特急·明电    某政办明电〔2024〕5号
    if (zones.telegram.test(before) && after === '') return true
  }
  return false
}
