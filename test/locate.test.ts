/** Where facts stand on the sheet: boxes against the places at which the fixtures draw their words. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { locate, type Notice, type Place, parseNotice, position, readNotice, type Span } from '../src/index.js'
import { object, ofdParts, packOfd, pageXml } from './tools/ofd-writer.js'
import { makePdf, type Placed } from './tools/pdf.js'

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)))
const MM = 72 / 25.4

function spanOf(notice: Notice, words: string): Span {
  const start = notice.source.text.indexOf(words)
  expect(start, words).toBeGreaterThanOrEqual(0)
  return { start, end: start + words.length }
}

/** Boxes may differ from what was drawn by this many points. */
function expectPlace(place: Place | undefined, page: number, box: Place['box'], slack = 0.5): void {
  expect(place?.page).toBe(page)
  for (const edge of ['left', 'top', 'right', 'bottom'] as const)
    expect(Math.abs(place!.box[edge] - box[edge]), `${edge} of ${JSON.stringify(place)}`).toBeLessThan(slack)
}

/** The em box of characters drawn side by side. */
const drawn = (x: number, y: number, size: number, count: number) => ({
  left: x,
  top: y - 0.88 * size,
  right: x + count * size,
  bottom: y + 0.12 * size,
})

const pdf = (pages: Placed[][], options = {}) => readNotice(makePdf(pages, options))
const ofdPage = (objects: string) => {
  const parts = ofdParts('各单位：')
  parts['Doc_0/Pages/Page_0/Content.xml'] = pageXml(objects)
  return readNotice(packOfd(parts))
}

describe('PDF', () => {
  it('gives the box of a word on its page', async () => {
    const notice = await pdf([
      [{ text: '关于开展节水宣传的通知', x: 200, y: 90, size: 22 }],
      [{ text: '各单位要加强领导', x: 72, y: 120 }],
    ])
    expectPlace(locate(notice, spanOf(notice, '节水宣传'))[0], 1, drawn(200 + 4 * 22, 90, 22, 4))
    expectPlace(locate(notice, spanOf(notice, '领导'))[0], 2, drawn(72 + 6 * 16, 120, 16, 2))
  })

  it('gives one place for each line, wrapped lines and page breaks included', async () => {
    const rows = [
      '各单位要加强组织领导落实责任分工做好',
      '宣传工作并按时报送材料至以下邮箱并抄',
      '送本局综合科汇总后统一上报市人民政府',
      '办公室。',
    ]
    const notice = await pdf([
      [{ text: rows[0]!, x: 72, y: 700 }],
      [
        { text: rows[1]!, x: 72, y: 100 },
        { text: rows[2]!, x: 72, y: 125 },
        { text: rows[3]!, x: 72, y: 150 },
      ],
    ])
    expect(notice.source.text).toBe(rows.join(''))
    const places = locate(notice, spanOf(notice, `做好${rows[1]}送本`))
    expect(places).toHaveLength(3)
    expectPlace(places[0], 1, drawn(72 + 16 * 16, 700, 16, 2))
    expectPlace(places[1], 2, drawn(72, 100, 16, 18))
    expectPlace(places[2], 2, drawn(72, 125, 16, 2))
    // A place's page is that of source.pages.
    for (const { page } of places) expect(notice.source.pages![page - 1]!.end).toBeGreaterThan(0)
  })

  it('follows letter-spacing, columns and narrow digits', async () => {
    const notice = await pdf([
      [
        { text: '联系人', x: 72, y: 100, tracking: 8 },
        { text: '电话：0100-5550123', x: 300, y: 100 },
      ],
    ])
    expectPlace(locate(notice, spanOf(notice, '电话'))[0], 1, drawn(300, 100, 16, 2), 1.5)
    const [number] = locate(notice, spanOf(notice, '0100-5550123'))
    expectPlace(number, 1, { ...drawn(348, 100, 16, 0), right: 348 + 12 * 8 }, 1.5)
    const person = spanOf(notice, '人')
    expectPlace(locate(notice, person)[0], 1, drawn(72 + 2 * 24, 100, 16, 1))
  })

  it('keeps the page as it is shown when it is turned', async () => {
    const turned = [
      { text: '第一行文字在这里', x: 100, y: 700, turn: 1 },
      { text: '第二行', x: 125, y: 700, turn: 1 },
    ]
    // Text that runs up the page: its foot is at the right.
    const upright = await pdf([turned])
    expectPlace(locate(upright, spanOf(upright, '二行'))[0], 1, {
      left: 125 - 0.88 * 16,
      right: 125 + 0.12 * 16,
      top: 700 - 3 * 16,
      bottom: 700 - 16,
    })
    // The same page shown turned by a quarter: 842 points wide.
    const shown = await pdf([turned], { rotate: 90 })
    expectPlace(locate(shown, spanOf(shown, '二行'))[0], 1, drawn(842 - 700 + 16, 125, 16, 2))
  })

  it('finds every fact of a printed notice on a page, and each within it', async () => {
    const notice = await readNotice(fixture('pdf/letter-format.pdf'))
    const facts = [notice.title!, notice.documentNumber!, ...notice.issuingBodies, ...notice.dates, ...notice.deadlines]
    for (const { text, span } of facts) {
      const places = locate(notice, span)
      expect(places.length, text).toBeGreaterThan(0)
      for (const { page, box } of places) {
        const { start, end } = notice.source.pages![page - 1]!
        expect(span.start < end && span.end > start, text).toBe(true)
        expect(box.left).toBeGreaterThan(70)
        expect(box.right).toBeGreaterThan(box.left)
        expect(box.right).toBeLessThan(595 - 60)
        expect(box.bottom - box.top).toBeGreaterThan(10)
      }
    }
  })
})

