/** What a deadline asks for: the act, who does it, to whom and how it is handed in, what becomes of the late. */
import contactsGrammar from '../../grammars/contacts.js'
import dateRolesGrammar from '../../grammars/date-roles.js'
import deadlineActsGrammar from '../../grammars/deadline-acts.js'
import detailsGrammar from '../../grammars/deadline-details.js'
import windowsGrammar from '../../grammars/deadline-windows.js'
import deadlinesGrammar from '../../grammars/deadlines.js'
import eventRolesGrammar from '../../grammars/event-roles.js'
import urlsGrammar from '../../grammars/urls.js'
import { type CompiledRule, compile } from '../grammar.js'
import { isBody } from '../parse/bodies-line.js'
import type { Cell, Row } from '../parse/tables.js'
import type { NoticeElement } from '../parse/tree.js'
import { presentText } from '../read/normalize.js'
import type { Channel, Deadline, Fact } from '../types.js'
import type { Context, Range } from './define.js'
import { firstFrom } from './ranges.js'

const grammar = compile(deadlineActsGrammar)
const roles = compile(dateRolesGrammar)
const limits = compile(deadlinesGrammar)
const windows = compile(windowsGrammar)
const eventRoles = compile(eventRolesGrammar)
const details = compile(detailsGrammar)
const contacts = compile(contactsGrammar)
const urls = compile(urlsGrammar)

/** How much of the words before a time expression says that it is a limit. */
const LEAD = 40

/** Greatest length of an action; the printed clause is cut at a comma before it. */
const ACTION = 80

/** Behind this many characters of hours and places the act of fetching papers is looked for. */
const PAPERS = 24

/** How much text before the expression is looked at for its actor, and behind it for what becomes of the late. */
const REACH = 160

/** What a deadline is read from: its expression, its sentence, and what it stands under. */
export interface Place {
  element: NoticeElement
  range: Range
  sentence: Range
  label?: string | undefined
}

export type Act = Pick<Deadline, 'action' | 'actor' | 'recipient' | 'deliverables' | 'channels' | 'consequence'>

/** Time expressions of a notice in order: at each of them the clause of the one before it ends. */
export type Borders = readonly Range[]

/** Everything that the words around one expression say. */
export function actOf(context: Context, place: Place, borders: Borders): Act {
  const row = context.tableRow(place.element)
  if (row?.header && row.row !== row.header) {
    const act = rowAct(context, place, row.row, row.header)
    if (act) return act
  }
  const behind = clauseBehind(context, place, borders)
  const late = consequenceOf(context, place, borders)
  const undone = undoneAct(context, place)
  const clause = undone ?? { start: behind.start, end: Math.min(behind.end, late?.range.start ?? behind.end) }
  const right = undone ? null : actorBehind(context, clause)
  const actor = right?.actor ?? actorBefore(context, place)
  if (clause.end < clause.start) clause.end = clause.start
  const from = clauseBefore(context, place, borders)
  const action = actionOf(context, place, { start: right?.end ?? clause.start, end: clause.end }, from)
  // 在区政府网站公示: where a list is shown is no way of handing in.
  const shown = windows.shownRight.test(context.text.slice(clause.start, clause.end))
  const channels = shown ? [] : channelsOf(context, place, clause, from)
  return {
    action,
    ...(actor ? { actor } : {}),
    ...handedIn(context, clause, { start: from, end: place.range.start }),
    ...(channels.length ? { channels } : {}),
    ...(late?.fact ? { consequence: late.fact } : {}),
  }
}

/** What those have not done who lose by it: 4月20日前未缴费的,视为放弃; 未于4月20日前缴费的,视为放弃. */
function undoneAct(context: Context, place: Place): Range | null {
  const start = place.range.end
  const m = grammar.leftUndone.find(context.text.slice(start, Math.min(place.sentence.end, start + REACH)))
  const act = m?.at('act')
  if (!m || !act) return null
  if (!m.groups.not && !grammar.notBy.test(context.text.slice(place.sentence.start, place.range.start))) return null
  return { start: start + act.start, end: start + act.end }
}

/** The clause behind a time expression, up to the next one in the sentence. */
function clauseBehind(context: Context, place: Place, borders: Borders): Range {
  const { text } = context
  let { end } = place.sentence
  let start = place.range.end
  let i = firstFrom(borders, start, (r) => r.start)
  // 3月20日前、4月20日前报送: listed dates share the act behind the last.
  while (i < borders.length && limits.listed.test(text.slice(start, borders[i]!.start))) start = borders[i++]!.end
  const next = borders[i]
  if (next && next.start < end) {
    const comma = text.slice(start, next.start).lastIndexOf(',')
    // 网上填报截止4月12日,纸质材料截止4月15日: what stands between belongs to the next.
    const lead = text.slice(Math.max(place.sentence.start, place.range.start - LEAD), place.range.start)
    // 第一次报名于4月16日前,第二次报名截止到4月30日: the act stands before the day.
    const told = comma === 0 && (limits.dueLead.test(lead) || details.actBefore.test(lead))
    end = comma > 0 || told ? start + comma : next.start
  }
  // 止(休息日除外),每天上午8:30至12:00: what still belongs to the time.
  for (const rule of [details.stop, grammar.aside]) {
    const m = rule.at(text.slice(start, end), 0)
    if (m) start += m.end
  }
  return { start, end: Math.max(start, end) }
}

