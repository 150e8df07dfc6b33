/** OFD packages: the same notice gives the same facts as its text; broken and hostile packages end with a clear error. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractTree, parseNotice, parseTree } from '../src/notice.js'
import { UnreadableNoticeError } from '../src/read/errors.js'
import { readOfd } from '../src/read/ofd.js'
import { readNotice } from '../src/read-notice.js'
import type { Diagnostic, Notice } from '../src/types.js'
import { type OfdOptions, object, ofdParts, packOfd, pageXml, writeOfd, xml } from './tools/ofd-writer.js'

const at = (path: string) => new URL(path, import.meta.url)

const FIXTURES: Record<string, OfdOptions> = {
  'text-no-signature': {
    centre: ['关于举办2023年青屿市农民丰收节', '暨第六届海岛渔获展销周活动的通知', '渔家厨艺比赛报名表'],
    numbers: 'template',
    struckTwice: true,
  },
  'many-bodies-columns': {
    centre: ['国家生境保护局等11部门', '关于举办2023年全国自然观察季活动的通知'],
    seal: '国家生境保护局',
  },
  'tender-notice': { centre: ['望江区中小学智慧教室设备采购项目公开招标公告'], numbers: 'bare', documents: 2 },
  'letter-format': {
    centre: ['岚川省体育局关于商请协助提供体育场馆', '安全检查情况的函'],
    head: '岚川省体育局用笺',
    seal: '岚川省体育局',
  },
}

const NAMES = Object.keys(FIXTURES)
const corpus = (name: string) => readFileSync(at(`../corpus/${name}.txt`), 'utf8')

// OFD_WRITE=1 vitest run test/ofd.test.ts makes the fixtures anew.
if (process.env.OFD_WRITE) {
  mkdirSync(at('fixtures/ofd/'), { recursive: true })
  for (const name of NAMES) writeFileSync(at(`fixtures/ofd/${name}.ofd`), writeOfd(corpus(name), FIXTURES[name]))
}

async function notice(bytes: Uint8Array): Promise<Notice> {
  const diagnostics: Diagnostic[] = []
  return extractTree(parseTree(await readOfd(bytes, 'a.ofd', diagnostics), diagnostics), {}, diagnostics)
}

async function read(bytes: Uint8Array) {
  const diagnostics: Diagnostic[] = []
  const { source } = await readOfd(bytes, 'a.ofd', diagnostics)
  return { text: source.text, pages: source.pages!, rules: diagnostics.map((d) => d.ruleId) }
}

/** What a reader asks first. */
const core = (n: Notice) => ({
  title: n.title?.text,
  documentNumber: n.documentNumber?.text,
  issuingBodies: n.issuingBodies.map((b) => b.name),
  dates: n.dates.map((d) => `${d.role} ${d.start} ${d.end}`).sort(),
  deadlines: n.deadlines.map((d) => d.due),
  people: n.contacts.flatMap((c) => c.people.map((p) => p.text)),
  phones: n.contacts.flatMap((c) => c.phones.map((p) => `${p.number} ${p.extension ?? ''}`)),
  emails: n.contacts.flatMap((c) => c.emails.map((e) => e.text)),
})

describe('notices', () => {
  it.each(NAMES)('%s: the same facts as from the text', async (name) => {
    const bytes = readFileSync(at(`fixtures/ofd/${name}.ofd`))
    expect(core(await notice(bytes))).toEqual(core(parseNotice(corpus(name))))
  })

  it.each(NAMES)('%s: the fixture is what the writer writes', async (name) => {
    const fixture = await read(readFileSync(at(`fixtures/ofd/${name}.ofd`)))
    expect(await read(writeOfd(corpus(name), FIXTURES[name]))).toEqual(fixture)
  })
})

