/** 表单: forms to be filled in (报名表, 申报表, 回执), blank or filled, with their fields. */
import tablesGrammar from '../../grammars/tables.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Form } from '../types.js'
import { type Context, defineExtractor, type Finding, type Range } from './define.js'
import { type Grid, type GridCell, gridsOf, isFormTitle, isLabel, isTemplate, type Pair, pairsOf } from './grids.js'

const grammar = compile(tablesGrammar)

/** A form while it is read. */
interface Draft {
  title: Range | null
  /** Whether its title is the name of a form. */
  named: boolean
  pairs: Pair[]
  /** Fields that come from lines of text rather than from a grid, and how many of them are blank. */
  lines: number
  blankLines: number
  /** A remark or a sentence ends the lines of a form, though not its grids. */
  ended: boolean
  gridded: boolean
}

const draftOf = (title: Range | null, named: boolean): Draft => ({
  title,
  named,
  pairs: [],
  lines: 0,
  blankLines: 0,
  ended: false,
  gridded: false,
})

/** Longest line that is looked at as one of a form. */
const LINE = 200

export const forms = defineExtractor({
  name: 'forms',
  many: true,
  *extract(context) {
    const grids = gridsOf(context)
    if (!grids.some((g) => g.kind !== 'table') && !mayHold(context)) return
    const elements = context.elements()
    let draft = draftOf(null, false)
    let g = 0
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i]!
      while (grids[g] && grids[g]!.last < i) g++
      const grid = grids[g]
      if (grid && grid.first === i) {
        if (grid.kind === 'table') {
          yield* finish(context, draft)
          draft = draftOf(null, false)
        } else {
          if (!draft.title && grid.title && !draft.pairs.length) draft.title = grid.title
          addGrid(draft, grid)
        }
        i = grid.last
        continue
      }
      const opened = opens(element)
      if (opened) {
        yield* finish(context, draft)
        draft = opened
      } else if (element.zone !== 'body' && element.zone !== 'appendix') draft.ended = true
      else addLine(draft, element)
    }
    yield* finish(context, draft)
  },
})

/** Without a grid there is a form only where its name stands on a line, or annexes are. */
const mayHold = (context: Context) =>
  context.text.includes('__') || context.elements('appendixMark', 'appendixTitle').length > 0

/** The draft that a line begins: a new annex, or the name of a form. */
function opens(element: NoticeElement): Draft | null {
  const { type, value, range } = element
  if (type === 'appendixMark') return draftOf(null, false)
  const named = (type === 'appendixTitle' || type === 'paragraph') && isFormTitle(value)
  return type === 'appendixTitle' || named
    ? draftOf({ start: range.start, end: range.start + value.trimEnd().length }, named)
    : null
}

function addGrid(draft: Draft, grid: Grid): void {
  draft.gridded = true
  draft.ended = false
  if (grid.kind === 'list')
    for (const cell of grid.header!.cells) if (cell.text) draft.pairs.push({ label: cell, value: null })
  if (grid.kind === 'form') for (const row of grid.rows) draft.pairs.push(...pairsOf(row))
}

function addLine(draft: Draft, element: NoticeElement): void {
  if (draft.ended) return
  const { value } = element
  if (grammar.remark.test(value) || value.length > LINE) {
    draft.ended = true
    return
  }
  const pairs = linePairs(element)
  const blanks = pairs.filter((p) => p.value === null).length
  if (!pairs.length) {
    if (value.includes('。')) draft.ended = true
    return
  }
  // A line without a blank is filled in, or says whom to ask; the latter stands below a blank form.
  if (!blanks && (!draft.named || draft.gridded || draft.blankLines > 0)) return
  draft.pairs.push(...pairs)
  draft.lines += pairs.length
  draft.blankLines += blanks
}

/** Labels of a line of text with what stands behind their colons, or on the lines drawn behind them. */
function linePairs(element: NoticeElement): Pair[] {
  const { value } = element
  if (!value.includes(':') && !value.includes('__')) return []
  const labels: (Range & { drawn?: boolean })[] = []
  for (let from = 0, colon = value.indexOf(':'); colon >= 0; from = colon + 1, colon = value.indexOf(':', from)) {
    const m = grammar.labelTail.find(value.slice(Math.max(from, colon - 40), colon))
    const at = m?.at('label')
    if (at) {
      const base = Math.max(from, colon - 40)
      labels.push({ start: base + at.start, end: base + at.end })
    }
  }
  for (const m of grammar.underlined.all(value)) {
    const at = m.at('label')!
    if (!labels.some((l) => l.start < at.end && at.start < l.end)) labels.push({ ...at, drawn: true })
  }
  labels.sort((a, b) => a.start - b.start)
  const out: Pair[] = []
  for (let k = 0; k < labels.length; k++) {
    const label = labels[k]!
    const behind = value.slice(label.end, labels[k + 1]?.start ?? value.length)
    const lead = /^[\s:_]*/.exec(behind)![0].length
    const text = behind.slice(lead).replace(/(?<![\s_;,])[\s_;,]+$/, '')
    const filled = text !== '' && !isTemplate(behind.slice(lead).trim())
    if (!isLabel(value.slice(label.start, label.end)) && filled) continue
    // 开票信息:单位全称____: a word before drawn blanks names the group.
    if (behind === ':' && labels[k + 1]?.drawn) continue
    out.push({
      label: cellAt(element, label),
      value: filled ? cellAt(element, { start: label.end + lead, end: label.end + lead + text.length }) : null,
    })
  }
  return out
}

const cellAt = ({ value, range }: NoticeElement, at: Range): GridCell => ({
  text: value.slice(at.start, at.end),
  range: { start: range.start + at.start, end: range.start + at.end },
})

/** Fewest blank lines of text that are a form though nothing names it so. */
const UNNAMED = 3

function* finish(context: Context, draft: Draft): Iterable<Finding<Form>> {
  const { pairs, named, gridded, blankLines, lines, title } = draft
  if (pairs.length < 2) return
  if (!gridded && !named && !(blankLines >= UNNAMED && blankLines * 2 >= lines)) return
  const ranges = pairs.flatMap((p) => (p.value ? [p.label.range, p.value.range] : [p.label.range]))
  const range = { start: ranges[0]!.start, end: ranges.at(-1)!.end }
  const value: Form = {
    title: title && context.fact(title),
    fields: pairs.map((p) => ({
      label: context.fact(p.label.range, labelText(p.label.text)),
      value: p.value && context.fact(p.value.range),
    })),
    blank: pairs.every((p) => p.value === null),
    span: context.span(range),
  }
  yield { value, range, score: named ? 1 : 0.8, rule: 'forms/fields' }
}

/** 姓    名 → 姓名: a label's inner space is layout. */
const labelText = (text: string) => presentText(text.replace(/\s+/g, '').replace(/:$/, ''))
