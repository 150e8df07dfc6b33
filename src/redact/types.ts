import type { Span } from '../types.js'

/** What is masked. `hotline` is a public service number (12345, 400-…), `messenger` an account of a person (QQ, WeChat). */
export type RedactKind = 'name' | 'mobile' | 'idCard' | 'email' | 'messenger' | 'landline' | 'fax' | 'hotline'

/** One value that was masked at one or more places. It is not named: `shown` is what is left of it. */
export interface Masked {
  kind: RedactKind
  /** The masked form of its first place: 138****5678. */
  shown: string
  /** Where it stood, in `source.text` of the notice that was given, in order. */
  places: MaskedPlace[]
}

/** One place of a masked value. */
export interface MaskedPlace {
  span: Span
  /** 1 for the first line. Masking moves no line. */
  line: number
  /** In what a reader sees, or in what only the markup holds: an attribute, a comment, a script. */
  where: 'text' | 'markup'
}

/** What was left unmasked and should be looked at. */
export interface Unmasked {
  /**
   * - `redact/name-in-word`: the characters of a two-character name within other words, where they may mean something else;
   * - `redact/not-a-notice`: the text is no notice: names and numbers of offices were looked for line by line only;
   * - `redact/left`: a value can still be found in the result.
   */
  ruleId: 'redact/name-in-word' | 'redact/not-a-notice' | 'redact/left'
  kind: RedactKind | null
  span: Span | null
  line: number | null
}

/** A masked text and what was done to it. */
export interface Redaction {
  /** The text with its masks; what stands outside of them is unchanged. */
  text: string
  masked: Masked[]
  /** Empty when nothing is left to be looked at. */
  unmasked: Unmasked[]
  /** What was replaced by what: spans of the source, in order, apart from each other. */
  edits: Edit[]
}

/** One replacement: the span of the source and what stands there now. */
export interface Edit extends Span {
  by: string
}
