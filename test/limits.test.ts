/** docs/limits.md: what it says is what the code says, and what happens at each limit and beyond it. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { parseNotice, readNotice, treeOf, UnreadableNoticeError } from '../src/index.js'
import { parseXml as parseDocxXml } from '../src/read/docx-xml.js'
import { frontMatter } from '../src/read/front-matter.js'
import { IDENTITY } from '../src/read/ofd-glyphs.js'
import { pathRules } from '../src/read/ofd-rules.js'
import { openCompound } from '../src/read/ole.js'
import { rulesOf } from '../src/read/pdf-rules.js'
import { ruledTables } from '../src/read/ruled-tables.js'
import { docx, p, W } from './tools/docx-writer.js'
import {
  bytesOf,
  CODES,
  COMMON,
  composites,
  declaring,
  entries,
  lattice,
  OFD_PAGE,
  type Operator,
  operators,
  STROKED,
} from './tools/limit-inputs.js'
import { object, ofdParts, pageXml } from './tools/ofd-writer.js'
import { compoundOf } from './tools/ole-writer.js'
import { makePdf } from './tools/pdf.js'

const at = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url))
const MIB = 1024 * 1024
const PAGE = readFileSync(at('docs/limits.md'), 'utf8')

interface Row {
  what: string
  limit: number
  file: string
  name: string
  beyond: string
}

const ROWS: Row[] = [...PAGE.matchAll(/^\| ([^|]+) \| ([\d,]+)( MiB| s)? \| `([^`]+)` `(\w+)` \| ([^|]+) \|$/gm)].map(
  (m) => {
    const [, what = '', digits = '', unit = '', file = '', name = '', beyond = ''] = m
    const scale = { ' MiB': MIB, ' s': 1000, '': 1 }[unit] ?? Number.NaN
    return { what, limit: Number(digits.replaceAll(',', '')) * scale, file, name, beyond }
  },
)

/** The number that the code gives a name: `const NAME = 4`, `name = 4`, `name: 4`, `name ?? 4`. */
function inCode({ file, name }: Row): number[] {
  const code = readFileSync(at(file), 'utf8')
  const given = code.matchAll(new RegExp(`\\b${name}\\b(?: =|:| \\?\\?) (\\d[\\d_]*(?: \\* [\\d_]+)*)`, 'g'))
  const numbers = [...given].map((m) => m[1]!.split('*').reduce((all, n) => all * Number(n.replaceAll('_', '')), 1))
  return [...new Set(numbers)]
}

/** Bounds of another kind, with the reason why they are no limit of an input. */
const OTHER: Record<string, string> = {
  'src/read/doc-text.ts MAX_RUNS': 'as many as a page of properties can hold (MS-DOC)',
  'src/read/doc-text.ts MAX_MODIFIERS': 'more than a list of modifiers can hold that means something',
  'src/read/doc-text.ts MAX_ROW_CODES': 'more than the row of 63 columns that Word allows needs',
  'src/read/doc.ts MAX_COLUMNS': 'as for DOCX; more than the 63 that Word allows',
  'src/read/html-grid.ts MAX_ROWS': 'what HTML itself makes of a greater rowspan',
  'src/read/html-pairs.ts MAX_ROW': 'how long a line of labels may be to be told as one',
  'src/read/page-lines.ts MAX_SPACES': 'how a wide gap is written',
}

describe('docs/limits.md', () => {
  it('gives the numbers of the code', () => {
    expect(ROWS.length).toBeGreaterThan(35)
    // Every line of a table was understood.
    expect(ROWS.length).toBe(PAGE.match(/^\| .*`src\/.*$/gm)?.length)
    // The heap of a worker is counted in mebibytes.
    const inBytes = (row: Row) => inCode(row).map((n) => (row.name === 'workerMemory' ? n * MIB : n))
    for (const row of ROWS) expect(inBytes(row), `${row.file} ${row.name}`).toEqual([row.limit])
  })

  it('leaves none out', () => {
    const files = ['src/read', 'src/batch', 'src/extract'].flatMap((folder) =>
      readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${folder}/${name}`),
    )
    const found = [...files, 'src/read-notice.ts', 'src/inspect/server.ts'].flatMap((file) =>
      [...readFileSync(at(file), 'utf8').matchAll(/const (MAX_\w+|BUDGET) = \d/g)].map((m) => `${file} ${m[1]}`),
    )
    const listed = ROWS.map(({ file, name }) => `${file} ${name}`)
    expect(found.filter((one) => !listed.includes(one) && !(one in OTHER))).toEqual([])
    expect(Object.keys(OTHER).filter((one) => !found.includes(one))).toEqual([])
  })
})

