/** Links to files beside the attachments that a notice names: which leads to which, and what only a link tells of. */
import attachmentsGrammar from '../../grammars/attachments.js'
import { compile } from '../grammar.js'
import { numeral } from '../knowledge/expressions.js'
import type { FileLink } from '../read/links.js'
import { fold, presentText } from '../read/normalize.js'
import { asSource, fromAt, toAt } from '../read/source-text.js'
import { squeeze } from '../read/squeeze.js'
import type { Attachment } from '../types.js'
import type { Context, Finding, Range } from './define.js'
import { urlsIn } from './urls.js'

const grammar = compile(attachmentsGrammar)

/** A link with what the rules see of it. */
export interface PlacedLink {
  link: FileLink
  /** Its text, folded. */
  text: string
  /** Comparison key of the name in it; empty where it names nothing. */
  key: string
  number: number | undefined
  /** Its text in the clean text; null where the reader left it out because the notice says the same. */
  range: Range | null
}

/** More links than these, or lines with the name of a file, are no attachments of one notice. */
export const MAX_LINKS = 400
/** Names shorter than this are alike too easily to tell by a part of them. */
const LONG_NAME = 4

/** The name in a link's text or an attachment's: no mark, no number, no suffix, no brackets around it. */
function keyOf(text: string): string {
  const { start, end } = nameOf(text)
  const name = text.slice(start, end).trim()
  return grammar.generic.test(name) ? '' : squeeze(name).toLowerCase()
}

/** Where the name stands in a link's text or a line: without its suffix, then without its mark. */
function nameOf(text: string): Range {
  const suffix = grammar.extension.find(text)
  const end = suffix ? suffix.start : text.length
  const mark = grammar.mark.at(text.slice(0, end), 0)
  // 附件下载 has no name of its own.
  return { start: mark && !grammar.generic.test(text.slice(mark.end, end)) ? mark.end : 0, end }
}

function numberOf(text: string): number | undefined {
  const mark = grammar.mark.at(text, 0)
  const printed = mark?.groups.number ?? mark?.groups.item
  return printed === undefined ? undefined : numeral(printed)
}

export function placedLinks(context: Context): PlacedLink[] {
  const links = (context.tree.read.links ?? []).slice(0, MAX_LINKS)
  if (!links.length) return []
  const ranges = cleanRanges(context, links)
  return links.map((link) => {
    const text = fold(asSource(link.text)).text.trim()
    return { link, text, key: keyOf(text), number: numberOf(text), range: ranges.get(link) ?? null }
  })
}

/** Where links stand in the clean text: one pass over it. */
function cleanRanges({ tree }: Context, links: readonly FileLink[]): Map<FileLink, Range> {
  const { clean } = tree
  const out = new Map<FileLink, Range>()
  if (!links.length) return out
  let last = 0
  for (let i = 0; i < clean.text.length; i++) {
    const at = fromAt(clean, i)
    if (toAt(clean, i) === at) continue
    // Most characters follow each other; what a reader moved is looked for anew.
    if (at < (links[last]?.start ?? 0)) last = 0
    while (last < links.length && links[last]!.end <= at) last++
    const link = links[last]
    if (!link || at < link.start) continue
    const range = out.get(link)
    if (range) range.end = i + 1
    else out.set(link, { start: i, end: i + 1 })
  }
  return out
}

/** The address of a link, resolved where the caller says against what. */
function addressOf(context: Context, { href }: FileLink): string | undefined {
  const { baseUrl } = context.options
  if (href === undefined || baseUrl === undefined) return href
  try {
    return new URL(href, new URL(context.tree.read.base ?? '', baseUrl)).href
  } catch {
    // Not an address by the standard: better as printed than lost.
    return href
  }
}

/** Gives the attachments their links; returns the links that belong to none. */
export function matchLinks(
  context: Context,
  found: readonly Finding<Attachment>[],
  links: readonly PlacedLink[],
): PlacedLink[] {
  const keys = found.map((f) => keyOf(f.value.text))
  const rest: PlacedLink[] = []
  for (const one of links) {
    const at = attachmentOf(context, found, keys, one)
    if (at < 0) rest.push(one)
    else {
      const href = addressOf(context, one.link)
      if (href !== undefined) found[at]!.value.href ??= href
    }
  }
  return rest
}

