/** Calendars are read back by another package than the one that wrote them. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { type CalendarEntry, calendarEntries, toCalendar, writeCalendar } from '../src/calendar/index.js'
import { firstOf, later, ruleEarlier } from '../src/calendar/time.js'
import { type Notice, parseNotice } from '../src/index.js'

const dir = new URL('../corpus/', import.meta.url)
const corpus = readdirSync(dir)
  .filter((f) => /\.(?:txt|md)$/.test(f) && f !== 'README.md')
  .map((f) => parseNotice(readFileSync(new URL(f, dir), 'utf8'), { filename: f }))

const components = (ics: string, name: string) => new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents(name)
const value = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name)
const time = (component: ICAL.Component, name: string) => value(component, name) as ICAL.Time | null

/** Minutes since 1970 of the wall clock in Shanghai. */
function minutes(t: ICAL.Time): number {
  if (!t.isDate) expect(t.zone?.tzid).toBe('Asia/Shanghai')
  return Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute) / 60_000
}

/** The same of what a notice says, counted here anew. */
const minutesOf = (iso: string) =>
  Date.parse(`${iso.slice(0, 10)}T00:00Z`) / 60_000 + Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16))

const dayParts = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  return { year, month, day }
}
const timed = (iso: string) => iso.includes('T')

const notice = (body: string, tail = '') =>
  parseNotice(`示例市示例局文件

示示发〔2024〕3号

示例市示例局关于做好示例工作的通知

各县（市、区）示例局：

${body}

联系人：张示例，电话：0100-5550123。

示例市示例局
2024年5月6日
${tail}`)

