/** The map as a page: self-contained, safe whatever the notices hold, of use with a keyboard, in the dark and on a telephone. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { load } from 'cheerio'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { graphDot } from '../src/graph/dot.js'
import { graphPage } from '../src/graph/page.js'
import type { Notice } from '../src/index.js'
import { linkNotices } from '../src/link/index.js'
import { html, raw } from '../src/page/html.js'
import { archiveNotices, nodeOf } from './tools/archive.js'

const notices = archiveNotices()
const graph = linkNotices(notices)
const text = graphPage(graph, notices)

const EVIL = [
  '"><img src=x onerror="hacked=1">',
  '</title></style></script><script>hacked=1</script>',
  "' onfocus='hacked=1' autofocus x='",
  '<svg/onload=hacked=1>',
  '&lt;b&gt;',
  'javascript:hacked=1',
  ']]>--><!--',
  '\u202e\0\ud800',
]

/** The archive with every text that a page may show made hostile; links between the notices stay. */
function infected(): Notice[] {
  let n = 0
  const shown = /^(?:text|name|action|recipient|label|filename|number|heading|reason)$/
  return notices.map((notice) => {
    const { title, documentNumber, citations, source, ...rest } = notice
    const spoil = (key: string, value: unknown) =>
      typeof value === 'string' && shown.test(key) ? value + EVIL[n++ % EVIL.length] : value
    const spoilt = JSON.parse(JSON.stringify(rest, spoil)) as typeof rest
    const tail = EVIL[n++ % EVIL.length]!
    return {
      ...spoilt,
      documentNumber,
      citations: citations.map((c) => ({
        ...c,
        title: c.title && { ...c.title, text: c.title.text + EVIL[n++ % EVIL.length] },
      })),
      title: title && { ...title, text: title.text + tail },
      source: { ...source, filename: `${tail}.txt` },
    }
  })
}

const hostile = infected()
const hostilePage = graphPage(linkNotices(hostile), hostile)

