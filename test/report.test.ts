/** The report: what is shown is what was read, marks are what the spans say, and no notice adds anything to the page. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from 'cheerio'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { main } from '../src/cli/main.js'
import { compile, defineExtractor, extractors, type Notice, parseNotice, readNotice, treeOf } from '../src/index.js'
import { noticeView, reportPage, trace } from '../src/report/index.js'
import { itemsOf } from '../src/report/items.js'
import { mail, telephone } from '../src/report/links.js'
import { MAX_DEPTH, painter } from '../src/report/marks.js'
import { readingOf } from '../src/report/reading.js'
import { WORDS } from '../src/report/words.js'
import { EVIL, HOSTILE, infected, PAGE } from './tools/report.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const corpus = readdirSync(join(root, 'corpus')).filter((name) => /\.(?:txt|md|html)$/.test(name))
const read = (name: string) => readNotice(join(root, name))

/** Escaping shows controls as U+FFFD; a parser of HTML knows one kind of line end. */
const shown = (text: string) =>
  text
    .replace(/\r/g, '\n')
    .replace(/[\v\f]/g, ' ')
    .replace(/[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd')
    .toWellFormed()
const bare = (text: string) => text.replace(/\s+/g, '')

/** Text of the sheet without what the markup itself puts between its blocks. */
function sheetOf(notice: Notice) {
  const view = noticeView(notice).markup
  const $ = load(view)
  const marked = new Map<string, string>()
  for (const mark of $('.sheet mark').toArray()) {
    const of = $(mark).attr('data-of')!
    marked.set(of, (marked.get(of) ?? '') + $(mark).text())
  }
  return { view, $, text: $('.sheet').text(), marked }
}

function check(notice: Notice): void {
  const { text, marked, $ } = sheetOf(notice)
  const reading = readingOf(notice)
  expect(bare(text)).toBe(bare(shown(reading.text)))
  for (const { n, span, path } of itemsOf(notice, WORDS.zh).all) {
    if (!span) continue
    const said = reading.places(span).map(({ start, end }) => reading.text.slice(start, end))
    const id = `n1-m${n}`
    if (marked.has(id)) expect(bare(marked.get(id)!), path).toBe(bare(shown(said.join(''))))
    else if ($(`#${id}`).length === 0) expect(bare(said.join('')), path).toBe('')
  }
}

describe('marks', () => {
  const spans = fc.array(
    fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 24 },
  )

  it('nest whatever overlaps, and hold what their spans hold', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 60, maxLength: 80 }),
        spans,
        fc.array(fc.nat(80)),
        (text, places, cuts) => {
          const highlights = places.map((place, i) => ({ id: `m${i}`, className: 'k', tip: '<"&', places: [place] }))
          const brush = painter(text, highlights)
          const stops = [...new Set([0, text.length, ...cuts.filter((cut) => cut < text.length)])].sort((a, b) => a - b)
          const parts = stops.slice(1).map((stop, i) => brush.paint(stops[i]!, stop).markup)
          for (const part of parts) {
            let depth = 0
            for (const tag of part.match(/<\/?mark\b/g) ?? []) {
              depth += tag === '<mark' ? 1 : -1
              expect(depth).toBeGreaterThanOrEqual(0)
              expect(depth).toBeLessThanOrEqual(MAX_DEPTH)
            }
            expect(depth).toBe(0)
          }
          const $ = load(`<div>${parts.join('')}</div>`)
          // A cut or an edge may part the halves of a character.
          const whole = (of: string) =>
            shown(of)
              .replace(/[\ufffd\ud800-\udfff]/g, '')
              .replace(/\n/g, '')
          expect(whole($('div').text())).toBe(whole(text))
          const ids = $('[id]')
            .toArray()
            .map((one) => $(one).attr('id'))
          expect(new Set(ids).size).toBe(ids.length)
          places.forEach(({ start, end }, i) => {
            if (start === end) return
            expect(brush.shown.has(`m${i}`)).toBe(true)
            const held = $(`mark[data-of=m${i}]`)
              .toArray()
              .map((one) => $(one).text())
              .join('')
            const crowd = places.filter((other) => other.start < end && other.end > start).length
            if (crowd <= MAX_DEPTH) expect(whole(held)).toBe(whole(text.slice(start, end)))
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('are cut where they cross: one part each, in order', () => {
    const brush = painter('甲乙丙丁', [
      { id: 'a', className: 'k', tip: '', places: [{ start: 0, end: 3 }] },
      { id: 'b', className: 'k', tip: '', places: [{ start: 1, end: 4 }] },
    ])
    const tag = (id: string, first: boolean) =>
      `<mark class="k" data-of="${id}" data-tip=""${first ? ` id="${id}" tabindex="0"` : ''}>`
    expect(brush.paint(0, 4).markup).toBe(
      `${tag('a', true)}甲${tag('b', true)}乙丙</mark></mark>${tag('b', false)}丁</mark>`,
    )
  })

  it('grow with the text and the number of highlights, however these lie on each other', () => {
    const size = (n: number, place: (i: number) => [number, number]) => {
      const text = '字'.repeat(n * 2)
      const highlights = Array.from({ length: n }, (_, i) => {
        const [start, end] = place(i)
        return { id: `m${i}`, className: 'k', tip: '', places: [{ start, end }] }
      })
      return painter(text, highlights).paint(0, text.length).markup.length
    }
    for (const place of [
      (i: number): [number, number] => [i * 2, i * 2 + 1],
      (i: number): [number, number] => [i, i + 500],
      (): [number, number] => [3, 90],
    ]) {
      const ratio = size(20_000, place) / size(10_000, place)
      expect(ratio).toBeGreaterThan(1.5)
      expect(ratio).toBeLessThan(2.5)
    }
  })
})

describe('the sheet', () => {
  it.each(corpus)('shows what was read, each fact marked where it stands: %s', async (name) => {
    check(await read(`corpus/${name}`))
  })

  it.each([
    'test/fixtures/carriers/pdf/notice-with-annex-table.pdf',
    'test/fixtures/carriers/docx/notice-with-annex-table.docx',
    'test/fixtures/carriers/doc/many-bodies-columns.doc',
    'test/fixtures/ofd/letter-format.ofd',
  ])('shows what was read of %s', async (name) => check(await read(name)))

  it('holds whatever a notice holds', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...EVIL,
        '　　',
        '\r\n',
        '\n\n',
        '\t',
        '请于2024年5月6日前报送教育局。',
        '电话：0578-5550123',
        '《示例办法》（青教〔2024〕3号）',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.constantFrom('text', 'markdown', 'html'), (parts, carrier) => {
        check(parseNotice(HOSTILE.replace('{}', parts.join('')), { carrier: carrier as 'text' }))
      }),
      { numRuns: 150 },
    )
  })

  it('shows a page as the notice that was read, not its tags', () => {
    const notice = parseNotice(PAGE)
    const { text, marked, $ } = sheetOf(notice)
    expect(text).not.toMatch(/<|nbsp|首页/)
    const { all, of } = itemsOf(notice, WORDS.zh)
    const textOf = (value: object) => marked.get(`n1-m${of(value).n}`)
    expect(textOf(notice.title!)).toBe('示例市示例局关于做好2024年示例工作的通知')
    expect(textOf(notice.contacts[0]!.phones[0]!)).toBe('0100-5550123')
    // A reference in the page is one character of the sheet.
    expect(textOf(notice.deadlines[0]!)).toBe('2024年5月20日前')
    expect(
      $('.sheet td')
        .toArray()
        .map((cell) => bare($(cell).text())),
    ).toEqual(['项目', '数量', '甲', '12'])
    expect(all.length).toBeGreaterThan(5)
  })

  it('knows the rows of a DOCX, and of its copy what its text tells', async () => {
    const notice = await read('test/fixtures/carriers/docx/notice-with-annex-table.docx')
    // Its reader knows that no line is a hard wrap.
    expect(treeOf(notice).read.wrapped).toBe(false)
    const copy = JSON.parse(JSON.stringify(notice)) as Notice
    expect(treeOf(copy).read.wrapped).toBe(true)
    check(copy)
  })

  it('tells the pages of a PDF', async () => {
    const notice = await read('test/fixtures/carriers/pdf/notice-with-annex-table.pdf')
    const { $ } = sheetOf(notice)
    const names = $('.pg')
      .toArray()
      .map((one) => $(one).attr('data-page'))
    expect(names).toEqual(notice.source.pages!.map((_, i) => `第 ${i + 1} 页`))
    expect($('.fact[data-path="documentNumber"]').text()).toContain('页码：1')
  })

  it('marks fields of a user’s own', () => {
    const rules = compile({
      name: 'budget',
      rules: [{ id: 'amount', pattern: '[\\d.]{1,12}万元', matches: ['120万元'], rejects: ['万元'] }],
    })
    const budget = defineExtractor({
      name: 'budget',
      many: true,
      *extract(context) {
        for (const element of context.elements('paragraph'))
          for (const m of context.match(rules.amount, element))
            yield { value: context.fact(m.range), range: m.range, score: 0.5, rule: 'budget/amount' }
      },
    })
    const { extractors: traced, evidenceOf } = trace([...extractors, budget])
    const notice = parseNotice('关于下达资金的通知\n\n各县财政局：\n\n现下达资金120万元。\n', { extractors: traced })
    const view = noticeView(notice as Notice, { evidenceOf }).markup
    const $ = load(view)
    expect($('.fact[data-path="budget.0"]').text()).toMatch(/120万元.*budget\/amount.*存疑/s)
    expect($('mark.k-other').text()).toBe('120万元')
  })
})

