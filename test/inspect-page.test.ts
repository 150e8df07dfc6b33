/** The inspector as a person uses it: in Chromium, with keyboard and pointer, wide and narrow, in light and dark. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readGolden } from '../src/eval/index.js'
import { buildInspector, type InspectorPrograms } from './tools/inspector.js'
import { root } from './tools/programs.js'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
if (!executable)
  console.warn('test/inspect-page.test.ts: no Chromium here, the page is not opened (apt-get install chromium)')

/** Where screenshots go, when asked for. */
const SHOTS = process.env.GONGWEN_SHOTS
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const NOTICE = `示例市教育局文件

示教〔2024〕3号

关于报送材料的通知

各县区教育局：

请于2024年5月31日前将材料报送市教育局。

联系人：张示例，电话：0100-5550123。

示例市教育局
2024年4月15日
`
const MARKDOWN =
  '# 关于召开示例会议的通知\n\n各有关单位：\n\n定于2024年6月3日召开示例会议。\n\n示例市示例局\n\n2024年5月6日\n'

/** Title wrong, a contact missing, nothing said of the number, a body too much. */
const GOLDEN = {
  truth: 'human',
  tags: ['kept'],
  facts: {
    title: '关于报送材料的公告',
    issuingBodies: ['示例市教育局'],
    addressees: ['各县区教育局', '各高等学校'],
    deadlines: [],
    dates: [{ role: 'signed', start: '2024-04-15' }],
  },
}

