/** Documents that are named and not in the set: the same one, named twice, is one node. */
import { type Document, type Mention, MOST_CANDIDATES } from './documents.js'
import { grammar, keyOf, numberKeys, placeOf, titleParts } from './names.js'
import type { Level, OutsideNode } from './types.js'

export interface OutsideNodes {
  nodes: OutsideNode[]
  /** The node of a mention by the document `from`; `related`: documents of the set that it may be. */
  add(mention: Mention, from: string, related: readonly Document[]): OutsideNode
}

export function outsideNodes(): OutsideNodes {
  const nodes: OutsideNode[] = []
  const known = new Map<string, OutsideNode>()
  return {
    nodes,
    add(mention, from, related) {
      const keys = keysOf(mention, from)
      const node = find(known, keys, mention) ?? create(nodes, mention)
      for (const key of keys) if (!known.has(key)) known.set(key, node)
      node.documentNumber ??= mention.documentNumber
      for (const { id } of related)
        if (node.perhaps.length < MOST_CANDIDATES && !node.perhaps.includes(id)) node.perhaps.push(id)
      return node
    },
  }
}

/** By number first. A title under which another number is known is another document's. */
function find(known: Map<string, OutsideNode>, keys: string[], { documentNumber }: Mention): OutsideNode | undefined {
  for (const key of keys) {
    const node = known.get(key)
    if (!node) continue
    if (key.startsWith('number|') || !documentNumber || !node.documentNumber) return node
  }
  return undefined
}

function create(nodes: OutsideNode[], mention: Mention): OutsideNode {
  const { title, documentNumber } = mention
  const id = `x${nodes.length + 1}`
  const node: OutsideNode = { kind: 'outside', id, title, documentNumber, level: levelOfMention(mention), perhaps: [] }
  nodes.push(node)
  return node
}

function keysOf({ title, documentNumber, issuer }: Mention, from: string): string[] {
  const numbers = documentNumber ? numberKeys(documentNumber) : []
  // A standard, or a number without its body, is known by what is printed.
  if (documentNumber && !numbers.length) numbers.push(keyOf(documentNumber.text))
  const keys = numbers.map((key) => `number|${key}`)
  if (title) {
    const { key } = titleParts(title.text)
    // Without its body such a title is known only as the one that this document means.
    const whose = grammar.bareTitle.test(key) ? (issuer ? keyOf(issuer.text) : from) : ''
    keys.push(`title|${key}|${whose}`)
  }
  return keys
}

/** The level of the body that its title begins with, or that is named as its issuer. */
function levelOfMention({ title, issuer }: Mention): Level | null {
  const name = (title ? titleParts(title.text).issuer : '') || (issuer?.text ?? '')
  return name ? placeOf(name).level : null
}
