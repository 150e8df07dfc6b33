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
  override readonly name = 'UnreadableNoticeError'
  readonly code: UnreadableCode
  readonly filename: string | undefined

  constructor(code: UnreadableCode, reason: string, filename?: string, options?: ErrorOptions) {
    super(filename ? `${filename}: ${reason}` : reason, options)
    this.code = code
    this.filename = filename
  }
}
