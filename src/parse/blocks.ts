/**
 * Blocks that the carrier ran together or tore apart: a title with the number and the addressees behind it on one line,
 * a signature at the end of the last sentence, a long name set on two lines. Every part keeps its place.
 */
import numberGrammar from '../../grammars/document-number.js'
import footGrammar from '../../grammars/foot.js'
import runOnsGrammar from '../../grammars/run-ons.js'
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { addressLine } from './address-line.js'
import { bodiesOnLine, isBody } from './bodies-line.js'
import type { Block, Clean } from './lines.js'
import { tailCuts } from './tails.js'
import { isNumberLine } from './zones/number-line.js'

const foot = compile(footGrammar)
const runOns = compile(runOnsGrammar)
const zones = compile(zonesGrammar)
const titles = compile(titleGrammar)
const numbers = compile(numberGrammar)

/** Among how many blocks the head of a notice is looked for. */
const HEAD = 6
/** Longest head that is taken apart. */
const REACH = 240

/** Shortest line that holds a title and something else. */
const SHORTEST = 12

const NONE: readonly number[] = []

export function mendBlocks(clean: Clean): Block[] {
  const out: Block[] = []
  const { blocks, text } = clean
  /** The line above is an item of a list of annexes. */
  let annexes = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const next = blocks[i + 1]
    const below = blocks[i + 2]
    if (next && below && isTornName(block, next, below)) {
      out.push({ ...block, end: next.end, text: text.slice(block.start, next.end) })
      i++
      continue
    }
    const item = runOns.noteItem.at(block.text, 0)
    annexes = item !== null && (item.groups.note !== undefined || annexes)
    if (annexes && next && below && isTornItem(block, Number(item!.groups.number), next, below)) {
      out.push({ ...block, end: next.end, text: text.slice(block.start, next.end).replaceAll('\n', '') })
      i++
      continue
    }
    const torn = next && i < HEAD * 2 ? tornAddress(blocks, i) : i
    if (torn > i || (next && i < HEAD && isOccasion(block, next))) {
      const last = blocks[Math.max(torn, i + 1)]!
      out.push({ ...block, end: last.end, text: text.slice(block.start, last.end).replaceAll('\n', '') })
      i = Math.max(torn, i + 1)
      continue
    }
    const page = runOns.pageLead.at(block.text, 0)
    const head = page ? [page.end] : i < HEAD ? headCuts(block.text) : NONE
    const tail = signerCut(block.text, next) ?? tailCuts(block.text, blocks[0]!.text)
    const cuts = head.length && tail.length ? [...head, ...tail.filter((at) => at > head.at(-1)!)] : [...head, ...tail]
    if (cuts.length) out.push(...parts(block, cuts))
    else out.push(block)
  }
  return out
}

/** …咨询电话:0100-5550123某某区人民政府防火办公室 ↵ 2024年5月6日: where who signs was run on with the number before it. */
function signerCut(text: string, next: Block | undefined): readonly number[] | null {
  const signer = next && next.text.length < DAY && text.length > SHORTEST ? runOns.signerBehind.find(text) : null
  if (!signer || foot.dateLine.at(next!.text, 0)?.end !== next!.text.length) return null
  return bodiesOnLine(signer.groups.bodies!) ? [signer.start] : null
}
/** No day is longer. */
const DAY = 24

function parts(block: Block, cuts: readonly number[]): Block[] {
  return [...cuts, block.text.length].flatMap((end, k) => {
    const start = k ? cuts[k - 1]! : 0
    const piece = block.text.slice(start, end)
    const lead = piece.length - piece.trimStart().length
    if (lead === piece.length) return []
    return {
      start: block.start + start + lead,
      end: block.start + start + piece.trimEnd().length,
      text: piece.trim(),
      lead: k ? 0 : block.lead,
      tabs: k ? 0 : block.tabs,
      gap: k ? 0 : block.gap,
      marks: block.marks,
    }
  })
}

