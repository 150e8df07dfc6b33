/** What two documents say of the same matter: themes, days and deadlines, kept, moved, new and left out. */
import type { Deadline, NoticeDate, Theme } from '../types.js'
import type { Document } from './documents.js'
import { keyOf, likeness } from './names.js'
import type { Change, ChangedDate, ChangedDeadline, ChangedTheme, Changes } from './types.js'

/** How many values of a kind are compared; a bound on the work for one pair of documents. */
const MOST_VALUES = 24

/** How alike what must be done is said where it is the same matter. */
const ALIKE = 0.6

export function changesBetween(cited: Document, citing: Document, step: () => void): Changes {
  const [before, after] = [statedIn(cited), statedIn(citing)]
  return {
    themes: pair(before.themes, after.themes, [(a, b) => sameText(a, b)], step, () => null),
    dates: pair(before.dates, after.dates, [sameDays, sameLabel, onlyOne(before.dates, after.dates)], step, (a, b) =>
      daysBetween(a.start, b.start),
    ).map(shown(toDate)),
    deadlines: pair(before.deadlines, after.deadlines, [sameAct, likeAct], step, (a, b) =>
      a.due && b.due ? daysBetween(a.due, b.due) : null,
    ).map(shown(({ value }) => toDeadline(value))),
    partial: before.partial || after.partial,
  }
}

interface ActOf {
  value: Deadline
  due: string | null
  /** The act without to whom: 报送省示例局 and 报送市示例局 are one act. */
  act: string
}

interface Stated {
  themes: ChangedTheme[]
  dates: NoticeDate[]
  deadlines: ActOf[]
  partial: boolean
}

const stated = new WeakMap<Document, Stated>()

/** What a document says, read once however often it is cited. */
function statedIn(document: Document): Stated {
  const known = stated.get(document)
  if (known) return known
  const { notice } = document
  const themes = unique(notice.themes.filter(isStated), ({ text }) => keyOf(text))
  const dates = unique(notice.dates.filter(isCompared), ({ role, start, end }) => `${role}|${start}|${end}`)
  const said: Stated = {
    themes: themes.slice(0, MOST_VALUES).map(({ text, span, kind }) => ({ text, span, kind })),
    dates: dates.slice(0, MOST_VALUES),
    deadlines: notice.deadlines.slice(0, MOST_VALUES).map((value) => ({ value, due: value.due, act: actOf(value) })),
    partial: Math.max(themes.length, dates.length, notice.deadlines.length) > MOST_VALUES,
  }
  stated.set(document, said)
  return said
}

const isStated = ({ kind }: Theme) => kind === 'slogan' || kind === 'term'
const isCompared = ({ role }: NoticeDate) => role === 'event' || role === 'effective' || role === 'expires'

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size < seen.add(key(value)).size)
}

const actOf = ({ action, recipient }: Deadline) => keyOf(recipient ? action.replace(recipient, '') : action)

const sameText = (a: ChangedTheme, b: ChangedTheme) => keyOf(a.text) === keyOf(b.text)
const sameDays = (a: NoticeDate, b: NoticeDate) => a.role === b.role && a.start === b.start && a.end === b.end
const sameLabel = (a: NoticeDate, b: NoticeDate) => a.role === b.role && a.label !== undefined && a.label === b.label
const sameAct = (a: ActOf, b: ActOf) => a.act === b.act
const likeAct = (a: ActOf, b: ActOf) => likeness(a.act, b.act) >= ALIKE

/** One day of the role on either side is the same matter, whatever it is called. */
function onlyOne(before: readonly NoticeDate[], after: readonly NoticeDate[]) {
  const count = (list: readonly NoticeDate[], role: string) => list.filter((date) => date.role === role).length
  return (a: NoticeDate, b: NoticeDate) =>
    a.role === b.role && count(before, a.role) === 1 && count(after, b.role) === 1
}

/** Pairs by the strictest test first; in the order of the cited document, then what is new. */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  tests: readonly ((a: T, b: T) => boolean)[],
  step: () => void,
  days: (a: T, b: T) => number | null,
): Change<T>[] {
  const partner = new Map<T, T>()
  const free = new Set(after)
  for (const test of tests) {
    for (const a of before) {
      if (partner.has(a)) continue
      for (const b of free) {
        step()
        if (!test(a, b)) continue
        partner.set(a, b)
        free.delete(b)
        break
      }
    }
  }
  return [
    ...before.map((a) => {
      const b = partner.get(a)
      return { cited: a, citing: b ?? null, days: b === undefined ? null : days(a, b) }
    }),
    ...[...free].map((b) => ({ cited: null, citing: b, days: null })),
  ]
}

const shown =
  <T, R>(show: (value: T) => R) =>
  ({ cited, citing, days }: Change<T>): Change<R> => ({
    cited: cited && show(cited),
    citing: citing && show(citing),
    days,
  })

const toDate = ({ text, span, role, start, end }: NoticeDate): ChangedDate => ({ text, span, role, start, end })
const toDeadline = ({ text, span, due, action }: Deadline): ChangedDeadline => ({ text, span, due, action })

const DAY = 86_400_000

/** Whole days from one ISO day or minute to another. */
export function daysBetween(from: string, to: string): number | null {
  const [a, b] = [from, to].map((iso) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`))
  const days = Math.round((b! - a!) / DAY)
  return Number.isNaN(days) ? null : days
}