describe.skipIf(!executable)('the inspector in Chromium', () => {
  const base = mkdtempSync(join(tmpdir(), 'gongwen-inspect-'))
  const folder = join(base, 'archive')
  let programs: InspectorPrograms
  let running: Awaited<ReturnType<InspectorPrograms['inspect']>>
  let browser: Browser

  beforeAll(async () => {
    mkdirSync(join(folder, 'sub'), { recursive: true })
    programs = await buildInspector()
    running = await programs.inspect([folder])
    browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox'] })
  }, 120_000)
  beforeEach(() => {
    writeFileSync(join(folder, 'a.txt'), NOTICE)
    writeFileSync(join(folder, 'a.json'), JSON.stringify(GOLDEN))
    writeFileSync(join(folder, 'sub', 'meeting.md'), MARKDOWN)
    rmSync(join(folder, 'sub', 'meeting.json'), { force: true })
    for (const carrier of ['pdf', 'docx'])
      copyFileSync(
        join(root, `test/fixtures/carriers/${carrier}/water-cut.${carrier}`),
        join(folder, `water-cut.${carrier}`),
      )
    copyFileSync(join(root, 'corpus/water-cut.md'), join(folder, 'water-cut.md'))
    copyFileSync(join(root, 'corpus/water-cut.json'), join(folder, 'water-cut.json'))
  })
  afterAll(async () => {
    await browser?.close()
    const ended = await running?.stop()
    programs?.remove()
    rmSync(base, { recursive: true, force: true })
    if (ended) expect(ended).toEqual({ code: 0, err: 'gongwen: Ctrl-C ends the inspector\n' })
  })

  const wide = { viewport: { width: 1280, height: 900 }, locale: 'zh-CN' }
  const narrow = { viewport: { width: 390, height: 844 }, locale: 'zh-CN' }

  /** Where a notice is on its way. */
  const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 30_000, interval: 100 })

  /** Nothing may be asked of anyone but the inspector, and nothing complained of. */
  async function open(options: BrowserContextOptions, use: (page: Page) => Promise<void>, complaints = /^$/) {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const said: string[] = []
    const origin = new URL(running.address).origin
    context.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)) said.push(`asked ${url}`)
    })
    context.on('page', (other) => other !== page && said.push(`opened ${other.url()}`))
    page.on('dialog', (dialog) => void dialog.dismiss())
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(error.message))
    await page.goto(running.address)
    await page.locator('.doc').first().waitFor({ state: 'attached' })
    await use(page)
    await context.close()
    expect(said.filter((line) => !complaints.test(line))).toEqual([])
  }

  const shot = async (page: Page, name: string) => {
    if (!SHOTS) return
    mkdirSync(SHOTS, { recursive: true })
    await page.screenshot({ path: join(SHOTS, `${name}.png`) })
  }
  const choose = async (page: Page, name: string | RegExp) => {
    if (await page.locator('#toggle-files').isVisible()) await page.locator('#toggle-files').click()
    await page.locator('.doc', { has: page.locator('.name', { hasText: name }) }).click()
    await page.locator('#view .notice').waitFor()
  }
  const compare = (page: Page) => page.getByRole('radio', { name: /核对|Compare/ }).check({ force: true })
  const marks = (page: Page, field: string) =>
    page.locator(`.field[data-field=${field}] .cmp`).evaluateAll((all) => all.map((one) => one.className.slice(4)))
  const field = (page: Page, name: string) => page.locator(`.field[data-field=${name}]`)
  const onDisk = (name: string) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as typeof GOLDEN
  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const paste = (page: Page, text: string) =>
    page.evaluate((pasted) => {
      const data = new DataTransfer()
      data.setData('text/plain', pasted)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, text)
  const drop = (page: Page, files: readonly { name: string; bytes: readonly number[] }[]) =>
    page.evaluate((given) => {
      const data = new DataTransfer()
      for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name))
      for (const type of ['dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    }, files)

  it('lists the folder, shows a notice, tells of a mark on hover', async () => {
    await open(wide, async (page) => {
      expect(await page.locator('.doc .name').allTextContents()).toEqual(['a', 'sub/meeting', 'water-cut'])
      expect(new URL(page.url()).hash).toBe('')
      await choose(page, /^a$/)
      expect(await page.locator('#view h2').textContent()).toBe('关于报送材料的通知')
      expect(await page.getByRole('status').textContent()).toContain('a.txt')
      await page.locator('#view .sheet mark.k-deadlines').first().hover()
      await page.locator('#tip').waitFor()
      expect(await page.locator('#tip').textContent()).toContain('2024-05-31')
      await page.locator('#filter').fill('meet')
      expect(await page.locator('.doc').count()).toBe(1)
      await page.locator('#filter').fill('nothing of the kind')
      expect(await page.locator('#list').textContent()).toContain('没有匹配')
      await page.reload()
      await page.locator('#view .notice').waitFor()
      expect(await page.locator('#view h2').textContent()).toBe('关于报送材料的通知')
    })
  })

  it('compares, edits and saves golden facts', async () => {
    await open(wide, async (page) => {
      await choose(page, /^a$/)
      await compare(page)
      expect(await marks(page, 'title')).toEqual(['different'])
      expect(await marks(page, 'issuingBodies')).toEqual(['right'])
      expect(await marks(page, 'addressees')).toEqual(['right', 'missing'])
      expect(await marks(page, 'deadlines')).toEqual(['extra'])
      expect(await marks(page, 'dates')).toEqual(['right'])
      // Not by colour alone, and by colours that differ.
      const looks = await page
        .locator('.field:not(.loose) .cmp')
        .evaluateAll((all) =>
          all.map((one) => [
            one.className.slice(4),
            one.querySelector('.sign')!.textContent,
            one.querySelector('.vh')!.textContent,
            getComputedStyle(one).borderLeftColor,
          ]),
        )
      const unlike = new Map(looks.map((look) => [look[0], JSON.stringify(look)]))
      expect([...unlike.keys()].sort()).toEqual(['different', 'extra', 'missing', 'right'])
      expect(new Set(looks.map((look) => look[1])).size).toBe(4)
      expect(new Set(looks.map((look) => look[3])).size).toBe(3)
      await shot(page, 'compare-differences')

      await field(page, 'title').getByRole('button', { name: '修改' }).click()
      const box = page.locator('#e-text')
      expect(await box.inputValue()).toBe('关于报送材料的公告')
      await box.fill('关于报送材料的通知')
      await shot(page, 'compare-editing')
      await box.press('Enter')
      expect(await marks(page, 'title')).toEqual(['right'])
      await field(page, 'deadlines').getByRole('button', { name: '接受', exact: true }).click()
      expect(await marks(page, 'deadlines')).toEqual(['right'])
      await field(page, 'addressees').locator('.missing').getByRole('button', { name: '删除' }).click()
      expect(await marks(page, 'addressees')).toEqual(['right'])
      expect(await page.locator('.doc[aria-current]').textContent()).toContain('未保存')
      expect(onDisk('a')).toEqual(GOLDEN)

      await page.getByRole('button', { name: /^保存/ }).click()
      await eventually(() => onDisk('a').facts.title).not.toBe(GOLDEN.facts.title)
      const start = NOTICE.indexOf('关于报送')
      expect(onDisk('a')).toMatchObject({
        truth: 'human',
        tags: ['kept'],
        facts: {
          title: { text: '关于报送材料的通知', span: { start, end: start + 9 } },
          addressees: ['各县区教育局'],
          deadlines: [{ due: '2024-05-31', action: '将材料报送市教育局' }],
          dates: GOLDEN.facts.dates,
        },
      })
      // Saved by the server: the page says so when the answer has come.
      await expect.poll(() => page.getByRole('status').textContent()).toContain('已保存')
      expect(await page.locator('.score').textContent()).toContain('全部正确')
    })
  }, 60_000)

  it('says so when the file was changed by someone else, and keeps what was edited', async () => {
    await open(
      wide,
      async (page) => {
        await choose(page, /^a$/)
        await compare(page)
        await field(page, 'title').getByRole('button', { name: '接受', exact: true }).click()
        writeFileSync(join(folder, 'a.json'), JSON.stringify({ facts: { title: '另一个' } }))
        await page.keyboard.press('Control+s')
        const alert = page.getByRole('alert').filter({ hasText: 'a.json' })
        await alert.waitFor()
        expect(await alert.textContent()).toContain('changed by someone else')
        expect(await marks(page, 'title')).toEqual(['right'])
        expect(onDisk('a').facts).toEqual({ title: '另一个' })
      },
      /409/,
    )
  })

  it('accepts a whole case, as the corpus does, for gongwen eval', async () => {
    await open(wide, async (page) => {
      await choose(page, 'meeting')
      await compare(page)
      expect(await page.locator('.compare .note').first().textContent()).toContain('还没有标准答案')
      await page.getByRole('button', { name: '全部按识别结果接受' }).click()
      await page.getByRole('button', { name: /^保存/ }).click()
      await eventually(() => existsSync(join(folder, 'sub', 'meeting.json'))).toBe(true)
    })
    const text = readFileSync(join(folder, 'sub', 'meeting.json'), 'utf8')
    expect(Object.keys(JSON.parse(text) as object)).toEqual(['truth', 'facts', 'diagnostics'])
    expect(readGolden(text)).toMatchObject({ title: { text: '关于召开示例会议的通知', span: { start: 2, end: 13 } } })
    const { out, code } = await programs.run(['eval', folder, '--format', 'json'])
    expect(code).toBe(0)
    const { each } = JSON.parse(out) as { each: { name: string; misses: unknown[] }[] }
    expect(each.find(({ name }) => name === 'sub/meeting.md')?.misses).toEqual([])
    expect(each.find(({ name }) => name === 'a.txt')?.misses).not.toEqual([])
  }, 60_000)

  it('edits entries of several parts, adds, refuses what is no golden fact', async () => {
    await open(wide, async (page) => {
      await choose(page, 'water-cut')
      await compare(page)
      expect(await page.locator('.score').textContent()).toContain('全部正确')
      await page.getByRole('checkbox', { name: '只看差异' }).check()
      expect(await page.locator('.field').count()).toBe(0)
      await page.getByRole('checkbox', { name: '只看差异' }).uncheck()
      const contacts = field(page, 'contacts')
      const before = onDisk('water-cut').facts as unknown as { contacts: { phones: { number: string }[] }[] }
      await contacts.getByRole('button', { name: '修改' }).nth(1).click()
      await page.locator('#e-phones').fill('0100-5559999')
      await page.keyboard.press('Enter')
      expect(await marks(page, 'contacts')).toEqual(['right', 'different', 'right'])
      await field(page, 'deadlines').getByRole('button', { name: '添加' }).click()
      await page.locator('#e-due').fill('2025-08-01')
      await page.locator('#e-action').fill('报送总结')
      await page.getByRole('button', { name: '完成' }).click()
      expect((await marks(page, 'deadlines')).filter((mark) => mark === 'missing')).toHaveLength(1)
      await field(page, 'outline').getByRole('button', { name: 'JSON' }).click()
      await page.locator('#e-json').fill('{"not": "a list"}')
      await page.getByRole('button', { name: '完成' }).click()
      expect(await page.locator('.fault').textContent()).toContain("'outline' must be a list")
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+s')
      await eventually(() => readFileSync(join(folder, 'water-cut.json'), 'utf8')).toContain('0100-5559999')
      const after = onDisk('water-cut').facts as unknown as typeof before & { deadlines: object[] }
      expect(after.deadlines.at(-1)).toEqual({ due: '2025-08-01', action: '报送总结' })
      expect(after.contacts.length).toBe(before.contacts.length)
    })
  }, 60_000)

  it('switches carriers: those that the browser reads and those that the server does', async () => {
    await open(wide, async (page) => {
      await choose(page, 'water-cut')
      const title = await page.locator('#view h2').textContent()
      for (const carrier of ['PDF', 'DOCX', 'MD']) {
        await page.getByRole('radio', { name: carrier }).check({ force: true })
        await eventually(() => page.getByRole('status').textContent()).toContain(`water-cut.${carrier.toLowerCase()}`)
        expect(await page.locator('#view h2').textContent()).toBe(title)
      }
      await compare(page)
      await page.getByRole('radio', { name: 'PDF' }).check({ force: true })
      await eventually(() => page.getByRole('status').textContent()).toContain('water-cut.pdf')
      expect(await marks(page, 'title')).toEqual(['right'])
    })
  }, 60_000)

  it('reads pasted text at once, as what it is said to be', async () => {
    await open(wide, async (page) => {
      await paste(page, MARKDOWN)
      await page.locator('#view .notice').waitFor()
      expect(await page.locator('#view h2').textContent()).toBe('关于召开示例会议的通知')
      await page.getByRole('radio', { name: 'HTML' }).check({ force: true })
      await eventually(() => page.locator('#view .top p').textContent()).toContain('网页')
      await page.getByRole('button', { name: '粘贴文本' }).click()
      await page.keyboard.type('关于报送材料的')
      await page.keyboard.type('通知\n\n各有关单位：\n\n请于2024年5月31日前报送材料。\n')
      await eventually(() => page.locator('#view h2').textContent()).toBe('关于报送材料的通知')
      await compare(page)
      expect(await page.getByRole('button', { name: /^保存/ }).count()).toBe(0)
    })
  })

  it('reads dropped files, golden files among them, and names what it cannot read', async () => {
    const bytes = (text: string | Buffer) => [...Buffer.from(text as string)]
    await open(wide, async (page) => {
      await drop(page, [
        { name: 'b.txt', bytes: bytes(NOTICE) },
        { name: 'b.json', bytes: bytes(JSON.stringify(GOLDEN)) },
      ])
      await page.locator('#view .notice').waitFor()
      await compare(page)
      expect(await marks(page, 'title')).toEqual(['different'])
      // A file under a name that is not its own: its bytes tell.
      const pdf = [...readFileSync(join(root, 'test/fixtures/carriers/pdf/meeting-notice.pdf'))]
      await drop(page, [{ name: 'wrong-name.txt', bytes: pdf }])
      await eventually(() => page.locator('#view .top p').textContent()).toContain('PDF')
      await drop(page, [{ name: 'broken.docx', bytes: bytes('PK\u0003\u0004word/ and no more') }])
      await page.getByRole('alert').filter({ hasText: 'broken.docx' }).waitFor()
      expect(await page.locator('#view .notice').count()).toBe(0)
      await drop(page, [{ name: 'picture.png', bytes: [1, 2, 3] }])
      await page.getByRole('alert').filter({ hasText: 'picture.png' }).waitFor()
    })
  }, 60_000)

  it('gives JSON, CSV and golden file to take along', async () => {
    await open({ ...wide, acceptDownloads: true }, async (page) => {
      await choose(page, /^a$/)
      const take = async (name: string) => {
        await page.getByText('下载').click()
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name, exact: true }).click(),
        ])
        return { name: download.suggestedFilename(), text: readFileSync((await download.path())!, 'utf8') }
      }
      const json = await take('JSON')
      expect(json.name).toBe('a.notice.json')
      expect(JSON.parse(json.text)).toMatchObject({ documentNumber: { text: '示教〔2024〕3号' } })
      const ics = await take('ICS · 期限与活动')
      expect(ics.name).toBe('a.ics')
      expect(ics.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:20240531\r\n[\s\S]*END:VCALENDAR\r\n$/)
      const vcf = await take('VCF · 联系方式')
      expect(vcf.name).toBe('a.vcf')
      expect(vcf.text).toMatch(/^BEGIN:VCARD\r\nVERSION:4\.0\r\n/)
      const csv = await take('CSV · 期限')
      expect(csv.name).toBe('a.deadlines.csv')
      expect(csv.text).toMatch(/^\ufeffid,path,ref,n,due,/)
      expect(csv.text.split('\n')[1]).toContain('2024-05-31')
      expect(JSON.parse((await take('标准答案')).text)).toMatchObject({ facts: GOLDEN.facts })
    })
  })

  it('is used with the keyboard alone', async () => {
    await open(wide, async (page) => {
      const focused = () =>
        page.evaluate(() => {
          const at = document.activeElement as HTMLElement
          return at.id || at.dataset.focus || at.className
        })
      const tabTo = async (target: string, key = 'Tab') => {
        for (let n = 0; n < 200 && (await focused()) !== target; n++) await page.keyboard.press(key)
        expect(await focused()).toBe(target)
      }
      await page.keyboard.press('Tab')
      expect(await focused()).toBe('skip')
      await tabTo('doc')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Enter')
      await page.locator('#view .notice').waitFor()
      const outlined = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
      expect(outlined).not.toBe('none')
      await page.evaluate(() => document.querySelector<HTMLElement>('#filter')!.focus())
      for (let n = 0; n < 50; n++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(() => (document.activeElement as HTMLInputElement).name === 'side')) break
      }
      await page.keyboard.press('ArrowRight')
      expect(await page.locator('#stage').getAttribute('data-side')).toBe('compare')
      await tabTo('edit-title-0')
      await page.keyboard.press('Enter')
      expect(await focused()).toBe('e-text')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('关于报送材料的通知')
      await page.keyboard.press('Enter')
      expect(await focused()).toBe('edit-title-0')
      await page.keyboard.press('Control+s')
      await eventually(() => JSON.stringify(onDisk('a').facts.title)).toContain('关于报送材料的通知')
    })
  }, 60_000)

  it('changes its language', async () => {
    await open({ ...wide, locale: 'en-US' }, async (page) => {
      await choose(page, /^a$/)
      expect(await page.getByRole('button', { name: 'Paste text' }).isVisible()).toBe(true)
      expect(await page.locator('.panel').textContent()).toContain('Document number')
      await page.locator('#language').click()
      await eventually(() => page.locator('.panel').textContent()).toContain('发文字号')
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
    })
  })

  it('without the secret shows no file, and still reads what is pasted', async () => {
    const page = await browser.newPage(wide)
    await page.goto(new URL('/', running.address).href)
    expect(await page.getByRole('alert').textContent()).toContain('密钥')
    expect(await page.locator('.doc').count()).toBe(0)
    await paste(page, NOTICE)
    await page.locator('#view .notice').waitFor()
    expect(await page.locator('#view h2').textContent()).toBe('关于报送材料的通知')
    await page.close()
  })

  describe.each([
    ['wide', wide],
    ['narrow', narrow],
  ] as const)('%s', (width, size) => {
    it.each(['light', 'dark'] as const)(
      'in %s it fits, and axe finds nothing serious',
      async (colorScheme) => {
        await open({ ...size, colorScheme }, async (page) => {
          const check = async (what: string) => {
            expect(await fits(page), what).toBeLessThanOrEqual(0)
            await shot(page, `${width}-${colorScheme}-${what}`)
            // As a debugger does, not as a page: its policy lets no script of others in.
            const session = await page.context().newCDPSession(page)
            await session.send('Runtime.evaluate', { expression: readFileSync(AXE, 'utf8') })
            const { result } = await session.send('Runtime.evaluate', {
              expression: `axe.run().then(({violations}) => JSON.stringify(violations.filter(({impact}) => impact === 'serious' || impact === 'critical').map(({id, nodes}) => [id, nodes.map((n) => n.html.slice(0, 200) + ' ' + n.failureSummary).slice(0, 3)])))`,
              awaitPromise: true,
              returnByValue: true,
            })
            expect(JSON.parse(result.value as string), what).toEqual([])
          }
          await check('welcome')
          await choose(page, /^a$/)
          await check('facts')
          await compare(page)
          await check('compare')
          await field(page, 'title').getByRole('button', { name: '修改' }).click()
          await page.locator('#downloads summary').click()
          await check('editing')
          await page.locator('#downloads summary').click()
          await page.getByRole('button', { name: '粘贴文本' }).click()
          await check('paste')
        })
      },
      120_000,
    )
  })

  describe('hostile notices', () => {
    const EVIL = `关于<script>hacked=1</script>报送<img src=//evil.example/x onerror="hacked=1">材料的通知

各县区教育局<svg/onload=hacked=1>：

请于2024年5月31日前将"' onfocus='hacked=1' autofocus x='材料报送\u202e市教育局，网址：javascript:hacked=1 http://evil.example/x"onmouseover="hacked=1。

联系人：张示例</textarea><script>hacked=1</script>，邮箱：a@example.gov.cn。

示例市教育局</title></style></script><script>hacked=1</script>
2024年4月15日
`
    const HTML = `<!doctype html><title>x</title><base href="http://evil.example/"><meta http-equiv=refresh content="0;url=http://evil.example/"><link rel=stylesheet href="http://evil.example/a.css"><h1>关于报送材料的通知<img src=x onerror=hacked=1></h1><p>各有关单位：</p><p>请于2024年5月31日前报送材料，见<a href="javascript:hacked=1">链接</a>。</p><iframe src="http://evil.example/"></iframe><p>附件：<a href="javascript:hacked=1">1.报送表.docx</a></p><p>示例市示例局</p><p>2024年5月6日</p>`

    it.each([
      ['text', EVIL],
      ['HTML', HTML],
    ])(
      'run and fetch nothing: %s',
      async (_, text) => {
        await open(wide, async (page) => {
          await paste(page, text)
          await page.locator('#view .notice').waitFor()
          await compare(page)
          await page.getByRole('button', { name: '全部按识别结果接受' }).click()
          for (const button of await page.locator('.cmp [data-do=edit]').all()) {
            await button.click()
            await page.keyboard.press('Escape')
          }
          await page.evaluate(() => {
            for (const one of Array.from(document.querySelectorAll<HTMLElement>('a,button,mark,input'))) one.focus()
          })
          expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
          expect(await page.locator('#stage :is(script,img,iframe,svg,base,link,meta,style,object)').count()).toBe(0)
          const links = await page
            .locator('#stage a[href]')
            .evaluateAll((all) => all.map((one) => one.getAttribute('href')!.split(':')[0]!.replace(/^#.*/, '#')))
          expect([...new Set(links)].filter((one) => !['#', 'tel', 'mailto', 'http', 'https'].includes(one))).toEqual(
            [],
          )
          expect(await page.locator('#stage').textContent()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
        })
      },
      60_000,
    )

    it('in the names of files are names', async () => {
      const name = '<img src=x onerror=hacked=1>"\'&.txt'
      writeFileSync(join(folder, name), NOTICE)
      try {
        await open(wide, async (page) => {
          await choose(page, '<img')
          expect(await page.locator('#view .top').textContent()).toContain(name)
          expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
        })
      } finally {
        rmSync(join(folder, name))
      }
    })

    it('of 5 MB in one line, and of 20,000 facts, are read and let the page be used', async () => {
      await open(wide, async (page) => {
        await paste(page, `${NOTICE}${'<b onclick=hacked=1>示例'.repeat(250_000)}`)
        await page.locator('#view .notice').waitFor({ timeout: 60_000 })
        expect(await page.locator('#view h2').textContent()).toBe('关于报送材料的通知')
        const many = Array.from(
          { length: 20_000 },
          (_, i) => `联系电话：0100-555${String(i % 10_000).padStart(4, '0')}，依据示教〔2023〕${i + 1}号文件。`,
        )
        await paste(page, NOTICE.replace('联系人', `${many.join('\n')}\n联系人`))
        await expect.poll(() => page.locator('#view mark').count(), { timeout: 120_000 }).toBeGreaterThan(20_000)
        await compare(page)
        await page.getByRole('button', { name: '全部按识别结果接受' }).click()
        expect(await page.locator('.cmp').count()).toBeLessThan(2500)
        expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false)
      })
    }, 240_000)
  })
})

describe.skipIf(process.platform === 'win32')('gongwen inspect', () => {
  let programs: InspectorPrograms
  const base = mkdtempSync(join(tmpdir(), 'gongwen-inspect-cli-'))
  beforeAll(async () => {
    programs = await buildInspector()
    writeFileSync(join(base, 'a.txt'), NOTICE)
    writeFileSync(join(base, 'b.txt'), NOTICE)
  }, 120_000)
  afterAll(() => {
    programs?.remove()
    rmSync(base, { recursive: true, force: true })
  })

  it('prints its address, takes one file, ends on a signal', async () => {
    const one = await programs.inspect([join(base, 'a.txt')])
    const { origin, hash } = new URL(one.address)
    const response = await fetch(`${origin}/api/state`, { headers: { authorization: `Bearer ${hash.slice(1)}` } })
    expect(await response.json()).toMatchObject({ notices: [{ stem: 'a', files: ['a.txt'] }] })
    const { port } = new URL(origin)
    expect(await programs.run(['inspect', '--port', port])).toMatchObject({
      code: 2,
      err: expect.stringContaining(`port ${port} is in use`) as string,
    })
    expect((await one.stop('SIGTERM')).code).toBe(0)
    await expect(fetch(`${origin}/`)).rejects.toThrow()
    const again = await programs.inspect(['--port', port])
    expect(new URL(again.address).port).toBe(port)
    expect((await again.stop()).code).toBe(0)
  }, 60_000)

  it.each([
    [['nowhere'], "there is no file or folder 'nowhere'"],
    [['a', 'b'], 'inspect takes one FILE or DIR'],
    [['--port', '70000'], '--port must be at most 65535'],
    [['--port', 'x'], '--port must be a whole number'],
    [[join(root, 'package.json')], 'neither a folder nor a notice'],
  ])('says what is wrong: %o', async (args, message) => {
    const { code, err } = await programs.run(['inspect', ...args])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