describe('pages', () => {
  it('page numbers and a repeated running head do not tear sentences', async () => {
    const long = '为做好示例工作，各单位要落实责任、细化措施、按时报送材料并加强沟通协调'.repeat(60)
    for (const numbers of ['page', 'template', 'bare'] as const) {
      const { text, pages } = await read(writeOfd(long, { numbers, head: '示例市示例局用笺', indent: false }))
      expect(pages.length).toBeGreaterThan(2)
      expect(text.replace(/\s/g, '').replace(/—\d—/g, '')).toBe(`示例市示例局用笺${long}`)
    }
  })

  it('pages cover the text and stand one newline apart, or nothing where a sentence goes on', async () => {
    const { text, pages } = await read(writeOfd(corpus('many-bodies-columns')))
    expect(pages[0]!.start).toBe(0)
    expect(pages.at(-1)!.end).toBe(text.length)
    for (let i = 1; i < pages.length; i++) {
      const between = text.slice(pages[i - 1]!.end, pages[i]!.start)
      expect(between === '\n' || between === '').toBe(true)
      if (between === '') expect(text.slice(0, pages[i - 1]!.end)).toMatch(/[^。；：]$/)
    }
  })

  it('annotations and seals are not read', async () => {
    const { text } = await read(writeOfd('示例市示例局关于示例工作的通知', { seal: '专用印章' }))
    expect(text).not.toContain('专用印章')
  })

  it('text struck twice is read once, a doubled letter stays', async () => {
    const twice = object('示例通知will', 30, 40, 5) + object('示例通知will', 30.1, 40, 5)
    expect((await read(onePage(twice))).text).toBe('示例通知will')
  })

  it('columns keep their distance, baselines a little off stay one line', async () => {
    const objects = object('示例市教育局', 30, 40, 5) + object('示例市财政局', 80, 40.6, 5)
    expect((await read(onePage(objects))).text).toBe(`示例市教育局${' '.repeat(8)}示例市财政局`)
  })

  it('turned text is read in its own direction, a slanted watermark is not', async () => {
    const turned = (ctm: string, text: string) =>
      `<ofd:TextObject ID="1" Boundary="100 100 50 50" CTM="${ctm}" Size="5"><ofd:TextCode X="0" Y="0" DeltaX="g 3 5">${text}</ofd:TextCode></ofd:TextObject>`
    const objects =
      object('示例市示例局通知', 30, 40, 5) +
      turned('0 1 -1 0 0 0', '装订成册') +
      turned('0.7 0.7 -0.7 0.7 0 0', '内部资料')
    const { text } = await read(onePage(objects))
    expect(
      text
        .split('\n')
        .map((l) => l.trim())
        .filter(Boolean),
    ).toEqual(['示例市示例局通知', '装订成册'])
  })

  it('characters set below one another by DeltaY are a line', async () => {
    const column =
      '<ofd:TextObject ID="1" Boundary="100 20 10 90" Size="5"><ofd:TextCode X="0" Y="5" DeltaY="g 4 6">关于示例的</ofd:TextCode></ofd:TextObject>'
    expect((await read(onePage(column))).text.trim()).toBe('关于示例的')
  })

  it('references and CDATA are characters; spaces inside a word count once', async () => {
    const code = (body: string) =>
      `<ofd:TextObject Boundary="30 30 90 9" Size="5"><ofd:TextCode X="0" Y="5">${body}</ofd:TextCode></ofd:TextObject>`
    expect((await read(onePage(code('A&amp;B&#x793A;&lt;例&nope;')))).text).toBe('A&B示<例&nope;')
    expect((await read(onePage(code('<![CDATA[a&amp;b]]>')))).text).toBe('a&amp;b')
    expect((await read(onePage(code('Annual Report')))).text).toBe('Annual Report')
  })

  it('composite units are drawn where they stand', async () => {
    const parts = pageParts('<ofd:CompositeObject ID="9" Boundary="30 50 90 20" ResourceID="40"/>')
    parts['Doc_0/Document.xml'] = parts['Doc_0/Document.xml']!.replace(
      '</ofd:CommonData>',
      '<ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>',
    )
    parts['Doc_0/DocumentRes.xml'] = unitXml(
      `${object('示例市示例局文件', 0, 10, 5)}<ofd:CompositeObject ID="8" Boundary="0 0 9 9" ResourceID="40"/>`,
    )
    expect((await read(packOfd(parts))).text).toBe('示例市示例局文件')
  })

  it('pages of images are said to have no text', async () => {
    const image = '<ofd:ImageObject ID="3" Boundary="0 0 210 297" ResourceID="4"/>'
    const bare = await read(onePage(image))
    expect(bare).toMatchObject({ text: '', rules: ['read/no-text-layer'] })
    expect((await read(onePage(image + object('示例', 30, 40, 5)))).rules).toEqual([])
  })
})

