/** Noise of lines: hard wraps, page numbers, indents, dropped stops. */
import { pick, type Random, type Text } from './noise-text.js'

type Make = (text: Text, random: Random) => string

const CLOSING = '，。、；：！？）》”〕】」〉,;:!?)｡､ꎬꎮꎺꎻꎩ»≫〞］]'
const OPENING = '（《“〔【「〈(ꎨ«≪„〝［['

/** Half of an em: Latin script, and the full-width letters and digits of PDF fonts, which are printed no wider. */
const isNarrow = (c: string) => c.charCodeAt(0) < 0x2010 || /[０-９Ａ-Ｚａ-ｚ]/.test(c)
const widthOf = (words: string) => [...words].reduce((sum, c) => sum + (isNarrow(c) ? 0.5 : 1), 0)

/** What a line is not broken within: numbers, words, addresses, dashes of two. */
const TOKEN =
  /[A-Za-z0-9@._:/?=&%+-]+|[０-９Ａ-Ｚａ-ｚ]+(?:[＠．：／？＝＆％＋－@._:/?=&%+-]{1,3}[０-９Ａ-Ｚａ-ｚ]+)*|——|……|[\s\S]/gu
/** Lines that are no paragraph: rows, names in columns, forms, heads and quotes of Markdown. */
const WHOLE = /\t|\S\s{3,}\S|_{3,}|…{3,}|\.{6,}/
const MARKDOWN_WHOLE = /^[ \t]*(?:[#|>]|[-*+][ \t])/
/** What would begin something else if a line of Markdown began with it. */
const MARKDOWN_START = /^(?:[-+*#>|=]|\d+[.)])/

const isWhole = (line: string, { writing }: Text) =>
  line.trim() === '' || WHOLE.test(line.trim()) || (writing === 'markdown' && MARKDOWN_WHOLE.test(line))

/** Sets a line in rows of `width` em: no row begins with a closing sign or ends with an opening one. */
function setLine(line: string, width: number, markdown: boolean): string[] {
  const rows: string[] = []
  let row = ''
  let used = 0
  for (const token of line.match(TOKEN) ?? []) {
    const wide = widthOf(token)
    const stays = CLOSING.includes(token) || (markdown && MARKDOWN_START.test(token))
    if (row.trim() && used + wide > width && !stays) {
      // An opening sign goes down with what it opens.
      const hangs = OPENING.includes(row.at(-1)!) && row.length > 1 ? row.at(-1)! : ''
      rows.push(hangs ? row.slice(0, -1) : row)
      row = hangs
      used = widthOf(hangs)
      // A space at which a line is broken is not printed.
      if (token === ' ' || token === '　') continue
    }
    row += token
    used += wide
  }
  rows.push(row)
  return rows
}

/** How page numbers are printed; one form for all pages of a print. */
const PAGE_NUMBERS: ((page: number, pages: number) => string)[] = [
  (page) => `— ${page} —`,
  (page) => `- ${page} -`,
  (page) => `-${page}-`,
  (page) => `－ ${page} －`,
  (page) => `${' '.repeat(24)}— ${page} —`,
  (page) => `－${String(page).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))}－`,
  (page, pages) => `第 ${page} 页 共 ${pages} 页`,
  (page, pages) => `第${page}页，共${pages}页`,
  (page) => `第 ${page} 页`,
]

/** A line set far to the right or in the middle keeps its place on a narrower sheet. */
function placed(line: string, width: number): string {
  const words = line.trimStart()
  const lead = widthOf(line.slice(0, line.length - words.length))
  const room = width - widthOf(words)
  return lead > 4 && room >= 0 && lead > room ? ' '.repeat(Math.floor(room * 2)) + words : line
}

/** A paragraph of the text: its first line is printed with an indent of two characters. */
const PARAGRAPH = /[。；.;]$|^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d+[.．、])/

/**
 * The text printed on a sheet of 20 to 40 characters. `blank`: a blank line behind every printed one; `pages`: pages end
 * within sentences; `indent`: paragraphs begin with two blanks where the text has none.
 */
export function breakLines({ blank = false, pages = false, indent = false }): Make {
  return (text, random) => {
    const markdown = text.writing === 'markdown'
    if (text.wrapped || (markdown && (blank || pages || indent))) return text.source
    const width = 20 + Math.floor(random() * 21)
    const perPage = 8 + Math.floor(random() * 15)
    const number = pick(PAGE_NUMBERS, random)
    const lines = text.source.split('\n')
    const total = Math.ceil(widthOf(text.source) / width / perPage)
    const out: string[] = []
    const print = (row: string) => out.push(row, ...(blank && row.trim() !== '' ? [''] : []))
    let printed = 0
    let page = 1
    for (const line of lines) {
      const first = indent && PARAGRAPH.test(line.trim()) && !/^\s/.test(line) && !isWhole(line, text) ? '　　' : ''
      const rows = isWhole(line, text) ? [line] : setLine(first + placed(line, width), width, markdown)
      for (const [i, row] of rows.entries()) {
        // A page ends in the middle of a paragraph: the hard case.
        if (pages && i > 0 && printed >= perPage) {
          print(number(page, total))
          page++
          printed = 0
        }
        print(row)
        printed++
      }
    }
    return out.join('\n')
  }
}

/** Where a page may end within a paragraph that runs on one line: between two Han, far from both its ends. */
const TEAR = /(?<=[\u4e00-\u9fff，、])(?=[\u4e00-\u9fff])/g
const LEAST_TORN = 60

/** Pages end in the middle of long paragraphs that are not wrapped otherwise. */
export const paginate: Make = (text, random) => {
  if (text.wrapped) return text.source
  const number = pick(PAGE_NUMBERS, random)
  const blank = text.writing === 'markdown' || random() < 0.5 ? '\n' : ''
  let page = 1
  return text.source
    .split('\n')
    .map((line) => {
      if (isWhole(line, text) || line.length < LEAST_TORN || random() < 0.4) return line
      const places = [...line.matchAll(TEAR)].map((m) => m.index).filter((at) => at > 24 && at < line.length - 12)
      if (!places.length) return line
      const at = pick(places, random)
      const printed = number(page++, 8)
      // A dash and a blank would begin a list in Markdown.
      const own = text.writing === 'markdown' ? printed.trim().replace(/^-/, '—').replace(/-$/, '—') : printed
      return `${line.slice(0, at)}\n${blank}${own}\n${blank}${line.slice(at)}`
    })
    .join('\n')
}

/** The last stop of paragraphs left out. */
export const dropStops: Make = (text, random) => {
  if (text.wrapped) return text.source
  const share = random() < 0.5 ? 1 : 0.5
  return text.source
    .split('\n')
    .map((line) => (/[。｡ꎮ]\s*$/.test(line) && random() < share ? line.replace(/[。｡ꎮ](\s*)$/, '$1') : line))
    .join('\n')
}

export const trailBlanks: Make = (text, random) => {
  // Two blanks behind a line break it in Markdown, which is what it was before.
  const blank = text.writing === 'markdown' ? ' ' : pick([' ', '  ', '　', '　　 '], random)
  return text.source
    .split('\n')
    .map((line) => (line.trim() !== '' && !line.includes('\t') && random() < 0.5 ? line + blank : line))
    .join('\n')
}

/** Paragraphs that begin at the margin are indented by two characters, as the standard asks. */
export const indentLines: Make = (text, random) => {
  if (text.writing !== 'text' || text.wrapped) return text.source
  const indent = pick(['　　', '    ', '\u00a0\u00a0\u00a0\u00a0'], random)
  return text.source
    .split('\n')
    .map((line) => (PARAGRAPH.test(line.trim()) && !/^\s/.test(line) && !isWhole(line, text) ? indent + line : line))
    .join('\n')
}
