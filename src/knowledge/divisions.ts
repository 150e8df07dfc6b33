/**
 * 行政区划 (GB/T 2260): provinces, prefectures and counties by name and code. The table is unfolded on first use.
 *
 * A line of the table is a province (=14山西省) or one of its prefectures with its counties (01太原 d小店 迎泽 … -清徐 … +古交).
 * A code goes up by one from entry to entry; a letter tells by how much more (a: 2), `-` is 21, `+` is 81, digits are the
 * code itself. Left out is the ending that the code tells (01–20 and 51–60 区, or 市 outside cities; 21–50 县; from 81 市),
 * and 自治… behind a place and its people (大厂'回族); `!` says that the name is whole.
 */
import { divisionTable } from '../../grammars/lexicon/divisions.js'

/** A division of the state down to the county (GB/T 2260). */
export interface Division {
  /** Six digits: 140000, 140100, 140121. */
  code: string
  /** Full name without those above it: 太原市, 延边朝鲜族自治州, 清徐县. */
  name: string
  /** 直辖市 are provinces, counties under no prefecture (济源市) counties. */
  level: 'province' | 'prefecture' | 'county'
}

const ENDINGS = ['特别行政区', '地区', '林区', '省', '市', '县', '区', '盟', '旗']

/** Entries of the table in the order of their codes; what they say in full is made when it is asked for. */
let codes: number[] | undefined
let entries: string[]
let endings: string[]
/** Entries by the first character of their name. */
let byInitial: Map<string, number[]>

interface Named {
  division: Division
  /** The full name, then the short ones: 延边朝鲜族自治州, 延边, 延边州. */
  keys: string[]
}
let made: Named[]

function unfold(): number[] {
  codes = []
  entries = []
  endings = []
  byInitial = new Map()
  made = []
  let province = 0
  for (const line of divisionTable.split('\n')) {
    const [head = '', ...counties] = line.split(' ')
    if (head.startsWith('=')) {
      province = Number(head.slice(1, 3)) * 10_000
      const name = head.slice(3)
      add(province, name.includes("'") ? name : `${name}!`, '区')
      continue
    }
    const prefecture = province + Number(head.slice(0, 2)) * 100
    const name = head.slice(2)
    // Below a prefecture without a name: districts of a municipality, or cities directly under the province (90).
    const isCity = name ? !name.includes("'") && !isWhole(name) : prefecture % 10_000 !== 9000
    if (name) add(prefecture, name, '市')
    addCounties(prefecture, counties, isCity)
  }
  return codes
}

function addCounties(prefecture: number, counties: readonly string[], isCity: boolean): void {
  let last = 0
  for (const entry of counties) {
    const first = entry.charCodeAt(0)
    let at = 1
    if (first > 0x7f) {
      last++
      at = 0
    } else if (entry[0] === '-') last = 21
    else if (entry[0] === '+') last = 81
    else if (first >= 0x61) last += first - 95
    else {
      last = Number(entry.slice(0, 2))
      at = 2
    }
    const ending = last >= 81 ? '市' : last >= 21 && last <= 50 ? '县' : isCity ? '区' : '市'
    add(prefecture + last, at ? entry.slice(at) : entry, ending)
  }
}

function add(code: number, entry: string, ending: string): void {
  const at = codes!.push(code) - 1
  entries.push(entry)
  endings.push(ending)
  const known = byInitial.get(entry[0]!)
  if (known) known.push(at)
  else byInitial.set(entry[0]!, [at])
}

/** Whether the table leaves nothing out of an entry: 兴安盟, 阿里地区, 土默特左旗. */
const isWhole = (entry: string) => entry.endsWith('盟') || entry.endsWith('旗') || entry.endsWith('地区')

