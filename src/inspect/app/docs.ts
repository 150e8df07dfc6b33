/** What the page holds: notices of the folder, dropped and pasted ones, each with its golden facts as they are edited. */
import type { Facts } from '../../eval/index.js'
import type { Notice } from '../../index.js'
import type { Job } from './messages.js'

export interface Source {
  /** What the switch calls it. */
  label: string
  /** Name of the file in the folder; absent: what was dropped or pasted. */
  name?: string
  job?: () => Promise<Job>
}

export interface Draft {
  facts: Facts
  saved: Facts
  /** Whether there is a golden file. */
  exists: boolean
  revision: string | null
  /** Expected diagnostics, where all was accepted as read since. */
  diagnostics?: string[]
}

export interface Doc {
  key: string
  name: string
  /** Stem in the folder; absent: not of the folder. */
  stem?: string
  sources: Source[]
  at: number
  hasGolden: boolean
  draft?: Draft
  /** What was pasted, to be gone on with. */
  text?: string
  notice?: Notice
}

export const isDirty = ({ draft }: Doc): boolean =>
  draft !== undefined && JSON.stringify(draft.facts) !== JSON.stringify(draft.saved)

export const extensionOf = (name: string): string => /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
export const stemOf = (name: string): string => name.replace(/\.[^./\\]+$/, '')

/** Carriers that only the server reads; others it reads where their bytes turn out to be such. */
export const isServers = (name: string): boolean => /^(?:pdf|docx?|rtf|ofd)$/.test(extensionOf(name))
export const isKnown = (name: string): boolean =>
  /^(?:txt|md|markdown|html?|pdf|docx?|rtf|ofd)$/.test(extensionOf(name))
