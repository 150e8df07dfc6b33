/** RTF 1.9: groups, destinations left out, bytes in the code page of the document or of the font. Linear; never throws. */
import type { Diagnostic } from '../types.js'
import { asSource, makeSource, type ReadResult } from './source-text.js'
import { struckOut } from './struck.js'

interface Group {
  /** The group's text is not on the sheet. */
  ignored: boolean
  hidden: boolean
  /** No longer said. */
  struck: boolean
  /** Characters of the fallback behind each `\u`. */
  fallback: number
  encoding: string
  align: '' | 'right' | 'center'
}

/** Destinations that hold no text of the sheet. `\*` marks the others that may be left out. */
const DESTINATIONS = new Set(
  (
    'fonttbl colortbl stylesheet listtable listoverridetable info pict object objdata header headerl headerr headerf ' +
    'footer footerl footerr footerf footnote annotation atnid atnauthor fldinst nonshppict themedata datastore xmlnstbl ' +
    'rsidtbl generator latentstyles pnseclvl bkmkstart bkmkend nonesttables revtbl filetbl tc xe deleted'
  ).split(' '),
)
/** Destinations marked as optional whose text is on the sheet after all. */
const KEPT = new Set(['shppict', 'shpinst', 'shptxt', 'fldrslt'])

const CHARACTERS: Record<string, string> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  column: '\n',
  row: '\n',
  nestrow: ' ',
  nestcell: ' ',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
}
const GAP = ' '.repeat(8)
const LEAD = { '': '', right: ' '.repeat(20), center: GAP }

const CODE_PAGES: Record<number, string> = {
  936: 'gb18030',
  54936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  65001: 'utf-8',
  1250: 'windows-1250',
  1251: 'windows-1251',
}
/** Character sets of fonts (`\fcharset`) whose bytes are in a code page of their own. */
const CHARSETS: Record<number, string> = { 128: 'shift_jis', 129: 'euc-kr', 134: 'gb18030', 136: 'big5' }
const MAX_DEPTH = 1000

interface State {
  out: string[]
  line: string
  /** Finished cells of the row that is being read; null outside of rows. */
  cells: string[] | null
  /** Bytes that wait for the rest of their character. */
  bytes: number[]
  encoding: string
  fonts: Map<number, string>
  documentEncoding: string
  /** Number of the font that the font table defines now. */
  font: number
  inFontTable: number
  lineAlign: Group['align']
  inTable: boolean
  skip: number
  /** Whether text is struck out, which is left out. */
  struck: boolean
}

export function readRtf(bytes: Uint8Array, filename?: string, diagnostics: Diagnostic[] = []): ReadResult {
  const text = toText(new TextDecoder('latin1').decode(bytes), diagnostics)
  return {
    source: makeSource(text, 'doc', filename),
    raw: asSource(text),
    marks: [],
    wrapped: false,
  }
}

/** Whether the text of a group is not on the sheet, or struck out there. */
function isUnsaid({ ignored, hidden, struck }: Group, state: State): boolean {
  if (struck && !ignored) state.struck = true
  return ignored || hidden || struck
}

function toText(rtf: string, diagnostics: Diagnostic[]): string {
  const state: State = {
    out: [],
    line: '',
    cells: null,
    bytes: [],
    encoding: '',
    fonts: new Map(),
    documentEncoding: 'windows-1252',
    font: -1,
    inFontTable: 0,
    lineAlign: '',
    inTable: false,
    skip: 0,
    struck: false,
  }
  const groups: Group[] = []
  let group: Group = { ignored: false, hidden: false, struck: false, fallback: 1, encoding: '', align: '' }
  for (let at = 0; at < rtf.length; ) {
    const c = rtf[at]!
    if (c === '{') {
      flush(state)
      if (groups.length < MAX_DEPTH) groups.push({ ...group })
      state.skip = 0
      at++
    } else if (c === '}') {
      flush(state)
      group = groups.pop() ?? group
      if (groups.length < state.inFontTable) state.inFontTable = 0
      state.skip = 0
      at++
    } else if (c === '\\') at = control(rtf, at, state, group, groups.length)
    else {
      if (c !== '\r' && c !== '\n') byte(rtf.charCodeAt(at), state, group)
      at++
    }
  }
  flush(state)
  endLine(state)
  if (state.struck) diagnostics.push(struckOut(null))
  return state.out.join('\n')
}

/** A control word or sign at `at`; gives the offset behind it. */
function control(rtf: string, at: number, state: State, group: Group, depth: number): number {
  const sign = rtf[at + 1] ?? ''
  if (!/[a-z]/i.test(sign)) return controlSign(rtf, at, sign, state, group)
  let end = at + 1
  while (end < rtf.length && end - at < 40 && /[a-z]/i.test(rtf[end]!)) end++
  const name = rtf.slice(at + 1, end)
  let value: number | null = null
  const digits = /^-?\d{1,10}/.exec(rtf.slice(end, end + 12))
  if (digits) {
    value = Number(digits[0])
    end += digits[0].length
  }
  if (rtf[end] === ' ') end++
  if (name === 'bin') return Math.min(rtf.length, end + Math.max(0, value ?? 0))
  if (name === 'u') {
    flush(state)
    if (state.skip > 0) state.skip--
    else {
      put(String.fromCharCode((value ?? 0) & 0xffff), state, group)
      state.skip = group.fallback
    }
    return end
  }
  word(name, value, state, group, depth)
  return end
}

