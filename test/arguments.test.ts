/** Wrong arguments of the public functions: a TypeError that names the function. parseNotice, readNotice and the finders: bad-input.test.ts. */
import { describe, expect, it } from 'vitest'
import { batch, pipeLines, sources } from '../src/batch/index.js'
import { calendarEntries, toCalendar, writeCalendar } from '../src/calendar/index.js'
import { contactCards, toVcards, writeCards } from '../src/contacts/index.js'
import {
  addWorkingDays,
  bodyOfCode,
  compile,
  defineExtractor,
  findBody,
  findDivision,
  isWorkingDay,
  locate,
  parseNotice,
  position,
  readNotice,
  treeOf,
} from '../src/index.js'
import { linkNotices } from '../src/link/index.js'
import { redactBytes, redactNotice } from '../src/redact/index.js'
import { noticeView, reportPage, trace } from '../src/report/index.js'

const notice = parseNotice(
  '关于报送材料的通知\n\n各单位：\n\n请于2024年5月20日前报送材料。\n\n示例市教育局\n2024年4月15日\n',
)

/** No string, no list, no object of use. */
const NEITHER = [null, 5, true, Symbol('a'), () => 1, Number.NaN]
const NO_STRING = [...NEITHER, undefined, {}, [], ['a']]
const NO_LIST = [...NEITHER, undefined, {}, 'abc']
const NO_NOTICE = [...NEITHER, undefined, {}, [], 'abc', { source: {} }, { source: { text: 5 } }]
const NO_NOTICES = [...NO_LIST, [null], [5], ['abc'], [{}], [notice, null]]
const NO_OPTIONS = [null, 5, true, 'abc', Symbol('a')]
const NO_YEAR = [null, 'x', '2024', 20.5, Number.NaN, {}]

type Call = (value: never) => unknown

