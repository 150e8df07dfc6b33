/** 机关代字: the body that the code of a document number stands for (国科发 → 科学技术部, 并科 → 太原市科学技术局). */
import {
  centralCodes,
  codeTails,
  departmentCodes,
  divisionCodes,
  municipalDepartments,
  officeMark,
  viceProvincial,
} from '../../grammars/lexicon/agency-codes.js'
import { ownWords, placeEndings, relativePlaces } from '../../grammars/lexicon/departments.js'
import { type Body, bodyNamed, copyOf } from './bodies.js'
import { type Division, divisionOf, divisionsWithInitial } from './divisions.js'
import { type Entry, unfoldNames } from './lexicon.js'

/** What tells codes apart that several bodies have used. */
export interface BodyOfCodeOptions {
  /** Year of the document: bodies and their codes change. Without it, what has years is not inferred. */
  year?: number
  /** Text of the notice: it tells 南京市 from 宁夏 (宁科发), and which place a first character stands for. */
  text?: string
}

let central: Map<string, Entry[]> | undefined
let departments: Map<string, Entry[]>
let places: Map<string, string[]>

function unfold(): Map<string, Entry[]> {
  central = new Map()
  for (const [key, entries] of unfoldNames(centralCodes)) {
    const [code = '', next] = key.split(':')
    for (const more of next ?? ['']) central.set(code + more, [...(central.get(code + more) ?? []), ...entries])
  }
  departments = unfoldNames(departmentCodes)
  places = new Map()
  for (const item of divisionCodes.split(' ')) {
    const at = item.search(/\d/)
    const known = places.get(item.slice(0, at)) ?? []
    places.set(item.slice(0, at), [...known, item.slice(at).padEnd(6, '0')])
  }
  return central
}

/** The one entry that holds in a year. */
function inYear(entries: readonly Entry[] = [], year?: number): Entry | undefined {
  const found = entries.filter(
    ({ years }) =>
      !years || (year !== undefined && (years.from ?? 0) <= year && year <= (years.to ?? Number.POSITIVE_INFINITY)),
  )
  return found.length === 1 ? found[0] : undefined
}

/** Longest code in the tables. */
const LONGEST = 6

/**
 * The body behind the code of a document number.
 *
 * ```ts
 * bodyOfCode('国科发智', { year: 2021 })?.name // 科学技术部
 * bodyOfCode('并科', { year: 2023 })?.name // 太原市科学技术局
 * ```
 *
 * It is an inference: the codes are each body's own choice, and only common ones are known.
 * Throws `TypeError` on a wrong argument.
 *
 * @returns null where the code is not known, or can be several bodies'.
 */
export function bodyOfCode(agencyCode: string, options: BodyOfCodeOptions = {}): Body | null {
  if (typeof agencyCode !== 'string') throw new TypeError('bodyOfCode: agencyCode must be a string')
  if (options === null || typeof options !== 'object') throw new TypeError('bodyOfCode: options must be an object')
  const { year, text = '' } = options
  if (year !== undefined && !Number.isInteger(year))
    throw new TypeError('bodyOfCode: options.year must be a whole number')
  if (typeof text !== 'string') throw new TypeError('bodyOfCode: options.text must be a string')
  const code = agencyCode.replace(/\s/g, '')
  const codes = central ?? unfold()
  for (let length = Math.min(LONGEST, code.length); length >= 2; length--) {
    const known = codes.get(code.slice(0, length))
    if (!known) continue
    const entry = inYear(known, year)
    const body = entry && bodyNamed(entry.name, { year })
    return body ? copyOf(body) : null
  }
  const division = divisionOfCode(code, text)
  return division ? localBody(division.division, code.slice(division.length), year) : null
}

/** The division that a code begins with: one that its character is known for, or that the text names. */
function divisionOfCode(code: string, text: string): { division: Division; length: number } | null {
  for (let length = Math.min(3, code.length); length >= 1; length--) {
    const mark = code.slice(0, length)
    const usual = (places.get(mark) ?? []).flatMap((c) => divisionOf(c) ?? [])
    const all = new Set([...usual, ...(length === 1 ? divisionsWithInitial(mark) : [])])
    const fitting = [...all].filter((d) => isOwn(d, text))
    const named = fitting.filter((d) => text.includes(d.name))
    if (named.length > 1) return null
    const [division, ...more] = named.length
      ? named
      : fitting.filter((d) => usual.includes(d) && isAlone(d, mark, text))
    if (division) return more.length ? null : { division, length }
  }
  return null
}

/** Whether a division is of the kind that the text says of its own (我市: no province's). */
function isOwn({ name }: Division, text: string): boolean {
  const own = relativePlaces.filter((kind) => ownWords.some((word) => text.includes(word + kind)))
  return !own.length || own.some((kind) => name.endsWith(kind))
}

/** Whether the text names no other place with the same first character: 青 is not 青海's in a notice that speaks of 青屿市. */
function isAlone({ name }: Division, mark: string, text: string): boolean {
  if (!name.startsWith(mark)) return true
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    for (let end = at + 3; end <= at + 4; end++) {
      const other = text.slice(at, end)
      if (!name.startsWith(other) && placeEndings.some(([e]) => other.endsWith(e))) return false
    }
  }
  return true
}

function localBody(division: Division, code: string, year?: number): Body | null {
  for (let length = Math.min(4, code.length); length >= 1; length--) {
    const known = departments.get(code.slice(0, length))
    if (!known) continue
    const entry = inYear(known, year)
    const tail = code.slice(length)
    if (!entry || (tail && !codeTails.includes(tail[0]!))) return null
    const name = departmentIn(division, entry.name)
    if (!name) return null
    const office = tail.startsWith(officeMark) ? officeOf(division, entry.name) : ''
    return { name: division.name + name + office, level: division.level, divisionCode: division.code }
  }
  return null
}

const isMunicipality = ({ code, name }: Division) => code.endsWith('0000') && name.endsWith('市')

function departmentIn(division: Division, stem: string): string | null {
  // Counties have a 局 where those above have a 委员会.
  if (stem.endsWith('/')) return division.level === 'county' && stem.endsWith('委员会/') ? null : stem.slice(0, -1)
  if (!isMunicipality(division)) return stem + (division.level === 'province' ? '厅' : '局')
  const line = municipalDepartments.split('\n').find((l) => division.code.startsWith(l.slice(0, 2)))!
  for (const item of line.split(' ').slice(1)) {
    const [key = '', name] = item.split('=')
    if (key.startsWith(stem)) return name ?? key
  }
  return `${stem}局`
}

/** 办公厅 of the government of a province and of the greater cities, 办公室 elsewhere. */
function officeOf(division: Division, department: string): string {
  const greater = division.level === 'province' || viceProvincial.split(' ').includes(division.code.slice(0, 4))
  return greater && department === '人民政府/' ? '办公厅' : '办公室'
}
