/**
 * `gongwen queue` against a Redis and a PostgreSQL of its own (Debian's packages); without one its tests are skipped. What is
 * shown: every job ends as one record, whichever worker is killed and whenever the server goes away, and no password is printed.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BatchRecord } from '../src/batch/types.js'
import { helpOf } from '../src/cli/help.js'
import { pack, storable, unpack } from '../src/queue/data.js'
import { jobId } from '../src/queue/jobs.js'
import { buildPrograms, type Programs, type Ran } from './tools/programs.js'
import { freePort, type Kind, PASSWORD, postgres, redis, type Server, until } from './tools/servers.js'

const KINDS: readonly Kind[] = [redis, postgres]
for (const { name, installed, packages } of KINDS)
  if (!installed) console.warn(`queue: ${name} is not installed (${packages}), its tests are skipped`)
/** Addresses of the environment are not taken. */
const NO_ADDRESS = Object.fromEntries(KINDS.map(({ variable }) => [variable, '']))
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const BUSY = 180_000

const folder = mkdtempSync(join(tmpdir(), 'gongwen-queue-'))
let programs: Programs
let dir: string
let n = 0

beforeAll(async () => {
  programs = await buildPrograms()
}, 120_000)
afterAll(() => {
  programs.remove()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  dir = join(folder, String(++n))
  mkdirSync(join(dir, 'archive'), { recursive: true })
})

const notice = (i: number) =>
  `示教〔2024〕${i}号\n\n关于报送第${i}批材料的通知\n\n各有关单位：\n\n请于2024年5月31日前报送材料。\n\n示例市教育局\n2024年4月15日\n`
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(dir, name), content)
const records = (name = 'out.ndjson') =>
  readFileSync(join(dir, name), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as BatchRecord)

function start(args: readonly string[], env: Record<string, string>): { child: ChildProcess; ran: Promise<Ran> } {
  const child = spawn(process.execPath, [programs.cli, 'queue', ...args], {
    cwd: dir,
    env: { ...process.env, ...NO_ADDRESS, ...env },
  })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  const ran = new Promise<Ran>((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })))
  return { child, ran }
}

/** However it is written. */
const withoutPassword = ({ out, err }: Ran) => {
  for (const secret of [PASSWORD, encodeURIComponent(PASSWORD)]) expect(out + err).not.toContain(secret)
}

describe.each(KINDS)('without $name', ({ name, option, variable, addressOf }) => {
  it(
    'says what is wrong, never the password',
    async () => {
      const port = await freePort()
      const form = `the address of ${name} must be ${addressOf(port).split(':', 1)[0]}://`
      for (const [address, message] of [
        [addressOf(port), `${name} cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}`],
        [addressOf(port).replace(/^\w+/, 'http'), form],
        [addressOf(port).replace(/127.*/, ''), form],
        [`no address with ${PASSWORD}`, form],
      ] as const) {
        for (const ran of [
          await start(['status', option, address], {}).ran,
          await start(['status'], { [variable]: address }).ran,
        ]) {
          expect(ran.code).toBe(2)
          expect(ran.err).toContain(message)
          withoutPassword(ran)
        }
      }
      for (const args of [
        ['status', addressOf(port)],
        ['add', addressOf(port), 'archive'],
        ['retry', addressOf(port)],
        [addressOf(port), 'work'],
      ]) {
        const ran = await start(args, {}).ran
        expect(ran.code).toBe(2)
        withoutPassword(ran)
      }
    },
    BUSY,
  )
})

