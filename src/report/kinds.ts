/** Kinds of facts: what is coloured alike and shown or hidden together. */

/** In the order of the legend. */
export const KINDS = [
  'head',
  'bodies',
  'dates',
  'deadlines',
  'events',
  'contacts',
  'themes',
  'attachments',
  'citations',
  'urls',
  'tables',
  'other',
  'diagnostics',
] as const
export type Kind = (typeof KINDS)[number]

/** Marks that say little beside what the sheet shows anyway: hidden until asked for. */
export const QUIET: ReadonlySet<Kind> = new Set(['tables'])