/** How a read ends: what it rejects with, or the rules of its diagnostics. */
async function ends(bytes: Uint8Array, filename: string): Promise<string[]> {
  try {
    const { diagnostics } = await readNotice(bytes, { filename })
    return diagnostics.map(({ ruleId }) => ruleId)
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableNoticeError)
    return [(error as UnreadableNoticeError).code, (error as Error).message]
  }
}

const refused = async (bytes: Uint8Array, filename: string, message: RegExp, code = 'too-large') => {
  const [what, why] = await ends(bytes, filename)
  expect([what, why]).toEqual([code, expect.stringMatching(message)])
}
const reads = async (bytes: Uint8Array, filename: string) => {
  const said = await ends(bytes, filename)
  expect(said.filter((one) => /^[a-z-]+$/.test(one) || one.startsWith('read/'))).toEqual([])
}

const DOCUMENT = strToU8(`<w:document xmlns:w="${W}"><w:body>${p('各有关单位：')}</w:body></w:document>`)
const OFD = bytesOf(ofdParts('关于示例的通知'))

const MARKDOWN = '# 关于停水的通知\n\n各用户：\n\n'
const asLines = async (text: string) => {
  const notice = parseNotice(text, { carrier: 'markdown' })
  return notice.diagnostics.some(({ ruleId }) => ruleId === 'read/markdown-too-deep')
}

const page = (body: string) => `<h1>关于报送材料的通知</h1><p>各有关单位：</p><p>请认真填写并报送。</p>${body}
<p>青屿市教育局</p><p>2024年5月6日</p>`
const link = (href: string, name: string) => `<p><a href="${href}">${name}.docx</a></p>`

type Behaviour = (limit: number) => Promise<void>