const unitXml = (content: string) =>
  xml(
    `<ofd:Res xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="40" Width="90" Height="20"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`,
  )

function pageParts(objects: string): Record<string, string> {
  const parts = ofdParts('示', { numbers: 'none' })
  parts['Doc_0/Pages/Page_0/Content.xml'] = pageXml(objects)
  return parts
}

const onePage = (objects: string) => packOfd(pageParts(objects))

const TEXT = '示例市示例局关于示例工作的通知'
const DOCUMENT = 'Doc_0/Document.xml'
const PAGE = 'Doc_0/Pages/Page_0/Content.xml'

const changed = (part: string, change: (xml: string) => string | Uint8Array) => {
  const parts: Record<string, string | Uint8Array> = ofdParts(TEXT)
  parts[part] = change(String(parts[part]))
  return packOfd(parts)
}

const without = (part: string) => {
  const parts = ofdParts(TEXT)
  delete parts[part]
  return packOfd(parts)
}

async function failure(bytes: Uint8Array): Promise<UnreadableNoticeError> {
  const before = performance.now()
  const error = await readOfd(bytes, '通知.ofd', []).then(
    () => null,
    (e: unknown) => e,
  )
  expect(performance.now() - before).toBeLessThan(20_000)
  expect(error).toBeInstanceOf(UnreadableNoticeError)
  expect((error as Error).message).toContain('通知.ofd')
  return error as UnreadableNoticeError
}

describe('long packages', () => {
  it('are known by the list of their parts, wherever in it the root stands', async () => {
    const { 'OFD.xml': root, ...parts } = ofdParts('关于示例事项的通知\n各单位：\n请于2024年5月6日前报送。')
    const fill = (from: number) =>
      Object.fromEntries(
        Array.from({ length: 1200 }, (_, i) => [`Doc_0/Res/image_of_the_page_${from + i}.png`, new Uint8Array(64)]),
      )
    const bytes = packOfd({ ...fill(0), 'OFD.xml': root!, ...parts, ...fill(5000) })
    const names = (part: Uint8Array) => new TextDecoder('latin1').decode(part).includes('OFD.xml')
    expect([names(bytes.subarray(0, 65_536)), names(bytes.subarray(-65_536))]).toEqual([false, false])
    expect((await readNotice(bytes, { filename: 'a.ofd' })).title?.text).toBe('关于示例事项的通知')
  })
})

describe('broken packages', () => {
  const broken: [string, () => Uint8Array][] = [
    ['nothing', () => new Uint8Array(0)],
    ['no ZIP', () => strToU8('这不是压缩包')],
    ['cut off', () => writeOfd(TEXT).subarray(0, 600)],
    ['another ZIP', () => zipSync({ 'word/document.xml': strToU8('<a/>') })],
    ['no Document.xml', () => without(DOCUMENT)],
    ['no page', () => without(PAGE)],
    ['root that is no XML', () => changed('OFD.xml', () => new Uint8Array([1, 2, 3, 4]))],
    ['page cut off', () => changed(PAGE, (x) => x.slice(0, -40))],
    [
      'page with a document type',
      () => changed(PAGE, (x) => x.replace('?>', '?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>')),
    ],
    [
      'page nested too deeply',
      () => changed(PAGE, () => pageXml('<ofd:PageBlock>'.repeat(5000) + '</ofd:PageBlock>'.repeat(5000))),
    ],
    ['page out of the package', () => changed(DOCUMENT, (x) => x.replace('Pages/Page_0', '../../../../etc'))],
  ]
  it.each(broken)('%s', async (_, bytes) => {
    expect((await failure(bytes())).code).toBe('broken')
  })

  it('encrypted', async () => {
    const parts = { ...ofdParts(TEXT), 'Encryptions.xml': '<a/>' }
    expect((await failure(packOfd(parts))).code).toBe('unsupported')
  })

  it('one lost page of several is reported, the others are read', async () => {
    const parts = ofdParts(corpus('many-bodies-columns'))
    delete parts['Doc_0/Pages/Page_1/Content.xml']
    const { text, pages, rules } = await read(packOfd(parts))
    expect(rules).toEqual(['read/broken-part'])
    expect(pages.length).toBeGreaterThan(1)
    expect(text).toContain('全国自然教育联合会')
  })

  it('names in another case, backslashes and roundabout paths are found', async () => {
    const parts = ofdParts(TEXT)
    parts[DOCUMENT] = parts[DOCUMENT]!.replace(
      'Pages/Page_0/Content.xml',
      '..\\Doc_0\\.\\pages\\x\\..\\page_0/content.XML',
    )
    expect((await read(packOfd(parts))).text).toContain(TEXT)
  })
})

