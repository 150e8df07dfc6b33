/** An input as a file: text as JSON, for halves of surrogate pairs are no UTF-8; bytes as Base64. */
import type { Input } from './targets.js'

export interface Crasher {
  target: string
  /** What was wrong with it. */
  fault: string
  text?: string
  base64?: string
}

export function toCrasher(target: string, fault: string, input: Input): Crasher {
  return typeof input === 'string'
    ? { target, fault, text: input }
    : { target, fault, base64: Buffer.from(input).toString('base64') }
}

export const inputOf = ({ text, base64 }: Crasher): Input => text ?? new Uint8Array(Buffer.from(base64 ?? '', 'base64'))