describe('the composed corpus, read back', () => {
  it('gives deadlines and events with the dates of their notices', async () => {
    let deadlines = 0
    let events = 0
    for (const one of corpus) {
      const { ics, entries } = await toCalendar([one])
      const found = new Map(components(ics, 'vevent').map((c) => [value(c, 'uid') as string, c]))
      expect(found.size).toBe(entries.length)
      for (const entry of entries) {
        const component = found.get(entry.uid)!
        const start = time(component, 'dtstart')!
        const end = time(component, 'dtend')
        const whole = !timed(entry.end) && !timed(entry.start ?? entry.end)
        expect(start.isDate).toBe(whole)
        if (entry.kind === 'event') events++
        else deadlines++
        if (entry.rule !== undefined && timed(entry.end)) {
          expect(minutes(end!)).toBe(minutesOf(entry.end))
          continue
        }
        if (entry.start !== undefined) expect(minutes(start)).toBe(minutesOf(entry.start))
        else expect(minutes(start)).toBe(minutesOf(entry.end) - (whole ? 0 : 30))
        // The end of a whole day is exclusive; so is a day on which something timed ends.
        const last = minutesOf(entry.end) + (timed(entry.end) ? 0 : 1440)
        expect(end ? minutes(end) : minutes(start)).toBe(last)
      }
    }
    expect(deadlines).toBeGreaterThan(70)
    expect(events).toBeGreaterThan(35)
  })

  it('holds or reports every deadline and event', () => {
    for (const one of corpus) {
      const { entries, left } = calendarEntries([one])
      expect(entries.length + left.length).toBe(one.deadlines.length + one.events.length)
      for (const deadline of one.deadlines) {
        if (deadline.due === null) continue
        expect(entries.some(({ kind, end }) => kind === 'deadline' && end === deadline.due)).toBe(true)
      }
      for (const { reason, what } of left) {
        if (reason === 'relative') expect(one.deadlines.find((d) => d.action === what)?.due).toBeNull()
      }
    }
  })

  it('gives tasks that are due when the notices say', async () => {
    const { ics, entries } = await toCalendar(corpus, { as: 'todo' })
    const todos = components(ics, 'vtodo')
    const deadlines = entries.filter(({ kind }) => kind === 'deadline')
    expect(todos.length).toBe(deadlines.length)
    const byUid = new Map(todos.map((c) => [value(c, 'uid') as string, c]))
    for (const { uid, start, end, rule } of deadlines) {
      const todo = byUid.get(uid)!
      const due = time(todo, 'due')!
      const mixed = start !== undefined && timed(start) !== timed(end)
      expect(minutes(due)).toBe(minutesOf(end) + (mixed && !timed(end) ? 1440 : 0))
      expect(value(todo, 'status')).toBe('NEEDS-ACTION')
      expect(todo.hasProperty('dtstart')).toBe(start !== undefined || rule !== undefined)
      if (start !== undefined) expect(minutes(time(todo, 'dtstart')!)).toBe(minutesOf(start))
      expect(todo.hasProperty('transp')).toBe(false)
    }
    expect(components(ics, 'vevent').length).toBe(entries.length - deadlines.length)
  })

  it('recurs on the days of the rule, from the first on', async () => {
    const { ics, entries } = await toCalendar(corpus)
    const recurring = entries.filter(({ rule }) => rule !== undefined)
    expect(recurring.length).toBeGreaterThanOrEqual(6)
    for (const { uid, rule, end, stamp } of recurring) {
      const component = components(ics, 'vevent').find((c) => value(c, 'uid') === uid)!
      const event = new ICAL.Event(component)
      const iterator = event.iterator()
      const ends = Array.from({ length: 5 }, () => iterator.next()!.clone()).map(
        (start) => minutes(start) + (start.isDate ? 0 : 30),
      )
      expect(ends[0]).toBe(minutesOf(end))
      // Counted by the other package from the printed rule, begun before the notice.
      const plain = ICAL.Recur.fromString(rule!).iterator(
        ICAL.Time.fromData({ ...dayParts(stamp), hour: 0, minute: 0, second: 0, isDate: false }),
      )
      const due = Array.from({ length: 6 }, () => plain.next()!.clone())
        .map((t) => Date.UTC(t.year, t.month - 1, t.day, t.hour, t.minute) / 60_000)
        .filter((m) => m >= minutesOf(stamp))
      const evening = !/BYHOUR=0/.test(rule!)
      if (evening) expect(ends).toEqual(due.slice(0, 5))
    }
  })

  it('is the same on every run, and no UID stands twice', async () => {
    const first = await toCalendar(corpus)
    expect((await toCalendar(corpus)).ics).toBe(first.ics)
    expect(new Set(first.entries.map(({ uid }) => uid)).size).toBe(first.entries.length)
    for (const row of first.ics.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
    expect(first.ics).not.toMatch(/[^\r]\n/)
  })
})

describe('times', () => {
  const one = async (body: string, options = {}) => {
    const { ics, entries, left } = await toCalendar([notice(body)], options)
    return { ics, entries, left, events: components(ics, 'vevent'), todos: components(ics, 'vtodo') }
  }

  it('keeps 24时 on its day: the event ends with it', async () => {
    const { events, ics } = await one('请于2024年5月20日24时前报送示例材料。')
    expect(ics).toContain('DTSTART;TZID=Asia/Shanghai:20240520T233000')
    expect(ics).toContain('DTEND;TZID=Asia/Shanghai:20240521T000000')
    expect(value(events[0]!, 'summary')).toBe('【24:00截止】报送示例材料')
    const todo = await one('请于2024年5月20日24时前报送示例材料。', { as: 'todo' })
    expect(todo.ics).toContain('DUE;TZID=Asia/Shanghai:20240521T000000')
  })

  it('gives a day without an hour as a whole day', async () => {
    const { ics } = await one('请于2024年5月20日（含）前报送示例材料。')
    expect(ics).toContain('DTSTART;VALUE=DATE:20240520')
    expect(ics).toContain('DTEND;VALUE=DATE:20240521')
    expect((await one('请于2024年5月20日前报送示例材料。', { as: 'todo' })).ics).toContain('DUE;VALUE=DATE:20240520')
  })

  it('gives the first day of an event whose printed end lies before it', () => {
    const { entries } = calendarEntries([notice('活动时间：2024年6月26日至2023年6月28日。')])
    expect(entries.map(({ start, end }) => [start, end])).toEqual([['2024-06-26', '2024-06-26']])
  })

  it('says what the zone is, in its own words', async () => {
    const { ics } = await one('请于2024年5月20日17:00前报送示例材料。')
    const zone = new ICAL.Timezone(components(ics, 'vtimezone')[0]!)
    expect(zone.tzid).toBe('Asia/Shanghai')
    expect(zone.utcOffset(ICAL.Time.fromData(dayParts('2024-07-01')))).toBe(8 * 3600)
  })

  it('does not depend on the zone of the machine', async () => {
    const entry: CalendarEntry = {
      uid: 'a@gongwen',
      kind: 'deadline',
      summary: '',
      description: '',
      // An hour that New York does not have on that day.
      end: '2024-03-10T02:30',
      confidential: false,
      stamp: '2024-03-10',
    }
    const written = await writeCalendar([entry])
    const before = process.env.TZ
    try {
      process.env.TZ = 'America/New_York'
      expect(new Date(2024, 2, 10, 2, 30).getHours()).not.toBe(2)
      expect(await writeCalendar([entry])).toBe(written)
    } finally {
      if (before === undefined) delete process.env.TZ
      else process.env.TZ = before
    }
    expect(written).toContain('DTEND;TZID=Asia/Shanghai:20240310T023000')
  })

  it('reminds a day and two hours before, from 17:00 where no hour is printed', async () => {
    const at = async (body: string, options = {}) => {
      const { events, todos } = await one(body, options)
      const component = (todos[0] ?? events[0])!
      const end = time(component, todos.length ? 'due' : 'dtend')!
      return component.getAllSubcomponents('valarm').map((alarm) => {
        const trigger = alarm.getFirstProperty('trigger')!
        expect(trigger.getParameter('related')).toBe('END')
        const ring = end.clone()
        ring.addDuration(trigger.getFirstValue() as ICAL.Duration)
        return ring.toString().slice(0, 16)
      })
    }
    expect(await at('请于2024年5月20日17:30前报送示例材料。')).toEqual(['2024-05-19T17:30', '2024-05-20T15:30'])
    const timed = { year: 2024, month: 5, day: 20 }
    // ical.js adds no hours to days: counted here.
    for (const as of ['event', 'todo'] as const) {
      const { events, todos } = await one('请于2024年5月20日前报送示例材料。', { as, alarms: [1440, 120] })
      const component = (todos[0] ?? events[0])!
      const rings = component.getAllSubcomponents('valarm').map((alarm) => {
        const seconds = (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds()
        const end = Date.UTC(timed.year, 4, as === 'todo' ? 20 : 21)
        return new Date(end + seconds * 1000).toISOString().slice(0, 16)
      })
      expect(rings).toEqual(['2024-05-19T17:00', '2024-05-20T15:00'])
    }
    expect(await at('请于2024年5月20日17:30前报送示例材料。', { alarms: [] })).toEqual([])
  })

  it('leaves out what cannot be counted, and says so', async () => {
    const { entries, left } = await one('请各县示例局自收到本通知之日起5个工作日内报送示例方案。')
    expect(entries).toEqual([])
    expect(left).toMatchObject([{ reason: 'relative', kind: 'deadline', notice: 0 }])
    const undated = parseNotice('关于报送示例月报的通知\n\n各县示例局：\n\n请于每月5日前报送示例月报。\n\n示例市示例局')
    expect(calendarEntries([undated]).left.map(({ reason }) => reason)).toEqual(['no-first-day'])
  })

  it('finds the first day of a rule as the other package does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'FREQ=MONTHLY;BYMONTHDAY=5',
          'FREQ=MONTHLY;BYMONTHDAY=-1',
          'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
          'FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10',
          'FREQ=WEEKLY;BYDAY=MO,FR',
          'FREQ=MONTHLY;BYDAY=2WE',
          'FREQ=MONTHLY;BYDAY=-1FR',
          'FREQ=DAILY',
        ),
        fc.integer({ min: 0, max: 5000 }),
        (rule, days) => {
          const day = new Date(Date.UTC(2015, 0, 1) + days * 86_400_000).toISOString().slice(0, 10)
          const first = firstOf(rule, day)!
          const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(first))
          expect(iterator.next()!.toString()).toBe(first)
          // No day before it: from the day given on, the other package comes to the same.
          const from = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(day))
          let next = from.next()!
          while (next.toString() < day) next = from.next()!
          if (!/SETPOS/.test(rule)) expect(next.toString()).toBe(first)
        },
      ),
    )
  })

  it('shifts a rule by less than an hour, or says that it cannot', () => {
    expect(ruleEarlier('FREQ=WEEKLY;BYDAY=FR;BYHOUR=17;BYMINUTE=0', 30)).toBe(
      'FREQ=WEEKLY;BYDAY=FR;BYHOUR=16;BYMINUTE=30',
    )
    expect(ruleEarlier('FREQ=DAILY;BYHOUR=0;BYMINUTE=0', 30)).toBe('FREQ=DAILY;BYHOUR=23;BYMINUTE=30')
    expect(ruleEarlier('FREQ=WEEKLY;BYDAY=FR;BYHOUR=0;BYMINUTE=0', 30)).toBeNull()
    expect(later('2024-05-20T24:00', -30)).toBe('2024-05-20T23:30')
  })
})