describe('without a server', () => {
  it(
    'reads its options by action',
    async () => {
      const err = async (...args: string[]) => (await start(args, {}).ran).err
      expect(await err()).toContain('queue needs one of: add, work, status, retry')
      expect(await err('add')).toContain('no SRC given')
      expect(await err('add', 'x', '--once')).toContain("--once is no option of 'queue add'")
      expect(await err('work')).toContain('--out is needed')
      expect(await err('work', '--out', 'x', '--queue', 'a:b')).toContain('--queue must be a name')
      expect(await err('status')).toContain('GONGWEN_REDIS_URL or GONGWEN_POSTGRES_URL is needed')
      const two = KINDS.flatMap(({ option, addressOf }) => [option, addressOf(1)])
      expect(await err('status', ...two)).toContain('--redis and --postgres exclude each other')
      const both = Object.fromEntries(KINDS.map(({ variable, addressOf }) => [variable, addressOf(1)]))
      expect((await start(['status'], both).ran).err).toContain('both set')
      // What is given as an option comes first.
      expect((await start(['status', '--postgres', postgres.addressOf(1)], both).ran).err).toContain(
        'PostgreSQL cannot',
      )
      for (const option of ['--redis', '--postgres', '--queue', '--inline', '--attempts', '--out', '--once'])
        expect(helpOf('queue')).toContain(option)
      for (const { variable } of KINDS) expect(helpOf('queue')).toContain(variable)
    },
    BUSY,
  )

  it('a job is known by its content and the version', () => {
    expect(jobId('ab12', '1.0.0')).toBe('ab12-1.0.0')
    expect(jobId('path:ab', '1.0.0')).toBe('path_ab-1.0.0')
  })

  it('what a server would refuse is stored in another form', () => {
    for (const text of ['', 'a\\u0000', 'a\0b', 'a\ud800b', 'a\udc00', '𠮷']) {
      const input = { path: 'p', text, kind: 'text' } as never
      const packed = JSON.stringify(pack(input))
      expect(unpack(JSON.parse(packed))).toEqual(input)
      expect(packed.replace(/\\\\/g, '')).not.toMatch(/\\u(?:0000|d[89a-f])/)
    }
    expect(storable('a\0b\ud800c𠮷')).toBe('a\ufffdb\ufffdc𠮷')
  })
})

