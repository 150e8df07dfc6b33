/** Departments of a place: the full name of a short one, with `*` for the place (中共*委宣传部). */
import {
  departmentKinds,
  departmentStems,
  departments,
  formalPlaces,
  innerEndings,
} from '../../grammars/lexicon/departments.js'
import { type Entry, entryIn, unfoldNames } from './lexicon.js'

let byName: Map<string, Entry[]> | undefined
let byStem: Map<string, Entry[]>
let heads: string[]

function unfold(): Map<string, Entry[]> {
  byStem = unfoldNames(departmentStems)
  byName = new Map()
  const before = new Set([''])
  for (const [name, entries] of unfoldNames(departments)) {
    const key = name.includes('*') ? name : `*${name}`
    byName.set(key, entries)
    before.add(key.slice(0, key.indexOf('*')))
  }
  heads = [...before].sort((a, b) => b.length - a.length)
  return byName
}

/** What stands before the place in names of departments, longest first: 中国共产党, 中共, 共青团 … and nothing. */
export function departmentHeads(): readonly string[] {
  if (!byName) unfold()
  return heads
}

/** What stands behind a place, in full: 科技局 → *科学技术局; `regular` where it is 厅, 局 or 委员会 of a known stem. */
export interface Department extends Entry {
  regular: boolean
}

/** The department that is named by what stands before and behind the place; null where it is not known. */
export function departmentOf(head: string, rest: string, year?: number): Department | null {
  const names = byName ?? unfold()
  const entry = entryIn(names.get(`${head}*${rest}`), year)
  if (entry) return { ...entry, name: entry.name.includes('*') ? entry.name : `*${entry.name}`, regular: false }
  if (head) return null
  for (const [short, kind] of departmentKinds) {
    if (!rest.endsWith(short)) continue
    const stem = entryIn(byStem.get(rest.slice(0, -short.length)), year)
    if (stem)
      return {
        ...stem,
        name: `*${stem.name}${kind}`,
        ...(stem.successor ? { successor: stem.successor + kind } : {}),
        regular: true,
      }
  }
  return null
}

/** A department and the unit within it that the name goes on to (教育局 + 办公室); the longest department is taken. */
export function departmentAndUnit(
  head: string,
  rest: string,
  year?: number,
): { department: Department; unit: string } | null {
  const whole = departmentOf(head, rest, year)
  if (whole) return { department: whole, unit: '' }
  if (!innerEndings.some((e) => rest.endsWith(e))) return null
  for (let at = rest.length - 2; at >= 1; at--) {
    const department = departmentOf(head, rest.slice(0, at), year)
    if (department) return { department, unit: rest.slice(at) }
  }
  return null
}

/** The full name of a department in a place. */
export function nameIn(place: string, { name }: Department, unit: string): string {
  // Units of a committee of the Party are named after its short form: 中共示例市委督查室.
  const template = unit && name.startsWith('中共*') && name.endsWith('*委员会') ? '中共*委' : name
  const formal = formalPlaces.some((e) => place.endsWith(e))
  const pattern = formal && !template.includes('*委员会') ? template.replace('*委', '*委员会') : template
  return pattern.replace('*', place) + unit
}
