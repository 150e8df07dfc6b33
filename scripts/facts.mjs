/** What a golden file holds of a notice: every field but the source, spans included; dates that are only mentioned are left out. */
export function goldenFacts(notice) {
  const { source: _source, diagnostics: _diagnostics, ...fields } = notice
  return { ...fields, dates: fields.dates.filter((d) => d.role !== 'mentioned') }
}

/** Rule ids of the diagnostics that a reader should see, in order, each once. */
export const goldenDiagnostics = (notice) => [
  ...new Set(notice.diagnostics.filter((d) => d.severity !== 'info').map((d) => d.ruleId)),
]