describe('OFD', () => {
  it('gives boxes in points of what is drawn in millimetres', async () => {
    const notice = await ofdPage(
      object('各县区农业农村局，各有关单位', 28, 50, 5.5) + object('现通知如下', 39, 60, 5.5),
    )
    expectPlace(locate(notice, spanOf(notice, '农村局'))[0], 1, drawn((28 + 5 * 5.5) * MM, 50 * MM, 5.5 * MM, 3))
    expectPlace(locate(notice, spanOf(notice, '现通知'))[0], 1, drawn(39 * MM, 60 * MM, 5.5 * MM, 3))
  })

  it('gives the box of a text that runs down the page', async () => {
    const code = '<ofd:TextCode X="0" Y="5" DeltaY="g 3 5">竖排文字</ofd:TextCode>'
    const notice = await ofdPage(
      `<ofd:TextObject ID="7" Boundary="180 40 5 20" Font="3" Size="5">${code}</ofd:TextObject>`,
    )
    expectPlace(locate(notice, spanOf(notice, '排文'))[0], 1, {
      left: 180 * MM,
      right: 185 * MM,
      top: (45 - 0.88 * 5 + 5) * MM,
      bottom: (45 - 0.88 * 5 + 15) * MM,
    })
  })

  it('stands where the fixture draws it', async () => {
    const bytes = fixture('ofd/many-bodies-columns.ofd')
    const notice = await readNotice(bytes)
    const signed = notice.dates.find((d) => d.role === 'signed')!
    const [place] = locate(notice, signed.span)
    const page = new TextDecoder().decode(unzipSync(bytes)[`Doc_0/Pages/Page_${place!.page - 1}/Content.xml`])
    const drawing =
      /Boundary="([\d.]+) ([\d.]+) [^"]*" CTM="([\d.]+) [^>]* Size="([\d.]+)"><ofd:TextCode X="([\d.]+)" Y="([\d.]+)" DeltaX="([\d. ]+)">2023年7月20日</.exec(
        page,
      )!
    const [x0, y0, scale, size, x, y] = drawing.slice(1, 7).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ]
    const width = drawing[7]!.split(' ').reduce((sum, delta) => sum + Number(delta), size)
    const left = (x0 + x * scale) * MM
    expectPlace(place, place!.page, {
      ...drawn(left, (y0 + y * scale) * MM, size * scale * MM, 0),
      right: left + width * scale * MM,
    })
  })

  it('numbers pages as the file does when one of them is lost', async () => {
    const parts = ofdParts(readFileSync(new URL('../corpus/many-bodies-columns.txt', import.meta.url), 'utf8'))
    delete parts['Doc_0/Pages/Page_0/Content.xml']
    const notice = await readNotice(packOfd(parts))
    expect(notice.source.pages![0]).toEqual({ start: 0, end: 0 })
    const { start } = notice.source.pages![1]!
    const first = notice.source.text.slice(start).search(/\S/) + start
    expect(locate(notice, { start: first, end: first + 3 })[0]?.page).toBe(2)
  })
})

describe('what has no place', () => {
  it('text, empty spans, white space and copies', async () => {
    const text = parseNotice('关于停水的通知\n\n各位用户：\n\n定于2024年5月6日停水。')
    expect(locate(text, text.title!.span)).toEqual([])
    const notice = await pdf([[{ text: '各单位：', x: 72, y: 100 }], [{ text: '通知', x: 72, y: 100 }]])
    expect(locate(notice, { start: 2, end: 2 })).toEqual([])
    expect(notice.source.text[4]).toBe('\n')
    expect(locate(notice, { start: 4, end: 5 })).toEqual([])
    const copy = JSON.parse(JSON.stringify(notice)) as Notice
    expect(copy).toEqual(notice)
    expect(Reflect.ownKeys(notice.source).sort()).toEqual(['carrier', 'pages', 'text'])
    expect(locate(copy, { start: 0, end: 2 })).toEqual([])
  })

  it('a wrong argument throws', async () => {
    const notice = parseNotice('关于停水的通知')
    for (const span of [{ start: -1, end: 2 }, { start: 0, end: 99 }, { start: 0.5, end: 1 }, {}, null])
      expect(() => locate(notice, span as Span)).toThrow(TypeError)
    expect(() => locate({} as Notice, { start: 0, end: 1 })).toThrow(TypeError)
    expect(() => position(notice, { start: 0, end: 99 })).toThrow(TypeError)
  })
})

describe('position', () => {
  it('gives line and column', () => {
    const notice = parseNotice('关于停水的通知\n\n各位用户：\n\n定于2024年5月6日停水。')
    const { start, end } = spanOf(notice, '2024年5月6日')
    expect(position(notice, { start, end })).toEqual({
      start: { line: 5, column: 3, offset: start },
      end: { line: 5, column: 12, offset: end },
    })
  })
})
