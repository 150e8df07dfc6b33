/** The inspector's server: the page, the files of one folder, and what cannot be read in a browser. Loopback only. */
import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Done } from '../batch/index.js'
import type { Folder } from './folder.js'
import { checkOrigin, checkSecret, HEADERS } from './guard.js'
import { Refusal } from './refusal.js'

export interface Asset {
  type: string
  body: string | Uint8Array
}

export interface InspectorOptions {
  /** 0: one that is free. */
  port: number
  /** The page and what it loads, by path. */
  assets: Readonly<Record<string, Asset>>
  /** `null`: only what is dropped or pasted. */
  folder: Folder | null
  version: string
  referenceDate: string | undefined
  /** Reads what the browser does not; in a worker thread, so that a file that hangs it hangs nothing else. */
  read(input: { path: string; bytes: Uint8Array }): Promise<Done>
  /** Greatest size of a notice that is sent, in bytes. */
  maxBytes: number
  /** Faults of the program itself; whoever asked is told as well. */
  onError(error: unknown): void
}

export interface Inspector {
  /** With the secret of this run behind `#`, where it is not sent to anyone. */
  address: string
  port: number
  secret: string
  close(): Promise<void>
}

const MAX_GOLDEN = 8 * 1024 * 1024
const MINUTE = 60_000

export async function startInspector(options: InspectorOptions): Promise<Inspector> {
  const secret = randomBytes(32).toString('base64url')
  const server = createServer({ maxHeaderSize: 16_384, headersTimeout: 10_000, requestTimeout: 2 * MINUTE })
  server.maxHeadersCount = 64
  server.maxConnections = 64
  const port = () => (server.address() as AddressInfo).port
  const api = routes(options)
  server.on('request', (request, response) => {
    answer(request, response, { port: port(), secret, api, assets: options.assets }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) options.onError(error)
      refuse(request, response, error)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: options.port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  server.on('error', options.onError)
  return {
    address: `http://127.0.0.1:${port()}/#${secret}`,
    port: port(),
    secret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Site {
  port: number
  secret: string
  api: ReturnType<typeof routes>
  assets: InspectorOptions['assets']
}

async function answer(request: IncomingMessage, response: ServerResponse, site: Site): Promise<void> {
  checkOrigin(request, site.port)
  // Not `new URL`: a target is a path, and what is none is not known.
  const [path = '', query = ''] = splitTarget(request.url ?? '')
  const asset = Object.hasOwn(site.assets, path) ? site.assets[path] : undefined
  if (asset) {
    allow(request, ['GET', 'HEAD'])
    return send(request, response, 200, asset)
  }
  if (!path.startsWith('/api/')) throw new Refusal(404, 'not-found', 'there is nothing here')
  checkSecret(request, site.secret)
  const route = Object.hasOwn(site.api, path) ? site.api[path] : undefined
  if (!route) throw new Refusal(404, 'not-found', 'there is nothing here')
  allow(request, Object.keys(route))
  const reply = await route[request.method!]!(new URLSearchParams(query), request)
  send(request, response, 200, reply)
}

function splitTarget(target: string): [string, string] {
  const at = target.indexOf('?')
  return at < 0 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)]
}

function allow({ method }: IncomingMessage, methods: readonly string[]): void {
  if (!methods.includes(method ?? '')) throw new Refusal(405, 'method', `only ${methods.join(', ')}`)
}

type Handler = (query: URLSearchParams, request: IncomingMessage) => Promise<Asset>

const JSON_TYPE = 'application/json; charset=utf-8'
const json = (value: unknown): Asset => ({ type: JSON_TYPE, body: JSON.stringify(value) })

function routes({ folder, version, referenceDate, read, maxBytes }: InspectorOptions) {
  const given = (): Folder => {
    if (!folder) throw new Refusal(404, 'no-folder', 'no folder was given')
    return folder
  }
  const recordOf = async (path: string, bytes: Uint8Array): Promise<Asset> => ({
    type: JSON_TYPE,
    body: (await read({ path, bytes })).line,
  })
  const table: Record<string, Record<string, Handler>> = {
    '/api/state': {
      GET: async () =>
        json({ version, referenceDate, folder: folder?.name ?? null, notices: folder ? await folder.notices() : [] }),
    },
    // Bytes as they are: never a page, whatever they hold.
    '/api/file': {
      GET: async (query) => ({ type: 'application/octet-stream', body: await given().read(need(query, 'name')) }),
    },
    '/api/read': {
      GET: async (query) => recordOf(need(query, 'name'), await given().read(need(query, 'name'))),
      POST: async (query, request) => {
        const name = need(query, 'name')
        expectType(request, 'application/octet-stream')
        return recordOf(name, await body(request, maxBytes, name))
      },
    },
    '/api/golden': {
      GET: async (query) => json(await given().golden(need(query, 'stem'))),
      PUT: async (query, request) => {
        const stem = need(query, 'stem')
        expectType(request, 'application/json')
        const { facts, diagnostics, revision } = readBody(await body(request, MAX_GOLDEN, stem), stem)
        return json(await given().save(stem, facts, diagnostics, revision))
      },
    },
  }
  return table
}

function need(query: URLSearchParams, name: string): string {
  const values = query.getAll(name)
  if (values.length !== 1 || !values[0]) throw new Refusal(400, 'bad-request', `'${name}' is missing`)
  return values[0]
}

function expectType({ headers }: IncomingMessage, type: string): void {
  if (headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() !== type)
    throw new Refusal(415, 'bad-request', `only ${type} is taken`)
}

interface Written {
  facts: unknown
  diagnostics: string[] | undefined
  revision: string | null
}

function readBody(bytes: Uint8Array, file: string): Written {
  let value: Partial<Record<keyof Written, unknown>> | null
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as typeof value
  } catch (error) {
    throw new Refusal(400, 'bad-request', `this is no JSON: ${(error as Error).message}`, file)
  }
  const { facts, diagnostics, revision } = value ?? {}
  const texts = Array.isArray(diagnostics) && diagnostics.every((one) => typeof one === 'string')
  if (
    facts === undefined ||
    !(diagnostics === undefined || texts) ||
    !(revision === null || typeof revision === 'string')
  )
    throw new Refusal(400, 'bad-request', "'facts' and 'revision' are needed", file)
  return { facts, diagnostics: diagnostics as string[] | undefined, revision }
}

/** Ends reading as soon as there is too much, whatever the request says of its length. */
async function body(request: IncomingMessage, limit: number, file: string): Promise<Uint8Array> {
  const tooLarge = () => new Refusal(413, 'too-large', `more than the limit of ${limit} bytes`, file)
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  // The connection stays, to tell why.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  { type, body: content }: Asset,
): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  response.writeHead(status, { ...HEADERS, 'Content-Type': type, 'Content-Length': bytes.byteLength })
  response.end(method === 'HEAD' ? undefined : bytes)
}

function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  const { status, code, file } = error instanceof Refusal ? error : { status: 500, code: 'internal', file: undefined }
  const message = error instanceof Error ? error.message : String(error)
  if (!request.complete) {
    // What is left of a body is thrown away, for as long as the answer may need to get through.
    response.setHeader('Connection', 'close')
    request.resume()
    const end = setTimeout(() => request.destroy(), 1000)
    request.once('close', () => clearTimeout(end))
  }
  send(request, response, status, json({ error: { code, message, ...(file === undefined ? {} : { file }) } }))
}
