/** Mutants of a rule's pattern: what a slip of the hand leaves out of it. Parts (`{name}`) are kept whole. */
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

const REFERENCE = /\{([a-z][A-Za-z]*)(?::([a-zA-Z]\w*))?\}/g
const FIRST = 0xe000

/** Each reference as one character, which the parser takes for a letter. */
function encode(pattern) {
  const references = []
  const text = pattern.replace(REFERENCE, (whole) => String.fromCharCode(FIRST + references.push(whole) - 1))
  const decode = (s) => s.replace(/[\ue000-\uefff]/g, (c) => references[c.charCodeAt(0) - FIRST] ?? c)
  return { text, decode, references }
}

/** Greatest bound that is mutated by one; a greater one only guards against long texts and is halved. */
const EXACT = 8

/**
 * Mutants of one pattern: `{ operator, before, after, pattern }`. `before` and `after` show the place.
 */
export function patternMutants(pattern) {
  const { text, decode, references } = encode(pattern)
  const ast = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(text, 0, text.length, { unicode: true })
  const out = []
  const edit = (operator, start, end, by) => {
    const mutated = decode(text.slice(0, start) + by + text.slice(end))
    if (mutated === pattern) return
    const around = (s) => decode(s).slice(0, 60)
    out.push({
      operator,
      before: around(text.slice(start, end)),
      after: around(by),
      place: decode(text.slice(Math.max(0, start - 12), start)),
      pattern: mutated,
    })
  }
  const drop = (operator, node) => edit(operator, node.start, node.end, '')

  const alternatives = ({ alternatives: list }) => {
    if (list.length < 2) return
    for (const [i, one] of list.entries()) {
      if (i > 0) edit('alternative dropped', one.start - 1, one.end, '')
      else edit('alternative dropped', one.start, one.end + 1, '')
    }
  }
  visitRegExpAST(ast, {
    onPatternEnter: alternatives,
    onGroupEnter: alternatives,
    onCapturingGroupEnter(node) {
      alternatives(node)
      if (node.name) edit('capture lost', node.start, node.start + `(?<${node.name}>`.length, '(?:')
    },
    onAssertionEnter(node) {
      if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
        alternatives(node)
        drop('look-around dropped', node)
      } else drop('anchor dropped', node)
    },
    onQuantifierEnter(node) {
      const atom = text.slice(node.element.start, node.element.end)
      const again = (min, max) => `${atom}{${min},${max}}${node.greedy ? '' : '?'}`
      const { min, max } = node
      if (min === 0 && max === 1) edit('optional required', node.start, node.end, atom)
      else {
        if (min < max) edit('least raised', node.start, node.end, again(min + 1, max))
        if (min > 0) edit('least lowered', node.start, node.end, again(min - 1, max))
        if (max !== Number.POSITIVE_INFINITY && max > min) {
          if (max > EXACT) edit('most halved', node.start, node.end, again(min, Math.max(min, max >> 1)))
          else {
            edit('most lowered', node.start, node.end, again(min, max - 1))
            edit('most raised', node.start, node.end, again(min, max + 1))
          }
        }
      }
    },
    onCharacterClassEnter(node) {
      const sign = node.negate ? '' : '^'
      edit('class negated', node.start, node.start + (node.negate ? 2 : 1), `[${sign}`)
      if (node.elements.length > 1) for (const element of node.elements) drop('class member dropped', element)
    },
  })
  for (const [i, reference] of references.entries()) {
    const [, part, group] = new RegExp(REFERENCE.source).exec(reference)
    if (!group) continue
    const at = text.indexOf(String.fromCharCode(FIRST + i))
    edit('capture lost', at, at + 1, `{${part}}`)
  }
  out.push(...swaps(pattern))
  return out
}

/** Two captures with each other's names. */
function swaps(pattern) {
  const names = [...pattern.matchAll(/\(\?<([a-zA-Z]\w*)>|\{[a-z][A-Za-z]*:([a-zA-Z]\w*)\}/g)]
  const out = []
  for (const [i, one] of names.slice(0, -1).entries()) {
    const other = names[i + 1]
    const [a, b] = [one[1] ?? one[2], other[1] ?? other[2]]
    const swapped =
      pattern.slice(0, one.index) +
      one[0].replace(a, b) +
      pattern.slice(one.index + one[0].length, other.index) +
      other[0].replace(b, a) +
      pattern.slice(other.index + other[0].length)
    out.push({ operator: 'captures swapped', before: `${a} … ${b}`, after: `${b} … ${a}`, place: '', pattern: swapped })
  }
  return out
}