/** Where the words before a time expression begin: with its sentence, or behind the clause of the expression before it. */
function clauseBefore(context: Context, place: Place, borders: Borders): number {
  const previous = borders[firstFrom(borders, place.range.start, (r) => r.start) - 1]
  if (!previous || previous.end <= place.sentence.start || previous.end >= place.range.start)
    return place.sentence.start
  const comma = context.text.slice(previous.end, place.range.start).lastIndexOf(',')
  return comma < 0 ? place.range.start : previous.end + comma + 1
}

/** The act: the clause behind the date, else the one before it, else its label. */
function actionOf(context: Context, place: Place, clause: Range, from: number): string {
  const { text } = context
  const right = text.slice(clause.start, clause.end).replace(/^[\s,:、)]+/, '')
  const before = roles.itemNumber.replace(text.slice(from, place.range.start), '')
  const bare = details.leadEnd.replace(before, '').replace(/(?<![\s:(])[\s:(]+$/, '')
  // 公示期为5个工作日(…), 截止时间为:…: behind what the first look takes away, the verb is left.
  const left = details.leadEnd.replace(bare, '')
  const label = place.label ? roles.itemNumber.replace(place.label.replace(/（/g, '(').replace(/）/g, ')'), '') : ''
  const behind = text.slice(place.range.end, place.sentence.end)
  const amended = details.amendedAct.find(before)
  if (amended) return shorten(amended.groups.act!)
  const papers = behind.length > PAPERS ? grammar.papersAct.at(behind, 0) : null
  if (papers) return shorten(papers.groups.act!)
  if (right.length >= 2 && !grammar.noAct.test(right)) return shorten(right)
  // 二、报名时间 ↵ 男兵:即日起至8月10日: what is done stands in the heading, behind the colon's left who does it.
  const part = eventRoles.partLabel.test(`${left}:`) && !windows.windowLead.test(`${left}:`)
  if (part && label !== left && windows.windowLead.test(`${label}:`)) return shorten(label)
  if (left.length >= 2 && !grammar.leadOnly.test(left)) return shorten(left)
  return shorten(label || right || left)
}

/** Without a bracket that closes what was opened before, and without one that is not closed. */
function balanced(text: string): string {
  const open: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '《') open.push(i)
    else if ((text[i] === ')' || text[i] === '》') && open.pop() === undefined) return text.slice(0, i)
  }
  const cut = open[0] ?? 0
  return cut > 1 ? text.slice(0, cut) : text
}

function shorten(text: string): string {
  // 报送某科(联系电话:…): whom to ask is no part of what is done.
  const whole = presentText(balanced(details.contactAside.replace(text, ''))).replace(
    /(?<![，、：；,:;\s])[，、：；,:;\s]+$/,
    '',
  )
  if (whole.length <= ACTION) return whole
  const comma = whole.lastIndexOf('，', ACTION)
  return comma > 8 ? whole.slice(0, comma) : whole.slice(0, ACTION)
}

function handedIn(context: Context, behind: Range, lead: Range): Pick<Deadline, 'recipient' | 'deliverables'> {
  const clause = context.text.slice(behind.start, behind.end)
  const before = context.text.slice(lead.start, lead.end)
  const to = grammar.recipient.find(clause)
  const what = grammar.handedIn.find(clause) ?? grammar.handedIn.find(before) ?? grammar.filledIn.find(clause)
  const recipient = to ? presentText((to.groups.to ?? to.groups.to2)!) : undefined
  // 报送某局 names the recipient, not the paper.
  const deliverables = what && !isBody(what.groups.what!) ? listOf(what.groups.what!) : []
  return { ...(recipient ? { recipient } : {}), ...(deliverables.length ? { deliverables } : {}) }
}

/** Members of an enumeration, commas in brackets respected, notes in brackets left out. */
function listOf(text: string): string[] {
  const flat = roles.bracketed.replace(text, '')
  return grammar.conjunction
    .replace(flat, '\n')
    .split('\n')
    .map((s) => presentText(s))
    .filter((s) => s.length > 1)
}

