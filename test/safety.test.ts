/** What a hostile file may not do, whatever its carrier: take more than its limits, reach out, or end otherwise than it should. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import fsp from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Notice, parseNotice, type ReadOptions, readNotice, UnreadableNoticeError } from '../src/index.js'
import { docx, noticeBody, p, W } from './tools/docx-writer.js'
import { ofdParts, packOfd, writeOfd } from './tools/ofd-writer.js'
import { makePdf } from './tools/pdf.js'

const at = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const TEXT = readFileSync(at('corpus/tender-notice.txt'), 'utf8')
const TITLE = parseNotice(TEXT).title!.text
const HTML = `<html><head><meta charset="utf-8"></head><body><div class="TRS_Editor">${TEXT.split('\n')
  .map((line) => `<p>${line}</p>`)
  .join('')}</div></body></html>`

/** One notice in every carrier. */
const CARRIERS: [name: string, bytes: Uint8Array][] = [
  ['txt', strToU8(TEXT)],
  ['md', strToU8(`# ${TITLE}\n\n**注**\n\n${TEXT}`)],
  ['html', strToU8(HTML)],
  ...['pdf', 'docx', 'doc', 'ofd', 'rtf'].map((ext): [string, Uint8Array] => {
    const folder = ext === 'rtf' ? 'doc' : ext
    return [ext, new Uint8Array(readFileSync(at(`test/fixtures/${folder}/tender-notice.${ext}`)))]
  }),
]

const CODES = ['broken', 'unsupported', 'too-large']

/** A notice, or the one error that reading may end with. */
async function outcome(bytes: Uint8Array, options: ReadOptions): Promise<Notice | UnreadableNoticeError> {
  try {
    return await readNotice(bytes, options)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableNoticeError)
    expect(error).toMatchObject({ filename: options.filename })
    expect(CODES).toContain((error as UnreadableNoticeError).code)
    expect((error as Error).message).toContain(options.filename)
    return error as UnreadableNoticeError
  }
}

const codeOf = async (bytes: Uint8Array, filename: string) => {
  const end = await outcome(bytes, { filename })
  return end instanceof UnreadableNoticeError ? end.code : 'read'
}

describe('a file that is not whole', () => {
  it.each(CARRIERS)('%s, cut off at many places', async (ext, bytes) => {
    const ends: string[] = []
    for (let k = 0; k < 24; k++) {
      const length = k < 8 ? k * 37 : Math.floor((bytes.length * (k - 7)) / 17)
      ends.push(await codeOf(bytes.subarray(0, length), `cut.${ext}`))
    }
    expect(ends.length).toBe(24)
    // A package or a compound file without its end is none.
    if (ext === 'docx' || ext === 'ofd' || ext === 'doc') expect(ends.slice(3, -1)).not.toContain('read')
  })

  it.each(CARRIERS)('%s, with bytes changed', async (ext, bytes) => {
    for (let seed = 1; seed <= 16; seed++) {
      const damaged = bytes.slice()
      for (let k = 0; k < 4; k++)
        damaged[(seed * 2654435761 + k * 40503 * seed) % damaged.length]! ^= 1 + ((seed * 31 + k) % 255)
      await outcome(damaged, { filename: `damaged.${ext}` })
    }
  })
})

describe('a name that lies', () => {
  it.each(CARRIERS)('%s under every other name', async (_, bytes) => {
    const titles = new Set<string | undefined>()
    for (const [other] of CARRIERS) {
      const end = await outcome(bytes, { filename: `notice.${other}` })
      titles.add(end instanceof UnreadableNoticeError ? end.code : end.title?.text)
    }
    expect([...titles]).toEqual([TITLE])
  })
})

