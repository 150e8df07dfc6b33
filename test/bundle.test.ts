/** In a browser: what is loaded, what it weighs, and that it runs where there is nothing of Node. */
import { readFileSync } from 'node:fs'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { bundleFor, USES, weigh } from '../scripts/bundle.mjs'
import { parseNotice } from '../src/index.js'

const corpus = (name: string) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8')
const HTML = `<!doctype html><html><head><title>示例市示例局关于做好2024年示例工作的通知</title></head><body><div class="nav"><a href="/">首页</a></div>
<h1>示例市示例局关于做好2024年示例工作的通知</h1><div class="TRS_Editor"><p>各县（市、区）示例局：</p><p>&emsp;&emsp;请于2024年5月20日前将材料报送示例局，联系电话：0100-5550123。</p><p>示例市示例局</p><p>2024年5月6日</p></div></body></html>`
const NOTICES = [
  corpus('grant-call-stages.txt'),
  corpus('opinions-markdown.md'),
  '**注**&nbsp;&hellip; [甲](b)\n',
  HTML,
]

/** Rows of the table in docs/bundle.md: name, minified, gzipped and the ceiling in kilobytes. */
const documented = [
  ...readFileSync(new URL('../docs/bundle.md', import.meta.url), 'utf8').matchAll(
    /^\| `?([^|`]+?)`? \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$/gm,
  ),
].map((m) => ({ name: m[1]!, gzipped: Number(m[3]), ceiling: Number(m[4]) }))

describe('the bundle for a browser', () => {
  it('holds neither node: modules nor what is loaded on use', async () => {
    const { files, core, outputs } = await bundleFor('*')
    const imports = core.flatMap((name) => outputs.get(name)!.imports)
    expect(imports.filter((i) => i.external && i.kind !== 'dynamic-import')).toEqual([])
    const inputs = core.flatMap((name) => Object.keys(outputs.get(name)!.inputs))
    expect(
      inputs.filter((i) => /pdfjs-dist|word-extractor|fflate|fast-xml-parser|nodejieba|htmlparser2/.test(i)),
    ).toEqual([])
    const everywhere = [...outputs.values()].flatMap((o) => o.imports.map((i) => i.path))
    expect(everywhere.filter((path) => /^node:|^(?:fs|path|module|url|buffer|process)$/.test(path))).toEqual([])
    for (const name of core) expect(files.get(name)).not.toMatch(/\brequire\(|from\s?"node:|import\("node:/)
  })

  it.each(Object.entries(USES))('weighs no more than docs/bundle.md says: %s', async (name, use) => {
    const row = documented.find((r) => r.name === name)
    expect(row, `docs/bundle.md has no row for ${name}`).toBeDefined()
    const kilobytes = weigh(await bundleFor(use)).gzipped / 1000
    expect(kilobytes).toBeLessThanOrEqual(row!.ceiling)
    // A ceiling far above says nothing.
    expect(kilobytes).toBeGreaterThan(row!.ceiling - 15)
  })

  it('reads text, Markdown and HTML where there is nothing but the language', async () => {
    const { files } = await bundleFor('{ parseNotice }', { format: 'iife' })
    const context = createContext({ notices: NOTICES })
    runInContext(files.get('stdin.js')!, context)
    const read = JSON.parse(runInContext('JSON.stringify(notices.map((n) => gongwen.parseNotice(n)))', context))
    expect(read).toEqual(JSON.parse(JSON.stringify(NOTICES.map((n) => parseNotice(n)))))
  })

  it('reads bytes where there is a decoder, and says that there are no files', async () => {
    const { files } = await bundleFor('{ readNotice, UnreadableNoticeError }', { format: 'iife' })
    const context = createContext({ TextDecoder, URL, bytes: [...new TextEncoder().encode(HTML)] })
    runInContext(files.get('stdin.js')!, context)
    const read = await runInContext(
      'gongwen.readNotice(Uint8Array.from(bytes)).then((n) => JSON.stringify(n.title))',
      context,
    )
    expect(JSON.parse(read)).toMatchObject({ text: '示例市示例局关于做好2024年示例工作的通知' })
    const error = await runInContext(
      'gongwen.readNotice("notice.txt").catch((e) => [e.name, e.code, e.filename].join())',
      context,
    )
    expect(error).toBe('UnreadableNoticeError,unsupported,notice.txt')
  })
})
