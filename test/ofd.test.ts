/** OFD packages: the same notice gives the same facts as its text; broken and hostile packages end with a clear error. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractTree, parseNotice, parseTree } from '../src/notice.js'
import { UnreadableNoticeError } from '../src/read/errors.js'
import { readOfd } from '../src/read/ofd.js'
import type { Diagnostic, Notice } from '../src/types.js'
import { type OfdOptions, object, ofdParts, packOfd, pageXml, writeOfd, xml } from './tools/ofd-writer.js'

const at = (path: string) => new URL(path, import.meta.url)

const FIXTURES: Record<string, OfdOptions> = {
  'text-no-signature': {
    centre: ['关于举办2023年青屿市农民丰收节', '暨第六届海岛渔获展销周活动的通知', '渔家厨艺比赛报名表'],
    numbers: 'template',
    struckTwice: true,
  },
  'thirteen-bodies': {
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
