/**
 * `gongwen/redact`: masks personal data in notices (text, Markdown, HTML). Documented in docs/redact.md.
 *
 * @packageDocumentation
 */
export type { RedactedFile } from './bytes.js'
export { redactBytes } from './bytes.js'
export type { Keep, RedactPolicy } from './policy.js'
export { PERSONAL_DOMAINS, REDACT_KINDS, readPolicy, redactPolicySchema } from './policy.js'
export { RedactError, redactNotice } from './redact.js'
export type { Edit, Masked, MaskedPlace, Redaction, RedactKind, Unmasked } from './types.js'