/** What happens at a limit, and one step beyond. */
const BEHAVIOURS: Record<string, Behaviour> = {
  'src/read-notice.ts MAX_BYTES': (limit) => refused(new Uint8Array(limit + 1), 'a.txt', /more than the limit/),

  'src/read/zip.ts maxEntries': async (limit) => {
    await reads(entries({ 'word/document.xml': DOCUMENT }, limit), 'a.docx')
    await refused(entries({ 'word/document.xml': DOCUMENT }, limit + 1), 'a.docx', /more than 4096 entries/)
  },
  'src/read/docx.ts MAX_XML': (limit) =>
    refused(
      declaring({ 'word/document.xml': DOCUMENT, 'word/styles.xml': DOCUMENT }, limit / 2 + 1),
      'a.docx',
      /holds more than 67108864/,
    ),
  'src/read/zip.ts maxRatio': (limit) =>
    refused(
      zipSync({ 'word/document.xml': new Uint8Array(4 * MIB) }),
      'a.docx',
      new RegExp(`more than ${limit} times`),
    ),
  'src/read/docx-xml.ts MAX_DEPTH': async (limit) => {
    const deep = (depth: number) => strToU8(`${'<w:p>'.repeat(depth)}${'</w:p>'.repeat(depth)}`)
    expect(parseDocxXml(deep(limit - 1), 'a.docx').name).toBe('w:p')
    expect(() => parseDocxXml(deep(limit), 'a.docx')).toThrow(`nested more than ${limit} deep`)
  },
  'src/read/docx-xml.ts MAX_NODES': async (limit) => {
    const many = (count: number) => strToU8(`<a>${'<b/>'.repeat(count - 1)}</a>`)
    expect(() => parseDocxXml(many(limit + 1), 'a.docx')).toThrow(`more than ${limit} elements`)
  },

  'src/read/ofd-package.ts maxEntries': async (limit) => {
    await reads(entries(OFD, limit), 'a.ofd')
    await refused(entries(OFD, limit + 1), 'a.ofd', /more than 20000 entries/)
  },
  'src/read/ofd-package.ts maxBytes': (limit) =>
    refused(declaring(OFD, limit / 2 + 1), 'a.ofd', /holds more than 67108864/),
  'src/read/ofd-package.ts maxRatio': (limit) =>
    refused(zipSync({ ...OFD, [OFD_PAGE]: new Uint8Array(4 * MIB) }), 'a.ofd', new RegExp(`more than ${limit} times`)),
  'src/read/ofd-package.ts BUDGET': (limit) =>
    refused(
      // An element that ends itself counts as much as one with an end tag.
      zipSync(
        { ...OFD, [OFD_PAGE]: strToU8(`<a>${'<b></b>'.repeat(limit / 2)}${'<b/>'.repeat(limit / 2)}</a>`) },
        { level: 0 },
      ),
      'a.ofd',
      /draws more than 2000000/,
    ),

  'src/read/ole.ts MAX_ENTRIES': async (limit) => {
    expect(openCompound(compoundOf(limit), 'a.doc').has('s1')).toBe(true)
    expect(() => openCompound(compoundOf(limit + 2), 'a.doc')).toThrow('directory of this OLE file is broken')
    await refused(compoundOf(limit + 2), 'a.doc', /directory/, 'broken')
  },

  'src/read/pdf.ts MAX_PAGES': async (limit) => {
    const { source, diagnostics } = await readNotice(makePdf(Array.from({ length: limit + 1 }, () => [])))
    expect(source.pages).toHaveLength(limit)
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('read/truncated')
  },
  'src/read/ofd.ts MAX_PAGES': async (limit) => {
    // What a package is, is told by its first names: `OFD.xml` stands at its head.
    const { 'OFD.xml': head, ...others } = ofdParts('甲', { numbers: 'none' })
    const parts: Record<string, string> = { 'OFD.xml': head!, ...others }
    const pages = Array.from({ length: limit + 1 }, (_, i) => `<ofd:Page ID="${i}" BaseLoc="P/${i}.xml"/>`)
    parts[COMMON] = parts[COMMON]!.replace(/<ofd:Pages>.*<\/ofd:Pages>/, `<ofd:Pages>${pages.join('')}</ofd:Pages>`)
    for (let i = 0; i <= limit; i++) parts[`Doc_0/P/${i}.xml`] = pageXml(object('甲', 30, 40, 5))
    const { source, diagnostics } = await readNotice(zipSync(bytesOf(parts), { level: 0 }))
    expect(source.pages).toHaveLength(limit)
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('read/truncated')
  },
  'src/read/ofd-xml.ts MAX_PART': async (limit) => {
    const template = ofdParts('关于示例的通知', { head: '用笺' })
    const part = template['Doc_0/Tpls/Tpl_0/Content.xml']!
    const sized = (size: number) => ({
      ...template,
      'Doc_0/Tpls/Tpl_0/Content.xml': part + ' '.repeat(size - strToU8(part).length),
    })
    expect(await ends(zipSync(bytesOf(sized(limit + 1)), { level: 0 }), 'a.ofd')).toContain('read/broken-part')
  },
  'src/read/ofd-xml.ts MAX_DEPTH': async (limit) => {
    const nested = (depth: number) => {
      const parts = ofdParts('关于示例的通知', { head: '用笺' })
      const path = 'Doc_0/Tpls/Tpl_0/Content.xml'
      const block = `${'<ofd:PageBlock>'.repeat(depth)}${'</ofd:PageBlock>'.repeat(depth)}`
      parts[path] = parts[path]!.replace('</ofd:Layer>', `${block}</ofd:Layer>`)
      return zipSync(bytesOf(parts))
    }
    await reads(nested(limit - 8), 'a.ofd')
    expect(await ends(nested(limit + 1), 'a.ofd')).toContain('read/broken-part')
  },

  'src/read/markdown.ts MAX_LENGTH': async (limit) => {
    expect(await asLines(MARKDOWN.padEnd(limit))).toBe(false)
    expect(await asLines(MARKDOWN.padEnd(limit + 1))).toBe(true)
  },
  'src/read/markdown-depth.ts MAX_DEPTH': async (limit) => {
    // The first mark of a line also opens a column.
    expect(await asLines(`${MARKDOWN}${'> '.repeat(limit - 1)}甲\n`)).toBe(false)
    expect(await asLines(`${MARKDOWN}${'> '.repeat(limit)}甲\n`)).toBe(true)
  },
  'src/read/markdown-depth.ts MAX_BEYOND': async (limit) => {
    // Ten levels are six beyond the fourth.
    const lines = (count: number) => `${MARKDOWN}${`${'> '.repeat(9)}甲\n`.repeat(count)}`
    expect(await asLines(lines(limit / 6))).toBe(false)
    expect(await asLines(lines(limit / 6 + 1))).toBe(true)
  },
  'src/read/markdown-depth.ts MAX_MARKERS': async (limit) => {
    expect(await asLines(`${MARKDOWN}${'*'.repeat(limit)}甲\n`)).toBe(false)
    expect(await asLines(`${MARKDOWN}${'*'.repeat(limit + 1)}甲\n`)).toBe(true)
    expect(await asLines(`${MARKDOWN}${'*甲'.repeat(limit + 1)}\n`)).toBe(true)
    expect(await asLines(`${MARKDOWN}${'*甲\n\n'.repeat(limit + 1)}\n`)).toBe(false)
  },

  'src/read/rtf.ts MAX_DEPTH': async (limit) => {
    const deep = (depth: number) => strToU8(`{\\rtf1 ${'{'.repeat(depth)}deep${'}'.repeat(depth)} behind}`)
    for (const depth of [limit, limit + 500])
      expect((await readNotice(deep(depth), { filename: 'a.rtf' })).source.text).toBe('deep behind')
  },
  'src/read/html-grid.ts MAX_COLUMNS': async (limit) => {
    const table = (columns: number) => {
      const row = (name: string) => Array.from({ length: columns }, (_, i) => `<td>${name}${i}</td>`).join('')
      return `<table><tr><td rowspan="2">合</td>${row('甲')}</tr><tr>${row('乙')}</tr></table>`
    }
    const grid = (columns: number) => treeOf(parseNotice(page(table(columns)))).read.marks.filter((mark) => mark.grid)
    expect(grid(limit - 1).length).toBeGreaterThan(0)
    expect(grid(limit)).toHaveLength(0)
  },
  'src/read/struck.ts MAX_STRUCK': async (limit) => {
    const said = (source: string) =>
      parseNotice(source).diagnostics.filter(({ ruleId }) => ruleId === 'read/struck-out')
    for (const [length, times] of [
      [limit, 1],
      [limit + 1, 0],
    ] as const) {
      expect(said(page(`<p>请于<s>${'甲'.repeat(length)}</s>报送。</p>`))).toHaveLength(times)
      expect(said(`${MARKDOWN}请于~~${'甲'.repeat(length)}~~报送。\n`)).toHaveLength(times)
    }
  },
  'src/read/front-matter.ts MAX_LINES': async (limit) => {
    const read = (lines: number) => frontMatter(`---\n${'文号: 示发〔2024〕1号\n'.repeat(lines)}---\n正文`)
    expect(read(limit - 1)?.entries).toHaveLength(limit - 1)
    expect(read(limit)).toBeNull()
  },
  'src/read/docx-body.ts MAX_COLUMNS': async (limit) => {
    const cell = (text: string, span: number) => `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>${p(text)}</w:tc>`
    const sheet = (span: number) =>
      docx(
        `<w:tbl><w:tr>${cell('甲', span)}${cell('乙', 1)}</w:tr><w:tr>${cell('丙', 1)}${cell('丁', 1)}</w:tr></w:tbl>`,
      )
    const columns = async (span: number) => {
      const { read } = treeOf(await readNotice(sheet(span)))
      return read.marks.find((mark) => mark.grid)?.grid?.cells.map(({ column }) => column)
    }
    expect(await columns(limit)).toEqual([0, limit])
    expect(await columns(1_000_000)).toEqual([0, limit])
  },
  'src/read/pdf-rules.ts MAX_RULES': async (limit) => {
    const line: Operator = [CODES.constructPath, STROKED]
    expect(rulesOf(operators(Array(limit + 5).fill(line)), CODES)).toHaveLength(limit)
  },
  'src/read/pdf-rules.ts MAX_DEPTH': async (limit) => {
    const line: Operator = [CODES.constructPath, STROKED]
    /** Each state moves what is drawn down by one; where a line stands behind the first that is given back. */
    const drawn = (depth: number) => {
      const deep: Operator[][] = Array.from({ length: depth }, () => [
        [CODES.save, null],
        [CODES.transform, [1, 0, 0, 1, 0, 1]],
      ])
      return rulesOf(operators([...deep.flat(), [CODES.restore, null], line]), CODES)[0]?.y1
    }
    expect(drawn(limit)).toBe(limit - 1)
    expect(drawn(limit + 3)).toBe(limit - 1)
  },
  'src/read/ruled-tables.ts MAX_RULES': async (limit) => {
    const table = lattice(4, 4)
    const again = (count: number) => Array.from({ length: count }, (_, i) => table[i % table.length]!)
    expect(ruledTables(again(limit), 1)).toHaveLength(1)
    expect(ruledTables(again(limit + 1), 1)).toEqual([])
  },
  'src/read/ruled-tables.ts MAX_SEGMENTS': async (limit) => {
    expect(ruledTables(lattice(limit - 4, 4), 1)).toHaveLength(1)
    expect(ruledTables(lattice(limit - 3, 4), 1)).toEqual([])
  },
  'src/read/ruled-tables.ts MAX_CELLS': async (limit) => {
    const side = Math.sqrt(limit)
    expect(ruledTables(lattice(side + 1, side + 1), 1)).toHaveLength(1)
    expect(ruledTables(lattice(side + 1, side + 2), 1)).toEqual([])
  },
  'src/read/ofd-rules.ts MAX_TOKENS': async (limit) => {
    const path = (tokens: number) => {
      const text = `M 0 0${' L 9 0'.repeat((tokens - 4) / 3)} C`
      return {
        name: 'PathObject',
        attributes: {},
        children: [{ name: 'AbbreviatedData', attributes: {}, children: [], text }],
        text: '',
      }
    }
    expect(pathRules(path(limit), IDENTITY).length).toBeGreaterThan(0)
    expect(pathRules(path(limit + 3), IDENTITY)).toEqual([])
  },
  'src/read/ofd-page.ts MAX_COMPOSITES': async (limit) => {
    const drawn = async (count: number) => (await readNotice(composites(count))).source.text.match(/甲/g)?.length
    expect(await drawn(limit)).toBe(limit)
    expect(await drawn(limit + 4)).toBe(limit)
  },
  'src/read/links.ts MAX_HREF': async (limit) => {
    const href = (length: number) => {
      const address = 'https://example.gov.cn/'.padEnd(length - 5, 'x')
      return parseNotice(page(link(`${address}.docx`, '报送表'))).attachments[0]?.href?.length
    }
    expect(await href(limit - 1)).toBe(limit - 1)
    expect(await href(limit)).toBeUndefined()
  },
  'src/extract/attachment-links.ts MAX_LINKS': async (limit) => {
    const links = Array.from({ length: limit + 5 }, (_, i) =>
      link(`https://example.gov.cn/${i}.docx`, `材料清单第${i}号`),
    )
    expect(parseNotice(page(links.join('\n'))).attachments).toHaveLength(limit)
  },
  'src/extract/grids.ts CELLS': async (limit) => {
    const row = (name: string) => Array.from({ length: limit + 5 }, (_, i) => `${name}${i}`).join('\t')
    const { tables } = parseNotice(
      `关于报送材料的通知\n\n各有关单位：\n\n请按下表报送。\n\n${row('项')}\n${row('值')}\n${row('数')}\n\n青屿市教育局\n2024年5月6日`,
    )
    expect(tables[0]?.rows.map(({ cells }) => cells.length)).toEqual(Array(tables[0]!.rows.length).fill(limit))
  },
}

