/** What can be taken along: the notice as JSON, its tables as CSV, the golden file. */
import { stringify } from 'csv-stringify/browser/esm/sync'
import type { TableName } from '../../batch/names.js'
import { tableOf } from '../../batch/tables.js'
import { acceptedDiagnostics, type Facts, goldenText } from '../../eval/index.js'
import type { Notice } from '../../index.js'

export interface Download {
  name: string
  type: string
  text: string
}

export const jsonOf = (notice: Notice, stem: string): Download => ({
  name: `${stem}.notice.json`,
  type: 'application/json',
  text: `${JSON.stringify(notice, null, 2)}\n`,
})

/** As `gongwen batch --format csv --bom` writes it: for spreadsheets, which must not take a cell for a formula. */
export function csvOf(notice: Notice, stem: string, name: TableName): Download {
  const table = tableOf(name)
  const path = notice.source.filename ?? stem
  const rows = [table.columns.map((column) => column.name), ...table.rows({ id: path, path, notice })]
  return {
    name: `${stem}.${name}.csv`,
    type: 'text/csv;charset=utf-8',
    text: stringify(rows, { escape_formulas: true, bom: true }),
  }
}

export const goldenOf = (facts: Facts, notice: Notice, stem: string): Download => ({
  name: `${stem}.json`,
  type: 'application/json',
  text: goldenText(null, facts, acceptedDiagnostics(notice)),
})

export function offer({ name, type, text }: Download): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