/** Index of the attachment that a link leads to, or -1. */
function attachmentOf(
  context: Context,
  found: readonly Finding<Attachment>[],
  keys: readonly string[],
  one: PlacedLink,
): number {
  const { range, key, number } = one
  if (range) {
    const over = found.findIndex((f) => f.range.start < range.end && f.range.end > range.start)
    if (over >= 0) return over
    if (key === '') {
      // 附件1:示例表 (下载): the one before it on its line.
      const before = found.findLastIndex((f) => f.range.end <= range.start)
      if (before >= 0 && !context.text.slice(found[before]!.range.end, range.start).includes('\n')) return before
    }
  }
  if (key === '') {
    if (number !== undefined) return found.findIndex((f) => f.value.number === number)
    return found.length === 1 && isAlone(context, range) ? 0 : -1
  }
  const same = keys.indexOf(key)
  if (same >= 0) return same
  const others = keys.map((_, i) => {
    const other = found[i]!.value.number
    return number !== undefined && other !== undefined && number !== other
  })
  const alike = keys.flatMap((k, i) => {
    if (others[i]) return []
    const within = Math.min(k.length, key.length) >= LONG_NAME && (k.includes(key) || key.includes(k))
    return within ? [i] : []
  })
  if (alike.length) return alike.length === 1 ? alike[0]! : -1
  // One of another number is no more like it than an empty name.
  return nearest(
    keys.map((k, i) => (others[i] ? '' : k)),
    key,
  )
}

/** Most names that a link's own is weighed against. */
const COMPARED = 60
/** Share of the pairs of characters that two names of one file have in common, and how far the next one must lie behind. */
const SIMILAR = 0.65
const AHEAD = 0.02

/** Index of the name that says the same in other words (申报表(金融) and 金融类…申报表), or -1 where none stands out. */
function nearest(keys: readonly string[], key: string): number {
  if (key.length < LONG_NAME || keys.length > COMPARED) return -1
  const own = pairsOf(key)
  const shares = keys.map((k) => {
    const other = pairsOf(k)
    let common = 0
    for (const pair of other) if (own.has(pair)) common++
    return k.length < LONG_NAME ? 0 : common / Math.min(own.size, other.size)
  })
  const best = Math.max(...shares)
  const at = shares.indexOf(best)
  const next = Math.max(0, ...shares.filter((_, i) => i !== at))
  return best >= SIMILAR && best - next >= AHEAD ? at : -1
}

const pairsOf = (text: string): Set<string> => {
  const out = new Set<string>()
  for (let i = 0; i + 1 < text.length && i < 200; i++) out.add(text.slice(i, i + 2))
  return out
}

/** Whether a link stands on a line without running text. */
function isAlone({ text }: Context, range: Range | null): boolean {
  if (!range) return true
  const end = text.indexOf('\n', range.end)
  return !grammar.sentence.test(text.slice(text.lastIndexOf('\n', range.start) + 1, end < 0 ? text.length : end))
}

/** An attachment that only a link tells of, or null where the link leads elsewhere; `noted`: it stands in a note of annexes. */
export function linkedAttachment(context: Context, one: PlacedLink, noted = false): Finding<Attachment> | null {
  const { link, text, key, range } = one
  const title = keyOf(context.known.title?.text ?? '')
  // An address that links itself says where something is, not what it is called.
  if (grammar.bundle.test(text) || urlsIn(text)[0]?.start === 0) return null
  // The notice itself as a file.
  if (title !== '' && key.length > 5 && (title.includes(key) || key.includes(title))) return null
  const href = addressOf(context, link)
  const more = { ...(one.number === undefined ? {} : { number: one.number }), ...(href === undefined ? {} : { href }) }
  if (!range) {
    if (key === '') return null
    const { start, end } = nameOf(text)
    const value = { text: presentText(text.slice(start, end)), span: { start: link.start, end: link.end }, ...more }
    return { value, range: { start: 0, end: 0 }, score: 0.8, rule: 'attachments/link' }
  }
  const element = context.elements().find((e) => e.range.start <= range.start && e.range.end >= range.end)
  if (!element || element.type === 'title') return null
  const marked = grammar.mark.test(text) || grammar.extension.test(text)
  if (key === '' && one.number === undefined && !isAlone(context, range)) return null
  if (!noted && !marked && key !== '' && (range.end - range.start) * 2 < element.value.length) return null
  const place = key === '' && !marked ? nameBefore(context, element.range, range) : nameIn(context, range)
  return { value: context.factWith(place, { ...more }), range: place, score: 0.8, rule: 'attachments/link' }
}

/** A name without its mark and its suffix; 附件1.doc has no other name than its mark. */
function nameIn(context: Context, range: Range): Range {
  const name = nameOf(context.text.slice(range.start, range.end))
  return { start: range.start + (name.end > name.start ? name.start : 0), end: range.start + name.end }
}

/** 示例表(点击下载): the words before a link that names nothing; the link's own where there are none. */
function nameBefore(context: Context, element: Range, link: Range): Range {
  const text = context.text.slice(element.start, link.start)
  const lead = grammar.lead.find(text)
  const end = element.start + (lead ? lead.start : text.length)
  const place = nameIn(context, { start: element.start, end })
  return place.end - place.start > 1 && text.length < 80 ? place : link
}
