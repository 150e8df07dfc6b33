/** Styles and automatic numbering of a DOCX package: what stands on the sheet but not in the text. */
import { formatNumber } from './docx-numbers.js'
import { attr, child, childrenOf, type XmlNode } from './docx-xml.js'

export interface Style {
  name: string
  basedOn: string | undefined
  numPr: XmlNode | undefined
  align: string | undefined
  hidden: boolean | undefined
  bordered: boolean
}

export type Styles = Map<string, Style>

export function readStyles(root: XmlNode | null): Styles {
  const styles: Styles = new Map()
  for (const node of childrenOf(root ?? undefined)) {
    const id = attr(node, 'styleId')
    if (node.name !== 'w:style' || id === undefined) continue
    const pPr = child(node, 'w:pPr')
    styles.set(id, {
      name: attr(child(node, 'w:name'), 'val') ?? id,
      basedOn: attr(child(node, 'w:basedOn'), 'val'),
      numPr: child(pPr, 'w:numPr'),
      align: attr(child(pPr, 'w:jc'), 'val'),
      hidden: flag(child(child(node, 'w:rPr'), 'w:vanish')),
      bordered: hasBorders(child(child(node, 'w:tblPr'), 'w:tblBorders')),
    })
    if (attr(node, 'type') === 'paragraph' && isOn(attr(node, 'default'))) styles.set('', styles.get(id)!)
  }
  return styles
}

/** A style and those it is based on. */
export function* chain(styles: Styles, id: string | undefined): Generator<Style> {
  let style = styles.get(id ?? '')
  for (let depth = 0; style && depth < 20; depth++) {
    yield style
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
  }
}

const isOn = (value: string | undefined) => value !== undefined && value !== '0' && value !== 'false' && value !== 'off'

/** An on-off property: there without a value means on. */
export function flag(node: XmlNode | undefined): boolean | undefined {
  return node && isOn(attr(node, 'val') ?? '1')
}

export function hasBorders(borders: XmlNode | undefined): boolean {
  for (const side of childrenOf(borders)) if (!/^(?:nil|none)$/.test(attr(side, 'val') ?? 'nil')) return true
  return false
}

interface Level {
  start: number
  format: string
  text: string
  /** The level that restarts this one; absent means any above it. */
  restart: number | undefined
  legal: boolean
  style: string | undefined
}

interface List {
  /** Lists of one abstract definition count on together. */
  counters: (number | undefined)[]
  levels: Map<number, Level>
  /** Starts of this list's own, used once. */
  overrides: Map<number, number>
}

export class Numbering {
  private readonly lists = new Map<string, List>()
  private readonly styles: Styles

  constructor(root: XmlNode | null, styles: Styles) {
    this.styles = styles
    const abstracts = new Map<string, XmlNode>()
    for (const node of childrenOf(root ?? undefined))
      if (node.name === 'w:abstractNum') abstracts.set(attr(node, 'abstractNumId') ?? '', node)
    const nums = new Map<string, XmlNode>()
    for (const node of childrenOf(root ?? undefined))
      if (node.name === 'w:num') nums.set(attr(node, 'numId') ?? '', node)
    const abstractOf = (num: XmlNode) => attr(child(num, 'w:abstractNumId'), 'val') ?? ''
    const counters = new Map<string, (number | undefined)[]>()
    for (const [id, num] of nums) {
      let key = abstractOf(num)
      // A list may be defined by a style, whose own list holds the levels.
      const link = attr(child(abstracts.get(key), 'w:numStyleLink'), 'val')
      const linked = link === undefined ? undefined : attr(child(styles.get(link)?.numPr, 'w:numId'), 'val')
      const other = linked === undefined ? undefined : nums.get(linked)
      if (other) key = abstractOf(other)
      if (!counters.has(key)) counters.set(key, [])
      this.lists.set(id, readList(num, abstracts.get(key), counters.get(key)!))
    }
  }

  /** The number printed before a paragraph, counted on; '' for none. */
  next(own: XmlNode | undefined, style: string | undefined): string {
    const inherited = [...chain(this.styles, style)].find((s) => s.numPr)?.numPr
    const id = attr(child(own, 'w:numId'), 'val') ?? attr(child(inherited, 'w:numId'), 'val')
    const list = id === undefined || id === '0' ? undefined : this.lists.get(id)
    if (!list) return ''
    const stated = attr(child(own, 'w:ilvl'), 'val') ?? attr(child(inherited, 'w:ilvl'), 'val')
    const at = stated === undefined ? levelOfStyle(list, style) : Number(stated)
    const level = list.levels.get(at)
    if (!level) return ''
    count(list, at, level)
    if (level.format === 'bullet') return ''
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => numberAt(list, Number(digit) - 1, level.legal))
    return /[\dA-Za-z]$/.test(text) ? `${text} ` : text
  }
}

/** Levels that a list can have. */
const LEVELS = 9

function readList(num: XmlNode, abstract: XmlNode | undefined, counters: List['counters']): List {
  const list: List = { counters, levels: new Map(), overrides: new Map() }
  for (const node of childrenOf(abstract)) if (node.name === 'w:lvl') addLevel(list, node)
  for (const node of childrenOf(num)) {
    if (node.name !== 'w:lvlOverride') continue
    const start = attr(child(node, 'w:startOverride'), 'val')
    if (start !== undefined) list.overrides.set(Number(attr(node, 'ilvl')), Number(start) || 0)
    const level = child(node, 'w:lvl')
    if (level) addLevel(list, level)
  }
  return list
}

function addLevel(list: List, node: XmlNode): void {
  // Formats of later versions stand in a choice; the fallback is one of the standard's.
  const fallback = child(child(node, 'mc:AlternateContent'), 'mc:Fallback')
  const restart = attr(child(node, 'w:lvlRestart'), 'val')
  const at = Number(attr(node, 'ilvl') ?? 0)
  if (!(at >= 0 && at < LEVELS)) return
  list.levels.set(at, {
    start: Number(attr(child(node, 'w:start'), 'val') ?? 0) || 0,
    format: attr(child(node, 'w:numFmt') ?? child(fallback, 'w:numFmt'), 'val') ?? 'decimal',
    text: attr(child(node, 'w:lvlText'), 'val') ?? '',
    restart: restart === undefined ? undefined : Number(restart),
    legal: flag(child(node, 'w:isLgl')) ?? false,
    style: attr(child(node, 'w:pStyle'), 'val'),
  })
}

function levelOfStyle(list: List, style: string | undefined): number {
  if (style !== undefined) for (const [at, level] of list.levels) if (level.style === style) return at
  return 0
}

function count(list: List, at: number, level: Level): void {
  const { counters, overrides } = list
  const override = overrides.get(at)
  const before = counters[at]
  if (override !== undefined) {
    counters[at] = override
    overrides.delete(at)
  } else counters[at] = before === undefined ? level.start : before + 1
  for (const [deeper, { restart }] of list.levels)
    if (deeper > at && (restart === undefined || (restart > 0 && at < restart))) counters[deeper] = undefined
}

function numberAt(list: List, at: number, legal: boolean): string {
  const level = list.levels.get(at)
  if (!level) return ''
  // A level that no paragraph has opened yet shows its start.
  const n = list.counters[at] ?? level.start
  return formatNumber(n, legal && level.format !== 'none' ? 'decimal' : level.format)
}
