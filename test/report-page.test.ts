/** The report as a person uses it: with a mouse, with the keyboard, on a telephone, in the dark, on paper. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Notice, parseNotice, readNotice } from '../src/index.js'
import { reportPage, trace } from '../src/report/index.js'
import { EVIL, HOSTILE, infected } from './tools/report.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (!executable)
  console.warn('test/report-page.test.ts: no Chromium here, the page is not opened (apt-get install chromium)')

const SIZES = [
  { width: 1280, height: 900 },
  { width: 390, height: 800 },
]
const SCHEMES = ['light', 'dark'] as const
const settings = SIZES.flatMap((viewport) => SCHEMES.map((colorScheme) => ({ viewport, colorScheme })))
const named = settings.map((one) => [`${one.viewport.width} ${one.colorScheme}`, one] as const)

describe.skipIf(!executable)('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-report-page-'))
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content)
    return pathToFileURL(join(folder, name)).href
  }
  const { extractors, evidenceOf } = trace()
  const corpus = (name: string): Notice =>
    parseNotice(readFileSync(join(root, 'corpus', name), 'utf8'), { filename: name, extractors })
  let browser: Browser
  let one: string
  let several: string
  let hostile: string
  beforeAll(async () => {
    const pdf = await readNotice(join(root, 'test/fixtures/carriers/pdf/notice-with-annex-table.pdf'), { extractors })
    one = file('one.html', reportPage([corpus('contest-launch.txt')], { evidenceOf }))
    several = file(
      'several.html',
      reportPage([corpus('contest-launch.txt'), pdf as Notice], { lang: 'en', evidenceOf }),
    )
    const texts = [
      parseNotice(HOSTILE.replace('{}', EVIL.join('\n\n'))),
      parseNotice(`<h1>关于停水的通知</h1>${EVIL.map((e) => `<p>各用户：${e}</p>`).join('')}`),
      infected(corpus('contest-launch.txt')),
    ]
    hostile = file('hostile.html', reportPage(texts))
    browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox'] })
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What the page asks for and complains of while it is used. */
  async function open(url: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>) {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    // A busy machine takes its time: the test's own limit is the only one.
    page.setDefaultTimeout(0)
    const asked: string[] = []
    const said: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(url)
    await use(page)
    await context.close()
    return { asked: asked.filter((u) => u.split('#')[0] !== url.split('#')[0]), said }
  }
  const quiet = { asked: [], said: [] }
  const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const inView = (page: Page, selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })

  it.each(named)('tells of a fact on hover, and leads to its entry and back: %s', async (_, setting) => {
    const seen = await open(one, setting, async (page) => {
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      const mark = page.locator('mark.k-deadlines').first()
      await mark.hover()
      const tip = page.locator('#tip')
      await tip.waitFor({ state: 'visible' })
      expect(await tip.innerText()).toMatch(/期限：2025-04-30[\s\S]*规则：deadlines\/dated[\s\S]*确定度：确定/)
      const box = (await tip.boundingBox())!
      expect(box.x).toBeGreaterThanOrEqual(0)
      expect(box.x + box.width).toBeLessThanOrEqual(setting.viewport.width)
      await page.keyboard.press('Escape')
      expect(await tip.isVisible()).toBe(false)
      await mark.click()
      const entry = '.fact[data-path="deadlines.0"]'
      await page.waitForFunction((s) => document.querySelector(s)?.matches(':target'), entry)
      expect(await inView(page, entry)).toBe(true)
      await page.locator(`${entry} > .go`).click()
      const id = (await mark.getAttribute('id'))!
      await page.waitForFunction((of) => document.activeElement?.id === of, id)
      expect(await inView(page, `#${id}`)).toBe(true)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
    expect(seen).toEqual(quiet)
  })

  it('is used with the keyboard alone', async () => {
    const seen = await open(one, { viewport: SIZES[0] }, async (page) => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
      const at = () => page.evaluate(() => document.activeElement?.closest('mark')?.dataset.of ?? null)
      while ((await at()) === null) await page.keyboard.press('Tab')
      expect(await page.locator('#tip').innerText()).toContain('标题')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-describedby'))).toBe('tip')
      const mark = await at()
      await page.keyboard.press('Enter')
      await page.waitForFunction(() => document.querySelector('.fact[data-path="title"]')?.matches(':target'))
      await page.keyboard.press('Enter')
      await page.waitForFunction((of) => document.activeElement?.id === of, mark)
    })
    expect(seen).toEqual(quiet)
  })

  it('shows the nested and the outer fact at one place', async () => {
    await open(one, { viewport: SIZES[0] }, async (page) => {
      await page.locator('mark.k-contacts mark.k-contacts').first().hover()
      const boxes = await page.locator('#tip .one').allInnerTexts()
      expect(boxes[0]).toContain('联系人：程一帆')
      expect(boxes.at(-1)).toContain('联系方式')
    })
  })

  it('hides and shows a kind, also without its script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      await open(one, { viewport: SIZES[0], javaScriptEnabled }, async (page) => {
        const look = () =>
          page
            .locator('mark.k-urls')
            .first()
            .evaluate((mark) => getComputedStyle(mark).boxShadow)
        expect(await look()).not.toBe('none')
        await page.locator('label.chip.k-urls').click()
        expect(await look()).toBe('none')
        await page.locator('.t-urls').focus()
        await page.keyboard.press('Space')
        expect(await look()).not.toBe('none')
      })
    }
  })

  it('is of use without its script: links lead, hovering tells', async () => {
    await open(one, { viewport: SIZES[0], javaScriptEnabled: false }, async (page) => {
      await page.locator('.fact[data-path="documentNumber"] > .go').click()
      expect(await page.locator('mark:target').innerText()).toBe('平教高函〔2025〕19号')
      await page.locator('mark:target').hover()
      const tip = await page.locator('mark:target').evaluate((mark) => getComputedStyle(mark, '::after').content)
      expect(tip).toContain('发文字号：平教高函〔2025〕19号')
      await page.locator('.outline a', { hasText: '七、联系方式' }).click()
      expect(await page.locator('mark:target').innerText()).toContain('联系方式')
    })
  })

  it.each(named)('has an index, a timeline, cards and pages: %s', async (_, setting) => {
    const seen = await open(several, setting, async (page) => {
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await page.locator('.index a').nth(1).click()
      expect(await inView(page, '#n2-title')).toBe(true)
      const stop = page.locator('#n2 .timeline .stop.k-deadlines').first()
      expect(await stop.innerText()).toMatch(/2025-04-25 17:00[\s\S]*Fri[\s\S]*Deadline/)
      await stop.locator('a').click()
      expect(await page.locator('mark:target').innerText()).toContain('2025年4月25日')
      const tel = page.locator('#n2 .card a[href^="tel:"]').first()
      expect(await tel.getAttribute('href')).toBe('tel:+861005550171')
      expect(await page.locator('#n2 .pg').last().getAttribute('data-page')).toBe('p. 6')
      expect(await page.locator('#n2 .sheet table').count()).toBeGreaterThanOrEqual(2)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
    })
    expect(seen).toEqual(quiet)
  })

  it('prints the sheet and all facts, without what only a screen has', async () => {
    await open(one, { viewport: { width: 794, height: 1123 } }, async (page) => {
      await page.emulateMedia({ media: 'print' })
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      expect(await page.locator('.jump:visible, .outline:visible').count()).toBe(0)
      const clipped = await page
        .locator('.panel')
        .evaluate(
          (panel) => panel.scrollHeight > panel.clientHeight + 1 || getComputedStyle(panel).position === 'sticky',
        )
      expect(clipped).toBe(false)
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-')
    })
  })

  it('runs and loads nothing that a notice holds', async () => {
    const seen = await open(hostile, { viewport: SIZES[0] }, async (page) => {
      await page.evaluate(() => {
        for (const one of Array.from(document.querySelectorAll<HTMLElement>('a,mark,input'))) one.focus()
      })
      await page.locator('.sheet mark').first().click()
      expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
      expect(await page.locator('img,iframe,svg').count()).toBe(0)
    })
    expect(seen).toEqual(quiet)
  })

  it('shows 20,000 marks of one line', async () => {
    const n = 20_000
    const base = parseNotice(`关于报送材料的通知\n\n各单位：\n\n${'示例字'.repeat(n + 9)}\n`)
    const urls = Array.from({ length: n }, (_, i) => ({ text: `${i}`, span: { start: 24 + i * 3, end: 26 + i * 3 } }))
    const url = file('many.html', reportPage([{ ...base, urls }]))
    const seen = await open(url, { viewport: SIZES[0] }, async (page) => {
      expect(await page.locator('mark.k-urls').count()).toBeGreaterThanOrEqual(n)
      await page.locator('mark.k-urls').nth(5).hover()
      expect(await page.locator('#tip').innerText()).toContain('网址：5')
      await page.locator('.fact[data-path="urls.19900"] > .go').click()
      await page.waitForFunction(() => document.activeElement?.matches('mark:target'))
    })
    expect(seen).toEqual(quiet)
  }, 240_000)

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  it.each(named)(
    'has no serious accessibility problem: %s',
    async (_, setting) => {
      for (const url of [one, several]) {
        // The page's own policy would keep the tester out.
        await open(url, { ...setting, bypassCSP: true }, async (page) => {
          await page.locator('mark.k-dates').first().hover()
          await page.addScriptTag({ content: axe })
          const found = await page.evaluate(async () => {
            const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe
            interface Violation {
              id: string
              impact: string
              nodes: { html: string; failureSummary: string }[]
            }
            const { violations } = await run()
            return violations
              .filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary} (${nodes.length})`)
          })
          expect(found).toEqual([])
        })
      }
    },
    120_000,
  )
})
