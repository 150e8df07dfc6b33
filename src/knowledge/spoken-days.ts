/**
 * The one importer of chrono-node. It imports nothing of ours, so that it makes a chunk that is only loaded with
 * `findDates` and `findDeadlines`: official prose itself names no day from the day of speaking.
 */
import { Chrono, createCasualConfiguration } from 'chrono-node/zh/hans'

export interface SpokenDay {
  start: number
  text: string
  year: number
  month: number
  day: number
  hour: number | null
  minute: number | null
}

let casual: Chrono | undefined

/** Days that are named from the day of speaking (下周三上午9时), against an explicit reference day. */
export function spokenDays(text: string, referenceDay: string): SpokenDay[] {
  casual ??= new Chrono(createCasualConfiguration())
  const out: SpokenDay[] = []
  // Parts of it read the clock of the machine's own zone, whatever zone is given, and at night 明天 is the day that has
  // begun: it is asked at noon by that clock, so that the days are the same everywhere.
  const [y, m, d] = referenceDay.split('-').map(Number) as [number, number, number]
  for (const r of casual.parse(text, new Date(y, m - 1, d, 12))) {
    const [year, month, day] = [r.start.get('year'), r.start.get('month'), r.start.get('day')]
    if (year === null || month === null || day === null) continue
    const timed = r.start.isCertain('hour')
    out.push({
      start: r.index,
      text: r.text,
      year,
      month,
      day,
      hour: timed ? r.start.get('hour') : null,
      minute: timed ? r.start.get('minute') : null,
    })
  }
  return out
}
