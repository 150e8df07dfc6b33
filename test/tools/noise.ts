/**
 * Noise that carriers put on a notice and that changes nothing of what it says. Every kind is a function of the text and
 * of a seeded source of randomness: the same variants in every run.
 */
import { breakLines, dropStops, indentLines, paginate, trailBlanks } from './noise-lines.js'
import { freely, pick, type Random, type Text } from './noise-text.js'

export interface Kind {
  name: string
  /** What the kind is an instance of, for the table. */
  group: string
  make(text: Text, random: Random): string
  /** A kind that only changes characters can be put on a page of HTML too. */
  inline: boolean
  /** Nothing is drawn: one variant of each notice is all there is. */
  fixed?: true
}

// ---- characters ----

/** Replaces characters by their look-alikes, all of them or, from draw to draw, about half. */
const glyphs =
  (pairs: Record<string, string>): Kind['make'] =>
  (text, random) => {
    const share = random() < 0.5 ? 1 : 0.5
    return freely(text, (piece) =>
      [...piece]
        .map((c) => {
          const others = pairs[c]
          if (others === undefined || random() >= share) return c
          const list = [...others]
          return list.length > 1 ? pick(list, random) : others
        })
        .join(''),
    )
  }

/** Characters of a range, each with the one that many places further on. */
const shifted = (first: number, last: number, offset: number) =>
  Object.fromEntries(
    Array.from({ length: last - first + 1 }, (_, i) => [
      String.fromCharCode(first + i),
      String.fromCharCode(first + i + offset),
    ]),
  )

const DIGITS = shifted(0x30, 0x39, 0xfee0)
const LETTERS = { ...shifted(0x41, 0x5a, 0xfee0), ...shifted(0x61, 0x7a, 0xfee0) }
/** Signs of Latin script; those that Markdown and HTML are written with stay. */
const SIGNS = { ',': '，', ':': '：', '(': '（', ')': '）', ';': '；', '?': '？', '/': '／', '@': '＠', '%': '％' }

/** Ideographs that NFKC finds among the Kangxi radicals. */
const RADICALS: Record<string, string> = {}
for (let code = 0x2f00; code <= 0x2fd5; code++) {
  const radical = String.fromCharCode(code)
  RADICALS[radical.normalize('NFKC')] = radical
}
/** Forms of the supplement that fonts put in place of simplified characters. */
const SUPPLEMENT: Record<string, string> = {
  长: '⻓',
  门: '⻔',
  页: '⻚',
  风: '⻛',
  飞: '⻜',
  马: '⻢',
  鱼: '⻥',
  鸟: '⻦',
  齐: '⻬',
  龙: '⻰',
  车: '⻋',
  见: '⻅',
  贝: '⻉',
  民: '⺠',
  西: '⻄',
}
/** Compatibility ideographs of old encodings. */
const COMPATIBLE: Record<string, string> = {}
for (let code = 0xf900; code <= 0xfad9; code++) {
  const old = String.fromCharCode(code)
  COMPATIBLE[old.normalize('NFKC')] ??= old
}

/** Rewrites what a pattern finds, each place or, from draw to draw, about half of them. */
const rewrite =
  (pattern: RegExp, by: (match: string, random: Random, groups: string[]) => string): Kind['make'] =>
  (text, random) => {
    const share = random() < 0.5 ? 1 : 0.6
    return freely(text, (piece) =>
      piece.replace(pattern, (match: string, ...rest: unknown[]) => {
        const groups = rest.filter((r): r is string => typeof r === 'string').slice(0, -1)
        return random() < share ? by(match, random, groups) : match
      }),
    )
  }

// ---- brackets ----

const YEAR_IN_BRACKETS = /〔(\d{4}|[〇一二三四五六七八九]{4})〕/g
const yearBrackets = (open: string, close: string): Kind => ({
  name: `brackets ${open}${close}`,
  group: 'bracket variants',
  inline: open !== '[',
  fixed: true,
  make: (text) => freely(text, (piece) => piece.replace(YEAR_IN_BRACKETS, `${open}$1${close}`)),
})

// ---- spaces ----

const HAN = '\\u4e00-\\u9fff'

