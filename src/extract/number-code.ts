/** Where the code of a document number begins in running text, and the name of the body whose order or announcement it is. */
import codeGrammar from '../../grammars/document-code.js'
import numberGrammar from '../../grammars/document-number.js'
import { type CompiledRule, compile } from '../grammar.js'
import { canonicalBody } from '../knowledge/bodies.js'
import { isBody } from '../parse/bodies-line.js'

const forms = compile(numberGrammar)
const edges = compile(codeGrammar)

/** How far before a number its code may begin. */
const CODE_REACH = 30

export const unspaced = (s: string) => s.replace(/\s/g, '')

/** What stands before a number: its code, or a body. */
export interface Code {
  text: string
  start: number
}

/** The characters before an offset that may be a code. */
function runBefore(text: string, end: number): Code {
  const from = Math.max(0, end - CODE_REACH)
  const slice = text.slice(from, end)
  const m = forms.codeBefore.find(slice)
  if (!m) return { text: '', start: end }
  const at = m.at('code')!
  if (at.end - at.start === 1 && at.start > 0) {
    const spaced = forms.spacedCode.find(slice)?.at('code')
    if (spaced) return { text: unspaced(slice.slice(spaced.start, spaced.end)), start: from + spaced.start }
  }
  return { text: m.groups.code!, start: from + at.start }
}

/** The code of a bracketed number. */
export function codeBefore(text: string, end: number, running: boolean): Code {
  const run = runBefore(text, end)
  if (!run.text) return run
  // A letter-spaced code stands alone.
  if (text.slice(run.start, run.start + run.text.length) !== run.text)
    return edges.noCode.test(run.text) ? { text: '', start: end } : run
  const cut = running ? codeEdge(run.text, text[run.start - 1]) : openEdge(run.text)
  const code = { text: run.text.slice(cut).trimEnd(), start: run.start + cut }
  if (edges.noCode.test(code.text)) return { text: '', start: end }
  // 教育部教材厅〔2017〕1号: whose number it is stands before the code.
  const ministry = running ? edges.ministry.at(code.text, 0) : null
  if (ministry) return { text: code.text.slice(ministry.end), start: code.start + ministry.end }
  if (cut > 0) return code
  const digits = forms.leadDigits.find(text.slice(Math.max(0, code.start - 8), code.start))
  return digits ? { text: digits.text + code.text, start: code.start - digits.text.length } : code
}

/** The body whose order or announcement it is; several bodies of one order stand before the last, divided by spaces. */
export function issuerBefore(text: string, end: number, running: boolean): Code {
  const run = runBefore(text, end)
  if (!run.text) return run
  const cut = running ? nameEdge(run.text) : openEdge(run.text)
  const start = run.start + cut
  const name = run.text.slice(cut).trimEnd()
  if (!name) return { text: '', start: end }
  const more = bodiesBefore(text, start)
  return { text: text.slice(more, start) + name, start: more }
}

/** Start of a run of bodies, divided by spaces, that ends at an offset; the offset itself when there is none. */
function bodiesBefore(text: string, end: number): number {
  let at = end
  for (let guard = 0; guard < 20; guard++) {
    const m = forms.bodyBefore.find(text.slice(Math.max(0, at - 24), at))
    if (!m || !isBody(m.groups.name!)) break
    at = Math.max(0, at - 24) + m.at('name')!.start
  }
  return at
}

/** End of the last match of a rule behind which a code can still follow. */
function lastEnd(rule: CompiledRule, text: string, from: number): number {
  return rule.all(text.slice(from)).at(-1)?.end ?? 0
}

/** Characters of a run that belong to the running text before the code. */
function codeEdge(run: string, before: string | undefined): number {
  let cut = openEdge(run)
  // Where another title or number ended, a conjunction joins this one to it.
  let behindNoun = before !== undefined && JOINS.includes(before)
  for (const rule of [edges.lead, edges.noun, edges.joiner]) {
    const end = lastEnd(rule, run, cut)
    if (end === 0) continue
    cut += end
    behindNoun = rule === edges.noun
  }
  for (let guard = 0; guard < 3; guard++) {
    const rest = run.slice(cut)
    const weak = edges.weak.at(rest, 0)
    if (!weak) break
    const tail = rest.slice(weak.end)
    // 和政发, 本政发: the place; behind a title or before a code that needs no place it joins.
    const first = cut === 0 && (before === undefined || before === '\n')
    if (edges.stemmed.test(tail) && !behindNoun && (first || !edges.central.test(tail))) break
    cut += weak.end
  }
  const rest = run.slice(cut)
  if (!edges.joinedPlace.test(rest)) cut += lastEnd(edges.joinedBehind, rest, 0)
  return cut + bodyEdge(run.slice(cut))
}

const JOINS = '》)”"'

/** Length of a body's name before the code of its number: 示例省财政厅示财发. */
function bodyEdge(code: string): number {
  if (code.length < 5) return 0
  const own = edges.ownBody.at(code, 0)
  if (own) return own.end
  const central = edges.centralBody.at(code, 0)
  return central && canonicalBody(central.text).level === 'central' ? central.end : 0
}

/** Characters of a run that belong to the running text before the name of a body. */
function nameEdge(run: string): number {
  let cut = openEdge(run)
  for (const rule of [edges.lead, edges.nameNoun, edges.joiner, edges.wording]) cut += lastEnd(rule, run, cut)
  const rest = run.slice(cut)
  const weak = edges.name.at(rest, 0)
  return weak && isBody(rest.slice(weak.end).trimEnd()) ? cut + weak.end : cut
}

/** Brackets and quotation marks that have no fellow in the run stand outside the code. */
function openEdge(run: string): number {
  let cut = 0
  for (const [left, right] of PAIRS) {
    const open: number[] = []
    for (let i = 0; i < run.length; i++) {
      if (run[i] === left) open.push(i)
      else if (run[i] === right && open.pop() === undefined) cut = Math.max(cut, i + 1)
    }
    cut = Math.max(cut, (open.at(-1) ?? -1) + 1)
  }
  return cut
}

const PAIRS = ['()', '“”']
