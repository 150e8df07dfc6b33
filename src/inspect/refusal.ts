/** What the inspector does not do, and why: told to whoever asked. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: number,
    readonly code: string,
    reason: string,
    /** The file it is about. */
    readonly file?: string,
  ) {
    super(reason)
  }
}