/** The subject of the clause behind a date, and where the act itself begins. */
function actorBehind(context: Context, clause: Range): { actor: Fact; end: number } | null {
  const m = details.actorRight.find(context.text.slice(clause.start, Math.min(clause.end, clause.start + REACH)))
  const at = m && (m.at('actor') ?? m.at('actor2'))
  if (!at) return null
  const range = subjectOf(context, { start: clause.start + at.start, end: clause.start + at.end })
  const modal = range.end === clause.start + at.end && details.modalLead.find(context.text.slice(range.end, clause.end))
  return { actor: context.fact(range), end: range.end + (modal ? modal.end : 0) }
}

/** 各县教育局组织学校: the subject ends before a verb in it. */
function subjectOf(context: Context, range: Range): Range {
  const inner = details.innerVerb.find(context.text.slice(range.start, range.end))?.at('actor')
  return inner ? { start: range.start, end: range.start + inner.end } : range
}

/** The subject of the sentence before a date, the nearest one. */
function actorBefore(context: Context, place: Place): Fact | undefined {
  const start = Math.max(place.sentence.start, place.range.start - REACH)
  const at = details.actorLeft.all(context.text.slice(start, place.range.start)).at(-1)?.at('actor')
  return at ? context.fact(subjectOf(context, { start: start + at.start, end: start + at.end })) : undefined
}

/** What becomes of the late: behind the date, in its sentence or the next, before another date. */
function consequenceOf(context: Context, place: Place, borders: Borders): { fact: Fact | null; range: Range } | null {
  const start = place.range.end
  const next = borders[firstFrom(borders, place.range.end + 1, (r) => r.start)]
  const end = Math.min(place.element.range.end, start + REACH, next?.start ?? Number.POSITIVE_INFINITY)
  const m = details.consequence.find(context.text.slice(start, end))
  if (!m) return null
  const range = { start: start + m.start, end: start + m.end }
  // Where the head of a page stands within it, its text cannot be read again at one span.
  const torn = context.tree.clean.cuts.some((at) => range.start < at && at < range.end)
  return { fact: torn ? null : context.fact(range), range }
}

const CHANNELS: [CompiledRule, Channel['kind'], string | null][] = [
  [contacts.email, 'email', null],
  [urls.url, 'url', null],
  [details.system, 'system', 'system'],
  [details.toAddress, 'address', 'address'],
  [details.fax, 'fax', 'fax'],
]

/** Ways of handing in that the clause names, and what its sentence names before the date. */
function channelsOf(context: Context, place: Place, clause: Range, from: number): Channel[] {
  const out: (Channel & { at: number })[] = []
  for (const range of [{ start: from, end: place.range.start }, clause]) {
    const text = context.text.slice(range.start, Math.min(range.end, range.start + 2 * REACH))
    for (const [rule, kind, group] of CHANNELS) {
      for (const m of rule.all(text)) {
        const at = group ? m.at(group)! : m
        const found = { start: range.start + at.start, end: range.start + trimmed(text, at, kind) }
        if (out.some((c) => c.kind === kind && c.text === context.fact(found).text)) continue
        out.push(context.factWith(found, { kind, at: found.start }))
      }
    }
  }
  return out.sort((a, b) => a.at - b.at).map(({ at: _at, ...channel }) => channel)
}

/** An address on the web ends before the sentence's own punctuation. */
function trimmed(text: string, at: Range, kind: Channel['kind']): number {
  if (kind !== 'url') return at.end
  const tail = urls.trailing.find(text.slice(at.start, at.end))
  return tail ? at.start + tail.start : at.end
}

/** In a table of stages the columns say what is done and by whom. */
function rowAct(context: Context, place: Place, row: Row, header: Row): Act | null {
  const offset = row.element.range.start
  const own = (cell: Cell) => offset + cell.start <= place.range.start && place.range.start < offset + cell.end
  const under = (rule: CompiledRule) =>
    row.cells.find((cell, i) => cell.text && !own(cell) && rule.test(header.cells[i]?.text ?? ''))
  const what = under(details.columnAction) ?? under(details.columnStage)
  const who = under(details.columnActor)
  if (!what && !who) return null
  const cellFact = (cell: Cell) => {
    const { value } = row.element
    const lead = value.slice(cell.start, cell.end).length - value.slice(cell.start, cell.end).trimStart().length
    return context.fact({ start: offset + cell.start + lead, end: offset + cell.start + lead + cell.text.length })
  }
  const cell = what && { start: offset + what.start, end: offset + what.end }
  return {
    action: what
      ? shorten(what.text)
      : actionOf(context, place, { start: place.range.end, end: place.range.end }, place.sentence.start),
    ...(who ? { actor: cellFact(who) } : {}),
    ...(cell ? handedIn(context, cell, { start: cell.start, end: cell.start }) : {}),
  }
}
