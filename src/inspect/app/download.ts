/** What can be taken along: the notice as JSON, its tables as CSV, its calendar and contacts, the golden file. */
import { stringify } from 'csv-stringify/browser/esm/sync'
import type { TableName } from '../../batch/names.js'
import { tableOf } from '../../batch/tables.js'
import { toCalendar } from '../../calendar/index.js'
import { toVcards } from '../../contacts/index.js'
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

export const icsOf = async (notice: Notice, stem: string): Promise<Download> => ({
  name: `${stem}.ics`,
  type: 'text/calendar;charset=utf-8',
  text: (await toCalendar([notice])).ics,
})

export const vcfOf = (notice: Notice, stem: string): Download => ({
  name: `${stem}.vcf`,
  type: 'text/vcard;charset=utf-8',
  text: toVcards([notice]),
})

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