describe('the panel', () => {
  const { extractors: traced, evidenceOf } = trace()
  const notice = parseNotice(readFileSync(join(root, 'corpus/contest-launch.txt'), 'utf8'), { extractors: traced })
  const $ = load(noticeView(notice, { evidenceOf }).markup)

  it('files every fact once, and leads to its place', () => {
    const ids = $('[id]')
      .toArray()
      .map((one) => $(one).attr('id'))
    expect(new Set(ids).size).toBe(ids.length)
    for (const link of $('a[href^="#"]').toArray()) expect($($(link).attr('href')!)).toHaveLength(1)
    const filed = new Set(
      $('[data-path]')
        .toArray()
        .map((one) => $(one).attr('data-path')),
    )
    for (const { path } of itemsOf(notice, WORDS.zh).all)
      if (!/^(?:outline|tables|forms)\.|mentions/.test(path)) expect(filed).toContain(path)
  })

  it('says rule and certainty of what was traced', () => {
    expect($('#n1-f0').text()).toContain('title/head')
    expect($('mark.k-deadlines').first().attr('data-tip')).toMatch(
      /^期限：2025-04-30\n.*规则：deadlines\/dated\n确定度：确定$/s,
    )
    const plain = load(noticeView(notice).markup)
    expect(plain('#n1-f0').text()).not.toContain('title/head')
  })

  it('orders the timeline by the calendar', () => {
    const when = $('.timeline .go')
      .toArray()
      .map((one) => $(one).text().slice(0, 10))
    const due = [...$('.timeline .stop.k-deadlines .go').toArray()].map((one) => $(one).text())
    expect(due).toEqual(notice.deadlines.flatMap(({ due }) => due?.replace('T', ' ') ?? []).sort())
    expect(when[0]).toBe('2025-03-04')
    expect($('.timeline').text()).toContain('周二')
  })

  it('makes links of telephones and mail addresses', () => {
    const links = $('.card a.out')
      .toArray()
      .map((one) => $(one).attr('href'))
    expect(links).toEqual(expect.arrayContaining(['tel:+8619900001101', 'mailto:xczx@example.cn', 'tel:+861005550655']))
  })

  it('speaks English, the same facts', () => {
    const english = load(noticeView(notice, { lang: 'en' }).markup)
    expect(english('.part h3').first().text()).toMatch(/^Facts/)
    expect(english('[data-path]')).toHaveLength($('[data-path]').length)
    expect(english('.panel dt').text()).not.toMatch(/\p{Script=Han}/u)
  })
})

