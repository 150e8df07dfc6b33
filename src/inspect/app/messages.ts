/** What page and worker say to each other. */
import type { Notice } from '../../index.js'
import type { Lang } from '../../report/words.js'

export type Job =
  | { do: 'text'; text: string; carrier: 'text' | 'markdown' | 'html' | undefined; filename?: string }
  | { do: 'bytes'; bytes: ArrayBuffer; filename: string }
  /** A notice that the server read. */
  | { do: 'view'; notice: Notice }
  /** The last notice in another language. */
  | { do: 'again' }

export interface Ask {
  id: number
  lang: Lang
  referenceDate?: string
  job: Job
}

export type Answer =
  | { id: number; notice: Notice; view: string }
  /** Bytes of a carrier that a browser does not read: the server does. */
  | { id: number; server: true }
  | { id: number; error: { code: string; message: string } }
