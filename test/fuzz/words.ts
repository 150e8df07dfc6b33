/** The mutator's dictionary: pieces of notices, every example of every grammar, and characters that readers stumble over. */
import attachments from '../../grammars/attachments.js'
import citationWords from '../../grammars/citation-words.js'
import citations from '../../grammars/citations.js'
import contactNumbers from '../../grammars/contact-numbers.js'
import contactPeople from '../../grammars/contact-people.js'
import contactPlaces from '../../grammars/contact-places.js'
import contacts from '../../grammars/contacts.js'
import dateRoles from '../../grammars/date-roles.js'
import dates from '../../grammars/dates.js'
import deadlineActs from '../../grammars/deadline-acts.js'
import deadlineDetails from '../../grammars/deadline-details.js'
import deadlineWindows from '../../grammars/deadline-windows.js'
import deadlines from '../../grammars/deadlines.js'
import documentCode from '../../grammars/document-code.js'
import documentNumber from '../../grammars/document-number.js'
import eventRoles from '../../grammars/event-roles.js'
import events from '../../grammars/events.js'
import foot from '../../grammars/foot.js'
import html from '../../grammars/html.js'
import layout from '../../grammars/layout.js'
import link from '../../grammars/link.js'
import markings from '../../grammars/markings.js'
import outline from '../../grammars/outline.js'
import ownSteps from '../../grammars/own-steps.js'
import recurrence from '../../grammars/recurrence.js'
import redact from '../../grammars/redact.js'
import runOns from '../../grammars/run-ons.js'
import siteLines from '../../grammars/site-lines.js'
import tables from '../../grammars/tables.js'
import terms from '../../grammars/terms.js'
import themes from '../../grammars/themes.js'
import title from '../../grammars/title.js'
import urls from '../../grammars/urls.js'
import zones from '../../grammars/zones.js'
import type { Grammar } from '../../src/grammar.js'
import { FRAGMENTS } from '../tools/fragments.js'

const GRAMMARS: readonly Grammar[] = [
  attachments,
  citationWords,
  citations,
  contactNumbers,
  contactPeople,
  contactPlaces,
  contacts,
  dateRoles,
  deadlineActs,
  eventRoles,
  ownSteps,
  terms,
  dates,
  deadlineDetails,
  deadlines,
  deadlineWindows,
  documentCode,
  documentNumber,
  events,
  html,
  layout,
  link,
  markings,
  outline,
  recurrence,
  redact,
  tables,
  themes,
  title,
  urls,
  foot,
  runOns,
  siteLines,
  zones,
]

/** Surface forms: what the grammars' own examples show, and what nearly is one. */
export const FORMS: readonly string[] = [
  ...new Set([...FRAGMENTS, ...GRAMMARS.flatMap((g) => g.rules.flatMap((r) => [...r.matches, ...r.rejects]))]),
]

/** Characters that are not what they seem: controls, halves of pairs, marks of direction, joiners, radicals, other planes. */
export const ODD: readonly string[] = [
  ...Array.from({ length: 32 }, (_, i) => String.fromCharCode(i)),
  '\x7f',
  '\x80',
  '\x85',
  '\x9b',
  '\xa0',
  '\xad',
  '\u0300',
  '\u0301\u0302\u0303',
  '\u034f',
  '\u061c',
  '\u180e',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u2028',
  '\u2029',
  '\u202a',
  '\u202e',
  '\u202c',
  '\u2060',
  '\u2066',
  '\u2069',
  '\u2e80',
  '\u2ed3',
  '\u2f00',
  '\u2f47',
  '\u2fd5',
  '\u3000',
  '\u3007',
  '\u3164',
  '\ufe0f',
  '\ufe00',
  '\ufeff',
  '\ufff9',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udbff',
  '\udc00',
  '\udfff',
  '\udc00\ud800',
  '\u{20000}',
  '\u{2f800}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{1f1e8}\u{1f1f3}',
  '\u{e0001}',
  '\u{e0100}',
  '\u{1d7ce}',
  '\u{10ffff}',
  'א',
  'ع',
  'Ⅻ',
  '㈠',
  '㊀',
  '①',
  '⒈',
  '㋀',
  '㏠',
  '㍘',
  '½',
  'ﬀ',
  'İ',
  'ß',
  '٣',
  '৩',
]

/** Numbers at the edges of what a field may hold. */
export const NUMBERS: readonly string[] = [
  '0',
  '00',
  '1',
  '-1',
  '13',
  '31',
  '32',
  '60',
  '61',
  '99',
  '100',
  '255',
  '256',
  '366',
  '999',
  '1000',
  '1899',
  '1900',
  '2023',
  '2024',
  '2025',
  '2099',
  '2100',
  '9999',
  '10000',
  '32767',
  '65535',
  '65536',
  '99999999',
  '2147483647',
  '2147483648',
  '4294967295',
  '4294967296',
  '9007199254740993',
  '99999999999999999999999999999999',
  '1e309',
  '0.1',
  '-0.0000001',
  '１２',
  '〇',
  '零',
  '十',
  '十三',
  '二十九',
  '三十二',
  '二〇二四',
  '二○二四',
  '二百五十',
  '万',
  '①②',
  'NaN',
]

/** Properties that every object has, as keys and as words of a text. */
export const KEYS: readonly string[] = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'length',
]