describe('markup', () => {
  it('escapes what is put into a template, and only that', () => {
    expect(html`<p title="${`"'&`}">${'<b>'}${null}${false}${[1, html`<i>${'>'}</i>`]}${raw('<hr>')}</p>`.markup).toBe(
      '<p title="&quot;&#39;&amp;">&lt;b&gt;1<i>&gt;</i><hr></p>',
    )
    expect(html`${'a\u202eb\0c\ud800'}`.markup).toBe('a\ufffdb\ufffdc\ufffd')
  })
})

describe('the page', () => {
  it('is the same every time', () => {
    expect(graphPage(linkNotices(archiveNotices()), archiveNotices())).toBe(text)
  })

  it.each([
    ['the archive', text],
    ['hostile notices', hostilePage],
    ['no notices', graphPage(linkNotices([]), [])],
  ])('holds what the program put there and nothing else: %s', (_, content) => {
    const $ = load(content)
    const allowed = new Set(
      'html head meta title style body a header h1 span p main div svg g path text rect aside section h2 h3 dl dt dd ul li br details summary table thead tbody tr th td code b script'.split(
        ' ',
      ),
    )
    for (const element of $('*').toArray()) {
      expect(allowed).toContain($(element).prop('tagName')?.toLowerCase())
      for (const [name, value] of Object.entries($(element).attr() ?? {})) {
        expect(name).not.toMatch(/^on|^style$|^src|^srcset$|^xlink|^autofocus$/)
        if (name === 'href') expect(value).toMatch(/^#[a-z]*\d*$/)
      }
    }
    expect($('script')).toHaveLength(1)
    expect($('style')).toHaveLength(1)
    expect($('style').text()).not.toMatch(/url\(|@import/)
  })

  it('allows its own style and script by their digests, and nothing from elsewhere', () => {
    const $ = load(text)
    const digest = (of: string) => `'sha256-${createHash('sha256').update($(of).text()).digest('base64')}'`
    expect($('meta[http-equiv=Content-Security-Policy]').attr('content')).toBe(
      `default-src 'none'; style-src ${digest('style')}; script-src ${digest('script')}; base-uri 'none'; form-action 'none'`,
    )
  })

  it('draws every linked document, and each opens its facts', () => {
    const $ = load(text)
    const attributes = (selector: string, name: string) =>
      $(selector)
        .toArray()
        .map((element) => $(element).attr(name))
    const ids = attributes('[id]', 'id')
    expect(new Set(ids).size).toBe(ids.length)
    for (const link of $('a[href]').toArray()) expect($($(link).attr('href')!)).toHaveLength(1)
    const alone = attributes('#map details:first-of-type a', 'href').map((href) => href!.slice(1))
    expect(alone).toEqual([nodeOf(graph, 'm14-training').id])
    const all = graph.nodes.filter(({ kind }) => kind === 'notice').map(({ id }) => id)
    for (const drawing of ['svg.wide', 'svg.narrow']) {
      const drawn = attributes(`${drawing} a.node.notice`, 'data-node')
      expect([...drawn, ...alone].sort()).toEqual(all.toSorted())
    }
    const sheet = $(`#${nodeOf(graph, 'm1-month').id}`).text()
    for (const fact of [
      '示市示发〔2024〕12号',
      '示例市示例局',
      '2024-03-25',
      '示例进万家',
      '2024-06-10',
      '+10 天',
      'm1-page.md',
    ])
      expect(sheet).toContain(fact)
  })

  it('draws every line between documents of the set in either drawing', () => {
    const $ = load(text)
    const inside = graph.edges.filter(({ to }) => to.startsWith('n'))
    for (const drawing of ['svg.wide', 'svg.narrow']) {
      const lines = $(`${drawing} .line`)
        .toArray()
        .map((line) => `${$(line).attr('data-from')} ${$(line).attr('data-to')}`)
      expect(new Set(lines).size).toBe(lines.length)
      expect(lines).toEqual(expect.arrayContaining(inside.map(({ from, to }) => `${from} ${to}`)))
    }
  })
})

describe('DOT', () => {
  const line =
    /^(?:digraph gongwen \{|\}| +\}| {2}rankdir=RL| {2}(?:node|edge) \[[^\]]+\]| {2}subgraph "\w+" \{| {4}label="[^"\\]*"| {4}[nx]\d+ \[label="(?:[^"\\]|\\.)*"(?:, style=dashed)?\]| {2}n\d+ -> [nx]\d+ \[label="(?:[^"\\]|\\.)*", style=(?:solid|dashed|dotted)(?:, color=red)?\]|)$/
  it.each([
    ['the archive', graph],
    ['hostile notices', linkNotices(hostile)],
  ])('holds nodes and edges and nothing else: %s', (_, map) => {
    const lines = graphDot(map).split('\n')
    expect(lines.filter((l) => !line.test(l))).toEqual([])
    expect(lines.filter((l) => l.includes(' -> '))).toHaveLength(map.edges.length)
    expect(lines.filter((l) => /^ {4}[nx]\d/.test(l))).toHaveLength(map.nodes.length)
  })
})

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (!executable)
  console.warn('test/graph-page.test.ts: no Chromium here, the page is not opened (apt-get install chromium)')

