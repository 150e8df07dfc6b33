/** The inspector's server: who may ask, what may be read, what may be written. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { goldenDiagnostics, goldenFacts } from '../scripts/facts.mjs'
import { noticesIn } from '../src/cli/folder.js'
import { acceptedDiagnostics, acceptedFacts, compareFacts, goldenText } from '../src/eval/index.js'
import { parseNotice } from '../src/index.js'
import { type Inspector, openFolder, startInspector } from '../src/inspect/index.js'

const NOTICE =
  '示教〔2024〕3号\n\n关于报送材料的通知\n\n各县区教育局：\n\n请于2024年5月31日前将材料报送市教育局。\n\n示例市教育局\n2024年4月15日\n'
const FACTS = { title: '关于报送材料的通知' }
const MAX = 10_000

const base = mkdtempSync(join(tmpdir(), 'gongwen-inspect-'))
const folder = join(base, 'archive')
const golden = (stem: string) =>
  JSON.parse(readFileSync(join(folder, `${stem}.json`), 'utf8')) as Record<string, unknown>
let inspector: Inspector
const faults: unknown[] = []
const seen: string[] = []

beforeAll(async () => {
  inspector = await startInspector({
    port: 0,
    assets: { '/': { type: 'text/html', body: '<!doctype html>' }, '/app.js': { type: 'text/javascript', body: '1' } },
    folder: await openFolder({ path: folder, list: () => noticesIn(folder), maxBytes: MAX }),
    version: '0',
    referenceDate: undefined,
    maxBytes: MAX,
    async read({ path, bytes }) {
      seen.push(`${path} ${bytes.byteLength}`)
      return { meta: { id: '1', outcome: 'notice' }, line: Buffer.from('{"id":"1","notice":{}}\n') }
    },
    onError: (error) => faults.push(error),
  })
})
afterAll(async () => {
  await inspector.close()
  rmSync(base, { recursive: true, force: true })
})

mkdirSync(folder)
beforeEach(() => {
  rmSync(base, { recursive: true, force: true })
  mkdirSync(join(folder, 'sub'), { recursive: true })
  mkdirSync(join(base, 'outside'))
  for (const name of ['a.txt', 'a.html', 'sub/b.md', '汉字 %2e&=#?.txt', '.hidden.txt'])
    writeFileSync(join(folder, name), NOTICE)
  writeFileSync(join(base, 'outside', 'secret.txt'), 'secret')
  writeFileSync(join(base, 'secret.json'), '{}')
  writeFileSync(join(folder, 'notes.json'), '{"my":"notes"}')
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}

interface Ask {
  method?: string
  headers?: Record<string, string | string[] | undefined>
  body?: string | Uint8Array
  /** Without the secret. */
  bare?: boolean
}

