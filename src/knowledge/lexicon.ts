/** Tables of names, one a line with its short forms, as grammars/lexicon/ holds them; unfolded on first use. */

/** Years of a body that is no more; an end that differs from place to place is open. */
export interface Years {
  from?: number
  to?: number
}

export interface Entry {
  name: string
  years?: Years
  /** Name of what took its place. */
  successor?: string
}

/** `国家发展计划委员会@1998-2003>国家发展和改革委员会 国家计委`: every name of a line → what it can mean. */
export function unfoldNames(table: string): Map<string, Entry[]> {
  const out = new Map<string, Entry[]>()
  for (const line of table.trim().split('\n')) {
    const [head = '', ...shorts] = line.split(' ')
    const [title = '', successor] = head.split('>')
    const [name = '', years] = title.split('@')
    const entry: Entry = { name }
    if (years) {
      const [from, to] = years.split('-')
      entry.years = { ...(from ? { from: Number(from) } : {}), ...(to ? { to: Number(to) } : {}) }
    }
    if (successor) entry.successor = successor
    for (const key of [name, ...shorts]) {
      const known = out.get(key)
      if (known) known.push(entry)
      else out.set(key, [entry])
    }
  }
  return out
}

/** The one that a name means in a year: a former one in its years, else the one of today, else the last. */
export function entryIn(entries: readonly Entry[] | undefined, year?: number): Entry | undefined {
  if (!entries) return undefined
  const today = entries.find((e) => !e.years)
  if (year !== undefined) {
    // In the year of the change the new name is taken.
    const then = entries.filter(({ years }) => years && (years.from ?? 0) <= year && year <= (years.to ?? 9999))
    const sure = today ? then.filter(({ years }) => year < years!.to!) : then
    if (sure.length) return sure.at(-1)
  }
  return today ?? entries.at(-1)
}