/** An entry in full. */
function make(at: number): Named {
  const known = made[at]
  if (known) return known
  const [entry, ending, code] = [entries[at]!, endings[at]!, String(codes![at])]
  const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'prefecture' : 'county'
  const mark = entry.indexOf("'")
  let name = entry + ending
  let stem = entry
  let other = ''
  if (mark >= 0) {
    const isBanner = entry.endsWith('旗')
    const kind = isBanner ? '旗' : level === 'prefecture' ? '州' : ending
    stem = entry.slice(0, mark)
    name = `${stem}${entry.slice(mark + 1, isBanner ? -1 : undefined)}自治${kind}`
    other = stem + kind
  } else if (entry.endsWith('!') || isWhole(entry)) {
    name = entry.endsWith('!') ? entry.slice(0, -1) : entry
    stem = name.slice(0, -ENDINGS.find((e) => name.endsWith(e))!.length)
  }
  const keys = [name, ...(stem.length > 1 ? [stem] : []), ...(other ? [other] : [])]
  made[at] = { division: { code, name, level }, keys }
  return made[at]
}

function withInitial(character: string | undefined): Named[] {
  if (!codes) unfold()
  return (byInitial.get(character ?? '') ?? []).map(make)
}

/** Divisions that a full or short name can mean (朝阳区: one in 北京市, one in 长春市), in the order of their codes. */
export function divisionsNamed(name: string): Division[] {
  return withInitial(name[0]).flatMap(({ division, keys }) => (keys.includes(name) ? division : []))
}

/** Full and short names of divisions that begin at an offset, the longest first, with all that each can mean. */
export function divisionsAt(text: string, offset: number): { name: string; divisions: Division[] }[] {
  const found = new Map<string, Division[]>()
  for (const { division, keys } of withInitial(text[offset])) {
    for (const key of keys) {
      if (!text.startsWith(key, offset)) continue
      const known = found.get(key)
      if (known) known.push(division)
      else found.set(key, [division])
    }
  }
  return [...found].map(([name, divisions]) => ({ name, divisions })).sort((a, b) => b.name.length - a.name.length)
}

/** Divisions that a text speaks of by their full name, each once; what several share tells none. */
export function divisionsWithin(text: string): Division[] {
  const out = new Set<Division>()
  for (let at = 0; at < text.length; at++) {
    const found = divisionsAt(text, at).find(({ name, divisions }) => divisions.some((d) => d.name === name))
    if (!found) continue
    const named = found.divisions.filter((d) => d.name === found.name)
    if (named.length === 1) out.add(named[0]!)
    at += found.name.length - 1
  }
  return [...out]
}

/** Divisions whose name begins with a character, in the order of their codes. */
export const divisionsWithInitial = (character: string): Division[] => withInitial(character).map((n) => n.division)

export function divisionOf(code: string): Division | undefined {
  const list = codes ?? unfold()
  const wanted = /^\d{6}$/.test(code) ? Number(code) : Number.NaN
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return list[low] === wanted ? make(low).division : undefined
}

/** The division and those above it, highest first: 山西省, 太原市, 清徐县. */
export function chainOf({ code }: Division): Division[] {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  return [...new Set(codes)].flatMap((c) => divisionOf(c) ?? [])
}

/** Whether a division lies within another, or is it. */
export const isWithin = (inner: Division, outer: Division): boolean =>
  inner.code.startsWith(outer.code.replace(/(?:00){1,3}$/, ''))

/**
 * A division by its name or its code of six digits. `within` (a name or a code of a division above it) tells which of
 * several of one name is meant.
 *
 * ```ts
 * findDivision('太原')?.code // 140100
 * findDivision('朝阳区') // null: there are two
 * findDivision('朝阳区', '北京市')?.code // 110105
 * ```
 *
 * Throws `TypeError` on a wrong argument.
 *
 * @returns null where there is none, or more than one. Source: GB/T 2260, by the yearly table of the National Bureau of Statistics.
 */
export function findDivision(nameOrCode: string, within?: string): Division | null {
  if (typeof nameOrCode !== 'string') throw new TypeError('findDivision: nameOrCode must be a string')
  if (within !== undefined && typeof within !== 'string') throw new TypeError('findDivision: within must be a string')
  const byNumber = divisionOf(nameOrCode)
  const found = byNumber ? [byNumber] : divisionsNamed(nameOrCode)
  if (within === undefined) return only(found)
  const outer = divisionOf(within) ? [divisionOf(within)!] : divisionsNamed(within)
  return only(found.filter((d) => outer.some((o) => o.code !== d.code && isWithin(d, o))))
}

const only = (found: readonly Division[]): Division | null => (found.length === 1 ? { ...found[0]! } : null)
