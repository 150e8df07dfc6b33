/** Notices of the corpus in every carrier, and how their facts compare with those of the golden files. */
import { readFileSync } from 'node:fs'
import { parseNotice } from '../../src/index.js'
import type { Notice, NoticeDate, Theme } from '../../src/types.js'
import { type Item, sheetOf } from './sheet.js'
import { docxOf } from './sheet-docx.js'
import { countyPage, pastedPage, portalPage, type SiteFacts } from './sheet-html.js'
import { markdownOf } from './sheet-markdown.js'
import { ofdOf } from './sheet-ofd.js'

export type Facts = Omit<Notice, 'source' | 'diagnostics'>

/** Corpus files, without those whose text is itself another carrier's noise. */
export const CASES = [
  'announcement-numbered.txt',
  'approval-reply.txt',
  'circular-upward-request.txt',
  'commendation.txt',
  'contest-launch.txt',
  'forwarding-notice.txt',
  'grant-call-stages.txt',
  'hearing.txt',
  'hospital-recruitment.txt',
  'judicial-interpretation.md',
  'letter-format.txt',
  'list-publicity.txt',
  'many-bodies-columns.txt',
  'meeting-notice.txt',
  'minutes.txt',
  'notice-with-annex-table.txt',
  'opinions-markdown.md',
  'order-regulation.md',
  'public-comment.txt',
  'recurring-reports.txt',
  'road-closure.txt',
  'tender-correction.txt',
  'tender-notice.txt',
  'text-no-signature.txt',
  'training-class.txt',
  'urgent-telegram.txt',
  'water-cut.md',
  'work-plan-issued.txt',
]

const at = (path: string) => new URL(`../../${path}`, import.meta.url)
const utf8 = (text: string) => new TextEncoder().encode(text)

export interface Case {
  file: string
  slug: string
  source: string
  facts: Facts
  items: Item[]
  site: SiteFacts
}

export function caseOf(file: string): Case {
  const slug = file.replace(/\.\w+$/, '')
  const source = readFileSync(at(`corpus/${file}`), 'utf8')
  const { facts } = JSON.parse(readFileSync(at(`corpus/${slug}.json`), 'utf8')) as { facts: Facts }
  const signed = facts.dates.find((d) => d.role === 'signed')?.start ?? ''
  // A text that was itself copied from a site may say when it was published.
  const shown = facts.dates.find((d) => d.role === 'published')?.start
  const site: SiteFacts = {
    title: facts.title?.text ?? '',
    number: facts.documentNumber?.text ?? '',
    issuer: facts.issuingBodies[0]?.text ?? '',
    signed,
    published: shown ?? `${signed.slice(0, 8) || '2023-07-'}28`,
    category: '综合政务、其他',
  }
  return { file, slug, source, facts, items: sheetOf(source, facts), site }
}

export interface CarrierKind {
  name: string
  /** How the file is called, which is all that a reader is told. */
  extension: string
  make(c: Case): Uint8Array
  /** What the site says beside the notice. */
  adds?: 'published' | 'published and category'
  /** Made by a word processor and kept as files. */
  committed?: true
}

const fixture = (folder: string, extension: string) => (c: Case) =>
  new Uint8Array(readFileSync(at(`test/fixtures/carriers/${folder}/${c.slug}.${extension}`)))

export const CARRIERS: readonly CarrierKind[] = [
  {
    name: 'HTML, portal',
    extension: 'html',
    make: (c) => utf8(portalPage(c.items, c.site)),
    adds: 'published and category',
  },
  { name: 'HTML, county CMS', extension: 'jsp', make: (c) => utf8(countyPage(c.items, c.site)), adds: 'published' },
  { name: 'HTML, pasted from Word', extension: 'htm', make: (c) => utf8(pastedPage(c.items, c.site)) },
  { name: 'Markdown', extension: 'md', make: (c) => utf8(markdownOf(c.items)) },
  { name: 'DOCX', extension: 'docx', make: (c) => docxOf(c.items) },
  { name: 'DOCX, rewritten', extension: 'docx', make: fixture('docx', 'docx'), committed: true },
  { name: 'DOC', extension: 'doc', make: fixture('doc', 'doc'), committed: true },
  { name: 'PDF', extension: 'pdf', make: fixture('pdf', 'pdf'), committed: true },
  { name: 'OFD', extension: 'ofd', make: (c) => ofdOf(c.items) },
]

