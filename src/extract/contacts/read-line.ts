/** Cuts a line, a sentence or a cell into tokens: first what has a form or a label, then the words between. */
import type { NoticeElement } from '../../parse/tree.js'
import type { Range } from '../define.js'
import { shifted } from '../ranges.js'
import { urlsIn } from '../urls.js'
import { readNumbers } from './read-numbers.js'
import { readWords } from './read-words.js'
import { grammar, kindOf, numberRules, peopleRules, placeRules } from './rules.js'
import { type Found, keep, nothingFound, type Token } from './token.js'

/** `numbers`: the text is a cell for telephones, in which the short number of a service needs no word beside it. */
export function readLine(element: NoticeElement, from: number, to: number, numbers = false): Token[] {
  const text = element.value.slice(from, to)
  const base = element.range.start + from
  const found = nothingFound(text, base)
  readMails(found)
  readUrls(found)
  readBadges(found)
  if (/\d/.test(text)) readNumbers(found, numbers)
  readSameFax(found)
  readSamePhone(found)
  readLabels(found)
  readAsked(found)
  readPlainAddresses(found)
  found.tokens.sort((a, b) => a.range.start - b.range.start)
  const out: Token[] = []
  let cursor = 0
  for (const token of found.tokens) {
    // The run of characters before a label belongs to it (项目|负责人), whether or not it names a unit.
    const begin = (token.type === 'label' && token.prefix ? token.prefix : token.range).start - base
    if (token.range.start - base < cursor) continue
    readWords(text, cursor, Math.max(cursor, begin), base, out)
    if (token.type !== 'badge') out.push(token)
    cursor = token.range.end - base
  }
  readWords(text, cursor, text.length, base, out)
  return out
}

function readMails(found: Found): void {
  const { text, base } = found
  if (!text.includes('@') && !text.includes('at') && !text.includes('#') && !text.includes('AT')) return
  for (const m of grammar.email.all(text)) {
    const address = `${m.groups.user}@${m.groups.host}`.replace(/\s/g, '').replace('。', '.')
    keep(found, { type: 'email', text: address, range: shifted(m, base) })
  }
}

function readBadges(found: Found): void {
  for (const m of numberRules.badge.all(found.text)) keep(found, { type: 'badge', range: shifted(m, found.base) })
}

function readUrls(found: Found): void {
  for (const url of urlsIn(found.text)) {
    const range = shifted(url, found.base)
    if (!found.taken.overlaps(range))
      keep(found, { type: 'url', text: found.text.slice(url.start, url.end).replaceAll(' ', ''), range })
  }
}

function readSameFax(found: Found): void {
  for (const m of numberRules.sameFax.all(found.text)) keep(found, { type: 'sameFax', range: shifted(m, found.base) })
}

function readSamePhone(found: Found): void {
  for (const m of numberRules.samePhone.all(found.text)) {
    const range = shifted(m, found.base)
    if (!found.taken.overlaps(range)) keep(found, { type: 'samePhone', extension: m.groups.ext ?? '', range })
  }
}

function readLabels(found: Found): void {
  const { text, base } = found
  for (const m of grammar.label.all(text)) {
    let kind = kindOf(m)
    const range = shifted(m, base)
    if (!kind || found.taken.overlaps(range)) continue
    const prefix = prefixOf(text, m.start)
    // What such a label announces is passed over like a number of an account.
    if (prefix && grammar.otherParty.test(text.slice(prefix.start, m.end))) kind = 'account'
    const both =
      kind === 'person'
        ? numberRules.alsoPhone.test(m.text)
        : kind === 'fax' && numberRules.phoneAndFax.test(m.groups.fax!)
    keep(found, { type: 'label', kind, both, prefix: prefix && shifted(prefix, base), range })
  }
}

const isPerson = (text: string) =>
  text === '' || (text.length <= 4 && peopleRules.person.test(text) && !grammar.unit.test(text))

/** The Han run before a label (市科技局|联系人), which may name its unit. */
function prefixOf(text: string, start: number): Range | null {
  let from = start
  while (from > 0 && start - from < 30 && /[\u4e00-\u9fff“”()、]/.test(text[from - 1]!)) from--
  // 主楼1303室联系电话:…: the last letter of a place's number.
  if (placeRules.roomEnd.test(text.slice(Math.max(0, from - 4), start))) return null
  const number = grammar.headingLead.at(text.slice(from, start), 0)
  if (number) from += number.end
  while (text[from] === '、') from++
  // (办公室联系人:…), 李明(微信号:…): the bracket holds the label too, unless a unit stands before it.
  const run = text.slice(from, start)
  const open = run.lastIndexOf('(')
  const before = open < 0 ? run : run.slice(0, open)
  // 柴  宁(电话:…): the second letter of a name set with blanks.
  const spaced =
    before.length === 1 && /(?:^|[^\u4e00-\u9fff])[\u4e00-\u9fff] {1,6}$/.test(text.slice(Math.max(0, from - 8), from))
  if (open < 0) from += spaced ? 1 : 0
  else if (!run.includes(')', open) && (spaced || isPerson(before))) from += open + 1
  return from < start ? { start: from, end: start } : null
}

function readAsked(found: Found): void {
  for (const m of peopleRules.askFor.all(found.text)) {
    const at = (m.at('person') ?? m.at('to') ?? m.at('named') ?? m.at('by') ?? m.at('titled') ?? m.at('last'))!
    const range = shifted(at, found.base)
    if (!found.taken.overlaps(range) && !peopleRules.notPerson.test(found.text.slice(at.start, at.end)))
      keep(found, { type: 'person', range })
    const more = m.at('more') ?? m.at('also') ?? m.at('with')
    const others = m.groups.more ?? m.groups.also ?? m.groups.with
    for (const other of others?.matchAll(/[^、]+/g) ?? []) {
      const start = found.base + more!.start + other.index
      keep(found, { type: 'person', range: { start, end: start + other[0].length } })
    }
  }
}

function readPlainAddresses(found: Found): void {
  for (const m of placeRules.plainAddress.all(found.text)) {
    const range = shifted(m.at('address')!, found.base)
    const code = m.at('code')
    if (!found.taken.overlaps(range)) keep(found, { type: 'address', range, code: code && shifted(code, found.base) })
  }
}