describe('updates', () => {
  it('keeps the UID when the day is put off, and changes it with the number of the notice', () => {
    const uids = (n: Notice) => calendarEntries([n]).entries.map(({ uid }) => uid)
    const before = uids(notice('请于2024年5月20日前报送示例材料。'))
    expect(before).toHaveLength(1)
    expect(uids(notice('请于2024年5月31日17时前报送示例材料。'))).toEqual(before)
    const other = parseNotice(notice('请于2024年5月20日前报送示例材料。').source.text.replace('3号', '4号'))
    expect(uids(other)).not.toEqual(before)
  })

  it('knows a notice without a number by its content', () => {
    const text = '关于停水的通知\n\n各用户：\n\n请于2024年5月20日前储水。\n\n示例市水务公司\n2024年5月6日'
    const uid = (t: string) => calendarEntries([parseNotice(t)]).entries[0]!.uid
    expect(uid(text.replaceAll('\n\n', '\n'))).toBe(uid(text))
    expect(uid(text.replace('各用户', '各住户'))).not.toBe(uid(text))
  })

  it('takes a revision and a stamp when asked', async () => {
    const n = notice('请于2024年5月20日前报送示例材料。')
    expect((await toCalendar([n])).ics).toMatch(/SEQUENCE:0\r\nDTSTAMP:20240506T000000Z/)
    const { ics } = await toCalendar([n], { sequence: 2, stamp: new Date('2024-05-08T01:02:03Z') })
    expect(ics).toMatch(/SEQUENCE:2\r\nDTSTAMP:20240508T010203Z/)
  })

  it('reports copies of a notice as repeated', () => {
    const n = notice('请于2024年5月20日前报送示例材料。')
    const { entries, left } = calendarEntries([n, n])
    expect(entries).toHaveLength(1)
    expect(left).toMatchObject([{ reason: 'repeated', notice: 1 }])
  })
})