/** The facts that a carrier must give: those of the text, which the corpus test holds, and those that its site states. */
export function expectedOn({ adds }: CarrierKind, { file, source, site }: Case): Facts {
  const facts = parseNotice(source, { filename: file })
  if (!adds) return facts
  const span = { start: 0, end: 0 }
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(site.published)!
  const text = adds === 'published' ? site.published : `${year}年${month}月${day}日`
  const published: NoticeDate = {
    text,
    span,
    role: 'published',
    start: site.published,
    end: site.published,
    precision: 'day',
    implied: [],
  }
  const category: Theme = { text: site.category, span, kind: 'category' }
  return {
    ...facts,
    dates: [...facts.dates.filter((d) => d.role !== 'published'), published],
    themes: adds === 'published' ? facts.themes : [...facts.themes, category],
  }
}

/** Fields of the comparison; those in `CORE` must be equal on every carrier. */
export const FIELDS: Record<string, (f: Facts) => unknown[]> = {
  title: (f) => one(f.title?.text),
  documentType: (f) => one(f.documentType && `${f.documentType.kind} ${f.documentType.text}`),
  documentNumber: (f) => one(f.documentNumber && bare(f.documentNumber)),
  issuingBodies: (f) => f.issuingBodies.map(bare),
  addressees: (f) => f.addressees.map(bare),
  copiedTo: (f) => f.copiedTo.map(bare),
  signatories: (f) => f.signatories.map(bare),
  copyNumber: (f) => one(f.copyNumber && bare(f.copyNumber)),
  classification: (f) => one(f.classification && bare(f.classification)),
  urgency: (f) => one(f.urgency && bare(f.urgency)),
  disclosure: (f) => one(f.disclosure && bare(f.disclosure)),
  themes: (f) => f.themes.map(bare),
  signed: dated('signed'),
  published: dated('published'),
  printed: dated('printed'),
  effective: dated('effective'),
  expires: dated('expires'),
  events: dated('event'),
  deadlines: (f) => f.deadlines.map(bare),
  people: (f) => f.contacts.flatMap((c) => c.people.map(bare)),
  phones: (f) => f.contacts.flatMap((c) => c.phones.map(bare)),
  faxes: (f) => f.contacts.flatMap((c) => c.faxes.map(bare)),
  emails: (f) => f.contacts.flatMap((c) => c.emails.map(bare)),
  addresses: (f) => f.contacts.flatMap((c) => one(c.address && bare(c.address))),
  postcodes: (f) => f.contacts.flatMap((c) => one(c.postcode && bare(c.postcode))),
  contactPoints: (f) => f.contacts.map(bare),
  printedBy: (f) => one(f.printedBy && bare(f.printedBy)),
  attachments: (f) => f.attachments.map(bare),
  citations: (f) => f.citations.map(bare),
  urls: (f) => f.urls.map(bare),
  outline: (f) => f.outline.map(bare),
}

export const CORE = [
  'title',
  'documentNumber',
  'issuingBodies',
  'signed',
  'deadlines',
  'people',
  'phones',
  'emails',
  'themes',
  'events',
]

const one = (value: unknown) => (value === null || value === undefined || value === '' ? [] : [value])

function dated(role: string): (f: Facts) => unknown[] {
  return (f) => f.dates.filter((d) => d.role === role).map(bare)
}

/** A value without the places it was read at. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'span' && key !== 'mentions')
      .map(([key, v]) => [key, bare(v)]),
  )
}