/** 李朗 → 李 朗, 李　朗; a single space behind such a name would no longer part it from the next, and grows. */
const spacedNames: Kind['make'] = (text, random) =>
  text.names.reduce((out, name) => {
    const letters = [...name]
    const gap = letters.length === 2 ? pick([' ', '  ', '　'], random) : ' '
    const spaced = letters.join(gap)
    return freely({ ...text, source: out }, (piece) =>
      piece.replace(
        new RegExp(`(?<![${HAN}] ?)${name}(?:( )(?=[${HAN}])|(?![${HAN}]{2}))`, 'g'),
        (_, after?: string) => spaced + (after ? '    ' : ''),
      ),
    )
  }, text.source)

/** A number on its own in the text: not a part of a longer one, of a word or of an address. */
const NOT_BEFORE = '(?<![\\dA-Za-z@./_-])'
const NOT_AFTER = '(?![\\dA-Za-z@_-])'

const spacedDates = rewrite(/(?<!\d)(\d{4})年(?=\d)|(?<!\d)(\d{1,2})(?:月(?=\d)|日)/g, (match, random) => {
  const [, digits, unit] = /^(\d+)(.)$/.exec(match)!
  const way = Math.floor(random() * 4)
  if (way === 0) return `${digits} ${unit} `
  if (way === 1) return `${digits} ${unit}`
  if (way === 2) return `${digits}${unit} `
  return digits!.length === 4 ? `${[...digits!].join(' ')} ${unit} ` : `${digits} ${unit}`
})

const spacedDocumentNumbers = rewrite(/〔(\d{4})〕(\d{1,4})号/g, (_, random, [year, number]) =>
  pick(
    [`〔${year}〕 ${number} 号`, `〔 ${year} 〕${number}号`, `〔${year}〕　${number}号`, ` 〔${year}〕 ${number}号`],
    random,
  ),
)

/** 0100-5550123 → 0100 - 555 0123; numbers that a single space parts are left alone: nobody could tell them then. */
const spacedPhones = rewrite(
  new RegExp(
    `(?<!\\d[ 　])${NOT_BEFORE}(?:(0\\d{2,3})-(\\d{7,8})|(1\\d{2})(\\d{4})(\\d{4}))${NOT_AFTER}(?![ 　]\\d)`,
    'g',
  ),
  (match, random) => {
    const mobile = /^(1\d{2})(\d{4})(\d{4})$/.exec(match)
    if (mobile) return `${mobile[1]} ${mobile[2]} ${mobile[3]}`
    const [, area, local] = /^(\d+)-(\d+)$/.exec(match)!
    const half = local!.length - 4
    const grouped = `${local!.slice(0, half)} ${local!.slice(half)}`
    return pick([`${area} - ${local}`, `${area}- ${local}`, `${area}-${grouped}`, `${area}－${grouped}`], random)
  },
)

const spacedTimes = rewrite(/(?<![\d:：])(\d{1,2})[:：](\d{2})(?![\d:：])/g, (_, random, [hour, minute]) =>
  pick([`${hour}: ${minute}`, `${hour} :${minute}`, `${hour} : ${minute}`], random),
)

const DIGIT_HAN = new RegExp(`(?<=[${HAN}])(?=\\d)|(?<=\\d)(?=[${HAN}])`, 'g')

const ZERO_WIDTH = ['\u200b', '\u200d', '\ufeff', '\u2060']

const NUMERALS = '〇一二三四五六七八九'
/** 2024年 → 2O24年; the day of signing as it is printed by the standard of old, with a zero of another kind: 二○二四年. */
const zeros: Kind['make'] = (text, random) =>
  freely(text, (piece) =>
    piece.replace(/(?<![\d〔-])(20\d\d)(?=年(\d{1,2}月\d{1,2}日$)?)/gm, (year: string, _: string, day?: string) =>
      day !== undefined && random() < 0.5
        ? [...year].map((d) => (d === '0' ? pick(['○', '◯', 'Ｏ', '〇', '0'], random) : NUMERALS[Number(d)]!)).join('')
        : random() < 0.5
          ? year.replace(/(?<=\d)0(?=\d)/, pick(['O', 'o', 'Ｏ'], random))
          : year,
    ),
  )

// ---- letter-spacing ----

/** Labels that are spread to one width before their colon. */
const LABEL = new RegExp(`(?<=^|[ 　]{2}|[；;。])([${HAN}]{2,5})(?=[：:])`, 'gm')
const spread = (words: string, gap: string) => [...words].join(gap)

