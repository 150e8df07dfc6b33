/**
 * A backtracking matcher that counts its steps. It does what an engine without optimizations does, so the count is an
 * upper bound of the real cost, and it is the same on every machine: super-linear patterns show without a clock.
 */
import { type AST, RegExpParser } from '@eslint-community/regexpp'

export class StepLimit extends Error {}

type Next = (at: number) => boolean

/** Steps that a global search for `source` makes over the whole of `text`, every match attempt failing or not. */
export function countSteps(source: string, text: string, limit = Number.POSITIVE_INFINITY): number {
  const pattern = new RegExpParser({ ecmaVersion: 2024 }).parsePattern(source, undefined, undefined, { unicode: true })
  const units = Array.from(text)
  let steps = 0
  const tick = () => {
    if (++steps > limit) throw new StepLimit(`more than ${limit} steps`)
  }
  const groups = new Map<string | number, [number, number]>()

  const alternatives = (list: AST.Alternative[], at: number, next: Next): boolean =>
    list.some((a) => sequence(a.elements, 0, at, next))
  const sequence = (elements: AST.Element[], i: number, at: number, next: Next): boolean =>
    i === elements.length ? next(at) : element(elements[i]!, at, (to) => sequence(elements, i + 1, to, next))

  const element = (node: AST.Element, at: number, next: Next): boolean => {
    tick()
    switch (node.type) {
      case 'Character':
        return at < units.length && units[at]!.codePointAt(0) === node.value && next(at + 1)
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        return at < units.length && inSet(node, units[at]!) && next(at + 1)
      case 'Group':
        return alternatives(node.alternatives, at, next)
      case 'CapturingGroup':
        return alternatives(node.alternatives, at, (to) => {
          groups.set(node.name ?? 0, [at, to])
          return next(to)
        })
      case 'Quantifier':
        return quantifier(node, at, next, 0)
      case 'Assertion':
        return assertion(node, at) && next(at)
      case 'Backreference': {
        const group = groups.get(node.ref)
        const wanted = group ? units.slice(...group) : []
        return wanted.every((c, k) => units[at + k] === c) && next(at + wanted.length)
      }
      default:
        throw new Error(`not counted: ${(node as AST.Element).type}`)
    }
  }

  const quantifier = (node: AST.Quantifier, at: number, next: Next, done: number): boolean => {
    const more = () =>
      done < node.max &&
      element(node.element, at, (to) => (to > at || done < node.min) && quantifier(node, to, next, done + 1))
    if (done < node.min) return more()
    return node.greedy ? more() || next(at) : next(at) || more()
  }

  const assertion = (node: AST.Assertion, at: number): boolean => {
    if (node.kind === 'start') return at === 0
    if (node.kind === 'end') return at === units.length
    if (node.kind !== 'lookahead' && node.kind !== 'lookbehind') return true
    if (node.kind === 'lookahead') return alternatives(node.alternatives, at, () => true) !== node.negate
    // Behind: every start from which the alternatives end here; the counted patterns are short there.
    let found = false
    for (let from = at; from >= 0 && at - from <= 24 && !found; from--)
      found = alternatives(node.alternatives, from, (to) => to === at)
    return found !== node.negate
  }

  for (let at = 0; at <= units.length; at++) {
    groups.clear()
    let end = -1
    const found = alternatives(pattern.alternatives, at, (to) => {
      end = to
      return true
    })
    if (found && end > at) at = end - 1
  }
  return steps
}

const classes = new WeakMap<object, RegExp>()

function inSet(node: AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass, c: string): boolean {
  let re = classes.get(node)
  if (!re) {
    re = new RegExp(`^${node.raw === '.' ? '.' : node.raw}$`, 'u')
    classes.set(node, re)
  }
  return re.test(c)
}