describe('size', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const HUGE = 200 * 1024 * 1024

  it('a file of 200 MB is refused by its size, before it is read', async () => {
    const path = join(folder, 'huge.txt')
    writeFileSync(path, '')
    truncateSync(path, HUGE)
    const read = vi.spyOn(fsp, 'readFile')
    const error = await readNotice(path).catch((e: unknown) => e)
    expect(error).toMatchObject({ name: 'UnreadableNoticeError', code: 'too-large', filename: path })
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  })

  it('200 MB of bytes are refused before they are decoded', async () => {
    const decode = vi.spyOn(TextDecoder.prototype, 'decode')
    expect(await codeOf(new Uint8Array(HUGE), 'huge.txt')).toBe('too-large')
    expect(decode).not.toHaveBeenCalled()
    decode.mockRestore()
  })

  it('a decoded string is held to the same limit', async () => {
    const file = new VFile({ value: 'x'.repeat(1000), path: 'long.txt' })
    expect(await readNotice(file, { maxBytes: 999 }).catch((e: unknown) => e)).toMatchObject({
      code: 'too-large',
      filename: 'long.txt',
    })
    expect((await readNotice(file, { maxBytes: 1000 })).source.text.length).toBe(1000)
  })

  it.each([0, -1, Number.NaN, '10', null])('a limit of %s is a wrong argument', async (limit) => {
    for (const name of ['maxBytes', 'maxPages'])
      await expect(readNotice(new Uint8Array(4), { [name]: limit } as ReadOptions)).rejects.toThrow(TypeError)
  })

  it('pages beyond maxPages are left out, and said to be', async () => {
    const pdf = makePdf([...'甲乙丙'].map((name) => [{ text: `${name}县报送的一句话。`, x: 80, y: 300 }]))
    const ofd = writeOfd(readFileSync(at('corpus/many-bodies-columns.txt'), 'utf8'))
    for (const bytes of [pdf, ofd]) {
      const all = await readNotice(bytes)
      expect(all.source.pages!.length).toBeGreaterThan(2)
      expect(all.diagnostics.map((d) => d.ruleId)).not.toContain('read/truncated')
      const two = await readNotice(bytes, { maxPages: 2 })
      expect(two.source.pages!.length).toBe(2)
      expect(two.diagnostics.map((d) => d.ruleId)).toContain('read/truncated')
      expect(all.source.text.startsWith(two.source.text.slice(0, 10))).toBe(true)
      expect(
        (await readNotice(bytes, { maxPages: all.source.pages!.length })).diagnostics.map((d) => d.ruleId),
      ).not.toContain('read/truncated')
    }
  })

  it('packages that unpack to more than they may', async () => {
    const part = `<w:document xmlns:w="${W}"><w:body>${' '.repeat(20_000_000)}</w:body></w:document>`
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8(part) }), 'bomb.docx')).toBe('too-large')
    const parts = { ...ofdParts('通知'), 'Doc_0/Pages/Page_0/Content.xml': new Uint8Array(20_000_000) }
    expect(await codeOf(packOfd(parts), 'bomb.ofd')).toBe('too-large')
  })

  it('entries that point out of their package', async () => {
    for (const name of ['../../etc/cron.d/x', '/etc/passwd', 'C:\\x', 'word/../../x'])
      expect(await codeOf(zipSync({ 'word/document.xml': strToU8('<a/>'), [name]: strToU8('x') }), 'path.docx')).toBe(
        'broken',
      )
  })
})

describe('depth', () => {
  const DEPTH = 100_000

  it('HTML: the text is read at any depth', async () => {
    const html = `<html>${'<div>'.repeat(DEPTH)}<p>深处的一句话。</p>${'</div>'.repeat(DEPTH)}</html>`
    const notice = await readNotice(strToU8(html), { filename: 'deep.html' })
    expect(notice.source.carrier).toBe('html')
  })

  it('Markdown: too deep for a tree, it is read as lines', async () => {
    for (const mark of ['> ', '- ', '1. ', '> - ', '*', '[', '<']) {
      const notice = await readNotice(strToU8(`${TEXT}\n\n${mark.repeat(DEPTH)}甲\n`), {
        filename: 'deep.md',
      })
      expect(notice.title?.text).toBe(TITLE)
    }
  })

  it('Markdown: many lines deep, or lists that go in by and by', async () => {
    const stairs = Array.from({ length: 1000 }, (_, i) => `${'  '.repeat(i)}- 甲`).join('\n')
    for (const deep of [stairs, `${'- '.repeat(40)}甲\n`.repeat(2000), `${'> '.repeat(12)}甲\n`.repeat(2000)]) {
      const notice = await readNotice(strToU8(`${TEXT}\n\n${deep}`), { filename: 'deep.md' })
      expect(notice.diagnostics.map((d) => d.ruleId)).toContain('read/markdown-too-deep')
      expect(notice.title?.text).toBe(TITLE)
    }
    const list = '- 甲\n  - 乙\n    1. 丙\n'.repeat(200)
    const notice = await readNotice(strToU8(`${TEXT}\n\n${list}`), { filename: 'list.md' })
    expect(notice.diagnostics.map((d) => d.ruleId)).not.toContain('read/markdown-too-deep')
  })

  it('XML and RTF: refused, or read no deeper than the limit', async () => {
    const open = `<w:document xmlns:w="${W}"><w:body>`
    const deep = open + '<w:p>'.repeat(DEPTH) + '</w:p>'.repeat(DEPTH)
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8(deep) }), 'deep.docx')).toBe('too-large')
    const root = `<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016">${'<ofd:A>'.repeat(DEPTH)}${'</ofd:A>'.repeat(DEPTH)}</ofd:OFD>`
    expect(CODES).toContain(await codeOf(packOfd({ ...ofdParts('通知'), 'OFD.xml': root }), 'deep.ofd'))
    expect(await codeOf(strToU8(`{\\rtf1 ${'{'.repeat(DEPTH)}a${'}'.repeat(DEPTH)}}`), 'deep.rtf')).toBe('read')
  })
})