const spacedLabels: Kind['make'] = (text, random) => {
  const width = pick([1, 2], random)
  const blank = pick([' ', '　'], random)
  return freely(text, (piece) =>
    piece.replace(LABEL, (label) => spread(label, blank.repeat(label.length === 2 ? width * 2 : width))),
  )
}

/** A line that holds nothing but one of some readings, with every letter on its own. */
const spacedLines =
  (of: (text: Text) => readonly string[]): Kind['make'] =>
  (text, random) => {
    const wanted = new Set(of(text))
    const gap = pick([' ', '  ', '　'], random)
    return freely(text, (piece) =>
      piece
        .split('\n')
        .map((line) => (wanted.has(line.trim()) ? line.replace(line.trim(), spread(line.trim(), gap)) : line))
        .join('\n'),
    )
  }

// ---- kinds ----

const kind = (group: string, name: string, make: Kind['make'], more: Partial<Kind> = {}): Kind => ({
  name,
  group,
  make,
  inline: true,
  ...more,
})

export const KINDS: readonly Kind[] = [
  kind('full-width ↔ half-width', 'full-width digits', glyphs(DIGITS)),
  kind('full-width ↔ half-width', 'full-width letters', glyphs(LETTERS)),
  kind('full-width ↔ half-width', 'full-width signs', glyphs(SIGNS)),
  kind('full-width ↔ half-width', 'full-width all', glyphs({ ...DIGITS, ...LETTERS, ...SIGNS })),
  kind(
    'full-width ↔ half-width',
    'half-width signs',
    glyphs({ '，': ',', '：': ':', '（': '(', '）': ')', '；': ';', '？': '?', '！': '!' }),
  ),
  kind('full-width ↔ half-width', 'half-width forms', glyphs({ '。': '｡', '、': '､' })),

  kind('spaces in names and numbers', 'spaces in names', spacedNames),
  kind('spaces in names and numbers', 'spaces in dates', spacedDates),
  kind('spaces in names and numbers', 'spaces in document numbers', spacedDocumentNumbers),
  kind('spaces in names and numbers', 'spaces in telephone numbers', spacedPhones),
  kind('spaces in names and numbers', 'spaces in times', spacedTimes),
  kind(
    'spaces in names and numbers',
    'spaces between digits and Han',
    (text) => freely(text, (piece) => piece.replace(DIGIT_HAN, ' ')),
    { fixed: true },
  ),

  kind('hard wraps', 'hard wraps', breakLines({}), { inline: false }),
  kind('hard wraps', 'hard wraps, blank lines', breakLines({ blank: true }), { inline: false }),
  kind('hard wraps', 'hard wraps, indents', breakLines({ indent: true }), { inline: false }),
  kind('hard wraps', 'hard wraps, indents, blank lines', breakLines({ indent: true, blank: true }), { inline: false }),

  kind('page numbers', 'page numbers in hard wraps', breakLines({ pages: true }), { inline: false }),
  kind('page numbers', 'page numbers in hard wraps, blank lines', breakLines({ pages: true, blank: true }), {
    inline: false,
  }),
  kind('page numbers', 'page numbers in running paragraphs', paginate, { inline: false }),

  kind(
    'glyph noise',
    'Yi punctuation',
    glyphs({ '，': 'ꎬ', '。': 'ꎮ', '：': 'ꎺ', '；': 'ꎻ', '（': 'ꎨ', '）': 'ꎩ' }),
  ),
  kind('glyph noise', 'dashes', glyphs({ '—': '–―─', '-': '‐‑−', '～': '~∼' })),
  kind('glyph noise', 'colons and dots', glyphs({ '：': '︰∶', '·': '•‧・' })),
  kind('glyph noise', 'zeros', zeros),
  kind('glyph noise', 'zero-width characters', (text, random) =>
    // What Markdown reads at the head of a line has to stand there.
    freely(text, (piece) =>
      [...piece]
        .map((c) =>
          random() < 0.08 && !(text.writing === 'markdown' && c === '\n') ? c + pick(ZERO_WIDTH, random) : c,
        )
        .join(''),
    ),
  ),
  kind('glyph noise', 'blanks of other kinds', glyphs({ ' ': '\u00a0\u2002\u2009', '　': '\u2003' })),

  kind('radicals', 'Kangxi radicals', glyphs(RADICALS)),
  kind('radicals', 'radicals of the supplement', glyphs(SUPPLEMENT)),
  kind('radicals', 'compatibility ideographs', glyphs(COMPATIBLE)),

  yearBrackets('[', ']'),
  yearBrackets('［', '］'),
  yearBrackets('【', '】'),
  yearBrackets('（', '）'),
  yearBrackets('(', ')'),
  yearBrackets('〈', '〉'),
  yearBrackets('﹝', '﹞'),
  kind('bracket variants', 'guillemets', glyphs({ '《': '«≪', '》': '»≫' })),
  kind('bracket variants', 'quotation marks', (text, random) => {
    const [open, close] = pick(
      [
        ['„', '”'],
        ['〝', '〞'],
        ['「', '」'],
        ['"', '"'],
      ] as const,
      random,
    )
    return freely(text, (piece) => piece.replace(/“/g, open).replace(/”/g, close))
  }),

  kind('letter-spacing', 'labels', spacedLabels),
  kind(
    'letter-spacing',
    'names of bodies',
    spacedLines((text) => text.bodies),
    { inline: false },
  ),
  kind(
    'letter-spacing',
    'short headings',
    spacedLines((text) => text.headings),
    { inline: false },
  ),

  kind('dropped final stops', 'dropped final stops', dropStops, { inline: false }),

  kind('lines and margins', 'CRLF', ({ source }) => source.replace(/\n/g, '\r\n'), { inline: false, fixed: true }),
  kind('lines and margins', 'blanks behind lines', trailBlanks, { inline: false }),
  kind('lines and margins', 'indented paragraphs', indentLines, { inline: false }),
]

