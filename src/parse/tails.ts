/**
 * What runs on behind the last sentence of a paragraph: annexes, signature and day, in copies that lost their line ends.
 * Where no mark tells where a title ends and a name begins, the line stays whole.
 */
import footGrammar from '../../grammars/foot.js'
import runOnsGrammar from '../../grammars/run-ons.js'
import { compile } from '../grammar.js'
import { bodiesOnLine } from './bodies-line.js'

const foot = compile(footGrammar)
const runOns = compile(runOnsGrammar)

const NONE: readonly number[] = []
/** Paragraphs shorter than this hold no run-on tail; tails longer than this are none. */
const LEAST = 15
const LONGEST = 600

/** Offsets at which a paragraph is to be cut. `head`: the first line of the text, which may begin with who issues it. */
export function tailCuts(text: string, head: string): readonly number[] {
  if (text.length < LEAST) return text.startsWith('附') && runOns.noteRun.test(text) ? annexCuts(text, 0, head) : NONE
  const annexed = runOns.documentRun.test(text) ? documentCuts(text) : NONE
  if (annexed.length) return annexed
  const last = text[text.length - 1]!
  const dated = DAY_END.includes(last)
  if (!dated && last !== ')' && !(isLetter(last) && foot.fileName.test(text))) return NONE
  // A note on release may stand behind the day.
  const note = last === ')' ? text.lastIndexOf('(') : text.length
  if (note < 0 || (last === ')' && !foot.disclosure.test(text.slice(note)))) return NONE
  const from = text.lastIndexOf('。', note) + 1
  const begun = text.startsWith('附')
  if (note - from > LONGEST) return NONE
  const tail = text.slice(from, note)
  // Without a sentence before it, a list of annexes or the issuer's own name must tell where it begins.
  const open = from === 0 && !begun
  if (runOns.noteRun.test(tail)) {
    if (open && !runOns.noteOne.test(tail)) return NONE
    const cuts = annexCuts(tail, from, head)
    return cuts.length && note < text.length ? [...cuts, note] : cuts
  }
  if (begun) return NONE
  const behind = note < text.length ? [note] : []
  if (!open && isSignature(tail)) return [from, ...behind]
  const solid = runOns.signerDated.find(tail)
  if (solid && bodiesOnLine(solid.groups.bodies!)) return [from + solid.start, ...behind]
  const named = namedIn(tail, head)
  return named > LEAST ? [from + named, ...behind] : NONE
}
const DAY_END = '日号'

/** Longest and shortest name of an issuer that is looked for. */
const NAME = { least: 4, most: 40 }

/** Where the name begins, before the day that ends a text, with which its first line begins too: …报名回执|某厅2024年5月6日; -1 for nowhere. */
function namedIn(tail: string, head: string): number {
  const day = runOns.dayEnding.find(tail)
  if (!day) return -1
  const before = tail.slice(0, day.start).trimEnd()
  for (let n = Math.min(NAME.most, before.length); n >= NAME.least; n--) {
    const name = before.slice(before.length - n)
    if (head.startsWith(name) && bodiesOnLine(name)) return before.length - n
  }
  return -1
}

const isLetter = (c: string) => c >= 'a' && c <= 'z'

const isSignature = (text: string): boolean => {
  const line = text.trim()
  const bodies = line.length <= 160 ? foot.dateLine.at(line, 0)?.groups.bodies : undefined
  return bodies !== undefined && bodiesOnLine(bodies) !== null
}

/** Cuts of 附件:某表.docx某厅2024年5月6日 附件:某表.xls: before each part, the first of them at `from`. */
function annexCuts(tail: string, from: number, head: string): readonly number[] {
  const cuts: number[] = []
  const notes = runOns.noteRun.all(tail)
  const first = notes[0]
  if (!first) return NONE
  // 某厅2024年5月6日 附件:… has the signature in front; of anything else a wide gap parts the list.
  const before = tail.slice(0, first.start)
  if (isSignature(before)) cuts.push(0)
  else if (before.trim() !== '' && !before.endsWith('  ') && !runOns.noteOne.test(tail.slice(first.start))) return NONE
  for (let k = 0; k < notes.length; k++) {
    const start = notes[k]!.start
    const end = notes[k + 1]?.start ?? tail.length
    cuts.push(start)
    const part = tail.slice(start, end)
    const at = Math.max(signatureIn(part), namedIn(part, head))
    if (at > 0) cuts.push(start + at)
    else if (k + 1 < notes.length || !foot.fileName.test(tail.trimEnd())) return NONE
  }
  return cuts.map((cut) => cut + from).filter((cut) => cut > 0)
}

/** Where the signature begins that ends the titles of annexes: behind a file's suffix or a gap; -1 where nothing tells. */
function signatureIn(note: string): number {
  const day = runOns.dayEnding.find(note)
  if (!day) return -1
  const before = note.slice(0, day.start)
  const files = runOns.fileRun.all(before)
  const file = files.at(-1)?.end ?? -1
  if (file > 0 && bodiesOnLine(before.slice(file).trim())) return file
  // As many of the last words as are names of bodies.
  let at = -1
  for (let gap = before.trimEnd().lastIndexOf(' '); gap > 0; gap = before.lastIndexOf(' ', gap - 1)) {
    const words = before.slice(gap).trim()
    if (words === '') continue
    if (!bodiesOnLine(words)) break
    at = gap
  }
  return at
}

/** Cuts of …。某局2024年5月6日某办法第一章总则…: before and behind the signature, and behind the title of what is annexed. */
function documentCuts(text: string): readonly number[] {
  const found = runOns.documentRun.find(text)!
  const from = text.lastIndexOf('。', found.start) + 1
  const lead = from > 0 && found.start - from < LONGEST ? runOns.signedRun.at(text.slice(from, found.start), 0) : null
  if (!lead?.groups.bodies || !bodiesOnLine(lead.groups.bodies.trim())) return NONE
  return [from, from + lead.at('date')!.end, found.start]
}