describe.skipIf(!executable)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-graph-'))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return pathToFileURL(join(folder, name)).href
  }
  const address = file('map.html', text)
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox'] })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What the page asks for and complains of while it is used. */
  async function open(url: string, options: Parameters<Browser['newPage']>[0], use: (page: Page) => Promise<void>) {
    const page = await browser.newPage(options)
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(url)
    await use(page)
    await page.close()
    return { asked: asked.filter((u) => u.split('#')[0] !== url.split('#')[0]), said }
  }

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? null)
  const quiet = { asked: [], said: [] }

  it('is used with the keyboard alone, and asks the network for nothing', async () => {
    const seen = await open(address, { viewport: { width: 1400, height: 900 } }, async (page) => {
      while ((await focused(page)) === null) await page.keyboard.press('Tab')
      const first = await focused(page)
      await page.keyboard.press('ArrowDown')
      const second = await focused(page)
      expect(second).not.toBe(first)
      await page.keyboard.press('Enter')
      expect(await page.locator('.facts:visible').getAttribute('id')).toBe(second)
      expect(await page.locator(`a.node.current:visible`).getAttribute('data-node')).toBe(second)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('close')
      await page.keyboard.press('Escape')
      expect(await page.locator('.facts:visible').count()).toBe(0)
      expect(await focused(page)).toBe(second)
    })
    expect(seen).toEqual(quiet)
  }, 60_000)

  it('opens its facts without its script', async () => {
    const { id } = nodeOf(graph, 'p1-month')
    await open(address, { javaScriptEnabled: false }, async (page) => {
      await page.locator(`svg.wide a[href="#${id}"]`).click()
      expect(await page.locator('.facts:visible h2').textContent()).toBe('示例省示例局关于开展2024年示例月活动的通知')
      await page.locator('.facts:visible .close').click()
      expect(await page.locator('.facts:visible').count()).toBe(0)
    })
  }, 60_000)

  it.each([320, 480, 1280])(
    'fits a window of %i pixels, open or not',
    async (width) => {
      const { id } = nodeOf(graph, 'm1-month')
      const seen = await open(address, { viewport: { width, height: 700 } }, async (page) => {
        const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        expect(await overflow()).toBeLessThanOrEqual(0)
        await page.locator(`a.node[data-node="${id}"]:visible`).click()
        expect(await overflow()).toBeLessThanOrEqual(0)
        const box = (await page.locator('.facts:visible').boundingBox())!
        expect(box.x).toBeGreaterThanOrEqual(0)
        expect(box.x + box.width).toBeLessThanOrEqual(width)
        await page.locator('.facts:visible .close').click()
        expect(await page.locator('.facts:visible').count()).toBe(0)
      })
      expect(seen).toEqual(quiet)
    },
    60_000,
  )

  it.each(['light', 'dark'] as const)(
    'reads well in %s',
    async (colorScheme) => {
      const { id } = nodeOf(graph, 'm1-month')
      await open(`${address}#${id}`, { colorScheme, viewport: { width: 1400, height: 900 } }, async (page) => {
        const contrasts = await page.evaluate(() => {
          const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!
          const luminance = (color: string) => {
            paper.fillStyle = color
            paper.fillRect(0, 0, 1, 1)
            const [r, g, b] = [...paper.getImageData(0, 0, 1, 1).data].map((v) => {
              const c = v / 255
              return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
            })
            return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
          }
          const groundOf = (element: Element): string => {
            if (element.closest('svg')) return getComputedStyle(document.querySelector('.node rect')!).fill
            for (let at: Element | null = element; at; at = at.parentElement) {
              const { backgroundColor } = getComputedStyle(at)
              if (!/, 0\)$/.test(backgroundColor)) return backgroundColor
            }
            return 'white'
          }
          return Array.from(document.querySelectorAll('h1,header p,.facts:target *,.legend,svg.wide text')).map(
            (element) => {
              const style = getComputedStyle(element)
              const ink = element.closest('svg') ? style.fill : style.color
              const [a, b] = [luminance(ink), luminance(groundOf(element))]
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
            },
          )
        })
        expect(contrasts.length).toBeGreaterThan(100)
        expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5)
      })
    },
    60_000,
  )

  it('runs nothing that a notice holds', async () => {
    const seen = await open(file('hostile.html', hostilePage), {}, async (page) => {
      await page.evaluate(() => {
        for (const link of Array.from(document.querySelectorAll('a'))) link.focus()
      })
      await page.locator('a.node:visible').first().click()
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
      expect(await page.locator('img').count()).toBe(0)
    })
    expect(seen).toEqual(quiet)
  }, 60_000)
})
