/** `gongwen calendar`: deadlines and events of notices to an iCalendar file. */
import type { LeftOut, LeftReason } from '../calendar/index.js'
import type { CalendarCommand } from './args.js'
import { type Io, write } from './io.js'
import { put, readAllNotices } from './office.js'
import { clean } from './text.js'

const REASONS: Record<LeftReason, string> = {
  relative: 'cannot be counted from the notice',
  'no-first-day': 'recurs, and the notice has no day',
  'too-coarse': 'nothing but its year is known',
  repeated: 'said before',
}

export async function runCalendar(command: CalendarCommand, io: Io): Promise<number> {
  const { read, failures } = await readAllNotices(command, io)
  const { toCalendar } = await import('../calendar/index.js')
  const { as, alarms, sequence, stamp } = command
  const { ics, entries, left } = await toCalendar(read, {
    as,
    sequence,
    ...(alarms === undefined ? {} : { alarms }),
    ...(stamp === undefined ? {} : { stamp: stamp === 'now' ? new Date() : new Date(stamp) }),
  })
  await put(command.output, ics, io)
  const say = (text: string) => write(io.stderr, `gongwen: ${clean(text)}\n`).catch(() => {})
  const missed = left.filter(({ reason }) => reason !== 'repeated')
  for (const one of missed) await say(tell(one, read[one.notice]?.path))
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length
  const repeated = left.length - missed.length
  const tail = `${missed.length ? `, ${missed.length} left out` : ''}${repeated ? `, ${repeated} said before` : ''}`
  await say(`${count('deadline')} deadlines and ${count('event')} events of ${read.length} inputs${tail}`)
  return failures ? 2 : 0
}

const tell = ({ text, what, reason }: LeftOut, path = '') => `${path}: left out: ${text} ${what} (${REASONS[reason]})`
