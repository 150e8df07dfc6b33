/** The element of a page that holds the notice's text, and the furniture of the page around it. */
import htmlGrammar from '../../grammars/html.js'
import { page as data } from '../../grammars/lexicon/page.js'
import { compile } from '../grammar.js'
import { holds, leadsAway, type Seen } from './html-seen.js'
import { isNamed } from './html-shapes.js'
import type { Page, PageNode } from './html-tree.js'

const rules = compile(htmlGrammar)
const CHROME_TAGS: ReadonlySet<string> = new Set(data.chromeTags)
const CHROME_WORDS: ReadonlySet<string> = new Set(data.chromeWords)
const ROOTS: ReadonlySet<string> = new Set(data.roots)
const FRAMES: ReadonlySet<string> = new Set(data.frames)

/** First and last node of the element that holds the text; whether a content root told so; the element around both. */
export interface Core {
  first: number
  last: number
  named: boolean
  scope: number
}

export function findCore(page: Page, seen: readonly Seen[]): Core {
  const { nodes } = page
  const prose = new Float64Array(nodes.length)
  for (const one of seen) prose[one.line.block]! += proseOf(one)
  sumUp(nodes, prose)
  markChrome(nodes, seen, prose)
  const score = new Float64Array(nodes.length)
  for (const one of seen) score[one.line.block]! += scoreOf(one)
  sumUp(nodes, score)
  let best = 0
  for (let i = 1; i < nodes.length; i++) if (score[i]! > score[best]!) best = i
  // The innermost of those that are as good.
  for (let i = best + 1; i < nodes[best]!.last; i++) if (score[i]! >= score[best]! * 0.999) best = i
  if (score[best]! <= 0) best = 0
  const core = { first: best, last: nodes[best]!.last, named: false, scope: frameAround(nodes, seen, best) }
  const total = prose[0]!
  const within = (i: number) => i >= core.first && i < core.last
  const encloses = (i: number) => i <= core.first && nodes[i]!.last >= core.last
  let root = -1
  let frame = -1
  for (let i = 1; i < nodes.length; i++) {
    if (nodes[i]!.name === '' || prose[i]! < total * 0.3 || prose[i]! <= 0) continue
    if ((within(i) || encloses(i)) && isNamed(nodes[i]!, ROOTS) && (root < 0 || prose[i]! >= prose[root]! * 0.98))
      root = i
    else if (
      within(i) &&
      prose[i]! > total * 0.6 &&
      isNamed(nodes[i]!, FRAMES) &&
      (frame < 0 || prose[i]! >= prose[frame]! * 0.98)
    )
      frame = i
  }
  const named = root >= 0 ? root : frame
  if (named < 0) return core
  return { first: named, last: nodes[named]!.last, named: root >= 0, scope: frameAround(nodes, seen, named) }
}

/**
 * The widest element around the text in which no line leads to another page: the notice's own, though its parts stand in
 * elements beside each other.
 */
function frameAround(nodes: readonly PageNode[], seen: readonly Seen[], core: number): number {
  let before = -1
  let behind = nodes.length
  for (const one of seen) {
    const at = one.line.node
    if ((at >= core && at < nodes[core]!.last) || !leadsAway(one)) continue
    if (at < core) before = at
    else {
      behind = at
      break
    }
  }
  let scope = core
  while (scope > 0) {
    const { parent } = nodes[scope]!
    if (parent <= before || nodes[parent]!.last > behind) break
    scope = parent
  }
  return scope
}

/** Characters of running text. */
const proseOf = ({ line, sentence, linky, foreign }: Seen) =>
  linky || foreign ? 0 : sentence ? line.size : line.row ? line.size * 0.2 : 0

function scoreOf(one: Seen): number {
  const { line, chrome } = one
  if (chrome) return -line.size * 0.5
  const links = (line.linked - line.filed) * 0.5
  if (line.size < 80 && (holds(one, 'pageEnd') || holds(one, 'listHead'))) return -line.size - links
  return proseOf(one) - links
}

function sumUp(nodes: readonly PageNode[], values: Float64Array): void {
  for (let i = nodes.length - 1; i > 0; i--) values[nodes[i]!.parent]! += values[i]!
}

/**
 * Marks the lines below elements whose tag or name is that of page furniture, unless most of the text is there. Within a
 * content root the names are the author's (MsoFooter).
 */
function markChrome(nodes: readonly PageNode[], seen: readonly Seen[], prose: Float64Array): void {
  const chrome = new Uint8Array(nodes.length)
  const known = new Map<string, boolean>()
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i]!
    if (chrome[node.parent]) chrome[i] = chrome[node.parent]!
    else if (node.name !== '' && prose[i]! > prose[0]! * 0.3 && isNamed(node, ROOTS)) chrome[i] = 2
    else if (node.name !== '' && isChrome(node, known) && prose[i]! <= prose[0]! * 0.4) chrome[i] = 1
  }
  for (const one of seen) one.chrome = chrome[nodes[one.line.node]!.parent] === 1
}

function isChrome(node: PageNode, known: Map<string, boolean>): boolean {
  if (CHROME_TAGS.has(node.name)) return true
  const names = namesOf(node)
  if (names === '') return false
  let is = known.get(names)
  if (is === undefined) {
    is = wordsOf(rules.layoutName.replace(names, '')).some((word) => CHROME_WORDS.has(word))
    known.set(names, is)
  }
  return is
}

export const namesOf = ({ attributes }: PageNode) =>
  `${attributes?.id?.value.slice(0, 100) ?? ''} ${attributes?.class?.value.slice(0, 300) ?? ''}`.trim()

/** newsTitle-2 left_menu → news, title, left, menu; and each name as a whole. */
export const wordsOf = (names: string) => [
  ...names.toLowerCase().split(/[\s\d]+/),
  ...names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/),
]
