/** 发文机关 (GB/T 9704-2012, 7.2.4 and 7.3.5): from the signature, else the masthead, the title, the page, the text. */

import footGrammar from '../../grammars/foot.js'
import markingsGrammar from '../../grammars/markings.js'
import titleGrammar from '../../grammars/title.js'
import zonesGrammar from '../../grammars/zones.js'
import { compile } from '../grammar.js'
import { bodyOfCode } from '../knowledge/agency-codes.js'
import { type Body, bodyNamed, relativeKind, type Whereabouts } from '../knowledge/bodies.js'
import { numeral } from '../knowledge/expressions.js'
import { placeLevel } from '../knowledge/places.js'
import { bodiesOnLine, isBody, type Piece } from '../parse/bodies-line.js'
import { withoutLabel } from '../parse/zones/signature.js'
import { presentText } from '../read/normalize.js'
import type { BodyOrigin, DocumentNumber, IssuingBody } from '../types.js'
import { type Context, defineExtractor, type Finding } from './define.js'
import { whereabouts } from './issuing-place.js'
import { alike, metadataValue, reportDiffers, stated } from './metadata.js'

const titles = compile(titleGrammar)
const markings = compile(markingsGrammar)
const foot = compile(footGrammar)
const zones = compile(zonesGrammar)

function finding(context: Context, piece: Piece, offset: number, from: BodyOrigin): Finding<IssuingBody> {
  const range = { start: offset + piece.start, end: offset + piece.end }
  const text = presentText(piece.text)
  return {
    value: context.factWith(range, { name: text, from }, text),
    range,
    score: 1,
    rule: `issuing-bodies/${from}`,
  }
}

function fromSignature(context: Context): Finding<IssuingBody>[] {
  const out: Finding<IssuingBody>[] = []
  for (const element of context.elements('signature')) {
    if (element.zone === 'appendix') continue
    const behalf = foot.onBehalf.at(element.value, 0)
    if (behalf) {
      const at = (behalf.at('body') ?? behalf.at('other'))!
      out.push(
        finding(context, { text: element.value.slice(at.start, at.end), ...at }, element.range.start, 'signature'),
      )
      continue
    }
    for (const named of bodiesOnLine(withoutLabel(element.value.trimEnd())) ?? otherSigner(element.value)) {
      const piece = withoutSeal(named)
      // A seal printed over the line leaves a piece of the name on a line of its own.
      if (out.at(-1)?.value.text.endsWith(presentText(piece.text))) continue
      out.push(finding(context, piece, element.range.start, 'signature'))
    }
  }
  return out
}

/** 示例局(章) */
function withoutSeal(piece: Piece): Piece {
  const seal = foot.sealNote.find(piece.text)
  if (!seal) return piece
  return { text: piece.text.slice(0, seal.start), start: piece.start, end: piece.start + seal.start }
}

/** 示例社区, 物理系: no body's name but for where it stands. */
function otherSigner(line: string): Piece[] {
  const text = line.trimEnd()
  return foot.signerKind.test(text) ? [{ text, start: 0, end: text.length }] : []
}

function fromMasthead(context: Context): Finding<IssuingBody>[] {
  const out: Finding<IssuingBody>[] = []
  for (const element of context.elements('masthead')) {
    // 文件 stands alone, behind the names or between them: blank it, keeping the offsets.
    const line = zones.fileWord.replace(element.value, '  ')
    for (const piece of bodiesOnLine(line) ?? []) out.push(finding(context, piece, element.range.start, 'masthead'))
  }
  // Names on lines of their own: above or below a lone 文件, or the letterhead of a 信函 above its number.
  const letterhead = context.elements('documentNumber')[0]?.range.start ?? 0
  if (context.elements('masthead').length || letterhead > 0) {
    for (const element of context.elements('paragraph')) {
      if (element.zone !== 'header' || (!context.elements('masthead').length && element.range.start > letterhead))
        continue
      for (const piece of bodiesOnLine(element.value) ?? [])
        out.push(finding(context, piece, element.range.start, 'masthead'))
    }
  }
  return out.sort((a, b) => a.range.start - b.range.start)
}