describe('content', () => {
  const entry = (text: string): CalendarEntry => ({
    uid: 'a@gongwen',
    kind: 'deadline',
    summary: text,
    description: text,
    location: text,
    end: '2024-05-20',
    confidential: false,
    stamp: '2024-05-06',
  })

  it('comes back whatever it is: nothing in it is read as a property', async () => {
    const piece = fc.constantFrom(
      '\\',
      ';',
      ',',
      '\n',
      'END:VEVENT\n',
      'BEGIN:VALARM',
      '：',
      '张',
      '😀',
      '"',
      '\\n',
      ' ',
      'DTEND:',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 60 }),
        fc.constantFrom('event', 'todo'),
        async (pieces, as) => {
          const text = `x${pieces.join('')}x`
          const ics = await writeCalendar([entry(text)], { as: as as 'event' | 'todo' })
          const [component, ...more] = components(ics, as === 'todo' ? 'vtodo' : 'vevent')
          expect(more).toEqual([])
          for (const name of ['summary', 'description', 'location']) expect(value(component!, name)).toBe(text)
          for (const row of ics.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('holds no control character, no bidi control and no line break where one line is due', () => {
    const hostile = '\x1b[31m红\x07\u202e色\r\nBEGIN:VEVENT\u2028x\0'
    const n = notice('请于2024年5月20日前报送示例材料。')
    const spoilt = {
      ...n,
      deadlines: n.deadlines.map((d) => ({ ...d, action: d.action + hostile, recipient: hostile })),
      title: { ...n.title!, text: hostile },
    }
    const [made] = calendarEntries([
      { notice: spoilt, url: 'https://example.gov.cn/a,b;c?x="\r\nEND:VCALENDAR' },
    ]).entries
    expect(made!.summary).toBe('【截止】报送示例材料[31m红色 BEGIN:VEVENT x')
    for (const text of [made!.summary, made!.description]) expect(text).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e\u2028]/)
    expect(made!.url).toBe('https://example.gov.cn/a%2Cb%3Bc?x=%22END:VCALENDAR')
  })

  it('names the notice, whom to ask, and marks what is classified', async () => {
    const text = `机密★1年\n\n${notice('请于2024年5月20日前报送示例材料，逾期不予受理。').source.text}`
    const { ics, entries } = await toCalendar([parseNotice(text)])
    expect(entries[0]!.description.split('\n')).toEqual(
      expect.arrayContaining([
        '期限：2024年5月20日前',
        '通知：示例市示例局关于做好示例工作的通知',
        '文号：示示发〔2024〕3号',
        '联系：张示例 0100-5550123',
      ]),
    )
    expect(value(components(ics, 'vevent')[0]!, 'class')).toBe('CONFIDENTIAL')
  })
})