describe('entities', () => {
  const levels = 'abcdefghij'
  const laughs = `<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...levels.slice(1)]
    .map((name, i) => `<!ENTITY ${name} "${`&${levels[i]};`.repeat(10)}">`)
    .join('')}]>`

  it('a billion laughs are refused in packages', async () => {
    const document = `${laughs}<w:document xmlns:w="${W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`
    expect(await codeOf(zipSync({ 'word/document.xml': strToU8(document) }), 'laughs.docx')).toBe('broken')
    const parts = ofdParts('通知')
    const page = parts['Doc_0/Pages/Page_0/Content.xml']!.replace('?>', `?>${laughs}`)
    expect(await codeOf(packOfd({ ...parts, 'Doc_0/Pages/Page_0/Content.xml': page }), 'laughs.ofd')).toBe('broken')
  })

  it('a page knows none but those of HTML', async () => {
    const notice = await readNotice(strToU8(`${laughs}<html><body><p>甲&j;乙</p></body></html>`), {
      filename: 'laughs.html',
    })
    expect(JSON.stringify(notice).length).toBeLessThan(5000)
  })
})

describe('nothing is fetched', () => {
  const ELSEWHERE = 'http://203.0.113.7/a'
  const RELATIONS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
    'attachedTemplate',
    'image',
    'hyperlink',
    'oleObject',
    'frame',
  ]
    .map(
      (kind, i) =>
        `<Relationship Id="r${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${ELSEWHERE}" TargetMode="External"/>`,
    )
    .join('')}</Relationships>`

  function hostile(): [string, Uint8Array][] {
    const html = HTML.replace(
      '<body>',
      `<base href="${ELSEWHERE}"><link rel="stylesheet" href="${ELSEWHERE}"><body onload="fetch('${ELSEWHERE}')"><script src="${ELSEWHERE}"></script>
<img src="${ELSEWHERE}"><iframe src="${ELSEWHERE}"></iframe><object data="${ELSEWHERE}"></object><meta http-equiv="refresh" content="0;url=${ELSEWHERE}">`,
    )
    const external = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://203.0.113.7/y">]>'
    const parts = ofdParts(TEXT)
    const pdf = new TextDecoder().decode(makePdf([[{ text: '示例局关于做好工作的通知', x: 80, y: 100 }]]))
    const acting = pdf.replace(
      '/Type /Catalog',
      `/Type /Catalog /OpenAction << /S /URI /URI (${ELSEWHERE}) >> /AA << /WC << /S /Launch /F (${ELSEWHERE}) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.launchURL\\("${ELSEWHERE}"\\)) >>] >> >>`,
    )
    return [
      ['a.html', strToU8(html)],
      ['a.xhtml', strToU8(`<?xml version="1.0"?>${external}${HTML.replace('<p>', '<p>&x;&y;')}`)],
      [
        'a.md',
        strToU8(`# 通知\n\n![图](${ELSEWHERE})\n\n<img src="${ELSEWHERE}">\n\n[甲][1]\n\n[1]: ${ELSEWHERE}\n\n${TEXT}`),
      ],
      [
        'a.docx',
        docx(noticeBody(TEXT), {
          'word/_rels/document.xml.rels': RELATIONS,
          'word/_rels/settings.xml.rels': RELATIONS,
        }),
      ],
      [
        'b.docx',
        zipSync({
          'word/document.xml': strToU8(
            `${external}<w:document xmlns:w="${W}"><w:body>${p('&x;&y;')}</w:body></w:document>`,
          ),
        }),
      ],
      [
        'a.ofd',
        packOfd({
          ...parts,
          'Doc_0/Document.xml': parts['Doc_0/Document.xml']!.replace(
            '</ofd:CommonData>',
            `<ofd:PublicRes>${ELSEWHERE}</ofd:PublicRes></ofd:CommonData>`,
          ),
        }),
      ],
      ['a.pdf', strToU8(acting)],
      [
        'a.rtf',
        strToU8(
          `{\\rtf1{\\*\\template ${ELSEWHERE}}{\\field{\\*\\fldinst INCLUDEPICTURE "${ELSEWHERE}"}{\\fldrslt a}}{\\object\\objautlink{\\*\\objdata 00}}b\\par}`,
        ),
      ],
      ...CARRIERS.map(([ext, bytes]): [string, Uint8Array] => [`plain.${ext}`, bytes]),
    ]
  }

  it('whatever the file asks for', async () => {
    const connect = vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(() => {
      throw new Error('a connection was tried')
    })
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(() => {
      throw new Error('something was fetched')
    })
    try {
      for (const [filename, bytes] of hostile()) {
        const end = await outcome(bytes, { filename })
        if (!(end instanceof UnreadableNoticeError)) expect(end.source.text, filename).not.toContain('root:')
      }
      expect(connect).not.toHaveBeenCalled()
      expect(fetched).not.toHaveBeenCalled()
    } finally {
      connect.mockRestore()
      fetched.mockRestore()
    }
  })

  it('nor is a URL', async () => {
    for (const url of ['http://203.0.113.7/a.pdf', 'https://203.0.113.7/', 'data:text/plain,a', 'ftp://203.0.113.7/a'])
      expect(await readNotice(new URL(url)).catch((e: unknown) => e)).toMatchObject({
        code: 'unsupported',
        filename: url,
      })
  })
})

it('every fixture has a carrier here', () => {
  const files = readdirSync(at('test/fixtures'), { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  const kinds = new Set(files.map((f) => extname(f.name).slice(1)))
  expect([...kinds].filter((kind) => !CARRIERS.some(([ext]) => ext === kind))).toEqual([])
})