/** The line of bodies right above a title that names none: 示例市人民法院 ↵ 公告 */
function fromLetterhead(context: Context): Finding<IssuingBody>[] {
  const [title] = context.elements('title')
  if (!title) return []
  const out: Finding<IssuingBody>[] = []
  for (const element of context.elements('paragraph')) {
    if (element.zone !== 'header' || element.range.start > title.range.start) break
    out.length = 0
    for (const piece of bodiesOnLine(element.value) ?? [])
      out.push(finding(context, piece, element.range.start, 'masthead'))
  }
  return out
}

function fromTitle(context: Context): Finding<IssuingBody>[] {
  const [element] = context.elements('title')
  if (!element) return []
  const order = titles.order.at(element.value, 0)
  const m = titles.issuer.at(element.value, 0)
  let head = m?.groups.bodies ?? ''
  if (order && element.value.includes('令')) head = element.value.slice(0, element.value.indexOf('令'))
  if (!head.trim()) head = ownLines(element.value)
  if (!head.trim()) head = titles.named.at(element.value, 0)?.groups.bodies ?? ''
  if (!head.trim()) return []
  const line = head.replace(/\n/g, ' ')
  const pieces =
    bodiesOnLine(line.replace(/[、]/g, ' ')) ?? (isBody(line) ? [{ text: line, start: 0, end: line.length }] : [])
  return pieces.map((p) => finding(context, p, element.range.start, 'title'))
}

/** The lines of a title, above its last, that hold nothing but bodies. */
function ownLines(title: string): string {
  let end = 0
  for (let stop = title.indexOf('\n'); stop >= 0 && bodiesOnLine(title.slice(end, stop)); ) {
    end = stop + 1
    stop = title.indexOf('\n', end)
  }
  return title.slice(0, end)
}

function fromMetadata(context: Context): Finding<IssuingBody>[] {
  const range = metadataValue(context, '发文机关', '发布机构', '公开机构', '发布单位', '颁布单位', '发布部门')
  if (!range) return []
  const pieces = bodiesOnLine(context.text.slice(range.start, range.end)) ?? [
    { text: context.text.slice(range.start, range.end), start: 0, end: range.end - range.start },
  ]
  return pieces.map((p) => finding(context, p, range.start, 'metadata'))
}

/** The page's 发文机关 where it is none of the bodies that the notice names: a short name is within the full one. */
function compareWithPage(context: Context, found: readonly Finding<IssuingBody>[], where: Whereabouts): void {
  const [row] = stated(context, '发文机关')
  if (!row || found.some((f) => f.value.from === 'metadata')) return
  const names = (bodiesOnLine(row.text) ?? [{ text: row.text }]).map((p) => nameOf(presentText(p.text), where))
  const known = (name: string) => found.some((f) => alike(f.value.name, name) || alike(f.value.text, name))
  if (!names.some(known)) reportDiffers(context, 'issuingBodies', row, found.map((f) => f.value.text).join('、'))
}

const nameOf = (text: string, where: Whereabouts): string => bodyNamed(text, where)?.name ?? text

/** Full names, levels and codes of what was found; gives what it was told by. */
function nameBodies(context: Context, found: readonly Finding<IssuingBody>[]): Whereabouts {
  const where = whereabouts(
    context,
    found.map((f) => f.value.text),
  )
  for (const { value, range } of found) {
    const body = bodyNamed(value.text, where)
    if (body) {
      value.name = body.name
      if (body.level) value.level = body.level
      if (body.divisionCode) value.divisionCode = body.divisionCode
      continue
    }
    const kind = relativeKind(value.text)
    if (!kind) continue
    const level = placeLevel(kind)
    if (level) value.level = level
    context.report('issuingBodies/place-unknown', `nothing tells which ${kind} ${value.text} is of`, range, 'info')
  }
  return where
}

