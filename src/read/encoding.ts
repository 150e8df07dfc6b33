/**
 * From bytes to text. Byte-order mark; UTF-16 by its look; UTF-8 if every byte fits; else the declared label, GB 18030
 * (of which GB 2312 and GBK are parts) and Big5 compete: both decode almost anything, so the one that yields the
 * commoner characters wins. A label alone is not believed, because pages carry wrong ones.
 */
import type { Diagnostic } from '../types.js'
import { UnreadableNoticeError } from './errors.js'

export interface Decoded {
  text: string
  encoding: string
}

/** Leading bytes of formats that are no text. */
const MAGIC: [string, number[]][] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP (DOCX, OFD)', [0x50, 0x4b, 0x03, 0x04]],
  ['OLE (DOC, WPS)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['GZIP', [0x1f, 0x8b]],
]

const MARKS: [string, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Where a page or an XML file states its encoding, and how much of a text is looked at to guess one. */
const LABEL_WINDOW = 2048
const SAMPLE = 65_536

export function decode(
  bytes: Uint8Array,
  filename: string | undefined,
  label: string | undefined,
  diagnostics: Diagnostic[],
): Decoded {
  for (const [name, magic] of MAGIC) {
    if (startsWith(bytes, magic)) throw new UnreadableNoticeError('unsupported', `this is ${name}, not text`, filename)
  }
  if (label !== undefined) {
    try {
      return decodeAs(bytes, canonical(label), diagnostics)
    } catch (cause) {
      throw new UnreadableNoticeError('unsupported', `unknown encoding ${label}`, filename, { cause })
    }
  }
  const marked = MARKS.find(([, mark]) => startsWith(bytes, mark))?.[0] ?? wideOf(bytes)
  if (marked) return decodeAs(bytes, marked, diagnostics)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    return decodeAs(bytes, bestOf(bytes), diagnostics)
  }
}

const startsWith = (bytes: Uint8Array, prefix: readonly number[]) => prefix.every((b, i) => bytes[i] === b)

function decodeAs(bytes: Uint8Array, encoding: string, diagnostics: Diagnostic[]): Decoded {
  const text = new TextDecoder(encoding).decode(bytes)
  const bad = count(text, '\ufffd')
  if (bad > 0) {
    const reason = `${bad} byte sequences are not ${encoding}, the encoding that fits best`
    diagnostics.push({ ruleId: 'read/undecodable', reason, span: null, severity: 'warning' })
  }
  return { text, encoding }
}

/** UTF-16 without a mark: zero bytes, or no valid UTF-8, and nearly all units are what notices are written in. */
function wideOf(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE) & ~1)
  if (sample.length < 4 || (!sample.includes(0) && isUtf8(sample))) return null
  let best: string | null = null
  let bestShare = 0.9
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let plausible = 0
    for (let i = 0; i < sample.length; i += 2)
      if (isPlausible(sample[i + high]! * 256 + sample[i + 1 - high]!)) plausible++
    const share = plausible / (sample.length / 2)
    if (share > bestShare) {
      best = encoding
      bestShare = share
    }
  }
  return best
}

/** Han, Chinese punctuation, full-width forms, printable ASCII and its line ends. */
const isPlausible = (unit: number) =>
  (unit >= 0x4e00 && unit <= 0x9fff) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff00 && unit <= 0xff5e) ||
  (unit >= 0x2010 && unit <= 0x2030) ||
  (unit >= 0x20 && unit <= 0x7e) ||
  (unit >= 0x09 && unit <= 0x0d) ||
  unit === 0xa0

function isUtf8(sample: Uint8Array): boolean {
  try {
    // `stream` allows the sample to end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The encoding under which a sample reads best; what the page declares wins a near tie. */
function bestOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE)
  const declared = declaredOf(bytes)
  let best = 'gb18030'
  let bestScore = Number.NEGATIVE_INFINITY
  for (const encoding of new Set(['gb18030', 'utf-8', 'big5', ...(declared ? [declared] : [])])) {
    const score =
      legibility(new TextDecoder(encoding).decode(sample, { stream: true })) + (encoding === declared ? 0.1 : 0)
    if (score > bestScore) {
      best = encoding
      bestScore = score
    }
  }
  return best
}

/** Encodings that a label may name; what decodes every byte (ISO 8859, Windows 125x) proves nothing. */
const DECLARABLE = /^(?:gb18030|big5(?:-hkscs)?|utf-8|shift_jis|euc-jp|euc-kr)$/
const DECLARATION = /(?:charset|encoding)\s{0,20}=\s{0,20}["']?\s{0,20}([A-Za-z][\w.:-]{2,20})/i

function declaredOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LABEL_WINDOW))
  const label = DECLARATION.exec(head)?.[1]
  const encoding = label ? canonical(label) : ''
  return DECLARABLE.test(encoding) ? encoding : null
}

/** Share of common characters among those that are not ASCII; what did not decode counts against it. */
function legibility(text: string): number {
  let all = 0
  let common = 0
  let bad = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    all++
    if (unit === 0xfffd) bad++
    else if (COMMON.has(unit)) common++
  }
  return all ? (common - bad * 4) / all : 0
}

/** The commonest characters of official Chinese in both scripts, with its punctuation: a third of any notice. */
const COMMON = new Set(
  [
    '，。、：；（）《》“”　〔〕',
    '的一是在不了有和人中大上国以要用生到作地于出分成会可主年同工下行学法所民得经十三等部度家自二理实加制机业本应合各日事关新内数正重第月公全通并提展员文总及管件基资技组计期区规报务安市局县省府院委员项目位政教育科单办知申请材料时开举活动电话联系附会议认真按照根据发建设情况工作进行通知关于为进国务现将如下个来对从报名截止地址邮箱信息中心',
    '國會於發為個來對實業應關數總級縣區務項單辦請動電話聯係認規進開學經機關華處長書標準與後據這時產業從過還無當體質計劃議員檢證資訊專環護財務勞動農業員會團體選舉條例辦法該將並應於',
  ]
    .join('')
    .split('')
    .map((c) => c.charCodeAt(0)),
)

/** GB 2312 and GBK pages hold characters that only GB 18030 has. */
const GB = /^(?:gb_?2312(?:-80)?|gb18030|(?:x-)?gbk|cp936|ms936|windows-936|euc-cn|csgb2312)$/i
const canonical = (label: string) => {
  const name = label.trim().toLowerCase()
  return GB.test(name) ? 'gb18030' : name === 'utf8' ? 'utf-8' : name === 'x-x-big5' || name === 'cp950' ? 'big5' : name
}

function count(text: string, c: string): number {
  let n = 0
  for (let i = text.indexOf(c); i >= 0; i = text.indexOf(c, i + 1)) n++
  return n
}
