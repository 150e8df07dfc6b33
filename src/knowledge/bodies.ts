/** What is known of bodies by name: the full name of a short one, and the level it stands on. */
import { centralBodies, centralFullNames } from '../../grammars/lexicon/bodies.js'
import type { IssuingBody } from '../types.js'

let central: Set<string> | undefined

/** Canonical name and, where certain, the level. */
export function canonicalBody(text: string): Pick<IssuingBody, 'name' | 'level'> {
  central ??= new Set([...centralFullNames, ...Object.values(centralBodies)])
  const name = Object.hasOwn(centralBodies, text) ? centralBodies[text]! : text
  if (central.has(name)) return { name, level: 'central' }
  return { name }
}