/** The body behind the number's code, where none is printed. `text` is its name, the span that of the code. */
function fromNumber(context: Context): Finding<IssuingBody>[] {
  const number = context.known.documentNumber
  const code = number?.agencyCode
  if (!code) return []
  for (const element of context.elements('documentNumber', 'title', 'metadata', 'urgency', 'caption')) {
    const at = element.value.indexOf(code)
    if (at < 0) continue
    const range = { start: element.range.start + at, end: element.range.start + at + code.length }
    const body = codeBody(context, number)
    if (!body) return []
    context.report(
      'issuingBodies/inferred',
      `no issuing body is printed; ${code} stands for ${body.name}`,
      range,
      'info',
    )
    const { name, level, divisionCode } = body
    return [
      {
        value: context.factWith(
          range,
          { name, ...(level ? { level } : {}), ...(divisionCode ? { divisionCode } : {}), from: 'documentNumber' },
          name,
        ),
        range,
        score: 0.5,
        rule: 'issuing-bodies/documentNumber',
      },
    ]
  }
  return []
}

/** 国务院令第1号 names its body; 国科发 is a code of it. */
function codeBody(context: Context, { agencyCode, kind, year }: DocumentNumber): Body | null {
  const inYear = year === null ? {} : { year }
  if (kind !== 'bracketed') return bodyNamed(agencyCode, inYear)
  return bodyOfCode(agencyCode, { ...inYear, text: context.text })
}

/** A page's head names the source it was taken from: the body, where it is one. */
function fromSource(context: Context): Finding<IssuingBody>[] {
  const range = metadataValue(context, '内容来源')
  const pieces = range ? (bodiesOnLine(context.text.slice(range.start, range.end)) ?? []) : []
  if (pieces.some((p) => markings.medium.test(p.text.trim()))) return []
  return pieces.map((p) => finding(context, p, range!.start, 'metadata'))
}

/** 采购单位 in a page's table: whose tender it is, where nobody signs. */
function fromPurchaser(context: Context): Finding<IssuingBody>[] {
  for (const element of context.elements('paragraph')) {
    if (element.zone === 'appendix') break
    const at = foot.purchaser.at(element.value, 0)?.at('body')
    if (!at) continue
    const pieces = bodiesOnLine(element.value.slice(at.start, at.end)) ?? []
    if (pieces.length) return pieces.map((p) => finding(context, p, element.range.start + at.start, 'body'))
  }
  return []
}

/** Beside its number a site names the first body alone, where the title names all. */
function leads(context: Context, signed: readonly Finding<IssuingBody>[], head: readonly Finding<IssuingBody>[]) {
  const [signature] = context.elements('signature')
  return (
    signed.length > 0 &&
    head.length > signed.length &&
    context.elements('documentNumber').some((number) => number.block === signature?.block)
  )
}

/** The bodies at the first place that names any, the surest first; what is printed far down is looked for last. */
function printedBodies(context: Context): Finding<IssuingBody>[] {
  const head = fromTitle(context)
  const signed = fromSignature(context)
  if (signed.length) return leads(context, signed, head) ? head : signed
  const masthead = fromMasthead(context)
  if (masthead.length) return masthead
  if (head.length) return head
  const page = fromMetadata(context)
  if (page.length) return page
  const source = fromSource(context)
  if (source.length) return source
  const letterhead = fromLetterhead(context)
  return letterhead.length ? letterhead : fromPurchaser(context)
}

export const issuingBodies = defineExtractor({
  name: 'issuingBodies',
  many: true,
  *extract(context) {
    const found = printedBodies(context)
    if (!found.length) {
      yield* fromNumber(context)
      return
    }
    compareWithPage(context, found, nameBodies(context, found))
    yield* found
    const [element] = context.elements('title')
    const count = numeral((element && titles.andOthers.find(element.value)?.groups.count) ?? '')
    if (count > 0 && count !== found.length) {
      context.report(
        'issuingBodies/count',
        `the title speaks of ${count} bodies, ${found.length} are named`,
        found[0]!.range,
      )
    }
  },
})
