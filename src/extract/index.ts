/** The fields of a notice, in the order in which they build on each other. */
import { attachments } from './attachments.js'
import { citations } from './citations.js'
import { contacts } from './contacts/index.js'
import { dates } from './dates.js'
import { deadlines } from './deadlines.js'
import { documentNumber } from './document-number.js'
import { events } from './events.js'
import { forms } from './forms.js'
import { issuingBodies } from './issuing-bodies.js'
import {
  addressees,
  classification,
  copiedTo,
  copyNumber,
  disclosure,
  printedBy,
  signatories,
  urgency,
} from './markings.js'
import { outline } from './outline.js'
import { tables } from './tables.js'
import { themes } from './themes.js'
import { documentType, title } from './title.js'
import { urls } from './urls.js'

/** The fields of `Notice`, one extractor each, in the order in which they build on each other. Add, replace or leave out. */
export const extractors = [
  title,
  documentType,
  documentNumber,
  issuingBodies,
  addressees,
  copiedTo,
  signatories,
  copyNumber,
  classification,
  urgency,
  disclosure,
  printedBy,
  outline,
  themes,
  dates,
  deadlines,
  events,
  contacts,
  attachments,
  citations,
  urls,
  tables,
  forms,
] as const