/** Where a title, a day of publication and a number end that stand before the addressees on one line. */
function headCuts(text: string): readonly number[] {
  if (text.length < SHORTEST) return NONE
  const page = runOns.pageHead.at(text, 0)
  if (page) return [page.end, ...headCuts(text.slice(page.end)).map((at) => at + page.end)]
  const column = runOns.columnHere.at(text, 0)
  if (column) return [column.end, ...headCuts(text.slice(column.end)).map((at) => at + column.end)]
  const stamp = runOns.stampLead.at(text, 0)
  if (stamp) return [stamp.end]
  const short = runOns.shortTitle.at(text, 0)
  if (short) return [short.end]
  const dated = titles.datedBehind.at(text, 0)?.at('title')
  if (dated) return [dated.end]
  const boxed = titles.boxed.at(text, 0)
  if (boxed && boxed.end < text.length) return [boxed.end]
  const stamped = titles.stamped.at(text, 0)
  if (stamped) return [stamped.end]
  if (text.length < 30) return NONE
  const head = text.slice(0, REACH)
  for (const type of titles.closing.all(head)) {
    const title = text.slice(0, type.end)
    if (titles.notTitle.test(title)) return []
    if (!titles.about.test(title)) continue
    const cuts = [type.end]
    const day = runOns.dayHere.at(text, type.end)
    if (day) cuts.push(day.end)
    const number = numbers.numberHere.at(text, cuts.at(-1)!)
    if (number) cuts.push(number.end)
    const rest = text.slice(cuts.at(-1)!)
    if (day && rest.trim() === '') return [type.end]
    // 来源:某处 runs on into the addressees.
    const source = runOns.sourceHere.at(text, cuts.at(-1)!)
    if (source && zones.addresseesLead.test(text.slice(source.end))) return [...cuts, source.end]
    // The text begins behind a gap.
    if (!day && !number && /^\s/.test(rest) && rest.length > type.end) return cuts
    const addressed = zones.addresseesLead.test(rest) || (rest.length < REACH && zones.addressees.test(rest))
    if (addressed && !zones.notAddressees.test(rest.slice(0, 60))) return cuts
    if (number && rest.trim() !== '') return cuts
  }
  return []
}

/** Most lines on which addressees are set. */
const ADDRESS_LINES = 6

/** Addressees set on several lines: 各乡镇人民政府,各有关 ↵ 企业: — the index of the last, `i` itself where they are not. */
function tornAddress(blocks: readonly Block[], i: number): number {
  let above = ''
  for (let k = i; k + 1 < blocks.length && k < i + ADDRESS_LINES; k++) {
    const { text } = blocks[k]!
    if (text.length > 200 || !(isListed(text) || zones.addressed.test(text))) return i
    if (isNumberLine(text) || isRow(blocks[k]!)) return i
    above += text
    const below = blocks[k + 1]!.text
    if (below.endsWith(':')) return isTornAddress(above, below) ? k + 1 : i
    if (!isListed(text)) return i
  }
  return i
}

const isListed = (text: string) => text.endsWith('、') || text.endsWith(',')

function isTornAddress(above: string, below: string): boolean {
  const whole = addressLine(above + below)
  return (
    (below.length <= 40 || isListed(above)) &&
    below.length <= 120 &&
    !/[。;:]/.test(whole.slice(0, -1)) &&
    !titles.ending.test(above) &&
    zones.addressees.test(whole) &&
    !zones.notAddressees.test(whole) &&
    (zones.addressed.test(above) || namesAddressees(addressLine(above)))
  )
}

/** Whether every name of a line could be addressed alone: a list of anything else may end with a comma too. */
const namesAddressees = (line: string): boolean =>
  line
    .replace(/\([^()]*\)/g, '')
    .split(/[、,]/)
    .every((name) => name === '' || zones.addressees.test(`${name}:`))

/** 某学会学术年会 ↵ (第二轮通知): the 文种 stands in a bracket below the occasion. */
const isOccasion = (above: Block, below: Block): boolean =>
  titles.roundLine.test(below.text) &&
  below.gap <= 1 &&
  above.text.length >= 4 &&
  above.text.length <= 80 &&
  !titles.ending.test(above.text) &&
  !titles.notTitle.test(above.text) &&
  !isRow(above)

/** A row of a table is whole. */
const isRow = ({ text, marks }: Block) => text.includes('\t') || marks.some((m) => m.kind === 'cell')

/** How long the rest of an annex's title is that did not fit on its line. */
const TORN_REST = 24

/** 2.某指标评分 ↵ 表(县级) ↵ 3.…: the rest of the title of an annex, set in below it. */
function isTornItem(item: Block, number: number, rest: Block, next: Block): boolean {
  if (rest.text.length > TORN_REST || rest.lead <= item.lead || /[。;:]/.test(rest.text + item.text.slice(-1)))
    return false
  if (runOns.noteItem.test(rest.text)) return false
  return Number(runOns.noteItem.at(next.text, 0)?.groups.number) === number + 1
}

/** A name of a body set on two lines above the day of signing. */
function isTornName(above: Block, below: Block, date: Block): boolean {
  if (above.text.length > 40 || below.text.length > 40 || isRow(above) || isRow(below)) return false
  if (!runOns.tornTail.test(below.text) || !runOns.tornHead.test(above.text)) return false
  const day = foot.dateLine.at(date.text, 0)
  if (!day || day.groups.bodies) return false
  return (
    bodiesOnLine(below.text) !== null &&
    !bodiesOnLine(above.text) &&
    isBody(above.text + below.text) &&
    !foot.note.test(above.text)
  )
}
