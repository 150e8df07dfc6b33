/** From candidates to fields: the best of a single field, all of a list; a close loser becomes a diagnostic. */
import type { Notice } from '../types.js'
import type { Context, Extractor, Finding } from './define.js'

/** Two candidates within this distance are too close to call in silence. */
const CLOSE = 0.15

/** Runs the extractors in order, each into its field of `fields`; each sees the fields of those before it. */
export function runExtractors(
  context: Context,
  extractors: readonly Extractor[],
  fields: Record<string, unknown>,
): void {
  const known = context.known as Record<string, unknown>
  for (const extractor of extractors) {
    const { name } = extractor
    let value: unknown
    if (extractor.many) {
      const values: unknown[] = []
      for (const finding of extractor.extract(context)) values.push(finding.value)
      value = values
    } else value = single(context, name, [...extractor.extract(context)])
    fields[name] = value
    known[name] = value
  }
}

function single(context: Context, name: string, findings: Finding<unknown>[]): unknown {
  if (findings.length < 2) return findings.length ? findings[0]!.value : null
  const [best, ...rest] = findings.sort((a, b) => b.score - a.score)
  if (!best) return null
  const text = (f: Finding<unknown>) => (f.value as { text?: string }).text
  const rival = rest.find((f) => best.score - f.score < CLOSE && text(f) !== text(best))
  if (rival)
    context.report(`${name}/ambiguous`, `${name} could also be ${text(rival) ?? 'another value'}`, rival.range, 'info')
  return best.value
}

/** A notice with every field absent. */
export const emptyFields = (): Omit<Notice, 'source' | 'diagnostics'> => ({
  title: null,
  documentType: null,
  documentNumber: null,
  issuingBodies: [],
  addressees: [],
  copiedTo: [],
  signatories: [],
  copyNumber: null,
  classification: null,
  urgency: null,
  disclosure: null,
  themes: [],
  dates: [],
  deadlines: [],
  events: [],
  contacts: [],
  printedBy: null,
  attachments: [],
  citations: [],
  urls: [],
  outline: [],
  tables: [],
  forms: [],
})