const CASES: [name: string, call: Call, values: readonly unknown[]][] = [
  ['treeOf', treeOf, NO_NOTICE],
  ['locate', (v: never) => locate(v, { start: 0, end: 1 }), NO_NOTICE],
  [
    'locate',
    (v: never) => locate(notice, v),
    [
      ...NEITHER,
      undefined,
      {},
      [],
      { start: 2, end: 1 },
      { start: -1, end: 1 },
      { start: 0, end: 1e9 },
      { start: 0.5, end: 1 },
    ],
  ],
  ['position', (v: never) => position(v, { start: 0, end: 1 }), NO_NOTICE],
  [
    'position',
    (v: never) => position(notice, v),
    [...NEITHER, undefined, {}, [], { start: 2, end: 1 }, { start: 0, end: 1e9 }],
  ],
  ['findBody', findBody, NO_STRING],
  ['findBody', (v: never) => findBody('科技部', v), NO_OPTIONS],
  ['findBody', (year: never) => findBody('国家计委', { year }), NO_YEAR],
  ['findBody', (place: never) => findBody('市科协', { place }), [null, 5, {}, []]],
  ['findDivision', findDivision, NO_STRING],
  ['findDivision', (v: never) => findDivision('朝阳区', v), [...NEITHER, {}, []]],
  ['bodyOfCode', bodyOfCode, NO_STRING],
  ['bodyOfCode', (v: never) => bodyOfCode('国科', v), NO_OPTIONS],
  ['bodyOfCode', (year: never) => bodyOfCode('国科', { year }), NO_YEAR],
  ['bodyOfCode', (text: never) => bodyOfCode('国科', { text }), [null, 5, {}]],
  ['isWorkingDay', isWorkingDay, [...NO_STRING, '2024-13-01', '2024-02-30', '0000-01-01', '2024-5-6']],
  ['addWorkingDays', (v: never) => addWorkingDays(v, 3), [...NO_STRING, '2024-02-30']],
  [
    'addWorkingDays',
    (v: never) => addWorkingDays('2024-05-06', v),
    [null, true, Number.NaN, undefined, '3', 1.5, Number.POSITIVE_INFINITY],
  ],
  [
    'compile',
    compile,
    [
      ...NEITHER,
      undefined,
      {},
      [],
      'abc',
      { rules: [null] },
      { rules: [{ id: 'a' }] },
      { rules: [{ id: '__proto__', pattern: 'a' }] },
    ],
  ],
  [
    'defineExtractor',
    defineExtractor,
    [...NEITHER, undefined, {}, [], { name: 'a' }, { name: '__proto__', extract: () => [] }],
  ],
  ['linkNotices', linkNotices, NO_NOTICES],
  ['calendarEntries', calendarEntries, NO_NOTICES],
  ['calendarEntries', toCalendar, NO_NOTICES],
  ['writeCalendar', (v: never) => toCalendar([notice], v), NO_OPTIONS],
  ['writeCalendar', writeCalendar, NO_NOTICES],
  ['writeCalendar', (as: never) => toCalendar([notice], { as }), [null, 5, 'task', {}]],
  [
    'writeCalendar',
    (alarms: never) => toCalendar([notice], { alarms }),
    [null, 5, '60', [-1], ['60'], [Number.NaN], [0.5]],
  ],
  ['writeCalendar', (sequence: never) => toCalendar([notice], { sequence }), [null, '1', -1, 0.5, Number.NaN]],
  ['writeCalendar', (stamp: never) => toCalendar([notice], { stamp }), [null, '2024-01-01', 5, new Date(Number.NaN)]],
  ['contactCards', contactCards, NO_NOTICES],
  ['contactCards', toVcards, NO_NOTICES],
  ['writeCards', writeCards, NO_NOTICES],
  ['redactNotice', redactNotice, NO_NOTICE],
  [
    'redactNotice',
    (v: never) => redactNotice(notice, v),
    [
      ...NEITHER,
      [],
      'abc',
      { kind: ['name'] },
      { kinds: 'name' },
      { kinds: ['all'] },
      { mask: '' },
      { allow: [5] },
      { keep: { name: [1] } },
    ],
  ],
  ['redactBytes', redactBytes, [...NEITHER, undefined, {}, [], 'a.txt', new ArrayBuffer(4)]],
  ['reportPage', reportPage, NO_LIST],
  ['noticeView', (v: never) => reportPage([v]), NO_NOTICE],
  ['reportPage', (v: never) => reportPage([notice], v), NO_OPTIONS],
  ['reportPage', (lang: never) => reportPage([notice], { lang }), [null, 'fr', 5, '__proto__', 'constructor']],
  ['reportPage', (evidenceOf: never) => reportPage([notice], { evidenceOf }), [null, 5, {}]],
  ['noticeView', noticeView, NO_NOTICE],
  ['noticeView', (v: never) => noticeView(notice, v), NO_OPTIONS],
  ['noticeView', (id: never) => noticeView(notice, { id }), ['', '1', 'a b', 'a"', 5, null, {}]],
  ['trace', trace, [...NEITHER, {}, 'abc', [null], [{}]]],
  ['batch', (v: never) => batch(v).next(), NO_LIST],
  ['batch', (v: never) => batch([v], { workers: 1 }).next(), [null, 5, true]],
  ['batch', (v: never) => batch([], v).next(), NO_OPTIONS],
  ['batch', (dedupe: never) => batch([], { dedupe }).next(), [null, 5, 'content', ['all'], ['__proto__']]],
  ['batch', (workers: never) => batch([], { workers }).next(), [null, 0, -1, 1.5, '2', Number.NaN]],
  ['sources', (v: never) => sources(v).next(), NO_LIST],
  ['sources', (v: never) => sources([v]).next(), NEITHER],
  ['pipeLines', async (v: never) => pipeLines(v).next(), NO_LIST],
  ['parseNotice', (filename: never) => parseNotice('', { filename }), [null, 5, {}, Symbol('a')]],
  ['readNotice', (filename: never) => readNotice(new Uint8Array(), { filename }), [null, 5, {}]],
  ['readNotice', (encoding: never) => readNotice(new Uint8Array(), { encoding }), [null, 5, {}]],
]

/** Some answer by a promise, some at once. */
async function thrownBy(call: Call, value: unknown): Promise<unknown> {
  try {
    await call(value as never)
  } catch (error) {
    return error
  }
  return undefined
}

describe('a wrong argument', () => {
  it.each(CASES.flatMap(([name, call, values]) => values.map((value) => ({ name, call, value }))))(
    '$name: $value',
    async ({ name, call, value }) => {
      const error = await thrownBy(call, value)
      expect(error).toBeInstanceOf(TypeError)
      expect((error as TypeError).message.startsWith(`${name}: `), (error as TypeError).message).toBe(true)
    },
  )
})