function controlSign(rtf: string, at: number, sign: string, state: State, group: Group): number {
  if (sign === "'") {
    const code = Number.parseInt(rtf.slice(at + 2, at + 4), 16)
    if (!Number.isNaN(code)) byte(code, state, group)
    return at + 4
  }
  flush(state)
  if (sign === '*') {
    const name = /^\s?\\([a-z]{1,32})/i.exec(rtf.slice(at + 2, at + 40))?.[1]
    if (name === undefined || !KEPT.has(name)) group.ignored = true
  } else if (sign === '~') put(' ', state, group)
  else if (sign === '_') put('-', state, group)
  else if (sign === '\n' || sign === '\r') put('\n', state, group)
  else if (sign === '\\' || sign === '{' || sign === '}') byte(sign.charCodeAt(0), state, group)
  return at + 2
}

function word(name: string, value: number | null, state: State, group: Group, depth: number): void {
  flush(state)
  state.skip = 0
  if (DESTINATIONS.has(name)) {
    group.ignored = true
    if (name === 'fonttbl') state.inFontTable = depth
    return
  }
  switch (name) {
    case 'ansicpg':
      state.documentEncoding = CODE_PAGES[value ?? 0] ?? 'windows-1252'
      break
    case 'uc':
      group.fallback = Math.max(0, Math.min(value ?? 1, 16))
      break
    case 'f':
      if (state.inFontTable) state.font = value ?? -1
      else group.encoding = state.fonts.get(value ?? -1) ?? ''
      break
    case 'fcharset':
      if (state.inFontTable && CHARSETS[value ?? 0]) state.fonts.set(state.font, CHARSETS[value ?? 0]!)
      break
    case 'plain':
      group.hidden = false
      group.struck = false
      group.encoding = ''
      break
    case 'v':
      group.hidden = value !== 0
      break
    case 'strike':
    case 'striked':
      group.struck = value !== 0
      break
    case 'pard':
      group.align = ''
      state.inTable = false
      break
    case 'qr':
    case 'qc':
      group.align = name === 'qr' ? 'right' : 'center'
      break
    case 'ql':
    case 'qj':
      group.align = ''
      break
    case 'intbl':
      state.inTable = true
      break
    case 'tab':
      put(GAP, state, group)
      break
    case 'cell':
      if (!group.ignored) endCell(state)
      break
    default: {
      const text = CHARACTERS[name]
      if (text === undefined) break
      if (name === 'row' && !group.ignored) endRow(state)
      else put(text, state, group)
    }
  }
}

function byte(code: number, state: State, group: Group): void {
  if (state.skip > 0) {
    state.skip--
    return
  }
  if (isUnsaid(group, state)) return
  // Plain characters decode as they are; only bytes above ASCII, and what may follow one, wait for their encoding.
  if (code < 0x80 && state.bytes.length === 0) put(String.fromCharCode(code), state, group)
  else {
    state.bytes.push(code)
    state.encoding = group.encoding || state.documentEncoding
  }
}

/** Windows-1252 from 0x80 on; some runtimes decode it as ISO 8859-1, which has controls there. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const western = (code: number) => WESTERN[code - 0x80] ?? String.fromCharCode(code)

/** Decodes the bytes that have come together. */
function flush(state: State): void {
  if (state.bytes.length === 0) return
  const { bytes, encoding } = state
  state.bytes = []
  if (encoding === 'windows-1252') append(bytes.map(western).join(''), state)
  else append(new TextDecoder(encoding).decode(Uint8Array.from(bytes)), state)
}

function put(text: string, state: State, group: Group): void {
  flush(state)
  if (isUnsaid(group, state)) return
  if (text === '\n') {
    // Paragraphs within a cell are one cell.
    if (state.inTable) append(' ', state)
    else {
      state.lineAlign = group.align
      endLine(state)
    }
  } else {
    if (state.line === '') state.lineAlign = group.align
    append(text, state)
  }
}

function append(text: string, state: State): void {
  state.line += text
}

function endCell(state: State): void {
  state.cells ??= []
  state.cells.push(state.line.replaceAll('\t', ' ').trim())
  state.line = ''
}

function endRow(state: State): void {
  if (state.line.trim() !== '') endCell(state)
  if (state.cells) state.out.push(state.cells.join('\t'))
  state.cells = null
  state.line = ''
}

function endLine(state: State): void {
  // Cells without the end of their row: the input is cut off.
  if (state.cells) {
    endRow(state)
    return
  }
  const text = state.line.trimEnd()
  state.out.push(text === '' ? '' : LEAD[state.lineAlign] + text)
  state.line = ''
}
