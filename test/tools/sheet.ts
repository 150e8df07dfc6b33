/**
 * The sheet of a corpus notice: what a typist would make of its lines. Alignment comes from the layout of the text and
 * from where its title and signature stand; no value of a field goes into it, so writers cannot give a fact away.
 */
import type { Span } from '../../src/types.js'

type Role =
  | 'masthead'
  | 'number'
  | 'title'
  | 'flush'
  | 'heading1'
  | 'heading2'
  | 'body'
  | 'list'
  | 'form'
  | 'signature'
  | 'annex'
  | 'annexTitle'
  | 'imprint'

export interface Line {
  kind: 'line'
  role: Role
  align: 'left' | 'center' | 'right'
  /** Parts set apart on one line: the number and 签发人, the names of a joint signature. */
  pieces: string[]
  /** Blank lines above. */
  gap: number
}

export interface Grid {
  kind: 'table'
  rows: string[][]
}

export type Item = Line | Grid | { kind: 'rule' }

/** The spans of a golden file that say where its title and signature stand. */
export interface Zones {
  title: { span: Span } | null
  issuingBodies: { span: Span; from: string }[]
  dates: { span: Span; role: string }[]
}

const NUMBER = /^(?:[^，。]{0,20}[〔(]\d{4}[〕)]第?\d+号|(?:\d{4}年)?第\d+号)(?:$|签发人)/
const MARKING = /^(?:\d{6}|[绝机秘]密.*|特急|加急)$/
const ANNEX = /^附件\s?\d{0,2}$/
const IMPRINT = /^(?:抄送|主送)：|\d日印发$|共印\d+份$/
const RULE = /^[─—_-]{8,}$/
const LIST_ITEM = /^附件：|^\d[.．](?=.{2,60}$)/
const HEADING_1 = /^[一二三四五六七八九十]{1,3}、[^。；：]{1,30}$/
const HEADING_2 = /^（[一二三四五六七八九十]{1,3}）[^。；：]{1,30}$/

/** Lines of a corpus file as the items of its sheet. */
export function sheetOf(source: string, zones: Zones): Item[] {
  const signed = [
    ...zones.issuingBodies.filter((b) => b.from === 'signature').map((b) => b.span),
    ...zones.dates.filter((d) => d.role === 'signed').map((d) => d.span),
  ]
  const titled = zones.title ? [zones.title.span] : []
  const items: Item[] = []
  let at = 0
  let gap = 0
  let titleSeen = false
  let afterAnnex = false
  let bodySeen = false
  for (const raw of source.split('\n')) {
    const within = (spans: readonly Span[]) => spans.some((s) => s.start < at + raw.length && s.end > at)
    const isTitle = within(titled)
    const isSigned = within(signed)
    at += raw.length + 1
    const last = items.at(-1)
    if (raw.includes('\t') && (raw.trim().includes('\t') || last?.kind === 'table')) {
      const row = raw.split('\t').map((cell) => cell.trim())
      if (last?.kind === 'table' && gap === 0) last.rows.push(row)
      else items.push({ kind: 'table', rows: [row] })
      gap = 0
      continue
    }
    const text = plain(raw)
    if (text === '') {
      gap++
      continue
    }
    if (RULE.test(text)) {
      items.push({ kind: 'rule' })
      continue
    }
    const lead = columns(/^\s*/.exec(raw)![0])
    const pieces = piecesOf(text)
    const head = !titleSeen && zones.title !== null
    const line: Line = { kind: 'line', role: 'body', align: 'left', pieces, gap }
    const as = (role: Role, align: Line['align'] = 'left') => Object.assign(line, { role, align })
    gap = 0
    items.push(line)
    const depth = /^#{2,6}(?= )/.exec(raw)?.[0].length
    const short = text.length < 60 && !/[。；]/.test(text)
    if (isTitle) {
      as('title', 'center')
      titleSeen = true
    } else if (depth) as(depth === 2 ? 'annexTitle' : 'heading1', 'center')
    else if (!bodySeen && NUMBER.test(text.replace(/\s/g, '')) && text.length < 90)
      as('number', pieces.length > 1 ? 'left' : lead >= 20 ? 'right' : 'center')
    else if (head && (pieces.length > 1 || MARKING.test(text))) as('flush')
    else if (head && short) as('masthead', 'center')
    else if (isSigned && short) {
      if (/印发$/.test(text)) as('imprint')
      else as('signature', 'right')
    } else if (ANNEX.test(text)) as('annex')
    else if (afterAnnex && short) as('annexTitle', 'center')
    else if (IMPRINT.test(text)) as('imprint')
    else if (!bodySeen && /^[^。]{2,200}：$/.test(text) && !text.includes('如下')) as('flush')
    else if (pieces.length > 1) as('flush')
    else if (lead >= 20 && short) as('flush', 'right')
    else if (/_{4}|[：:]\s{3,}|\s{2,}月\s{2,}日/.test(text)) as('form')
    else if (HEADING_1.test(text)) as('heading1')
    else if (HEADING_2.test(text)) as('heading2')
    else if (LIST_ITEM.test(text)) as('list')
    bodySeen ||= line.role === 'body' || line.role === 'heading1'
    afterAnnex = line.role === 'annex'
  }
  return items
}

/** A line without the marks of Markdown, which are another carrier's. */
const plain = (raw: string) =>
  raw
    .replace(/^\s*(?:#{1,6}\s+|>\s?|- )/, '')
    .replace(/\\$/, '')
    .replace(/<(https?:[^>]+)>/g, '$1')
    .replaceAll('**', '')
    .trim()

const isWide = (c: string) => /[\u00b7\u2014\u2018-\u201d\u2026\u2460-\u24ff\u25a0-\u25ff\u2e80-\uffff]/.test(c)

/** Width in half-width columns. */
export const columns = (text: string) => [...text].reduce((n, c) => n + (isWide(c) ? 2 : 1), 0)

/** Parts between wide gaps; the blanks of a form are no gaps. */
function piecesOf(text: string): string[] {
  const parts = text.split(/ {6,}|\u3000{4,}/)
  const whole = parts.some((p) => /[：:_]$/.test(p) || /^[年月日]/.test(p)) || parts.length < 2
  return whole ? [text] : parts
}

/** Rows of a joint signature that stand side by side. */
export interface Columns {
  kind: 'columns'
  rows: string[][]
}

/** Items with the rows of a signature in columns gathered into one. */
export function signatureRows(items: readonly Item[]): (Item | Columns)[] {
  const out: (Item | Columns)[] = []
  items.forEach((item, i) => {
    const last = out.at(-1)
    const set = item.kind === 'line' && item.role === 'signature'
    if (set && item.pieces.length > 1) {
      if (last?.kind === 'columns') last.rows.push(item.pieces)
      else out.push({ kind: 'columns', rows: [item.pieces] })
      return
    }
    const next = items[i + 1]
    // An odd name below the columns is centred under them.
    if (set && last?.kind === 'columns' && next?.kind === 'line' && next.role === 'signature' && item.gap === 0)
      last.rows.push(item.pieces)
    else out.push(item)
  })
  return out
}