describe('hostile packages', () => {
  it('ZIP bombs', async () => {
    const blank = new Uint8Array(80 * 1024 * 1024).fill(0x20)
    expect((await failure(changed(PAGE, () => blank))).code).toBe('too-large')
  })

  it('composites that ask for billions of objects', async () => {
    const parts = pageParts('<ofd:CompositeObject ResourceID="0"/>'.repeat(30))
    parts[DOCUMENT] = parts[DOCUMENT]!.replace(
      '</ofd:CommonData>',
      '<ofd:PublicRes>R.xml</ofd:PublicRes></ofd:CommonData>',
    )
    const unit = (id: number) =>
      `<CompositeGraphicUnit ID="${id}"><Content>${`<CompositeObject ResourceID="${id + 1}"/>`.repeat(30)}</Content></CompositeGraphicUnit>`
    parts['Doc_0/R.xml'] = xml(
      `<Res><CompositeGraphicUnits>${[0, 1, 2, 3, 4, 5, 6, 7].map(unit).join('')}</CompositeGraphicUnits></Res>`,
    )
    expect((await failure(packOfd(parts))).code).toBe('too-large')
  })

  it('a template on many pages and a page named many times', async () => {
    const parts = ofdParts(TEXT)
    parts[DOCUMENT] = parts[DOCUMENT]!.replace(
      '</ofd:Pages>',
      `${`<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>`.repeat(50_000)}</ofd:Pages>`,
    )
    expect((await read(packOfd(parts))).pages).toHaveLength(1)
  })

  it('documents, pages and templates that name each other', async () => {
    const parts = ofdParts(TEXT, { head: '用笺' })
    parts['OFD.xml'] = parts['OFD.xml']!.replace(/(<ofd:DocBody>.*<\/ofd:DocBody>)/, '$1$1')
    parts['Doc_0/Tpls/Tpl_0/Content.xml'] = pageXml(object('用笺', 28, 20, 4), '<ofd:Template TemplateID="90"/>')
    parts[DOCUMENT] = parts[DOCUMENT]!.replace('</ofd:Pages>', '<ofd:Page ID="7" BaseLoc="Document.xml"/></ofd:Pages>')
    expect((await read(packOfd(parts))).text.match(/用笺|示例工作/g)).toEqual(['用笺', '示例工作'])
  })

  it('deltas, sizes and places out of all measure', async () => {
    const code = (attributes: string, object = 'Size="5"') =>
      `<ofd:TextObject Boundary="30 30 9 9" ${object}><ofd:TextCode ${attributes}>示例通知</ofd:TextCode></ofd:TextObject>`
    const odd = [
      code('X="0" Y="0" DeltaX="g 999999999999 1"'),
      code('X="NaN" Y="Infinity" DeltaX="g g g"'),
      code('X="1e308" Y="1e308" DeltaX="1e308 1e308 1e308"'),
      code('DeltaX="g -5 1 x"', 'Size="-1" CTM="1 2 3"'),
      code('', 'Size="0" HScale="0" CTM="0 0 0 0 0 0"'),
    ]
    for (const objects of odd) await read(onePage(objects))
    expect((await read(onePage(odd.join('')))).text).toContain('示例通知')
  })

  it('a heap of glyphs on one spot and a page of very many lines stay fast', async () => {
    const heap = `<ofd:TextObject Boundary="0 0 9 9" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 300000 0">${'示例'.repeat(150_000)}</ofd:TextCode></ofd:TextObject>`
    const rows = `<ofd:TextObject Boundary="0 0 9 9" Size="5"><ofd:TextCode X="0" Y="5" DeltaX="g 99999 20" DeltaY="g 99999 9">${'示'.repeat(100_000)}</ofd:TextCode></ofd:TextObject>`
    const before = performance.now()
    await read(onePage(heap))
    await read(onePage(rows))
    expect(performance.now() - before).toBeLessThan(15_000)
  })
})