describe('links out of the page', () => {
  const span = { start: 0, end: 1 }
  it.each([
    ['0578-5550123', 'landline', undefined, 'tel:+865785550123'],
    ['010-55501214', 'landline', '8012', 'tel:+861055501214;ext=8012'],
    ['13900001111', 'mobile', undefined, 'tel:+8613900001111'],
    ['12345', 'hotline', undefined, 'tel:12345'],
    ['400-555-0123', 'hotline', undefined, 'tel:4005550123'],
    ['5550123', 'landline', undefined, null],
    ['138****1234', 'mobile', undefined, null],
    ['javascript:1', 'hotline', undefined, null],
    ['0578-5550123"><b>', 'landline', undefined, null],
  ] as const)('%s %s %s', (number, kind, extension, href) => {
    expect(telephone({ text: number, span, number, kind, ...(extension ? { extension } : {}) })).toBe(href)
  })
  it.each([
    ['a.b+c@mail.example.gov.cn', 'mailto:a.b+c@mail.example.gov.cn'],
    ['a@example.cn?bcc=b@example.cn', null],
    ['a@example.cn\nb@example.cn', null],
    ['javascript:alert(1)@example.cn', null],
    ['a@example', null],
  ])('%s', (address, href) => expect(mail(address)).toBe(href))
})

