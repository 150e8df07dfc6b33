/** Titles, numbers and bodies as keys: what is written differently and means the same gets the same key. */
import linkGrammar from '../../grammars/link.js'
import { compile } from '../grammar.js'
import { canonicalBody } from '../knowledge/bodies.js'
import { squeeze } from '../read/squeeze.js'
import type { DocumentNumber, IssuingBody } from '../types.js'
import type { Level } from './types.js'

export const grammar = compile(linkGrammar)

/** Longest part of a title that is looked at. */
const LONGEST_TITLE = 400

/** Width and forms of characters do not matter, nor do punctuation, brackets and spaces. */
export const fold = (text: string): string => text.slice(0, LONGEST_TITLE).normalize('NFKC')
export const keyOf = (text: string): string => squeeze(fold(text))

export interface TitleParts {
  /** The whole title. */
  key: string
  /** Bodies that it begins with, run together; empty when it names none. */
  issuer: string
  /** What is left without them. */
  core: string
  /** What it issues: 示例办法 in 关于印发《示例办法》的通知. */
  paper: string | null
  /** What it forwards, in the readings that are possible. */
  forwarded: string[]
}

export function titleParts(text: string): TitleParts {
  const key = keyOf(text)
  const issuer = keyOf(grammar.issuer.at(fold(text), 0)?.groups.bodies ?? '')
  const core = key.slice(issuer.length)
  const document = grammar.forwarded.at(core, 0)?.groups.document
  const tail = document === undefined ? null : grammar.ownTail.find(document)
  return {
    key,
    issuer,
    core,
    paper: grammar.paper.at(core, 0)?.groups.paper ?? null,
    forwarded: document === undefined ? [] : tail ? [document.slice(0, tail.start), document] : [document],
  }
}

/** The body of 国家示例局令 and 国家示例局公告. */
const bodyOfCode = (code: string): string => grammar.kindOfNumber.replace(keyOf(code), '')

/**
 * Keys of a number. Orders and announcements print their number without the body that the masthead names: they are known
 * under each of the bodies.
 */
export function numberKeys(number: DocumentNumber, bodies: readonly IssuingBody[] = []): string[] {
  const { agencyCode, year, sequence, kind } = number
  if (kind === 'standard') return []
  if (kind === 'bracketed') return agencyCode ? [`${keyOf(agencyCode)}|${year}|${sequence}`] : []
  const printed = bodyOfCode(agencyCode)
  const names = printed ? [printed] : bodies.flatMap(({ text, name }) => [keyOf(text), keyOf(name)])
  return [...new Set(names.map((name) => `${kind}|${keyOf(canonicalBody(name).name)}|${year}|${sequence}`))]
}

/** Whether two numbers may be one, the sequence misprinted: same code, short or full, and same year. */
export function sameSeries(a: DocumentNumber, b: DocumentNumber): boolean {
  const [x, y] = [keyOf(a.agencyCode), keyOf(b.agencyCode)]
  return a.kind === b.kind && a.year === b.year && (x.endsWith(y) || y.endsWith(x))
}

/** Share of pairs of characters that two texts have in common (Dice). Linear in their lengths. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  if (a.length < 2 || b.length < 2) return 0
  const pairs = new Map<string, number>()
  for (let i = 1; i < a.length; i++) {
    const pair = a.slice(i - 1, i + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  let common = 0
  for (let i = 1; i < b.length; i++) {
    const pair = b.slice(i - 1, i + 1)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      common++
      pairs.set(pair, left - 1)
    }
  }
  return (2 * common) / (a.length + b.length - 2)
}

const LEVELS: readonly Level[] = ['central', 'province', 'prefecture', 'county', 'township']

/** 0 for the centre, 4 for a township; `null` stays unknown. */
export const rank = (level: Level | null): number | null => (level === null ? null : LEVELS.indexOf(level))

/** Level and place that a body's name tells by itself; a city that names no other division is a prefecture's. */
export function placeOf(name: string): { level: Level | null; place: string } {
  const text = keyOf(name)
  if (grammar.central.test(text)) return { level: 'central', place: '' }
  const { groups } = grammar.divisions.at(text, 0) ?? { groups: {} as Record<string, string | undefined> }
  const level = groups.township
    ? 'township'
    : groups.county
      ? 'county'
      : groups.prefecture
        ? 'prefecture'
        : groups.province
          ? 'province'
          : null
  return { level, place: groups.place ?? '' }
}

/** The highest level among the bodies. */
export function levelOf(bodies: readonly IssuingBody[]): Level | null {
  const ranks = bodies.flatMap((body) => rank(body.level ?? placeOf(body.name).level) ?? [])
  return ranks.length ? LEVELS[Math.min(...ranks)]! : null
}
