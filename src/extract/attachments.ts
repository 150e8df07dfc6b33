/** 附件: the titles of the attachment note; without one, those of the annexes themselves. */
import attachmentsGrammar from '../../grammars/attachments.js'
import footGrammar from '../../grammars/foot.js'
import { compile } from '../grammar.js'
import { numeral } from '../knowledge/expressions.js'
import type { Attachment } from '../types.js'
import { linkedAttachment, MAX_LINKS, matchLinks, type PlacedLink, placedLinks } from './attachment-links.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { urlsIn } from './urls.js'

const grammar = compile(attachmentsGrammar)
const foot = compile(footGrammar)

function finding(context: Context, range: Range, number: string | undefined, rule: string): Finding<Attachment> | null {
  let { start, end } = range
  // 附件下载:https://…: where it lies is not what it is called.
  const url = urlsIn(context.text.slice(start, end))[0]
  if (url) {
    end = start + url.start
    while (end > start && ' :('.includes(context.text[end - 1]!)) end--
  }
  for (let again = true; again; ) {
    again = false
    for (const trim of [grammar.path, grammar.ending, grammar.extension, grammar.linkWords]) {
      const m = trim.find(context.text.slice(start, end))
      if (m) {
        end = start + m.start
        again = true
      }
    }
  }
  while (start < end && /\s/.test(context.text[start]!)) start++
  const whole = grammar.wrapping.at(context.text.slice(start, end), 0)
  if (whole) {
    start++
    end--
  }
  const name = context.text.slice(start, end)
  // 附件: ↵ 二〇二四年五月六日: the list is lost.
  if (end - start < 2 || grammar.suffix.test(name) || grammar.generic.test(name) || foot.dateLine.test(name))
    return null
  const n = number === undefined ? Number.NaN : numeral(number)
  const place = { start, end }
  return { value: context.factWith(place, { ...(Number.isNaN(n) ? {} : { number: n }) }), range: place, score: 1, rule }
}

/** 示例表(点击下载): the name ends before a link that names nothing. */
function beforeLink(context: Context, links: readonly PlacedLink[], range: Range): Range {
  for (const { key, range: at } of links) {
    if (key !== '' || !at || at.start <= range.start || at.start >= range.end) continue
    const name = context.text.slice(range.start, at.start)
    const lead = grammar.lead.find(name)
    if (name.trim() !== '') return { start: range.start, end: lead ? range.start + lead.start : at.start }
  }
  return range
}

/** What the attachment note (附件说明) and the lines of its kind name. */
function* noted(context: Context, links: readonly PlacedLink[]): Iterable<Finding<Attachment>> {
  /** The number of an item that stands on a line of its own. */
  let above: string | undefined
  for (const element of context.elements('attachmentNote', 'attachmentItem')) {
    // In the head stand the files of a mail.
    if (element.zone !== 'body' && element.zone !== 'header') continue
    const numbered = foot.numberAlone.at(element.value, 0)?.groups.number
    const lead = above
    above = numbered
    if (numbered !== undefined) continue
    const note = element.type === 'attachmentNote' ? foot.attachmentNote.at(element.value, 0) : null
    const rest = note?.at('rest')
    const offset = element.range.start + (rest ? rest.start : 0)
    const text = element.type === 'attachmentNote' ? (note?.groups.rest ?? '') : element.value
    if (!text.trim()) continue
    const one = (at: Range, number: string | undefined, rule: string) =>
      finding(context, beforeLink(context, links, { start: offset + at.start, end: offset + at.end }), number, rule)
    // Several links on one line are one attachment each.
    const own = links.filter(
      ({ key, range }) => key !== '' && range && range.start >= element.range.start && range.end <= element.range.end,
    )
    if (own.length > 1) {
      for (const link of own) {
        const found = linkedAttachment(context, link, true)
        if (found) yield found
      }
      continue
    }
    const download = foot.download.at(text, 0)
    let items = download ? [download] : grammar.item.all(text)
    if (!items.length && element.type === 'attachmentItem') items = grammar.spaced.all(text)
    const rule = download ? 'attachments/download' : 'attachments/item'
    if (!items.length) {
      const files = grammar.files.all(text)
      if (files.length > 1) items = files
    }
    const all = items.length
      ? items.map((m) => one(m.at('title') ?? m, m.groups.number || undefined, rule))
      : [one({ start: 0, end: text.length }, lead, 'attachments/note')]
    for (const found of all) if (found) yield found
  }
}

function* annexes(context: Context): Iterable<Finding<Attachment>> {
  for (const element of context.elements('appendixTitle')) {
    const titled = foot.appendixTitled.at(element.value, 0)
    const at = titled?.at('title')
    const range = at ? { start: element.range.start + at.start, end: element.range.start + at.end } : element.range
    const found = finding(context, range, titled?.groups.number, 'attachments/annex')
    if (found) yield found
  }
}

/** Longest line that is looked at for a file's name. */
const FILE_LINE = 120

/** Lines that hold nothing but the name of a file, where the notice names no annexes. */
function* fileLines(context: Context): Iterable<Finding<Attachment>> {
  let files = 0
  for (const { value, zone, range } of context.elements('paragraph', 'note')) {
    if (zone === 'header' || value.length > FILE_LINE) continue
    const m = grammar.fileLine.at(value, 0)
    const at = m?.at('title')
    if (!m || !at) continue
    const place = { start: range.start + at.start, end: range.start + at.end }
    const found = finding(context, place, m.groups.number, 'attachments/file')
    if (found) yield found
    if (found && ++files === MAX_LINKS) return
  }
}

export const attachments = defineExtractor({
  name: 'attachments',
  many: true,
  *extract(context) {
    const links = placedLinks(context)
    let found = [...noted(context, links)]
    if (!found.length) found = [...annexes(context)]
    if (!found.length) found = [...fileLines(context)]
    // A page may give its list twice: to open, and to save.
    found = [...new Map(found.map((one) => [`${one.value.number} ${one.value.text}`, one] as const)).values()]
    const rest = matchLinks(context, found, links)
    const names = new Set<string>()
    for (const link of rest) {
      // Beside those that are named, 附件 or 点击下载 is one of them, or all.
      if (found.length && link.key === '' && link.number === undefined) continue
      const one = linkedAttachment(context, link)
      // A page may link the same file twice.
      if (!one || names.has(`${link.key} ${link.number}`)) continue
      names.add(`${link.key} ${link.number}`)
      found.push(one)
    }
    yield* names.size ? found.sort((a, b) => a.value.span.start - b.value.span.start) : found
  },
})