describe('the page', () => {
  const notices = ['contest-launch.txt', 'many-bodies-columns.txt', 'site-page-markdown.md'].map((name) =>
    parseNotice(readFileSync(join(root, 'corpus', name), 'utf8'), { filename: name }),
  )
  const text = reportPage(notices)

  it('is the same every time, and is one for none', () => {
    expect(reportPage(notices)).toBe(text)
    expect(load(reportPage([]))('main').text().trim()).toBe('')
    expect(() => reportPage(null as never)).toThrow(TypeError)
    expect(() => noticeView(notices[0]!, { id: 'a"b' })).toThrow(TypeError)
  })

  it.each([
    ['notices', text],
    ['hostile facts', reportPage(notices.map(infected), { failures: [{ file: EVIL[0]!, message: EVIL[1]! }] })],
    ['a hostile text', reportPage([parseNotice(HOSTILE.replace('{}', EVIL.join('\n')))], { lang: 'en' })],
    ['a hostile page', reportPage([parseNotice(`<h1>关于停水的通知</h1>${EVIL.map((e) => `<p>${e}</p>`).join('')}`)])],
  ])('holds what the program put there and nothing else: %s', (_, content) => {
    const $ = load(content)
    const allowed = new Set(
      'html head meta title style script body a header h1 h2 h3 p main nav section article aside table thead tbody tr th td div span mark input label dl dt dd ul ol li b i code'.split(
        ' ',
      ),
    )
    for (const element of $('*').toArray()) {
      expect(allowed).toContain($(element).prop('tagName')?.toLowerCase())
      for (const [name, value] of Object.entries($(element).attr() ?? {})) {
        expect(name).toMatch(
          /^(?:class|id|href|lang|dir|role|tabindex|type|checked|for|colspan|rowspan|scope|charset|name|content|http-equiv|aria-\w+|data-[a-z]+)$/,
        )
        if (name === 'href')
          expect(value).toMatch(/^(?:#[a-z]+\d*(?:-[a-z]+\d*)?|tel:\+?\d+(?:;ext=\d+)?|mailto:[\w.+-]+@[\w.-]+)$/)
      }
    }
    expect($('script')).toHaveLength(1)
    expect($('style').text()).not.toMatch(/url\(|@import/)
    expect(content).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/)
    const digest = (of: string) => `'sha256-${createHash('sha256').update($(of).text()).digest('base64')}'`
    expect($('meta[http-equiv=Content-Security-Policy]').attr('content')).toBe(
      `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`,
    )
  })

  it('has an index where there are several', () => {
    const $ = load(text)
    expect(
      $('.index tbody tr')
        .toArray()
        .map((row) => $(row).find('a').attr('href')),
    ).toEqual(['#n1', '#n2', '#n3'])
    expect($('.index').text()).toContain('平教高函〔2025〕19号')
    expect(load(reportPage(notices.slice(0, 1)))('.index')).toHaveLength(0)
  })

  it('takes 5 MB in one line', () => {
    const line = '示例文字，没有换行。'.repeat(500_000)
    const page = reportPage([parseNotice(`关于停水的通知\n\n各用户：\n\n${line}`)])
    expect(page.length).toBeLessThan(line.length * 1.1)
    expect(page.split('示例文字，没有换行').length).toBeGreaterThan(490_000)
  })
})

describe('gongwen report', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-report-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = async (...argv: string[]) => {
    const out = { stdout: '', stderr: '' }
    const to = (name: keyof typeof out) => ({
      write(text: string, done: (error?: Error | null) => void) {
        out[name] += text
        done()
      },
    })
    const stdin = Object.assign((async function* () {})(), { isTTY: true })
    const code = await main(argv, { stdin, stdout: to('stdout'), stderr: to('stderr'), env: {} })
    return { code, ...out }
  }

  it('writes a page of files and folders, and names what it cannot read', async () => {
    writeFileSync(join(folder, 'a.txt'), '关于停水的通知\n\n各用户：\n\n定于2024年5月6日停水。\n')
    const file = join(folder, 'out.html')
    const missing = join(folder, 'missing.txt')
    expect(await run('report', folder, missing, '-o', file)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('not-found'),
    })
    const $ = load(readFileSync(file, 'utf8'))
    expect($('article h2').text()).toBe('关于停水的通知')
    expect($('.failed').text()).toContain('missing.txt')
    expect($('.fact code').first().text()).toBe('title/head')
  })

  it('says what is wrong with a command line', async () => {
    expect((await run('report')).stderr).toContain('FILE')
    expect((await run('report', folder, '--lang', 'fr')).stderr).toContain("unknown language 'fr'")
    const { code, stdout } = await run('report', '--lang', 'en', join(folder, 'a.txt'))
    expect([code, load(stdout)('html').attr('lang')]).toEqual([0, 'en'])
    expect((await run('report', '--help')).stdout).toContain('docs/report.md')
  })
})
