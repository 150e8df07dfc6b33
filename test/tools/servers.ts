/** Servers for tests, each one's own: Redis and PostgreSQL, where Debian's packages (or others) are installed. */
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const PASSWORD = 's3cr3t%word'
const encoded = encodeURIComponent(PASSWORD)

export interface Server {
  /** Holds the password. */
  address: string
  /** Ends it as a crash does: whoever is connected is cut off, nothing is put in order. */
  crash(): Promise<void>
  /** After a crash, with what it had stored. */
  restart(): Promise<void>
  /** Its files go, too. */
  stop(): Promise<void>
}

interface Certificate {
  key: string
  cert: string
}

export interface Kind {
  name: string
  option: string
  variable: string
  installed: boolean
  packages: string
  /** An address at which nobody is. */
  addressOf(port: number): string
  start(tls?: Certificate): Promise<Server>
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

export async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; !(await what()); ) {
    if (Date.now() > end) throw new Error('it did not come to it')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Starts a program and waits for the word that it is ready. */
async function run(command: string, args: readonly string[], ready: string, who: Who = {}) {
  const child = spawn(command, args, { ...who, stdio: ['ignore', 'pipe', 'pipe'] })
  let ended = false
  const end = new Promise<void>((resolve) =>
    child.on('close', () => {
      ended = true
      resolve()
    }),
  )
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
  await until(() => ended || log.includes(ready))
  if (ended) throw new Error(`${command} did not start: ${log}`)
  return async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await end
  }
}

export const redis: Kind = {
  name: 'Redis',
  option: '--redis',
  variable: 'GONGWEN_REDIS_URL',
  installed: spawnSync('redis-server', ['--version']).status === 0,
  packages: 'redis-server',
  addressOf: (port) => `redis://:${encoded}@127.0.0.1:${port}`,
  async start(tls) {
    const data = mkdtempSync(join(tmpdir(), 'gongwen-redis-'))
    const port = await freePort()
    const own = ['--dir', data, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'yes', '--appendfsync', 'always']
    const listen = tls
      ? [
          ...['--port', '0', '--tls-port', String(port), '--tls-auth-clients', 'no'],
          ...['--tls-cert-file', tls.cert, '--tls-key-file', tls.key],
        ]
      : ['--port', String(port)]
    const begin = () =>
      run('redis-server', [...own, ...listen, '--requirepass', PASSWORD], 'Ready to accept connections')
    let end = await begin()
    return {
      address: `redis${tls ? 's' : ''}://:${encoded}@127.0.0.1:${port}`,
      crash: () => end('SIGKILL'),
      async restart() {
        end = await begin()
      },
      async stop() {
        await end('SIGTERM')
        rmSync(data, { recursive: true, force: true })
      },
    }
  },
}

interface Who {
  cwd?: string
  uid?: number
  gid?: number
}

/** PostgreSQL does not run as root. */
function unprivileged(): Who | null {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((what) => Number(spawnSync('id', [what, user], { encoding: 'utf8' }).stdout))
    if (uid && gid) return { uid, gid }
  }
  return null
}

/** Where `initdb` and `postgres` are: Debian keeps them off the PATH, a folder a version. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const onPath = (process.env.PATH ?? '').split(':').map((folder) => join(folder, 'postgres'))
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...onPath.filter((file) => existsSync(file)).map((file) => dirname(realpathSync(file))),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
}

const bin = binaries()
const who = unprivileged()

export const postgres: Kind = {
  name: 'PostgreSQL',
  option: '--postgres',
  variable: 'GONGWEN_POSTGRES_URL',
  installed: bin !== null && who !== null,
  packages: 'postgresql',
  addressOf: (port) => `postgres://postgres:${encoded}@127.0.0.1:${port}/postgres`,
  async start(tls) {
    const folder = mkdtempSync(join(tmpdir(), 'gongwen-postgres-'))
    const data = join(folder, 'data')
    const own = (path: string) => who?.uid && chownSync(path, who.uid, who.gid!)
    const put = (name: string, content: string | Buffer) => {
      writeFileSync(join(folder, name), content)
      chmodSync(join(folder, name), 0o600)
      own(join(folder, name))
      return join(folder, name)
    }
    mkdirSync(data, { mode: 0o700 })
    for (const path of [folder, data]) own(path)
    const made = spawnSync(
      join(bin!, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'postgres',
        '--auth=scram-sha-256',
        `--pwfile=${put('password', PASSWORD)}`,
        '--no-sync',
        '-E',
        'UTF8',
      ],
      { ...who, cwd: folder, encoding: 'utf8' },
    )
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
    const port = await freePort()
    const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, `unix_socket_directories=${folder}`]
    if (tls) {
      settings.push('ssl=on', `ssl_cert_file=${put('cert.pem', readFileSync(tls.cert))}`)
      settings.push(`ssl_key_file=${put('key.pem', readFileSync(tls.key))}`)
      settings.push(`hba_file=${put('hba.conf', 'hostssl all all 127.0.0.1/32 scram-sha-256\n')}`)
    }
    const begin = () =>
      run(
        join(bin!, 'postgres'),
        ['-D', data, ...settings.flatMap((one) => ['-c', one])],
        'ready to accept connections',
        { ...who, cwd: folder },
      )
    let end = await begin()
    return {
      address: `${postgres.addressOf(port)}${tls ? '?sslmode=verify-full' : ''}`,
      crash: () => end('SIGQUIT'),
      async restart() {
        end = await begin()
      },
      async stop() {
        await end('SIGINT')
        rmSync(folder, { recursive: true, force: true })
      },
    }
  },
}
