/** What is masked and how: a policy, read from JSON by its schema. */
import { array, boolean, int, object, enum as oneOf, optional, prettifyError, string, tuple, type ZodError } from 'zod'
import type { RedactKind } from './types.js'

/** All kinds of personal data that can be masked. */
export const REDACT_KINDS = [
  'name',
  'mobile',
  'idCard',
  'email',
  'messenger',
  'landline',
  'fax',
  'hotline',
] as const satisfies readonly RedactKind[]

/** How many characters stay at the begin and at the end. */
export type Keep = [begin: number, end: number]

/** All of it is optional. */
export interface RedactPolicy {
  /** What is masked. Default: all kinds. */
  kinds?: RedactKind[] | undefined
  /** Default `*`; `x` and `X` are the others. */
  mask?: '*' | 'x' | 'X' | undefined
  /** What stays of a value. Of a landline and a fax the area code always stays; of an e-mail the domain. */
  keep?: Partial<Record<RedactKind, Keep | undefined>> | undefined
  /** Whether landlines, hotlines, faxes and mailboxes of offices stay. Default false. */
  keepOffices?: boolean | undefined
  /** Values that stay, in any spelling. */
  allow?: string[] | undefined
  /** Domains at which a mailbox is a person's, whoever uses it. Default: the common providers. */
  personalDomains?: string[] | undefined
  /**
   * Two-character names within other words (高明 in 高明区): `standing` leaves them and reports them, `all` masks them.
   * Default `standing`.
   */
  names?: 'standing' | 'all' | undefined
}

export const DEFAULT_KEEP: Record<RedactKind, Keep> = {
  name: [1, 0],
  mobile: [3, 4],
  idCard: [3, 2],
  email: [1, 0],
  messenger: [2, 0],
  landline: [0, 2],
  fax: [0, 2],
  hotline: [3, 0],
}

/** Domains whose mailboxes are people's, not offices'. */
export const PERSONAL_DOMAINS: readonly string[] = [
  '163.com',
  '126.com',
  'yeah.net',
  '188.com',
  'vip.163.com',
  'vip.126.com',
  'qq.com',
  'vip.qq.com',
  'foxmail.com',
  'sina.com',
  'sina.cn',
  'vip.sina.com',
  'sohu.com',
  'tom.com',
  '21cn.com',
  '263.net',
  '139.com',
  '189.cn',
  'wo.cn',
  'aliyun.com',
  'hotmail.com',
  'outlook.com',
  'live.cn',
  'live.com',
  'msn.com',
  'gmail.com',
  'yahoo.com',
  'yahoo.com.cn',
  'yahoo.cn',
  'icloud.com',
]

const few = int().min(0).max(16)
const keep = tuple([few, few])

/** Schema of a policy file. Unknown keys are errors: a misspelt one would leave something unmasked. */
export const redactPolicySchema = object({
  kinds: optional(array(oneOf(REDACT_KINDS))),
  mask: optional(oneOf(['*', 'x', 'X'])),
  keep: optional(
    object({
      name: optional(keep),
      mobile: optional(keep),
      idCard: optional(keep),
      email: optional(tuple([few, int().min(0).max(0)])),
      messenger: optional(keep),
      landline: optional(keep),
      fax: optional(keep),
      hotline: optional(keep),
    }).strict(),
  ),
  keepOffices: optional(boolean()),
  allow: optional(array(string().min(1))),
  personalDomains: optional(array(string().min(1))),
  names: optional(oneOf(['standing', 'all'])),
}).strict()

/** A policy from JSON that was parsed. Throws `TypeError` that says what is wrong where. */
export function readPolicy(value: unknown): RedactPolicy {
  const { data, error } = redactPolicySchema.safeParse(value)
  if (error) throw new TypeError(wordsOf(error))
  return data
}

const wordsOf = (error: ZodError) => prettifyError(error).replace(/(?<!\s)\s*\n\s*/g, ' ')

/** What is wrong with a policy, or null. */
export function complaintOf(value: unknown): string | null {
  const { error } = redactPolicySchema.safeParse(value)
  return error ? wordsOf(error) : null
}
