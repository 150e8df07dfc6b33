/** Accepting a case: what a golden file is written from. The corpus' own way (`npm run accept`), for any archive. */
import type { Notice } from '../index.js'
import type { Facts } from './golden.js'

/** Every field but the source, spans included; dates that are only mentioned are left out, as they are not measured. */
export function acceptedFacts(notice: Notice): Facts {
  const { source: _source, diagnostics: _diagnostics, ...fields } = notice
  return { ...fields, dates: fields.dates.filter(({ role }) => role !== 'mentioned') }
}

/** Rule ids of the diagnostics that a reader should see, in order, each once. */
export const acceptedDiagnostics = (notice: Notice): string[] => [
  ...new Set(notice.diagnostics.filter(({ severity }) => severity !== 'info').map(({ ruleId }) => ruleId)),
]

/**
 * The text of a golden file. What stands beside the facts in the file as it was (`truth`, `tags`, notes of one's own) stays;
 * a file that held bare facts, as `gongwen parse --format json` prints them, gets them under `facts`.
 */
export function goldenText(before: string | null, facts: Facts, diagnostics: readonly string[] | undefined): string {
  const was = before === null ? {} : (JSON.parse(before.replace(/^\ufeff/, '')) as Record<string, unknown>)
  const kept = before === null ? { truth: 'human' } : 'facts' in was ? was : {}
  return `${JSON.stringify({ ...kept, facts, ...(diagnostics ? { diagnostics } : {}) }, null, 1)}\n`
}
