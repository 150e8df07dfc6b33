/** 发文字号 (GB/T 9704-2012, 7.2.5): the notice's own number, by where it stands. */
import numberGrammar from '../../grammars/document-number.js'
import { compile } from '../grammar.js'
import type { NoticeElement } from '../parse/tree.js'
import type { DocumentNumber } from '../types.js'
import { type Context, defineExtractor, type Finding } from './define.js'
import { reportDiffers } from './metadata.js'
import { type NumberMatch, numberAtEnd, numberKey, numberOfLine, numbersIn, toDocumentNumber } from './numbers.js'

const grammar = compile(numberGrammar)

type NumberFinding = Finding<DocumentNumber>

/** Numbers that the notice prints as its own, by where they stand. */
function* printedNumbers(context: Context): Iterable<NumberFinding> {
  const found = (n: NumberMatch, element: NoticeElement, score: number, rule: string): NumberFinding => {
    const { value, range } = toDocumentNumber(context, n, element.range.start)
    return { value, range, score, rule: `document-number/${rule}` }
  }
  for (const element of context.elements('documentNumber')) {
    const n = numberOfLine(element.value)
    if (n) {
      yield found(n, element, 1 - element.range.start * 1e-9, 'line')
      if (n.malformed)
        context.report(
          'documentNumber/malformed',
          `read as ${n.text}: a bracket or 号 is missing or misplaced`,
          element.range,
        )
    } else if (grammar.unfinished.test(element.value)) {
      context.report('documentNumber/unfinished', 'the document number has no sequence or no year', element.range)
    }
  }
  for (const element of context.elements('title')) {
    // …的通知(某发〔2024〕1号): behind the title; or the head of an order.
    const n = numberAtEnd(element.value)
    if (n) yield found(n, element, 0.8, 'title')
  }
  for (const element of context.elements('published')) {
    // The number at the head of the line that tells when it was published.
    const [n] = numbersIn(element.value)
    if (n && grammar.opened.test(element.value.slice(0, n.start))) yield found(n, element, 0.85, 'published')
  }
  for (const element of context.elements('urgency')) {
    const [n] = numbersIn(element.value)
    if (n) yield found(n, element, 0.9, 'telegram')
  }
  for (const element of context.elements('caption')) {
    // 题注 of a judicial interpretation: …施行 法释〔2024〕13号
    const [n] = numbersIn(element.value)
    if (n) yield found(n, element, 0.75, 'caption')
  }
}

/** Whether the page's number is the printed one; it may leave out whose: 公告〔2024〕3号. */
const sameNumber = (printed: DocumentNumber, row: DocumentNumber) =>
  numberKey(printed) === numberKey(row) ||
  (grammar.announcementEnd.replace(row.agencyCode, '') === '' &&
    printed.year === row.year &&
    printed.sequence === row.sequence &&
    printed.kind === row.kind)

export const documentNumber = defineExtractor({
  name: 'documentNumber',
  many: false,
  *extract(context) {
    const printed = [...printedNumbers(context)]
    yield* printed
    const [best] = [...printed].sort((a, b) => b.score - a.score)
    for (const element of context.elements('metadata')) {
      if (!grammar.label.test(element.value)) continue
      const n = numberOfLine(element.value)
      if (!n) continue
      const row = toDocumentNumber(context, n, element.range.start)
      yield { value: row.value, range: row.range, score: 0.6, rule: 'document-number/metadata' }
      if (best && !sameNumber(best.value, row.value))
        reportDiffers(context, 'documentNumber', row.value, best.value.text)
    }
  },
})
