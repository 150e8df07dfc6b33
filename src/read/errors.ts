/** The error of input that cannot be read at all. */
export type UnreadableCode =
  | 'not-found'
  | 'not-a-file'
  | 'permission'
  | 'unsupported'
  | 'too-large'
  | 'broken'
  | 'missing-peer'

/** Thrown (rejected) by `readNotice` when bytes cannot be had or cannot be read. `filename` names the input where it has a name. */
export class UnreadableNoticeError extends Error {
  // Declared only: a field with a value would be set between `super` and what follows, which the CommonJS build gets wrong.
  declare readonly name: 'UnreadableNoticeError'
  declare readonly code: UnreadableCode
  declare readonly filename: string | undefined

  constructor(code: UnreadableCode, reason: string, filename?: string, options?: ErrorOptions) {
    super(filename ? `${filename}: ${reason}` : reason, options)
    Object.assign(this, { name: 'UnreadableNoticeError', code, filename })
  }
}
