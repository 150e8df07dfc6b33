/** Words that mean a document named before: 上述通知, 3号文, a short name. */
import citationsGrammar from '../../grammars/citations.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import { squeeze } from '../read/squeeze.js'
import type { Citation } from '../types.js'
import { addArticles, mention, type Named, relate, type State } from './citation-state.js'
import { relationOf, words } from './citation-words.js'
import type { Range } from './define.js'
import { firstFrom } from './ranges.js'

const grammar = compile(citationsGrammar)

/** 上述通知, 3号文, “short name”: places that mean a document named before. */
export function readBackward(state: State, element: NoticeElement, named: readonly Named[], index: number): void {
  const { context } = state
  const { value: text, range } = element
  const note = (citation: Citation, start: number, end: number) => {
    const last = named[firstFrom(named, end, (n) => n.place.start) - 1]
    if (last && start < last.place.end) return
    mention(state, citation, context.span({ start: range.start + start, end: range.start + end }))
    const quoted = text[end] === '》' || text[end] === '”'
    const place = quoted ? { start: start - 1, end: end + 1, quoted } : { start, end, quoted }
    addArticles(state, citation, element, place.end)
    // 上述通知同时废止: what it loses is said of it by whatever name; a basis was named as such before.
    const relation = relationOf(text, { start: place.start, end: place.end, places: [place] })
    if (relation === 'repeals' || relation === 'amends') relate(citation, relation)
  }
  if (state.recent.length || named.length) {
    for (const m of words.above.all(text)) {
      const meant = aboveMeant(state, m.groups.type!, index, m, named)
      if (meant) note(meant, m.start, m.end)
    }
    for (const m of words.shortNumber.all(text)) {
      const meant = numberMeant(state, Number(m.groups.sequence), m.groups.year ? Number(m.groups.year) : null)
      if (meant) note(meant, m.start, m.end)
    }
  }
  if (state.byShortName.size) {
    for (const m of words.quotedName.all(text)) {
      const meant = state.byShortName.get(squeeze(m.groups.name!))
      const at = m.at('name')!
      const span = context.span({ start: range.start + at.start, end: range.start + at.end })
      if (meant && meant.shortName?.span.start !== span.start) note(meant, at.start, at.end)
    }
  }
}

/** Paragraphs, and names in them, back to which 上述 reaches. */
const ABOVE = { paragraphs: 2, names: 64 }

/** The document last named of the kind that 上述… says. */
function aboveMeant(state: State, type: string, index: number, at: Range, named: readonly Named[]): Citation | null {
  const fits = ({ title }: Citation) => grammar.anyFile.test(type) || (title?.text ?? '').endsWith(type)
  const here = named
    .slice(
      0,
      firstFrom(named, at.start, (n) => n.place.start),
    )
    .slice(-ABOVE.names)
  const before = state.recent.slice(-ABOVE.names).filter((r) => index - r.element <= ABOVE.paragraphs)
  return [...before, ...here].findLast((r) => fits(r.citation))?.citation ?? null
}

/** The one document with this sequence, for 3号文. */
function numberMeant(state: State, sequence: number, year: number | null): Citation | null {
  const fitting = new Set<Citation>()
  for (const { citation } of state.recent.slice(-ABOVE.names)) {
    const n = citation.documentNumber
    if (n && n.kind !== 'standard' && n.sequence === sequence && (year === null || n.year === year))
      fitting.add(citation)
  }
  return fitting.size === 1 ? [...fitting][0]! : null
}

// ---- lists of documents ----
