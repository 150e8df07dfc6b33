/** The names that `--field` takes. */
import type { Notice } from '../index.js'

export type FieldName = keyof Notice

/** A record, so that the compiler reports a field of `Notice` that is missing here. */
const names = {
  source: true,
  title: true,
  documentType: true,
  documentNumber: true,
  issuingBodies: true,
  addressees: true,
  copiedTo: true,
  signatories: true,
  copyNumber: true,
  classification: true,
  urgency: true,
  disclosure: true,
  themes: true,
  dates: true,
  deadlines: true,
  events: true,
  contacts: true,
  printedBy: true,
  attachments: true,
  citations: true,
  urls: true,
  outline: true,
  tables: true,
  forms: true,
  diagnostics: true,
} satisfies Record<FieldName, true>

export const FIELDS = Object.keys(names) as FieldName[]

export const isField = (name: string): name is FieldName => Object.hasOwn(names, name)
