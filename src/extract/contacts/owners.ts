/** Numbers with the unit and the people in brackets behind them: 0100-5550123(市科技局 李明、王红). */
import type { Context, Range } from '../define.js'
import { shifted } from '../ranges.js'
import type { Filer } from './filer.js'
import { personOf } from './people.js'
import { grammar } from './rules.js'
import { lastBefore, type Token, textAt } from './token.js'

/** How far behind a number its owner's bracket may reach. */
const ASIDE = 80

interface Owner {
  unit: Range | null
  people: Range[]
  /** Where the bracket ends in the clean text. */
  end: number
}

/** Files a number with its unit and people in brackets behind it; the last token of it, or null when there are none. */
export function fileOwned(context: Context, filer: Filer, list: readonly Token[], at: number): number | null {
  const token = list[at]
  if (token?.type !== 'phone') return null
  const owner = ownerOf(context, token.range)
  if (!owner) return null
  // Behind a name and its number stands what he is asked for: 李明 13955500112(宣传).
  if (!owner.unit && filer.isListing && list[at - 1]?.type === 'word') filer.phone(token)
  else {
    filer.nextOwner(owner.unit, list[at - 1]?.type === 'phone')
    for (const range of owner.people) filer.person(personOf(context, range, textAt(context, range)), range)
    filer.phone(token)
    filer.closeOwner()
  }
  return lastBefore(list, at, owner.end)
}

/** Files the number of a service that its name is set solid behind: 12366纳税服务热线; the last token, or null for others. */
export function fileHotline(context: Context, filer: Filer, list: readonly Token[], at: number): number | null {
  const [token, next] = [list[at], list[at + 1]]
  if (token?.type !== 'phone' || token.kind !== 'hotline' || token.area || list[at - 1]?.type === 'phone') return null
  if (next?.type !== 'word' && next?.type !== 'label') return null
  const start = next.type === 'label' ? (next.prefix ?? next.range).start : next.range.start
  const name = start === token.range.end ? grammar.hotlineName.at(context.text.slice(start, next.range.end), 0) : null
  if (!name) return null
  filer.nextLine()
  filer.setUnit(shifted(name, start))
  filer.phone(token)
  return at + 1
}

/** The unit and the people in brackets behind a number. */
export function ownerOf(context: Context, phone: Range): Owner | null {
  const behind = context.text.slice(phone.end, phone.end + ASIDE)
  const m = behind.trimStart().startsWith('(') ? grammar.phoneAside.at(behind, 0) : null
  const group = m?.at('people')
  if (!m || !group) return null
  const people: Range[] = []
  for (const { 0: name, index } of m.groups.people!.matchAll(/[^ 、,/]+/g)) {
    if (grammar.notPerson.test(name)) return null
    people.push(shifted({ start: index, end: index + name.length }, phone.end + group.start))
  }
  const unit = m.at('unit')
  return { unit: unit && shifted(unit, phone.end), people, end: phone.end + m.end }
}