describe.each(KINDS.filter(({ installed }) => installed))('with $name', (kind) => {
  let server: Server
  const env = ({ address } = server) => ({ [kind.variable]: address })
  const queue = (...args: string[]) => start([...args, '--queue', `q${n}`], env()).ran
  const work = (...more: string[]) => queue('work', '--out', 'out.ndjson', '--once', '--workers', '1', ...more)
  const counts = async () => JSON.parse((await queue('status', '--format', 'json')).out)

  beforeAll(async () => {
    server = await kind.start()
  }, BUSY)
  afterAll(() => server?.stop())

  it(
    'adding twice is harmless; each job is one record',
    async () => {
      for (let i = 1; i <= 5; i++) put(`archive/${i}.txt`, notice(i))
      put('archive/same.txt', notice(1))
      put('archive/b.pdf', '%PDF-1.7 cut off')
      put('some.zip', zipSync({ 'a.txt': strToU8(notice(6)), 'b.txt': strToU8(notice(2)) }))
      put('pages.csv', `body,url\n"${notice(7)}",u7\n`)
      const sources = ['archive', 'some.zip', 'pages.csv', '--column', 'body', '--ref-column', 'url']
      expect(await queue('add', ...sources)).toMatchObject({ code: 0, err: 'gongwen: 8 jobs added, 2 known already\n' })
      expect((await queue('add', ...sources)).err).toBe('gongwen: 0 jobs added, 10 known already\n')
      expect(await counts()).toEqual({ waiting: 8, active: 0, delayed: 0, done: 0, dead: [] })
      const ran = await work('--field', 'title')
      expect(ran).toMatchObject({ code: 1, out: '', err: 'gongwen: 7 notices, 1 error → out.ndjson\n' })
      expect(records()).toHaveLength(8)
      expect(new Set(records().map(({ id }) => id)).size).toBe(8)
      expect(records().find(({ path }) => path === 'some.zip!/a.txt')).toMatchObject({
        notice: { title: { text: '关于报送第6批材料的通知' } },
      })
      expect(records().find(({ ref }) => ref === 'u7')).toMatchObject({ path: 'pages.csv#1' })
      expect(records().find(({ path }) => path === join(dir, 'archive/b.pdf'))).toMatchObject({
        error: { code: 'broken' },
      })
      // Also when all is done.
      expect((await queue('add', ...sources)).err).toBe('gongwen: 0 jobs added, 10 known already\n')
      expect(await work('--quiet')).toMatchObject({ code: 0, err: '' })
      expect(records()).toHaveLength(8)
    },
    BUSY,
  )

  it(
    'what is not there is said, and recorded as an error',
    async () => {
      const { code, err } = await queue('add', 'nowhere.txt')
      expect(code).toBe(1)
      expect(err).toContain('gongwen: nowhere.txt: not-found: ')
      // Known to be an error when it was added: trying again is of no use.
      expect((await work()).code).toBe(1)
      expect(records()).toMatchObject([{ path: 'nowhere.txt', error: { code: 'not-found' } }])
    },
    BUSY,
  )

  it(
    'dead jobs are listed, and put back',
    async () => {
      put('archive/a.txt', notice(1))
      put('archive/b.txt', notice(2))
      await queue('add', 'archive', '--attempts', '2')
      renameSync(join(dir, 'archive/b.txt'), join(dir, 'away.txt'))
      const ran = await work()
      expect(ran).toMatchObject({ code: 1, err: 'gongwen: 1 notice, 0 errors, 1 dead → out.ndjson\n' })
      const { dead, ...rest } = await counts()
      expect(rest).toMatchObject({ waiting: 0, done: 1 })
      expect(dead).toMatchObject([{ path: join(dir, 'archive/b.txt'), attempts: 2 }])
      expect(dead[0].reason).toMatch(/^not-found: /)
      const table = (await queue('status')).out
      expect(table).toMatch(/^dead {5}1$/m)
      expect(table).toContain(`${dead[0].id}  ${join(dir, 'archive/b.txt')}  2 attempts  not-found: `)
      expect((await queue('add', 'away.txt')).err).toContain('1 known already (1 of them dead: gongwen queue retry)')

      renameSync(join(dir, 'away.txt'), join(dir, 'archive/b.txt'))
      expect(await queue('retry', 'no-such-job')).toMatchObject({ code: 1 })
      expect((await queue('retry', dead[0].id)).err).toBe('gongwen: 1 job put back\n')
      expect((await work()).code).toBe(0)
      expect(records()).toHaveLength(2)
      expect((await queue('retry')).err).toBe('gongwen: 0 jobs put back\n')
    },
    BUSY,
  )

  it(
    'takes text that JSON on a server does not hold',
    async () => {
      put('rows.ndjson', `${JSON.stringify({ body: `${notice(1)}\0\ud800` })}\n`)
      expect((await queue('add', 'rows.ndjson', '--column', 'body')).err).toBe('gongwen: 1 job added\n')
      expect((await work()).code).toBe(0)
      expect(records()).toMatchObject([{ path: 'rows.ndjson#1', notice: { documentNumber: { sequence: 1 } } }])
      expect(await counts()).toMatchObject({ done: 1, dead: [] })
    },
    BUSY,
  )

  it(
    '--inline takes files along',
    async () => {
      put('archive/a.txt', notice(1))
      await queue('add', 'archive', '--inline')
      rmSync(join(dir, 'archive'), { recursive: true })
      expect((await work()).code).toBe(0)
      expect(records()).toMatchObject([
        { path: 'archive/a.txt', notice: { documentNumber: { text: '示教〔2024〕1号' } } },
      ])
    },
    BUSY,
  )

  it(
    'asked to end, a worker finishes what it has begun',
    async () => {
      for (let i = 1; i <= 200; i++) put(`archive/${i}.txt`, notice(i))
      await queue('add', 'archive')
      const args = ['work', '--out', 'out.ndjson', '--workers', '1', '--queue', `q${n}`]
      const { child, ran } = start(args, env())
      await until(() => existsSync(join(dir, 'out.ndjson')) && records().length > 10)
      child.kill('SIGTERM')
      expect((await ran).code).toBe(0)
      const { active, done, waiting } = await counts()
      expect(active).toBe(0)
      expect(done + waiting).toBe(200)
      expect(records()).toHaveLength(done)
    },
    BUSY,
  )

  it(
    'a worker is killed, the server is restarted: every id is recorded exactly once',
    async () => {
      const count = 400
      const own = await kind.start()
      try {
        for (let i = 1; i <= count; i++) put(`archive/${i}.txt`, notice(i))
        expect((await start(['add', 'archive'], env(own)).ran).err).toBe(`gongwen: ${count} jobs added\n`)
        const args = ['work', '--out', 'out.ndjson', '--once', '--workers', '1']
        const [first, second] = [start(args, env(own)), start(args, env(own))]
        const written = () => (existsSync(join(dir, 'out.ndjson')) ? records().length : 0)
        await until(() => written() >= 60)
        first.child.kill('SIGKILL')
        await until(() => written() >= 130)
        await own.crash()
        await new Promise((resolve) => setTimeout(resolve, 300))
        await own.restart()
        const ran = await second.ran
        expect((await first.ran).signal).toBe('SIGKILL')
        expect(ran.code).toBe(0)
        withoutPassword(ran)
        const ids = records().map(({ id }) => id)
        expect(ids).toHaveLength(count)
        expect(new Set(ids).size).toBe(count)
        expect(records().every((record) => 'notice' in record)).toBe(true)
        const { dead, ...rest } = JSON.parse((await start(['status', '--format', 'json'], env(own)).ran).out)
        expect({ dead, ...rest }).toEqual({ waiting: 0, active: 0, delayed: 0, done: count, dead: [] })
      } finally {
        await own.stop()
      }
    },
    BUSY,
  )

  it(
    'asked twice while the server is away, a worker ends',
    async () => {
      const own = await kind.start()
      try {
        put('archive/1.txt', notice(1))
        expect((await start(['add', 'archive'], env(own)).ran).code).toBe(0)
        const { child, ran } = start(['work', '--out', 'out.ndjson'], env(own))
        let said = ''
        child.stderr!.on('data', (text: string) => {
          said += text
        })
        // Only a worker that has been at work waits for a server that is gone.
        await until(() => existsSync(join(dir, 'out.ndjson')) && records().length === 1)
        await own.crash()
        await until(() => said.includes('ECONNREFUSED'))
        child.kill('SIGINT')
        await new Promise((resolve) => setTimeout(resolve, 300))
        child.kill('SIGINT')
        const ended = await ran
        // The second signal may also meet a process that is ending already.
        expect(ended.code ?? (ended.signal === 'SIGINT' ? 130 : ended.signal)).toBe(130)
        withoutPassword(ended)
        await own.restart()
      } finally {
        await own.stop()
      }
    },
    BUSY,
  )

  it.skipIf(!hasOpenssl)(
    'by TLS',
    async () => {
      const [key, cert] = [join(dir, 'key.pem'), join(dir, 'cert.pem')]
      const made = spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'],
        ...['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
      ])
      expect(made.status).toBe(0)
      const own = await kind.start({ key, cert })
      try {
        const trusted = await start(['status'], { ...env(own), NODE_EXTRA_CA_CERTS: cert }).ran
        expect(trusted).toMatchObject({ code: 0, err: '' })
        const unknown = await start(['status'], env(own)).ran
        expect(unknown.code).toBe(2)
        expect(unknown.err).toContain('self-signed certificate')
        withoutPassword(unknown)
      } finally {
        await own.stop()
      }
    },
    BUSY,
  )
})