/** Not `fetch`, which sets Host and Origin itself. */
function ask(path: string, { method = 'GET', headers = {}, body, bare = false }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all: Record<string, string | string[] | undefined> = {
      host: `127.0.0.1:${inspector.port}`,
      ...(bare ? {} : { authorization: `Bearer ${inspector.secret}` }),
      ...headers,
    }
    for (const name of Object.keys(all)) if (all[name] === undefined) delete all[name]
    const sent = request(
      { host: '127.0.0.1', port: inspector.port, path, method, headers: all as Record<string, string>, setHost: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

const put = (stem: string, value: unknown, more: Ask = {}) =>
  ask(`/api/golden?stem=${encodeURIComponent(stem)}`, {
    method: 'PUT',
    body: typeof value === 'string' ? value : JSON.stringify(value),
    ...more,
    headers: { 'content-type': 'application/json', ...more.headers },
  })
const file = (name: string) => ask(`/api/file?name=${encodeURIComponent(name)}`)
const codeOf = ({ text }: Answer) => (JSON.parse(text) as { error: { code: string } }).error.code

describe('who may ask', () => {
  it.each([
    ['another name', { host: 'evil.example' }],
    ['another name with the port', { host: 'evil.example:PORT' }],
    ['a name that begins like it', { host: '127.0.0.1.evil.example:PORT' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['no port', { host: '127.0.0.1' }],
    ['every address', { host: '0.0.0.0:PORT' }],
    ['no Host at all', { host: '' }],
  ])('no Host but its own: %s', async (_, headers) => {
    const host = headers.host.replace('PORT', String(inspector.port))
    for (const path of ['/', '/api/state']) expect((await ask(path, { headers: { host } })).status).toBe(421)
  })

  it.each([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'https://127.0.0.1:PORT' },
    { origin: 'http://localhost:PORT' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ])('no other page: %o', async (given) => {
    const headers = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [key, value!.replace('PORT', String(inspector.port))]),
    )
    for (const path of ['/api/state', '/api/file?name=a.txt', '/app.js']) {
      const answer = await ask(path, { headers })
      expect(answer.status, path).toBe(403)
      expect(answer.text).not.toContain('示教')
    }
    expect((await put('a', { facts: FACTS, revision: null }, { headers })).status).toBe(403)
    expect(readdirSync(folder)).not.toContain('a.json')
  })

  it('its own page, and a program that knows the secret', async () => {
    const origin = `http://127.0.0.1:${inspector.port}`
    for (const headers of [{}, { origin, 'sec-fetch-site': 'same-origin' }, { host: `localhost:${inspector.port}` }])
      expect((await ask('/api/state', { headers })).status).toBe(200)
    const followed = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await ask('/', { headers: followed, bare: true })).status).toBe(200)
  })

  it('nobody without the secret', async () => {
    expect(inspector.secret).toMatch(/^[\w-]{43}$/)
    expect(inspector.address).toBe(`http://127.0.0.1:${inspector.port}/#${inspector.secret}`)
    const wrong = [
      undefined,
      '',
      'Bearer',
      'Bearer x',
      inspector.secret,
      `Basic ${inspector.secret}`,
      `Bearer ${inspector.secret}x`,
    ]
    for (const authorization of wrong)
      for (const [path, method] of [
        ['/api/state', 'GET'],
        ['/api/file?name=a.txt', 'GET'],
        ['/api/read?name=a.txt', 'POST'],
        ['/api/golden?stem=a', 'PUT'],
        ['/api/nothing', 'GET'],
      ] as const)
        expect((await ask(path, { method, bare: true, headers: { authorization } })).status).toBe(401)
    expect((await ask('/', { bare: true })).text).not.toContain(inspector.secret)
  })

  it('only with the methods that there are', async () => {
    for (const [path, method] of [
      ['/api/state', 'POST'],
      ['/api/file?name=a.txt', 'DELETE'],
      ['/api/golden?stem=a', 'POST'],
      ['/api/golden?stem=a', 'constructor'],
      ['/', 'POST'],
      ['/', 'OPTIONS'],
      ['/api/golden?stem=a', 'OPTIONS'],
    ] as const) {
      const answer = await ask(path, { method }).catch(() => ({ status: 400, headers: {} as IncomingHttpHeaders }))
      expect([400, 405], `${method} ${path}`).toContain(answer.status)
      expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('with headers that keep a page in', async () => {
    for (const path of ['/', '/api/state', '/api/file?name=a.txt', '/nothing']) {
      const { headers } = await ask(path)
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /)
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
    expect((await file('a.html')).headers['content-type']).toBe('application/octet-stream')
  })

  it('and nothing that is no HTTP', async () => {
    const said = await new Promise<string>((resolve, reject) => {
      const socket = connect(inspector.port, '127.0.0.1', () =>
        socket.write(`GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`),
      )
      let text = ''
      socket.on('data', (chunk) => {
        text += String(chunk)
      })
      socket.on('error', reject)
      socket.on('close', () => resolve(text))
    })
    expect(said).toMatch(/^HTTP\/1\.1 431 /)
    expect((await ask('/api/state')).status).toBe(200)
  })
})

describe('what may be read', () => {
  it('the notices of the folder, in their carriers, whatever they are called', async () => {
    const state = JSON.parse((await ask('/api/state')).text) as object
    expect(state).toEqual({
      version: '0',
      folder: 'archive',
      notices: [
        { stem: 'a', files: ['a.html', 'a.txt'], golden: false },
        { stem: 'sub/b', files: ['sub/b.md'], golden: false },
        { stem: '汉字 %2e&=#?', files: ['汉字 %2e&=#?.txt'], golden: false },
      ],
    })
    for (const name of ['a.txt', 'sub/b.md', '汉字 %2e&=#?.txt']) expect((await file(name)).text).toBe(NOTICE)
  })

  it('nothing else', async () => {
    symlinkSync(join(base, 'outside', 'secret.txt'), join(folder, 'link.txt'))
    symlinkSync(join(base, 'outside'), join(folder, 'way'))
    symlinkSync('a.txt', join(folder, 'inner.txt'))
    symlinkSync('/dev/zero', join(folder, 'endless.txt'))
    const names = [
      '../outside/secret.txt',
      'sub/../../outside/secret.txt',
      'sub/../a.txt',
      './a.txt',
      '/etc/passwd',
      join(folder, 'a.txt'),
      '..\\outside\\secret.txt',
      '%2e%2e/outside/secret.txt',
      '..%2foutside%2fsecret.txt',
      'a.txt\0',
      'a.txt\0.html',
      'A.TXT',
      'a.txt/',
      'sub//b.md',
      '.hidden.txt',
      'notes.json',
      'sub',
      '.',
      '..',
      'link.txt',
      'way/secret.txt',
      'endless.txt',
      '__proto__',
      'constructor',
    ]
    for (const name of names) {
      for (const path of ['/api/file', '/api/read']) {
        const answer = await ask(`${path}?name=${encodeURIComponent(name)}`)
        expect(answer.status, name).toBe(404)
        expect(answer.text).not.toContain('示教')
      }
      expect((await ask(`/api/golden?stem=${encodeURIComponent(name)}`)).status, name).toBe(404)
    }
    expect((await file('inner.txt')).text).toBe(NOTICE)
    expect((await ask('/api/state')).text).not.toMatch(/link|way|endless/)
    for (const path of [
      '/../secret.json',
      '/%2e%2e/secret.json',
      '//etc/passwd',
      '/app.js/..',
      '/constructor',
      '/api/__proto__',
      '/API/state',
    ])
      expect((await ask(path)).status, path).toBe(404)
    for (const query of ['', '?name=', '?name=a.txt&name=a.html', '?stem=a'])
      expect((await ask(`/api/file${query}`)).status).toBe(400)
  })

  it('no more than the limit', async () => {
    writeFileSync(join(folder, 'a.txt'), 'x'.repeat(MAX + 1))
    expect(codeOf(await file('a.txt'))).toBe('too-large')
    const headers = { 'content-type': 'application/octet-stream' }
    const send = (body: string, more: object = {}) =>
      ask('/api/read?name=x.pdf', { method: 'POST', body, headers: { ...headers, ...more } })
    expect((await send('x'.repeat(MAX))).status).toBe(200)
    expect(seen.at(-1)).toBe(`x.pdf ${MAX}`)
    const before = seen.length
    expect((await send('x'.repeat(MAX + 1))).status).toBe(413)
    // Without a length, too.
    expect((await send('x'.repeat(5 * MAX), { 'transfer-encoding': 'chunked' })).status).toBe(413)
    expect((await ask('/api/read?name=x.pdf', { method: 'POST', body: 'x' })).status).toBe(415)
    expect(seen.length).toBe(before)
  })
})

describe('what may be written', () => {
  it('golden files beside their notices, whole, and what stands beside the facts stays', async () => {
    const first = await put('a', { facts: FACTS, revision: null })
    expect(first.status).toBe(200)
    expect(golden('a')).toEqual({ truth: 'human', facts: FACTS })
    const { revision } = JSON.parse(first.text) as { revision: string }
    expect(JSON.parse((await ask('/api/golden?stem=a')).text)).toEqual({ facts: FACTS, revision })

    writeFileSync(join(folder, 'a.json'), JSON.stringify({ truth: 'human', tags: ['x'], facts: FACTS, note: 1 }))
    expect(codeOf(await put('a', { facts: FACTS, revision }))).toBe('changed')
    expect(codeOf(await put('a', { facts: FACTS, revision: null }))).toBe('changed')
    const now = JSON.parse((await ask('/api/golden?stem=a')).text) as { revision: string }
    const next = { title: null, urgency: null }
    const saved = await put('a', { facts: next, diagnostics: ['title/missing'], revision: now.revision })
    expect(saved.status).toBe(200)
    expect(golden('a')).toEqual({ truth: 'human', tags: ['x'], facts: next, note: 1, diagnostics: ['title/missing'] })
    expect((await put('sub/b', { facts: FACTS, revision: null })).status).toBe(200)
    expect(golden('sub/b')).toEqual({ truth: 'human', facts: FACTS })
    expect(readdirSync(folder).sort()).toEqual([
      '.hidden.txt',
      'a.html',
      'a.json',
      'a.txt',
      'notes.json',
      'sub',
      '汉字 %2e&=#?.txt',
    ])
  })

  it('of several at once, one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => put('a', { facts: FACTS, revision: null })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(409)])
  })

  it('nothing else', async () => {
    writeFileSync(join(folder, 'notes.txt'), NOTICE)
    writeFileSync(join(base, 'outside', 'target.json'), '{}')
    symlinkSync(join(base, 'outside', 'target.json'), join(folder, 'a.json'))
    const inside = () => readdirSync(base, { recursive: true }).map(String).sort()
    const before = inside()
    for (const stem of [
      '../outside/secret',
      '../secret',
      '/tmp/x',
      'a\0',
      'nothing',
      'sub',
      'notes.json',
      '.hidden',
      '',
      'sub/../a',
      'a.txt',
    ])
      expect([400, 404], stem).toContain((await put(stem, { facts: FACTS, revision: null })).status)
    // A link, and a file of the user's own that is no golden file.
    expect((await put('a', { facts: FACTS, revision: null })).status).toBe(403)
    expect(codeOf(await put('notes', { facts: FACTS, revision: null }))).toBe('golden')
    expect(inside()).toEqual(before)
    expect(readFileSync(join(base, 'outside', 'target.json'), 'utf8')).toBe('{}')
    expect(readFileSync(join(folder, 'notes.json'), 'utf8')).toBe('{"my":"notes"}')
  })

  it('only facts', async () => {
    for (const [body, status] of [
      ['{', 400],
      ['[]', 400],
      ['null', 400],
      ['"x"', 400],
      [{ facts: FACTS }, 400],
      [{ facts: FACTS, revision: 1 }, 400],
      [{ facts: FACTS, revision: null, diagnostics: 'x' }, 400],
      [{ facts: { nonsense: 1 }, revision: null }, 422],
      [{ facts: { title: ['x'] }, revision: null }, 422],
      [{ facts: [], revision: null }, 422],
      [{ facts: {}, revision: null }, 422],
      [' '.repeat(8 * 1024 * 1024 + 1), 413],
    ] as const)
      expect((await put('a', body)).status, JSON.stringify(body).slice(0, 60)).toBe(status)
    expect(
      (await put('a', { facts: FACTS, revision: null }, { headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415)
    expect(readdirSync(folder)).not.toContain('a.json')
  })

  it('names the file where something is wrong, and no refusal is a fault of the program', async () => {
    writeFileSync(join(folder, 'a.json'), '{"facts":{"title":7}}')
    expect(JSON.parse((await ask('/api/golden?stem=a')).text)).toEqual({
      error: { code: 'golden', file: 'a.json', message: "'title' must be a text or an object or null" },
    })
    expect(faults).toEqual([])
  })
})

describe('of one file, only that notice', () => {
  it('in all its carriers', async () => {
    const one = await openFolder({ path: folder, list: () => noticesIn(folder, false), only: 'a', maxBytes: MAX })
    expect(await one.notices()).toEqual([{ stem: 'a', files: ['a.html', 'a.txt'], golden: false }])
    await expect(one.read('sub/b.md')).rejects.toMatchObject({ status: 404 })
    await expect(one.save('汉字 %2e&=#?', FACTS, undefined, null)).rejects.toMatchObject({ status: 404 })
  })
})

describe('accepting', () => {
  const notice = parseNotice(NOTICE)
  it('is what the corpus accepts', () => {
    expect(acceptedFacts(notice)).toEqual(goldenFacts(notice))
    expect(acceptedDiagnostics(notice)).toEqual(goldenDiagnostics(notice))
    const accepted = compareFacts(acceptedFacts(notice), notice)
    expect(accepted.every(({ measured, items }) => measured && items.every(({ mark }) => mark === 'right'))).toBe(true)
    expect(accepted.flatMap(({ items }) => items).length).toBeGreaterThan(6)
  })

  it('leaves bare facts no second time in the file', () => {
    const bare = JSON.stringify({ ...notice, title: null })
    expect(JSON.parse(goldenText(bare, FACTS, undefined))).toEqual({ facts: FACTS })
    expect(() => goldenText('{', FACTS, undefined)).toThrow(SyntaxError)
  })
})

describe('comparing', () => {
  const notice = parseNotice(NOTICE)
  const marks = (facts: object) =>
    Object.fromEntries(
      compareFacts(facts, notice)
        .filter(({ measured }) => measured)
        .map(({ field, items }) => [field, items.map(({ mark, differs }) => [mark, ...differs].join(' '))]),
    )
  it('tells right, missing, extra and different, as they are measured', () => {
    expect(
      marks({
        title: '关于报送材料的 通知',
        documentNumber: '示教〔2024〕4号',
        urgency: '特急',
        addressees: ['各县区教育局', '各高等学校'],
        issuingBodies: [],
        deadlines: [{ due: '2024-05-31', action: '将材料交到市教育局' }],
        dates: [{ role: 'signed', start: '2024-04-16' }],
        contacts: [],
      }),
    ).toEqual({
      title: ['right'],
      documentNumber: ['different documentNumber'],
      urgency: ['missing'],
      addressees: ['right', 'missing'],
      issuingBodies: ['extra'],
      deadlines: ['different deadlines.action'],
      dates: ['different dates'],
      contacts: [],
    })
  })

  it('does so for many entries in little more time', () => {
    const urls = Array.from({ length: 20_000 }, (_, i) => `http://www.example.gov.cn/${i}`)
    const items = compareFacts(
      { urls },
      { ...notice, urls: urls.slice(1).map((text) => ({ text, span: { start: 0, end: 1 } })) },
    )
    const { items: found } = items.find(({ field }) => field === 'urls')!
    expect(found.filter(({ mark }) => mark === 'right')).toHaveLength(19_999)
    expect(found.filter(({ mark }) => mark === 'missing')).toHaveLength(1)
  })
})