const named = (name: string): Kind => {
  const found = KINDS.find((k) => k.name === name)
  if (!found) throw new Error(`no noise is called ${name}`)
  return found
}

/** One noise upon the other, from the first to the last. */
const mixture = (name: string, steps: readonly (readonly string[])[]): Kind => {
  const kinds = steps.map((step) => step.map(named))
  return {
    name,
    group: 'mixtures',
    inline: kinds.flat().every((k) => k.inline),
    make: (text, random) =>
      kinds.reduce((source, step) => pick(step, random).make({ ...text, source }, random), text.source),
  }
}

const YEAR_BRACKETS = KINDS.filter((k) => /^brackets /.test(k.name)).map((k) => k.name)

/** What comes together: one kind of each step is drawn. Names and numbers first, lines last: what finds words needs them whole. */
export const MIXTURES: readonly Kind[] = [
  mixture('PDF of a publisher', [
    ['spaces between digits and Han', 'spaces in dates'],
    ['full-width digits', 'full-width all'],
    ['Yi punctuation', 'colons and dots'],
    ['guillemets'],
    ['Kangxi radicals', 'radicals of the supplement'],
    ['hard wraps, blank lines', 'page numbers in hard wraps, blank lines', 'hard wraps, indents, blank lines'],
  ]),
  mixture('print of a text', [
    ['spaces in names', 'labels'],
    YEAR_BRACKETS,
    ['dashes', 'zeros'],
    ['hard wraps', 'hard wraps, indents', 'page numbers in hard wraps'],
    ['CRLF', 'blanks behind lines'],
  ]),
  mixture('text of a web page', [
    ['spaces in names', 'spaces in telephone numbers'],
    ['half-width signs', 'full-width signs'],
    ['blanks of other kinds', 'zero-width characters'],
    YEAR_BRACKETS.filter((name) => named(name).inline),
    ['quotation marks', 'dashes'],
  ]),
  mixture('typed without care', [
    ['spaces in dates', 'spaces in times', 'spaces in document numbers'],
    ['half-width signs', 'half-width forms'],
    ['labels', 'spaces in names'],
    ['dropped final stops'],
    ['blanks behind lines', 'indented paragraphs', 'CRLF'],
  ]),
  mixture('pages joined', [
    ['full-width digits', 'half-width signs'],
    ['compatibility ideographs', 'Kangxi radicals'],
    ['spaces in dates', 'labels'],
    ['page numbers in running paragraphs'],
    ['blanks behind lines', 'CRLF'],
  ]),
]
