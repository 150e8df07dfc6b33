/** A page: text is pasted, its facts are painted where they stand. Nothing leaves the page. */
import { type Notice, parseNotice, type Span } from 'gongwen'

/** In the order of painting: where two overlap, the later one is seen. */
const KINDS = ['contact', 'date', 'body', 'title', 'number', 'deadline'] as const

interface Mark {
  kind: (typeof KINDS)[number]
  label: string
  span: Span
}

function marksOf({ title, documentNumber, issuingBodies, deadlines, dates, contacts }: Notice): Mark[] {
  const mark = (kind: Mark['kind'], label: string, { span }: { span: Span }): Mark => ({ kind, label, span })
  return [
    ...(title ? [mark('title', `标题：${title.text}`, title)] : []),
    ...(documentNumber ? [mark('number', `发文字号：${documentNumber.text}`, documentNumber)] : []),
    ...issuingBodies.map((body) => mark('body', `发文机关：${body.name}`, body)),
    ...deadlines.map((one) => mark('deadline', `截止：${one.due ?? one.text} ${one.action}`, one)),
    ...dates.map((date) => mark('date', `日期（${date.role}）：${date.start}`, date)),
    ...contacts.flatMap(({ phones }) => phones.map((phone) => mark('contact', `电话：${phone.number}`, phone))),
  ]
}

const element = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const input = element<HTMLTextAreaElement>('input')
const text = element<HTMLPreElement>('text')
const facts = element<HTMLUListElement>('facts')

/** Spans are UTF-16 offsets, as those of a Range are: no counting, no cutting of the text. */
function rangeOf(node: Text, { start, end }: Span): Range {
  const range = document.createRange()
  range.setStart(node, start)
  range.setEnd(node, end)
  return range
}

function show(source: string): void {
  // What is pasted is text, whatever it looks like: read as HTML, its offsets would count tags that nobody sees.
  const notice = parseNotice(source, { carrier: 'text' })
  const node = document.createTextNode(notice.source.text)
  text.replaceChildren(node)
  const marks = marksOf(notice).map((mark) => ({ ...mark, range: rangeOf(node, mark.span) }))
  CSS.highlights.clear()
  for (const kind of KINDS) {
    const ranges = marks.filter((mark) => mark.kind === kind).map(({ range }) => range)
    CSS.highlights.set(kind, new Highlight(...ranges))
  }
  facts.replaceChildren(...marks.map(({ label, range }) => item(label, range)))
  for (const { reason, severity } of notice.diagnostics) if (severity !== 'info') facts.append(item(`注意：${reason}`))
}

function item(label: string, range?: Range): HTMLLIElement {
  const entry = document.createElement('li')
  if (!range) entry.textContent = label
  else {
    const button = document.createElement('button')
    button.textContent = label
    button.addEventListener('click', () => {
      CSS.highlights.set('chosen', new Highlight(range))
      range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
    })
    entry.append(button)
  }
  return entry
}

let waiting: ReturnType<typeof setTimeout> | undefined
input.addEventListener('input', () => {
  clearTimeout(waiting)
  waiting = setTimeout(() => show(input.value), 150)
})