/** Limits beyond which other tests go: the file, and the test's name. The inspector reads by a batch. */
const ELSEWHERE: Record<string, [file: string, test: string]> = {
  'src/batch/types.ts MAX_BYTES': ['batch', 'every input that cannot be read is an error record'],
  'src/batch/pipe.ts LINE_RATIO': ['batch', 'survives a line that is too long, one that never ends'],
  'src/batch/batch.ts timeout': ['batch', 'an input that never ends, kills its worker, throws or takes all memory'],
  'src/batch/batch.ts workerMemory': [
    'batch',
    'an input that never ends, kills its worker, throws or takes all memory',
  ],
  'src/batch/sources/zip.ts MAX_RATIO': ['batch-sources', 'an entry that is too large, or a bomb, is refused'],
  'src/batch/pool.ts MAX_HELD': ['batch', 'takes no more from its source than it may hold'],
  'src/inspect/server.ts MAX_GOLDEN': ['inspect-server', 'only facts'],
  'src/cli/inspect.ts MAX_BYTES': ['inspect-server', 'no more than the limit'],
  'src/cli/inspect.ts TIMEOUT': ['batch', 'an input that never ends, kills its worker, throws or takes all memory'],
}

describe('at the limit and beyond', () => {
  it('nothing is left untried', () => {
    const keys = ROWS.map(({ file, name }) => `${file} ${name}`)
    expect([...Object.keys(BEHAVIOURS), ...Object.keys(ELSEWHERE)].sort()).toEqual(keys.sort())
    for (const [file, test] of Object.values(ELSEWHERE))
      expect(readFileSync(at(`test/${file}.test.ts`), 'utf8')).toContain(`it('${test}`)
  })

  it.each(Object.keys(BEHAVIOURS))('%s', async (key) => {
    const row = ROWS.find(({ file, name }) => `${file} ${name}` === key)
    await BEHAVIOURS[key]!(row!.limit)
  })
})
